"""De eigen gebieden van een gemeente (dorpen, stadsdelen, gebiedsteams): hun team, hun wijken en wat er is, net als
bij een wijk.
"""

from collections.abc import Iterator

from generator.betekenis.bereiken import mist_punt
from generator.model import Catalogus, Deelgebied, Gebied, Gemeente, Tekening
from generator.paginas import Pagina
from generator.paginas.gebied.dekking import bedient
from generator.paginas.gebied.gebied import per_thema
from generator.paginas.gebied.gids import gids
from generator.paginas.gebied.lijsten import gebiedlijsten, lange_lijsten
from generator.paginas.gebied.wijkmeer import SCRIPTS, Wijkmeer
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    for gemeente in catalogus.gemeenten:
        if not gemeente.indeling:
            continue
        meer = Wijkmeer(gemeente, catalogus, kaartjes)
        for deel in gemeente.indeling:
            velden = context(deel, gemeente, meer, catalogus, kaartjes)
            pagina = Pagina(
                f"gebieden/{gemeente.slug}/{deel.id}/",
                "gebied/deelgebied.html",
                f"{deel.naam}, {gemeente.naam}",
                f"Hulp en plekken in {deel.naam}.",
                velden,
                (("Gemeenten en wijken", "gebieden/"), (gemeente.naam, f"gebieden/{gemeente.slug}/")),
                scripts=(*SCRIPTS, *(("kaart/start.js",) if gemeente.tekening else ())),
                stijlen=("gebied/wijk.css",),
                eerst_stand=True,
                oembed=f"insluiten/gebied/{gemeente.slug}/{deel.id}/oembed.json",
            )
            yield pagina
            yield from lange_lijsten(velden, pagina, kaartjes)


def context(deel: Deelgebied, gemeente: Gemeente, meer: Wijkmeer, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    """De wijken van het gebied, wie er een plek heeft en wie er verder voor is, en alles wat onder een wijk ook staat."""
    gebied = Gebied(deel.id, deel.naam, "gebied", gemeente.code, deel.id, deel.vorm)
    wijken = [catalogus.gebieden[c] for c in deel.codes if c in catalogus.gebieden]
    alle = catalogus.per_gebied[gemeente.code]
    hier = [v for v in alle if catalogus.ligt_in(v, deel.codes)]
    eerst = [kaartjes.op_id[id_] for id_ in dict.fromkeys((deel.team, gemeente.toegangspunt)) if id_ in kaartjes.op_id]
    bovenaan = {k.id for k in eerst}
    elders = [
        v
        for v in alle
        if v.id not in bovenaan and not catalogus.ligt_in(v, deel.codes) and bedient(v, deel.codes, catalogus)
    ]
    return {
        "deel": deel,
        "wijk": gebied,
        "gemeente": gemeente,
        "wijken": wijken,
        "team": deel.team or "",
        "begin": eerst,
        "aantal": len(hier),
        **gebiedlijsten(
            per_thema([v for v in hier if v.id not in bovenaan], catalogus, kaartjes),
            per_thema(elders, catalogus, kaartjes),
        ),
        "elders_zonder_punt": any(mist_punt(v) for v in elders),
        "adres": gids(hier, deel.codes, catalogus),
        "vakken": [w.code for w in wijken if w.soort == "wijk"],
        "omtrek": omtrek(deel, gemeente.tekening) if any(w.soort == "buurt" for w in wijken) else "",
        **meer.van(gebied, hier),
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
