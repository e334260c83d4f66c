"""Een bestand uit stukken: elke ingang heeft er haar eigen stuk in. Wat gelijk bleef, komt uit het bestand van de vorige site.

Een stuk hangt af van zijn sleutel, en van wat voor de hele site hetzelfde is; dat laatste ziet `bouw/hergebruik.py` na. Zo
kost een tweede bouw alleen het stuk dat veranderde, zonder dat er naast de site nog een kopie van bewaard wordt.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from generator.json_tekst import als_bestand, als_kale_bytes
from generator.model import Catalogus, Voorziening

ALTIJD = ""  # de sleutel van een stuk dat elke keer gemaakt wordt
LETTERS = 32  # van een vingerafdruk: 128 bits
# Waar het eerste stuk begint, en van elk stuk de sleutel en hoeveel bytes het is.
Delen = tuple[int, list[str], list[int]]


class Stukken(Struct, frozen=True):
    """Kop, stukken met iets ertussen, en staart; een leeg stuk telt niet mee. `maak` geeft het stuk met een nummer."""

    kop: bytes
    sleutels: Sequence[str]
    maak: Callable[[int], bytes]
    tussen: bytes = b","
    staart: bytes = b"]}\n"

    def __call__(self) -> bytes:
        """Het hele bestand, elk stuk nieuw."""
        return self.samen()[0]

    def samen(self, oud: bytes = b"", delen: Delen = (0, [], [])) -> tuple[bytes, Delen]:
        """Het hele bestand en waar elk stuk staat; wat in `oud` al zo stond wordt overgenomen."""
        plekken, blik = self._plekken(*delen), memoryview(oud)  # een kijkje kopieert niets
        stukken = [
            blik[slice(*plekken[sleutel])] if sleutel in plekken else self.maak(nummer)
            for nummer, sleutel in enumerate(self.sleutels)
        ]
        gevuld = [deel for stuk in stukken if stuk for deel in (self.tussen, stuk)]
        nieuw = len(self.kop), list(self.sleutels), list(map(len, stukken))
        return b"".join((self.kop, *gevuld[1:], self.staart)), nieuw

    def _plekken(self, begin: int, sleutels: Iterable[str], lengtes: Iterable[int]) -> dict[str, tuple[int, int]]:
        plekken = {}
        for sleutel, lengte in zip(sleutels, lengtes, strict=True):
            plekken[sleutel] = begin, begin + lengte
            begin += lengte + len(self.tussen) if lengte else 0
        plekken.pop(ALTIJD, None)
        return plekken


def sleutel_van(v: Voorziening, catalogus: Catalogus) -> str:
    """Waar een stuk van alleen deze ingang van afhangt: haar bestanden."""
    afdruk = catalogus.afdrukken.get(v.id)
    return afdruk[:LETTERS] if afdruk else ALTIJD


def sleutels_van(catalogus: Catalogus) -> list[str]:
    """De sleutel van elke voorziening, op hun volgorde; elk bestand met alle voorzieningen heeft dezelfde."""
    alle = catalogus.voorzieningen.values()
    return catalogus.eenmaal(("stuksleutels",), lambda: [sleutel_van(v, catalogus) for v in alle])


def groep_van_stukken(namen: Sequence[str], sleutels: Sequence[str], maak: Callable[[int], object]) -> Stukken:
    """Een bestand met JSON dat een groep is: {naam: wat `maak` van dat nummer geeft}."""

    def stuk(nummer: int) -> bytes:
        return als_kale_bytes({namen[nummer]: maak(nummer)})[1:-1]

    return Stukken(b"{", sleutels, stuk, staart=b"}\n")


def kop_van(velden: dict, lijst: str) -> bytes:
    """Het begin van een bestand met JSON, tot en met het haakje van de lijst die het laatst komt."""
    return als_bestand({**velden, lijst: []}).removesuffix(b"]}\n")
