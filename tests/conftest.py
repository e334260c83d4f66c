"""Wat veel tests delen: de gebouwde voorbeeldsite, een server met de strenge CSP, en Chromium."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from py_mini_racer import DEFAULT_V8_FLAGS, init_mini_racer

from generator.bouw.bouwen import bouw_site
from generator.catalogus import lees_catalogus
from generator.meldingen import Verslag
from generator.model import Catalogus
from generator.schema.gemeente import ENGINES
from generator.voorraad import Voorraad

PROJECT = Path(__file__).resolve().parents[1]
GEDEELD = PROJECT.parent / "shared"
PEILDATUM = date(2026, 11, 22)
GEHEUGEN, NODIG = "/dev/shm", 3 << 30  # een hele run zet er ruim een GB neer
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'"
)
# Alleen wat mis is krijgt een plek uitgezocht; van wat goed is hoeft niemand een lijst.
ALLEEN_MIS = {"resultTypes": ["violations"]}
REGELS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], **ALLEEN_MIS}
# Het thema laat de kleur van een link verlopen; wie halverwege meet, meet een kleur die niemand houdt.
UITGEKLEURD = """() => Promise.allSettled(document.getAnimations()
    .filter((a) => a.effect.getComputedTiming().endTime !== Infinity).map((a) => a.finished))"""
# Twee keer een rustig moment van de bladzijde zelf: wat zij dan nog wil halen, is onderweg. Zonder venster komt zo'n
# moment op veel bladzijden pas als er weer getekend wordt; wie er alleen op wacht, wacht daar elke keer twee seconden.
UITGEWERKT = """async () => {
    const rust = () => new Promise((klaar) => {
        let bezig = true;
        const teken = () => bezig && requestAnimationFrame(teken);
        requestIdleCallback(() => klaar((bezig = false)), { timeout: 1000 });
        teken();
    });
    await rust();
    await rust();
}"""
# Van alles wat axe opschrijft is dit genoeg; de rest kost bij elke bladzijde een tiende seconde om over te brengen.
GEVONDEN = """async (regels) => (await axe.run(regels)).violations
    .map((s) => [s.id, s.nodes.slice(0, 3).map((n) => n.html.slice(0, 120))])"""
KLEURREGELS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, **ALLEEN_MIS}
VERPLICHT = os.environ.get("SOCIALE_KAART_BROWSER_VERPLICHT") == "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", choices=ENGINES, help="maak elke site met deze engine, waar mkdocs.yml er geen kiest")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Als omgeving, want zo geldt de keuze ook voor werkers en voor opdrachten in een eigen proces."""
    if engine := config.getoption("--engine"):
        os.environ["SOCIALE_KAART_ENGINE"] = engine
    # Net als kaart.py: een module een keer vertalen, ook waar dat uit staat; de tests starten honderden processen.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if config.option.basetemp is None and ruim_geheugen():
        zet_in_het_geheugen(config)


def zet_in_het_geheugen(config: pytest.Config) -> None:
    """Elke tijdelijke map, ook die van een opdracht of de browser; wat een gestopte run liet liggen, gaat na een dag weg."""
    for oud in Path(GEHEUGEN).glob("sociale-kaart-tests-*"):
        with contextlib.suppress(OSError):  # een andere run kan haar net weggedaan hebben
            if oud.stat().st_mtime < time.time() - 86_400:
                shutil.rmtree(oud)
    wortel = Path(tempfile.mkdtemp(prefix="sociale-kaart-tests-", dir=GEHEUGEN))
    config.add_cleanup(functools.partial(shutil.rmtree, wortel, ignore_errors=True))
    wortel.chmod(0o711)  # zoals /tmp: een test die een andere gebruiker wordt, moet erdoor
    config.option.basetemp = str(wortel / "paden")
    tempfile.tempdir = os.environ["TMPDIR"] = str(wortel)


def ruim_geheugen() -> bool:
    """Of er een schijf in het geheugen is met ruimte over en waar een script mag draaien. Op een gewone schijf is een site
    wegdoen de helft van een bouw, en de tests bouwen er tientallen. Wie de mappen wil zien, geeft zelf `--basetemp`.
    """
    if not os.access(GEHEUGEN, os.W_OK) or not hasattr(os, "statvfs"):
        return False
    schijf = os.statvfs(GEHEUGEN)
    return schijf.f_bavail * schijf.f_frsize > NODIG and not schijf.f_flag & getattr(os, "ST_NOEXEC", 0)


def pytest_report_header() -> str:
    return f"engine: {os.environ.get('SOCIALE_KAART_ENGINE') or ENGINES[0]}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Zet de bestanden die lang duren voorop, elk heel: anders wordt wat een bestand deelt twee keer gemaakt."""
    zwaar = {item.path for item in items if {"lang", "browser"}.intersection(m.name for m in item.iter_markers())}
    items.sort(key=lambda item: item.path not in zwaar)


