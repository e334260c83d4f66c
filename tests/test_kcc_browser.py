"""De balie in een echte browser: twintig gesprekken met alleen het toetsenbord, zonder internet na een bezoek, en
nieuwe gegevens.
"""

import shutil
import statistics
import time
import urllib.parse
from pathlib import Path

import pytest
from conftest import dien

pytestmark = pytest.mark.browser
MAG = {"permissions": ["clipboard-read", "clipboard-write"]}
MEEST_OMLAAG = 4
# Per gesprek: wijk of postcode, wat de medewerker typt, de functie die open moet gaan, en de toets daarna.
GESPREKKEN = (
    ("", "schuld", "schuldhulpverlening", "c"),
    ("", "deurwaarder", "schuldhulpverlening", "c"),
    ("mol", "koffie", "inloop-ontmoeting", "c"),
    ("", "rolstoel", "hulpmiddelen", "l"),
    ("", "voedselb", "voedselhulp", "c"),
    ("9999 BC", "huisarts", "huisarts", "c"),
    ("", "mantelz", "ondersteuning-mantelzorgers-vrijwilligers", "l"),
    ("", "zelfmoord", "luisterlijn", "c"),
    ("", "slaat mij", "veilig-thuis", "c"),
    ("", "0999-14 20 00", "schuldhulpverlening", "c"),
    ("wat", "regiotaxi", "collectief-wmo-vervoer", "l"),
    ("", "digid", "digitale-hulp", "c"),
    ("", "huurwoning", "woningcorporatie", "c"),
    ("", "taalles", "taalhulp", "l"),
    ("nieu", "opvoeden", "licht-pedagogische-hulp", "c"),
    ("", "dagbest", "professionele-dagbesteding", "c"),
    ("", "bijstand", "uitkeringsadministratie", "c"),
    ("", "maaltijd", "maaltijdvoorziening", "l"),
    ("klei", "sport", "sportvereniging", "c"),
    ("", "verslaafd", "verslavingszorg", "c"),
)


def wacht(page, uitdrukking: str, arg=None) -> None:
    """Wacht tot een uitdrukking waar is; wait_for_function mag hier niet, want dat gebruikt eval."""
    einde = time.monotonic() + 10
    while not page.evaluate(uitdrukking, arg):
        assert time.monotonic() < einde, f"wachtte te lang op {uitdrukking}"
        time.sleep(0.01)


class Toetsenbord:
    """Telt elke toets die een medewerker indrukt."""

    def __init__(self, blad):
        self.page, self.aantal = blad.page, 0

    def druk(self, *toetsen: str) -> None:
        for toets in toetsen:
            self.page.keyboard.press(toets)
            self.aantal += 1

    def typ(self, tekst: str) -> None:
        self.page.keyboard.type(tekst)
        self.aantal += len(tekst)

    def zoek(self, tekst: str) -> None:
        self.typ(tekst)
        wacht(self.page, "t => document.documentElement.dataset.kccKlaar === t", tekst)

    def naar_functie(self, functie: str) -> None:
        """Met pijl omlaag naar de eerste regel met deze functie."""
        rijen = self.page.eval_on_selector_all(
            "[data-kcc-lijst] li", "ls => ls.map(l => l.dataset.functies.split(' ')[0])"
        )
        assert functie in rijen[: MEEST_OMLAAG + 1], (functie, rijen[:8])
        self.druk(*["ArrowDown"] * rijen.index(functie))

    def naar(self, id_: str) -> None:
        ids = self.page.eval_on_selector_all("[data-kcc-lijst] li", "ls => ls.map(l => l.dataset.id)")
        self.druk(*["ArrowDown"] * ids.index(id_))


@pytest.fixture
def balie(open_blad):
    blad = open_blad(1280, 720, **MAG)
    blad.page.goto(blad.basis + "/kcc/")
    blad.page.wait_for_selector("[data-kcc][data-klaar]")
    return blad


