"""De motor achter de schil: van een map met Markdown naar HTML per pad. De enige module die een motor kent.

Er zijn er twee, MkDocs Material en Zensical; ze krijgen dezelfde Markdown, sjablonen en instellingen. Welke het is,
zegt `engine` in mkdocs.yml. Er komt geen plugin of hook aan te pas.
"""

import json
import logging
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from generator.meldingen import Verslag

THEMA = Path(__file__).parent / "thema"
_WORTELLINK = re.compile(r"\]\(/(?!/)(\)?)")
ZENSICAL = "zensical==0.0.73"  # ook in pyproject.toml
# Zo ontsnapt de filter 'e' van Zensical, en zo die van MkDocs: het betekent hetzelfde, maar niet voor wie het leest.
_TEKENS = (("&#x2f;", "/"), ("&#x27;", "&#39;"), ("&quot;", "&#34;"))
GEDULD = 120  # seconden; een motor die blijft hangen, mag een bouw niet ophouden

Bronnen = dict[str, str]


def render(engine: str, bronnen: Bronnen, instellingen: dict, verslag: Verslag) -> dict[str, str] | None:
    """HTML per pad (`over/`, `404.html`), of None met meldingen in het verslag.

    Args:
        engine: `material` of `zensical`.
        bronnen: Markdown per pad (`over.md`), met front matter waar nodig.
        instellingen: site_name, site_url en wat het thema onder `extra` nodig heeft.
    """
    if engine == "zensical" and find_spec("zensical") is None:
        python = min(sys.executable, os.path.relpath(sys.executable), key=len)
        verslag.meld("SK845", "mkdocs.yml", opdracht=f"{python} -m pip install {ZENSICAL}")
        return None
    zensical = engine == "zensical"
    maak, naam, na = (_zensical, "Zensical", _als_jinja) if zensical else (_material, "MkDocs", str)
    with tempfile.TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk).resolve()
        _schrijf(werk, bronnen, _diepte_zensical if zensical else _diepte_material)
        (werk / "mkdocs.yml").write_text(json.dumps(_instellingen(instellingen)), encoding="utf-8")
        regels = maak(werk)
        for regel in regels:
            verslag.meld("SK603", _bron_van(regel, bronnen), motor=naam, reden=regel)
        if regels:
            return None
        gemaakt = sorted((werk / "site").rglob("*.html"))
        return {
            p.relative_to(werk / "site").as_posix().removesuffix("index.html"): na(p.read_text(encoding="utf-8"))
            for p in gemaakt
        }


def versie(engine: str) -> str:
    """Wat er van de motor meetelt in de voorraad: een andere versie kan andere HTML geven."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("zensical" if engine == "zensical" else "mkdocs-material")
    except PackageNotFoundError:
        return ""


def _schrijf(werk: Path, bronnen: Bronnen, diepte: Callable[[str], int]) -> None:
    for pad, tekst in bronnen.items():
        doel = werk / "docs" / pad
        doel.parent.mkdir(parents=True, exist_ok=True)
        # Zonder kop zou de motor een eerste regel als 'Let op: ...' als instelling lezen en weglaten.
        kop = "" if tekst.startswith("---") else "---\n{}\n---\n"
        doel.write_text(kop + _vanaf_wortel(tekst, diepte(pad)), encoding="utf-8")


def _vanaf_wortel(tekst: str, diepte: int) -> str:
    """Schrijf links vanaf de wortel van de site (`/data/x.csv`) om naar links vanaf deze pagina."""
    omhoog = "../" * diepte
    return _WORTELLINK.sub(lambda m: f"]({omhoog or m[1] and './'}{m[1]}", tekst)


def _diepte_material(pad: str) -> int:
    """Hoe ver de wortel van de site weg is van de pagina: MkDocs laat zulke links staan zoals ze zijn."""
    return pad.count("/") + (0 if pad.endswith("index.md") else 1)


def _diepte_zensical(pad: str) -> int:
    """Hoe ver de wortel weg is van het bestand: Zensical rekent een link zelf om naar de pagina."""
    return pad.count("/")


class _Teller(logging.Handler):
    """Vangt de waarschuwingen van MkDocs op; strikt bouwen zou pas na het schrijven stoppen."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(record.getMessage())


def _material(werk: Path) -> list[str]:
    """MkDocs in dit proces; geeft zijn waarschuwingen."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    teller = _Teller()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(teller)
    oud, logger.propagate = logger.propagate, False
    try:
        build(load_config(str(werk / "mkdocs.yml"), docs_dir=str(werk / "docs"), site_dir=str(werk / "site")))
    finally:
        logger.removeHandler(teller)
        logger.propagate = oud
    return teller.regels


def _zensical(werk: Path) -> list[str]:
    """Zensical in een eigen proces, want zijn draden overleven een opdracht niet netjes; geeft zijn klachten."""
    opdracht = [sys.executable, "-m", "zensical", "build", "-f", str(werk / "mkdocs.yml")]
    uit = subprocess.run(opdracht, cwd=werk, capture_output=True, text=True, timeout=GEDULD, check=False)
    regels = [regel.strip() for regel in (uit.stdout + uit.stderr).splitlines() if regel.strip()]
    if uit.returncode:
        return regels[-5:] or [f"gestopt met status {uit.returncode}"]
    return [regel for regel in regels if re.match(r"(warning|error)\b", regel, re.IGNORECASE)]


def _als_jinja(html: str) -> str:
    """Een pagina van Zensical met de tekens in de lijst eromheen zoals MkDocs ze schrijft; de tekst erin blijft."""
    kop, main, rest = html.partition("<main")
    tekst, eind, voet = rest.rpartition("</main>")
    for oud, nieuw in _TEKENS:
        kop, voet = kop.replace(oud, nieuw), voet.replace(oud, nieuw)
    return kop + main + tekst + eind + voet


def _bron_van(regel: str, bronnen: Bronnen) -> str:
    """Het bestand waar de motor over klaagt, voor zover hij er een noemt."""
    gevonden = [pad for pad in bronnen if f"'{pad}'" in regel]
    return f"inhoud/{gevonden[0]}" if gevonden else "inhoud"


def _instellingen(instellingen: dict) -> dict:
    return {
        **instellingen,
        "theme": {
            "name": "material",
            "custom_dir": str(THEMA),
            "language": "nl",
            "font": False,
            "static_templates": ["404.html"],
        },
        "plugins": [],
        "markdown_extensions": ["tables", "def_list", "admonition", {"toc": {"permalink": False}}],
        # Of een doel bestaat, ziet het nazicht: dat kent ook de pagina's die de motor niet maakt.
        "validation": {
            "nav": {"omitted_files": "ignore"},
            "links": {
                "not_found": "ignore",
                "unrecognized_links": "ignore",
                "absolute_links": "ignore",
                "anchors": "ignore",
            },
        },
        "use_directory_urls": True,
    }
