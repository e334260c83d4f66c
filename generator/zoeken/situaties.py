"""De situaties waaruit het zoeken leert wat er bij iemand speelt (situaties.yaml)."""

from functools import lru_cache

from generator.zoeken.taal import lees_los


@lru_cache(maxsize=1)
def lees_situaties() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Elke situatie: haar id, de ids van haar functies op volgorde, en haar zinnen."""
    return tuple((s["id"], tuple(s["functies"]), tuple(s["zinnen"])) for s in lees_los("situaties.yaml")["situaties"])


@lru_cache(maxsize=1)
def lees_elders() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Van elk onderwerp dat elders hoort het id en de woorden om van te leren."""
    return tuple((e["id"], tuple(e["zinnen"])) for e in lees_los("situaties.yaml")["elders"])


def _woorden(zinnen: tuple[str, ...], stop: set[str]) -> str:
    return " ".join(w for zin in zinnen for w in zin.split() if w not in stop)


def maak_begrip(functies: dict[str, int], stop: set[str]) -> list[list]:
    """Per situatie de nummers van de functies die er zijn, en haar woorden; wat elders hoort, heeft een id."""
    uit: list[list] = []
    for _, ids, zinnen in lees_situaties():
        if nummers := [functies[f] for f in ids if f in functies]:
            uit.append([nummers, _woorden(zinnen, stop)])
    return uit + [[id_, _woorden(zinnen, stop)] for id_, zinnen in lees_elders()]
