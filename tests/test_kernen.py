"""Meer kernen: dezelfde bestanden en dezelfde meldingen als met een, en wat in een kopie misgaat wordt verteld."""

import os
import signal
from pathlib import Path

import pytest
from proefmap import PEILDATUM, maak_goede_map

from generator.bouw import bouwen, schrijven
from generator.bouw.bouwen import bouw_site
from generator.bouw.stempelen import Gestempeld, Stempel
from generator.kernen import Ploeg, verdeel
from generator.meldingen import SocialeKaartFout, Verslag
from generator.opdrachten.bouw import kernen
from generator.voorraad import Voorraad

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="zonder fork is er een proces")


def boom(map_: Path) -> dict[str, bytes]:
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


def bouw(map_: Path, uit: Path, aantal: int) -> Verslag:
    verslag = Verslag()
    bouw_site(map_, uit, verslag, PEILDATUM, Voorraad(map_, aan=False), kernen=aantal)
    return verslag


class Samen:
    """Twee taken die op elkaar wachten: zij zijn alleen klaar te krijgen als twee processen er elk een hebben."""

    def __init__(self):
        self.eerste, self.ouder, self.gewacht = os.pipe(), os.getpid(), False

    def in_de_kopie(self, doe):
        """Doe iets in de kopie; het eerste proces wacht een keer tot zij begint."""
        if os.getpid() == self.ouder:
            wacht, self.gewacht = not self.gewacht, True
            return os.read(self.eerste[0], 1).decode() if wacht else []
        os.write(self.eerste[1], b"x")
        return doe()


@pytest.mark.eigen_proces
def test_de_uitkomsten_staan_op_volgorde_en_een_kopie_doet_mee():
    samen = Samen()
    taken = [lambda: samen.in_de_kopie(lambda: f"kopie {os.getpid() != samen.ouder}")] * 2
    assert "kopie True" in verdeel(taken, 2)
    assert verdeel([lambda n=n: n * n for n in range(100)], 3) == [n * n for n in range(100)]
    assert verdeel([os.getpid] * 3, 1) == [os.getpid()] * 3


@pytest.mark.eigen_proces
def test_een_kopie_begint_vast_en_wie_later_komt_doet_mee_met_wat_er_nog_ligt():
    """De eerste kopie werkt terwijl dit proces nog bezig is; de tweede stapel kent zij niet, en die komt toch af."""
    lees, schrijf = os.pipe()
    with Ploeg() as ploeg:
        ploeg.begin([lambda: os.write(schrijf, b"x") and os.getpid(), *[os.getpid] * 40], 2)
        assert os.read(lees, 1) == b"x"  # zonder dat iemand om uitkomsten vroeg
        ploeg.begin([lambda n=n: n for n in range(40)], 2)
        eerste, tweede = ploeg.maak_af()
    assert os.getpid() not in eerste[:1]
    assert len(eerste) == 41
    assert tweede == list(range(40))


@pytest.mark.eigen_proces
def test_wie_de_ploeg_verlaat_laat_geen_kopie_achter():
    with pytest.raises(KeyError), Ploeg() as ploeg:
        ploeg.begin([signal.pause] * 3, 3)
        raise KeyError
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.eigen_proces
@pytest.mark.parametrize(
    "fout, soort, tekst",
    [
        (SocialeKaartFout("stuk.", "maak heel.", 1), SocialeKaartFout, "stuk."),
        (OSError(28, "No space left on device"), OSError, "No space left"),
        (KeyError("x"), RuntimeError, "KeyError"),
    ],
)
def test_een_fout_in_een_kopie_komt_in_het_eerste_proces_aan(fout, soort, tekst):
    def doe():
        raise fout

    samen = Samen()
    with pytest.raises(soort, match=tekst) as gevangen:
        verdeel([lambda: samen.in_de_kopie(doe)] * 2, 2)
    assert getattr(gevangen.value, "errno", None) == getattr(fout, "errno", None)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.eigen_proces
def test_een_gestopte_kopie_laat_de_site_staan(tmp_path, monkeypatch):
    map_, site = maak_goede_map(tmp_path / "map"), tmp_path / "site"
    bouw(map_, site, 1)
    voor, samen = boom(site), Samen()

    def zet(*_):
        return list(samen.in_de_kopie(lambda: os.kill(os.getpid(), signal.SIGKILL)) and ())

    monkeypatch.setattr(schrijven, "schrijf_rij", zet)
    with pytest.raises(SocialeKaartFout, match="gestopt") as fout:
        bouw(map_, site, 2)
    assert "--kernen 1" in fout.value.oplossing
    assert boom(site) == voor
    assert sorted(p.name for p in tmp_path.iterdir()) == ["map", "site"]


@pytest.mark.eigen_proces
def test_een_en_twee_kernen_geven_dezelfde_bytes_en_meldingen(tmp_path, monkeypatch):
    map_ = maak_goede_map(tmp_path / "map")
    gebruikt, begin = [], Ploeg.begin
    monkeypatch.setattr(Ploeg, "begin", lambda ploeg, taken, n: gebruikt.append(n) or begin(ploeg, taken, n))
    meldingen = [bouw(map_, tmp_path / f"site{n}", n).meldingen for n in (1, 2)]
    assert gebruikt == [1, 1, 2, 2]
    assert meldingen[0] == meldingen[1]
    assert boom(tmp_path / "site1") == boom(tmp_path / "site2")


@pytest.mark.eigen_proces
def test_een_fout_op_veel_paginas_heet_met_elk_aantal_kernen_hetzelfde(tmp_path, monkeypatch):
    """Een stuk dat niet mag, wordt gemeld bij de eerste pagina waar het op staat; dat mag niet van de beurt afhangen."""
    map_, gewoon = maak_goede_map(tmp_path / "map"), Stempel.maak

    def met_fout(self, pagina):
        html, nieuw, stukken = gewoon(self, pagina)
        vreemd = f'<img src="https://elders.example/{len(pagina.pad)}.png">'
        return Gestempeld(html, nieuw, [*stukken, vreemd])

    monkeypatch.setattr(bouwen.Stempel, "maak", met_fout)
    meldingen = [bouw(map_, tmp_path / "site", n).meldingen for n in (1, 2, 3)]
    assert {m.code for m in meldingen[0]} >= {"SK702", "SK704"}
    assert meldingen[0] == meldingen[1] == meldingen[2]
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("tekst", ["0", "-1", "x", "65", "1.5", ""])
def test_een_aantal_dat_niet_kan(tekst):
    with pytest.raises(Exception, match="geen aantal van 1 tot en met 64"):
        kernen(tekst)
