"""De teksten per taal, uit de bestanden naast deze module; elk bestand heeft dezelfde velden."""

from pathlib import Path

import yaml
from msgspec import Struct

from generator.betekenis.woorden import TOEGANG
from generator.voorraad import klaargezet

# In deze volgorde staan zij op de site. Welke zesde taal en waarom staat in pap.yaml.
CODES = ("en", "tr", "ar", "pl", "uk", "pap")
# Hoe een stand in het Nederlands op de site staat, met het veld van de vertaling.
STANDEN = {
    "open": "nu open",
    "bereikbaar": "nu bereikbaar",
    "afspraak": "nu op afspraak",
    "dicht": "nu dicht",
    "tijdelijk": "let op",
    "stand_onbekend": "tijden niet bekend",
}


class Taal(Struct, frozen=True):
    """Een taal: haar naam in het Nederlands en in haarzelf, de schrijfrichting, en elke tekst van de ingang."""

    taal: str
    eigennaam: str
    richting: str
    titel: str
    zin: str
    nederlands: str
    vertaald: str
    zoeken: str
    zoekknop: str
    zoekhulp: str
    nood: str
    gevaar: str
    zelfmoord: str
    geweld: str
    kind: str
    hulp_nu: str
    onderwerpen: str
    wijken: str
    woorden: str
    open: str
    bereikbaar: str
    afspraak: str
    dicht: str
    tijdelijk: str
    stand_onbekend: str
    spoed: str
    vrij: str
    aanmelden: str
    onbekend: str
    verwijzing: str
    melding_gemeente: str
    indicatie: str

    def woordenlijst(self) -> list[tuple[str, str]]:
        """(in het Nederlands, in deze taal) van wat bij een plek staat: open of dicht, en hoe iemand binnenkomt."""
        standen = [(woord, getattr(self, veld)) for veld, woord in STANDEN.items()]
        return standen + [(weg.kort, getattr(self, naam, weg.kort)) for naam, weg in TOEGANG.items()]


@klaargezet
def talen() -> dict[str, Taal]:
    """Elke taal op haar code.

    Raises:
        ValueError: als een bestand een tekst te veel of te weinig heeft, of een lege.
    """
    return {code: lees_taal(Path(__file__).with_name(f"{code}.yaml")) for code in CODES}


def lees_taal(bestand: Path) -> Taal:
    velden = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    verschil = set(Taal.__struct_fields__) ^ set(velden)
    leeg = [naam for naam, tekst in velden.items() if not isinstance(tekst, str) or not tekst.strip()]
    if verschil or leeg or velden["richting"] not in ("ltr", "rtl"):
        raise ValueError(f"{bestand.name}: {', '.join(sorted(verschil) + leeg) or 'richting'} klopt niet")
    return Taal(**velden)
