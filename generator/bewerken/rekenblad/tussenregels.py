"""Regels in een lijst die geen plek zijn: een kop boven een groep, een telling eronder, en waar de lijst vandaan komt."""

import re
from collections.abc import Iterable

from generator.bewerken.rekenblad.cellen import als_tekst
from generator.bewerken.rekenblad.gebied import Gebiedenzoeker
from generator.bewerken.rekenblad.rijen import Rij

_TELLING = re.compile(
    r"(?:sub|eind)?tota(?:al|len)\b|aantal\b|som\b|gemiddeld|bron(?:nen)?\s*:|legenda\b|versie\b|peildatum\b|\*\s",
    re.I,
)
MEESTE_CELLEN = 3  # een telling heeft weinig cellen; een plek die 'Totaal' heet, heeft er meer
BREED = 3  # zoveel gelijke cellen naast elkaar zijn samengevoegd


def duid(cellen: list[object]) -> str:
    """`kop` of `telling` als de rij geen plek is, anders leeg."""
    teksten = [tekst for cel in cellen if (tekst := als_tekst(cel))]
    if teksten and len(teksten) <= MEESTE_CELLEN and _TELLING.match(teksten[0]):
        return "telling"
    breed = len(teksten) >= BREED or len(teksten) == 1 and len(cellen) > BREED
    return "kop" if len(set(teksten)) == 1 and breed else ""


def verdeel(rijen: Iterable[tuple[Rij, list[object]]], gebieden: Gebiedenzoeker) -> list[Rij]:
    """Geef elke rij de wijk van de kop erboven, en zeg van een kop of telling dat zij geen plek is.

    Een kop over de breedte is altijd een kop; een losse cel alleen als er een wijk in staat.
    """
    uit, wijk = [], ""
    for rij, cellen in rijen:
        soort = duid(cellen)
        tekst = next((als_tekst(cel) for cel in cellen if als_tekst(cel)), "")
        if soort == "telling":
            _weiger(rij, tekst, "een regel bij de lijst, geen plek")
        elif soort == "kop" and (gebieden.genoemd(tekst) or _is_breed(cellen)):
            wijk = tekst if gebieden.genoemd(tekst) else ""
            _weiger(rij, tekst, "een kop boven een groep, geen plek")
        else:
            rij.kop = wijk
        uit.append(rij)
    return uit


def _is_breed(cellen: list[object]) -> bool:
    return sum(bool(als_tekst(cel)) for cel in cellen) >= BREED


def _weiger(rij: Rij, tekst: str, wat: str) -> None:
    rij.velden = {"naam": tekst}
    rij.bezwaren = [f"dit is {wat}"]
