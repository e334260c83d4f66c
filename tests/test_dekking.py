"""De dekking: aanwezig, van elders, oud of niets; met de naaste plek en dezelfde cijfers in het rapport en het
bestand.
"""

import csv
import io
import json

import pytest
from proefmap import lees, maak_goede_map

from generator.browser import kaartdata
from generator.meldingen import SocialeKaartFout
from generator.model import Tekening, Tekenvak
from generator.opdrachten.rapport_dekking import maak_rapport
from generator.paginas.gebied.dekking import (
    AANWEZIG,
    ELDERS,
    ONTBREEKT,
    VEROUDERD,
    context,
    dekking,
    dichtstbij,
    in_vier_groepen,
    midden_van,
    mist,
)
from generator.paginas.gebied.wijkmeer import Wijkmeer
from generator.paginas.insluiten.insluitingen import alle_insluitingen
from generator.paginas.plek.buren import afstand_km, in_woorden
from generator.paginas.plek.kaartjes import Kaartjes
from generator.uitvoer import dekking_csv


@pytest.fixture(scope="module")
def stad(catalogus):
    return catalogus.gemeente_op_code["GM9999"]


@pytest.fixture(scope="module")
def vakjes(catalogus, stad):
    return dekking(stad, catalogus)


def test_elk_vakje_klopt_met_wie_er_een_plek_heeft(catalogus, stad, vakjes):
    """Een tweede, domme berekening: per wijk en functie alle voorzieningen langs."""
    for wijk in stad.wijken:
        for functie in catalogus.functies:
            dienst = [v for v in catalogus.voorzieningen.values() if v.status == "actief" and functie in v.functies]
            hier = {
                v.id for v in dienst if any(catalogus.gebied_van(v, i) == wijk.code for i in range(len(v.locaties)))
            }
            assert set(vakjes[wijk.code, functie].hier) == hier
            ook = {v.id for v in dienst if {"landelijk", wijk.code, stad.code} & set(v.werkgebied)} - hier
            assert ook <= set(vakjes[wijk.code, functie].elders)


def test_alle_standen_komen_voor(vakjes):
    assert {v.stand for v in vakjes.values()} == {AANWEZIG, ELDERS, VEROUDERD, ONTBREEKT}


def test_wat_alleen_oud_is_heet_oud(vakjes):
    taal = [v for v in vakjes.values() if v.hier and not v.vers_hier]
    assert taal and all(v.stand == VEROUDERD for v in taal)


def test_kleikerk_heeft_geen_plek_om_elkaar_te_ontmoeten(catalogus, stad, vakjes):
    kleikerk = next(w for w in stad.wijken if w.naam == "Kleikerk")
    assert {"buurthuis", "inloop-ontmoeting"} <= {f.id for f in mist(kleikerk, stad, vakjes, catalogus)}
    voorziening, afstand, ook_hier = dichtstbij("buurthuis", midden_van(kleikerk, stad), (kleikerk.code,), catalogus)
    assert "buurthuis" in voorziening.functies and afstand.endswith(("km", "m")) and not ook_hier


def test_de_naaste_plek_is_er_ook_voor_deze_wijk_als_dat_kan(catalogus, stad, vakjes):
    """Een tweede, domme berekening: alle plekken langs, eerst wie de wijk bedient."""
    for wijk in stad.wijken:
        midden = midden_van(wijk, stad)
        for functie in mist(wijk, stad, vakjes, catalogus):
            plekken = [
                (
                    v.id,
                    afstand_km(*midden, p.punt.lengte, p.punt.breedte),
                    bool({wijk.code, "landelijk"} & set(v.werkgebied) or wijk.code in catalogus.gebieden_van(v)),
                )
                for v in catalogus.per_functie[functie.id]
                for p in v.locaties
                if p.punt
            ]
            uit = dichtstbij(functie.id, midden, (wijk.code,), catalogus)
            assert (uit is None) == (not plekken)
            if uit:
                voor = [p for p in plekken if p[2]] or plekken
                assert uit[1] == in_woorden(min(km for _, km, _ in voor)) and uit[2] == any(ook for *_, ook in plekken)


