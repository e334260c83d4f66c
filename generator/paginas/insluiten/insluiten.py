"""Insluiten: de uitleg met het voorbeeld, de bladjes voor een iframe, en de techniek voor wie de site neerzet."""

from collections.abc import Iterator
from functools import partial

from generator.betekenis.nood import noodnummers
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.gemeen.achtergrond import zin
from generator.paginas.gemeen.verdelen import Deel, in_delen, past_niet
from generator.paginas.insluiten.insluitingen import (
    SOORTEN,
    Insluiting,
    alle_insluitingen,
    gewone_link,
    kadercode,
    luistercode,
    van_een_gemeente,
)
from generator.paginas.insluiten.kopregels import kopregels
from generator.paginas.plek.kaartjes import Kaartjes

# Boven zoveel regels blijft van elke plek alleen de naam en waar zij is over.
KORT_BOVEN = 40
HIER = (("Op uw eigen site", "insluiten/"),)


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    inst = catalogus.instellingen
    bladen = list(alle_insluitingen(catalogus))
    eigen = next(
        (b for b in bladen if b.soort == "gemeente" and b.vraag == f"gemeente={inst.gemeente}"),
        bladen[0] if bladen else None,
    )
    yield Pagina(
        "insluiten/",
        "insluiten/insluiten.html",
        "Op uw eigen site",
        "Zet een lijst of kaart van deze sociale kaart op uw eigen site.",
        {
            "groepen": groepen(bladen),
            "eigen": eigen,
            "kader": kadercode(eigen, inst) if eigen else "",
            "luister": luistercode(inst),
            "link": gewone_link(eigen, inst) if eigen else "",
            "adres": inst.adres,
        },
        scripts=("insluiten/uitleg.js",),
        stijlen=("insluiten/uitleg.css",),
    )
    yield Pagina(
        "insluiten/techniek/",
        "insluiten/insluiten_techniek.html",
        "Kopregels van de server",
        "De kopregels die bij deze site horen.",
        {"servers": kopregels(catalogus)},
        HIER,
        stijlen=("insluiten/uitleg.css",),
    )
    for blad in bladen:
        yield from bladpaginas(blad, catalogus, kaartjes)


def bladpaginas(blad: Insluiting, catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    """Het blad, en als het te lang is de delen daarna."""
    afdruk = kaartjes.afdruk(blad.voorzieningen)
    for deel in bladdelen(blad, catalogus, kaartjes):
        nummer = f", deel {deel.nummer}" if deel.nummer > 1 else ""
        yield Pagina(
            deel.pad,
            "insluiten/insluiting.html",
            f"{blad.titel}{nummer}",
            f"{blad.titel}, uit {catalogus.instellingen.naam}.",
            partial(context, blad, catalogus, kaartjes, deel.nummer),
            in_sitemap=False,
            blad="insluiten/insluitblad.html",
            heel=blad.heel,
            oembed="" if nummer else f"{blad.pad}oembed.json",
            afdruk=afdruk,
        )


def bladdelen(blad: Insluiting, catalogus: Catalogus, kaartjes: Kaartjes) -> tuple[Deel, ...]:
    """Een deel als alles past; anders eerst wie een plek heeft, en daarna wie er ook voor is."""
    alle = [kaartjes.op_id[v.id] for v in blad.voorzieningen]
    if not past_niet(alle, "insluit"):
        return (Deel(1, blad.pad, alle),)
    hier, elders = ([kaartjes.op_id[v.id] for v in groep] for groep in blad.gesplitst(catalogus))
    delen = [deel.kaartjes for groep in (hier, elders) for deel in in_delen(groep, "insluit", "", "")]
    return tuple(Deel(i, f"{blad.pad}alles-{i}/" if i > 1 else blad.pad, rij) for i, rij in enumerate(delen, 1))


def groepen(bladen: list[Insluiting]) -> list[tuple[str, str, list[tuple[str, list[Insluiting]]]]]:
    """(soort, kop, [(groep, bladen)]) voor de keuzelijst: wijken staan bij hun gemeente."""
    uit = []
    for soort, kop in SOORTEN.items():
        per_groep: dict[str, list[Insluiting]] = {}
        for blad in bladen:
            if blad.soort == soort:
                per_groep.setdefault(blad.groep, []).append(blad)
        if per_groep:
            uit.append((soort, kop, list(per_groep.items())))
    return uit


def context(blad: Insluiting, catalogus: Catalogus, kaartjes: Kaartjes, nummer: int = 1) -> dict:
    """Wat het bladje laat zien; de filter alleen waar er iets te kiezen valt."""
    themas = {v.id: catalogus.themas_van(v) for v in blad.voorzieningen}
    aanwezig = {t for rij in themas.values() for t in rij}
    delen = bladdelen(blad, catalogus, kaartjes)
    op_blad = {kaartje.id for kaartje in delen[nummer - 1].kaartjes}
    hier, elders = (
        [(kaartjes.op_id[v.id], " ".join(themas[v.id])) for v in groep if v.id in op_blad]
        for groep in blad.gesplitst(catalogus)
    )
    return {
        "blad": blad,
        "kort_boven": KORT_BOVEN,
        "aantal": len(blad.voorzieningen),
        "hier": hier,
        "elders": elders,
        "delen": delen,
        "deel": delen[nummer - 1],
        "wijken": wijkbladen(blad, catalogus) if len(delen) > 1 else [],
        "themas": [t for t in catalogus.themas.values() if t.id in aanwezig] if blad.van_een_plaats else [],
        "met_grenzen": blad.van_een_plaats,
        "achtergrond": zin(catalogus.instellingen),
        "nood": next((n for n in noodnummers(catalogus) if n.soort == "gevaar"), None),
    }


def wijkbladen(blad: Insluiting, catalogus: Catalogus) -> list[Insluiting]:
    """De kleinere bladen van een gemeente: een per wijk."""
    gemeente = next((g for g in catalogus.gemeenten if blad.soort == "gemeente" and g.slug == blad.id), None)
    return [b for b in van_een_gemeente(gemeente, catalogus) if b.soort == "wijk"] if gemeente else []
