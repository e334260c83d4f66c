"""Waar fork niet kan doet een nieuw proces mee: dezelfde bytes en meldingen, en wat er misgaat wordt verteld."""

import os
import signal

import pytest
from proefmap import maak_goede_map
from test_kernen import boom, bouw

from generator import kernen
from generator.bouw import schrijven
from generator.elders import Elders
from generator.meldingen import SocialeKaartFout


@pytest.fixture
def zonder_fork(monkeypatch):
    for module in (kernen, schrijven):
        monkeypatch.setattr(module, "kan_verdelen", lambda aantal: False)
    monkeypatch.setattr(schrijven, "VANAF_ELDERS", 0)


def verwachting(begin: int):
    return lambda getal: (os.getpid(), begin + getal)


def fout_van(soort: str):
    def doe(_):
        if soort == "weg":
            os.kill(os.getpid(), signal.SIGKILL)
        raise {"bekend": SocialeKaartFout("stuk.", "maak heel.", 1), "schijf": OSError(28, "vol")}[soort]

    return doe


def nooit(_):
    raise AssertionError("dit proces hoeft niets te doen")


def test_een_nieuw_proces_doet_mee_en_de_uitkomsten_staan_op_volgorde():
    taken = [(n,) for n in range(60)]
    with Elders(verwachting, (100,), taken, 1) as elders:
        elders.taken[0].result()
        uit = elders.maak_af(verwachting(100), taken)
    assert [getal for _, getal in uit] == list(range(100, 160))
    assert uit[0][0] != os.getpid()


@pytest.mark.parametrize(
    "soort, verwacht, tekst",
    [("bekend", SocialeKaartFout, "stuk."), ("schijf", OSError, "vol"), ("weg", SocialeKaartFout, "gestopt")],
)
def test_een_fout_in_een_nieuw_proces_komt_hier_aan(soort, verwacht, tekst):
    with pytest.raises(verwacht, match=tekst), Elders(fout_van, (soort,), [(1,)], 1) as elders:
        while not elders.taken[0].running() and not elders.taken[0].done():
            pass
        elders.maak_af(nooit, [(1,)])


def test_zonder_fork_dezelfde_bytes_en_meldingen(tmp_path, zonder_fork, monkeypatch):
    map_ = maak_goede_map(tmp_path / "map")
    een = bouw(map_, tmp_path / "site1", 1)
    buiten = []
    monkeypatch.setattr(schrijven, "Elders", lambda *rest: buiten.append(Elders(*rest)) or buiten[-1])
    twee = bouw(map_, tmp_path / "site2", 2)
    assert len(buiten) == 1
    assert any(not taak.cancelled() for taak in buiten[0].taken)
    assert een.meldingen == twee.meldingen
    assert boom(tmp_path / "site1") == boom(tmp_path / "site2")
