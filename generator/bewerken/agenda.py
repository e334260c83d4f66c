"""De agenda van een organisatie (iCalendar) als voorstellen voor activiteiten. Er verandert niets voor iemand ze
overneemt, en een bouw leest nooit een agenda.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from generator.bewerken.bestand import lees_voor_wijziging
from generator.bewerken.nakijken import kijk_na, nieuwe_meldingen
from generator.bewerken.rekenblad.cellen import zonder_html
from generator.bewerken.rekenblad.splitsen import kort_in
from generator.bewerken.schrijven import hele_tekst
from generator.bewerken.stukken import KanNiet
from generator.bewerken.vormen.roosters import uit_ical
from generator.bewerken.wijzigen import bewerk, lees_boom
from generator.catalogus import lees_catalogus
from generator.lezen.persoonsgegevens import zoek_persoonsgegevens
from generator.lezen.waarden import nette_naam
from generator.meldingen import FOUT, Verslag, toonbaar
from generator.model import Catalogus, Organisatie, Voorziening
from generator.schema import ACTIVITEIT
from generator.voorraad import Voorraad

VOORUIT, MEESTE_KEREN, MEESTE_AFSPRAKEN = 35, 6, 500
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MAP = "sociale_kaart/activiteiten"


class AgendaFout(Exception):
    """Een agenda die niet te lezen is; de tekst zegt waarom."""


class Agendavoorstel(Struct):
    """Een bestand dat erbij komt of verandert; `oud` is None bij iets nieuws."""

    pad: str
    naam: str
    organisatie: str
    nieuw: bytes
    oud: bytes | None = None


class Agenda(Struct):
    """Alle voorstellen, waarom iets niet is voorgesteld, en hoeveel agenda's er zijn."""

    voorstellen: list[Agendavoorstel] = field(default_factory=list)
    niet: list[str] = field(default_factory=list)
    agendas: int = 0


def lees_voorstellen(map_: Path, peildatum: date, haal: Callable[[str], bytes]) -> Agenda:
    """De voorstellen uit de agenda's van alle organisaties; `haal` geeft de bytes op een adres, of een AgendaFout.

    Schrijft niets. Wat de controle niet goed vindt, wordt geen voorstel.
    """
    catalogus = lees_catalogus(map_, Verslag(), peildatum, Voorraad(map_), leeg_toegestaan=True)
    uit = Agenda()
    if catalogus is None:
        uit.niet.append("er zijn fouten in de inhoud; 'controleer' zegt welke")
        return uit
    for organisatie in catalogus.organisaties.values():
        if organisatie.agenda:
            uit.agendas += 1
            _Lezer(map_, catalogus, organisatie, uit).doe(haal)
    _keur(map_, peildatum, uit)
    return uit


