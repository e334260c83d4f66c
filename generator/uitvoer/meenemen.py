"""Per plek een visitekaartje (vCard 3.0, RFC 2426: die vorm leest elke telefoon) en een agenda met haar activiteiten."""

from collections.abc import Iterator
from functools import partial

from generator.betekenis.activiteiten import VOORUIT, keren_bij_plek
from generator.model import Catalogus, Voorziening
from generator.paginas.plek.meenemen import agenda_bij, openbaar, visitekaart_van
from generator.uitvoer import Inhoud
from generator.uitvoer.activiteiten_ics import als_agenda

MEESTE = 74  # bytes op een regel; met de spatie van een vervolgregel 75
Regel = tuple[str, str]  # de eigenschap met haar soort, en de waarde


def maak(catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    for v in catalogus.voorzieningen.values():
        if pad := visitekaart_van(v):
            yield pad, partial(visitekaart, v, catalogus)
        if pad := agenda_bij(v, catalogus):
            yield pad, partial(agenda, v, catalogus)


def agenda(v: Voorziening, catalogus: Catalogus) -> str:
    return als_agenda(f"Te doen bij {v.naam}", keren_bij_plek(v.id, catalogus, VOORUIT), catalogus)


def visitekaart(v: Voorziening, catalogus: Catalogus) -> str:
    """Het kaartje als tekst, met regels van hoogstens 75 bytes."""
    return "".join(f"{gevouwen(f'{naam}:{waarde}')}\r\n" for naam, waarde in _regels(v, catalogus))


def gevouwen(regel: str) -> str:
    """Een regel in stukken van hoogstens 74 bytes, nooit midden in een letter of vlak na een schuine streep.

    Gelijk aan de Contentline van icalendar (een test vergelijkt ze), die alle tekens een voor een telt.
    """
    if len(regel) <= MEESTE and regel.isascii():
        return regel  # bijna elke regel
    ruw, delen = regel.encode(), []
    while len(ruw) > MEESTE:
        eind = next(n for n in range(MEESTE, 0, -1) if ruw[n] & 0xC0 != 0x80)
        eind -= ruw[eind - 1] in b"\\^"
        delen.append(ruw[:eind])
        ruw = ruw[eind:]
    return b"\r\n ".join((*delen, ruw)).decode() if delen else regel


def _regels(v: Voorziening, catalogus: Catalogus) -> Iterator[Regel]:
    organisatie = catalogus.organisaties.get(v.organisatie or "")
    yield "BEGIN", "VCARD"
    yield "VERSION", "3.0"
    yield "PRODID", "-//Sociale Kaart//voorzieningen//NL"
    yield "UID", f"{catalogus.instellingen.adres}voorzieningen/{v.id}/"
    yield "FN", _veilig(v.naam)
    yield "N", f"{_veilig(v.naam)};;;;"
    yield "ORG", _veilig(organisatie.naam if organisatie else v.naam)
    yield "X-ABShowAs", "COMPANY"
    yield from _bereik(v)
    yield "URL", v.contact.website or f"{catalogus.instellingen.adres}voorzieningen/{v.id}/"
    verzonnen = " Dit is een verzonnen voorbeeld." if v.voorbeeld else ""
    op = f"Nagekeken op {v.gecontroleerd.op.isoformat()}" if v.gecontroleerd.nagelezen else "Nog niet nagekeken"
    bron = f"{op}; kijk voor nu op {catalogus.instellingen.adres}voorzieningen/{v.id}/"
    yield "NOTE", _veilig(f"{v.samenvatting}{verzonnen} {bron}")
    yield "REV", f"{v.gecontroleerd.op:%Y%m%d}T000000Z"
    yield "END", "VCARD"


def _bereik(v: Voorziening) -> Iterator[Regel]:
    """De nummers, het mailadres en de adressen die iemand mag weten."""
    nummers = [v.contact.telefoon, *(t.telefoon for t in v.contact.telefoons)]
    for nummer in dict.fromkeys(filter(None, nummers)):
        yield "TEL;TYPE=WORK,VOICE", _veilig(nummer)
    if v.contact.email:
        yield "EMAIL;TYPE=INTERNET", _veilig(v.contact.email)
    for plek in openbaar(v):
        adres = plek.adres
        delen = ("", "", adres.straatregel, adres.plaats, "", adres.postcode or "", "Nederland")
        yield "ADR;TYPE=WORK", ";".join(map(_veilig, delen))
    punten = [plek.punt for plek in openbaar(v) if plek.punt]
    for punt in punten[:1]:
        yield "GEO", f"{punt.breedte};{punt.lengte}"


def _veilig(tekst: str) -> str:
    """Een tekst waarin leestekens van vCard gewone tekens zijn."""
    for teken, wordt in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        tekst = tekst.replace(teken, wordt)
    return tekst
