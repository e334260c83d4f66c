"""De stand in een echte browser: een site van een dag is weken later nog goed, en elke plek zegt hetzelfde."""

from datetime import date, timedelta

import pytest
from test_kcc_browser import wacht

from generator.betekenis.tijden import Moment, bepaal
from generator.betekenis.vandaag import gegevens_van

pytestmark = pytest.mark.browser
INGANGEN = (
    "dorpshuis-de-kolk",
    "maatschappelijke-opvang-de-haven",
    "verloskundigen-de-singelpoort",
    "atelier-de-bobijn",
    "geldloket-voorbeeldstad",
    "speeltuin-de-wip",
)
# Dagen tot ver na de bouw: gewone dagen, feestdagen, tijdens en na mededelingen, de nacht en beide keren dat de klok
# verspringt.
MOMENTEN = (
    "2026-11-30T10:30",
    "2026-12-08T11:00",
    "2026-12-20T23:59",
    "2026-12-21T00:00",
    "2026-12-25T10:00",
    "2027-01-20T10:00",
    "2027-03-28T03:30",
    "2027-04-26T12:00",
    "2027-07-27T13:00",
    "2027-10-31T02:30",
)


def verwacht(catalogus, id_: str, moment: str):
    m = Moment(date.fromisoformat(moment[:10]), int(moment[11:13]) * 60 + int(moment[14:16]))
    return bepaal(gegevens_van(catalogus.voorzieningen[id_], catalogus), m)


def op_de_pagina(page) -> dict[str, set[tuple[str, str]]]:
    """Per ingang elke (stand, tekst) die op de pagina staat."""
    rijen = page.evaluate("""() => [...document.querySelectorAll("[data-kaartje], [data-voorziening]")].map((el) => {
        const vak = el.querySelector("[data-stand]");
        return vak && [el.dataset.kaartje || el.dataset.voorziening, vak.dataset.stand, vak.textContent]; }).filter(Boolean)""")
    uit: dict[str, set[tuple[str, str]]] = {}
    for id_, stand, tekst in rijen:
        uit.setdefault(id_, set()).add((stand, tekst))
    return uit


def eis(page, catalogus, moment: str, *ids: str) -> None:
    wacht(page, f"document.documentElement.dataset.standKlaar === '{moment}'")
    gevonden = op_de_pagina(page)
    assert set(ids) <= gevonden.keys()
    for id_, standen in gevonden.items():
        assert standen == {tuple(verwacht(catalogus, id_, moment))}, f"{id_} op {moment}"


@pytest.mark.parametrize("moment", MOMENTEN)
def test_op_elke_dag_zegt_elke_lijst_wat_de_rekening_zegt(vast_blad, catalogus, moment):
    """Alle ingangen van A tot Z, een wijk, een onderwerp en een iframe; de site is gebouwd op 22 november 2026."""
    blad = vast_blad(390)
    for pad in (
        "/lijst/",
        "/gebieden/voorbeeldstad/oude-stad/",
        "/themas/geld/",
        "/insluiten/wijk/voorbeeldstad/oude-stad/",
        "/functies/huisarts/",
    ):
        blad.page.goto(f"{blad.basis}{pad}?nu={moment}")
        eis(blad.page, catalogus, moment)
    assert blad.klachten == [] and blad.vreemd == []


