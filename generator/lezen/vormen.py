"""De vorm van een gebied nakijken: opbouw en ligging zonder hulp, geldigheid en overlap met shapely (pas dan geladen)."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from generator.lezen.json_lezer import GeenGetal

LENGTE, BREEDTE = (3.2, 7.3), (50.7, 53.7)
RD_X, RD_Y = (0, 300_000), (300_000, 630_000)
METER_PER_GRAAD = 111_320
KIER_BREEDTE_M = 25
Bezwaar = tuple[str, dict]
_REDENEN = {
    "Ring Self-intersection": "de ring raakt of kruist zichzelf",
    "Hole lies outside shell": "een gat ligt buiten het vlak",
    "Holes are nested": "een gat ligt in een ander gat",
    "Interior is disconnected": "gaten delen het vlak in losse stukken",
    "Nested shells": "een deel ligt in een ander deel",
    "Duplicate Rings": "een ring staat er twee keer in",
    "Too few points in geometry component": "een ring heeft te weinig punten",
}


class Vormfout(Exception):
    """Een vorm die niet kan; draagt de code en de waarden van de melding."""

    def __init__(self, code: str, **waarden: object):
        self.code, self.waarden = code, waarden


def toon_punt(x: float, y: float) -> str:
    return f"{x:.6g}, {y:.7g}" if abs(x) < 1000 else f"{x:.0f}, {y:.0f}"


GROOTSTE = 10**9  # graden en meters zijn kleiner; een geheel getal van honderden cijfers past nergens meer in


def lees_punt(ruw: object) -> tuple[float, float, bool]:
    """Lengte, breedte en of er een hoogte bij stond; raist Vormfout."""
    if not isinstance(ruw, list) or len(ruw) < 2:
        raise Vormfout("SK509", waarde="geen paar van lengte en breedte" if not isinstance(ruw, str) else ruw)
    for getal in ruw[:2]:
        if isinstance(getal, bool) or not isinstance(getal, int | float) or not abs(getal) < GROOTSTE:
            raise Vormfout("SK509", waarde=getal if isinstance(getal, GeenGetal | float) else repr(getal)[:40])
    return float(ruw[0]), float(ruw[1]), len(ruw) > 2


def _driehoeken(ring: Sequence[Sequence[float]]) -> list[float]:
    """De dubbele oppervlakten met teken vanaf het eerste punt (schoenveter); samen positief is tegen de klok in."""
    x0, y0 = ring[0]
    return [(a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(ring, ring[1:], strict=False)]


def _ring(ruw: object, tegen_de_klok: bool) -> tuple[list[list[float]], bool]:
    if not isinstance(ruw, list):
        raise Vormfout("SK507", reden="er staat geen rij punten")
    punten, hoogte = [], False
    for deel in ruw:
        x, y, z = lees_punt(deel)
        punten.append([x, y])
        hoogte |= z
    if len(punten) < 4:
        raise Vormfout("SK507", reden=f"hij heeft {len(punten)} punten")
    if punten[0] != punten[-1]:
        raise Vormfout(
            "SK507", reden=f"hij begint bij {toon_punt(*punten[0])} en eindigt bij {toon_punt(*punten[-1])}"
        )
    driehoeken = _driehoeken(punten)
    if not any(driehoeken):
        raise Vormfout("SK507", reden="hij omsluit niets")
    return (punten if (sum(driehoeken) > 0) == tegen_de_klok else punten[::-1]), hoogte


def lees_vorm(geometrie: Any) -> tuple[dict, bool]:
    """Een vlak als GeoJSON-geometrie zonder hoogtes en goed gedraaid (RFC 7946), en of er hoogtes in stonden.

    Raist Vormfout bij een andere soort vorm, een kapotte ring of een coordinaat die geen getal is.
    """
    soort = geometrie.get("type") if isinstance(geometrie, dict) else None
    if soort not in ("Polygon", "MultiPolygon"):
        raise Vormfout(
            "SK508", gevonden="niets" if geometrie is None else soort if isinstance(soort, str) else "iets anders"
        )
    delen = geometrie.get("coordinates")
    delen = [delen] if soort == "Polygon" else delen
    if not isinstance(delen, list) or not delen or not all(isinstance(d, list) and d for d in delen):
        raise Vormfout("SK508", gevonden=f"een lege {soort}")
    uit, hoogte = [], False
    for deel in delen:
        ringen = [_ring(ring, nummer == 0) for nummer, ring in enumerate(deel)]
        uit.append([punten for punten, _ in ringen])
        hoogte |= any(z for _, z in ringen)
    return {"type": soort, "coordinates": uit[0] if soort == "Polygon" else uit}, hoogte


def ringen_van(vorm: dict) -> Iterable[list]:
    """Alle ringen van een vlak."""
    for deel in [vorm["coordinates"]] if vorm["type"] == "Polygon" else vorm["coordinates"]:
        yield from deel


def _binnen(x: float, y: float, bereik_x: tuple, bereik_y: tuple) -> bool:
    return bereik_x[0] <= x <= bereik_x[1] and bereik_y[0] <= y <= bereik_y[1]


def bezwaar_ligging(punten: Iterable[Sequence[float]]) -> Bezwaar | None:
    """Of punten in Nederland liggen; zo niet, of het meters zijn of verwisselde graden."""
    for x, y in punten:
        if _binnen(x, y, LENGTE, BREEDTE):
            continue
        if _binnen(x, y, RD_X, RD_Y):
            return "SK504", {}
        if _binnen(y, x, LENGTE, BREEDTE):
            return "SK505", {}
        return "SK515", {"punt": toon_punt(x, y)}
    return None


def bezwaar_geldigheid(vormen: Any) -> list[tuple[int, Bezwaar]]:
    """Per ongeldige shapely-vorm het nummer en de melding, met de plek die GEOS noemt."""
    import shapely

    uit = []
    for nummer in [int(i) for i in (~shapely.is_valid(vormen)).nonzero()[0]]:
        soort, _, plek = shapely.is_valid_reason(vormen[nummer]).partition("[")
        x, _, y = plek.rstrip("]").partition(" ")
        punt = toon_punt(float(x), float(y)) if y else "een onbekend punt"
        if soort == "Self-intersection":
            uit.append((nummer, ("SK506", {"punt": punt})))
        else:
            uit.append((nummer, ("SK507", {"reden": f"{_REDENEN.get(soort, 'de vorm is ongeldig')} bij {punt}"})))
    return uit


def naar_vlak_m2(vormen, breedte: float):
    """De vormen in meters: graden maal een vaste schaal op deze breedte; voor een gemeente tot op 0,2 %
    oppervlakte-getrouw.
    """
    import numpy
    import shapely

    schaal = numpy.array([METER_PER_GRAAD * math.cos(math.radians(breedte)), METER_PER_GRAAD * 0.9995])
    return shapely.transform(vormen, lambda punten: punten * schaal)


def overlappen(vormen) -> list[tuple[int, int, float]]:
    """Paren die elkaar met meer dan 1 m2 overlappen: de twee nummers en de vierkante meters."""
    import shapely

    links, rechts = shapely.STRtree(vormen).query(vormen, predicate="intersects")
    eerst = links < rechts
    links, rechts = links[eerst], rechts[eerst]
    binnen = shapely.relate_pattern(vormen[links], vormen[rechts], "T********")
    links, rechts = links[binnen], rechts[binnen]
    uit = []
    for a, b, stuk in zip(links, rechts, shapely.intersection(vormen[links], vormen[rechts]), strict=True):
        oppervlakte = (
            float(shapely.area(naar_vlak_m2(stuk, shapely.get_y(shapely.centroid(stuk)))))
            if not stuk.is_empty
            else 0.0
        )
        if oppervlakte > 1:
            uit.append((int(a), int(b), oppervlakte))
    return sorted(uit)


def kieren(vormen) -> list[tuple[float, str]]:
    """Smalle gaten tussen de gebieden, dus geen meer of enclave: vierkante meters en een punt, het grootste eerst."""
    import shapely

    samen = shapely.union_all(vormen)
    uit = []
    for gat in [shapely.polygons(ring) for deel in shapely.get_parts(samen) for ring in deel.interiors]:
        punt = shapely.point_on_surface(gat)
        vlak = naar_vlak_m2(gat, punt.y)
        rond, breedte = 4 * math.pi * vlak.area / vlak.length**2, 2 * vlak.area / vlak.length
        if vlak.area > 1 and rond < 0.4 and breedte < KIER_BREEDTE_M:
            uit.append((float(vlak.area), toon_punt(punt.x, punt.y)))
    return sorted(uit, reverse=True)


def maak_vormen(vormen: Sequence[dict]):
    """GeoJSON-geometrieen als numpy-rij van shapely-vormen; zonder GDAL."""
    import numpy
    from shapely.geometry import shape

    uit = numpy.empty(len(vormen), dtype=object)
    uit[:] = [shape(vorm) for vorm in vormen]
    return uit


def verenig(vormen: Sequence[dict]) -> dict | None:
    """De omtrek van gebieden samen, als GeoJSON-geometrie; None als er geen vorm is."""
    import json

    import shapely

    if not vormen:
        return None
    samen = shapely.orient_polygons(shapely.union_all(maak_vormen(vormen)), exterior_cw=False)
    return json.loads(shapely.to_geojson(samen))
