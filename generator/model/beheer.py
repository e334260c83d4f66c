"""Wie wat bijhoudt, en hoe vaak: beheer.yaml, met dezelfde namen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beheerteam:
    """Een team met wat het bijhoudt; `rest` is wat van geen ander team is, `codeowners` zijn groepen bij de forge."""

    naam: str
    mail: str | None = None
    codeowners: tuple[str, ...] = ()
    ingangen: tuple[str, ...] = ()
    organisaties: tuple[str, ...] = ()
    mappen: tuple[str, ...] = ()
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Termijn:
    """Na hoeveel maanden een soort ingang opnieuw moet, als de ingang zelf niets zegt."""

    soort: str
    maanden: int


@dataclass(frozen=True, slots=True)
class Beheer:
    teams: tuple[Beheerteam, ...]
    termijnen: tuple[Termijn, ...] = ()
