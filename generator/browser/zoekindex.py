"""De zoekindex in delen: de kern om te zoeken, de rest om te tonen. De woorden bij nood en de kennis staan apart."""

from collections.abc import Iterator

from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.zoeken.crisis import maak_crisis
from generator.zoeken.index import maak_index
from generator.zoeken.kennis import maak_kennis


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    for naam, deel in zip(("kern", "rest"), maak_index(catalogus), strict=True):
        yield f"assets/zoek/{naam}.json", als_json(deel) + "\n"
    yield "assets/zoek/kennis.json", als_json(maak_kennis(catalogus)) + "\n"
    yield "assets/zoek/crisis.json", als_json(maak_crisis(catalogus)) + "\n"
