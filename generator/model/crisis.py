"""Het model van de woorden voor nood. De namen zijn die van crisis.yaml; generator/zoeken/crisis.yaml legt ze uit."""

from msgspec import Struct


class Noodnummer(Struct, frozen=True):
    """Een nummer dat bij nood hoort; het telefoonnummer hier geldt alleen als de ingang er niet is."""

    id: str
    naam: str
    ingang: str | None = None
    functies: tuple[str, ...] = ()
    uitleg: str = ""
    telefoon: str | None = None
    bron: str | None = None
    stand: str | None = None
    spoed: bool = False
    algemeen: bool = False


class Woordgroep(Struct, frozen=True):
    groep: str
    woorden: tuple[str, ...]


class Regel(Struct, frozen=True):
    """Groepen die samen op nood wijzen; `wacht`: pas als het typen stopt, `heel`: er staat verder niets."""

    samen: tuple[str, ...]
    punten: int
    niet: tuple[str, ...] = ()
    rij: bool = False
    heel: bool = False
    wacht: bool = False
    spoed: bool = False
    vroeg: bool = False


class Bijnummer(Struct, frozen=True):
    samen: tuple[str, ...]
    nummers: tuple[str, ...]
    niet: tuple[str, ...] = ()


class Gewicht(Struct, frozen=True):
    """Woorden en groepen die elk een beetje tellen: `punten` erbij of `eraf`, en bij welke soort nood zij horen."""

    soort: str = ""
    punten: int = 0
    eraf: int = 0
    woorden: tuple[str, ...] = ()
    groepen: tuple[str, ...] = ()


class Noodsoort(Struct, frozen=True):
    """Een soort nood met haar blok; in een aanvulling mogen kop en tekst ontbreken."""

    id: str
    kop: str | None = None
    tekst: str | None = None
    snel_weg: bool = False
    nummers: tuple[str, ...] = ()
    regels: tuple[Regel, ...] = ()
    bij: tuple[Bijnummer, ...] = ()


class Rem(Struct, frozen=True):
    groep: str
    punten: int
    vlak: bool = False
    soorten: tuple[str, ...] = ()


class Schrijfwijze(Struct, frozen=True):
    woord: str
    betekent: str


class Crisis(Struct, frozen=True):
    """Een heel bestand crisis.yaml."""

    nummers: tuple[Noodnummer, ...] = ()
    groepen: tuple[Woordgroep, ...] = ()
    soorten: tuple[Noodsoort, ...] = ()
    remmen: tuple[Rem, ...] = ()
    gewoon: tuple[str, ...] = ()
    schrijf: tuple[Schrijfwijze, ...] = ()
    weegt: tuple[Gewicht, ...] = ()
