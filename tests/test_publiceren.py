"""De site op een echte plek: onder een pad in de browser, en achter nginx met de bestanden die de bouw klaarzet."""

import getpass
import http.client
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from conftest import PROJECT, Blad, bouw, dien
from proefmap import PEILDATUM, leg_neer, maak_goede_map, vervang

OUD = (
    "oude-plek: buurthuis-zuid\n"
    "weg-is-weg: {vervallen: ja, uitleg: De groep is gestopt., kijk_bij: [functies/buurthuis]}\n"
    "gebieden/proefstad/oude-wijk: gebieden/proefstad/noord\n"
    "functies/weg-is-weg: {vervallen: ja, kijk_bij: [functies/buurthuis]}\n"
)
BOEK = (
    "voorzieningen/oude-plek/: De Oude Plek\n"
    "voorzieningen/weg-is-weg/: {naam: Groep Weg, functies: [buurthuis]}\n"
    "functies/weg-is-weg/: Samen weg\ninsluiten/functie/weg-is-weg/: Samen weg\n"
)


@pytest.fixture(scope="module")
def onder_pad(tmp_path_factory) -> Path:
    """Een map met daarin `kaart/`: de kleine site, gebouwd voor https://x.example/kaart/, met oude adressen."""
    map_ = maak_goede_map(tmp_path_factory.mktemp("publiceren") / "map")
    vervang(map_, "mkdocs.yml", "https://socialekaart.proefstad.example/", "https://x.example/kaart/")
    leg_neer(map_, "sociale_kaart/doorverwijzingen.yaml", OUD)
    leg_neer(map_, "adressen.yaml", BOEK)
    server = map_.parent / "server"
    server.mkdir()
    verslag = bouw(map_, server / "kaart", PEILDATUM)
    assert not verslag.fouten, verslag.als_tekst()
    shutil.copy(server / "kaart/404.html", server / "404.html")  # de testserver zoekt haar daar
    return server


def test_een_bezoeker_loopt_door_een_site_onder_een_pad(onder_pad, chromium):
    """Begin, zoeken, ingang, lijstje, kaart en balie; een oud adres, een oud lijstje en een verdwaald adres."""
    server, basis = dien(onder_pad)
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    blad, klachten = context.new_page(), []
    blad.on("console", lambda m: klachten.append(m.text) if m.type == "error" and "404 (" not in m.text else None)
    blad.on("pageerror", lambda fout: klachten.append(str(fout)))
    blad.on("response", lambda r: klachten.append(r.url) if r.status >= 400 and "bestaat-niet" not in r.url else None)
    blad.on("request", lambda r: klachten.append(r.url) if not r.url.startswith((basis, "data:")) else None)
    try:
        blad.goto(f"{basis}/kaart/zoeken/?q=buurthuis")
        blad.wait_for_selector("html[data-zoek-klaar='buurthuis']")
        blad.click("[data-zoekresultaat][data-id='buurthuis-zuid'] h3 a")
        assert blad.url == f"{basis}/kaart/voorzieningen/buurthuis-zuid/"
        for vraag_, id_, nu in (
            ("oude plek", "oude-plek", "Nu is er: Buurthuis Zuid"),
            ("groep weg", "weg-is-weg", ""),
        ):
            blad.goto(f"{basis}/kaart/zoeken/?q={vraag_.replace(' ', '+')}")
            blad.wait_for_selector(f"html[data-zoek-klaar='{vraag_}']")
            assert nu in blad.inner_text(f"[data-zoekresultaat][data-id='{id_}']")
        blad.goto(f"{basis}/kaart/voorzieningen/oude-plek/")
        blad.wait_for_url(f"{basis}/kaart/voorzieningen/buurthuis-zuid/")
        blad.goto(f"{basis}/kaart/gebieden/proefstad/oude-wijk/")
        blad.wait_for_url(f"{basis}/kaart/gebieden/proefstad/noord/")
        blad.goto(f"{basis}/kaart/voorzieningen/weg-is-weg/")
        assert "De groep is gestopt." in blad.inner_text("main")
        blad.click("main a[href*='functies/buurthuis']")
        assert blad.url == f"{basis}/kaart/functies/buurthuis/"
        blad.evaluate("localStorage.setItem('sociale-kaart-lijstje', JSON.stringify(['oude-plek', 'weg-is-weg']))")
        blad.goto(f"{basis}/kaart/lijstje/")
        blad.wait_for_selector("[data-lijstje-plek='buurthuis-zuid']")
        assert blad.locator(".lijstje-plek").count() == 2
        assert "Let op: dit bestaat niet meer." in blad.inner_text("main")
        bewaard = blad.evaluate("JSON.parse(localStorage.getItem('sociale-kaart-lijstje'))")
        assert bewaard == ["buurthuis-zuid", "weg-is-weg"]
        blad.goto(f"{basis}/kaart/bestaat-niet/diep/")
        assert blad.eval_on_selector("link[rel=stylesheet]", "l => new URL(l.href).pathname").startswith("/kaart/")
        for pad in ("", "kcc/", "kaart/", "insluiten/wijk/proefstad/oude-wijk/"):
            blad.goto(f"{basis}/kaart/{pad}", wait_until="networkidle")
        assert klachten == []
    finally:
        context.close()
        server.shutdown()


