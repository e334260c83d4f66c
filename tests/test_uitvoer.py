"""De open data: in de afgesproken vorm, onderling gelijk, en gelijk aan de pagina's en de zoekindex."""

import csv
import io
import json
import re

import pytest
from conftest import PROJECT
from msgspec.structs import replace

from generator.betekenis.leeftijden import leeftijdtekst
from generator.browser import BROWSER
from generator.browser.balie import ingang
from generator.lezen.geschreven import BEZET
from generator.model import Contact
from generator.model.voorziening import Leeftijd
from generator.schema import VOORZIENING
from generator.schema.veld import alle_velden
from generator.uitvoer import UITVOER, voorzieningen_csv, voorzieningen_json
from generator.uitvoer.voorzieningen_json import als_dict


@pytest.fixture(scope="module")
def data(voorbeeldsite):
    return voorbeeldsite / "data"


@pytest.fixture(scope="module")
def voorzieningen(data):
    return json.loads((data / "voorzieningen.json").read_text(encoding="utf-8"))


def rijen(pad) -> list[dict]:
    return list(csv.DictReader(io.StringIO(pad.read_text(encoding="utf-8-sig"))))


def test_json_csv_en_paginas_hebben_dezelfde_voorzieningen(data, voorzieningen, voorbeeldsite):
    ids = [v["id"] for v in voorzieningen["voorzieningen"]]
    assert voorzieningen["aantal"] == len(ids) == len(set(ids)) > 100
    assert {r["id"] for r in rijen(data / "voorzieningen.csv")} == set(ids)
    assert {p.name for p in (voorbeeldsite / "voorzieningen").iterdir()} == set(ids)


def test_elk_adres_van_de_site_is_bezet_voor_geschreven_paginas(voorbeeldsite, catalogus):
    """Anders gaat `controleer` goed en botst `bouw` pas op een bestand als inhoud/lijstje.md."""
    eerste_stap = {p.name for p in voorbeeldsite.iterdir() if p.is_dir() and not p.name.startswith(".")}
    assert eerste_stap - BEZET == {pad.removesuffix(".md").split("/")[0] for pad in catalogus.geschreven} - {"index"}


def test_elk_veld_van_een_ingang_staat_in_de_json(catalogus):
    """Wie een veld toevoegt en de open data vergeet, hoort het hier; een leeg veld mag ontbreken."""
    gevuld = {}
    for v in catalogus.voorzieningen.values():
        json_velden = als_dict(v, catalogus)
        for veld in VOORZIENING.velden:
            if getattr(v, veld.naam) not in (None, (), False, "", Contact()):
                gevuld.setdefault(veld.naam, set()).add(veld.naam in json_velden)
    assert "wachttijd" in gevuld and gevuld == dict.fromkeys(gevuld, {True})


def test_elk_punt_staat_een_keer_in_de_geojson(data, voorzieningen):
    punten = [
        (v["id"], plek["punt"]["lengte"], plek["punt"]["breedte"])
        for v in voorzieningen["voorzieningen"]
        for plek in v["locaties"]
        if "punt" in plek
    ]
    kenmerken = json.loads((data / "voorzieningen.geojson").read_text(encoding="utf-8"))["features"]
    assert [(k["properties"]["id"], *k["geometry"]["coordinates"]) for k in kenmerken] == punten


def test_een_gesloten_plek_staat_niet_op_de_kaart_en_wel_in_de_data(data, voorzieningen):
    dicht = [v for v in voorzieningen["voorzieningen"] if v.get("status") == "gesloten"]
    assert dicht and all(v["locaties"] == [] for v in dicht)
    op_kaart = {
        k["properties"]["id"]
        for k in json.loads((data / "voorzieningen.geojson").read_text(encoding="utf-8"))["features"]
    }
    assert op_kaart.isdisjoint(v["id"] for v in dicht)


def test_een_geheim_adres_staat_nergens(voorzieningen):
    geheim = [plek for v in voorzieningen["voorzieningen"] for plek in v["locaties"] if plek.get("adres_geheim")]
    assert geheim
    assert all(
        "punt" not in plek and not {"straat", "huisnummer", "postcode"} & set(plek.get("adres", {})) for plek in geheim
    )


def test_deventer_telt_op_tot_de_cijfers_van_de_bron(data):
    som: dict[str, int] = {}
    for rij in rijen(data / "kerncijfers.csv"):
        if rij["gemeente"] == "GM0150" and rij["gebied"] != "GM0150":
            som[rij["indicator"]] = som.get(rij["indicator"], 0) + int(rij["waarde"])
    assert sorted(som.values()) == [5916, 6069, 9245]


