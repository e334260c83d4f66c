"""De kaart in een echte browser: toetsenbord, lijst en kaart gelijk, niets van derden, en het kader bij een partner."""

import functools
import gzip
import http.server
import json
import re
import threading
import time

import pytest

from generator.model import Instellingen
from generator.paginas.insluiten.insluitingen import luistercode

pytestmark = pytest.mark.browser
NAAM = "document.activeElement.getAttribute('aria-label') || ''"
ZICHTBAAR = "[...document.querySelectorAll('[data-kaart-lijst] [data-id]')].filter((li) => !li.hidden).length"
TEKENS = "[...document.querySelectorAll('.leaflet-marker-pane > *')].map((el) => el.getAttribute('aria-label'))"


def wacht_op_kaart(blad, selector: str = "[data-kaart]") -> None:
    blad.page.wait_for_selector(f"{selector}[data-kaart-klaar]", timeout=20_000)
    blad.page.wait_for_timeout(700)


def rustig(open_blad, breedte: int = 1280):
    return open_blad(breedte, reduced_motion="reduce")


def aantal(naam: str) -> int:
    """Hoeveel plekken een teken op de kaart is: '12 plekken bij ...' is er 12."""
    groep = re.match(r"(\d+) plekken", naam)
    return int(groep[1]) if groep else 1


def test_kaart_en_lijst_tonen_hetzelfde(open_blad, voorbeeldsite):
    punten = len(json.loads((voorbeeldsite / "data/voorzieningen.geojson").read_text(encoding="utf-8"))["features"])
    blad = rustig(open_blad).ga("/kaart/")
    wacht_op_kaart(blad)
    assert int(blad.page.get_attribute("[data-kaart]", "data-kaart-aantal")) == blad.page.evaluate(ZICHTBAAR) == punten
    assert sum(map(aantal, blad.page.evaluate(TEKENS))) == punten
    assert blad.page.inner_text("[data-kaart-telling]") == f"{punten} plekken"
    assert blad.klachten == [] and blad.vreemd == []


def test_een_keuze_geldt_voor_kaart_lijst_telling_en_adres(open_blad, voorbeeldsite):
    kenmerken = json.loads((voorbeeldsite / "data/voorzieningen.geojson").read_text(encoding="utf-8"))["features"]
    geld = sum("geld" in k["properties"]["themas"] for k in kenmerken)
    assert 0 < geld < len(kenmerken)
    blad = rustig(open_blad).ga("/kaart/")
    wacht_op_kaart(blad)
    blad.page.click("summary")
    blad.page.check("input[value=geld]")
    blad.page.wait_for_timeout(500)
    assert int(blad.page.get_attribute("[data-kaart]", "data-kaart-aantal")) == blad.page.evaluate(ZICHTBAAR) == geld
    assert blad.page.inner_text("[data-kaart-telling]") == f"{geld} van de {len(kenmerken)} plekken"
    assert blad.page.url.endswith("/kaart/?thema=geld")
    blad.page.reload()
    wacht_op_kaart(blad)
    assert blad.page.is_checked("input[value=geld]") and blad.page.evaluate(ZICHTBAAR) == geld


def open_en_sluit(page, naam: str) -> None:
    """Enter opent de ballon en zet de aandacht erin; Escape sluit haar en brengt de aandacht terug."""
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup [href*='voorzieningen/']")
    assert page.evaluate("document.activeElement.closest('.leaflet-popup') !== null"), naam
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    assert page.evaluate(NAAM) == naam


def loop(page, gezien: set[str], diepte: int = 0) -> None:
    """Ga met alleen Enter en Escape langs alles wat nu op de kaart staat: een groep in, en er weer uit."""
    assert diepte < 14
    while namen := [n for n in page.evaluate(TEKENS) if n not in gezien]:
        naam = namen[0]
        assert naam and not re.search("undefined|null", naam)
        gezien.add(naam)
        page.locator(f".leaflet-marker-pane > [aria-label={json.dumps(naam)}]").first.focus()
        page.wait_for_timeout(100)
        if aantal(naam) == 1:
            open_en_sluit(page, naam)
            continue
        page.keyboard.press("Enter")
        page.wait_for_timeout(700)
        assert page.evaluate("document.activeElement.closest('.leaflet-marker-pane') !== null"), naam
        loop(page, gezien, diepte + 1)
        page.keyboard.press("Escape")
        page.wait_for_timeout(700)
        assert page.evaluate("document.activeElement.closest('.leaflet-marker-pane') !== null"), naam


