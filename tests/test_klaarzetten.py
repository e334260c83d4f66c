"""Wat bij het installeren al gemaakt wordt, hoeft de eerste bouw niet meer te doen."""

import re
import sys
from pathlib import Path

import pytest
from proefmap import PEILDATUM

from generator.bouw import artikelen, kaarten, klaarzetten, lijst, sjabloonvoorraad
from generator.bouw.artikelen import maak_artikelen
from generator.bouw.bouwen import geschreven_teksten, schillen_van
from generator.bouw.klaarzetten import zet_klaar
from generator.bouw.middelen import eigen_bestanden, klein
from generator.meldingen import Verslag
from generator.model import Instellingen
from generator.paginas.gemeen.vullen import omgeving
from generator.voorraad import KLAAR, VAK, Bewaarplaats, Voorraad


@pytest.fixture(scope="module")
def kiem(tmp_path_factory):
    """De kiem en de map met vertaalde sjablonen, zoals `kaart.py` ze in een nieuwe omgeving maakt."""
    map_ = tmp_path_factory.mktemp("omgeving")
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(sjabloonvoorraad, "VERTAALD", map_ / "vertaald")
        anders.setattr(klaarzetten, "omgeving", omgeving.__wrapped__)
        anders.setattr(lijst, "_sjablonen", lijst._sjablonen.__wrapped__)
        zet_klaar(map_ / "sociale-kaart.voorraad", PEILDATUM)
    return map_


@pytest.fixture
def eerste_voorraad(kiem, tmp_path, monkeypatch):
    """De voorraad van wie nog nooit bouwde, in een omgeving die klaar staat."""
    monkeypatch.setenv("SOCIALE_KAART_VOORRAAD", str(tmp_path / "leeg"))
    voorraad = Voorraad(tmp_path)
    voorraad.kiem = kiem / "sociale-kaart.voorraad"
    return voorraad


def weiger(*_, **__):
    raise AssertionError("dit had al klaar moeten staan")


def test_elk_sjabloon_staat_vertaald_klaar(kiem, catalogus, eerste_voorraad, monkeypatch):
    sjablonen = omgeving.__wrapped__().list_templates(extensions=["html"])
    van_de_lijst = lijst._sjablonen.__wrapped__()
    monkeypatch.setattr(lijst, "_sjablonen", lambda: van_de_lijst)
    schillen_van(catalogus, Verslag(), eerste_voorraad)
    assert {naam for _, naam in van_de_lijst.cache} >= {"main.html", "404.html"}
    assert len(list((kiem / "vertaald").glob("*.sjabloon"))) == len(sjablonen) + len(van_de_lijst.cache) > 50


def test_alles_wat_klaargezet_heet_staat_in_de_kiem(kiem):
    bron = Path(klaarzetten.__file__).parents[1]
    namen = {
        f"generator.{'.'.join(p.relative_to(bron).with_suffix('').parts)}:{naam}"
        for p in bron.rglob("*.py")
        for naam in re.findall(r"^@klaargezet\ndef (\w+)\(\)", p.read_text(encoding="utf-8"), re.M)
    }
    plaats = Bewaarplaats(kiem / "sociale-kaart.voorraad", aan=True)
    assert namen == KLAAR.keys() == {naam for vak, naam in plaats.oud if vak == VAK} and len(namen) > 5
    for naam, reken in KLAAR.items():
        assert plaats.pak((VAK, naam)) == reken(), naam


def test_de_eerste_bouw_verkleint_niets_en_maakt_geen_kaart(eerste_voorraad, monkeypatch):
    monkeypatch.setattr(kaarten, "stel_samen", weiger)
    monkeypatch.setitem(sys.modules, "minify", None)  # laden mislukt nu
    assert kaarten.basis(Instellingen("", ""), eerste_voorraad)
    assert all(klein(naam, inhoud, eerste_voorraad) is not None for naam, inhoud in eigen_bestanden())


def test_de_eerste_bouw_van_het_voorbeeld_start_de_motor_niet(eerste_voorraad, catalogus, monkeypatch):
    monkeypatch.setattr(artikelen, "render", weiger)
    verslag = Verslag()
    schillen = schillen_van(catalogus, verslag, eerste_voorraad)
    assert not verslag.meldingen_ruw and {"over/", "redactie/velden/"} <= schillen.geschreven.keys()


def test_een_gemeente_met_eigen_teksten_laat_alleen_die_maken(eerste_voorraad, monkeypatch):
    gevraagd = {}
    monkeypatch.setattr(artikelen, "render", lambda engine, bronnen, *_: gevraagd.update(bronnen) or None)
    eigen = Instellingen("Kaart", "https://kaart.example/")
    teksten = geschreven_teksten({"over.md": "# Over ons\n"}, eigen)
    maak_artikelen("material", teksten, Verslag(), eerste_voorraad)
    assert {pad for pad, tekst in gevraagd.items() if tekst} == {"over.md"}


def test_een_andere_versie_van_het_programma_gebruikt_de_kiem_niet(eerste_voorraad, monkeypatch):
    monkeypatch.setattr("generator.voorraad.code_afdruk", lambda: "een andere")
    monkeypatch.setattr(kaarten, "stel_samen", lambda achtergrond: f"opnieuw {achtergrond}")
    assert kaarten.basis(Instellingen("", ""), eerste_voorraad).startswith("opnieuw")


def test_een_naam_die_op_index_eindigt_is_een_gewone_pagina(tmp_path):
    teksten = {"mijnindex.md": "# Een\n", "map/index.md": "# Twee\n", "map/boekindex.md": "# Drie\n"}
    uit = maak_artikelen("material", teksten, Verslag(), Voorraad(tmp_path, aan=False))
    assert {adres: artikel.titel for adres, artikel in uit.items()} == {
        "mijnindex/": "Een",
        "map/": "Twee",
        "map/boekindex/": "Drie",
    }
