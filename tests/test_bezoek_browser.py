"""Wat een bezoeker op een telefoon ziet: wat eerst telt staat boven, de duim raakt het, en geen woord breekt zonder
streepje.
"""

import re

import pytest

from generator.paginas.vinden.deuren import deuren

pytestmark = pytest.mark.browser
TELEFOON = 844
SOORTEN = (
    "/voorzieningen/geldloket-voorbeeldstad/",
    "/organisaties/gemeente-voorbeeldstad/",
    "/functies/schuldhulpverlening/",
    "/functies/inloop-ontmoeting/",
    "/themas/geld/",
    "/themas/kinderen/",
    "/gebieden/voorbeeldstad/",
    "/lijst/",
    "/gebieden/voorbeeldstad/oude-stad/",
    "/gebieden/voorbeeldstad/gebied-rivier/",
    "/wegwijzer/geld/rekeningen/dringend/",
)
HOOG = "document.documentElement.scrollHeight"
# Elke naam in een lijst, met haar raakvlak; een link midden in een zin mag klein zijn (WCAG 2.5.8).
NAMEN = "main :is(.kaartje-naam, .kaartje-bel, .wijken li, .links > li, .register li) > a, main summary"
KLEIN = """(namen) => [...document.querySelectorAll(namen)]
  .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.5).map((e) => e.outerHTML.slice(0, 120))"""
# Woorden die over twee regels lopen terwijl er geen streepje te zien is: zonder het afbreken dat niet elke browser kan.
# In een webadres hoort geen streepje: dat breekt waar het moet.
GEBROKEN = """() => {
  const stijl = new CSSStyleSheet(), uit = [], loper = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  stijl.replaceSync("* { hyphens: manual !important; }");
  document.adoptedStyleSheets = [stijl];
  for (const d of document.querySelectorAll("main details")) d.open = true;
  for (let tekst; (tekst = loper.nextNode());) {
    if (!tekst.parentElement.checkVisibility() || tekst.parentElement.closest(".verborgen, svg")) continue;
    for (const woord of tekst.data.matchAll(/(?<![\\p{L}()\\/.@-])[\\p{L}()]{9,}(?![\\p{L}()]|[\\/.@]\\S)/gu)) {
      const stuk = document.createRange();
      stuk.setStart(tekst, woord.index);
      stuk.setEnd(tekst, woord.index + woord[0].length);
      if (new Set([...stuk.getClientRects()].map((r) => Math.round(r.top))).size > 1) uit.push(woord[0]);
    }
  }
  return uit;
}"""


def top(blad, keuze: str) -> float:
    """Hoe ver de onderkant van het eerste zichtbare element van boven staat."""
    return blad.page.evaluate(
        """(keuze) => { const e = [...document.querySelectorAll(keuze)].find((e) => e.checkVisibility());
      return e ? e.getBoundingClientRect().bottom + scrollY : 1e6; }""",
        keuze,
    )


@pytest.mark.parametrize(
    ("pad", "keuzes"),
    [
        ("/voorzieningen/geldloket-voorbeeldstad/", ("h1", ".zin", "[data-stand]", ".knop-groot", ".kanaalstand")),
        ("/voorzieningen/verloskundigen-de-singelpoort/", ("h1", ".zin", "[data-stand]", ".knop-groot")),
        # Drie berichten over de feestdagen: die staan na de knop.
        ("/voorzieningen/eettafel-de-lange-tafel/", ("h1", ".zin", "[data-stand]", ".knop-groot")),
        ("/functies/schuldhulpverlening/", ("h1", ".zin", ".kaartje [data-stand]", ".kaartje-bel a")),
        ("/themas/geld/", ("[data-begin] h2", "[data-begin] .kaartje-bel a")),
        ("/themas/kinderen/", ("[data-begin] h2", "[data-begin] .kaartje-bel a")),
        ("/gebieden/voorbeeldstad/", (".kaartje-bel a",)),
        ("/gebieden/voorbeeldstad/oude-stad/", ("[data-begin] [data-kaartje='gebiedsteam-rivier'] .kaartje-bel a",)),
        (
            "/gebieden/voorbeeldstad/gebied-rivier/",
            ("[data-begin] [data-kaartje='gebiedsteam-rivier'] .kaartje-bel a",),
        ),
    ],
)
def test_wat_eerst_telt_staat_zonder_schuiven_in_beeld(vast_blad, pad, keuzes):
    blad = vast_blad(390).ga(pad)
    plekken = {keuze: top(blad, f"main {keuze}") for keuze in keuzes}
    assert all(y <= TELEFOON for y in plekken.values()), plekken


