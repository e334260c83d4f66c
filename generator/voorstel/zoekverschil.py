"""Wat het zoeken anders vindt: dezelfde vragen op de oude en de nieuwe stand."""

from collections.abc import Iterator

from generator.geschiedenis.verschillen import tekst_van
from generator.model import Catalogus
from generator.model.geschiedenis import Verandering

EERSTE, _MEESTE_VRAGEN = 3, 150
# Wat in de zoekindex komt.
_ZOEKBAAR = ("voorziening", "functie", "thema", "begrip", "elders", "crisis", "organisatie", "activiteit", "grenzen")


def zoekzinnen(veranderingen: tuple[Verandering, ...], oud: Catalogus, nieuw: Catalogus) -> Iterator[str]:
    """Een zin per vraag waarbij de eerste resultaten anders zijn."""
    geraakt = [v for v in veranderingen if v.soort in _ZOEKBAAR]
    if not geraakt:
        return
    from generator.zoeken.motor import Motor

    een, twee = Motor.van(oud), Motor.van(nieuw)
    for vraag in vragen(geraakt, nieuw):
        yield from _vergelijk(vraag, een.zoek(vraag), twee.zoek(vraag), oud, nieuw)


def vragen(veranderingen: list[Verandering], catalogus: Catalogus) -> list[str]:
    """De eigen woorden en namen van wat verandert, de voorbeeldvragen en de zoektests."""
    uit = [v.naam for v in veranderingen]
    for v in veranderingen:
        for s in v.verschillen:
            if s.wat == "lijst":
                uit += [tekst_van(w) for w in (*s.oud, *s.nieuw) if s.veld.rpartition(".")[2] == "zoekwoorden"]
            elif s.veld in ("naam", "term"):
                uit += [tekst_van(w) for w in (s.oud, s.nieuw) if w]
        if isinstance(v.inhoud, dict) and isinstance(v.inhoud.get("zoekwoorden"), list):
            uit += map(tekst_van, v.inhoud["zoekwoorden"])
    uit += catalogus.instellingen.voorbeeldvragen
    tests = catalogus.kennis.zoektests
    uit += [test.vraag for test in tests.zoektests] if tests else []
    return list(dict.fromkeys(filter(None, uit)))[:_MEESTE_VRAGEN]


def _vergelijk(vraag: str, was: dict, wordt: dict, oud: Catalogus, nieuw: Catalogus) -> Iterator[str]:
    een, twee = ([_naam(r["id"], c) for r in u["resultaten"][:EERSTE]] for u, c in ((was, oud), (wordt, nieuw)))
    if bool(was["crisis"]) != bool(wordt["crisis"]):
        yield f'"{vraag}": het blok bij nood verschijnt {"voortaan" if wordt["crisis"] else "niet meer"}.'
    if een == twee:
        return
    yield f'"{vraag}": eerst {_rij(een)}; straks {_rij(twee)}.'


def _rij(namen: list[str]) -> str:
    return ", ".join(f"{nummer}. {naam}" for nummer, naam in enumerate(namen, 1)) or "niets"


def _naam(id_: str, catalogus: Catalogus) -> str:
    plek = catalogus.voorzieningen.get(id_) or catalogus.gebieden.get(id_)
    ding = plek or catalogus.functies.get(id_) or catalogus.themas.get(id_)
    return ding.naam if ding else id_
