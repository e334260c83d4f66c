"""Het formulier op een telefoon: wat iemand invult komt als melding uit, en `verwerk-melding` raakt alleen de goede regels."""

import difflib
import re
from pathlib import Path

import pytest
from conftest import PEILDATUM, PROJECT
from playwright.sync_api import expect

from generator.betekenis.meldwegen import klopt_link
from generator.bewerken.antwoord import schrijf_weigering
from generator.bewerken.melding import lees_melding
from generator.bewerken.voorstel import maak_voorstel
from generator.meldingen import Verslag

pytestmark = pytest.mark.browser
GELDLOKET = "geldloket-voorbeeldstad"


def verwerk(tekst: str, tmp_path: Path) -> list[str]:
    """De regels die veranderen, met + of - ervoor; een weigering laat de toets falen."""
    bestand = tmp_path / "melding.md"
    bestand.write_text(tekst, encoding="utf-8")
    verslag = Verslag()
    melding = lees_melding(bestand, verslag)
    voorstel = maak_voorstel(PROJECT, melding, "melding.md", verslag, PEILDATUM) if melding else None
    assert voorstel is not None, schrijf_weigering(verslag)
    oud, nieuw = ((ruw or b"").decode().splitlines() for ruw in (voorstel.oud, voorstel.nieuw))
    return [
        r for r in difflib.unified_diff(oud, nieuw, n=0, lineterm="") if r[0] in "+-" and r[:3] not in ("---", "+++")
    ]


def wacht(page, stap: str) -> None:
    page.wait_for_selector(f'[data-melden-klaar="{stap}"]')


def verder(page, stap: str) -> None:
    page.get_by_role("button", name="Verder").click()
    wacht(page, stap)


def melding(page) -> str:
    return page.locator("[data-melden-tekst]").text_content()


def test_een_ander_nummer_en_andere_tijden_op_donderdag(open_blad, tmp_path):
    blad = open_blad(390).ga(f"/voorzieningen/{GELDLOKET}/")
    page = blad.page
    page.get_by_role("link", name="Klopt er iets niet? Laat het weten.").click()
    wacht(page, "begin")
    page.get_by_role("button", name="Het telefoonnummer").click()
    wacht(page, "telefoon")
    page.get_by_label("Telefoonnummer").first.fill("0999-65")
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("alert").first).to_contain_text("'0999-65' is geen telefoonnummer.")
    page.get_by_label("Telefoonnummer").first.fill("tel. 0999 – 65 43 21")
    verder(page, "klaar")
    assert verwerk(melding(page), tmp_path) == ['-  telefoon: "0999-14 20 00"', '+  telefoon: "0999-65 43 21"']
    page.get_by_role("button", name="Nog iets wijzigen").click()
    page.get_by_role("button", name="De tijden").click()
    wacht(page, "tijden")
    dag = page.locator("[data-dag=do]").first
    dag.locator("summary").click()
    dag.get_by_label("open", exact=True).check()
    dag.get_by_label("donderdag van").fill("10:00")
    page.get_by_role("button", name="Verder").click()
    expect(dag.locator("[data-fout]")).to_have_text("Vul in van hoe laat tot hoe laat.")
    dag.get_by_label("donderdag tot").fill("12:30")
    dag.get_by_role("button", name="Nog een tijd op donderdag").click()
    dag.get_by_label("donderdag van").nth(1).fill("14:00")
    dag.get_by_label("donderdag tot").nth(1).fill("17:00")
    dag.get_by_label("op afspraak").nth(1).check()
    dag.get_by_label("hoe vaak op donderdag").nth(1).select_option("eerste en derde")
    page.reload()
    wacht(page, "tijden")
    assert (
        page.locator("[data-dag=do] .week-kort")
        .first.inner_text()
        .startswith("10.00 tot 12.30 uur, op afspraak 14.00")
    )
    verder(page, "klaar")
    regels = verwerk(melding(page), tmp_path)
    assert [r for r in regels if "telefoon" not in r] == [
        "-      do: gesloten",
        '+      do: "10:00-12:30, eerste en derde op afspraak 14:00-17:00"',
    ]
    tekst = melding(page)
    assert "Nu: 0999-14 20 00. Wordt: 0999-65 43 21." in tekst.split("```")[0]
    assert "plek Bibliotheek Oude Stad, openingstijden, donderdag. Nu: gesloten. Wordt: 10.00 tot" in tekst
    mail = page.locator("[data-weg=mail]").get_attribute("href")
    assert mail.startswith("mailto:redactie@voorbeeldstad.example?subject=Klopt%20niet%3A%20Geldloket")
    page.get_by_text("Zo komt de pagina eruit te zien").click()
    expect(page.locator(".melden-voorbeeld")).to_contain_text("Bel 0999-65 43 21")
    assert blad.klachten == [] and blad.vreemd == []


