"""`regio`: gebouwde sites van gemeenten krijgen samen een beginpagina, waar iemand met zijn plaats zoekt."""

from pathlib import Path

from generator.meldingen import Verslag
from generator.opdrachten.controleer import druk_af
from generator.regio.bouwen import bouw_regio
from generator.voorraad import Voorraad


def voeg_toe(deel) -> None:
    parser = deel.add_parser("regio", help="maak de beginpagina van een regio uit gebouwde sites")
    parser.add_argument("--uit", type=Path, default=None, metavar="MAP", help="waar de regio komt (standaard: site)")
    parser.add_argument(
        "--zonder-sites", action="store_true", help="alleen de beginpagina: elke gemeente zet haar eigen site neer"
    )
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    uit = opties.uit or opties.map / "site"
    verslag, voorraad = Verslag(), Voorraad(opties.map)
    scherven = bouw_regio(opties.map, uit, verslag, opties.peildatum, voorraad, not opties.zonder_sites)
    voorraad.bewaar()
    druk_af(verslag)
    if not scherven:
        print("De regio is niet aangepast.")
        return 1
    elders = sum(not s.onder for s in scherven)
    print(f"De regio staat in {uit}: {len(scherven)} sites" + (f", {elders} op een eigen adres." if elders else "."))
    return 0
