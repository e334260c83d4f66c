"""De bladen met kennis in een echte browser: toegankelijk, smal en breed, met toetsenbord, zonder script en op papier."""

import re

import pytest

pytestmark = pytest.mark.browser
BLADEN = (
    "/bouwtekening/",
    "/bouwtekening/arbeidsontwikkeling/",
    "/bouwtekening/casusregie/",
    "/bouwtekening/uitgangspunten/",
    "/bouwtekening/aantallen/voorbeeldstad/",
    "/zo-werkt-het/",
    "/zo-werkt-het/afvinklijst/",
    "/zo-werkt-het/vergelijken/",
    "/zo-werkt-het/vergelijken/deventer-met-steenwijkerland/",
    "/gebieden/voorbeeldstad/zo-werkt-het/",
    "/taken/",
    "/regio/",
    "/begrippen/",
    "/bronnen/",
    "/professionals/",
)


@pytest.mark.parametrize("breedte", [390, 1280])
@pytest.mark.parametrize("pad", BLADEN)
def test_blad_met_kennis_is_toegankelijk(vast_blad, pad, breedte):
    vast_blad(breedte).ga(pad).keur()


def test_op_320_px_valt_niets_buiten_beeld(open_blad):
    blad = open_blad(320)
    te_breed = {}
    for pad in (
        *BLADEN,
        "/gebieden/weesp/zo-werkt-het/",
        "/gebieden/voorbeeldstad/kleikerk/",
        "/functies/huishoudelijke-hulp/",
    ):
        blad.page.goto(blad.basis + pad)
        breedte = blad.page.evaluate("document.documentElement.scrollWidth")
        te_breed |= {pad: breedte} if breedte > 320 else {}
    assert te_breed == {}


def test_de_bouwtekening_is_smal_een_lijst_en_breed_ook_een_tekening(open_blad):
    blad = open_blad(320).ga("/bouwtekening/")
    assert not blad.page.locator("svg.t-vel").is_visible()
    assert blad.page.locator("li[data-blok]:visible").count() == 124
    blad.page.set_viewport_size({"width": 1280, "height": 900})
    assert blad.page.locator("svg.t-vel").is_visible()
    wijd = blad.page.evaluate("document.querySelector('svg.t-vel').getBoundingClientRect().width")
    assert 12 * wijd / 1216 >= 11.5, "de letters in de tekening zijn te lezen"


def test_zonder_script_staat_alles_er_en_is_er_niets_om_te_kiezen(open_blad):
    blad = open_blad(390, script=False)
    tellers = (
        ("/bouwtekening/", "li[data-blok]", 124),
        ("/taken/", "#takentabel tbody tr", 100),
        ("/begrippen/", ".woord", 264),
    )
    for pad, teller, aantal in tellers:
        blad.page.goto(blad.basis + pad)
        for letter in blad.page.locator("details.woordgroep > summary").all():
            letter.click()
        assert blad.page.locator(f"{teller}:visible").count() == aantal
        assert blad.page.locator("form.keuzes").is_hidden()
    blad.page.goto(blad.basis + "/functies/huishoudelijke-hulp/")
    blad.page.locator("a.begrip").first.click()
    blad.page.wait_for_url("**/begrippen/#*")


def test_met_tab_komt_elk_blok_een_keer_langs_en_licht_het_op_in_de_tekening(open_blad):
    blad = open_blad(1280).ga("/bouwtekening/")
    assert blad.page.evaluate("[...document.querySelectorAll('svg a')].every((a) => a.tabIndex === -1)")
    blad.page.locator("li[data-blok] a").first.focus()
    gezien = []
    for _ in range(150):
        blok = blad.page.evaluate("document.activeElement.closest('li[data-blok]')?.dataset.blok ?? null")
        if blok:
            gezien.append(blok)
            assert blad.page.locator(f"svg a.is-aan[data-blok='{blok}']").count() == 1
        blad.page.keyboard.press("Tab")
    assert len(gezien) == len(set(gezien)) == 124


def test_kiezen_op_wet_en_gebied(open_blad):
    blad = open_blad(1280).ga("/bouwtekening/")
    blad.page.check("input[name=wet][value=wmo]")
    zichtbaar = blad.page.locator("li[data-blok]:visible")
    assert all("wmo" in (zichtbaar.nth(i).get_attribute("data-wetten") or "") for i in range(zichtbaar.count()))
    assert blad.page.locator("svg .t-blok:not(.is-buiten)").count() == zichtbaar.count() > 30
    blad.page.select_option("#gebied", "WK999910")
    blad.page.wait_for_function("() => document.getElementById('keuze-stand').textContent.includes('Kleikerk')")
    assert blad.page.locator("li[data-blok=buurthuis] [data-aantal]").inner_text() == ""
    assert blad.page.url.endswith("?wet=wmo&gebied=WK999910")
    blad.page.reload(wait_until="networkidle")
    assert blad.page.locator("li[data-blok]:visible").count() == zichtbaar.count()
    assert blad.klachten == []


