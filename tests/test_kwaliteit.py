"""Versheid, eigenaren en kwaliteit: wat te laat is, van wie het is, wat dubbel staat, en wat een bewoner hindert."""

import csv
import io
import json
from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from msgspec.structs import replace
from proefmap import GELDLOKET, PROEF, PROEFPLEK, lees, leg_neer, maak_goede_map, vervang

from generator.begin.eigenaren import maak_codeowners, schrijf_codeowners
from generator.betekenis.actueel import lager_na, noodlijnen, uiterlijk
from generator.betekenis.dubbel import VERGELEKEN, kale_naam, zoek_dubbele
from generator.betekenis.eigenaar import teamnaam
from generator.betekenis.netnummers import bestaat, netnummer, vreemde_netnummers
from generator.cli import voer_uit
from generator.kwaliteit.cijfer import oordelen
from generator.kwaliteit.formule import REDENEN
from generator.kwaliteit.versheid import regels, ronde_op
from generator.model import Adres, Contact, Gecontroleerd, Locatie, Toegang, Voorziening
from generator.zoeken.motor import Motor

BEHEER = """\
teams:
  - naam: team geld
    mail: geld@samen.example
    codeowners: [voorbeeldstad/geld]
    ingangen: [geldloket]
  - naam: team wijk
    codeowners: [voorbeeldstad/wijk]
    mappen: [wijkfuncties]
  - naam: redactie
    rest: ja
termijnen:
  - {soort: wijkfunctie, maanden: 2}
"""
HUIS = Adres("Proefstad", "Kade", "12", "9999 AA")


def plek(id_: str, naam: str, **meer) -> Voorziening:
    vast = {"functies": ("buurthuis",), "samenvatting": "s", "toegang": Toegang("vrij"), "werkgebied": ("WK999901",)}
    op = Gecontroleerd(date(2026, 10, 1), "team")
    return Voorziening(
        id_, "wijkfunctie", f"sociale_kaart/wijkfuncties/{id_}.yaml", naam, gecontroleerd=op, **(vast | meer)
    )


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def draai(map_, *delen: str, dag: str = "2026-11-22") -> int:
    return voer_uit([*delen, "--map", str(map_), "--peildatum", dag])


# Versheid --------------------------------------------------------------------------------------


def test_een_team_houdt_bij_wat_het_noemt_en_anders_zijn_map(map_):
    leg_neer(map_, "sociale_kaart/beheer.yaml", BEHEER)
    catalogus, verslag = lees(map_)
    assert catalogus and not verslag.fouten, verslag.als_tekst()
    namen = {v.id: teamnaam(v, catalogus.kennis) for v in catalogus.voorzieningen.values()}
    assert namen == {"geldloket": "team geld", "buurthuis-zuid": "team wijk", "landelijke-hulplijn": "redactie"}


def test_zonder_beheer_is_het_team_wie_het_laatst_keek(map_):
    catalogus = lees(map_)[0]
    assert teamnaam(catalogus.voorzieningen["geldloket"], catalogus.kennis) == "redactie sociaal domein"


def test_de_termijn_van_de_soort_geldt_als_de_ingang_niets_zegt(map_):
    leg_neer(map_, "sociale_kaart/beheer.yaml", BEHEER)
    leg_neer(map_, "sociale_kaart/wijkfuncties/proef.yaml", PROEFPLEK.replace("2026-10-01", "2026-09-01"))
    catalogus, verslag = lees(map_)
    assert uiterlijk(catalogus.voorzieningen["proef"], catalogus) == date(2026, 11, 1)
    assert "SK401" in [m.code for m in verslag.meldingen if m.pad.endswith("proef.yaml")]
    assert uiterlijk(catalogus.voorzieningen["geldloket"], catalogus) == date(2027, 4, 1)  # zegt zelf zes maanden


