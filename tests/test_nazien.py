"""Landelijke gegevens zijn waar: wat niemand nazag zegt dat, en een zin over wat u kunt doen noemt alleen wat er is."""

import csv
import json
import re

import pytest
from conftest import PROJECT
from msgspec.structs import replace
from proefmap import PEILDATUM, lees, leg_neer, maak_goede_map

from generator.betekenis.bereiken import heeft_deur, toegangszin, wegen
from generator.cli import voer_uit
from generator.model import Adres, Contact, Dagdeel, Dagtijd, Locatie, Tijden, Toegang

OVERGENOMEN = """\
naam: Hulplijn Ver Weg
functies: [buurthuis]
samenvatting: Bel voor een gesprek.
toegang: {hoe: vrij}
werkgebied: [landelijk]
contact: {telefoon: "0999-11 22 33", website: "https://verweg.example"}
gecontroleerd: {op: 2020-10-01, door: overgenomen uit een bron, nagelezen: nee}
"""
PAD = "sociale_kaart/ketenpartners/verweg.yaml"
DEUR = Locatie(adres=Adres("Proefstad", "Kerkstraat", "3"))
OP_AFSPRAAK = replace(DEUR, openingstijden=(Tijden(ma=Dagtijd((Dagdeel(540, 720, afspraak=True),))),))
GEHEIM = replace(DEUR, adres_geheim=True)
GEEN = "U hebt geen verwijzing nodig."
ZINNEN = [
    ("vrij", Contact("0999-1"), (DEUR,), f"U kunt zo naar binnen of bellen. {GEEN}"),
    ("vrij", Contact(), (DEUR,), f"U kunt zo naar binnen. {GEEN}"),
    ("vrij", Contact("0999-1"), (), f"U kunt bellen. {GEEN}"),
    ("vrij", Contact("0999-1", chat="https://x.example"), (GEHEIM,), f"U kunt bellen of chatten. {GEEN}"),
    ("vrij", Contact(email="a@x.example"), (OP_AFSPRAAK,), f"U kunt mailen. {GEEN}"),
    ("vrij", Contact(), (OP_AFSPRAAK,), f"Maak eerst een afspraak. {GEEN}"),
    (
        "vrij",
        Contact(website="https://x.example"),
        (),
        f"Kijk op de website hoe u er terechtkunt. {GEEN}",
    ),
    ("vrij", Contact(), (), "Hier staat geen eigen nummer of website. Vraag het bij Stichting Samen."),
    ("aanmelden", Contact("0999-1", email="a@x.example"), (DEUR,), f"Meld u eerst aan: bel of mail. {GEEN}"),
    ("aanmelden", Contact(), (DEUR,), f"Meld u eerst aan. {GEEN}"),
    ("onbekend", Contact(website="https://x.example"), (), "Vraag hoe u er terechtkunt: kijk op de website."),
]


@pytest.fixture(scope="module")
def klein(tmp_path_factory):
    return lees(maak_goede_map(tmp_path_factory.mktemp("nazien") / "map"))[0]


@pytest.mark.parametrize(("hoe", "contact", "locaties", "zin"), ZINNEN)
def test_de_zin_noemt_alleen_wat_er_is(klein, hoe, contact, locaties, zin):
    ingang = klein.voorzieningen["geldloket"]
    ingang = replace(ingang, toegang=Toegang(hoe), contact=contact, locaties=locaties, organisatie="stichting-samen")
    assert toegangszin(ingang, klein) == zin


def test_geen_ingang_belooft_een_deur_of_nummer_dat_er_niet_is(catalogus):
    """Over de hele kaart, landelijk en plaatselijk."""
    for v in catalogus.voorzieningen.values():
        zin = toegangszin(v, catalogus)
        if v.status == "actief":
            assert "naar binnen" not in zin or heeft_deur(v), v.id
            assert "bellen" not in zin or "bellen" in dict(wegen(v)), v.id


def test_elke_landelijke_ingang_zegt_wat_iemand_kan_doen(catalogus):
    """Zonder deur of nummer is er een site of iemand die de weg weet; nummers staan alleen waar de lijst ze geeft."""
    for v in catalogus.overgenomen:
        assert wegen(v) or v.toegang.via or v.toegang.hoe == "verwijzing", v.id
        assert v.bron, v.id
    namen = {v.id for v in catalogus.overgenomen}
    assert namen >= {"ciz", "svb", "cak", "zorgkantoor", "het-juridisch-loket", "kindertelefoon"}


