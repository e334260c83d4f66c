"""Voor de redactie: hoe goed de inhoud is, per team, met de formule en wat er het eerst moet."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.kwaliteit.cijfer import Minpunt, Oordeel, oordelen
from generator.kwaliteit.formule import REDENEN, UITLEG
from generator.kwaliteit.werk import gemiddeld, per_team, taken
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes

EERSTE, LAAGSTE = 10, 25


class Teamblok(NamedTuple):
    """Wat een team te doen heeft: aantallen per reden, de eerste taken, en de plekken met het laagste cijfer."""

    naam: str
    aantal: int
    cijfer: int
    aantallen: list[tuple[str, int]]
    taken: list[tuple[Minpunt, Oordeel]]
    meer: int
    laagste: list[Oordeel]


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina(
        "redactie/kwaliteit/",
        "redactie/kwaliteit.html",
        "Hoe goed de inhoud is",
        "Per team wat een bewoner hindert, het ergste eerst.",
        partial(context, catalogus),
        (("Redactie", "redactie/"),),
        stijlen=("redactie/kwaliteit.css",),
        in_sitemap=False,
    )


def context(catalogus: Catalogus) -> dict:
    alle = oordelen(catalogus)
    return {
        "aantal": len(alle),
        "cijfer": gemiddeld(alle),
        "teams": [blok(naam, eigen) for naam, eigen in per_team(alle).items()],
        "redenen": REDENEN,
        "uitleg": UITLEG,
        "peildatum": catalogus.peildatum,
    }


def blok(naam: str, eigen: list[Oordeel]) -> Teamblok:
    werk = taken(eigen)
    telling = Counter(REDENEN[reden.soort].kort for reden, _ in werk)
    laagste = [o for o in eigen if o.redenen][:LAAGSTE]
    return Teamblok(
        naam, len(eigen), gemiddeld(eigen), list(telling.items()), werk[:EERSTE], len(werk) - EERSTE, laagste
    )
