"""Stukken: HTML die op veel pagina's staat, zoals het kaartje van een voorziening. Elk stuk wordt een keer gemaakt.

In een gevuld sjabloon staat op de plek van een stuk een merk. Pas als de pagina klaar is, zet `vul` het stuk daar neer;
zo hoeven de sjablonen, het ontsnappen en het nazicht elk stuk ook maar een keer te zien.
"""

from collections.abc import Callable
from typing import Any, TypeVar

# Stuurtekens: die mogen in geen enkel tekstveld staan (SK006), dus niemand kan een merk namaken.
WORTEL, _BEGIN, _EIND = "\x01", "\x02", "\x03"
Uitkomst = TypeVar("Uitkomst")


class Stukken:
    """De stukken van een bouw, op merk; in de HTML van een stuk staat WORTEL voor de weg naar de voorpagina."""

    def __init__(self) -> None:
        self.vergeet()

    def vergeet(self) -> None:
        """Begin opnieuw, voor een nieuwe catalogus in hetzelfde proces."""
        self.html: list[str] = []
        self._merken: dict[object, Any] = {}
        self._op_wortel: dict[str, dict[str, str]] = {}

    def eenmaal(self, sleutel: object, maak: Callable[[], Uitkomst]) -> Uitkomst:
        """Wat `maak` de eerste keer bij deze sleutel gaf."""
        if (bekend := self._merken.get(sleutel)) is None:
            bekend = self._merken[sleutel] = maak()
        return bekend

    def merk(self, html: str) -> str:
        """Het merk dat voor dit stuk in een pagina komt te staan."""
        self.html.append(html)
        return f"{_BEGIN}{len(self.html) - 1}{_EIND}"

    def vul(self, html: str, wortel: str) -> tuple[str, list[str]]:
        """De HTML met op elk merk zijn stuk, en die stukken zelf (met WORTEL erin), elk een keer."""
        kop, *delen = html.split(_BEGIN)  # re.split doet hier tien keer zo lang over
        if not delen:
            return html, []
        klaar, uit = self._op_wortel.setdefault(wortel, {}), [kop]
        eigen: set[str] = set()
        for deel in delen:
            nummer, _, rest = deel.partition(_EIND)
            if nummer not in klaar:
                klaar[nummer] = self.html[int(nummer)].replace(WORTEL, wortel)
            eigen.add(nummer)
            uit += klaar[nummer], rest
        return "".join(uit), [self.html[int(nummer)] for nummer in eigen]
