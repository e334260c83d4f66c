"""Datums, tijden en getallen in gewoon Nederlands."""

import re
from functools import lru_cache

from generator.betekenis.kalender import MAANDEN
from generator.betekenis.tijdtekst import gewone_datum

__all__ = ["MAANDEN", "gewone_datum", "gewone_stand", "gewone_tekst", "gewoon_getal", "tel_link"]

_TABEL = re.compile(r"^[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*(?:\n|$)|^[ \t]*\||(?<!\\)\|[ \t]*$", re.M)
_TUSSEN_VAKKEN = re.compile(r"[ \t]*(?<!\\)\|[ \t]*")
_TEKENS = re.compile(r"\\([^\w\s])|[*_#>]|\]\([^)]*\)|\[")


def gewone_tekst(markdown: str | None) -> str:
    """Markdown zonder tekens, met de alinea's en regels die er stonden; de vakken van een tabel met een komma
    ertussen.
    """
    tekst = markdown or ""
    if "|" in tekst:
        tekst = _TUSSEN_VAKKEN.sub(", ", _TABEL.sub("", tekst))
    return "\n".join(map(str.strip, _TEKENS.sub(r"\1", tekst).strip().split("\n")))


def gewone_stand(stand: str) -> str:
    """JJJJ-MM-DD als '1 november 2026', JJJJ-MM als 'november 2026'; iets anders blijft zoals het is."""
    delen = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?", stand)
    if not delen:
        return stand
    dag = f"{int(delen[3])} " if delen[3] else ""
    return f"{dag}{MAANDEN[int(delen[2]) - 1]} {delen[1]}"


def gewoon_getal(waarde: str) -> str:
    """'4207885' als '4.207.885' en '40.82' als '40,82'; een datum voluit, en iets anders zoals het is."""
    delen = re.fullmatch(r"(\d+)(?:\.(\d+))?", waarde)
    if not delen:
        return gewone_stand(waarde)
    heel = f"{int(delen[1]):,}".replace(",", ".") if len(delen[1]) > 4 else delen[1]
    return f"{heel},{delen[2]}" if delen[2] else heel


@lru_cache(maxsize=16_384)
def tel_link(nummer: str) -> str:
    """Een nummer voor tel: alleen cijfers, met + ervoor waar die stond; de (0) in '+31 (0)570' belt niemand."""
    return ("+" if nummer.strip().startswith("+") else "") + re.sub(r"\D", "", nummer.replace("(0)", ""))
