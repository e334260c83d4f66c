"""De dekking per gemeente als CSV: een rij per wijk en functie."""

from collections.abc import Iterator

from generator.model import Catalogus, Gemeente
from generator.paginas.gebied.dekking import csv_pad, dekking, heeft_dekking
from generator.uitvoer.rekenblad import als_csv

# Elke kolom met wat erin staat; het schema neemt haar hiervandaan.
KOLOMMEN = {
    "gemeente": "De code van de gemeente.",
    "gebied": "De code van de wijk.",
    "gebiedsnaam": "De naam van de wijk.",
    "functie": "Het id van de functie.",
    "functienaam": "De naam van de functie.",
    "soort": "De soort functie, als code.",
    "essentieel": "ja als elke wijk deze functie hoort te hebben.",
    "stand": "Of de functie er is.",
    "in_de_wijk": "De ids van wie een plek in de wijk heeft.",
    "van_elders": "De ids van wie van elders komt.",
    "licentie": "De licentie van deze rij.",
    "bron": "Wie deze tabel uitgeeft.",
}


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) per gemeente met eigen ingangen."""
    for gemeente in catalogus.gemeenten:
        if heeft_dekking(gemeente, catalogus):
            over = (catalogus.instellingen.licentie, catalogus.instellingen.naam)
            yield csv_pad(gemeente), als_csv(KOLOMMEN, ((*rij, *over) for rij in rijen(gemeente, catalogus)))


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
