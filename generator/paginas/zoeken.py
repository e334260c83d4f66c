"""De zoekpagina: een vak, filters en uitkomsten; zonder JavaScript de onderwerpen, alle soorten hulp en alles van A tot Z."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.kaartjes import Kaartjes
from generator.schema import DOELGROEPEN, TALEN


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    inst = catalogus.instellingen
    eigen = catalogus.gemeente_op_code.get(inst.gemeente or "")
    yield Pagina("zoeken/", "zoeken.html", "Zoeken", "Typ uw vraag in uw eigen woorden en vind een plek dichtbij.", {
        "themas": list(catalogus.themas.values()), "gemeenten": [g for g in catalogus.gemeenten if g.wijken],
        "doelgroepen": [d for d in DOELGROEPEN if any(d in v.doelgroepen for v in catalogus.voorzieningen.values())],
        "talen": [(code, naam) for code, naam in TALEN.items() if any(code in v.talen for v in catalogus.voorzieningen.values())],
        "toegangspunt": kaartjes.op_id.get(eigen.toegangspunt) if eigen else None,
        "functies": [f for f in catalogus.functies.values() if catalogus.per_functie[f.id]],
    }, scripts=("zoeken.js",))
