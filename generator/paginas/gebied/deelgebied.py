"""De eigen gebieden van een gemeente (dorpen, stadsdelen, gebiedsteams): hun team, hun wijken en wat er is, net als
bij een wijk.
"""

from collections.abc import Iterator
from functools import partial

from generator.model import Catalogus, Deelgebied, Gebied, Gemeente, Tekening, Voorziening
from generator.paginas import Pagina
from generator.paginas.gebied.dekking import bedient
from generator.paginas.gebied.lijsten import Gebiedlijsten
from generator.paginas.gebied.wijkmeer import SCRIPTS, Wijkmeer
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    for gemeente in catalogus.gemeenten:
        if not gemeente.indeling:
            continue
        meer = Wijkmeer(gemeente, catalogus, kaartjes)
        for deel in gemeente.indeling:
            lijsten = lijsten_van(deel, gemeente, catalogus, kaartjes)
            pagina = Pagina(
                f"gebieden/{gemeente.slug}/{deel.id}/",
                "gebied/deelgebied.html",
                f"{deel.naam}, {gemeente.naam}",
                f"Hulp en plekken in {deel.naam}.",
                partial(context, deel, gemeente, lijsten, meer),
                (("Gemeenten en wijken", "gebieden/"), (gemeente.naam, f"gebieden/{gemeente.slug}/")),
                scripts=(*SCRIPTS, *(("kaart/start.js",) if gemeente.tekening else ())),
                stijlen=("gebied/wijk.css",),
                eerst_stand=True,
                oembed=f"insluiten/gebied/{gemeente.slug}/{deel.id}/oembed.json",
            )
            yield pagina
            yield from lijsten.lange_lijsten(pagina)


def lijsten_van(deel: Deelgebied, gemeente: Gemeente, catalogus: Catalogus, kaartjes: Kaartjes) -> Gebiedlijsten:
    """Wie er in het gebied een plek heeft, en wie er verder voor is."""
    gebied = Gebied(deel.id, deel.naam, "gebied", gemeente.code, deel.id, deel.vorm)
    eerst = [kaartjes.op_id[id_] for id_ in dict.fromkeys((deel.team, gemeente.toegangspunt)) if id_ in kaartjes.op_id]
    bovenaan, codes = {k.id for k in eerst}, frozenset(deel.codes)
    hier: list[Voorziening] = []
    verder: list[Voorziening] = []
    for v in catalogus.per_gebied[gemeente.code]:
        (hier if catalogus.ligt_in(v, codes) else verder).append(v)
    elders = [v for v in verder if v.id not in bovenaan and bedient(v, codes, catalogus)]
    return Gebiedlijsten(gebied, deel.codes, eerst, hier, elders, kaartjes)


def context(deel: Deelgebied, gemeente: Gemeente, lijsten: Gebiedlijsten, meer: Wijkmeer) -> dict:
    """De wijken van het gebied, wie er een plek heeft en wie er verder voor is, en alles wat onder een wijk ook staat."""
    wijken = [meer.catalogus.gebieden[c] for c in deel.codes if c in meer.catalogus.gebieden]
    return {
        "deel": deel,
        "wijk": lijsten.wijk,
        "gemeente": gemeente,
        "wijken": wijken,
        "team": deel.team or "",
        **lijsten.velden(),
        "vakken": [w.code for w in wijken if w.soort == "wijk"],
        "omtrek": omtrek(deel, gemeente.tekening) if any(w.soort == "buurt" for w in wijken) else "",
        **meer.van(lijsten.wijk, lijsten.hier),
    }


def omtrek(deel: Deelgebied, tekening: Tekening | None) -> str:
    """De omtrek van een gebied als SVG-pad in het raster van de tekening; voor een gebied van buurten, want die staan
    er niet op.
    """
    if not tekening or not deel.vorm:
        return ""
    west, zuid, oost, noord = tekening.grens
    vlakken = [deel.vorm["coordinates"]] if deel.vorm["type"] == "Polygon" else deel.vorm["coordinates"]
    ringen = [
        " ".join(
            f"{(x - west) / (oost - west) * tekening.breedte:.0f} {(noord - y) / (noord - zuid) * tekening.hoogte:.0f}"
            for x, y, *_ in ring
        )
        for vlak in vlakken
        for ring in vlak
    ]
    return "".join(f"M{ring}Z" for ring in ringen)
