"""Een JSON Schema met een versie bij elk bestand met open data, in data/schema/."""

from collections.abc import Callable, Iterator

from generator.betekenis.woorden import SOORTNAAM, WETTEN
from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.schema import ACTIVITEIT, FUNCTIE, LOCATIE, VOORZIENING
from generator.schema.kennis import BOUWTEKENING
from generator.uitvoer import (
    catalogus_jsonld,
    dekking_csv,
    gebieden_geojson,
    kerncijfers_csv,
    taken_csv,
    voorzieningen_csv,
    voorzieningen_geojson,
    wetten_json,
    wijzigingen_json,
)
from generator.uitvoer import kiss_kennisartikelen as kennisartikelen_bestand
from generator.uitvoer import kiss_vac as kiss_vac_bestand
from generator.uitvoer.dataschema import dataschema, groep, lijst, rij, tekst, voorwerp
from generator.uitvoer.herkomst import VERSIE, schema_adres

_ID = {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"}
_OVER = {
    "versie": tekst("De versie van de vorm van dit bestand.", const=VERSIE),
    "schema": tekst("Waar dit schema staat.", format="uri"),
    "licentie": tekst("De licentie, als SPDX-kenmerk."),
    "licentie_url": tekst("Waar de licentie staat.", format="uri"),
    "bron": tekst("Wie dit bestand uitgeeft."),
    "bron_url": tekst("De site van wie dit bestand uitgeeft.", format="uri"),
}
_SET = {"type": "string", "description": "De set waar dit uit komt; ontbreekt als de gemeente het zelf schreef."}
_AANTAL = {"type": "integer", "minimum": 0, "description": "Hoeveel het er zijn."}


def _bestand(velden: dict[str, dict]) -> dict:
    return voorwerp(_OVER | velden, [*_OVER, *velden])


def voorzieningen() -> dict:
    gebied = {"gebied": tekst("De code van de wijk waarin de plek ligt.")}
    erbij = {
        "id": _ID,
        "soort": tekst("De soort, als code.", enum=list(SOORTNAAM)),
        "set": _SET,
        "themas": lijst(_ID, "De ids van de levensgebieden."),
        "locaties": lijst(groep(LOCATIE, gebied), "De plekken; een gesloten plek heeft er geen."),
        "url": tekst("De pagina op deze site.", format="uri"),
    }
    ingang = groep(VOORZIENING, erbij)
    ingang["required"] += ["id", "soort", "locaties", "status", "url"]
    return _bestand(
        {
            "peildatum": tekst("De dag van deze gegevens.", format="date"),
            "aantal": _AANTAL,
            "voorzieningen": lijst(ingang),
        }
    )


def functies() -> dict:
    erbij: dict[str, dict] = {
        "id": _ID,
        **{wet: {"type": "boolean", "description": f"Of het onder de {naam} valt."} for wet, naam in WETTEN.items()},
        "aantal": _AANTAL,
        "url": tekst("De pagina op deze site.", format="uri"),
    }
    functie = groep(FUNCTIE, {**erbij, "set": _SET}, zonder=("wetten",))
    functie["required"] += list(erbij)
    return _bestand({"aantal": _AANTAL, "functies": lijst(functie)})


def activiteiten() -> dict:
    klok = {"pattern": "^[0-2][0-9]:[0-5][0-9]$"}
    keer = {
        "dag": tekst("De dag waarop het begint.", format="date"),
        "van": tekst("De begintijd in Nederland.", **klok),
        "tot": tekst("De eindtijd; ligt die voor het begin, dan is het de dag erna.", **klok),
        "zeker": {"type": "boolean", "description": "Nee als het door een feestdag of vakantie anders kan zijn."},
    }
    erbij: dict[str, dict] = {
        "id": _ID,
        "agendas": lijst(
            tekst("Een agenda (iCalendar).", format="uri"), "De agenda's van de wijken waar dit in staat."
        ),
        "keren": lijst(voorwerp(keer, list(keer)), "Elke keer in het half jaar na de peildatum."),
    }
    url = tekst("De pagina van de plek op deze site.", format="uri")
    activiteit = groep(ACTIVITEIT, {**erbij, "url": url})
    activiteit["required"] += list(erbij)
    peildatum = tekst("De dag van deze gegevens.", format="date")
    return _bestand({"peildatum": peildatum, "aantal": _AANTAL, "activiteiten": lijst(activiteit)})


def bouwtekening() -> dict:
    telling = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
    aantallen = {"type": "object", "description": "Per code van een gebied hoeveel plekken elk blok vullen."}
    tekening = groep(BOUWTEKENING) | {"description": BOUWTEKENING.uitleg}
    leeg = {"type": "object", "maxProperties": 0}
    return _bestand(
        {"bouwtekening": {"anyOf": [tekening, leeg]}, "aantallen": aantallen | {"additionalProperties": telling}}
    )


def _kenmerken(eigenschappen: dict[str, dict], verplicht: list[str], vorm: dict) -> dict:
    kenmerk = voorwerp(
        {"type": {"const": "Feature"}, "properties": voorwerp(eigenschappen, verplicht), "geometry": vorm},
        ["type", "properties", "geometry"],
    )
    return _bestand({"type": {"const": "FeatureCollection"}, "features": lijst(kenmerk)})


def voorzieningen_punten() -> dict:
    tijden = next(veld for veld in LOCATIE.velden if veld.naam == "openingstijden")
    lijsten = dict.fromkeys(("functies", "themas"), {"type": "array", "items": _ID})
    velden = {naam: tekst(uitleg) for naam, uitleg in voorzieningen_geojson.EIGENSCHAPPEN.items()}
    velden |= {naam: {**soort, "description": velden[naam]["description"]} for naam, soort in lijsten.items()}
    velden["openingstijden"] = dataschema(tijden)
    punt = voorwerp(
        {
            "type": {"const": "Point"},
            "coordinates": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        },
        ["type", "coordinates"],
    )
    return _kenmerken(velden, ["id", "naam", "soort", "functies", "toegang_code", "url"], punt)


def gebieden() -> dict:
    velden = {naam: tekst(uitleg) for naam, uitleg in gebieden_geojson.EIGENSCHAPPEN.items()}
    velden["inwoners"] = {**velden["inwoners"], "type": ["integer", "null"]}
    vlak = voorwerp(
        {"type": {"enum": ["Polygon", "MultiPolygon"]}, "coordinates": {"type": "array"}}, ["type", "coordinates"]
    )
    return _kenmerken(velden, list(velden), {"anyOf": [vlak, {"type": "null"}]})


def wijzigingen() -> dict:
    bericht = {
        "sleutel": tekst("Waaraan dit bericht te herkennen is, ook in een feed."),
        "dag": tekst("De dag, in Nederland.", format="date"),
        "moment": tekst("Het moment, in UTC.", format="date-time"),
        "soort": tekst("Waar het over gaat, zoals voorziening of organisatie."),
        "id": tekst("Het id of de code van nu."),
        "naam": tekst("De naam van nu."),
        "wat": tekst("Wat er gebeurde.", enum=list(wijzigingen_json.WAT)),
        "kop": tekst("Het bericht in het kort."),
        "zinnen": lijst(tekst("Een zin."), "Wat er veranderde, in woorden."),
        "gebieden": lijst(tekst("De code van een gebied."), "Voor welke gebieden dit geldt."),
    }
    url = {"url": tekst("De pagina op deze site; ontbreekt als die er niet is.", format="uri")}
    return _bestand({"aantal": _AANTAL, "wijzigingen": lijst(voorwerp(bericht | url, list(bericht)))})


def begrippen() -> dict:
    return {
        "type": "object",
        "required": ["@context", "@graph"],
        "properties": {
            "@context": {"type": "object"},
            "@graph": lijst(
                {
                    "type": "object",
                    "required": ["@id", "@type"],
                    "properties": {"@type": {"enum": ["ConceptScheme", "Concept"]}},
                    "if": {"properties": {"@type": {"const": "Concept"}}},
                    "then": {"required": ["prefLabel", "definition", "inScheme"]},
                    "else": {"required": ["title", "license", "publisher", "versie"]},
                }
            ),
        },
    }


def kiss_vac() -> dict:
    """Het objecttype VAC, strenger: niets erbij, en alles wat wij ervan vullen is er."""
    vac = voorwerp(
        {
            "vraag": tekst("De vraag van een inwoner.", minLength=1),
            "antwoord": tekst("Het antwoord, als HTML.", minLength=1),
            "toelichting": tekst("Alleen voor wie de telefoon opneemt, als HTML.", minLength=1),
            "status": tekst("Of dit antwoord nog geldt.", enum=["actief", "non-actief", "te-verwijderen"]),
            "doelgroep": tekst("Voor wie.", enum=["eu-burger", "eu-bedrijf", "eu-burger-bedrijf"]),
            "trefwoorden": lijst(voorwerp({"trefwoord": tekst("Een woord van een inwoner.")}, ["trefwoord"])),
        },
        ["vraag", "antwoord", "toelichting", "status", "doelgroep", "trefwoorden"],
    )
    return _bestand({"aantal": _AANTAL, "vacs": lijst(vac)})


def kiss_kennisartikelen() -> dict:
    """Het objecttype SDG Kennisartikel; wie de gemeente in OWMS is, staat er alleen als dat ingesteld is."""
    html = {naam: tekst("HTML.", minLength=1) for naam in ("tekst", "procedureBeschrijving", "contact", "deskMemo")}
    vertaling = {
        "taal": tekst("De taal.", const="nl"),
        "titel": tekst("De naam van de soort hulp.", minLength=1),
        **html,
        "trefwoorden": lijst(voorwerp({"trefwoord": tekst("Een woord van een inwoner.")}, ["trefwoord"])),
        "datumWijziging": tekst("Wanneer iemand dit het laatst nakeek.", format="date-time"),
    }
    vast = {"url": tekst("De site.", format="uri"), "owmsPrefLabel": tekst("De naam van de gemeente.")}
    owms = {
        "owmsIdentifier": tekst("De URI van de gemeente in OWMS.", format="uri"),
        "owmsEndDate": tekst("Tot wanneer die geldt.", format="date-time"),
    }
    artikel = {
        "url": tekst("De pagina op deze site.", format="uri"),
        "uuid": tekst("Een vaste uuid.", format="uuid"),
        "upnUri": tekst("De URI in de uniforme productnamenlijst.", format="uri"),
        "productAanwezig": {"enum": [True, None]},
        **dict.fromkeys(("publicatieDatum", "productValtOnder", "locaties"), {"type": "null"}),
        "verantwoordelijkeOrganisatie": voorwerp({**vast, **owms}, list(vast)),
        "doelgroep": tekst("Voor wie.", enum=["eu-burger", "eu-bedrijf"]),
        "vertalingen": lijst(voorwerp(vertaling, ["taal", "titel", "tekst", "trefwoorden", "datumWijziging"])),
        "beschikbareTalen": lijst(tekst("Een taal.")),
    }
    return _bestand({"aantal": _AANTAL, "kennisartikelen": lijst(voorwerp(artikel, list(artikel)))})


def hsds() -> dict:
    """Een bladzijde van een HSDS-API; wat erin staat beschrijft HSDS zelf."""
    ding = {"type": "object", "properties": {"id": tekst("Een vaste uuid.", format="uuid")}, "required": ["id"]}
    telling = dict.fromkeys(("total_items", "total_pages", "page_number", "size"), _AANTAL)
    vlaggen: dict[str, dict] = dict.fromkeys(("first_page", "last_page", "empty"), {"type": "boolean"})
    return _bestand({**telling, **vlaggen, "contents": lijst(ding)})


def dcat() -> dict:
    """De vorm van de catalogus; de betekenis van de termen staat in DCAT zelf."""
    ding = {"type": "object", "required": ["@id", "@type"]}
    return voorwerp({"@context": {"type": "object"}, "@graph": lijst(ding)}, ["@context", "@graph"])


# De naam van het schema, het bestand (of de bestanden) waar het bij hoort, en hoe het gemaakt wordt.
SCHEMAS: dict[str, tuple[str, Callable[[], dict]]] = {
    "voorzieningen": ("data/voorzieningen.json", voorzieningen),
    "voorzieningen-csv": (voorzieningen_csv.BESTAND, lambda: rij(voorzieningen_csv.KOLOMMEN)),
    "voorzieningen-geojson": (voorzieningen_geojson.BESTAND, voorzieningen_punten),
    "gebieden": (gebieden_geojson.BESTAND, gebieden),
    "functies": ("data/functies.json", functies),
    "activiteiten": ("data/activiteiten.json", activiteiten),
    "kerncijfers": (kerncijfers_csv.BESTAND, lambda: rij(kerncijfers_csv.KOLOMMEN)),
    "bouwtekening": ("data/bouwtekening.json", bouwtekening),
    "taken": (taken_csv.BESTAND, lambda: rij(taken_csv.KOLOMMEN)),
    "wetten": (wetten_json.BESTAND, lambda: _bestand(wetten_json.velden())),
    "wetten-csv": (wetten_json.BESTAND_CSV, lambda: rij(wetten_json.KOLOMMEN)),
    "dekking": ("data/dekking/*.csv", lambda: rij(dekking_csv.KOLOMMEN)),
    "begrippen": ("data/begrippen.jsonld", begrippen),
    "kiss-vac": (kiss_vac_bestand.BESTAND, kiss_vac),
    "kiss-kennisartikelen": (kennisartikelen_bestand.BESTAND, kiss_kennisartikelen),
    "hsds": ("data/hsds/*.json", hsds),
    "catalogus": (catalogus_jsonld.BESTAND, dcat),
    "wijzigingen": (wijzigingen_json.BESTAND, wijzigingen),
}


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    for naam, (bestand, schema) in SCHEMAS.items():
        if naam == "wijzigingen" and catalogus.geschiedenis is None:
            continue
        kop = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": schema_adres(catalogus, naam),
            "title": bestand,
            "description": "Een rij van dit bestand; elke cel is tekst."
            if bestand.endswith(".csv")
            else "Het hele bestand.",
            "versie": VERSIE,
        }
        yield f"data/schema/{naam}.json", als_json({**kop, **schema()}) + "\n"
