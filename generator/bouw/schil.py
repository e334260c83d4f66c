"""De schil: de motor maakt een keer de lijst om elke pagina en de geschreven pagina's; hier wordt gestempeld.

Een schil is HTML met merktekens; stempelen is aan elkaar plakken.
"""

import json
import re
from dataclasses import dataclass

from generator.bouw.motor import THEMA, render, versie
from generator.meldingen import SocialeKaartFout, Verslag
from generator.voorraad import Voorraad, vingerafdruk

MERKEN = ("titel", "omschrijving", "canoniek", "vooraf", "soort", "kop", "kruimels", "inhoud")
DIEPST = 4
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


def _schilpagina(diepte: int) -> tuple[str, str]:
    """Pad en tekst van de schilpagina van een diepte; diepte 1 is `/x/`."""
    pad = "index.md" if diepte == 0 else "/".join([*["schil"] * (diepte - 1), f"schil{diepte}"]) + ".md"
    return pad, "---\ntitle: schil\nschil: ja\n---\nschil\n"


def maak_schillen(
    bronnen: dict[str, str], instellingen: dict, verslag: Verslag, voorraad: Voorraad, engine: str = "material"
) -> Schillen:
    """De schillen en de geschreven pagina's.

    Args:
        bronnen: Markdown per pad onder inhoud/ (`over.md`), met front matter waar nodig.
        instellingen: site_name, site_url en wat het thema onder `extra` nodig heeft.
        engine: `material` of `zensical`.
    """
    thema = [p.read_bytes() for p in sorted(THEMA.rglob("*.html"))]
    sleutel = vingerafdruk(json.dumps([engine, versie(engine), bronnen, instellingen], sort_keys=True), *thema)
    gerenderd = voorraad.pak("schil", sleutel)
    if gerenderd is None:
        schilpaginas = dict(_schilpagina(diepte) for diepte in range(DIEPST + 1))
        gerenderd = render(engine, {**bronnen, **schilpaginas}, zonder_merken(instellingen), verslag)
        if gerenderd is None:
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
