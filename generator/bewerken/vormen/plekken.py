"""Het punt van een record, uit GeoJSON of uit losse velden."""

from typing import Any

from generator.bewerken.vormen.bron import Bron

LENGTE, BREEDTE = "locaties[0].punt.lengte", "locaties[0].punt.breedte"


def zet_punt(bron: Bron, uit: dict[str, object], bij: list[str]) -> None:
    """Zet het punt bij een rij. Een lijn of vlak wordt een punt dat erop ligt."""
    punt = _los(bron) or _los(bron.deel("center")) or _uit_vorm(bron, bij)
    if punt is None:
        return
    if abs(punt[0]) > 180 or abs(punt[1]) > 90:
        uit["rd x"], uit["rd y"] = f"{punt[0]:.3f}", f"{punt[1]:.3f}"
    else:
        uit[LENGTE], uit[BREEDTE] = f"{punt[0]:.6f}", f"{punt[1]:.6f}"


def _los(bron: Bron) -> tuple[float, float] | None:
    try:
        punt = float(bron.neem("lon", "longitude")), float(bron.neem("lat", "latitude"))
    except ValueError:
        bron.terug("lon", "longitude", "lat", "latitude")
        return None
    return punt


def _uit_vorm(bron: Bron, bij: list[str]) -> tuple[float, float] | None:
    vorm: Any = bron.waarde.get("geometry")
    if not isinstance(vorm, dict):
        return None
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        punt = shape(vorm).representative_point()
        gevonden = (punt.x, punt.y)
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        bij.append("de plek op de kaart is niet te lezen")
        return None
    bron.klaar("geometry")
    if vorm.get("type") != "Point":
        bij.append(f"de bron heeft een {vorm.get('type')}; wij namen een punt dat erop ligt")
    return gevonden
