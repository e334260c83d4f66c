"""De geschiedenis van een inhoudsmap: elke vastlegging van de hoofdtak met wat er toen veranderde. Wat eerder gelezen is,
komt uit de voorraad.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec.structs import replace

from generator.betekenis.kalender import klok_in_nederland
from generator.geschiedenis.dingen import Paar, veranderingen
from generator.geschiedenis.git import GitFout, Opslag, Vastlegging
from generator.geschiedenis.soorten import PUBLIEK, soort_van
from generator.model.geschiedenis import Moment, Verandering
from generator.voorraad import Voorraad

_TEGELIJK = 200  # vastleggingen per keer: zo blijft het geheugen klein
# Wat van iets nieuws of iets dat wegging later nog nodig is.
_BLIJFT = ("vult_aan", "naam", "term", "samenvatting", "werkgebied", "gebied")


def lees_verloop(map_: Path, voorraad: Voorraad, sinds: str = "", vanaf: date | None = None) -> tuple[Moment, ...]:
    """De momenten sinds een vastlegging of een dag, het nieuwste eerst; leeg zonder Git, met een halve kopie, of als Git iets mist."""
    try:
        opslag = Opslag(map_)
        if opslag.is_ondiep:
            return ()
        lijst = [replace(v, anders=tuple(a for a in v.anders if _telt(a.pad))) for v in opslag.verloop(sinds)]
        lijst = [v for v in lijst if v.anders and (vanaf is None or dag_van(v.tijd) >= vanaf)]
        bekend = {v.code: voorraad.pak("geschiedenis", f"{opslag.voor} {v.code}") for v in lijst}
        for code, nieuw in _lees(opslag, [v for v in lijst if bekend[v.code] is None]):
            bekend[code] = (nieuw,)
            voorraad.leg("geschiedenis", f"{opslag.voor} {code}", (nieuw,))
    except GitFout:
        return ()
    return tuple(Moment(v.code, v.tijd, dag_van(v.tijd), bekend[v.code][0]) for v in lijst)


def is_half(map_: Path) -> bool:
    """Of de map in Git staat, met maar een deel van de geschiedenis."""
    try:
        return Opslag(map_).is_ondiep
    except GitFout:
        return False


def _telt(pad: str) -> bool:
    return soort_van(pad).naam in PUBLIEK


def dag_van(tijd: int) -> date:
    """De dag in Nederland op dit moment in seconden."""
    return klok_in_nederland(datetime.fromtimestamp(tijd, UTC)).date()


def _lees(opslag: Opslag, lijst: list[Vastlegging]) -> Iterator[tuple[str, tuple[Verandering, ...]]]:
    """De veranderingen van elke vastlegging, het nieuwste eerst."""
    for begin in range(0, len(lijst), _TEGELIJK):
        deel = lijst[begin : begin + _TEGELIJK]
        bytes_van = opslag.inhoud({afdruk for v in deel for a in v.anders for afdruk in (a.oud, a.nieuw)})
        for v in deel:
            paren: dict[str, Paar] = {a.pad: (bytes_van.get(a.oud), bytes_van.get(a.nieuw)) for a in v.anders}
            yield v.code, tuple(map(_zonder_rest, veranderingen(paren)))


def _zonder_rest(v: Verandering) -> Verandering:
    """Bij een verhuizing blijft het oude id; van een boom alleen wat later nog nodig is."""
    if not isinstance(v.inhoud, dict):
        return v
    return replace(v, inhoud={naam: v.inhoud[naam] for naam in _BLIJFT if naam in v.inhoud})