@pytest.fixture(autouse=True, scope="session")
def eigen_voorraad(tmp_path_factory):
    """De tests raken de voorraad van de gebruiker niet aan."""
    os.environ["SOCIALE_KAART_VOORRAAD"] = str(tmp_path_factory.mktemp("voorraad"))


@pytest.fixture(autouse=True, scope="session")
def ruime_motor():
    """De zoekmotor buiten de browser ruimt minder vaak op: duizend vragen kosten dan een kwart minder."""
    init_mini_racer(flags=(*DEFAULT_V8_FLAGS, "--min-semi-space-size=32", "--max-semi-space-size=64"))


@pytest.fixture(scope="session")
def gedeeld() -> Path:
    if not GEDEELD.is_dir():
        pytest.skip("de map met echte gebieden staat niet naast het project")
    return GEDEELD


def bouw(map_: Path, uit: Path, peildatum: date = PEILDATUM) -> Verslag:
    """Bouw `map_` naar `uit` en geef het verslag."""
    verslag = Verslag()
    bouw_site(map_, uit, verslag, peildatum, Voorraad(map_))
    return verslag


def git(map_: Path, *delen: str) -> str:
    """Draai Git in een map als de redactie; raist bij een andere status dan 0."""
    vast = [
        "git",
        "-c",
        "user.name=Redactie",
        "-c",
        "user.email=redactie@samen.example",
        "-c",
        "init.defaultBranch=main",
    ]
    return subprocess.run([*vast, *delen], cwd=map_, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="session")
def voorbeeldsite(tmp_path_factory, eigen_voorraad) -> Path:
    """De voorbeeldsite uit dit project, een keer gebouwd voor alle werkers samen."""
    werker = "PYTEST_XDIST_WORKER" in os.environ
    wortel = tmp_path_factory.getbasetemp().parent if werker else tmp_path_factory.mktemp("voorbeeld")
    uit = wortel / "voorbeeldsite" / "site"
    with FileLock(wortel / "voorbeeldsite.slot"):
        if not uit.is_dir():
            verslag = bouw(PROJECT, uit)
            assert not verslag.fouten, verslag.als_tekst()
    return uit


@pytest.fixture(scope="session")
def catalogus(eigen_voorraad) -> Catalogus:
    """De catalogus van dit project; bevroren, dus van alle tests samen."""
    verslag = Verslag()
    uit = lees_catalogus(PROJECT, verslag, PEILDATUM, Voorraad(PROJECT))
    assert uit is not None, verslag.als_tekst()
    return uit


class Dienaar(http.server.SimpleHTTPRequestHandler):
    """Dient een site zoals een nette webserver dat doet, met de strenge CSP."""

    def log_message(self, *_) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", CSP)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code, *rest) -> None:
        verdwaald = Path(self.directory) / "404.html"
        if code != 404 or not verdwaald.exists():
            super().send_error(code, *rest)
            return
        inhoud = verdwaald.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)