class _Lezer:
    """Leest de agenda van een organisatie."""

    def __init__(self, map_: Path, catalogus: Catalogus, organisatie: Organisatie, uit: Agenda):
        self.map, self.catalogus, self.organisatie, self.uit = map_, catalogus, organisatie, uit
        self.bekend = {(a.bron, a.op): a.pad for a in catalogus.activiteiten}
        self.bezet = {a.id for a in catalogus.activiteiten}

    def niet(self, wat: str, reden: str) -> None:
        self.uit.niet.append(f"{self.organisatie.naam}: {toonbaar(wat)}: {reden}")

    def doe(self, haal: Callable[[str], bytes]) -> None:
        from icalendar import Calendar

        try:
            afspraken = Calendar.from_ical(haal(str(self.organisatie.agenda))).walk("VEVENT")
        except AgendaFout as fout:
            self.niet("de agenda", str(fout))
            return
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            self.niet("de agenda", "dit is geen agenda in de vorm iCalendar")
            return
        anders = {(str(a.get("UID")), _dag(a.get("RECURRENCE-ID"))) for a in afspraken if a.get("RECURRENCE-ID")}
        for afspraak in afspraken[:MEESTE_AFSPRAKEN]:
            try:
                self.afspraak(afspraak, anders)
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError, KanNiet) as fout:
                self.niet(str(afspraak.get("SUMMARY", "een afspraak")), f"niet te lezen ({type(fout).__name__})")

    def afspraak(self, afspraak: Any, anders: set) -> None:
        naam = " ".join(zonder_html(str(afspraak.get("SUMMARY", "")), opmaak=False).split())[:120]
        begin, eind = _klok(afspraak, "DTSTART"), _klok(afspraak, "DTEND")
        if str(afspraak.get("STATUS", "")).upper() == "CANCELLED" or not naam:
            return
        if begin is None or eind is None or not begin < eind <= begin + timedelta(hours=14):
            return self.niet(naam, "zonder begin- en eindtijd op een dag")
        vast = self.vast(afspraak, naam)
        if vast is None:
            return self.niet(naam, "we weten niet in welke wijk dit is; noem in LOCATION een plek van de kaart")
        tijd = f"{begin:%H:%M}-{eind:%H:%M}"
        if rooster := self.rooster(afspraak, tijd.split("-")):
            return self.stel_voor({**vast, "tijden": rooster}, None)
        for dag in self.dagen(afspraak, begin, anders):
            self.stel_voor({**vast, "op": dag.isoformat(), "tijd": tijd}, dag)

    def vast(self, afspraak: Any, naam: str) -> dict[str, Any] | None:
        """Naam, plek, tekst en bron; None als de wijk niet te zeggen is. Namen van mensen lezen we niet."""
        waar = " ".join(str(afspraak.get("LOCATION", "")).split())
        plek = self.plek(waar)
        if plek is None:
            return None
        tekst = zonder_html(str(afspraak.get("DESCRIPTION", "")), opmaak=False)
        verdacht = any(zoek_persoonsgegevens(tekst))
        uid = re.sub(r"[^\w@.:-]", "", str(afspraak.get("UID", "")))[:150]
        uit = {"naam": naam, "plek": plek.id, "bron": f"agenda van {self.organisatie.id}, {uid}"}
        return uit | ({"tekst": kort_in(tekst, 300)} if tekst.strip() and not verdacht else {})

    def plek(self, waar: str) -> Voorziening | None:
        """De plek van deze organisatie die in de tekst genoemd wordt; heeft zij er maar een, dan die."""
        eigen = [
            v
            for v in self.catalogus.voorzieningen.values()
            if v.organisatie == self.organisatie.id and v.status == "actief" and self.catalogus.gebied_van(v, 0)
        ]
        genoemd = [v for v in eigen if _noemt(waar, v)]
        return genoemd[0] if len(genoemd) == 1 else eigen[0] if len(eigen) == 1 and not waar else None

    @staticmethod
    def rooster(afspraak: Any, tijd: list[str]) -> dict[str, Any] | None:
        """Iets dat elke week of maand doorgaat, zonder einde, als tijden."""
        regel = afspraak.get("RRULE")
        if (
            not isinstance(regel, dict)
            or {"UNTIL", "COUNT"} & {str(n).upper() for n in regel}
            or afspraak.get("EXDATE")
        ):
            return None
        begin = afspraak["DTSTART"].dt
        dag = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[begin.weekday()]
        freq, interval = (str((regel.get(n) or [""])[0]) for n in ("FREQ", "INTERVAL"))
        byday = ",".join(map(str, regel.get("BYDAY") or ([dag] if freq == "WEEKLY" else [])))
        return uit_ical(freq, interval, byday, *tijd)

    def dagen(self, afspraak: Any, begin: datetime, anders: set) -> Iterator[date]:
        """De eerstvolgende dagen; wat in de agenda een keer anders is, staat daar zelf als afspraak."""
        van, tot = self.catalogus.peildatum, self.catalogus.peildatum + timedelta(days=VOORUIT)
        gevonden: list[date] = [begin.date()]
        if regel := afspraak.get("RRULE"):
            if str((regel.get("FREQ") or [""])[0]) not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
                raise KanNiet("een activiteit is hoogstens een keer per dag")
            from dateutil.rrule import rrulestr

            tekst = re.sub(r"(UNTIL=\d{8}T\d{6})Z", r"\1", regel.to_ical().decode())
            reeks = rrulestr(tekst, dtstart=begin.replace(tzinfo=None))
            vanaf = datetime.combine(van, datetime.min.time())
            gevonden = [d.date() for d in reeks.between(vanaf, vanaf + timedelta(days=VOORUIT), inc=True)]
        weg = {_dag(deel) for deel in _lijst(afspraak.get("EXDATE"))}
        uid, zelf = str(afspraak.get("UID")), afspraak.get("RECURRENCE-ID")
        over = [d for d in gevonden if van <= d < tot and d not in weg and (zelf or (uid, d) not in anders)]
        yield from over[:MEESTE_KEREN]

    def stel_voor(self, boom: dict[str, Any], op: date | None) -> None:
        bekend = self.bekend.get((boom["bron"], op))
        if bekend is None:
            boom |= {"voorbeeld": "ja"} if self.organisatie.voorbeeld else {}
            volgorde = [veld.naam for veld in ACTIVITEIT.velden]
            tekst = hele_tekst(dict(sorted(boom.items(), key=lambda d: volgorde.index(d[0]))), ACTIVITEIT)
            pad = f"{MAP}/{self.nieuw_id(boom['naam'], op)}.yaml"
            self.uit.voorstellen.append(Agendavoorstel(pad, boom["naam"], self.organisatie.id, tekst.encode()))
            return
        merk, oud = lees_voor_wijziging(self.map, bekend)
        nu = lees_boom(oud)
        wijzigingen = [((naam,), waarde) for naam, waarde in boom.items() if nu.get(naam) != waarde]
        if wijzigingen:
            nieuw = merk + bewerk(oud, wijzigingen, ACTIVITEIT).encode()
            self.uit.voorstellen.append(
                Agendavoorstel(bekend, boom["naam"], self.organisatie.id, nieuw, merk + oud.encode())
            )

    def nieuw_id(self, naam: str, op: date | None) -> str:
        basis = nette_naam(f"{naam[:45]} {op.isoformat() if op else ''}")[:60]
        kans = next(k for n in range(1, 1000) if (k := basis if n == 1 else f"{basis}-{n}") not in self.bezet)
        self.bezet.add(kans)
        return kans


