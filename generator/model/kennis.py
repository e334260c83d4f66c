"""Het model van de kennis: bouwtekening, taken, regio, begrippen en feiten, met dezelfde namen als in de YAML."""

from functools import cached_property

from msgspec import Struct, field

from generator.model.beheer import Beheer
from generator.model.crisis import Crisis
from generator.model.toegang import Bron, Route, Uitgelegd, Verdieping
from generator.model.vakantie import Schoolvakanties
from generator.model.vergelijken import Gemeenschappelijk, Stukvergelijking
from generator.model.wegwijzer import Wegwijzer
from generator.model.wet import Wetboek
from generator.model.zoeken import Elderslijst, Zoektests


class Fase(Struct, frozen=True):
    id: str
    naam: str
    uitleg: str
    bron: Bron
    kleur_in_bron: str | None = None


class Relatie(Struct, frozen=True):
    cluster: str
    toelichting: str


class Regie(Struct, frozen=True):
    soort: str
    toelichting: str


class Uitvoeringsscenario(Struct, frozen=True):
    beleidslijn: str
    regie: Regie
    schaal: tuple[str, ...]
    schaal_toelichting: str
    sturing: str
    bekostiging: str
    relaties: tuple[Relatie, ...] = ()


class Cluster(Struct, frozen=True):
    """Bouwblokken die bij elkaar horen; `blokken` zijn ids van functies."""

    id: str
    naam: str
    fase: str
    uitleg: str
    blokken: tuple[str, ...]
    bron: Bron | None = None
    uitvoeringsscenario: Uitvoeringsscenario | None = None
    lijst: str | None = None


class Casusregie(Struct, frozen=True):
    """De regie over alle hulp aan een huishouden; zij hoort bij geen enkel cluster."""

    id: str
    naam: str
    plaats: str
    uitleg: str
    bron: Bron
    wanneer: str = ""
    plek: str = ""
    beginsel: str = ""
    uitvoeringsscenario: Uitvoeringsscenario | None = None
    let_op: str | None = None


class Omschreven(Struct, frozen=True):
    """Een woord uit een vaste lijst (schaal, vorm van regie) met wat het in het stuk betekent."""

    id: str
    uitleg: str
    naam: str | None = None


class Regierollen(Struct, frozen=True):
    rollen: tuple[str, ...]
    kenmerken: tuple[str, ...]
    bron: Bron
    let_op: str | None = None


class Principe(Struct, frozen=True):
    onderwerp: str
    keuze: str
    uitleg: str


class Bouwtekening(Struct, frozen=True):
    """Alle clusters met hun blokken, in fasen, en de uitgangspunten van het stuk."""

    naam: str
    uitleg: str
    fasen: tuple[Fase, ...]
    clusters: tuple[Cluster, ...]
    bron: Bron | None = None
    id: str = "bouwtekening"
    doel: str = ""
    let_op: str | None = None
    casusregie: Casusregie | None = None
    kernwaarden: tuple[Principe, ...] = ()
    kernwaarden_bron: Bron | None = None
    leidende_principes: tuple[Principe, ...] = ()
    leidende_principes_bron: Bron | None = None
    schalen: tuple[Omschreven, ...] = ()
    schalen_bron: Bron | None = None
    regievormen: tuple[Omschreven, ...] = ()
    regievormen_bron: Bron | None = None
    regierollen: Regierollen | None = None
    vervolg: tuple[Uitgelegd, ...] = ()
    verdieping: tuple[Verdieping, ...] = ()
    veranderd: str | None = None


class Taak(Struct, frozen=True):
    """Een taak uit de stukken; `functie` is het id van de functie waar zij bij hoort."""

    id: str
    naam: str
    groep: str
    uitleg: str
    soort: str
    schaal: str
    bron: Bron
    functie: str | None = None
    toen: str | None = None
    voorstel: str | None = None
    let_op: str | None = None
    criteria: tuple[str, ...] = ()


class Takenregister(Struct, frozen=True):
    naam: str
    uitleg: str
    taken: tuple[Taak, ...]
    soorten: tuple[Omschreven, ...] = ()
    let_op: str | None = None
    soorten_bron: Bron | None = None
    criteria: tuple[Uitgelegd, ...] = ()
    criteria_uitleg: str = ""
    criteria_bron: Bron | None = None
    gemeenschappelijk: tuple[Gemeenschappelijk, ...] = ()
    naast_elkaar: tuple[Stukvergelijking, ...] = ()