def test_wie_geen_plek_heeft_maar_er_wel_voor_het_dorp_is_staat_erbij(catalogus, stad):
    kleikerk = next(w for w in stad.wijken if w.naam == "Kleikerk")
    tekort = {f.id: zonder for f, zonder, *_ in Wijkmeer(stad, catalogus, Kaartjes(catalogus)).tekort(kleikerk)}
    assert [k.id for k in tekort["buurtvereniging"]] == ["plaatselijk-belang-kleikerk"]


def test_elke_functie_staat_in_een_van_de_vier_groepen(catalogus):
    groepen = in_vier_groepen(list(catalogus.functies.values()))
    assert [naam for naam, _ in groepen] == ["Algemene voorzieningen", "In de wijk", "Ketenpartners", "Via de toegang"]
    assert sorted(f.id for _, fs in groepen for f in fs) == sorted(catalogus.functies)


def test_bestand_en_rapport_zeggen_hetzelfde(catalogus, stad, vakjes):
    (pad, tekst), *rest = dekking_csv.maak(catalogus)
    assert pad == "data/dekking/voorbeeldstad.csv" and rest == [], (
        "een gemeente zonder eigen ingangen heeft geen dekking"
    )
    rijen = list(csv.DictReader(io.StringIO(tekst.removeprefix("\ufeff"))))
    assert {(r["gebied"], r["functie"]): r["stand"] for r in rijen} == {
        sleutel: v.stand for sleutel, v in vakjes.items() if sleutel[0] in {w.code for w in stad.wijken}
    }
    rapport = json.loads(maak_rapport(catalogus, "voorbeeldstad", "json"))[0]
    assert rapport["wijken"][0]["standen"] == {f: vakjes[stad.wijken[0].code, f].stand for f in catalogus.functies}
    leesbaar = maak_rapport(catalogus, None, "tekst")
    assert "waarschuwing: Kleikerk: " in leesbaar and "Dekking in Voorbeeldstad" in leesbaar


def test_een_onbekende_gemeente_is_verkeerd_gebruik(catalogus):
    with pytest.raises(SocialeKaartFout) as gevangen:
        maak_rapport(catalogus, "Nergenshuizen", "tekst")
    assert gevangen.value.status == 2


def test_de_wijkpagina_krijgt_alles_een_keer(catalogus, stad):
    meer = Wijkmeer(stad, catalogus, Kaartjes(catalogus))
    kleikerk = next(w for w in stad.wijken if w.naam == "Kleikerk")
    velden = meer.van(kleikerk, [])
    assert velden["groepen"] and velden["tekort"] and velden["cijfers"] == []
    assert all(bool(naast) == bool(afstand) for _, _, naast, afstand, _ in velden["tekort"])
    deventer = catalogus.gemeente_op_code["GM0150"]
    cijfers = Wijkmeer(deventer, catalogus, Kaartjes(catalogus)).van(deventer.wijken[0], [])["cijfers"]
    assert [t.id for t, *_ in cijfers] == ["wmo-clienten", "wmo-geldige-beschikkingen", "wmo-afgegeven-beschikkingen"]
    assert dict(cijfers[0][1])["hulp bij het huishouden"] == "249"


def test_elk_punt_staat_in_de_bestanden_van_zijn_wijk_gemeente_en_onderwerpen(catalogus):
    bestanden = {pad: json.loads(tekst) for pad, tekst in kaartdata.maak(catalogus)}
    alle = bestanden["data/kaart/plekken.geojson"]["features"]
    assert len(alle) == sum(
        1 for v in catalogus.voorzieningen.values() if v.status == "actief" for p in v.locaties if p.punt
    )
    for kenmerk in alle:
        eigen = kenmerk["properties"]
        assert kenmerk in bestanden[f"data/kaart/thema/{eigen['themas'][0]}.geojson"]["features"]
        if gebied := catalogus.gebieden.get(eigen.get("gebied")):
            assert kenmerk in bestanden[f"data/kaart/gemeente/voorbeeldstad/wijk/{gebied.slug}.geojson"]["features"]
    assert len(bestanden["data/kaart/gemeente/voorbeeldstad/gebieden.geojson"]["features"]) == 11, (
        "tien wijken en de rivier"
    )


def test_een_heel_land_wordt_niet_op_een_pagina_getekend(stad):
    from msgspec.structs import replace

    tekening = Tekening(
        (3, 50, 7, 53), 10_000, 9_000, {}, {"WK999901": Tekenvak("", (0, 0, 1, 1), (0, 0), (5.0, 52.0))}
    )
    assert replace(stad, tekening=tekening).te_tekenen
    assert not replace(stad, tekening=tekening, wijken=stad.wijken * 30).te_tekenen


