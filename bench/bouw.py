"""Meet de bouw naast mkdocs-material en Hugo, op hetzelfde verzonnen corpus en om en om in een run.

    python3 bench/bouw.py --aantal 1000 5000 10000
    python3 bench/bouw.py --kernen 1 --rondes 5 --uitslag bench/UITSLAG-EEN-KERN.md
    python3 bench/bouw.py --corpus MAP --aantal 1000     (alleen het corpus schrijven)

Alle bouwers schrijven op dezelfde schijf, zo mogelijk een in het geheugen: ext4 slaat net gewiste plekken over, en rekent de
bouwer die na een ander komt daardoor tot een seconde per vijfduizend mappen extra (`--werkmap` kiest een andere plek).
Er komt geen tijdmeting in de tests: die hangt af van de computer en van wat er nog meer op draait.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from bench.corpus import maak_ingangen, schrijf_corpus  # noqa: E402
from bench.meten import Meting, lees_boom, meet  # noqa: E402
from bench.motoren import heeft_hugo, schrijf_hugo, schrijf_mkdocs  # noqa: E402
from bench.uitslag import schrijf_uitslag  # noqa: E402

PEILDATUM = "2026-11-22"
NODIG = 6_000_000_000  # bytes, ruim voor 10.000 ingangen bij alle bouwers
EERSTE, KOUD, TWEEDE, CONTROLEER, MKDOCS, HUGO = "eerste", "koud", "tweede", "controleer", "mkdocs", "hugo"


@dataclass(slots=True)
class Uitkomst:
    """Alle metingen van een aantal ingangen, en het bewijs van de tweede bouw."""

    aantal: int
    metingen: dict[str, list[Meting]] = field(default_factory=dict)
    bestanden: int = 0
    paginagrootte: dict[str, int] = field(default_factory=dict)
    veranderd: list[str] = field(default_factory=list)
    anders_dan_vol: list[str] = field(default_factory=list)

    def cpu(self, wat: str) -> float | None:
        return statistics.median(m.cpu for m in self.metingen[wat]) if wat in self.metingen else None

    def klok(self, wat: str) -> float | None:
        return statistics.median(m.klok for m in self.metingen[wat]) if wat in self.metingen else None

    def geheugen(self, wat: str) -> float | None:
        return max(m.geheugen for m in self.metingen[wat]) if wat in self.metingen else None


class Bank:
    """De werkbank van een aantal ingangen: drie mappen met dezelfde teksten, en wat erop gemeten wordt."""

    def __init__(self, werk: Path, aantal: int, python: str, anderen: tuple[str, ...]):
        self.werk, self.python, self.anderen = werk, python, anderen
        self.corpus, self.site = werk / "corpus", werk / "site"
        self.uit = Uitkomst(aantal)
        schrijf_corpus(self.corpus, aantal)
        self.ingangen = [(i.id, i.soort) for i in maak_ingangen(aantal)]

    def noteer(self, wat: str, opdracht: list[str], map_: Path, **omgeving: str) -> None:
        meting = meet(opdracht, map_, omgeving, geheugen=wat not in self.uit.metingen)
        self.uit.metingen.setdefault(wat, []).append(meting)
        print(
            f"  {self.uit.aantal:6} {wat:10} {meting.cpu:7.2f} s cpu {meting.klok:7.2f} s klok {meting.geheugen:6.0f} MB",
            flush=True,
        )

    def generator(self, wat: str, opdracht: str, voorraad: Path, uit: Path | None = None) -> None:
        naar = ["--uit", str(uit)] if uit else []
        self.noteer(
            wat,
            [self.python, "-m", "generator", opdracht, "--map", str(self.corpus), "--peildatum", PEILDATUM, *naar],
            PROJECT,
            SOCIALE_KAART_VOORRAAD=str(voorraad),
        )

    def zet_anderen_klaar(self) -> None:
        """De mappen van de andere bouwers; Hugo krijgt de lijst van onze eerste pagina."""
        aantal = self.uit.aantal
        if MKDOCS in self.anderen:
            schrijf_mkdocs(self.werk / MKDOCS, maak_ingangen(aantal))
        if HUGO in self.anderen:
            paginas = [self.site / "voorzieningen" / id_ / "index.html" for id_, _ in self.ingangen]
            grootte = round(statistics.mean(p.stat().st_size for p in paginas))
            schrijf_hugo(self.werk / HUGO, maak_ingangen(aantal), paginas[0].read_text(encoding="utf-8"), grootte)

    def ronde(self, nummer: int) -> None:
        """Alles een keer, om en om: onze koude bouw, de anderen, onze tweede bouw en het nakijken.

        Koud is: deze inhoud is nog nooit gebouwd. Alleen bij `eerste` is ook de generator zelf nog nooit gebruikt, en
        moeten zijn sjablonen nog vertaald.
        """
        shutil.rmtree(self.site, ignore_errors=True)
        voorraad = self.werk / f"voorraad-{nummer}"
        if nummer == 0:
            self.generator(EERSTE, "bouw", voorraad, self.site)
            shutil.rmtree(self.site)
        for bestand in voorraad.glob("*.voorraad"):
            if bestand.name != "gedeeld.voorraad":
                bestand.unlink()
        self.generator(KOUD, "bouw", voorraad, self.site)
        if nummer == 0:
            self.zet_anderen_klaar()
        for naam, opdracht in (
            (MKDOCS, [self.python, "-m", "mkdocs", "build", "-q", "-d"]),
            (HUGO, ["hugo", "--quiet", "-d"]),
        ):
            if naam in self.anderen:
                shutil.rmtree(self.werk / f"{naam}-site", ignore_errors=True)
                self.noteer(naam, [*opdracht, str(self.werk / f"{naam}-site")], self.werk / naam)
        oud = lees_boom(self.site) if nummer == 0 else None
        self.wijzig(nummer)
        self.generator(TWEEDE, "bouw", voorraad, self.site)
        if oud:
            self.bewijs(oud)
        self.generator(CONTROLEER, "controleer", self.werk / f"voorraad-leeg-{nummer}")

    def wijzig(self, nummer: int) -> None:
        """Een redacteur verandert een ingang: een andere samenvatting en een alinea erbij."""
        id_, _ = self.ingangen[len(self.ingangen) // 2]
        bestand = next(self.corpus.glob(f"sociale_kaart/*/{id_}.yaml"))
        regels = bestand.read_text(encoding="utf-8").split("\n")
        kop = next(n for n, regel in enumerate(regels) if regel.startswith("samenvatting:"))
        regels[kop] = f"samenvatting: Sinds kort ook kalligrafie, in zaal {nummer + 1}."
        regels[kop + 2 : kop + 2] = [f"  Nieuw is **kalligrafie** in zaal {nummer + 1}.", ""]
        bestand.write_text("\n".join(regels), encoding="utf-8")

    def bewijs(self, oud) -> None:
        """De tweede bouw laat niets weg: zij is gelijk aan een volle bouw van dezelfde inhoud, en niet aan de vorige
        site.
        """
        nu = lees_boom(self.site)
        vol = self.werk / "vol"
        meet(
            [
                self.python,
                "-m",
                "generator",
                "bouw",
                "--map",
                str(self.corpus),
                "--peildatum",
                PEILDATUM,
                "--uit",
                str(vol),
            ],
            PROJECT,
            {"SOCIALE_KAART_VOORRAAD": str(self.werk / "voorraad-vol")},
        )
        self.uit.veranderd = nu.verschil(oud)
        self.uit.anders_dan_vol = nu.verschil(lees_boom(vol))
        self.uit.bestanden = len(nu.bestanden)
        for naam, map_ in (("wij", self.site), (MKDOCS, self.werk / "mkdocs-site"), (HUGO, self.werk / "hugo-site")):
            paginas = [p.stat().st_size for p in map_.glob("voorzieningen/*/index.html")]
            if paginas:
                self.uit.paginagrootte[naam] = round(statistics.mean(paginas))
        shutil.rmtree(vol)


def kies_werkmap() -> Path:
    """Een schijf in het geheugen als die er is en groot genoeg is, en anders de map voor tijdelijke bestanden."""
    geheugen = Path("/dev/shm")
    ruim = geheugen.is_dir() and shutil.disk_usage(geheugen).free > NODIG
    return geheugen if ruim else Path(tempfile.gettempdir())


def kies_python() -> str:
    """De Python met de pakketten van het project: die van .venv als die er is."""
    for pad in (PROJECT / ".venv" / "bin" / "python", PROJECT / ".venv" / "Scripts" / "python.exe"):
        if pad.exists():
            return str(pad)
    return sys.executable


def lees_opties() -> argparse.Namespace:
    ontleder = argparse.ArgumentParser(description="Meet de bouw naast mkdocs-material en Hugo.")
    ontleder.add_argument(
        "--aantal", type=int, nargs="+", default=[1000, 5000], metavar="N", help="aantallen ingangen"
    )
    ontleder.add_argument(
        "--anderen-tot", type=int, default=5000, metavar="N", help="meet de andere bouwers tot en met dit aantal"
    )
    ontleder.add_argument(
        "--rondes", type=int, default=None, metavar="N", help="hoe vaak (standaard 5 tot 5.000 ingangen, daarboven 1)"
    )
    ontleder.add_argument(
        "--kernen",
        type=int,
        default=None,
        metavar="N",
        help="laat alle bouwers maar zoveel kernen zien (alleen Linux)",
    )
    ontleder.add_argument("--zonder", nargs="+", default=[], choices=(MKDOCS, HUGO), help="sla een andere bouwer over")
    ontleder.add_argument("--corpus", type=Path, metavar="MAP", help="schrijf alleen het corpus in deze map")
    ontleder.add_argument("--zaad", type=int, default=1, metavar="N", help="het zaad van het corpus bij --corpus")
    ontleder.add_argument("--python", default=kies_python(), help="de Python met de pakketten")
    ontleder.add_argument(
        "--werkmap", type=Path, default=kies_werkmap(), metavar="MAP", help="waar alle bouwers schrijven"
    )
    ontleder.add_argument(
        "--uitslag", type=Path, default=PROJECT / "bench" / "UITSLAG.md", metavar="BESTAND", help="waar de tabel komt"
    )
    return ontleder.parse_args()


def main() -> None:
    opties = lees_opties()
    if opties.corpus:
        schrijf_corpus(opties.corpus, opties.aantal[0], opties.zaad)
        return
    if opties.kernen:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: opties.kernen])
    anderen = tuple(n for n in (MKDOCS, HUGO) if n not in opties.zonder and (n != HUGO or heeft_hugo()))
    # Zoals kaart.py na het installeren doet: wat niet van een gemeente is, staat daarna klaar.
    meet([opties.python, "-m", "generator.bouw.klaarzetten", PEILDATUM], PROJECT)
    uitkomsten = []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=opties.werkmap) as map_:
        for aantal in sorted(opties.aantal):
            bank = Bank(
                Path(map_) / str(aantal), aantal, opties.python, anderen if aantal <= opties.anderen_tot else ()
            )
            for nummer in range(opties.rondes or (5 if aantal <= 5000 else 1)):
                bank.ronde(nummer)
            uitkomsten.append(bank.uit)
            shutil.rmtree(bank.werk)
    schrijf_uitslag(opties.uitslag, uitkomsten, opties.python, opties.werkmap)
    print(opties.uitslag.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
