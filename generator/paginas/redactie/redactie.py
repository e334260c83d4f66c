"""Voor de redactie: wat nagekeken moet worden."""

from collections.abc import Iterator

from generator.betekenis.actueel import uiterlijk
from generator.betekenis.meldwegen import klopt_link
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina("redactie/", "redactie/redactie.html", "Redactie", "Alles voor wie deze sociale kaart bijhoudt.", {})
    te_laat = sorted(
        (
            v
            for v in catalogus.voorzieningen.values()
            if v.status == "actief" and uiterlijk(v, catalogus) < catalogus.peildatum
        ),
        key=lambda v: (v.gecontroleerd.op, v.naam),
    )
    yield Pagina(
        "redactie/nakijken/",
        "redactie/nakijken.html",
        "Wat nagekeken moet worden",
        "Ingangen waarvan de termijn van nakijken voorbij is.",
        {
            "te_laat": te_laat,
            "aantal": len(catalogus.voorzieningen),
            "peildatum": catalogus.peildatum,
            "ontvanger": catalogus.instellingen.melden.ontvanger,
            "klopt": {v.id: klopt_link(catalogus.instellingen, v) for v in te_laat},
        },
        (("Redactie", "redactie/"),),
    )
