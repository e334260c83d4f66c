"""Een kopie van het project om in te veranderen wat een ander zou veranderen, en er opdrachten in te draaien."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import PROJECT

# De vertaalde modules gaan mee: een proces in de kopie begint anders met een seconde vertalen.
ZONDER = shutil.ignore_patterns("*.pyc.*", ".mypy_cache", ".pytest_cache")


def maak_kopie(doel: Path, *delen: str) -> Path:
    """De generator, en verder deze delen van het project, in de nieuwe map `doel`."""
    for deel in ("generator", "pyproject.toml", *delen):
        bron = PROJECT / deel
        if bron.is_dir():
            shutil.copytree(bron, doel / deel, ignore=ZONDER)
        else:
            (doel / deel).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(bron, doel / deel)
    return doel


def vervang(bestand: Path, oud: str, nieuw: str) -> None:
    """Vervang een stuk dat precies een keer in een bestand staat."""
    tekst = bestand.read_text(encoding="utf-8")
    assert tekst.count(oud) == 1, f"{oud!r} staat {tekst.count(oud)} keer in {bestand.name}"
    bestand.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def draai(kopie: Path, *argumenten: str) -> subprocess.CompletedProcess[str]:
    """`python -m ...` met de generator uit de kopie."""
    omgeving = {
        **os.environ,
        "PYTHONPATH": str(kopie),
        "SOCIALE_KAART_VOORRAAD": str(kopie / "voorraad"),
        "PYTHONDONTWRITEBYTECODE": "",  # leeg is uit: wat de test in de kopie veranderde, wordt een keer vertaald
    }
    return subprocess.run([sys.executable, "-m", *argumenten], cwd=kopie, env=omgeving, capture_output=True, text=True)


def lees_alles(map_: Path) -> dict[str, bytes]:
    """Elk bestand van een map met zijn inhoud."""
    return {
        p.relative_to(map_).as_posix(): p.read_bytes()
        for p in sorted(map_.rglob("*"))
        if p.is_file() and not {"__pycache__", "voorraad", ".pytest_cache"} & set(p.relative_to(map_).parts)
    }
