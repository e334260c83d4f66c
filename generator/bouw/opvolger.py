"""Welk nieuw adres bij een oud adres hoort: hetzelfde gebied aan zijn code of plek, of wat zo heet of erop lijkt."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher, get_close_matches
from itertools import permutations
from pathlib import Path

from generator.gebieden.plaatsen import plaats_punten
from generator.model import Catalogus
from generator.model.adresboek import Gepubliceerd
from generator.voorraad import Voorraad

_VERGELIJK = "zo-werkt-het/vergelijken/{}-met-{}/"
_PAAR = re.compile(_VERGELIJK.format("([^/]+)", "([^/]+)"))
MEER_DAN_DE_HELFT = 0.5


def adres_van_gebied(code: str, catalogus: Catalogus) -> str:
    """De pagina van een gemeente of wijk; aan de code is een gebied terug te vinden, hoe het ook heet."""
    gemeente, gebied = catalogus.gemeente_van[code], catalogus.gebieden[code]
    return f"gebieden/{gemeente.slug}/" + ("" if gebied.soort == "gemeente" else f"{gebied.slug}/")


def opvolger(adres: str, catalogus: Catalogus, nieuw: dict[str, str]) -> str:
    """Het nieuwe adres van hetzelfde: het gebied met dezelfde code, of wat nieuw is en zo heet of erop lijkt."""
    was = catalogus.adresboek[adres]
    if gebied := _zelfde_gebied(was, catalogus):
        return gebied
    if paar := _PAAR.fullmatch(adres):
        return _nieuw_paar(paar, catalogus, nieuw)
    kans = [a for a in nieuw if _past_bij(adres, a)]
    naam = was.naam if _is_eigen(lambda a: catalogus.adresboek[a].naam, adres, catalogus) else ""
    if zelfde := [a for a in kans if naam and nieuw[a] == naam]:
        return max(zelfde, key=lambda a: SequenceMatcher(None, adres, a).ratio())
    if plek := _op_die_plek(was, catalogus):
        return plek
    namen = {_laatste(a): a for a in kans if _zelfde_hulp(was, a, catalogus)}
    lijkt = get_close_matches(_laatste(adres), namen, 1, 0.8) if _is_eigen(_laatste, adres, catalogus) else []
    return namen[lijkt[0]] if lijkt else ""


def _zelfde_gebied(was: Gepubliceerd, catalogus: Catalogus) -> str:
    """Het gebied met dezelfde code, of het eigen gebied dat voor het grootste deel uit dezelfde wijken bestaat."""
    if was.code in catalogus.gebieden:
        return adres_van_gebied(was.code, catalogus)
    oud = set(was.codes)
    kans = {
        len(oud & {*deel.codes}) / len(oud | {*deel.codes}): f"gebieden/{gemeente.slug}/{deel.id}/"
        for gemeente in catalogus.gemeenten
        for deel in gemeente.indeling
        if oud
    }
    meest = max(kans, default=0.0)
    return kans[meest] if meest > MEER_DAN_DE_HELFT else ""


def _op_die_plek(was: Gepubliceerd, catalogus: Catalogus) -> str:
    """De wijk waar het midden van de oude wijk nu in ligt: zo vinden wij haar terug met een andere code en naam."""
    if was.punt is None:
        return ""
    punten = [("midden", was.punt.lengte, was.punt.breedte)]
    codes = plaats_punten(catalogus.gemeenten, punten, Voorraad(Path(), aan=False))
    return next((adres_van_gebied(code, catalogus) for code in codes.values()), "")


def _past_bij(adres: str, ander: str) -> bool:
    """Of het ene adres het andere kan worden: van dezelfde soort en even diep; een geschreven pagina mag dieper."""
    if ander.partition("/")[0] == adres.partition("/")[0]:
        return ander.count("/") == adres.count("/")
    return adres.count("/") == 1 and (ander.count("/") == 1 or _laatste(ander) == _laatste(adres))


def _is_eigen(wat: Callable[[str], str], adres: str, catalogus: Catalogus) -> bool:
    """Of er maar een oud adres van deze soort zo heet; 'zo-werkt-het' heeft elke gemeente, en dat zegt dus niets."""
    return not any(wat(a) == wat(adres) for a in catalogus.adresboek if a != adres and _past_bij(adres, a))


def _nieuw_paar(paar: re.Match[str], catalogus: Catalogus, nieuw: dict[str, str]) -> str:
    """Waar twee gemeenten nu naast elkaar staan, hoe zij nu ook heten en in welke volgorde; leeg als dat er niet is."""
    codes = [was.code for slug in paar.groups() if (was := catalogus.adresboek.get(f"gebieden/{slug}/"))]
    slugs = [catalogus.gemeente_van[code].slug for code in codes if code in catalogus.gemeente_van]
    kans = [_VERGELIJK.format(*volgorde) for volgorde in permutations(slugs) if len(slugs) == 2]
    return next((adres for adres in kans if adres in nieuw), "")


def _laatste(adres: str) -> str:
    return adres.rstrip("/").rpartition("/")[2]


def _zelfde_hulp(was: Gepubliceerd, adres: str, catalogus: Catalogus) -> bool:
    """Of een ingang iets doet wat de oude ook deed; anders lijkt alleen haar naam erop."""
    v = catalogus.voorzieningen.get(_laatste(adres)) if adres.startswith("voorzieningen/") else None
    return v is None or not was.functies or not set(was.functies).isdisjoint(v.functies)
