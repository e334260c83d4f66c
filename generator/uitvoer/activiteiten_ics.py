"""De agenda van een wijk als iCalendar (RFC 5545): elke keer een afspraak, in UTC, zodat elke agenda het zelfde zegt."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.betekenis.activiteiten import VOORUIT, Keer, keren_in_wijk
from generator.model import Catalogus, Gebied
from generator.paginas.gebied.activiteiten import agenda_van, heeft_blad
from generator.uitvoer.inhoudsregels import Regel, als_tekst, veilig


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    for gemeente in catalogus.gemeenten:
        for wijk in gemeente.wijken:
            if heeft_blad(gemeente, wijk, catalogus):
                yield agenda_van(gemeente, wijk), agenda(wijk, catalogus)


def agenda(wijk: Gebied, catalogus: Catalogus) -> str:
    return als_agenda(f"Activiteiten in {wijk.naam}", keren_in_wijk(wijk.code, catalogus, VOORUIT), catalogus)


def als_agenda(naam: str, keren: list[Keer], catalogus: Catalogus) -> str:
    """Deze keren als iCalendar. Zelf geschreven: icalendar binnenhalen kost meer dan alle open data van een gemeente."""
    return als_tekst(_regels(naam, keren, catalogus))


def _regels(naam: str, keren: list[Keer], catalogus: Catalogus) -> Iterator[Regel]:
    yield "BEGIN", "VCALENDAR"
    yield "VERSION", "2.0"
    yield "PRODID", "-//Sociale Kaart//activiteiten//NL"
    yield "NAME", veilig(naam)
    yield "X-WR-CALNAME", veilig(naam)
    for keer in keren:
        yield from _afspraak(keer, catalogus)
    yield "END", "VCALENDAR"


def _afspraak(keer: Keer, catalogus: Catalogus) -> Iterator[Regel]:
    """Een afspraak; het kenmerk is elke bouw hetzelfde, en het stempel is de peildatum."""
    a = keer.activiteit
    plek = catalogus.voorzieningen.get(a.plek or "")
    adres = plek.locaties[0].adres if plek and plek.locaties else None
    waar = [plek.naam if plek else "", adres.straatregel if adres else "", adres.plaats if adres else "", a.waar or ""]
    tekst = [a.tekst or "", f"Kosten: {a.kosten}." if a.kosten else "", a.aanmelden or ""]
    tekst.append("" if keer.zeker else "Vraag eerst of dit doorgaat: het is dan een feestdag of vakantie.")
    host = catalogus.instellingen.adres.split("//")[-1].split("/")[0]
    yield "BEGIN", "VEVENT"
    yield "SUMMARY", veilig(a.naam)
    yield "DTSTART", _in_utc(keer, keer.van)
    yield "DTEND", _in_utc(keer, keer.tot)
    yield "DTSTAMP", f"{catalogus.peildatum:%Y%m%d}T000000Z"
    yield "UID", veilig(f"{a.id}-{keer.dag:%Y%m%d}-{keer.van}@{host}")
    yield "DESCRIPTION", veilig(" ".join(filter(None, tekst)))
    yield "LOCATION", veilig(", ".join(filter(None, waar)))
    if plek:
        yield "URL", f"{catalogus.instellingen.adres}voorzieningen/{plek.id}/"
    yield "END", "VEVENT"


def _in_utc(keer: Keer, minuten: int) -> str:
    dag = datetime.combine(keer.dag, time()) + timedelta(minutes=minuten)
    return f"{dag.replace(tzinfo=ZoneInfo('Europe/Amsterdam')).astimezone(UTC):%Y%m%dT%H%M%SZ}"
