"""Wat de zoekpagina ophaalt: de index in twee delen, en haar scripts als een bestand per plek."""

from collections.abc import Iterator

from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.zoeken.bundel import bundel
from generator.zoeken.crisis import maak_crisis
from generator.zoeken.index import maak_index


def maak_alle(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van alles onder assets/ waarvan de naam met 'zoek-' begint."""
    for naam, deel in zip(("kern", "rest"), maak_index(catalogus), strict=True):
        yield f"assets/zoek-{naam}.json", als_json(deel) + "\n"
    yield "assets/zoek-crisis.json", als_json(maak_crisis(catalogus)) + "\n"
    yield "assets/zoek-blad.js", bundel("zoeken.js")
    yield "assets/zoek-voorstel.js", bundel("zoekvoorstel.js", uitvoer=("koppelVoorstellen",))
    yield "assets/zoek-werker.js", bundel("zoekwerker.js")
