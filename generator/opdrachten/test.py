"""`test`: de tests draaien. De launcher heeft de pakketten ervoor al klaargezet; argumenten gaan door naar pytest."""

import argparse
import subprocess
import sys
from pathlib import Path


def voeg_toe(deel) -> None:
    """Alleen voor de uitleg: `cli` geeft `test` door voor argparse de argumenten van pytest kan misverstaan."""
    deel.add_parser("test", help="draai de tests; wat erachter staat gaat naar pytest").set_defaults(
        doe=lambda opties: draai([])
    )


def op_elke_kern(argumenten: list[str]) -> list[str]:
    """De keuzes die de tests over de kernen verdelen; een bestand blijft bij elkaar, want het deelt wat het bouwt."""
    gekozen = {"-n", "--pdb", "-x", "--lf"} & set(argumenten) or any(
        a.endswith(".py") or "::" in a for a in argumenten
    )
    return [] if gekozen else ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]


def fuzz(project: Path, argumenten: list[str]) -> int:
    """`--fuzz N [--zaad Z]`: zoveel kapotte invoeren voor elke lezer, en zoveel bestanden op twee manieren gelezen.

    Met hetzelfde zaad zijn het dezelfde.
    """
    ontleder = argparse.ArgumentParser(prog="python3 kaart.py test", allow_abbrev=False)
    ontleder.add_argument("--fuzz", type=int, required=True, metavar="N", help="hoeveel invoeren")
    ontleder.add_argument("--zaad", type=int, default=1, metavar="Z", help="het zaad (standaard: 1)")
    keuze = ontleder.parse_args(argumenten)
    getallen = [str(keuze.fuzz), str(keuze.zaad)]
    proeven = [[sys.executable, str(project / naam), *getallen] for naam in ("tests/fuzz.py", "tests/fuzz_snel.py")]
    return max(subprocess.run(proef, cwd=project).returncode for proef in proeven)


def draai(argumenten: list[str]) -> int:
    """De status van pytest."""
    project = Path(__file__).resolve().parents[2]
    if "--fuzz" in argumenten:
        return fuzz(project, argumenten)
    opdracht = [sys.executable, "-m", "pytest", *op_elke_kern(argumenten), *argumenten]
    return subprocess.run(opdracht, cwd=project).returncode
