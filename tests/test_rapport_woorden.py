"""`rapport woorden`: welke woorden ontbreken, uit vragen die misgaan."""

import json

import pytest
from msgspec.structs import replace

from generator.meldingen import SocialeKaartFout
from generator.opdrachten.rapport_woorden import maak_rapport


@pytest.fixture
def vragen(tmp_path):
    pad = tmp_path / "vragen.tsv"
    rijen = "vraag\tfuncties\nde zwengelkast piept en de blorp is op\thulpmiddelen\nschulden\tschuldhulpverlening\n"
    pad.write_text(rijen, encoding="utf-8")
    return pad


def test_een_woord_dat_geen_goede_functie_kent_wordt_voorgesteld(catalogus, vragen):
    rapport = json.loads(maak_rapport(catalogus, vragen, "json"))
    assert {"zwengelkast", "blorp"} <= set(rapport["woorden"]["hulpmiddelen"])
    assert [v["vraag"] for v in rapport["vragen"]] == ["de zwengelkast piept en de blorp is op"]
    assert rapport["cijfers"]["drie"] == 0.5 and rapport["cijfers"]["drie_met_voorstellen"] == 1


def test_de_tekst_noemt_vraag_woord_en_functie(catalogus, vragen):
    tekst = maak_rapport(catalogus, vragen, "tekst")
    assert "de zwengelkast piept" in tekst and "hulpmiddelen: " in tekst and "blorp" in tekst


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        ("vraag\tfuncties\nhoi\tfoo\n", "functie 'foo' bestaat niet"),
        ("a\tb\nc\td\n", "ontbreekt"),
        (None, "niet te lezen"),
    ],
)
def test_een_verkeerd_bestand_krijgt_uitleg(catalogus, tmp_path, inhoud, reden):
    pad = tmp_path / "x.tsv"
    if inhoud is not None:
        pad.write_text(inhoud, encoding="utf-8")
    with pytest.raises(SocialeKaartFout, match=reden) as fout:
        maak_rapport(catalogus, pad, "tekst")
    assert fout.value.status == 2


def test_zonder_vragen_is_er_niets_te_zien(catalogus):
    leeg = replace(catalogus, kennis=replace(catalogus.kennis, zoektests=None))
    with pytest.raises(SocialeKaartFout, match="geen vragen"):
        maak_rapport(leeg, None, "tekst")
