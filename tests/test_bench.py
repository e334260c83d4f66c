"""Het verzonnen corpus van de bench is geldige inhoud. Tijd meten hoort hier niet: die hangt af van de computer."""

from datetime import date

from bench.corpus import maak_ingangen, schrijf_corpus
from generator.catalogus import lees_catalogus
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

AANTAL = 20


def test_corpus_is_geldig_en_steeds_hetzelfde(tmp_path):
    schrijf_corpus(tmp_path, AANTAL)
    verslag = Verslag()
    catalogus = lees_catalogus(tmp_path, verslag, date(2026, 11, 22), Voorraad(tmp_path, aan=False))
    assert catalogus, verslag.als_tekst()
    # De landelijke set doet ook mee, zoals bij elke gemeente.
    assert sum(v.pad.startswith("sociale_kaart/") for v in catalogus.voorzieningen.values()) == AANTAL
    assert list(maak_ingangen(AANTAL)) == list(maak_ingangen(AANTAL)) != list(maak_ingangen(AANTAL, zaad=2))


def test_ingangen_zijn_teksten_van_een_redacteur():
    teksten = [i.omschrijving for i in maak_ingangen(200)]
    woorden = [len(tekst.split()) for tekst in teksten]
    assert 147 <= sum(woorden) / len(woorden) <= 167
    assert all("](https://" in t or "**" in t or "*" in t or "\n- " in t for t in teksten)