def open_is(page) -> str:
    page.wait_for_selector("[data-kcc-blad][data-id]")
    return page.get_attribute("[data-kcc-blad]", "data-id")


def mist(page) -> list[str]:
    """Wat er na het openen niet zonder rollen te zien is: de naam, een nummer of mail, tijden en hoe u warm
    doorverwijst.
    """
    return page.evaluate("""() => {
        const blad = document.querySelector("[data-kcc-blad]"), vak = blad.getBoundingClientRect();
        const ziet = (el) => {
            const r = el && el.getBoundingClientRect();
            return Boolean(r && r.height && r.top >= vak.top && r.bottom <= Math.min(vak.bottom, innerHeight));
        };
        const onder = (kop) => [...blad.querySelectorAll("h3")].find((h) => h.textContent === kop)?.nextElementSibling;
        const delen = { naam: [blad.querySelector("h2")], nummer: [blad.querySelector(".balie-nummer, .balie-anders")],
            tijden: [onder("Waar en wanneer"), blad.querySelector(".balie-bel span")],
            verwijzen: [onder("Warm doorverwijzen")], toegang: [onder("Toegang")] };
        return Object.keys(delen).filter((naam) => !delen[naam].some(ziet));
    }""")


def kies_wijk(t: Toetsenbord, wijk: str) -> None:
    t.druk("Tab" if t.page.evaluate("document.activeElement.id") == "kcc-q" else "w")
    t.typ(wijk)
    t.druk("Enter")
    wacht(t.page, "document.activeElement.id === 'kcc-q' && document.getElementById('kcc-wijk').value !== ''")


def test_twintig_gesprekken_met_alleen_het_toetsenbord(balie):
    """Elk gesprek: wijk kiezen als die bekend is, typen, openen, kopieren of bewaren; dan een nieuw gesprek. Zonder
    muis.
    """
    t, tellingen = Toetsenbord(balie), []
    for wijk, vraag, functie, toets in GESPREKKEN:
        begin = t.aantal
        if wijk:
            kies_wijk(t, wijk)
        t.zoek(vraag)
        t.naar_functie(functie)
        t.druk("Enter")
        open_is(t.page)
        wacht(t.page, "document.activeElement === document.querySelector('[data-kcc-blad]')")
        if t.page.locator("[data-kcc-blad] .balie-kies").count():
            # Een soort hulp met een besluit ging open: met 1 naar wie het doet.
            t.druk("1")
            wacht(t.page, "!document.querySelector('[data-kcc-blad] .balie-kies')")
        assert mist(t.page) == [], (vraag, mist(t.page))
        t.druk(toets)
        wacht(t.page, "document.querySelector('[data-kcc-melding]').textContent !== ''")
        tellingen.append((t.aantal - begin, vraag))
        if toets == "c":
            tekst = t.page.evaluate("navigator.clipboard.readText()")
            assert "Toegang: " in tekst or "\n" in tekst, tekst
        t.druk("n")
        wacht(t.page, "document.activeElement.id === 'kcc-q' && document.getElementById('kcc-q').value === ''")
        assert t.page.input_value("#kcc-wijk") == ""
    print("toetsen per gesprek:", sorted(tellingen), "gemiddeld", statistics.mean(n for n, _ in tellingen))
    assert max(aantal for aantal, _ in tellingen) <= 26, tellingen
    assert statistics.mean(aantal for aantal, _ in tellingen) <= 14, tellingen
    assert balie.klachten == [] and balie.vreemd == []


