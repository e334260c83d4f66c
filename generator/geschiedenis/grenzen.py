"""Twee versies van een kaart met gebieden: wat erbij kwam, wegging, een andere naam kreeg of van vorm veranderde."""

import json
from collections.abc import Iterator
from math import cos, radians
from typing import Any

from generator.model.geschiedenis import ANDERS, NIEUW, WEG, Verschil

METERS_PER_GRAAD = 111_320


def vergelijk_grenzen(oud: bytes | None, nieuw: bytes | None) -> Iterator[tuple[str, str, str, tuple[Verschil, ...]]]:
    """(code, naam, wat, verschillen) van elk gebied dat anders werd."""
    een, twee = lees_gebieden(oud), lees_gebieden(nieuw)
    for code in {**een, **twee}:
        a, b = een.get(code), twee.get(code)
        naam = str((b or a or {}).get("naam") or code)
        if a is None or b is None:
            yield code, naam, NIEUW if a is None else WEG, ()
        elif verschillen := tuple(_anders(a, b)):
            yield code, naam, ANDERS, verschillen


def _anders(oud: dict, nieuw: dict) -> Iterator[Verschil]:
    for naam in {**oud, **nieuw}:
        a, b = oud.get(naam), nieuw.get(naam)
        if a == b:
            continue
        if naam == "vorm":
            yield Verschil("vorm", "grens", maat(a), maat(b))
        else:
            yield Verschil(naam, "waarde", None if a is None else str(a), None if b is None else str(b))


def lees_gebieden(ruw: bytes | None) -> dict[str, dict[str, Any]]:
    """Per code de eigenschappen en de 'vorm'; leeg als het bestand niet te lezen is."""
    try:
        boom = json.loads(ruw) if ruw else {}
        delen = [(d["properties"], d.get("geometry")) for d in boom.get("features", ())]
        return {str(e["code"]): {**e, "vorm": (vorm or {}).get("coordinates")} for e, vorm in delen if "code" in e}
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}


def maat(coordinaten: Any) -> tuple[float, float, float]:
    """(oppervlakte in km2, lengte en breedte van het midden) van een vlak of vlakken; zonder vorm nullen."""
    som, x, y = 0.0, 0.0, 0.0
    for ring in _buitenringen(coordinaten):
        deel, rx, ry = _ring(ring)
        som, x, y = som + deel, x + deel * rx, y + deel * ry
    return (som / 1e6, x / som, y / som) if som else (0.0, 0.0, 0.0)


def _buitenringen(coordinaten: Any) -> Iterator[list]:
    if not isinstance(coordinaten, list) or not coordinaten:
        return
    try:
        if isinstance(coordinaten[0][0][0], list):
            yield from (vlak[0] for vlak in coordinaten)
        else:
            yield coordinaten[0]
    except (IndexError, TypeError):
        return


def _ring(ring: list) -> tuple[float, float, float]:
    """Oppervlakte in m2 en het midden van de hoekpunten."""
    try:
        midden_x = sum(p[0] for p in ring) / len(ring)
        midden_y = sum(p[1] for p in ring) / len(ring)
        schaal = cos(radians(midden_y))
        los = [(p[0] - midden_x, p[1] - midden_y) for p in (*ring, ring[0])]
        dubbel = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(los, los[1:], strict=False))
    except (IndexError, TypeError, ZeroDivisionError):
        return 0.0, 0.0, 0.0
    return abs(dubbel) / 2 * METERS_PER_GRAAD**2 * schaal, midden_x, midden_y


def afstand(oud: tuple[float, float], nieuw: tuple[float, float]) -> float:
    """Meters tussen twee punten (lengte, breedte); goed genoeg binnen een gemeente."""
    x = (nieuw[0] - oud[0]) * cos(radians(oud[1])) * METERS_PER_GRAAD
    return float((x**2 + ((nieuw[1] - oud[1]) * METERS_PER_GRAAD) ** 2) ** 0.5)
