"""De achtergrond van de kaart lezen: water, groen, wegen, spoor, bebouwing en namen, om te tekenen en niet om mee te
rekenen.
"""

from generator.lezen.geojson import kenmerken_van
from generator.lezen.json_lezer import JsonBestand, lees_json
from generator.lezen.vormen import Vormfout, bezwaar_ligging, lees_punt
from generator.meldingen import Verslag

GRENS_BYTES = 400_000
LAGEN = ("water", "groen", "wegen", "spoor", "bebouwing", "namen")
SOORTEN = ("", "lijn", "hoofdweg", "straat", "pad", "gebouw", "kern", "plaats", "water")
# Hoe diep de punten in een vorm liggen.
DIEPTE = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


def lees_ondergrond(ruw: bytes, pad: str, verslag: Verslag) -> dict | None:
    """Een FeatureCollection met alleen laag, soort en naam, of None bij een fout."""
    if len(ruw) > GRENS_BYTES:
        verslag.meld("SK005", pad, grootte=len(ruw) // 1000, grens=GRENS_BYTES // 1000)
        return None
    bestand = lees_json(ruw, pad, verslag)
    if bestand is None or (ruwe := kenmerken_van(bestand, pad, verslag)) is None:
        return None
    uit = [_kenmerk(bestand, pad, nummer, deel, verslag) for nummer, deel in enumerate(ruwe)]
    return {"type": "FeatureCollection", "features": [k for k in uit if k]}


def _kenmerk(bestand: JsonBestand, pad: str, nummer: int, deel: object, verslag: Verslag) -> dict | None:
    """Een kenmerk met schone eigenschappen; None met een melding als het niet te tekenen is."""
    eigen = deel.get("properties") if isinstance(deel, dict) else None
    eigen = eigen if isinstance(eigen, dict) else {}
    plek, gebied = bestand.plek_van_kenmerk(nummer), f"kenmerk {nummer + 1}"
    if eigen.get("laag") not in LAGEN or eigen.get("soort", "") not in SOORTEN:
        verslag.meld("SK521", pad, plek, gebied=gebied, waarde=str(eigen.get("laag"))[:40], keuze=", ".join(LAGEN))
        return None
    try:
        vorm = _vorm(deel.get("geometry") if isinstance(deel, dict) else None)
    except Vormfout as fout:
        verslag.meld(fout.code, pad, plek, gebied=gebied, **fout.waarden)
        return None
    schoon = {k: eigen[k] for k in ("laag", "soort", "naam") if isinstance(eigen.get(k), str) and eigen[k]}
    return {"type": "Feature", "properties": schoon, "geometry": vorm}


def _vorm(geometrie: object) -> dict:
    """De vorm met alleen lengte en breedte; raist Vormfout."""
    soort = geometrie.get("type") if isinstance(geometrie, dict) else None
    if not isinstance(geometrie, dict) or not isinstance(soort, str) or soort not in DIEPTE:
        raise Vormfout("SK509", waarde=f"de vorm is {str(soort or 'leeg')[:40]}")
    punten: list = []
    schoon = _punten(geometrie.get("coordinates"), DIEPTE[soort], punten)
    if bezwaar := bezwaar_ligging(punten):
        raise Vormfout(bezwaar[0], **bezwaar[1])
    return {"type": soort, "coordinates": schoon}


def _punten(deel: object, diepte: int, alle: list) -> list:
    if diepte == 0:
        alle.append(list(lees_punt(deel)[:2]))
        return alle[-1]
    if not isinstance(deel, list) or not deel:
        raise Vormfout("SK509", waarde="een vorm zonder punten")
    return [_punten(d, diepte - 1, alle) for d in deel]
