"""De leesbaarheid: de formule zelf, en de teksten in dit project."""

import json

import pytest
from conftest import PEILDATUM, PROJECT

from generator.betekenis.leesmaat import MINSTE_WOORDEN, ONDERGRENS, Meting, lettergrepen, meet
from generator.cli import voer_uit
from generator.leesbaarheid import teksten_voor_bewoners

# Een tekst van 40 tot 70 woorden zakt al door een paar lange namen; een hele soort samen niet. Daarom twee eisen:
# elke tekst haalt de ondergrens, en een soort samen zit er ruim boven.
SAMEN = 70.0
STRENG = ("functie", "onderwerp", "zo werkt het", "woordenlijst", "werkwijze")


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("huis", 1),
        ("huishouden", 3),
        ("gemeente", 3),
        ("schuldhulpverlening", 5),
        ("cliëntondersteuning", 6),
        ("ideeën", 3),
        ("reeën", 2),
        ("sociaal", 3),
        ("video", 3),
        ("eeuw", 1),
        ("ijs", 1),
        ("bijstand", 2),
        ("quotum", 2),
        ("UWV", 3),
        ("pgb", 3),
        ("té", 1),
        ("x", 1),
    ],
)
def test_lettergrepen(woord, aantal):
    assert lettergrepen(woord) == aantal


def test_de_formule():
    meting = meet("De kat zit op de mat. De hond ook.")
    assert (meting.woorden, meting.zinnen, meting.lettergrepen, meting.langste_zin) == (9, 2, 9, 6)
    assert meting.score == round(206.835 - 0.93 * 4.5 - 77 * 1, 1)
    assert meet("").score == 100.0 and Meting().score == 100.0


def test_opmaak_telt_niet_mee():
    assert meet("**Bel** het [loket](https://loket.example/heel-lange-verwijzing).") == meet("Bel het loket.")
    assert meet("# Kop\n\n- een\n- twee").woorden == 3


def test_moeilijke_tekst_scoort_lager():
    makkelijk = meet("Bel ons. Wij helpen u. Het is gratis.")
    moeilijk = meet(
        "De uitvoeringsorganisatie realiseert integrale dienstverlening ten behoeve van de participatiedoelgroep."
    )
    assert makkelijk.score > ONDERGRENS + 20 and moeilijk.score < 0


@pytest.fixture(scope="module")
def teksten(catalogus):
    return list(teksten_voor_bewoners(catalogus))


def test_elke_soort_tekst_voor_bewoners_wordt_gemeten(teksten):
    assert {t.soort for t in teksten} == {*STRENG, "voorziening", "organisatie", "geschreven pagina"}
    assert sum(t.soort == "functie" for t in teksten) == 124 and sum(t.soort == "onderwerp" for t in teksten) == 16


@pytest.mark.parametrize("soort", STRENG)
def test_de_teksten_van_dit_project_halen_de_ondergrens(teksten, soort):
    eigen = [t for t in teksten if t.soort == soort]
    te_moeilijk = [
        (t.naam, t.meting.score) for t in eigen if t.meting.woorden >= MINSTE_WOORDEN and t.meting.score < ONDERGRENS
    ]
    assert te_moeilijk == []
    assert sum((t.meting for t in eigen), Meting()).score >= SAMEN


def test_het_rapport(capsys):
    assert voer_uit(["rapport", "leesniveau", "--map", str(PROJECT), "--peildatum", str(PEILDATUM)]) == 0
    uit = capsys.readouterr().out
    assert "Flesch-Douma" in uit and "functie" in uit
    assert (
        voer_uit(["rapport", "leesniveau", "--formaat", "json", "--map", str(PROJECT), "--peildatum", str(PEILDATUM)])
        == 0
    )
    gegevens = json.loads(capsys.readouterr().out)
    assert gegevens["formule"] == "Flesch-Douma" and len(gegevens["teksten"]) > 300
