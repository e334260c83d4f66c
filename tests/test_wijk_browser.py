"""Wijken, dekking en cijfers in een echte browser: sorteren, op een vel drukken, en cijfers op een kaart."""

import re
import shutil

import pytest
from conftest import PEILDATUM, PROJECT, bouw, dien

pytestmark = pytest.mark.browser
WIJKEN = (
    "oude-stad",
    "molenkwartier",
    "zonnekamp",
    "nieuwe-weiden",
    "weverijkwartier",
    "rozenhof",
    "lindeveen",
    "oosterbrink",
    "waterdijk",
    "kleikerk",
)
GEBIEDEN = ("gebied-rivier", "gebied-oost", "gebied-dorpen")


@pytest.mark.parametrize("breedte", [390, 1280])
@pytest.mark.parametrize(
    "pad",
    [
        "/gebieden/voorbeeldstad/dekking/",
        "/gebieden/voorbeeldstad/kleikerk/",
        "/gebieden/voorbeeldstad/gebied-dorpen/",
        "/gebieden/deventer/",
        "/gebieden/deventer/binnenstad/",
        "/insluiten/",
        "/insluiten/techniek/",
        "/koppelen/",
        "/insluiten/wijk/voorbeeldstad/kleikerk/",
        "/insluiten/gebied/voorbeeldstad/gebied-dorpen/",
    ],
)
def test_de_vaste_eisen(vast_blad, pad, breedte):
    vast_blad(breedte).ga(pad).keur()


def test_de_dekking_sorteert_en_filtert(open_blad):
    blad = open_blad(1280).ga("/gebieden/voorbeeldstad/dekking/")
    kolom = "[...document.querySelectorAll('.dektabel tbody tr')].filter((r) => !r.hidden).map((r) => Number(r.cells[2].textContent))"
    begin = blad.page.evaluate(kolom)
    blad.page.click(".dektabel thead th:nth-child(3) button")
    assert blad.page.evaluate(kolom) == sorted(begin)
    assert blad.page.get_attribute(".dektabel thead th:nth-child(3)", "aria-sort") == "ascending"
    blad.page.click(".dektabel thead th:nth-child(3) button")
    assert blad.page.evaluate(kolom) == sorted(begin, reverse=True)
    blad.page.click(".dektabel thead th:nth-child(3) button")
    assert blad.page.evaluate(kolom) == begin and blad.page.locator("[aria-sort]").count() == 0
    blad.page.check("[name=essentieel]")
    assert blad.page.inner_text("[data-dek-stand]") == "14 functies" and len(blad.page.evaluate(kolom)) == 14


@pytest.mark.parametrize(
    ("gebied", "vellen"), [*((wijk, 1) for wijk in WIJKEN), *((gebied, 2) for gebied in GEBIEDEN)]
)
def test_elke_wijkgids_past_op_een_vel(vast_blad, gebied, vellen):
    """Een wijk op een vel, een gebied van een paar wijken op twee; aan twee kanten bedrukt."""
    druk = vast_blad(1280).ga(f"/gebieden/voorbeeldstad/{gebied}/").page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b(?!s)", druk)) <= 2 * vellen


@pytest.mark.parametrize("gebied", ["oude-stad", "kleikerk", "gebied-oost"])
def test_de_wijkgids_is_op_armlengte_te_lezen(open_blad, gebied):
    """Naam, nummer, adres en tijden van elke plek zijn op papier tien punten of groter; de staat van nu staat er niet."""
    blad = open_blad(1280).ga(f"/gebieden/voorbeeldstad/{gebied}/")
    blad.page.emulate_media(media="print")
    klein = blad.page.evaluate("""[...document.querySelectorAll("main :is(.kaartje, .register) *")].filter((e) =>
      !e.closest(".verborgen") && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.checkVisibility()
      && parseFloat(getComputedStyle(e).fontSize) < 13.3).map((e) => e.outerHTML)""")
    assert klein == []
    regels = blad.page.locator(".kaartje:has(.alleen-druk) .stand")
    assert regels.count() > 3 and blad.page.locator(".stand-open:visible").count() == 0
    met_adres = [regel for regel in regels.all_inner_texts() if re.search(r"\w+ \d+\w?", regel)]
    assert len(met_adres) >= regels.count() - 2 and any(
        re.search(r"\b(ma|di|wo|do|vr|za|zo)\b.* \d+\.\d\d", r) for r in met_adres
    )


