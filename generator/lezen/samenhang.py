"""Regels tussen velden van dezelfde groep. Zij kijken zodra de groep gelezen is, ook als een ander veld een fout
heeft.
"""

import re
from collections.abc import Callable, Iterator

from generator import model
from generator.lezen.overgenomen import voorbeelden_in
from generator.lezen.tijdregels import keur_contact, keur_seizoenen, keur_tijden, keur_uitzondering, van_voor_tot
from generator.lezen.waarden import NIETS, Lezing
from generator.lezen.yaml_lezer import Knoop, Tekst, Velden
from generator.model import zoeken as model_zoeken
from generator.model.vakantie import Vakantie

_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")


def geheim_blijft_geheim(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Bij een geheim adres zijn straat, nummer, postcode en punt een fout: het bestand zelf is openbaar."""
    if waarden.get("adres_geheim") is not True:
        return True
    adres = knoop.waarden.get("adres")
    plekken = [
        (veld, adres.sleutels[veld])
        for veld in ("straat", "huisnummer", "postcode")
        if isinstance(adres, Velden) and veld in adres.sleutels
    ]
    plekken += [("punt", knoop.sleutels["punt"])] if "punt" in knoop.sleutels else []
    for veld, plek in plekken:
        lezing.meld("SK229", plek, veld=veld)
    return not plekken


def _teksten(knoop: Knoop) -> Iterator[Tekst]:
    """Elke tekst in een boom."""
    if isinstance(knoop, Tekst):
        yield knoop
    else:
        delen = knoop.waarden.values() if isinstance(knoop, Velden) else knoop.waarden
        for deel in delen:
            yield from _teksten(deel)


def verraad_geen_adres(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Een waarschuwing als bij een geheim adres toch een postcode in een tekst staat."""
    locaties = waarden.get("locaties") or ()
    if any(locatie.adres_geheim for locatie in locaties):
        for tekst in (t for naam, veld in knoop.waarden.items() if naam != "locaties" for t in _teksten(veld)):
            for vondst in _POSTCODE.finditer(tekst.waarde):
                lezing.meld(
                    "SK402", tekst.plek_van(vondst.start()), stuk=vondst[0], wat="postcode bij een geheim adres"
                )
    return True


def keur_locatie(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    return geheim_blijft_geheim(waarden, knoop, lezing) and keur_seizoenen(waarden, knoop, lezing)


def eigen_woorden(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Een waarschuwing als een voorbeeld uit een melding is geplakt en is blijven staan."""
    for veld in voorbeelden_in(waarden, lezing.wortel) if lezing.wortel else ():
        lezing.meld("SK416", knoop.waarden[veld].plek, veld=veld, stuk=waarden[veld])
    return True


def keur_organisatie(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    return eigen_woorden(waarden, knoop, lezing)


def keur_voorziening(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    if "opvolger" in waarden and waarden.get("status") != "gesloten":
        lezing.meld("SK242", knoop.sleutels["opvolger"])
    eigen_woorden(waarden, knoop, lezing)
    return verraad_geen_adres(waarden, knoop, lezing)


def verwacht_iets(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Een zoektest zonder functie of voorziening toetst niets."""
    if "functies" in knoop.waarden or "voorzieningen" in knoop.waarden:
        return True
    lezing.meld("SK233", knoop.plek, vraag=waarden.get("vraag", ""))
    return False


SAMENHANG: dict[type, Callable[[dict, Velden, Lezing], bool]] = {
    model.Tijden: keur_tijden,
    model.Uitzondering: keur_uitzondering,
    model.Telefoon: keur_seizoenen,
    model.Contact: keur_contact,
    model.Tijdelijk: van_voor_tot,
    Vakantie: van_voor_tot,
    model.Locatie: keur_locatie,
    model.Voorziening: keur_voorziening,
    model.Organisatie: keur_organisatie,
    model_zoeken.Zoektest: verwacht_iets,
}


def hangt_samen(klasse: type, waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Of de regels tussen de velden van een groep uit SAMENHANG kloppen; wat niet klopt is gemeld."""
    return SAMENHANG[klasse]({n: w for n, w in waarden.items() if w is not NIETS}, knoop, lezing)
