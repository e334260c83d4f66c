"""De zoekpagina in Chromium: typen, filteren, teruggaan, niets vinden, en de voorstellen onder het zoekvak."""

from urllib.parse import quote

import pytest

pytestmark = pytest.mark.browser


def zoek(blad, vraag: str):
    """Ga naar de zoekpagina met een vraag en wacht tot de uitslag er staat."""
    blad.ga(f"/zoeken/?q={quote(vraag)}")
    wacht(blad, vraag)
    return blad


def wacht(blad, vraag: str) -> None:
    blad.page.wait_for_function("q => document.documentElement.dataset.zoekKlaar === q", arg=vraag)


def resultaten(blad) -> list[dict]:
    return blad.page.eval_on_selector_all("[data-zoekresultaat]", "xs => xs.map(x => ({...x.dataset}))")


def test_een_zorg_in_eigen_woorden(open_blad):
    blad = zoek(open_blad(), "deurwaarder aan de deur")
    eerste = resultaten(blad)[0]
    assert "schuldhulpverlening" in eerste["functies"].split() and eerste["soort"] in ("voorziening", "functie")
    assert "gevonden via: deurwaarder" in blad.page.locator("[data-zoekresultaat]").first.inner_text()
    assert blad.vreemd == [] and blad.klachten == []


def test_typen_geeft_meteen_resultaten_en_het_adres_gaat_mee(open_blad):
    blad = open_blad().ga("/zoeken/")
    assert blad.page.locator("[data-zoek-begin]").is_visible()
    blad.page.locator("[data-zoek-vak]").press_sequentially("bieb", delay=30)
    wacht(blad, "bieb")
    assert "bibliotheek" in resultaten(blad)[0]["functies"]
    blad.page.wait_for_function("() => location.search === '?q=bieb'")
    assert not blad.page.locator("[data-zoek-begin]").is_visible()
    assert blad.page.locator("mark").count() >= 0


def test_filters_tellen_combineren_en_blijven(open_blad):
    blad = zoek(open_blad(1280), "koffie")
    alle = len(resultaten(blad))
    blad.page.locator(".zoek-filters summary").click()
    # De tellingen komen van de werker, na de resultaten.
    blad.page.wait_for_function(
        "() => /\\(\\d+\\)/.test(document.querySelector('input[name=gratis]').closest('label').textContent)"
    )
    blad.page.check("input[name=gratis]")
    blad.page.select_option("select[name=gebied]", "WK999902")
    blad.page.wait_for_function(
        "() => location.search.includes('gebied=WK999902') && location.search.includes('gratis=ja')"
    )
    over = int(blad.page.locator("[data-zoek-aantal]").inner_text().split()[0])
    assert 0 < over < max(alle, 21)
    assert {r["soort"] for r in resultaten(blad)} == {"voorziening"}
    blad.page.locator("[data-zoekresultaat] a").first.click()
    blad.page.wait_for_url("**/voorzieningen/**")
    blad.page.go_back()
    wacht(blad, "koffie")
    assert blad.page.input_value("[data-zoek-vak]") == "koffie" and blad.page.is_checked("input[name=gratis]")
    assert blad.page.locator("[data-zoek-aantal]").inner_text().startswith(f"{over} ")
    blad.page.locator(".zoek-filters > [data-zoek-wis]").click()
    blad.page.wait_for_function("() => location.search === '?q=koffie'")


def test_een_postcode_kiest_de_wijk(open_blad):
    blad = zoek(open_blad(1280), "buurthuis")
    blad.page.locator(".zoek-filters summary").click()
    blad.page.fill("input[name=postcode]", "9999 BK")
    blad.page.wait_for_function("() => location.search.includes('gebied=WK999902')")
    assert "Molenkwartier" in blad.page.locator("[data-zoek-postcode-uitkomst]").inner_text()


def test_een_postcode_in_de_vraag_zet_de_wijk_voorop(open_blad):
    blad = zoek(open_blad(), "buurthuis 9999 BK")
    assert "in uw wijk" in blad.page.locator("[data-zoekresultaat]").first.inner_text()