def test_kopieren_geeft_naam_telefoon_tijden_en_toegang(balie):
    t = Toetsenbord(balie)
    t.zoek("geldloket")
    t.druk("Enter")
    assert open_is(t.page) == "geldloket-voorbeeldstad"
    wacht(t.page, "document.activeElement === document.querySelector('[data-kcc-blad]')")
    t.druk("c")
    wacht(t.page, "document.querySelector('[data-kcc-melding]').textContent.startsWith('Gekopieerd')")
    regels = t.page.evaluate("navigator.clipboard.readText()").split("\n")
    assert regels[0] == "Geldloket Voorbeeldstad"
    assert regels[1].startswith("Telefoon: 0999-14 20 00 (")
    assert any(r.startswith(("Open: ", "Open:")) for r in regels) and any(r.startswith("Toegang: ") for r in regels)
    blad = t.page.inner_text("[data-kcc-blad]")
    for kop in ("Vraag eerst", "Neem mee", "Warm doorverwijzen", "Waar en wanneer"):
        assert kop in blad, kop


def test_lijstje_mailen_en_printen_met_een_toets(balie):
    t = Toetsenbord(balie)
    t.page.evaluate("window.print = () => { window.geprint = document.querySelector('[data-kcc-druk]').textContent; }")
    t.page.evaluate(
        "addEventListener('click', e => { const a = e.target.closest('a[href^=\"mailto:\"]');"
        " if (a) { window.gemaild = a.href; e.preventDefault(); } }, true)"
    )
    for vraag, id_ in (("voedselbank", "voedselbank-voorbeeldstad"), ("geldloket", "geldloket-voorbeeldstad")):
        t.druk("/") if t.page.evaluate("document.activeElement.id") != "kcc-q" else None
        t.zoek(vraag)
        t.naar(id_)
        t.druk("Enter")
        t.page.wait_for_selector(f"[data-kcc-blad][data-id={id_}]")
        wacht(t.page, "document.activeElement === document.querySelector('[data-kcc-blad]')")
        t.druk("l")
    wacht(t.page, "document.querySelector('[data-kcc-mandje]').textContent.includes('(2)')")
    t.druk("m")
    wacht(t.page, "window.gemaild")
    mail = urllib.parse.unquote(t.page.evaluate("window.gemaild"))
    assert "lijstje/#voedselbank-voorbeeldstad,geldloket-voorbeeldstad" in mail and "Telefoon: 0999-14 20 00" in mail
    t.druk("p")
    wacht(t.page, "window.geprint")
    assert "Geldloket Voorbeeldstad" in t.page.evaluate("window.geprint")


def test_de_wijk_geldt_voor_het_gesprek_en_brengt_het_wijkteam(balie):
    t = Toetsenbord(balie)
    kies_wijk(t, "9999 ha")
    assert t.page.input_value("#kcc-wijk") == "Lindeveen"
    wacht(t.page, "document.querySelector('[data-kcc-team]').dataset.id === 'gebiedsteam-dorpen'")
    t.page.reload()
    t.page.wait_for_selector("[data-kcc][data-klaar]")
    assert t.page.input_value("#kcc-wijk") == "Lindeveen"
    t.zoek("ik voel mij zo alleen")
    werkgebied = t.page.eval_on_selector_all(
        "[data-kcc-lijst] li[data-soort=voorziening]", "ls => ls.map(l => l.dataset.id)"
    )
    assert "huiskamer-zonnekamp" not in werkgebied
    t.druk("Enter")
    wacht(t.page, "document.activeElement === document.querySelector('[data-kcc-blad]')")
    t.druk("t")
    t.page.wait_for_selector("[data-kcc-blad][data-id=gebiedsteam-dorpen]")
    t.druk("n")
    wacht(t.page, "document.getElementById('kcc-wijk').value === ''")
    assert "gebiedsteam-dorpen" not in t.page.evaluate("sessionStorage.getItem('sociale-kaart-balie')")
    assert "zo alleen" not in t.page.evaluate(
        "JSON.stringify([{...sessionStorage}, {...localStorage}, location.href])"
    )


def test_woorden_over_gevaar_zetten_het_crisisblok_erboven(balie):
    t = Toetsenbord(balie)
    t.zoek("mijn man slaat")
    t.page.wait_for_selector("[data-crisis='geweld']")
    assert "0800-2000" in t.page.inner_text("[data-kcc-crisis]")
    assert t.page.evaluate("document.querySelector('.balie-bureau').getBoundingClientRect().bottom") <= 721


