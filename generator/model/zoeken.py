"""Het model van de zoektests: vragen van inwoners met wat er in de eerste drie moet staan."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Zoektest:
    """Een vraag; ten minste een van de functies of voorzieningen hoort bij de eerste drie resultaten te staan."""

    vraag: str
    functies: tuple[str, ...] = ()
    voorzieningen: tuple[str, ...] = ()
    herkomst: str | None = None
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Zoektests:
    """Het hele bestand zoektests.yaml."""

    zoektests: tuple[Zoektest, ...]
