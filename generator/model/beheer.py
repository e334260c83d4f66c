"""Wie wat bijhoudt, en hoe vaak: beheer.yaml, met dezelfde namen."""

from msgspec import Struct


class Beheerteam(Struct, frozen=True):
    """Een team met wat het bijhoudt; `rest` is wat van geen ander team is, `codeowners` zijn groepen bij de forge."""

    naam: str
    mail: str | None = None
    codeowners: tuple[str, ...] = ()
    ingangen: tuple[str, ...] = ()
    organisaties: tuple[str, ...] = ()
    mappen: tuple[str, ...] = ()
    rest: bool = False


class Termijn(Struct, frozen=True):
    """Na hoeveel maanden een soort ingang opnieuw moet, als de ingang zelf niets zegt."""

    soort: str
    maanden: int


class Beheer(Struct, frozen=True):
    teams: tuple[Beheerteam, ...]
    termijnen: tuple[Termijn, ...] = ()
