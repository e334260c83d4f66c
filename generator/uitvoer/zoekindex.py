"""De zoekindex voor de browser: de kern voor de eerste uitkomst, de rest daarna."""

import json
from collections.abc import Iterator

from generator.model import Catalogus
from generator.zoeken.index import maak_index


def maak_alle(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van de twee bestanden onder assets/."""
    for naam, deel in zip(("kern", "rest"), maak_index(catalogus), strict=True):
        yield f"assets/zoek-{naam}.json", json.dumps(deel, ensure_ascii=False, separators=(",", ":")) + "\n"
