"""De schil: een keer de lijst om elke pagina, in stukken; hier wordt gestempeld. Ook de geschreven pagina's komen erin.

Een schil is HTML met merktekens; stempelen is aan elkaar plakken.
"""

import json
import re

from markupsafe import escape
from msgspec import Struct

from generator.bouw.artikelen import Artikel, maak_artikelen
from generator.bouw.lijst import GESCHREVEN, lijst, lijst_van_verdwaald
from generator.meldingen import SocialeKaartFout, Verslag
from generator.voorraad import Voorraad

MERKEN = ("titel", "omschrijving", "canoniek", "vooraf", "soort", "kop", "kruimels", "inhoud")
DIEPST = 4
_MERK = re.compile("@@(" + "|".join(MERKEN) + ")@@")
_MERK_GESCHREVEN = re.compile("@@(titel|omschrijving|canoniek|artikel)@@")
_GEEN_MERK = (
    "@\x04@"  # zo staat @@ uit een tekst in de schil; een stuurteken kan daar nooit uit een bestand komen (SK006)
)
# Een kopje dat zo heet als een vast deel van de pagina.
_BEZETTE_KOP = re.compile(r'(<h[1-6] id=")(inhoud|menu|kop-q)"')


class Schil(Struct, frozen=True):
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


class Schillen(Struct, frozen=True):
    """De schil per diepte (0 = voorpagina), de 404-schil en de geschreven pagina's op pad."""

    per_diepte: dict[int, Schil]
    verdwaald: Schil
    geschreven: dict[str, str]


def maak_schillen(
    bronnen: dict[str, str], instellingen: dict, verslag: Verslag, voorraad: Voorraad, engine: str = "material"
) -> Schillen:
    """De schillen en de geschreven pagina's.

    Args:
        bronnen: Markdown per pad onder inhoud/ (`over.md`), met front matter waar nodig.
        instellingen: site_name, site_url en wat het thema onder `extra` nodig heeft.
        engine: `material` of `zensical`.
    """
    veilig = zonder_merken(instellingen)
    artikelen = maak_artikelen(engine, bronnen, verslag, voorraad)
    if artikelen is None:
        return Schillen({}, Schil(()), {})
    return Schillen(
        {diepte: snijd(lijst(diepte, veilig), f"van diepte {diepte}") for diepte in range(DIEPST + 1)},
        snijd(lijst_van_verdwaald(veilig), "404"),
        {pad: geschreven_pagina(artikel, pad.count("/"), instellingen) for pad, artikel in artikelen.items()},
    )


def geschreven_pagina(artikel: Artikel, diepte: int, instellingen: dict) -> str:
    """Een artikel in zijn lijst."""
    delen = {
        "titel": artikel.titel,
        "omschrijving": artikel.omschrijving or escape(instellingen.get("site_description", "")),
        "canoniek": instellingen["site_url"] + artikel.adres,
        "artikel": _BEZETTE_KOP.sub(r'\1\2-kop"', artikel.html),
    }
    stukken = _MERK_GESCHREVEN.split(lijst(diepte, zonder_merken(instellingen), GESCHREVEN))
    return "".join(deel if i % 2 == 0 else delen[deel] for i, deel in enumerate(stukken)).replace(_GEEN_MERK, "@@")


def zonder_merken(instellingen: dict) -> dict:
    """De instellingen, met in geen enkele tekst iets dat voor een merk van de schil is aan te zien."""
    return json.loads(json.dumps(instellingen).replace("@@", "@\\u0004@"))
