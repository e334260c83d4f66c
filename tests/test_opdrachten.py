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
    return subprocess.run(
        [sys.executable, "-m", "generator", *argumenten],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        **meer,
    )


@pytest.fixture
def roep(capsys, monkeypatch):
    """Zoals `kaart`, in dit proces: voor wie van een opdracht alleen de status en de woorden wil weten."""
    monkeypatch.chdir(PROJECT)

    def voer(*argumenten: str) -> subprocess.CompletedProcess:
        capsys.readouterr()
        status = cli.voer_uit(list(argumenten))
        return subprocess.CompletedProcess(argumenten, status, *capsys.readouterr())

    return voer


@pytest.mark.parametrize(
    "argumenten",
    [
        ["bouww"],
        ["bouw", "--onbekend"],
        [],
        ["controleer", "--formaat", "xml"],
        ["bouw", "--peildatum", "31-01-2026"],
        ["bouw", "--map", "bestaat-niet"],
    ],
)
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
    assert all(
        m.keys() == {"pad", "regel", "kolom", "soort", "code", "tekst", "oplossing"} for m in verslag["meldingen"]
    )


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


def test_een_pakket_dat_ontbreekt_wordt_genoemd(monkeypatch, capsys):
    """In de kleine omgeving van kaart.py kan dat; een module van onszelf die ontbreekt, is een fout in het programma."""
    for naam, zegt in (("pyproj", "Het pakket 'pyproj' ontbreekt"), ("generator.weg", "Fout in het programma")):

        def mis(*_, naam=naam):
            raise ModuleNotFoundError(f"No module named '{naam}'", name=naam)

        monkeypatch.setattr(controleer, "lees_catalogus", mis)
        assert cli.voer_uit(["controleer"]) == 3
        fout = capsys.readouterr().err
        assert fout.startswith(zegt) and "Zo lost u het op" in fout and "Traceback" not in fout


