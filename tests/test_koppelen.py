"""Wat andere systemen van de site lezen: de robot van KISS, de Objects API, een dataportaal en zoekmachines."""

import html
import json
import os
import re
from pathlib import Path

import jsonschema
import pytest
from conftest import PROJECT
from msgspec.structs import replace

from generator.betekenis.schemaorg import ding_van
from generator.cli import voer_uit
from generator.model import Meldwegen
from generator.opmaak import gewone_tekst
from generator.uitvoer.catalogus_jsonld import maak as maak_beschrijving

# Het objecttype VAC van open-objecten/objecttypes, zoals gelezen op 2026-11-29: alleen de namen, soorten en keuzes.
VAC = {
    "type": "object",
    "required": ["doelgroep", "status", "vraag", "antwoord"],
    "properties": {
        **{naam: {"type": "string", "minLength": 1} for naam in ("vraag", "antwoord", "toelichting")},
        "status": {"enum": ["actief", "non-actief", "te-verwijderen"]},
        "doelgroep": {"enum": ["eu-burger", "eu-bedrijf", "eu-burger-bedrijf"]},
        "trefwoorden": {
            "type": "array",
            "items": {"type": "object", "required": ["trefwoord"], "properties": {"trefwoord": {"type": "string"}}},
        },
    },
    "additionalProperties": False,
}


def wat_de_robot_houdt(site: Path, pad: str) -> str:
    """De tekst van een bladzijde zonder header, footer en nav, waar zij ook staan, en zonder data-elastic-exclude."""
    from lxml import html as boom

    blad = boom.fromstring((site / pad / "index.html").read_text(encoding="utf-8")).find("body")
    weg = ("header", "footer", "nav", "script", "style", "template")
    for deel in blad.xpath("|".join((*(f".//{naam}" for naam in weg), ".//*[@data-elastic-exclude]"))):
        deel.drop_tree()
    return re.sub(r"\s+", " ", blad.text_content()).strip()


def los(tekst: str) -> str:
    """Zonder de spaties die om een link komen te staan."""
    return re.sub(r"\s+", "", tekst)


def test_de_robot_van_kiss_houdt_van_elke_plek_wat_telt(voorbeeldsite, catalogus):
    for v in catalogus.voorzieningen.values():
        tekst = wat_de_robot_houdt(voorbeeldsite, f"voorzieningen/{v.id}")
        assert los(tekst).startswith(los(v.naam + v.samenvatting)), v.id
        berichten = [t.tekst for t in v.tijdelijk if t.tot >= catalogus.peildatum and v.status == "actief"]
        dag = str(v.gecontroleerd.op.year)
        telefoon = [v.contact.telefoon] if v.contact.telefoon and v.status == "actief" else []
        assert all(los(deel) in los(tekst) for deel in (*berichten, *telefoon, dag)), v.id
        uitleg = [gewone_tekst(t) for t in (v.voor_wie, v.toegang.uitleg) if t and v.status == "actief"]
        assert all(los(deel) in los(tekst) for deel in uitleg), v.id
        assert not any(extra in tekst for extra in ("uitleg van dit woord", "Dicht hierbij", "Print deze")), v.id
        assert ("Dit is er niet meer." in tekst) is (v.status == "gesloten")
        assert "lang niet nagekeken" not in tekst, "dat beslist pas wie kijkt"


def test_de_robot_van_kiss_houdt_van_elke_soort_hulp_naam_en_uitleg(voorbeeldsite, catalogus):
    for f in catalogus.functies.values():
        tekst = wat_de_robot_houdt(voorbeeldsite, f"functies/{f.id}")
        assert los(tekst).startswith(los(f.naam + gewone_tekst(f.uitleg.bron)[:55])), f.id


def test_losse_velden_staan_erbij_zonder_stand(voorbeeldsite, catalogus):
    for v in catalogus.voorzieningen.values():
        kop = (voorbeeldsite / f"voorzieningen/{v.id}/index.html").read_text(encoding="utf-8").partition("<body")[0]
        velden = dict(re.findall(r'<meta class="elastic" name="([a-z]+)" content="([^"]*)">', kop))
        assert velden["nagekeken"] == str(v.gecontroleerd.op)
        assert velden.get("telefoon", "") == ((v.contact.telefoon or "") if v.status == "actief" else "")
        assert "stand" not in velden


