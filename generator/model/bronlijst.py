"""Een bron buiten de kaart: een adres waar 'bijwerken' ingangen uit leest als voorstellen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bronfunctie:
    """Hoe de bron iets noemt, en welke functie dat hier is."""

    woord: str
    functie: str


@dataclass(frozen=True, slots=True)
class Bronadres:
    """Een regel uit bronnen.yaml. `adres` is een http(s)-adres; `vorm` zegt wat er staat."""

    naam: str
    vorm: str
    adres: str
    soort: str = ""
    functie: str = ""
    functies: tuple[Bronfunctie, ...] = ()
    werkgebied: str = ""
    gebruiken: bool = True


@dataclass(frozen=True, slots=True)
class Bronlijst:
    """Het hele bestand bronnen.yaml."""

    bronnen: tuple[Bronadres, ...]