def test_afbreken_geeft_status_130(monkeypatch, capsys):
    def breek_af(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(controleer, "lees_catalogus", breek_af)
    assert cli.voer_uit(["controleer"]) == 130
    assert "Afgebroken, site niet aangepast" in capsys.readouterr().err


def test_een_dichte_pijp_is_stil():
    uit = subprocess.run(
        f"{sys.executable} -m generator controleer --peildatum 2030-01-01 | head -1",
        shell=True,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert uit.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="alleen op Linux")
def test_uitvoer_die_niet_op_de_schijf_past_is_een_fout():
    gewoon = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONUNBUFFERED"}
    with open("/dev/full", "w") as vol:
        uit = subprocess.run(
            [sys.executable, "-m", "generator", "controleer", "--map", "tests/gevallen/_goed"],
            cwd=PROJECT,
            stdout=vol,
            stderr=subprocess.PIPE,
            env=gewoon,
            timeout=60,
        )
    assert uit.returncode == 1 and uit.stderr.startswith(b"De uitvoer is niet heel: ")


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
    proces = subprocess.Popen(
        [sys.executable, "-u", "-m", "generator", "bekijk", "--poort", "0", "--map", str(tmp_path)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=luister_naar_ctrl_c,
    )
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


@pytest.mark.parametrize(
    "argumenten",
    [
        ("bekijk", "--poort", "99999"),
        ("bekijk", "--poort", "-1"),
        ("bouw", "--leeg-toegestaan=ja"),
        ("bouw", "--leeg"),
    ],
)
def test_verkeerd_gebruik_is_nederlands_en_status_2(roep, argumenten):
    uit = roep(*argumenten)
    assert uit.returncode == 2
    assert "verkeerd gebruik: " in uit.stderr and not re.search("ignored|ambiguous|Error", uit.stderr)


def test_het_startpunt_van_een_eigen_map(roep, tmp_path):
    """Een gemeente met een lege map hoort wat er ontbreekt, met een plek en een oplossing."""
    uit = roep("controleer", "--map", str(tmp_path))
    assert uit.returncode == 1
    assert "SK020" in uit.stdout and "Zo lost u het op" in uit.stdout
    assert list(Path(tmp_path).iterdir()) == []


@pytest.mark.parametrize(
    ("map_", "uit", "verwacht"),
    [
        (".", None, "python3 kaart.py bekijk"),
        ("onze kaart", None, "python3 kaart.py bekijk --map 'onze kaart'"),
        ("onze", "onze/site", "python3 kaart.py bekijk --map onze"),
        (".", "elders", "python3 -m http.server --directory elders"),
    ],
)
def test_bouw_zegt_hoe_deze_site_te_bekijken_is(map_, uit, verwacht):
    assert bouw.bekijkopdracht(Path(map_), uit and Path(uit)) == verwacht


@pytest.mark.parametrize(
    ("argumenten", "status", "stuk"),
    [
        (("--gebied", "XX", "huur"), 2, "het gebied 'XX' bestaat niet"),
        (("--aantal", "0", "huur"), 2, "geen aantal van 1 of meer"),
        (("--map", "tests/gevallen/_goed"), 1, "er zijn geen zoektests"),
    ],
)
def test_zoek_zegt_wat_er_niet_kan(roep, argumenten, status, stuk):
    uit = roep("zoek", *argumenten)
    assert (uit.returncode, stuk in uit.stderr) == (status, True), uit.stderr


STAND = """\
naam: Proefplek
functies: [buurthuis]
samenvatting: Een plek om iets te proberen.
toegang: {hoe: vrij}
werkgebied: [WK999901]
gecontroleerd: {op: 2026-10-01, door: redactie}
contact:
  telefoon: "0999-12 34 56"
  telefoontijden: {wo: "09:00-17:00", vr: "09:00-17:00"}
  telefoons: [{telefoon: "0999-12 34 57", naam: nachtlijn}]
locaties:
  - naam: Het huis
    openingstijden: {wo: "12:00-13:00", do: "22:00-02:00", za: "09:00-12:00"}
  - naam: De schuur
    openingstijden: {wo: op afspraak 14:00-15:00, toelichting: Bel voor u komt.}
tijdelijk:
  - {van: 2026-11-03, tot: 2026-11-04, tekst: Wij verhuizen.}
  - {van: 2026-11-10, tot: 2026-11-11, tekst: De verf is nat., gesloten: nee}
"""
STANDEN = [
    (
        "2026-12-02T12:30",
        "open",
        [
            "Het huis: open tot 13.00 uur",
            "er is een deur open",
            "- telefoon (0999-12 34 56): open. Bellen kan tot 17.00 uur.",
        ],
    ),
    (
        "2026-12-02T10:00",
        "bereikbaar",
        [
            "bellen kan tot 17.00 uur",
            "- deur (Het huis): dicht. Nu dicht, open vanaf 12.00 uur.",
            "- deur (De schuur): onbekend.",
            "staat een toelichting",
            "- telefoon (nachtlijn): telt niet mee",
        ],
    ),
    ("2026-12-04T01:30", "open", ["vrijdag 4 december 2026, 1.30 uur: Het huis: open tot 2.00 uur"]),
    (
        "2026-11-04T12:30",
        "tijdelijk",
        [
            "tijdelijk anders tot en met 4 november",
            "3 november 2026 tot en met 4 november 2026: geldt nu, bepaalt dan",
            "geldt nog niet, bepaalt de stand niet ('gesloten: nee'). De verf is nat.",
        ],
    ),
    ("2026-11-11T12:30", "open", ["4 november 2026: is voorbij", "11 november 2026: geldt nu, bepaalt de stand niet"]),
    ("2026-12-25T10:00", "onbekend", ["het is eerste kerstdag, en er staat niet bij hoe het dan is"]),
]


@pytest.fixture(scope="module")
def standmap(tmp_path_factory):
    from proefmap import leg_neer, maak_goede_map

    map_ = maak_goede_map(tmp_path_factory.mktemp("stand") / "m")
    leg_neer(map_, "sociale_kaart/wijkfuncties/proef.yaml", STAND)
    leg_neer(map_, "sociale_kaart/wijkfuncties/weg.yaml", STAND.split("contact:")[0] + "status: gesloten\n")
    return map_


@pytest.mark.parametrize(("nu", "stand", "zegt"), STANDEN)
def test_stand_zegt_eerst_de_stand_en_dan_waarom(roep, standmap, nu, stand, zegt):
    uit = roep("stand", "proef", "--nu", nu, "--map", str(standmap))
    assert uit.returncode == 0, uit.stdout + uit.stderr
    regels = uit.stdout.split("\n")
    assert regels[0] == stand and regels[1].startswith("Proefplek, ") and regels[2].startswith("Waarom: ")
    assert [stuk for stuk in zegt if stuk not in uit.stdout] == []
    assert "Schoolregio: niet bekend" in uit.stdout


def test_stand_geeft_dezelfde_als_de_specificatie(catalogus):
    """Van elke ingang van het voorbeeld, op een paar momenten: de eerste regel is die van betekenis/tijden."""
    from datetime import date

    from generator.betekenis.tijden import Moment, bepaal
    from generator.betekenis.vandaag import gegevens_van
    from generator.opdrachten.stand import uitleg

    for nu in (Moment(date(2026, 12, 25), 600), Moment(date(2026, 11, 30), 810), Moment(date(2027, 4, 27), 90)):
        for v in catalogus.voorzieningen.values():
            regels = list(uitleg(v, catalogus, nu))
            assert regels[0] == ("geen" if v.status == "gesloten" else bepaal(gegevens_van(v, catalogus), nu).stand)
            assert all("\n" not in regel.rstrip() for regel in regels)


def test_stand_zegt_waar_een_vakantie_ontbreekt(roep, standmap):
    tekst = (
        STAND.split("contact:")[0] + 'locaties: [{openingstijden: {wo: "09:00-12:00", niet_in: [schoolvakanties]}}]\n'
    )
    (standmap / "sociale_kaart/wijkfuncties/school.yaml").write_text(tekst, encoding="utf-8")
    uit = roep("stand", "school", "--nu", "2026-12-02T10:00", "--map", str(standmap))
    assert uit.stdout.startswith("onbekend\n") and "Oorzaak: 'niet_in' noemt schoolvakanties" in uit.stdout


def test_stand_van_wat_niet_meer_bestaat(roep, standmap):
    uit = roep("stand", "weg", "--map", str(standmap))
    assert uit.returncode == 0 and uit.stdout.startswith("geen\n") and "bestaat" in uit.stdout


@pytest.mark.parametrize(
    ("argumenten", "zegt"),
    [
        (["proeff"], "proef"),
        (["proef", "--nu", "morgen"], "2026-12-23T10:00"),
        (["proef", "--nu", "2026-02-30T10:00"], "bestaat niet"),
        (["proef", "--nu", "2026-12-23T24:00"], "bestaat niet"),
        (["proef", "--nu", "9999-12-31T10:00"], "te ver weg"),
        ([], "ID"),
    ],
)
def test_stand_wijst_wie_het_verkeerd_gebruikt_de_weg(roep, standmap, argumenten, zegt):
    uit = roep("stand", *argumenten, "--map", str(standmap))
    assert uit.returncode == 2 and zegt in uit.stderr and "Zo lost u het op" in uit.stderr and not uit.stdout


def test_zonder_nu_geldt_de_klok_in_nederland(standmap):
    """12.30 uur in Nederland is 11.30 UTC in de winter; ook als de computer in een andere tijdzone staat."""
    uit = kaart(
        "stand",
        "proef",
        "--map",
        str(standmap),
        env={**os.environ, "SOURCE_DATE_EPOCH": "1796211000", "TZ": "Asia/Tokyo"},
    )
    assert "woensdag 2 december 2026, 12.30 uur" in uit.stdout and uit.stdout.startswith("open\n")


def test_de_klok_in_nederland_is_die_van_de_tijdzone():
    from datetime import UTC, datetime, timedelta
    from zoneinfo import ZoneInfo

    from generator.betekenis.kalender import klok_in_nederland

    for jaar in range(2024, 2034):
        for uur in range(0, 366 * 24, 1):
            utc = datetime(jaar, 1, 1, tzinfo=UTC) + timedelta(hours=uur, minutes=-1)
            assert klok_in_nederland(utc) == utc.astimezone(ZoneInfo("Europe/Amsterdam")).replace(tzinfo=None)
