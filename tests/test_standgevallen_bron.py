"""De tabel met gevallen voor tijden en stand is zelf in orde."""

import datetime
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

TABEL = yaml.load((Path(__file__).parent / "standgevallen.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
GEVALLEN = TABEL["gevallen"]
STANDEN = {"tijdelijk", "open", "bereikbaar", "afspraak", "onbekend", "dicht", "geen"}
REGIOS = {"noord", "midden", "zuid"}
TIJDVELDEN = {"ma", "di", "wo", "do", "vr", "za", "zo", "periode", "niet_in", "uitzonderingen", "toelichting"}
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def bestaat(moment: str) -> bool:
    """Zegt of deze minuut aan de muur in Amsterdam voorkomt."""
    muur = datetime.datetime.strptime(moment, "%Y-%m-%dT%H:%M")
    terug = muur.replace(tzinfo=AMSTERDAM).astimezone(datetime.UTC).astimezone(AMSTERDAM)
    return terug.replace(tzinfo=None) == muur


def geef_paren() -> list[tuple[str, str, str]]:
    """Alle (naam, moment, stand) van de tabel."""
    return [(geval["naam"], moment, stand) for geval in GEVALLEN for moment, stand in geval["momenten"].items()]


def maak_lijst(waarde: object) -> list:
    """Een waarde die een lijst mag zijn als lijst."""
    return waarde if isinstance(waarde, list) else [waarde]


def zoek_tijden(ingang: dict) -> list[dict]:
    """Alle afspraken over tijden van een ingang: deur, telefoons en chat."""
    contact = ingang.get("contact", {})
    gevonden = [plek.get("openingstijden") for plek in ingang.get("locaties", [])]
    gevonden += [contact.get("telefoontijden"), contact.get("chattijden")]
    gevonden += [nummer.get("tijden") for nummer in contact.get("telefoons", [])]
    return [tijden for waarde in gevonden if waarde for tijden in maak_lijst(waarde)]


def weiger_dubbele_sleutel(lezer: yaml.Loader, knoop: yaml.Node) -> dict:
    """Leest een groep en weigert een sleutel die er al staat; YAML zelf zwijgt daarover."""
    sleutels = [lezer.construct_object(sleutel) for sleutel, _ in knoop.value]
    assert len(sleutels) == len(set(sleutels)), f"regel {knoop.start_mark.line + 1}: sleutel staat er dubbel"
    return yaml.BaseLoader.construct_mapping(lezer, knoop, deep=True)


def test_geen_sleutel_dubbel():
    """Een moment dat er twee keer staat zou stil verdwijnen."""

    class Streng(yaml.BaseLoader):
        pass

    Streng.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, weiger_dubbele_sleutel)
    assert yaml.load("a: {b: 1}", Loader=Streng) == {"a": {"b": "1"}}
    with pytest.raises(AssertionError):
        yaml.load("a: {b: 1, b: 2}", Loader=Streng)
    yaml.load((Path(__file__).parent / "standgevallen.yaml").read_text(encoding="utf-8"), Loader=Streng)


def test_namen_eenmalig():
    """Elk geval heeft een eigen naam."""
    namen = [geval["naam"] for geval in GEVALLEN]
    assert sorted(namen) == sorted(set(namen))
    assert all(set(geval) <= {"naam", "regio", "ingang", "momenten"} and geval["momenten"] for geval in GEVALLEN)


def test_genoeg_gevallen():
    """De tabel is groot genoeg om elke regel met elke rand te kruisen."""
    assert len(GEVALLEN) >= 110
    assert len(geef_paren()) >= 450
    assert len(TABEL["fouten"]) >= 40 and len(TABEL["goed"]) >= 40


def test_standen_uit_de_lijst():
    """Er komt geen andere stand in voor, en elke stand komt voor."""
    assert {stand for _, _, stand in geef_paren()} == STANDEN


def test_momenten_bestaan():
    """Elk moment is een minuut die de klok aan de muur echt wijst."""
    vorm = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d")
    assert [
        (naam, moment) for naam, moment, _ in geef_paren() if not vorm.fullmatch(moment) or not bestaat(moment)
    ] == []
    assert not bestaat("2027-03-28T02:00") and not bestaat("2027-03-28T02:59") and bestaat("2026-10-25T02:30")


def test_vakanties_in_orde():
    """De vakanties hebben een naam, een regio die bestaat en een begin voor het eind."""
    bron = TABEL["schoolvakanties"]
    assert set(bron["bekend_tot"]) == REGIOS and TABEL["regio"] in REGIOS
    for vakantie in bron["vakanties"]:
        assert set(vakantie) == {"naam", "regio", "van", "tot", "bron"} and set(vakantie["regio"]) <= REGIOS
        assert datetime.date.fromisoformat(vakantie["van"]) <= datetime.date.fromisoformat(vakantie["tot"])
    assert {geval.get("regio", TABEL["regio"]) for geval in GEVALLEN} == REGIOS | {"onbekend"}


def test_sleutels_van_tijden():
    """In de gevallen en bij goed staan alleen sleutels die de afspraak kent."""
    goed = [tijden for rij in TABEL["goed"] for tijden in maak_lijst(rij["tijden"])]
    gebruikt = [tijden for geval in GEVALLEN for tijden in zoek_tijden(geval["ingang"])]
    assert [tijden for tijden in goed + gebruikt if not set(tijden) <= TIJDVELDEN] == []
    assert set().union(*gebruikt) == TIJDVELDEN


def test_fouten_wijzen_een_plek_aan():
    """Elke fout zegt waar en waarom, en de plek staat in de tijden."""
    for rij in TABEL["fouten"]:
        assert set(rij) == {"tijden", "pad", "waarom"} and rij["waarom"]
        waarde = rij["tijden"]
        for stap in [rij["pad"]] if rij["pad"] in waarde else re.findall(r"\[(\d+)\]|([a-z_]+)", rij["pad"]):
            waarde = waarde[stap] if isinstance(stap, str) else waarde[int(stap[0]) if stap[0] else stap[1]]
        assert waarde


def test_goed_en_fout_delen_niets():
    """Wat fout is staat niet ook bij goed, en niets staat er dubbel."""
    fout, goed = [str(rij["tijden"]) for rij in TABEL["fouten"]], [str(rij["tijden"]) for rij in TABEL["goed"]]
    assert len(fout + goed) == len(set(fout + goed))
