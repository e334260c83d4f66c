"""Gegevens voor onze eigen scripts: zoeken, balie, kaarten, postcodes en melden. Elke module heeft `maak(catalogus)`,
zoals die van `uitvoer`.
"""

from collections.abc import Iterator
from functools import partial
from importlib import import_module

from generator.model import Catalogus
from generator.uitvoer import Inhoud, Soort

BROWSER = ("postcodes", "zoekindex", "kaartdata", "balie", "melden")


def gegevenssoorten(catalogus: Catalogus) -> list[Soort]:
    """Per soort een functie die (pad, tekst) van haar bestanden geeft; de module komt pas binnen als zij draait."""
    return [partial(_maak, naam, catalogus) for naam in BROWSER]


def _maak(naam: str, catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    return import_module(f"generator.browser.{naam}").maak(catalogus)
