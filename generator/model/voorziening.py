"""Het model van een ingang: voorziening, organisatie, functie en levensgebied, met dezelfde namen als in de YAML."""

from datetime import date

from msgspec import Struct, field
from msgspec.structs import force_setattr

from generator.model.wet import Wetnu

DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
SOORTEN = {
    "algemene_voorzieningen": "algemene_voorziening",
    "ketenpartners": "ketenpartner",
    "wijkfuncties": "wijkfunctie",
}


class Wanneer(Struct, frozen=True):
    """Op welke van de dagen een deel geldt: `welke` is 1..5 of -1 (laatste) van de maand, `weken` is even of oneven
    (ISO).
    """

    welke: tuple[int, ...] = ()
    weken: str = ""


class Dagdeel(Struct, frozen=True):
    """Van `van` tot `tot`, in minuten na middernacht; `tot` boven 1440 is na middernacht. Zonder `van` de hele dag op
    afspraak.
    """

    van: int | None = None
    tot: int | None = None
    afspraak: bool = False
    wanneer: Wanneer | None = None


class Dagtijd(Struct, frozen=True):
    """Wat er op een dag kan, op volgorde; zonder delen is het gesloten."""

    delen: tuple[Dagdeel, ...] = ()


class Periode(Struct, frozen=True):
    """Elk jaar van (maand, dag) tot en met (maand, dag); mag over de jaarwisseling lopen."""

    van: tuple[int, int]
    tot: tuple[int, int]


class Uitzondering(Struct, frozen=True):
    """Andere tijden op een dag (`op`), of van `van` tot en met `tot`."""

    tijden: Dagtijd
    op: date | None = None
    van: date | None = None
    tot: date | None = None
    tekst: str | None = None

    @property
    def begin(self) -> date:
        begin = self.op or self.van
        assert begin is not None  # lezen/samenhang.py laat geen ander object toe
        return begin

    @property
    def eind(self) -> date:
        return self.op or self.tot or self.begin


class Tijden(Struct, frozen=True):
    """De tijden van een kanaal (deur, telefoon, chat), per dag; een dag die None is, is onbekend (niet gesloten)."""

    ma: Dagtijd | None = None
    di: Dagtijd | None = None
    wo: Dagtijd | None = None
    do: Dagtijd | None = None
    vr: Dagtijd | None = None
    za: Dagtijd | None = None
    zo: Dagtijd | None = None
    periode: Periode | None = None
    niet_in: tuple[str, ...] = ()
    uitzonderingen: tuple[Uitzondering, ...] = ()
    toelichting: str | None = None


class Adres(Struct, frozen=True):
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
        """'9990 AA Ons Dorp'."""
        return " ".join(filter(None, (self.postcode, self.plaats)))


class Punt(Struct, frozen=True):
    """WGS84, in graden."""

    lengte: float
    breedte: float


class Toegankelijk(Struct, frozen=True):
    """Acht feiten over het gebouw: ja, nee of onbekend; wat er niet staat, is niet nagevraagd."""

    drempelvrij: str | None = None
    lift: str | None = None
    toilet: str | None = None
    ringleiding: str | None = None
    rustige_ruimte: str | None = None
    zitplek: str | None = None
    hulphond: str | None = None
    parkeerplaats: str | None = None


class Locatie(Struct, frozen=True):
    naam: str | None = None
    adres: Adres | None = None
    adres_geheim: bool = False
    punt: Punt | None = None
    openingstijden: tuple[Tijden, ...] = ()
    ter_plaatse: str | None = None
    rolstoel: str | None = None
    toegankelijk: Toegankelijk | None = None

    def __post_init__(self) -> None:
        """Een geheim adres bestaat na het lezen niet meer: dan kan geen pagina en geen bestand het nog laten zien."""
        if self.adres_geheim:
            force_setattr(self, "adres", Adres(self.adres.plaats) if self.adres else None)
            force_setattr(self, "punt", None)


