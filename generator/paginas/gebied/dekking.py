"""De dekking: welke functies er in elke wijk zijn, van elders komen, lang niet zijn nagekeken of ontbreken."""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct, field

from generator.betekenis.actueel import uiterlijk
from generator.model import Catalogus, Functie, Gebied, Gemeente, Voorziening
from generator.paginas import Pagina
from generator.paginas.plek.buren import afstand_km, in_woorden
from generator.paginas.plek.kaartjes import Kaartjes

AANWEZIG, ELDERS, VEROUDERD, ONTBREEKT = "aanwezig", "elders", "verouderd", "ontbreekt"
WOORD = {AANWEZIG: "ja", ELDERS: "elders", VEROUDERD: "oud", ONTBREEKT: "nee"}
UITLEG = {
    AANWEZIG: "er is een plek in de wijk",
    ELDERS: "geen plek in de wijk, wel hulp van elders of aan huis",
    VEROUDERD: "er is wel iets, maar dat is lang niet nagekeken",
    ONTBREEKT: "er staat niets voor deze wijk in de sociale kaart",
}
MEESTE_WIJKEN = 200
ACHTER_DE_SCHERMEN = "beheer"  # werk van de gemeente zelf; dat is voor een bewoner geen gat
GROEPEN = (
    ("Algemene voorzieningen", "bouwblok", False),
    ("In de wijk", "wijkfunctie", False),
    ("Ketenpartners", "ketenpartner", False),
    ("Via de toegang", "", True),
)


class Vakje(Struct):
    """Wat er van een functie voor een wijk is: wie er een plek heeft, wie van elders komt, en de stand daarvan."""

    hier: list[str] = field(default_factory=list)
    elders: list[str] = field(default_factory=list)
    vers_hier: bool = False
    vers_elders: bool = False

    @property
    def stand(self) -> str:
        if self.hier:
            return AANWEZIG if self.vers_hier else VEROUDERD
        if self.elders:
            return ELDERS if self.vers_elders else VEROUDERD
        return ONTBREEKT


def heeft_dekking(gemeente: Gemeente, catalogus: Catalogus) -> bool:
    """Een gemeente zonder wijken of zonder een enkele eigen ingang heeft niets om te vergelijken; een heel land is te
    veel.
    """
    return 0 < len(gemeente.wijken) <= MEESTE_WIJKEN and bool(catalogus.per_gebied[gemeente.code])


def dekking(gemeente: Gemeente, catalogus: Catalogus) -> dict[tuple[str, str], Vakje]:
    """Een vakje per (code van de wijk of id van het eigen gebied, id van de functie)."""
    return catalogus.eenmaal(("dekking", gemeente.code), lambda: _reken(gemeente, catalogus))


def _reken(gemeente: Gemeente, catalogus: Catalogus) -> dict[tuple[str, str], Vakje]:
    leden = {w.code: frozenset((w.code,)) for w in gemeente.wijken} | {
        deel.id: frozenset(deel.codes) for deel in gemeente.indeling
    }
    uit = {(gebied, functie): Vakje() for gebied in leden for functie in catalogus.functies}
    bekend: dict[tuple, tuple[list[str], list[str]]] = {}  # duizenden ingangen zitten en werken op dezelfde plekken
    for v in (*catalogus.per_gebied[gemeente.code], *catalogus.landelijk):
        vers, waar = catalogus.peildatum <= uiterlijk(v, catalogus), (catalogus.plaatsen_van(v), v.werkgebied)
        if waar not in bekend:
            bekend[waar] = _hier_en_elders(v, leden, catalogus)
        for functie in v.functies:
            for gebied in bekend[waar][0]:
                uit[gebied, functie].hier.append(v.id)
                uit[gebied, functie].vers_hier |= vers
            for gebied in bekend[waar][1]:
                uit[gebied, functie].elders.append(v.id)
                uit[gebied, functie].vers_elders |= vers
    return uit


def _hier_en_elders(
    v: Voorziening, leden: dict[str, frozenset[str]], catalogus: Catalogus
) -> tuple[list[str], list[str]]:
    """De gebieden waar een voorziening zit, en die waar zij alleen voor werkt."""
    hier = [gebied for gebied, codes in leden.items() if catalogus.ligt_in(v, codes)]
    elders = [gebied for gebied, codes in leden.items() if gebied not in hier and bedient(v, codes, catalogus)]
    return hier, elders


def bedient(v: Voorziening, codes: Iterable[str], catalogus: Catalogus) -> bool:
    """Of een voorziening er ook voor deze wijken of buurten is; wie een wijk bedient, bedient haar buurten."""
    werk = catalogus.gebieden_van(v)
    return (
        not werk.isdisjoint(codes)
        or "landelijk" in v.werkgebied
        or any(c[:2] == "BU" and f"WK{c[2:8]}" in werk for c in codes)
    )


