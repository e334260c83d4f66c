"""Gegevens voor onze eigen scripts: zoeken, balie, kaarten, postcodes en melden. Elke module heeft `maak(catalogus) ->
Iterator[(pad, tekst)]`.
"""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from generator.model import Catalogus

Soort = Callable[[], Iterator[tuple[str, str]]]
BROWSER = ("postcodes", "zoekindex", "kaartdata", "balie", "melden")


def gegevenssoorten(catalogus: Catalogus) -> list[Soort]:
    """Per soort een functie die (pad, tekst) van haar bestanden geeft; de module komt pas binnen als zij draait."""
    return [partial(_maak, naam, catalogus) for naam in BROWSER]


def _maak(naam: str, catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    return import_module(f"generator.browser.{naam}").maak(catalogus)


def alle_gegevens(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van elk bestand dat een script van ons ophaalt."""
    for soort in gegevenssoorten(catalogus):
        yield from soort()