def test_open_nu_houdt_onbekende_tijden_en_zegt_dat(open_blad):
    blad = open_blad().ga("/zoeken/?open=ja")
    blad.page.wait_for_function(
        "() => /tijden niet bekend/.test(document.querySelector('[data-zoek-aantal]').textContent)"
    )
    assert resultaten(blad)


def test_niets_gevonden_loopt_niet_dood(open_blad):
    blad = zoek(open_blad(), "xqzwvk")
    niets = blad.page.locator("[data-zoek-niets]")
    assert niets.is_visible() and niets.locator("a[href*='/themas/']").count() == 16
    assert niets.locator("a[href^='tel:']").count() == 1
    assert "Ik%20zocht%3A%20xqzwvk" in niets.locator("[data-zoek-mail]").get_attribute("href")


def test_bedoelde_u(open_blad):
    blad = zoek(open_blad(), "rolstuoll qqqqq")
    if blad.page.locator("[data-zoek-niets]").is_visible():
        assert "Bedoelde u" in blad.page.locator("[data-zoek-bedoelde]").inner_text()


@pytest.mark.parametrize(
    ("vraag", "nummer"),
    [("zelfmo", "113"), ("ik wil dood", "113"), ("mijn man slaat mij", "0800-2000"), ("xq overdosis", "112")],
)
def test_crisis_staat_boven_alles(open_blad, vraag, nummer):
    blad = zoek(open_blad(), vraag)
    crisis = blad.page.locator("[data-zoek-crisis]")
    assert crisis.locator("a[href^='tel:']").first.inner_text() == nummer
    onder = blad.page.locator("[data-zoekresultaat], [data-zoek-niets]").first
    assert crisis.bounding_box()["y"] < onder.bounding_box()["y"]


def test_onder_het_typen_flitst_het_noodblok_niet_en_na_een_pauze_staat_het_er(open_blad):
    blad = zoek(open_blad(), "x")
    blad.page.evaluate("""() => { window.flits = 0;
        new MutationObserver(() => { if (document.querySelector("[data-crisis]")) window.flits++; })
            .observe(document.querySelector("[data-zoek-crisis]"), {attributes: true}); }""")
    vak = blad.page.locator("[data-zoek-vak]")
    vak.fill("")
    vak.press_sequentially("ik kan niet meer traplopen", delay=40)
    wacht(blad, "ik kan niet meer traplopen")
    blad.page.wait_for_timeout(1000)
    assert blad.page.evaluate("window.flits") == 0
    vak.fill("")
    vak.press_sequentially("ik wil dood", delay=40)
    blad.page.wait_for_selector("[data-crisis='zelfdoding'] a[href='tel:113']")


@pytest.mark.parametrize(
    "plek", ["/zoeken/?gratis=ja", "/zoeken/?open=ja&rolstoel=ja", "/zoeken/?gebied=WK999903", "/zoeken/?dagdeel=a"]
)
def test_alleen_een_keuze_geeft_geen_alarm(open_blad, plek):
    blad = open_blad()
    blad.ga(plek)
    wacht(blad, "")
    assert blad.page.locator("[data-crisis]").count() == 0


def test_bij_geweld_een_snelle_uitgang(open_blad):
    blad = zoek(open_blad(), "mijn man slaat mij")
    assert blad.page.locator("[data-zoek-crisis] [data-snelweg]").is_visible()
    blad.page.locator("[data-zoek-vak]").fill("bieb")
    wacht(blad, "bieb")
    assert not blad.page.locator("[data-zoek-crisis]").is_visible()


def test_niets_wordt_bewaard(open_blad):
    blad = zoek(open_blad(), "schulden")
    assert blad.page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_html_in_de_vraag_blijft_tekst(open_blad):
    vraag = '<img src=x onerror=alert(1)> "schulden'
    blad = zoek(open_blad(), vraag)
    assert blad.page.locator("main img").count() == 0 and blad.klachten == []


