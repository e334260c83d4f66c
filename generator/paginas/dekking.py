"""De dekking: welke functies er in elke wijk zijn, van elders komen, lang niet zijn nagekeken of ontbreken."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Catalogus, Functie, Gebied, Gemeente, Voorziening
from generator.paginas import Pagina
from generator.paginas.kaartjes import Kaartjes, afstand_km, in_woorden, is_verouderd

AANWEZIG, ELDERS, VEROUDERD, ONTBREEKT = "aanwezig", "elders", "verouderd", "ontbreekt"
WOORD = {AANWEZIG: "ja", ELDERS: "elders", VEROUDERD: "oud", ONTBREEKT: "nee"}
UITLEG = {AANWEZIG: "er is een plek in de wijk", ELDERS: "geen plek in de wijk, wel hulp van elders of aan huis",
          VEROUDERD: "er is wel iets, maar dat is lang niet nagekeken", ONTBREEKT: "er staat niets voor deze wijk in de sociale kaart"}
MEESTE_WIJKEN = 200
GROEPEN = (("Algemene voorzieningen", "bouwblok", False), ("In de wijk", "wijkfunctie", False), ("Ketenpartners", "ketenpartner", False),
           ("Via de toegang", "", True))


@dataclass(slots=True)
class Vakje:
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
    """Een gemeente zonder wijken of zonder een enkele eigen ingang heeft niets om te vergelijken; een heel land is te veel."""
    return 0 < len(gemeente.wijken) <= MEESTE_WIJKEN and bool(catalogus.per_gebied[gemeente.code])


def dekking(gemeente: Gemeente, catalogus: Catalogus) -> dict[tuple[str, str], Vakje]:
    """Een vakje per (code van de wijk, id van de functie)."""
    wijken = [w.code for w in gemeente.wijken]
    uit = {(wijk, functie): Vakje() for wijk in wijken for functie in catalogus.functies}
    for v in (*catalogus.per_gebied[gemeente.code], *catalogus.landelijk):
        vers = not is_verouderd(v, catalogus.peildatum)
        hier = {c for i in range(len(v.locaties)) if (c := catalogus.gebied_van(v, i))}
        codes = set(wijken) if "landelijk" in v.werkgebied else catalogus.gebieden_van(v)
        for wijk in wijken:
            if wijk in codes or wijk in hier:
                for functie in v.functies:
                    vakje = uit[wijk, functie]
                    (vakje.hier if wijk in hier else vakje.elders).append(v.id)
                    if wijk in hier:
                        vakje.vers_hier |= vers
                    else:
                        vakje.vers_elders |= vers
    return uit


def in_vier_groepen(functies: list[Functie]) -> list[tuple[str, list[Functie]]]:
    """Functies in de groepen van de papieren; wat een besluit vraagt staat bij de toegang."""
    return [(naam, [f for f in functies if (f.besluit if besluit else f.soort == soort and not f.besluit)])
            for naam, soort, besluit in GROEPEN]


def mist(gebied: Gebied, gemeente: Gemeente, vakjes: dict[tuple[str, str], Vakje], catalogus: Catalogus) -> list[Functie]:
    """De functies die elke wijk hoort te hebben en die hier geen plek hebben."""
    return [catalogus.functies[f] for f in gemeente.essentieel if f in catalogus.functies and not vakjes[gebied.code, f].hier]


def dichtstbij(functie: str, gebied: Gebied, gemeente: Gemeente, catalogus: Catalogus) -> tuple[Voorziening, str] | None:
    """De naaste plek met deze functie en de afstand in woorden, vanaf het midden van de wijk; None zonder kaart of zonder plek."""
    vak = gemeente.tekening and gemeente.tekening.vakken.get(gebied.code)
    if not vak:
        return None
    plekken = [(afstand_km(*vak.naampunt, plek.punt.lengte, plek.punt.breedte), v.id, v) for v in catalogus.per_functie[functie]
               for plek in v.locaties if plek.punt]
    return (min(plekken)[2], in_woorden(min(plekken)[0])) if plekken else None


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    for gemeente in catalogus.gemeenten:
        if heeft_dekking(gemeente, catalogus):
            yield Pagina(f"gebieden/{gemeente.slug}/dekking/", "dekking.html", f"Dekking in {gemeente.naam}",
                         f"Welke hulp er in elke wijk van {gemeente.naam} is.", context(gemeente, catalogus),
                         (("Gemeenten en wijken", "gebieden/"), (gemeente.naam, f"gebieden/{gemeente.slug}/")),
                         scripts=("dekking.js",), stijlen=("dekking.css",))


def context(gemeente: Gemeente, catalogus: Catalogus) -> dict:
    vakjes = dekking(gemeente, catalogus)
    rijen = []
    for groep, functies in in_vier_groepen(list(catalogus.functies.values())):
        for f in functies:
            standen = [vakjes[w.code, f.id].stand for w in gemeente.wijken]
            rijen.append({"functie": f, "groep": groep, "standen": standen, "essentieel": f.id in gemeente.essentieel,
                          "in_wijken": standen.count(AANWEZIG)})
    tekort = [(w, mist(w, gemeente, vakjes, catalogus)) for w in gemeente.wijken]
    return {"gemeente": gemeente, "rijen": rijen, "woord": WOORD, "uitleg": UITLEG, "tekort": [(w, f) for w, f in tekort if f],
            "csv": csv_pad(gemeente)}


def csv_pad(gemeente: Gemeente) -> str:
    return f"data/dekking/{gemeente.slug}.csv"
