"""De stand: een tabel met gevallen, door Python en door het script van de browser; en de twee zijn overal gelijk."""

import json
from datetime import date, timedelta

import pytest
import yaml
from conftest import PROJECT

from generator.betekenis.tijden import Moment, bepaal
from generator.betekenis.vandaag import maak_gegevens, standcode
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Verslag
from generator.schema import SCHOOLVAKANTIES, VOORZIENING
from generator.zoeken.bundel import bundel

TABEL = yaml.load((PROJECT / "tests/standgevallen.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
VAST = {
    "naam": "Proef",
    "functies": ["buurthuis"],
    "samenvatting": "Een proef.",
    "toegang": {"hoe": "vrij"},
    "werkgebied": ["GM9999"],
    "gecontroleerd": {"op": "2026-11-01", "door": "redactie"},
}


def lees(gegevens: dict, tabel=VOORZIENING, **vast):
    verslag = Verslag()
    tekst = yaml.safe_dump(gegevens, allow_unicode=True, sort_keys=False, width=10000)
    uit = lees_groep(
        lees_yaml(tekst, "proef", verslag), tabel, Lezing(verslag, "proef", date(2026, 11, 28), tabel), **vast
    )
    assert uit is not NIETS, verslag.als_tekst()
    return uit


VAKANTIES = lees({naam: TABEL["schoolvakanties"][naam] for naam in ("bekend_tot", "vakanties")}, SCHOOLVAKANTIES)


def ingang(geval: dict):
    return lees({**VAST, **geval["ingang"]}, id="proef", soort="wijkfunctie", pad="proef")


def gegevens(geval: dict):
    regio = geval.get("regio", TABEL["regio"])
    return maak_gegevens(ingang(geval), VAKANTIES, None if regio == "onbekend" else regio)


def moment(tekst: str) -> Moment:
    return Moment(date.fromisoformat(tekst[:10]), int(tekst[11:13]) * 60 + int(tekst[14:16]))


@pytest.fixture(scope="module")
def js():
    from py_mini_racer import MiniRacer

    motor = MiniRacer()
    motor.eval(bundel("gemeen/stand.js"))
    return lambda uitdrukking: json.loads(motor.eval(f"JSON.stringify({uitdrukking})"))


def in_browser(js, code: str, momenten: list[str]) -> list[dict]:
    return js(f"{json.dumps(momenten)}.map((m) => standVan({json.dumps(code)}, leesMoment(m)))")


@pytest.mark.parametrize("geval", TABEL["gevallen"], ids=lambda g: g["naam"])
def test_python_volgt_de_tabel(geval):
    eigen, v = gegevens(geval), ingang(geval)
    for tekst, verwacht in geval["momenten"].items():
        gekregen = "geen" if v.status == "gesloten" else bepaal(eigen, moment(tekst)).stand
        assert gekregen == verwacht, f"{tekst}: {standcode(eigen)}"


@pytest.mark.parametrize(
    "geval", [g for g in TABEL["gevallen"] if g["ingang"].get("status") != "gesloten"], ids=lambda g: g["naam"]
)
def test_de_browser_zegt_hetzelfde(js, geval):
    """Op de momenten van de tabel en op 40 andere, en ook in dezelfde woorden."""
    eigen = gegevens(geval)
    eerste = moment(next(iter(geval["momenten"])))
    extra = [f"{eerste.dag + timedelta(n * 9)}T{(n * 7) % 24:02}:{(n * 13) % 60:02}" for n in range(40)]
    momenten = [*geval["momenten"], *extra]
    for tekst, gekregen in zip(momenten, in_browser(js, standcode(eigen), momenten), strict=True):
        verwacht = bepaal(eigen, moment(tekst))
        assert gekregen == {"stand": verwacht.stand, "tekst": verwacht.tekst}, f"{tekst}: {standcode(eigen)}"


def meldingen(tijden) -> list:
    """De meldingen over een blok tijden, met alles eromheen goed; een bestand dat niet te lezen is telt ook."""
    verslag = Verslag()
    tekst = yaml.safe_dump(
        {**VAST, "locaties": [{"openingstijden": tijden}]}, allow_unicode=True, sort_keys=False, width=10000
    )
    boom = lees_yaml(tekst, "proef", verslag)
    if boom is not None:
        lezing = Lezing(verslag, "proef", date(2026, 11, 28), VOORZIENING)
        lees_groep(boom, VOORZIENING, lezing, id="proef", soort="wijkfunctie", pad="proef")
    return verslag.meldingen


@pytest.mark.parametrize("fout", TABEL["fouten"], ids=lambda f: f["waarom"][:60])
def test_wat_niet_kan_krijgt_een_melding_met_raad(fout):
    gevonden = meldingen(fout["tijden"])
    assert gevonden and all(m.oplossing.strip(" .") for m in gevonden)


@pytest.mark.parametrize("goed", TABEL["goed"], ids=lambda g: str(g["tijden"])[:60])
def test_wat_kan_geeft_geen_melding(goed):
    assert [str(m) for m in meldingen(goed["tijden"])] == []
