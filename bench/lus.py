"""De lus waarin een schrijver leeft: van bewaren tot in de browser, naast `hugo server` en `mkdocs serve`.

    python3 bench/lus.py --aantal 1000 5000

Dezelfde teksten voor alle drie. Per server: starten, een bladzijde openen, in dat bestand een zin veranderen, en wachten
tot die zin op het scherm staat (Chromium, met wat de server zelf doet om te verversen) of over HTTP te halen is. `alles` is
het moment waarop de server zegt dat hij klaar is. Ook `controleer --blijf`: van bewaren tot de melding over dat bestand.
"""

import argparse
import datetime
import os
import platform
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from bench.bouw import PEILDATUM, kies_python, kies_werkmap  # noqa: E402
from bench.corpus import maak_ingangen, schrijf_corpus  # noqa: E402
from bench.diensten import Dienst, Soort, Zie, haal, lees_over_http, open_in, wacht_tot  # noqa: E402
from bench.motoren import heeft_hugo, schrijf_hugo, schrijf_mkdocs  # noqa: E402
from bench.uitslag import getal, pakketten, tabel, versie  # noqa: E402

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
GRENS = {1000: 0.3, 5000: 0.8}
GRENS_BLIJF = 0.2


class Ronde(NamedTuple):
    """Seconden van bewaren tot de bladzijde en tot alles, rekentijd tot alles, en MB daarna."""

    eerst: float
    alles: float
    rekentijd: float
    geheugen: float


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def zin_in(bestand: Path, voor: Callable[[str], bool], maak: Callable[[str], str]) -> Callable[[str], None]:
    """Een functie die de eerste regel waarvoor `voor` geldt, vervangt en het bestand bewaart."""

    def wijzig(zin: str) -> None:
        regels = bestand.read_text(encoding="utf-8").split("\n")
        nummer = next(n for n, regel in enumerate(regels) if voor(regel))
        regels[nummer] = maak(zin)
        bestand.write_text("\n".join(regels), encoding="utf-8")

    return wijzig


