"""Punten in wijken leggen; een punt op een grens hoort bij de laagste code.

Met de boom van shapely waar geopandas.sjoin ook mee zoekt: een test legt de twee naast elkaar. Zo hoeft een bouw
geopandas en pandas (samen 0,8 s en 120 MB) niet te laden.
"""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from generator.model import Gebied, Gemeente
from generator.voorraad import Voorraad, vingerafdruk

Sleutel = TypeVar("Sleutel", bound=Hashable)
_BUITEN = "-"


def _afdruk(gemeenten: Sequence[Gemeente], niveau: str) -> str:
    som = vingerafdruk(*(g.afdruk or repr([(w.code, w.vorm) for w in getattr(g, niveau)]) for g in gemeenten))
    return som if niveau == "wijken" else f"{niveau} {som}"


def _zoek(wijken: list[Gebied], punten: list[tuple[float, float]]) -> list[str]:
    """Per punt de code van zijn wijk, of `-`."""
    import shapely

    from generator.lezen.vormen import maak_vormen

    op_code = sorted(wijken, key=lambda wijk: wijk.code)
    boom = shapely.STRtree(maak_vormen([w.vorm for w in op_code if w.vorm]))
    uit = [_BUITEN] * len(punten)
    gevonden = boom.query(shapely.points(punten), predicate="intersects").T.tolist()
    for punt, vlak in sorted(gevonden, reverse=True):  # de laagste code komt het laatst en blijft staan
        uit[punt] = op_code[vlak].code
    return uit


def plaats_punten(
    gemeenten: Sequence[Gemeente],
    punten: Sequence[tuple[Sleutel, float, float]],
    voorraad: Voorraad,
    niveau: str = "wijken",
) -> dict[Sleutel, str]:
    """De code van de wijk (of buurt, met `niveau` buurten) per sleutel; wat nergens in ligt ontbreekt.

    Een punt is `(sleutel, lengte, breedte)` in graden. Elk punt wordt apart bewaard, zodat een nieuw punt niet alle andere
    opnieuw laat uitrekenen en shapely alleen geladen wordt als er iets uit te rekenen valt.
    """
    wijken = [w for g in gemeenten for w in getattr(g, niveau) if w.vorm]
    if not wijken or not punten:
        return {}
    kaart, bekend = _afdruk(gemeenten, niveau), {}
    for plek in dict.fromkeys((lengte, breedte) for _, lengte, breedte in punten):
        bekend[plek] = voorraad.pak("plaats", f"{kaart} {plek!r}")
    nieuw = [plek for plek, code in bekend.items() if code is None]
    if nieuw:
        for plek, code in zip(nieuw, _zoek(wijken, nieuw), strict=True):
            bekend[plek] = code
            voorraad.leg("plaats", f"{kaart} {plek!r}", code)
    return {sleutel: code for sleutel, lengte, breedte in punten if (code := bekend[lengte, breedte]) != _BUITEN}
