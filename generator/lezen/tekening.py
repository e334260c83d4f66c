"""De wijken van een gemeente klaar om te tekenen: vereenvoudigd zonder kieren, als GeoJSON en als paden voor SVG.

De grenzen in gebieden/ blijven wat zij zijn; dit is alleen voor het oog. shapely wordt pas hier geladen, en de uitkomst
ligt in de voorraad.
"""

import json
import math
from collections.abc import Sequence

from generator.model import Gebied, Tekening, Tekenvak

# Punten over alle wijken samen: genoeg voor het oog, licht genoeg voor een telefoon.
PUNTEN_KAART, PUNTEN_SVG = 6000, 1500
PER_WIJK_KAART, PER_WIJK_SVG = 120, 40
RASTER = 10_000


def maak_tekening(wijken: Sequence[Gebied], water: dict | None) -> Tekening | None:
    """De tekening van alle wijken met een vorm, of None als er geen is. Lengtes in SVG lopen van 0 tot 10.000."""
    import shapely

    from generator.lezen.vormen import maak_vormen

    met_vorm = [w for w in wijken if w.vorm]
    if not met_vorm:
        return None
    vormen = maak_vormen([w.vorm for w in met_vorm if w.vorm])
    west, zuid, oost, noord = (float(g) for g in shapely.total_bounds(vormen))
    raster = Raster(west, zuid, oost, noord)
    kaart = vereenvoudig(vormen, max(PUNTEN_KAART, PER_WIJK_KAART * len(met_vorm)), oost - west)
    grof = vereenvoudig(vormen, max(PUNTEN_SVG, PER_WIJK_SVG * len(met_vorm)), oost - west)
    vakken, uit = {}, {}
    for wijk, fijn, lijn in zip(met_vorm, kaart, grof, strict=True):
        uit[wijk.code] = json.loads(shapely.to_geojson(shapely.set_precision(fijn, 0.00001, mode="pointwise")))
        cirkel = shapely.get_coordinates(shapely.maximum_inscribed_circle(lijn))
        vakken[wijk.code] = Tekenvak(
            raster.pad(lijn),
            raster.kader(lijn),
            raster.punt(*cirkel[0]),
            (round(float(cirkel[0][0]), 5), round(float(cirkel[0][1]), 5)),
        )
    return Tekening(
        (round(west, 5), round(zuid, 5), round(oost, 5), round(noord, 5)),
        raster.breedte,
        raster.hoogte,
        uit,
        vakken,
        waterpad(water, raster),
    )


def vereenvoudig(vormen, punten: int, breedte: float):
    """De vormen met hoogstens ongeveer `punten` punten; buren houden dezelfde grens (coverage_simplify van GEOS)."""
    import shapely

    uit, maat = vormen, breedte / 20_000
    while int(shapely.get_num_coordinates(uit).sum()) > punten and maat < breedte / 20:
        uit = shapely.coverage_simplify(vormen, maat)
        maat *= 1.6
    return uit


def waterpad(water: dict | None, raster: "Raster") -> str:
    """Het water als SVG-pad: lijnen en vlakken door elkaar."""
    from shapely.geometry import shape

    return "".join(raster.pad(shape(k["geometry"])) for k in (water or {}).get("features", ()))


class Raster:
    """Van graden naar hele getallen voor SVG: het noorden boven, de langste zijde 10.000."""

    def __init__(self, west: float, zuid: float, oost: float, noord: float):
        self.west, self.noord = west, noord
        self.krimp = math.cos(math.radians((zuid + noord) / 2))
        breed, hoog = (oost - west) * self.krimp, noord - zuid
        self.schaal = RASTER / max(breed, hoog, 1e-9)
        self.breedte, self.hoogte = round(breed * self.schaal), round(hoog * self.schaal)

    def punt(self, lengte: float, breedte: float) -> tuple[int, int]:
        return round((float(lengte) - self.west) * self.krimp * self.schaal), round(
            (self.noord - float(breedte)) * self.schaal
        )

    def pad(self, vorm) -> str:
        """Het `d` van een pad, met verschillen in plaats van plaatsen; dat scheelt de helft."""
        import shapely

        delen = []
        for deel in shapely.get_parts(vorm):
            ringen = [deel.exterior, *deel.interiors] if deel.geom_type == "Polygon" else [deel]
            for ring in ringen:
                punten = [self.punt(x, y) for x, y in shapely.get_coordinates(ring)]
                delen.append(streek(punten, dicht=deel.geom_type == "Polygon"))
        return "".join(delen)

    def kader(self, vorm) -> tuple[int, int, int, int]:
        west, zuid, oost, noord = vorm.bounds
        return (*self.punt(west, noord), *self.punt(oost, zuid))


def streek(punten: list[tuple[int, int]], dicht: bool) -> str:
    """Een rij punten als 'M x y l dx dy ... z', zonder punten die op hetzelfde hokje vallen."""
    if dicht:
        punten = punten[:-1]
    uit, (x, y) = [f"M{punten[0][0]} {punten[0][1]}l"], punten[0]
    for nx, ny in punten[1:]:
        if (nx, ny) != (x, y):
            uit.append(f"{nx - x} {ny - y}")
            x, y = nx, ny
    return uit[0] + " ".join(uit[1:]).replace(" -", "-") + ("z" if dicht else "") if len(uit) > 1 else ""
