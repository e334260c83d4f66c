"""Wat er veranderde, uit Git: op de pagina's, in de feeds en in de open data; en nooit van wie, of wat is weggehaald."""

import json
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from conftest import bouw
from proefmap import GELDLOKET, PEILDATUM, PROEF, PROEFPLEK, leg_neer, maak_goede_map, vervang
from proefmap import lees as lees_map

from generator.cli import voer_uit
from generator.geschiedenis.berichten import met_geschiedenis
from generator.geschiedenis.git import Opslag
from generator.geschiedenis.verloop import lees_verloop
from generator.voorraad import Voorraad

MAKER = ("Zeldzame Naam", "zeldzaam@prive.example")
ATOM = "{http://www.w3.org/2005/Atom}"


def git(map_: Path, *delen: str, dag: str = "2026-01-05T10:00:00+0100") -> str:
    vast = ["git", "-c", f"user.name={MAKER[0]}", "-c", f"user.email={MAKER[1]}", "-c", "init.defaultBranch=main"]
    wanneer = {"GIT_AUTHOR_DATE": dag, "GIT_COMMITTER_DATE": dag}
    uit = subprocess.run(
        [*vast, *delen], cwd=map_, env=os.environ | wanneer, check=True, capture_output=True, text=True
    )
    return uit.stdout


def leg_vast(map_: Path, dag: str) -> None:
    git(map_, "add", "-A")
    git(map_, "commit", "-qm", f"van {MAKER[0]}", dag=f"{dag}T12:30:00+0100")


def met_verleden(map_: Path) -> Path:
    """Een map met vijf vastleggingen, een voorstel dat er niet in kwam, en een dag waarop alleen is nagekeken."""
    vervang(map_, "mkdocs.yml", "    gemeente: GM9999\n", "    gemeente: GM9999\n    geschiedenis: ja\n")
    leg_neer(map_, PROEF, PROEFPLEK)
    git(map_, "init", "-q")
    leg_vast(map_, "2026-01-05")
    vervang(map_, GELDLOKET, "0999-12 34 56", "0999-65 43 99")
    vervang(map_, GELDLOKET, 'ma: "09:00-12:30, 13:30-17:00"', 'ma: "09:00-12:00"')
    leg_vast(map_, "2026-02-05")
    vervang(map_, GELDLOKET, "0999-65 43 99", "0999-77 88 99")
    vervang(map_, GELDLOKET, "Ook kopieren is gratis.", "Koffie is ook gratis.")
    leg_vast(map_, "2026-03-05")
    vervang(map_, GELDLOKET, "op: 2026-10-01, door", "op: 2026-10-20, door")
    leg_vast(map_, "2026-04-05")
    git(map_, "switch", "-qc", "voorstel")
    vervang(map_, GELDLOKET, "Kade", "Nooit Ingevoegd")
    leg_vast(map_, "2026-05-01")
    git(map_, "switch", "-q", "main")
    (map_ / PROEF).unlink()
    leg_neer(map_, "sociale_kaart/doorverwijzingen.yaml", "voorzieningen/proef: vervallen\n")
    leg_vast(map_, "2026-05-05")
    return map_


@pytest.fixture(scope="module")
def kaart(tmp_path_factory, eigen_voorraad) -> Path:
    return met_verleden(maak_goede_map(tmp_path_factory.mktemp("geschiedenis") / "kaart"))


@pytest.fixture(scope="module")
def site(kaart) -> Path:
    verslag = bouw(kaart, kaart.parent / "site")
    assert not verslag.fouten, verslag.als_tekst()
    return kaart.parent / "site"


def lees(site: Path, pad: str) -> str:
    return (site / pad).read_text(encoding="utf-8")