def test_de_kaart_van_de_site_noemt_dagen_en_de_kennis_apart(voorbeeldsite, catalogus):
    kaart = (voorbeeldsite / "sitemap-kennis.xml").read_text(encoding="utf-8")
    rijen = dict(re.findall(r"<loc>https://[^/]+/([^<]+)</loc>(?:<lastmod>([\d-]+)</lastmod>)?", kaart))
    actief = {v.id: v for v in catalogus.voorzieningen.values() if v.status == "actief"}
    assert set(rijen) == {f"voorzieningen/{id_}/" for id_ in actief} | {f"functies/{f}/" for f in catalogus.functies}
    assert all(rijen[f"voorzieningen/{id_}/"] == str(v.gecontroleerd.op) for id_, v in actief.items())
    adres = catalogus.instellingen.adres
    assert f"Sitemap: {adres}sitemap.xml" in (voorbeeldsite / "robots.txt").read_text(encoding="utf-8")


def test_elke_soort_hulp_is_een_vraag_met_antwoord(voorbeeldsite, catalogus):
    vacs = json.loads((voorbeeldsite / "data/kiss/vac.json").read_text(encoding="utf-8"))["vacs"]
    keurder = jsonschema.Draft7Validator(VAC)
    assert [fout.message for vac in vacs for fout in keurder.iter_errors(vac)] == []
    assert len(vacs) == len(catalogus.functies)
    for vac, f in zip(vacs, catalogus.functies.values(), strict=True):
        assert f.naam in vac["vraag"] and f"functies/{f.id}/" in vac["antwoord"]
        assert all(html.escape(vraag, quote=False) in vac["toelichting"] for vraag in f.vragen)


CATALOGUS = "data/catalogus.jsonld"
# De bestanden van Geonovum die samen DCAT-AP-NL en DCAT-AP toetsen; zij staan niet in dit project.
GEONOVUM = (
    "dcat-ap-nl-SHACL",
    "dcat-ap-nl-SHACL-klassebereik",
    "dcat-ap-nl-SHACL-klassebereik-codelijsten",
    "dcat-ap-SHACL",
)


def keur(graaf: str, *shapes: Path) -> str:
    """Wat SHACL aan een beschrijving mist; leeg is goed."""
    import pyshacl
    from rdflib import Graph

    eisen = Graph()
    for bestand in shapes:
        eisen.parse(bestand, format="turtle")
    goed, _, tekst = pyshacl.validate(Graph().parse(data=graaf, format="json-ld"), shacl_graph=eisen)
    return "" if goed else tekst


@pytest.fixture(scope="module")
def beschrijvingen(catalogus) -> dict[str, str]:
    """De DCAT-beschrijving van de voorbeeldsite, zonder mailadres, en van een gemeente die geen voorbeeld is."""
    zonder = replace(catalogus, instellingen=replace(catalogus.instellingen, meld_adres=None, melden=Meldwegen()))
    buur = next(g for g in catalogus.gemeenten if not g.voorbeeld)
    echt = replace(catalogus, instellingen=replace(catalogus.instellingen, gemeente=buur.code))
    sites = {"voorbeeld": catalogus, "zonder mail": zonder, "echt": echt}
    return {naam: dict(maak_beschrijving(site))[CATALOGUS] for naam, site in sites.items()}


@pytest.mark.parametrize("site", ["voorbeeld", "zonder mail", "echt"])
def test_de_beschrijving_voldoet_aan_wat_dcat_ap_nl_verplicht(beschrijvingen, site):
    assert keur(beschrijvingen[site], PROJECT / "tests/dcat_ap_nl.ttl") == ""


@pytest.mark.parametrize("weg", ["creator", "dcat:contactPoint", "dct:accessRights", "dcat:theme", "dct:identifier"])
def test_een_beschrijving_die_iets_mist_valt_door_de_mand(beschrijvingen, weg):
    boom = json.loads(beschrijvingen["voorbeeld"])
    set_ = next(ding for ding in boom["@graph"] if ding["@type"] == "dcat:Dataset")
    del set_[weg]
    assert "Constraint Violation" in keur(json.dumps(boom), PROJECT / "tests/dcat_ap_nl.ttl")


def test_de_beschrijving_voldoet_aan_de_shapes_van_geonovum(beschrijvingen):
    """Die staan in hun eigen repository; ONTWIKKELEN.md zegt hoe u ze erbij haalt."""
    map_ = os.environ.get("SOCIALE_KAART_SHAPES")
    if not map_:
        pytest.skip("SOCIALE_KAART_SHAPES wijst niet naar de shapes van DCAT-AP-NL")
    for tekst in beschrijvingen.values():
        assert keur(tekst, *(Path(map_) / f"{naam}.ttl" for naam in GEONOVUM)) == ""


def test_alleen_een_echte_gemeente_heeft_een_adres_in_tooi(beschrijvingen, catalogus):
    code = next(g for g in catalogus.gemeenten if not g.voorbeeld).code.lower()
    assert f"/tooi/id/gemeente/{code}" in beschrijvingen["echt"] and "tooi" not in beschrijvingen["voorbeeld"]


