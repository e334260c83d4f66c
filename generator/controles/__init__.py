"""Regels over alles samen: een regel is een functie in `CONTROLES` die de stand krijgt en meldt wat niet klopt."""

from datetime import date
from pathlib import Path

from generator.controles.identiteit import controleer_dubbel, controleer_ids, controleer_ongebruikt, controleer_verdwenen
from generator.controles.kennis import (
    controleer_bouwtekening,
    controleer_stukken,
    controleer_toegangsmodellen,
    controleer_woorden,
)
from generator.controles.plekken import controleer_gemeente_van_punt
from generator.controles.stand import Stand
from generator.controles.vakanties import controleer_vakanties
from generator.controles.verwijzingen import (
    controleer_doorverwijzingen,
    controleer_gemeentebestanden,
    controleer_instelling,
    controleer_kringen,
    controleer_verwijzingen,
)
from generator.controles.wegwijzer import controleer_wegwijzer
from generator.lezen.inhoud import Gelezen
from generator.meldingen import Verslag
from generator.model import Gemeente, Instellingen
from generator.model.kennis import Kennis

CONTROLES = (
    controleer_ids,
    controleer_verwijzingen,
    controleer_gemeentebestanden,
    controleer_instelling,
    controleer_kringen,
    controleer_doorverwijzingen,
    controleer_dubbel,
    controleer_ongebruikt,
    controleer_verdwenen,
    controleer_gemeente_van_punt,
    controleer_bouwtekening,
    controleer_woorden,
    controleer_stukken,
    controleer_toegangsmodellen,
    controleer_wegwijzer,
    controleer_vakanties,
)


def controleer(gelezen: Gelezen, gemeenten: tuple[Gemeente, ...], plaatsen: dict[tuple[str, int], str],
               instellingen: Instellingen, map_: Path, verslag: Verslag, peildatum: date, kennis: Kennis) -> None:
    """Alle regels over de bestanden heen; elke vondst komt in het verslag.

    Args:
        gelezen: wat uit sociale_kaart/ kwam, ook van bestanden met een fout.
        plaatsen: per (id, nummer van de locatie) de code van de wijk waar het punt in ligt.
        map_: de inhoudsmap; nodig om de plek van een veld en de vorige site op te zoeken.
    """
    stand = Stand(gelezen, gemeenten, plaatsen, instellingen, map_, verslag, peildatum, kennis)
    for controle in CONTROLES:
        controle(stand)
