"""Het model van de toegang: de weg van een vraag, en hoe een gemeente haar toegang inricht; met dezelfde namen als in
de YAML.
"""

import re
import unicodedata

from msgspec import Struct


def anker(titel: str) -> str:
    """Een titel als id op een pagina: kleine letters, cijfers en streepjes."""
    kaal = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-") or "stuk"


class Bron(Struct, frozen=True):
    """Waar iets staat: het stuk, het jaar en de plaats erin."""

    stuk: str
    jaar: str
    plaats: str | None = None

    @property
    def anker(self) -> str:
        """Het id van het stuk op de pagina met bronnen."""
        return anker(self.stuk)


class Uitgelegd(Struct, frozen=True):
    """Een naam met uitleg: een uitgangspunt, voorwaarde, criterium of stap in een plan."""

    naam: str
    uitleg: str
    bron: Bron | None = None
    nummer: str | None = None


class WieDoetWat(Struct, frozen=True):
    wie: str
    wat: str


class PerWet(Struct, frozen=True):
    """Waarin een wet van de rest van de route verschilt."""

    wet: str
    uitleg: str
    bron: Bron | None = None


class Routestap(Struct, frozen=True):
    """Een stap op de weg van vraag naar hulp; `kort` staat in de tekening, `baan` zegt wie er aan zet is."""

    id: str
    naam: str
    kort: str
    baan: str
    uitleg: str
    wie: tuple[WieDoetWat, ...] = ()
    termijn: str | None = None
    uitweg: str | None = None
    vragen: tuple[str, ...] = ()
    meenemen: tuple[str, ...] = ()
    begrippen: tuple[str, ...] = ()
    functies: tuple[str, ...] = ()
    per_wet: tuple[PerWet, ...] = ()
    bron: Bron | None = None


class Routewet(Struct, frozen=True):
    id: str
    naam: str
    uitleg: str
    functies: tuple[str, ...] = ()
    bron: Bron | None = None


class Afvinklijst(Struct, frozen=True):
    naam: str
    punten: tuple[str, ...]


class Route(Struct, frozen=True):
    """De weg van een vraag, in stappen, met wat per wet anders is en lijstjes om af te vinken."""

    naam: str
    uitleg: str
    stappen: tuple[Routestap, ...]
    wetten: tuple[Routewet, ...] = ()
    afvinken: tuple[Afvinklijst, ...] = ()
    crisis: str | None = None
    let_op: str | None = None


class Onderdeel(Struct, frozen=True):
    naam: str
    rol: str
    taken: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    periode: str | None = None
    bron: Bron | None = None


class Rol(Struct, frozen=True):
    naam: str
    taak: str
    fte: str | None = None
    kwaliteiten: tuple[str, ...] = ()
    bron: Bron | None = None


class Stap(Struct, frozen=True):
    naam: str
    wie: str
    uitleg: str
    termijn: str | None = None
    bron: Bron | None = None
    door: str | None = None


class Cijfer(Struct, frozen=True):
    """Een getal uit een stuk, als tekst, met eenheid en jaar."""

    wat: str
    waarde: str
    eenheid: str
    jaar: str
    bron: Bron | None = None
    naast: str | None = None


class Taakverdeling(Struct, frozen=True):
    taak: str
    wie: str
    bron: Bron | None = None
    door: str | None = None


class Teamlid(Struct, frozen=True):
    """Een plek in een team: een functie of organisatie, nooit een persoon."""

    naam: str
    functie: str | None = None
    organisatie: str | None = None
    voorziening: str | None = None


class Team(Struct, frozen=True):
    """Een kern die het werk doet en een schil die helpt, voor de gebieden in `codes` (zonder codes: de hele gemeente)."""

    naam: str
    kern: tuple[Teamlid, ...]
    codes: tuple[str, ...] = ()
    schil: tuple[Teamlid, ...] = ()
    voorziening: str | None = None
    uitleg: str | None = None
    afgeleid: str | None = None
    bron: Bron | None = None


class Verdiepingrij(Struct, frozen=True):
    """Een punt of een rij van een tabel; `cellen` horen bij de kolommen na de naam.

    Met een `datum` (JJJJ, JJJJ-MM of JJJJ-MM-DD) is het een moment op een tijdlijn.
    """

    naam: str
    cellen: tuple[str, ...] = ()
    datum: str | None = None


class Verdieping(Struct, frozen=True):
    """Wat een stuk verder zegt: een lijst, een tijdlijn of (met `kolommen`) een tabel.

    Met `vooraan` staat het ook op de bladzijde van de gemeente zelf, omdat het voor inwoners is.
    """

    id: str
    naam: str
    bron: Bron
    rijen: tuple[Verdiepingrij, ...]
    uitleg: str | None = None
    kolommen: tuple[str, ...] = ()
    let_op: str | None = None
    zoekwoorden: tuple[str, ...] = ()
    vooraan: bool = False


class Toegangsmodel(Struct, frozen=True):
    """Hoe een gemeente de toegang tot hulp inricht."""

    naam: str
    kern: str
    jaar: str
    bron: Bron
    onderdelen: tuple[Onderdeel, ...] = ()
    rollen: tuple[Rol, ...] = ()
    stappen: tuple[Stap, ...] = ()
    criteria: tuple[Uitgelegd, ...] = ()
    cijfers: tuple[Cijfer, ...] = ()
    taken: tuple[Taakverdeling, ...] = ()
    teams: tuple[Team, ...] = ()
    verdieping: tuple[Verdieping, ...] = ()
    let_op: str | None = None
    veranderd: str | None = None
