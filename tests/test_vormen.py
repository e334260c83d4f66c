"""`importeer --vorm`: bestanden van andere systemen. Elk veld komt ergens terecht of wordt geteld; niets verdwijnt stil."""

import json
from pathlib import Path

import pytest
import yaml
from proefmap import lees, leg_neer, maak_goede_map

from generator.bewerken.vormen.bron import Bron
from generator.bewerken.vormen.roosters import uit_ical, uit_osm
from generator.cli import voer_uit
from generator.lezen.tijden import lees_dagtijd
from generator.model.voorziening import SOORTEN
from generator.uitvoer import hsds

FUNCTIE, PLEK = ["--soort", "wijkfunctie", "--functie", "buurthuis"], {"lat": 52.5, "lon": 6.0}


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def importeer(map_: Path, boom: object, vorm: str, *meer: str) -> tuple[int, dict]:
    """Status en verslag; het werkgebied staat vast, want het gaat hier om de vorm."""
    bestand, verslag = map_.parent / "bron.json", map_.parent / "verslag.json"
    bestand.write_text(boom if isinstance(boom, str) else json.dumps(boom), encoding="utf-8")
    vast = ["--map", str(map_), "--peildatum", "2026-11-22", "--werkgebied", "GM9999", "--vorm", vorm]
    uit = ["--formaat", "json", "--rapport", str(verslag)]
    status = voer_uit(["importeer", str(bestand), *vast, *FUNCTIE, *uit, *meer])
    return status, json.loads(verslag.read_text(encoding="utf-8")) if verslag.exists() else {}


