"""Wat van een bestand gelezen is, blijft goed op een latere dag; alleen een datum die nog moest komen wordt opnieuw bekeken."""

from datetime import date, timedelta

import pytest
from conftest import PEILDATUM
from proefmap import PROEF, PROEFPLEK, leg_neer, maak_goede_map, vervang

from generator.betekenis import dubbel, netnummers
from generator.catalogus import lees_catalogus
from generator.controles import identiteit
from generator.lezen import kennis
from generator.lezen.ingangen import Ingangslezer
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

BEGRIPPEN = "begrippen:\n  - {id: inloop, term: Inloop, uitleg: Een plek waar u zo binnenloopt., bron: {stuk: Eigen woorden, jaar: 2026}}\n"
MORGEN = PEILDATUM + timedelta(days=1)


@pytest.fixture
def lees(tmp_path):
    """Lees de map op een dag, met een voorraad die blijft; (catalogus, codes)."""
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, "sociale_kaart/begrippen.yaml", BEGRIPPEN)
    leg_neer(map_, PROEF, PROEFPLEK)

    def lees(dag: date):
        verslag, voorraad = Verslag(), Voorraad(map_)
        catalogus = lees_catalogus(map_, verslag, dag, voorraad)
        voorraad.bewaar()
        return catalogus, sorted({m.code for m in verslag.meldingen_ruw})

    lees.map = map_
    return lees


@pytest.fixture
def gelezen(monkeypatch):
    """De paden van wat echt gelezen wordt."""
    uit, echt, groep = [], Ingangslezer.lees_stukken, kennis.lees_gestapeld
    monkeypatch.setattr(
        Ingangslezer,
        "lees_stukken",
        lambda zelf, stukken, lezing: uit.append(lezing.pad) or echt(zelf, stukken, lezing),
    )
    monkeypatch.setattr(
        kennis, "lees_gestapeld", lambda lagen, naam, *rest: uit.append(naam) or groep(lagen, naam, *rest)
    )
    return uit


def test_op_een_andere_dag_wordt_niets_opnieuw_gelezen(lees, gelezen):
    eerst, _ = lees(PEILDATUM)
    assert PROEF in gelezen and "begrippen.yaml" in gelezen
    gelezen.clear()
    later, _ = lees(MORGEN)
    assert gelezen == [] and later.voorzieningen == eerst.voorzieningen and later.kennis == eerst.kennis


def test_een_datum_die_nog_moest_komen_is_morgen_goed_en_vandaag_nog_steeds_niet(lees, gelezen):
    vervang(lees.map, PROEF, "op: 2026-10-01", f"op: {MORGEN}")
    assert lees(PEILDATUM) == (None, ["SK208"])
    catalogus, codes = lees(MORGEN)
    assert catalogus is not None and "SK208" not in codes
    gelezen.clear()
    assert lees(PEILDATUM) == (None, ["SK208"]) and gelezen == [PROEF]


def test_dubbele_worden_pas_weer_gezocht_als_er_iets_veranderde_waar_dat_van_afhangt(lees, monkeypatch):
    gezocht = []
    monkeypatch.setattr(identiteit, "zoek_dubbele", lambda rij: gezocht.append(len(rij)) or dubbel.zoek_dubbele(rij))
    leg_neer(lees.map, PROEF.replace("proef", "ander"), PROEFPLEK.replace("Proefplek", "Andere zaal"))
    _, codes = lees(PEILDATUM)
    vervang(lees.map, PROEF, "Een plek om iets te proberen.", "Een plek om iets anders te proberen.")
    assert lees(MORGEN)[1] == codes and "SK404" not in codes and len(gezocht) == 1
    vervang(lees.map, PROEF, "naam: Proefplek", "naam: Andere zaal")
    nu, codes = lees(PEILDATUM)
    assert "SK404" in codes and len(gezocht) == 2
    weer, codes = lees(PEILDATUM)
    assert "SK404" in codes and len(gezocht) == 2
    assert [d.zin for d in dubbel.dubbelen(weer)] == [d.zin for d in dubbel.dubbelen(nu)] != []


def test_een_bekend_nummer_wordt_niet_opnieuw_in_het_nummerplan_gezocht(lees, monkeypatch):
    """Ook een fout nummer blijft bekend, met dezelfde melding."""
    gezocht: list[str] = []
    bestaat = netnummers._bestaat
    monkeypatch.setattr(netnummers, "_bestaat", lambda nummer: gezocht.append(nummer) or bestaat(nummer))
    monkeypatch.setattr(netnummers, "_FEITEN", {})
    vervang(lees.map, PROEF, "toegang:", "contact: {telefoon: 0570-12 34 56}\ntoegang:")
    _, codes = lees(PEILDATUM)
    assert "SK730" in codes and "0570-12 34 56" in gezocht
    gezocht.clear()
    netnummers._FEITEN.clear()
    assert lees(MORGEN)[1] == codes and gezocht == []
