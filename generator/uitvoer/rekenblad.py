"""CSV voor een rekenblad: met BOM, zodat het de letters goed leest, en regels die op CRLF eindigen.

Wat een rekenblad als formule zou uitvoeren, krijgt een apostrof ervoor (`cellen.py`), net als bij `exporteer`.
"""

import re
from collections.abc import Iterable

from generator.cellen import geen_formule, veilige_cel

# Ook wat voor een ander scheidingsteken zou doorgaan staat tussen aanhalingstekens.
_BIJZONDER = re.compile(r'[",;|\t\r\n]')
_ONTHOUD = 200  # tekens; wat langer is, staat bijna nooit in een tweede rij
EIND = "\r\n"


class Cellen(dict[object, str]):
    """De cel van elke waarde. Alleen tekst wordt onthouden: een 1 en een True zijn dezelfde sleutel, en niet dezelfde cel."""

    def regel(self, rij: Iterable[object]) -> str:
        return ",".join(map(self.__getitem__, rij))

    def __missing__(self, waarde: object) -> str:
        cel = als_cel(waarde)
        if waarde is None or (type(waarde) is str and len(waarde) <= _ONTHOUD):
            self[waarde] = cel
        return cel


def als_csv(kop: Iterable[str], rijen: Iterable[Iterable[object]]) -> str:
    """Een tabel als tekst; elke rij heeft de kolommen van `kop`."""
    cellen = Cellen()
    return "\ufeff" + "".join(f"{cellen.regel(rij)}{EIND}" for rij in (kop, *rijen))


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
