"""De schil: MkDocs Material maakt een keer de lijst om elke pagina en de geschreven pagina's; hier wordt gestempeld.

De enige module die MkDocs kent. Er komt geen plugin of hook aan te pas: een map met gewone Markdown gaat erin,
HTML komt eruit. Een schil is die HTML met merktekens; stempelen is aan elkaar plakken.
"""

import json
import logging
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.meldingen import SocialeKaartFout, Verslag
from generator.voorraad import Voorraad, vingerafdruk

MERKEN = ("titel", "omschrijving", "canoniek", "vooraf", "soort", "kop", "kruimels", "inhoud")
DIEPST = 4
THEMA = Path(__file__).parent / "thema"
_WORTELLINK = re.compile(r"\]\(/(?!/)")
_MERK = re.compile("@@(" + "|".join(MERKEN) + ")@@")
_GEEN_MERK = (
    "@\x04@"  # zo staat @@ uit een tekst in de schil; een stuurteken kan daar nooit uit een bestand komen (SK006)
)
# Een kopje dat zo heet als een vast deel van de pagina.
_BEZETTE_KOP = re.compile(r'(<h[1-6] id=")(inhoud|menu|kop-q)"')


@dataclass(frozen=True, slots=True)
class Schil:
    """Een gerenderde lijst in stukken: tekst, merk, tekst, merk, ..., tekst."""

    stukken: tuple[str, ...]

    def stempel(self, **delen: str) -> str:
        """De pagina. `delen` bevat HTML voor elk merk uit MERKEN."""
        return "".join(deel if i % 2 == 0 else delen[deel] for i, deel in enumerate(self.stukken))


def snijd(html: str, naam: str) -> Schil:
    """Snijd een gerenderde schil op haar merktekens; elk merk moet er precies een keer in staan."""
    stukken = tuple(_MERK.split(html))
    merken = stukken[1::2]
    for merk in MERKEN:
        if merken.count(merk) != 1:
            raise SocialeKaartFout(
                f"de schil {naam} heeft het merk '{merk}' {merken.count(merk)} keer, niet een keer.",
                "herstel generator/bouw/thema/main.html.",
                status=3,
            )
    return Schil(tuple(stuk.replace(_GEEN_MERK, "@@") for stuk in stukken))


@dataclass(frozen=True, slots=True)
class Schillen:
    """De schil per diepte (0 = voorpagina), de 404-schil en de geschreven pagina's op pad."""

    per_diepte: dict[int, Schil]
    verdwaald: Schil
    geschreven: dict[str, str]


class _Teller(logging.Handler):
    """Vangt de waarschuwingen van MkDocs op; strikt bouwen zou pas na het schrijven stoppen."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(record.getMessage())


def _schilpagina(diepte: int) -> tuple[str, str]:
    """Pad en tekst van de schilpagina van een diepte; diepte 1 is `/x/`."""
    pad = "index.md" if diepte == 0 else "/".join([*["schil"] * (diepte - 1), f"schil{diepte}"]) + ".md"
    return pad, "---\ntitle: schil\nschil: ja\n---\nschil\n"


def maak_schillen(bronnen: dict[str, str], instellingen: dict, verslag: Verslag, voorraad: Voorraad) -> Schillen:
    """De schillen en de geschreven pagina's.

    Args:
        bronnen: Markdown per pad onder inhoud/ (`over.md`), met front matter waar nodig.
        instellingen: site_name, site_url en wat het thema onder `extra` nodig heeft.
    """
    thema = [p.read_bytes() for p in sorted(THEMA.rglob("*.html"))]
    sleutel = vingerafdruk(json.dumps([bronnen, instellingen], sort_keys=True), *thema)
    gerenderd = voorraad.pak("schil", sleutel)
    if gerenderd is None:
        gerenderd, regels = _render(bronnen, zonder_merken(instellingen))
        for regel in regels:
            verslag.meld("SK603", _bron_van(regel, bronnen), reden=regel)
        if regels:
            return Schillen({}, Schil(()), {})
        voorraad.leg("schil", sleutel, gerenderd)
    diepten = {}
    for diepte in range(DIEPST + 1):
        pad = _schilpagina(diepte)[0]
        diepten[diepte] = snijd(gerenderd[pad.replace("index.md", "").replace(".md", "/")], pad)
    schilpaden = {_schilpagina(d)[0].replace("index.md", "").replace(".md", "/") for d in range(DIEPST + 1)}
    geschreven = {
        pad: _BEZETTE_KOP.sub(r'\1\2-kop"', html).replace(_GEEN_MERK, "@@")
        for pad, html in gerenderd.items()
        if pad not in schilpaden and pad != "404.html"
    }
    return Schillen(diepten, snijd(gerenderd["404.html"], "404"), geschreven)


def zonder_merken(instellingen: dict) -> dict:
    """De instellingen, met in geen enkele tekst iets dat voor een merk van de schil is aan te zien."""
    return json.loads(json.dumps(instellingen).replace("@@", "@\\u0004@"))


def _bron_van(regel: str, bronnen: dict[str, str]) -> str:
    """Het bestand waar MkDocs over klaagt, voor zover het er een noemt."""
    gevonden = [pad for pad in bronnen if f"'{pad}'" in regel]
    return f"inhoud/{gevonden[0]}" if gevonden else "inhoud"


def _render(bronnen: dict[str, str], instellingen: dict) -> tuple[dict[str, str], list[str]]:
    """MkDocs in dit proces op een tijdelijke map: HTML per pad, en de waarschuwingen."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with tempfile.TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk)
        for pad, tekst in [*bronnen.items(), *(_schilpagina(d) for d in range(DIEPST + 1))]:
            doel = werk / "docs" / pad
            doel.parent.mkdir(parents=True, exist_ok=True)
            # Zonder kop zou MkDocs een eerste regel als 'Let op: ...' als instelling lezen en weglaten.
            kop = "" if tekst.startswith("---") else "---\n{}\n---\n"
            doel.write_text(kop + _vanaf_wortel(pad, tekst), encoding="utf-8")
        (werk / "mkdocs.yml").write_text(json.dumps(_mkdocs_instellingen(instellingen)), encoding="utf-8")
        teller = _Teller()
        logger = logging.getLogger("mkdocs")
        logger.addHandler(teller)
        oud, logger.propagate = logger.propagate, False
        try:
            build(load_config(str(werk / "mkdocs.yml"), docs_dir=str(werk / "docs"), site_dir=str(werk / "uit")))
        finally:
            logger.removeHandler(teller)
            logger.propagate = oud
        uit = {
            p.relative_to(werk / "uit").as_posix().removesuffix("index.html"): p.read_text(encoding="utf-8")
            for p in sorted((werk / "uit").rglob("*.html"))
        }
        return uit, teller.regels


def _vanaf_wortel(pad: str, tekst: str) -> str:
    """Schrijf links vanaf de wortel van de site (`/data/x.csv`) om naar links vanaf deze pagina."""
    diepte = pad.count("/") + (0 if pad.endswith("index.md") else 1)
    return _WORTELLINK.sub(lambda m: m[0][:-1] + ("../" * diepte or "./"), tekst)


def _mkdocs_instellingen(instellingen: dict) -> dict:
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
        # Of een doel bestaat, ziet het nazicht: dat kent ook de pagina's die MkDocs niet maakt.
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
