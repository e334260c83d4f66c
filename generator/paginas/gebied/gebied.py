"""De gebieden: een overzicht, een pagina per gemeente en een per wijk."""

from collections.abc import Iterator
from functools import partial

from generator.geschiedenis.berichten import van_gebied
from generator.model import Catalogus, Gebied, Gemeente
from generator.paginas import Pagina
from generator.paginas.gebied.cijferkaart import cijferbladen
from generator.paginas.gebied.dekking import heeft_dekking
from generator.paginas.gebied.lijsten import Gebiedlijsten, per_thema
from generator.paginas.gebied.wijkmeer import SCRIPTS, Wijkmeer
from generator.paginas.gemeen.verdelen import groepen
from generator.paginas.kennis.werkwijze import teams_van
from generator.paginas.plek.kaartjes import Kaartjes

MEESTE_VERANDERINGEN = 5
GEMEENTESCRIPTS = ("gemeen/standblad.js", "vinden/onderwerp.js", "kaart/cijfers.js")


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina(
        "gebieden/",
        "gebied/gebieden.html",
        "Gemeenten en wijken",
        "Kies uw gemeente of wijk.",
        {
            "gemeenten": sorted(catalogus.gemeenten, key=lambda g: g.code != catalogus.instellingen.gemeente),
            "geschiedenis": catalogus.geschiedenis is not None,
            "postcodes": any(g.postcodes for g in catalogus.gemeenten),
        },
        scripts=("gemeen/postcode.js",),
    )
    for gemeente in catalogus.gemeenten:
        boven = (("Gemeenten en wijken", "gebieden/"),)
        yield Pagina(
            f"gebieden/{gemeente.slug}/",
            "gebied/gemeente.html",
            gemeente.naam,
            f"Hulp en plekken in {gemeente.naam}, per wijk.",
            partial(gemeente_context, gemeente, catalogus, kaartjes),
            boven,
            scripts=GEMEENTESCRIPTS,
            stijlen=("gebied/cijfers.css",) if gemeente.kerncijfers else (),
            eerst_stand=True,
            oembed=f"insluiten/gemeente/{gemeente.slug}/oembed.json",
        )
        meer = Wijkmeer(gemeente, catalogus, kaartjes)
        for wijk in gemeente.wijken:
            deel = f"{gemeente.slug}/{wijk.slug}/"
            lijsten = wijk_lijsten(wijk, gemeente, catalogus, kaartjes)
            pagina = Pagina(
                f"gebieden/{deel}",
                "gebied/wijk.html",
                f"{wijk.naam}, {gemeente.naam}",
                f"Hulp en plekken in {wijk.naam}.",
                partial(wijk_context, wijk, gemeente, lijsten, meer),
                (*boven, (gemeente.naam, f"gebieden/{gemeente.slug}/")),
                eerst_stand=True,
                oembed=f"insluiten/wijk/{deel}oembed.json",
                scripts=(*SCRIPTS, *(("kaart/start.js",) if gemeente.tekening else ())),
                stijlen=(
                    "gebied/wijk.css",
                    *(("kennis/tekening.css",) if gemeente.toegangsmodel and gemeente.toegangsmodel.teams else ()),
                ),
            )
            yield pagina
            yield from lijsten.lange_lijsten(pagina)


def gemeente_context(gemeente: Gemeente, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    eigen = {gemeente.code, *catalogus.regios_van.get(gemeente.code, ())}
    hele = [
        v for v in catalogus.per_gebied[gemeente.code] if eigen & set(v.werkgebied) and v.id != gemeente.toegangspunt
    ]
    return {
        "gemeente": gemeente,
        "wijken": [(w, len(catalogus.per_plek[w.code])) for w in gemeente.wijken],
        "leden": catalogus.leden_van(gemeente.code) if gemeente.gemeenten else [],
        "regios": [catalogus.gemeente_op_code[c] for c in catalogus.regios_van.get(gemeente.code, ())],
        "toegangspunt": kaartjes.op_id.get(gemeente.toegangspunt or ""),
        "hele_gemeente": groepen(per_thema(hele, catalogus, kaartjes), "kaart"),
        "aantal": len(hele),
        "bladen": cijferbladen(gemeente, catalogus),
        "met_dekking": heeft_dekking(gemeente, catalogus),
        "veranderingen": van_gebied(catalogus, gemeente.code)[:MEESTE_VERANDERINGEN],
    }


def wijk_lijsten(wijk: Gebied, gemeente: Gemeente, catalogus: Catalogus, kaartjes: Kaartjes) -> Gebiedlijsten:
    hier, eerst = catalogus.per_plek[wijk.code], begin(wijk, gemeente, kaartjes)
    genoemd = {k.id for k in eerst} | {v.id for v in hier}
    elders = [v for v in catalogus.per_gebied[wijk.code] if v.id not in genoemd]
    return Gebiedlijsten(wijk, (wijk.code,), eerst, hier, elders, kaartjes)


def wijk_context(wijk: Gebied, gemeente: Gemeente, lijsten: Gebiedlijsten, meer: Wijkmeer) -> dict:
    return {
        "wijk": wijk,
        "gemeente": gemeente,
        **lijsten.velden(),
        "teams": teams_van(gemeente, meer.catalogus, meer.kaartjes, wijk.code),
        "veranderingen": van_gebied(meer.catalogus, wijk.code)[:MEESTE_VERANDERINGEN],
        **meer.van(wijk, lijsten.hier),
    }


def begin(wijk: Gebied, gemeente: Gemeente, kaartjes: Kaartjes) -> list:
    """Wie elke vraag uit deze wijk aanneemt: het team van haar deelgebied, en het toegangspunt van de gemeente."""
    teams = [deel.team for deel in gemeente.indeling if wijk.code in deel.codes]
    return [kaartjes.op_id[id_] for id_ in dict.fromkeys((*teams, gemeente.toegangspunt)) if id_ in kaartjes.op_id]
