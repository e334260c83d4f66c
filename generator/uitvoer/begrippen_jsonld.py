"""De woordenlijst als SKOS in JSON-LD."""

from collections.abc import Iterator

from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.model.kennis import Begrip
from generator.uitvoer.herkomst import over_bestand

BESTAND = "data/begrippen.jsonld"
_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "ConceptScheme": "skos:ConceptScheme",
    "Concept": "skos:Concept",
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "definition": "skos:definition",
    "related": {"@id": "skos:related", "@type": "@id"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "source": "dct:source",
    "title": "dct:title",
    "modified": "dct:modified",
    "license": {"@id": "dct:license", "@type": "@id"},
    "publisher": "dct:publisher",
    "conformsTo": {"@id": "dct:conformsTo", "@type": "@id"},
    "versie": "http://www.w3.org/2002/07/owl#versionInfo",
}


def nl(tekst: str) -> dict:
    return {"@value": tekst, "@language": "nl"}


def concept(begrip: Begrip, schema: str) -> dict:
    """Een begrip als skos:Concept, met zijn adres op de site als id."""
    uit = {
        "@id": f"{schema}#{begrip.id}",
        "@type": "Concept",
        "inScheme": schema,
        "prefLabel": nl(begrip.term),
        "definition": nl(begrip.uitleg),
    }
    if begrip.afkortingen:
        uit["altLabel"] = [nl(a) for a in begrip.afkortingen]
    if begrip.zie:
        uit["related"] = [f"{schema}#{z}" for z in begrip.zie]
    if begrip.bron:
        uit["source"] = ", ".join(filter(None, (f"{begrip.bron.stuk} ({begrip.bron.jaar})", begrip.bron.plaats)))
    return uit


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    schema = f"{catalogus.instellingen.adres}begrippen/"
    over = over_bestand(catalogus, "begrippen")
    kop = {
        "@id": schema,
        "@type": "ConceptScheme",
        "title": nl(f"Woordenlijst van {catalogus.instellingen.naam}"),
        "modified": str(catalogus.peildatum),
        "license": over["licentie_url"],
        "publisher": over["bron"],
        "conformsTo": over["schema"],
        "versie": over["versie"],
    }
    graaf = [kop, *(concept(b, schema) for b in catalogus.kennis.begrippen)]
    yield BESTAND, als_json({"@context": _CONTEXT, "@graph": graaf}) + "\n"