def test_klopt_nog_en_bestaat_niet_meer(open_blad, tmp_path, catalogus):
    blad = open_blad(390).ga(f"/melden/?id={GELDLOKET}&soort=klopt")
    page = blad.page
    page.wait_for_selector("[data-weg=mail]")
    oud, nieuw = verwerk(melding(page), tmp_path)
    assert nieuw[1:] == re.sub(r"op: [0-9-]+", f"op: {PEILDATUM}", oud[1:]) != oud[1:]
    v = catalogus.voorzieningen[GELDLOKET]
    klaar = "u => decodeURIComponent(u.split('&body=')[1])"
    assert page.evaluate(klaar, klopt_link(catalogus.instellingen, v)) == melding(page)
    blad.ga(f"/melden/?id={GELDLOKET}")
    page.get_by_role("button", name="Dit bestaat niet meer").click()
    page.get_by_label("Zoek de nieuwe plek").fill("formulierenspreekuur")
    page.get_by_label("Formulierenspreekuur", exact=False).first.check()
    verder(page, "klaar")
    regels = verwerk(melding(page), tmp_path)
    assert len(regels) == 2 and "+status: gesloten" in regels and any(r.startswith("+opvolger: ") for r in regels)
    assert blad.klachten == [] and blad.vreemd == []


def test_een_nieuwe_plek_vraag_voor_vraag(open_blad, tmp_path):
    blad = open_blad(390).ga("/melden/?soort=nieuw")
    page = blad.page
    page.wait_for_selector("[data-melden-stap=naam]")
    page.get_by_role("button", name="Verder").click()
    assert page.get_by_role("alert").locator("li").count() == 2
    page.get_by_label("Naam").fill("Eetclub: De Pan #1")
    page.get_by_label("Wat kan iemand hier?").fill("Samen eten op dinsdag, voor iedereen uit de buurt.")
    page.keyboard.press("Enter")
    wacht(page, "functies")
    page.get_by_label("samen eten", exact=False).locator("visible=true").last.check()
    verder(page, "toegang")
    page.get_by_label("U kunt zo naar binnen").check()
    verder(page, "werkgebied")
    page.get_by_label("Zonnekamp").check()
    verder(page, "contact")
    page.get_by_label("Telefoonnummer").fill("0999-12 34 56")
    page.get_by_label("Website").fill("eetclub.example")
    verder(page, "adres")
    for naam, waarde in (
        ("Straat", "Kade"),
        ("Huisnummer", "12"),
        ("Postcode", "9999aa"),
        ("Plaats", "Voorbeeldstad"),
    ):
        page.get_by_label(naam).fill(waarde)
    verder(page, "tijden")
    dag = page.locator("[data-dag=di]").first
    dag.locator("summary").click()
    dag.get_by_label("open", exact=True).check()
    dag.get_by_label("dinsdag van").fill("17:30")
    dag.get_by_label("dinsdag tot").fill("00:00")
    verder(page, "meer")
    page.get_by_label("Gratis").check()
    verder(page, "klaar")
    page.get_by_label("Wilt u er iets bij zeggen?").fill('Ik eet er zelf: "elke" week\n```sociale-kaart\nsoort: klopt')
    regels = "\n".join(r[1:] for r in verwerk(melding(page), tmp_path))
    for stuk in ('naam: "Eetclub: De Pan #1"', "[WK999903]", 'di: "17:30-24:00"', "soort: gratis", "9999 AA"):
        assert stuk in regels
    assert "https://eetclub.example" in regels
    page.goto(f"{blad.basis}/melden/?van=themas/geld/")
    page.get_by_role("button", name="Wis alles wat ik heb ingevuld").click()
    wacht(page, "begin")
    assert page.evaluate("localStorage.length") == 0
    assert blad.klachten == [] and blad.vreemd == []


