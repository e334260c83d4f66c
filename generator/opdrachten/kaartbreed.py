"""Wat niet bij een ingang hoort maar bij de hele kaart: vragen die niet meer slagen, functies zonder woorden, gaten per wijk."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Catalogus
from generator.paginas.gebied.dekking import AANWEZIG, ELDERS, ONTBREEKT, VEROUDERD, dekking, heeft_dekking
from generator.zoeken.toetsen import toets

WEINIG_WOORDEN = 3
STAND = {
    ONTBREEKT: ("ontbreekt", "zoek wie dit kan doen, of haal de functie bij 'essentieel' weg"),
    ELDERS: ("is er alleen buiten de wijk", "kijk of er in de wijk ook iets is"),
    VEROUDERD: ("is lang niet nagekeken", "kijk na wat er is"),
}


class Breed(NamedTuple):
    """Een taak over de hele kaart: wat er is, waar het over gaat, en wat u doet."""

    soort: str
    id: str
    zin: str
    doen: str


def kaartbreed(catalogus: Catalogus) -> list[Breed]:
    """Eerst wat een bewoner merkt: een vraag zonder antwoord, dan een wijk zonder hulp, dan een functie zonder woorden."""
    return [*gezakte_vragen(catalogus), *gaten(catalogus), *zonder_woorden(catalogus)]


def gezakte_vragen(catalogus: Catalogus) -> Iterator[Breed]:
    """De zoektests waarvan het antwoord niet meer bij de eerste drie staat."""
    from generator.zoeken.motor import Motor

    tests = catalogus.kennis.zoektests.zoektests if catalogus.kennis.zoektests else ()
    for u in toets(Motor.van(catalogus), tests) if tests else ():
        if not u.plek:
            hoort = ", ".join((*u.test.functies, *u.test.voorzieningen))
            kwam = ", ".join(u.gevonden) or "niets"
            zin = f"De vraag '{u.vraag}' vindt niet meer {hoort}, maar {kwam}."
            yield Breed("zoektest", u.vraag, zin, "zet een zoekwoord bij de functie of de plek")


def gaten(catalogus: Catalogus) -> Iterator[Breed]:
    """Per wijk wat er volgens gemeente.yaml overal hoort te zijn, en er niet is."""
    for gemeente in (g for g in catalogus.gemeenten if heeft_dekking(g, catalogus)):
        vakjes = dekking(gemeente, catalogus)
        for wijk in gemeente.wijken:
            for functie in gemeente.essentieel:
                stand = vakjes[wijk.code, functie].stand if functie in catalogus.functies else AANWEZIG
                if stand != AANWEZIG:
                    is_zo, doen = STAND[stand]
                    zin = f"{wijk.naam}: '{catalogus.functies[functie].naam}' {is_zo}."
                    yield Breed("dekking", f"{wijk.code} {functie}", zin, doen)


def zonder_woorden(catalogus: Catalogus) -> Iterator[Breed]:
    for f in catalogus.functies.values():
        if len(f.zoekwoorden) < WEINIG_WOORDEN:
            aantal = len(f.zoekwoorden) or "geen"
            zin = f"De functie '{f.naam}' heeft {aantal} zoekwoorden van inwoners."
            yield Breed("functie", f.id, zin, "vraag aan de balie hoe inwoners dit noemen")
