"""De open data als catalogus in DCAT, zoals DCAT-AP-NL die vraagt: zo vindt een dataportaal de bestanden zelf.

Het profiel: https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/. Termen van DCAT 3 en DCMI.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from generator.betekenis.meldwegen import meldmail
from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.uitvoer.herkomst import LICENTIE_ADRES, VERSIE, over_bestand, schema_adres

BESTAND = "data/catalogus.jsonld"
_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_TAAL, _THEMA, _OPENBAAR, _HOE_VAAK = (
    f"{_EU}{term}" for term in ("language/NLD", "data-theme/SOCI", "access-right/PUBLIC", "frequency/IRREG")
)
# Wat een waarde is; wie de beschrijving keurt, hoeft die lijsten dan niet zelf op te halen.
_SOORTEN = {
    "language": "dct:LinguisticSystem",
    "data-theme": "skos:Concept",
    "access-right": "dct:RightsStatement",
    "frequency": "dct:Frequency",
    "file-type": "dct:MediaTypeOrExtent",
}
_VORMEN = {
    "json": ("JSON", "application/json"),
    "jsonld": ("JSON_LD", "application/ld+json"),
    "csv": ("CSV", "text/csv"),
    "geojson": ("GEOJSON", "application/geo+json"),
}
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": "dct:title",
    "license": {"@id": "dct:license", "@type": "@id"},
    "publisher": {"@id": "dct:publisher", "@type": "@id"},
    "creator": {"@id": "dct:creator", "@type": "@id"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "versie": "owl:versionInfo",
}


class Gegevens(Struct, frozen=True):
    """Een dataset: haar naam, wat erin staat, en de bestanden met de naam van hun schema."""

    id: str
    titel: str
    omschrijving: str
    bestanden: tuple[tuple[str, str], ...]


GEGEVENS = (
    Gegevens(
        "voorzieningen",
        "Plekken en diensten",
        "Algemene voorzieningen, ketenpartners en wijkfuncties, met adres, tijden, toegang en werkgebied.",
        (
            ("data/voorzieningen.json", "voorzieningen"),
            ("data/voorzieningen.csv", "voorzieningen-csv"),
            ("data/voorzieningen.geojson", "voorzieningen-geojson"),
            ("data/hsds/services.json", "hsds"),
        ),
    ),
    Gegevens("gebieden", "Wijken", "De wijken met hun grenzen.", (("data/gebieden.geojson", "gebieden"),)),
    Gegevens(
        "functies",
        "Soorten hulp",
        "De soorten hulp in het sociaal domein, met uitleg en de woorden van bewoners.",
        (
            ("data/functies.json", "functies"),
            ("data/kiss/vac.json", "kiss-vac"),
            ("data/kiss/kennisartikelen.json", "kiss-kennisartikelen"),
        ),
    ),
    Gegevens(
        "activiteiten",
        "Activiteiten",
        "Activiteiten per plek, met elke keer in het komende half jaar.",
        (("data/activiteiten.json", "activiteiten"),),
    ),
    Gegevens("kerncijfers", "Kerncijfers", "Cijfers per wijk, met bron.", (("data/kerncijfers.csv", "kerncijfers"),)),
    Gegevens(
        "bouwtekening",
        "Bouwtekening",
        "De bouwtekening van het sociaal domein, met per gebied hoeveel plekken elk blok vullen.",
        (("data/bouwtekening.json", "bouwtekening"),),
    ),
    Gegevens("taken", "Taken", "Het register van taken, en wie ze doet.", (("data/taken.csv", "taken"),)),
    Gegevens(
        "wetten",
        "De wet van nu",
        "Wat de wet zegt over hulp: een regel per zin, met het artikel en de dag van lezen.",
        (("data/wetten.json", "wetten"), ("data/wetten.csv", "wetten-csv")),
    ),
    Gegevens(
        "begrippen",
        "Woordenlijst",
        "De begrippen van het sociaal domein, als SKOS.",
        (("data/begrippen.jsonld", "begrippen"),),
    ),
)


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    sets = [dataset(g, catalogus) for g in GEGEVENS]
    graaf = [kop(sets, catalogus), uitgever(catalogus), *sets, *waarden(sets, catalogus)]
    yield BESTAND, als_json({"@context": _CONTEXT, "@graph": graaf}) + "\n"


def nl(tekst: str) -> dict:
    return {"@value": tekst, "@language": "nl"}


def kop(sets: list[dict], catalogus: Catalogus) -> dict[str, Any]:
    """De dcat:Catalog zelf."""
    adres, over = catalogus.instellingen.adres, over_bestand(catalogus, "catalogus")
    return {
        "@id": f"{adres}{BESTAND}",
        "@type": "dcat:Catalog",
        "title": nl(f"Open data van {catalogus.instellingen.naam}"),
        "dct:description": nl("Alle gegevens van deze sociale kaart als bestand."),
        "license": over["licentie_url"],
        **wie(catalogus),
        "modified": str(catalogus.peildatum),
        "dct:language": {"@id": _TAAL},
        "foaf:homepage": {"@id": adres},
        "dcat:themeTaxonomy": {"@id": f"{_EU}data-theme"},
        "dct:conformsTo": {"@id": over["schema"]},
        "versie": over["versie"],
        "dcat:dataset": [{"@id": s["@id"]} for s in sets],
    }


def wie(catalogus: Catalogus) -> dict[str, Any]:
    """Wie de gegevens maakt en uitgeeft, en waar iemand met een vraag terechtkan: het adres voor verbeteringen."""
    inst = catalogus.instellingen
    mail = meldmail(inst)
    contact = {"@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": inst.naam}
    waar = {"vcard:hasEmail": {"@id": f"mailto:{mail}"}} if mail else {"vcard:hasURL": {"@id": f"{inst.adres}melden/"}}
    agent = f"{inst.adres}#uitgever"
    return {"publisher": agent, "creator": agent, "dcat:contactPoint": contact | waar}


def uitgever(catalogus: Catalogus) -> dict[str, Any]:
    """De site als uitgever; een gemeente van de site die echt bestaat staat erbij met haar adres in TOOI."""
    inst = catalogus.instellingen
    agent = {"@id": f"{inst.adres}#uitgever", "@type": "foaf:Agent", "foaf:name": nl(inst.naam)}
    gemeente = catalogus.gemeente_op_code.get(inst.gemeente or "")
    if gemeente and not gemeente.voorbeeld:
        agent["owl:sameAs"] = {"@id": f"https://identifier.overheid.nl/tooi/id/gemeente/{gemeente.code.lower()}"}
    return agent


def dataset(gegevens: Gegevens, catalogus: Catalogus) -> dict[str, Any]:
    """Een dcat:Dataset met een dcat:Distribution per bestand."""
    adres, licentie = catalogus.instellingen.adres, LICENTIE_ADRES[catalogus.instellingen.licentie]
    return {
        "@id": f"{adres}open-data/#{gegevens.id}",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{adres}open-data/#{gegevens.id}",
        "title": nl(gegevens.titel),
        "dct:description": nl(gegevens.omschrijving),
        **wie(catalogus),
        "license": licentie,
        "modified": str(catalogus.peildatum),
        "dct:language": {"@id": _TAAL},
        "dcat:theme": {"@id": _THEMA},
        "dct:accessRights": {"@id": _OPENBAAR},
        "dct:accrualPeriodicity": {"@id": _HOE_VAAK},
        "dcat:landingPage": {"@id": f"{adres}open-data/"},
        "versie": VERSIE,
        "dcat:distribution": [distributie(deel, gegevens.titel, licentie, catalogus) for deel in gegevens.bestanden],
    }


def distributie(bestand: tuple[str, str], titel: str, licentie: str, catalogus: Catalogus) -> dict[str, Any]:
    adres, (pad, schema) = catalogus.instellingen.adres, bestand
    vorm, media = _VORMEN[pad.rpartition(".")[2]]
    return {
        "@id": f"{adres}{pad}",
        "@type": "dcat:Distribution",
        "title": nl(f"{titel} ({vorm.replace('_', '-')})"),
        "dcat:accessURL": {"@id": f"{adres}{pad}"},
        "dcat:downloadURL": {"@id": f"{adres}{pad}"},
        "dct:format": {"@id": f"{_EU}file-type/{vorm}"},
        "dcat:mediaType": {"@id": f"{_MEDIA}{media}"},
        "dct:conformsTo": {"@id": schema_adres(catalogus, schema)},
        "license": licentie,
        "modified": str(catalogus.peildatum),
        "dct:language": {"@id": _TAAL},
    }


def waarden(sets: list[dict], catalogus: Catalogus) -> Iterator[dict[str, Any]]:
    """Van elke waarde uit een lijst wat zij is, en uit welke lijst zij komt."""
    delen = [d for s in sets for d in s["dcat:distribution"]]
    for term in sorted({_TAAL, _THEMA, _OPENBAAR, _HOE_VAAK, *(d["dct:format"]["@id"] for d in delen)}):
        lijst = term.removeprefix(_EU).partition("/")[0]
        naam = {"skos:prefLabel": nl("Bevolking en samenleving")} if term == _THEMA else {}
        yield {"@id": term, "@type": _SOORTEN[lijst], "skos:inScheme": {"@id": f"{_EU}{lijst}"}, **naam}
    adres, licentie = catalogus.instellingen.adres, LICENTIE_ADRES[catalogus.instellingen.licentie]
    schemas = {d["dct:conformsTo"]["@id"] for d in delen} | {schema_adres(catalogus, "catalogus")}
    yield from ({"@id": schema, "@type": "dct:Standard"} for schema in sorted(schemas))
    yield from ({"@id": m, "@type": "dct:MediaType"} for m in sorted({d["dcat:mediaType"]["@id"] for d in delen}))
    yield {"@id": licentie, "@type": "dct:LicenseDocument"}
    yield from ({"@id": blad, "@type": "foaf:Document"} for blad in (adres, f"{adres}open-data/"))
    yield {"@id": f"{_EU}data-theme", "@type": "skos:ConceptScheme", "dct:title": nl("Thema's van datasets")}
