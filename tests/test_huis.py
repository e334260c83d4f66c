"""De bouw van het huis: invoer wijst een kant op, en wat niet in het project hoort staat er niet in."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import PROJECT

GENERATOR = PROJECT / "generator"
# Van links naar rechts; een module kent alleen wat links van haar staat, of wat in dezelfde kamer ligt.
KAMERS = (
    "json_tekst",
    "stroom",
    "cellen",
    "kleuren",
    "codes",
    "meldingen",
    "kernen",
    "elders",
    "model",
    "betekenis",
    "opmaak",
    "schema",
    "geheugen",
    "kluis",
    "voorraad",
    "lezen",
    "gebieden",
    "controles",
    "catalogus",
    "leesbaarheid",
    "uitleg",
    "geschiedenis",
    "zoeken",
    "kwaliteit",
    "paginas",
    "uitvoer",
    "browser",
    "werkstromen",
    "bouw",
    "regio",
    "bewerken",
    "voorstel",
    "forges",
    "ontvangen",
    "begin",
    "opdrachten",
    "cli",
)
START = ("__init__", "__main__")  # die kennen niemand, of alleen cli
ZWAAR = {"mkdocs": ("bouw",), "folium": ("bouw",), "geopandas": ("lezen", "gebieden")}


def kamer(naam: str) -> str | None:
    return next((k for k in KAMERS if naam == k or naam.startswith(k + ".")), None)


def test_elke_kamer_heeft_een_plaats_in_de_rij():
    """De kamers komen uit de boom: een nieuwe module of map kan niet buiten de rij blijven."""
    in_de_boom = {p.stem for p in GENERATOR.iterdir() if p.suffix == ".py" or any(p.rglob("*.py"))}
    assert in_de_boom == {*KAMERS, *START}


def modules() -> list[Path]:
    return sorted(GENERATOR.rglob("*.py"))


def invoer(bestand: Path) -> list[tuple[str, int]]:
    """Elke geimporteerde module met haar regel."""
    uit = []
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            uit += [(a.name, knoop.lineno) for a in knoop.names]
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            uit.append((knoop.module, knoop.lineno))
    return uit


@pytest.mark.parametrize("bestand", modules(), ids=lambda p: p.relative_to(GENERATOR).as_posix())
def test_invoer_wijst_een_kant_op(bestand):
    eigen = bestand.relative_to(GENERATOR).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    mijn = kamer(eigen)
    for naam, regel in invoer(bestand):
        if naam.startswith("generator.") and mijn:
            ander = kamer(naam.removeprefix("generator."))
            if ander:
                assert KAMERS.index(ander) <= KAMERS.index(mijn), f"{bestand.name}:{regel} haalt {naam} binnen"
        hoofd = naam.split(".")[0]
        if hoofd in ZWAAR:
            assert mijn in ZWAAR[hoofd], f"{bestand.name}:{regel}: {hoofd} hoort alleen in {ZWAAR[hoofd]}"


def test_elke_soort_pagina_en_elk_sjabloon_doet_mee():
    """Een module met `maak` staat in SOORTEN, en een sjabloon wordt door een module of ander sjabloon genoemd."""
    from generator.paginas import SOORTEN

    paginas = GENERATOR / "paginas"
    modules = {p.relative_to(paginas): p.read_text(encoding="utf-8") for p in paginas.rglob("*.py")}
    assert {
        ".".join(p.with_suffix("").parts) for p, tekst in modules.items() if "\ndef maak(catalogus" in tekst
    } == set(SOORTEN)
    sjablonen = {p.relative_to(paginas).as_posix(): p.read_text(encoding="utf-8") for p in paginas.rglob("*.html")}
    teksten = "\n".join(
        [*modules.values(), *sjablonen.values(), (GENERATOR / "bouw/stempelen.py").read_text(encoding="utf-8")]
    )
    assert [naam for naam in sjablonen if f'"{naam}"' not in teksten] == []


def bestanden_in_git() -> list[Path]:
    uit = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    return [PROJECT / naam for naam in uit.split("\0") if naam and (PROJECT / naam).is_file()]


def test_geen_adres_van_een_pakketregister():
    namen = (r"py" + r"pi\.org", r"python" + r"hosted\.org", r"npm" + r"js\.(?:org|com)", r"deb\." + r"debian\.org")
    registers = re.compile("|".join(namen))
    gevonden = [
        p.name
        for p in bestanden_in_git()
        if p.suffix != ".geojson" and registers.search(p.read_text("utf-8", errors="ignore"))
    ]
    assert gevonden == []


def test_geen_code_van_anderen_in_het_project():
    """Een script of stijl met heel lange regels is niet met de hand geschreven."""
    lang = [
        p.name
        for p in bestanden_in_git()
        if p.suffix in (".js", ".css") and max(map(len, p.read_text("utf-8").split("\n"))) > 400
    ]
    assert lang == []


def test_de_code_is_netjes():
    """De regels van ruff uit pyproject.toml: opmaak, volgorde van imports, verdachte code."""
    uit = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "."], cwd=PROJECT, capture_output=True, text=True
    )
    assert uit.returncode == 0, uit.stdout


def test_de_typen_kloppen():
    """mypy over de hele generator, zoals pyproject.toml het zegt: geen eigen map overgeslagen, geen fout toegestaan."""
    instelling = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert (
        instelling["files"] == ["generator"] and not {"ignore_errors", "follow_imports", "exclude"} & instelling.keys()
    )
    for uitzondering in instelling["overrides"]:
        assert uitzondering.keys() == {"module", "ignore_missing_imports"}
        assert not [naam for naam in uitzondering["module"] if naam.split(".")[0] in ("generator", "*")]
    uit = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary"], cwd=PROJECT, capture_output=True, text=True
    )
    assert uit.returncode == 0, uit.stdout + uit.stderr


def test_alle_pakketten_zijn_precies_vastgepind():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    eisen = project["dependencies"] + project["optional-dependencies"]["test"]
    assert [e for e in eisen if not re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.+-]+", e)] == []


def test_het_startprogramma_heeft_alleen_de_standaardbibliotheek_nodig():
    vreemd = [n for n, _ in invoer(PROJECT / "kaart.py") if n.split(".")[0] not in sys.stdlib_module_names]
    assert vreemd == []


def test_elk_pad_in_ontwikkelen_bestaat():
    """Wat tussen `aanhalingstekens` een map of een bestand is, staat in de boom; x.py en x.html zijn van wie iets
    toevoegt.
    """
    tekst = (PROJECT / "ONTWIKKELEN.md").read_text(encoding="utf-8")
    paden = set(re.findall(r"`((?:[\w.-]+/)+(?:[\w-]+\.\w+)?|[\w-]+\.(?:py|html|js|css|md|yaml))`", tekst))
    plekken = [PROJECT, *(p for p in (GENERATOR, *GENERATOR.rglob("*")) if p.is_dir() and p.name != "__pycache__")]
    vreemd = {p for p in paden if not re.search(r"(^|/)x\.", p) and not any((plek / p).exists() for plek in plekken)}
    assert len(paden) > 40 and vreemd == {"assets/"}
