"""Veel nieuwe bestanden tegelijk lezen: elke kopie van dit proces leest een deel, en geeft het ingepakt terug zoals de
voorraad het bewaart.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from generator.kernen import Ploeg, aantal_kernen
from generator.kluis import GEEN_GEGEVEN, Kast

VANAF = 200  # nieuwe bestanden; daaronder kost een kopie van het proces meer dan zij oplevert
PER_TAAK = 20
Werk = tuple[str, Callable[[], Any]]  # een sleutel, en wat er te lezen is


class Samenlezer:
    """De kopieen beginnen meteen; dit proces leest mee zodra het om de uitkomsten vraagt. `kernen` 0 is: vanzelf."""

    def __init__(self, werk: Sequence[Werk], kast: Kast, kernen: int):
        self.kast, self.hier = kast, os.getpid()
        delen = [werk[begin : begin + PER_TAAK] for begin in range(0, len(werk), PER_TAAK)]
        kernen = kernen or (aantal_kernen() if len(werk) >= VANAF else 1)
        self.ploeg = Ploeg()
        self.ploeg.begin([partial(self.lees, deel) for deel in delen], kernen)

    def lees(self, deel: Sequence[Werk]) -> tuple[list, dict[int, str]]:
        """Wat er gelezen is, in een kopie ingepakt, met de namen van de klassen die erin voorkomen."""
        gelezen = [(sleutel, lees()) for sleutel, lees in deel]
        if os.getpid() == self.hier:
            return gelezen, {}
        return list(self.ingepakt(gelezen)), self.kast.namen

    def ingepakt(self, gelezen: list[tuple[str, Any]]) -> Iterator[tuple[str, bytes]]:
        for sleutel, waarde in gelezen:
            try:
                yield sleutel, self.kast.pak_in(waarde)
            except GEEN_GEGEVEN:
                continue  # dan leest het eerste proces het zelf

    def uitkomsten(self) -> Iterator[tuple[str, Any, bytes | None]]:
        """(sleutel, wat er gelezen is, hoe het ingepakt was)."""
        for rijen, namen in self.ploeg.maak_af()[0]:
            self.kast.namen |= namen
            for sleutel, deel in rijen:
                ruw = deel if isinstance(deel, bytes) else None
                yield sleutel, deel if ruw is None else self.kast.pak_uit(ruw), ruw

    def stop(self) -> None:
        self.ploeg.stop()
