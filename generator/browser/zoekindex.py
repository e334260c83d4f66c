"""De zoekindex in twee delen: de kern om te zoeken, de rest om te tonen."""

from collections.abc import Iterator

from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.zoeken.index import maak_index


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    for naam, deel in zip(("kern", "rest"), maak_index(catalogus), strict=True):
        yield f"assets/zoek/{naam}.json", als_json(deel) + "\n"
