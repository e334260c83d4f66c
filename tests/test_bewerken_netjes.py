"""`netjes`: dezelfde waarden en opmerkingen, op volgorde; twee keer is hetzelfde als een keer."""

from pathlib import Path

import pytest
import yaml
from proefmap import maak_goede_map

from generator.bewerken.netjes import maak_netjes, opmerkingen
from generator.bewerken.stukken import KanNiet
from generator.bewerken.wijzigen import lees_boom
from generator.cli import voer_uit
from generator.schema import VOORZIENING

BESTANDEN = sorted((Path(__file__).parent / "bewerken/bestanden").glob("*.yaml"))
LADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
TABEL = list(VOORZIENING.per_naam)


def test_van_de_veertig_worden_er_veel_netjes():
    geweigerd = []
    for bestand in BESTANDEN:
        tekst = bestand.read_bytes().decode("utf-8-sig")
        try:
            uit = maak_netjes(tekst, VOORZIENING)
        except KanNiet:
            geweigerd.append(bestand.stem)
            continue
        assert lees_boom(uit) == lees_boom(tekst), bestand.stem
        assert opmerkingen(uit) == opmerkingen(tekst), bestand.stem
        assert maak_netjes(uit, VOORZIENING) == uit, bestand.stem
        assert uit.endswith(("\n", "\r")) and not any(
            r.endswith((" ", "\t")) for r in uit.splitlines() if "spaties erachter" not in r and "|" not in r
        ), bestand.stem
        namen = [TABEL.index(naam) for naam in yaml.load(uit, LADER) if naam in TABEL]
        assert namen == sorted(namen), bestand.stem
    assert len(geweigerd) <= 2, geweigerd


def test_een_opmerking_gaat_mee_met_haar_veld():
    tekst = """\
# over het hele bestand

gecontroleerd: {door: redactie, op: 2026-10-01}   # half jaar
# het nummer van de balie
contact:
  email: a@b.example
  # alleen overdag
  telefoon: 0999-12 34 56
naam: 'Huis'
"""
    assert (
        maak_netjes(tekst, VOORZIENING)
        == """\
# over het hele bestand

naam: Huis
# het nummer van de balie
contact:
  # alleen overdag
  telefoon: "0999-12 34 56"
  email: a@b.example
gecontroleerd: {op: 2026-10-01, door: redactie}   # half jaar
"""
    )


def test_plekken_in_een_lijst():
    tekst = "naam: x\nlocaties:\n  - rolstoel: ja\n    naam: A\n  - # de tweede\n    rolstoel: nee\n    naam: B\n"
    assert maak_netjes(tekst, VOORZIENING) == (
        "naam: x\nlocaties:\n  - naam: A\n    rolstoel: ja\n  - # de tweede\n    naam: B\n    rolstoel: nee\n"
    )


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def test_de_opdracht(map_, capsys):
    bestand = map_ / "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml"
    goed = bestand.read_text(encoding="utf-8")
    voer_uit(["netjes", "--map", str(map_)])
    netjes = bestand.read_bytes()
    assert voer_uit(["netjes", "--controleer", "--map", str(map_)]) == 0
    bestand.write_bytes(b"\xef\xbb\xbf" + "\n".join(reversed(["naam: X  ", "functies: [buurthuis]"])).encode())
    capsys.readouterr()
    assert voer_uit(["netjes", "--controleer", "--map", str(map_)]) == 1
    assert "buurthuis-zuid.yaml\n1 bestand niet netjes" in capsys.readouterr().out
    assert voer_uit(["netjes", str(bestand), "--map", str(map_)]) == 0
    assert bestand.read_bytes() == b"naam: X\nfuncties: [buurthuis]\n"
    bestand.write_text(goed, encoding="utf-8")
    voer_uit(["netjes", str(bestand), "--map", str(map_)])
    assert bestand.read_bytes() == netjes


@pytest.mark.parametrize("bestand", ["mkdocs.yml", "sociale_kaart/themas.yaml", "bestaat-niet.yaml"])
def test_wat_geen_ingang_is_wordt_geweigerd(map_, bestand, capsys):
    assert voer_uit(["netjes", bestand, "--map", str(map_)]) == 2
    assert "Zo lost u het op" in capsys.readouterr().err


def test_een_kapot_bestand_krijgt_een_melding(map_, capsys):
    (map_ / "sociale_kaart/wijkfuncties/kapot.yaml").write_text("naam: &a x\n", encoding="utf-8")
    assert voer_uit(["netjes", "--map", str(map_)]) == 1
    assert "kapot.yaml:1:1: fout SK801" in capsys.readouterr().out
