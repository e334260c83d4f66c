"""Na het installeren: maken wat alleen van het programma afhangt, zodat ook de eerste bouw er niet op wacht.

Het zijn vertaalde sjablonen, verkleinde scripts, het geraamte van de kaart, de gelezen landelijke set, en wat de motor maakt
van de pagina's die in de code staan en van de voorbeeldsite. `kaart.py` start dit een keer.
"""

import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

from generator.bouw.artikelen import maak_artikelen
from generator.bouw.bouwen import schillen_van
from generator.bouw.kaarten import basis, stel_samen
from generator.bouw.middelen import eigen_bestanden, klein
from generator.bouw.sjabloonvoorraad import Sjabloonvoorraad
from generator.catalogus import lees_catalogus
from generator.geheugen import zonder_kringen_zoeken
from generator.geschiedenis.berichten import met_geschiedenis
from generator.kernen import Ploeg, aantal_kernen
from generator.meldingen import Verslag
from generator.model import Instellingen
from generator.paginas.gemeen.vullen import omgeving
from generator.paginas.taal import teksten  # noqa: F401  hier en hieronder: met @klaargezet
from generator.schema.gemeente import ACHTERGRONDKAARTEN
from generator.uitleg.redactieteksten import redactieteksten
from generator.voorraad import KLAAR, VAK, Voorraad, kiem_van_de_omgeving
from generator.zoeken import elders, situaties  # noqa: F401

PROJECT = Path(__file__).parents[2]
PAS_BIJ_HET_SCHRIJVEN = ("icalendar",)
DELEN = 6


@zonder_kringen_zoeken()
def zet_klaar(plek: Path, dag: date) -> None:
    """Vertaal elk sjabloon, en leg in `plek` wat de voorraad van elke map deelt; `dag` is vandaag.

    Wat de gegevens niet nodig heeft, doen kopieen van dit proces ernaast.
    """
    voorraad = Voorraad.om_klaar_te_zetten(plek)
    namen = omgeving().list_templates(extensions=["html"])
    with Ploeg() as ploeg:
        delen = [partial(vertaal, namen[begin::DELEN]) for begin in range(DELEN)]
        ploeg.begin([stel_kaarten_samen, laad_pakketten, *delen], aantal_kernen())
        for naam, inhoud in eigen_bestanden():
            klein(naam, inhoud, voorraad)
        lees_voorbeeld(dag, voorraad)
        for naam, reken in KLAAR.items():
            voorraad.leg(VAK, naam, reken())
        kaarten = ploeg.maak_af()[0][0]
    for achtergrond in ACHTERGRONDKAARTEN:
        basis(Instellingen("", "", achtergrondkaart=achtergrond), voorraad, kaarten.__getitem__)
    voorraad.gedeeld.bewaar()


def vertaal(namen: Sequence[str]) -> None:
    """Vertaal deze sjablonen."""
    sjablonen = omgeving()
    sjablonen.bytecode_cache = Sjabloonvoorraad()
    for naam in namen:
        sjablonen.get_template(naam)


def stel_kaarten_samen() -> dict[str, str]:
    """Het geraamte van de kaart, per achtergrond."""
    return {achtergrond: stel_samen(achtergrond) for achtergrond in ACHTERGRONDKAARTEN}


def laad_pakketten() -> None:
    """Haal binnen wat alleen het schrijven nodig heeft, zodat Python dat al vertaald heeft als de eerste bouw begint."""
    for naam in PAS_BIJ_HET_SCHRIJVEN:
        import_module(naam)


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
