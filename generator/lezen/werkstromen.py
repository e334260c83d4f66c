"""Waar de werkstromen van een inhoudsmap staan, en waar zij de generator vandaan halen."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.lezen.bestanden import plek_in

# Waar de werkstromen van een forge staan.
MAPPEN = {"github": ".github/workflows", "gitlab": ".gitlab", "forgejo": ".forgejo/workflows"}
GENERATOR = re.compile(r'^(\s*GENERATOR: )"?([^"\n]*)"?$', re.M)
# Op zo'n adres staat nooit iets: RFC 2606 houdt deze namen vrij.
_VERZONNEN = re.compile(r"(?:^|[/@.])[\w-]+\.(?:example|invalid)(?=[:/@]|$)")


class Vindplaats(NamedTuple):
    """Een regel in een werkstroom met het adres van de generator."""

    pad: str
    plek: tuple[int, int]
    adres: str


def is_verzonnen(adres: str) -> bool:
    """Of dit adres er alleen als voorbeeld staat."""
    return bool(_VERZONNEN.search(adres))


def vind_generator(map_: Path) -> Iterator[Vindplaats]:
    """Per werkstroom de regel waar de generator staat, per forge op naam."""
    for map_naam in MAPPEN.values():
        for bestand in sorted((map_ / map_naam).glob("*.yml")):
            if bestand.is_file() and not bestand.is_symlink():
                tekst = bestand.read_text(encoding="utf-8", errors="replace")
                if vondst := GENERATOR.search(tekst):
                    yield Vindplaats(bestand.relative_to(map_).as_posix(), plek_in(tekst, vondst.start(2)), vondst[2])