@pytest.mark.parametrize(
    "thema", ["geld", "werk", "wonen", "gezondheid", "somber", "kinderen", "ontmoeten", "veilig", "rechten"]
)
def test_een_onderwerp_is_niet_eindeloos(vast_blad, thema):
    assert vast_blad(390).ga(f"/themas/{thema}/").page.evaluate(HOOG) < 5000


@pytest.mark.parametrize("gemeente", ["voorbeeldstad", "deventer"])
def test_een_gemeente_is_niet_eindeloos(vast_blad, gemeente):
    assert vast_blad(390).ga(f"/gebieden/{gemeente}/").page.evaluate(HOOG) < 6000


@pytest.mark.parametrize("pad", SOORTEN)
def test_een_naam_in_een_lijst_is_hoog_genoeg_voor_een_duim(vast_blad, pad):
    blad = vast_blad(390).ga(pad)
    blad.page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })")
    assert blad.page.evaluate(KLEIN, NAMEN) == []


@pytest.mark.parametrize("breedte", [320, 390])
@pytest.mark.parametrize(
    "pad", (*SOORTEN, "/functies/", "/themas/werk/", "/professionals/", "/functies/jeugdgezondheidszorg/")
)
def test_geen_woord_breekt_zonder_streepje(vast_blad, pad, breedte):
    assert vast_blad(breedte).ga(pad).page.evaluate(GEBROKEN) == []


def getoond(blad) -> list[str]:
    return blad.page.evaluate(
        "[...document.querySelectorAll('main .groep [data-kaartje]')].filter((k) => !k.hidden)"
        ".map((k) => k.dataset.kaartje)"
    )


def test_een_onderwerp_is_korter_te_maken(open_blad):
    """Gratis, een deel van de dag en de eigen wijk werken samen, staan in het adres en laten lege groepen weg."""
    blad = open_blad(390).ga("/themas/kinderen/")
    alles = getoond(blad)
    assert not [t for t in alles if t.startswith("gebiedsteam-")]
    blad.page.select_option("[name=gebied]", label="Lindeveen")
    assert blad.page.locator("[data-teams] [data-kaartje]:not([hidden])").evaluate_all(
        "(l) => l.map((k) => k.dataset.kaartje)"
    ) == ["gebiedsteam-dorpen"]
    in_wijk = getoond(blad)
    assert (
        "kinderopvang-het-veenpluis" in in_wijk and "basisschool-de-terp" not in in_wijk and len(in_wijk) < len(alles)
    )
    blad.page.check("[name=gratis]")
    assert set(getoond(blad)) < set(in_wijk)
    assert "gebied=" in blad.page.url and "gratis=ja" in blad.page.url
    assert not blad.page.locator(
        ".groep:not([hidden]):has([data-kaartje]):not(:has([data-kaartje]:not([hidden])))"
    ).count()
    over = getoond(blad)
    blad.ga(blad.page.url.removeprefix(blad.basis))
    assert getoond(blad) == over and blad.page.is_checked("[name=gratis]")
    assert blad.page.inner_text("[data-filter-stand]").startswith(f"{len(set(over))} van ")


def test_nu_open_volgt_het_moment(open_blad):
    """Wat open of te bellen is, of onbekend, blijft staan; de keuze volgt de klok van de pagina."""
    blad = open_blad(390).ga("/themas/geld/?nu=2026-11-24T10:00&open=ja")
    standen = "[...document.querySelectorAll('.groep [data-kaartje]:not([hidden]) [data-stand]')].map((e) => e.dataset.stand)"
    overdag = blad.page.evaluate(standen)
    assert overdag and set(overdag) <= {"open", "bereikbaar", "onbekend"}
    nacht = blad.ga("/themas/geld/?nu=2026-11-24T03:00&open=ja").page.evaluate(standen)
    assert len(nacht) < len(overdag)


def test_zonder_javascript_is_de_lijst_van_een_onderwerp_heel(open_blad):
    met = set(getoond(open_blad(390).ga("/themas/ontmoeten/")))
    blad = open_blad(390, script=False)
    blad.page.goto(blad.basis + "/themas/ontmoeten/")
    zonder = blad.page.locator("main .groep [data-kaartje]")
    assert {zonder.nth(i).get_attribute("data-kaartje") for i in range(zonder.count())} == met
    assert blad.page.locator("[data-lijstfilter]").is_hidden() and blad.page.locator("[data-teams]").is_hidden()
    assert blad.page.locator("[data-kies-wijk] a").is_visible()


