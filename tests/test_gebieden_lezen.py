"""De map gebieden/ lezen: elk soort kapot bestand een melding op de goede plek, en de echte bestanden zonder fouten."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PEILDATUM, PROJECT
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.codes import CODES
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.geojson import lees_kenmerken
from generator.lezen.json_lezer import lees_json
from generator.lezen.vormen import ringen_van
from generator.meldingen import Verslag
from generator.model import Gemeente
from generator.voorraad import Voorraad

VIERKANT = [[6.1, 52.2], [6.2, 52.2], [6.2, 52.3], [6.1, 52.3], [6.1, 52.2]]
NAAST = [[6.2, 52.2], [6.3, 52.2], [6.3, 52.3], [6.2, 52.3], [6.2, 52.2]]


def kenmerk(ring=VIERKANT, code="WK999801", naam="Een", geometrie=None, **eigen) -> dict:
    vorm = {"type": "Polygon", "coordinates": [ring]} if geometrie is None else geometrie
    return {"type": "Feature", "properties": {"code": code, "naam": naam, **eigen}, "geometry": vorm}


def kaart(*kenmerken, **meer) -> str:
    return json.dumps({"type": "FeatureCollection", **meer, "features": list(kenmerken)}, indent=1)


def maak(map_: Path, **bestanden: str | bytes) -> Path:
    """Een project met gemeente proefgemeente; `wijken_geojson=...` wordt wijken.geojson."""
    doel = map_ / "gebieden" / "proefgemeente"
    doel.mkdir(parents=True, exist_ok=True)
    inhoud = {"gemeente_yaml": "code: GM9998\nnaam: Proefgemeente\nprovincie: Overijssel\n", **bestanden}
    for naam, tekst in inhoud.items():
        pad = doel / ".".join(naam.rsplit("_", 1))
        pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    return map_


def lees(map_: Path) -> tuple[tuple[Gemeente, ...], Verslag]:
    verslag = Verslag()
    return lees_gebieden(map_, verslag, PEILDATUM, Voorraad(map_, aan=False)), verslag


def codes(map_: Path) -> list[str]:
    return [m.code for m in lees(map_)[1].meldingen]


def een(map_: Path, code: str):
    """De enige melding, die deze code moet hebben."""
    verslag = lees(map_)[1]
    assert [m.code for m in verslag.meldingen] == [code], verslag.als_tekst()
    melding = verslag.meldingen[0]
    assert (
        melding.tekst.endswith(".")
        and melding.oplossing.endswith((".", "?"))
        and (melding.tekst + melding.oplossing).isprintable()
    )
    return melding


def test_zonder_map_of_leeg_is_goed(tmp_path):
    assert lees(tmp_path) == ((), Verslag())
    (tmp_path / "gebieden").mkdir()
    assert lees(tmp_path) == ((), Verslag())


def test_goed_bestand_wordt_wijken_op_code(tmp_path):
    maak(
        tmp_path, wijken_geojson=kaart(kenmerk(NAAST, "WK999802", "De Tweede", inwoners=120), kenmerk(inwoners=-99997))
    )
    (gemeente,), verslag = lees(tmp_path)
    assert not verslag.meldingen
    assert [(w.code, w.slug, w.inwoners, w.gemeente) for w in gemeente.wijken] == [
        ("WK999801", "een", None, "GM9998"),
        ("WK999802", "de-tweede", 120, "GM9998"),
    ]
    assert gemeente.slug == "proefgemeente" and gemeente.pad == "gebieden/proefgemeente/gemeente.yaml"


# De bestanden van gevallen.md onderdeel F: code, en zo nodig regel en kolom.
@pytest.mark.parametrize(
    ("inhoud", "code", "plek"),
    [
        ('{"type": "FeatureCollection",\n "features": [', "SK501", (2, 15)),
        ('{"type": "FeatureCollection",\n "features" []}', "SK501", (2, 13)),
        ("", "SK004", (1, 1)),
        ("[" * 100_000, "SK501", (1, 1)),
        ('{"a": ' + "9" * 5000 + "}", "SK501", (1, 1)),
        ('<OGRVRTDataSource><OGRVRTLayer name="x"/></OGRVRTDataSource>', "SK502", (1, 1)),
        ('<?xml version="1.0"?><wfs:FeatureCollection xmlns:gml="http://www.opengis.net/gml"/>', "SK502", (1, 1)),
        ("<!DOCTYPE html><html></html>", "SK502", (1, 1)),
        (b"PK\x03\x04rest", "SK502", (1, 1)),
        (b"SQLite format 3\0rest", "SK502", (1, 1)),
        ('{"type": "Topology", "objects": {}}', "SK503", (1, 1)),
        ('{"type": "Feature"}', "SK502", (1, 1)),
        ("[1, 2]", "SK502", (1, 1)),
        ('{"type": "FeatureCollection", "features": {}}', "SK502", (1, 1)),
        ('{"type": "FeatureCollection",\n  "naam": 1,\n  "naam": 2, "features": []}', "SK514", (3, 3)),
        ('{"type": "FeatureCollection", "x": NaN, "features": []}', "SK501", (1, 36)),
        (b"\xff\xfe{\0}\0", "SK002", (1, 1)),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "SK015", (1, 1)),
    ],
)
def test_wat_geen_goede_geojson_is(tmp_path, inhoud, code, plek):
    melding = een(maak(tmp_path, wijken_geojson=inhoud), code)
    assert (melding.regel, melding.kolom) == plek and melding.pad == "gebieden/proefgemeente/wijken.geojson"


def _ring(*punten):
    return kenmerk([list(p) for p in punten])


@pytest.mark.parametrize(
    ("fout", "code", "stuk"),
    [
        (_ring((205000, 473000), (206000, 473000), (206000, 474000), (205000, 473000)), "SK504", "WK999801 (Een)"),
        (_ring((52.2, 6.1), (52.3, 6.1), (52.3, 6.2), (52.2, 6.1)), "SK505", "WK999801"),
        (_ring((6.1, 52.2), (6.2, 52.3), (6.2, 52.2), (6.1, 52.3), (6.1, 52.2)), "SK506", "6.15, 52.25"),
        (_ring((6.1, 52.2), (6.2, 52.2), (6.2, 52.3), (6.1, 52.3)), "SK507", "eindigt bij 6.1, 52.3"),
        (_ring((6.1, 52.2), (6.2, 52.2), (6.1, 52.2)), "SK507", "3 punten"),
        (_ring((6.1, 52.2), (6.2, 52.2), (6.3, 52.2), (6.1, 52.2)), "SK507", "omsluit niets"),
        ({**kenmerk(), "geometry": None}, "SK508", "niets"),
        (kenmerk(geometrie={"type": "Point", "coordinates": [6.1, 52.2]}), "SK508", "Point"),
        (kenmerk(geometrie={"type": "GeometryCollection", "geometries": []}), "SK508", "GeometryCollection"),
        (kenmerk(geometrie={"type": "Polygon", "coordinates": []}), "SK508", "lege Polygon"),
        (kenmerk(geometrie={"type": ["Polygon"], "coordinates": []}), "SK508", "iets anders"),
        (_ring((6.1, 52.2), ("6.2", 52.2), (6.2, 52.3), (6.1, 52.2)), "SK509", "'6.2'"),
        (_ring((6.1, 52.2), (1e400, 52.2), (6.2, 52.3), (6.1, 52.2)), "SK509", "Infinity"),
        (_ring((6.1, 52.2), (float("nan"), 52.2), (6.2, 52.3), (6.1, 52.2)), "SK509", "NaN"),
        (_ring((6.1, 52.2), (True, 52.2), (6.2, 52.3), (6.1, 52.2)), "SK509", "True"),
        (_ring((6.1, 52.2), (186.2, 52.2), (6.2, 52.3), (6.1, 52.2)), "SK515", "186.2, 52.2"),
        (_ring((-68.3, 12.1), (-68.2, 12.1), (-68.2, 12.2), (-68.3, 12.1)), "SK515", "-68.3, 12.1"),
        (kenmerk(code=""), "SK510", "ontbreekt"),
        (kenmerk(code=363), "SK510", "363 is een getal"),
        (kenmerk(code="WK36300"), "SK510", "WK36300"),
        (kenmerk(code="WK999801\n"), "SK510", "heeft niet de vorm"),
        (kenmerk(code="WK015001"), "SK517", "GM9998"),
        (kenmerk(naam=""), "SK201", "naam"),
        (kenmerk(naam=7), "SK204", "naam"),
        (kenmerk(naam="x" * 81), "SK206", "81"),
        (kenmerk(naam="Oude\u202eStad"), "SK016", "U+202E"),
        (kenmerk(naam="Oude\ud800Stad"), "SK016", "U+D800"),
        (kenmerk(inwoners="veel"), "SK204", "inwoners"),
        ("kenmerk", "SK508", "geen Feature"),
    ],
)
def test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek(tmp_path, fout, code, stuk):
    tekst = kaart(kenmerk(NAAST, "WK999809", "Goed"), fout)
    melding = een(maak(tmp_path, wijken_geojson=tekst), code)
    assert stuk in melding.tekst
    if isinstance(fout, dict):
        regels = tekst.split("\n")
        assert regels[melding.regel - 1][melding.kolom - 1] == "{" and '"Feature"' in regels[melding.regel]


def test_dubbele_code_noemt_het_eerste_kenmerk(tmp_path):
    melding = een(maak(tmp_path, wijken_geojson=kaart(kenmerk(), kenmerk(NAAST, naam="Twee"))), "SK510")
    assert "WK999801 staat ook bij kenmerk 1" in melding.tekst


def test_alle_fouten_in_een_keer_en_dezelfde_fout_een_keer(tmp_path):
    rd = [[205000, 473000], [206000, 473000], [206000, 474000], [205000, 473000]]
    tekst = kaart(
        *(kenmerk(rd, f"WK9998{n:02}", f"Wijk {n}") for n in range(10, 30)), kenmerk(code="fout"), kenmerk(naam="")
    )
    verslag = lees(maak(tmp_path, wijken_geojson=tekst))[1]
    assert sorted(m.code for m in verslag.meldingen) == ["SK201", "SK504", "SK510"]
    assert "WK999810 (Wijk 10) en 19 andere" in next(m.tekst for m in verslag.meldingen if m.code == "SK504")


def test_hoogte_valt_weg_met_een_waarschuwing_en_de_ring_wordt_gedraaid(tmp_path):
    klok = [[x, y, 12.5] for x, y in reversed(VIERKANT)]
    maak(tmp_path, wijken_geojson=kaart(kenmerk(klok)))
    melding = een(tmp_path, "SK511")
    vorm = lees(tmp_path)[0][0].wijken[0].vorm
    assert melding.soort == "waarschuwing" and vorm["coordinates"][0] == [[float(x), float(y)] for x, y in VIERKANT]


def test_eilanden_gaten_dubbele_punten_en_een_bom_mogen(tmp_path):
    gat = [[6.14, 52.24], [6.16, 52.24], [6.16, 52.26], [6.14, 52.26], [6.14, 52.24]]
    dubbel = [VIERKANT[0], *VIERKANT]
    delen = {
        "type": "MultiPolygon",
        "coordinates": [[dubbel, gat], [NAAST[:1] + [[6.25, 52.25], [6.3, 52.2], [6.2, 52.2]]]],
    }
    maak(tmp_path, wijken_geojson=b"\xef\xbb\xbf" + kaart(kenmerk(geometrie=delen)).encode())
    (gemeente,), verslag = lees(tmp_path)
    assert [m.code for m in verslag.meldingen] == ["SK003"]
    assert len(list(ringen_van(gemeente.wijken[0].vorm))) == 3


def test_overlap_boven_een_vierkante_meter_en_een_kier_zijn_waarschuwingen(tmp_path):
    over = [[6.1999, 52.2], *NAAST[1:4], [6.1999, 52.2]]
    melding = een(maak(tmp_path, wijken_geojson=kaart(kenmerk(), kenmerk(over, "WK999802", "Twee"))), "SK512")
    assert melding.soort == "waarschuwing" and "WK999802 (Twee) overlapt WK999801 (Een)" in melding.tekst
    haar = [[6.2 - 1e-10, 52.2], *NAAST[1:4], [6.2 - 1e-10, 52.2]]
    assert codes(maak(tmp_path, wijken_geojson=kaart(kenmerk(), kenmerk(haar, "WK999802", "Twee")))) == []
    deuk = [NAAST[0], NAAST[1], NAAST[2], NAAST[3], [6.20005, 52.25], NAAST[0]]
    melding = een(
        maak(
            tmp_path,
            wijken_geojson=kaart(
                kenmerk(),
                kenmerk(deuk, "WK999802", "Twee"),
                kenmerk([[6.1, 52.3], [6.3, 52.3], [6.3, 52.4], [6.1, 52.3]], "WK999803", "Drie"),
            ),
        ),
        "SK519",
    )
    assert melding.soort == "waarschuwing"


def test_een_wijk_geheel_in_een_andere_is_overlap(tmp_path):
    binnen = [[6.14, 52.24], [6.16, 52.24], [6.16, 52.26], [6.14, 52.26], [6.14, 52.24]]
    assert codes(maak(tmp_path, wijken_geojson=kaart(kenmerk(), kenmerk(binnen, "WK999802", "Twee")))) == ["SK512"]


def test_te_groot_en_te_veel_punten(tmp_path):
    veel = {"type": "MultiPolygon", "coordinates": [[[[6.1 + i / 1e7, 52.2] for i in range(160_000)]]]}
    assert codes(maak(tmp_path, wijken_geojson=json.dumps(json.loads(kaart(kenmerk(geometrie=veel)))))) == ["SK513"]
    assert codes(maak(tmp_path, wijken_geojson=" " * (9 * 1024 * 1024))) == ["SK005"]


def test_namen_met_een_gelijk_adres(tmp_path):
    tekst = kaart(kenmerk(), kenmerk(NAAST, "WK999802", "Één"))
    melding = een(maak(tmp_path, wijken_geojson=tekst), "SK518")
    assert "Één (WK999802)" in melding.tekst and tekst.split("\n")[melding.regel - 1][melding.kolom - 1 :].startswith(
        "WK999802"
    )


def test_een_naam_die_botst_met_een_vaste_pagina_krijgt_een_eigen_adres(tmp_path):
    (gemeente,), verslag = lees(maak(tmp_path, wijken_geojson=kaart(kenmerk(naam="Dekking"))))
    assert not verslag.meldingen and gemeente.wijken[0].slug == "dekking-wijk"


def test_buurt_met_de_naam_van_een_wijk_krijgt_zijn_code_in_het_adres(tmp_path):
    maak(
        tmp_path,
        wijken_geojson=kaart(kenmerk()),
        buurten_geojson=kaart(kenmerk(code="BU99980100", naam="Een"), kenmerk(NAAST, "BU99980101", "Twee")),
    )
    (gemeente,), verslag = lees(tmp_path)
    assert not verslag.meldingen and [b.slug for b in gemeente.buurten] == ["een-99980100", "twee"]


def test_html_in_een_naam_blijft_letterlijk(tmp_path):
    naam = "</script>`${x}`\"'"
    (gemeente,), verslag = lees(maak(tmp_path, wijken_geojson=kaart(kenmerk(naam=naam))))
    assert not verslag.meldingen and gemeente.wijken[0].naam == naam


def test_wijken_csv_zonder_kaart_en_letters_bij_een_kaart(tmp_path):
    maak(tmp_path, wijken_csv='code,naam,letter\nWK999801,"Een, en meer",A\n')
    (gemeente,), verslag = lees(tmp_path)
    assert not verslag.meldingen and (gemeente.wijken[0].naam, gemeente.wijken[0].letter, gemeente.wijken[0].vorm) == (
        "Een, en meer",
        "A",
        None,
    )
    maak(tmp_path, wijken_geojson=kaart(kenmerk()))
    (gemeente,), verslag = lees(tmp_path)
    assert not verslag.meldingen and (gemeente.wijken[0].naam, gemeente.wijken[0].letter) == ("Een", "A")


@pytest.mark.parametrize(
    ("naam", "inhoud", "code", "plek", "stuk"),
    [
        ("wijken_csv", "code;naam\nWK999801;Een\n", "SK516", (1, 1), "scheidingsteken"),
        ("wijken_csv", "code,nam\nWK999801,Een\n", "SK516", (1, 1), "naam"),
        ("wijken_csv", "code,naam\nWK999801,Een,te veel\n", "SK516", (2, 1), "aantal cellen"),
        ("wijken_csv", 'code,naam\nWK999801,"Een\n', "SK516", (2, 1), "aanhalingsteken"),
        ("wijken_csv", "code,naam\nWK999801,Een\nWK999801,Twee\n", "SK516", (3, 1), "regel 2"),
        ("wijken_csv", "code,naam\n363,Een\n", "SK516", (2, 1), "363"),
        ("wijken_csv", "code,naam\nWK015001,Een\n", "SK517", (2, 1), "GM9998"),
        ("wijken_csv", "code,naam\nWK999801,=1+1\n", "SK224", (2, 10), "="),
        ("wijken_csv", "", "SK004", (1, 1), ""),
        ("tegels_csv", "code,rij,kolom\nWK999801,1,x\n", "SK516", (2, 12), "'x'"),
        ("tegels_csv", "code,rij,kolom\nWK999809,1,1\n", "SK516", (2, 1), "WK99980"),
        ("tegels_csv", "code,rij,kolom\nWK999801,1,1\nWK999802,1,1\n", "SK516", (3, 10), "regel 2"),
        ("postcodes_csv", "postcode,wijken\n999AA,WK999801\n", "SK516", (2, 1), "999AA"),
        ("postcodes_csv", "postcode,wijken\n9999 AA,WK999801 WK999809\n", "SK516", (2, 9), "WK999809"),
        ("postcodes_csv", "postcode,wijken\n9999 AA,WK999801\n9999AA,WK999802\n", "SK516", (3, 1), "regel 2"),
        (
            "kerncijfers_csv",
            "gebied,jaar,indicator,categorie,waarde\nWK999801,2019,wmo,a,12\nGM0150,2019,wmo,a,12\n",
            "SK516",
            (3, 1),
            "GM0150",
        ),
        (
            "kerncijfers_csv",
            "gebied,jaar,indicator,categorie,waarde\nWK999801,19,wmo,a,12\n",
            "SK516",
            (2, 10),
            "'19'",
        ),
        (
            "kerncijfers_csv",
            "gebied,jaar,indicator,categorie,waarde\nWK999801,2019,wmoo,a,12\n",
            "SK516",
            (2, 15),
            "wmo",
        ),
        (
            "kerncijfers_csv",
            'gebied,jaar,indicator,categorie,waarde\nWK999801,2019,wmo,a,"1,5"\n',
            "SK516",
            (2, 21),
            "1,5",
        ),
        (
            "kerncijfers_csv",
            "gebied,jaar,indicator,categorie,waarde,gepubliceerd\nWK999801,2019,wmo,a,1,2027-01-01\n",
            "SK516",
            (2, 23),
            "2027",
        ),
        (
            "kerncijfers_csv",
            "gebied,jaar,indicator,categorie,waarde\n" + "WK999801,2019,wmo,a,1\n" * 2,
            "SK516",
            (3, 15),
            "regel 2",
        ),
    ],
)
def test_een_fout_in_een_tabel_wijst_de_cel_aan(tmp_path, naam, inhoud, code, plek, stuk):
    maak(
        tmp_path,
        wijken_geojson=kaart(kenmerk(), kenmerk(NAAST, "WK999802", "Twee")),
        kerncijfers_yaml="indicatoren:\n  - id: wmo\n    naam: Wmo\n",
    )
    if naam == "wijken_csv":
        (tmp_path / "gebieden/proefgemeente/wijken.geojson").unlink()
    melding = een(maak(tmp_path, **{naam: inhoud}), code)
    assert (melding.regel, melding.kolom) == plek and stuk in melding.tekst + melding.oplossing


def test_goede_tabellen_komen_in_het_model(tmp_path):
    maak(
        tmp_path,
        wijken_geojson=kaart(kenmerk(), kenmerk(NAAST, "WK999802", "Twee")),
        tegels_csv="code,rij,kolom\nWK999801,1,2\n",
        postcodes_csv="postcode,wijken\n9999AB,WK999802 WK999801\n",
        kerncijfers_yaml="indicatoren:\n  - id: wmo\n    naam: Wmo\n    onderdrukken: nee\n",
        kerncijfers_csv='gebied,jaar,indicator,categorie,waarde,bron,gepubliceerd\nGM9998,2019,wmo,,<5,"Stuk, bijlage 1",2020-06-09\n'
        "WK999801,2019,wmo,,-99997,,\n",
        herkomst_yaml="wijken:\n  bestand: x.geojson\n  peildatum: 2026-11-22\n",
    )
    (gemeente,), verslag = lees(tmp_path)
    assert not verslag.meldingen, verslag.als_tekst()
    assert gemeente.postcodes == {"9999 AB": ("WK999801", "WK999802")}
    assert (gemeente.tegels[0].rij, gemeente.tegels[0].kolom) == (1, 2)
    assert [(k.waarde, k.bron) for k in gemeente.kerncijfers] == [("<5", "Stuk, bijlage 1"), ("", "")]
    assert gemeente.indicatoren[0]["onderdrukken"] is False and gemeente.herkomst["wijken"]["bestand"] == "x.geojson"


def test_eigen_indeling_met_omtrek_en_haar_fouten(tmp_path):
    maak(
        tmp_path,
        wijken_geojson=kaart(kenmerk(), kenmerk(NAAST, "WK999802", "Twee")),
        indeling_yaml="gebieden:\n  - id: samen\n    naam: Samen\n    soort: gebiedsteam\n    codes: [WK999801, WK999802]\n"
        "    team: team-samen\n",
    )
    (gemeente,), verslag = lees(tmp_path)
    deel = gemeente.indeling[0]
    assert not verslag.meldingen and (deel.id, deel.team, deel.codes) == (
        "samen",
        "team-samen",
        ("WK999801", "WK999802"),
    )
    xs = [x for ring in ringen_van(deel.vorm) for x, _ in ring]
    assert deel.vorm["type"] == "Polygon" and (min(xs), max(xs)) == (6.1, 6.3)
    maak(tmp_path, indeling_yaml="gebieden:\n  - id: een\n    naam: Een\n    codes: [WK999809]\n")
    assert [(m.code, m.regel) for m in lees(tmp_path)[1].meldingen] == [("SK518", 2), ("SK305", 4)]


def test_lijkende_bestanden_en_rommel_in_de_map(tmp_path):
    maak(tmp_path, wijken_geojson=kaart(kenmerk()), wijken_json="{}", README_md="x")
    doel = tmp_path / "gebieden/proefgemeente"
    (doel / "wijken.geojson~").write_text("x")
    (doel / "oud").mkdir()
    (tmp_path / "gebieden/los.geojson").write_text("{}")
    (tmp_path / "gebieden/Met Hoofdletter").mkdir()
    gevonden = {(m.pad.removeprefix("gebieden/"), m.code) for m in lees(tmp_path)[1].meldingen}
    assert gevonden == {
        ("proefgemeente/wijken.json", "SK007"),
        ("proefgemeente/wijken.geojson~", "SK008"),
        ("proefgemeente/oud", "SK007"),
        ("los.geojson", "SK007"),
        ("Met Hoofdletter", "SK009"),
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen FIFO")
def test_snelkoppelingen_en_een_fifo_worden_niet_gevolgd(tmp_path):
    maak(tmp_path)
    doel = tmp_path / "gebieden/proefgemeente"
    (tmp_path / "elders.geojson").write_text(kaart(kenmerk()))
    (doel / "wijken.geojson").symlink_to(tmp_path / "elders.geojson")
    os.mkfifo(doel / "tegels.csv")
    (tmp_path / "gebieden/ander").symlink_to(doel)
    gevonden = sorted((m.pad.rsplit("/", 1)[1], m.code) for m in lees(tmp_path)[1].meldingen)
    assert gevonden == [("ander", "SK011"), ("tegels.csv", "SK013"), ("wijken.geojson", "SK011")]


def test_map_zonder_gemeente_en_een_code_in_twee_mappen(tmp_path):
    maak(tmp_path, wijken_geojson=kaart(kenmerk()))
    (tmp_path / "gebieden/leeg").mkdir()
    ander = tmp_path / "gebieden/ander"
    ander.mkdir()
    (ander / "gemeente.yaml").write_text("code: GM9998\nnaam: Ander\nprovincie: Overijssel\n")
    assert [(m.pad, m.code) for m in lees(tmp_path)[1].meldingen] == [
        ("gebieden/leeg/gemeente.yaml", "SK012"),
        ("gebieden/proefgemeente/gemeente.yaml", "SK302"),
    ]
    (ander / "gemeente.yaml").write_text("code: WK999801\nnaam: Ander\nprovincie: Overijssel\n")
    assert ("gebieden/ander/gemeente.yaml", "SK510") in [(m.pad, m.code) for m in lees(tmp_path)[1].meldingen]


def test_water_mag_lijn_of_vlak_zijn(tmp_path):
    lijn = {
        "type": "Feature",
        "properties": {"naam": "de Vaart", "x": 1},
        "geometry": {"type": "LineString", "coordinates": [[6.1, 52.2], [6.2, 52.3]]},
    }
    (gemeente,), verslag = lees(maak(tmp_path, water_geojson=kaart(lijn)))
    assert not verslag.meldingen and gemeente.water["features"][0]["properties"] == {"naam": "de Vaart"}
    lijn["geometry"]["coordinates"][0] = [6.1]
    assert codes(maak(tmp_path, water_geojson=kaart(lijn))) == ["SK509"]
    lijn["geometry"]["coordinates"] = [[205000, 473000], [205001, 473000]]
    assert codes(maak(tmp_path, water_geojson=kaart(lijn))) == ["SK504"]


def test_de_tweede_keer_uit_de_voorraad_zonder_shapely_maar_met_de_waarschuwingen(tmp_path):
    over = [[6.1999, 52.2], *NAAST[1:4], [6.1999, 52.2]]
    maak(tmp_path, wijken_geojson=kaart(kenmerk(), kenmerk(over, "WK999802", "Twee")))
    code = f"""if True:
        import sys
        from datetime import date
        from pathlib import Path
        from generator.gebieden.plaatsen import plaats_punten
        from generator.lezen.gebieden import lees_gebieden
        from generator.meldingen import Verslag
        from generator.voorraad import Voorraad
        map_, verslag = Path({str(tmp_path)!r}), Verslag()
        voorraad = Voorraad(map_)
        gemeenten = lees_gebieden(map_, verslag, date(2026, 11, 22), voorraad)
        plaatsen = plaats_punten(gemeenten, [(1, 6.15, 52.25)], voorraad)
        voorraad.bewaar()
        print([m.code for m in verslag.meldingen], plaatsen, "shapely" in sys.modules, "geopandas" in sys.modules)"""
    omgeving = {**os.environ, "SOCIALE_KAART_VOORRAAD": str(tmp_path / "voorraad"), "PYTHONPATH": str(PROJECT)}
    uit = [
        subprocess.run(
            [sys.executable, "-c", code], env=omgeving, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert uit == ["['SK512'] {1: 'WK999801'} True False", "['SK512'] {1: 'WK999801'} False False"]


def test_gdal_opent_geen_geojson(tmp_path):
    """Een VRT met de naam wijken.geojson zou via GDAL een ander bestand lezen."""
    vrt = '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'
    assert "VRT" in een(maak(tmp_path, wijken_geojson=vrt), "SK502").tekst
    bron = (PROJECT / "generator/lezen/geojson.py").read_text("utf-8") + (
        PROJECT / "generator/lezen/vormen.py"
    ).read_text("utf-8")
    assert "read_file" not in bron and "pyogrio" not in bron


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_elke_rij_bytes_wordt_gelezen_of_gemeld(ruw):
    verslag = Verslag()
    assert lees_json(ruw, "x", verslag) is not None or verslag.fouten


WAARDEN = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda d: (
        st.lists(d, max_size=5) | st.dictionaries(st.sampled_from(["type", "coordinates", "code", "x"]), d, max_size=4)
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["Polygon", "MultiPolygon", "Point"]), WAARDEN, WAARDEN, WAARDEN)
def test_elke_json_als_kenmerk_geeft_een_gebied_of_een_fout(soort, coordinaten, eigen, code):
    kenmerken = [
        {"type": "Feature", "properties": eigen, "geometry": {"type": soort, "coordinates": coordinaten}},
        {"type": "Feature", "properties": {"code": code, "naam": "x"}, "geometry": coordinaten},
    ]
    verslag = Verslag()
    assert not lees_kenmerken(kaart(*kenmerken).encode(), "x", verslag, "wijk", "GM9998") and verslag.fouten


def test_elke_code_over_gebieden_heeft_hier_een_geval():
    """De codes staan hierboven in vergelijkingen die precies kloppen; een code zonder geval is een dode controle."""
    hier = Path(__file__).read_text("utf-8")
    hier += (Path(__file__).parent / "test_ondergrond.py").read_text("utf-8")
    assert [code for code in CODES if code.startswith("SK5") and f'"{code}"' not in hier] == []


# De echte bestanden
def _uit_bestand(bestand: Path, doel: Path, code: str, naam: str, soort: str = "wijken") -> Path:
    plek = doel / "gebieden" / naam
    plek.mkdir(parents=True, exist_ok=True)
    (plek / "gemeente.yaml").write_text(f"code: {code}\nnaam: {naam}\nprovincie: Overijssel\n")
    (plek / f"{soort}.geojson").write_bytes(bestand.read_bytes())
    return doel


@pytest.mark.parametrize(
    ("bestand", "code", "aantal"),
    [
        ("gm0150_deventer_wijken_2022.geojson", "GM0150", 15),
        ("gm1708_steenwijkerland_wijken_2022.geojson", "GM1708", 31),
    ],
)
def test_echte_gemeenten_zonder_een_melding(tmp_path, gedeeld, bestand, code, aantal):
    (gemeente,), verslag = lees(_uit_bestand(gedeeld / "gebieden" / bestand, tmp_path, code, "proef"))
    assert not verslag.meldingen and len(gemeente.wijken) == aantal


def test_het_slordige_bestand_geeft_waarschuwingen_en_geen_fouten(tmp_path, gedeeld):
    (gemeente,), verslag = lees(
        _uit_bestand(gedeeld / "gebieden/gm0150_deventer_wijken_2024_slordig.geojson", tmp_path, "GM0150", "deventer")
    )
    telling = [m.code for m in verslag.meldingen]
    assert len(gemeente.wijken) == 15 and set(telling) == {"SK512", "SK519"} and telling.count("SK512") >= 20


def test_heel_nederland_als_345_gemeenten(tmp_path, gedeeld):
    per: dict[str, list] = {}
    for deel in json.loads((gedeeld / "gebieden/nl_wijken_2022.geojson").read_text("utf-8"))["features"]:
        per.setdefault(deel["properties"]["gemeentecode"], []).append(deel)
    for code, delen in per.items():
        bestand = tmp_path / "bron.geojson"
        bestand.write_text(json.dumps({"type": "FeatureCollection", "features": delen}), encoding="utf-8")
        _uit_bestand(bestand, tmp_path, code, code.lower())
    gemeenten, verslag = lees(tmp_path)
    assert not verslag.fouten, verslag.als_tekst()[:2000]
    assert (len(gemeenten), sum(len(g.wijken) for g in gemeenten)) == (345, 3340)


def test_heel_nederland_als_een_regio(tmp_path, gedeeld):
    (gemeente,), verslag = lees(_uit_bestand(gedeeld / "gebieden/nl_wijken_2022.geojson", tmp_path, "RG01", "land"))
    assert not verslag.meldingen and len(gemeente.wijken) == 3340
    assert len({w.slug for w in gemeente.wijken}) == 3340


def test_oppervlakte_van_de_gelezen_wijken_is_die_van_het_cbs(tmp_path, gedeeld):
    from generator.gebieden import grenzen
    from generator.lezen.vormen import maak_vormen

    bestand = gedeeld / "gebieden/gm0150_deventer_wijken_2022.geojson"
    (gemeente,), _ = lees(_uit_bestand(bestand, tmp_path, "GM0150", "deventer"))
    km2 = (
        grenzen.shapely.area(
            grenzen.reken_om(maak_vormen([w.vorm for w in gemeente.wijken]), grenzen.WGS84, grenzen.RD)
        ).sum()
        / 1e6
    )
    opgave = sum(k["properties"]["oppervlakte_km2"] for k in json.loads(bestand.read_text("utf-8"))["features"])
    assert abs(km2 / opgave - 1) < 0.005


CIJFERKOP = "gebied,jaar,indicator,categorie,waarde\n"


def test_dezelfde_fout_op_veel_regels_is_een_melding_met_een_aantal(tmp_path):
    """Wie de vorm nog niet kent, krijgt geen 72 gelijke meldingen, maar een met de regels die ontbreken."""
    kaartje = kaart(kenmerk(), kenmerk(NAAST, "WK999802", "Twee"))
    regels = "".join(f"WK99980{i % 2 + 1},{2000 + i},{'wmo' if i < 40 else 'jeugd'},,{i}\n" for i in range(70))
    maak(tmp_path, wijken_geojson=kaartje)
    melding = een(maak(tmp_path, kerncijfers_csv=CIJFERKOP + regels), "SK516")
    assert (melding.regel, melding.kolom) == (2, 15)
    assert "op 70 regels, tot en met regel 71" in melding.oplossing
    gevraagd = re.search(r"met: (indicatoren: \[.*\])\.", melding.oplossing)
    (gemeente,), verslag = lees(maak(tmp_path, kerncijfers_yaml=gevraagd[1] + "\n"))
    assert not verslag.meldingen, "wie doet wat er staat, is klaar"
    assert len(gemeente.kerncijfers) == 70


def test_een_onbekende_indicator_naast_bekende_noemt_haar_regel(tmp_path):
    maak(tmp_path, wijken_geojson=kaart(kenmerk()), kerncijfers_yaml="indicatoren:\n  - {id: wmo, naam: Wmo}\n")
    melding = een(maak(tmp_path, kerncijfers_csv=CIJFERKOP + "WK999801,2024,Oudere inwoners,,12\n"), "SK516")
    regel = re.search(r"de regel '(  - \{.*?\})', en schrijf hier '(.*?)'", melding.oplossing)
    maak(tmp_path, kerncijfers_yaml=f"indicatoren:\n  - {{id: wmo, naam: Wmo}}\n{regel[1]}\n")
    _, verslag = lees(maak(tmp_path, kerncijfers_csv=CIJFERKOP + f"WK999801,2024,{regel[2]},,12\n"))
    assert not verslag.meldingen, verslag.als_tekst()


def test_een_naam_in_een_tabel_krijgt_haar_code(tmp_path):
    maak(
        tmp_path,
        wijken_geojson=kaart(kenmerk(naam="De Esch")),
        kerncijfers_yaml="indicatoren:\n  - {id: wmo, naam: Wmo}\n",
    )
    regels = "".join(f"{naam},2024,wmo,{naam},12\n" for naam in ("de esch", "Proefgemeente"))
    verslag = lees(maak(tmp_path, kerncijfers_csv=CIJFERKOP + regels))[1]
    assert [re.search(r"schrijf (\w+);", m.oplossing)[1] for m in verslag.meldingen] == ["WK999801", "GM9998"]


def test_een_lege_categorie_is_alles(tmp_path):
    maak(tmp_path, wijken_geojson=kaart(kenmerk()), kerncijfers_yaml="indicatoren:\n  - {id: wmo, naam: Wmo}\n")
    (gemeente,), _ = lees(maak(tmp_path, kerncijfers_csv=CIJFERKOP + "WK999801,2024,wmo,,12\n"))
    assert [c.categorie for c in gemeente.kerncijfers] == ["alles"]
    melding = een(
        maak(tmp_path, kerncijfers_csv=CIJFERKOP + "WK999801,2024,wmo,,12\nWK999801,2024,wmo,alles,3\n"), "SK516"
    )
    assert melding.regel == 3
