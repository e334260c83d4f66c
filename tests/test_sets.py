"""De sets: wat boven ligt vult aan of vervangt, wat de site laat zien is samen, en de landelijke set is op zichzelf goed."""

import shutil
from datetime import date

import pytest
from conftest import PROJECT
from proefmap import PEILDATUM, korte_meldingen, lees, leg_neer, maak_goede_map

from generator.catalogus import lees_catalogus
from generator.cli import voer_uit
from generator.lezen.lagen import LANDELIJKE_MAP, lees_lagen
from generator.meldingen import Verslag
from generator.schema.kennisbestanden import KENNISBESTANDEN
from generator.voorraad import Voorraad

SETS = """\
sets:
  - {naam: landelijk, gebruiken: nee}
  - {naam: regio, map: ../regioset}
"""
LIJN = """\
naam: Regiolijn
functies: [buurthuis]
samenvatting: Bel met de regio.
zoekwoorden: [regio, bellen]
kosten: {soort: gratis}
toegang: {hoe: vrij, uitleg: Bel gerust.}
werkgebied: [landelijk]
contact: {telefoon: "0999-11 11 11", website: "https://regio.example", telefoontijden: {ma: "09:00-12:00", di: "09:00-12:00"}}
gecontroleerd: {op: 2026-10-01, door: regioredactie, termijn_maanden: 12}
"""
PLEK = "wijkfuncties/regiolijn.yaml"


@pytest.fixture
def map_(tmp_path):
    """De goede map met een set ernaast."""
    uit = maak_goede_map(tmp_path / "map")
    leg_neer(uit, "sets.yaml", SETS)
    leg_neer(tmp_path, f"regioset/{PLEK}", LIJN)
    return uit


def goed(map_):
    catalogus, verslag = lees(map_)
    assert verslag.als_tekst() == "Geen fouten gevonden."
    return catalogus


def test_een_set_doet_mee_als_eigen_inhoud(map_):
    catalogus = goed(map_)
    assert catalogus.voorzieningen["regiolijn"].pad == f"regio/{PLEK}"
    assert list(catalogus.voorzieningen) == sorted(catalogus.voorzieningen)


def test_een_aanvulling_gaat_voor_en_de_rest_blijft_van_de_set(map_):
    """Een groep vult aan per veld, zoekwoorden komen erbij, een rooster of een andere lijst komt ervoor in de plaats."""
    leg_neer(
        map_,
        f"sociale_kaart/{PLEK}",
        "vult_aan: regio\n"
        "naam: Regiolijn Proefstad\n"
        "zoekwoorden: [proefstad, regio]\n"
        'contact: {telefoon: "0999-22 22 22", telefoontijden: {wo: "10:00-11:00"}}\n'
        "werkgebied: [GM9999]\n",
    )
    lijn = goed(map_).voorzieningen["regiolijn"]
    assert (lijn.naam, lijn.samenvatting) == ("Regiolijn Proefstad", "Bel met de regio.")
    assert lijn.zoekwoorden == ("regio", "bellen", "proefstad")
    assert (lijn.contact.telefoon, lijn.contact.website) == ("0999-22 22 22", "https://regio.example")
    assert [bool(getattr(lijn.contact.telefoontijden[0], dag)) for dag in ("ma", "wo")] == [False, True]
    assert (lijn.werkgebied, lijn.pad) == (("GM9999",), f"sociale_kaart/{PLEK}")


def test_een_nieuw_feit_in_de_set_komt_door_een_aanvulling_heen(map_):
    leg_neer(map_, f"sociale_kaart/{PLEK}", "vult_aan: regio\nzoekwoorden: [proefstad]\n")
    voorraad = Voorraad(map_)
    voor = lees_catalogus(map_, Verslag(), PEILDATUM, voorraad).voorzieningen["regiolijn"]
    leg_neer(map_.parent, f"regioset/{PLEK}", LIJN.replace("0999-11 11 11", "0999-33 33 33"))
    na = lees_catalogus(map_, Verslag(), PEILDATUM, voorraad).voorzieningen["regiolijn"]
    assert (voor.contact.telefoon, na.contact.telefoon) == ("0999-11 11 11", "0999-33 33 33")
    assert voor.zoekwoorden == na.zoekwoorden == ("regio", "bellen", "proefstad")


