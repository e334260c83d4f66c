"""De kerncijfers van alle gemeenten als CSV, met CBS-codes; kleine aantallen staan er niet in."""

from collections.abc import Iterator

from generator.betekenis.rekenen import rekenwijze
from generator.gebieden.cijfers import openbaar
from generator.model import Catalogus, Gemeente
from generator.uitvoer.herkomst import herkomst_van
from generator.uitvoer.rekenblad import als_csv

BESTAND = "data/kerncijfers.csv"
# Elke kolom met wat erin staat; het schema neemt haar hiervandaan.
KOLOMMEN = {
    "gemeente": "De code van de gemeente.",
    "gebied": "De code van de wijk, buurt of gemeente.",
    "jaar": "Het jaar.",
    "indicator": "Het id van de indicator.",
    "categorie": "De categorie; alles als er geen is.",
    "waarde": "Het getal, <5 voor een klein aantal, niet getoond, of niets als het niet bekend is.",
    "bron": "Waar het cijfer staat.",
    "gemeentenaam": "De naam van de gemeente.",
    "gebiedsnaam": "De naam van het gebied.",
    "indicatornaam": "Wat er geteld is.",
    "eenheid": "Waar het getal een aantal van is.",
    "rekenen": "optellen, gemiddelde (gewogen naar inwoners) of niet.",
    "licentie": "De licentie van deze rij.",
}


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    yield BESTAND, als_csv(KOLOMMEN, (rij for g in catalogus.gemeenten for rij in rijen(g, catalogus)))


def rijen(gemeente: Gemeente, catalogus: Catalogus) -> Iterator[tuple]:
    uitleg = {i["id"]: i for i in gemeente.indicatoren}
    licentie, _ = herkomst_van(gemeente, "kerncijfers", catalogus)
    for c in openbaar(gemeente, catalogus.instellingen.drempel_cijfers):
        indicator = uitleg.get(c.indicator, {})
        naam, eenheid = indicator.get("naam") or c.indicator, indicator.get("eenheid")
        bron = c.bron or indicator.get("bron") or catalogus.instellingen.naam
        cijfer = (gemeente.code, c.gebied, c.jaar, c.indicator, c.categorie, c.waarde, bron)
        gebiedsnaam = catalogus.gebieden[c.gebied].naam
        yield *cijfer, gemeente.naam, gebiedsnaam, naam, eenheid, rekenwijze(indicator), licentie
