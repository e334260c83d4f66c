"""De open data als catalogus in DCAT, zoals DCAT-AP-NL die vraagt: zo vindt een dataportaal de bestanden zelf.

Het profiel: https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/. Termen van DCAT 3 en DCMI.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.betekenis.meldwegen import meldmail
from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.uitvoer.herkomst import LICENTIE_ADRES, VERSIE, over_bestand, schema_adres

BESTAND = "data/catalogus.jsonld"
_TAAL = "http://publications.europa.eu/resource/authority/language/NLD"
_THEMA = "http://publications.europa.eu/resource/authority/data-theme/SOCI"
_OPENBAAR = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
_HOE_VAAK = "http://publications.europa.eu/resource/authority/frequency/IRREG"
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
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "title": "dct:title",
    "license": {"@id": "dct:license", "@type": "@id"},
    "publisher": {"@id": "dct:publisher", "@type": "@id"},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "versie": "owl:versionInfo",
}


@dataclass(frozen=True, slots=True)
class Gegevens:
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
    adres, over = catalogus.instellingen.adres, over_bestand(catalogus, "catalogus")
    uitgever = f"{adres}#uitgever"
    sets = [dataset(g, catalogus) for g in GEGEVENS]
    kop = {
        "@id": f"{adres}{BESTAND}",
        "@type": "dcat:Catalog",
        "title": nl(f"Open data van {catalogus.instellingen.naam}"),
        "dct:description": nl("Alle gegevens van deze sociale kaart als bestand."),
        "license": over["licentie_url"],
        "publisher": uitgever,
        "modified": str(catalogus.peildatum),
        "dct:language": {"@id": _TAAL},
        "foaf:homepage": {"@id": adres},
        "dct:conformsTo": {"@id": over["schema"]},
        "versie": over["versie"],
        "dcat:dataset": [{"@id": s["@id"]} for s in sets],
    }
    wie = {"@id": uitgever, "@type": "foaf:Agent", "foaf:name": nl(catalogus.instellingen.naam)}
    yield BESTAND, als_json({"@context": _CONTEXT, "@graph": [kop, wie, *sets]}) + "\n"


def nl(tekst: str) -> dict:
    return {"@value": tekst, "@language": "nl"}


def dataset(gegevens: Gegevens, catalogus: Catalogus) -> dict[str, Any]:
    """Een dcat:Dataset met een dcat:Distribution per bestand; bereikbaar via het adres voor verbeteringen."""
    adres = catalogus.instellingen.adres
    mail = meldmail(catalogus.instellingen)
    contact: dict[str, Any] = {"@type": "vcard:Organization", "vcard:fn": catalogus.instellingen.naam}
    contact |= {"vcard:hasEmail": {"@id": f"mailto:{mail}"}} if mail else {"vcard:hasURL": {"@id": f"{adres}melden/"}}
    licentie = LICENTIE_ADRES[catalogus.instellingen.licentie]
    return {
        "@id": f"{adres}open-data/#{gegevens.id}",
        "@type": "dcat:Dataset",
        "dct:identifier": gegevens.id,
        "title": nl(gegevens.titel),
        "dct:description": nl(gegevens.omschrijving),
        "publisher": f"{adres}#uitgever",
        "dcat:contactPoint": contact,
        "license": licentie,
        "modified": str(catalogus.peildatum),
        "dct:language": {"@id": _TAAL},
        "dcat:theme": {"@id": _THEMA},
        "dct:accessRights": {"@id": _OPENBAAR},
        "dct:accrualPeriodicity": {"@id": _HOE_VAAK},
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
        "dct:format": {"@id": f"http://publications.europa.eu/resource/authority/file-type/{vorm}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
        "dct:conformsTo": {"@id": schema_adres(catalogus, schema)},
        "license": licentie,
        "modified": str(catalogus.peildatum),
    }