@pytest.mark.parametrize("id_", ["bibliotheek-oude-stad", "weggeefwinkel-de-ruilhoek", "113-zelfmoordpreventie"])
def test_een_ingang_past_op_een_half_vel(open_blad, id_):
    """De hele inhoud, tot en met de voet, in de bovenste 148 mm; de marge van de bladzijde is tien millimeter."""
    blad = open_blad(700).ga(f"/voorzieningen/{id_}/")  # een vel van 210 mm zonder de marges van 13 mm is 695 px breed
    blad.page.emulate_media(media="print")
    mm = blad.page.evaluate("document.querySelector('.voet').getBoundingClientRect().bottom + scrollY") / 96 * 25.4
    assert mm + 10 <= 148.5, mm


@pytest.mark.parametrize("gebied", ["lindeveen", "gebied-dorpen"])
def test_de_kaart_van_een_wijk_toont_de_plekken_van_de_lijst(open_blad, gebied):
    blad = open_blad(1280, reduced_motion="reduce").ga(f"/gebieden/voorbeeldstad/{gebied}/")
    blad.page.click("text=Toon de plekken op de kaart")
    blad.page.wait_for_selector("[data-kaart][data-kaart-klaar]")
    punten = set(
        blad.page.evaluate(
            "fetch(document.querySelector('[data-kaart]').dataset.kaart).then((r) => r.json())"
            ".then((v) => v.features.map((k) => k.properties.id))"
        )
    )
    lijst = set(
        blad.page.evaluate("[...document.querySelectorAll('[data-kaart-lijst] [data-id]')].map((li) => li.dataset.id)")
    )
    assert punten and punten <= lijst
    blad.keur()


def test_nu_open_staat_bovenaan_als_er_iets_open_is(open_blad):
    blad = open_blad(1280)
    blad.page.clock.install(time="2026-11-24T10:15:00+01:00")
    blad.ga("/gebieden/voorbeeldstad/oude-stad/")
    assert blad.page.inner_text("[data-nu-open]").startswith("Nu open: ")
    assert blad.page.locator("[data-nu-open] a").count() >= 3


@pytest.mark.gedeeld
def test_met_grenzen_zijn_de_cijfers_van_deventer_een_kaart(gedeeld, tmp_path, chromium):
    """De echte grenzen ingelezen: een getekende kaart per soort, en foliums kaart om op in te zoomen."""
    from generator.cli import voer_uit

    for deel in ("inhoud", "sociale_kaart", "gebieden"):
        shutil.copytree(PROJECT / deel, tmp_path / "map" / deel)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path / "map")
    assert (
        voer_uit(
            [
                "gebieden",
                "inlezen",
                str(gedeeld / "gebieden" / "gm0150_deventer_wijken_2022.geojson"),
                "--gemeente",
                "Deventer",
                "--map",
                str(tmp_path / "map"),
                "--peildatum",
                PEILDATUM.isoformat(),
            ]
        )
        == 0
    )
    verslag = bouw(tmp_path / "map", tmp_path / "site")
    assert not verslag.fouten, verslag.als_tekst()
    server, basis = dien(tmp_path / "site")
    page = chromium.new_page()
    klachten = []
    page.on("console", lambda m: klachten.append(m.text) if m.type == "error" else None)
    page.on("request", lambda r: None if r.url.startswith(basis) else klachten.append(r.url))
    try:
        page.goto(f"{basis}/gebieden/deventer/", wait_until="networkidle")
        assert page.locator(".cijferkaart").first.locator("use").count() == 15
        page.locator("[data-cijferkaart] button").first.click()
        page.wait_for_selector("[data-cijferkaart][data-kaart-klaar]")
        assert page.locator("[data-cijferkaart] .kaart-cijfer").count() == 15
        assert klachten == []
    finally:
        page.close()
        server.shutdown()


def test_de_dekking_op_een_telefoon_is_van_een_wijk(open_blad):
    """Op een smal scherm staat een wijk in beeld, en kiest iemand een andere; de tabel past dan zonder zijwaarts
    schuiven.
    """
    blad = open_blad(390).ga("/gebieden/voorbeeldstad/dekking/")
    koppen = "[...document.querySelectorAll('.dektabel thead th')].filter((th) => th.checkVisibility()).map((th) => th.innerText)"
    assert blad.page.evaluate(koppen) == ["Functie", "Oude Stad"]
    blad.page.select_option("[name=wijk]", label="Kleikerk")
    assert blad.page.evaluate(koppen) == ["Functie", "Kleikerk"]
    assert (
        blad.page.evaluate(
            "(() => { const v = document.querySelector('.dek-vak'); return v.scrollWidth - v.clientWidth; })()"
        )
        <= 1
    )
    blad.page.check("[name=tekort]")
    woorden = (
        "[...document.querySelectorAll('.dektabel tbody tr:not([hidden]) td:not([hidden])')].map((td) => td.innerText)"
    )
    assert set(blad.page.evaluate(woorden)) == {"nee"}
    blad.page.select_option("[name=wijk]", value="")
    assert len(blad.page.evaluate(koppen)) == 13