@pytest.mark.parametrize(
    ("pad", "vraag", "anker"),
    [("/redactie/velden/", "telefoontijden", "contacttelefoontijden"), ("/redactie/meldingen/", "sk305", "sk305")],
)
def test_een_lange_bladzijde_voor_de_redactie_is_te_doorzoeken(open_blad, pad, vraag, anker):
    blad = open_blad(1280).ga(pad)
    blad.page.wait_for_selector(".zoek-in-blad")
    hoog = blad.page.evaluate(HOOG)
    assert hoog < 6000
    inhoud = blad.page.locator("ul:has(+ .zoek-in-blad) a").evaluate_all(
        "(l) => l.map((a) => document.getElementById(a.hash.slice(1)))"
    )
    assert len(inhoud) > 5 and None not in inhoud
    blad.page.fill(".zoek-in-blad input", vraag)
    assert blad.page.locator(f"[id='{anker}']").is_visible() and blad.page.evaluate(HOOG) < 15_000
    assert 0 < blad.page.locator(".vouwstuk:visible").count() < len(inhoud)
    blad.page.fill(".zoek-in-blad input", "")
    assert blad.page.evaluate(HOOG) == hoog


@pytest.mark.parametrize(
    ("pad", "hoogstens"),
    [
        ("/redactie/velden/", 6000),
        ("/redactie/meldingen/", 4000),
        ("/redactie/bestanden/voorziening/", 6000),
        ("/zo-werkt-het/", 11_500),
        ("/gebieden/deventer/zo-werkt-het/", 9000),
        ("/wegwijzer/overzicht/", 4000),
        ("/gebieden/deventer/zo-werkt-het/achtergrond/", 4000),
        ("/bouwtekening/aantallen/voorbeeldstad/", 4000),
    ],
)
def test_een_lang_blad_begint_gevouwen(vast_blad, pad, hoogstens):
    assert vast_blad(390).ga(pad).page.evaluate(HOOG) < hoogstens


@pytest.mark.parametrize(
    ("pad", "anker"), [("/redactie/velden/", "contacttelefoontijden"), ("/redactie/meldingen/", "sk305")]
)
def test_een_link_naar_een_gevouwen_stuk_opent_het_ook_zonder_javascript(open_blad, pad, anker):
    """Ook als het stuk in een stuk zit; het adres in een melding van de controle wijst hierheen."""
    blad = open_blad(390, script=False, reduced_motion="reduce").ga(f"{pad}#{anker}")
    doel = blad.page.locator(f"[id='{anker}']")
    assert doel.is_visible() and 0 <= doel.bounding_box()["y"] < TELEFOON
    assert blad.page.locator(f".vouwstuk[open]:not(:has([id='{anker}']))").count() == 0


@pytest.mark.parametrize("einde", ["%", "%E0%A4%A", "%C3", "bestaat-niet"])
def test_een_beschadigd_adres_laat_het_gevouwen_blad_heel(open_blad, einde):
    blad = open_blad(390).ga(f"/redactie/meldingen/#{einde}")
    assert blad.klachten == [] and blad.page.locator(".vouwstuk[open]").count() == 0


def test_een_moeilijk_woord_op_een_ingang_legt_zichzelf_uit(open_blad):
    blad = open_blad(390).ga("/voorzieningen/gemeente-voorbeeldstad-toegang/")
    woord = blad.page.locator("[data-voorziening] a.begrip").first
    woord.click()
    venster = blad.page.locator(".begrip-uitleg")
    venster.wait_for()
    assert venster.locator("p").nth(1).inner_text()
    blad.page.keyboard.press("Escape")
    assert venster.is_hidden() and blad.klachten == []


@pytest.mark.parametrize("pad", ["/zo-werkt-het/", "/wegwijzer/veilig/geweld-thuis/ik/", "/themas/somber/"])
def test_elk_nummer_in_een_noodzin_is_een_knop(vast_blad, pad):
    blad = vast_blad(390).ga(pad)
    zin = blad.page.locator("p.crisis")
    nummers = re.findall(r"(?<![\w-])(?:0800-\d{4}|\d{3})(?![\w-])", zin.inner_text())
    knoppen = zin.locator("a[href^='tel:']")
    assert nummers and knoppen.all_inner_texts() == nummers
    assert all(knop.bounding_box()["height"] >= 44 for knop in knoppen.all())