def plat(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_de_site_zegt_wat_er_veranderde(site):
    tekst = plat(lees(site, "voorzieningen/geldloket/index.html"))
    stuk = tekst[tekst.index("Wat is er veranderd") :]
    assert "Telefoon: voortaan 0999-77 88 99." in stuk and "Telefoon: dat is anders." in stuk
    oud, nieuw = "9.00 tot 12.30 uur en 13.30 tot 17.00 uur", "9.00 tot 12.00 uur"
    assert f"Openingstijden van Geldloket Noord op maandag: {oud} wordt {nieuw}." in stuk
    assert "Nagekeken op 20 oktober 2026." in stuk
    alles = plat(lees(site, "wijzigingen/index.html"))
    assert "Niet meer in de sociale kaart: Proefplek" in alles and "Nagekeken" not in alles
    assert alles.index("5 mei 2026") < alles.index("5 maart 2026") < alles.index("5 februari 2026")
    wijk = plat(lees(site, "wijzigingen/gebied/proefstad/noord/index.html"))
    assert "Geldloket Noord" in wijk and "Proefplek" not in wijk
    assert "Wat is er veranderd" in plat(lees(site, "gebieden/proefstad/noord/index.html"))


def test_wat_weg_is_heeft_een_pagina_die_dat_zegt(kaart, site):
    """Ook als niemand het adres onthield: de regel in doorverwijzingen.yaml is genoeg."""
    weg = plat(lees(site, "voorzieningen/proef/index.html"))
    assert "is er niet meer" in weg and "Sinds 5 mei 2026 staat dit er niet meer." in weg
    feed = ET.fromstring(lees(site, "feeds/voorziening/proef.xml"))
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "Niet meer in de sociale kaart: Proefplek"


def test_nergens_van_wie_het_is_of_wat_is_weggehaald(site):
    """Een oud nummer kan om een reden weg zijn; wat niet is ingevoegd, bestaat voor de site niet."""
    mis = (*MAKER, "0999-65 43 99", "Ook kopieren", "Nooit Ingevoegd")
    for bestand in (b for b in site.rglob("*") if b.suffix in (".html", ".xml", ".json", ".csv")):
        tekst = bestand.read_text(encoding="utf-8")
        assert not [woord for woord in mis if woord in tekst], bestand


def keur_feed(tekst: str, adres: str) -> list[ET.Element]:
    """De regels van Atom (RFC 4287): wat er een keer moet staan, hoe een datum eruitziet, en dat elk id anders is."""
    feed = ET.fromstring(tekst)
    assert feed.tag == f"{ATOM}feed" and tekst.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    ingangen = feed.findall(f"{ATOM}entry")
    toegestaan = {"id", "title", "updated", "link", "author", "entry", "published", "content", "name", "uri", "feed"}
    assert {deel.tag.removeprefix(ATOM) for deel in feed.iter()} <= toegestaan
    for deel in (feed, *ingangen):
        for naam in ("id", "title", "updated"):
            assert len(deel.findall(f"{ATOM}{naam}")) == 1 and deel.findtext(f"{ATOM}{naam}").strip()
        for naam in ("updated", "published"):
            for moment in deel.findall(f"{ATOM}{naam}"):
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment.text)
        ander = [lk for lk in deel.findall(f"{ATOM}link") if lk.get("rel") == "alternate"]
        assert len(ander) == 1 and ander[0].get("href").startswith("https://") and ander[0].get("type") == "text/html"
    for lk in feed.iter(f"{ATOM}link"):  # een feed wordt gelezen ver van de site: elk adres is heel
        assert re.fullmatch(r"https://[^\s<>\"{}|\\^`]+", lk.get("href")) and lk.get("rel") in ("self", "alternate")
    assert all(uri.text.startswith("https://") for uri in feed.iter(f"{ATOM}uri"))
    zelf = [lk.get("href") for lk in feed.findall(f"{ATOM}link") if lk.get("rel") == "self"]
    assert zelf == [adres] == [feed.findtext(f"{ATOM}id")] and feed.findtext(f"{ATOM}author/{ATOM}name")
    ids = [i.findtext(f"{ATOM}id") for i in ingangen]
    assert len(set(ids)) == len(ids) and all(
        re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", i) for i in ids
    )
    momenten = [i.findtext(f"{ATOM}updated") for i in ingangen]
    assert momenten == sorted(momenten, reverse=True) and (
        not momenten or feed.findtext(f"{ATOM}updated") == momenten[0]
    )
    return ingangen


def test_elke_feed_volgt_de_regels_van_atom(site):
    paden = {p.relative_to(site).as_posix() for p in (site / "feeds").rglob("*.xml")}
    verwacht = ("feeds/site.xml", "feeds/gebied/proefstad/noord.xml", "feeds/voorziening/geldloket.xml")
    assert paden >= {*verwacht, "feeds/gebied/proefstad.xml"}
    aantal = {pad: len(keur_feed(lees(site, pad), f"https://socialekaart.proefstad.example/{pad}")) for pad in paden}
    zelf = [ET.fromstring(lees(site, pad)).findtext(f"{ATOM}id") for pad in paden]
    assert len(set(zelf)) == len(zelf), "elke feed heeft een eigen id"
    assert aantal["feeds/voorziening/geldloket.xml"] == 4 and aantal["feeds/site.xml"] >= 3


