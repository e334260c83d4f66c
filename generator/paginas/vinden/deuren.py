"""De deuren waar iemand bij een levensgebied begint, en de rest naar wat het oplost: in de volgorde van de wegwijzer."""

from generator.betekenis.woorden import TOEGANG
from generator.model import Catalogus, Functie, Thema, Voorziening
from generator.model.wegwijzer import Wegwijzer

Deur = Voorziening | Functie
MEEST = 4


def deuren(thema: Thema, catalogus: Catalogus) -> list[Deur]:
    """Hoogstens vier deuren; een functie die hier veel gelijke deuren heeft, zoals de huisarts, blijft een functie."""
    uit: dict[str, Deur] = {}
    for id_ in thema.begin:
        uit.update((deur.id, deur) for deur in _van(id_, catalogus))
    return list(uit.values())[:MEEST]


def _van(id_: str, catalogus: Catalogus) -> list[Deur]:
    v = catalogus.voorzieningen.get(id_)
    if v:
        return [v] if v.status == "actief" else []
    beste = _beste(id_, catalogus)
    return [*beste] if len(beste) < 3 else [catalogus.functies[id_]]


def _beste(functie: str, catalogus: Catalogus) -> list[Voorziening]:
    """Wie dit hier als eerste werk heeft. Zijn het er meer dan twee, dan wie het makkelijkst te bereiken is."""
    teams = eerste_hulp(catalogus)
    eerst = [v for v in catalogus.per_functie[functie] if v.functies[0] == functie and v.id not in teams]
    hier = [v for v in eerst if "landelijk" not in v.werkgebied] or eerst or catalogus.per_functie[functie]
    rij = sorted(hier, key=lambda v: (TOEGANG[v.toegang.hoe].trede, v.naam.casefold()))
    return (
        rij if len(rij) < 3 else [v for v in rij if TOEGANG[v.toegang.hoe].trede == TOEGANG[rij[0].toegang.hoe].trede]
    )


def eerste_hulp(catalogus: Catalogus) -> set[str]:
    """De teams van de eigen gebieden; zij staan apart, want een bezoeker heeft er een."""
    return {deel.team for g in catalogus.gemeenten for deel in g.indeling if deel.team}


def groepen(thema: Thema, catalogus: Catalogus, genoemd: set[str]) -> list[tuple[Functie, list[Voorziening]]]:
    """(functie, wie haar hier vervult) voor elke functie van het levensgebied; elke voorziening staat bij haar eerste."""
    uit: dict[str, list[Voorziening]] = {f.id: [] for f in volgorde(thema, catalogus)}
    for v in catalogus.per_thema[thema.id]:
        if v.id not in genoemd:
            uit[next(f for f in v.functies if f in uit)].append(v)
    return [(catalogus.functies[id_], rij) for id_, rij in uit.items() if rij]


def volgorde(thema: Thema, catalogus: Catalogus) -> list[Functie]:
    """De functies van een levensgebied: eerst die van het begin, dan zoals de wegwijzer ze noemt, dan de rest."""
    wegwijzer = catalogus.kennis.wegwijzer or Wegwijzer((), ())
    situaties = wegwijzer.bij(thema.id)
    wegen = [weg for s in situaties for weg in (s.functies, *(k.functies for k in s.keuzes))]
    eigen = [f.id for f in catalogus.functies.values() if thema.id in f.themas]
    rij = dict.fromkeys((*thema.begin, *(f for weg in wegen for f in weg), *eigen))
    return [catalogus.functies[f] for f in rij if f in eigen]
