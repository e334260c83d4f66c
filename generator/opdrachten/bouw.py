"""`bouw`: alles nakijken en de site maken, of niets."""

import sys
from pathlib import Path

from generator.bouwen import bouw_site
from generator.meldingen import Verslag
from generator.opdrachten.controleer import druk_af
from generator.voorraad import Voorraad


def voeg_toe(deel) -> None:
    parser = deel.add_parser("bouw", help="maak de site")
    parser.add_argument("--uit", type=Path, default=None, metavar="MAP", help="waar de site komt (standaard: site)")
    parser.add_argument("--leeg-toegestaan", action="store_true", help="een sociale kaart zonder ingangen is goed")
    parser.add_argument("--zonder-voorraad", action="store_true", help="reken alles opnieuw uit")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    uit = opties.uit or opties.map / "site"
    verslag = Verslag()
    voorraad = Voorraad(opties.map, aan=not opties.zonder_voorraad)
    gelukt = bouw_site(opties.map, uit, verslag, opties.peildatum, voorraad, opties.leeg_toegestaan, vertel)
    druk_af(verslag)
    if not gelukt:
        print("De site is niet aangepast.")
        return 1
    print(f"De site staat in {uit}. Bekijk haar met: python3 kaart.py bekijk")
    return 0


def vertel(tekst: str) -> None:
    """Voortgang, alleen op een terminal."""
    if sys.stderr.isatty():
        print(tekst, file=sys.stderr, flush=True)
