"""Feiten over het gebouw: gelezen, getoond met teken en woord, in de open data, en te kiezen zonder dat wij het weten."""

import json

import pytest

from generator.betekenis.woorden import FEITEN_GEBOUW
from generator.model import Locatie, Toegankelijk
from generator.paginas.plek.voorziening import gebouwfeiten

SLUIS = "buurthuis-de-sluis"


def test_elk_feit_heeft_een_veld_en_woorden():
    assert tuple(FEITEN_GEBOUW) == Toegankelijk.__struct_fields__
    assert all(feit.ja and feit.nee and feit.keuze and feit.ja != feit.nee for feit in FEITEN_GEBOUW.values())


@pytest.mark.parametrize(
    "feiten, verwacht",
    [
        ({}, []),
        ({"lift": "onbekend"}, []),
        ({"lift": "nee", "toilet": "ja"}, [("toilet", True), ("lift", False)]),
        ({naam: "ja" for naam in FEITEN_GEBOUW}, [(naam, True) for naam in FEITEN_GEBOUW]),
    ],
)
def test_wat_er_is_staat_vooraan_en_onbekend_staat_er_niet(feiten, verwacht):
    assert [(naam, er_is) for naam, er_is, _ in gebouwfeiten(Locatie(toegankelijk=Toegankelijk(**feiten)))] == verwacht
    assert gebouwfeiten(Locatie()) == []


def test_de_open_data_heeft_dezelfde_feiten(catalogus, voorbeeldsite):
    delen = json.loads((voorbeeldsite / "data/voorzieningen.json").read_text(encoding="utf-8"))["voorzieningen"]
    met = {
        d["id"]: [plek["toegankelijk"] for plek in d["locaties"] if "toegankelijk" in plek]
        for d in delen
        if "locaties" in d
    }
    met = {id_: feiten for id_, feiten in met.items() if feiten}
    assert len(met) >= 15
    for id_, feiten in met.items():
        plekken = [plek.toegankelijk for plek in catalogus.voorzieningen[id_].locaties if plek.toegankelijk]
        assert all(
            getattr(plek, naam) == waarde
            for plek, f in zip(plekken, feiten, strict=True)
            for naam, waarde in f.items()
        )


@pytest.mark.browser
def test_een_ingang_zegt_het_met_teken_en_woord(open_blad, catalogus):
    blad = open_blad(390)
    blad.ga(f"/voorzieningen/{SLUIS}/")
    verwacht = {woord for plek in catalogus.voorzieningen[SLUIS].locaties for _, _, woord in gebouwfeiten(plek)}
    assert set(blad.page.locator(".gebouw li").all_inner_texts()) == verwacht
    assert blad.page.locator(".gebouw li svg[aria-hidden=true]").count() == len(verwacht)


@pytest.mark.browser
def test_de_eigen_keuze_geldt_in_de_lijst_en_blijft_in_de_browser(open_blad, catalogus):
    """Alleen plekken waarvan het zeker is; de keuze staat niet in het adres en er nog na een herladen."""
    blad = open_blad(390)
    blad.ga("/lijst/")
    alle = blad.page.locator("[data-kaartje]:visible").count()
    blad.page.click("summary:has-text('Wat hebt u nodig')")
    blad.page.check("[name=gebouw][value=toilet]")
    goed = [
        v.id
        for v in catalogus.voorzieningen.values()
        if any(p.toegankelijk and p.toegankelijk.toilet == "ja" for p in v.locaties)
    ]
    for _ in range(2):
        over = blad.page.eval_on_selector_all(
            "[data-kaartje]", "ls => ls.filter((l) => l.checkVisibility()).map((l) => l.dataset.kaartje)"
        )
        assert sorted(over) == sorted(goed) and 0 < len(goed) < alle
        assert f"{len(goed)} van de" in blad.page.inner_text("[data-gebouw-telling]") and "?" not in blad.page.url
        blad.page.reload()
    blad.page.uncheck("[name=gebouw][value=toilet]")
    assert blad.page.locator("[data-kaartje]:visible").count() == alle
    assert blad.page.evaluate("localStorage.length") == 0


@pytest.mark.browser
def test_zonder_javascript_staat_de_hele_lijst_er(open_blad):
    blad = open_blad(390, script=False)
    blad.ga("/lijst/")
    assert blad.page.is_hidden("[data-gebouwkeuze]") and blad.page.locator("[data-kaartje]:visible").count() > 100
