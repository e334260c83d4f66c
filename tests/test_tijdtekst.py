"""Tijden in woorden: wat er bij seizoenen staat klopt met wat er op elke dag geldt."""

from datetime import date, timedelta

import pytest

from generator.betekenis.kalender import in_periode
from generator.betekenis.tijdtekst import blokken
from generator.model import Dagdeel, Dagtijd, Periode, Tijden

DAG = Dagtijd((Dagdeel(540, 720),))
VANAF = date(2026, 11, 22)


def seizoen(van: tuple[int, int] | None = None, tot: tuple[int, int] | None = None) -> Tijden:
    return Tijden(ma=DAG, periode=Periode(van, tot) if van and tot else None)


@pytest.mark.parametrize(
    ("seizoenen", "zin"),
    [
        ([seizoen()], ""),
        ([seizoen((4, 1), (9, 30))], "Buiten deze periode is het dicht."),
        ([seizoen((10, 1), (3, 31))], "Buiten deze periode is het dicht."),
        ([seizoen((4, 1), (9, 30)), seizoen((10, 1), (3, 31))], ""),
        ([seizoen((10, 1), (3, 31)), seizoen((4, 1), (9, 30))], ""),
        ([seizoen((1, 1), (12, 31))], ""),
        ([seizoen((3, 1), (6, 30)), seizoen((7, 1), (2, 29))], ""),
        (
            [seizoen((4, 1), (6, 30)), seizoen((7, 1), (9, 30)), seizoen((10, 1), (12, 31)), seizoen((1, 1), (3, 31))],
            "",
        ),
        ([seizoen((4, 1), (9, 30)), seizoen((10, 2), (3, 31))], "Buiten deze periodes is het dicht."),
        ([seizoen((4, 1), (9, 30)), seizoen()], ""),
    ],
)
def test_buiten_de_periodes_staat_er_alleen_als_er_dagen_over_zijn(seizoenen, zin):
    gevonden = [tekst for blok in blokken(tuple(seizoenen), None, VANAF) for tekst, _ in blok.erbij]
    assert gevonden == ([zin] if zin else [])
    dagen = [date(2027, 1, 1) + timedelta(n) for n in range(731)]
    assert bool(zin) == any(
        not any(s.periode is None or in_periode(s.periode, dag) for s in seizoenen) for dag in dagen
    )
