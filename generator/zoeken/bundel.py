"""Modules uit statisch/ aan elkaar: een bestand in plaats van een rij die op elkaar wacht, en een script dat Python kan draaien.

Er is geen vertaler bij nodig: de modules delen geen namen, dus import en export mogen weg. Een test kijkt of dat zo blijft.
Een module heet naar haar plek onder statisch/: "zoek/motor.js".
"""

import posixpath
import re
from functools import cache
from pathlib import Path

STATISCH = Path(__file__).parent.parent / "statisch"
# Wat als een bestand op de site komt, onder de naam van zijn begin: script -> wat ervan te importeren blijft.
BUNDELS = {
    "gemeen/standblad.js": (),
    "zoek/blad.js": (),
    "zoek/later.js": ("leesNu", "maakFilters", "maakUitkomst", "voegKennisToe", "voegRestToe", "vreemdeTaal"),
    "zoek/voorstel.js": ("koppelVoorstellen",),
    "zoek/werker.js": (),
}
_INVOER = re.compile(r'^import [^;]*?"(\.\.?/[\w./-]+\.js)";\n', re.M)
_UITLEG = re.compile(r"^ *(?:(?://|/\*|\*).*)?\n|^ +|(?<=[;,{]) // [^\"'`\n]*$", re.M)


def lees(naam: str) -> str:
    return (STATISCH / naam).read_text(encoding="utf-8")


def invoer(naam: str) -> list[str]:
    """De modules die deze module meteen binnenhaalt, in volgorde."""
    return [
        posixpath.normpath(posixpath.join(posixpath.dirname(naam), ander)) for ander in _INVOER.findall(lees(naam))
    ]


@cache
def keten(*namen: str) -> tuple[str, ...]:
    """De scripts met alles wat zij meteen binnenhalen, elk een keer: wat een pagina vooruit kan ophalen."""
    uit: dict[str, None] = {}

    def voeg_toe(naam: str) -> None:
        if naam not in uit:
            uit[naam] = None
            for ander in () if naam in BUNDELS else invoer(naam):
                voeg_toe(ander)

    for naam in namen:
        voeg_toe(naam)
    return tuple(uit)


def bundel(*namen: str, uitvoer: tuple[str, ...] = ()) -> str:
    """De modules met alles wat zij binnenhalen, elk een keer, zonder import, export en uitleg; `uitvoer` blijft te
    importeren.
    """
    uit: dict[str, str] = {}

    def voeg_toe(naam: str) -> None:
        if naam in uit:
            return
        tekst, uit[naam] = lees(naam), ""
        for ander in invoer(naam):
            voeg_toe(ander)
        uit[naam] = uit.pop(naam) + _UITLEG.sub("", re.sub(r"^export ", "", _INVOER.sub("", tekst), flags=re.M))

    for naam in namen:
        voeg_toe(naam)
    einde = f"export {{ {', '.join(uitvoer)} }};\n" if uitvoer else ""
    return "\n".join(uit.values()) + einde