def test_een_nummer_bij_nood_moet_na_negentig_dagen_en_staat_nooit_lager(map_):
    nood = PROEFPLEK.replace("{hoe: vrij}", "{hoe: spoed}").replace("2026-10-01", "2025-08-01")
    leg_neer(map_, PROEF, nood + 'contact: {telefoon: "0999-11 22 33"}\n')
    leg_neer(map_, PROEF.replace("proef", "gewoon"), PROEFPLEK.replace("2026-10-01", "2025-08-01"))
    catalogus = lees(map_)[0]
    proef, gewoon = catalogus.voorzieningen["proef"], catalogus.voorzieningen["gewoon"]
    assert noodlijnen(catalogus) == {"proef"} and uiterlijk(proef, catalogus) == date(2025, 10, 30)
    assert (lager_na(proef, catalogus), lager_na(gewoon, catalogus)) == (None, date(2026, 8, 1))
    eerste = regels(catalogus)[0]
    assert (eerste.id, eerste.nood, eerste.soort) == ("proef", True, "te_laat")


def test_voor_de_zomer_en_de_feestdagen_lopen_teams_de_tijden_na(map_):
    assert [ronde_op(d) and ronde_op(d).naam for d in (date(2026, 6, 1), date(2026, 12, 1), date(2026, 9, 1))] == [
        "voor de zomer",
        "voor de feestdagen",
        None,
    ]
    tijden = 'locaties: [{adres: {plaats: Proefstad}, openingstijden: {ma: "09:00-12:00"}}]\n'
    anders = tijden.replace('"}}]', '", uitzonderingen: [{op: 2026-12-24, tijden: gesloten}]}}]')
    leg_neer(map_, PROEF, PROEFPLEK + tijden)
    leg_neer(map_, PROEF.replace("proef", "gezegd"), PROEFPLEK.replace("Proefplek", "Gezegd") + anders)
    ronde = {r.id for r in regels(lees(map_, date(2026, 11, 22))[0]) if r.soort == "ronde"}
    assert "proef" in ronde and "gezegd" not in ronde and "geldloket" not in ronde  # die zegt dat zij dicht is


@pytest.mark.parametrize(
    ("toon", "zegt"), [("eerste", "paar minuten"), ("herinnering", "Eerder"), ("laatste", "lager")]
)
def test_een_mail_per_team_in_drie_tonen(map_, capsys, toon, zegt):
    leg_neer(map_, "sociale_kaart/beheer.yaml", BEHEER)
    assert draai(map_, "rapport", "actueel", "--formaat", "mail", "--toon", toon, dag="2027-05-01") == 0
    uit = capsys.readouterr().out
    geld = next(mail for mail in uit.split("-" * 60) if "Aan: geld@samen.example" in mail)
    assert zegt in geld and "melden/?id=geldloket#klopt" in geld and "melden/?id=geldloket#gestopt" in geld


def test_wat_oud_is_komt_na_wat_even_goed_past(catalogus):
    """Twee plekken die de motor gelijk schat: wie een jaar niet is nagekeken, komt na de ander, en verder schuift niets."""
    motor = Motor.van(catalogus)

    def zoek(oud: int = -1) -> list[dict]:
        vraag = f"motor.zoek('samen bewegen', {{oud: (r) => Number(r.soort === 'voorziening' && r.nr === {oud})}})"
        return json.loads(str(motor.js.eval(f"JSON.stringify({vraag}.resultaten)")))

    rij = [r for r in zoek() if r["soort"] == "voorziening"]
    paren = [(a, b) for a, b in pairwise(rij) if a["uitleg"]["rang"][:5] == b["uitleg"]["rang"][:5]]
    assert paren
    for eerste, tweede in paren[:4]:
        na = [r["id"] for r in zoek(eerste["nr"])]
        assert na.index(tweede["id"]) < na.index(eerste["id"])
        vast = [r["id"] for r in rij if r is not eerste]
        assert [i for i in na if i in vast] == [i for i in vast if i in na]


# Dubbel en telefoon ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "kaal"),
    [("Stichting De Brug (Proefstad)", "brug"), ("De Brug, locatie Proefstad", "brug"), ("Het", "het")],
)
def test_de_naam_zonder_wat_niets_zegt(naam, kaal):
    assert kale_naam(naam, frozenset({"proefstad"})) == kaal