@pytest.mark.parametrize("id_", INGANGEN)
def test_pagina_zoeken_balie_en_lijstje_zeggen_hetzelfde(open_blad, catalogus, id_):
    blad, moment = open_blad(1280), MOMENTEN[INGANGEN.index(id_)]
    naam = catalogus.voorzieningen[id_].naam
    blad.page.goto(f"{blad.basis}/voorzieningen/{id_}/?nu={moment}")
    eis(blad.page, catalogus, moment, id_)
    blad.page.goto(f"{blad.basis}/lijstje/?nu={moment}#{id_}")
    wacht(blad.page, "document.querySelector('[data-lijstje-plek]')")
    eis(blad.page, catalogus, moment, id_)
    blad.page.goto(f"{blad.basis}/zoeken/?q={naam}&nu={moment}")
    blad.page.wait_for_function("q => document.documentElement.dataset.zoekKlaar === q", arg=naam)
    eis(blad.page, catalogus, moment, id_)
    assert f"nu={moment.replace(':', '%3A')}" in blad.page.url or f"nu={moment}" in blad.page.url
    blad.page.goto(f"{blad.basis}/kcc/?nu={moment}")
    blad.page.fill("[data-kcc-vraag]", naam)
    wacht(blad.page, f"document.querySelector('[data-kcc-lijst] [data-kaartje=\"{id_}\"]')")
    blad.page.click(f"[data-kcc-lijst] [data-kaartje='{id_}']")
    wacht(blad.page, f"document.querySelector('[data-kcc-blad][data-kaartje=\"{id_}\"] [data-stand]')")
    eis(blad.page, catalogus, moment, id_)
    assert blad.klachten == [] and blad.vreemd == []


def test_de_klok_van_de_bezoeker_telt_in_nederland(open_blad, catalogus):
    """Zonder ?nu= geldt de klok, in de tijd van Nederland, en een open pagina loopt vanzelf door."""
    blad = open_blad(390)
    blad.page.clock.install(time="2026-12-14T22:59:30Z")  # 23.59 uur in Nederland
    blad.page.goto(f"{blad.basis}/voorzieningen/geldloket-voorbeeldstad/")
    eis(blad.page, catalogus, "2026-12-14T23:59")
    blad.page.clock.run_for(60_000)
    eis(blad.page, catalogus, "2026-12-15T00:00")


def test_mededeling_en_wachttijd_gaan_vanzelf_weg(open_blad, catalogus):
    blad = open_blad(390)
    id_ = next(v.id for v in catalogus.voorzieningen.values() if v.tijdelijk and v.status == "actief")
    tot = max(t.tot for t in catalogus.voorzieningen[id_].tijdelijk)
    for dag, zichtbaar in ((tot, True), (tot + timedelta(1), False)):
        blad.page.goto(f"{blad.basis}/voorzieningen/{id_}/?nu={dag}T12:00")
        wacht(blad.page, "document.documentElement.dataset.standKlaar")
        assert bool(blad.page.locator(".melding[data-tot]:visible").count()) == zichtbaar


def test_een_ander_moment_staat_erbij_en_gaat_mee(open_blad):
    blad = open_blad(390)
    blad.page.goto(f"{blad.basis}/lijst/?nu=2026-12-23T10:00")
    assert "woensdag 23 december 2026 om 10.00 uur" in blad.page.inner_text(".nu-melding")  # wacht tot hij er is
    blad.page.click(".kaartje-naam a")
    assert "nu=2026-12-23T10" in blad.page.url
    blad.page.goto(f"{blad.basis}/privacy/?nu=2026-12-23T10:00")
    blad.page.wait_for_selector(".nu-melding")  # dit deel wordt pas gehaald als het nodig is
    assert blad.klachten == []


def test_zonder_script_staan_er_dagen_en_tijden(open_blad):
    blad = open_blad(390, script=False)
    blad.page.goto(f"{blad.basis}/voorzieningen/dorpshuis-de-kolk/")
    assert blad.page.locator("[data-stand]").count() == 0
    assert blad.page.locator("table.tijden:visible").count() > 0
    assert "tot en met" in blad.page.inner_text(".melding")


def test_op_papier_staat_geen_stand(open_blad):
    blad = open_blad(390)
    blad.page.goto(f"{blad.basis}/voorzieningen/geldloket-voorbeeldstad/")
    wacht(blad.page, "document.documentElement.dataset.standKlaar")
    blad.page.emulate_media(media="print")
    assert blad.page.locator(".stand-open:visible, .kanaalstand:visible").count() == 0
    assert " uur" in blad.page.inner_text("main"), "op papier staan de tijden"
