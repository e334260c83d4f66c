"""Hergebruik: een pagina waarvan de invoer gelijk bleef, wordt gekoppeld aan het bestand van de vorige site.

Dat mag alleen als dat bestand nog hetzelfde is als toen wij het schreven (nummer, grootte en tijd op de schijf); een
aangeraakt bestand wordt opnieuw gemaakt.
Zo is een tweede bouw gelijk aan een volle, en doet zij toch alleen het werk van wat veranderde.
"""

import os
from collections.abc import Callable
from pathlib import Path

from generator.bouw.nazicht import Nazicht
from generator.bouw.schil import Schillen
from generator.lezen.lagen import lagen_van
from generator.model import SOORTEN, Catalogus
from generator.paginas import Pagina
from generator.paginas.gemeen.belnummers import bekende_nummers
from generator.voorraad import Voorraad, vingerafdruk


def algemene_afdruk(map_: Path, schillen: Schillen, catalogus: Catalogus) -> str:
    """De vingerafdruk van alles wat op elke pagina kan doorwerken: de schil, de dag, de nummers die in een tekst een
    link worden, en elk bestand dat geen ingang is.
    """
    bestanden = [bestand for naam in ("mkdocs.yml", "nazien.md") if (bestand := map_ / naam).exists()]
    delen = [map_ / "inhoud", map_ / "gebieden", *(laag.map for laag in lagen_van(map_).alle)]
    for deel in delen:
        for plek, mappen, namen in os.walk(deel):
            mappen[:] = sorted(set(mappen) - SOORTEN.keys())
            bestanden += [Path(plek, naam) for naam in sorted(namen)]
    stukken = (stuk for schil in schillen.per_diepte.values() for stuk in schil.stukken)
    return vingerafdruk(
        str(catalogus.peildatum),
        *sorted(bekende_nummers(catalogus)),
        *stukken,
        *(deel for b in bestanden for deel in (b.as_posix(), b.read_bytes())),
    )


class Hergebruik:
    """Kent de pagina's van de vorige bouw; alleen een pagina met een afdruk doet mee."""

    def __init__(self, vorige: Path, voorraad: Voorraad, nazicht: Nazicht, algemeen: str):
        self.vorige, self.voorraad, self.nazicht, self.algemeen = vorige, voorraad, nazicht, algemeen

    def sleutel(self, pagina: Pagina) -> str:
        return f"{pagina.pad} {pagina.afdruk} {self.algemeen}"

    def zet_over(self, pagina: Pagina, bestand: str, koppel: Callable[[str, str], None]) -> bool:
        """True als de pagina er staat: gekoppeld met `koppel(pad, oud bestand)` en opgenomen in het nazicht."""
        bekend = self.voorraad.pak("pagina", self.sleutel(pagina)) if pagina.afdruk else None
        if bekend is None:
            return False
        stand, vondsten = bekend
        oud = f"{self.vorige}/{bestand}"
        try:
            if stand_van(oud) != stand:
                return False
            koppel(bestand, oud)
        except OSError:  # er is geen vorige site, of deze schijf kan niet koppelen
            return False
        self.nazicht.neem_over(pagina.pad, vondsten)
        return True

    def onthoud(self, pagina: Pagina, geschreven: str) -> None:
        """Bewaar van een nagekeken pagina wat een volgende bouw nodig heeft; `geschreven` is het bestand op de schijf."""
        if pagina.afdruk:
            self.voorraad.leg(
                "pagina", self.sleutel(pagina), (stand_van(geschreven), self.nazicht.vondsten(pagina.pad))
            )


def stand_van(bestand: str) -> tuple[int, int, int]:
    """Waaraan te zien is dat een bestand hetzelfde bleef; verplaatsen van de map eromheen verandert het niet."""
    stand = os.stat(bestand)
    return stand.st_ino, stand.st_size, stand.st_mtime_ns