GEZIEN = {
    "Stichting ervoor": (plek("a", "De Brug"), plek("b", "Stichting Brug"), True),
    "een plaats erachter": (
        plek("a", "Eettafel Linde", locaties=(Locatie(adres=HUIS),)),
        plek("b", "Eettafel Linde Proefstad", locaties=(Locatie(adres=HUIS),)),
        True,
    ),
    "een tikfout en hetzelfde nummer": (
        plek("a", "Inloop Zonnehoek", contact=Contact("0999-11 22 33")),
        plek("b", "Inloop Zonehoek", contact=Contact("0999 112233")),
        True,
    ),
    "een andere volgorde en dezelfde site": (
        plek("a", "Kledingbank Brink", contact=Contact(website="https://www.brink.example/")),
        plek("b", "Brink Kledingbank", contact=Contact(website="http://brink.example")),
        True,
    ),
    "een andere naam, en verder alles gelijk": (
        plek("a", "Spreekuur geld", contact=Contact("0999-11 22 33"), locaties=(Locatie(adres=HUIS),)),
        plek("b", "Formulierenhulp", contact=Contact("0999-11 22 33"), locaties=(Locatie(adres=HUIS),)),
        True,
    ),
    "twee praktijken in een gebouw": (
        plek("a", "Huisarts Linde", contact=Contact("0999-11 22 33"), locaties=(Locatie(adres=HUIS),)),
        plek("b", "Huisarts Brink", contact=Contact("0999-44 55 66"), locaties=(Locatie(adres=HUIS),)),
        False,
    ),
    "noord en zuid": (
        plek("a", "Loket Noord", contact=Contact("0999-11 22 33")),
        plek("b", "Loket Zuid", contact=Contact("0999-11 22 33")),
        False,
    ),
    "twee plekken met een naam": (
        plek("a", "Bibliotheek", locaties=(Locatie(adres=HUIS),)),
        plek("b", "Bibliotheek", locaties=(Locatie(adres=replace(HUIS, huisnummer="80")),)),
        False,
    ),
    "dezelfde balie, andere hulp": (
        plek("a", "Taalles", contact=Contact("0999-11 22 33")),
        plek("b", "Fietsles", contact=Contact("0999-11 22 33")),
        False,
    ),
}


@pytest.mark.parametrize("soort", GEZIEN)
def test_bijna_dubbel_wordt_gezien_en_wat_anders_is_niet(soort):
    een, ander, dubbel = GEZIEN[soort]
    gevonden = zoek_dubbele([een, ander])
    assert bool(gevonden) is dubbel, gevonden
    assert not zoek_dubbele([een, replace(ander, status="gesloten")])
    kaal = [SimpleNamespace(**{veld: getattr(v, veld) for veld in VERGELEKEN}) for v in (een, ander)]
    assert [d.zin for d in zoek_dubbele(kaal)] == [d.zin for d in gevonden], "kijkt naar meer dan de voorraad weet"


@pytest.mark.parametrize(
    "nummer",
    [
        "0570-62 34 56",
        "(020) 624 11 11",
        "+31 (0)20 624 11 11",
        "0031 20 624 11 11",
        "088-012 34 56",
        "06-12 34 56 78",
        "0800-1234",
        "14 0570",
        "112",
        "0999-12 34 56",
        "+32 2 123 45 67",
    ],
)
def test_een_nummer_dat_kan(nummer):
    assert bestaat(nummer)


@pytest.mark.parametrize(
    "nummer",
    [
        "0119-42 34 56",
        "0576-42 34 56",
        "+31 119 423 456",
        "0990-42 34 56",
        "0570-12 34 56",
        "020-012 34 56",
        "0539-12 34 56",
        "06-712 34 567",
    ],
)
def test_een_nummer_dat_niet_kan(nummer):
    assert not bestaat(nummer)


