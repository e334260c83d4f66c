"""Een adres op een regel uit elkaar halen."""

import re

_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b")
_STRAAT = re.compile(r"(.*?\D)\s*\b(\d{1,5}(?:\s?-\s?[A-Za-z0-9]{1,4}|\s?[A-Za-z]{1,4}\d{0,3})?)$")


def splits_adres(tekst: str) -> dict[str, str]:
    """`Kerkstraat 3a, 7411 AA Deventer` als straat, huisnummer, postcode en plaats; wat er niet in staat ontbreekt."""
    tekst, uit = " ".join(tekst.split()), {}
    if vondst := _POSTCODE.search(tekst):
        uit["postcode"] = f"{vondst[1]} {vondst[2].upper()}"
        if plaats := tekst[vondst.end() :].strip(" ,-"):
            uit["plaats"] = plaats
        tekst = tekst[: vondst.start()].strip(" ,-")
    elif "," in tekst:
        tekst, _, plaats = tekst.rpartition(",")
        uit["plaats"] = plaats.strip()
    if vondst := _STRAAT.fullmatch(tekst.strip(" ,")):
        uit["straat"], uit["huisnummer"] = vondst[1].strip(" ,"), " ".join(vondst[2].split())
    elif tekst.strip(" ,"):
        uit["straat"] = tekst.strip(" ,")
    return uit