@pytest.mark.parametrize("pad", ["voorzieningen/weg-is-weg/", "insluiten/functie/weg-is-weg/"])
def test_wat_vervallen_is_houdt_zich_aan_de_vaste_eisen(onder_pad, chromium, pad):
    server, basis = dien(onder_pad)
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    try:
        blad = Blad(context.new_page(), basis).ga(f"/kaart/{pad}")
        blad.keur()
        assert blad.page.locator("h1").count() == 1
        assert blad.page.eval_on_selector("meta[name=robots]", "m => m.content") == "noindex"
    finally:
        context.close()
        server.shutdown()


@pytest.fixture(scope="module")
def nginx(onder_pad, tmp_path_factory):
    """Een nginx met precies de bestanden die de bouw klaarzet; geeft zijn poort."""
    programma = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if programma is None:
        pytest.skip("nginx is er niet")
    map_ = tmp_path_factory.mktemp("nginx")
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    techniek = onder_pad / "kaart/insluiten/techniek"
    tijdelijk = "".join(
        f"{soort}_temp_path {map_}/{soort};\n" for soort in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    server = (PROJECT / "publiceren/nginx.conf").read_text(encoding="utf-8")  # wat in de container komt
    server = server.replace("listen 8080;", f"listen 127.0.0.1:{poort};").replace("/srv/www;", f"{onder_pad};")
    server = server.replace("/etc/nginx/sociale-kaart.conf", f"{techniek}/nginx-server.conf")
    (map_ / "nginx.conf").write_text(
        f"user {getpass.getuser()};\npid {map_}/pid;\nerror_log {map_}/fouten.log;\nevents {{}}\nhttp {{\naccess_log off;\n{tijdelijk}"
        f"types {{ text/html html; text/css css; text/javascript js; application/json json geojson; }}\n"
        f"include {techniek}/nginx-http.conf;\n{server}\n}}\n",
        encoding="utf-8",
    )
    proces = subprocess.Popen(
        [programma, "-c", str(map_ / "nginx.conf"), "-g", "daemon off;", "-e", str(map_ / "e.log")]
    )
    try:
        for _ in range(100):
            with socket.socket() as probeer:
                if probeer.connect_ex(("127.0.0.1", poort)) == 0:
                    break
            time.sleep(0.05)
        yield poort
    finally:
        proces.terminate()
        proces.wait()


def vraag(poort: int, pad: str) -> http.client.HTTPResponse:
    verbinding = http.client.HTTPConnection("127.0.0.1", poort)
    verbinding.request("GET", pad)
    return verbinding.getresponse()


def test_nginx_stuurt_de_kopregels_en_de_doorverwijzingen(nginx):
    ingang = vraag(nginx, "/kaart/voorzieningen/geldloket/")
    assert ingang.status == 200
    csp = ingang.getheader("Content-Security-Policy")
    assert csp.startswith("default-src 'none'; script-src 'self'") and csp.endswith("frame-ancestors 'none'")
    assert ingang.getheader("X-Content-Type-Options") == "nosniff"
    assert ingang.getheader("Strict-Transport-Security") == "max-age=31536000"
    assert ingang.getheader("Access-Control-Allow-Origin") is None
    kader = vraag(nginx, "/kaart/insluiten/wijk/proefstad/noord/")
    assert kader.getheader("Content-Security-Policy").endswith("frame-ancestors *")
    assert vraag(nginx, "/kaart/data/voorzieningen.json").getheader("Access-Control-Allow-Origin") == "*"
    oud = vraag(nginx, "/kaart/gebieden/proefstad/oude-wijk/?van=folder")
    assert oud.status == 301 and oud.getheader("Location").endswith("/kaart/gebieden/proefstad/noord/?van=folder")
    weg = vraag(nginx, "/kaart/bestaat/niet/")
    assert weg.status == 404 and b"<main" in weg.read()
    assert weg.getheader("Content-Security-Policy")
