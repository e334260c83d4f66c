"""Een opdracht meten: processortijd en piekgeheugen, met alles wat zij zelf start."""

import os
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Meting(NamedTuple):
    """Seconden processortijd (gebruiker en systeem samen), seconden op de klok, en piekgeheugen in MB."""

    cpu: float
    klok: float
    geheugen: float


class Mislukt(Exception):
    """De opdracht gaf een fout; de tekst is haar uitvoer."""


def meet(opdracht: list[str], map_: Path, omgeving: Mapping[str, str] | None = None) -> Meting:
    """Voer een opdracht uit in `map_` en meet haar; `wait4` telt ook de processen die zij zelf startte."""
    begin = time.perf_counter()
    # Met deze variabele vertaalt Python onze modules elke keer opnieuw, en die van een pip-pakket niet.
    eigen = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
    proces = subprocess.Popen(
        opdracht, cwd=map_, env={**eigen, **(omgeving or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    uitvoer = proces.stdout.read().decode("utf-8", "replace")
    _, status, gebruik = os.wait4(proces.pid, 0)
    proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode:
        raise Mislukt(f"{' '.join(opdracht[-6:])} gaf status {proces.returncode}:\n{uitvoer[-2000:]}")
    return Meting(gebruik.ru_utime + gebruik.ru_stime, time.perf_counter() - begin, gebruik.ru_maxrss / 1024)


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
