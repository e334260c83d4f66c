"""De opdrachtregel van buitenaf: status, Nederlandse uitleg en geen kale herkomst."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import PROJECT

from generator import cli
from generator.meldingen import SocialeKaartFout
from generator.opdrachten import bekijk, bouw, controleer


def kaart(*argumenten: str, **meer) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "generator", *argumenten], cwd=PROJECT, capture_output=True, text=True, timeout=120,
                          **meer)


@pytest.mark.parametrize("argumenten", [["bouww"], ["bouw", "--onbekend"], [], ["controleer", "--formaat", "xml"],
                                        ["bouw", "--peildatum", "31-01-2026"], ["bouw", "--map", "bestaat-niet"]])
def test_verkeerd_gebruik_geeft_status_2_in_het_nederlands(argumenten):
    uit = kaart(*argumenten)
    assert uit.returncode == 2
    assert "Zo lost u het op" in uit.stderr
    assert not any(woord in uit.stderr for woord in ("Traceback", "usage", "error:", "invalid", "required"))


def test_controleer_zegt_dat_het_voorbeeld_goed_is():
    uit = kaart("controleer", "--formaat", "json", "--peildatum", "2026-11-22")
    verslag = json.loads(uit.stdout)
    assert uit.returncode == 0 and verslag["fouten"] == 0
    assert verslag["waarschuwingen"] == len(verslag["meldingen"])
    assert all(m.keys() == {"pad", "regel", "kolom", "soort", "code", "tekst", "oplossing"} for m in verslag["meldingen"])


def test_een_console_zonder_utf8_breekt_niets():
    uit = kaart("controleer", env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert uit.returncode == 0 and "Traceback" not in uit.stderr


def test_een_fout_in_het_programma_geeft_status_3_zonder_herkomst(monkeypatch, capsys):
    monkeypatch.setattr(controleer, "lees_catalogus", lambda *_: 1 / 0)
    assert cli.voer_uit(["controleer"]) == 3
    fout = capsys.readouterr().err
    assert "Traceback" not in fout and "--debug" in fout
    with pytest.raises(ZeroDivisionError):
        cli.voer_uit(["--debug", "controleer"])


def test_afbreken_geeft_status_130(monkeypatch, capsys):
    def breek_af(*_):
        raise KeyboardInterrupt
    monkeypatch.setattr(controleer, "lees_catalogus", breek_af)
    assert cli.voer_uit(["controleer"]) == 130
    assert "Afgebroken, site niet aangepast" in capsys.readouterr().err


def test_een_dichte_pijp_is_stil():
    uit = subprocess.run(f"{sys.executable} -m generator controleer --peildatum 2030-01-01 | head -1", shell=True, cwd=PROJECT,
                         capture_output=True, text=True, timeout=120)
    assert uit.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="alleen op Linux")
def test_uitvoer_die_niet_op_de_schijf_past_is_een_fout():
    gewoon = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONUNBUFFERED"}
    with open("/dev/full", "w") as vol:
        uit = subprocess.run([sys.executable, "-m", "generator", "controleer", "--map", "tests/gevallen/_goed"], cwd=PROJECT,
                             stdout=vol, stderr=subprocess.PIPE, env=gewoon, timeout=60)
    assert (uit.returncode, uit.stderr) == (1, b"")


def test_github_meldingen_zijn_niet_te_vervalsen(tmp_path):
    for deel in ("sociale_kaart/wijkfuncties",):
        (tmp_path / deel).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nsite_url: https://x.example/\n", encoding="utf-8")
    (tmp_path / "sociale_kaart/wijkfuncties/a.yaml").write_text('naam: "x\\n::error::vals"\n', encoding="utf-8")
    uit = kaart("controleer", "--formaat", "github", "--map", str(tmp_path))
    assert uit.returncode == 1
    assert not [r for r in uit.stdout.splitlines() if r.startswith("::") and "file=" not in r]


def luister_naar_ctrl_c() -> None:
    """Ook als de tests zelf op de achtergrond draaien, waar een schil Ctrl-C uitzet."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_bekijk_bouwt_dient_en_ververst(tmp_path):
    """De eerste pagina komt, en na een wijziging verandert de stand die de browser bevraagt."""
    import shutil
    for deel in ("inhoud", "sociale_kaart", "gebieden"):
        shutil.copytree(PROJECT / deel, tmp_path / deel)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    proces = subprocess.Popen([sys.executable, "-u", "-m", "generator", "bekijk", "--poort", "0", "--map", str(tmp_path)], cwd=PROJECT,
                              stdout=subprocess.PIPE, text=True, preexec_fn=luister_naar_ctrl_c)
    try:
        basis = next(r.split()[2].rstrip("/") for r in proces.stdout if r.startswith("Kijk op"))
        assert "__ververs.js" in urllib.request.urlopen(f"{basis}/over/").read().decode()
        stand = urllib.request.urlopen(f"{basis}/__stand").read()
        pagina = tmp_path / "inhoud/over.md"
        pagina.write_text(pagina.read_text(encoding="utf-8") + "\nNieuwe zin.\n", encoding="utf-8")
        eind = time.monotonic() + 30
        while urllib.request.urlopen(f"{basis}/__stand").read() == stand and time.monotonic() < eind:
            time.sleep(0.1)
        assert "Nieuwe zin." in urllib.request.urlopen(f"{basis}/over/").read().decode()
    finally:
        proces.send_signal(signal.SIGINT)
        assert proces.wait(10) == 0


