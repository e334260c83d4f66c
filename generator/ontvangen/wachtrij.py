"""De rij: een map met een bestand per melding die nog geen issue is. De naam zegt niets over wie of wanneer."""

import secrets
from pathlib import Path

from generator.bewerken.bestand import schrijf_heel
from generator.bewerken.stukken import KanNiet
from generator.forges.praten import ForgeFout, Project, maak_issue
from generator.ontvangen.bericht import Bericht

MEESTE = 5_000


class Vol(Exception):
    """De melding kan er niet bij; de tekst zegt waarom."""


def zet_in_rij(map_: Path, bericht: Bericht) -> str:
    """Bewaar de melding en geef haar kenmerk. Raist Vol."""
    kenmerk = secrets.token_hex(5)
    if len(in_rij(map_)) >= MEESTE:
        raise Vol("de rij is vol")
    try:
        schrijf_heel(map_, f"{kenmerk}.md", f"# {bericht.titel}\n\n{bericht.tekst}".encode())
    except KanNiet as fout:
        raise Vol(str(fout)) from fout
    return kenmerk


def in_rij(map_: Path) -> list[Path]:
    return sorted(p for p in map_.glob("*.md") if p.is_file() and not p.is_symlink())


def stuur_rij(map_: Path, project: Project) -> tuple[int, str]:
    """Maak van elke melding in de rij een issue en haal haar dan weg; stopt bij de eerste fout en geeft die erbij."""
    aantal = 0
    for bestand in in_rij(map_):
        titel, _, tekst = bestand.read_text(encoding="utf-8").partition("\n\n")
        try:
            maak_issue(project, titel.removeprefix("# "), tekst)
        except ForgeFout as fout:
            return aantal, str(fout)
        bestand.unlink()
        aantal += 1
    return aantal, ""
