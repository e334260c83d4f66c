"""`test`: de tests draaien. De launcher heeft de pakketten ervoor al klaargezet; argumenten gaan door naar pytest."""

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
    gekozen = {"-n", "--pdb", "-x", "--lf"} & set(argumenten) or any(a.endswith(".py") or "::" in a for a in argumenten)
    return [] if gekozen else ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]


def draai(argumenten: list[str]) -> int:
    """De status van pytest."""
    project = Path(__file__).resolve().parents[2]
    opdracht = [sys.executable, "-m", "pytest", *op_elke_kern(argumenten), *argumenten]
    return subprocess.run(opdracht, cwd=project).returncode
