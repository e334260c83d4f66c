"""De stukken waar de kennis uit komt, met de feiten eruit; en het begin voor professionals."""

from collections.abc import Iterator
from functools import partial

from generator.betekenis.vergelijken import kies_paren, paar_pad
from generator.betekenis.woorden import FEITSOORTEN
from generator.controles.kennis import alle_waarden
from generator.model import Catalogus
from generator.model.kennis import Stuk
from generator.model.toegang import Bron, anker
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina(
        "bronnen/",
        "kennis/bronnen.html",
        "Bronnen en feiten",
        "De stukken waar de kennis op deze site uit komt, met de feiten eruit.",
        partial(context, catalogus),
        (("Voor professionals", "professionals/"),),
        stijlen=("kennis/tekening.css",),
        scripts=("kennis/bronnen.js",),
        afdruk=kaartjes.afdruk(()),
    )
    yield Pagina(
        "professionals/",
        "kennis/professionals.html",
        "Voor professionals",
        "Hoe de hulp geregeld is: bouwtekening, taken, gemeenten en bronnen.",
        begin_context(catalogus),
        stijlen=("kennis/tekening.css",),
    )


def context(catalogus: Catalogus) -> dict:
    gebruikt = plaatsen(catalogus)
    return {
        "lijst": catalogus.kennis.bronnen,
        "nummer": {feit: n for n, feit in enumerate(catalogus.kennis.bronnen.feiten, 1)},
        "delen": [stuk_context(s, gebruikt, catalogus) for s in alle_stukken(gebruikt, catalogus)],
    }


def begin_context(catalogus: Catalogus) -> dict:
    """Het begin voor professionals: alles wat zij zoeken is vanaf hier een klik."""
    tekening, gemeenten = catalogus.kennis.bouwtekening, [g for g in catalogus.gemeenten if g.toegangsmodel]
    clusters = [(f.naam, [c for c in tekening.clusters if c.fase == f.id]) for f in tekening.fasen] if tekening else []
    paren = [(f"{een.naam} en {ander.naam}", paar_pad(een, ander)) for een, ander in kies_paren(gemeenten, catalogus)]
    return {
        "kennis": catalogus.kennis,
        "gemeenten": gemeenten,
        "aantal": len(catalogus.functies),
        "clusters": clusters,
        "paren": paren,
        "met_aantallen": [g for g in catalogus.gemeenten if catalogus.per_gebied[g.code]],
    }


def plaatsen(catalogus: Catalogus) -> list[tuple[str, str, list[Bron]]]:
    """(naam, pad, bronnen) van alles op de site wat een bron noemt."""
    kennis = catalogus.kennis
    uit: list[tuple[str, str, object]] = [
        ("Bouwtekening", "bouwtekening/", kennis.bouwtekening),
        ("Register van taken", "taken/", kennis.takenregister),
        ("Samenwerking in de regio", "regio/", kennis.regio),
        ("Zo werkt het", "zo-werkt-het/", kennis.route),
        ("Woordenlijst", "begrippen/", kennis.begrippen),
    ]
    uit += [
        (f"Zo werkt het in {g.naam}", f"gebieden/{g.slug}/zo-werkt-het/", g.toegangsmodel) for g in catalogus.gemeenten
    ]
    return [(naam, pad, [w for _, w in alle_waarden(ding) if isinstance(w, Bron)]) for naam, pad, ding in uit if ding]


def alle_stukken(gebruikt: list[tuple[str, str, list[Bron]]], catalogus: Catalogus) -> list[Stuk]:
    """De stukken uit de lijst, en wat er verder als bron genoemd wordt."""
    uit = {s.stuk: s for s in catalogus.kennis.bronnen.stukken}
    for _, _, bronnen in gebruikt:
        for bron in bronnen:
            uit.setdefault(bron.stuk, Stuk(bron.stuk, bron.jaar, "Bron"))
    for feit in catalogus.kennis.bronnen.feiten:
        uit.setdefault(feit.bron.stuk, Stuk(feit.bron.stuk, feit.bron.jaar, "Bron"))
    return list(uit.values())


def stuk_context(stuk: Stuk, gebruikt: list[tuple[str, str, list[Bron]]], catalogus: Catalogus) -> dict:
    """Een stuk met zijn feiten per soort, en waar op de site het gebruikt is."""
    feiten = [f for f in catalogus.kennis.bronnen.feiten if f.bron.stuk == stuk.stuk]
    eigen = {g.naam: g for g in catalogus.gemeenten}
    return {
        "stuk": stuk,
        "id": anker(stuk.stuk),
        "aantal": len(feiten),
        "gebruikt": [(naam, pad) for naam, pad, bronnen in gebruikt if any(b.stuk == stuk.stuk for b in bronnen)],
        "gemeenten": [(naam, eigen.get(naam)) for naam in stuk.gemeenten],
        "feiten": [
            (kop, groep) for soort, kop in FEITSOORTEN.items() if (groep := [f for f in feiten if f.soort == soort])
        ],
    }
