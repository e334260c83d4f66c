"""Open data die een ander kan gebruiken: met licentie en bron, een schema dat klopt, een CSV met alles, en de soort die past."""

import csv
import fnmatch
import io
import json
import random
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from uuid import NAMESPACE_URL, uuid5

import jsonschema
import pytest
from msgspec.structs import replace

from generator.betekenis.schemaorg import vakken
from generator.cellen import veilige_cel
from generator.model import Dagdeel, Dagtijd, Tijden
from generator.model.geschiedenis import Bericht, Geschiedenis
from generator.schema.gemeente import LICENTIES
from generator.uitvoer import alle_uitvoer, hsds, schemas
from generator.uitvoer.herkomst import LICENTIE_ADRES
from generator.uitvoer.rekenblad import als_cel
from generator.uitvoer.voorzieningen_csv import KOLOMMEN
from generator.uitvoer.voorzieningen_json import als_dict


@pytest.fixture(scope="module")
def uitvoer(catalogus) -> dict[str, str]:
    """Met een geschiedenis die vaststaat: die van Git is morgen anders."""
    berichten = (
        Bericht(
            "a1", 1_770_000_000, date(2026, 2, 2), "voorziening", "x", "X", "weg", "Weg: X", ("Zin.",), ("GM9999",)
        ),
        Bericht(
            "b2", 1_760_000_000, date(2025, 10, 9), "pagina", "over", "Over", "anders", "Anders: Over", (), (), "over/"
        ),
    )
    return dict(alle_uitvoer(replace(catalogus, geschiedenis=Geschiedenis(berichten))))


def rijen(tekst: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(tekst.removeprefix("\ufeff"), newline="")))


def dingen(pad: str, tekst: str) -> list:
    """Wat het schema beschrijft: elke rij van een CSV, of het hele bestand."""
    return rijen(tekst) if pad.endswith(".csv") else [json.loads(tekst)]


def bij(uitvoer: dict[str, str], patroon: str) -> list[str]:
    return [pad for pad in uitvoer if fnmatch.fnmatch(pad, patroon)]


