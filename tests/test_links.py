"""De opdracht `links`: tegen een eigen webserver en een eigen naamserver; er gaat niets naar buiten."""

import http.server
import json
import socketserver
import threading
from datetime import date
from urllib.parse import urlsplit

import dns.message
import dns.rcode
import dns.rrset
import pytest
from proefmap import GELDLOKET, lees, maak_goede_map, vervang

from generator.cli import voer_uit
from generator.kwaliteit.cijfer import oordelen
from generator.kwaliteit.links.oordeel import Antwoord, Uitkomst, beoordeel
from generator.kwaliteit.links.post import Postvrager
from generator.kwaliteit.links.ronde import aan_de_beurt, is_verzonnen, loop, na
from generator.kwaliteit.links.vragen import GEEN_BUITEN, Vrager
from generator.model.links import Linkstand

DAG, LATER = date(2026, 11, 22), date(2026, 11, 30)
LANG = "<p>" + "Welkom, kom langs voor koffie of hulp. " * 60 + "</p>"
BLADEN = {
    "/goed": (200, f"<title>Geldloket</title>{LANG}", ""),
    "/weg": (404, "", ""),
    "/leeg": (200, "<title>Pagina niet gevonden</title><h1>Oeps</h1>", ""),
    "/koop": (200, "<title>samen</title><p>Deze domeinnaam is te koop.</p>", ""),
    "/verhuisd": (301, "", "/nieuw/plek"),
    "/even": (302, "", "/goed"),
    "/diep/pagina": (302, "", "/"),
    "/": (200, f"<title>Samen</title>{LANG}", ""),
    "/nieuw/plek": (200, f"<title>Samen</title>{LANG}", ""),
    "/rond": (302, "", "/rond"),
    "/binnen": (302, "", "http://10.0.0.1/geheim"),
    "/storing": (503, "", ""),
    "/kaal": (200, "\n", ""),
    "/folder.pdf": (200, "", ""),
    "/nee": (403, "", ""),
    "/robots.txt": (200, "User-agent: *\nDisallow: /prive\n", ""),
}


