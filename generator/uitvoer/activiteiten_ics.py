"""De agenda van een wijk als iCalendar (RFC 5545): elke keer een afspraak, in UTC, zodat elke agenda het zelfde zegt."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.betekenis.activiteiten import VOORUIT, Keer, keren_in_wijk
from generator.model import Catalogus, Gebied
from generator.paginas.gebied.activiteiten import agenda_van, heeft_blad


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    for gemeente in catalogus.gemeenten:
        for wijk in gemeente.wijken:
            if heeft_blad(gemeente, wijk, catalogus):
                yield agenda_van(gemeente, wijk), agenda(wijk, catalogus)


def agenda(wijk: Gebied, catalogus: Catalogus) -> str:
    return als_agenda(f"Activiteiten in {wijk.naam}", keren_in_wijk(wijk.code, catalogus, VOORUIT), catalogus)


def als_agenda(naam: str, keren: list[Keer], catalogus: Catalogus) -> str:
    """Deze keren als iCalendar."""
    from icalendar import Calendar

    uit = Calendar()
    uit.add("prodid", "-//Sociale Kaart//activiteiten//NL")
    uit.add("version", "2.0")
    uit.add("name", naam)
    uit.add("x-wr-calname", naam)
    for keer in keren:
        uit.add_component(_afspraak(keer, catalogus))
    return uit.to_ical().decode("utf-8")


def _afspraak(keer: Keer, catalogus: Catalogus):
    """Een afspraak; het kenmerk is elke bouw hetzelfde, en het stempel is de peildatum."""
    from icalendar import Event

    a, uit = keer.activiteit, Event()
    plek = catalogus.voorzieningen.get(a.plek or "")
    adres = plek.locaties[0].adres if plek and plek.locaties else None
    waar = [plek.naam if plek else "", adres.straatregel if adres else "", adres.plaats if adres else "", a.waar or ""]
    tekst = [a.tekst or "", f"Kosten: {a.kosten}." if a.kosten else "", a.aanmelden or ""]
    tekst.append("" if keer.zeker else "Vraag eerst of dit doorgaat: het is dan een feestdag of vakantie.")
    host = catalogus.instellingen.adres.split("//")[-1].split("/")[0]
    uit.add("uid", f"{a.id}-{keer.dag:%Y%m%d}-{keer.van}@{host}")
    uit.add("dtstamp", datetime.combine(catalogus.peildatum, time(), UTC))
    uit.add("dtstart", _in_utc(keer, keer.van))
    uit.add("dtend", _in_utc(keer, keer.tot))
    uit.add("summary", a.naam)
    uit.add("location", ", ".join(filter(None, waar)))
    uit.add("description", " ".join(filter(None, tekst)))
    if plek:
        uit.add("url", f"{catalogus.instellingen.adres}voorzieningen/{plek.id}/")
    return uit


def _in_utc(keer: Keer, minuten: int) -> datetime:
    dag = datetime.combine(keer.dag, time()) + timedelta(minutes=minuten)
    return dag.replace(tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)
