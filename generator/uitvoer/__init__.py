"""Open data: een module per bestand of soort bestand. Elke module heeft `maak(catalogus) -> Iterator[(pad, tekst)]`."""

from collections.abc import Iterator
from importlib import import_module

from generator.model import Catalogus

UITVOER = (
    "voorzieningen_json",
    "voorzieningen_csv",
    "voorzieningen_geojson",
    "gebieden_geojson",
    "functies_json",
    "kerncijfers_csv",
    "bouwtekening_json",
    "begrippen_jsonld",
    "taken_csv",
    "oembed",
    "dekking_csv",
    "activiteiten_ics",
    "activiteiten_json",
    "meenemen",
    "wijzigingen_json",
    "feeds",
    "kiss_vac",
    "hsds",
    "catalogus_jsonld",
    "schemas",
)


def alle_uitvoer(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van elk bestand met open data."""
    for naam in UITVOER:
        yield from import_module(f"generator.uitvoer.{naam}").maak(catalogus)