@pytest.mark.parametrize("gebied", ["oude-stad", "lindeveen", "gebied-rivier"])
def test_een_wijk_is_niet_eindeloos_en_vouwt_open_bij_een_keuze(open_blad, gebied):
    blad = open_blad(390).ga(f"/gebieden/voorbeeldstad/{gebied}/")
    assert blad.page.evaluate(HOOG) < 6000
    groepen = blad.page.locator("main details.groep:has([data-kaartje])")
    aantallen = [int(n) for n in groepen.locator("summary .aantal").all_inner_texts()]
    assert aantallen == [groepen.nth(i).locator("[data-kaartje]").count() for i in range(groepen.count())]
    blad.page.get_by_label("gratis").check()
    assert blad.page.locator("main details.groep[open] [data-gratis]:visible").count() > 0
    assert blad.page.locator("main details.groep [data-kaartje]:not([data-gratis]):visible").count() == 0


def test_de_lijst_van_a_tot_z_is_een_regel_per_plek(open_blad):
    """Wie op naam zoekt, bladert: een plek is hoogstens een duim of twee hoog, met haar stand en haar nummer."""
    blad = open_blad(390).ga("/lijst/")
    hoog = blad.page.eval_on_selector_all("main .regel", "rijen => rijen.map((r) => r.getBoundingClientRect().height)")
    assert len(hoog) > 150 and sum(hoog) / len(hoog) < 96
    assert blad.page.locator("main .regel [data-stand]").count() > 150
    assert blad.page.locator("main .regel .kaartje-bel a").count() > 100


@pytest.mark.parametrize("id_", ["bibliotheek-oude-stad", "buurthuis-de-sluis", "113-zelfmoordpreventie"])
def test_een_ingang_gaat_op_een_half_vel(open_blad, id_):
    """Zo breed als de druk op A4; een half vel is 148,5 mm, waarvan de rand boven 10 mm neemt."""
    blad = open_blad(695).ga(f"/voorzieningen/{id_}/")
    blad.page.emulate_media(media="print")
    assert blad.page.evaluate("document.querySelector('.voet').getBoundingClientRect().bottom") < 138.5 * 96 / 25.4
    assert blad.page.locator(".ingang-kop h1, .knop-groot, .ingang-tekst h2").first.is_visible()


VERSPRINGT = """() => new Promise((klaar) => {
  let som = 0;
  new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) som += e.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => klaar(som), 300);
})"""


@pytest.mark.parametrize("breedte", [390, 1280])
def test_niets_verspringt_als_de_scripts_later_komen(open_blad, breedte):
    """Scripts en gegevens komen hier een tel later dan de pagina, zoals op een trage lijn; de grens is die van CLS."""
    blad = open_blad(breedte)
    blad.page.route(re.compile(r"\.js(on)?$"), lambda route: (blad.page.wait_for_timeout(60), route.continue_()))
    paden = (
        "/zoeken/?q=mijn%20man%20slaat%20mij",
        "/kcc/",
        "/hulp-nu/",
        "/voorzieningen/crisisopvang-vaarleland/",
        "/gebieden/voorbeeldstad/oude-stad/",
        "/taken/",
        "/begrippen/",
        "/bouwtekening/",
        "/insluiten/thema/geld/",
        "/lijst/",
    )
    te_veel = {}
    for pad in paden:
        blad.ga(pad)
        if (som := blad.page.evaluate(VERSPRINGT)) >= 0.05:
            te_veel[pad] = som
    assert te_veel == {}


@pytest.mark.parametrize("map_", ["functies", "organisaties", "voorzieningen", "themas"])
def test_wie_112_moet_bellen_kan_het_aantikken(voorbeeldsite, map_):
    paginas = [p.read_text("utf-8") for p in sorted((voorbeeldsite / map_).rglob("index.html"))]
    los = [re.sub(r"<a [^>]*>.*?</a>", "", p[p.index("<main") : p.index("</main>")], flags=re.S) for p in paginas]
    assert any("tel:112" in p for p in paginas)
    assert [m.group() for p in los for m in re.finditer(r"(?i)\bbelt? (?:u |dan )*(?:\w+ ){0,3}112\b", p)] == []


def test_de_eigen_gemeente_staat_vooraan_in_het_filter_van_zoeken(voorbeeldsite):
    tekst = (voorbeeldsite / "zoeken/index.html").read_text("utf-8")
    keuze = tekst[tekst.index('id="f-gebied"') :]
    assert keuze.index("Heel Voorbeeldstad") < keuze.index("Heel Deventer")


def test_een_blad_voor_een_partner_begint_met_de_kerndeuren(voorbeeldsite, catalogus):
    tekst = (voorbeeldsite / "insluiten/thema/geld/index.html").read_text("utf-8")
    kern, *_ = deuren(catalogus.themas["geld"], catalogus)
    assert tekst.index(f'data-kaartje="{kern.id}"') == tekst.index("data-kaartje=")