def test_met_het_toetsenbord_is_elke_plek_te_bereiken(open_blad, voorbeeldsite):
    kenmerken = json.loads((voorbeeldsite / "data/kaart/plekken.geojson").read_text(encoding="utf-8"))["features"]
    namen = {
        ", ".join(filter(None, (p["naam"], p.get("plek"), p.get("waar"))))
        for k in kenmerken
        if "verslaving" in (p := k["properties"])["themas"]
    }
    blad = rustig(open_blad).ga("/kaart/?thema=verslaving")
    wacht_op_kaart(blad)
    gezien: set[str] = set()
    loop(blad.page, gezien)
    assert {naam for naam in gezien if aantal(naam) == 1} == namen
    assert blad.klachten == []


def test_tab_gaat_van_de_springlink_langs_de_tekens_en_er_weer_uit(open_blad):
    blad = rustig(open_blad).ga("/kaart/?thema=geld")
    wacht_op_kaart(blad)
    blad.page.focus(".spring-kaart")
    assert blad.page.evaluate("document.activeElement.textContent") == "Sla de kaart over, ga naar de lijst"
    namen = []
    for _ in range(60):
        blad.page.keyboard.press("Tab")
        if blad.page.evaluate("document.activeElement.closest('[data-kaart]') === null"):
            break
        namen.append(blad.page.evaluate(NAAM))
    assert namen[0].startswith("Kaart") and namen[-2:] == ["Zoom in", "Zoom uit"]
    assert all(namen) and len(namen) > 4
    assert blad.page.evaluate("document.activeElement.closest('[data-kaart-lijst]') !== null"), (
        "na de kaart komt de lijst"
    )
    blad.page.focus(".spring-kaart")
    blad.page.keyboard.press("Enter")
    assert blad.page.evaluate("document.activeElement.id") == "lijst"


@pytest.mark.parametrize(
    ("keuze", "past"),
    [
        ("functie=buurthuis", lambda v: "buurthuis" in v["functies"]),
        ("wijk=WK999907&wijk=WK999910", lambda v: v["gebied"] in ("WK999907", "WK999910")),
        ("gemeente=GM9999", lambda v: bool(v.get("gebied"))),
        ("functie=bestaat-niet", lambda v: False),
    ],
)
def test_een_keuze_zonder_vakje_staat_in_het_adres(open_blad, voorbeeldsite, keuze, past):
    kenmerken = json.loads((voorbeeldsite / "data/voorzieningen.geojson").read_text(encoding="utf-8"))["features"]
    blad = rustig(open_blad).ga(f"/kaart/?{keuze}")
    wacht_op_kaart(blad)
    verwacht = sum(1 for k in kenmerken if past({"gebied": None, **k["properties"]}))
    assert (
        int(blad.page.get_attribute("[data-kaart]", "data-kaart-aantal")) == blad.page.evaluate(ZICHTBAAR) == verwacht
    )
    blad.page.click("text=Toon alles")
    assert blad.page.evaluate(ZICHTBAAR) == len(kenmerken) and "?" not in blad.page.url


def test_wijken_en_namen_zijn_geen_tabstop(open_blad):
    blad = rustig(open_blad).ga("/kaart/")
    wacht_op_kaart(blad)
    assert blad.page.locator("path.kaart-wijk").count() == 10
    assert blad.page.locator("path[tabindex], .kaart-naam[tabindex]").count() == 0
    assert blad.page.locator("[title='Zoom in'], [title='Zoom uit']").count() == 2


@pytest.mark.parametrize("pad", ["/kaart/", "/insluiten/gemeente/voorbeeldstad/?toon=kaart"])
def test_axe_met_de_kaart_open_en_een_ballon(open_blad, pad):
    blad = open_blad(1280, reduced_motion="reduce").ga(pad)
    wacht_op_kaart(blad)
    for _ in range(10):
        blad.page.locator(".leaflet-marker-pane > *").first.focus()
        blad.page.keyboard.press("Enter")
        blad.page.wait_for_timeout(600)
        if blad.page.locator(".leaflet-popup").count():
            break
    assert blad.page.locator(".leaflet-popup [aria-label=Sluit]").count() == 1
    blad.keur()


