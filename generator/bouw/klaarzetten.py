"""Na het installeren: maken wat alleen van het programma afhangt, zodat ook de eerste bouw er niet op wacht.

Het zijn vertaalde sjablonen, verkleinde scripts, het geraamte van de kaart, de gelezen landelijke set, en wat de motor maakt
van de pagina's die in de code staan en van de voorbeeldsite. `kaart.py` start dit een keer.
"""

import sys
from datetime import date
from importlib import import_module
from pathlib import Path

from generator.bouw.artikelen import maak_artikelen
from generator.bouw.bouwen import schillen_van
from generator.bouw.kaarten import basis
from generator.bouw.middelen import eigen_bestanden, klein
from generator.bouw.sjabloonvoorraad import Sjabloonvoorraad
from generator.catalogus import lees_catalogus
from generator.geschiedenis.berichten import met_geschiedenis
from generator.meldingen import Verslag
from generator.model import Instellingen
from generator.paginas.gemeen.vullen import omgeving
from generator.schema.gemeente import ACHTERGRONDKAARTEN
from generator.uitleg.redactieteksten import redactieteksten
from generator.voorraad import KLAAR, VAK, Voorraad, kiem_van_de_omgeving

PROJECT = Path(__file__).parents[2]
MET_KLAARGEZET = ("zoeken.elders", "zoeken.situaties", "paginas.taal.teksten")  # wie pas later geladen wordt


def zet_klaar(plek: Path, dag: date) -> None:
    """Vertaal elk sjabloon, en leg in `plek` wat de voorraad van elke map deelt; `dag` is vandaag."""
    sjablonen = omgeving()
    sjablonen.bytecode_cache = Sjabloonvoorraad()
    for naam in sjablonen.list_templates(extensions=["html"]):
        sjablonen.get_template(naam)
    voorraad = Voorraad.om_klaar_te_zetten(plek)
    for naam, inhoud in eigen_bestanden():
        klein(naam, inhoud, voorraad)
    for achtergrond in ACHTERGRONDKAARTEN:
        basis(Instellingen("", "", achtergrondkaart=achtergrond), voorraad)
    lees_voorbeeld(dag, voorraad)
    for module in MET_KLAARGEZET:
        import_module(f"generator.{module}")
    for naam, reken in KLAAR.items():
        voorraad.leg(VAK, naam, reken())
    voorraad.gedeeld.bewaar()


def lees_voorbeeld(dag: date, voorraad: Voorraad) -> None:
    """Lees de voorbeeldsite en laat de motor haar teksten maken: ook de landelijke set, die elke gemeente heeft, is dan bekend.

    Naast een los geinstalleerd programma ligt geen voorbeeld; dan zijn het alleen de teksten die in de code staan.
    """
    verslag = Verslag()
    catalogus = lees_catalogus(PROJECT, verslag, dag, voorraad) if (PROJECT / "mkdocs.yml").exists() else None
    if catalogus is None:
        maak_artikelen("material", redactieteksten(), verslag, voorraad)
        return
    met_geschiedenis(catalogus, PROJECT, voorraad, verslag)
    schillen_van(catalogus, verslag, voorraad)


if __name__ == "__main__":
    if kiem := kiem_van_de_omgeving():
        zet_klaar(kiem, date.fromisoformat(sys.argv[1]))
    sys.exit(0)
