"""Het model van de zoektests: vragen van inwoners met wat er in de eerste drie moet staan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Zoektest:
    """Een vraag; ten minste een van de functies of voorzieningen hoort bij de eerste drie resultaten te staan."""

    vraag: str
    functies: tuple[str, ...] = ()
    voorzieningen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Zoektests:
    """Het hele bestand zoektests.yaml."""

    zoektests: tuple[Zoektest, ...]


@dataclass(frozen=True, slots=True)
class Elders:
    """Een onderwerp dat hier niet staat; `waar` is gemeente, landelijk of anders."""

    id: str
    naam: str
    zoekwoorden: tuple[str, ...]
    uitleg: str
    waar: str = "gemeente"
    url: str | None = None
    vult_aan: str | None = None


@dataclass(frozen=True, slots=True)
class Elderslijst:
    """Het hele bestand elders.yaml."""

    elders: tuple[Elders, ...]
