"""`nieuw`: met argumenten en met vragen; het bestand klopt meteen en legt zichzelf uit."""

from datetime import date
from types import SimpleNamespace

import pytest
import yaml
from conftest import PROJECT
from proefmap import maak_goede_map

from generator.bewerken.nieuw import stel_functies_voor
from generator.cli import voer_uit
from generator.opdrachten.nieuw_vragen import Vragen

PEILDATUM = date(2026, 11, 22)


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def nieuw(map_, *meer: str) -> int:
    return voer_uit(["nieuw", *meer, "--map", str(map_), "--peildatum", "2026-11-22", "--zonder-vragen"])


def lees(map_, pad: str) -> dict:
    return yaml.load((map_ / pad).read_text(encoding="utf-8"), yaml.BaseLoader)


VELDEN = (
    "--veld",
    "samenvatting=Koffie en spel.",
    "--veld",
    "toegang.hoe=vrij",
    "--veld",
    "werkgebied=WK999901",
    "--veld",
    "contact.email=info@x.example",
)


def test_zonder_vragen(map_, capsys):
    assert nieuw(map_, "--naam", "Huis: Noord", "--soort", "wijkfunctie", "--functie", "buurthuis", *VELDEN) == 0
    assert "Gemaakt: sociale_kaart/wijkfuncties/huis-noord.yaml" in capsys.readouterr().out
    tekst = (map_ / "sociale_kaart/wijkfuncties/huis-noord.yaml").read_text(encoding="utf-8")
    assert (
        'naam: "Huis: Noord"' in tekst and "## De naam zoals bewoners die kennen." in tekst and "# locaties:" in tekst
    )
    assert voer_uit(["controleer", "--map", str(map_), "--peildatum", "2026-11-22"]) == 0
    assert nieuw(map_, "--naam", "Huis Noord", "--soort", "wijkfunctie", "--functie", "buurthuis", *VELDEN) == 0
    assert (map_ / "sociale_kaart/wijkfuncties/huis-noord-2.yaml").exists()


def test_wat_ontbreekt_staat_er_in_een_keer(map_, capsys):
    assert nieuw(map_, "--naam", "X", "--beschrijving", "koffie drinken in de buurt") == 2
    fout = capsys.readouterr().err
    assert all(
        stuk in fout
        for stuk in ("--soort", "--functie ID", "samenvatting=", "toegang.hoe=", "werkgebied=", "buurthuis")
    )


def test_een_fout_elders_houdt_het_voorstel_niet_tegen(map_, capsys):
    (map_ / "gebieden/proefstad/indeling.yaml").write_text(
        "gebieden: [{id: noord, naam: Noord, codes: [WK999901], team: er-niet}]\n", encoding="utf-8"
    )
    assert nieuw(map_, "--naam", "X", "--beschrijving", "hulp bij schulden en rekeningen") == 2
    fout = capsys.readouterr().err
    assert "schuldhulpverlening" in fout and "werkgebied=GM9999" in fout


def test_een_fout_schrijft_niets(map_, capsys):
    assert nieuw(map_, "--naam", "X", "--soort", "wijkfunctie", "--functie", "bestaat-niet", *VELDEN) == 1
    assert "SK305" in capsys.readouterr().out and not (map_ / "sociale_kaart/wijkfuncties/x.yaml").exists()


@pytest.mark.parametrize(
    "meer",
    [
        ("--veld", "bestaat.niet=x"),
        ("--veld", "naam"),
        ("--veld", "contact=x"),
        ("--van", "er-niet"),
        ("--id", "geldloket"),
        ("--id", "../x"),
    ],
)
def test_verkeerd_gebruik(map_, meer):
    assert nieuw(map_, "--naam", "X", "--soort", "wijkfunctie", "--functie", "buurthuis", *VELDEN, *meer) == 2


def test_van_een_ander(map_):
    assert nieuw(map_, "--van", "geldloket", "--naam", "Geldloket Zuid", "--veld", "werkgebied=WK999902") == 0
    oud, kopie = (
        lees(map_, "sociale_kaart/algemene_voorzieningen/geldloket.yaml"),
        lees(map_, "sociale_kaart/algemene_voorzieningen/geldloket-zuid.yaml"),
    )
    assert (
        kopie["werkgebied"] == ["WK999902"]
        and kopie["contact"] == oud["contact"]
        and kopie["locaties"] == oud["locaties"]
    )
    assert "tijdelijk" not in kopie and kopie["gecontroleerd"] == {"op": "2026-11-22", "door": "redactie"}


def test_met_vragen(map_):
    antwoorden = iter(
        [
            "Huiskamer",
            "1",
            "Samen koffie drinken en spelletjes doen in de buurt.",
            "1",
            "2",
            "Kade 3, 9999 AA",
            "Proefstad",
            "ma t/m wo 9-12",
            "2",
            "bel maar",
            "999123456",
            "info@x.example",
            "www.x.example",
        ]
    )
    gezegd = []
    opties = SimpleNamespace(map=map_, peildatum=PEILDATUM, beschrijving="")
    soort, boom = Vragen(
        opties,
        "",
        {"gecontroleerd": {"op": "2026-11-22", "door": "redactie"}},
        lambda _: next(antwoorden),
        gezegd.append,
    ).stel()
    assert soort == "wijkfunctie" and boom["naam"] == "Huiskamer" and boom["functies"] == ["buurthuis"]
    assert boom["locaties"] == [
        {
            "adres": {"postcode": "9999 AA", "straat": "Kade", "huisnummer": "3", "plaats": "Proefstad"},
            "openingstijden": dict.fromkeys(("ma", "di", "wo"), "09:00-12:00"),
        }
    ]
    assert boom["werkgebied"] == ["WK999901"] and boom["contact"] == {
        "telefoon": "0999123456",
        "email": "info@x.example",
        "website": "https://www.x.example",
    }
    assert any("buurthuis" in regel.lower() for regel in gezegd) and any(
        "geen telefoonnummer" in regel for regel in gezegd
    )


def test_de_wijk_volgt_uit_de_postcode(map_):
    (map_ / "gebieden/proefstad/postcodes.csv").write_text("postcode,wijken\n9999 ZZ,WK999902\n", encoding="utf-8")
    velden = [v for v in VELDEN if v != "werkgebied=WK999901"]
    del velden[velden.index("--veld", 4)]
    assert (
        nieuw(
            map_,
            "--naam",
            "X",
            "--soort",
            "wijkfunctie",
            "--functie",
            "buurthuis",
            *velden,
            "--veld",
            "locaties[0].adres.postcode=9999 ZZ",
            "--veld",
            "locaties[0].adres.huisnummer=1",
            "--veld",
            "locaties[0].adres.plaats=Proefstad",
        )
        == 0
    )
    assert lees(map_, "sociale_kaart/wijkfuncties/x.yaml")["werkgebied"] == ["WK999902"]


@pytest.mark.parametrize(
    ("beschrijving", "functie"),
    [
        ("koffie drinken en een praatje in de buurt", "inloop-ontmoeting"),
        ("ik leer mensen beter lezen en schrijven", "laaggeletterdheid"),
        ("wij helpen bij schulden en betalingsregelingen", "schuldhulpverlening"),
        ("voetbal voor kinderen", "sportvereniging"),
    ],
)
def test_functies_uit_eigen_woorden(catalogus, beschrijving, functie):
    gevonden = [id_ for id_, _ in stel_functies_voor(catalogus, beschrijving)]
    assert functie in gevonden or functie not in catalogus.functies, gevonden
    assert PROJECT.is_dir() and 0 < len(gevonden) <= 6
