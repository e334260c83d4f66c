"""De twee engines geven dezelfde site: `engine: material` of `engine: zensical`."""

import re

import pytest
from conftest import PROJECT
from proefmap import PEILDATUM, maak_goede_map

from generator.bouw import motor
from generator.bouw.bouwen import schillen_van
from generator.bouw.lijst import lijst, lijst_van_verdwaald
from generator.bouw.motor import render
from generator.bouw.schil import maak_schillen
from generator.lezen.instellingen import lees_instellingen
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

KAART = {
    "site_name": "Kaart",
    "site_url": "https://kaart.example/",
    "extra": {"accent": "#1d4f91", "stand": "", "voorbeeldvragen": [], "geschreven": []},
}
ENGINES = ("material", "zensical")


# Wat er van Zensical anders mag zijn; staat ook in ONTWIKKELEN.md.
ANDERS = (
    (r'<div class="highlight"><pre><span></span>(.*?)</pre></div>', r"<pre>\1</pre>"),  # om een blok met code
    (r"\n\s*\n+", "\n"),  # witte regels
)


def gelijk_getrokken(html: str) -> str:
    """De HTML zonder de verschillen die er mogen zijn."""
    for patroon, wordt in ANDERS:
        html = re.sub(patroon, wordt, html, flags=re.DOTALL)
    return html


@pytest.fixture(scope="module")
def van_beide(catalogus, tmp_path_factory):
    """De schillen en geschreven pagina's van de voorbeeldsite, van elke engine."""
    from msgspec.structs import replace

    uit = {}
    for engine in ENGINES:
        pytest.importorskip(engine.replace("material", "mkdocs"))
        verslag, voorraad = Verslag(), Voorraad(tmp_path_factory.mktemp(engine))
        eigen = replace(catalogus, instellingen=replace(catalogus.instellingen, engine=engine))
        uit[engine] = schillen_van(eigen, verslag, voorraad)
        assert not verslag.fouten
    return uit


def test_de_lijst_om_elke_pagina_is_van_beide_engines_gelijk(van_beide):
    material, zensical = (van_beide[engine] for engine in ENGINES)
    assert material.per_diepte == zensical.per_diepte and material.verdwaald == zensical.verdwaald


def test_een_geschreven_pagina_is_van_beide_engines_gelijk(van_beide):
    material, zensical = (van_beide[engine].geschreven for engine in ENGINES)
    assert sorted(material) == sorted(zensical) and len(material) > 5
    anders = [p for p in material if gelijk_getrokken(material[p]) != gelijk_getrokken(zensical[p])]
    assert anders == []


@pytest.mark.parametrize("engine", ENGINES)
def test_een_link_vanaf_de_wortel_en_een_regel_met_een_dubbele_punt(engine):
    """Op een pagina zonder kop leest de engine zo'n regel als instelling, en laat hem weg."""
    pytest.importorskip(engine.replace("material", "mkdocs"))
    bronnen = {
        "over.md": "Telefoon: 0999-12 34 56\n\n[data](/data/x.csv) [begin](/)\n",
        "redactie/diep.md": "[over](/over/)\n",
        "index.md": "[over](/over/) [begin](/)\n",
    }
    html = render(engine, bronnen, KAART, Verslag())
    assert "Telefoon: 0999-12 34 56" in html["over/"]
    links = {pad: re.findall(r'<p><a href="([^"]*)"|(?<=</a>) <a href="([^"]*)"', html[pad]) for pad in html}
    kaal = {pad: [a or b for a, b in paren] for pad, paren in links.items()}
    assert kaal["redactie/diep/"] == ["../../over/"]
    assert re.search(r'href="\.\./data/x\.csv"', html["over/"]) and re.search(r'href="(\./)?over/"', html[""])


LASTIG = """'t Loket & "co" <b>/1"""
VOL = {
    "accent": "#1d4f91",
    "stand": LASTIG,
    "meldmail": "o'neil@kaart.example",
    "nood": [{"vraag": LASTIG, "naam": LASTIG, "telefoon": "0999-12 34 56", "tel": "+319991234"}],
    "verklaring": "https://verklaring.example/1?a=b&c='d'",
    "verklaring_status": "C",
    "logo": "assets/eigen/logo.svg",
    "voorbeeldvragen": [LASTIG],
    "geschreven": ["over/"],
}


