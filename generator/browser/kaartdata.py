"""Kleine GeoJSON-bestanden voor de kaarten: per gemeente, wijk, onderwerp, functie en plek, zodat een pagina alleen haar deel laadt.

Een punt staat in veel bestanden; zijn tekst wordt daarom een keer gemaakt. Namen van de eigenschappen zijn kort van inhoud,
niet van naam: `waar` is de wijk in woorden, `kort` wat het kost en hoe iemand binnenkomt. Functies staan er niet in: die kosten
een kwart van de bytes, en het bestand van een functie zegt hetzelfde (statisch/kaart/vlak.js, zetFunctie).
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from generator.betekenis.vandaag import standcode_van
from generator.betekenis.woorden import KOSTEN, TOEGANG
from generator.json_tekst import als_json, als_kale_bytes
from generator.model import Catalogus, Gemeente, Voorziening
from generator.paginas.plek.kaartadressen import (
    GEMEENTEN,
    PLEKKEN,
    van_deel,
    van_functie,
    van_gebieden,
    van_gemeente,
    van_ondergrond,
    van_plek,
    van_thema,
    van_wijk,
)


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str | bytes]]:
    """(pad, tekst) van elk kaartbestand."""
    vakken: dict[str, list[bytes]] = defaultdict(list)
    for v in sorted(catalogus.voorzieningen.values(), key=lambda v: v.naam.casefold()):
        for nummer, gebied, tekst in punten(v, catalogus):
            for pad in paden(v, nummer, gebied, catalogus):
                vakken[pad].append(tekst)
    verwacht = [PLEKKEN, *(van_thema(t) for t in catalogus.themas), *(van_functie(f) for f in catalogus.functies)]
    for gemeente in catalogus.gemeenten:
        verwacht += [
            van_gemeente(gemeente),
            *(van_wijk(gemeente, w) for w in gemeente.wijken),
            *(van_deel(gemeente, deel.id) for deel in gemeente.indeling),
        ]
        met_ondergrond = catalogus.instellingen.achtergrondkaart == "geen" and gemeente.ondergrond is not None
        yield van_gebieden(gemeente), grenzen(gemeente, met_ondergrond)
        if met_ondergrond:
            yield van_ondergrond(gemeente), ondergrond(gemeente)
    for pad in dict.fromkeys((*verwacht, *vakken)):
        yield pad, _verzameling(vakken[pad])
    yield GEMEENTEN, gemeentelijst(catalogus)


def _verzameling(punten: list[bytes]) -> bytes:
    # Alles in een keer aan elkaar: tientallen MB nog eens kopieren kost meer dan de tekst zelf.
    tussen = (deel for punt in punten for deel in (b",\n", punt))
    return b"".join((b'{"type":"FeatureCollection","features":[', *islice(tussen, 1, None), b"]}\n"))


def punten(v: Voorziening, catalogus: Catalogus) -> Iterator[tuple[int, str | None, bytes]]:
    """Het nummer, de code van de wijk en de Feature als bytes, per locatie met een punt; gesloten plekken staan niet
    op de kaart.
    """
    for nummer, plek in enumerate(v.locaties if v.status == "actief" else ()):
        if plek.punt is None:
            continue
        code = catalogus.gebied_van(v, nummer)
        adres, gebied = plek.adres, catalogus.gebieden.get(code or "")
        eigen = {
            "id": v.id,
            "naam": v.naam,
            "plek": plek.naam,
            "adres": ", ".join(filter(None, (adres.straatregel, adres.plaats))) if adres else None,
            "gebied": code,
            "waar": gebied.naam if gebied else adres and adres.plaats,
            "themas": list(catalogus.themas_van(v)),
            "stand": standcode_van(v, catalogus),
            "kort": ", ".join(filter(None, (KOSTEN[v.kosten.soort] if v.kosten else "", TOEGANG[v.toegang.hoe].kort))),
        }
        yield (
            nummer,
            code,
            als_kale_bytes(
                {
                    "type": "Feature",
                    "properties": {n: w for n, w in eigen.items() if w},
                    "geometry": {"type": "Point", "coordinates": [plek.punt.lengte, plek.punt.breedte]},
                }
            ),
        )


def paden(v: Voorziening, nummer: int, code: str | None, catalogus: Catalogus) -> Iterator[str]:
    """In welke bestanden een punt hoort."""
    yield PLEKKEN
    yield van_plek(v.id)
    yield from map(van_thema, catalogus.themas_van(v))
    yield from map(van_functie, v.functies)
    if code:
        gemeente = catalogus.gemeente_op_code[catalogus.gebieden[code].gemeente]
        yield van_gemeente(gemeente)
        yield from (
            van_gemeente(catalogus.gemeente_op_code[regio]) for regio in catalogus.regios_van.get(gemeente.code, ())
        )
        yield van_wijk(gemeente, catalogus.gebieden[code])
        hier = {code, catalogus.buurtplaatsen.get((v.id, nummer))}
        yield from (van_deel(gemeente, deel.id) for deel in gemeente.indeling if not hier.isdisjoint(deel.codes))


def ondergrond(gemeente: Gemeente) -> str:
    """De achtergrond met haar bron; PDOK-tegels gaan voor, want twee achtergronden over elkaar leest niemand."""
    return (
        f'{{"type":"FeatureCollection","bron":{als_json(vermelding(gemeente, "ondergrond"))},"features":['
        + ",\n".join(als_json(kenmerk) for kenmerk in (gemeente.ondergrond or {}).get("features", ()))
        + "]}\n"
    )


def vermelding(gemeente: Gemeente, bestand: str) -> str:
    return (gemeente.herkomst or {}).get(bestand, {}).get("naamsvermelding", "")


def grenzen(gemeente: Gemeente, met_ondergrond: bool = False) -> str:
    """De wijken van een gemeente, vereenvoudigd voor het oog, met de plek van hun naam; en haar water."""
    tekening, kenmerken = gemeente.tekening, []
    for wijk in gemeente.wijken:
        if tekening and (vorm := tekening.vormen.get(wijk.code)):
            kenmerken.append(
                als_json(
                    {
                        "type": "Feature",
                        "properties": {
                            "code": wijk.code,
                            "naam": wijk.naam,
                            "soort": "wijk",
                            "naampunt": tekening.vakken[wijk.code].naampunt,
                        },
                        "geometry": vorm,
                    }
                )
            )
    for deel in (gemeente.water or {}).get("features", ()):
        kenmerken.append(als_json({**deel, "properties": {**deel["properties"], "soort": "water"}}))
    kop = {"type": "FeatureCollection", "bron": vermelding(gemeente, "wijken")}
    kop |= {"ondergrond": "ondergrond.geojson"} if met_ondergrond else {}
    return als_json(kop)[:-1] + ',"features":[' + ",\n".join(kenmerken) + "]}\n"


def gemeentelijst(catalogus: Catalogus) -> str:
    """Per gemeente met grenzen haar kader, zodat de kaart alleen haalt wat in beeld is."""
    return (
        als_json(
            [
                {"slug": g.slug, "code": g.code, "naam": g.naam, "kader": g.tekening.grens}
                for g in catalogus.gemeenten
                if g.te_tekenen and g.tekening
            ]
        )
        + "\n"
    )