def test_alle_functies_van_het_vocabulaire_zijn_er(data):
    functies = json.loads((data / "functies.json").read_text(encoding="utf-8"))["functies"]
    telling = {
        soort: sum(f["soort"] == soort for f in functies) for soort in ("bouwblok", "wijkfunctie", "ketenpartner")
    }
    assert telling == {"bouwblok": 81, "wijkfunctie": 15, "ketenpartner": 28}
    assert all({"id", "naam", "cluster", "fase", "jeugd", "wmo", "participatie"} <= f.keys() for f in functies)


def test_landelijke_nummers_zijn_precies_die_van_de_lijst(gedeeld, voorzieningen):
    """Een echt nummer staat alleen op de site als de lijst zegt dat het mag; verder is alles 0999."""
    with open(gedeeld / "feiten/landelijke_nummers.csv", encoding="utf-8", newline="") as stroom:
        mag = {re.sub(r"\D", "", r["nummer"]) for r in csv.DictReader(stroom) if r["publiceren"] == "ja"}
    nummers = {
        re.sub(r"\D", "", v["contact"]["telefoon"])
        for v in voorzieningen["voorzieningen"]
        if v.get("contact", {}).get("telefoon")
    }
    assert {n for n in nummers if not n.startswith("0999")} <= mag
    assert len({n for n in nummers if not n.startswith("0999")}) >= 12


def test_de_sitemap_noemt_alleen_bestaande_paginas(voorbeeldsite):
    paden = re.findall(
        r"<loc>https://[^/]+/([^<]*)</loc>", (voorbeeldsite / "sitemap.xml").read_text(encoding="utf-8")
    )
    assert len(paden) > 300 and len(paden) == len(set(paden))
    assert [p for p in paden if not (voorbeeldsite / p / "index.html").exists()] == []


def test_de_gemeente_kiest_de_licentie_van_haar_open_data(catalogus):
    anders = replace(catalogus, instellingen=replace(catalogus.instellingen, licentie="CC-BY-4.0"))
    teksten = [geef() for c in (catalogus, anders) for _, geef in voorzieningen_json.maak(c)]
    assert [json.loads(tekst)["licentie"] for tekst in teksten] == ["CC0-1.0", "CC-BY-4.0"]


def test_elke_waarde_van_een_rij_heeft_een_kolom_in_de_csv(catalogus):
    namen = {
        naam for v in catalogus.voorzieningen.values() for rij in voorzieningen_csv.rijen(v, catalogus) for naam in rij
    }
    assert namen == set(voorzieningen_csv.KOLOMMEN)


@pytest.mark.parametrize(("pakket", "lijst"), [("uitvoer", UITVOER), ("browser", BROWSER)])
def test_elke_module_die_iets_maakt_staat_in_de_lijst(pakket, lijst):
    """Een module die niemand noemt, zou stil niets doen."""
    modules = (PROJECT / "generator" / pakket).glob("*.py")
    assert {p.stem for p in modules if "\ndef maak(" in p.read_text(encoding="utf-8")} == set(lijst)


def test_de_balie_noemt_een_veld_zoals_de_yaml(catalogus):
    """Een naam blijft van de YAML tot het script dezelfde; wat de balie erbij maakt, staat hier."""
    van_de_balie = {"plekken", "telefoontoelichting", "kostentoelichting", "oud_na", "stand", "gesloten"}
    uit_de_yaml = {pad.replace("[]", "").rpartition(".")[2] for pad, _ in alle_velden(VOORZIENING)} | {"soort"}
    namen = {naam for v in catalogus.voorzieningen.values() for naam in ingang(v, catalogus)}
    assert "telefoon" in namen and namen - van_de_balie <= uit_de_yaml


@pytest.mark.parametrize(
    ("van", "tot", "tekst"),
    [(4, 12, "4 tot en met 12 jaar"), (18, None, "vanaf 18 jaar"), (None, 17, "tot en met 17 jaar"), (None, None, "")],
)
def test_een_leeftijd_in_woorden(van, tot, tekst):
    assert leeftijdtekst(Leeftijd(van, tot)) == tekst


def test_de_leeftijd_staat_op_de_pagina_en_in_de_csv(data, catalogus, voorbeeldsite):
    """Een grens die in de YAML staat, staat overal; in de CSV als twee kolommen."""
    met = [v for v in catalogus.voorzieningen.values() if v.leeftijd]
    per_id = {rij["id"]: rij for rij in rijen(data / "voorzieningen.csv")}
    assert met
    for v in met:
        pagina = (voorbeeldsite / "voorzieningen" / v.id / "index.html").read_text(encoding="utf-8")
        assert f"</strong> {leeftijdtekst(v.leeftijd)}</p>" in pagina
        grenzen = ["" if grens is None else str(grens) for grens in (v.leeftijd.van, v.leeftijd.tot)]
        assert [per_id[v.id]["leeftijd_van"], per_id[v.id]["leeftijd_tot"]] == grenzen
