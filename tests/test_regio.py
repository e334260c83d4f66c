"""Een regio is een gebied als een ander: een dienst voor de regio staat er een keer in en is in elke gemeente te
vinden.
"""

import json
import shutil

import pytest
from conftest import PROJECT, bouw
from proefmap import lees, leg_neer, maak_goede_map, vervang

from generator.browser import kaartdata
from generator.paginas.insluiten.insluitingen import alle_insluitingen
from generator.paginas.plek.kaart import keuzes
from generator.paginas.plek.voorziening import schaal
from generator.zoeken.motor import Motor

GELDLOKET = "sociale_kaart/algemene_voorzieningen/geldloket.yaml"


@pytest.fixture
def map_(tmp_path):
    """Proefstad en Naastdorp (zonder wijken) in De Streek; het geldloket is er voor de hele streek."""
    uit = maak_goede_map(tmp_path / "map")
    leg_neer(uit, "gebieden/naastdorp/gemeente.yaml", "code: GM9998\nnaam: Naastdorp\nprovincie: Proefland\n")
    leg_neer(
        uit,
        "gebieden/streek/gemeente.yaml",
        "code: RG01\nnaam: De Streek\nprovincie: Proefland\ngemeenten: [GM9998, GM9999]\n",
    )
    vervang(uit, GELDLOKET, "werkgebied: [WK999901, WK999902]", "werkgebied: [RG01]")
    return uit


def test_een_dienst_voor_de_regio_staat_in_elke_gemeente_en_wijk(map_):
    catalogus, verslag = lees(map_)
    assert not verslag.fouten, verslag.als_tekst()
    for code in ("RG01", "GM9998", "GM9999", "WK999901", "WK999902"):
        assert "geldloket" in {v.id for v in catalogus.per_gebied[code]}, code
    assert "buurthuis-zuid" in {v.id for v in catalogus.per_gebied["RG01"]}, (
        "wat in een van de gemeenten is, hoort bij de regio"
    )
    assert "buurthuis-zuid" not in {v.id for v in catalogus.per_gebied["GM9998"]}


def test_kaart_en_kader_van_de_regio(map_):
    catalogus, _ = lees(map_)
    bestanden = dict(kaartdata.maak(catalogus))
    punten = json.loads(bestanden["data/kaart/gemeente/streek/plekken.geojson"])["features"]
    assert {k["properties"]["id"] for k in punten} == {"geldloket", "buurthuis-zuid"}
    blad = next(b for b in alle_insluitingen(catalogus) if b.id == "streek")
    hier, _ = blad.gesplitst(catalogus)
    assert blad.vraag == "gemeente=GM9998,GM9999" and {v.id for v in hier} == {"geldloket", "buurthuis-zuid"}
    assert ("GM9998,GM9999", "De Streek") in keuzes(catalogus)


@pytest.mark.parametrize(
    ("werkgebied", "begin"),
    [
        ("[landelijk]", "landelijk"),
        ("[RG01]", "regionaal"),
        ("[GM9998, WK999901]", "bovenlokaal"),
        ("[WK999901, WK999902]", "lokaal"),
        ("[GM9999]", "lokaal"),
    ],
)
def test_de_schaal_volgt_uit_het_werkgebied(map_, werkgebied, begin):
    vervang(map_, GELDLOKET, "werkgebied: [RG01]", f"werkgebied: {werkgebied}")
    catalogus, verslag = lees(map_)
    assert not verslag.fouten, verslag.als_tekst()
    assert schaal(catalogus.voorzieningen["geldloket"]).startswith(f"{begin}: ")


def test_de_paginas_van_de_regio(map_, tmp_path):
    shutil.copytree(PROJECT / "inhoud", map_ / "inhoud", dirs_exist_ok=True)
    verslag = bouw(map_, tmp_path / "site")
    assert not verslag.fouten, verslag.als_tekst()
    regio = (tmp_path / "site/gebieden/streek/index.html").read_text("utf-8")
    assert "Naastdorp" in regio and "Voor de hele regio" in regio and "Geldloket" in regio
    gemeente = (tmp_path / "site/gebieden/naastdorp/index.html").read_text("utf-8")
    assert "De Streek" in gemeente and "Geldloket" in gemeente
    assert "Schaal: regionaal" in (tmp_path / "site/voorzieningen/geldloket/index.html").read_text("utf-8")


def test_zoeken_kent_de_gemeenten_van_de_regio(map_):
    """Voor wie in Naastdorp woont, is het geldloket van de streek er; zonder regio is dat niet zo."""

    def in_naastdorp() -> str:
        catalogus, _ = lees(map_)
        eerste = next(
            r for r in Motor.van(catalogus).zoek("geldloket", "GM9998")["resultaten"] if r["id"] == "geldloket"
        )
        return json.dumps(eerste)

    met_regio = in_naastdorp()
    vervang(map_, GELDLOKET, "werkgebied: [RG01]", "werkgebied: [GM9998]")
    assert in_naastdorp() == met_regio
    vervang(map_, GELDLOKET, "werkgebied: [GM9998]", "werkgebied: [GM9999]")
    assert in_naastdorp() != met_regio
