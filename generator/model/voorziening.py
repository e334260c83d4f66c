"""Het model van een ingang: voorziening, organisatie, functie en levensgebied, met dezelfde namen als in de YAML."""

from dataclasses import dataclass, field
from datetime import date

DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
SOORTEN = {"algemene_voorzieningen": "algemene_voorziening", "ketenpartners": "ketenpartner", "wijkfuncties": "wijkfunctie"}


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """Open van `van` tot `tot`, in minuten na middernacht (0..1440)."""

    van: int
    tot: int


@dataclass(frozen=True, slots=True)
class Dagtijd:
    """Een dag: tijdvakken, of 'op afspraak' of 'gesloten'."""

    tijdvakken: tuple[Tijdvak, ...] = ()
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Tijden:
    """Openingstijden per dag; een dag die None is, is onbekend (niet gesloten)."""

    ma: Dagtijd | None = None
    di: Dagtijd | None = None
    wo: Dagtijd | None = None
    do: Dagtijd | None = None
    vr: Dagtijd | None = None
    za: Dagtijd | None = None
    zo: Dagtijd | None = None
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class Adres:
    plaats: str
    straat: str | None = None
    huisnummer: str | None = None
    postcode: str | None = None

    @property
    def straatregel(self) -> str:
        """'Kerkstraat 3', of leeg."""
        return " ".join(filter(None, (self.straat, self.huisnummer)))

    @property
    def plaatsregel(self) -> str:
        """'9990 AA Voorbeeldstad'."""
        return " ".join(filter(None, (self.postcode, self.plaats)))


@dataclass(frozen=True, slots=True)
class Punt:
    """WGS84, in graden."""

    lengte: float
    breedte: float


@dataclass(frozen=True, slots=True)
class Locatie:
    naam: str | None = None
    adres: Adres | None = None
    adres_geheim: bool = False
    punt: Punt | None = None
    openingstijden: Tijden | None = None
    rolstoel: str | None = None


@dataclass(frozen=True, slots=True)
class Nummerbron:
    """Waar een landelijk nummer vandaan komt; `stand` is JJJJ, JJJJ-MM of JJJJ-MM-DD."""

    bron: str
    stand: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """`telefoon` zoals geschreven; `telefoonlink` in de vorm voor tel:."""

    telefoon: str | None = None
    telefoontijden: Tijden | None = None
    nummer: Nummerbron | None = None
    email: str | None = None
    website: str | None = None
    chat: str | None = None


@dataclass(frozen=True, slots=True)
class Kosten:
    soort: str
    toelichting: str | None = None


@dataclass(frozen=True, slots=True)
class Toegang:
    hoe: str
    uitleg: str | None = None
    professional: str | None = None
    meenemen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tijdelijk:
    van: date
    tot: date
    tekst: str


@dataclass(frozen=True, slots=True)
class Wachttijd:
    tekst: str
    op: date


@dataclass(frozen=True, slots=True)
class Gecontroleerd:
    op: date
    door: str
    termijn_maanden: int = 12


@dataclass(frozen=True, slots=True)
class Tekstblok:
    """Markdown uit de bron en de veilige HTML ervan."""

    bron: str
    html: str


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """In jaren, tot en met; zonder grens is None."""

    van: int | None = None
    tot: int | None = None


@dataclass(frozen=True, slots=True)
class Voorziening:
    """Een ingang van de sociale kaart; `soort` volgt uit de map, `id` uit de bestandsnaam."""

    id: str
    soort: str
    pad: str
    naam: str
    functies: tuple[str, ...]
    samenvatting: str
    toegang: Toegang
    werkgebied: tuple[str, ...]
    gecontroleerd: Gecontroleerd
    organisatie: str | None = None
    omschrijving: Tekstblok | None = None
    doelgroepen: tuple[str, ...] = ()
    leeftijd: Leeftijd | None = None
    voor_wie: str | None = None
    niet_voor: str | None = None
    zoekwoorden: tuple[str, ...] = ()
    kosten: Kosten | None = None
    contact: Contact = field(default_factory=Contact)
    locaties: tuple[Locatie, ...] = ()
    talen: tuple[str, ...] = ()
    tijdelijk: Tijdelijk | None = None
    wachttijd: Wachttijd | None = None
    hoort_bij: str | None = None
    buiten_gemeente: bool = False
    voorbeeld: bool = False
    bron: str | None = None
    status: str = "actief"


@dataclass(frozen=True, slots=True)
class Organisatie:
    id: str
    pad: str
    naam: str
    samenvatting: str
    gecontroleerd: Gecontroleerd
    omschrijving: Tekstblok | None = None
    contact: Contact = field(default_factory=Contact)
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class Situaties:
    """Wat er speelt als iemand een functie nodig heeft zonder haar te noemen; losse woorden en korte zinnen."""

    wie: tuple[str, ...] = ()
    wat_er_is: tuple[str, ...] = ()
    dingen: tuple[str, ...] = ()
    gevoel: tuple[str, ...] = ()
    doen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Functie:
    """Een woord uit het vocabulaire: bouwblok, wijkfunctie of ketenpartner."""

    id: str
    pad: str
    naam: str
    naam_in_bron: str
    soort: str
    cluster: str
    fase: str
    uitleg: Tekstblok
    themas: tuple[str, ...]
    zoekwoorden: tuple[str, ...]
    bron: str
    besluit: bool = False
    wetten: tuple[str, ...] = ()
    aanvragen: str | None = None
    situaties: Situaties = field(default_factory=Situaties)
    vragen: tuple[str, ...] = ()
    veranderd: str | None = None


@dataclass(frozen=True, slots=True)
class Thema:
    id: str
    naam: str
    icoon: str
    samenvatting: str
    kan_er_spelen: tuple[str, ...] = ()
    zelf_doen: tuple[str, ...] = ()
    crisis: str | None = None
    zoekwoorden: tuple[str, ...] = ()
