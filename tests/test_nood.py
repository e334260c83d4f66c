"""De nummers bij nood komen uit hun ingangen: overal hetzelfde, en nergens in een sjabloon of module getypt."""

import re
from pathlib import Path

import pytest
from conftest import PROJECT, bouw, dien
from proefmap import lees, leg_neer, maak_goede_map

from generator.betekenis.nood import noodlijn, noodnummers
from generator.betekenis.woorden import NOODINGANGEN

INGANG = """\
naam: {naam}
functies: [schuldhulpverlening]
samenvatting: {zin}
toegang: {{hoe: vrij}}
werkgebied: [landelijk]
contact: {{{contact}}}
gecontroleerd: {{op: 2026-10-01, door: redactie}}
"""
# Andere nummers dan de echte: wie er een getypt heeft staan, valt door de mand.
PROEF = {
    "gevaar": ("144: alarm", "Bel bij een proef met gevaar.", "144"),
    "zelfmoord": ("Lijn 116 000", "Bel bij een proef met praten.", "116 000"),
    "geweld": ("Veilig Huis", "Bel bij een proef met geweld.", "0999-20 00 11"),
    "kind": ("De Kinderlijn", "Bel bij een proef.", "0999-20 00 12"),
}


def maak_map(doel: Path, soorten, meer: str = "") -> Path:
    map_ = maak_goede_map(doel)
    for soort in soorten:
        naam, zin, telefoon = PROEF[soort]
        tekst = INGANG.format(naam=f'"{naam}"', zin=zin, contact=f'telefoon: "{telefoon}"')
        leg_neer(map_, f"sociale_kaart/ketenpartners/{NOODINGANGEN[soort].id}.yaml", tekst + meer)
    return map_


def test_de_nummers_komen_uit_de_ingangen_op_volgorde(tmp_path):
    catalogus, _ = lees(maak_map(tmp_path / "m", PROEF))
    assert [(n.soort, n.naam, n.telefoon, n.zin) for n in noodnummers(catalogus)] == [
        ("gevaar", "144", "144", PROEF["gevaar"][1]),
        ("zelfmoord", "116 000", "116 000", PROEF["zelfmoord"][1]),
        ("geweld", "Veilig Huis", "0999-20 00 11", PROEF["geweld"][1]),
        ("kind", "Kinderlijn", "0999-20 00 12", PROEF["kind"][1]),
    ]
    assert noodlijn(catalogus) == [
        ("144", "144"),
        ("116 000", "116 000"),
        ("Veilig Huis", "0999-20 00 11"),
        ("Kinderlijn", "0999-20 00 12"),
    ]


def test_wat_er_niet_is_of_dicht_is_valt_weg(tmp_path):
    catalogus, _ = lees(maak_map(tmp_path / "m", ["geweld"]))
    assert [n.soort for n in noodnummers(catalogus)] == ["geweld"]
    catalogus, _ = lees(maak_map(tmp_path / "dicht", ["geweld"], "status: gesloten\n"))
    assert noodnummers(catalogus) == ()


@pytest.mark.parametrize("soorten", [list(PROEF), ["geweld"], []], ids=["alle", "een", "geen"])
def test_elke_pagina_noemt_alleen_de_nummers_van_deze_kaart(tmp_path, soorten):
    verslag = bouw(maak_map(tmp_path / "m", soorten), tmp_path / "site")
    assert not verslag.fouten, verslag.als_tekst()
    mag = {re.sub(r"\D", "", PROEF[s][2]) for s in soorten} | {"0999123456"}
    bladen = {
        p.relative_to(tmp_path / "site").as_posix(): p.read_text("utf-8") for p in (tmp_path / "site").rglob("*.html")
    }
    links = {nummer for html in bladen.values() for nummer in re.findall(r'href="tel:([^"]*)"', html)}
    assert links <= mag and "" not in links
    for html in (bladen["over/index.html"], bladen["404.html"]):
        assert re.findall(r"tel:(\d+)", html) == [re.sub(r"\D", "", PROEF[s][2]) for s in soorten if s != "kind"]
    assert ("data-noodlijn" in bladen["index.html"]) == bool(soorten)
    iframe = next(html for pad, html in bladen.items() if pad.startswith("insluiten/wijk/"))
    assert ("In nood?" in iframe) == ("gevaar" in soorten)


def test_geen_sjabloon_of_module_noemt_zelf_een_nummer(catalogus):
    """Ook niet in een voorbeeld of in commentaar; de crisiswoorden zijn YAML en staan hier buiten."""
    nummers = [n.telefoon for v in NOODINGANGEN.values() if (n := catalogus.voorzieningen[v.id].contact)]
    assert len(nummers) == len(NOODINGANGEN)
    vormen = "|".join((r"[ -]?" if len(nummer) > 3 else "").join(re.findall(r"\d", nummer)) for nummer in nummers)
    patroon = re.compile(rf"(?<![\w.#-])(?:{vormen})(?![\w%-]|\.\w)")
    assert (
        patroon.search('<a href="tel:112">')
        and patroon.search("bel 0800 2000")
        and not patroon.search("112-noodnummer")
    )
    bestanden = [p for p in (PROJECT / "generator").rglob("*") if p.suffix in (".py", ".html", ".js", ".css")]
    assert [(p.name, m[0]) for p in bestanden for m in patroon.finditer(p.read_text("utf-8"))] == []


@pytest.mark.browser
def test_elk_nummer_op_de_voorpagina_is_een_knop_van_44_px(chromium, tmp_path):
    bouw(maak_map(tmp_path / "m", PROEF), tmp_path / "site")
    server, basis = dien(tmp_path / "site")
    page = chromium.new_page(viewport={"width": 320, "height": 640})
    page.goto(basis + "/")
    maten = [link.bounding_box() for link in page.locator("[data-noodlijn] a").all()]
    assert len(maten) == 4 and all(m["width"] >= 44 and m["height"] >= 44 and m["y"] < 640 for m in maten)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    server.shutdown()
