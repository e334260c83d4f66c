"""De situaties waaruit het zoeken leert wat er bij iemand speelt (situaties.yaml)."""

from functools import lru_cache

from generator.zoeken.taal import lees_los


@lru_cache(maxsize=1)
def lees_situaties() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Elke situatie: haar id, de ids van haar functies op volgorde, en haar zinnen."""
    return tuple((s["id"], tuple(s["functies"]), tuple(s["zinnen"])) for s in lees_los("situaties.yaml")["situaties"])


def maak_begrip(functies: dict[str, int], stop: set[str]) -> list[list]:
    """Per situatie de nummers van de functies die er zijn, en haar woorden zonder stopwoorden."""
    uit = []
    for _, ids, zinnen in lees_situaties():
        nummers = [functies[f] for f in ids if f in functies]
        woorden = (w for zin in zinnen for w in zin.split() if w not in stop)
        if nummers:
            uit.append([nummers, " ".join(woorden)])
    return uit
