"""Het formulier voor wie iets meldt: een fout, een nieuwe plek, of dat iets nog klopt. De velden komen uit de veldentabel."""

from collections.abc import Iterator

from generator.betekenis.meldwegen import meldmail
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.gemeen.achtergrond import zin
from generator.paginas.plek.kaartadressen import GEMEENTEN, PLEKKEN, van_gebieden
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    met_grenzen = [g for g in catalogus.gemeenten if g.te_tekenen]
    yield Pagina(
        "melden/",
        "redactie/melden.html",
        "Melden",
        "Klopt er iets niet, of ontbreekt er een plek? Meld het hier.",
        {
            "ontvanger": catalogus.instellingen.melden.ontvanger,
            "mail": meldmail(catalogus.instellingen),
            "plekken": PLEKKEN,
            "grenzen": van_gebieden(met_grenzen[0]) if len(met_grenzen) == 1 else "",
            "gemeenten": GEMEENTEN,
            "achtergrond": zin(catalogus.instellingen),
        },
        scripts=("melden/start.js",),
        stijlen=("melden/stijl.css",),
        in_sitemap=False,
    )
