"""De balie voor het klantcontactcentrum: een scherm om aan de telefoon, met alleen het toetsenbord, de goede deur te
vinden.
"""

from collections.abc import Iterator

from generator.betekenis.nood import gevaarnummer, noodlijn
from generator.model import Catalogus, Voorziening
from generator.opmaak import gewone_datum
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.paginas.vinden.wegwijzer import toegangspunten
from generator.zoeken.taal import lees_los

PAD = "kcc/"


def toegangspunt(catalogus: Catalogus) -> Voorziening | None:
    """Waar de balie naar verwijst zolang de wijk van de beller niet bekend is: de eigen gemeente, anders de eerste."""
    eigen = catalogus.gemeente_op_code.get(catalogus.instellingen.gemeente or "")
    gevonden = catalogus.voorzieningen.get(eigen.toegangspunt or "") if eigen else None
    return gevonden or next(iter(toegangspunten(catalogus)), None)


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    eigen = toegangspunt(catalogus)
    yield Pagina(
        PAD,
        "vinden/kcc.html",
        "Balie",
        "Zoeken aan de telefoon, met alleen het toetsenbord.",
        {
            "toegang": toegangspunten(catalogus),
            "eigen": eigen,
            "eigen_stand": kaartjes.op_id[eigen.id].stand if eigen else "",
            "stand": gewone_datum(catalogus.peildatum),
            "gemeente": catalogus.instellingen.gemeente or "",
            "noodnummers": noodlijn(catalogus),
            "gevaar": gevaarnummer(catalogus),
            "talen_kort": lees_los("vreemd.yaml")["talen"],
            "overzicht": bool(catalogus.kennis.wegwijzer and catalogus.kennis.wegwijzer.themas),
        },
        scripts=(
            "gemeen/standblad.js",
            "balie/start.js",
        ),
        stijlen=("balie/stijl.css",),
        in_sitemap=False,
        eerst_stand=True,
    )