def _noemt(waar: str, v: Voorziening) -> bool:
    """Of een tekst de naam of het adres van een plek noemt."""
    tekst = waar.casefold()
    adressen = [p.adres.straatregel.casefold() for p in v.locaties if p.adres and p.adres.huisnummer]
    return bool(tekst) and (
        v.naam.casefold() in tekst or any(a and re.search(rf"{re.escape(a)}\b", tekst) for a in adressen)
    )


def _klok(afspraak: Any, naam: str) -> datetime | None:
    """Een moment op de klok in Nederland; None bij een hele dag. Zonder eind telt de duur."""
    deel = afspraak.get(naam)
    if deel is None and naam == "DTEND" and afspraak.get("DURATION"):
        begin = _klok(afspraak, "DTSTART")
        return begin + afspraak["DURATION"].dt if begin else None
    moment = getattr(deel, "dt", None)
    if not isinstance(moment, datetime):
        return None
    return moment.astimezone(AMSTERDAM).replace(tzinfo=None) if moment.tzinfo else moment


def _dag(deel: Any) -> date | None:
    moment = getattr(deel, "dt", None)
    if isinstance(moment, datetime):
        return (moment.astimezone(AMSTERDAM) if moment.tzinfo else moment).date()
    return moment if isinstance(moment, date) else None


def _lijst(deel: Any) -> list:
    return [d for een in (deel if isinstance(deel, list) else [deel]) for d in getattr(een, "dts", [])]


def _keur(map_: Path, peildatum: date, uit: Agenda) -> None:
    """Een voorstel dat een fout of een persoonsgegeven geeft, valt af."""
    if not uit.voorstellen:
        return
    voorraad = Voorraad(map_)
    voor = kijk_na(map_, peildatum, voorraad=voorraad)
    na = kijk_na(map_, peildatum, {v.pad: v.nieuw for v in uit.voorstellen}, voorraad)
    slecht = {m.pad: m for m in nieuwe_meldingen(voor, na) if m.soort == FOUT or m.code == "SK402"}
    for v in uit.voorstellen:
        if v.pad in slecht:
            uit.niet.append(f"{v.organisatie}: {toonbaar(v.naam)}: {slecht[v.pad].tekst}")
    uit.voorstellen = [v for v in uit.voorstellen if v.pad not in slecht]