def test_een_ingang_toont_de_kaart_na_een_tik_en_haalt_niet_het_hele_land(open_blad):
    blad = rustig(open_blad, 390)
    gehaald: dict[str, int] = {}
    blad.page.on(
        "response", lambda r: gehaald.__setitem__(r.url.removeprefix(blad.basis), len(gzip.compress(r.body())))
    )
    blad.ga("/voorzieningen/bibliotheek-oude-stad/")
    blad.page.click("text=Toon de kaart")
    wacht_op_kaart(blad)
    assert blad.page.get_attribute("[data-kaart]", "data-kaart-aantal") == "1"
    assert blad.page.evaluate(NAAM).startswith("Kaart")
    assert "/data/voorzieningen.geojson" not in gehaald and "/data/kaart/plekken.geojson" not in gehaald
    assert sum(g for pad, g in gehaald.items() if pad.startswith("/data/")) < 90_000
    assert blad.klachten == [] and blad.vreemd == []


def test_als_de_kaart_niet_laadt_staat_er_een_zin(open_blad):
    blad = open_blad()
    blad.page.route("**/leaflet.js", lambda route: route.abort())
    blad.page.goto(blad.basis + "/kaart/")
    blad.page.wait_for_selector("[data-kaart] [role=alert]")
    assert "als lijst" in blad.page.inner_text("[data-kaart]")
    assert blad.page.evaluate(ZICHTBAAR) > 100


@pytest.mark.parametrize(
    "pad", ["/kaart/", "/insluiten/wijk/voorbeeldstad/oude-stad/", "/insluiten/thema/geld/", "/insluiten/"]
)
def test_zonder_javascript_is_er_een_lijst_met_links(open_blad, pad):
    blad = open_blad(script=False)
    blad.page.goto(blad.basis + pad)
    links = blad.page.evaluate("document.querySelectorAll('main a[href]').length")
    assert links > 15


# ---------------------------------------------------------------- op een telefoon, en de achtergrond

PANEEL = "document.querySelector('.leaflet-map-pane').style.transform"


def veeg(blad, vingers: int) -> tuple[int, bool]:
    """Veeg omhoog over de kaart; hoever de pagina schoof en of de kaart bewoog."""
    page = blad.page
    vak = page.locator(".leaflet-container").bounding_box()
    cdp, x, y, voor = page.context.new_cdp_session(page), vak["x"] + 150, vak["y"] + 300, page.evaluate(PANEEL)

    def punten(weg: int) -> list[dict]:
        return [{"x": x + 90 * n, "y": y - weg, "id": n} for n in range(vingers)]

    cdp.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": punten(0)})
    for weg in range(10, 200, 15):
        cdp.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": punten(weg)})
        page.wait_for_timeout(20)
    cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(300)
    return page.evaluate("scrollY"), page.evaluate(PANEEL) != voor


def test_een_vinger_schuift_de_pagina_en_twee_de_kaart(open_blad):
    blad = open_blad(390, has_touch=True, is_mobile=True)
    blad.ga("/kaart/")
    blad.page.wait_for_selector("[data-kaart-klaar]")
    blad.page.wait_for_timeout(600)
    assert veeg(blad, 2) == (0, True)
    blad.page.wait_for_timeout(600)
    geschoven, bewogen = veeg(blad, 1)
    assert geschoven > 100 and not bewogen
    assert blad.page.is_visible(".kaart-vingers"), "wie het met een vinger probeert, hoort hoe het wel kan"


def test_hele_gemeente_zet_alles_weer_in_beeld(open_blad):
    blad = open_blad(1280, reduced_motion="reduce")
    blad.ga("/kaart/")
    blad.page.wait_for_selector("[data-kaart-klaar]")
    blad.page.wait_for_timeout(600)
    begin = blad.page.locator(".leaflet-marker-pane > *").count()
    blad.page.locator(".leaflet-container").focus()
    for _ in range(4):
        blad.page.keyboard.press("+")
        blad.page.wait_for_timeout(150)
    for _ in range(40):
        blad.page.keyboard.press("ArrowLeft")
    blad.page.wait_for_timeout(300)
    beeld = blad.page.locator(".leaflet-container").bounding_box()
    vlakken = blad.page.evaluate(
        "[...document.querySelectorAll('.kaart-wijk')].map((w) => w.getBoundingClientRect().right)"
    )
    assert max(vlakken) > beeld["x"], "de kaart schuift nooit helemaal uit beeld"
    blad.page.click("text=Hele gemeente")
    blad.page.wait_for_timeout(600)
    assert blad.page.locator(".leaflet-marker-pane > *").count() == begin


