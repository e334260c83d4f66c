"""`bouw`: alles nakijken en de site maken, of niets."""

import os
import shlex
import sys
from pathlib import Path

from generator.bouw.bouwen import bouw_site
from generator.meldingen import Verslag
from generator.opdrachten.controleer import druk_af, voeg_kernen_toe
from generator.voorraad import Voorraad


def voeg_toe(deel) -> None:
    parser = deel.add_parser("bouw", help="maak de site")
    parser.add_argument("--uit", type=Path, default=None, metavar="MAP", help="waar de site komt (standaard: site)")
    parser.add_argument("--leeg-toegestaan", action="store_true", help="een sociale kaart zonder ingangen is goed")
    parser.add_argument("--zonder-voorraad", action="store_true", help="reken alles opnieuw uit")
    voeg_kernen_toe(parser, "lezen en schrijven")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    uit = opties.uit or opties.map / "site"
    verslag = Verslag()
    if opties.zonder_voorraad:
        os.environ["SOCIALE_KAART_KIEM"] = "nee"
    voorraad = Voorraad(opties.map, aan=not opties.zonder_voorraad)
    gelukt = bouw_site(
        opties.map, uit, verslag, opties.peildatum, voorraad, opties.leeg_toegestaan, vertel, opties.kernen
    )
    druk_af(verslag)
    if not gelukt:
        print("De site is niet aangepast.")
        return 1
    print(f"De site staat in {uit}. Bekijk haar met: {bekijkopdracht(opties.map, opties.uit)}")
    return 0


def bekijkopdracht(map_: Path, uit: Path | None) -> str:
    """Hoe deze site te bekijken is: `bekijk` toont altijd MAP/site; staat zij elders, dan volstaat een gewone
    webserver.
    """
    if uit is not None and uit.resolve() != (map_ / "site").resolve():
        return f"python3 -m http.server --directory {shlex.quote(str(uit))}"
    return "python3 kaart.py bekijk" + ("" if map_ == Path(".") else f" --map {shlex.quote(str(map_))}")


def vertel(tekst: str) -> None:
    """Voortgang, alleen op een terminal."""
    if sys.stderr.isatty():
        print(tekst, file=sys.stderr, flush=True)
