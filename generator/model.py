"""Het model: bevroren gegevens met dezelfde namen als in de YAML. Lijsten zijn tuples; leeg is None of ()."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.model_kennis import Kennis
from generator.model_toegang import Toegangsmodel

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


@dataclass(frozen=True, slots=True)
class Gebied:
    """Een gemeente, wijk of buurt. `vorm` is een GeoJSON-geometrie in WGS84, of None zonder kaart."""

    code: str
    naam: str
    soort: str
    gemeente: str
    slug: str
    vorm: dict | None = None
    inwoners: int | None = None
    letter: str | None = None


@dataclass(frozen=True, slots=True)
class Deelgebied:
    """Een eigen gebied van de gemeente (dorp, stadsdeel, gebiedsteam): wijken en buurten bij elkaar, met hun team."""

    id: str
    naam: str
    soort: str
    codes: tuple[str, ...]
    team: str | None = None
    toelichting: str | None = None
    vorm: dict | None = None


@dataclass(frozen=True, slots=True)
class Tegel:
    """De plek van een wijk op de tegelkaart; rij en kolom vanaf 1."""

    code: str
    rij: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Kerncijfer:
    """Een regel uit kerncijfers.csv; `waarde` is tekst, want bronnen schrijven ook '<5' of niets."""

    gebied: str
    jaar: str
    indicator: str
    categorie: str
    waarde: str
    bron: str = ""
    gepubliceerd: str = ""


@dataclass(frozen=True, slots=True)
class Tekenvak:
    """Een wijk om te tekenen: SVG-pad, kader en plek van de naam in het raster van de tekening, en die plek in graden."""

    pad: str
    kader: tuple[int, int, int, int]
    naamplek: tuple[int, int]
    naampunt: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tekening:
    """De wijken van een gemeente, vereenvoudigd voor het oog; `grens` is west, zuid, oost, noord in graden."""

    grens: tuple[float, float, float, float]
    breedte: int
    hoogte: int
    vormen: dict[str, dict]
    vakken: dict[str, Tekenvak]
    water: str = ""


@dataclass(frozen=True, slots=True)
class Gemeente:
    """Een map onder gebieden/, met haar wijken en cijfers. `afdruk` is de vingerafdruk van de vormen."""

    code: str
    naam: str
    provincie: str
    slug: str
    pad: str
    wijken: tuple[Gebied, ...] = ()
    buurten: tuple[Gebied, ...] = ()
    kerncijfers: tuple[Kerncijfer, ...] = ()
    indicatoren: tuple[dict, ...] = ()
    herkomst: dict | None = None
    water: dict | None = None
    voorbeeld: bool = False
    toelichting: str | None = None
    opgeheven: str | None = None
    toegangsmodel: Toegangsmodel | None = None
    toegangspunt: str | None = None
    essentieel: tuple[str, ...] = ()
    indeling: tuple[Deelgebied, ...] = ()
    tegels: tuple[Tegel, ...] = ()
    postcodes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tekening: Tekening | None = None
    afdruk: str = ""

    @property
    def te_tekenen(self) -> bool:
        """Of een tekening van alle wijken op een pagina past; een heel land past niet."""
        return self.tekening is not None and len(self.wijken) <= 200


@dataclass(frozen=True, slots=True)
class Instellingen:
    """Wat een gemeente in mkdocs.yml instelt."""

    naam: str
    adres: str
    gemeente: str | None = None
    accent: str = "#1d4f91"
    meld_adres: str | None = None
    beschrijving: str = ""
    repo: str | None = None
    voorbeeldvragen: tuple[str, ...] = ()
    achtergrondkaart: str = "geen"
    drempel_cijfers: int = 5


@dataclass(frozen=True)
class Catalogus:
    """Alles wat de site laat zien, gecontroleerd en bevroren; de enige bron voor pagina's, kaarten, zoeken en data."""

    peildatum: date
    instellingen: Instellingen
    gemeenten: tuple[Gemeente, ...]
    functies: dict[str, Functie]
    themas: dict[str, Thema]
    organisaties: dict[str, Organisatie]
    voorzieningen: dict[str, Voorziening]
    plaatsen: dict[tuple[str, int], str]
    doorverwijzingen: dict[str, str] = field(default_factory=dict)
    geschreven: dict[str, str] = field(default_factory=dict)
    kennis: Kennis = field(default_factory=Kennis)
    afdrukken: dict[str, str] = field(default_factory=dict)  # van het bestand van elke voorziening, op id

    @cached_property
    def gebieden(self) -> dict[str, Gebied]:
        """Elke wijk, buurt en gemeente op code."""
        uit = {}
        for gemeente in self.gemeenten:
            uit[gemeente.code] = Gebied(gemeente.code, gemeente.naam, "gemeente", gemeente.code, gemeente.slug)
            uit.update((g.code, g) for g in (*gemeente.wijken, *gemeente.buurten))
        return uit

    @cached_property
    def gemeente_op_code(self) -> dict[str, Gemeente]:
        return {g.code: g for g in self.gemeenten}

    @cached_property
    def per_functie(self) -> dict[str, list[Voorziening]]:
        return self._groepeer(lambda v: v.functies, self.functies)

    @cached_property
    def per_thema(self) -> dict[str, list[Voorziening]]:
        return self._groepeer(self.themas_van, self.themas)

    @cached_property
    def per_organisatie(self) -> dict[str, list[Voorziening]]:
        return self._groepeer(lambda v: (v.organisatie,) if v.organisatie else (), self.organisaties)

    @cached_property
    def per_gebied(self) -> dict[str, list[Voorziening]]:
        """Wie een gebied bedient: met een plek erin of met een werkgebied dat het raakt (niet landelijk)."""
        return self._groepeer(self.gebieden_van, self.gebieden)

    @cached_property
    def aantallen(self) -> dict[str, dict[str, int]]:
        """Per gebied hoeveel voorzieningen elke functie vervullen; wat landelijk werkt telt overal mee."""
        uit = {}
        for code, voorzieningen in self.per_gebied.items():
            samen = {v.id: v.functies for v in (*voorzieningen, *self.landelijk)}
            uit[code] = Counter(functie for functies in samen.values() for functie in functies)
        return uit

    @cached_property
    def landelijk(self) -> list[Voorziening]:
        return [v for v in self.voorzieningen.values() if "landelijk" in v.werkgebied and v.status == "actief"]

    def _groepeer(self, sleutels, bekend) -> dict[str, list[Voorziening]]:
        uit: dict[str, list[Voorziening]] = {sleutel: [] for sleutel in bekend}
        for voorziening in self.voorzieningen.values():
            if voorziening.status == "actief":
                for sleutel in sleutels(voorziening):
                    if sleutel in uit:
                        uit[sleutel].append(voorziening)
        return uit

    def themas_van(self, voorziening: Voorziening) -> tuple[str, ...]:
        """De levensgebieden van een voorziening, afgeleid uit haar functies, zonder dubbele."""
        return self._themas_per_voorziening[voorziening.id]

    @cached_property
    def _themas_per_voorziening(self) -> dict[str, tuple[str, ...]]:
        return {v.id: tuple(dict.fromkeys(t for f in v.functies for t in self.functies[f].themas)) for v in self.voorzieningen.values()}

    def gebied_van(self, voorziening: Voorziening, nummer: int) -> str | None:
        """De code van de wijk waarin locatie `nummer` ligt, of None."""
        return self.plaatsen.get((voorziening.id, nummer))

    def gebieden_van(self, voorziening: Voorziening) -> set[str]:
        """Alle codes die een voorziening bedient; een gemeente geldt voor al haar wijken en omgekeerd."""
        return self._gebieden_per_voorziening[voorziening.id]

    @cached_property
    def _gebieden_per_voorziening(self) -> dict[str, set[str]]:
        return {v.id: self._zoek_gebieden(v) for v in self.voorzieningen.values()}

    def _zoek_gebieden(self, voorziening: Voorziening) -> set[str]:
        codes = {c for i in range(len(voorziening.locaties)) if (c := self.gebied_van(voorziening, i))}
        for code in voorziening.werkgebied:
            codes.add(code)
            if code.startswith("GM") and (gemeente := self.gemeente_op_code.get(code)):
                codes.update(w.code for w in gemeente.wijken)
        codes.update(self.gebieden[c].gemeente for c in list(codes) if c in self.gebieden)
        return codes