def test_zonder_javascript(open_blad):
    blad = open_blad(script=False)
    blad.page.goto(blad.basis + "/zoeken/?q=schulden")
    assert blad.page.locator("[data-zoek-begin] .themas a").count() == 16
    assert blad.page.locator("[data-zoek-begin] .register a").count() == 124
    assert blad.page.locator("[data-zoek-begin] .letters a").count() > 10
    assert not blad.page.locator(".zoek-filters").is_visible()
    assert "werkt alleen met JavaScript" in blad.page.locator("main").inner_text()


def test_zonder_werker_zoekt_het_blad_zelf(open_blad):
    blad = open_blad()
    blad.page.add_init_script("delete window.Worker")
    zoek(blad, "bieb")
    assert "bibliotheek" in resultaten(blad)[0]["functies"]


def test_zonder_index_komt_er_uitleg(open_blad):
    blad = open_blad()
    blad.page.route("**/zoek/kern.json", lambda r: r.abort())
    blad.page.goto(blad.basis + "/zoeken/?q=schulden")
    blad.page.locator("[data-zoek-mis]").wait_for()
    assert blad.page.locator("[data-zoek-begin]").is_visible()


def test_zonder_rest_staan_de_eerste_resultaten_er_toch(open_blad):
    blad = open_blad()
    blad.page.route("**/zoek/rest.json", lambda r: r.abort())
    zoek(blad, "huurachterstand")
    assert any("schuldhulpverlening" in r["functies"] for r in resultaten(blad)[:3])


@pytest.mark.parametrize("pad", ["/", "/themas/geld/"])
def test_voorstellen_onder_het_zoekvak(open_blad, pad):
    blad = open_blad(1280).ga(pad)
    vak = blad.page.locator("#q" if pad == "/" else "#kop-q")
    vak.click()
    blad.page.wait_for_function("() => document.activeElement.getAttribute('role') === 'combobox'")
    vak.press_sequentially("biebl", delay=20)
    blad.page.locator("[role=option]").first.wait_for()
    vak.press("ArrowDown")
    assert blad.page.locator("[role=option][aria-selected=true]").count() == 1
    vak.press("Escape")
    assert not blad.page.locator("[role=listbox]").is_visible()
    vak.press("ArrowDown")
    blad.page.locator("[role=option]").first.wait_for()
    vak.press("ArrowDown")
    vak.press("Enter")
    blad.page.wait_for_url(
        lambda adres: "/zoeken" not in adres and adres.rstrip("/") != (blad.basis + pad).rstrip("/")
    )
    assert blad.vreemd == [] and blad.klachten == []


def test_een_antwoord_dat_na_escape_komt_opent_de_voorstellen_niet_weer(open_blad):
    blad = open_blad(1280).ga("/themas/geld/")
    vak = blad.page.locator("#kop-q")
    vak.click()
    blad.page.wait_for_function("() => document.activeElement.getAttribute('role') === 'combobox'")
    vak.press_sequentially("biebl", delay=20)
    blad.page.locator("[role=option]").first.wait_for()
    vak.evaluate(
        """(vak) => {
            vak.dispatchEvent(new Event("input", { bubbles: true }));
            vak.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
        }"""
    )
    blad.page.wait_for_timeout(500)
    assert not blad.page.locator("[role=listbox]").is_visible()
    vak.press("ArrowDown")
    blad.page.locator("[role=option]").first.wait_for()


def test_de_zoekscripts_komen_pas_bij_gebruik(open_blad):
    blad = open_blad()
    gehaald = []
    blad.page.on("request", lambda r: gehaald.append(r.url))
    blad.ga("/themas/geld/")
    assert not [url for url in gehaald if "zoek-" in url]


