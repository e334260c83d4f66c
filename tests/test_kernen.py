"""Meer kernen: dezelfde bestanden en dezelfde meldingen als met een, en wat in een kopie misgaat wordt verteld."""

import os
import signal
from pathlib import Path

import pytest
from proefmap import PEILDATUM, PROEF, PROEFPLEK, leg_neer, maak_goede_map

from generator.bouw import bouwen, schrijven
from generator.bouw.bouwen import bouw_site
from generator.bouw.stempelen import Gestempeld, Stempel
from generator.catalogus import lees_catalogus
from generator.kernen import Ploeg, verdeel
from generator.lezen.ingangen import Ingangslezer
from generator.lezen.samen import Samenlezer
from generator.meldingen import SocialeKaartFout, Verslag
from generator.opdrachten.controleer import kernen
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
        gelezen = self.begin()
        return gelezen.decode() if os.getpid() == self.ouder else doe()

    def begin(self):
        """Een kopie laat weten dat zij begint; het eerste proces wacht daar een keer op."""
        if os.getpid() != self.ouder:
            os.write(self.eerste[1], b"x")
        elif not self.gewacht:
            self.gewacht = True
            return os.read(self.eerste[0], 1)
        return b""


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

    monkeypatch.setattr(schrijven.Gegevensmaker, "schrijf_rij", zet)
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
    assert gebruikt == [1, 1, 1, 2, 2, 2]  # lezen, gegevens, pagina's
    assert meldingen[0] == meldingen[1]
    assert boom(tmp_path / "site1") == boom(tmp_path / "site2")


LEESFOUTEN = {
    "sociale_kaart/wijkfuncties/fout.yaml": "naam: Fout\nonbekend: 1\n",
    "sociale_kaart/wijkfuncties/stuk.yaml": "naam: [\n",
    "sociale_kaart/organisaties/leeg.yaml": "",
    "sociale_kaart/functies/eigen.yaml": "vult_aan: bestaat-niet\nnaam: Eigen\n",
    "sociale_kaart/algemene_voorzieningen/morgen.yaml": PROEFPLEK.replace("2026-10-01", "2027-10-01"),
    "sociale_kaart/algemene_voorzieningen/naam.yaml": PROEFPLEK.replace(
        "Een plek om iets te proberen", "Vraag naar Truus Jansen"
    ),
}


@pytest.mark.eigen_proces
@pytest.mark.parametrize("fouten", [{}, LEESFOUTEN])
def test_lezen_met_meer_kernen_geeft_dezelfde_catalogus_meldingen_en_voorraad(tmp_path, monkeypatch, fouten):
    """Ook wat een kopie las is bij een volgende bouw bekend, en een fout heet hetzelfde."""
    map_, uit, gelezen = maak_goede_map(tmp_path / "map"), [], []
    leg_neer(map_, PROEF, PROEFPLEK)
    for pad, inhoud in fouten.items():
        leg_neer(map_, pad, inhoud)
    lees_stukken, lees_deel = Ingangslezer.lees_stukken, Samenlezer.lees
    monkeypatch.setattr(Ingangslezer, "lees_stukken", lambda *delen: gelezen.append(1) or lees_stukken(*delen))
    monkeypatch.setattr("generator.lezen.samen.PER_TAAK", 2)
    for aantal in (1, 2, 3):
        samen = Samen()
        samen.gewacht = aantal == 1
        monkeypatch.setattr(
            Samenlezer, "lees", lambda *delen, samen=samen: samen.begin() and None or lees_deel(*delen)
        )
        monkeypatch.setenv("SOCIALE_KAART_VOORRAAD", str(tmp_path / f"voorraad{aantal}"))
        gelezen.clear()
        verslag, nieuw = Verslag(), Voorraad(map_)
        catalogus = lees_catalogus(map_, verslag, PEILDATUM, nieuw, kernen=aantal)
        hier = len(gelezen)
        nieuw.bewaar()
        gelezen.clear()
        opnieuw, bewaard = Verslag(), Voorraad(map_)
        assert lees_catalogus(map_, opnieuw, PEILDATUM, bewaard) == catalogus
        assert opnieuw.meldingen == verslag.meldingen and len(gelezen) <= 2 * len(fouten)
        uit.append((catalogus, verslag.meldingen, {s: bewaard.pak(*s) for s in bewaard.eigen.oud}, hier))
    assert uit[0][:3] == uit[1][:3] == uit[2][:3]
    assert uit[0][3] > uit[1][3] and uit[0][3] > uit[2][3], "een kopie las mee"
    assert len(uit[0][2]) > 10 and (uit[0][0] is None) == bool(fouten)
    codes = {m.code for m in uit[0][1]}
    assert not fouten or codes > {"SK203", "SK342", "SK208", "SK402"}, codes


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
