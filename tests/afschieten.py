"""Schiet een bouw af bij elke aanroep die iets op de schijf verandert: er staat daarna een oude site of een nieuwe.

Alles, met de hand: `python tests/afschieten.py`. De toetsen doen een greep.
"""

import hashlib
import json
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from proefmap import PEILDATUM, PROEF, PROEFPLEK, leg_neer, maak_goede_map

from generator.bouw import wissel
from generator.bouw.bouwen import bouw_site
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

# Wat Python meldt net voor het de schijf verandert; de wissel zelf gaat langs Python heen en telt hieronder mee.
_VERANDERT = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}
_SCHRIJFT = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Schutter:
    """Telt de aanroepen die iets veranderen, en stopt het proces hard voor aanroep `bij`."""

    def __init__(self, bij: int):
        self.bij, self.geteld, self.ruil, self.soorten = bij, 0, 0, Counter[str]()

    def hoor(self, soort: str, delen: tuple) -> None:
        if soort in _VERANDERT or (soort == "open" and isinstance(delen[2], int) and delen[2] & _SCHRIJFT):
            self.tel(soort)

    def tel(self, soort: str) -> None:
        self.geteld += 1
        self.soorten[soort] += 1
        if self.geteld == self.bij:
            os.kill(os.getpid(), signal.SIGKILL)


def afdruk(site: Path) -> str:
    """Een som over elk bestand: pad en inhoud."""
    som = hashlib.sha256()
    for bestand in sorted(p for p in site.rglob("*") if p.is_file()):
        som.update(f"{bestand.relative_to(site)}\0".encode() + hashlib.sha256(bestand.read_bytes()).digest())
    return som.hexdigest()


class Baan:
    """Een map met een oude en een nieuwe stand, en een site van de oude."""

    def __init__(self, plek: Path):
        os.environ["SOCIALE_KAART_VOORRAAD"] = str(plek / "voorraad")
        self.plek, self.uit = plek, plek / "uit" / "site"
        self.oud, self.nieuw = maak_goede_map(plek / "oud"), maak_goede_map(plek / "nieuw")
        leg_neer(self.nieuw, PROEF, PROEFPLEK)
        self.sommen = {naam: self._maak(naam) for naam in ("nieuw", "oud")}
        assert self.sommen["oud"] != self.sommen["nieuw"]
        shutil.copytree(self.uit, plek / "oude-site")

    def _maak(self, naam: str) -> str:
        self._bouw(getattr(self, naam))
        return afdruk(self.uit)

    def _bouw(self, map_: Path) -> None:
        verslag = Verslag()
        bouw_site(map_, self.uit, verslag, PEILDATUM, Voorraad(map_))
        assert not verslag.fouten, verslag.als_tekst()

    def _kind(self, schutter: Schutter, pijp: int) -> None:
        ruil = wissel.ruil

        def geteld(een: Path, ander: Path) -> bool:
            schutter.tel("ruil")
            schutter.ruil = schutter.geteld
            gelukt = ruil(een, ander)
            schutter.tel("na de ruil")
            return gelukt

        wissel.ruil = geteld
        sys.addaudithook(schutter.hoor)
        self._bouw(self.nieuw)
        os.write(pijp, json.dumps([schutter.geteld, schutter.ruil, schutter.soorten]).encode())

    def schiet(self, bij: int) -> tuple[str, str]:
        """(welke site er staat, wat een bouw die niet geraakt werd telde) na een bouw die voor aanroep `bij` stopt."""
        lees, schrijf = os.pipe()
        kind = os.fork()
        if not kind:
            status = 1
            try:
                self._kind(Schutter(bij), schrijf)
                status = 0
            finally:
                os._exit(status)
        os.close(schrijf)
        _, hoe = os.waitpid(kind, 0)
        with os.fdopen(lees, "rb") as pijp:
            verteld = pijp.read().decode()
        assert os.WIFSIGNALED(hoe) or os.waitstatus_to_exitcode(hoe) == 0, f"aanroep {bij}: status {hoe}"
        return self._staat(bij), verteld

    def _staat(self, bij: int) -> str:
        """Welke site er staat; daarna is alles opgeruimd en staat de oude er weer."""
        assert self.uit.is_dir(), f"aanroep {bij}: er staat geen site"
        som = afdruk(self.uit)
        staat = next((naam for naam, die in self.sommen.items() if die == som), "")
        assert staat, f"aanroep {bij}: er staat een halve site"
        with wissel.slot(self.uit):
            wissel.ruim_op(self.uit)
        rest = sorted(p.name for p in self.uit.parent.iterdir())
        assert rest == ["site"] and afdruk(self.uit) == som, f"aanroep {bij}: er bleef {rest}"
        if staat == "nieuw":
            shutil.rmtree(self.uit)
            shutil.copytree(self.plek / "oude-site", self.uit)
        return staat


def alles(baan: Baan, nummers: Iterable[int]) -> Counter[str]:
    return Counter(baan.schiet(nummer)[0] for nummer in nummers)


def tel(baan: Baan) -> tuple[int, int, dict[str, int]]:
    """Hoeveel aanroepen een bouw doet die niemand raakt, bij welke de wissel is, en hoeveel per soort."""
    geteld, ruil, soorten = json.loads(baan.schiet(0)[1])
    return geteld, ruil, soorten


def main(stap: int = 1) -> None:
    with tempfile.TemporaryDirectory() as plek:
        baan = Baan(Path(plek))
        totaal, ruil, soorten = tel(baan)
        print(f"een bouw doet {totaal} aanroepen, de wissel is nummer {ruil}: {soorten}", flush=True)
        print(f"{totaal} keer afgeschoten: {dict(alles(baan, range(1, totaal + 2, stap)))}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
