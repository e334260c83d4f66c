"""Gegevens voor onze eigen scripts: zoeken, balie, kaarten, postcodes en melden. Elke module heeft `maak(catalogus) ->
Iterator[(pad, tekst)]`.
"""

from collections.abc import Iterator
from importlib import import_module

from generator.model import Catalogus

BROWSER = ("postcodes", "zoekindex", "kaartdata", "balie", "melden")


def alle_gegevens(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van elk bestand dat een script van ons ophaalt."""
    for naam in BROWSER:
        yield from import_module(f"generator.browser.{naam}").maak(catalogus)