@pytest.mark.parametrize(
    "pad", ["/zoeken/", "/zoeken/?q=schulden", "/zoeken/?q=mijn+man+slaat+mij", "/zoeken/?q=xqzwvk"]
)
@pytest.mark.parametrize("breedte", [320, 1280])
def test_axe(open_blad, pad, breedte):
    blad = open_blad(breedte).ga(pad)
    blad.page.wait_for_function("() => document.documentElement.dataset.zoekKlaar !== undefined")
    blad.page.locator(".zoek-filters summary").click()
    blad.keur()


def test_elders_niets_en_bij_naam_staan_op_de_pagina(open_blad):
    blad = open_blad(390, 844)

    def vraag(q):
        blad.page.goto(f"{blad.basis}/zoeken/?q={quote(q)}")
        blad.page.wait_for_function("q => document.documentElement.dataset.zoekKlaar === q", arg=q)
        return blad.page.evaluate("document.documentElement.dataset.zoekUitkomst")

    assert vraag("nieuwe kliko") == "elders"
    assert (
        blad.page.locator("[data-elders=afval] a[href^='tel:']").count() == 1
        and blad.page.locator("[data-zoekresultaat]").count() == 0
    )
    assert vraag("xqzwvk plomk") == "niets" and blad.page.is_visible("[data-zoek-niets] a[href$='wegwijzer/']")
    assert vraag("Kampweg 100") == "gevonden"
    assert blad.page.get_attribute("[data-naam-treffer]", "data-id") == "voetbalvereniging-vaarle-boys"
    vraag("szukam pracy")
    assert blad.page.is_visible("[data-zoek-taal=pl] a[href='tel:112']") and not blad.page.is_visible(
        "[data-zoek-taal=en]"
    )


def test_wat_er_staat_verspringt_niet_als_de_rest_komt(open_blad):
    blad = open_blad(390, 844)
    klem = []
    blad.page.route("**/rest.json", lambda route: klem.append(route))
    vraag = "hulp bij brieven van de belastingdienst"
    blad.page.goto(f"{blad.basis}/zoeken/?q={quote(vraag)}")
    blad.page.wait_for_selector("[data-zoekresultaat]")
    eerste = blad.page.get_attribute("[data-zoekresultaat]", "data-id")
    assert blad.page.is_visible("p[data-zoek-bezig]") and blad.page.get_attribute("html", "data-zoek-klaar") is None
    blad.page.wait_for_timeout(100)
    klem[0].continue_()
    blad.page.wait_for_function("q => document.documentElement.dataset.zoekKlaar === q", arg=vraag)
    assert blad.page.get_attribute("[data-zoekresultaat]", "data-id") == eerste and not blad.page.is_visible(
        "p[data-zoek-bezig]"
    )


def test_op_een_trage_lijn_is_een_kaartje_af_voor_de_rest_er_is(open_blad):
    """De index komt een keer, ook al haalt de pagina hem voor de werker; zin en nummer wachten niet op de rest."""
    blad, klem, geteld = open_blad(390, 844), [], []
    blad.page.on("request", lambda r: geteld.append(r.url.rpartition("/")[2]))
    blad.page.route("**/rest.json", lambda route: klem.append(route))
    blad.page.goto(f"{blad.basis}/zoeken/?q={quote('hulp bij brieven van de belastingdienst')}")
    blad.page.wait_for_selector("[data-zoekresultaat] .kaartje-zin")
    assert blad.page.locator("[data-zoekresultaat] .kaartje-bel a").count() > 0
    assert blad.page.locator("[data-zoekresultaat] [data-stand]").count() > 0
    klem[0].continue_()
    blad.page.wait_for_selector("html[data-zoek-klaar]")
    assert [geteld.count(n) for n in ("kern.json", "crisis.json", "tonen.json", "rest.json")] == [1, 1, 1, 1]


def test_zonder_wat_een_kaartje_laat_zien_is_er_toch_een_uitslag(open_blad):
    blad = open_blad()
    blad.page.route("**/zoek/tonen.json", lambda r: r.abort())
    zoek(blad, "huurachterstand")
    assert any("schuldhulpverlening" in r["functies"] for r in resultaten(blad)[:3])