def test_een_browser_die_weggaat_is_geen_fout(capsys):
    with bekijk.Server(("127.0.0.1", 0), bekijk.Dienaar) as server:
        for fout in (BrokenPipeError(), ConnectionResetError(), ValueError("stuk")):
            try:
                raise fout
            except Exception:  # noqa: BLE001
                server.handle_error(None, ("127.0.0.1", 1))
            assert ("ValueError: stuk" in capsys.readouterr().err) == isinstance(fout, ValueError)


@pytest.mark.parametrize("fout", [SocialeKaartFout("dit gaat niet.", "doe het anders."), TypeError("kapot")])
def test_bekijk_overleeft_een_bouw_die_mislukt(fout, monkeypatch, capsys, tmp_path):
    def mislukt(opties, uit):
        raise fout
    monkeypatch.setattr(bekijk, "bouw", mislukt)
    bekijk.herbouw(None, tmp_path)
    uit = capsys.readouterr().out
    assert str(fout) in uit and "Zo lost u het op" in uit and "Traceback" not in uit


@pytest.mark.parametrize("argumenten", [("bekijk", "--poort", "99999"), ("bekijk", "--poort", "-1"), ("bouw", "--leeg-toegestaan=ja"),
                                        ("bouw", "--leeg")])
def test_verkeerd_gebruik_is_nederlands_en_status_2(argumenten):
    uit = kaart(*argumenten)
    assert uit.returncode == 2
    assert "verkeerd gebruik: " in uit.stderr and not re.search("ignored|ambiguous|Error", uit.stderr)


def test_het_startpunt_van_een_eigen_map(tmp_path):
    """Een gemeente met een lege map hoort wat er ontbreekt, met een plek en een oplossing."""
    uit = kaart("controleer", "--map", str(tmp_path))
    assert uit.returncode == 1
    assert "SK014" in uit.stdout and "Zo lost u het op" in uit.stdout
    assert list(Path(tmp_path).iterdir()) == []


@pytest.mark.parametrize(("map_", "uit", "verwacht"), [
    (".", None, "python3 kaart.py bekijk"), ("onze kaart", None, "python3 kaart.py bekijk --map 'onze kaart'"),
    ("onze", "onze/site", "python3 kaart.py bekijk --map onze"), (".", "elders", "python3 -m http.server --directory elders")])
def test_bouw_zegt_hoe_deze_site_te_bekijken_is(map_, uit, verwacht):
    assert bouw.bekijkopdracht(Path(map_), uit and Path(uit)) == verwacht


@pytest.mark.parametrize(("argumenten", "status", "stuk"), [
    (("--gebied", "XX", "huur"), 2, "het gebied 'XX' bestaat niet"), (("--aantal", "0", "huur"), 2, "geen aantal van 1 of meer"),
    (("--map", "tests/gevallen/_goed"), 1, "er zijn geen zoektests")])
def test_zoek_zegt_wat_er_niet_kan(argumenten, status, stuk):
    uit = kaart("zoek", *argumenten)
    assert (uit.returncode, stuk in uit.stderr) == (status, True), uit.stderr
