"""Een server die blijft draaien terwijl er bestanden veranderen: starten, vragen, wachten en zijn rekentijd tellen."""

import os
import re
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

TIK = os.sysconf("SC_CLK_TCK")
GEDULD = 300.0  # seconden; mkdocs serve doet bij 5.000 bladzijden lang over een wijziging


# Geeft voor een zin een functie die wacht tot zij te zien is, en zegt wanneer dat was.
Zie = Callable[[str], Callable[[], float]]


class Stil(Exception):
    """De server zei of gaf niet wat wij verwachtten."""


@dataclass(frozen=True, slots=True)
class Soort:
    """Hoe een server start, welke regel zegt dat hij klaar is met een wijziging, en wat een schrijver verandert."""

    naam: str
    opdracht: tuple[str, ...]
    map: Path
    klaar: str
    adres: str
    wijzig: Callable[[str], None]


class Dienst:
    """Een proces met alles wat het zelf start; elke regel die het afdrukt krijgt een tijd."""

    def __init__(self, opdracht: tuple[str, ...], map_: Path, omgeving: Mapping[str, str] | None = None):
        eigen = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
        self.begin = time.perf_counter()
        self.proces = subprocess.Popen(
            opdracht,
            cwd=map_,
            env={**eigen, "PYTHONUNBUFFERED": "1", **(omgeving or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self.regels: list[tuple[float, str]] = []
        self.nieuws = threading.Condition()
        threading.Thread(target=self._lees, daemon=True).start()

    def _lees(self) -> None:
        for regel in self.proces.stdout or ():
            with self.nieuws:
                self.regels.append((time.perf_counter(), regel.rstrip("\n")))
                self.nieuws.notify_all()

    def wacht_op(self, patroon: str, vanaf: int = 0, keer: int = 1) -> float:
        """Het moment waarop er na regel nummer `vanaf` voor de zoveelste keer een regel met het patroon kwam."""

        def gevonden() -> list[float]:
            return [moment for moment, regel in self.regels[vanaf:] if re.search(patroon, regel)]

        with self.nieuws:
            if not self.nieuws.wait_for(lambda: len(gevonden()) >= keer, GEDULD):
                raise Stil(f"geen regel met {patroon!r}; het laatst: {[r for _, r in self.regels[-5:]]}")
            return gevonden()[keer - 1]

    def processen(self) -> list[int]:
        """Het proces en al zijn kinderen, ook die van kinderen."""
        ouders = {}
        for map_ in Path("/proc").iterdir():
            if map_.name.isdecimal() and (velden := stand_van(int(map_.name))):
                ouders[int(map_.name)] = int(velden[1])
        boom = [self.proces.pid]
        for pid in boom:
            boom += [kind for kind, ouder in ouders.items() if ouder == pid]
        return boom

    def rekentijd(self) -> float:
        """Seconden processortijd van de hele boom, met de kinderen die al klaar zijn."""
        velden = [stand for pid in self.processen() if (stand := stand_van(pid))]
        return sum(int(tijd) for stand in velden for tijd in stand[11:15]) / TIK

    def geheugen(self) -> float:
        """MB die de boom nu inneemt; wat processen delen telt bij elk naar rato."""
        totaal = 0
        for pid in self.processen():
            try:
                tekst = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
                totaal += int((re.search(r"^Pss:\s+(\d+)", tekst, re.M) or [0, 0])[1])
            except OSError:  # net gestopt
                continue
        return totaal / 1024

    def stop(self) -> None:
        self.proces.terminate()
        try:
            self.proces.wait(10)
        except subprocess.TimeoutExpired:
            self.proces.kill()
            self.proces.wait()


def stand_van(pid: int) -> list[str]:
    """De velden van /proc/PID/stat na de naam; leeg als het proces weg is."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def haal(adres: str, geduld: float = GEDULD) -> str:
    """De tekst op een adres, of leeg als de server nog niet zover is."""
    try:
        with urllib.request.urlopen(adres, timeout=geduld) as antwoord:  # noqa: S310  alleen 127.0.0.1
            return antwoord.read().decode("utf-8", "replace")
    except (OSError, urllib.error.URLError):
        return ""


def wacht_tot(klopt: Callable[[], bool], wat: str, stap: float = 0.01) -> float:
    """Vraag tot het klopt; geeft het moment waarop."""
    begin = time.perf_counter()
    while not klopt():
        if time.perf_counter() - begin > GEDULD:
            raise Stil(f"{wat} kwam niet")
        time.sleep(stap)
    return time.perf_counter()


def lees_over_http(soort: Soort) -> Zie:
    """Vraag de bladzijde tot de zin erin staat; aan ons vraagt een blad eerst om nieuws, zoals in de browser."""
    wortel, pad = soort.adres.split("/voorzieningen/")[0], "/voorzieningen/" + soort.adres.split("/voorzieningen/")[1]

    def zie(zin: str) -> Callable[[], float]:
        nieuws = threading.Event()
        if soort.naam != "wij":
            return lambda: wacht_tot(lambda: zin in haal(soort.adres), zin)
        bekend = haal(f"{wortel}/__stand?pad={pad}&bekend=")

        def vraag() -> None:
            while haal(f"{wortel}/__stand?pad={pad}&bekend={bekend}") == bekend:
                pass
            nieuws.set()

        def wacht() -> float:
            moment = wacht_tot(lambda: nieuws.wait(60) and zin in haal(soort.adres), zin)
            # Zo zegt het script in de browser dat de pagina er staat.
            threading.Thread(target=haal, args=(f"{wortel}/__stand?pad={pad}&bekend=&vers=1",), daemon=True).start()
            return moment

        threading.Thread(target=vraag, daemon=True).start()
        time.sleep(0.1)  # de vraag hoort er te zijn voor de schrijver bewaart
        return wacht

    return zie


def open_in(browser, stapel: ExitStack) -> Callable[[Soort], Zie]:
    """Open de bladzijde in Chromium; wat er na een wijziging ververst, doet de server zelf."""

    def open_blad(soort: Soort) -> Zie:
        blad = browser.new_page()
        stapel.callback(blad.close)
        blad.goto(soort.adres)
        time.sleep(2)  # de band voor het verversen ligt er

        def zie(zin: str) -> Callable[[], float]:
            def wacht() -> float:
                blad.get_by_text(zin).first.wait_for(state="attached", timeout=600_000)
                return time.perf_counter()

            return wacht

        return zie

    return open_blad