def ingang(map_: Path, id_: str) -> dict:
    return yaml.load((map_ / f"sociale_kaart/wijkfuncties/{id_}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


OSM = {
    "elements": [
        {"type": "node", "id": 1, **PLEK},
        {
            "type": "way",
            "id": 22,
            "center": PLEK,
            "nodes": [1],
            "tags": {
                "name": "Huiskamer Oost",
                "amenity": "community_centre",
                "addr:street": "Kade",
                "addr:housenumber": "12A",
                "addr:postcode": "9999 AA",
                "addr:city": "Voorbeeldstad",
                "contact:phone": "+31 999 12 34 56",
                "phone": "+31 999 99 99 99",
                "website": "https://oost.example",
                "opening_hours": "Mo-Fr 09:00-12:00, We 13:00-17:00; Fr off; PH off",
                "wheelchair": "limited",
                "fee": "donation",
                "building": "yes",
            },
        },
        {"type": "node", "id": 3, **PLEK, "tags": {"name": "Bij de Bron", "opening_hours": "sunrise-sunset"}},
    ]
}


def test_openstreetmap(map_):
    status, verslag = importeer(map_, OSM, "osm")
    assert status == 0 and verslag["nieuw"] == 2
    uit = ingang(map_, "huiskamer-oost")
    plek = uit["locaties"][0]
    assert plek["adres"] == {"straat": "Kade", "huisnummer": "12A", "postcode": "9999 AA", "plaats": "Voorbeeldstad"}
    assert plek["openingstijden"]["wo"] == "09:00-12:00, 13:00-17:00" and plek["openingstijden"]["vr"] == "gesloten"
    assert plek["openingstijden"]["niet_in"] == ["feestdagen"] and plek["rolstoel"] == "deels"
    assert plek["punt"] == {"lengte": "6.000000", "breedte": "52.500000"} and "za" not in plek["openingstijden"]
    assert uit["bron"] == "OpenStreetMap-bijdragers (ODbL), way/22" and "kosten" not in uit
    over = {"nodes[]": 1, "tags.building": 1, "tags.fee": 1, "tags.phone": 1, "tags.opening_hours": 1}
    assert verslag["niet_overgenomen"] == over
    assert "sunrise-sunset" in str(verslag["rijen"][1]["opmerkingen"])
    assert importeer(map_, OSM, "osm", "--proef")[1]["gelijk"] == 2


def test_openstreetmap_als_geojson(map_):
    kenmerken = {"@id": "node/9", "name": "Loket Zuid", "social_facility": "outreach", "leuk": "ja"}
    vorm = {"type": "Polygon", "coordinates": [[[6, 52], [6, 52.2], [6.2, 52.2], [6, 52]]]}
    boom = {"features": [{"type": "Feature", "properties": kenmerken, "geometry": vorm}]}
    status, verslag = importeer(map_, boom, "osm")
    assert status == 0 and verslag["niet_overgenomen"] == {"properties.leuk": 1}
    assert "Polygon" in str(verslag["rijen"][0]["opmerkingen"]) and "punt" in ingang(map_, "loket-zuid")["locaties"][0]


HSDS = {
    "id": "d-1",
    "organization_id": "o-1",
    "name": "Geldspreekuur",
    "description": "<p>Hulp bij <b>post</b> en rekeningen. Elke week.</p>",
    "status": "active",
    "fees_description": "Gratis",
    "minimum_age": 18,
    "assured_date": "2026-10-01",
    "wait_time": "3 weken",
    "application_process": "Bel voor een afspraak.",
    "required_documents": [{"id": "r", "service_id": "d-1", "document": "Identiteitsbewijs"}],
    "languages": [{"id": "t", "code": "nl"}, {"id": "u", "code": "ar", "note": "op dinsdag"}],
    "organization": {
        "id": "o-1",
        "name": "Stichting Onbekend",
        "description": "Welzijn",
        "website": "https://o.example",
    },
    "phones": [
        {"id": "p", "number": "0999-12 34 56"},
        {"id": "q", "number": "0999-65 43 21", "description": "Crisis", "extension": 4},
    ],
    "service_at_locations": [
        {
            "id": "s",
            "location": {
                "id": "l",
                "location_type": "physical",
                "name": "De Sluis",
                "latitude": 52.5,
                "longitude": 6.0,
                "addresses": [
                    {"address_1": "Kade 3", "city": "Voorbeeldstad", "postal_code": "9999 AA", "region": "X"}
                ],
                "schedules": [
                    {"id": "1", "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "12:00"},
                    {
                        "id": "2",
                        "freq": "MONTHLY",
                        "byday": "1TH,3TH",
                        "opens_at": "10:00:00",
                        "closes_at": "11:30:00",
                    },
                ],
            },
        },
        {"id": "s2", "location": {"id": "m", "name": "Elders", "addresses": [{"city": "Voorbeeldstad"}]}},
    ],
}


def test_hsds_genest(map_):
    status, verslag = importeer(map_, {"total_items": 1, "contents": [HSDS]}, "hsds")
    assert status == 0, verslag
    uit = ingang(map_, "geldspreekuur")
    assert uit["samenvatting"] == "Hulp bij post en rekeningen. Elke week." and uit["kosten"]["soort"] == "gratis"
    assert uit["contact"]["telefoons"] == [{"telefoon": "0999-65 43 21", "naam": "Crisis"}]
    assert uit["leeftijd"] == {"van": "18"} and uit["talen"] == ["nl", "ar"]
    tijden = {"ma": "09:00-12:00", "di": "09:00-12:00", "do": "eerste en derde 10:00-11:30"}
    assert uit["locaties"][0]["openingstijden"] == tijden and uit["locaties"][1]["naam"] == "Elders"
    assert uit["gecontroleerd"] == {"op": "2026-10-01", "door": "import, nog niet nagekeken"}
    assert verslag["niet_overgenomen"] == {
        "languages[].note": 1,
        "organization.description": 1,
        "phones[].extension": 1,
        "service_at_locations[].location.addresses[].region": 1,
        "wait_time": 1,
    }
    assert "Stichting Onbekend" in str(verslag["rijen"][0]["opmerkingen"])


def test_hsds_in_losse_tabellen(map_):
    plek = {**HSDS["service_at_locations"][0]["location"]}
    los = {n: w for n, w in HSDS.items() if n not in ("service_at_locations", "organization", "phones")}
    boom = {
        "services": [los],
        "organizations": [HSDS["organization"]],
        "phones": [{**p, "service_id": "d-1"} for p in HSDS["phones"]],
        "service_at_locations": [{"id": "s", "service_id": "d-1", "location_id": "l"}],
        "addresses": [{**a, "location_id": "l"} for a in plek.pop("addresses")],
        "schedules": [{**r, "location_id": "l"} for r in plek.pop("schedules")],
        "locations": [plek],
    }
    assert importeer(map_, boom, "hsds")[0] == 0
    uit = ingang(map_, "geldspreekuur")
    assert uit["locaties"][0]["adres"]["straat"] == "Kade" and "do" in uit["locaties"][0]["openingstijden"]
    assert uit["contact"]["telefoon"] == "0999-12 34 56"


def test_data_inclusion(map_):
    structuur = {
        "id": "s",
        "source": "x",
        "nom": "Huis",
        "telephone": "0999-12 34 56",
        "siret": "1",
        "commune": "Voorbeeldstad",
    }
    dienst = {
        "id": "x--1",
        "source": "x",
        "structure_id": "s",
        "nom": "Taalles",
        "description": "Les in lezen en schrijven.",
        "thematiques": ["lecture-ecriture-calcul--apprendre"],
        "publics": ["jeunes", "familles"],
        "frais": "gratuit",
        "date_maj": "2026-09-01T10:00:00",
        "horaires_accueil": 'Tu 10:00-12:00 "by appointment"',
        "score_qualite": 0.8,
    }
    status, verslag = importeer(
        map_, {"services": [dienst], "structures": [structuur, {"id": "t", "nom": "Los"}]}, "data-inclusion"
    )
    assert verslag["nieuw"] == 1 and verslag["geweigerd"] + verslag["nieuw"] == 2 or status == 0
    uit = ingang(map_, "taalles")
    assert uit["kosten"] == {"soort": "gratis"} and uit["contact"]["telefoon"] == "0999-12 34 56"
    assert uit["locaties"][0]["openingstijden"] == {"di": "op afspraak 10:00-12:00"}
    assert uit["gecontroleerd"]["op"] == "2026-09-01"
    assert verslag["niet_overgenomen"] == {"score_qualite": 1, "structure.siret": 1}


def test_gewone_geojson(map_):
    kenmerken = {"Naam": "Loket Noord", "telefoon": "0999-12 34 56", "kleur": "rood", "extra": {"soort plek": "x"}}
    punt = {"type": "Point", "coordinates": [6.0, 52.5]}
    boom = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "id": 4, "properties": kenmerken, "geometry": punt}],
    }
    status, verslag = importeer(map_, boom, "geojson")
    assert status == 0 and ingang(map_, "loket-noord")["contact"] == {"telefoon": "0999-12 34 56"}
    assert verslag["niet_gebruikt"] == ["kleur", "extra.soort plek"] and verslag["niet_overgenomen"] == {"id": 1}


