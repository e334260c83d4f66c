"""Wat een ander nodig heeft om het programma te vinden: publiccode.yml volgens haar regels, en een versie overal gelijk."""

import re
import tomllib

import yaml
from conftest import PROJECT

from generator.cli import voer_uit
from generator.lezen.lagen import LANDELIJKE_MAP

# Uit de gesloten lijsten van publiccode.yml 0.7, gelezen op 2026-11-29: wat bij dit programma past.
CATEGORIEEN = {
    *("call-center-management", "content-management", "customer-service-and-support", "data-visualization"),
    *("geographic-information-systems", "knowledge-management", "website-builder", "other"),
}
SOORTEN = {
    *(f"standalone/{soort}" for soort in ("mobile", "iot", "desktop", "web", "backend", "other")),
    *("addon", "library", "configurationFiles"),
}
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
CODE = yaml.safe_load((PROJECT / "publiccode.yml").read_text(encoding="utf-8"))


def test_publiccode_heeft_wat_de_standaard_vraagt():
    verplicht = "publiccodeYmlVersion name url platforms developmentStatus softwareType description legal maintenance localisation"
    assert [sleutel for sleutel in verplicht.split() if sleutel not in CODE] == []
    for tekst in CODE["description"].values():
        assert len(tekst["shortDescription"]) <= 150 <= len(tekst["longDescription"]) <= 10_000
        assert tekst["features"] and all(len(deel) <= 100 for deel in tekst["features"])
    assert CODE["softwareType"] in SOORTEN and set(CODE["categories"]) <= CATEGORIEEN
    assert set(CODE["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert all(re.fullmatch("[A-Z]{2}", land) for land in CODE["intendedAudience"]["countries"])
    assert CODE["maintenance"]["type"] in ("internal", "contract", "community", "none")
    assert CODE["developmentStatus"] in ("concept", "development", "beta", "stable", "obsolete")


def test_versie_licentie_en_adres_zijn_overal_gelijk():
    project = PYPROJECT["project"]
    uitgegeven = f"Nog niet uitgegeven ({project['version']})" not in (PROJECT / "CHANGELOG.md").read_text(
        encoding="utf-8"
    )
    assert CODE.get("softwareVersion") == (project["version"] if uitgegeven else None)
    assert CODE["legal"]["license"] == project["license"]
    assert CODE["url"] == project["urls"]["Repository"]
    assert project["version"] in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_het_programma_zegt_zijn_eigen_versie(capsys):
    assert voer_uit(["--versie"]) == 0
    set_ = yaml.safe_load((LANDELIJKE_MAP / "set.yaml").read_text(encoding="utf-8"))["versie"]
    assert capsys.readouterr().out == f"sociale-kaart {PYPROJECT['project']['version']}, landelijke set {set_}\n"


def test_de_tabel_van_de_standaard_noemt_alle_zestien_eisen_met_een_antwoord():
    rijen = re.findall(
        r"^\| ([^|]+) \| (ja|deels|nee) \| ([^|]+) \|$", (PROJECT / "STANDAARD.md").read_text("utf-8"), re.M
    )
    assert len({eis for eis, *_ in rijen}) == len(rijen) == 16
    assert ("Code in the open", "nee") in {rij[:2] for rij in rijen} or "example" not in CODE["url"]
