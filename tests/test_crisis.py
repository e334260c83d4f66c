"""Nood herkennen: gemeten op zinnen die los staan van crisis.yaml, en per onderdeel: tikfouten, remmen, typen,
nummers, aanvullen.
"""

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.lezen.crisis import eigen_crisis, met_aanvulling
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Verslag
from generator.model.crisis import Crisis, Gewicht, Noodsoort, Regel, Woordgroep
from generator.zoeken.crisis import maak_crisis, noodnummers
from generator.zoeken.index import maak_index
from generator.zoeken.motor import Motor
from generator.zoeken.taal import kale
from generator.zoeken.toetsen import tikfout

HIER = Path(__file__).parent


def lees(naam: str) -> dict:
    return kale(lees_yaml((HIER / naam).read_text(encoding="utf-8"), naam, Verslag()))


METING, VRAGEN = lees("crisismeting.yaml"), lees("crisisvragen.yaml")


@pytest.fixture(scope="module")
def motor(catalogus):
    motor = Motor.van(catalogus)
    motor.js.eval("function nood(vraag) { return JSON.stringify(motor.crisisVan(vraag)); }")
    return motor


def nood(motor, vraag: str) -> dict | None:
    return json.loads(motor.js.eval(f"nood({json.dumps(vraag)})"))["crisis"]


def nood_bij_typen(motor, vraag: str) -> list[str]:
    """Elk stuk van de vraag dat onder het typen, zonder pauze, al een blok geeft."""
    return [
        vraag[:n]
        for n in range(1, len(vraag) + 1)
        if json.loads(motor.js.eval(f"nood({json.dumps(vraag[:n])})"))["crisisNu"]
    ]


def ids(motor, blok: dict) -> set[str]:
    op_nummer = {n[1]: id_ for id_, n in json.loads(motor.js.eval("JSON.stringify(index.crisis.nummers)")).items()}
    return {op_nummer[telefoon] for _, telefoon, _ in blok["nummers"]}


def test_wie_in_nood_is_wordt_herkend_ook_met_een_tikfout(motor):
    zinnen = [z["zin"] for z in METING["nood"]]
    mis = [z for z in zinnen if not nood(motor, z)]
    mis_tik = [tikfout(z) for z in zinnen if not nood(motor, tikfout(z))]
    print(f"\n{len(zinnen)} kreten: gemist {len(mis)}, met tikfout {len(mis_tik)}", *mis, sep="\n  ")
    assert len(mis) / len(zinnen) <= 0.08 and len(mis_tik) / len(zinnen) <= 0.12


def test_een_gewone_vraag_schrikt_niemand(motor):
    zinnen = [z["zin"] for z in METING["onschuldig"]]
    luid = [z for z in zinnen if nood(motor, z)]
    print(f"\n{len(zinnen)} gewone zinnen: luid {len(luid)}", *luid, sep="\n  ")
    assert len(luid) / len(zinnen) <= 0.04


def test_de_nummers_passen_bij_het_geval(motor):
    gevonden = [(z, blok) for z in METING["nood"] if (blok := nood(motor, z["zin"]))]
    mis = [
        (z["zin"], z["nummers"], sorted(ids(motor, blok)))
        for z, blok in gevonden
        if not set(z["nummers"]) <= ids(motor, blok)
    ]
    assert len(mis) / len(gevonden) <= 0.02, mis


def test_de_woorden_zijn_niet_uit_de_meting_overgeschreven():
    """Een groep die vier woorden achter elkaar uit een meetzin heeft, is die zin onthouden en niet begrepen."""
    zinnen = [
        " ".join(re.findall(r"\w+", z["zin"].lower())) for soort in ("nood", "onschuldig") for z in METING[soort]
    ]
    woorden = [w for g in eigen_crisis().groepen for w in g.woorden if len(w.split()) > 3]
    assert [(w, z) for w in woorden for z in zinnen if f" {w.rstrip('!*')} " in f" {z} "] == []


@pytest.mark.parametrize(
    ("luid", "vraag"), [(blok != "geen", vraag) for blok, vragen in VRAGEN.items() for vraag in vragen]
)
def test_wie_slordig_typt_ziet_het_nummer_en_een_ander_niet(motor, luid, vraag):
    gevonden = nood(motor, vraag)
    assert bool(gevonden) == luid, gevonden and gevonden["woord"]


