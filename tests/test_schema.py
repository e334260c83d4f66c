"""De veldentabel is de ene bron: zij past op het model, en elk veld is uitgelegd met een voorbeeld dat klopt."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from msgspec.structs import fields

from generator import model, schema
from generator.codes import CODES
from generator.lezen.velden import lees_groep, voorbeeld
from generator.lezen.waarden import NIETS, OMZETTERS, Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Verslag
from generator.schema.veld import Veld, alle_velden


def tabellen() -> dict[str, Veld]:
    """Elke groep in elke module van het schema, uit de boom: een nieuwe tabel kan niet buiten de tests blijven."""
    modules = [import_module(f"generator.schema.{deel.name}") for deel in iter_modules(schema.__path__)]
    return {
        f"{module.__name__.rpartition('.')[2]}.{naam}": waarde
        for module in modules
        for naam, waarde in vars(module).items()
        if isinstance(waarde, Veld) and waarde.soort == "groep" and not naam.startswith("_")
    }


TABELLEN = tabellen()
# Wat de lezer zelf invult en dus niet in de tabel staat.
ZELF = {"id", "soort", "pad"}


def groepen():
    """Elke groep in elke tabel, met haar pad."""
    gezien = {}
    for naam, wortel in TABELLEN.items():
        for pad, veld in [("", wortel), *alle_velden(wortel)]:
            if veld.soort == "groep":
                gezien.setdefault(id(veld), pytest.param(veld, id=f"{naam}.{pad}"))
    return list(gezien.values())


def velden():
    gezien = {}
    for naam, wortel in TABELLEN.items():
        for pad, veld in alle_velden(wortel):
            gezien.setdefault(id(veld), pytest.param(veld, id=f"{naam}.{pad}"))
    return list(gezien.values())


@pytest.mark.parametrize("groep", groepen())
def test_de_tabel_past_op_het_model(groep):
    """Elk veld van de tabel is een veld van de klasse en andersom; wat de klasse eist is verplicht."""
    if groep.klasse is dict:
        return
    van_klasse = {veld.name: veld for veld in fields(groep.klasse)}
    van_tabel = {veld.naam: veld for veld in groep.velden}
    # Een klasse kan bij meer groepen horen, die elk een deel van haar velden gebruiken.
    van_alle = {
        v.naam for ander in groepen() if ander.values[0].klasse is groep.klasse for v in ander.values[0].velden
    }
    assert van_tabel.keys() - van_klasse.keys() <= {"id"}
    assert van_klasse.keys() - van_alle - ZELF == set()
    for naam, veld in van_tabel.items():
        if naam in van_klasse and naam not in ZELF:
            verplicht = van_klasse[naam].required
            assert veld.verplicht or not verplicht, f"{naam} heeft in het model geen standaardwaarde"


@pytest.mark.parametrize("veld", velden())
def test_elk_veld_is_uitgelegd(veld):
    assert re.fullmatch(r"[a-z_0-9]+(?:\.[a-z]+)?", veld.naam)
    assert veld.uitleg[0].isupper() and veld.uitleg.rstrip().endswith("."), veld.uitleg
    assert veld.soort == "groep" or veld.soort in OMZETTERS
    assert (veld.soort == "keuze") == bool(veld.keuzes)
    assert (veld.soort == "groep") == bool(veld.velden)
    if veld.soort == "verwijzing":
        assert veld.verwijst
    if veld.soort != "groep":
        assert veld.voorbeeld != ""


@pytest.mark.parametrize("veld", velden())
def test_elk_voorbeeld_klopt(veld):
    """Wat de uitleg als voorbeeld geeft, komt zonder melding door de lezer."""
    verslag = Verslag()
    boom = lees_yaml(f"{veld.naam}: {voorbeeld(veld)}\n", "p", verslag)
    assert verslag.meldingen == []
    omhulsel = Veld("proef", "groep", "x", velden=(veld,), klasse=dict)
    assert lees_groep(boom, omhulsel, Lezing(verslag, "p", date(2026, 11, 22))) is not NIETS, verslag.als_tekst()


def test_soorten_mappen_en_dagen_zijn_overal_gelijk():
    assert [veld.name for veld in fields(model.Tijden)] == [
        *model.DAGEN,
        "periode",
        "niet_in",
        "uitzonderingen",
        "toelichting",
    ]
    assert set(model.SOORTEN.values()) == {"algemene_voorziening", "ketenpartner", "wijkfunctie"}


def test_elke_omzetter_wordt_gebruikt():
    gebruikt = {veld.values[0].soort for veld in velden()}
    assert OMZETTERS.keys() - gebruikt == set()


def test_elke_code_komt_uit_de_code():
    """Geen dode codes: elke code staat ergens in de generator als tekst tussen aanhalingstekens."""
    bron = "".join(
        p.read_text(encoding="utf-8") for p in Path(schema.__file__).parents[1].rglob("*.py") if p.name != "codes.py"
    )
    assert [code for code in CODES if f'"{code}"' not in bron] == []
