"""Alle plekken als GeoJSON (RFC 7946, WGS84): een punt per locatie, met wat een kaart erbij wil zetten."""

from collections.abc import Iterator

from generator.betekenis.tijdtekst import als_gegevens, weekzin
from generator.betekenis.woorden import KOSTEN, TOEGANG
from generator.json_tekst import als_bestand, als_kale_bytes, gevuld
from generator.model import Adres, Catalogus, Voorziening
from generator.uitvoer import Inhoud
from generator.uitvoer.herkomst import over_bestand
from generator.uitvoer.stukken import Stukken, kop_van, sleutels_van

BESTAND = "data/voorzieningen.geojson"
SOORT = "FeatureCollection"
# Elke eigenschap met wat erin staat; het schema neemt haar hiervandaan.
EIGENSCHAPPEN = {
    "id": "Het id van de voorziening.",
    "naam": "De naam.",
    "plek": "De naam van de plek, als die anders is.",
    "soort": "De soort, als code.",
    "samenvatting": "Wat iemand hier kan, in een zin.",
    "functies": "De ids van de functies.",
    "themas": "De ids van de levensgebieden.",
    "gebied": "De code van de wijk waarin de plek ligt.",
    "gebied_naam": "De naam van die wijk.",
    "adres": "Straat, nummer en plaats op een regel.",
    "straat": "De straat.",
    "huisnummer": "Het huisnummer.",
    "postcode": "De postcode.",
    "plaats": "De plaats.",
    "telefoon": "Het nummer om het eerst te bellen.",
    "email": "Het e-mailadres.",
    "website": "De site.",
    "openingstijden": "De tijden van de plek, zoals in voorzieningen.json.",
    "openingstijden_woorden": "De tijden van de plek, in woorden.",
    "telefoontijden_woorden": "Wanneer de telefoon wordt opgenomen, in woorden.",
    "rolstoel": "Of iemand met een rolstoel naar binnen kan.",
    "kosten": "Of het geld kost, in woorden.",
    "kosten_code": "Of het geld kost, als code.",
    "toegang": "Hoe iemand binnenkomt, in woorden.",
    "toegang_code": "Hoe iemand binnenkomt, als code.",
    "gecontroleerd_op": "De dag waarop dit is nagekeken.",
    "bron": "Waar de gegevens vandaan komen.",
    "url": "De pagina op deze site.",
}


def maak(catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    alle = list(catalogus.voorzieningen.values())

    def kenmerken(nummer: int) -> bytes:
        return als_kale_bytes(punten(alle[nummer], catalogus))[1:-1]

    kop = kop_van({"type": SOORT, **over_bestand(catalogus, "voorzieningen-geojson")}, "features")
    yield BESTAND, Stukken(kop, sleutels_van(catalogus), kenmerken)


def verzameling(kenmerken: list[dict], over: dict) -> bytes:
    return als_bestand({"type": SOORT, **over, "features": kenmerken})


def punten(v: Voorziening, catalogus: Catalogus) -> list[dict]:
    """Een Feature per locatie met een punt; gesloten plekken staan niet op de kaart."""
    if v.status != "actief":
        return []
    vast = wat(v, catalogus)
    return [
        {
            "type": "Feature",
            "properties": op_volgorde({**vast, **waar(v, nummer, catalogus)}),
            "geometry": {"type": "Point", "coordinates": [plek.punt.lengte, plek.punt.breedte]},
        }
        for nummer, plek in enumerate(v.locaties)
        if plek.punt
    ]


def op_volgorde(alles: dict) -> dict:
    """De gevulde eigenschappen, op de volgorde van de tabel."""
    return gevuld({naam: alles[naam] for naam in EIGENSCHAPPEN})


def wat(v: Voorziening, catalogus: Catalogus) -> dict:
    """Wat voor elke plek van de voorziening hetzelfde is."""
    return {
        "id": v.id,
        "naam": v.naam,
        "soort": v.soort,
        "samenvatting": v.samenvatting,
        "functies": list(v.functies),
        "themas": list(catalogus.themas_van(v)),
        "telefoon": v.contact.telefoon,
        "email": v.contact.email,
        "website": v.contact.website,
        "telefoontijden_woorden": weekzin(v.contact.telefoontijden),
        "kosten": KOSTEN[v.kosten.soort] if v.kosten else None,
        "kosten_code": v.kosten.soort if v.kosten else None,
        "toegang": TOEGANG[v.toegang.hoe].kort,
        "toegang_code": v.toegang.hoe,
        "gecontroleerd_op": str(v.gecontroleerd.op),
        "bron": v.bron,
        "url": f"{catalogus.instellingen.adres}voorzieningen/{v.id}/",
    }


def waar(v: Voorziening, nummer: int, catalogus: Catalogus) -> dict:
    """Wat bij een plek hoort."""
    plek, code = v.locaties[nummer], catalogus.gebied_van(v, nummer)
    adres, gebied = plek.adres or Adres(""), catalogus.gebieden.get(code or "")
    return {
        "plek": plek.naam,
        "gebied": code,
        "gebied_naam": gebied.naam if gebied else None,
        "adres": ", ".join(filter(None, (adres.straatregel, adres.plaats))),
        "straat": adres.straat,
        "huisnummer": adres.huisnummer,
        "postcode": adres.postcode,
        "plaats": adres.plaats,
        "openingstijden": als_gegevens(plek.openingstijden),
        "openingstijden_woorden": weekzin(plek.openingstijden),
        "rolstoel": plek.rolstoel,
    }