def test_zonder_vult_aan_komt_het_ervoor_in_de_plaats_ook_uit_een_andere_map(map_):
    leg_neer(
        map_,
        "sociale_kaart/ketenpartners/regiolijn.yaml",
        LIJN.replace("Regiolijn", "Onze lijn").replace("zoekwoorden: [regio, bellen]\n", ""),
    )
    lijn = goed(map_).voorzieningen["regiolijn"]
    assert (lijn.naam, lijn.zoekwoorden, lijn.soort) == ("Onze lijn", (), "ketenpartner")


def test_van_een_lijst_komt_een_deel_op_zijn_plek_en_een_nieuw_deel_erachter(map_):
    def thema(id_, naam):
        return f"  - {{id: {id_}, naam: {naam}, icoon: geld, samenvatting: Hulp., zoekwoorden: [{id_}]}}\n"

    namen = [("geld", "Geld"), ("werk", "Werk"), ("ontmoeten", "Ontmoeten"), ("zorg", "Zorg")]
    leg_neer(map_.parent, "regioset/themas.yaml", "themas:\n" + "".join(thema(*paar) for paar in namen))
    leg_neer(
        map_,
        "sociale_kaart/themas.yaml",
        "themas:\n"
        + thema("nieuw", "Nieuw")
        + thema("werk", "Ons werk")
        + "  - {id: ontmoeten, vult_aan: regio, naam: Elkaar zien, zoekwoorden: [dorp]}\n",
    )
    themas = goed(map_).themas
    assert [t.naam for t in themas.values()] == ["Geld", "Ons werk", "Elkaar zien", "Zorg", "Nieuw"]
    assert themas["ontmoeten"].zoekwoorden == ("ontmoeten", "dorp")


def route(naam, kort, meer=""):
    return (
        f"{meer}naam: {naam}\nuitleg: Zo gaat het.\nstappen:\n"
        f"  - {{id: vraag, naam: Vraag, kort: {kort}, baan: u, uitleg: U belt., wie: [{{wie: U, wat: Belt.}}], vragen: [Wat nu?]}}\n"
    )


def test_een_bestand_over_een_ding_vervangt_of_vult_aan(map_):
    """De weg van een vraag is een geheel: een gemeente met een eigen weg wil de stappen van een ander er niet bij."""
    leg_neer(
        map_.parent,
        "regioset/route.yaml",
        route("Regio", "Zo.") + route("x", "Dan.").split("stappen:\n")[1].replace("vraag,", "daarna,"),
    )
    leg_neer(map_, "sociale_kaart/route.yaml", route("Hier", "Anders."))
    eigen = goed(map_).kennis.route
    assert (eigen.naam, [s.id for s in eigen.stappen]) == ("Hier", ["vraag"])
    leg_neer(map_, "sociale_kaart/route.yaml", route("Hier", "Anders.", "vult_aan: regio\n"))
    samen = goed(map_).kennis.route
    assert (samen.naam, [(s.id, s.kort) for s in samen.stappen]) == (
        "Hier",
        [("vraag", "Anders."), ("daarna", "Dan.")],
    )


def test_doorverwijzingen_van_een_set_gelden_ook_hier(map_):
    leg_neer(map_.parent, "regioset/doorverwijzingen.yaml", "oude-lijn: regiolijn\n")
    leg_neer(map_, "sociale_kaart/doorverwijzingen.yaml", "oud: oude-lijn\n")
    gaan = {van: regel.naar for van, regel in goed(map_).doorverwijzingen.items()}
    assert gaan == {
        "voorzieningen/oude-lijn/": "voorzieningen/regiolijn/",
        "voorzieningen/oud/": "voorzieningen/regiolijn/",
    }
    leg_neer(map_, "sociale_kaart/doorverwijzingen.yaml", "oud: bestaat-niet\n")
    assert korte_meldingen(lees(map_)[1]) == ["sociale_kaart/doorverwijzingen.yaml:1:6 SK307"]


def test_een_set_op_een_set(map_):
    """Drie lagen: de gemeente vult aan wat de regio van de landelijke set aanvulde."""
    leg_neer(map_, "sets.yaml", SETS.replace("gebruiken: nee", "map: ../basis"))
    leg_neer(map_.parent, f"basis/{PLEK}", LIJN)
    leg_neer(map_.parent, f"regioset/{PLEK}", "vult_aan: landelijk\nnaam: Van de regio\nzoekwoorden: [twee]\n")
    leg_neer(map_, f"sociale_kaart/{PLEK}", "vult_aan: regio\nzoekwoorden: [drie]\n")
    lijn = goed(map_).voorzieningen["regiolijn"]
    assert (lijn.naam, lijn.zoekwoorden) == ("Van de regio", ("regio", "bellen", "twee", "drie"))


