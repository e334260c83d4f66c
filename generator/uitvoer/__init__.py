"""Open data: een module per bestand. Elke module heeft BESTAND en `maak(catalogus) -> str`."""

from collections.abc import Iterator
from importlib import import_module

from generator.model import Catalogus

UITVOER = ("voorzieningen_json", "voorzieningen_csv", "voorzieningen_geojson", "gebieden_geojson", "functies_json", "kerncijfers_csv")


def alle_uitvoer(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van elk bestand met open data."""
    for naam in UITVOER:
        module = import_module(f"generator.uitvoer.{naam}")
        yield module.BESTAND, module.maak(catalogus)
