"""Wat van de dag afhangt: de gegevens waar de stand van een ingang uit volgt, en tot of vanaf welke dag iets telt.

Op de site beslist de browser, op het moment dat iemand kijkt; hier staan alleen de grenzen.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from generator.betekenis.rooster import Rooster, kaal, maak_rooster, roostercode
from generator.betekenis.tijden import CHAT, DEUR, TELEFOON, Gegevens, Kanaal, Mededeling
from generator.model import Catalogus, Gemeente, Schoolvakanties, Tijden, Voorziening, Wachttijd

WACHTTIJD_GELDIG = timedelta(days=60)
LETTER = {DEUR: "d", TELEFOON: "t", CHAT: "c"}


@lru_cache(maxsize=4096)  # het zijn duizenden ingangen, maar een paar honderd dagen
def over_maanden(dag: date, maanden: int) -> date:
    """Dezelfde dag zoveel maanden later, of de laatste dag van die maand als hij daar niet bestaat."""
    jaar, maand = divmod(dag.month - 1 + maanden, 12)
    eerste_erna = date(dag.year + jaar + (maand == 11), (maand + 1) % 12 + 1, 1)
    return date(dag.year + jaar, maand + 1, min(dag.day, (eerste_erna - timedelta(1)).day))


def wachttijd_tot(wachttijd: Wachttijd) -> date:
    """De laatste dag waarop een wachttijd nog iets zegt."""
    return wachttijd.op + WACHTTIJD_GELDIG


def regio_van(v: Voorziening, catalogus: Catalogus) -> str | None:
    """De schoolregio: van de gemeente waar de plek ligt, anders van het werkgebied, anders van de eigen gemeente."""
    return catalogus.eenmaal(("schoolregio", v.id), lambda: _zoek_regio(v, catalogus))


def _zoek_regio(v: Voorziening, catalogus: Catalogus) -> str | None:
    gebieden = [code for i in range(len(v.locaties)) if (code := catalogus.gebied_van(v, i))]
    return regio_uit((*gebieden, *v.werkgebied, catalogus.instellingen.gemeente or ""), catalogus.gemeente_van)


def regio_uit(codes: Iterable[str], gemeente_van: Mapping[str, Gemeente]) -> str | None:
    """De schoolregio van de eerste van deze gebieden waarvan zij bekend is."""
    gemeenten = (gemeente_van[code] for code in codes if code in gemeente_van)
    return next((g.schoolregio for g in gemeenten if g.schoolregio), None)


def gegevens_van(v: Voorziening, catalogus: Catalogus) -> Gegevens:
    """Waar de stand van een ingang uit volgt; een keer per ingang uitgerekend."""
    return catalogus.eenmaal(
        ("stand", v.id), lambda: maak_gegevens(v, catalogus.kennis.schoolvakanties, regio_van(v, catalogus))
    )


def maak_gegevens(v: Voorziening, vakanties: Schoolvakanties, regio: str | None) -> Gegevens:
    """Waar de stand uit volgt, met de vakanties van een schoolregio; wat gesloten is, heeft er geen."""
    if v.status == "gesloten":
        return Gegevens()
    kanalen = ((soort, naam, maak_rooster(tijden, vakanties, regio)) for soort, naam, tijden in kanaalbronnen(v))
    tijdelijk = sorted((t for t in v.tijdelijk if t.gesloten is not False), key=lambda t: (t.van, t.tot))
    return Gegevens(
        tuple(Kanaal(soort, rooster, naam) for soort, naam, rooster in kanalen if rooster),
        tuple(Mededeling(t.van, t.tot, t.gesloten is True) for t in tijdelijk),
    )


def roosters_van(tijden: tuple[Tijden, ...], v: Voorziening, catalogus: Catalogus) -> Rooster | None:
    """Het rooster van een kanaal van deze ingang."""
    return maak_rooster(tijden, catalogus.kennis.schoolvakanties, regio_van(v, catalogus)) if tijden else None


def kanaalbronnen(v: Voorziening) -> Iterator[tuple[str, str, tuple[Tijden, ...]]]:
    """(soort, naam, tijden) van elke deur, elk nummer en de chat, in de volgorde van het bestand."""
    for plek in v.locaties:
        adres = plek.adres
        yield DEUR, plek.naam or (adres.straatregel or adres.plaats if adres else ""), plek.openingstijden
    yield TELEFOON, v.contact.telefoon or "", v.contact.telefoontijden
    for telefoon in v.contact.telefoons:
        yield TELEFOON, telefoon.naam, telefoon.tijden
    yield CHAT, "chat", v.contact.chattijden


def standcode_van(v: Voorziening, catalogus: Catalogus) -> str:
    """De standcode van een ingang; haar kaartje, de balie, de kaart en het zoeken hebben dezelfde."""
    return catalogus.eenmaal(("standcode", v.id), lambda: standcode(gegevens_van(v, catalogus)))


def standcode(gegevens: Gegevens) -> str:
    """De gegevens als korte tekst voor de browser: kanalen en mededelingen met een ~ ertussen (zie stand.js)."""
    per_soort = [kanaal.soort for kanaal in gegevens.kanalen]
    delen = [
        LETTER[k.soort]
        + roostercode(k.rooster)
        + (f"^{kaal(k.naam)}" if per_soort.count(k.soort) > 1 and k.naam else "")
        for k in gegevens.kanalen
    ]
    delen += [f"m{m.van:%Y%m%d}-{m.tot:%Y%m%d}{'d' if m.dicht else ''}" for m in gegevens.mededelingen]
    return "~".join(delen)
