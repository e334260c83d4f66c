"""Open data: een module per bestand. Elke module heeft BESTAND en `maak(catalogus) -> str`.

Een module in VEEL maakt meer bestanden: `maak(catalogus) -> Iterator[(pad, tekst)]`.
"""

from collections.abc import Iterator
from importlib import import_module

from generator.model import Catalogus

UITVOER = ("voorzieningen_json", "voorzieningen_csv", "voorzieningen_geojson", "gebieden_geojson", "functies_json", "kerncijfers_csv",
           "bouwtekening_json", "begrippen_jsonld", "taken_csv")
VEEL = ("kaartdata", "oembed", "dekking_csv", "balie_json")


def alle_uitvoer(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van elk bestand met open data."""
    for naam in UITVOER:
        module = import_module(f"generator.uitvoer.{naam}")
        yield module.BESTAND, module.maak(catalogus)
    for naam in ("postcodes_json", "zoekindex"):
        yield from import_module(f"generator.uitvoer.{naam}").maak_alle(catalogus)
    for naam in VEEL:
        yield from import_module(f"generator.uitvoer.{naam}").maak(catalogus)
