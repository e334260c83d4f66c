"""`controleer`: alles nakijken, niets schrijven."""

import argparse
import gc
import sys
from datetime import date
from pathlib import Path

from generator.bouw.serverbestanden import waak_over_security_txt
from generator.bouw.vooraan import lees_ingang
from generator.bouw.vooruit import keur_vooruit
from generator.catalogus import lees_catalogus
from generator.kernen import MEESTE
from generator.meldingen import FORMATEN, Verslag
from generator.model import Catalogus
from generator.opdrachten.kort import kies, telling
from generator.opdrachten.wachter import Wachter, bestanden_van
from generator.voorraad import Voorraad


def voeg_toe(deel) -> None:
    parser = deel.add_parser("controleer", help="kijk alles na, zonder iets te schrijven")
    parser.add_argument("--formaat", choices=tuple(FORMATEN), default="tekst", help="tekst, json of github")
    parser.add_argument("--leeg-toegestaan", action="store_true", help="een sociale kaart zonder ingangen is goed")
    parser.add_argument(
        "--alles", action="store_true", help="toon elke waarschuwing, en niet van elke soort de eerste tien"
    )
    parser.add_argument(
        "--blijf", action="store_true", help="blijf draaien en kijk na elke wijziging opnieuw; stoppen met Ctrl-C"
    )
    voeg_kernen_toe(parser, "lezen")
    parser.set_defaults(doe=doe)


def voeg_kernen_toe(parser: argparse.ArgumentParser, wat: str) -> None:
    uitleg = f"hoeveel processen samen {wat} (standaard: vanzelf)"
    parser.add_argument("--kernen", type=kernen, default=0, metavar="N", help=uitleg)


def kernen(tekst: str) -> int:
    """Een aantal processen uit een argument."""
    if not tekst.isdecimal() or not 1 <= int(tekst) <= MEESTE:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen aantal van 1 tot en met {MEESTE}")
    return int(tekst)


def doe(opties) -> int:
    return blijf(opties) if opties.blijf else kijk_na(opties)


def blijf(opties) -> int:
    """Bij elke wijziging eerst het bestand zelf, want daar kijkt de schrijver naar; daarna alles."""
    gc.enable()  # deze opdracht blijft uren draaien
    wachter = Wachter(opties.map)
    kijk_na(opties)
    wachter.luister()
    try:
        while True:
            sys.stdout.flush()
            wachter.wacht()
            if veranderd := wachter.veranderd():
                for pad in sorted(bestanden_van(opties.map, veranderd)):
                    toon_bestand(opties.map, pad, opties.peildatum, opties.formaat)
                kijk_na(opties)
    except KeyboardInterrupt:
        return 0


def toon_bestand(map_: Path, pad: str, peildatum: date, formaat: str = "tekst") -> None:
    """Wat er in een bestand van een ingang zelf niet goed is; wat van andere bestanden afhangt komt met de rest."""
    verslag = Verslag()
    gelezen = lees_ingang(map_, pad, verslag, peildatum)
    if verslag.meldingen_ruw:
        druk_af(verslag, formaat)
    elif gelezen and formaat == "tekst":
        print(f"{pad}: zelf in orde; nu de rest ...")
    sys.stdout.flush()


def kijk_na(opties) -> int:
    verslag = Verslag()
    voorraad = Voorraad(opties.map)
    catalogus = lees_catalogus(opties.map, verslag, opties.peildatum, voorraad, opties.leeg_toegestaan, opties.kernen)
    if catalogus is not None:
        keur_vooruit(catalogus, verslag, voorraad)
        waak_over_security_txt(opties.map, verslag, opties.peildatum)
    voorraad.bewaar()
    druk_af(verslag, opties.formaat, catalogus, opties.alles)
    return 1 if verslag.fouten else 0


def druk_af(verslag: Verslag, formaat: str = "tekst", catalogus: Catalogus | None = None, alles: bool = False) -> None:
    """Het verslag naar de uitvoer; kleur alleen op een terminal. Fouten staan er altijd allemaal."""
    if formaat == "tekst":
        toon, over = kies(verslag)
        slot = () if alles else tuple(telling(verslag, over, catalogus))
        print(verslag.als_tekst(sys.stdout.isatty(), None if alles else toon, slot))
    else:
        print(FORMATEN[formaat](verslag))
