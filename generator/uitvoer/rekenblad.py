"""CSV voor een rekenblad: met BOM, zodat het de letters goed leest, en regels die op CRLF eindigen.

Wat een rekenblad als formule zou uitvoeren, krijgt een apostrof ervoor (`cellen.py`), net als bij `exporteer`.
"""

import re
from collections.abc import Iterable

from generator.cellen import veilige_cel

# Ook wat voor een ander scheidingsteken zou doorgaan staat tussen aanhalingstekens.
_TUSSEN_TEKENS = re.compile(r'[",;|\t\r\n]|^\s|\s$')
# Een gewone tekst: begint met een letter of cijfer en heeft niets bijzonders. Bijna elke cel is zo, of leeg.
_GEWOON = re.compile(r'\w(?:[^",;|\t\r\n]*[^",;|\s])?')


def als_csv(kop: Iterable[str], rijen: Iterable[Iterable[object]]) -> str:
    """Een tabel als tekst; elke rij heeft de kolommen van `kop`."""
    regels = [",".join(map(als_cel, rij)) for rij in (kop, *rijen)]
    return "\ufeff" + "\r\n".join(regels) + "\r\n"


def als_cel(waarde: object) -> str:
    """Een waarde zoals zij in een cel staat: nooit een formule, en tussen aanhalingstekens als dat nodig is."""
    tekst = "" if waarde is None else str(waarde)
    if not tekst or _GEWOON.fullmatch(tekst):
        return tekst
    tekst = veilige_cel(tekst)
    return '"' + tekst.replace('"', '""') + '"' if _TUSSEN_TEKENS.search(tekst) else tekst


def ja_nee(waarde: bool | None) -> str:
    return "" if waarde is None else "ja" if waarde else "nee"
