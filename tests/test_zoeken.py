"""Zoeken op de inhoud van dit project: dezelfde motor als in de browser, in een kale V8."""

import csv
import gzip
import json
import re
from pathlib import Path

import pytest

from generator.model.zoeken import Zoektest
from generator.zoeken.bundel import BUNDELS, bundel, invoer, keten, lees
from generator.zoeken.index import maak_index
from generator.zoeken.motor import Motor
from generator.zoeken.toetsen import deel, tabel, toets

pytestmark = pytest.mark.lang

VAST = (0.85, 0.95, 0.90)  # op een, in de eerste drie, met een tikfout in de eerste drie


@pytest.fixture(scope="module")
def motor(catalogus):
    return Motor.van(catalogus)


def lees_vragen(naam: str) -> list[Zoektest]:
    with open(Path(__file__).parent / naam, encoding="utf-8") as stroom:
        return [
            Zoektest(rij["vraag"], tuple(rij["verwachte_functies"].split(",")))
            for rij in csv.DictReader(stroom, delimiter="\t")
        ]


def keur(motor, tests) -> None:
    zuiver, tik = toets(motor, tests), toets(motor, tests, met_tikfout=True)
    cijfers = deel(zuiver, 1), deel(zuiver, 3), deel(tik, 3)
    print(
        f"\n{len(tests)} vragen: op een {cijfers[0]:.1%}, eerste drie {cijfers[1]:.1%}, met tikfout {cijfers[2]:.1%}"
    )
    print(tabel(zuiver))
    print("Met tikfout mis:\n" + tabel([u for u in tik if not u.plek]))
    assert all(cijfer >= eis for cijfer, eis in zip(cijfers, VAST, strict=True)), cijfers


def test_de_zoektests_van_het_contactcentrum(motor, catalogus):
    keur(motor, catalogus.kennis.zoektests.zoektests)


def test_andere_vragen_in_dezelfde_stijl(motor):
    keur(motor, lees_vragen("zoekvragen_extra.tsv"))


def test_drie_letters_zijn_genoeg(motor):
    """Wie belt met drie letters van een naam of een functie, heeft haar bij de eerste drie."""
    uit = toets(motor, lees_vragen("zoekbegin.tsv"))
    assert deel(uit, 3) >= 0.93 and deel(uit, 1) >= 0.8, tabel(uit)


@pytest.mark.parametrize(
    ("vraag", "id_"),
    [
        ("deurw", "schuldhulpverlening"),
        ("zonder huis", "maatschappelijke-opvang-de-haven"),
        ("hulp in huis voor mijn moeder", "huishoudelijke-hulp"),
        ("voedselb", "voedselbank-voorbeeldstad"),
        ("mantelz", "mantelzorgsteunpunt-voorbeeldstad"),
        ("schuld", "geldloket-voorbeeldstad"),
        ("schoonmaakster", "huishoudelijke-hulp"),
    ],
)
def test_een_half_woord_of_een_klein_woord_telt_mee(motor, vraag, id_):
    assert eerste(motor, vraag)["id"] == id_


def test_een_woord_dat_nergens_staat_telt_als_wat_hetzelfde_betekent(motor):
    assert motor.zoek("kids")["resultaten"][0]["via"].count("kind")


def test_waarom_iets_gevonden_is_staat_er_als_hele_zin(motor):
    gevonden = next(r for r in motor.zoek("huur niet betalen")["resultaten"] if r["voluit"])
    assert gevonden["voluit"] == "ik kan mijn huur niet betalen"


def eerste(motor, vraag: str, **opties) -> dict:
    return motor.zoek(vraag, **opties)["resultaten"][0]