def test_het_register_filtert_en_bewaart_wat_er_overblijft(open_blad):
    blad = open_blad(1280).ga("/taken/")
    blad.page.select_option("#f-soort", "rechtmatigheid")
    blad.page.select_option("#f-gemeente", "GM1701")
    rijen = blad.page.locator("#takentabel tbody tr:visible")
    aantal = rijen.count()
    assert 0 < aantal < 10 and str(aantal) in blad.page.inner_text("#filter-stand")
    with blad.page.expect_download() as klus:
        blad.page.click("#bewaar")
    tekst = klus.value.path().read_text(encoding="utf-8-sig")
    assert len(tekst.strip().split("\n")) == aantal + 1
    blad.page.fill("#f-zoek", "qqq")
    assert rijen.count() == 0 and blad.klachten == []


def test_op_een_telefoon_vouwt_een_taak_open_ook_zonder_javascript(open_blad):
    """Eerst alleen de naam, na een tik de rest; wie met een link bij een taak komt, ziet haar meteen. Het bestand dat
    iemand bewaart, heeft ook wat dicht is.
    """
    blad = open_blad(390, script=False).ga("/taken/")
    rij = blad.page.locator("#takentabel tbody tr").first
    assert blad.page.evaluate("document.documentElement.scrollHeight") < 12_000
    assert not rij.locator("td").first.is_visible()
    rij.locator("summary").click()
    assert rij.locator("td").first.is_visible()
    id_ = blad.page.locator("#takentabel tbody tr").nth(5).get_attribute("id")
    blad.ga(f"/taken/#{id_}")
    assert blad.page.locator(f"[id='{id_}'] td").first.is_visible()
    blad = open_blad(390).ga("/taken/")
    with blad.page.expect_download() as klus:
        blad.page.click("#bewaar")
    smal = klus.value.path().read_text(encoding="utf-8-sig")
    assert all(uitleg in smal for uitleg in blad.page.locator(".taakuitleg").all_text_contents()[:5])


def test_zoeken_in_de_woordenlijst(open_blad):
    blad = open_blad(390).ga("/begrippen/")
    blad.page.fill("#woord", "PGB")
    assert blad.page.locator(".woord:visible").count() == 1
    blad.page.fill("#woord", "")
    assert blad.page.locator(".woord").count() == 264 and not blad.page.locator(".woord:visible").count()
    blad.ga("/begrippen/#casusregie")
    assert blad.page.locator("#casusregie").is_visible() and blad.page.evaluate("scrollY") > 0
    assert blad.ga("/begrippen/").page.evaluate("document.documentElement.scrollHeight") < 3000


def test_een_woord_legt_zichzelf_uit_met_het_toetsenbord(open_blad):
    blad = open_blad(390).ga("/functies/huishoudelijke-hulp/")
    woord = blad.page.locator("a.begrip").first
    woord.focus()
    blad.page.keyboard.press("Enter")
    venster = blad.page.locator(".begrip-uitleg")
    venster.wait_for()
    assert len(venster.inner_text()) > 40 and venster.get_attribute("role") == "dialog"
    vak = venster.bounding_box()
    assert vak["x"] >= 0 and vak["x"] + vak["width"] <= 390
    blad.page.keyboard.press("Escape")
    assert not venster.is_visible()
    assert blad.page.evaluate("document.activeElement.classList.contains('begrip')")
    assert blad.klachten == []


@pytest.mark.parametrize("papier", ["A4", "A3"])
def test_de_bouwtekening_past_op_een_liggend_vel(open_blad, papier):
    blad = open_blad(390).ga("/bouwtekening/")
    pdf = blad.page.pdf(format=papier, landscape=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1
    blad.page.emulate_media(media="print")
    assert blad.page.locator("svg.t-vel").is_visible() and not blad.page.locator("li[data-blok]").first.is_visible()


def test_de_afvinklijst_past_op_twee_vellen(open_blad):
    blad = open_blad(390).ga("/zo-werkt-het/afvinklijst/")
    assert len(re.findall(rb"/Type\s*/Page[^s]", blad.page.pdf(format="A4"))) <= 2