def test_landelijke_nummers_komen_uit_de_lijst(catalogus, gedeeld):
    rijen = list(csv.DictReader((gedeeld / "feiten/landelijke_nummers.csv").open(encoding="utf-8")))
    cijfers = {re.sub(r"\D", "", r["nummer"]): r for r in rijen if r["publiceren"] == "ja"}
    zonder = {r["website"] for r in rijen if r["publiceren"] != "ja"}
    for v in catalogus.overgenomen:
        if v.contact.telefoon:
            rij = cijfers[re.sub(r"\D", "", v.contact.telefoon)]
            assert str(v.gecontroleerd.op).startswith(rij["peildatum"]), v.id
        kaal = re.sub(r"^https://(www\.)?", "", v.contact.website or "").rstrip("/")
        assert not (kaal in zonder and v.contact.telefoon), v.id


def test_een_pagina_zegt_mild_dat_niemand_het_nazag(voorbeeldsite):
    html = (voorbeeldsite / "voorzieningen/cak/index.html").read_text(encoding="utf-8")
    assert "data-niet-nagelezen" in html and "Wij hebben dit nog niet zelf nagekeken." in html
    assert "Laatst nagekeken" not in html and "naar binnen" not in html
    assert "Lukt het niet met de website?" in html
    zorgkantoor = (voorbeeldsite / "voorzieningen/zorgkantoor/index.html").read_text(encoding="utf-8")
    assert re.search(r'Vraag de weg bij <a href="../../voorzieningen/regelhulp/">', zorgkantoor)


def draai(map_, *opdracht: str) -> int:
    return voer_uit([*opdracht, "--map", str(map_), "--peildatum", PEILDATUM.isoformat()])


def test_een_vakje_wordt_teruggelezen(tmp_path, capsys):
    """Aankruisen, de dag laten invullen, en dan staat de ingang als nagekeken; een ander nummer opent het vakje weer."""
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, PAD, OVERGENOMEN)
    lijst = map_ / "nazien.md"
    assert draai(map_, "rapport", "nazien", "--proef") == 0 and not lijst.exists()
    assert draai(map_, "rapport", "nazien") == 0
    assert "0 van de 1 nagezien, 1 nog open" in capsys.readouterr().out
    regel = "Hulplijn Ver Weg: 0999-11 22 33, https://verweg.example (verweg)"
    assert f"- [ ] {regel}\n" in lijst.read_text(encoding="utf-8")
    leg_neer(map_, "nazien.md", lijst.read_text(encoding="utf-8").replace(f"- [ ] {regel}", f"- [x] {regel}"))
    assert lees(map_)[0].voorzieningen["verweg"].gecontroleerd.nagelezen is False, "zonder dag telt het nog niet"
    assert draai(map_, "rapport", "nazien") == 0
    assert f"- [x] {regel}, nagezien op {PEILDATUM}\n" in lijst.read_text(encoding="utf-8")
    catalogus, verslag = lees(map_)
    gecontroleerd = catalogus.voorzieningen["verweg"].gecontroleerd
    assert (gecontroleerd.op, gecontroleerd.nagelezen) == (PEILDATUM, True) and not verslag.meldingen
    leg_neer(map_, PAD, OVERGENOMEN.replace("11 22 33", "11 22 34"))
    assert lees(map_)[0].voorzieningen["verweg"].gecontroleerd.nagelezen is False
    assert draai(map_, "rapport", "nazien") == 0
    assert "- [ ] Hulplijn Ver Weg: 0999-11 22 34" in lijst.read_text(encoding="utf-8")


def test_rapport_actueel_noemt_wat_niemand_nazag_en_wat_te_laat_is(tmp_path, capsys):
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, PAD, OVERGENOMEN)
    leg_neer(map_, PAD.replace("verweg", "oud"), OVERGENOMEN.replace(", nagelezen: nee", ""))
    assert draai(map_, "rapport", "actueel", "--formaat", "json") == 0
    uit = {rij["id"]: rij["reden"] for rij in json.loads(capsys.readouterr().out)["ingangen"]}
    assert uit == {
        "verweg": "overgenomen uit een bron, nog door niemand nagezien; het nummer is langer dan 180 dagen geleden gelezen",
        "oud": "te lang niet nagekeken",
    }
    for formaat, begin in (("csv", "id,naam,team"), ("markdown", "- [ ] **"), ("tekst", "2 ingangen")):
        assert draai(map_, "rapport", "actueel", "--formaat", formaat, "--team", "overgenomen uit een bron") == 0
        assert capsys.readouterr().out.startswith(begin)


def test_het_voorbeeld_zelf_vraagt_niets(catalogus):
    """Voorbeeldstad is verzonnen; die hoeft niemand na te bellen."""
    eigen = catalogus.gemeente_op_code[catalogus.instellingen.gemeente]
    assert eigen.voorbeeld and not (PROJECT / "nazien.md").exists()