def test_een_inhoudsmap_van_een_ander_kan_een_set_zijn(map_):
    shutil.move(map_.parent / "regioset", map_.parent / "buren" / "sociale_kaart")
    leg_neer(map_, "sets.yaml", SETS.replace("regioset", "buren"))
    assert "regiolijn" in goed(map_).voorzieningen


@pytest.fixture(scope="module")
def met_landelijk(tmp_path_factory):
    """De goede map zonder eigen woordenlijst: wat een gemeente die net begint heeft."""
    uit = maak_goede_map(tmp_path_factory.mktemp("sets") / "map")
    for weg in ("sets.yaml", "sociale_kaart/functies", "sociale_kaart/themas.yaml", "sociale_kaart/ketenpartners"):
        leg_neer(uit, weg, {"weg": True})
    return uit, *lees(uit, date(2026, 11, 28))


def test_wie_begint_heeft_de_hele_kennisbank(met_landelijk):
    _, catalogus, verslag = met_landelijk
    assert verslag.als_tekst() == "Geen fouten gevonden."
    assert len(catalogus.functies) == len(list((LANDELIJKE_MAP / "functies").glob("*.yaml"))) > 100
    leeg = {d.veld for d in KENNISBESTANDEN if not d.ingebouwd and not getattr(catalogus.kennis, d.veld)}
    assert leeg == {"beheer"} and catalogus.themas  # wie wat bijhoudt, zegt elke gemeente zelf
    assert {"geldloket", "buurthuis-zuid", "kindertelefoon", "veilig-thuis"} <= catalogus.voorzieningen.keys()


def test_een_kopie_van_de_hele_set_is_een_waarschuwing(met_landelijk, tmp_path):
    """Een map van voor de sets: alles blijft werken, en er is een melding met een aantal."""
    map_ = shutil.copytree(met_landelijk[0], tmp_path / "oud")
    shutil.copytree(
        LANDELIJKE_MAP, map_ / "sociale_kaart", dirs_exist_ok=True, ignore=shutil.ignore_patterns("set.yaml")
    )
    catalogus, verslag = lees(map_, date(2026, 11, 29))
    assert korte_meldingen(verslag) == ["sociale_kaart:1:1 SK411"]
    assert catalogus.voorzieningen.keys() == met_landelijk[1].voorzieningen.keys()
    assert catalogus.kennis == met_landelijk[1].kennis


def test_in_de_landelijke_set_staat_niets_van_een_gemeente():
    eigen = {p.stem for soort in ("*", "*/*") for p in (PROJECT / "sociale_kaart").glob(f"{soort}.yaml")}
    for bestand in sorted(LANDELIJKE_MAP.rglob("*.yaml")):
        tekst = bestand.read_text(encoding="utf-8")
        assert "voorbeeld: ja" not in tekst and "oorbeeldstad" not in tekst and ".example" not in tekst, bestand
        assert bestand.parent.name == "functies" or bestand.stem not in eigen, f"{bestand} staat er twee keer"


def test_de_landelijke_set_heeft_een_versie_van_een_dag():
    laag = lees_lagen(PROJECT, Verslag(), PEILDATUM).sets[0]
    assert date.fromisoformat(laag.versie) and laag.naam == "landelijk"


def verwerk(map_, soort, **velden):
    blok = f"soort: {soort}\nid: regiolijn\nvelden:\n" + "".join(f"  {p}: {w}\n" for p, w in velden.items())
    leg_neer(map_.parent, "melding.md", f"```sociale-kaart\n{blok}```\n")
    return voer_uit(
        ["verwerk-melding", str(map_.parent / "melding.md"), "--map", str(map_), "--peildatum", "2026-11-22"]
    )


def test_een_melding_over_iets_uit_een_set_wordt_een_aanvulling(map_):
    """De set blijft zoals zij is; een tweede melding komt in hetzelfde bestand."""
    set_ = (map_.parent / "regioset" / PLEK).read_bytes()
    assert (
        verwerk(map_, "wijzigen", **{"contact.telefoon": '"0999-44 44 44"', "zoekwoorden": "[regio, bellen, hier]"})
        == 0
    )
    assert (map_ / "sociale_kaart" / PLEK).read_text(encoding="utf-8") == (
        'vult_aan: regio\nzoekwoorden: [hier]\ncontact: {telefoon: "0999-44 44 44"}\n'
    )
    assert verwerk(map_, "wijzigen", **{"naam": "Onze lijn", "contact.email": "lijn@regio.example"}) == 0
    lijn = goed(map_).voorzieningen["regiolijn"]
    assert (lijn.naam, lijn.contact.telefoon, lijn.contact.email) == (
        "Onze lijn",
        "0999-44 44 44",
        "lijn@regio.example",
    )
    assert lijn.contact.website and (map_.parent / "regioset" / PLEK).read_bytes() == set_


