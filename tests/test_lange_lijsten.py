"""Een lange lijst staat in delen: samen zijn zij de hele lijst, geen deel is te lang, en wat past blijft heel."""

import re

import pytest
from conftest import bouw, dien

from bench.corpus import schrijf_corpus
from generator.bouw.adressen import hoort_op_de_site
from generator.paginas import Pagina, alle_paginas
from generator.paginas.gemeen import verdelen
from generator.paginas.gemeen.verdelen import DEELADRES, gewicht, gewichten, groepen, in_delen
from generator.paginas.plek.kaartjes import Kaartjes

KLEIN = 9_000


@pytest.fixture
def klein(monkeypatch):
    monkeypatch.setattr(verdelen, "RUIMTE", KLEIN)


def context_van(pagina: Pagina) -> dict:
    return pagina.context() if callable(pagina.context) else pagina.context


def delen_onder(paginas: list[Pagina], begin: str) -> list[str]:
    """De ids in alle delen onder een adres, op volgorde van deel."""
    bladen = [context_van(p) for p in paginas if DEELADRES.match(p.pad) and p.pad.startswith(begin)]
    return [k.id for blad in sorted(bladen, key=lambda c: c["deel"].nummer) for k in blad["deel"].kaartjes]


def test_op_de_voorbeeldsite_past_alles(catalogus):
    assert not [p.pad for p in alle_paginas(catalogus) if DEELADRES.match(p.pad)]


def test_geen_bladzijde_is_groter_dan_150_kb(voorbeeldsite):
    maten = {p.relative_to(voorbeeldsite).as_posix(): p.stat().st_size for p in voorbeeldsite.rglob("*.html")}
    assert len(maten) > 900 and {pad: maat for pad, maat in maten.items() if maat > 150_000} == {}


@pytest.mark.parametrize("vorm", verdelen.VORMEN)
def test_delen_zijn_samen_de_hele_lijst_op_naam(catalogus, klein, vorm):
    alle = list(Kaartjes(catalogus).op_id.values())
    delen = in_delen(alle, vorm, "x/", "x/alles")
    samen = [k for deel in delen for k in deel.kaartjes]
    assert len(delen) > 1 and samen == sorted(alle, key=lambda k: (k.naam.casefold(), k.id))
    zwaarst = max(gewicht(k, vorm) for k in alle)
    assert all(gewichten(deel.kaartjes, vorm) <= KLEIN + zwaarst for deel in delen)
    assert [d.pad for d in delen] == ["x/", *(f"x/alles-{i}/" for i in range(2, len(delen) + 1))]


def test_een_groep_die_niet_past_houdt_haar_eerste_kaartjes_en_haar_aantal(catalogus, klein):
    alle = list(Kaartjes(catalogus).op_id.values())
    (lang, kort) = groepen([("lang", alle[:50]), ("kort", alle[50:51])], "kaart")
    assert lang.kort and lang.aantal == 50 and lang.kaartjes == alle[: len(lang.kaartjes)]
    assert not kort.kort and kort.kaartjes == alle[50:51]
    assert not any(g.kort for g in groepen([("past", alle[:3])], "kaart"))


def test_elke_lange_lijst_is_ergens_heel(catalogus, klein):
    paginas = list(alle_paginas(catalogus))
    met_delen = {p.pad.rpartition("alles")[0] for p in paginas if DEELADRES.match(p.pad)}
    assert {pad.split("/")[0] for pad in met_delen} >= {"functies", "gebieden", "insluiten"}
    for pagina in paginas:
        context = context_van(pagina) if pagina.pad in met_delen else {}
        if pagina.pad.startswith("functies/") and context:
            assert sorted(delen_onder(paginas, pagina.pad)) == sorted(k.id for k in context["kaartjes"])
        for groep in context.get("hier", ()) if pagina.pad.startswith("gebieden/") else ():
            eerst = [k.id for k in groep.kaartjes]
            heel = delen_onder(paginas, f"{pagina.pad}alles-{groep.kop.id}") if groep.kort else eerst
            assert len(set(heel)) == groep.aantal and set(eerst) <= set(heel)
    insluit = [p for p in paginas if p.pad.startswith("insluiten/gemeente/voorbeeldstad/")]
    regels = [k.id for p in insluit for c in [context_van(p)] for k, _ in (*c["hier"], *c["elders"])]
    assert len(insluit) > 1 and sorted(regels) == sorted(v.id for v in context_van(insluit[0])["blad"].voorzieningen)


def test_een_deel_komt_en_gaat_zonder_dat_een_adres_verloren_gaat():
    for pad in ("functies/a/alles/", "functies/a/alles-2/", "lijst/s/alles-3/", "gebieden/g/w/alles-werk-2/"):
        assert not hoort_op_de_site(pad)
    assert not hoort_op_de_site("insluiten/gemeente/g/alles-2/")
    for pad in ("functies/alles/", "lijst/s/", "gebieden/g/alles/", "gebieden/g/w/activiteiten/", "themas/alles/"):
        assert hoort_op_de_site(pad)


@pytest.fixture
def adres(tmp_path, klein):
    """Een kleine site met lange lijsten, in plaats van de voorbeeldsite."""
    schrijf_corpus(tmp_path / "map", 80)
    bouw(tmp_path / "map", tmp_path / "site")
    server, adres = dien(tmp_path / "site")
    yield adres
    server.shutdown()


def kaartjes_op(blad) -> list[str]:
    return blad.page.eval_on_selector_all("[data-kaartje]", "rij => rij.map((k) => k.dataset.kaartje)")


def kies_onderwerp(blad) -> None:
    """In een lang blad voor een partner gaat een keuze over alle delen."""
    blad.ga("/insluiten/gemeente/voorbeeldstad/")
    eerst = len(kaartjes_op(blad))
    blad.page.select_option("#thema", index=1)
    blad.page.wait_for_selector("[data-heel]")
    alle, thema = len(kaartjes_op(blad)), blad.page.input_value("#thema")
    past = blad.page.eval_on_selector_all("li[data-themas]:not([hidden])", "rij => rij.map((li) => li.dataset.themas)")
    assert alle > eerst and past and all(thema in themas.split() for themas in past)
    assert blad.page.inner_text("[data-blad-telling]").startswith(f"{len(past)} van de {alle} ")
    links = blad.page.eval_on_selector_all("li[data-themas] > a:first-child", "rij => rij.map((a) => a.href)")
    assert links == [f"{blad.basis}/voorzieningen/{id_}/" for id_ in kaartjes_op(blad)]
    assert blad.page.locator("li[data-themas] [data-stand]").count()


@pytest.mark.browser
def test_van_een_lange_lijst_naar_elk_deel_met_en_zonder_script(open_blad):
    blad = open_blad(script=False).ga("/gebieden/voorbeeldstad/gebied-dorpen/")
    stap = blad.page.locator("a[href*='/alles-']").first
    aantal, onderwerp = re.fullmatch(r"Alle (\d+) in .+: (.+)", stap.text_content()).groups()
    begin = stap.evaluate("a => a.pathname")
    blad.ga(begin)
    assert blad.page.inner_text("h1").startswith(f"{onderwerp} in ")
    gezien = kaartjes_op(blad)
    while blad.page.locator("a[rel=next]").count():
        blad.page.click("a[rel=next]")
        gezien += kaartjes_op(blad)
    assert len(gezien) == len(set(gezien)) == int(aantal)

    blad = open_blad().ga(begin)
    blad.keur()
    blad.ga("/insluiten/gemeente/voorbeeldstad/")
    blad.keur()
    kies_onderwerp(blad)
    blad.keur()
