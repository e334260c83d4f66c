"""`test`: de tests draaien. De launcher heeft de pakketten ervoor al klaargezet; argumenten gaan door naar pytest."""

import argparse
import subprocess
import sys
from pathlib import Path


def voeg_toe(deel) -> None:
    parser = deel.add_parser("test", help="draai de tests", add_help=False, prefix_chars="\0")
    parser.add_argument("pytest_argumenten", nargs=argparse.REMAINDER)
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """De status van pytest; 5 (geen tests gekozen) is hier verkeerd gebruik."""
    project = Path(__file__).resolve().parents[2]
    return subprocess.run([sys.executable, "-m", "pytest", *opties.pytest_argumenten], cwd=project).returncode
