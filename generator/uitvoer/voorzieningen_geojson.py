"""Alle plekken als GeoJSON (RFC 7946, WGS84): een punt per locatie. Dezelfde bron voedt de kaarten."""

from collections.abc import Iterator

from generator.betekenis.woorden import KOSTEN, TOEGANG
from generator.json_tekst import als_json
from generator.model import Catalogus, Voorziening

BESTAND = "data/voorzieningen.geojson"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    kenmerken = [k for v in catalogus.voorzieningen.values() for k in punten(v, catalogus)]
    yield BESTAND, verzameling(kenmerken)


def verzameling(kenmerken: list[dict]) -> str:
    return als_json({"type": "FeatureCollection", "features": kenmerken}) + "\n"


def punten(v: Voorziening, catalogus: Catalogus) -> list[dict]:
    """Een Feature per locatie met een punt; gesloten plekken staan niet op de kaart."""
    if v.status != "actief":
        return []
    uit = []
    for nummer, plek in enumerate(v.locaties):
        if plek.punt:
            eigenschappen = {
                "id": v.id,
                "naam": v.naam,
                "plek": plek.naam,
                "soort": v.soort,
                "samenvatting": v.samenvatting,
                "functies": list(v.functies),
                "themas": list(catalogus.themas_van(v)),
                "gebied": catalogus.gebied_van(v, nummer),
                "adres": ", ".join(filter(None, (plek.adres.straatregel, plek.adres.plaats))) if plek.adres else None,
                "telefoon": v.contact.telefoon,
                "kosten": KOSTEN[v.kosten.soort] if v.kosten else None,
                "toegang": TOEGANG[v.toegang.hoe].kort,
                "url": f"{catalogus.instellingen.adres}voorzieningen/{v.id}/",
            }
            uit.append(
                {
                    "type": "Feature",
                    "properties": {n: w for n, w in eigenschappen.items() if w},
                    "geometry": {"type": "Point", "coordinates": [plek.punt.lengte, plek.punt.breedte]},
                }
            )
    return uit
