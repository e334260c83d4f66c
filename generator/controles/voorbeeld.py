"""Staat er in de map van een echte gemeente nog iets van het voorbeeld?"""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.controles.stand import Stand
from generator.lezen.bestanden import plek_in

VOORBEELD = "GM9999"
# De naam, de provincie, de codes en de nummers van het voorbeeld; geen van deze bestaat echt.
_WOORD = re.compile(
    r"voorbeeldstad|voorbeeldland|\b(?:GM|WK|BU)9999\d*\b|(?<!\d)0999-[\d ]*\d|\b9999 ?[A-Z]{2}\b", re.I
)
_BYTES = re.compile(rb"voorbeeldstad|voorbeeldland|9999|0999-", re.I)
PLEKKEN = ("mkdocs.yml", "inhoud/**/*.md", "sociale_kaart/**/*.yaml", "gebieden/*/*.yaml")


def controleer_woorden_van_het_voorbeeld(stand: Stand) -> None:
    """Elk woord van Voorbeeldstad in de map van een echte gemeente is een fout; in een opmerking mag het."""
    if not is_echt(stand):
        return
    for pad, tekst in _verdachte_bestanden(stand.map):
        for vondst in _WOORD.finditer(tekst):
            if not _in_opmerking(tekst, vondst.start(), pad):
                stand.verslag.meld("SK344", pad, plek_in(tekst, vondst.start()), stuk=vondst[0])


def is_echt(stand: Stand) -> bool:
    """Of dit de map is van een gemeente die bestaat."""
    eigen = next((g for g in stand.gemeenten if g.code == stand.instellingen.gemeente), None)
    return eigen is not None and eigen.code != VOORBEELD and not eigen.voorbeeld


def _verdachte_bestanden(map_: Path) -> Iterator[tuple[str, str]]:
    for patroon in PLEKKEN:
        for bestand in sorted(map_.glob(patroon)):
            if bestand.is_file() and not bestand.is_symlink():
                try:
                    ruw = bestand.read_bytes()
                except OSError:
                    continue  # dat is al gemeld
                if _BYTES.search(ruw):
                    tekst = ruw.decode("utf-8", errors="replace").removeprefix("\ufeff")
                    yield bestand.relative_to(map_).as_posix(), tekst.replace("\r\n", "\n").replace("\r", "\n")


def _in_opmerking(tekst: str, plaats: int, pad: str) -> bool:
    regel = tekst[tekst.rfind("\n", 0, plaats) + 1 : plaats]
    return not pad.endswith(".md") and bool(re.search(r"(?:^|\s)#", regel))
