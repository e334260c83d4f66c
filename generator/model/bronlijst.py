"""Een bron buiten de kaart: een adres waar 'bijwerken' ingangen uit leest als voorstellen."""

from msgspec import Struct


class Bronfunctie(Struct, frozen=True):
    """Hoe de bron iets noemt, en welke functie dat hier is."""

    woord: str
    functie: str


class Bronadres(Struct, frozen=True):
    """Een regel uit bronnen.yaml. `adres` is een http(s)-adres; `vorm` zegt wat er staat."""

    naam: str
    vorm: str
    adres: str
    soort: str = ""
    functie: str = ""
    functies: tuple[Bronfunctie, ...] = ()
    werkgebied: str = ""
    gebruiken: bool = True


class Bronlijst(Struct, frozen=True):
    """Het hele bestand bronnen.yaml."""

    bronnen: tuple[Bronadres, ...]
