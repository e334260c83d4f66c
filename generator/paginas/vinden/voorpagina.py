"""De voorpagina: een vraag, een zoekvak, de levensgebieden en de wijken."""

from collections.abc import Iterator

from generator.betekenis.nood import noodlijn
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.paginas.taal.teksten import talen


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    inst = catalogus.instellingen
    eigen = catalogus.gemeente_op_code.get(inst.gemeente or "")
    yield Pagina(
        "",
        "vinden/voorpagina.html",
        "Waar kunnen we u mee helpen?",
        inst.beschrijving or "Waar u terechtkunt met uw vraag.",
        {
            "themas": list(catalogus.themas.values()),
            "gemeenten": catalogus.gemeenten,
            "eigen": eigen,
            "voorbeeldvragen": inst.voorbeeldvragen,
            "noodnummers": noodlijn(catalogus),
            "aantal": len(catalogus.voorzieningen),
            "postcodes": any(g.postcodes for g in catalogus.gemeenten),
            "talen": talen(),
        },
        scripts=("gemeen/postcode.js",),
        vertalingen=(("nl", ""), *((code, f"taal/{code}/") for code in talen())),
    )
