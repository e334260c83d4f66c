"""Een set: een map met inhoud die meer gemeenten delen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Set:
    """Een regel uit sets.yaml: waar een set staat, en of zij meedoet. `versie` is een tak, label of code in Git."""

    naam: str
    map: str | None = None
    git: str | None = None
    versie: str | None = None
    gebruiken: bool = True


@dataclass(frozen=True, slots=True)
class Setlijst:
    """Het hele bestand sets.yaml."""

    sets: tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Setkaart:
    """Wat een set over zichzelf zegt, in haar eigen set.yaml."""

    naam: str
    versie: str
    uitleg: str | None = None
