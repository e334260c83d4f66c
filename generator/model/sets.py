"""Een set: een map met inhoud die meer gemeenten delen."""

from msgspec import Struct


class Set(Struct, frozen=True):
    """Een regel uit sets.yaml: waar een set staat, en of zij meedoet. `versie` is een tak, label of code in Git."""

    naam: str
    map: str | None = None
    git: str | None = None
    versie: str | None = None
    gebruiken: bool = True


class Setlijst(Struct, frozen=True):
    """Het hele bestand sets.yaml."""

    sets: tuple[Set, ...]


class Setkaart(Struct, frozen=True):
    """Wat een set over zichzelf zegt, in haar eigen set.yaml."""

    naam: str
    versie: str
    uitleg: str | None = None


class Uitset(Struct, frozen=True):
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