def test_elk_bestand_in_de_catalogus_en_zijn_schema_staan_op_de_site(voorbeeldsite, catalogus):
    adres = catalogus.instellingen.adres
    graaf = json.loads((voorbeeldsite / CATALOGUS).read_text(encoding="utf-8"))["@graph"]
    sets = [ding for ding in graaf if ding["@type"] == "dcat:Dataset"]
    assert [s["@id"] for s in graaf[0]["dcat:dataset"]] == [s["@id"] for s in sets]
    for d in (d for s in sets for d in s["dcat:distribution"]):
        for plek in (d["dcat:downloadURL"]["@id"], d["dct:conformsTo"]["@id"]):
            assert (voorbeeldsite / plek.removeprefix(adres)).is_file(), plek


def test_de_waarden_voor_helm_zijn_yaml_met_het_eigen_adres(voorbeeldsite, catalogus):
    import yaml

    blad = (voorbeeldsite / "koppelen/index.html").read_text(encoding="utf-8")
    waarden = yaml.safe_load(html.unescape(re.search(r"(?s)<code>(settings:.*?)</code>", blad)[1]))
    robot = waarden["settings"]["syncJobs"]["website"][0]
    assert f"{robot['domain']}/" == catalogus.instellingen.adres and robot["excludeTags"] == [
        "header",
        "footer",
        "nav",
    ]
    geweigerd = tuple(regel["pattern"] for regel in robot["crawlRules"])
    assert not any(f"/{pad}".startswith(geweigerd) for pad in ("voorzieningen/x/", "functies/y/", "gebieden/z/"))


# Wat HSDS 3.1 verplicht, gelezen op 2026-11-29 in de schema's van de specificatie.
VERPLICHT = {
    "services": ("id", "name", "status"),
    "organizations": ("id", "name", "description"),
    "locations": ("id", "location_type"),
    "phones": ("id", "number"),
    "addresses": ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    **dict.fromkeys(("schedules", "service_areas", "service_at_locations", "languages", "attributes"), ("id",)),
    "taxonomy_term": ("id", "name", "description"),
}


def dingen(soort: str, ding: object):
    """Elk ding met de naam van zijn soort, hoe diep ook."""
    for deel in ding if isinstance(ding, list) else [ding]:
        if isinstance(deel, dict):
            yield soort, deel
            for naam, onder in deel.items():
                yield from dingen(naam, onder) if isinstance(onder, list | dict) else ()


def test_hsds_heeft_wat_verplicht_is_en_vaste_kenmerken(voorbeeldsite):
    for soort in ("services", "organizations", "locations"):
        inhoud = json.loads((voorbeeldsite / f"data/hsds/{soort}.json").read_text(encoding="utf-8"))
        assert inhoud["total_items"] == len(inhoud["contents"]) > 0
        for naam, ding in dingen(soort, inhoud["contents"]):
            assert all(veld in ding for veld in VERPLICHT.get(naam, ())), (naam, ding)
            assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", ding["id"]), naam


def test_hsds_komt_gelijk_terug(voorbeeldsite, catalogus, capsys):
    """Wat wij naar HSDS schrijven leest `importeer` gelijk terug; wat niet paste, wordt gezegd."""
    tabel = str(voorbeeldsite / "data/hsds/services.json")
    vast = ["--map", str(PROJECT), "--peildatum", "2026-11-22"]
    voer_uit(["importeer", tabel, "--vorm", "hsds", "--proef", "--formaat", "json", *vast])
    verslag = json.loads(capsys.readouterr().out)
    anders = {veld for rij in verslag["rijen"] for veld in rij["velden"]}
    assert verslag["nieuw"] == 0 and verslag["gewijzigd"] == len(catalogus.voorzieningen)
    assert anders == {"bron"}
    over = verslag["niet_overgenomen"]
    assert over["alert"] > 0 and over["service_at_locations[].schedules[].description"] > 0
    assert not any(veld.startswith(("service_areas", "attributes")) for veld in over)


def test_een_geheim_adres_staat_niet_in_hsds(voorbeeldsite, catalogus):
    geheim = {v.id for v in catalogus.voorzieningen.values() if any(p.adres_geheim for p in v.locaties)}
    diensten = json.loads((voorbeeldsite / "data/hsds/services.json").read_text(encoding="utf-8"))["contents"]
    for v, dienst in zip(catalogus.voorzieningen.values(), diensten, strict=True):
        plekken = [op["location"] for op in dienst.get("service_at_locations", ())]
        assert v.id not in geheim or not any({"addresses", "latitude"} & plek.keys() for plek in plekken)
    assert geheim


