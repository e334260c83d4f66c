"""De kaart van alle plekken, met dezelfde plekken als lijst ernaast."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    op_kaart = [v for v in catalogus.voorzieningen.values() if v.status == "actief" and any(p.punt for p in v.locaties)]
    yield Pagina("kaart/", "kaart.html", "Kaart", "Alle plekken op de kaart.", {"kaartjes": kaartjes.lijst(op_kaart)},
                 scripts=("open-lijst.js",))
