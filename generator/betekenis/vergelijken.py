"""Twee gemeenten naast elkaar: wie een gemeenschappelijke taak doet, en of dat gelijk is, anders, open of niet gezegd."""

from itertools import combinations, zip_longest

from msgspec import Struct

from generator.betekenis.woorden import DOOR
from generator.model import Catalogus, Gemeente
from generator.model.kennis import Taak
from generator.model.toegang import Stap, Taakverdeling, Toegangsmodel
from generator.model.vergelijken import Gemeenschappelijk

GELIJK, ANDERS, OPEN, NIET = "gelijk", "anders", "nog te kiezen", "niet in het stuk"
OORDELEN = (ANDERS, GELIJK, OPEN, NIET)
MEESTE_PAREN = 10


class Kant(Struct, frozen=True):
    """Wie een taak doet in een gemeente: de soorten partij en de zinnen uit haar stuk."""

    door: tuple[str, ...]
    zinnen: tuple[str, ...]

    @property
    def woorden(self) -> str:
        return ", ".join(DOOR[d] for d in self.door)


class Taakoordeel(Struct, frozen=True):
    taak: Gemeenschappelijk
    een: Kant
    ander: Kant
    oordeel: str
    hoe: str


def kant(taak: Gemeenschappelijk, model: Toegangsmodel, register: dict[str, Taak]) -> Kant:
    """Wat een gemeente over een taak zegt, in haar taken en in haar stappen."""
    delen: list[tuple[str, Taakverdeling | Stap]] = [
        (register[t.taak].naam, t) for t in model.taken if t.taak in taak.taken and t.taak in register
    ]
    delen += [(s.naam, s) for s in model.stappen if s.naam in taak.stappen]
    door = zonder_dubbel(tuple(d for d in DOOR if any(deel.door == d for _, deel in delen)))
    return Kant(door, tuple(dict.fromkeys(f"{naam}: {deel.wie}" for naam, deel in delen)))


def zonder_dubbel(door: tuple[str, ...]) -> tuple[str, ...]:
    """De gemeente met de inwoner is ook de gemeente: dan telt zij niet nog eens."""
    return tuple(d for d in door if d != "gemeente" or "samen_inwoner" not in door)


def oordeel(een: Kant, ander: Kant, namen: tuple[str, str]) -> tuple[str, str]:
    """Het oordeel, en in een zin hoe."""
    if not een.zinnen or not ander.zinnen:
        zonder = [naam for naam, deel in zip(namen, (een, ander), strict=True) if not deel.zinnen]
        return NIET, f"Niet in het stuk van {' en '.join(zonder)}."
    if "open" in (*een.door, *ander.door) and een != ander:
        open_ = [naam for naam, deel in zip(namen, (een, ander), strict=True) if "open" in deel.door]
        return (
            OPEN,
            f"Het stuk van {' en '.join(open_)} laat dit (deels) open. Of het gelijk of anders wordt, is nog niet te zeggen.",
        )
    if een.door == ander.door:
        return GELIJK, f"Bij allebei: {een.woorden or 'niet gezegd door wie'}."
    return ANDERS, f"{namen[0]}: {een.woorden}. {namen[1]}: {ander.woorden}."


def oordelen(
    een: Gemeente, ander: Gemeente, taken: tuple[Gemeenschappelijk, ...], register: dict[str, Taak]
) -> list[Taakoordeel]:
    """Elke gemeenschappelijke taak die ten minste een van de twee kent."""
    uit = []
    for taak in taken:
        a, b = (kant(taak, g.toegangsmodel, register) for g in (een, ander) if g.toegangsmodel)
        if a.zinnen or b.zinnen:
            uit.append(Taakoordeel(taak, a, b, *oordeel(a, b, (een.naam, ander.naam))))
    return uit


def zonder_naam(tekst: str, ander: str) -> str:
    """Een zin waarin de andere gemeente niet bij naam staat: 'samen met de ander' is aan beide kanten gelijk."""
    return tekst.replace(ander, "de ander").replace(", met de (sub)regio", " en de (sub)regio")


def stappen_naast_elkaar(
    links: tuple[Stap, ...], rechts: tuple[Stap, ...], taken: tuple[Gemeenschappelijk, ...]
) -> list[tuple[str, list[Stap], list[Stap]]]:
    """De stappen bij de gemeenschappelijke taak waar zij bij horen; wat nergens bij hoort, staat eronder."""
    uit: list[tuple[str, list[Stap], list[Stap]]] = []
    over = [list(links), list(rechts)]
    for taak in taken:
        paar = [[s for s in kant if s.naam in taak.stappen] for kant in over]
        if any(paar):
            uit.append((taak.naam, paar[0], paar[1]))
            over = [[s for s in kant if s.naam not in taak.stappen] for kant in over]
    for x, y in zip_longest(*over):
        uit.append(("Verder", [x] if x else [], [y] if y else []))
    return uit


def paar_pad(een: Gemeente, ander: Gemeente) -> str:
    return f"zo-werkt-het/vergelijken/{een.slug}-met-{ander.slug}/"


def kies_paren(gemeenten: list[Gemeente], catalogus: Catalogus) -> list[tuple[Gemeente, Gemeente]]:
    """Alle paren; zijn er veel gemeenten, dan alleen de paren met de eigen gemeente (anders groeit het aantal in het
    kwadraat).
    """
    paren = list(combinations(gemeenten, 2))
    eigen = catalogus.instellingen.gemeente
    return paren if len(gemeenten) <= MEESTE_PAREN else [p for p in paren if eigen in (p[0].code, p[1].code)]