def test_een_schermlezer_hoort_hoeveel_het_er_zijn(balie):
    t = Toetsenbord(balie)
    t.zoek("geldloket")
    wacht(t.page, "/^[0-9]+ resultaten$/.test(document.querySelector('[data-kcc-gehoord]').textContent)")
    t.druk("Escape")
    t.zoek("xqzwvblork")
    wacht(t.page, "document.querySelector('[data-kcc-gehoord]').textContent === 'Geen resultaten'")
    assert "Niets gevonden" in t.page.inner_text("[data-kcc-niets]")


def test_axe_met_iets_open(open_blad):
    blad = open_blad(1280, 720)
    blad.page.goto(blad.basis + "/kcc/")
    blad.page.wait_for_selector("[data-kcc][data-klaar]")
    t = Toetsenbord(blad)
    t.zoek("mijn man slaat")
    t.druk("Enter")
    open_is(t.page)
    blad.keur()


def test_alles_past_op_een_scherm(balie):
    t = Toetsenbord(balie)
    t.zoek("geldloket")
    t.druk("Enter")
    open_is(t.page)
    onder = t.page.evaluate("document.querySelector('.balie-bureau').getBoundingClientRect().bottom")
    assert onder <= 721
    for deel in ("vraag", "lijst", "blad", "team", "mandje", "bekeken", "toetsen", "datum"):
        vak = t.page.locator(f"[data-kcc-{deel}]").bounding_box()
        assert vak["y"] >= 0 and vak["y"] + vak["height"] <= 721 and vak["height"] > 10, deel
    assert "22 november 2026" in t.page.inner_text("[data-kcc-datum]")


def test_sneltoetsen_kunnen_uit(balie):
    t = Toetsenbord(balie)
    t.zoek("geldloket")
    t.druk("Enter")
    open_is(t.page)
    t.page.click("[data-kcc-toetsknop]")
    assert t.page.get_attribute("[data-kcc-toetsknop]", "aria-pressed") == "false"
    t.page.focus("[data-kcc-blad]")
    t.druk("n")
    assert t.page.input_value("#kcc-q") == "geldloket"
    t.druk("Escape")
    assert t.page.evaluate("document.activeElement.id") == "kcc-q"


def test_zonder_javascript_staan_de_lijsten_er(open_blad):
    blad = open_blad(1280, script=False)
    blad.page.goto(blad.basis + "/kcc/")
    hoofd = blad.page.locator("main")
    for pad in ("../lijst/", "../themas/", "../voorzieningen/gemeente-voorbeeldstad-toegang/"):
        assert hoofd.locator(f"a[href='{pad}']").first.is_visible(), pad
    assert not blad.page.is_visible("[data-kcc-bureau]")


def bezoek(chromium, basis):
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="nl-NL")
    page = context.new_page()
    page.goto(basis + "/kcc/")
    page.wait_for_selector("[data-kcc-offline][data-klaar=ja]", timeout=20_000)
    return context, page


def test_zonder_internet_na_een_bezoek(chromium, voorbeeldsite):
    """De server gaat echt uit; zoeken, openen, wijk en postcode blijven werken, en de datum van de gegevens staat
    erbij.
    """
    server, basis = dien(voorbeeldsite)
    context, page = bezoek(chromium, basis)
    page.goto(basis + "/")
    assert page.evaluate("navigator.serviceWorker.controller") is None
    server.shutdown()
    server.server_close()
    context.set_offline(True)
    page = context.new_page()
    page.goto(basis + "/kcc/?x=1")
    page.wait_for_selector("[data-kcc][data-klaar]")
    assert "zonder internet" in page.inner_text("[data-kcc-offline]")
    assert "22 november 2026" in page.inner_text("[data-kcc-datum]")
    t = Toetsenbord(type("Blad", (), {"page": page}))
    kies_wijk(t, "9999 AB")
    t.zoek("voedselbank")
    t.druk("Enter")
    open_is(page)
    assert page.locator("[data-kcc-blad] h2").inner_text()
    context.close()


