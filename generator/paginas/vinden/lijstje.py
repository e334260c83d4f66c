"""Het lijstje: de pagina waar iemand ziet, print en deelt wat hij bewaarde. De inhoud staat alleen in zijn browser."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.opmaak import gewone_datum
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina(
        "lijstje/",
        "vinden/lijstje.html",
        "Mijn lijstje",
        "De plekken die u hebt bewaard, om te printen of te delen.",
        {"stand": gewone_datum(catalogus.peildatum)},
        scripts=(
            "gemeen/standblad.js",
            "lijstje/blad.js",
        ),
        stijlen=("lijstje/stijl.css",),
        in_sitemap=False,
    )
