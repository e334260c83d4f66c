"""De balie voor het klantcontactcentrum: een scherm om aan de telefoon, met alleen het toetsenbord, de goede deur te
vinden.
"""

from collections.abc import Iterator

from generator.betekenis.nood import noodlijn
from generator.model import Catalogus
from generator.opmaak import gewone_datum
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.paginas.vinden.wegwijzer import toegangspunten

PAD = "kcc/"


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina(
        PAD,
        "vinden/kcc.html",
        "Balie",
        "Zoeken aan de telefoon, met alleen het toetsenbord.",
        {
            "toegang": toegangspunten(catalogus),
            "stand": gewone_datum(catalogus.peildatum),
            "gemeente": catalogus.instellingen.gemeente or "",
            "noodnummers": noodlijn(catalogus),
            "overzicht": bool(catalogus.kennis.wegwijzer and catalogus.kennis.wegwijzer.themas),
        },
        scripts=(
            "gemeen/standblad.js",
            "balie/start.js",
        ),
        stijlen=("balie/stijl.css",),
        in_sitemap=False,
    )
