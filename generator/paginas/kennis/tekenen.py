"""Rekenen voor tekeningen: hoe breed tekst is, waar een regel breekt, en vakken op een vel. De sjablonen maken er SVG
van.
"""

from collections.abc import Sequence

from msgspec import Struct

# Breedte van een teken in delen van de lettergrootte, naar Arial en ruim genomen: de letter van de lezer kan anders
# zijn.
_SMAL, _BREED = "iljtfrI.,:;'|()[]-/ ", "mwMWOQGCDNHUKABRVXY&%@"
_STAARTEN = (
    "administratie",
    "zorg",
    "hulp",
    "verlening",
    "voorziening",
    "ondersteuning",
    "ontwikkeling",
    "vereniging",
    "organisatie",
    "dienst",
    "gedachten",
    "mishandeling",
    "gemeenschap",
    "gezondheid",
    "subsidie",
    "verzekeraar",
    "bescherming",
    "reclassering",
    "initiatief",
    "vervoer",
    "aanpassingen",
    "bureau",
    "partners",
    "verheldering",
    "verlaten",
    "teams",
    "plan",
    "contracten",
)


def breedte(tekst: str, grootte: float) -> float:
    """Hoe breed een tekst ongeveer is, in dezelfde maat als `grootte`."""
    return grootte * sum(0.29 if t in _SMAL else 0.76 if t in _BREED else 0.55 for t in tekst)


def breek_woord(woord: str, ruimte: float, grootte: float) -> tuple[str, str]:
    """Een te lang woord in twee delen, het liefst voor een bekend woorddeel."""
    past = max(3, next((i for i in range(len(woord), 2, -1) if breedte(woord[:i] + "-", grootte) <= ruimte), 3))
    for plaats in range(past, 3, -1):
        if woord.casefold().startswith(_STAARTEN, plaats):
            return woord[:plaats] + "-", woord[plaats:]
    return woord[:past] + "-", woord[past:]


def breek(tekst: str, ruimte: float, grootte: float) -> list[str]:
    """Een tekst in regels die in de ruimte passen; breekt na spaties, schuine strepen en streepjes."""
    regels, nog = [], tekst.replace("/", "/ ").split()
    regel = ""
    while nog:
        woord = nog.pop(0)
        proef = (
            woord
            if not regel
            else regel + woord
            if regel.endswith("/") and not regel.endswith(" /")
            else f"{regel} {woord}"
        )
        if breedte(proef, grootte) <= ruimte:
            regel = proef
        elif regel:
            regels.append(regel)
            regel, nog = "", [woord, *nog]
        else:
            begin, rest = breek_woord(woord, ruimte, grootte)
            regels.append(begin)
            nog.insert(0, rest)
    return [*regels, regel] if regel else regels


class Vak(Struct, frozen=True):
    """Een rechthoek met regels tekst; `pad` is waar hij heen gaat, `extra` wat het sjabloon er nog bij nodig heeft."""

    x: float
    y: float
    breedte: float
    hoogte: float
    regels: tuple[tuple[float, float, str], ...] = ()
    pad: str = ""
    soort: str = ""
    extra: object = None


class Tekening(Struct, frozen=True):
    """Een vel: de maat, en alle vakken in tekenvolgorde."""

    breedte: float
    hoogte: float
    vakken: tuple[Vak, ...]
    lijnen: tuple[str, ...] = ()

    def van(self, soort: str) -> list[Vak]:
        return [v for v in self.vakken if v.soort == soort]


def zet_regels(regels: Sequence[str], x: float, y: float, grootte: float, hoogte: float | None = None) -> tuple:
    """(x, y, tekst) per regel; y is de grondlijn. Met `hoogte` staan de regels daar midden in."""
    stap = round(grootte * 1.2, 1)
    begin = y if hoogte is None else y + (hoogte - stap * len(regels)) / 2
    return tuple((round(x, 1), round(begin + stap * i + grootte * 0.95, 1), regel) for i, regel in enumerate(regels))


def stapel(hoogten: Sequence[float], kolommen: int, gat: float) -> list[tuple[int, float]]:
    """(kolom, y) van elk vak, in volgorde, zo dat de hoogste kolom zo laag mogelijk is."""
    grens = max([*hoogten, (sum(hoogten) + gat * len(hoogten)) / kolommen])
    while True:
        uit, kolom, y = [], 0, 0.0
        for hoogte in hoogten:
            if y and y + hoogte > grens:
                kolom, y = kolom + 1, 0.0
            uit.append((kolom, y))
            y += hoogte + gat
        if kolom < kolommen:
            return uit
        grens += 4