def test_een_netnummer_van_een_andere_streek():
    hier = (Locatie(adres=HUIS),)
    buren = [plek(f"b{n}", f"Plek {n}", contact=Contact(f"0570-60000{n}"), locaties=hier) for n in range(5)]
    ver = plek("ver", "Ver Weg", contact=Contact("0521-512345"), locaties=hier)
    mobiel = plek("mobiel", "Mobiel", contact=Contact("085-1234567"), locaties=hier)
    assert [(v.voorziening.id, v.hoort_bij) for v in vreemde_netnummers([*buren, ver, mobiel])] == [
        ("ver", "Steenwijk")
    ]
    assert netnummer("0570-60 00 01") == "0570" and netnummer("0800-1234") == ""


# Kwaliteit -------------------------------------------------------------------------------------


def test_een_cijfer_met_redenen_volgens_de_formule(map_):
    leg_neer(map_, PROEF, PROEFPLEK.replace("werkgebied: [landelijk]", "werkgebied: [WK999901]"))
    catalogus = lees(map_)[0]
    oordeel = next(o for o in oordelen(catalogus) if o.voorziening.id == "proef")
    soorten = [r.soort for r in oordeel.redenen]
    assert soorten == ["geen_weg", "voor_wie", "omschrijving", "woorden", "kosten"]
    assert oordeel.cijfer == 100 - sum(REDENEN[s].punten for s in soorten)
    cijfers = [o.cijfer for o in oordelen(catalogus)]
    assert cijfers == sorted(cijfers)  # wat een bewoner het meest hindert, staat vooraan


def test_het_moeilijke_woord_staat_erbij_met_gewone_uitleg(map_):
    moeilijk = (
        "Indicatiestellingsprocedures voor belanghebbenden geschieden overeenkomstig uitvoeringsregelgeving. " * 6
    )
    vervang(map_, GELDLOKET, "  Neem uw post mee, ook de enveloppen die u niet durft te openen.", f"  {moeilijk}")
    leg_neer(
        map_,
        "sociale_kaart/begrippen.yaml",
        "begrippen:\n  - id: belang\n    term: Belanghebbenden\n    uitleg: De mensen om wie het gaat.\n"
        "    bron: {stuk: x, jaar: 2020}\n",
    )
    redenen = {r.soort: r.zin for o in oordelen(lees(map_)[0]) if o.voorziening.id == "geldloket" for r in o.redenen}
    assert "belanghebbenden (zeg het zo: De mensen om wie het gaat.)" in redenen["moeilijk"]
    assert "Indicatiestellingsprocedures" in redenen["moeilijk"]


def test_het_rapport_in_elk_formaat(map_, capsys):
    leg_neer(map_, PROEF, PROEFPLEK)
    assert draai(map_, "rapport", "kwaliteit", "--formaat", "json") == 0
    gegevens = json.loads(capsys.readouterr().out)
    assert gegevens["aantal"] == 4 and gegevens["formule"]["geen_weg"]["punten"] == REDENEN["geen_weg"].punten
    assert {b["soort"] for b in gegevens["hele_kaart"]} == {"functie", "dekking"}
    assert draai(map_, "rapport", "kwaliteit", "--formaat", "csv") == 0
    rijen = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {"proef", "buurthuis-zuid"} <= {r["id"] for r in rijen if r["soort"] == "geen_weg"}
    for formaat, zegt in (("tekst", "geen manier om er te komen"), ("markdown", "- [ ] **Proefplek**")):
        assert draai(map_, "rapport", "kwaliteit", "--formaat", formaat, "--team", "redactie") == 0
        assert zegt in capsys.readouterr().out


def test_controleer_toont_van_elke_waarschuwing_de_eerste_tien(map_, capsys):
    for n in range(14):
        oud = PROEFPLEK.replace("Proefplek", f"Plek {n}").replace("2026-10-01", "2020-01-01")
        leg_neer(map_, f"sociale_kaart/wijkfuncties/oud-{n:02}.yaml", oud)
    assert draai(map_, "controleer") == 0
    kort = capsys.readouterr().out
    assert kort.count("waarschuwing SK401") == 10 and "   14  SK401" in kort and "   14  redactie" in kort
    assert kort.splitlines()[-1] == "14 waarschuwingen gevonden."
    assert draai(map_, "controleer", "--alles") == 0
    assert capsys.readouterr().out.count("waarschuwing SK401") == 14
    assert draai(map_, "controleer", "--formaat", "json") == 0
    assert len(json.loads(capsys.readouterr().out)["meldingen"]) == 14
    for n in range(12):
        leg_neer(map_, f"sociale_kaart/wijkfuncties/kapot-{n:02}.yaml", "naam: x\n")
    assert draai(map_, "controleer") == 1
    fouten = capsys.readouterr().out
    assert all(f"kapot-{n:02}.yaml" in fouten for n in range(12))  # een fout valt nooit weg


