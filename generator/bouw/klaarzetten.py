"""Na het installeren: maken wat alleen van het programma afhangt, zodat ook de eerste bouw er niet op wacht.

Het zijn vertaalde sjablonen, verkleinde scripts, het geraamte van de kaart, en wat de motor maakt van de pagina's die in de
code staan en van de voorbeeldsite. `kaart.py` start dit een keer.
"""

import sys
from datetime import date
from pathlib import Path

from generator.bouw.artikelen import maak_artikelen
from generator.bouw.bouwen import geschreven_teksten
from generator.bouw.kaarten import basis
from generator.bouw.middelen import eigen_bestanden, klein
from generator.bouw.stempelen import Sjabloonvoorraad
from generator.lezen.geschreven import lees_geschreven
from generator.lezen.instellingen import lees_instellingen
from generator.meldingen import Verslag
from generator.model import Instellingen
from generator.paginas.gemeen.vullen import omgeving
from generator.schema.gemeente import ACHTERGRONDKAARTEN
from generator.voorraad import Voorraad, kiem_van_de_omgeving

PROJECT = Path(__file__).parents[2]
_DAG = date(2000, 1, 1)  # welke dag het is, maakt voor een geschreven pagina niet uit


def zet_klaar(plek: Path) -> None:
    """Vertaal elk sjabloon, en leg in `plek` wat de voorraad van elke map deelt."""
    sjablonen = omgeving()
    sjablonen.bytecode_cache = Sjabloonvoorraad()
    for naam in sjablonen.list_templates(extensions=["html"]):
        sjablonen.get_template(naam)
    voorraad = Voorraad.om_klaar_te_zetten(plek)
    for naam, inhoud in eigen_bestanden():
        klein(naam, inhoud, voorraad)
    for achtergrond in ACHTERGRONDKAARTEN:
        basis(Instellingen("", "", achtergrondkaart=achtergrond), voorraad)
    zet_artikelen_klaar(voorraad)
    voorraad.gedeeld.bewaar()


def zet_artikelen_klaar(voorraad: Voorraad) -> None:
    """Laat de motor maken wat niet van een gemeente is; naast een los geinstalleerd programma ligt geen voorbeeld."""
    verslag, voorbeeld = Verslag(), (PROJECT / "mkdocs.yml").exists()
    inst = lees_instellingen(PROJECT, verslag, _DAG) if voorbeeld else Instellingen("", "")
    geschreven = lees_geschreven(PROJECT, verslag) if voorbeeld else {}
    maak_artikelen(inst.engine, geschreven_teksten(geschreven, inst), verslag, voorraad)


if __name__ == "__main__":
    if kiem := kiem_van_de_omgeving():
        zet_klaar(kiem)
    sys.exit(0)
