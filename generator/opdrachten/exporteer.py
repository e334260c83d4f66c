"""`exporteer TABEL`: alle ingangen in een rekenblad, om te bekijken of te wijzigen en daarna met `importeer` terug te
zetten.
"""

from pathlib import Path

from generator.meldingen import Verslag
from generator.opdrachten.controleer import druk_af


def voeg_toe(deel) -> None:
    parser = deel.add_parser("exporteer", help="zet alle ingangen in een rekenblad (xlsx, ods of csv)")
    parser.add_argument("tabel", type=Path, metavar="TABEL", help="waar de tabel komt, zoals lijst.xlsx")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.bewerken.rekenblad.schrijven import schrijf_tabel
    from generator.bewerken.rekenblad.uitvoer import maak_tabel

    verslag = Verslag()
    tabel = maak_tabel(opties.map, verslag)
    if verslag.meldingen_ruw:
        druk_af(verslag)
    schrijf_tabel(tabel, opties.tabel)
    wat = "1 ingang" if len(tabel.rijen) == 1 else f"{len(tabel.rijen)} ingangen"
    print(f"{wat} in {opties.tabel}. Terugzetten kan met: importeer {opties.tabel} --proef")
    return 1 if verslag.fouten else 0