# CODEOWNERS ------------------------------------------------------------------------------------


def test_codeowners_per_forge(map_, capsys):
    leg_neer(map_, "sociale_kaart/beheer.yaml", BEHEER)
    catalogus = lees(map_)[0]
    assert maak_codeowners("github", catalogus).splitlines()[1:] == [
        "/sociale_kaart/wijkfuncties/ @voorbeeldstad/wijk",
        "/sociale_kaart/algemene_voorzieningen/geldloket.yaml @voorbeeldstad/geld",
    ]
    assert maak_codeowners("forgejo", catalogus).splitlines()[1:] == [
        r"sociale_kaart/algemene_voorzieningen/geldloket\.yaml @voorbeeldstad/geld",
        r"sociale_kaart/wijkfuncties/buurthuis-zuid\.yaml @voorbeeldstad/wijk",
    ]
    leg_neer(map_, ".github/workflows", {"map": True})
    leg_neer(map_, ".gitlab/CODEOWNERS", "* @zelf/geschreven\n")
    assert schrijf_codeowners(map_, catalogus, proef=False) == [
        ".github/CODEOWNERS is nieuw, uit beheer.yaml.",
        ".gitlab/CODEOWNERS hebt u zelf geschreven en blijft zo.",
    ]
    assert schrijf_codeowners(map_, catalogus, proef=False)[:1] != [".github/CODEOWNERS is nieuw, uit beheer.yaml."]


def test_alleen_op_afspraak_zonder_nummer_is_geen_weg(tmp_path):
    """Wie een afspraak moet maken, moet dat ergens kunnen doen; een gewone dag erbij is wel een deur."""
    map_ = maak_goede_map(tmp_path / "map")
    for id_, tijden in (("afspraak", "{ma: op afspraak}"), ("deur", '{ma: op afspraak, di: "09:00-12:00"}')):
        leg_neer(
            map_,
            f"sociale_kaart/algemene_voorzieningen/{id_}.yaml",
            PROEFPLEK + "locaties:\n  - adres: {straat: Kade, huisnummer: 3, postcode: 9999 AB, plaats: Proefstad}\n"
            f"    openingstijden: {tijden}\n",
        )
    catalogus, verslag = lees(map_)
    assert catalogus, verslag.als_tekst()
    zonder = {o.voorziening.id for o in oordelen(catalogus) if "geen_weg" in {r.soort for r in o.redenen}}
    assert "afspraak" in zonder and "deur" not in zonder


def test_een_organisatie_wordt_ook_oud_en_heeft_een_team(tmp_path, capsys):
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, "sociale_kaart/beheer.yaml", "teams:\n  - {naam: team samen, organisaties: [stichting-samen]}\n")
    assert draai(map_, "rapport", "actueel", "--formaat", "json", dag="2028-01-01") == 0
    rijen = json.loads(capsys.readouterr().out)["ingangen"]
    (organisatie,) = [r for r in rijen if r["id"] == "organisaties/stichting-samen"]
    assert organisatie["team"] == "team samen" and organisatie["reden"] == "te lang niet nagekeken"
    assert organisatie["wijzigen"].endswith("/organisaties/stichting-samen/") and not organisatie["klopt"]
    for formaat in ("markdown", "mail"):
        draai(map_, "rapport", "actueel", "--formaat", formaat, "--team", "team samen", dag="2028-01-01")
        gezegd = capsys.readouterr().out
        assert "ekijken en melden" in gezegd and "()" not in gezegd
