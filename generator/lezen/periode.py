"""Een periode van elk jaar: '1 april tot en met 30 september'."""

import re
from datetime import date

from generator.betekenis.kalender import MAANDEN
from generator.model import Periode

_VORM = re.compile(r"(\d{1,2}) ([a-z]+) tot en met (\d{1,2}) ([a-z]+)", re.A)
_KORT = {maand[:3]: maand for maand in MAANDEN} | {"mrt": "maart"}
_EIND = {maand: (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[i] for i, maand in enumerate(MAANDEN)}


def _dag(dag: str, maand: str) -> tuple[int, int] | None:
    """(maand, dag), of None als die dag in geen enkel jaar bestaat."""
    if maand not in MAANDEN:
        return None
    nummer = MAANDEN.index(maand) + 1
    try:
        date(2028, nummer, int(dag))
    except ValueError:
        return None
    return nummer, int(dag)


def lees_periode(tekst: str) -> tuple[Periode | None, str]:
    """De periode, of None met de raad als het slot van een zin."""
    waarde = " ".join(tekst.split())
    if delen := _VORM.fullmatch(waarde):
        van, tot = _dag(delen[1], delen[2]), _dag(delen[3], delen[4])
        if van and tot:
            return Periode(van, tot), ""
    bedoeld = bedoelde_periode(waarde)
    return None, f'; bedoelde u "{bedoeld}"?' if bedoeld else "."


def bedoelde_periode(tekst: str) -> str:
    """'van april t/m oktober' als '1 april tot en met 31 oktober'; leeg als het niet te raden is."""
    maanden = "|".join(sorted((*MAANDEN, *_KORT), key=len, reverse=True))
    dag_en_maand = rf"(?:(\d{{1,2}}) ?)?({maanden})"
    delen = re.search(rf"{dag_en_maand}\.? (?:t/m|tot en met|tot|-|\u2013) ?{dag_en_maand}\b", tekst.lower(), re.A)
    if not delen:
        return ""
    begin, eind = _KORT[delen[2][:3]], _KORT[delen[4][:3]]
    tot_maand = " tot " in f" {delen[0]} " and "en met" not in delen[0] and not delen[3]
    if tot_maand:  # 'van maart tot november': november hoort er niet bij
        eind = MAANDEN[MAANDEN.index(eind) - 1]
    uit = f"{int(delen[1] or 1)} {begin} tot en met {int(delen[3] or _EIND[eind])} {eind}"
    geldig = _VORM.fullmatch(uit)
    return uit if geldig and _dag(geldig[1], geldig[2]) and _dag(geldig[3], geldig[4]) else ""
