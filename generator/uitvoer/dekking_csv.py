"""De dekking per gemeente als CSV: een rij per wijk en functie."""

from collections.abc import Iterator

from generator.model import Catalogus, Gemeente
from generator.paginas.gebied.dekking import csv_pad, dekking, heeft_dekking
from generator.uitvoer.rekenblad import als_csv

KOLOMMEN = (
    "gemeente",
    "gebied",
    "gebiedsnaam",
    "functie",
    "functienaam",
    "soort",
    "essentieel",
    "stand",
    "in_de_wijk",
    "van_elders",
)


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) per gemeente met eigen ingangen."""
    for gemeente in catalogus.gemeenten:
        if heeft_dekking(gemeente, catalogus):
            yield csv_pad(gemeente), als_csv(KOLOMMEN, rijen(gemeente, catalogus))


def rijen(gemeente: Gemeente, catalogus: Catalogus) -> Iterator[tuple]:
    vakjes = dekking(gemeente, catalogus)
    for wijk in gemeente.wijken:
        for f in catalogus.functies.values():
            vakje = vakjes[wijk.code, f.id]
            overal = "ja" if f.id in gemeente.essentieel else "nee"
            yield (
                gemeente.code,
                wijk.code,
                wijk.naam,
                f.id,
                f.naam,
                f.soort,
                overal,
                vakje.stand,
                ";".join(sorted(set(vakje.hier))),
                ";".join(sorted(set(vakje.elders))),
            )
