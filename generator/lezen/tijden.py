"""Openingstijden: "09:00-12:30, 13:30-17:00", 'op afspraak' of 'gesloten'."""

import re
from functools import lru_cache

from generator.model import Dagtijd, Tijdvak

_TIJD = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00", re.A)
_WOORDEN = {"dicht": "gesloten", "closed": "gesloten", "geen": "gesloten", "afspraak": "op afspraak", "na afspraak": "op afspraak",
            "24 uur": "00:00-24:00", "dag en nacht": "00:00-24:00", "hele dag": "00:00-24:00", "24/7": "00:00-24:00"}


class Tijdfout(ValueError):
    """Een dag die niet te lezen is, met de code van de melding en het stuk waar het om gaat."""

    def __init__(self, code: str, stuk: str, reden: str = ""):
        super().__init__(stuk)
        self.code, self.stuk, self.reden = code, stuk, reden


def _minuten(tijd: str) -> int:
    uur, minuut = tijd.split(":")
    return int(uur) * 60 + int(minuut)


@lru_cache(maxsize=4096)
def lees_dagtijd(tekst: str) -> Dagtijd:
    """Een dag als tijdvakken op volgorde; een Tijdfout als dat niet gaat."""
    waarde = " ".join(tekst.split())
    if waarde in ("op afspraak", "gesloten"):
        return Dagtijd(tekst=waarde)
    vakken: list[Tijdvak] = []
    for deel in waarde.split(","):
        stuk = deel.strip()
        van, _, tot = (kant.strip() for kant in stuk.partition("-"))
        if not (_TIJD.fullmatch(van) and _TIJD.fullmatch(tot)) or van == "24:00":
            raise Tijdfout("SK215", stuk or waarde)
        vak = Tijdvak(_minuten(van), _minuten(tot))
        if vak.van >= vak.tot:
            raise Tijdfout("SK216", stuk, "het eindigt niet later dan het begint")
        if vakken and vak.van < vakken[-1].tot:
            raise Tijdfout("SK216", stuk, "het overlapt met het tijdvak ervoor, of staat ervoor op de klok")
        vakken.append(vak)
    return Dagtijd(tuple(vakken))


def verbeterd(tekst: str) -> str:
    """Wat iemand waarschijnlijk bedoelde, als het slot van een zin."""
    waarde = " ".join(tekst.lower().split())
    waarde = _WOORDEN.get(waarde, waarde)
    waarde = re.sub(r"\s*(?:-|\u2013|\u2014|\btot en met\b|\btot\b|\bt/m\b)\s*", "-", waarde)
    waarde = re.sub(r"\s+en\s+|\s*[;/&]\s*", ", ", re.sub(r"\s*\b(?:uur|u)\b\.?|\bvan\b\s*", "", waarde))
    waarde = re.sub(r"(?<![\d:.])(\d{1,2})[.:](\d{2})(?!\d)", lambda m: f"{int(m[1]):02}:{m[2]}", waarde)
    waarde = re.sub(r"(?<![\d:])(\d{1,2})(?![\d:])", lambda m: f"{int(m[1]):02}:00", waarde)
    if _TIJD.fullmatch(waarde):
        return f"; schrijf {waarde} en zet er de eindtijd bij."
    try:
        lees_dagtijd(waarde)
    except Tijdfout:
        return "."
    return f"; bedoelde u \"{waarde}\"?" if waarde != tekst else "."
