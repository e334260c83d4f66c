"""Het model van de schoolvakanties: per regio tot wanneer ze bekend zijn, en welke er zijn."""

from datetime import date

from msgspec import Struct, field


class Vakantie(Struct, frozen=True):
    """Een schoolvakantie van `van` tot en met `tot`, in een of meer regio's."""

    naam: str
    regio: tuple[str, ...]
    van: date
    tot: date
    bron: str


class Bekend(Struct, frozen=True):
    """De laatste dag waarvan de vakanties bekend zijn, per regio; None is onbekend."""

    noord: date | None = None
    midden: date | None = None
    zuid: date | None = None


class Schoolvakanties(Struct, frozen=True):
    """Alle vakanties. Na `bekend_tot` van een regio is niets zeker."""

    bekend_tot: Bekend = field(default_factory=Bekend)
    vakanties: tuple[Vakantie, ...] = ()