# Uit de woordenlijst van schema.org (versie 30, gelezen op 2026-11-29): waarvan elke soort er een is, en per eigenschap
# bij welke soort zij hoort en wat erin mag; "" is een tekst of een adres.
SOORT_VAN = {
    **dict.fromkeys(("CivicStructure", "PlaceOfWorship", "Playground", "Place"), {"Place"}),
    **dict.fromkeys(("Organization", "SportsClub", "School", "ElementarySchool"), {"Organization"}),
    **dict.fromkeys(("Hospital", "PoliceStation", "Library", "Store", "ChildCare"), {"Organization", "Place"}),
    **dict.fromkeys(("MedicalClinic", "Pharmacy", "Physician"), {"Organization", "Place"}),
    "HomeAndConstructionBusiness": {"Organization", "Place"},
    "GovernmentService": {"Service"},
    "PostalAddress": {"PostalAddress", "ContactPoint"},
    "WebPage": {"CreativeWork"},
}
EIGENSCHAPPEN = {
    **dict.fromkeys(("name", "description", "url"), ({"Thing"}, {""})),
    **dict.fromkeys(("streetAddress", "postalCode", "addressLocality"), ({"PostalAddress"}, {""})),
    **dict.fromkeys(("dayOfWeek", "opens", "closes"), ({"OpeningHoursSpecification"}, {""})),
    **dict.fromkeys(("latitude", "longitude"), ({"GeoCoordinates", "Place"}, {""})),
    "address": ({"Place", "Organization"}, {"PostalAddress"}),
    "areaServed": ({"Organization", "Service", "ContactPoint"}, {"", "Place"}),
    "availableChannel": ({"Service"}, {"ServiceChannel"}),
    "contactPoint": ({"Organization"}, {"ContactPoint"}),
    "dateModified": ({"CreativeWork"}, {""}),
    "geo": ({"Place"}, {"GeoCoordinates"}),
    "hoursAvailable": ({"Service", "ContactPoint"}, {"OpeningHoursSpecification"}),
    "knowsAbout": ({"Organization"}, {""}),
    "location": ({"Organization"}, {"Place", "PostalAddress"}),
    "mainEntity": ({"CreativeWork"}, {""}),  # het adres van het ding op dezelfde pagina
    "openingHoursSpecification": ({"Place"}, {"OpeningHoursSpecification"}),
    "parentOrganization": ({"Organization"}, {"Organization"}),
    "provider": ({"Service"}, {"Organization"}),
    "serviceLocation": ({"ServiceChannel"}, {"Place"}),
    "servicePhone": ({"ServiceChannel"}, {"ContactPoint"}),
    "serviceType": ({"Service"}, {""}),
    "serviceUrl": ({"ServiceChannel"}, {""}),
    "telephone": ({"Organization", "Place", "ContactPoint"}, {""}),
}


def soorten_van(ding: object) -> set[str]:
    """Waarvan een ding er een is; van een tekst alleen de lege soort."""
    if not isinstance(ding, dict):
        return {""}
    naam = ding["type"].rpartition("/")[2]
    return {"Thing", naam, *SOORT_VAN.get(naam, ())}


def verkeerd(ding: dict):
    """Elke eigenschap die niet bij haar ding hoort, of een waarde heeft die er niet in mag."""
    for naam, waarden in ding.get("properties", {}).items():
        bij, mag = EIGENSCHAPPEN.get(naam, (set(), set()))
        for waarde in waarden if isinstance(waarden, list) else [waarden]:
            if not (bij & soorten_van(ding) and mag & soorten_van(waarde) and waarde):
                yield ding["type"], naam, waarde
            yield from verkeerd(waarde) if isinstance(waarde, dict) else ()


def test_schema_org_klopt_met_haar_woordenlijst(voorbeeldsite, catalogus):
    """Elke plek, gelezen zoals een zoekmachine dat doet."""
    import extruct

    for v in catalogus.voorzieningen.values():
        tekst = (voorbeeldsite / f"voorzieningen/{v.id}/index.html").read_text(encoding="utf-8")
        dingen = extruct.extract(tekst, syntaxes=["microdata"], errors="strict")["microdata"]
        assert [fout for ding in dingen for fout in verkeerd(ding)] == [], v.id
        [eerste] = [d for d in dingen if "description" in d["properties"]]
        assert eerste["properties"]["name"] == v.naam
        assert eerste["type"].rpartition("/")[2] == ding_van(v, catalogus).soort


@pytest.mark.parametrize(
    ("soort", "eigen"),
    [
        ("Service", {"telephone": "0999-1"}),
        ("Place", {"naam": "x"}),
        ("Service", {"provider": "x"}),
        ("Place", {"name": ""}),
    ],
)
def test_een_eigenschap_die_er_niet_bij_hoort_valt_door_de_mand(soort, eigen):
    assert list(verkeerd({"type": f"https://schema.org/{soort}", "properties": eigen}))
