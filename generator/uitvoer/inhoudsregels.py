"""Regels zoals vCard (RFC 2426) en iCalendar (RFC 5545) ze schrijven: `NAAM:waarde`, gevouwen op 75 bytes."""

from collections.abc import Iterable

MEESTE = 74  # bytes op een regel; met de spatie van een vervolgregel 75
Regel = tuple[str, str]  # de eigenschap met haar soort, en de waarde


def als_tekst(regels: Iterable[Regel]) -> str:
    return "".join(f"{gevouwen(f'{naam}:{waarde}')}\r\n" for naam, waarde in regels)


def gevouwen(regel: str) -> str:
    """Een regel in stukken van hoogstens 74 bytes, nooit midden in een letter of vlak na een schuine streep.

    Gelijk aan de Contentline van icalendar (een test vergelijkt ze), die alle tekens een voor een telt.
    """
    ruw, delen = regel.encode(), []
    while len(ruw) > MEESTE:
        eind = next(n for n in range(MEESTE, 0, -1) if ruw[n] & 0xC0 != 0x80)
        eind -= ruw[eind - 1] in b"\\^"
        delen.append(ruw[:eind])
        ruw = ruw[eind:]
    return b"\r\n ".join((*delen, ruw)).decode() if delen else regel


def veilig(tekst: str) -> str:
    """Een tekst waarin leestekens van deze vorm gewone tekens zijn."""
    for teken, wordt in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        tekst = tekst.replace(teken, wordt)
    return tekst