def in_vier_groepen(functies: list[Functie]) -> list[tuple[str, list[Functie]]]:
    """Functies in de groepen van de papieren; wat een besluit vraagt staat bij de toegang."""
    return [
        (naam, [f for f in functies if (f.besluit if besluit else f.soort == soort and not f.besluit)])
        for naam, soort, besluit in GROEPEN
    ]


def mist(
    gebied: Gebied, gemeente: Gemeente, vakjes: dict[tuple[str, str], Vakje], catalogus: Catalogus
) -> list[Functie]:
    """De functies die elke wijk hoort te hebben en die hier geen plek hebben."""
    return [
        catalogus.functies[f]
        for f in gemeente.essentieel
        if f in catalogus.functies and not vakjes[gebied.code, f].hier
    ]


def midden_van(gebied: Gebied, gemeente: Gemeente) -> tuple[float, float] | None:
    """Een punt midden in een wijk, of het midden van het kader van een eigen gebied; None zonder kaart."""
    if gemeente.tekening and (vak := gemeente.tekening.vakken.get(gebied.code)):
        return vak.naampunt
    if not gebied.vorm:
        return None
    vlakken = [gebied.vorm["coordinates"]] if gebied.vorm["type"] == "Polygon" else gebied.vorm["coordinates"]
    lengten, breedten = zip(*(punt[:2] for vlak in vlakken for punt in vlak[0]), strict=True)
    return (min(lengten) + max(lengten)) / 2, (min(breedten) + max(breedten)) / 2


def dichtstbij(
    functie: str, midden: tuple[float, float], codes: Iterable[str], catalogus: Catalogus
) -> tuple[Voorziening, str, bool] | None:
    """De naaste plek met deze functie, de afstand in woorden, en of zij er ook voor deze wijken is.

    Wie er voor deze wijken is gaat voor, ook als een ander dichterbij zit: daar kan iemand misschien niet terecht.
    """
    plekken = [
        (not bedient(v, codes, catalogus), afstand_km(*midden, plek.punt.lengte, plek.punt.breedte), v.id)
        for v in catalogus.per_functie[functie]
        for plek in v.locaties
        if plek.punt
    ]
    if not plekken:
        return None
    anders, km, id_ = min(plekken)
    return catalogus.voorzieningen[id_], in_woorden(km), not anders


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    for gemeente in catalogus.gemeenten:
        if heeft_dekking(gemeente, catalogus):
            yield Pagina(
                f"gebieden/{gemeente.slug}/dekking/",
                "gebied/dekking.html",
                f"Dekking in {gemeente.naam}",
                f"Welke hulp er in elke wijk van {gemeente.naam} is.",
                partial(context, gemeente, catalogus),
                (("Gemeenten en wijken", "gebieden/"), (gemeente.naam, f"gebieden/{gemeente.slug}/")),
                scripts=("gebied/dekking.js",),
                stijlen=("gebied/dekking.css",),
            )


def context(gemeente: Gemeente, catalogus: Catalogus) -> dict:
    vakjes = dekking(gemeente, catalogus)
    rijen = []
    for groep, functies in in_vier_groepen([f for f in catalogus.functies.values() if f.fase != ACHTER_DE_SCHERMEN]):
        for f in functies:
            standen = [vakjes[w.code, f.id].stand for w in gemeente.wijken]
            rijen.append(
                {
                    "functie": f,
                    "groep": groep,
                    "standen": standen,
                    "essentieel": f.id in gemeente.essentieel,
                    "in_wijken": standen.count(AANWEZIG),
                }
            )
    tekort = [(w, *gesplitst(w, gemeente, vakjes, catalogus)) for w in gemeente.wijken]
    return {
        "gemeente": gemeente,
        "rijen": rijen,
        "woord": WOORD,
        "uitleg": UITLEG,
        "tekort": [rij for rij in tekort if rij[1] or rij[2]],
        "csv": csv_pad(gemeente),
    }


def gesplitst(
    wijk: Gebied, gemeente: Gemeente, vakjes: dict[tuple[str, str], Vakje], catalogus: Catalogus
) -> tuple[list[Functie], list[Functie]]:
    """Wat een wijk hoort te hebben en er niet is, en wat er geen plek heeft maar wel van elders komt."""
    zonder_plek = mist(wijk, gemeente, vakjes, catalogus)
    return (
        [f for f in zonder_plek if not vakjes[wijk.code, f.id].elders],
        [f for f in zonder_plek if vakjes[wijk.code, f.id].elders],
    )


def csv_pad(gemeente: Gemeente) -> str:
    return f"data/dekking/{gemeente.slug}.csv"
