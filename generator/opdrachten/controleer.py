"""`controleer`: alles nakijken, niets schrijven."""

import sys

from generator.bouw.serverbestanden import waak_over_security_txt
from generator.bouw.vooruit import keur_vooruit
from generator.catalogus import lees_catalogus
from generator.meldingen import FORMATEN, Verslag
from generator.model import Catalogus
from generator.opdrachten.kort import kies, telling
from generator.voorraad import Voorraad


def voeg_toe(deel) -> None:
    parser = deel.add_parser("controleer", help="kijk alles na, zonder iets te schrijven")
    parser.add_argument("--formaat", choices=tuple(FORMATEN), default="tekst", help="tekst, json of github")
    parser.add_argument("--leeg-toegestaan", action="store_true", help="een sociale kaart zonder ingangen is goed")
    parser.add_argument(
        "--alles", action="store_true", help="toon elke waarschuwing, en niet van elke soort de eerste tien"
    )
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    verslag = Verslag()
    voorraad = Voorraad(opties.map)
    catalogus = lees_catalogus(opties.map, verslag, opties.peildatum, voorraad, opties.leeg_toegestaan)
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
