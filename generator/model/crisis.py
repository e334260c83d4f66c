"""Het model van de woorden voor nood. De namen zijn die van crisis.yaml; generator/zoeken/crisis.yaml legt ze uit."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Noodnummer:
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


@dataclass(frozen=True, slots=True)
class Woordgroep:
    groep: str
    woorden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regel:
    """Groepen die samen op nood wijzen; `wacht`: pas als het typen stopt, `heel`: er staat verder niets."""

    samen: tuple[str, ...]
    punten: int
    niet: tuple[str, ...] = ()
    rij: bool = False
    heel: bool = False
    wacht: bool = False
    spoed: bool = False
    vroeg: bool = False


@dataclass(frozen=True, slots=True)
class Bijnummer:
    samen: tuple[str, ...]
    nummers: tuple[str, ...]
    niet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gewicht:
    """Woorden en groepen die elk een beetje tellen: `punten` erbij of `eraf`, en bij welke soort nood zij horen."""

    soort: str = ""
    punten: int = 0
    eraf: int = 0
    woorden: tuple[str, ...] = ()
    groepen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noodsoort:
    """Een soort nood met haar blok; in een aanvulling mogen kop en tekst ontbreken."""

    id: str
    kop: str | None = None
    tekst: str | None = None
    snel_weg: bool = False
    nummers: tuple[str, ...] = ()
    regels: tuple[Regel, ...] = ()
    bij: tuple[Bijnummer, ...] = ()


@dataclass(frozen=True, slots=True)
class Rem:
    groep: str
    punten: int
    vlak: bool = False
    soorten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schrijfwijze:
    woord: str
    betekent: str


@dataclass(frozen=True, slots=True)
class Crisis:
    """Een heel bestand crisis.yaml."""

    nummers: tuple[Noodnummer, ...] = ()
    groepen: tuple[Woordgroep, ...] = ()
    soorten: tuple[Noodsoort, ...] = ()
    remmen: tuple[Rem, ...] = ()
    gewoon: tuple[str, ...] = ()
    schrijf: tuple[Schrijfwijze, ...] = ()
    weegt: tuple[Gewicht, ...] = ()