class Regiodeel(Struct, frozen=True):
    """Een gemeente of partner in de regio; `code` alleen bij een gemeente."""

    naam: str
    rol: str
    bron: Bron
    code: str | None = None


class Regiotaak(Struct, frozen=True):
    taak: str
    naam: str
    uitleg: str
    bron: Bron
    schaal: str | None = None
    schaal_in_bron: str | None = None


class Gebeurtenis(Struct, frozen=True):
    """`datum` is JJJJ, JJJJ-MM of JJJJ-MM-DD."""

    datum: str
    wat: str
    bron: Bron


class Regio(Struct, frozen=True):
    """Een samenwerking van gemeenten, met de schaal per taak."""

    id: str
    naam: str
    uitleg: str
    jaar: str
    bron: Bron
    gemeenten: tuple[Regiodeel, ...] = ()
    ook_wel: str | None = None
    partners: tuple[Regiodeel, ...] = ()
    taken: tuple[Regiotaak, ...] = ()
    uitgangspunten: tuple[Uitgelegd, ...] = ()
    scenarios: tuple[Uitgelegd, ...] = ()
    voorkeur: str | None = None
    voorkeur_bron: Bron | None = None
    voorwaarden: tuple[Uitgelegd, ...] = ()
    voorwaarden_bron: Bron | None = None
    verloop: tuple[Gebeurtenis, ...] = ()
    verdieping: tuple[Verdieping, ...] = ()
    veranderd: str | None = None


class Begrip(Struct, frozen=True):
    """Een woord met gewone uitleg. `onderstrepen` is False als het woord ook iets anders kan betekenen."""

    id: str
    term: str
    uitleg: str
    afkortingen: tuple[str, ...] = ()
    zie: tuple[str, ...] = ()
    bron: Bron | None = None
    onderstrepen: bool = True


class Stuk(Struct, frozen=True):
    stuk: str
    jaar: str
    soort: str
    datum: str = ""
    gemeenten: tuple[str, ...] = ()


class Feit(Struct, frozen=True):
    """Een feit uit een stuk; `waarde` is het getal of de datum erin, als tekst."""

    feit: str
    soort: str
    bron: Bron
    waarde: str | None = None
    let_op: str | None = None


class Bronnenlijst(Struct, frozen=True):
    stukken: tuple[Stuk, ...]
    feiten: tuple[Feit, ...] = ()
    uitleg: str = ""


class Kennis(Struct, frozen=True, dict=True):
    """Alles wat de sociale kaart weet over hoe hulp geregeld is; een deel dat er niet is, is None of leeg."""

    bouwtekening: Bouwtekening | None = None
    takenregister: Takenregister | None = None
    regio: Regio | None = None
    begrippen: tuple[Begrip, ...] = ()
    bronnen: Bronnenlijst = field(default_factory=lambda: Bronnenlijst((), ()))
    route: Route | None = None
    wetboek: Wetboek | None = None
    wegwijzer: Wegwijzer | None = None
    zoektests: Zoektests | None = None
    elders: Elderslijst | None = None
    crisis: Crisis | None = None
    schoolvakanties: Schoolvakanties = field(default_factory=Schoolvakanties)
    beheer: Beheer | None = None

    @cached_property
    def cluster_op_id(self) -> dict[str, Cluster | Casusregie]:
        """De clusters, met casusregie erbij."""
        if self.bouwtekening is None:
            return {}
        regie = (self.bouwtekening.casusregie,) if self.bouwtekening.casusregie else ()
        return {c.id: c for c in (*self.bouwtekening.clusters, *regie)}

    @cached_property
    def cluster_van(self) -> dict[str, Cluster]:
        """Het cluster van elke functie die in de bouwtekening staat."""
        clusters = self.bouwtekening.clusters if self.bouwtekening else ()
        return {functie: c for c in clusters for functie in c.blokken}

    @cached_property
    def taak_op_id(self) -> dict[str, Taak]:
        return {t.id: t for t in self.takenregister.taken} if self.takenregister else {}

    @cached_property
    def taken_van(self) -> dict[str, list[Taak]]:
        """De taken die bij een functie horen, op id van de functie."""
        uit: dict[str, list[Taak]] = {}
        for taak in self.taak_op_id.values():
            uit.setdefault(taak.functie or "", []).append(taak)
        return uit

    @cached_property
    def begrip_op_id(self) -> dict[str, Begrip]:
        return {b.id: b for b in self.begrippen}