def nieuwe_bouw(site: Path) -> None:
    """Zet andere gegevens klaar, zoals een nieuwe bouw dat doet."""
    blad, dienst = site / "kcc/index.html", site / "kcc/dienst.js"
    blad.write_text(blad.read_text("utf-8").replace("Gegevens van 22 november", "Gegevens van 23 november"), "utf-8")
    dienst.write_text(dienst.read_text("utf-8").replace('VERSIE = "', 'VERSIE = "n'), "utf-8")


@pytest.fixture
def nieuwe_site(chromium, voorbeeldsite, tmp_path):
    """(context, page, site): een balie die al bewaard is, en een site die nog kan veranderen."""
    site = tmp_path / "site"
    shutil.copytree(voorbeeldsite, site)
    server, basis = dien(site)
    context, page = bezoek(chromium, basis)
    page.goto(basis + "/kcc/")
    page.wait_for_selector("[data-kcc][data-klaar]")
    yield context, page, site
    context.close()
    server.shutdown()


KIJK = "navigator.serviceWorker.getRegistration().then(r => r.update())"


def test_nieuwe_gegevens_komen_in_een_keer(nieuwe_site):
    """Tijdens een gesprek ververst er niets vanzelf; wel staat erbij dat het oud is."""
    _, page, site = nieuwe_site
    oud = page.evaluate("caches.keys()")
    page.fill("[data-kcc-vraag]", "geld")
    nieuwe_bouw(site)
    page.evaluate(KIJK)
    page.wait_for_selector("[data-kcc-ververs]:not([hidden])")
    assert (
        "22 november" in page.inner_text("[data-kcc-datum]") and page.get_attribute("[data-kcc]", "data-oud") == "ja"
    )
    page.click("[data-kcc-ververs]")
    page.wait_for_selector("[data-kcc-datum]:has-text('23 november')")
    page.wait_for_selector("[data-kcc][data-klaar]")
    nieuw = page.evaluate("caches.keys()")
    assert len(nieuw) == 1 and nieuw != oud


def test_zonder_gesprek_ververst_de_balie_vanzelf(nieuwe_site):
    _, page, site = nieuwe_site
    nieuwe_bouw(site)
    page.evaluate(KIJK)
    page.wait_for_selector("[data-kcc-datum]:has-text('23 november')")


def test_f5_geeft_meteen_de_nieuwe_gegevens(nieuwe_site):
    """Met internet wint de server, en het blad noemt zich dan niet oud; daarna staat het nieuwe stel ook in de kast."""
    context, page, site = nieuwe_site
    oud = page.evaluate("caches.keys()")
    nieuwe_bouw(site)
    page.reload()
    assert "23 november" in page.inner_text("[data-kcc-datum]")
    page.wait_for_selector("[data-kcc][data-klaar]")
    page.fill("[data-kcc-vraag]", "geld")
    for _ in range(200):
        if (nu := page.evaluate("caches.keys()")) != oud and len(nu) == 1:
            break
        page.wait_for_timeout(100)
    assert page.is_hidden("[data-kcc-ververs]") and page.input_value("[data-kcc-vraag]") == "geld"
    context.set_offline(True)
    page.reload()
    assert "23 november" in page.inner_text("[data-kcc-datum]")


def test_f5_terwijl_de_server_niet_antwoordt(nieuwe_site):
    """Een net dat blijft hangen houdt de balie hooguit even op; dan komt het bewaarde blad."""
    context, page, site = nieuwe_site
    context.route("**/dienst.js", lambda route: None)
    page.reload()
    assert "22 november" in page.inner_text("[data-kcc-datum]")


