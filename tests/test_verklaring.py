"""De toegankelijkheidsverklaring: gevraagd op een site die echt ergens staat, en getoond met haar status."""

import pytest
from conftest import bouw
from proefmap import korte_meldingen, lees, leg_neer, maak_goede_map, vervang

from generator.betekenis.verklaring import VERKLARING

ECHT, NERGENS = "https://socialekaart.proefstad.nl/", "https://socialekaart.proefstad.example/"
REGISTER = "https://verklaring.proefstad.example/register/1"


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def zet(map_, adres: str, *regels: str) -> None:
    vervang(map_, "mkdocs.yml", NERGENS, adres)
    for regel in regels:
        vervang(map_, "mkdocs.yml", "    meld_adres:", f"    {regel}\n    meld_adres:")


@pytest.mark.parametrize(
    ("adres", "regels", "codes"),
    [
        (ECHT, (), ["SK837"]),
        (NERGENS, (), []),
        ("https://kaart.localhost/", (), []),
        (ECHT, (f"verklaring: {REGISTER}",), []),
        (ECHT, (f"verklaring: {REGISTER}", "verklaring_status: B"), []),
        (ECHT, ("verklaring_status: E",), []),
        (NERGENS, ("verklaring_status: A",), ["SK838"]),
    ],
)
def test_een_echte_site_zonder_verklaring_krijgt_een_waarschuwing(map_, adres, regels, codes):
    zet(map_, adres, *regels)
    catalogus, verslag = lees(map_)
    assert catalogus is not None and [melding.split()[-1] for melding in korte_meldingen(verslag)] == codes


def test_de_verklaring_staat_onder_elke_pagina_en_op_die_over_toegankelijkheid(map_, tmp_path):
    zet(map_, NERGENS, f"verklaring: {REGISTER}", "verklaring_status: C")
    leg_neer(map_, "inhoud/toegankelijkheid.md", "---\ntitle: Toegankelijkheid\n---\n\n# Toegankelijkheid\n\nTekst.\n")
    assert not bouw(map_, tmp_path / "site").fouten
    link = f'<a href="{REGISTER}">Toegankelijkheidsverklaring (status C)</a>'
    for pad in ("", "voorzieningen/geldloket/", "over/"):
        assert link in (tmp_path / "site" / pad / "index.html").read_text(encoding="utf-8")
    tekst = (tmp_path / "site/toegankelijkheid/index.html").read_text(encoding="utf-8").partition("<article")[2]
    assert f'href="{REGISTER}"' in tekst and f"De status is C. {VERKLARING['C']}" in tekst