@pytest.mark.parametrize(
    ("vraag", "eerste"),
    [
        ("ik wil dood", "113"),
        ("ik sta op het spoor", "112"),
        ("mijn man slaat mij", "0800-2000"),
        ("ik ben verkracht", "0800-0188"),
        ("hij heeft een mes", "112"),
        ("hij knijpt mijn keel dicht", "112"),
        ("mijn kind heeft een overdosis", "112"),
        ("112", "112"),
        ("113", "113"),
    ],
)
def test_het_beste_nummer_staat_vooraan_en_112_bij_direct_gevaar(motor, vraag, eerste):
    assert nood(motor, vraag)["nummers"][0][1] == eerste


@pytest.mark.parametrize(
    "vraag", ["papa slaat mama", "ik ben 12 en ik durf niet naar huis", "me stiefvader zit aan me"]
)
def test_een_kind_dat_schrijft_krijgt_de_kindertelefoon(motor, vraag):
    assert "kindertelefoon" in ids(motor, nood(motor, vraag))


@pytest.mark.parametrize(
    "vraag",
    [
        "zelfmort",
        "zelfmord",
        "mishandelng",
        "verkragt",
        "ikwildood",
        "kwil dood",
        "zelf moord",
        "huislijk gewelt",
        "me man slad me",
        "ik wil dod",
        "zelfmo",
        "mishande",
    ],
)
def test_een_tikfout_aan_elkaar_los_of_zoals_het_klinkt(motor, vraag):
    assert nood(motor, vraag)


@pytest.mark.parametrize(
    "vraag",
    [
        "olmek istiyorum",
        "ölmek istiyorum",
        "chce umrzec",
        "chcę umrzeć",
        "أريد أن أموت",
        "хочу померти",
        "khochu pomerty",
        "kocam beni dövüyor",
        "mąż mnie bije",
        "زوجي يضربني",
        "чоловік мене б'є",
        "my husband beats me",
        "he has a knife",
    ],
)
def test_in_een_andere_taal_en_in_ander_schrift(motor, vraag):
    assert nood(motor, vraag)


@pytest.mark.parametrize(
    ("nood_", "rem"),
    [
        ("zelfmoord", "boek over zelfmoord"),
        ("mijn opa wordt geslagen", "mijn opa werd vroeger geslagen in de oorlog"),
        ("ik ben suicidaal", "ik ben niet suicidaal"),
        ("huiselijk geweld", "cursus huiselijk geweld herkennen"),
        ("kind heeft bleekwater gedronken", "hond heeft bleekwater gedronken"),
        ("ik wil dood", "ik wil dood hout"),
    ],
)
def test_een_rem_maakt_het_stil(motor, nood_, rem):
    assert nood(motor, nood_) and not nood(motor, rem)


@pytest.mark.parametrize(
    "vraag",
    [
        "ik kan niet meer traplopen",
        "ik wil dood hout laten weghalen",
        "ik wil niet meer leven van de bijstand",
        "ik zie het niet meer zitten zonder bril",
        "brandhout kopen",
        "ik kan niet meer",
    ],
)
def test_onder_het_typen_flitst_er_niets(motor, vraag):
    assert nood_bij_typen(motor, vraag) == []


def test_wat_al_duidelijk_is_staat_er_onder_het_typen_meteen(motor):
    stukken = nood_bij_typen(motor, "ik denk aan zelfmoord en weet niet wie ik bellen moet")
    assert stukken[0] == "ik denk aan zelfmoord " and len(stukken) > 20


@pytest.mark.parametrize("vraag", ["", "   ", "?", "\u0000", "a" * 3000, "ik " * 900, "mes " * 200])
def test_een_lege_of_rare_vraag_gaat_goed(motor, vraag):
    assert nood(motor, vraag) is None or vraag.strip()


def test_de_nummers_komen_uit_de_ingangen(catalogus):
    anders = dict(catalogus.voorzieningen)
    anders["veilig-thuis"] = replace(
        anders["veilig-thuis"], contact=replace(anders["veilig-thuis"].contact, telefoon="0999-99 99 99")
    )
    assert noodnummers(replace(catalogus, voorzieningen=anders))["veilig-thuis"][1] == "0999-99 99 99"
    for nummer in eigen_crisis().nummers:
        if nummer.telefoon:
            assert nummer.bron and nummer.telefoon == catalogus.voorzieningen[nummer.ingang].contact.telefoon


