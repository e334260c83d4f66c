"""Wat het zoeken anders vindt: dezelfde vragen op de oude en de nieuwe stand."""

from collections.abc import Iterator

from generator.geschiedenis.verschillen import tekst_van
from generator.model import Catalogus
from generator.model.geschiedenis import Verandering
from generator.zoeken.kennis import maak_kennis

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
    namen = _namen(oud), _namen(nieuw)
    for vraag in vragen(geraakt, nieuw):
        yield from _vergelijk(vraag, een.zoek(vraag), twee.zoek(vraag), namen)


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


def _vergelijk(vraag: str, was: dict, wordt: dict, namen: tuple[dict[str, str], dict[str, str]]) -> Iterator[str]:
    paren = zip((was, wordt), namen, strict=True)
    een, twee = ([n.get(r["id"], r["id"]) for r in uit["resultaten"][:EERSTE]] for uit, n in paren)
    if bool(was["crisis"]) != bool(wordt["crisis"]):
        yield f'"{vraag}": het blok bij nood verschijnt {"voortaan" if wordt["crisis"] else "niet meer"}.'
    if een == twee:
        return
    yield f'"{vraag}": eerst {_rij(een)}; straks {_rij(twee)}.'


def _rij(namen: list[str]) -> str:
    return ", ".join(f"{nummer}. {naam}" for nummer, naam in enumerate(namen, 1)) or "niets"


def _namen(catalogus: Catalogus) -> dict[str, str]:
    """Hoe alles heet wat gevonden kan worden, ook wat op een bladzijde van de kennisbank staat."""
    kennis = {pad: naam for _, naam, pad, *_ in maak_kennis(catalogus)["items"]}
    dingen = (catalogus.themas, catalogus.functies, catalogus.gebieden, catalogus.voorzieningen)
    return kennis | {id_: ding.naam for groep in dingen for id_, ding in groep.items()}
