"""Na het installeren: maken wat alleen van het programma afhangt, zodat ook de eerste bouw er niet op wacht.

Het zijn vertaalde sjablonen, verkleinde scripts en het geraamte van de kaart. `kaart.py` start dit een keer.
"""

import sys
from pathlib import Path

from generator.bouw.kaarten import basis
from generator.bouw.middelen import eigen_bestanden, klein
from generator.bouw.stempelen import Sjabloonvoorraad
from generator.model import Instellingen
from generator.paginas.gemeen.vullen import omgeving
from generator.schema.gemeente import ACHTERGRONDKAARTEN
from generator.voorraad import Voorraad, kiem_van_de_omgeving


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
    voorraad.gedeeld.bewaar()


if __name__ == "__main__":
    if kiem := kiem_van_de_omgeving():
        zet_klaar(kiem)
    sys.exit(0)
