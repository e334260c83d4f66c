"""De kennis als zoekresultaat: voorop voor een vakwoord of een vraag over de regels, na de deuren voor een bewoner."""

import pytest

from generator.zoeken.kennis import SOORTEN, maak_kennis
from generator.zoeken.motor import Motor


@pytest.fixture(scope="module")
def motor(catalogus):
    return Motor.van(catalogus)


@pytest.mark.parametrize(
    ("vraag", "pad"),
    [
        ("casusregie", "begrippen/#casusregie"),
        ("IGSD", "begrippen/#igsd"),
        ("BCF", "begrippen/#bcf"),
        ("poortwachter", "begrippen/#poortwachter"),
        ("uitvoeringsscenario", "begrippen/#uitvoeringsscenario"),
        ("woordenlijst", "begrippen/"),
        ("wie heeft de regie over arbeidsontwikkeling", "bouwtekening/arbeidsontwikkeling/"),
        ("hoe lang duurt een Wmo-aanvraag", "wetten/wmo/"),
        ("beslistermijn bijstand", "wetten/participatie/"),
        ("wie beslist over een Wlz-indicatie", "wetten/wlz/"),
        ("ingebrekestelling", "begrippen/#ingebrekestelling"),
    ],
)
def test_een_vakwoord_of_een_vraag_over_de_regels_vindt_eerst_de_kennis(motor, vraag, pad):
    eerste = motor.zoek(vraag)["resultaten"][:2]
    assert pad in [r["id"] for r in eerste] and eerste[0]["soort"] in SOORTEN, eerste


@pytest.mark.parametrize(
    "vraag",
    ["ik kan mijn huur niet betalen", "eenzaam", "rolstoel", "melding", "hulp bij schulden", "indicatie", "rol"],
)
def test_een_bewoner_ziet_eerst_waar_hij_terechtkan(motor, vraag):
    eerste = motor.zoek(vraag)["resultaten"][:2]
    assert len(eerste) == 2 and not [r for r in eerste if r["soort"] in SOORTEN], eerste


@pytest.mark.parametrize(
    ("vraag", "slug"),
    [
        ("sociaal team Deventer", "deventer"),
        ("gebiedsteam Steenwijkerland", "steenwijkerland"),
        ("wie beslist over bijstand in Steenwijkerland", "steenwijkerland"),
        ("hulp bij schulden in Westerveld", "westerveld"),
        ("toegang Stichtse Vecht", "stichtse-vecht"),
    ],
)
def test_een_echte_gemeente_leidt_nooit_naar_een_plek_in_een_andere(motor, catalogus, vraag, slug):
    uit = motor.zoek(vraag)["resultaten"]
    assert uit[0]["id"].startswith(f"gebieden/{slug}/zo-werkt-het/"), uit[0]
    plekken = [catalogus.voorzieningen[r["id"]] for r in uit if r["soort"] == "voorziening"]
    assert not [v.naam for v in plekken if "landelijk" not in v.werkgebied]


def test_elk_soort_kennis_is_te_vinden_en_wijst_naar_een_pagina(catalogus):
    kennis = maak_kennis(catalogus)
    soorten = {kennis["soorten"][rij[0]] for rij in kennis["items"]}
    assert soorten == set(SOORTEN) and len(kennis["items"]) > 1000
    assert all(rij[1] and rij[2] and not rij[2].startswith("/") for rij in kennis["items"])


@pytest.mark.parametrize(
    ("vraag", "begin"),
    [
        ("schorsende werking bezwaar", "wetten/bezwaar/"),
        ("verlengde jeugdhulp tot 23 jaar", "wetten/jeugd/"),
        ("terugwerkende kracht bijstand", "wetten/participatie/"),
        ("moratorium schulden zes maanden", "wetten/schuldhulp/"),
        ("kwalificatieplicht", "wetten/leerplicht/"),
        ("betekenis keukentafelgesprek", "begrippen/#keukentafelgesprek"),
        ("wie doet het fraudeonderzoek in Steenwijkerland", "gebieden/steenwijkerland/zo-werkt-het/#taken"),
    ],
)
def test_een_vakterm_vindt_de_regel_of_het_woord(motor, vraag, begin):
    eerste = [r["id"] for r in motor.zoek(vraag)["resultaten"][:3]]
    assert any(id_.startswith(begin) for id_ in eerste), eerste


def test_een_woord_van_bewoners_in_het_meervoud_blijft_van_bewoners(motor):
    assert motor.zoek("huurachterstanden")["resultaten"][0]["soort"] not in SOORTEN