class Nummerbron(Struct, frozen=True):
    """Waar een landelijk nummer vandaan komt; `stand` is JJJJ, JJJJ-MM of JJJJ-MM-DD."""

    bron: str
    stand: str | None = None


class Telefoon(Struct, frozen=True):
    """Een nummer naast het eerste: van wie het is, wanneer het wordt opgenomen, wat iemand kiest en wat het kost."""

    telefoon: str
    naam: str
    tijden: tuple[Tijden, ...] = ()
    keuze: str | None = None
    tarief: str | None = None
    bron: str | None = None
    stand: str | None = None


class Contact(Struct, frozen=True):
    """Hoe iemand contact opneemt; `telefoon` is het nummer om het eerst te bellen, `nummer` de bron daarvan."""

    telefoon: str | None = None
    telefoontijden: tuple[Tijden, ...] = ()
    telefoons: tuple[Telefoon, ...] = ()
    nummer: Nummerbron | None = None
    email: str | None = None
    website: str | None = None
    chat: str | None = None
    chattijden: tuple[Tijden, ...] = ()


class Kosten(Struct, frozen=True):
    soort: str
    toelichting: str | None = None


class Toegang(Struct, frozen=True):
    hoe: str
    uitleg: str | None = None
    professional: str | None = None
    meenemen: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


class Tijdelijk(Struct, frozen=True):
    """Een mededeling van `van` tot en met `tot`; `gesloten` is None als niet gezegd is of de plek dan dicht is."""

    van: date
    tot: date
    tekst: str
    gesloten: bool | None = None


class Wachttijd(Struct, frozen=True):
    tekst: str
    op: date


class Gecontroleerd(Struct, frozen=True):
    op: date
    door: str
    termijn_maanden: int | None = None  # zonder eigen termijn geldt die van de soort (betekenis/actueel.py)
    nagelezen: bool = True  # nee: overgenomen uit een bron, en nog door niemand geopend


class Tekstblok(Struct, frozen=True):
    """Markdown uit de bron en de veilige HTML ervan."""

    bron: str
    html: str


class Leeftijd(Struct, frozen=True):
    """In jaren, tot en met; zonder grens is None."""

    van: int | None = None
    tot: int | None = None


class Voorziening(Struct, frozen=True):
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
    tolk: bool = False
    tijdelijk: tuple[Tijdelijk, ...] = ()
    wachttijd: Wachttijd | None = None
    hoort_bij: str | None = None
    buiten_gemeente: bool = False
    voorbeeld: bool = False
    bron: str | None = None
    status: str = "actief"
    opvolger: str | None = None


class Organisatie(Struct, frozen=True):
    id: str
    pad: str
    naam: str
    samenvatting: str
    gecontroleerd: Gecontroleerd
    omschrijving: Tekstblok | None = None
    contact: Contact = field(default_factory=Contact)
    agenda: str | None = None
    voorbeeld: bool = False


class Situaties(Struct, frozen=True):
    """Wat er speelt als iemand een functie nodig heeft zonder haar te noemen; losse woorden en korte zinnen."""

    wie: tuple[str, ...] = ()
    wat_er_is: tuple[str, ...] = ()
    dingen: tuple[str, ...] = ()
    gevoel: tuple[str, ...] = ()
    doen: tuple[str, ...] = ()


class Functie(Struct, frozen=True):
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
    wetten_nu: tuple[Wetnu, ...] = ()
    wetten_let_op: str | None = None
    genoemd_als: str | None = None
    aanvragen: str | None = None
    situaties: Situaties = field(default_factory=Situaties)
    vragen: tuple[str, ...] = ()
    upl: str | None = None
    productcodes: tuple[str, ...] = ()
    veranderd: str | None = None


class Thema(Struct, frozen=True):
    id: str
    naam: str
    icoon: str
    samenvatting: str
    kan_er_spelen: tuple[str, ...] = ()
    zelf_doen: tuple[str, ...] = ()
    crisis: str | None = None
    begin: tuple[str, ...] = ()
    zoekwoorden: tuple[str, ...] = ()