def test_zonder_ingang_telt_alleen_een_nummer_met_bron(catalogus):
    leeg = replace(catalogus, voorzieningen={})
    assert set(noodnummers(leeg)) == {"112", "113", "veilig-thuis", "kindertelefoon", "centrum-seksueel-geweld"}


def test_een_gemeente_vult_aan(catalogus):
    eigen = Crisis(
        groepen=(Woordgroep("op-hoog", ("van de hefbrug",)), Woordgroep("dijk", ("doorbraak van de dijk",))),
        soorten=(Noodsoort("gevaar", regels=(Regel(("dijk",), 12),)), Noodsoort("zelfdoding", nummers=("opvang",))),
    )
    met = replace(catalogus, kennis=replace(catalogus.kennis, crisis=eigen))
    motor = Motor.van(met)
    motor.js.eval("function nood(vraag) { return JSON.stringify(motor.crisisVan(vraag)); }")
    assert nood(motor, "ik spring van de hefbrug") and nood(motor, "doorbraak van de dijk")["id"] == "gevaar"
    assert nood(motor, "zelfmoord")["nummers"][0][0] == "Opvang"
    assert met_aanvulling(eigen_crisis(), None) == eigen_crisis()


@pytest.mark.parametrize("vraag", ["psychose", "stalking", "wat is een psychose", "stalking wet"])
def test_een_enkel_vakwoord_is_een_onderwerp_en_geen_nood(motor, vraag):
    assert not nood(motor, vraag)


@pytest.mark.parametrize("vraag", ["hij filmt mij en hij verkracht mij"])
def test_een_woord_dat_op_een_rem_lijkt_remt_niet(motor, vraag):
    """Filmt is geen film, dicht is geen gedicht, en een televisie maakt van nood geen verhaal."""
    assert nood(motor, vraag)


def test_een_gemeente_kan_woorden_laten_wegen(catalogus):
    def motor_met(*weegt: Gewicht) -> Motor:
        met = replace(catalogus, kennis=replace(catalogus.kennis, crisis=Crisis(weegt=weegt)))
        motor = Motor.van(met)
        motor.js.eval("function nood(vraag) { return JSON.stringify(motor.crisisVan(vraag)); }")
        return motor

    zwaar = motor_met(Gewicht("geweld", punten=25, woorden=("dijkdoorbraak",)))
    assert nood(zwaar, "dijkdoorbraak")["id"] == "geweld"
    assert not nood(motor_met(Gewicht(eraf=30, woorden=("zelfmoord",))), "zelfmoord")


def test_elke_genoemde_groep_en_elk_nummer_bestaat():
    crisis = eigen_crisis()
    groepen, nummers = {g.groep for g in crisis.groepen}, {n.id for n in crisis.nummers}
    items = [item for s in crisis.soorten for r in (*s.regels, *s.bij) for item in (*r.samen, *r.niet)]
    genoemd = {g for item in items for g in item.removeprefix("ook ").split("/")}
    genoemd |= {r.groep for r in crisis.remmen} | {g for w in crisis.weegt for g in w.groepen} | {"spoed"}
    assert genoemd <= groepen
    assert {w.soort for w in crisis.weegt} - {""} <= {s.id for s in crisis.soorten}
    assert {n for s in crisis.soorten for n in (*s.nummers, *(x for b in s.bij for x in b.nummers))} <= nummers


def test_met_de_kern_komt_een_klein_deel_mee_dat_het_duidelijkste_al_kent(catalogus):
    kern, _ = maak_index(catalogus)
    klein, alles = json.dumps(kern["crisis"]), json.dumps(maak_crisis(catalogus))
    assert len(klein) < len(alles) / 5
    motor = Motor(kern, None)
    motor.js.eval("function nood(vraag) { return JSON.stringify(motor.crisisVan(vraag)); }")
    assert all(nood(motor, v) for v in ("zelfmoord", "ik wil dood", "huiselijk geweld", "ik ben verkracht"))
    assert not nood(motor, "ik wil dood hout weghalen") and not nood(motor, "boek over zelfmoord")
