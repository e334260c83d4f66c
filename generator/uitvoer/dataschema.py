"""Van veldentabel naar JSON Schema voor de open data: dezelfde namen en uitleg, met de typen die in de data staan."""

from collections.abc import Mapping
from typing import Any

from generator.schema.veld import Veld

_TEKST = {"type": "string", "minLength": 1}
_DATUM = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_PER_SOORT: dict[str, dict[str, Any]] = {
    "ja_nee": {"type": "boolean"},
    "aantal": {"type": "integer", "minimum": 1},
    "lengte": {"type": "number", "minimum": 3.2, "maximum": 7.3},
    "breedte": {"type": "number", "minimum": 50.7, "maximum": 53.7},
    "datum": _DATUM,
    "url": {"type": "string", "format": "uri"},
    "uri": {"type": "string", "format": "uri"},
    "productcode": {"type": "string", "pattern": "^[0-9]{2}([0-9A-Z]{3})?$"},
    "postcode": {"type": "string", "pattern": "^[1-9][0-9]{3} [A-Z]{2}$"},
    "id": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"},
    "verwijzing": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"},
    "gebiedscode": {"type": "string", "pattern": "^(landelijk|(GM|WK|BU|RG)[0-9A-Z]+)$"},
}


def _een(veld: Veld) -> dict:
    if veld.soort == "groep":
        return groep(veld)
    return dict(_PER_SOORT.get(veld.soort, _TEKST)) | ({"enum": list(veld.keuzes)} if veld.keuzes else {})


def dataschema(veld: Veld) -> dict:
    """Een veld zoals het in de data staat; een lege lijst staat er niet in."""
    uitleg = {"description": veld.uitleg}
    if veld.een_of_meer:
        return uitleg | {"oneOf": [_een(veld), {"type": "array", "items": _een(veld), "minItems": 2}]}
    return uitleg | ({"type": "array", "items": _een(veld), "minItems": 1} if veld.lijst else _een(veld))


def groep(veld: Veld, erbij: Mapping[str, dict] | None = None, zonder: tuple[str, ...] = ()) -> dict:
    """Een groep velden als object dat niets anders kent, met eventueel velden erbij die de data zelf uitrekent."""
    velden = {deel.naam: dataschema(deel) for deel in veld.velden if deel.naam not in zonder}
    verplicht = [deel.naam for deel in veld.velden if deel.verplicht and deel.naam not in zonder]
    return voorwerp(velden | dict(erbij or {}), verplicht)


def voorwerp(velden: Mapping[str, dict], verplicht: list[str]) -> dict:
    uit = {"type": "object", "additionalProperties": False, "properties": dict(velden)}
    return uit | ({"required": verplicht} if verplicht else {})


def tekst(uitleg: str, **meer: object) -> dict:
    return {"type": "string", "description": uitleg, **meer}


def lijst(items: dict, uitleg: str = "") -> dict:
    return {"type": "array", "items": items} | ({"description": uitleg} if uitleg else {})


def rij(kolommen: Mapping[str, str]) -> dict:
    """Een rij van een CSV: elke kolom is er, als tekst; een lege cel is niet bekend."""
    return voorwerp({naam: tekst(uitleg) for naam, uitleg in kolommen.items()}, list(kolommen))
