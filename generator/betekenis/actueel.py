"""Hoe lang een ingang goed blijft: de termijn, de laatste goede dag, en vanaf wanneer zij in lijsten lager staat."""

from collections.abc import Iterable
from datetime import date, timedelta

from generator.betekenis.vandaag import over_maanden
from generator.betekenis.woorden import NOODINGANGEN
from generator.model import Catalogus, Gemeente, Organisatie, Voorziening
from generator.model.crisis import Noodnummer
from generator.model.kennis import Kennis

STANDAARD = 12  # maanden
DAGEN_NOOD = 90  # een nummer bij nood moet altijd na zoveel dagen, wat er ook bij staat
_NOODIDS = frozenset(ingang.id for ingang in NOODINGANGEN.values())


def is_noodlijn(v: Voorziening, nummers: Iterable[Noodnummer]) -> bool:
    """Of hier een nummer staat dat iemand bij nood krijgt."""
    if not (v.contact.telefoon or v.contact.telefoons):
        return False
    return (
        v.toegang.hoe == "spoed"
        or v.id in _NOODIDS
        or any(n.ingang == v.id or n.functies and set(n.functies) <= set(v.functies) for n in nummers)
    )


def termijn_maanden(v: Voorziening | Organisatie, kennis: Kennis) -> int:
    """De eigen termijn, anders die van de soort uit beheer.yaml, anders twaalf maanden."""
    soort = v.soort if isinstance(v, Voorziening) else "organisatie"
    per_soort = {t.soort: t.maanden for t in kennis.beheer.termijnen} if kennis.beheer else {}
    return v.gecontroleerd.termijn_maanden or per_soort.get(soort, STANDAARD)


def goed_tot(v: Voorziening | Organisatie, kennis: Kennis, noodlijn: bool = False) -> date:
    """De laatste dag waarop de gegevens op tijd zijn nagekeken."""
    laatste = over_maanden(v.gecontroleerd.op, termijn_maanden(v, kennis))
    return min(laatste, v.gecontroleerd.op + timedelta(DAGEN_NOOD)) if noodlijn else laatste


def noodlijnen(catalogus: Catalogus) -> frozenset[str]:
    """De ids van elke ingang met een nummer bij nood."""
    alle = catalogus.voorzieningen.values()
    return catalogus.eenmaal(
        "noodlijnen", lambda: frozenset(v.id for v in alle if is_noodlijn(v, catalogus.noodnummers))
    )


def uiterlijk(v: Voorziening, catalogus: Catalogus) -> date:
    """De laatste goede dag van een ingang van deze catalogus."""
    return goed_tot(v, catalogus.kennis, v.id in noodlijnen(catalogus))


def nooit_lager(catalogus: Catalogus) -> frozenset[str]:
    """Wat altijd op zijn plek blijft, hoe oud ook: een lijn bij nood, en de deur waar elke vraag terechtkan."""
    return catalogus.eenmaal("nooit lager", lambda: noodlijnen(catalogus) | toegangspunten(catalogus.gemeenten))


def toegangspunten(gemeenten: Iterable[Gemeente]) -> frozenset[str]:
    return frozenset(g.toegangspunt for g in gemeenten if g.toegangspunt)


def lager_na(v: Voorziening, catalogus: Catalogus) -> date | None:
    """Na deze dag is er een jaar niet gekeken, en staat de ingang lager; None als zij nooit lager mag."""
    return None if v.id in nooit_lager(catalogus) else over_maanden(v.gecontroleerd.op, 12)


def oud_na(v: Voorziening, catalogus: Catalogus) -> date:
    """Na deze dag zegt de site dat er lang niet is gekeken."""
    een_jaar = over_maanden(v.gecontroleerd.op, 12)
    return min(uiterlijk(v, catalogus), een_jaar) if v.gecontroleerd.nagelezen else een_jaar
