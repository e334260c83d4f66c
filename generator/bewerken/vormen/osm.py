"""OpenStreetMap: uitvoer van Overpass (JSON) of GeoJSON met kenmerken (tags)."""

from collections.abc import Iterator
from typing import Any

from generator.bewerken.vormen.bron import Bron
from generator.bewerken.vormen.plekken import zet_punt
from generator.bewerken.vormen.roosters import als_kolommen, uit_osm

HOE = "geef de uitvoer van Overpass met 'out center;' als JSON, of GeoJSON met kenmerken."
_SOORT = ("social_facility", "amenity", "office", "healthcare", "community_centre", "club", "leisure", "shop")
_JA_NEE = {"yes": "ja", "limited": "deels", "no": "nee", "designated": "ja"}
_KOSTEN = {"yes": "betaald", "no": "gratis"}


def records(boom: Any) -> Iterator[Any] | None:
    """Elementen met een naam en kenmerken; punten van een lijn hebben er geen."""
    if not isinstance(boom, dict):
        return None
    if isinstance(boom.get("elements"), list):
        return (e for e in boom["elements"] if isinstance(e, dict) and e.get("tags"))
    return iter(boom["features"]) if isinstance(boom.get("features"), list) else None


def rij(bron: Bron, bij: list[str]) -> dict[str, object]:
    """Een plek; wat zij is staat in de kenmerken `amenity` en dergelijke en is bij ons een functie."""
    props = bron.deel("properties")
    tags = bron.deel("tags") if isinstance(bron.waarde.get("tags"), dict) else props
    tags = props.deel("tags") if isinstance(props.deel("tags").waarde, dict) else tags
    nummer = props.neem("@id", "id", "osm_id") or f"{bron.neem('type')}/{bron.neem('id')}"
    bron.klaar("id", "type")
    uit: dict[str, object] = {
        "naam": tags.neem("name:nl", "name", "official_name"),
        "organisatie": tags.neem("operator"),
        "functie": "; ".join(tags.lijst(naam)[0].replace("_", " ") for naam in _SOORT if tags.waarde.get(naam)),
        "omschrijving": tags.neem("description:nl", "description"),
        "contact.telefoon": tags.neem("contact:phone", "phone"),
        "contact.email": tags.neem("contact:email", "email"),
        "contact.website": tags.neem("contact:website", "website", "url"),
        "locaties[0].adres.straat": tags.neem("addr:street"),
        "locaties[0].adres.huisnummer": tags.neem("addr:housenumber"),
        "locaties[0].adres.postcode": tags.neem("addr:postcode"),
        "locaties[0].adres.plaats": tags.neem("addr:city"),
        "locaties[0].ter_plaatse": tags.neem("wheelchair:description:nl", "wheelchair:description"),
        "gecontroleerd.op": tags.neem("check_date"),
        "bron": f"OpenStreetMap-bijdragers (ODbL), {nummer.strip('/')}",
    }
    for kop, naam, woorden in (("locaties[0].rolstoel", "wheelchair", _JA_NEE), ("kosten.soort", "fee", _KOSTEN)):
        if uit.setdefault(kop, woorden.get(tags.neem(naam), "")) == "":
            tags.terug(naam)
    zet_punt(bron, uit, bij)
    _zet_tijden(tags, uit, bij)
    return uit


def _zet_tijden(tags: Bron, uit: dict[str, object], bij: list[str]) -> None:
    tekst = tags.neem("opening_hours")
    if tekst and (roosters := uit_osm(tekst)):
        uit |= als_kolommen(roosters, "locaties[0].openingstijden")
    elif tekst:
        tags.terug("opening_hours")
        bij.append(f"de tijden '{tekst}' passen niet zeker in onze schrijfwijze en zijn niet overgenomen")
