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


@dataclass(frozen=True, slots=True)
class Uitset:
    """Uit welke set iets komt; `aangevuld` als de gemeente er zelf iets bij schreef."""

    naam: str
    versie: str
    aangevuld: bool = False

    @property
    def in_woorden(self) -> str:
        """Zoals het onder een pagina staat: 'Uit de landelijke set, versie 2026-11-28'."""
        wie = "de landelijke set" if self.naam == "landelijk" else f"de set {self.naam}"
        versie = f", versie {self.versie}" if self.versie else ""
        return f"Uit {wie}{versie}{', hier aangevuld' if self.aangevuld else ''}"
