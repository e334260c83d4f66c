"""De balie voor het klantcontactcentrum: een scherm om aan de telefoon de goede deur te vinden."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina("kcc/", "kcc.html", "Balie", "Zoeken aan de telefoon, met alleen het toetsenbord.", stijlen=("kcc.css",), in_sitemap=False)
