"""`stand ID`: de stand van een ingang op een moment, alleen op de eerste regel, en daaronder waarom."""

import argparse
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generator.betekenis.kalender import DAGNAMEN
from generator.betekenis.rooster import heeft_tijden
from generator.betekenis.tijden import Gegevens, Kanaal, Moment, bepaal, kanaalstand, kanaalstanden, uur
from generator.betekenis.tijdtekst import gewone_datum
from generator.betekenis.vandaag import gegevens_van, kanaalbronnen, regio_van
from generator.catalogus import lees_catalogus
from generator.lezen.waarden import naaste
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model import Catalogus, Tijdelijk, Voorziening
from generator.opdrachten.controleer import druk_af
from generator.voorraad import Voorraad

REGELS = {
    "tijdelijk": "er geldt een mededeling die niet zegt 'gesloten: nee'; die gaat voor alle tijden",
    "open": "er is een deur open; dat gaat voor bellen, afspraken en wat niet vaststaat",
    "bereikbaar": "er is geen deur open, en er wordt nu opgenomen of geantwoord",
    "afspraak": "het kan nu alleen op afspraak",
    "onbekend": "er is niets zeker open, en van een kanaal staat het niet vast",
    "dicht": "van elk kanaal met tijden is zeker dat het nu dicht is",
}
OORZAKEN = {
    "toelichting": "bij deze tijden staat een toelichting, en die kan een programma niet lezen",
    "vakantie": "'niet_in' noemt schoolvakanties, en van deze dag zijn die niet bekend",
    "ontbreekt": "van deze dag staan er geen tijden in het bestand",
}


def voeg_toe(deel) -> None:
    parser = deel.add_parser("stand", help="is het open? en waarom zegt de site dat")
    parser.add_argument("id", metavar="ID", help="het id van een ingang: haar bestandsnaam")
    parser.add_argument(
        "--nu", type=moment, default=None, metavar="JJJJ-MM-DDTUU:MM", help="het moment in Nederland (standaard: nu)"
    )
    parser.set_defaults(doe=doe)


def moment(tekst: str) -> datetime:
    """Een moment uit een argument, op de klok in Nederland."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", tekst):
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen moment als 2026-12-23T10:00")
    try:
        uit = datetime.fromisoformat(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError(f"het moment '{tekst}' bestaat niet") from None
    if not 2000 <= uit.year <= 2100:
        raise argparse.ArgumentTypeError(f"'{tekst}' ligt te ver weg; kies een jaar van 2000 tot en met 2100")
    return uit


def doe(opties) -> int:
    """Status 1 als de inhoud fouten heeft, 2 als het id niet bestaat."""
    verslag, voorraad = Verslag(), Voorraad(opties.map)
    catalogus = lees_catalogus(opties.map, verslag, opties.peildatum, voorraad, leeg_toegestaan=True)
    voorraad.bewaar()
    if catalogus is None:
        druk_af(verslag)
        return 1
    voorziening = catalogus.voorzieningen.get(opties.id)
    if voorziening is None:
        dichtbij = naaste(opties.id, catalogus.voorzieningen)
        raise SocialeKaartFout(f"er is geen ingang '{opties.id}'.", f"het dichtst in de buurt: {dichtbij}.")
    nu = Moment(opties.nu.date(), opties.nu.hour * 60 + opties.nu.minute)
    print("\n".join(uitleg(voorziening, catalogus, nu)))
    return 0


def uitleg(v: Voorziening, catalogus: Catalogus, nu: Moment) -> Iterator[str]:
    """De stand, en regel voor regel waar zij vandaan komt."""
    wanneer = f"{DAGNAMEN[nu.dag.weekday()]} {gewone_datum(nu.dag)}, {klok(nu.minuut)}"
    if v.status == "gesloten":
        yield from (
            "geen",
            f"{v.naam}, {wanneer}.",
            "Waarom: er staat 'status: gesloten'. Wat niet meer bestaat, heeft geen stand.",
        )
        return
    gegevens = gegevens_van(v, catalogus)
    stand = bepaal(gegevens, nu)
    yield from (
        stand.stand,
        f"{v.naam}, {wanneer}: {stand.tekst}.",
        f"Waarom: {REGELS[stand.stand] if gegevens.kanalen or stand.stand == 'tijdelijk' else 'er zijn nergens tijden bekend'}.",
    )
    yield from kanaalregels(gegevens, nu)
    yield from (
        f"- {soort}{f' ({naam})' if naam else ''}: telt niet mee, er staan geen tijden bij."
        for soort, naam in zonder_tijden(v)
    )
    yield from (mededelingregel(t, nu.dag) for t in v.tijdelijk)
    yield schoolregel(v, catalogus)


def klok(minuut: int) -> str:
    return uur(minuut) if minuut else "0.00 uur"


def zonder_tijden(v: Voorziening) -> Iterator[tuple[str, str]]:
    """Soort en naam van de plekken en nummers waar geen tijden bij staan; een chat of nummer dat er niet is, hoort
    daar niet bij.
    """
    for soort, naam, tijden in kanaalbronnen(v):
        bestaat = soort == "deur" or (v.contact.chat if soort == "chat" else naam)
        if bestaat and not any(map(heeft_tijden, tijden)):
            yield soort, naam if soort != "chat" else ""


def kanaalregels(gegevens: Gegevens, nu: Moment) -> Iterator[str]:
    """Elk kanaal met zijn stand, zijn tekst en wat hem onzeker of dicht maakt."""
    gisteren = nu.dag - timedelta(1)
    gisteren_dicht = any(m.van <= gisteren <= m.tot for m in gegevens.mededelingen)
    for kanaal, stand in zip(gegevens.kanalen, kanaalstanden(gegevens, nu), strict=True):
        naam = f" ({kanaal.naam})" if kanaal.naam and kanaal.naam != kanaal.soort else ""
        yield f"- {kanaal.soort}{naam}: {stand.stand}. {stand.tekst[:1].upper()}{stand.tekst[1:]}.{oorzaak(kanaal, nu, gisteren_dicht)}"


def oorzaak(kanaal: Kanaal, nu: Moment, gisteren_dicht: bool) -> str:
    """De regel die het kanaal onzeker of juist op deze dag dicht maakt, of leeg."""
    stand, waarom = kanaalstand(kanaal.rooster, nu, gisteren_dicht)
    if stand == "onbekend":
        feest = f"het is {waarom}, en er staat niet bij hoe het dan is (dicht: 'niet_in: [feestdagen]')"
        return f" Oorzaak: {OORZAKEN.get(waarom, feest)}."
    return f" Oorzaak: {waarom}." if waarom else ""


def mededelingregel(t: Tijdelijk, dag: date) -> str:
    wanneer = "geldt nu" if t.van <= dag <= t.tot else "geldt nog niet" if dag < t.van else "is voorbij"
    bepaalt = "bepaalt de stand niet ('gesloten: nee')" if t.gesloten is False else "bepaalt dan de stand"
    return f"- mededeling van {gewone_datum(t.van)} tot en met {gewone_datum(t.tot)}: {wanneer}, {bepaalt}. {t.tekst}"


def schoolregel(v: Voorziening, catalogus: Catalogus) -> str:
    regio = regio_van(v, catalogus)
    if not regio:
        return "Schoolregio: niet bekend; zet 'schoolregio' in gemeente.yaml."
    bekend = getattr(catalogus.kennis.schoolvakanties.bekend_tot, regio)
    return f"Schoolregio: {regio}; schoolvakanties zijn " + (
        f"bekend tot en met {gewone_datum(bekend)}." if bekend else "niet bekend."
    )
