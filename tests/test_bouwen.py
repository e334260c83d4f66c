"""De bouw: alles of niets, twee keer hetzelfde, en nooit iemands bestanden weg."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from conftest import PROJECT, bouw

from generator.bouw.bouwen import MERK, Schrijver, controleer_doel, slot, wissel
from generator.meldingen import SocialeKaartFout
from generator.voorraad import Voorraad

pytestmark = pytest.mark.lang


def afdruk(map_: Path) -> dict[str, str]:
    """De sha256 van elk bestand, op pad."""
    return {
        p.relative_to(map_).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(map_.rglob("*"))
        if p.is_file()
    }


@pytest.fixture
def werkmap(tmp_path) -> Path:
    """Een eigen kopie van de voorbeeldinhoud."""
    for deel in ("inhoud", "sociale_kaart", "gebieden"):
        shutil.copytree(PROJECT / deel, tmp_path / deel)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return tmp_path


@pytest.fixture(scope="module")
def eerste(tmp_path_factory, eigen_voorraad) -> tuple[Path, Path]:
    """De voorbeeldinhoud met haar site, een keer gebouwd, en een kopie daarvan met de voorraad erbij."""
    map_ = tmp_path_factory.mktemp("eerste") / "map"
    for deel in ("inhoud", "sociale_kaart", "gebieden"):
        shutil.copytree(PROJECT / deel, map_ / deel)
    shutil.copy(PROJECT / "mkdocs.yml", map_ / "mkdocs.yml")
    assert not bouw(map_, map_ / "site").fouten
    bewaard = tmp_path_factory.mktemp("bewaard")
    shutil.copytree(map_, bewaard / "map")
    shutil.copy(Voorraad(map_).eigen.bestand, bewaard / "voorraad")
    return map_, bewaard


@pytest.fixture
def gebouwd(eerste) -> Path:
    """De gebouwde voorbeeldinhoud zoals zij na die ene bouw was; op dezelfde plek, anders past de voorraad niet."""
    map_, bewaard = eerste
    shutil.rmtree(map_)
    shutil.copytree(bewaard / "map", map_, ignore=shutil.ignore_patterns("site"))
    # Een bouw verandert geen bestand van de oude site: een koppeling is genoeg, en kost een tiende van een kopie.
    shutil.copytree(bewaard / "map/site", map_ / "site", copy_function=os.link)
    shutil.copy(bewaard / "voorraad", Voorraad(map_).eigen.bestand)
    return map_


def kaart(*argumenten: str, omgeving: dict | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "generator", *argumenten],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        env={**os.environ, **(omgeving or {})},
        timeout=120,
    )


def test_twee_bouwen_zijn_byte_gelijk(gebouwd, tmp_path_factory):
    """Andere map, andere tijdzone, andere hash-volgorde, geen voorraad: dezelfde bytes."""
    ander = tmp_path_factory.mktemp("ander") / "map"  # ook die heeft geen geschiedenis in Git
    shutil.copytree(gebouwd, ander, ignore=shutil.ignore_patterns("site"))
    uit = kaart(
        "bouw",
        "--map",
        str(ander),
        "--peildatum",
        "2026-11-22",
        "--zonder-voorraad",
        omgeving={"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C"},
    )
    assert uit.returncode == 0, uit.stdout + uit.stderr
    assert afdruk(ander / "site") == afdruk(gebouwd / "site")


def test_een_fout_laat_de_oude_site_staan(gebouwd):
    voor = afdruk(gebouwd / "site")
    (gebouwd / "sociale_kaart/wijkfuncties/fout.yaml").write_text("naam: Zonder de rest\n", encoding="utf-8")
    verslag = bouw(gebouwd, gebouwd / "site")
    assert verslag.fouten
    assert afdruk(gebouwd / "site") == voor
    assert [p.name for p in gebouwd.iterdir() if p.name.startswith(".site")] == []


def test_een_verwijderde_ingang_is_overal_weg(gebouwd):
    """Ook waar zij opvolger was, want dat gaat met haar weg."""
    (gebouwd / "sociale_kaart/wijkfuncties/weggeefwinkel-de-ruilhoek.yaml").unlink()
    voorganger = gebouwd / "sociale_kaart/algemene_voorzieningen/kledinghoek-de-knoop.yaml"
    voorganger.write_text(
        voorganger.read_text(encoding="utf-8").replace("opvolger: weggeefwinkel-de-ruilhoek\n", ""), encoding="utf-8"
    )
    verslag = bouw(gebouwd, gebouwd / "site")
    assert [m.code for m in verslag.meldingen if "weggeefwinkel-de-ruilhoek" in m.tekst] == ["SK405"]
    over = [
        p
        for p, _ in afdruk(gebouwd / "site").items()
        if b"weggeefwinkel-de-ruilhoek" in (gebouwd / "site" / p).read_bytes()
    ]
    assert over == []


def test_een_afgeschoten_bouw_laat_de_oude_site_staan_en_de_volgende_ruimt_op(gebouwd):
    voor = afdruk(gebouwd / "site")
    proces = subprocess.Popen(
        [sys.executable, "-m", "generator", "bouw", "--map", str(gebouwd), "--zonder-voorraad"],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    eind = time.monotonic() + 60
    while not list(gebouwd.glob(".site-bouw-*")) and proces.poll() is None and time.monotonic() < eind:
        time.sleep(0.01)
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    assert afdruk(gebouwd / "site") == voor
    assert not bouw(gebouwd, gebouwd / "site").fouten
    assert [p.name for p in gebouwd.iterdir() if p.name.startswith(".site")] == []


def test_een_tweede_bouw_tegelijk_wordt_geweigerd(werkmap):
    with slot(werkmap / "site"):
        uit = kaart("bouw", "--map", str(werkmap))
    assert uit.returncode == 1
    assert "er loopt al een bouw" in uit.stderr
    assert not (werkmap / "site").exists()


def test_een_mislukte_wissel_zet_de_oude_site_terug(tmp_path, monkeypatch):
    uit, nieuw = tmp_path / "site", tmp_path / "nieuw"
    uit.mkdir()
    nieuw.mkdir()
    (uit / "index.html").write_text("oud", encoding="utf-8")
    echt = os.replace

    def stuk(van, naar):
        if Path(van) == nieuw:
            raise OSError("schijf vol")
        echt(van, naar)

    monkeypatch.setattr(os, "replace", stuk)
    monkeypatch.setattr("generator.bouw.wissel.ruil", lambda *_: False)  # een systeem dat niet kan omruilen
    with pytest.raises(OSError, match="schijf vol"):
        wissel(nieuw, uit)
    assert (uit / "index.html").read_text(encoding="utf-8") == "oud"


def test_een_schrijffout_is_een_nette_fout(gebouwd, monkeypatch):
    voor = afdruk(gebouwd / "site")
    monkeypatch.setattr(Schrijver, "schrijf", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(SocialeKaartFout) as fout:
        bouw(gebouwd, gebouwd / "site")
    assert fout.value.status == 1
    assert afdruk(gebouwd / "site") == voor


@pytest.mark.parametrize("pad", ["../x", "/abs", "a/../../b", "a\\b", "C:x", "a\nb", "", ".", "a/./b"])
def test_de_schrijver_weigert_elk_pad_naar_buiten(tmp_path, pad):
    with pytest.raises(SocialeKaartFout):
        Schrijver(tmp_path).schrijf(pad, "x")
    assert list(tmp_path.iterdir()) == []


def test_een_doel_met_vreemde_bestanden_blijft_ongemoeid(werkmap):
    vreemd = werkmap / "mijn-map"
    vreemd.mkdir()
    (vreemd / "vakantie.jpg").write_bytes(b"foto")
    uit = kaart("bouw", "--map", str(werkmap), "--uit", str(vreemd))
    assert uit.returncode == 1 and "niet van de sociale kaart" in uit.stderr
    assert [p.name for p in vreemd.iterdir()] == ["vakantie.jpg"]


def test_een_snelkoppeling_de_bron_en_de_werkmap_zijn_geen_doel(werkmap, tmp_path_factory, monkeypatch):
    elders = tmp_path_factory.mktemp("elders")
    (werkmap / "koppeling").symlink_to(elders)
    for doel in (werkmap / "koppeling", werkmap, werkmap / "inhoud", werkmap.parent):
        with pytest.raises(SocialeKaartFout):
            controleer_doel(doel, werkmap)
    monkeypatch.chdir(elders)
    with pytest.raises(SocialeKaartFout):
        controleer_doel(elders, werkmap)


def test_de_peildatum_volgt_source_date_epoch(gebouwd):
    uit = kaart("bouw", "--map", str(gebouwd), omgeving={"SOURCE_DATE_EPOCH": "1795651200"})
    assert uit.returncode == 0, uit.stdout
    assert '"peildatum":"2026-11-26"' in (gebouwd / "site/data/voorzieningen.json").read_text(encoding="utf-8")
    fout = kaart("bouw", "--map", str(gebouwd), omgeving={"SOURCE_DATE_EPOCH": "gisteren"})
    assert fout.returncode == 2 and "SOURCE_DATE_EPOCH" in fout.stderr


def hernoem(map_: Path) -> None:
    ingang = map_ / "sociale_kaart/wijkfuncties/bibliotheek-oude-stad.yaml"
    ingang.write_text(ingang.read_text(encoding="utf-8").replace("naam: ", "naam: Nieuwe ", 1), encoding="utf-8")


def andere_functie_en_weg(map_: Path) -> None:
    """Een ingang krijgt een andere functie en werkgebied; een andere verdwijnt en verwijst door."""
    ingang = map_ / "sociale_kaart/wijkfuncties/bibliotheek-oude-stad.yaml"
    tekst = re.sub(r"(?m)^functies: .*$", "functies: [luisterlijn]", ingang.read_text(encoding="utf-8"))
    ingang.write_text(re.sub(r"(?m)^werkgebied: .*$", "werkgebied: [GM9999]", tekst), encoding="utf-8")
    (map_ / "sociale_kaart/algemene_voorzieningen/kledinghoek-de-knoop.yaml").unlink()
    wijzers = map_ / "sociale_kaart/doorverwijzingen.yaml"
    oud = wijzers.read_text(encoding="utf-8") if wijzers.exists() else ""
    wijzers.write_text(f"{oud}kledinghoek-de-knoop: bibliotheek-oude-stad\n", encoding="utf-8")


def verhuis_en_nieuw(map_: Path) -> None:
    """Een ingang schuift op de kaart, en er komt er een bij."""
    ingang = map_ / "sociale_kaart/wijkfuncties/bibliotheek-oude-stad.yaml"
    tekst = re.sub(
        r"breedte: ([\d.]+)", lambda m: f"breedte: {float(m[1]) + 0.001:.5f}", ingang.read_text(encoding="utf-8")
    )
    ingang.write_text(tekst, encoding="utf-8")
    nieuw = re.sub(r"(?m)^locaties:\n(?:  .*\n)+", "", tekst).replace("naam: Nieuwe ", "naam: Tweede ")
    nieuw = re.sub(r"(?m)^contact:\n(?:  .*\n)+", "", nieuw)
    (map_ / "sociale_kaart/wijkfuncties/tweede-bibliotheek.yaml").write_text(nieuw, encoding="utf-8")


def test_na_elke_wijziging_is_de_site_gelijk_aan_een_volledige_bouw(gebouwd, tmp_path):
    """De voorraad mag niets overslaan: na een wijziging is de site gelijk aan een bouw in een vers proces met een lege
    voorraad; wat bij het installeren al gemaakt is, hangt niet van de inhoud af.
    """
    for wijzig in (hernoem, andere_functie_en_weg, verhuis_en_nieuw):
        wijzig(gebouwd)
        assert not bouw(gebouwd, gebouwd / "site").fouten
        assert (
            kaart(
                "bouw",
                "--map",
                str(gebouwd),
                "--uit",
                str(gebouwd / "vol"),
                "--peildatum",
                "2026-11-22",
                omgeving={"SOCIALE_KAART_VOORRAAD": str(tmp_path / wijzig.__name__)},
            ).returncode
            == 0
        )
        assert afdruk(gebouwd / "site") == afdruk(gebouwd / "vol"), wijzig.__name__


def test_een_weggegooide_site_wordt_daarna_weer_hergebruikt(gebouwd):
    """Na weggooien en opnieuw bouwen kent de voorraad de nieuwe bestanden, ook als de inhoud gelijk bleef."""
    pagina = gebouwd / "site/voorzieningen/bibliotheek-oude-stad/index.html"
    shutil.rmtree(gebouwd / "site")
    bouw(gebouwd, gebouwd / "site")
    eerder = pagina.stat().st_ino, pagina.stat().st_mtime_ns
    bouw(gebouwd, gebouwd / "site")
    assert (pagina.stat().st_ino, pagina.stat().st_mtime_ns) == eerder


def test_een_site_voor_een_onderpad_werkt_ook(gebouwd):
    instellingen = gebouwd / "mkdocs.yml"
    instellingen.write_text(
        instellingen.read_text(encoding="utf-8").replace("voorbeeldstad.example/", "voorbeeldstad.example/kaart/"),
        encoding="utf-8",
    )
    assert not bouw(gebouwd, gebouwd / "site", date(2026, 11, 22)).fouten
    assert 'href="/kaart/assets/gemeen/stijl.css"' in (gebouwd / "site/404.html").read_text(encoding="utf-8")
    assert (gebouwd / "site" / MERK).exists()


def test_de_voet_noemt_alleen_geschreven_paginas_die_er_zijn(gebouwd):
    """Anders is een gemeente zonder onze pagina niet te bouwen, en wijst de fout naar een sjabloon."""
    (gebouwd / "inhoud/toegankelijkheid.md").unlink()
    assert not bouw(gebouwd, gebouwd / "site", date(2026, 11, 22)).fouten
    voet = (gebouwd / "site/index.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert 'href="over/"' in voet and "toegankelijkheid/" not in voet


def test_kopjes_in_een_omschrijving_slaan_geen_niveau_over(gebouwd):
    bestand = next((gebouwd / "sociale_kaart/organisaties").glob("*.yaml"))
    regels = [
        r
        for r in bestand.read_text(encoding="utf-8").split("\n")
        if r.startswith(("naam:", "samenvatting:", "voorbeeld:"))
    ]
    bestand.write_text(
        "\n".join(
            [*regels, 'omschrijving: "##### Wat wij doen"', "gecontroleerd: {op: 2026-11-01, door: redactie}", ""]
        ),
        encoding="utf-8",
    )
    assert not bouw(gebouwd, gebouwd / "site", date(2026, 11, 22)).fouten
    html = (gebouwd / "site/organisaties" / bestand.stem / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<h(\d)", html.partition("<main")[2])[:3] == ["1", "2", "3"]


def test_een_reeks_doorverwijzingen_komt_uit_bij_de_laatste(gebouwd):
    doel = next(p for p in sorted((gebouwd / "sociale_kaart/algemene_voorzieningen").glob("*.yaml"))).stem
    (gebouwd / "sociale_kaart/doorverwijzingen.yaml").write_text(f"oud-a: oud-b\noud-b: {doel}\n", encoding="utf-8")
    assert not bouw(gebouwd, gebouwd / "site", date(2026, 11, 22)).fouten
    for oud in ("oud-a", "oud-b"):
        assert f"voorzieningen/{doel}/" in (gebouwd / f"site/voorzieningen/{oud}/index.html").read_text(
            encoding="utf-8"
        )


def test_wat_gesloten_is_heeft_geen_kaart_en_geen_tijden(gebouwd):
    bestand = next(
        p
        for p in sorted((gebouwd / "sociale_kaart").glob("*/*.yaml"))
        if "punt:" in (tekst := p.read_text(encoding="utf-8"))
        and "openingstijden:" in tekst
        and "status:" not in tekst
    )
    bestand.write_text(f"{bestand.read_text(encoding='utf-8').rstrip()}\nstatus: gesloten\n", encoding="utf-8")
    assert not bouw(gebouwd, gebouwd / "site", date(2026, 11, 22)).fouten
    html = (gebouwd / "site/voorzieningen" / bestand.stem / "index.html").read_text(encoding="utf-8")
    assert "Dit is er niet meer" in html and "data-kaart=" not in html and "openingHours" not in html