@pytest.mark.parametrize(
    ("vraag", "functie"),
    [
        ("schulden", "schuldhulpverlening"),
        ("schuld", "schuldhulpverlening"),
        ("schuldhulpverlenning", "schuldhulpverlening"),
        ("maatschapelijk werk", "maatschappelijk-werk"),
        ("schuld hulp", "schuldhulpverlening"),
        ("hulpverlening schuld", "schuldhulpverlening"),
        ("clientondersteuning", "clientondersteuning"),
        ("cliëntondersteuning", "clientondersteuning"),
        ("creche", "kinderopvang"),
        ("W.M.O. taxi", "collectief-wmo-vervoer"),
        ("ggz", "ggz"),
        ("bbz", "bbz-starters"),
        ("pgb", "plan-en-beschikking"),
        ("mantelzorgers", "ondersteuning-mantelzorgers-vrijwilligers"),
        ("huurachterstanden", "schuldhulpverlening"),
        ("RAMEN LAPPEN", "glazenwasser"),
        ("ziekenhuizen", "ziekenhuis"),
        ("poetshulpen", "huishoudelijke-hulp"),
        ("wijkverpleegkundigen", "wijkverpleging"),
        ("geengeld vooreten", "voedselhulp"),
        ("buurt bemiddeling", "buurtbemiddeling"),
    ],
)
def test_nederlands(motor, vraag, functie):
    assert functie in [f for r in motor.zoek(vraag)["resultaten"][:2] for f in r["functies"]]


@pytest.mark.parametrize(
    ("half", "functie"),
    [
        ("schu", "schuldhulpverlening"),
        ("deurw", "schuldhulpverlening"),
        ("biebl", "bibliotheek"),
        ("rols", "hulpmiddelen"),
        ("huisart", "huisarts"),
    ],
)
def test_half_getypt(motor, half, functie):
    assert functie in [f for r in motor.zoek(half)["resultaten"][:3] for f in r["functies"]]


def test_de_precieze_naam_staat_bovenaan(motor, catalogus):
    mis = [
        v.naam
        for v in catalogus.voorzieningen.values()
        if v.status == "actief"
        and v.naam
        not in [
            catalogus.voorzieningen[r["id"]].naam
            for r in motor.zoek(v.naam)["resultaten"][:3]
            if r["soort"] == "voorziening"
        ]
    ]
    assert mis == []


@pytest.mark.parametrize(
    ("vraag", "id_"), [("ik ben verkracht", "centrum-seksueel-geweld"), ("aangerand", "centrum-seksueel-geweld")]
)
def test_wie_de_woorden_zelf_noemt_wint_van_de_loting(motor, vraag, id_):
    assert eerste(motor, vraag)["id"] == id_


@pytest.mark.parametrize("vraag", ["brief snap ik niet", "belastingdienst brief", "huurtoeslag gestopt"])
def test_een_lijn_over_een_onderwerp_is_geen_hulp_bij_brieven(motor, vraag):
    assert not {"discriminatie-nl", "dementielijn", "fraudehelpdesk"} & {
        r["id"] for r in motor.zoek(vraag)["resultaten"][:6]
    }


@pytest.mark.parametrize(
    ("vraag", "id_"),
    [("racisme", "discriminatie-nl"), ("nepbericht", "fraudehelpdesk"), ("phishing", "fraudehelpdesk")],
)
def test_een_eigen_zoekwoord_telt_als_een_woord_van_de_functie(motor, vraag, id_):
    assert id_ in [r["id"] for r in motor.zoek(vraag)["resultaten"][:3]]


@pytest.mark.parametrize(
    ("vraag", "id_"),
    [
        ("de sluis", "buurthuis-de-sluis"),
        ("sluis buurthuis", "buurthuis-de-sluis"),
        ("kastanje", "soos-de-kastanje"),
        ("vaarlewelzijn", "stichting-vaarlewelzijn"),
        ("woonstichting singel", "woonstichting-de-singel"),
    ],
)
def test_een_eigennaam_wint_van_wat_erop_lijkt(motor, vraag, id_):
    assert id_ in [r["id"] for r in motor.zoek(vraag)["resultaten"][:2]]


@pytest.mark.parametrize(
    ("vraag", "valse_vriend"),
    [
        ("ik sta op het spoor", "sportvereniging"),
        ("stalling", "veilig-thuis"),
        ("stalling", "politie"),
        ("nico", "verslavingszorg"),
        ("lijnbaan", "vacatureservice"),
        ("kegelbaan", "vacatureservice"),
        ("strijk", "levensbeschouwelijk"),
        ("rijk", "was-en-strijkservice"),
        ("verschenen", "huishoudelijke-hulp"),
    ],
)
def test_een_echt_woord_is_geen_tikfout_en_geen_stuk_van_een_ander(motor, vraag, valse_vriend):
    assert valse_vriend not in [f for r in motor.zoek(vraag)["resultaten"][:3] for f in r["functies"]]


