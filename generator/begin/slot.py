"""sets.slot: welke versie van elke set hier het laatst is overgenomen, en wat er toen in stond."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from generator.begin.feiten import Feiten, lees_feiten
from generator.lezen.lagen import lagen_van

BESTAND = "sets.slot"
GEORDEND = "volgorde\tvan de bestanden"
KOP = """\
# Welke versie van elke set hier het laatst is overgenomen, en wat er toen in stond. De opdracht 'bijwerken' schrijft dit
# bestand en 'rapport sets' vergelijkt ermee. Verander het niet met de hand.
"""


class Slot(Struct):
    """Per set de versie en de feiten; en de vingerafdruk van elke werkstroom zoals wij haar schreven.

    `geordend`: of de feiten op de volgorde van de bestanden staan; een ouder slot heeft ze op naam.
    """

    versies: dict[str, str] = field(default_factory=dict)
    feiten: dict[str, Feiten] = field(default_factory=dict)
    werkstromen: dict[str, str] = field(default_factory=dict)
    geordend: bool = True

    def als_tekst(self) -> str:
        regels = [GEORDEND, *self._regels()]
        return KOP + "\n".join(regels) + "\n"

    def _regels(self) -> Iterator[str]:
        yield from (f"werkstroom\t{pad}\t{som}" for pad, som in sorted(self.werkstromen.items()))
        for naam, versie in self.versies.items():
            yield f"set\t{naam}\t{versie}"
            for ding, velden in self.feiten[naam].items():
                yield f"ding\t{ding}"
                yield from (f"{veld}\t{waarde}" for veld, waarde in velden.items())


def lees_slot(map_: Path) -> Slot | None:
    """Het slot van een inhoudsmap, of None als het er niet is."""
    bestand = map_ / BESTAND
    if not bestand.is_file() or bestand.is_symlink():
        return None
    regels = bestand.read_text(encoding="utf-8", errors="replace").splitlines()
    slot, hier, ding = Slot(geordend=GEORDEND in regels), {}, {}
    for regel in regels:
        delen = regel.split("\t")
        if regel.startswith("#") or len(delen) < 2 or regel == GEORDEND:
            continue
        if len(delen) == 3 and delen[0] == "set":
            slot.versies[delen[1]] = delen[2]
            hier = slot.feiten[delen[1]] = {}
        elif len(delen) == 3 and delen[0] == "werkstroom":
            slot.werkstromen[delen[1]] = delen[2]
        elif delen[0] == "ding":
            ding = hier[delen[1]] = {}
        else:
            ding[delen[0]] = "\t".join(delen[1:])
    return slot


def maak_slot(map_: Path, oud: Slot | None = None, in_plaats_van: dict[str, Path] | None = None) -> Slot:
    """Het slot van wat er nu is; `in_plaats_van` geeft van een set de map die pas straks op haar plek komt."""
    slot = Slot(werkstromen=dict(oud.werkstromen) if oud else {})
    for laag in lagen_van(map_).sets:
        slot.versies[laag.naam] = laag.versie
        slot.feiten[laag.naam] = {
            _kaal(ding): {_kaal(veld): _kaal(waarde) for veld, waarde in velden.items()}
            for ding, velden in lees_feiten((in_plaats_van or {}).get(laag.naam, laag.map)).items()
        }
    return slot


def _kaal(tekst: str) -> str:
    return " ".join(tekst.split())


def som(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def schrijf_slot(map_: Path, werkstromen: dict[str, str] | None = None) -> None:
    """Schrijf op wat er nu is; `werkstromen` zijn de bestanden die wij net schreven."""
    slot = maak_slot(map_, lees_slot(map_))
    slot.werkstromen |= {pad: som(tekst) for pad, tekst in (werkstromen or {}).items()}
    (map_ / BESTAND).write_text(slot.als_tekst(), encoding="utf-8", newline="\n")
