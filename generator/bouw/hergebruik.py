"""Hergebruik: een pagina waarvan de invoer gelijk bleef, wordt gekoppeld aan het bestand van de vorige site.

Dat mag alleen als dat bestand nog hetzelfde is als toen wij het schreven: een gewoon bestand met dezelfde som en dezelfde
rechten. Een aangeraakt bestand wordt opnieuw gemaakt, ook als grootte en tijd kloppen.
Zo is een tweede bouw gelijk aan een volle, en doet zij toch alleen het werk van wat veranderde.
"""

import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from generator.bouw.herkomst import losse_bronnen
from generator.bouw.nazicht import Vondsten
from generator.bouw.schil import Schillen
from generator.lezen.lagen import lagen_van
from generator.model import SOORTEN, Catalogus
from generator.paginas import Pagina
from generator.paginas.gemeen.belnummers import bekende_nummers
from generator.uitvoer.stukken import Delen
from generator.voorraad import Voorraad, vingerafdruk

NIETS: tuple[bytes, Delen] = b"", (0, [], [])


def algemene_afdruk(map_: Path, schillen: Schillen, catalogus: Catalogus) -> str:
    """De vingerafdruk van alles wat op elke pagina kan doorwerken: de schil, de dag, de nummers die in een tekst een
    link worden, en elk bestand dat geen ingang is.
    """
    bestanden = losse_bronnen(map_)
    delen = [map_ / "inhoud", map_ / "gebieden", map_ / "huisstijl", *(laag.map for laag in lagen_van(map_).alle)]
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

    def __init__(self, vorige: Path, voorraad: Voorraad, algemeen: str):
        self.vorige, self.voorraad, self.algemeen = vorige, voorraad, algemeen
        bekend = voorraad.pak("hergebruik", algemeen) is not None
        if not bekend:
            voorraad.leg("hergebruik", algemeen, 1)
        self.kan = bekend and vorige.is_dir()  # zo niet, dan hoeft geen pagina iets te zoeken

    def sleutel(self, pagina: Pagina) -> str:
        """Waar de pagina in de voorraad staat; leeg als zij elke keer gemaakt wordt."""
        afdruk = pagina.reken_afdruk()
        return f"{pagina.pad} {afdruk} {self.algemeen}" if afdruk else ""

    def zet_over(
        self, sleutel: str, bestand: str, koppel: Callable[[str, str, str], str], ontkoppel: Callable[[str], None]
    ) -> tuple[str, Vondsten] | None:
        """Koppel de pagina met `koppel(pad, oud bestand, som)`; haar som en vondsten, of None als dat niet kan."""
        bekend = self.voorraad.pak("pagina", sleutel) if sleutel and self.kan else None
        if bekend is None:
            return None
        som, vondsten = bekend
        try:
            nieuw = koppel(bestand, f"{self.vorige}/{bestand}", som)
        except OSError:  # deze schijf kan niet koppelen, of het bestand is weg
            return None
        if som_op_schijf(nieuw) != som:  # pas na het koppelen kijken: nu kan er niets meer voor in de plaats komen
            ontkoppel(bestand)
            return None
        return som, vondsten

    def houd(self, sleutel: str) -> None:
        """Bewaar wat bekend is, ook als een kopie van dit proces ernaar keek."""
        self.voorraad.houd("pagina", sleutel)

    def onthoud(self, sleutel: str, som: str, vondsten: Vondsten) -> None:
        """Bewaar van een nagekeken pagina wat een volgende bouw nodig heeft."""
        if sleutel:
            self.voorraad.leg("pagina", sleutel, (som, vondsten))

    def stukken_van(self, pad: str) -> tuple[bytes, Delen]:
        """Een bestand van de vorige site en waar zijn stukken staan; leeg als het niet meer is zoals wij het schreven."""
        bekend = self.voorraad.pak("stukken", f"{pad} {self.algemeen}")
        ruw = lees_gewoon(f"{self.vorige}/{pad}") if bekend else None
        return (ruw, bekend[1]) if ruw is not None and sha256(ruw).hexdigest() == bekend[0] else NIETS

    def onthoud_stukken(self, pad: str, som: str, delen: Delen | None) -> None:
        sleutel = f"{pad} {self.algemeen}"
        if delen and self.voorraad.pak("stukken", sleutel) != (som, delen):
            self.voorraad.leg("stukken", sleutel, (som, delen))


def som_op_schijf(bestand: str) -> str:
    """De som van een gewoon bestand met de rechten die wij geven; leeg bij iets anders."""
    ruw = lees_gewoon(bestand)
    return "" if ruw is None else sha256(ruw).hexdigest()


def lees_gewoon(bestand: str) -> bytes | None:
    """De bytes van een gewoon bestand met de rechten die wij geven; None bij iets anders."""
    try:
        nummer = os.open(bestand, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    with open(nummer, "rb", buffering=0) as stroom:
        stand = os.fstat(nummer)
        goed = stat.S_ISREG(stand.st_mode) and (os.name == "nt" or stand.st_mode & 0o777 == 0o644)
        return stroom.readall() if goed else None