def test_een_echt_woord_zet_geen_crisisblok_aan(motor):
    assert motor.zoek("stalling voor mijn fiets")["crisis"] is None


@pytest.mark.parametrize(
    ("vraag", "eerst", "later"),
    [
        ("mijn zoon van 15 is somber", "jeugd-ggz-vaarleland", "inloop-de-luwte"),
        ("ik ben 40 en somber", "inloop-de-luwte", "jeugd-ggz-vaarleland"),
        ("een 17-jarige met een depressie", "jeugd-ggz-vaarleland", "ggz-vaarleland-polikliniek"),
        ("opvang voor een kind van 2", "peuteropvang-het-vlierbos", "bouwspeelplaats-de-spijker"),
        # Een kind heeft geen deur aan een willekeurige huisarts als er een plek voor kinderen is.
        ("mijn dochter van 14 is heel somber", "jeugd-ggz-vaarleland", "huisartsenpraktijk-de-waag"),
        # De leeftijd zegt dat het om de buurvrouw zelf gaat, en niet om ruzie met de buren.
        ("buurman van 81 komt de trap niet meer op", "woningaanpassingen", "buurtbemiddeling-voorbeeldstad"),
    ],
)
def test_wie_een_leeftijd_noemt_krijgt_eerst_wat_daarbij_past(motor, vraag, eerst, later):
    volgorde = [r["id"] for r in motor.zoek(vraag)["resultaten"]]
    assert eerst in volgorde and volgorde.index(eerst) < (
        volgorde.index(later) if later in volgorde else len(volgorde)
    )


@pytest.mark.parametrize(
    ("vraag", "leeftijden"),
    [
        ("ik ben 70", [70]),
        ("mijn zoon van 15 jaar", [15]),
        ("een 16-jarige", [16]),
        ("al 3 jaar ziek", []),
        ("het kost van 20 euro", []),
        ("peuter", [3]),
        ("wij zijn met 5 kinderen", []),
        ("hij is 12 en zij wordt 9", [12, 9]),
        ("na 8 jaar huwelijk", []),
    ],
)
def test_leeftijden_in_een_vraag(motor, vraag, leeftijden):
    assert json.loads(motor.js.eval(f"JSON.stringify(leeftijdenIn({json.dumps(vraag)}))")) == leeftijden


def test_een_avond_belooft_alleen_wie_dan_ook_open_is(motor):
    """Wie alleen op afspraak of zonder tijden landelijk werkt, gaat niet voor de deur hier."""
    volgorde = [r["id"] for r in motor.zoek("nederlands leren in de avond")["resultaten"]]
    assert volgorde[0] == "taalhuis-voorbeeldstad"


def test_wijk_in_de_vraag(motor, catalogus):
    gevonden = eerste(motor, "buurthuis oude stad")
    assert catalogus.gebied_van(catalogus.voorzieningen[gevonden["id"]], 0) == "WK999901"
    assert eerste(motor, "Lindeveen")["soort"] == "gebied"


def test_telefoonnummer_en_postcode(motor, catalogus):
    voorziening = catalogus.voorzieningen["buurthuis-de-sluis"]
    assert eerste(motor, voorziening.contact.telefoon)["id"] == voorziening.id
    assert eerste(motor, voorziening.contact.telefoon.replace("-", "").replace(" ", ""))["id"] == voorziening.id
    postcode = voorziening.locaties[0].adres.postcode
    plekken = {
        v.id for v in catalogus.voorzieningen.values() for p in v.locaties if p.adres and p.adres.postcode == postcode
    }
    assert eerste(motor, postcode)["id"] in plekken


def test_volgorde_bij_een_besluit(motor, catalogus):
    """De pagina van een functie met een besluit staat boven wie haar aanbiedt."""
    resultaten = [(r["soort"], r["id"]) for r in motor.zoek("huishoudelijke hulp")["resultaten"]]
    aanbieders = [
        ("voorziening", v.id)
        for v in catalogus.per_functie["huishoudelijke-hulp"]
        if v.toegang.hoe in ("melding_gemeente", "indicatie")
    ]
    plek = resultaten.index(("functie", "huishoudelijke-hulp"))
    assert all(plek < resultaten.index(a) for a in aanbieders if a in resultaten)


