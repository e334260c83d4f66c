"""Alle voorzieningen als CSV: een rij per locatie, UTF-8 met BOM zodat een rekenblad de letters goed leest."""

from collections.abc import Iterator

from generator.model import Adres, Catalogus, Voorziening
from generator.uitvoer.rekenblad import als_csv

BESTAND = "data/voorzieningen.csv"
KOLOMMEN = (
    "id",
    "naam",
    "soort",
    "organisatie",
    "functies",
    "themas",
    "samenvatting",
    "doelgroepen",
    "kosten",
    "toegang",
    "werkgebied",
    "telefoon",
    "email",
    "website",
    "locatie",
    "straat",
    "huisnummer",
    "postcode",
    "plaats",
    "lengte",
    "breedte",
    "gebied",
    "rolstoel",
    "gecontroleerd_op",
    "gecontroleerd_door",
    "status",
    "voorbeeld",
    "url",
)


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    alle = (rij for v in catalogus.voorzieningen.values() for rij in rijen(v, catalogus))
    yield BESTAND, als_csv(KOLOMMEN, ([rij.get(kolom, "") for kolom in KOLOMMEN] for rij in alle))


def rijen(v: Voorziening, catalogus: Catalogus) -> Iterator[dict]:
    """Een rij per locatie; zonder locatie (of gesloten) een rij met lege plekvelden. Lijsten zijn gescheiden met een
    puntkomma.
    """
    vast = {
        "id": v.id,
        "naam": v.naam,
        "soort": v.soort,
        "organisatie": v.organisatie or "",
        "functies": ";".join(v.functies),
        "themas": ";".join(catalogus.themas_van(v)),
        "samenvatting": v.samenvatting,
        "doelgroepen": ";".join(v.doelgroepen),
        "kosten": v.kosten.soort if v.kosten else "",
        "toegang": v.toegang.hoe,
        "werkgebied": ";".join(v.werkgebied),
        "telefoon": v.contact.telefoon or "",
        "email": v.contact.email or "",
        "website": v.contact.website or "",
        "gecontroleerd_op": v.gecontroleerd.op,
        "gecontroleerd_door": v.gecontroleerd.door,
        "status": v.status,
        "voorbeeld": "ja" if v.voorbeeld else "nee",
        "url": f"{catalogus.instellingen.adres}voorzieningen/{v.id}/",
    }
    if not v.locaties or v.status != "actief":
        yield vast
    for nummer, plek in enumerate(v.locaties if v.status == "actief" else ()):
        adres = plek.adres or Adres("")
        yield {
            **vast,
            "locatie": plek.naam or "",
            "straat": adres.straat or "",
            "huisnummer": adres.huisnummer or "",
            "postcode": adres.postcode or "",
            "plaats": adres.plaats,
            "lengte": plek.punt.lengte if plek.punt else "",
            "breedte": plek.punt.breedte if plek.punt else "",
            "gebied": catalogus.gebied_van(v, nummer) or "",
            "rolstoel": plek.rolstoel or "",
        }
