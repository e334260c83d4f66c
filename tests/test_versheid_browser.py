"""Wat een jaar niet is nagekeken, staat lager op het moment dat iemand kijkt; en de balie zegt met een toets wat zij mist."""

import pytest
from conftest import PEILDATUM

from generator.betekenis.actueel import lager_na

pytestmark = pytest.mark.browser
VROEG, NU = "2025-12-01T10:00", f"{PEILDATUM}T10:00"


@pytest.fixture(scope="module")
def verouderd(catalogus) -> set[str]:
    """Wie tussen de twee momenten een jaar oud werd."""
    dagen = {v.id: str(lager_na(v, catalogus) or "") for v in catalogus.voorzieningen.values()}
    return {id_ for id_, dag in dagen.items() if VROEG[:10] < dag < NU[:10]}


def volgorde(blad, pad: str, kenmerk: str) -> list[str]:
    page = blad.ga(pad).page
    page.wait_for_selector("html[data-stand-klaar]", state="attached")
    return page.eval_on_selector_all(f"[{kenmerk}]", "els => els.map(e => e.dataset.id)")


def test_een_lijst_zet_achteraan_wat_een_jaar_niet_is_nagekeken(open_blad, verouderd):
    blad = open_blad(1280, 900)
    vroeg, nu = (volgorde(blad, f"/themas/ontmoeten/?nu={dag}", "data-kaartje") for dag in (VROEG, NU))
    assert sorted(vroeg) == sorted(nu) and verouderd & set(nu)
    per_lijst = blad.page.eval_on_selector_all(
        "ul:has(> [data-kaartje])", "els => els.map(e => [...e.children].map(k => k.hasAttribute('data-staat-lager')))"
    )
    assert any(True in rij for rij in per_lijst) and all(rij == sorted(rij) for rij in per_lijst)
    naam = volgorde(blad, f"/lijst/?nu={NU}", "data-kaartje")
    assert naam == volgorde(blad, f"/lijst/?nu={VROEG}", "data-kaartje")  # op naam blijft op naam


def test_een_zoekresultaat_zegt_dat_er_een_jaar_niet_is_gekeken(open_blad):
    blad = open_blad(1280, 900)
    for dag, zegt in ((VROEG, 0), (NU, 1)):
        blad.ga(f"/zoeken/?q=toneelvereniging&nu={dag}")
        kaart = blad.page.locator('[data-zoekresultaat][data-id="toneelvereniging-de-esdoorn"]')
        kaart.locator("[data-tijden][data-oud]:not([data-oud=''])").wait_for(state="attached")
        blad.page.wait_for_function("document.documentElement.dataset.standKlaar")
        assert kaart.locator(".stand-oud").count() == zegt


def test_met_een_toets_zegt_de_balie_wat_er_ontbreekt(open_blad):
    page = open_blad(1280, 900).ga("/kcc/").page
    page.wait_for_selector("[data-kcc][data-klaar]")
    page.fill("[data-kcc-vraag]", "zwemles voor ouderen")
    page.evaluate("document.activeElement.blur()")
    with page.context.expect_page() as nieuw:
        page.keyboard.press("h")
    formulier = nieuw.value
    formulier.wait_for_selector("textarea")
    assert "Gezocht: zwemles voor ouderen." in formulier.input_value("textarea")
    tekst = formulier.text_content("[data-melden-tekst]")
    assert tekst.startswith("Hier miste ik iets") and "sociale-kaart\nsoort" not in tekst
    formulier.fill("textarea", "Bel mij op 06-12345678")
    assert formulier.locator(".melden-fout:not([hidden])").count() == 1
