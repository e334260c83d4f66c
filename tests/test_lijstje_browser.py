"""Het lijstje in een echte browser: bewaren, delen, printen en wissen; en de knop om een pagina snel te sluiten."""

import re

import pytest
from test_kcc_browser import wacht

pytestmark = pytest.mark.browser
GELDLOKET, BANK = "geldloket-voorbeeldstad", "voedselbank-voorbeeldstad"


def bewaar(blad, id_):
    blad.ga(f"/voorzieningen/{id_}/")
    blad.page.click(f"button[data-lijstje={id_}]")
    blad.page.wait_for_selector("a[data-lijstje-naar]:not([hidden])")


def plekken(page):
    page.wait_for_selector("[data-lijstjeblad][data-klaar]")
    return page.eval_on_selector_all("[data-lijstje-plek]", "ls => ls.map(l => l.dataset.lijstjePlek)")


def test_bewaren_bekijken_en_wissen(open_blad):
    blad = open_blad(390)
    bewaar(blad, GELDLOKET)
    bewaar(blad, BANK)
    assert blad.page.inner_text("a[data-lijstje-naar]") == "Bekijk uw lijstje (2)"
    blad.page.click("a[data-lijstje-naar]")
    assert plekken(blad.page) == [GELDLOKET, BANK]
    tekst = blad.page.inner_text("[data-lijstje-lijst]")
    assert "0999-14 20 00" in tekst and "Toegang:" in tekst
    assert "Alleen in deze browser" in blad.page.inner_text("main")
    blad.page.click(f"[data-lijstje-plek={GELDLOKET}] button:has-text('Haal van')")
    wacht(blad.page, "document.querySelectorAll('[data-lijstje-plek]').length === 1")
    blad.page.click("[data-lijstje-wis]")
    wacht(blad.page, "document.querySelectorAll('[data-lijstje-plek]').length === 0")
    assert blad.page.evaluate("localStorage.length") == 0
    assert blad.klachten == [] and blad.vreemd == []


def test_de_teller_en_het_woord_als_er_iets_bij_komt(open_blad):
    """In de kop staat hoeveel er op het lijstje staat, ook op een andere pagina; zonder lijstje staat er niets."""
    blad = open_blad(390)
    blad.ga("/")
    assert blad.page.get_attribute(".kop-menu", "data-aantal") is None
    bewaar(blad, GELDLOKET)
    assert "Staat op uw lijstje" in blad.page.inner_text(".lijstje-melder")
    assert blad.page.get_attribute(".kop-menu", "data-aantal") == "1"
    blad.ga("/themas/")
    assert "1 op uw lijstje" in blad.page.get_attribute(".kop-menu", "aria-label")
    blad.page.set_viewport_size({"width": 1280, "height": 800})
    assert blad.page.inner_text(".kop-nav a[href$='lijstje/']") == "Mijn lijstje (1)"


def test_wissen_kan_terug(open_blad):
    blad = open_blad(390)
    bewaar(blad, GELDLOKET)
    bewaar(blad, BANK)
    blad.ga("/lijstje/")
    assert plekken(blad.page) == [GELDLOKET, BANK]
    blad.page.click("[data-lijstje-wis]")
    wacht(blad.page, "document.activeElement.hasAttribute('data-lijstje-terug')")
    blad.page.keyboard.press("Enter")
    wacht(blad.page, "document.querySelectorAll('[data-lijstje-plek]').length === 2")


def test_een_bericht_heeft_namen_nummers_en_tijden(open_blad):
    """Wat naar WhatsApp, sms of mail gaat, is te lezen zonder de site; zonder deelknop van het apparaat gaat het op
    het klembord.
    """
    blad = open_blad(390, permissions=["clipboard-read", "clipboard-write"])
    blad.page.add_init_script("delete Navigator.prototype.share")
    blad.ga(f"/lijstje/#{GELDLOKET},{BANK}")
    plekken(blad.page)
    blad.page.click("[data-lijstje-bericht]")
    wacht(blad.page, "document.querySelector('[data-lijstje-melding]').textContent.includes('gekopieerd')")
    tekst = blad.page.evaluate("navigator.clipboard.readText()")
    assert "Bel 0999-14 20 00" in tekst and "Open:" in tekst and "/lijstje/#" in tekst and "undefined" not in tekst
    sms = blad.page.get_attribute("[data-lijstje-sms]", "href")
    assert sms.startswith("sms:?&body=") and "0999-14%2020%2000" in sms