def test_tekens_in_de_instellingen_en_in_een_titel_zijn_van_beide_engines_gelijk():
    pytest.importorskip("zensical")
    bronnen = {
        "index.md": "---\ntitle: schil\nschil: ja\n---\nschil\n",
        "over.md": f"---\ntitle: >-\n  {LASTIG}\ndescription: >-\n  {LASTIG}\n---\n# Kop & 'kop'\n\nTekst \"hier\" &#x2f;\n",
    }
    kaart = {**KAART, "site_name": LASTIG, "site_description": LASTIG, "extra": VOL}
    material, zensical = (render(engine, bronnen, kaart, Verslag()) for engine in ENGINES)
    assert (
        "Toegankelijkheidsverklaring (status C)" in material[""] and "&#39;t Loket &amp; &#34;co&#34;" in material[""]
    )
    assert material.keys() == zensical.keys() and material["404.html"] == zensical["404.html"]
    assert [gelijk_getrokken(material[p]) for p in material] == [gelijk_getrokken(zensical[p]) for p in material]


@pytest.mark.parametrize("engine", ENGINES)
def test_de_lijst_en_een_geschreven_pagina_zijn_zoals_de_engine_ze_in_een_keer_maakt(engine, tmp_path):
    """De engine maakt alleen het artikel; de lijst komt er van ons omheen, uit dezelfde sjablonen."""
    pytest.importorskip(engine.replace("material", "mkdocs"))
    schil = "---\ntitle: schil\nschil: ja\n---\nschil\n"
    over = f"---\ntitle: >-\n  {LASTIG}\n---\n# Kop & 'kop'\n\n[naar](diep/x.md) @@titel@@ </article>\n"
    teksten = {"over.md": over, "diep/x.md": "---\ndescription: Een 'zin'.\n---\n# Diep\n\n[terug](../over.md)\n"}
    kaart = {**KAART, "site_name": LASTIG, "site_description": LASTIG, "extra": VOL}
    heel = render(engine, {**teksten, "index.md": schil, "schil/schil2.md": schil}, kaart, Verslag())
    assert lijst(0, kaart) == heel[""] and lijst(2, kaart) == heel["schil/schil2/"]
    assert lijst_van_verdwaald(kaart) == heel["404.html"]
    uit = maak_schillen(teksten, kaart, Verslag(), Voorraad(tmp_path, aan=False), engine)
    assert uit.geschreven == {pad: heel[pad] for pad in ("over/", "diep/x/")}


@pytest.mark.parametrize(
    ("omgeving", "regel", "engine", "codes"),
    [
        ("", "", "material", []),
        ("zensical", "", "zensical", []),
        ("zensical", "    engine: material\n", "material", []),
        ("zensicall", "", "zensicall", ["SK848"]),
        ("zensicall", "    engine: zensical\n", "zensical", []),
    ],
)
def test_de_omgeving_kiest_de_engine_waar_mkdocs_yml_er_geen_kiest(
    tmp_path, monkeypatch, omgeving, regel, engine, codes
):
    """Zo kan de hele testreeks met elke engine: `test --engine zensical`."""
    monkeypatch.setenv("SOCIALE_KAART_ENGINE", omgeving)
    map_, verslag = maak_goede_map(tmp_path / "map"), Verslag()
    with (map_ / "mkdocs.yml").open("a", encoding="utf-8") as bestand:
        bestand.write(regel)
    assert lees_instellingen(map_, verslag, PEILDATUM).engine == engine
    assert [m.code for m in verslag.meldingen] == codes


def test_een_engine_die_er_niet_is_zegt_hoe_u_hem_installeert(monkeypatch):
    monkeypatch.setattr(motor, "find_spec", lambda naam: None)
    verslag = Verslag()
    assert render("zensical", {"over.md": "x\n"}, KAART, verslag) is None
    (melding,) = verslag.meldingen
    assert melding.code == "SK845" and f"-m pip install {motor.ZENSICAL}" in melding.oplossing
    assert f'"{motor.ZENSICAL}"' in (PROJECT / "pyproject.toml").read_text(encoding="utf-8")


def test_een_klacht_van_zensical_is_een_melding(monkeypatch, tmp_path):
    """Hij draait in een eigen proces; stopt dat, dan hoort een schrijver waarom en is er geen halve site."""
    pytest.importorskip("zensical")
    (tmp_path / "404.html").write_text("{% extends 'bestaat-niet.html' %}", encoding="utf-8")
    monkeypatch.setattr(motor, "THEMA", tmp_path)
    verslag = Verslag()
    assert render("zensical", {"over.md": "x\n"}, KAART, verslag) is None
    assert {m.code for m in verslag.meldingen} == {"SK603"}
    assert "Zensical meldt" in verslag.meldingen[0].tekst
