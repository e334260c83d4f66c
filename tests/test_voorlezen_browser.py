"""Voorlezen met een stem op het apparaat zelf; zonder zo'n stem geen knop."""

import pytest

pytestmark = pytest.mark.browser
STEMMEN = """
  const stem = (lang, localService) => ({ lang, localService, name: lang, voiceURI: lang, default: false });
  const stemmen = %s;
  window.gezegd = [];
  window.SpeechSynthesisUtterance = function (tekst) { this.text = tekst; };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => stemmen, addEventListener() {},
    speak(u) { window.gezegd.push([u.text, u.voice.lang, u.voice.localService]); },
    cancel() { window.gestopt = (window.gestopt || 0) + 1; },
  } });
"""
LOKAAL, VER = 'stem("nl-NL", true)', 'stem("nl-NL", false)'
KNOP = "[data-voorlees]"


def open_met(open_blad, stemmen: str, pad: str = "/voorzieningen/geldloket-voorbeeldstad/"):
    blad = open_blad(390)
    blad.page.add_init_script(STEMMEN % stemmen)
    return blad.ga(pad)


@pytest.mark.parametrize("stemmen", ["[]", f"[{VER}]", '[stem("de-DE", true)]'])
def test_zonder_nederlandse_stem_op_het_apparaat_is_er_geen_knop(open_blad, stemmen):
    """Een stem van elders zou de tekst naar een ander sturen."""
    assert open_met(open_blad, stemmen).page.locator(KNOP).count() == 0


def test_de_stem_leest_naam_nummer_tijden_en_uitleg(open_blad):
    blad = open_met(open_blad, f'[{VER}, stem("en-US", true), {LOKAAL}]')
    blad.page.click(KNOP)
    gezegd = blad.page.evaluate("window.gezegd")
    tekst = " ".join(deel[0] for deel in gezegd)
    assert all(deel[1:] == ["nl-NL", True] for deel in gezegd)
    for woord in ("Geldloket Voorbeeldstad", "0999-14 20 00", "maandag", "Wat kost het", "Neem mee"):
        assert woord in tekst, woord
    assert "Zet op mijn lijstje" not in tekst and tekst.count("Rekeningen die blijven liggen") == 1
    assert (
        blad.page.inner_text(KNOP) == "Stop met voorlezen" and blad.page.get_attribute(KNOP, "aria-pressed") == "true"
    )
    gestopt = blad.page.evaluate("window.gestopt || 0")
    blad.page.click(KNOP)
    assert blad.page.evaluate("window.gestopt") > gestopt and blad.page.inner_text(KNOP) == "Lees voor"
    assert blad.klachten == [] and blad.vreemd == []