def test_een_plek_op_een_a6(open_blad):
    """Een kaartje is een blad A6 met alleen die plek."""
    blad = open_blad(1280)
    blad.page.add_init_script("window.print = () => { window.geprint = document.documentElement.dataset.druk; }")
    blad.ga(f"/lijstje/#{GELDLOKET},{BANK}")
    plekken(blad.page)
    blad.page.click(f"[data-lijstje-kaartje={BANK}]")
    assert blad.page.evaluate("window.geprint") == "kaartje"
    blad.page.emulate_media(media="print")
    assert blad.page.is_hidden(f"[data-lijstje-plek={GELDLOKET}]") and blad.page.is_visible(
        f"[data-lijstje-plek={BANK}]"
    )
    pdf = blad.page.pdf(prefer_css_page_size=True)
    maten = set(re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", pdf))
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    [(breed, hoog)] = maten
    assert abs(float(breed) - 297.6) < 2 and abs(float(hoog) - 419.5) < 2, "A6 is 105 bij 148 mm"


def test_delen_met_een_link_gaat_niet_langs_de_server(open_blad):
    blad = open_blad(1280)
    gevraagd = []
    blad.page.on("request", lambda r: gevraagd.append(r.url))
    blad.ga(f"/lijstje/#{GELDLOKET},{BANK},../../x,bestaat-niet")
    assert plekken(blad.page) == [GELDLOKET, BANK]
    assert "Een lijstje voor u" in blad.page.inner_text("h1")
    assert "bestaat-niet" in blad.page.inner_text("[data-lijstje-lijst]")
    assert not [u for u in gevraagd if GELDLOKET in u.partition("#")[0]]
    assert blad.page.evaluate("localStorage.length") == 0
    blad.page.click("[data-lijstje-neem]")
    wacht(blad.page, "location.hash === ''")
    assert GELDLOKET in blad.page.evaluate("localStorage.getItem('sociale-kaart-lijstje')")


def test_het_lijstje_past_op_een_a4(open_blad, tmp_path):
    blad = open_blad(1280)
    ids = [
        GELDLOKET,
        BANK,
        "gebiedsteam-dorpen",
        "113-zelfmoordpreventie",
        "bibliotheek-oude-stad",
        "mantelzorgsteunpunt-voorbeeldstad",
    ]
    blad.ga("/lijstje/#" + ",".join(ids))
    assert plekken(blad.page) == ids
    pdf = blad.page.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page/") <= 1


def test_uit_de_zoekresultaten_op_het_lijstje(open_blad):
    blad = open_blad(390).ga("/zoeken/?q=geldloket")
    blad.page.wait_for_selector("html[data-zoek-klaar]")
    knop = blad.page.locator(f"[data-zoekresultaat][data-id={GELDLOKET}] button[data-lijstje]")
    knop.click()
    assert "Haal van mijn lijstje" in knop.inner_text()
    assert GELDLOKET in blad.page.evaluate("localStorage.getItem('sociale-kaart-lijstje')")


def test_zonder_script_is_er_geen_loze_knop(open_blad):
    blad = open_blad(script=False)
    blad.page.goto(blad.basis + f"/voorzieningen/{GELDLOKET}/")
    assert not blad.page.is_visible("button[data-lijstje]")
    blad.page.goto(blad.basis + "/lijstje/")
    assert "JavaScript" in blad.page.inner_text("main")


SNEL = (
    "/themas/veilig/",
    "/voorzieningen/veilig-thuis/",
    "/functies/crisisopvang/",
    "/wegwijzer/veilig/geweld-thuis/",
    "/hulp-nu/",
)


def neutraal(blad):
    """De neutrale pagina bestaat in de test niet echt: vang het verzoek op."""
    blad.page.route(
        "https://www.knmi.nl/**", lambda route: route.fulfill(body="<title>weer</title>", content_type="text/html")
    )


@pytest.mark.parametrize("pad", SNEL)
def test_snel_sluiten_met_de_knop(open_blad, pad):
    blad = open_blad(390)
    neutraal(blad)
    blad.ga("/themas/")
    blad.ga(pad)
    assert "In uw geschiedenis blijft staan dat u hier was" in blad.page.inner_text("main")
    blad.page.click("[data-snelweg]")
    blad.page.wait_for_url("https://www.knmi.nl/")
    blad.page.go_back()
    assert blad.page.url == blad.basis + "/themas/"


def test_snel_sluiten_met_drie_keer_escape(open_blad):
    blad = open_blad(1280)
    neutraal(blad)
    blad.ga("/voorzieningen/veilig-thuis/")
    blad.page.keyboard.press("Escape")
    blad.page.keyboard.press("Escape")
    assert blad.page.url.startswith(blad.basis)
    blad.page.keyboard.press("Escape")
    blad.page.wait_for_url("https://www.knmi.nl/")


def test_snel_sluiten_is_zonder_script_een_gewone_link(open_blad):
    blad = open_blad(script=False)
    neutraal(blad)
    blad.page.goto(blad.basis + "/voorzieningen/veilig-thuis/")
    assert "drie keer Escape" not in blad.page.inner_text(".snelweg")
    blad.page.click("[data-snelweg]")
    blad.page.wait_for_url("https://www.knmi.nl/")


def test_een_gewone_pagina_heeft_geen_rode_knop(open_blad):
    blad = open_blad().ga(f"/voorzieningen/{GELDLOKET}/")
    assert blad.page.locator("[data-snelweg]").count() == 0
