"""CSV voor een rekenblad: met BOM, zodat het de letters goed leest, en regels die op CRLF eindigen.

Wat een rekenblad als formule zou uitvoeren, krijgt een apostrof ervoor (`cellen.py`), net als bij `exporteer`.
"""

import re
from collections.abc import Iterable

from generator.cellen import geen_formule, veilige_cel

# Ook wat voor een ander scheidingsteken zou doorgaan staat tussen aanhalingstekens.
_BIJZONDER = re.compile(r'[",;|\t\r\n]')


def als_csv(kop: Iterable[str], rijen: Iterable[Iterable[object]]) -> str:
    """Een tabel als tekst; elke rij heeft de kolommen van `kop`."""
    regels = [",".join(map(als_cel, rij)) for rij in (kop, *rijen)]
    return "\ufeff" + "\r\n".join(regels) + "\r\n"


def als_cel(waarde: object) -> str:
    """Een waarde zoals zij in een cel staat: nooit een formule, en tussen aanhalingstekens als dat nodig is."""
    if waarde is None or waarde == "":
        return ""
    tekst = str(waarde)
    if not _BIJZONDER.search(tekst) and not tekst[:1].isspace() and not tekst[-1:].isspace():
        return geen_formule(tekst)  # bijna elke cel
    return '"' + veilige_cel(tekst).replace('"', '""') + '"'


def ja_nee(waarde: bool | None) -> str:
    return "" if waarde is None else "ja" if waarde else "nee"