def test_de_achtergrond_komt_uit_een_eigen_bestand(open_blad):
    """Straten, water en namen zonder dat een ander iets hoort; alles samen onder de afgesproken grootte."""
    blad, antwoorden = open_blad(1280), []
    blad.page.on("response", lambda antwoord: antwoorden.append(antwoord))
    blad.ga("/kaart/")
    blad.page.wait_for_selector(".met-ondergrond .grond-wegen")
    for laag in ("water", "groen", "bebouwing", "spoor"):
        assert blad.page.locator(f".grond-{laag}").count()
    assert blad.page.locator(".leaflet-ondergrond-pane[aria-hidden=true]").count() == 1 and blad.vreemd == []
    assert "Verzonnen" in blad.page.inner_text(".leaflet-control-attribution")
    assert sum(len(gzip.compress(a.body())) for a in antwoorden if a.ok) < 250_000


def test_zonder_javascript_is_er_geen_leeg_vlak(open_blad):
    blad = open_blad(1280, script=False)
    blad.ga("/kaart/")
    assert blad.page.locator(".kaartvak").bounding_box()["height"] < 100
    assert blad.page.locator("#lijst").bounding_box()["y"] < 500


# ---------------------------------------------------------------- het kader bij een partner


class Partner(http.server.SimpleHTTPRequestHandler):
    """De site van een partner: een andere herkomst, met eigen regels."""

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def partner(tmp_path, adres):
    """Een pagina op een andere herkomst met twee kaders en het script van /insluiten/; het eerste nog met de code van
    vroeger.
    """
    script = luistercode(Instellingen("Proef", adres + "/")).removeprefix("<script>").removesuffix("</script>")
    (tmp_path / "luister.js").write_text(script, encoding="utf-8")
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="nl"><title>Partner</title><h1>Partner</h1>'
        f'<iframe id="sociale-kaart" src="{adres}/insluiten/wijk/voorbeeldstad/kleikerk/" title="Hulp" width="100%" height="600" '
        'referrerpolicy="no-referrer"></iframe><p>Tussenin</p>'
        f'<iframe src="{adres}/insluiten/thema/geld/" title="Geld" width="100%" height="600"></iframe>'
        '<script src="luister.js"></script></html>',
        encoding="utf-8",
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Partner, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_het_kader_bij_een_partner_groeit_mee(open_blad, partner):
    blad = open_blad(800)
    blad.page.goto(partner + "/index.html", wait_until="networkidle")
    blad.page.wait_for_function("() => Number(document.getElementById('sociale-kaart').height) > 700")
    kader = blad.page.frames[1]
    hoogte = int(blad.page.get_attribute("#sociale-kaart", "height"))
    assert abs(hoogte - kader.evaluate("document.body.getBoundingClientRect().height")) <= 1
    assert kader.evaluate("document.documentElement.scrollHeight - innerHeight") <= 1, (
        "er hoort geen schuifbalk in het kader"
    )
    kader.select_option("#thema", index=1)
    blad.page.wait_for_function(f"() => Number(document.getElementById('sociale-kaart').height) < {hoogte}")
    assert "thema=" in kader.get_attribute("[data-groot]", "href")
    vreemd = [url for url in blad.vreemd if not url.startswith(partner)]
    assert vreemd == [] and [k for k in blad.klachten if "favicon" not in k] == []


def test_elk_kader_op_een_pagina_groeit_mee(open_blad, partner):
    """Twee kaders, een script: elk krijgt zijn eigen hoogte."""
    blad = open_blad(800)
    blad.page.goto(partner + "/index.html", wait_until="networkidle")
    kaders = blad.page.locator("iframe")
    blad.page.wait_for_function("() => [...document.querySelectorAll('iframe')].every((k) => Number(k.height) > 700)")
    hoogten = [int(kaders.nth(n).get_attribute("height")) for n in (0, 1)]
    eigen = [blad.page.frames[n].evaluate("Math.ceil(document.body.getBoundingClientRect().height)") for n in (1, 2)]
    assert all(abs(h - e) <= 1 for h, e in zip(hoogten, eigen, strict=True)) and hoogten[0] != hoogten[1]


def test_een_script_dat_later_komt_laat_het_kader_toch_groeien(open_blad, partner):
    blad = open_blad(800)
    blad.page.route("**/luister.js", lambda route: (time.sleep(1.5), route.continue_()))
    blad.page.goto(partner + "/index.html")
    blad.page.wait_for_function("() => Number(document.getElementById('sociale-kaart').height) > 700")


