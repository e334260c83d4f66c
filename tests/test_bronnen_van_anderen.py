"""`bronnen.yaml`: systemen van anderen worden voorstellen, tegen een server die antwoordt zoals de echte doen."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest
from proefmap import PEILDATUM, lees, leg_neer, maak_goede_map

from generator.bewerken.ophaalbron import BronFout
from generator.bewerken.rekenblad.uitvoer import lees_ingangen
from generator.lezen.bronlijst import bezwaar
from generator.meldingen import Verslag
from generator.opdrachten import haal as ophalen
from generator.opdrachten.bijwerken import over_bronnen
from generator.opdrachten.haal import haal

SRU = (
    '<?xml version="1.0"?><searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"'
    ' xmlns:o="http://standaarden.overheid.nl/sru" xmlns:d="http://purl.org/dc/terms/"'
    ' xmlns:p="http://standaarden.overheid.nl/product/terms/" xmlns:w="http://standaarden.overheid.nl/owms/terms/">'
    "<version>1.2</version><numberOfRecords>2</numberOfRecords><records>{}</records>{}</searchRetrieveResponse>"
)


def sru_product(naam: str, adres: str, upn: str) -> str:
    return (
        "<record><recordData><o:gzd><o:originalData><p:scproduct><p:meta><p:owmskern>"
        f"<d:identifier>{adres}</d:identifier><d:title>{naam}</d:title><d:language>nl</d:language>"
        "<d:modified>2026-10-03</d:modified><w:authority>Voorbeeldstad</w:authority></p:owmskern>"
        "<p:owmsmantel><d:abstract>&lt;p&gt;Hulp bij geldzorgen van de gemeente.&lt;/p&gt;</d:abstract></p:owmsmantel>"
        f"<p:scmeta><p:productID>7</p:productID><p:uniformeProductnaam>{upn}</p:uniformeProductnaam></p:scmeta>"
        "</p:meta><p:body/></p:scproduct></o:originalData></o:gzd></recordData></record>"
    )


def product(naam: str, uuid: str, **velden) -> dict:
    """Een producttype met de velden die de API van Open Product geeft."""
    return {
        "uuid": uuid,
        "naam": naam,
        "samenvatting": f"{naam} voor wie het zelf niet redt.",
        "uniforme_product_naam": "schuldhulp",
        "gepubliceerd": True,
        "update_datum": "2026-10-01T10:00:00Z",
        "keywords": ["schulden"],
        "themas": [{"uuid": "t", "naam": "Geld", "beschrijving": "x"}],
        "locaties": [{"uuid": "l", "naam": "Stadhuis", "telefoonnummer": "0999 123 456", "stad": "Voorbeeldstad"}],
        "organisaties": [],
        "contacten": [{"uuid": "c", "naam": "Iemand Echt", "telefoonnummer": "0612345678"}],
        "prijzen": [{"actief_vanaf": "2026-01-01", "prijsopties": [{"bedrag": "5.50", "beschrijving": "normaal"}]}],
        **velden,
    }


@pytest.fixture
def server():
    """Een server met antwoorden op pad; een waarde is (status, soort, bytes of een lijst van brokken)."""
    antwoorden: dict = {}
    vragen: list[str] = []

    class Bediende(BaseHTTPRequestHandler):
        def do_GET(self):
            vragen.append(self.path)
            antwoord = antwoorden.get(self.path) or antwoorden.get(self.path.partition("?")[0], (404, "", b""))
            status, soort, inhoud = antwoord
            self.send_response(status)
            self.send_header("Location" if status == 302 else "Content-Type", soort)
            self.end_headers()
            try:
                for brok in [inhoud] if isinstance(inhoud, bytes) else inhoud:
                    self.wfile.write(brok)
            except OSError:
                pass

        def log_message(self, *_):
            pass

    dienst = ThreadingHTTPServer(("127.0.0.1", 0), Bediende)
    threading.Thread(target=dienst.serve_forever, daemon=True).start()
    adres = f"http://127.0.0.1:{dienst.server_port}"
    yield SimpleNamespace(adres=adres, antwoorden=antwoorden, vragen=vragen)
    dienst.shutdown()
    dienst.server_close()


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def zet_bron(map_, server, vorm: str, pad: str = "/bron", **meer) -> None:
    velden = {"naam": "proef", "vorm": vorm, "adres": f"{server.adres}{pad}", **meer}
    leg_neer(map_, "bronnen.yaml", json.dumps({"bronnen": [velden]}, ensure_ascii=False))


def werk_bij(map_, proef: bool = False) -> str:
    return "\n".join(over_bronnen(SimpleNamespace(map=map_, peildatum=PEILDATUM, proef=proef)))


def uit_bron(map_) -> dict[str, dict]:
    alle = lees_ingangen(map_, Verslag()).items()
    return {i: b for i, (_, b) in alle if b.get("bron", "").startswith(("Open", "Samen", "sociale kaart,"))}


def als_json(boom) -> tuple[int, str, bytes]:
    return 200, "application/json", json.dumps(boom).encode()


PRODUCTEN = {"soort": "wijkfunctie", "werkgebied": "landelijk"}


def functie_van(map_) -> str:
    """Een functie die in de proefmap bestaat."""
    catalogus, _ = lees(map_)
    return next(iter(catalogus.functies))


def wijzer(map_) -> dict:
    return {"functies": [{"woord": "Schuldhulp", "functie": functie_van(map_)}]}


def test_open_product_over_twee_paginas_wordt_een_voorstel_per_product(map_, server):
    server.antwoorden["/bron"] = als_json({"next": f"{server.adres}/bron2", "results": [product("Geldhulp", "u1")]})
    weg = product("Geheim plan", "u3", gepubliceerd=False)
    server.antwoorden["/bron2"] = als_json({"next": None, "results": [product("Budgethulp", "u2"), weg]})
    zet_bron(map_, server, "open-product", **PRODUCTEN, **wijzer(map_))
    assert "2 nieuw" in werk_bij(map_, proef=True) and not uit_bron(map_)
    tekst = werk_bij(map_)
    nieuw = uit_bron(map_)
    assert sorted(b["naam"] for b in nieuw.values()) == ["Budgethulp", "Geldhulp"], tekst
    geldhulp = next(b for b in nieuw.values() if b["naam"] == "Geldhulp")
    assert geldhulp["functies"] == [functie_van(map_)] and geldhulp["bron"] == "Open Product, u1"
    assert geldhulp["gecontroleerd"] == {"op": "2026-10-01", "door": "import, nog niet nagekeken"}
    assert geldhulp["kosten"] == {"soort": "betaald", "toelichting": "normaal: 5,50 euro"}
    assert geldhulp["contact"]["telefoon"] == "0999 123 456"
    alles = "".join(p.read_text(encoding="utf-8") for p in map_.rglob("*.yaml"))
    assert "Iemand Echt" not in alles and "0612345678" not in alles and "namen van mensen" in tekst
    _, verslag = lees(map_)
    assert not verslag.fouten, verslag.als_tekst()


def test_wat_een_andere_naam_kreeg_is_dezelfde_en_wat_weg_is_wordt_genoemd(map_, server):
    zet_bron(map_, server, "open-product", **PRODUCTEN, **wijzer(map_))
    server.antwoorden["/bron"] = als_json([product("Geldhulp", "u1"), product("Budgethulp", "u2")])
    werk_bij(map_)
    voor = uit_bron(map_)
    assert "0 nieuw, 0 gewijzigd, 2 gelijk" in werk_bij(map_) and uit_bron(map_) == voor
    server.antwoorden["/bron"] = als_json([product("Hulp bij geld", "u1")])
    tekst = werk_bij(map_)
    na = uit_bron(map_)
    assert sorted(na) == sorted(voor) and "0 nieuw, 1 gewijzigd" in tekst
    assert next(b["naam"] for b in na.values() if b["bron"].endswith("u1")) == "Hulp bij geld"
    weg = next(i for i, b in voor.items() if b["bron"].endswith("u2"))
    assert f"Staat niet meer in de bron; kijk na of dit nog bestaat: {weg}" in tekst


def test_samenwerkende_catalogi_wordt_per_vijftig_gelezen(map_, server):
    een = sru_product("Schuldhulp", "https://www.voorbeeldstad.example/schuld", "schuldhulp")
    twee = sru_product("Bijstand", "https://www.voorbeeldstad.example/bijstand", "schuldhulp")
    vraag = "/sru?operation=searchRetrieve&query=authority%3DVoorbeeldstad&maximumRecords=50"
    volgende = "<nextRecordPosition>51</nextRecordPosition>"
    server.antwoorden[vraag] = (200, "text/xml", SRU.format(een, volgende).encode())
    server.antwoorden[f"{vraag}&startRecord=51"] = (200, "text/xml", SRU.format(twee, "").encode())
    zet_bron(
        map_,
        server,
        "samenwerkende-catalogi",
        "/sru?operation=searchRetrieve&query=authority=Voorbeeldstad",
        **PRODUCTEN,
        **wijzer(map_),
    )
    tekst = werk_bij(map_)
    nieuw = uit_bron(map_)
    assert len(server.vragen) == 2 and {b["naam"] for b in nieuw.values()} == {"Schuldhulp", "Bijstand"}, tekst
    schuld = next(b for b in nieuw.values() if b["naam"] == "Schuldhulp")
    assert schuld["contact"]["website"] == "https://www.voorbeeldstad.example/schuld"
    assert "Hulp bij geldzorgen van de gemeente." in (schuld["samenvatting"] + schuld.get("omschrijving", ""))
    assert "<p>" not in json.dumps(schuld)


def test_een_andere_sociale_kaart_geeft_haar_ingangen_zoals_ze_zijn(map_, server, voorbeeldsite):
    boom = json.loads((voorbeeldsite / "data/voorzieningen.json").read_text(encoding="utf-8"))
    gekozen = [v for v in boom["voorzieningen"] if v["soort"] == "algemene_voorziening" and v["status"] == "actief"][
        :12
    ]
    bekend = lees(map_)[0].functies
    boom["voorzieningen"] = gekozen
    server.antwoorden["/data/voorzieningen.json"] = als_json(boom)
    zet_bron(map_, server, "sociale-kaart", "/data/voorzieningen.json", werkgebied="landelijk")
    tekst = werk_bij(map_)
    nieuw = uit_bron(map_)
    kunnen = [v for v in gekozen if set(v["functies"]) <= set(bekend)]
    assert kunnen and {v["naam"] for v in kunnen} & {b["naam"] for b in nieuw.values()}, tekst
    for v in kunnen:
        for b in nieuw.values():
            if b["naam"] == v["naam"]:
                assert b["bron"] == f"sociale kaart, {v['url']}" and b["voorbeeld"] == "ja"
                assert b["samenvatting"] == v["samenvatting"] and b["functies"] == v["functies"]
                assert b.get("contact", {}).get("telefoon") == v.get("contact", {}).get("telefoon")


@pytest.mark.parametrize(
    ("vorm", "antwoord", "reden"),
    [
        ("open-product", (500, "", b"stuk"), "500"),
        ("open-product", (404, "", b""), "404"),
        ("open-product", (200, "text/html", b"<html>Inloggen</html>"), "geen JSON"),
        ("open-product", (200, "application/json", b'{"results": "nee"}'), "vorm"),
        ("open-product", (200, "application/json", b'{"results": []}'), "niets in"),
        ("open-product", (200, "application/json", b"[" * 100_000), "geen JSON"),
        ("open-product", (200, "application/json", b"\xff\xfe"), "geen JSON"),
        ("sociale-kaart", (200, "application/json", b'[{"naam": "x"}]'), "vorm"),
        ("samenwerkende-catalogi", (200, "text/xml", b"<html/>"), "zoekdienst"),
        ("samenwerkende-catalogi", (200, "text/xml", b"<a><b></a>"), "geen XML"),
        ("samenwerkende-catalogi", (200, "text/xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "DOCTYPE"),
        (
            "samenwerkende-catalogi",
            (200, "text/xml", SRU.format("", "<diagnostic><message>Kan niet</message></diagnostic>").encode()),
            "Kan niet",
        ),
        ("open-product", (302, "/bron", b""), "doorsturen"),
    ],
)
def test_een_bron_die_stuk_is_verandert_niets_en_zegt_waarom(map_, server, vorm, antwoord, reden):
    server.antwoorden["/bron"] = antwoord
    zet_bron(map_, server, vorm, **PRODUCTEN)
    voor = {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()}
    tekst = werk_bij(map_)
    assert "Bron proef: niet gelezen" in tekst and reden in tekst
    assert {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()} == voor


def test_een_bron_zonder_einde_of_op_een_andere_server_houdt_op(map_, server, monkeypatch):
    zet_bron(map_, server, "open-product", **PRODUCTEN)
    server.antwoorden["/bron"] = als_json({"next": f"{server.adres}/bron", "results": [product("A", "1")]})
    assert "geen einde" in werk_bij(map_)
    server.antwoorden["/bron"] = als_json({"next": "https://elders.example/x", "results": [product("A", "1")]})
    assert "andere server" in werk_bij(map_)
    server.antwoorden["/groot"] = (200, "application/json", [b"[" * 70_000] * 20)
    with pytest.raises(BronFout, match="te groot"):
        haal(f"{server.adres}/groot", 100_000, BronFout, "het antwoord")
    monkeypatch.setattr(ophalen, "HEEL", -1)
    with pytest.raises(BronFout, match="te langzaam"):
        haal(f"{server.adres}/groot", 10_000_000, BronFout, "het antwoord")


@pytest.mark.parametrize(
    ("adres", "mag"),
    [
        ("https://producten.uw-gemeente.example/api", True),
        ("http://127.0.0.1:8000/x", True),
        ("http://localhost/x", True),
        ("http://producten.uw-gemeente.example/api", False),
        ("ftp://producten.uw-gemeente.example", False),
        ("file:///etc/passwd", False),
        ("https://naam:geheim@uw-gemeente.example/", False),
        ("https://[kapot", False),
        ("producten", False),
    ],
)
def test_alleen_een_versleuteld_adres_kan_een_bron_zijn(adres, mag):
    assert (bezwaar(adres) == "") is mag


def test_de_controle_zegt_wat_er_mis_is_in_bronnen_yaml(map_):
    leg_neer(
        map_,
        "bronnen.yaml",
        "bronnen:\n"
        "  - {naam: een, vorm: open-product, adres: 'http://uw-gemeente.example/', functie: geldhulpp}\n"
        "  - {naam: een, vorm: rss, adres: 'https://uw-gemeente.example/'}\n",
    )
    _, verslag = lees(map_)
    codes = {(m.code, m.regel) for m in verslag.meldingen if m.pad == "bronnen.yaml"}
    assert {code for code, _ in codes} >= {"SK205"} or codes, verslag.als_tekst()
    leg_neer(map_, "bronnen.yaml", (map_ / "bronnen.yaml").read_text(encoding="utf-8").replace("rss", "hsds"))
    _, verslag = lees(map_)
    codes = {(m.code, m.regel) for m in verslag.meldingen if m.pad == "bronnen.yaml"}
    assert codes == {("SK846", 2), ("SK847", 2), ("SK220", 3)}, verslag.als_tekst()
