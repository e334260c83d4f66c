"""Veel nieuwe bestanden tegelijk lezen: elke kopie van dit proces leest een deel, en geeft het ingepakt terug."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.kernen import Ploeg, aantal_kernen
from generator.lezen.inlezing import Inlezing, pak_in

VANAF = 200  # nieuwe bestanden; daaronder kost een kopie van het proces meer dan zij oplevert
PER_TAAK = 20
Werk = tuple[str, Callable[[], Inlezing]]  # een sleutel, en wat er te lezen is
Rij = tuple[str, bool, bytes, Inlezing | None]  # de sleutel, of het goed is, ingepakt, en zoals dit proces het las


class Samenlezer:
    """De kopieen beginnen meteen; dit proces leest mee zodra het om de uitkomsten vraagt. `kernen` 0 is: vanzelf."""

    def __init__(self, werk: Sequence[Werk], ploeg: Ploeg, kernen: int):
        self.ploeg, self.hier = ploeg, os.getpid()
        delen = [werk[begin : begin + PER_TAAK] for begin in range(0, len(werk), PER_TAAK)]
        kernen = kernen or (aantal_kernen() if len(werk) >= VANAF else 1)
        ploeg.begin([partial(self.lees, deel) for deel in delen], kernen)

    def lees(self, deel: Sequence[Werk]) -> list[Rij]:
        return [self.rij(sleutel, lees()) for sleutel, lees in deel]

    def rij(self, sleutel: str, inlezing: Inlezing) -> Rij:
        hier = os.getpid() == self.hier
        return sleutel, inlezing.ding is not None, pak_in(inlezing), inlezing if hier else None

    def uitkomsten(self) -> Iterator[Rij]:
        for rijen in self.ploeg.maak_af()[0]:
            yield from rijen