def test_een_eigen_gebied_is_de_som_van_zijn_wijken(catalogus, stad, vakjes):
    met_delen = dekking(stad, catalogus)
    bestanden = {pad: json.loads(tekst) for pad, tekst in kaartdata.maak(catalogus)}
    bladen = {b.id: b for b in alle_insluitingen(catalogus) if b.soort == "gebied"}
    for deel in stad.indeling:
        for functie in catalogus.functies:
            assert set(met_delen[deel.id, functie].hier) == {i for c in deel.codes for i in vakjes[c, functie].hier}
        punten = bestanden[f"data/kaart/gemeente/{stad.slug}/gebied/{deel.id}.geojson"]["features"]
        slugs = [catalogus.gebieden[c].slug for c in deel.codes]
        los = [
            k for slug in slugs for k in bestanden[f"data/kaart/gemeente/{stad.slug}/wijk/{slug}.geojson"]["features"]
        ]
        assert len(punten) == len(los) and all(k in los for k in punten)
        blad = bladen[f"{stad.slug}/{deel.id}"]
        hier, _ = blad.gesplitst(catalogus)
        assert {v.id for v in hier} == {k["properties"]["id"] for k in punten}
        assert {v.id for v in blad.voorzieningen} == {v.id for c in deel.codes for v in catalogus.per_gebied[c]}


def test_een_eigen_gebied_van_buurten_krijgt_de_plekken_in_die_buurten(tmp_path):
    """De oostelijke helft van een wijk als eigen gebied: alleen wat in die buurt ligt, hoort erbij."""
    map_ = maak_goede_map(tmp_path / "map")
    wijken = json.loads((map_ / "gebieden/proefstad/wijken.geojson").read_text("utf-8"))
    buurten = [
        {
            **k,
            "properties": {
                "code": f"BU{k['properties']['code'][2:]}0{n}",
                "naam": f"Buurt {k['properties']['code'][-2:]}",
            },
        }
        for n, k in enumerate(wijken["features"])
    ]
    (map_ / "gebieden/proefstad/buurten.geojson").write_text(
        json.dumps({**wijken, "features": buurten}), encoding="utf-8"
    )
    code = buurten[1]["properties"]["code"]
    (map_ / "gebieden/proefstad/indeling.yaml").write_text(
        f"gebieden:\n  - id: zuid-oost\n    naam: Zuidoost\n    codes: [{code}]\n    team: buurthuis-zuid\n",
        encoding="utf-8",
    )
    catalogus, verslag = lees(map_)
    assert not verslag.fouten, verslag.als_tekst()
    (gemeente,) = catalogus.gemeenten
    assert catalogus.buurtplaatsen[("buurthuis-zuid", 0)] == code and ("geldloket", 0) in catalogus.plaatsen
    vakjes = dekking(gemeente, catalogus)
    assert vakjes["zuid-oost", "buurthuis"].hier == ["buurthuis-zuid"]
    assert (
        vakjes["zuid-oost", "schuldhulpverlening"].hier == []
        and "geldloket" in vakjes["zuid-oost", "schuldhulpverlening"].elders
    )
    bestanden = dict(kaartdata.maak(catalogus))
    assert [
        k["properties"]["id"]
        for k in json.loads(bestanden["data/kaart/gemeente/proefstad/gebied/zuid-oost.geojson"])["features"]
    ] == ["buurthuis-zuid"]


def test_van_elders_is_niet_weg_en_de_achterkant_is_geen_gat(catalogus, stad, vakjes):
    """Wat aan huis komt heet niet 'is er niet', en werk achter de schermen van de gemeente staat niet tussen de gaten."""
    velden = context(stad, catalogus)
    assert {w.naam for w, weg, elders in velden["tekort"] if "wijkverpleging" in {f.id for f in elders}}
    assert not [w for w, weg, _ in velden["tekort"] if "wijkverpleging" in {f.id for f in weg}]
    for wijk, weg, elders in velden["tekort"]:
        assert {f.id for f in (*weg, *elders)} == {f.id for f in mist(wijk, stad, vakjes, catalogus)}
    assert {rij["functie"].id for rij in velden["rijen"]} == {
        f.id for f in catalogus.functies.values() if f.fase != "beheer"
    }
