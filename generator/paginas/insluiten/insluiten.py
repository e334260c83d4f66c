"""Insluiten: de uitleg met het voorbeeld, de bladjes voor een iframe, en de techniek voor wie de site neerzet."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from generator.betekenis.nood import noodnummers
from generator.model import Catalogus, Thema
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
    afdruk, delen = cache(partial(kaartjes.afdruk, blad.voorzieningen)), bladdelen(blad, catalogus, kaartjes)
    themas = cache(partial(themas_in, blad, catalogus))
    for deel in delen:
        nummer = f", deel {deel.nummer}" if deel.nummer > 1 else ""
        yield Pagina(
            deel.pad,
            "insluiten/insluiting.html",
            f"{blad.titel}{nummer}",
            f"{blad.titel}, uit {catalogus.instellingen.naam}.",
            partial(context, blad, catalogus, kaartjes, delen, deel, themas),
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
    rijen = [deel.kaartjes for groep in (hier, elders) for deel in in_delen(groep, "insluit", "", "")]
    deuren = [k for k in hier if k.id in blad.begin]  # waar iemand begint staat in het eerste deel, wat de naam ook is
    rijen = [[k for k in rij if k not in deuren] for rij in rijen]
    rijen[0][:0] = deuren
    return tuple(
        Deel(i, f"{blad.pad}alles-{i}/" if i > 1 else blad.pad, rij, 0 if i > 1 else min(len(deuren), len(rij) - 1))
        for i, rij in enumerate(filter(None, rijen), 1)
    )


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


def themas_in(blad: Insluiting, catalogus: Catalogus) -> list[Thema]:
    """De levensgebieden waar iemand in dit blad uit kan kiezen."""
    if not blad.van_een_plaats:
        return []
    aanwezig = {t for v in blad.voorzieningen for t in catalogus.themas_van(v)}
    return [t for t in catalogus.themas.values() if t.id in aanwezig]


def context(
    blad: Insluiting,
    catalogus: Catalogus,
    kaartjes: Kaartjes,
    delen: tuple[Deel, ...],
    deel: Deel,
    themas: Callable[[], list[Thema]],
) -> dict:
    """Wat het bladje laat zien; de filter alleen waar er iets te kiezen valt."""
    eigen = [catalogus.voorzieningen[k.id] for k in deel.kaartjes]
    hier, elders = (
        [(kaartjes.op_id[v.id], " ".join(catalogus.themas_van(v))) for v in groep]
        for groep in blad.gesplitst(catalogus, eigen)
    )
    return {
        "blad": blad,
        "kort_boven": KORT_BOVEN,
        "aantal": len(blad.voorzieningen),
        "hier": hier,
        "elders": elders,
        "delen": delen,
        "deel": deel,
        "wijken": wijkbladen(blad, catalogus) if len(delen) > 1 else [],
        "themas": themas(),
        "met_grenzen": blad.van_een_plaats,
        "achtergrond": zin(catalogus.instellingen),
        "nood": next((n for n in noodnummers(catalogus) if n.soort == "gevaar"), None),
    }


def wijkbladen(blad: Insluiting, catalogus: Catalogus) -> list[Insluiting]:
    """De kleinere bladen van een gemeente: een per wijk."""
    gemeente = next((g for g in catalogus.gemeenten if blad.soort == "gemeente" and g.slug == blad.id), None)
    return [b for b in van_een_gemeente(gemeente, catalogus) if b.soort == "wijk"] if gemeente else []