class Site(http.server.BaseHTTPRequestHandler):
    gevraagd: list[str] = []

    def log_message(self, *_) -> None:
        pass

    def do_GET(self) -> None:
        self.gevraagd.append(self.path)
        self.path = urlsplit(self.path).path  # als proxy krijgt hij het hele adres
        status, tekst, naar = BLADEN.get(self.path, (404, "", ""))
        self.send_response(status)
        soort = {"txt": "text/plain", "pdf": "application/pdf"}.get(self.path.rpartition(".")[2])
        self.send_header("Content-Type", soort or "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(tekst.encode())))
        if naar:
            self.send_header("Location", naar)
        self.end_headers()
        self.wfile.write(tekst.encode())


@pytest.fixture(scope="module")
def site():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Naamserver(socketserver.BaseRequestHandler):
    """Kent een domein met mail, een dat geen mail wil, een met alleen een adres en een zonder iets."""

    MX = {"metmail.test.": "10 mx.metmail.test.", "wilniet.test.": "0 ."}
    A = {"adres.test.": "192.0.2.1"}

    def handle(self) -> None:
        ruw, sok = self.request
        vraag = dns.message.from_wire(ruw)
        naam, soort = str(vraag.question[0].name), vraag.question[0].rdtype.name
        antwoord = dns.message.make_response(vraag)
        waarde = getattr(self, soort, {}).get(naam)
        if waarde:
            antwoord.answer.append(dns.rrset.from_text(naam, 60, "IN", soort, waarde))
        elif naam not in (*self.MX, *self.A, "leeg.test."):
            antwoord.set_rcode(dns.rcode.NXDOMAIN)
        sok.sendto(antwoord.to_wire(), self.client_address)


@pytest.fixture(scope="module")
def naamserver():
    server = socketserver.ThreadingUDPServer(("127.0.0.1", 0), Naamserver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


VERWACHT = {
    "/goed": "goed",
    "/even": "goed",
    "/weg": "weg",
    "/rond": "weg",
    "/storing": "weg",
    "/leeg": "leeg",
    "/kaal": "leeg",
    "/folder.pdf": "goed",
    "/diep/pagina": "leeg",
    "/koop": "te_koop",
    "/verhuisd": "verhuisd",
    "/nee": "onbekend",
    "/prive": "onbekend",
}


@pytest.mark.parametrize("pad", VERWACHT)
def test_elke_soort_antwoord(site, pad):
    adres = site + pad
    uitkomst = beoordeel(adres, Vrager(pauze=0).vraag(adres))
    assert uitkomst.uitkomst == VERWACHT[pad], uitkomst
    if pad == "/verhuisd":
        assert uitkomst.naar == f"{site}/nieuw/plek"


def test_een_site_stuurt_ons_niet_naar_binnen(site):
    assert Vrager(pauze=0).vraag(f"{site}/binnen").reden == GEEN_BUITEN
    assert Vrager(pauze=0).vraag("http://10.0.0.1/").reden == GEEN_BUITEN
    assert "10.0.0.1" not in " ".join(Site.gevraagd)


def test_niemand_op_de_poort_is_weg():
    assert beoordeel("http://127.0.0.1:9/x", Vrager(pauze=0).vraag("http://127.0.0.1:9/x")).uitkomst == "weg"


def test_tussen_twee_vragen_aan_een_server_zit_een_pauze(site):
    slaap: list[float] = []
    vrager = Vrager(pauze=5, slaap=slaap.append)
    for _ in range(2):
        vrager.vraag(f"{site}/goed")
    assert len(slaap) == 2 and all(3 < s <= 5 for s in slaap)  # robots.txt ging voor, en dan twee keer wachten


@pytest.mark.parametrize(
    ("domein", "uitkomst"),
    [
        ("metmail.test", "goed"),
        ("adres.test", "goed"),
        ("wilniet.test", "geen_mail"),
        ("leeg.test", "geen_mail"),
        ("bestaatniet.test", "geen_mail"),
    ],
)
def test_kan_een_domein_mail_ontvangen(naamserver, domein, uitkomst):
    assert Postvrager(("127.0.0.1",), naamserver).vraag(domein).uitkomst == uitkomst


def test_een_naamserver_die_zwijgt_houdt_de_ronde_niet_op(monkeypatch):
    """Na een paar keer niets vragen wij hem niets meer, en niemand krijgt de schuld."""
    gevraagd = []
    vrager = Postvrager(("127.0.0.1",), 9)
    monkeypatch.setattr(vrager, "_vraag", lambda domein: gevraagd.append(domein) or Uitkomst("onbekend", "stil"))
    uitkomsten = {vrager.vraag(f"plek{n}.test").uitkomst for n in range(50)}
    assert uitkomsten == {"onbekend"} and len(gevraagd) < 5


def test_pas_de_tweede_keer_op_een_andere_dag_telt():
    weg = Uitkomst("weg", "x")
    een = na(None, weg, DAG)
    assert (een.mis, een.telt, na(een, weg, DAG).telt, na(een, weg, LATER).telt) == (1, False, False, True)
    assert na(na(een, weg, LATER), Uitkomst("goed", ""), LATER) == Linkstand("goed", LATER)


def test_zonder_internet_is_niemand_schuldig():
    adressen = [f"https://a{n}.nl" for n in range(6)]
    standen = loop(adressen, {}, DAG, lambda _: Uitkomst("weg", "de site is niet te bereiken"))
    assert {s.uitkomst for s in standen.values()} == {"onbekend"} and not any(s.mis for s in standen.values())


def test_eens_per_week_en_niets_verzonnen():
    bekend = {"https://a.nl": Linkstand("goed", DAG)}
    assert aan_de_beurt(["https://a.nl", "https://b.nl"], bekend, date(2026, 11, 24), False) == ["https://b.nl"]
    assert aan_de_beurt(["https://a.nl"], bekend, LATER, False) == ["https://a.nl"]
    assert (
        is_verzonnen("https://www.samen.example/x")
        and is_verzonnen("mail:samen.example")
        and not is_verzonnen("https://a.nl")
    )


def test_de_opdracht_schrijft_een_voorraad_en_houdt_niets_tegen(tmp_path, site, capsys, monkeypatch):
    map_ = maak_goede_map(tmp_path / "map")
    adres = "http://samen.proef/weg"  # een proxy, want een adres van deze computer mag niet in een ingang
    monkeypatch.setenv("http_proxy", site)
    vervang(map_, GELDLOKET, "https://samen.example/geldloket", adres)
    for dag in ("2026-11-22", "2026-11-30"):
        assert voer_uit(["links", "--map", str(map_), "--peildatum", dag, "--pauze", "0"]) == 0
    assert f"weg       {adres}" in capsys.readouterr().out
    bewaard = json.loads((map_ / "links.json").read_text(encoding="utf-8"))["adressen"]
    assert bewaard[adres]["mis"] == 2
    catalogus = lees(map_, LATER)[0]
    redenen = [r.soort for o in oordelen(catalogus) if o.voorziening.id == "geldloket" for r in o.redenen]
    assert "dode_link" in redenen


def test_een_pagina_over_verhuizen_is_geen_lege_pagina():
    goed = Antwoord(200, "https://a.nl/x", f"<title>Wij zijn verhuisd naar de Brink</title>{LANG}")
    koop = Antwoord(200, "https://a.nl/x", f"<title>Domeinnaam te koop: zo werkt het</title>{LANG * 3}")
    assert beoordeel("https://a.nl/x", goed).uitkomst == beoordeel("https://a.nl/x", koop).uitkomst == "goed"
