"""Grenzen bewerken met shapely: omrekenen, samenvoegen, nakijken, herstellen en vereenvoudigen zonder kieren."""

import math
from functools import lru_cache
from typing import Any

import numpy
import shapely
from msgspec import Struct, field

from generator.lezen.vormen import BREEDTE, LENGTE, RD_X, RD_Y, Vormfout, toon_punt

RD, WGS84 = "EPSG:28992", "EPSG:4326"
GRENS_BYTES = 300_000
TOLERANTIES = (1, 2, 3, 5, 8, 12, 18, 25, 35, 50, 70, 100, 150, 220, 330, 500)
KIER_BREEDTE_M = 50
BIJNA_NIETS_M2 = 1.0


@lru_cache(maxsize=8)
def _omrekenaar(van: str, naar: str):
    from pyproj import Transformer

    return Transformer.from_crs(van, naar, always_xy=True)


def reken_om(vormen, van: str, naar: str):
    """Vormen van het ene stelsel naar het andere; x is altijd de lengte of de oostwaarde."""
    reken = _omrekenaar(van, naar)
    return shapely.transform(vormen, lambda p: numpy.column_stack(reken.transform(p[:, 0], p[:, 1])))


def stelsel_van(vorm, crs: str | None) -> str:
    """In welk stelsel een vorm staat: RD of WGS84, naar de getallen zelf. Raist Vormfout als het geen van beide kan zijn.

    De getallen gaan voor de opgave in het bestand: RD-meters met een crs van WGS84 komen voor, en omgekeerd.
    """
    x0, y0, x1, y1 = shapely.bounds(vorm)
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        raise Vormfout("SK509", waarde="NaN of oneindig")
    if x0 >= LENGTE[0] and x1 <= LENGTE[1] and y0 >= BREEDTE[0] and y1 <= BREEDTE[1]:
        return WGS84
    if x0 >= RD_X[0] and x1 <= RD_X[1] and y0 >= RD_Y[0] and y1 <= RD_Y[1]:
        return RD
    if y0 >= LENGTE[0] and y1 <= LENGTE[1] and x0 >= BREEDTE[0] and x1 <= BREEDTE[1]:
        raise Vormfout("SK505")
    if crs and crs not in (RD, WGS84) and "CRS84" not in crs:
        midden = shapely.centroid(vorm)
        try:
            x, y = _omrekenaar(crs, WGS84).transform(midden.x, midden.y)
        except Exception:  # noqa: BLE001  pyproj raist van alles bij een onbekend stelsel
            x = y = math.inf
        if LENGTE[0] <= x <= LENGTE[1] and BREEDTE[0] <= y <= BREEDTE[1]:
            return crs
    raise Vormfout("SK515", punt=toon_punt(x0, y0))


def alleen_vlakken(vorm):
    """De vlakken uit een vorm; lijnen en punten die bij herstellen overblijven vallen weg."""
    delen = [
        d
        for d in shapely.get_parts(shapely.get_parts(vorm))
        if d.geom_type in ("Polygon", "MultiPolygon") and not d.is_empty
    ]
    return shapely.union_all(delen)


def herstel_vorm(vorm) -> tuple[object, float]:
    """Een geldige vorm met hetzelfde vlak, en hoeveel vierkante meter (in RD) het verschil is."""
    heel = alleen_vlakken(shapely.make_valid(vorm, method="structure", keep_collapsed=False))
    return heel, abs(float(shapely.area(heel) - shapely.area(vorm)))


def voeg_samen(vormen: list):
    """Een vlak uit de land- en waterdelen van hetzelfde gebied."""
    return vormen[0] if len(vormen) == 1 else alleen_vlakken(shapely.union_all(vormen))


def verschuiving(oud, nieuw) -> float:
    """Hoeveel meter een grens hoogstens verschoof (Hausdorff over de hoekpunten, in RD)."""
    afstanden = shapely.hausdorff_distance(shapely.boundary(oud), shapely.boundary(nieuw))
    return float(numpy.max(afstanden)) if len(afstanden) else 0.0


def sluit_aan(vormen, kier_m: float):
    """Dezelfde gebieden zonder overlap en zonder kieren smaller dan `kier_m` meter; gedeelde grenzen worden gelijk."""
    return shapely.coverage_clean(vormen, gap_width=kier_m, snapping_distance=0.01)


class Resultaat(Struct):
    """Grenzen klaar om te schrijven: vormen in graden, het aantal decimalen en wat er gebeurd is."""

    vormen: Any
    decimalen: int
    verslag: list[str] = field(default_factory=list)


def _rond_af(vormen_rd, decimalen: int):
    graden = reken_om(vormen_rd, RD, WGS84)
    return shapely.transform(graden, lambda p: numpy.round(p, decimalen))


def _goed(vormen) -> bool:
    return bool(
        shapely.is_valid(vormen).all() and not shapely.is_empty(vormen).any() and shapely.coverage_is_valid(vormen)
    )


def _grootte(vormen, decimalen: int) -> int:
    """De bytes van de coordinaten in GeoJSON: twee getallen met hun tekens per punt, en wat haakjes."""
    return int(shapely.get_num_coordinates(vormen).sum()) * (2 * decimalen + 9) + 200 * len(vormen)


def _gelijke_punten(vormen_rd) -> tuple[object, list[str]]:
    """Geef buren op hun grens dezelfde punten, als dat zonder verschil van betekenis kan; en zeg het."""
    if shapely.coverage_is_valid(vormen_rd):
        return vormen_rd, []
    basis = sluit_aan(vormen_rd, 0)
    if (
        shapely.is_empty(basis).any()
        or float(shapely.area(shapely.symmetric_difference(vormen_rd, basis)).max()) > BIJNA_NIETS_M2
    ):
        return vormen_rd, []
    return basis, ["De grenzen van buren hebben nu dezelfde punten; de vorm bleef gelijk."]


def vereenvoudig(vormen_rd, grens: int = GRENS_BYTES) -> Resultaat:
    """Zo precies als past: 6 decimalen (anders 5 of 7), dan vereenvoudigen met gedeelde grenzen (Visvalingam-Whyatt).

    Wat al past, wordt alleen afgerond. Raist ValueError als vereenvoudigen niet kan omdat buren niet aansluiten.
    """
    basis, gezegd = _gelijke_punten(vormen_rd)
    sluit = bool(shapely.coverage_is_valid(basis))
    # Afronden kan twee punten vlak bij elkaar laten kruisen; dan past een ander aantal decimalen wel.
    for decimalen in (6, 5, 7):
        vormen = _rond_af(basis, decimalen)
        heel = _goed(vormen) if sluit else bool(shapely.is_valid(vormen).all())
        if heel and _grootte(vormen, decimalen) <= grens:
            return Resultaat(vormen, decimalen, gezegd)
    if not sluit:
        raise ValueError("buren sluiten niet op elkaar aan")
    for tolerantie in TOLERANTIES:
        simpel = shapely.coverage_simplify(basis, tolerantie)
        for decimalen in (5, 6, 7):
            vormen = _rond_af(simpel, decimalen)
            if _grootte(vormen, decimalen) <= grens and _goed(vormen):
                meter = math.ceil(verschuiving(vormen_rd, reken_om(vormen, WGS84, RD)))
                return Resultaat(
                    vormen, decimalen, [*gezegd, f"Vereenvoudigd; een grens verschoof hoogstens {meter} m."]
                )
    raise ValueError("er zijn te veel gebieden")
