"""De grammatica van tijden: "09:00-12:00, op afspraak 13:00-17:00", "eerste en derde 10:30-12:00", 'gesloten'.

Een dag is een of meer delen met een komma ertussen. Een deel is `[WANNEER] UU:MM-UU:MM`, `[WANNEER] op afspraak [UU:MM-UU:MM]`
of `gesloten`. WANNEER is eerste tot en met vijfde of laatste (met 'en' ertussen), 'even weken' of 'oneven weken'.
"""

import re
from functools import lru_cache

from generator.model import Dagdeel, Dagtijd, Wanneer

DAG = 1440
LANGST_NA_MIDDERNACHT = 14 * 60
RANGTELWOORDEN = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "laatste": -1}
_TIJD = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00", re.A)
_RANG = "|".join(RANGTELWOORDEN)
_DEEL = re.compile(
    rf"(?:(?P<welke>(?:{_RANG})(?: en (?:{_RANG}))*) |(?P<weken>even|oneven) weken )?"
    r"(?P<afspraak>op afspraak)? ?(?P<vak>.*)"
)


class Tijdfout(ValueError):
    """Een dag die niet te lezen is, met de code van de melding en het stuk waar het om gaat."""

    def __init__(self, code: str, stuk: str, reden: str = ""):
        super().__init__(stuk)
        self.code, self.stuk, self.reden = code, stuk, reden


def _minuten(tijd: str) -> int:
    uur, minuut = tijd.split(":")
    return int(uur) * 60 + int(minuut)


def _lees_vak(vak: str, stuk: str) -> tuple[int, int]:
    """Begin en eind in minuten; een eind op of voor het begin ligt op de volgende dag."""
    van, _, tot = (kant.strip() for kant in vak.partition("-"))
    if not (_TIJD.fullmatch(van) and _TIJD.fullmatch(tot)) or van == "24:00":
        raise Tijdfout("SK215", stuk)
    begin, eind = _minuten(van), _minuten(tot)
    if eind <= begin and eind + DAG - begin > LANGST_NA_MIDDERNACHT:
        raise Tijdfout("SK216", stuk, "het eindigt voor het begint, of duurt na middernacht langer dan 14 uur")
    return begin, eind if eind > begin else eind + DAG


def _lees_wanneer(vondst: re.Match, stuk: str) -> Wanneer | None:
    if not vondst["welke"] and not vondst["weken"]:
        return None
    welke = [RANGTELWOORDEN[woord] for woord in (vondst["welke"] or "").split(" en ") if woord]
    if len(set(welke)) < len(welke):
        raise Tijdfout("SK216", stuk, "een woord als 'eerste' staat er twee keer")
    return Wanneer(tuple(welke), vondst["weken"] or "")


def _lees_deel(stuk: str) -> Dagdeel:
    vondst = _DEEL.fullmatch(stuk)
    if vondst is None or not (vondst["afspraak"] or vondst["vak"]):
        raise Tijdfout("SK215", stuk)
    wanneer = _lees_wanneer(vondst, stuk)
    if vondst["afspraak"] and not vondst["vak"]:
        return Dagdeel(afspraak=True, wanneer=wanneer)
    return Dagdeel(*_lees_vak(vondst["vak"], stuk), afspraak=bool(vondst["afspraak"]), wanneer=wanneer)


def kunnen_samenvallen(a: Wanneer | None, b: Wanneer | None) -> bool:
    """Of er een dag is waarop beide gelden: even en oneven weken niet, eerste en derde niet, vierde en laatste wel."""
    if a is None or b is None:
        return True
    if a.weken and b.weken:
        return a.weken == b.weken
    if a.welke and b.welke:
        laatst = {4, 5, -1}
        return (
            bool(set(a.welke) & set(b.welke))
            or (-1 in a.welke and bool(laatst & set(b.welke)))
            or (-1 in b.welke and bool(laatst & set(a.welke)))
        )
    return True


def _bots(a: Dagdeel, b: Dagdeel) -> bool:
    if not kunnen_samenvallen(a.wanneer, b.wanneer):
        return False
    if (
        a.van is None or b.van is None
    ):  # de hele dag op afspraak: dat mag naast een inloop, niet naast nog een afspraak
        return a.afspraak and b.afspraak
    assert a.tot is not None and b.tot is not None
    return a.van < b.tot and b.van < a.tot


@lru_cache(maxsize=4096)
def lees_dagtijd(tekst: str) -> Dagtijd:
    """Een dag als delen op volgorde van de klok; een Tijdfout als dat niet gaat."""
    waarde = " ".join(tekst.split())
    if waarde == "gesloten":
        return Dagtijd()
    delen: list[Dagdeel] = []
    for ruw in waarde.split(","):
        stuk = ruw.strip()
        if stuk == "gesloten":
            raise Tijdfout("SK216", waarde, "naast 'gesloten' kan niets anders op dezelfde dag")
        deel = _lees_deel(stuk)
        if any(_bots(eerder, deel) for eerder in delen):
            raise Tijdfout("SK216", stuk, "het overlapt met een ander deel van deze dag")
        delen.append(deel)
    return Dagtijd(tuple(sorted(delen, key=lambda d: -1 if d.van is None else d.van)))
