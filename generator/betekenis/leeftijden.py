"""Een leeftijd in woorden, voor de pagina en de balie."""

from generator.model.voorziening import Leeftijd


def leeftijdtekst(leeftijd: Leeftijd | None) -> str:
    """Zoals '4 tot en met 12 jaar', 'vanaf 18 jaar' of 'tot en met 12 jaar'; leeg als er geen grens is."""
    if leeftijd is None or leeftijd.van is leeftijd.tot is None:
        return ""
    if leeftijd.tot is None:
        return f"vanaf {leeftijd.van} jaar"
    return f"{leeftijd.van or ''} tot en met {leeftijd.tot} jaar".strip()
