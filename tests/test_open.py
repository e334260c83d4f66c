"""open.js in een kale V8: open of dicht in Nederland, op elk moment; onbekend blijft onbekend."""

import json

import pytest

from generator.zoeken.bundel import bundel

WEEK = {"ma": [[540, 750], [810, 1020]], "di": "afspraak", "wo": [], "do": [[540, 1020]], "vr": [[1200, 1440]], "za": [[0, 120]]}
ALTIJD = {dag: [[0, 1440]] for dag in ("ma", "di", "wo", "do", "vr", "za", "zo")}


@pytest.fixture(scope="module")
def js():
    from py_mini_racer import MiniRacer
    motor = MiniRacer()
    motor.eval(bundel("gemeen/open.js"))
    return lambda uitdrukking: json.loads(motor.eval(f"JSON.stringify({uitdrukking})"))


def stand(js, tijden, moment: str) -> tuple[str, str]:
    uit = js(f"openStand({json.dumps(tijden)}, new Date({json.dumps(moment)}))")
    return uit["stand"], uit["tekst"]


@pytest.mark.parametrize(("moment", "verwacht"), [
    ("2026-11-23T08:59:00+01:00", ("dicht", "nu dicht, open vanaf 9.00 uur")),
    ("2026-11-23T09:00:00+01:00", ("open", "open tot 12.30 uur")),
    ("2026-11-23T12:30:00+01:00", ("dicht", "nu dicht, open vanaf 13.30 uur")),
    ("2026-11-23T17:00:00+01:00", ("dicht", "nu dicht, donderdag open vanaf 9.00 uur")),
    ("2026-11-24T10:00:00+01:00", ("afspraak", "vandaag op afspraak")),
    ("2026-11-25T10:00:00+01:00", ("dicht", "nu dicht, morgen open vanaf 9.00 uur")),
    ("2026-11-27T23:30:00+01:00", ("open", "open tot 2.00 uur")),
    ("2026-11-28T01:59:00+01:00", ("open", "open tot 2.00 uur")),
    ("2026-11-28T05:00:00+01:00", ("dicht", "nu dicht")),
    ("2026-11-29T05:00:00+01:00", ("onbekend", "tijden van vandaag niet bekend")),
    ("2026-07-06T08:00:00Z", ("open", "open tot 12.30 uur")),
    ("2026-07-05T22:30:00Z", ("dicht", "nu dicht, open vanaf 9.00 uur")),
])
def test_stand(js, moment, verwacht):
    assert stand(js, WEEK, moment) == verwacht


@pytest.mark.parametrize(("dag", "feest"), [
    ("2026-01-01", "nieuwjaarsdag"), ("2026-04-05", "eerste paasdag"), ("2026-04-06", "tweede paasdag"), ("2026-04-27", "Koningsdag"),
    ("2025-04-26", "Koningsdag"), ("2025-04-27", ""), ("2031-04-26", "Koningsdag"), ("2025-05-05", "Bevrijdingsdag"), ("2026-05-05", ""),
    ("2026-05-14", "Hemelvaartsdag"), ("2026-05-24", "eerste pinksterdag"), ("2026-05-25", "tweede pinksterdag"),
    ("2026-12-25", "eerste kerstdag"), ("2026-12-26", "tweede kerstdag"), ("2026-12-24", ""), ("2026-04-03", ""),
])
def test_feestdagen(js, dag, feest):
    jaar, maand, nummer = (int(d) for d in dag.split("-"))
    assert js(f"feestdag({jaar}, {maand}, {nummer})") == feest


@pytest.mark.parametrize(("jaar", "dag"), [(1961, [4, 2]), (2000, [4, 23]), (2008, [3, 23]), (2024, [3, 31]), (2038, [4, 25])])
def test_pasen(js, jaar, dag):
    assert js(f"pasen({jaar})") == dag


def test_op_een_feestdag_is_alleen_dag_en_nacht_zeker(js):
    kerst = "2026-12-25T10:00:00+01:00"
    assert stand(js, {"vr": [[540, 1020]]}, kerst) == ("onbekend", "vandaag is het eerste kerstdag: bel of het open is")
    assert stand(js, {"vr": []}, kerst) == ("dicht", "vandaag dicht")
    assert stand(js, ALTIJD, kerst) == ("open", "dag en nacht open")
    assert stand(js, {"do": [[540, 1020]], "vr": [[540, 1020]]}, "2026-12-24T18:00:00+01:00") == ("dicht", "nu dicht")


@pytest.mark.parametrize("tijden", [None, {}])
def test_niets_bekend(js, tijden):
    assert stand(js, tijden, "2026-11-23T10:00:00+01:00") == ("onbekend", "tijden niet bekend")


def test_beste_van_meer_plekken(js):
    alle = json.dumps([{"ma": []}, {"ma": [[540, 1020]]}, {"di": []}])
    assert js(f"besteStand({alle}, new Date('2026-11-23T10:00:00+01:00'))")["stand"] == "open"
    assert js(f"besteStand({alle}, new Date('2026-11-23T08:00:00+01:00'))")["stand"] == "onbekend"
