"""Een reeks getallen in klassen verdelen, voor de kleuren op een kaart."""


def kwantielen(waarden: list[float], klassen: int = 5) -> list[float]:
    """De bovengrens van elke klasse, met in elke klasse ongeveer evenveel gebieden; gelijke waarden blijven samen."""
    op_rij = sorted(waarden)
    if not op_rij:
        return []
    grenzen = [op_rij[max(0, -(-len(op_rij) * i // klassen) - 1)] for i in range(1, klassen + 1)]
    return sorted(set(grenzen))


def klasse(waarde: float, grenzen: list[float]) -> int:
    """Het nummer van de klasse, vanaf 1."""
    return next((i for i, grens in enumerate(grenzen, 1) if waarde <= grens), len(grenzen))
