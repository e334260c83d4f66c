"""De kerncijfers van alle gemeenten als CSV, met CBS-codes; kleine aantallen staan er niet in."""

from collections.abc import Iterator

from generator.gebieden.cijfers import openbaar
from generator.model import Catalogus
from generator.uitvoer.rekenblad import als_csv

BESTAND = "data/kerncijfers.csv"
KOLOMMEN = ("gemeente", "gebied", "jaar", "indicator", "categorie", "waarde", "bron")


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    yield (
        BESTAND,
        als_csv(
            KOLOMMEN,
            (
                (g.code, c.gebied, c.jaar, c.indicator, c.categorie, c.waarde, c.bron)
                for g in catalogus.gemeenten
                for c in openbaar(g, catalogus.instellingen.drempel_cijfers)
            ),
        ),
    )