def test_de_kaart_in_het_kader_bij_een_partner(open_blad, partner):
    """Ook met de kaart open groeit het kader mee, en er gaat niets naar een ander."""
    blad = open_blad(800, reduced_motion="reduce")
    blad.page.goto(partner + "/index.html", wait_until="networkidle")
    kader = blad.page.frames[1]
    voor = int(blad.page.get_attribute("#sociale-kaart", "height"))
    kader.click("text=Toon op de kaart")
    kader.wait_for_selector("[data-kaart-klaar]")
    blad.page.wait_for_function(f"() => Number(document.getElementById('sociale-kaart').height) > {voor + 200}")
    assert kader.locator(".leaflet-marker-pane > *").count() >= 1
    assert [u for u in blad.vreemd if not u.startswith(partner)] == [] and [
        k for k in blad.klachten if "favicon" not in k
    ] == []


@pytest.mark.parametrize(
    "bericht",
    [
        {"type": "sociale-kaart:hoogte", "hoogte": 5000},
        {"type": "sociale-kaart:hoogte", "hoogte": "5000"},
        {"type": "iets anders", "hoogte": 5000},
        None,
        "sociale-kaart:hoogte",
    ],
)
def test_een_bericht_van_een_ander_verandert_de_hoogte_niet(open_blad, partner, bericht):
    blad = open_blad(800)
    blad.page.goto(partner + "/index.html", wait_until="networkidle")
    blad.page.wait_for_function("() => Number(document.getElementById('sociale-kaart').height) > 700")
    voor = blad.page.get_attribute("#sociale-kaart", "height")
    blad.page.evaluate("(b) => window.postMessage(b, '*')", bericht)
    blad.page.wait_for_timeout(200)
    assert blad.page.get_attribute("#sociale-kaart", "height") == voor


def test_een_vreemd_getal_uit_het_kader_telt_niet_of_wordt_begrensd(open_blad, partner):
    blad = open_blad(800)
    blad.page.goto(partner + "/index.html", wait_until="networkidle")
    blad.page.wait_for_function("() => Number(document.getElementById('sociale-kaart').height) > 700")
    blad.page.wait_for_timeout(3200)  # daarna herhaalt het blad zijn hoogte niet meer
    kader = blad.page.frames[1]
    for gestuurd, verwacht in ((999999, "8000"), (1, "200"), ("300", "200"), (3.5, "200")):
        kader.evaluate("(h) => parent.postMessage({type: 'sociale-kaart:hoogte', hoogte: h}, '*')", gestuurd)
        blad.page.wait_for_timeout(150)
        assert blad.page.get_attribute("#sociale-kaart", "height") == verwacht


def test_het_lijstblad_weegt_minder_dan_60_kb_aan_code(open_blad):
    blad = open_blad()
    code = {}
    blad.page.on(
        "response", lambda r: code.__setitem__(r.url, len(r.body())) if re.search(r"\.(js|css)$", r.url) else None
    )
    blad.ga("/insluiten/wijk/voorbeeldstad/oude-stad/?toon=lijst")
    assert code and sum(code.values()) < 60_000, code
    assert blad.page.locator("[data-kaart]").count() == 0


def test_de_uitleg_maakt_de_code_en_het_voorbeeld(open_blad):
    blad = rustig(open_blad).ga("/insluiten/")
    blad.page.select_option("#welke", "insluiten/wijk/voorbeeldstad/lindeveen/")
    blad.page.check("input[value=kaart]")
    code = blad.page.input_value("[data-code]")
    assert (
        'src="https://socialekaart.voorbeeldstad.example/insluiten/wijk/voorbeeldstad/lindeveen/?toon=kaart"' in code
    )
    assert 'title="Hulp en plekken in Lindeveen"' in code
    blad.page.wait_for_function(
        "() => document.querySelector('.voorbeeldkader')?.contentDocument?.querySelector('h1')"
        "?.textContent.includes('Lindeveen')"
    )
    assert blad.page.input_value("[data-geojson]").endswith(
        "/data/kaart/gemeente/voorbeeldstad/wijk/lindeveen.geojson"
    )
    assert blad.klachten == []


def test_oembed_beschrijft_hetzelfde_kader(voorbeeldsite):
    blad = json.loads(
        (voorbeeldsite / "insluiten/wijk/voorbeeldstad/lindeveen/oembed.json").read_text(encoding="utf-8")
    )
    assert blad["version"] == "1.0" and blad["type"] == "rich"
    assert "<script" not in blad["html"] and "/insluiten/wijk/voorbeeldstad/lindeveen/" in blad["html"]
    html = (voorbeeldsite / "insluiten/wijk/voorbeeldstad/lindeveen/index.html").read_text(encoding="utf-8")
    assert re.search(
        r'type="application/json\+oembed" href="[^"]+/insluiten/wijk/voorbeeldstad/lindeveen/oembed.json"', html
    )
