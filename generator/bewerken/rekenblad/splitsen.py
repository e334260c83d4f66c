"""Wat in een cel bij elkaar staat uit elkaar halen: adressen, tijden van een hele week, en lange teksten."""

import re

from generator.bewerken.rekenblad.cellen import dagtijd
from generator.model import DAGEN

_DAG = r"(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?)(?:en|s)?\.?"
_TUSSEN = r"\s*(?:-|\u2013|t/m|tot en met|tot)\s*"
_KOP = re.compile(rf"(?<![a-z])({_DAG}(?:(?:{_TUSSEN}|\s*(?:,|en|&|\+|/)\s*){_DAG})*)(?![a-z])\s*:?\s*", re.I)
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


def _dagen_van(kop: str) -> list[str]:
    """De dagen van 'ma t/m vr' of 'di en do'."""
    namen = [naam[:2].lower() for naam in re.findall(_DAG, kop, re.I)]
    if (
        len(namen) == 2
        and re.search(rf"{_DAG}{_TUSSEN}{_DAG}", kop, re.I)
        and not re.search(r",|\ben\b|&|\+|/(?!m)", kop)
    ):
        van, tot = DAGEN.index(namen[0]), DAGEN.index(namen[1])
        return list(DAGEN[van : tot + 1]) if van <= tot else []
    return namen


def splits_tijden(tekst: str) -> dict[str, str] | None:
    """`ma t/m vr 9.00-17.00, za gesloten` als tijden per dag, of None als een deel niet zeker te lezen is."""
    if dagtijd(tekst) == "00:00-24:00":
        return dict.fromkeys(DAGEN, "00:00-24:00")
    koppen = list(_KOP.finditer(tekst))
    if not koppen or tekst[: koppen[0].start()].strip(" ,;:\n"):
        return None
    uit: dict[str, str] = {}
    for kop, volgende in zip(koppen, [*koppen[1:], None], strict=True):
        waarde = dagtijd(tekst[kop.end() : volgende.start() if volgende else len(tekst)].strip(" ,;.\n"))
        dagen = _dagen_van(kop[1])
        if not waarde or not dagen or set(dagen) & uit.keys():
            return None
        uit |= dict.fromkeys(dagen, waarde)
    return uit


def gewone_letters(tekst: str) -> str:
    """`LANGE ZANDSTRAAT` als 'Lange Zandstraat'; wat al kleine letters heeft, blijft."""
    if not tekst.isupper() or len(tekst) < 4:
        return tekst
    klein = {"aan", "de", "den", "der", "het", "in", "op", "bij", "van", "ten", "ter", "en", "'s", "'t"}
    woorden = re.split(r"([ -])", tekst.lower())
    return "".join(w if w in klein and i else w.capitalize() for i, w in enumerate(woorden))


def zonder_opmaak(tekst: str) -> str:
    return " ".join(re.sub(r"[*_#>`]|^\s*[-+] ", "", tekst, flags=re.M).split())


def kort_in(tekst: str, grens: int = 160) -> str:
    """De eerste zin of zinnen van een tekst die samen binnen de grens passen."""
    heel = zonder_opmaak(tekst)
    uit = ""
    for zin in re.split(r"(?<=[.!?])\s+", heel):
        if len(uit) + len(zin) + 1 > grens:
            break
        uit = f"{uit} {zin}".strip()
    if uit:
        return uit
    kort = heel[: grens - 3]
    return f"{kort.rpartition(' ')[0] or kort}..." if len(heel) > grens else heel
