"""Het register van taken en de samenwerking in de regio; voor professionals."""

from collections.abc import Iterator

from generator.betekenis.woorden import SCHALEN
from generator.model import Catalogus
from generator.model.kennis import Regio, Taak
from generator.paginas import Pagina
from generator.paginas.kennis.achtergrond import achtergrond
from generator.paginas.kennis.tekenen import Tekening
from generator.paginas.kennis.tijdlijn import teken
from generator.paginas.plek.kaartjes import Kaartjes

_KRUIMEL = ("Voor professionals", "professionals/")


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    register = catalogus.kennis.takenregister
    taken = register.taken if register else ()
    soorten = {s.id: s for s in register.soorten} if register else {}
    yield Pagina(
        "taken/",
        "kennis/taken.html",
        "Register van taken",
        "Alle taken in het sociaal domein, met de functie, de schaal en wie ze doet.",
        {
            "register": register,
            "rijen": [rij(t, catalogus) for t in taken],
            "soorten": soorten,
            "schaalnaam": SCHALEN,
            "groepen": list(dict.fromkeys(t.groep for t in taken)),
            "gemeenten": met_taken(catalogus),
            "regio": catalogus.kennis.regio,
            "totalen": {s: sum(t.soort == s for t in taken) for s in soorten},
        },
        (_KRUIMEL,),
        stijlen=("kennis/tekening.css",),
        scripts=("kennis/taken.js",),
    )
    if catalogus.kennis.regio:
        regio = catalogus.kennis.regio
        in_kaart = {g.code: g for g in catalogus.gemeenten}
        yield Pagina(
            "regio/",
            "kennis/regio.html",
            "Samenwerking in de regio",
            regio.uitleg,
            {
                "regio": regio,
                "vel": verloop(regio),
                "schaalnaam": SCHALEN,
                "in_kaart": in_kaart,
                "taak": catalogus.kennis.taak_op_id,
            },
            (_KRUIMEL,),
            stijlen=("kennis/tekening.css",),
        )
        yield from achtergrond("regio/", regio.naam, regio.verdieping, ())


def verloop(regio: Regio) -> Tekening | None:
    """Wat er in de regio gebeurde, op een lijn."""
    return teken([(g.datum, g.wat) for g in regio.verloop]) if regio.verloop else None


def met_taken(catalogus: Catalogus) -> list:
    return [g for g in catalogus.gemeenten if g.toegangsmodel and g.toegangsmodel.taken]


def rij(taak: Taak, catalogus: Catalogus) -> dict:
    """Een taak met haar functie en wie haar doet in elke gemeente die dat zelf heeft opgeschreven."""
    wie = [(g, deel.wie) for g in met_taken(catalogus) for deel in g.toegangsmodel.taken if deel.taak == taak.id]
    regio = catalogus.kennis.regio
    in_regio = next((t for t in regio.taken if t.taak == taak.id), None) if regio else None
    return {
        "taak": taak,
        "functie": catalogus.functies.get(taak.functie or ""),
        "wie": wie,
        "regio": in_regio,
        "cluster": catalogus.kennis.cluster_van.get(taak.functie or ""),
    }