def dien(map_: Path) -> tuple[http.server.ThreadingHTTPServer, str]:
    """Een server op een vrije poort, en zijn adres."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Dienaar, directory=str(map_)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


@pytest.fixture(scope="session")
def adres(voorbeeldsite) -> Iterator[str]:
    server, basis = dien(voorbeeldsite)
    yield basis
    server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    """Chromium via Playwright; ontbreekt hij, dan slaan de browsertests over, behalve in CI."""
    soorten = ("chromium-headless-shell", "chromium", "google-chrome")
    pad = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, soorten)), None)
    if pad is None:
        (pytest.fail if VERPLICHT else pytest.skip)("Chromium is niet gevonden")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as spel:
        browser = spel.chromium.launch(
            executable_path=pad,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                # Een bladzijde leeft hier een seconde: haar scripts heel goed vertalen kost meer dan het oplevert.
                "--js-flags=--no-turbofan",
            ],
        )
        yield browser
        browser.close()


@dataclass
class Blad:
    """Een bladzijde in de browser, met alles wat er misging."""

    page: object
    basis: str
    klachten: list[str] = field(default_factory=list)
    vreemd: list[str] = field(default_factory=list)
    bytes: dict[str, int] = field(default_factory=dict)

    onderweg: set = field(default_factory=set)
    script: bool = True

    def __post_init__(self) -> None:
        self.page.on("request", lambda vraag: self.onderweg.add(vraag))
        for einde in ("requestfinished", "requestfailed"):
            self.page.on(einde, lambda vraag: self.onderweg.discard(vraag))

    def wis(self) -> "Blad":
        """Weer licht, en zonder wat een vorige pagina bewaarde of meldde."""
        if self.script and self.page.url.startswith(self.basis):
            self.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        self.page.emulate_media(color_scheme="light")
        for lijst in (self.klachten, self.vreemd, self.onderweg):
            lijst.clear()
        return self

    def ga(self, pad: str) -> "Blad":
        self.page.goto(self.basis + pad)
        return self.wacht_op_stilte()

    def wacht_op_stilte(self) -> "Blad":
        """Wacht tot er niets meer onderweg is; Playwrights eigen stilte kost per bladzijde een halve seconde."""
        if self.script:
            self.page.evaluate(UITGEWERKT)
        stil = 0
        while stil < 3:
            self.page.wait_for_timeout(20)
            stil = 0 if self.onderweg else stil + 1
        return self

    def schendingen(self, regels: dict = REGELS) -> list[tuple[str, list[str]]]:
        """Wat axe vindt: per regel een paar plekken."""
        from axe_playwright_python.base import AXE_SCRIPT

        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        return [(regel, plekken) for regel, plekken in self.page.evaluate(GEVONDEN, regels)]

    def keur(self) -> None:
        """De vaste eisen, licht en donker; de kleuren zijn het enige dat in het donker anders is."""
        assert self.schendingen() == []
        self.page.emulate_media(color_scheme="dark")
        self.page.evaluate(UITGEKLEURD)
        assert [("donker", *s) for s in self.schendingen(KLEURREGELS)] == []
        assert (self.vreemd, self.klachten) == ([], [])
        assert self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 1
        assert self.page.context.cookies() == []


def nieuw_blad(
    chromium, adres: str, breedte: int = 390, hoogte: int = 844, donker: bool = False, script: bool = True, **meer
) -> Blad:
    """Een leeg blad in een eigen context, dat opschrijft wat er misgaat."""
    context = chromium.new_context(
        viewport={"width": breedte, "height": hoogte},
        color_scheme="dark" if donker else "light",
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        java_script_enabled=script,
        **meer,
    )
    blad = Blad(context.new_page(), adres, script=script)
    blad.page.on(
        "console", lambda m: blad.klachten.append(m.text) if m.type == "error" and "404 (" not in m.text else None
    )
    blad.page.on("pageerror", lambda e: blad.klachten.append(str(e)))
    blad.page.on(
        "request", lambda r: None if r.url.startswith((adres, "data:", "blob:")) else blad.vreemd.append(r.url)
    )
    return blad


@pytest.fixture
def open_blad(chromium, adres):
    """Maakt bladen: `open_blad(390, donker=True, script=False)`; sluit ze na de test."""
    contexten = []

    def maak(*maat, **keuzes) -> Blad:
        blad = nieuw_blad(chromium, adres, *maat, **keuzes)
        contexten.append(blad.page.context)
        return blad

    yield maak
    for context in contexten:
        context.close()


@pytest.fixture(scope="module")
def vast_blad(chromium, adres):
    """Zoals `open_blad`, maar een blad per breedte blijft open: voor wie alleen opent en kijkt. Een nieuw blad begint elke
    keer met een nieuw proces, dat axe en onze scripts opnieuw vertaalt.
    """
    bladen: dict[tuple[int, bool], Blad] = {}

    def geef(breedte: int = 390, script: bool = True) -> Blad:
        if (breedte, script) not in bladen:
            bladen[breedte, script] = nieuw_blad(chromium, adres, breedte, script=script)
        return bladen[breedte, script].wis()

    yield geef
    for blad in bladen.values():
        blad.page.context.close()


@functools.cache
def in_eigen_proces(*namen: str) -> str:
    """Draai deze tests samen in een vers proces; de uitvoer, met van elke test een regel."""
    opdracht = [sys.executable, "-m", "pytest", "-n", "0", "-rA", "-p", "no:cacheprovider", *namen]
    omgeving = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    omgeving["SOCIALE_KAART_EIGEN_PROCES"] = "1"
    uit = subprocess.run(opdracht, cwd=PROJECT, env=omgeving, capture_output=True, text=True, check=False)
    return uit.stdout + uit.stderr


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Een test met het merk `eigen_proces` draait in een vers proces, met de andere van zijn bestand die dat merk hebben:
    naast draden van een browser is er niets te verdelen.
    """
    merk = "eigen_proces"
    if pyfuncitem.get_closest_marker(merk) is None or "SOCIALE_KAART_EIGEN_PROCES" in os.environ:
        return None
    samen = [i for i in pyfuncitem.session.items if i.path == pyfuncitem.path and i.get_closest_marker(merk)]
    uit = in_eigen_proces(*(item.nodeid for item in samen))
    assert f"PASSED {pyfuncitem.nodeid}" in uit.splitlines(), uit[-4000:]
    return True
