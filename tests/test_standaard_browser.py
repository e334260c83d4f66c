"""De vaste eisen op elke soort pagina, in een echte browser: toegankelijk, niets van derden, ook zonder JavaScript."""

import gzip
from pathlib import Path

import pytest
from conftest import PEILDATUM, PROJECT

from generator.catalogus import lees_catalogus
from generator.meldingen import Verslag
from generator.paginas import alle_paginas
from generator.voorraad import Voorraad

pytestmark = pytest.mark.browser
BLADEN = (
    "/",
    "/zoeken/",
    "/zoeken/?q=schulden",
    "/kcc/",
    "/kaart/",
    "/lijst/",
    "/hulp-nu/",
    "/themas/",
    "/themas/geld/",
    "/functies/",
    "/functies/schuldhulpverlening/",
    "/organisaties/",
    "/organisaties/gemeente-voorbeeldstad/",
    "/gebieden/",
    "/gebieden/voorbeeldstad/",
    "/gebieden/voorbeeldstad/oude-stad/",
    "/gebieden/deventer/",
    "/voorzieningen/gemeente-voorbeeldstad-toegang/",
    "/voorzieningen/bibliotheek-oude-stad/",
    "/voorzieningen/113-zelfmoordpreventie/",
    "/voorzieningen/kledinghoek-de-knoop/",
    "/voorzieningen/crisisopvang-vaarleland/",
    "/wegwijzer/",
    "/wegwijzer/geld/",
    "/wegwijzer/somber/praten/",
    "/wegwijzer/veilig/geweld-thuis/ik/",
    "/wegwijzer/overzicht/",
    "/taal/en/",
    "/taal/ar/",
    "/lijstje/",
    "/bouwtekening/",
    "/insluiten/",
    "/over/",
    "/redactie/",
    "/redactie/nakijken/",
    "/redactie/meldingen/",
    "/404.html",
)


def nog_zonder_toets() -> list[str]:
    """Een bladzijde van elk sjabloon dat geen enkele toets in een browser noemt: een nieuwe soort doet vanzelf mee."""
    catalogus = lees_catalogus(PROJECT, Verslag(), PEILDATUM, Voorraad(PROJECT, aan=False))
    genoemd = "".join(p.read_text(encoding="utf-8") for p in sorted(Path(__file__).parent.glob("test_*_browser.py")))
    per_sjabloon: dict[str, list[str]] = {}
    for pagina in alle_paginas(catalogus) if catalogus else ():
        per_sjabloon.setdefault(pagina.sjabloon, []).append(f"/{pagina.pad}")
    return [paden[0] for paden in per_sjabloon.values() if not any(f'"{pad}"' in genoemd for pad in paden)]


BLADEN = (*BLADEN, *nog_zonder_toets())


@pytest.mark.parametrize("breedte", [390, 1280])
@pytest.mark.parametrize("pad", BLADEN)
def test_pagina_houdt_zich_aan_de_vaste_eisen(vast_blad, pad, breedte):
    vast_blad(breedte).ga(pad).keur()


@pytest.mark.parametrize("pad", BLADEN)
def test_zonder_javascript_staat_de_inhoud_er(vast_blad, pad):
    blad = vast_blad(script=False)
    blad.page.goto(blad.basis + pad)
    assert len(blad.page.locator("main").inner_text()) > 80


@pytest.mark.parametrize(
    "pad",
    [
        "/",
        "/themas/geld/",
        "/voorzieningen/bibliotheek-oude-stad/",
        "/zoeken/",
        "/regio/",
        "/gebieden/deventer/zo-werkt-het/",
    ],
)
def test_niets_valt_buiten_beeld_op_320_px_en_200_procent(open_blad, pad):
    blad = open_blad(320).ga(pad)
    assert blad.page.evaluate("document.documentElement.scrollWidth") <= 320
    blad.page.set_viewport_size({"width": 640, "height": 800})
    blad.page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert blad.page.evaluate("document.documentElement.scrollWidth") <= 641


@pytest.mark.parametrize(
    "pad",
    [
        "/themas/geld/",
        "/voorzieningen/bibliotheek-oude-stad/",
        "/gebieden/voorbeeldstad/lindeveen/",
        "/gebieden/voorbeeldstad/",
        "/zoeken/?q=schulden",
        "/lijst/",
        "/organisaties/gemeente-voorbeeldstad/",
        "/insluiten/wijk/voorbeeldstad/lindeveen/",
        "/redactie/nakijken/",
        "/wegwijzer/geld/",
        "/hulp-nu/",
    ],
)
def test_een_naam_zonder_spaties_past_op_een_telefoon(open_blad, pad):
    """Een gemeente verzint langere namen dan wij; elke naam en zin uit de inhoud wordt hier een woord van honderd
    letters.
    """
    blad = open_blad(390).ga(pad)
    aantal = blad.page.evaluate("""() => {
      const namen = document.querySelectorAll("[dir=auto], a[href*='voorzieningen/']:not([href^=mailto]), a[href*='gebieden/']");
      const uit = [...namen].filter((e) => !e.children.length);
      for (const e of uit) e.textContent = "Woordzonderspaties".repeat(6);
      return uit.length;
    }""")
    assert aantal and blad.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_een_ingang_weegt_weinig_en_laadt_de_kaart_pas_na_een_tik(open_blad):
    blad = open_blad()
    gewicht = {}
    blad.page.on("response", lambda r: gewicht.__setitem__(r.url, len(gzip.compress(r.body(), 6))))
    blad.ga("/voorzieningen/bibliotheek-oude-stad/")
    assert sum(gewicht.values()) < 90_000, gewicht
    assert not [url for url in gewicht if "leaflet" in url.lower() or url.endswith(".geojson")]


def test_met_alleen_het_toetsenbord_van_begin_naar_een_nummer(open_blad):
    """Tab brengt eerst de springlink, en met Tab en Enter komt iemand bij een onderwerp en een ingang."""
    blad = open_blad(1280).ga("/")
    blad.page.keyboard.press("Tab")
    assert "spring" in blad.page.evaluate("document.activeElement.className")
    blad.page.focus("a[href='themas/geld/']")
    blad.page.keyboard.press("Enter")
    blad.page.wait_for_url("**/themas/geld/")
    blad.page.locator(".kaartje a").first.focus()
    blad.page.keyboard.press("Enter")
    blad.page.wait_for_url("**/voorzieningen/*/")
    assert blad.page.locator("article[data-voorziening]").count() == 1


def test_de_focus_is_altijd_te_zien(open_blad):
    blad = open_blad(1280).ga("/voorzieningen/bibliotheek-oude-stad/")
    for _ in range(12):
        blad.page.keyboard.press("Tab")
        stijl = blad.page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            " return [s.outlineStyle, parseFloat(s.outlineWidth), s.boxShadow]; })()"
        )
        assert (stijl[0] != "none" and stijl[1] >= 2) or stijl[2] != "none", blad.page.evaluate(
            "document.activeElement.outerHTML"
        )