@pytest.mark.parametrize("vorm", ["hsds", "data-inclusion", "osm", "geojson"])
@pytest.mark.parametrize(
    "boom", ["{", "", "null", "[]", "{}", '{"features": 3}', '{"elements": [1, null]}', "[" * 5000, '"x"', "[[1]]"]
)
def test_een_ander_bestand_is_een_gewone_fout(map_, capsys, vorm, boom):
    status, _ = importeer(map_, boom, vorm)
    uit = capsys.readouterr().err
    assert status == 1 and "Zo lost u het op" in uit and "Traceback" not in uit


@pytest.mark.parametrize("vorm", ["hsds", "data-inclusion", "osm", "geojson"])
def test_rare_waarden_zijn_geen_storing(map_, vorm):
    """Elk veld heeft de verkeerde vorm: lijst, groep, getal of niets."""
    for raar in ([], {}, 3, None, True, [[{}]], {"a": [None]}, "x"):
        namen = "name nom tags properties geometry organization phones schedules languages service_at_locations structure frais"
        record = {"id": 1, **dict.fromkeys(namen.split(), raar)}
        sleutel = {"hsds": "contents", "data-inclusion": "services", "osm": "elements", "geojson": "features"}[vorm]
        importeer(
            map_,
            {sleutel: [record, {"tags": {"name": "Plek"}, "properties": {"naam": "Plek"}, "name": "P", "nom": "P"}]},
            vorm,
        )


@pytest.mark.parametrize(
    ("osm", "verwacht"),
    [
        ("24/7", {"ma": "00:00-24:00", "zo": "00:00-24:00"}),
        ("Mo-Fr 9:00-17:00", {"ma": "09:00-17:00", "vr": "09:00-17:00"}),
        ("Mo,We 09:00-12:00,13:00-15:00", {"wo": "09:00-12:00, 13:00-15:00"}),
        ("Fr-Mo 10:00-12:00", {"vr": "10:00-12:00", "ma": "10:00-12:00"}),
        ("Mo-Su 10:00-12:00; Su off", {"zo": "gesloten"}),
        ("Th[1,3] 10:00-11:00", {"do": "eerste en derde 10:00-11:00"}),
        ("Fr[-1] 10:00-11:00", {"vr": "laatste 10:00-11:00"}),
        ("10:00-12:00", {"ma": "10:00-12:00"}),
        ("Mo 22:00-02:00; SH off", {"ma": "22:00-02:00", "niet_in": ["schoolvakanties"]}),
        ("Apr-Sep Mo 10:00-12:00", {"periode": "1 april tot en met 30 september", "ma": "10:00-12:00"}),
        ('We "by appointment"', {"wo": "op afspraak"}),
    ],
)
def test_openingstijden_die_passen(osm, verwacht):
    rooster = uit_osm(osm)[0]
    assert verwacht.items() <= rooster.items()
    for dag in {"ma", "di", "wo", "do", "vr", "za", "zo"} & rooster.keys():
        lees_dagtijd(rooster[dag])