def test_de_open_data_past_in_haar_schema(site):
    data, schema = (json.loads(lees(site, f"data/{pad}wijzigingen.json")) for pad in ("", "schema/"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)
    assert data["aantal"] == len(data["wijzigingen"]) > 5
    adressen = {
        w["url"].removeprefix("https://socialekaart.proefstad.example/") for w in data["wijzigingen"] if "url" in w
    }
    assert [a for a in adressen if not (site / a / "index.html").exists()] == []


def bestanden(map_: Path) -> dict[str, bytes]:
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


def test_twee_bouwen_zijn_gelijk_ook_met_een_voorraad_en_na_een_vastlegging(kaart, site, tmp_path):
    """Wat niet is vastgelegd telt niet, en een vastlegging maakt de pagina van een ingang echt opnieuw."""
    bouw(kaart, tmp_path / "weer")
    assert bestanden(tmp_path / "weer") == bestanden(site)
    git(tmp_path, "clone", "-q", f"file://{kaart}", "kopie")
    vervang(tmp_path / "kopie", GELDLOKET, "rolstoel: ja", "rolstoel: nee")
    bouw(tmp_path / "kopie", tmp_path / "voor")
    assert "Met een rolstoel" not in lees(tmp_path / "voor", "voorzieningen/geldloket/index.html")
    leg_vast(tmp_path / "kopie", "2026-06-01")
    bouw(tmp_path / "kopie", tmp_path / "voor")
    zin = "Met een rolstoel bij Geldloket Noord: goed te bereiken met een rolstoel wordt niet te bereiken met een rolstoel."
    assert zin in plat(lees(tmp_path / "voor", "voorzieningen/geldloket/index.html"))


@pytest.mark.parametrize("hoe", ["geen git", "ondiep", "mist iets", "leeg", "kapot"])
def test_zonder_hele_geschiedenis_blijven_de_paginas_weg(hoe, kaart, tmp_path):
    map_ = tmp_path / "kaart"
    if hoe == "ondiep":
        git(tmp_path, "clone", "-q", "--depth", "2", f"file://{kaart}", "kaart")
    elif hoe == "mist iets":
        git(kaart, "config", "uploadpack.allowFilter", "true")
        git(tmp_path, "clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{kaart}", "kaart")
        git(map_, "remote", "set-url", "origin", "file:///bestaat/niet")
    else:
        maak_goede_map(map_)
        if hoe == "leeg":
            git(map_, "init", "-q")
        elif hoe == "kapot":
            leg_neer(map_, ".git/HEAD", "onzin")
    assert lees_verloop(map_, Voorraad(map_, aan=False)) == ()
    if hoe == "ondiep":
        catalogus, verslag = lees_map(map_)
        assert met_geschiedenis(catalogus, map_, Voorraad(map_, aan=False), verslag).geschiedenis is None
        assert [m.soort for m in verslag.meldingen if m.code == "SK750"] == ["waarschuwing"]


def test_een_site_zonder_git_is_heel(tmp_path):
    """Ook als de geschiedenis aan staat; er is dan geen pagina, feed of schema."""
    map_ = maak_goede_map(tmp_path / "kaart")
    vervang(map_, "mkdocs.yml", "    gemeente: GM9999\n", "    gemeente: GM9999\n    geschiedenis: ja\n")
    verslag = bouw(map_, tmp_path / "site")
    assert not verslag.fouten, verslag.als_tekst()
    namen = ("feeds", "wijzigingen", "data/wijzigingen.json", "data/schema/wijzigingen.json")
    assert [naam for naam in namen if (tmp_path / "site" / naam).exists()] == []


def test_een_map_in_een_groter_project_kent_alleen_haar_eigen_deel(tmp_path):
    map_ = maak_goede_map(tmp_path / "groot" / "kaarten" / "een")
    git(tmp_path / "groot", "init", "-q")
    leg_neer(tmp_path / "groot", f"anders/{GELDLOKET}", "naam: Van een ander\n")
    leg_vast(tmp_path / "groot", "2026-01-05")
    vervang(map_, GELDLOKET, "rolstoel: ja", "rolstoel: nee")
    leg_neer(tmp_path / "groot", f"anders/{GELDLOKET}", "naam: Van een ander, anders\n")
    leg_vast(tmp_path / "groot", "2026-02-05")
    eerste = lees_verloop(map_, Voorraad(map_, aan=False))[0]
    assert [(v.id, v.naam, v.bestand) for v in eerste.veranderingen] == [("geldloket", "Geldloket Noord", GELDLOKET)]


def test_een_voorstel_telt_op_de_dag_dat_het_erin_kwam(tmp_path):
    map_ = maak_goede_map(tmp_path / "kaart")
    git(map_, "init", "-q")
    leg_vast(map_, "2026-01-05")
    git(map_, "switch", "-qc", "tak")
    vervang(map_, GELDLOKET, "rolstoel: ja", "rolstoel: nee")
    leg_vast(map_, "2026-01-10")
    git(map_, "switch", "-q", "main")
    git(map_, "merge", "-q", "--no-ff", "-m", "erin", "tak", dag="2026-03-01T12:00:00+0100")
    momenten = lees_verloop(map_, Voorraad(map_, aan=False))
    assert [m.dag for m in momenten] == [date(2026, 3, 1), date(2026, 1, 5)]
    assert lees_verloop(map_, Voorraad(map_, aan=False), vanaf=date(2026, 2, 1)) == momenten[:1]


VREEMD = ("sociale_kaart/wijkfuncties/met spatie.yaml", "sociale_kaart/wijkfuncties/\x01a0b1 12.yaml", "inhoud/é:x.md")


def test_een_vreemde_naam_of_inhoud_breekt_niets(tmp_path):
    map_ = maak_goede_map(tmp_path / "kaart")
    git(map_, "init", "-q")
    leg_vast(map_, "2026-01-05")
    for pad in VREEMD:
        leg_neer(map_, pad, "naam: [kapot")
    leg_neer(map_, GELDLOKET, {"hex": "ff00fe"})
    leg_neer(map_, "gebieden/proefstad/wijken.geojson", '{"features": [{"properties": 3}]}')
    leg_vast(map_, "2026-02-05")
    leg_neer(map_, GELDLOKET, {"link": "/etc/passwd"})
    leg_vast(map_, "2026-03-05")
    momenten = lees_verloop(map_, Voorraad(map_, aan=False))
    assert len(momenten) == 3 and {v.bestand for v in momenten[1].veranderingen} >= set(VREEMD)


def test_een_label_of_optie_van_een_ander_is_geen_opdracht(kaart, capsys):
    for rev in ("--output=/tmp/x", "-n1", "bestaat-niet", "main:mkdocs.yml", "x\ny", ""):
        assert voer_uit(["wijzigingen", f"--sinds={rev}", "--map", str(kaart)]) == 2
    assert "Zo lost u het op" in capsys.readouterr().err
    assert Opslag(kaart).code_van("main") == git(kaart, "rev-parse", "HEAD").strip()


def test_wat_de_site_toen_zei(kaart, tmp_path, capsys):
    assert voer_uit(["toen", "2026-02-10", "--id", "geldloket", "--map", str(kaart)]) == 0
    uit = capsys.readouterr().out
    assert "Op 10 februari 2026 stond er:" in uit and "Telefoon: 0999-65 43 99." in uit
    assert voer_uit(["toen", "2025-02-10", "--id", "geldloket", "--map", str(kaart)]) == 2
    assert voer_uit(["toen", "2026-02-30", "--id", "geldloket", "--map", str(kaart)]) == 2
    assert voer_uit(["toen", "2026-05-06", "--id", "proef", "--map", str(kaart)]) == 1
    git(kaart, "tag", "uitgave-2026-11-01", "HEAD~1")
    assert voer_uit(["toen", "uitgave-2026-11-01", "--id", "proef", "--map", str(kaart)]) == 0
    git(kaart, "tag", "-d", "uitgave-2026-11-01")
    assert "Proefplek" in capsys.readouterr().out
    assert not (tmp_path / "toen").exists()


def test_een_uitgave_zegt_wat_er_sinds_de_vorige_veranderde(kaart, tmp_path, capsys):
    git(tmp_path, "clone", "-q", f"file://{kaart}", "kopie")
    map_ = tmp_path / "kopie"
    git(map_, "tag", "uitgave-2026-02-28", "HEAD~3")
    opdracht = ["uitgave", "--map", str(map_), "--peildatum", str(PEILDATUM)]
    assert voer_uit([*opdracht, "--proef"]) == 0 and not (map_ / "WIJZIGINGEN.md").exists()
    assert voer_uit(opdracht) == 0 and voer_uit(opdracht) == 0
    tekst = (map_ / "WIJZIGINGEN.md").read_text(encoding="utf-8")
    assert tekst.count("## 22 november 2026") == 1 and "Sinds 28 februari 2026." in tekst
    assert "Telefoon: voortaan 0999-77 88 99." in tekst and "openingstijden" not in tekst.lower()
    assert "- Proefplek\n" in tekst and "Verder opnieuw nagekeken: 1." in tekst
    assert f"git tag uitgave-{PEILDATUM}" in capsys.readouterr().out