class Bank:
    """Drie mappen met dezelfde teksten en wat er van een aantal ingangen gemeten is."""

    def __init__(self, werk: Path, aantal: int, opties: argparse.Namespace):
        self.werk, self.aantal, self.opties = werk, aantal, opties
        self.corpus = werk / "corpus"
        schrijf_corpus(self.corpus, aantal)
        ingangen = list(maak_ingangen(aantal))
        self.ingang = ingangen[len(ingangen) // 2]
        self.bestand = next(self.corpus.glob(f"sociale_kaart/*/{self.ingang.id}.yaml"))
        self.uit: dict[str, list[Ronde]] = {}
        self.rust: dict[str, float] = {}

    def generator(self, *opdracht: str) -> tuple[str, ...]:
        return (self.opties.python, "-m", "generator", *opdracht, "--map", str(self.corpus), "--peildatum", PEILDATUM)

    def omgeving(self) -> dict[str, str]:
        return {"SOCIALE_KAART_VOORRAAD": str(self.werk / "voorraad"), "PYTHONPATH": str(PROJECT)}

    def zet_anderen_klaar(self) -> None:
        """De mappen van de anderen; Hugo krijgt de lijst van onze eigen bladzijde en ongeveer haar grootte."""
        blad = self.corpus / "site" / "voorzieningen" / self.ingang.id / "index.html"
        schrijf_mkdocs(self.werk / "mkdocs", maak_ingangen(self.aantal))
        schrijf_hugo(
            self.werk / "hugo", maak_ingangen(self.aantal), blad.read_text(encoding="utf-8"), blad.stat().st_size
        )

    def soort(self, naam: str) -> Soort:
        """Hoe een server heet, start en verandert."""
        poort, id_ = vrije_poort(), self.ingang.id
        adres = f"http://127.0.0.1:{poort}/voorzieningen/{id_}/"
        if naam == "wij":
            wijzig = zin_in(self.bestand, lambda r: r.startswith("samenvatting:"), "samenvatting: {}".format)
            return Soort(naam, self.generator("bekijk", "--poort", str(poort)), PROJECT, "^Gebouwd", adres, wijzig)
        if naam == "mkdocs":
            bestand = self.werk / "mkdocs" / "docs" / "voorzieningen" / f"{id_}.md"
            opdracht = (self.opties.python, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{poort}")
            klaar = "Documentation built in"
        else:
            bestand = self.werk / "hugo" / "content" / "voorzieningen" / f"{id_}.md"
            opdracht = ("hugo", "server", "--bind", "127.0.0.1", "--port", str(poort))
            klaar = "^(Total|Built) in"
        oud = [self.ingang.samenvatting]

        def is_de_zin(regel: str) -> bool:
            return regel == oud[0]

        def maak(zin: str) -> str:
            oud[0] = zin
            return zin

        return Soort(naam, opdracht, self.werk / naam, klaar, adres, zin_in(bestand, is_de_zin, maak))

    def meet_server(self, naam: str, open_blad: Callable | None) -> None:
        """Start een server, en verander steeds een zin: eerst gehaald over HTTP, dan in de browser."""
        soort = self.soort(naam)
        dienst = Dienst(soort.opdracht, soort.map, self.omgeving())
        try:
            wacht_tot(lambda: self.ingang.naam in haal(soort.adres), f"de bladzijde van {naam}", 0.1)
            dienst.wacht_op(soort.klaar)
            self.meet_rust(naam, dienst)
            rondes = self.opties.rondes if naam != "mkdocs" or self.aantal < 5000 else min(3, self.opties.rondes)
            self.rondes(f"{naam}, over HTTP", soort, dienst, lees_over_http(soort), rondes)
            if open_blad:
                self.rondes(f"{naam}, in de browser", soort, dienst, open_blad(soort), rondes)
        finally:
            dienst.stop()
        if naam == "wij":
            self.zet_anderen_klaar()

    def meet_rust(self, naam: str, dienst: Dienst) -> None:
        """Hoeveel rekentijd een server per seconde kost terwijl er niets verandert."""
        time.sleep(1)
        voor, begin = dienst.rekentijd(), time.perf_counter()
        time.sleep(3)
        self.rust[naam] = (dienst.rekentijd() - voor) / (time.perf_counter() - begin)

    def rondes(self, wat: str, soort: Soort, dienst: Dienst, zie: Zie, aantal: int) -> None:
        for nummer in range(aantal):
            zin = f"Sinds kort ook kalligrafie in zaal {len(self.uit)} {nummer} van {soort.naam}."
            wacht, vanaf, voor = zie(zin), len(dienst.regels), dienst.rekentijd()
            soort.wijzig(zin)
            begin = time.perf_counter()
            eerst = wacht() - begin
            alles = dienst.wacht_op(soort.klaar, vanaf) - begin
            self.noteer(wat, Ronde(eerst, max(eerst, alles), dienst.rekentijd() - voor, dienst.geheugen()))
            time.sleep(1.5)  # een schrijver leest wat er staat; de server mag uitrusten

    def meet_blijf(self) -> None:
        """`controleer --blijf`: een ingang die fout gaat en weer goed is, tot de melding en tot alles is nagekeken."""
        dienst = Dienst(self.generator("controleer", "--blijf", "--alles"), PROJECT, self.omgeving())
        pad, goed = self.bestand.relative_to(self.corpus).as_posix(), self.bestand.read_text(encoding="utf-8")
        slot = r"gevonden\.|in orde\.?$"
        try:
            dienst.wacht_op(slot)
            self.meet_rust("controleer --blijf", dienst)
            for nummer in range(self.opties.rondes):
                fout = goed.replace("rolstoel: ja", f"rolstoel: misschien{nummer}")
                for wat, tekst, keer in (("met een fout", fout, 2), ("weer goed", goed, 1)):
                    vanaf, voor = len(dienst.regels), dienst.rekentijd()
                    self.bestand.write_text(tekst, encoding="utf-8")
                    begin = time.perf_counter()
                    eerst = dienst.wacht_op(f"^{pad}:", vanaf) - begin
                    alles = dienst.wacht_op(slot, vanaf, keer) - begin  # een fout staat er twee keer
                    rekentijd = dienst.rekentijd() - voor
                    self.noteer(f"controleer --blijf, {wat}", Ronde(eerst, alles, rekentijd, dienst.geheugen()))
                    time.sleep(1.5)
        finally:
            dienst.stop()

    def noteer(self, wat: str, ronde: Ronde) -> None:
        self.uit.setdefault(wat, []).append(ronde)
        print(
            f"  {self.aantal:6} {wat:24} {ronde.eerst:7.3f} s bladzijde {ronde.alles:7.3f} s alles "
            f"{ronde.rekentijd:7.2f} s cpu {ronde.geheugen:5.0f} MB",
            flush=True,
        )


def lees_opties() -> argparse.Namespace:
    ontleder = argparse.ArgumentParser(description="Meet van bewaren tot in de browser, naast Hugo en MkDocs.")
    ontleder.add_argument(
        "--aantal", type=int, nargs="+", default=[1000, 5000], metavar="N", help="aantallen ingangen"
    )
    ontleder.add_argument("--rondes", type=int, default=5, metavar="N", help="hoe vaak (mkdocs bij 5.000: drie keer)")
    ontleder.add_argument("--zonder", nargs="+", default=[], choices=("mkdocs", "hugo", "browser", "blijf"))
    ontleder.add_argument(
        "--werkmap", type=Path, default=kies_werkmap(), metavar="MAP", help="waar alles komt te staan"
    )
    ontleder.add_argument("--python", default=kies_python(), help="de Python met de pakketten")
    ontleder.add_argument("--uitslag", type=Path, default=PROJECT / "bench" / "UITSLAG-LUS.md", metavar="BESTAND")
    return ontleder.parse_args()


def midden(rondes: list[Ronde], welk: int) -> float:
    return statistics.median(ronde[welk] for ronde in rondes)


def schrijf_uitslag(banken: list[Bank], druk: tuple[float, float], opties: argparse.Namespace) -> None:
    rijen = []
    for bank in banken:
        for wat, rondes in bank.uit.items():
            grens = GRENS_BLIJF if "blijf" in wat else GRENS.get(bank.aantal) if wat.startswith("wij") else None
            eerst = midden(rondes, 0)
            rijen.append(
                (
                    f"{getal(bank.aantal, 0)}: {wat}",
                    *(getal(midden(rondes, welk), 2) for welk in (0, 1, 2)),
                    getal(midden(rondes, 3), 0),
                    len(rondes),
                    "-" if grens is None else f"{getal(grens)}: {'ja' if eerst <= grens else '**nee**'}",
                )
            )
    rust = [(f"{getal(b.aantal, 0)}: {wat}", f"{100 * deel:.0f} %") for b in banken for wat, deel in b.rust.items()]
    regels = [
        "# Uitslag van de lus",
        "",
        f"Gemeten op {datetime.date.today()}, {platform.system()}, {os.cpu_count()} processorkernen; druk (load, 1 minuut) "
        f"{getal(druk[0])} bij het begin en {getal(druk[1])} aan het eind.",
        f"{pakketten(opties.python)}, {versie(['hugo', 'version']).split('+')[0].split('-')[0]}.",
        "Gemaakt met `python3 bench/lus.py`. Seconden op de klok van bewaren tot de nieuwe zin er staat (bladzijde) en tot de",
        "server zegt dat hij klaar is (alles); rekentijd van de server met alles wat hij start; geheugen na de wijziging;",
        "telkens de mediaan. Hugo houdt de site in het geheugen, wij en MkDocs schrijven haar.",
        "",
        tabel(("aantal en server", "bladzijde", "alles", "rekentijd", "MB", "rondes", "grens"), rijen),
        "",
        "Rekentijd terwijl er niets verandert, als deel van een kern:",
        "",
        tabel(("aantal en server", "deel"), rust),
        "",
    ]
    opties.uitslag.write_text("\n".join(regels), encoding="utf-8")


def meet_alles(opties: argparse.Namespace, werk: Path, open_blad: Callable | None) -> list[Bank]:
    banken = []
    for aantal in sorted(opties.aantal):
        banken.append(Bank(werk / str(aantal), aantal, opties))
        for naam in ("wij", "hugo", "mkdocs"):
            if naam not in opties.zonder and (naam != "hugo" or heeft_hugo()):
                banken[-1].meet_server(naam, open_blad)
        if "blijf" not in opties.zonder:
            banken[-1].meet_blijf()
        shutil.rmtree(werk / str(aantal))
    return banken


def main() -> None:
    opties = lees_opties()
    if Path(sys.executable).parent != Path(opties.python).parent and "browser" not in opties.zonder:
        os.execv(opties.python, [opties.python, *sys.argv])  # daar staat Playwright
    begin = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="lus-", dir=opties.werkmap) as map_, ExitStack() as stapel:
        open_blad = None
        if "browser" not in opties.zonder:
            from playwright.sync_api import sync_playwright

            speler = stapel.enter_context(sync_playwright())
            browser = speler.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            stapel.callback(browser.close)
            open_blad = open_in(browser, stapel)
        banken = meet_alles(opties, Path(map_), open_blad)
    schrijf_uitslag(banken, (begin, os.getloadavg()[0]), opties)
    print(opties.uitslag.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