@pytest.mark.parametrize(
    "osm",
    ["", "sunrise-sunset", "week 1-52/2 Mo 10:00-12:00", "Mo 10:00+", "Mo 17:00-09:00", "PH 10:00-12:00", "Dec 25 off", "easter off",
     "Mo-Fr 10:00-12:00 || Sa 10:00-11:00", "Mo 10:00-12:00 \"bel eerst\"", "maandag 10-12", "Mo 25:00-26:00", "Apr-Sep", "off",
     "Mo 10:00-12:00; Apr-Sep Mo 09:00-12:00", "Foo-Bar Mo 10:00-12:00"],
)  # fmt: skip
def test_openingstijden_die_niet_passen_worden_niets(osm):
    assert uit_osm(osm) is None


def test_een_regel_van_hsds():
    assert uit_ical("WEEKLY", "1", "MO,FR", "09:00Z", "12:00Z") == {"ma": "09:00-12:00", "vr": "09:00-12:00"}
    assert uit_ical("MONTHLY", "", "-1TU", "09:00", "12:00") == {"di": "laatste 09:00-12:00"}
    for regel in (
        ("WEEKLY", "2", "MO"),
        ("DAILY", "", "MO"),
        ("MONTHLY", "", "MO"),
        ("WEEKLY", "", "1MO"),
        ("WEEKLY", "", ""),
    ):
        assert uit_ical(*regel, "09:00", "12:00") is None


def test_wat_niet_gelezen_is_wordt_geteld():
    bron = Bron({"a": "1", "b": {"c": ["x", "y", ""]}, "d": "1", "e": None, "f": "2"})
    assert bron.neem("a", "d", "f") == "1"
    assert bron.over() == {"b.c[]": 2, "f": 1}


SPREEKUUR = """\
naam: Spreekuur Geld en Samen
functies: [schuldhulpverlening, buurthuis]
samenvatting: Hulp bij post.
toegang: {hoe: vrij}
werkgebied: [WK999901]
contact: {telefoon: "0999-12 34 56", telefoons: [{telefoon: 0999-65 43 21, naam: Crisis}]}
leeftijd: {van: 18}
talen: [nl, ar]
locaties:
  - naam: Huis
    adres: {straat: Kade, huisnummer: 12A, postcode: 9999 AA, plaats: Proefstad}
    punt: {lengte: 3.905, breedte: 52.615}
    openingstijden:
      ma: "09:00-12:30, op afspraak 13:30-17:00"
      do: eerste en derde 10:00-11:30
      za: gesloten
      zo: gesloten
      niet_in: [feestdagen]
gecontroleerd: {op: 2026-10-01, door: redactie}
"""


def test_hsds_van_een_kaart_vult_een_lege_kaart(tmp_path):
    """Zonder --soort, --functie of --werkgebied: wat wij over een plek in HSDS zeggen, is genoeg om haar te maken."""
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, "sociale_kaart/wijkfuncties/spreekuur-geld-en-samen.yaml", SPREEKUUR)
    eerst, verslag = lees(map_)
    assert eerst is not None, verslag.als_tekst()
    export = tmp_path / "hsds.json"
    export.write_bytes(dict(hsds.maak(eerst))["data/hsds/services.json"]())
    for bestand in map_.glob("sociale_kaart/*/*.yaml"):
        if bestand.parent.name in SOORTEN:
            bestand.unlink()
    assert voer_uit(["importeer", str(export), "--vorm", "hsds", "--map", str(map_), "--peildatum", "2026-11-22"]) == 0
    gemeente = map_ / "gebieden/proefstad/gemeente.yaml"  # noemt een plek bij haar id, en dat volgt nu uit de naam
    gemeente.write_text(gemeente.read_text(encoding="utf-8").replace("geldloket", "geldloket-noord"), encoding="utf-8")
    daarna, verslag = lees(map_)
    assert daarna is not None, verslag.als_tekst()
    naar = {v.naam: v for v in daarna.voorzieningen.values()}
    for v in eerst.voorzieningen.values():
        assert overgenomen(naar[v.naam]) == overgenomen(v)


def overgenomen(v) -> dict:
    """De velden van een ingang die HSDS heel kan zeggen."""
    plekken = [(p.naam, p.adres, p.punt and (p.punt.lengte, p.punt.breedte)) for p in v.locaties]
    tijden = [p.openingstijden for p in v.locaties if p.openingstijden and hsds.rrules(p.openingstijden) is not None]
    nummers = [v.contact.telefoon, *((t.telefoon, t.naam) for t in v.contact.telefoons)]
    velden = ("naam", "soort", "organisatie", "functies", "werkgebied", "voor_wie", "leeftijd", "talen", "status")
    rest = [v.contact.email, v.contact.website, v.toegang.uitleg, v.toegang.meenemen, v.gecontroleerd.op, v.kosten]
    return {naam: getattr(v, naam) for naam in velden} | {
        "plekken": plekken,
        "tijden": tijden,
        "rest": [*nummers, *rest],
    }
