"""Regels tussen velden van dezelfde groep. Zij kijken zodra de groep gelezen is, ook als een ander veld een fout heeft."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from generator import model
from generator.lezen.waarden import NIETS, Lezing
from generator.lezen.yaml_lezer import Knoop, Tekst, Velden
from generator.model import zoeken as model_zoeken

_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b")


def over_maanden(dag: date, maanden: int) -> date:
    """Dezelfde dag zoveel maanden later, of de laatste dag van die maand als hij daar niet bestaat."""
    jaar, maand = divmod(dag.month - 1 + maanden, 12)
    for nummer in range(dag.day, 27, -1):
        try:
            return date(dag.year + jaar, maand + 1, nummer)
        except ValueError:
            continue
    return date(dag.year + jaar, maand + 1, dag.day)


def van_voor_tot(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    van, tot = waarden.get("van"), waarden.get("tot")
    if van and tot and tot < van:
        lezing.meld("SK228", knoop.waarden["tot"].plek, van=van, tot=tot)
        return False
    return True


def geheim_blijft_geheim(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Bij een geheim adres zijn straat, nummer, postcode en punt een fout: het bestand zelf is openbaar."""
    if waarden.get("adres_geheim") is not True:
        return True
    adres = knoop.waarden.get("adres")
    plekken = [(veld, adres.sleutels[veld]) for veld in ("straat", "huisnummer", "postcode")
               if isinstance(adres, Velden) and veld in adres.sleutels]
    plekken += [("punt", knoop.sleutels["punt"])] if "punt" in knoop.sleutels else []
    for veld, plek in plekken:
        lezing.meld("SK229", plek, veld=veld)
    return not plekken


def op_tijd_nagekeken(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Een waarschuwing als het nakijken had gemoeten; van iets dat gesloten is hoeft dat niet meer."""
    gecontroleerd = waarden.get("gecontroleerd")
    if isinstance(gecontroleerd, model.Gecontroleerd) and waarden.get("status") != "gesloten":
        voor = over_maanden(gecontroleerd.op, gecontroleerd.termijn_maanden)
        if voor < lezing.peildatum:
            lezing.meld("SK401", knoop.waarden["gecontroleerd"].waarden["op"].plek, op=gecontroleerd.op, voor=voor)
    return True


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
                lezing.meld("SK402", tekst.plek_van(vondst.start()), stuk=vondst[0], wat="postcode bij een geheim adres")
    return True


def keur_voorziening(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    return op_tijd_nagekeken(waarden, knoop, lezing) and verraad_geen_adres(waarden, knoop, lezing)


def verwacht_iets(waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Een zoektest zonder functie of voorziening toetst niets."""
    if "functies" in knoop.waarden or "voorzieningen" in knoop.waarden:
        return True
    lezing.meld("SK233", knoop.plek, vraag=waarden.get("vraag", ""))
    return False


SAMENHANG: dict[type, Callable[[dict, Velden, Lezing], bool]] = {
    model.Tijdelijk: van_voor_tot,
    model.Locatie: geheim_blijft_geheim,
    model.Voorziening: keur_voorziening,
    model.Organisatie: op_tijd_nagekeken,
    model_zoeken.Zoektest: verwacht_iets,
}


def hangt_samen(klasse: type, waarden: dict, knoop: Velden, lezing: Lezing) -> bool:
    """Of de regels tussen de velden van een groep uit SAMENHANG kloppen; wat niet klopt is gemeld."""
    return SAMENHANG[klasse]({n: w for n, w in waarden.items() if w is not NIETS}, knoop, lezing)