def test_het_punt_op_de_kaart_en_alle_velden_met_het_toetsenbord(open_blad, tmp_path):
    blad = open_blad(1280).ga(f"/melden/?id={GELDLOKET}#adres")
    page = blad.page
    wacht(page, "adres")
    page.get_by_role("button", name="Wijs aan op de kaart").first.click()
    page.wait_for_selector("[data-kaart-klaar]")
    page.locator(".leaflet-container").focus()
    vlak = page.locator(".leaflet-map-pane").first
    voor = vlak.get_attribute("style")
    for _ in range(100):  # de kaart luistert pas als zij weet dat zij aan de beurt is
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        if vlak.get_attribute("style") != voor:
            break
    page.get_by_role("button", name="Zet de plek in het midden van de kaart").press("Enter")
    verder(page, "klaar")
    assert "locaties[0].punt.lengte" in melding(page) and "locaties[1]" not in melding(page)
    regels = verwerk(melding(page), tmp_path)
    assert regels and all("punt" in r or "lengte" in r or "breedte" in r for r in regels)
    page.goto(f"{blad.basis}/melden/?id={GELDLOKET}#alles")
    wacht(page, "alles")
    page.locator('[name="zoekwoorden"]').fill("blauwe envelop\nrondkomen\ngeldspreekuur\nkrap bij kas")
    page.locator('[name="zoekwoorden"]').press("Tab")
    verder(page, "klaar")
    assert any("krap bij kas" in r for r in verwerk(melding(page), tmp_path))
    assert blad.klachten == [] and blad.vreemd == []


@pytest.mark.parametrize(("breedte", "donker"), [(390, False), (1280, True)], ids=["telefoon", "breed donker"])
def test_elk_scherm_is_toegankelijk(open_blad, breedte, donker):
    blad = open_blad(breedte, donker=donker).ga(f"/melden/?id={GELDLOKET}")
    page = blad.page
    for stap in ("begin", "telefoon", "tijden", "adres", "naam", "kosten", "dicht", "alles", "gestopt", "klopt"):
        page.evaluate("stap => { location.hash = stap; }", stap)
        wacht(page, stap)
        if stap == "telefoon":
            page.get_by_label("Telefoonnummer").first.fill("0999")
            page.get_by_role("button", name="Verder").click()
        if stap == "alles":  # de zoekmotor stelt nog soorten hulp voor
            page.get_by_text("Wat past erbij?").first.wait_for()
        for dag in page.locator("[data-dag=ma] > summary").all()[:1]:
            dag.click()
        assert [(stap, *s) for s in blad.schendingen()] == []
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1, stap
        hoogten = (
            "[...document.querySelectorAll('[data-melden-blad] button')].map((k) => k.getBoundingClientRect().height)"
        )
        assert [h for h in page.evaluate(hoogten) if 0 < h < 43] == [], stap
    assert blad.klachten == [] and blad.vreemd == []


def test_zonder_javascript_staat_er_een_adres_en_wat_erin_moet(open_blad):
    blad = open_blad(script=False)
    blad.page.goto(f"{blad.basis}/voorzieningen/{GELDLOKET}/")
    blad.page.get_by_text("Mailen, of zelf bijwerken").click()
    tekst = blad.page.locator("details.meldregel").inner_text()
    assert "redactie@voorbeeldstad.example" in tekst and "Wat moet het zijn?" in tekst
    blad.page.get_by_role("link", name="Klopt er iets niet? Laat het weten.").click()
    tekst = blad.page.locator("main").inner_text()
    assert "redactie@voorbeeldstad.example" in tekst and "wat het moet zijn" in tekst
    blad.page.goto(f"{blad.basis}/themas/geld/")
    assert "redactie@voorbeeldstad.example" in blad.page.locator(".voet").inner_text()