def test_niets_gevonden_geeft_suggesties(motor):
    uitslag = motor.zoek("xqzwvk")
    assert uitslag["resultaten"] == []


def test_zelfde_uitslag_elke_keer(motor):
    assert motor.zoek("koffie drinken") == motor.zoek("koffie drinken")


@pytest.mark.parametrize(
    "vraag",
    ["", " ", "'", '"</script>', "\u0000", "ik", "de het een", "a" * 5000, "😀", "مرحبا", "%00../", "1" * 50, "( [ *"],
)
def test_rare_vragen_gaan_goed(motor, vraag):
    assert isinstance(motor.zoek(vraag)["resultaten"], list)


def test_de_index_blijft_klein(catalogus):
    kern, _ = maak_index(catalogus)
    code = (bundel("zoek/blad.js") + bundel("zoek/werker.js")).encode()
    pakket = len(gzip.compress(json.dumps(kern, ensure_ascii=False, separators=(",", ":")).encode(), 9)) + len(
        gzip.compress(code, 9)
    )
    assert pakket < 66_000


@pytest.mark.parametrize(
    "namen",
    [
        ("zoek/blad.js",),
        ("zoek/werker.js",),
        ("zoek/voorstel.js",),
        ("zoek/motor.js", "zoek/rest.js", "gemeen/stand.js", "zoek/kaart.js"),
    ],
)
def test_modules_delen_geen_namen(namen):
    """Een bundel met twee keer dezelfde naam zou niet eens beginnen."""
    from py_mini_racer import MiniRacer

    code = bundel(*namen).replace("import.meta.url", '""')
    MiniRacer().eval(f"new (Object.getPrototypeOf(async function(){{}}).constructor)({json.dumps(code)}); 1")
    assert "import {" not in code and "export " not in code


def test_de_gekozen_wijk_gaat_voor_en_een_andere_wijk_gaat_na(motor, catalogus):
    """Wie in Lindeveen woont ziet eerst wat er in het dorp is, dan wat voor de hele gemeente is, en dan pas de rest."""

    def stand(id_: str) -> int:
        v = catalogus.voorzieningen[id_]
        ligt = {catalogus.gebied_van(v, i) for i in range(len(v.locaties))}
        return 0 if "WK999907" in ligt else 1 if {"WK999907", "GM9999", "landelijk"} & set(v.werkgebied) else 2

    rijen = [
        r
        for r in motor.zoek("ik voel mij zo alleen", "WK999907")["resultaten"]
        if r["soort"] == "voorziening" and "inloop-ontmoeting" in r["functies"] and r["score"] > 1
    ]
    standen = [stand(r["id"]) for r in rijen]
    assert standen == sorted(standen) and set(standen) == {0, 1, 2}


@pytest.mark.parametrize("naam", BUNDELS)
def test_wat_een_bundel_later_ophaalt_ligt_naast_haar(naam):
    """In een bundel gaat "./" uit van de map van de bundel; een module uit een andere map zou het verkeerde ophalen."""
    nog, gezien = [naam], set()
    while nog:
        module = nog.pop()
        gezien.add(module)
        nog += set(invoer(module)) - gezien
        if "import.meta" in lees(module) or re.search(r'\bimport\("', lees(module)):
            assert module.rpartition("/")[0] == naam.rpartition("/")[0], module
    assert len(gezien) > 1


def test_een_pagina_haalt_vooruit_op_wat_haar_scripts_binnenhalen(voorbeeldsite):
    """Elk script dat een ander binnenhaalt, staat met dat andere in de pagina: niets wacht op een rij die na elkaar
    komt.
    """
    for pad in ("kcc", "lijstje", "lijst", "kaart", "zoeken"):
        html = (voorbeeldsite / pad / "index.html").read_text(encoding="utf-8")
        scripts = re.findall(r'<script src="\.\./assets/([^"]+)" type="module">', html)
        vooruit = set(re.findall(r'<link rel="modulepreload" href="\.\./assets/([^"]+)">', html))
        assert scripts and set(keten(*scripts)) - set(scripts) <= vooruit, pad