def test_wat_in_een_set_staat_kan_met_een_melding_niet_weg(map_, capsys):
    assert verwerk(map_, "wijzigen", **{"contact.website": "null"}) == 1
    assert "komt uit de set 'regio'" in capsys.readouterr().out
    assert verwerk(map_, "wijzigen", zoekwoorden="[regio]") == 1
    assert not (map_ / "sociale_kaart" / PLEK).exists()


def test_een_aanvulling_is_netjes_te_maken(map_):
    leg_neer(map_, f"sociale_kaart/{PLEK}", "vult_aan: regio\nzoekwoorden: [hier]\nnaam: Onze lijn  # zo heet zij\n")
    assert voer_uit(["netjes", "--map", str(map_)]) == 0
    tekst = (map_ / "sociale_kaart" / PLEK).read_text(encoding="utf-8")
    assert tekst == "vult_aan: regio\nnaam: Onze lijn  # zo heet zij\nzoekwoorden: [hier]\n"
    assert goed(map_).voorzieningen["regiolijn"].naam == "Onze lijn"


def test_een_nieuwe_ingang_neemt_geen_id_van_een_set(map_, capsys):
    velden = ["--naam", "Regiolijn", "--functie", "buurthuis", "--soort", "wijkfunctie", "--veld", "toegang.hoe=vrij"]
    meer = [
        "--veld",
        "samenvatting=Bel.",
        "--veld",
        "werkgebied=GM9999",
        "--map",
        str(map_),
        "--peildatum",
        "2026-11-22",
    ]
    assert voer_uit(["nieuw", "--zonder-vragen", *velden, *meer]) == 0, capsys.readouterr()
    assert "regiolijn-2.yaml" in capsys.readouterr().out
    van = ["--van", "regiolijn", "--naam", "Lijn van hier", "--map", str(map_), "--peildatum", "2026-11-22"]
    eigen = ["--veld", "contact.telefoon=0999-22 22 22", "--veld", "contact.website=https://hier.example"]
    assert voer_uit(["nieuw", "--zonder-vragen", *van, *eigen]) == 0, capsys.readouterr()
    lijn = goed(map_).voorzieningen["lijn-van-hier"]
    assert (lijn.samenvatting, lijn.pad) == ("Bel met de regio.", "sociale_kaart/wijkfuncties/lijn-van-hier.yaml")


def test_een_rekenblad_heeft_ook_wat_uit_een_set_komt_en_zet_het_terug_als_aanvulling(map_, capsys):
    blad = map_.parent / "lijst.csv"
    assert voer_uit(["exporteer", str(blad), "--map", str(map_)]) == 0
    assert voer_uit(["importeer", str(blad), "--map", str(map_), "--peildatum", "2026-11-22"]) == 0
    assert not (map_ / "sociale_kaart" / PLEK).exists()
    blad.write_text(blad.read_text(encoding="utf-8-sig").replace("Bel met de regio.", "Bel ons."), encoding="utf-8")
    assert voer_uit(["importeer", str(blad), "--map", str(map_), "--peildatum", "2026-11-22"]) == 0, (
        capsys.readouterr()
    )
    tekst = (map_ / "sociale_kaart" / PLEK).read_text(encoding="utf-8")
    assert tekst == "vult_aan: regio\nsamenvatting: Bel ons.\n"


def test_een_set_van_na_de_peildatum_is_geen_fout(map_, tmp_path):
    """Wie de site van een eerdere dag maakt, kan aan de datums in een set niets doen; aan eigen datums wel."""
    later = LIJN.replace("op: 2026-10-01", "op: 2027-02-01")
    leg_neer(tmp_path, f"regioset/{PLEK}", later)
    assert korte_meldingen(lees(map_)[1]) == [f"regio/{PLEK}:9:21 SK208"]
    leg_neer(tmp_path, "regioset/set.yaml", "naam: regio\nversie: 2027-03-01\nuitleg: Van de regio.\n")
    goed(map_)
    leg_neer(map_, f"sociale_kaart/{PLEK}", later.replace("Regiolijn", "Buurtlijn"))
    assert korte_meldingen(lees(map_)[1]) == [f"sociale_kaart/{PLEK}:9:21 SK208"]
