"""Regels over alles samen: een regel is een functie `controleer_...` in deze map, die de stand krijgt en meldt wat
niet klopt.
"""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from generator.controles.stand import Stand
from generator.lezen.inhoud import Gelezen
from generator.meldingen import Verslag
from generator.model import Gemeente, Instellingen
from generator.model.kennis import Kennis
from generator.voorraad import Voorraad


def zoek_controles() -> tuple[Callable[[Stand], None], ...]:
    """Elke functie `controleer_...` in een module van deze map, in de volgorde van het alfabet en van de module."""
    modules = [import_module(f"{__name__}.{naam}") for naam in sorted(deel.name for deel in iter_modules(__path__))]
    return tuple(
        functie
        for module in modules
        for naam, functie in vars(module).items()
        if naam.startswith("controleer_") and functie.__module__ == module.__name__
    )


CONTROLES = zoek_controles()


def controleer(
    gelezen: Gelezen,
    gemeenten: tuple[Gemeente, ...],
    plaatsen: dict[tuple[str, int], str],
    instellingen: Instellingen,
    map_: Path,
    verslag: Verslag,
    peildatum: date,
    voorraad: Voorraad,
    kennis: Kennis,
) -> Stand:
    """Alle regels over de bestanden heen; elke vondst komt in het verslag.

    Args:
        gelezen: wat uit sociale_kaart/ kwam, ook van bestanden met een fout.
        plaatsen: per (id, nummer van de locatie) de code van de wijk waar het punt in ligt.
        voorraad: wat een controle eerder al uitrekende.
        map_: de inhoudsmap; nodig om de plek van een veld en de vorige site op te zoeken.
    """
    stand = Stand(gelezen, gemeenten, plaatsen, instellingen, map_, verslag, peildatum, voorraad, kennis)
    for controle in CONTROLES:
        controle(stand)
    return stand
