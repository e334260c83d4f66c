"""Het model van de zoektests: vragen van inwoners met wat er in de eerste drie moet staan."""

import re
from datetime import date

from msgspec import Struct


class Zoektest(Struct, frozen=True):
    """Een vraag; ten minste een van de functies of voorzieningen hoort bij de eerste drie resultaten te staan."""

    vraag: str
    functies: tuple[str, ...] = ()
    voorzieningen: tuple[str, ...] = ()
    herkomst: str | None = None
    datum: date | None = None


class Zoektests(Struct, frozen=True):
    """Het hele bestand zoektests.yaml."""

    zoektests: tuple[Zoektest, ...]


class Elders(Struct, frozen=True):
    """Een onderwerp dat hier niet staat; `waar` is gemeente, landelijk of anders."""

    id: str
    naam: str
    zoekwoorden: tuple[str, ...]
    uitleg: str
    waar: str = "gemeente"
    url: str | None = None
    vult_aan: str | None = None
    altijd: tuple[str, ...] = ()

    @property
    def varianten(self) -> list[str]:
        """Elk zoekwoord los: "boom of tak gevallen" zijn er twee. Met ! ervoor staat het bij altijd."""
        zeker = [f"!{zin}" for woord in self.altijd for zin in _los(woord)]
        return [
            *zeker,
            *dict.fromkeys(zin for woord in self.zoekwoorden for zin in _los(woord) if f"!{zin}" not in zeker),
        ]


def _los(zin: str) -> list[str]:
    m = re.search(r"(\S+) of (\S+)", zin) if " of " in zin else None
    return (
        [uit for keus in m.groups() for uit in _los(zin[: m.start()] + keus + zin[m.end() :])] if m else [zin.strip()]
    )


class Elderslijst(Struct, frozen=True):
    """Het hele bestand elders.yaml."""

    elders: tuple[Elders, ...]
