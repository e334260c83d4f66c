"""Wat in een cel bij elkaar staat uit elkaar halen: adressen, tijden van een hele week, en lange teksten."""

import re

from generator.bewerken.rekenblad.cellen import dagtijd
from generator.lezen.adres import splits_adres
from generator.model import DAGEN

__all__ = ["gewone_letters", "kort_in", "splits_adres", "splits_tijden", "zonder_opmaak"]

_DAG = r"(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?)(?:en|s)?\.?"
_TUSSEN = r"\s*(?:-|\u2013|t/m|tot en met|tot)\s*"
_RANGEN = {"1e": "eerste", "2e": "tweede", "3e": "derde", "4e": "vierde", "5e": "vijfde"}
_RANG = r"(?:eerste|tweede|derde|vierde|vijfde|laatste|[1-5]e)"
_RANGKOP = rf"(?:(?P<rang>{_RANG}(?:\s*(?:,|en|&|\+)\s*{_RANG})*)\s+)?"
_GELIJK = re.compile(r"\b(?:elke|iedere)\s+(?=" + _RANG + r"|" + _DAG + r")|\b(?:v/d|van de|vd)\s+maand\b", re.I)
_SAMENGEVAT = (
    (
        re.compile(r"\b(?:dagelijks|(?:elke|iedere) dag|alle dagen|(?:7|zeven) dagen per week)(?: open)?\b", re.I),
        "ma t/m zo",
    ),
    (re.compile(r"\b(?:op )?(?:(?:alle )?werkdagen|door de week|doordeweeks)\b", re.I), "ma t/m vr"),
    (re.compile(r"\b(?:in het )?weekend(?:en)?\b", re.I), "za en zo"),
)
_KOP = re.compile(
    rf"(?<![a-z0-9]){_RANGKOP}({_DAG}(?:(?:{_TUSSEN}|\s*(?:,|en|&|\+|/)\s*){_DAG})*)(?![a-z])\s*:?\s*", re.I
)


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


def _rang(kop: str) -> str:
    """'1e en 3e' als 'eerste en derde'."""
    return " en ".join(_RANGEN.get(deel.lower(), deel.lower()) for deel in re.findall(_RANG, kop, re.I))


def splits_tijden(tekst: str) -> dict[str, str] | None:
    """`ma t/m vr 9.00-17.00, za gesloten` als tijden per dag, of None als een deel niet zeker te lezen is."""
    if dagtijd(tekst) == "00:00-24:00":
        return dict.fromkeys(DAGEN, "00:00-24:00")
    tekst = " ".join(_GELIJK.sub("", tekst).split()) if _GELIJK.search(tekst) else tekst
    for patroon, gewoon in _SAMENGEVAT:
        tekst = patroon.sub(gewoon, tekst)
    koppen = list(_KOP.finditer(tekst))
    if not koppen or tekst[: koppen[0].start()].strip(" ,;:\n"):
        return None
    uit: dict[str, str] = {}
    for kop, volgende in zip(koppen, [*koppen[1:], None], strict=True):
        waarde = dagtijd(tekst[kop.end() : volgende.start() if volgende else len(tekst)].strip(" ,;.\n"))
        if waarde and waarde != "gesloten" and kop["rang"]:
            waarde = f"{_rang(kop['rang'])} {waarde}" if "," not in waarde else ""
        dagen = _dagen_van(kop[2])
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
