"""De wegwijzer: elke weg eindigt bij hulp, in hoogstens vier keer kiezen, en in de volgorde van de papieren."""

import re
from pathlib import Path

import pytest
from proefmap import lees, leg_neer, maak_goede_map

from generator.paginas.plek.kaartjes import Kaartjes
from generator.paginas.vinden.kcc import maak as maak_balie
from generator.paginas.vinden.wegwijzer import MEEST, MEEST_DICHTBIJ, STAPPEN, maak, maak_stappen

KLEIN = """\
themas:
  - thema: geld
    vraag: Wat speelt er met uw geld?
situaties:
  - thema: geld
    id: tekort
    naam: Ik kom geld tekort
    functies: [schuldhulpverlening]
"""


@pytest.fixture(scope="module")
def wegwijzer(catalogus):
    return catalogus.kennis.wegwijzer


@pytest.fixture(scope="module")
def bladen(catalogus):
    return {p.pad: p for p in maak(catalogus, Kaartjes(catalogus))}


def einden(wegwijzer):
    """(pad, functies) van het eind van elke weg."""
    for s in wegwijzer.situaties:
        for keuze in s.keuzes or (s,):
            yield f"wegwijzer/{s.thema}/{s.id}/" + ("" if keuze is s else f"{keuze.id}/"), keuze.functies


def test_elk_levensgebied_heeft_vier_tot_zeven_situaties(catalogus, wegwijzer):
    assert [t.thema for t in wegwijzer.themas] == list(catalogus.themas)
    aantal = {t: len(wegwijzer.bij(t)) for t in catalogus.themas}
    assert {t: n for t, n in aantal.items() if not 4 <= n <= 7} == {}


def test_elke_weg_eindigt_bij_een_blad_in_vier_keer_kiezen(wegwijzer, bladen):
    """Levensgebied, situatie, om wie het gaat; op het blad nog de wijk."""
    for pad, _ in einden(wegwijzer):
        assert pad in bladen, pad
        assert pad.count("/") - 1 + 1 <= 4, pad


def test_elke_weg_leidt_in_deze_gemeente_naar_een_plek(bladen, wegwijzer):
    assert [pad for pad, _ in einden(wegwijzer) if bladen[pad].context()["leeg"]] == []


def test_de_volgorde_is_die_van_de_papieren(catalogus, wegwijzer):
    volgorde = [soort for soort, _, _ in STAPPEN]
    assert volgorde.index("dichtbij") < volgorde.index("samen") < volgorde.index("besluit")
    kaartjes = Kaartjes(catalogus)
    vrij = {"vrij", "aanmelden", "onbekend", "spoed"}
    for pad, functies in einden(wegwijzer):
        stappen = maak_stappen(functies, wegwijzer.samen, catalogus, kaartjes)
        assert [s.soort for s in stappen] == sorted((s.soort for s in stappen), key=volgorde.index), pad
        for stap in stappen:
            ids = [k.id for k in stap.kaartjes] + [k.id for _, rij in stap.per_wijk for k in rij]
            hoe = {catalogus.voorzieningen[i].toegang.hoe for i in ids}
            assert len(stap.kaartjes) <= max(MEEST, MEEST_DICHTBIJ)
            assert stap.reden, stap.soort
            if stap.soort in ("dichtbij", "bellen"):
                assert hoe <= vrij, (pad, stap.soort, hoe)
            if stap.soort == "dichtbij":
                assert not any("landelijk" in catalogus.voorzieningen[i].werkgebied for i in ids), pad


def test_niemand_staat_twee_keer_op_een_blad(catalogus, wegwijzer):
    kaartjes = Kaartjes(catalogus)
    for pad, functies in einden(wegwijzer):
        ids = [k.id for s in maak_stappen(functies, wegwijzer.samen, catalogus, kaartjes) for k in s.kaartjes]
        assert len(ids) == len(set(ids)), pad


def test_geweld_heeft_de_snelle_uitgang_en_geld_niet(bladen):
    assert all(p.snel_weg for pad, p in bladen.items() if pad.startswith("wegwijzer/veilig/"))
    assert bladen["wegwijzer/geld/"].snel_weg is False


def test_in_de_gebouwde_site_werkt_het_zonder_script(voorbeeldsite):
    """Elke link is een gewone link, elke wijk een anker dat bestaat, en de redenen staan erbij."""
    blad = (voorbeeldsite / "wegwijzer/geld/rekeningen/index.html").read_text("utf-8")
    assert 'href="../../../wegwijzer/geld/rekeningen/dringend/"' in blad
    for bestand in sorted(Path(voorbeeldsite, "wegwijzer").rglob("index.html")):
        html = bestand.read_text("utf-8")
        ankers = set(re.findall(r'href="#(in-[\w-]+)"', html))
        assert ankers <= set(re.findall(r'id="(in-[\w-]+)"', html)), bestand
    assert "Waarom hier?" in (voorbeeldsite / "wegwijzer/geld/tekort/index.html").read_text("utf-8")
    assert "wegwijzer/geld/tekort/" in (voorbeeldsite / "wegwijzer/overzicht/index.html").read_text("utf-8")


def test_zonder_bestand_gaat_de_wegwijzer_naar_de_onderwerpen(tmp_path):
    catalogus, _ = lees(maak_goede_map(tmp_path / "map"))
    paginas = list(maak(catalogus, Kaartjes(catalogus)))
    assert [p.pad for p in paginas] == ["wegwijzer/"]
    assert [pad for _, pad in paginas[0].context["themas"]] == ["themas/geld/", "themas/ontmoeten/"]
    assert next(maak_balie(catalogus, Kaartjes(catalogus))).context["overzicht"] is False


def test_zonder_plek_zegt_het_blad_dat_eerlijk(tmp_path):
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, "sociale_kaart/wegwijzer.yaml", KLEIN.replace("schuldhulpverlening", "buurthuis"))
    leg_neer(map_, "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml", {"weg": True})
    catalogus, verslag = lees(map_)
    assert catalogus is not None, verslag.als_tekst()
    blad = next(p for p in maak(catalogus, Kaartjes(catalogus)) if p.pad == "wegwijzer/geld/tekort/")
    assert blad.context()["leeg"] is True
    assert blad.context()["stappen"] == []
