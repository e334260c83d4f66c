"""De wijken als GeoJSON; een wijk zonder grens heeft geometry null."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.uitvoer.voorzieningen_geojson import verzameling

BESTAND = "data/gebieden.geojson"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    yield (
        BESTAND,
        verzameling(
            [
                {
                    "type": "Feature",
                    "properties": {
                        "code": w.code,
                        "naam": w.naam,
                        "gemeente": g.code,
                        "gemeentenaam": g.naam,
                        "inwoners": w.inwoners,
                        "url": f"{catalogus.instellingen.adres}gebieden/{g.slug}/{w.slug}/",
                    },
                    "geometry": w.vorm,
                }
                for g in catalogus.gemeenten
                for w in g.wijken
            ]
        ),
    )