def test_een_postcode_in_de_vraag_kiest_de_wijk_en_het_team(balie):
    t = Toetsenbord(balie)
    t.zoek("gebiedsteam 9999 AC")
    wacht(t.page, "document.getElementById('kcc-wijk').value === 'Oude Stad'")
    wacht(t.page, "document.querySelector('[data-kcc-lijst] li').dataset.id === 'gebiedsteam-rivier'")
    t.druk("Enter")
    t.page.wait_for_selector("[data-kcc-blad][data-id=gebiedsteam-rivier]")
    t.druk("n")
    wacht(t.page, "document.getElementById('kcc-wijk').value === ''")
    assert "Rivier" not in t.page.inner_text("[data-kcc]")


def test_een_uitleg_kopieren_geeft_het_nummer_van_haar_deur(balie):
    t = Toetsenbord(balie)
    t.page.evaluate("navigator.clipboard.writeText = async (tekst) => { window.gekopieerd = tekst; }")
    t.zoek("woning aanpassen")
    t.naar("woningaanpassingen")
    t.druk("Enter")
    t.page.wait_for_selector("[data-kcc-blad][data-id=woningaanpassingen]")
    wacht(t.page, "document.activeElement === document.querySelector('[data-kcc-blad]')")
    t.druk("c")
    wacht(t.page, "window.gekopieerd")
    assert "Bel: " in t.page.evaluate("window.gekopieerd") and "telefoon 0" in t.page.evaluate("window.gekopieerd")


def test_een_deur_met_een_nummer_gaat_voor_de_uitleg_ervan(balie):
    """Wie belt wil een nummer: staat een soort hulp bovenaan, dan gaat wie haar geeft ervoor, en de uitleg blijft staan."""
    t = Toetsenbord(balie)
    t.zoek("scootmobiel stuk")
    rijen = t.page.eval_on_selector_all(
        "[data-kcc-lijst] li", "ls => ls.map(l => [l.dataset.soort, l.dataset.functies.split(' ')])"
    )
    assert rijen[0][0] == "voorziening" and rijen[1][0] == "functie" and rijen[1][1][0] in rijen[0][1]
    t.druk("Enter")
    open_is(t.page)
    assert t.page.locator("[data-kcc-blad] .balie-nummer").is_visible()


def test_wat_ergens_anders_is_opent_niet_per_ongeluk_iets(balie):
    t = Toetsenbord(balie)
    t.zoek("dierenambulance")
    assert t.page.locator("[data-kcc-niets] [data-elders]").is_visible()
    t.druk("Enter")
    assert t.page.locator("[aria-selected=true]").count() == 0
    assert t.page.get_attribute("[data-kcc-blad]", "data-id") is None
    if t.page.locator("[data-kcc-lijst] li").count():
        t.druk("ArrowDown", "Enter")
        assert open_is(t.page)


def test_een_vraag_in_een_andere_taal_krijgt_een_regel_in_die_taal(balie):
    page = balie.page
    page.fill("[data-kcc-vraag]", "szukam pracy")
    wacht(page, "() => document.documentElement.dataset.kccKlaar === 'szukam pracy'")
    page.wait_for_selector("[data-zoek-taal=pl] a[href='tel:112']", state="visible")
    assert not page.is_visible("[data-zoek-taal=en]")
    page.fill("[data-kcc-vraag]", "schulden")
    page.wait_for_selector("[data-zoek-taal=pl]", state="hidden")


def test_de_balie_noemt_de_leeftijd(balie):
    page = balie.page
    page.fill("[data-kcc-vraag]", "Geldloket Voorbeeldstad")
    wacht(page, "() => document.documentElement.dataset.kccKlaar === 'Geldloket Voorbeeldstad'")
    page.click("#kcc-lijst [data-id=geldloket-voorbeeldstad]")
    page.wait_for_selector("[data-kcc-blad] :text('Leeftijd: vanaf 16 jaar')")
