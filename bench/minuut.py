"""De eerste minuut: van een verse kloon tot een site, met pip en met uv, en naast een andere stand van dit project.

    python3 bench/minuut.py --rondes 3
    python3 bench/minuut.py --tegen COMMIT        (om en om met een oudere stand)

Elke ronde is een nieuwe kloon met een eigen voorraad. Wat pip en uv op deze computer al ophaalden, houden zij; de eerste
ronde meet dus ook het net, en telt niet mee.
"""

import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from bench.diensten import Dienst  # noqa: E402
from bench.uitslag import getal, tabel  # noqa: E402

GRENS_MB = 300


class Ronde(NamedTuple):
    """Seconden op de klok tot de omgeving er is en tot de site er is, rekentijd, en MB die de omgeving inneemt."""

    omgeving: float
    site: float
    rekentijd: float
    grootte: float


def grootte_van(map_: Path) -> float:
    """MB op de schijf, zoals `du` telt: hele blokken."""
    return sum(p.lstat().st_blocks for p in map_.rglob("*")) * 512 / 1e6


def pad_met(uv: str | None) -> str:
    """Het zoekpad van de computer, met alleen dit programma `uv` of geen."""
    zonder = [deel for deel in os.environ["PATH"].split(os.pathsep) if not (Path(deel) / "uv").exists()]
    return os.pathsep.join(([str(Path(uv).parent)] if uv else []) + zonder)


def meet_kloon(stand: str, uv: str | None, werk: Path) -> Ronde:
    """Kloon deze stand en geef `kaart.py bouw`."""
    kloon = werk / "kloon"
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(PROJECT), str(kloon)], check=True)
    subprocess.run(["git", "checkout", "-q", "--detach", stand], cwd=kloon, check=True)
    omgeving = {"PATH": pad_met(uv), "SOCIALE_KAART_VOORRAAD": str(werk / "voorraad")}
    voor, begin = os.times(), os.times().elapsed
    dienst = Dienst((sys.executable, "kaart.py", "bouw"), kloon, omgeving)
    status = dienst.proces.wait()
    klaar = os.times()
    if status:
        raise SystemExit("\n".join(regel for _, regel in dienst.regels[-20:]))
    site = klaar.elapsed - begin
    installeren = dienst.wacht_op("^Klaar") - dienst.begin
    rekentijd = klaar.children_user + klaar.children_system - voor.children_user - voor.children_system
    uit = Ronde(installeren, site, rekentijd, grootte_van(kloon / ".venv"))
    shutil.rmtree(kloon)
    shutil.rmtree(werk / "voorraad", ignore_errors=True)
    return uit


def lees_opties() -> argparse.Namespace:
    ontleder = argparse.ArgumentParser(description="Meet van een verse kloon tot een site.")
    ontleder.add_argument("--rondes", type=int, default=3, metavar="N", help="hoe vaak, na een ronde die niet telt")
    ontleder.add_argument("--tegen", metavar="COMMIT", help="meet om en om met deze stand van het project")
    ontleder.add_argument("--uv", default=shutil.which("uv"), metavar="PAD", help="het programma uv, als dat er is")
    ontleder.add_argument("--werkmap", type=Path, default=Path(tempfile.gettempdir()), metavar="MAP")
    ontleder.add_argument("--uitslag", type=Path, default=PROJECT / "bench" / "UITSLAG-MINUUT.md", metavar="BESTAND")
    return ontleder.parse_args()


def schrijf_uitslag(metingen: dict[tuple[str, str], list[Ronde]], druk: float, opties: argparse.Namespace) -> None:
    rijen = []
    for (stand, met), rondes in metingen.items():
        omgeving, site, rekentijd, grootte = (statistics.median(deel) for deel in zip(*rondes, strict=True))
        mag = "ja" if grootte < GRENS_MB else "**nee**"
        rijen.append((f"{stand}, met {met}", *(getal(x) for x in (omgeving, site, rekentijd)), getal(grootte, 0), mag))
    kop = ("stand", "omgeving, s", "site, s", "rekentijd, s", "omgeving, MB", f"onder {GRENS_MB} MB")
    regels = [
        "# Uitslag van de eerste minuut",
        "",
        f"Gemeten op {datetime.date.today()}, {platform.system()}, {os.cpu_count()} processorkernen, Python "
        f"{platform.python_version()}; druk (load, 1 minuut) {getal(druk)} bij het begin en {getal(os.getloadavg()[0])} "
        "aan het eind.",
        f"Gemaakt met `python3 bench/minuut.py`: een verse kloon en `python3 kaart.py bouw`, de mediaan van {opties.rondes};",
        "om en om, en wat van het net komt staat al op de schijf. MB is wat `.venv` op de schijf inneemt, in hele blokken.",
        "",
        tabel(kop, rijen),
        "",
    ]
    opties.uitslag.write_text("\n".join(regels), encoding="utf-8")


def main() -> None:
    opties, druk = lees_opties(), os.getloadavg()[0]
    metingen: dict[tuple[str, str], list[Ronde]] = {}
    with tempfile.TemporaryDirectory(prefix="minuut-", dir=opties.werkmap) as map_:
        for nummer in range(opties.rondes + 1):
            for naam, stand in (("nu", "HEAD"), *([(f"{opties.tegen}", opties.tegen)] if opties.tegen else [])):
                for met, uv in (("pip", None), *([("uv", opties.uv)] if opties.uv else [])):
                    ronde = meet_kloon(stand, uv, Path(map_))
                    print(f"{nummer} {naam:12} {met:4} {ronde}", flush=True)
                    if nummer:  # in de eerste ronde komt er nog van alles van het net
                        metingen.setdefault((naam, met), []).append(ronde)
    schrijf_uitslag(metingen, druk, opties)
    print(opties.uitslag.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
