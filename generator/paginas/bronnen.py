"""De stukken waar de kennis uit komt, met de feiten eruit; en het begin voor professionals."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.model import Catalogus
from generator.model.kennis import Stuk
from generator.model.toegang import Bron, anker
from generator.paginas import Pagina
from generator.paginas.kaartjes import Kaartjes
from generator.paginas.werkwijze import kies_paren, paar_pad

FEITSOORT = {"cijfer": "Cijfers", "datum": "Datums", "rol": "Rollen", "stap": "Stappen", "criterium": "Criteria", "partner": "Partners",
             "cluster": "Clusters en blokken", "overig": "Verder"}


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    lijst = catalogus.kennis.bronnen
    yield Pagina("bronnen/", "bronnen.html", "Bronnen en feiten", "De stukken waar de kennis op deze site uit komt, met de feiten eruit.",
                 lambda: {"lijst": lijst, "delen": [stuk_context(s, catalogus) for s in alle_stukken(catalogus)]},
                 (("Voor professionals", "professionals/"),), stijlen=("tekening.css",), afdruk=kaartjes.afdruk(()))
    yield Pagina("professionals/", "professionals.html", "Voor professionals",
                 "Hoe de hulp geregeld is: bouwtekening, taken, gemeenten en bronnen.", begin_context(catalogus), stijlen=("tekening.css",))


def begin_context(catalogus: Catalogus) -> dict:
    """Het begin voor professionals: alles wat zij zoeken is vanaf hier een klik."""
    tekening, gemeenten = catalogus.kennis.bouwtekening, [g for g in catalogus.gemeenten if g.toegangsmodel]
    clusters = [(f.naam, [c for c in tekening.clusters if c.fase == f.id]) for f in tekening.fasen] if tekening else []
    paren = [(f"{een.naam} en {ander.naam}", paar_pad(een, ander)) for een, ander in kies_paren(gemeenten, catalogus)]
    return {"kennis": catalogus.kennis, "gemeenten": gemeenten, "aantal": len(catalogus.functies), "clusters": clusters, "paren": paren,
            "met_aantallen": [g for g in catalogus.gemeenten if catalogus.per_gebied[g.code]]}


def bronnen_in(ding: object) -> Iterator[Bron]:
    """Elke Bron in een object uit het model."""
    if isinstance(ding, Bron):
        yield ding
    elif isinstance(ding, tuple | list):
        for deel in ding:
            yield from bronnen_in(deel)
    elif is_dataclass(ding):
        for veld in fields(ding):
            yield from bronnen_in(getattr(ding, veld.name))


def plaatsen(catalogus: Catalogus) -> list[tuple[str, str, object]]:
    """(naam, pad, object) van alles op de site wat een bron noemt."""
    kennis = catalogus.kennis
    uit = [("Bouwtekening", "bouwtekening/", kennis.bouwtekening), ("Register van taken", "taken/", kennis.takenregister),
           ("Samenwerking in de regio", "regio/", kennis.regio), ("Zo werkt het", "zo-werkt-het/", kennis.route),
           ("Woordenlijst", "begrippen/", kennis.begrippen)]
    uit += [(f"Zo werkt het in {g.naam}", f"gebieden/{g.slug}/zo-werkt-het/", g.toegangsmodel) for g in catalogus.gemeenten]
    return [(naam, pad, ding) for naam, pad, ding in uit if ding]


def alle_stukken(catalogus: Catalogus) -> list[Stuk]:
    """De stukken uit de lijst, en wat er verder als bron genoemd wordt."""
    uit = {s.stuk: s for s in catalogus.kennis.bronnen.stukken}
    for _, _, ding in plaatsen(catalogus):
        for bron in bronnen_in(ding):
            uit.setdefault(bron.stuk, Stuk(bron.stuk, bron.jaar, "Bron"))
    for feit in catalogus.kennis.bronnen.feiten:
        uit.setdefault(feit.bron.stuk, Stuk(feit.bron.stuk, feit.bron.jaar, "Bron"))
    return list(uit.values())


def stuk_context(stuk: Stuk, catalogus: Catalogus) -> dict:
    """Een stuk met zijn feiten per soort, en waar op de site het gebruikt is."""
    feiten = [f for f in catalogus.kennis.bronnen.feiten if f.bron.stuk == stuk.stuk]
    gebruikt = [(naam, pad) for naam, pad, ding in plaatsen(catalogus) if any(b.stuk == stuk.stuk for b in bronnen_in(ding))]
    eigen = {g.naam: g for g in catalogus.gemeenten}
    return {"stuk": stuk, "id": anker(stuk.stuk), "gebruikt": gebruikt, "aantal": len(feiten),
            "gemeenten": [(naam, eigen.get(naam)) for naam in stuk.gemeenten],
            "feiten": [(kop, groep) for soort, kop in FEITSOORT.items() if (groep := [f for f in feiten if f.soort == soort])]}
