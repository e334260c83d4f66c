"""Een opdracht meten: processortijd, kloktijd en piekgeheugen, met alles wat zij zelf start."""

import contextlib
import os
import re
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Meting(NamedTuple):
    """Seconden processortijd (gebruiker en systeem samen), seconden op de klok, en piekgeheugen in MB van alle processen
    samen; een pagina die zij delen telt een keer.
    """

    cpu: float
    klok: float
    geheugen: float


class Mislukt(Exception):
    """De opdracht gaf een fout; de tekst is haar uitvoer."""


KIJK = 0.1  # seconden tussen twee keer kijken hoeveel geheugen er in gebruik is


def geheugen_van(pid: int) -> float:
    """MB die een proces en zijn kinderen nu gebruiken (Pss: wat zij delen is verdeeld); 0 waar Linux dat niet zegt."""
    samen = 0.0
    with contextlib.suppress(OSError):
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as stroom:
            samen += int(re.search(r"^Pss:\s+(\d+) kB", stroom.read(), re.M)[1]) / 1024
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as stroom:
            samen += sum(map(geheugen_van, map(int, stroom.read().split())))
    return samen


class Wachter(threading.Thread):
    """Kijkt tijdens een opdracht hoeveel geheugen alle processen samen hebben; `piek` is het meeste in MB."""

    def __init__(self, pid: int):
        super().__init__(daemon=True)
        self.pid, self.piek, self.klaar = pid, 0.0, threading.Event()

    def run(self) -> None:
        while not self.klaar.wait(KIJK):
            self.piek = max(self.piek, geheugen_van(self.pid))


def meet(opdracht: list[str], map_: Path, omgeving: Mapping[str, str] | None = None, geheugen: bool = True) -> Meting:
    """Voer een opdracht uit in `map_` en meet haar; `wait4` telt ook de processen die zij zelf startte.

    Naar het geheugen kijken kost tijd op een kern, en dat scheelt wie alle kernen gebruikt: zonder `geheugen` is het 0.
    """
    begin = time.perf_counter()
    # Met deze variabele vertaalt Python onze modules elke keer opnieuw, en die van een pip-pakket niet.
    eigen = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
    proces = subprocess.Popen(
        opdracht, cwd=map_, env={**eigen, **(omgeving or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    wachter = Wachter(proces.pid)
    if geheugen:
        wachter.start()
    uitvoer = proces.stdout.read().decode("utf-8", "replace")
    _, status, gebruik = os.wait4(proces.pid, 0)
    klok = time.perf_counter() - begin
    wachter.klaar.set()
    proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode:
        raise Mislukt(f"{' '.join(opdracht[-6:])} gaf status {proces.returncode}:\n{uitvoer[-2000:]}")
    return Meting(gebruik.ru_utime + gebruik.ru_stime, klok, (wachter.piek or gebruik.ru_maxrss / 1024) * geheugen)


@dataclass(frozen=True, slots=True)
class Boom:
    """Alle bestanden onder een map met hun bytes op vingerafdruk."""

    bestanden: dict[str, bytes]

    def verschil(self, ander: "Boom") -> list[str]:
        """De paden die in een van beide ontbreken of anders zijn."""
        paden = self.bestanden.keys() | ander.bestanden.keys()
        return sorted(p for p in paden if self.bestanden.get(p) != ander.bestanden.get(p))


def lees_boom(map_: Path) -> Boom:
    from hashlib import sha256

    return Boom(
        {p.relative_to(map_).as_posix(): sha256(p.read_bytes()).digest() for p in map_.rglob("*") if p.is_file()}
    )
