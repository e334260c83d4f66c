"""`test`: de tests draaien. De launcher heeft de pakketten ervoor al klaargezet; argumenten gaan door naar pytest."""

import subprocess
import sys
from pathlib import Path


def voeg_toe(deel) -> None:
    """Alleen voor de uitleg: `cli` geeft `test` door voor argparse de argumenten van pytest kan misverstaan."""
    deel.add_parser("test", help="draai de tests; wat erachter staat gaat naar pytest").set_defaults(
        doe=lambda opties: draai([])
    )


def draai(argumenten: list[str]) -> int:
    """De status van pytest."""
    project = Path(__file__).resolve().parents[2]
    return subprocess.run([sys.executable, "-m", "pytest", *argumenten], cwd=project).returncode
