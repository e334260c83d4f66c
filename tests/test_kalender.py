"""De kalender in een kale V8 en in Python: feestdagen, weken en de klok van Nederland zijn aan beide kanten gelijk."""

import json
from datetime import date, timedelta

import pytest

from generator.betekenis import kalender
from generator.model import Periode, Wanneer
from generator.zoeken.bundel import bundel


@pytest.fixture(scope="module")
def js():
    from py_mini_racer import MiniRacer

    motor = MiniRacer()
    motor.eval(bundel("gemeen/kalender.js"))
    return lambda uitdrukking: json.loads(motor.eval(f"JSON.stringify({uitdrukking})"))


def dagnummer(dag: date) -> int:
    return (dag - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    ("dag", "feest"),
    [
        ("2026-01-01", "nieuwjaarsdag"),
        ("2026-04-05", "eerste paasdag"),
        ("2026-04-06", "tweede paasdag"),
        ("2026-04-27", "Koningsdag"),
        ("2025-04-26", "Koningsdag"),
        ("2025-04-27", ""),
        ("2031-04-26", "Koningsdag"),
        ("2025-05-05", "Bevrijdingsdag"),
        ("2026-05-05", ""),
        ("2026-05-14", "Hemelvaartsdag"),
        ("2026-05-24", "eerste pinksterdag"),
        ("2026-05-25", "tweede pinksterdag"),
        ("2026-12-25", "eerste kerstdag"),
        ("2026-12-26", "tweede kerstdag"),
        ("2026-12-24", ""),
        ("2026-04-03", ""),
    ],
)
def test_feestdagen(js, dag, feest):
    assert kalender.feestdag(date.fromisoformat(dag)) == feest
    assert js(f"feestdag(leesMoment('{dag}T12:00').dag)") == feest


@pytest.mark.parametrize(
    ("jaar", "dag"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2024, "03-31"), (2038, "04-25")]
)
def test_pasen(js, jaar, dag):
    assert kalender.pasen(jaar) == date.fromisoformat(f"{jaar}-{dag}")
    assert js(f"feestdag(leesMoment('{jaar}-{dag}T12:00').dag)") == "eerste paasdag"


def test_elke_dag_van_tien_jaar_is_aan_beide_kanten_gelijk(js):
    """Feestdag, weekdag en of een WANNEER of periode geldt."""
    dagen = [date(2024, 1, 1) + timedelta(n) for n in range(3653)]
    wanneers = [(Wanneer((n,)), f"w{'L' if n < 0 else n}") for n in (1, 2, 3, 4, 5, -1)]
    wanneers += [(Wanneer(weken="even"), "e"), (Wanneer(weken="oneven"), "o")]
    periodes = [(4, 1, 9, 30), (11, 1, 2, 29), (2, 29, 3, 1), (12, 31, 1, 1)]
    lijst = f"Array.from({{length: 3653}}, (_, n) => n + {dagnummer(dagen[0])})"
    assert js(f"{lijst}.map((d) => [weekdag(d), feestdag(d)])") == [[d.weekday(), kalender.feestdag(d)] for d in dagen]
    for wanneer, code in wanneers:
        assert js(f"{lijst}.map((d) => geldt('{code}', d))") == [kalender.geldt(wanneer, d) for d in dagen], code
    for p in periodes:
        periode = Periode(p[:2], p[2:])
        grenzen = [p[0] * 100 + p[1], p[2] * 100 + p[3]]
        assert js(f"{lijst}.map((d) => inPeriode({grenzen}, d))") == [
            kalender.in_periode(periode, d) for d in dagen
        ], p


@pytest.mark.parametrize(
    ("moment", "klok"),
    [
        ("2026-11-23T08:59:00+01:00", "2026-11-23T08:59"),
        ("2026-07-05T22:30:00Z", "2026-07-06T00:30"),
        ("2026-12-31T23:00:00Z", "2027-01-01T00:00"),
        ("2026-03-29T00:59:00Z", "2026-03-29T01:59"),
        ("2026-03-29T01:00:00Z", "2026-03-29T03:00"),
        ("2026-10-25T00:30:00Z", "2026-10-25T02:30"),
        ("2026-10-25T01:30:00Z", "2026-10-25T02:30"),
    ],
)
def test_de_klok_is_die_van_nederland(js, moment, klok):
    """Ook rond de twee nachten waarin de klok verzet wordt."""
    assert js(f"alsMoment(nederland(new Date('{moment}')))") == klok


@pytest.mark.parametrize(
    "tekst",
    ["", "morgen", "2026-13-01T10:00", "2026-02-30T10:00", "2026-01-01T24:00", "2026-01-01T10:60", "2026-01-01"],
)
def test_een_moment_dat_niet_bestaat_is_er_niet(js, tekst):
    assert js(f"leesMoment('{tekst}')") is None
