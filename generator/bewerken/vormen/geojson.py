"""Gewone GeoJSON: elk kenmerk is een kolom, en de namen herkennen we zoals in een rekenblad."""

from collections.abc import Iterator
from typing import Any

from generator.bewerken.vormen.bron import Bron
from generator.bewerken.vormen.plekken import zet_punt

HOE = "geef een FeatureCollection met 'features'."


def records(boom: Any) -> Iterator[Any] | None:
    features = boom.get("features") if isinstance(boom, dict) else None
    return iter(features) if isinstance(features, list) else None


def rij(bron: Bron, bij: list[str]) -> dict[str, object]:
    """Alle kenmerken; wat geen kolom van ons is, zegt de import bij 'niet gebruikt'."""
    uit: dict[str, object] = {}
    props = bron.deel("properties")
    _plat(props, "", uit)
    zet_punt(bron, uit, bij)
    bron.klaar("type")
    return uit


def _plat(bron: Bron, voor: str, uit: dict[str, object]) -> None:
    for naam in bron.waarde if isinstance(bron.waarde, dict) else ():
        deel = bron.deel(naam)
        if isinstance(deel.waarde, dict):
            _plat(deel, f"{voor}{naam}.", uit)
        elif isinstance(deel.waarde, list) and all(isinstance(d, str | int | float) for d in deel.waarde):
            uit[f"{voor}{naam}"] = "; ".join(bron.lijst(naam))
        elif tekst := bron.neem(naam):
            uit[f"{voor}{naam}"] = tekst
