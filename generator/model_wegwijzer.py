"""Het model van de wegwijzer: levensgebied, situatie, om wie het gaat, en welke functies dan helpen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keuze:
    """Een antwoord op de vraag bij een situatie; `functies` staan in de volgorde waarin zij het best passen."""

    id: str
    naam: str
    functies: tuple[str, ...]
    uitleg: str | None = None


@dataclass(frozen=True, slots=True)
class Situatie:
    """Wat er aan de hand is. Zij leidt meteen naar `functies`, of eerst via `vraag` naar een van de `keuzes`."""

    id: str
    naam: str
    functies: tuple[str, ...] = ()
    uitleg: str | None = None
    vraag: str | None = None
    keuzes: tuple[Keuze, ...] = ()


@dataclass(frozen=True, slots=True)
class Wegwijzerthema:
    """Een levensgebied in de wegwijzer; `thema` is een id uit themas.yaml."""

    thema: str
    vraag: str
    situaties: tuple[Situatie, ...]


@dataclass(frozen=True, slots=True)
class Wegwijzer:
    """De hele boom. `samen` zijn de functies die voor meer mensen tegelijk geregeld zijn (collectief)."""

    themas: tuple[Wegwijzerthema, ...]
    samen: tuple[str, ...] = ()
