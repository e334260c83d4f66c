"""Modules uit statisch/ aan elkaar: een bestand in plaats van een rij die op elkaar wacht, en een script dat Python kan draaien.

Er is geen vertaler bij nodig: de modules delen geen namen, dus import en export mogen weg. Een test kijkt of dat zo blijft.
"""

import re
from pathlib import Path

STATISCH = Path(__file__).parent.parent / "statisch"
_INVOER = re.compile(r'^import [^;]*?"\./([\w-]+\.js)";\n', re.M)
_UITLEG = re.compile(r"^ *(?:(?://|/\*|\*).*)?\n|^ +", re.M)


def bundel(*namen: str, uitvoer: tuple[str, ...] = ()) -> str:
    """De modules met alles wat zij binnenhalen, elk een keer, zonder import, export en uitleg; `uitvoer` blijft te importeren."""
    uit: dict[str, str] = {}

    def voeg_toe(naam: str) -> None:
        if naam in uit:
            return
        tekst = (STATISCH / naam).read_text(encoding="utf-8")
        uit[naam] = ""
        for ander in _INVOER.findall(tekst):
            voeg_toe(ander)
        uit[naam] = uit.pop(naam) + _UITLEG.sub("", re.sub(r"^export ", "", _INVOER.sub("", tekst), flags=re.M))

    for naam in namen:
        voeg_toe(naam)
    einde = f"export {{ {', '.join(uitvoer)} }};\n" if uitvoer else ""
    return "\n".join(uit.values()) + einde
