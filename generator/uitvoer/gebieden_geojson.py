"""De wijken als GeoJSON; een wijk zonder grens heeft geometry null. De grenzen zijn van een ander: dat staat per wijk."""

from collections.abc import Iterator

from generator.model import Catalogus, Gebied, Gemeente
from generator.uitvoer.herkomst import herkomst_van, over_bestand
from generator.uitvoer.voorzieningen_geojson import verzameling

BESTAND = "data/gebieden.geojson"
# Elke eigenschap met wat erin staat; het schema neemt haar hiervandaan.
EIGENSCHAPPEN = {
    "code": "De code van de wijk.",
    "naam": "De naam van de wijk.",
    "gemeente": "De code van de gemeente.",
    "gemeentenaam": "De naam van de gemeente.",
    "inwoners": "Het aantal inwoners, of null als dat niet bekend is.",
    "url": "De pagina op deze site.",
    "licentie": "De licentie van de grens.",
    "bron": "Van wie de grens is.",
}


def maak(catalogus: Catalogus) -> Iterator[tuple[str, bytes]]:
    kenmerken = [kenmerk(w, g, catalogus) for g in catalogus.gemeenten for w in g.wijken]
    yield BESTAND, verzameling(kenmerken, over_bestand(catalogus, "gebieden"))


def kenmerk(wijk: Gebied, gemeente: Gemeente, catalogus: Catalogus) -> dict:
    licentie, bron = herkomst_van(gemeente, "wijken", catalogus)
    return {
        "type": "Feature",
        "properties": {
            "code": wijk.code,
            "naam": wijk.naam,
            "gemeente": gemeente.code,
            "gemeentenaam": gemeente.naam,
            "inwoners": wijk.inwoners,
            "url": f"{catalogus.instellingen.adres}gebieden/{gemeente.slug}/{wijk.slug}/",
            "licentie": licentie,
            "bron": bron,
        },
        "geometry": wijk.vorm,
    }