@pytest.mark.parametrize("naam", schemas.SCHEMAS)
def test_elk_bestand_klopt_met_zijn_schema(uitvoer, naam):
    schema = json.loads(uitvoer[f"data/schema/{naam}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    keurder = jsonschema.Draft202012Validator(schema)
    paden = bij(uitvoer, schema["title"])
    assert schema["versie"] and schema["$id"].endswith(f"data/schema/{naam}.json") and paden
    for pad in paden:
        alle = dingen(pad, uitvoer[pad])
        fouten = [f"{list(f.absolute_path)}: {f.message[:200]}" for ding in alle for f in keurder.iter_errors(ding)]
        assert alle and fouten[:5] == [], pad


def bedorven(ding: object) -> Iterator[object]:
    """Hetzelfde ding met een vreemd veld, of met een getal op de plek van een tekst, in een van de eerste lagen."""
    if isinstance(ding, dict):
        if all(isinstance(naam, str) and naam.isidentifier() for naam in ding):
            yield {**ding, "verzonnen_veld": 1}
        for naam, waarde in ding.items():
            if naam in ("naam", "id", "samenvatting"):
                yield {**ding, naam: 5}
            elif isinstance(waarde, dict | list) and naam not in ("@context", "aantallen", "bouwtekening"):
                yield from ({**ding, naam: slecht} for slecht in bedorven(waarde))
    elif isinstance(ding, list) and ding:
        yield from ([slecht, *ding[1:]] for slecht in bedorven(ding[0]))


@pytest.mark.parametrize(
    "naam", ["voorzieningen", "voorzieningen-csv", "voorzieningen-geojson", "functies", "activiteiten", "kerncijfers"]
)
def test_een_schema_weigert_wat_niet_klopt(uitvoer, naam):
    """Een schema dat alles goedvindt, zegt niets."""
    schema = json.loads(uitvoer[f"data/schema/{naam}.json"])
    keurder = jsonschema.Draft202012Validator(schema)
    pad = bij(uitvoer, schema["title"])[0]
    slecht = list(bedorven(dingen(pad, uitvoer[pad])[0]))
    assert slecht and all(not keurder.is_valid(ding) for ding in slecht)


def test_elk_gegevensbestand_heeft_een_schema(uitvoer):
    met = {pad for patroon, _ in schemas.SCHEMAS.values() for pad in bij(uitvoer, patroon)}
    data = {p for p in uitvoer if re.fullmatch(r"data/(?:dekking/)?[\w-]+\.(?:json|csv|geojson|jsonld)", p)}
    assert data - met == set()


def test_elk_bestand_en_elke_rij_noemt_licentie_en_bron(uitvoer, catalogus):
    assert set(LICENTIE_ADRES) == set(LICENTIES)
    for patroon, _ in schemas.SCHEMAS.values():
        for pad in bij(uitvoer, patroon):
            if pad.endswith(".csv"):
                alle = rijen(uitvoer[pad])
                assert all(rij["licentie"] for rij in alle) and ("bron" in alle[0]), pad
            elif pad.endswith(".jsonld"):
                kop = json.loads(uitvoer[pad])["@graph"][0]
                assert kop["license"].startswith("https://") and kop["publisher"] and kop["versie"]
            else:
                kop = json.loads(uitvoer[pad])
                assert kop["licentie"] and kop["licentie_url"] and kop["bron"] and kop["versie"], pad
                assert kop["schema"].removeprefix(catalogus.instellingen.adres) in uitvoer
    assert all(rij["bron"] for rij in rijen(uitvoer["data/kerncijfers.csv"]))


def test_de_grens_van_een_ander_houdt_haar_eigen_licentie(catalogus):
    eigen = {"bestand": "w.gpkg", "licentie": "CC BY 4.0", "naamsvermelding": "CBS / Kadaster"}
    gemeenten = tuple(replace(g, herkomst={"wijken": eigen}) if g.code == "GM9999" else g for g in catalogus.gemeenten)
    uit = json.loads(dict(alle_uitvoer(replace(catalogus, gemeenten=gemeenten)))["data/gebieden.geojson"])
    per_gemeente = {k["properties"]["gemeente"]: k["properties"] for k in uit["features"]}
    assert (per_gemeente["GM9999"]["licentie"], per_gemeente["GM9999"]["bron"]) == ("CC BY 4.0", "CBS / Kadaster")
    assert per_gemeente["GM0150"]["licentie"] == catalogus.instellingen.licentie == uit["licentie"]


def bladen(ding: object) -> Iterator[str]:
    """Elke waarde in een boom, als tekst."""
    if isinstance(ding, dict):
        for deel in ding.values():
            yield from bladen(deel)
    elif isinstance(ding, list | tuple):
        for deel in ding:
            yield from bladen(deel)
    elif isinstance(ding, bool):
        yield "ja" if ding else "nee"
    else:
        yield str(ding)


def test_de_csv_heeft_alles_wat_de_json_heeft(uitvoer, catalogus):
    """Elke waarde uit de JSON staat ergens in een cel van dezelfde voorziening."""
    per_id: dict[str, str] = {}
    for rij in rijen(uitvoer["data/voorzieningen.csv"]):
        per_id[rij["id"]] = per_id.get(rij["id"], "") + "\n" + "\n".join(rij.values())
    weg = {}
    for v in catalogus.voorzieningen.values():
        cellen = re.sub(r"\s+", " ", per_id[v.id].replace('\\"', '"'))
        weg[v.id] = [b for b in bladen(als_dict(v, catalogus)) if re.sub(r"\s+", " ", b).strip() not in cellen]
    assert {id_: ontbreekt for id_, ontbreekt in weg.items() if ontbreekt} == {}


def test_bij_elke_code_staat_haar_woord(uitvoer, catalogus):
    for rij in rijen(uitvoer["data/voorzieningen.csv"]):
        for code in ("soort", "organisatie", "kosten", "toegang", "gebied"):
            assert bool(rij[code]) == bool(rij[f"{code}_naam"]), (rij["id"], code)
        for codes in ("functies", "themas", "doelgroepen", "werkgebied", "talen"):
            assert len(rij[codes].split(";")) == len(rij[f"{codes}_namen"].split(";")), (rij["id"], codes)
        assert bool(rij["openingstijden"]) == bool(rij["openingstijden_woorden"])
    assert set(rijen(uitvoer["data/voorzieningen.csv"])[0]) == set(KOLOMMEN)


def test_de_geojson_heeft_adres_tijden_en_site(uitvoer):
    kenmerken = [k["properties"] for k in json.loads(uitvoer["data/voorzieningen.geojson"])["features"]]
    for veld in ("postcode", "openingstijden", "openingstijden_woorden", "website", "telefoontijden_woorden"):
        assert sum(veld in k for k in kenmerken) > 20, veld


@pytest.mark.parametrize(
    ("waarde", "cel"),
    [
        ("=1+1", "'=1+1"),
        ("+31 570 12 34 56", "'+31 570 12 34 56"),
        ("-2 dagen", "'-2 dagen"),
        ("@SOM(A1)", "'@SOM(A1)"),
        ("\t=1", "\"'\t'=1\""),
        ("'t Huis", "''t Huis"),
        ("-3.5", "-3.5"),
        (-3.5, "-3.5"),
        (None, ""),
        ("a;b", '"a;b"'),
        ("a\tb", '"a\tb"'),
        ('zeg "ja"', '"zeg ""ja"""'),
        ("regel\nregel", '"regel\nregel"'),
        (" wit", '" wit"'),
        ("gewoon", "gewoon"),
    ],
)
def test_een_cel_is_nooit_een_formule_en_nooit_twee_cellen(waarde, cel):
    assert als_cel(waarde) == cel


def test_elke_cel_leest_terug_als_de_veilige_tekst_en_alleen_een_gewone_staat_los():
    toeval = random.Random(5)
    for _ in range(3000):
        tekst = "".join(toeval.choices("ab1é_=+-@\t\r\n'\",;| \xa0.", k=toeval.randrange(9)))
        cel = als_cel(tekst)
        assert next(csv.reader(io.StringIO(f"{cel},", newline="")))[0] == veilige_cel(tekst), repr(tekst)
        bijzonder = veilige_cel(tekst).strip() != veilige_cel(tekst) or any(t in tekst for t in '",;|\t\r\n')
        assert cel.startswith('"') is bijzonder, repr(tekst)


def test_een_kenmerk_in_hsds_is_een_uuid_van_versie_5():
    for n in range(500):
        adres = f"https://voorbeeld.example/hsds/dienst/café-{n}"
        assert hsds.als_uuid(adres) == str(uuid5(NAMESPACE_URL, adres))


class Microdata(HTMLParser):
    """Alle dingen op een pagina: (soort, eigenschappen), met de eigenschappen van binnenste dingen apart."""

    LEEG = {"meta", "br", "img", "input", "link", "hr", "use", "path", "rect"}

    def __init__(self, html: str):
        super().__init__()
        self.alle: list[tuple[str, dict[str, list]]] = []
        self.open: list[tuple[str, int | None]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        kenmerk = dict(attrs)
        houder = next((n for _, n in reversed(self.open) if n is not None), None)
        nummer = None
        if "itemscope" in kenmerk:
            nummer = len(self.alle)
            self.alle.append((kenmerk.get("itemtype", "").rpartition("/")[2], {}))
        if "itemprop" in kenmerk and houder is not None:
            waarde = nummer if nummer is not None else kenmerk.get("content") or kenmerk.get("datetime") or ""
            self.alle[houder][1].setdefault(kenmerk["itemprop"], []).append(waarde)
        if tag not in self.LEEG:
            self.open.append((tag, nummer))

    def handle_endtag(self, tag):
        while tag not in self.LEEG and self.open and self.open.pop()[0] != tag:
            pass

    def van(self, soort: str) -> list[dict]:
        return [eigen for naam, eigen in self.alle if naam == soort]


def blad(voorbeeldsite, id_: str) -> Microdata:
    return Microdata((voorbeeldsite / "voorzieningen" / id_ / "index.html").read_text(encoding="utf-8"))


def test_de_soort_van_schema_org_past(voorbeeldsite, catalogus):
    """Een vereniging is geen overheid; wat de gemeente zelf doet wel."""
    soorten: dict[str, set[str]] = {}
    for v in catalogus.voorzieningen.values():
        pagina = blad(voorbeeldsite, v.id)
        soort = next(naam for naam, eigen in pagina.alle if "name" in eigen and "description" in eigen)
        soorten.setdefault(v.functies[0], set()).add(soort)
        organisatie = catalogus.organisaties.get(v.organisatie or "")
        if soort == "GovernmentService":
            assert (organisatie and organisatie.naam.startswith("Gemeente ")) or v.functies[0] in (
                "uwv",
                "svb",
                "ciz",
            ), v.id
        dagen = [d for eigen in pagina.van("WebPage") for d in eigen["dateModified"]]
        assert dagen == [str(v.gecontroleerd.op)], v.id
        punten = [p for p in v.locaties if p.punt] if v.status == "actief" else []
        assert len(pagina.van("GeoCoordinates")) == len(punten), v.id
    assert soorten["sportvereniging"] == {"SportsClub"} and soorten["bibliotheek"] == {"Library"}
    assert any("GovernmentService" in s for s in soorten.values()) and any("Service" in s for s in soorten.values())


def test_de_tijden_van_deur_en_telefoon_staan_bij_hun_eigen_ding(voorbeeldsite, catalogus):
    met = [v for v in catalogus.voorzieningen.values() if vakken(v.contact.telefoontijden) and v.status == "actief"]
    assert met
    for v in met[:5]:
        pagina = blad(voorbeeldsite, v.id)
        assert [len(c.get("hoursAvailable", [])) for c in pagina.van("ContactPoint")] == [
            len(vakken(v.contact.telefoontijden))
        ]
        deuren = [len(e["openingHoursSpecification"]) for _, e in pagina.alle if "openingHoursSpecification" in e]
        assert deuren == [n for p in v.locaties if (n := len(vakken(p.openingstijden)))], v.id


def test_wat_schema_org_niet_kan_zeggen_zegt_zij_niet_half():
    dag = Dagtijd((Dagdeel(540, 720), Dagdeel(1320, 1560), Dagdeel(780, 1020, afspraak=True)))
    gewoon = Tijden(ma=dag, di=Dagtijd((Dagdeel(540, 720),)))
    assert [(v.dagen, v.van, v.tot) for v in vakken((gewoon,))] == [
        (("Monday", "Tuesday"), "09:00", "12:00"),
        (("Monday",), "22:00", "02:00"),
    ]
    for anders in (replace(gewoon, toelichting="Niet bij storm."), replace(gewoon, niet_in=("zomervakantie",))):
        assert vakken((anders,)) == []
    assert vakken((gewoon, gewoon)) == [] and vakken((replace(gewoon, niet_in=("feestdagen",)),)) != []


def test_de_code_van_een_gebied_staat_op_haar_pagina(voorbeeldsite, catalogus):
    """Wie 'werkgebied' schrijft, vindt de code waar hij de wijk ziet."""
    for gemeente in catalogus.gemeenten:
        basis = voorbeeldsite / "gebieden" / gemeente.slug
        paden = {basis: [gemeente.code], **{basis / w.slug: [w.code] for w in gemeente.wijken}}
        paden |= {basis / deel.id: list(deel.codes) for deel in gemeente.indeling}
        for map_, codes in paden.items():
            tekst = (map_ / "index.html").read_text(encoding="utf-8")
            assert all(f"<code>{code}</code>" in tekst for code in codes), map_


def test_elke_regel_uit_de_wet_staat_in_de_open_data_met_artikel_versie_en_dag_van_lezen(uitvoer, catalogus):
    boek, data = catalogus.kennis.wetboek, json.loads(uitvoer["data/wetten.json"])
    regels = data["regels"]
    assert {r.zegt for r in boek.regels} <= {r["zegt"] for r in regels} and data["aantal"] == len(regels)
    assert len({r["id"] for r in regels}) == len(regels)
    uit_de_wet = [r for r in regels if r["soort"] != "functie"]
    assert all(r["artikel"] and r["versie_van"] and r["gelezen"] and r["wettekst"] for r in uit_de_wet)
    merken = [(f.id, m.wet) for f in catalogus.functies.values() for m in f.wetten_nu]
    assert merken == [(r["onderdeel"], r["wet"]) for r in regels if r["soort"] == "functie"]
    assert [n["id"] for n in data["nieuws"]] == [n.id for n in boek.nieuws]
    assert rijen(uitvoer["data/wetten.csv"]) == regels
