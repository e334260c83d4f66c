"""Kerncijfers als tabellen: rijen zijn wijken, kolommen categorieen; kleine aantallen zijn er al uit.

Alles wat een cijfer laat zien (pagina, kaart, CSV) begint hier, zodat nergens een weggelaten getal doorheen glipt.
"""

from collections.abc import Iterator
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from generator.betekenis.rekenen import (
    GEMIDDELDE,
    NIET,
    OPTELLEN,
    TOTAALWOORDEN,
    deler_van,
    kan_aantal_zijn,
    rekenwijze,
)
from generator.gebieden.aandelen import is_aandeel_van, kleine_aandelen, verberg
from generator.gebieden.klassen import klasse, kwantielen
from generator.gebieden.onderdrukken import ONBEKEND, OPEN, VERBORGEN, WEINIG, onderdruk
from generator.gebieden.rekenen import (
    LEEG,
    NIET_GETOOND,
    ONBEKEND_TEKST,
    Cel,
    getal_van,
    gewogen,
    inwoners_in,
    is_aantal,
    leesbaar,
    open_cel,
    som,
)
from generator.model import Gemeente, Kerncijfer

__all__ = ["Cel", "Tabel", "klasse", "kwantielen", "leesbaar", "openbaar", "tabellen"]


class Tabel(Struct, frozen=True):
    """Een indicator in een jaar. `rijen` zijn (code, naam, cellen), `samen` de som per rij, `totaal` die per kolom.

    `rekenen` zegt wat er met de getallen mag; `slot` is de kop van de rij met totalen.
    """

    id: str
    jaar: str
    naam: str
    uitleg: str
    eenheid: str
    bron: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, str, tuple[Cel, ...]], ...]
    samen: tuple[Cel, ...]
    totaal: tuple[Cel, ...]
    rekenen: str
    slot: str
    verborgen: bool
    drempel: int

    @property
    def los(self) -> bool:
        """Een enkel getal is geen tabel."""
        return len(self.rijen) == len(self.kolommen) == 1


def tabellen(gemeente: Gemeente, drempel: int) -> tuple[Tabel, ...]:
    """Alle tabellen van een gemeente, in de volgorde van het bestand."""
    groepen: dict[tuple[str, str, bool], list[Kerncijfer]] = {}
    for cijfer in gemeente.kerncijfers:
        groepen.setdefault((cijfer.indicator, cijfer.jaar, cijfer.gebied.startswith("BU")), []).append(cijfer)
    uitleg = {i["id"]: i for i in gemeente.indicatoren}
    roosters = {
        sleutel: Rooster(cijfers, gemeente, drempel, uitleg.get(sleutel[0], {}))
        for sleutel, cijfers in groepen.items()
    }
    for (_, jaar, _), rooster in roosters.items():
        for (_, ander_jaar, _), ander in roosters.items():
            if jaar == ander_jaar:
                ander.verberg_sommen_van(rooster)
                ander.verberg_aandelen_van(rooster)
    namen = {g.code: g.naam for g in (*gemeente.wijken, *gemeente.buurten)} | {gemeente.code: gemeente.naam}
    return tuple(
        rooster.tabel(
            id=id_,
            jaar=jaar,
            namen=namen,
            **{
                "naam": id_,
                "uitleg": "",
                "eenheid": "",
                "bron": rooster.bron,
                **{
                    veld: w
                    for veld, w in uitleg.get(id_, {}).items()
                    if veld in ("naam", "uitleg", "eenheid", "bron") and w
                },
            },
        )
        for (id_, jaar, _), rooster in roosters.items()
    )


class Rooster:
    """De cijfers van een indicator in kolommen. Een rij voor de hele gemeente telt niet mee in de sommen."""

    def __init__(self, cijfers: list[Kerncijfer], gemeente: Gemeente, drempel: int, indicator: dict):
        self.rekenen = rekenwijze(indicator)
        self.inwoners, _ = inwoners_in(gemeente, cijfers[0].jaar)
        self.waarde = {(c.gebied, c.categorie): c.waarde for c in cijfers}
        self.bron = cijfers[0].bron
        self.gebieden = [g for g in dict.fromkeys(c.gebied for c in cijfers) if g != gemeente.code]
        self.delen = gemeente.buurten if self.gebieden and self.gebieden[0].startswith("BU") else gemeente.wijken
        self.kolommen = tuple(dict.fromkeys(c.categorie for c in cijfers))
        self.gemeente = gemeente.code if any(c.gebied == gemeente.code for c in cijfers) else ""
        geheim = indicator.get("onderdrukken") is not False and kan_aantal_zijn(indicator)
        self.drempel = drempel if geheim and all(is_aantal(w) for w in self.waarde.values()) else 0
        self.grens = drempel
        self.getallen = [[getal_van(self.waarde.get((g, k), "")) for g in self.gebieden] for k in self.kolommen]
        self.stand: list[list[str]] = []
        self.totaal_mag: list[bool] = []
        for kolom in self.getallen:
            stand, mag = self.onderdruk_per_wijk(kolom)
            self.stand.append(stand)
            self.totaal_mag.append(mag)
        self.verberg_sommen_van(self)
        self.deler = deler_van(indicator.get("eenheid")) if indicator.get("onderdrukken") is not False else 0
        wie = [self.inwoners.get(g) for g in self.gebieden]
        self.verberg(kleine_aandelen(self.getallen, wie, indicator.get("eenheid"), drempel) if self.deler else set())

    def verberg(self, cellen: set[tuple[int, int]]) -> None:
        """Laat aandelen weg; het gemiddelde van die kolom gaat mee."""
        for k in verberg(self.stand, cellen):
            self.totaal_mag[k] = False

    def verberg_aandelen_van(self, ander: "Rooster") -> None:
        """Laat een aandeel weg waar `ander` het aantal ervan weglaat: keer de inwoners is het dat aantal."""
        if not self.deler or ander.deler or self.gebieden != ander.gebieden:
            return
        wie = [self.inwoners.get(g) for g in self.gebieden]
        for (k, kolom), (ak, aantallen) in product(enumerate(self.getallen), enumerate(ander.getallen)):
            if is_aandeel_van(kolom, aantallen, wie, self.deler):
                self.verberg({(k, r) for r, stand in enumerate(ander.stand[ak]) if stand in (WEINIG, VERBORGEN)})

    def onderdruk_per_wijk(self, kolom: list[float | None]) -> tuple[list[str], bool]:
        """Van buurten is ook de som per wijk bekend (BU01500101 ligt in WK015001); wijken tellen op tot de gemeente."""
        groepen: dict[str, list[int]] = {}
        for r, code in enumerate(self.gebieden):
            groepen.setdefault(code[2:8] if code.startswith("BU") else "", []).append(r)
        stand, mag = [OPEN] * len(kolom), True
        for rijen in groepen.values():
            deel, deel_mag = onderdruk([kolom[r] for r in rijen], self.drempel)
            mag &= deel_mag
            for r, s in zip(rijen, deel, strict=True):
                stand[r] = s
        return stand, mag

    def verberg_sommen_van(self, ander: "Rooster") -> None:
        """Verberg een kolom die de som van de rijen van `ander` is, waar daar iets is weggelaten: zij zou het
        verraden.
        """
        if self.gebieden != ander.gebieden or len(ander.kolommen) < 2:
            return
        weg = [any(stand[r] in (WEINIG, VERBORGEN) for stand in ander.stand) for r in range(len(ander.gebieden))]
        if not any(weg):
            return
        for k, kolom in enumerate(self.getallen):
            delen = [d for i, d in enumerate(ander.getallen) if ander is not self or i != k]
            if None not in kolom and all(
                None not in rij and sum(rij) == kolom[r] for r, rij in enumerate(zip(*delen, strict=True))
            ):
                self.stand[k] = [VERBORGEN if weg[r] and s == OPEN else s for r, s in enumerate(self.stand[k])]
                if self.stand[k].count(VERBORGEN) == 1 and WEINIG not in self.stand[k]:
                    self.totaal_mag[k] = False

    def cel(self, r: int, k: int) -> Cel:
        eigen = self.waarde.get((self.gebieden[r], self.kolommen[k]), "")
        stand = self.stand[k][r]
        if stand == WEINIG or eigen.startswith("<"):
            return Cel(None, f"minder dan {eigen[1:] if eigen.startswith('<') else self.drempel}")
        if stand == VERBORGEN:
            return Cel(None, NIET_GETOOND)
        getal = self.getallen[k][r]
        return Cel(None, ONBEKEND_TEKST) if stand == ONBEKEND or getal is None else self.klein_of_open(getal)

    def klein_of_open(self, getal: float) -> Cel:
        return Cel(None, f"minder dan {self.drempel}") if 0 < getal < self.drempel else open_cel(getal)

    def heeft_totaalkolom(self) -> bool:
        """Of een kolom de andere al bevat: volgens haar naam, of omdat zij in elke rij hun som is."""
        if any(kolom.lower() in TOTAALWOORDEN for kolom in self.kolommen):
            return True
        return len(self.kolommen) > 2 and any(
            all(
                None not in rij and som([w for i, w in enumerate(rij) if i != k and w is not None]) == rij[k]
                for rij in rijen
            )
            for rijen in (list(zip(*self.getallen, strict=True)),)
            for k in range(len(self.kolommen))
        )

    def rijsommen(self) -> list[Cel]:
        """De som van elke rij, als alles in die rij getoond wordt en geen kolom er al een som van is."""
        aantal = len(self.gebieden)
        if self.rekenen != OPTELLEN or len(self.kolommen) < 2 or self.heeft_totaalkolom():
            return [LEEG] * aantal
        dicht = [any(stand[r] != OPEN for stand in self.stand) for r in range(aantal)]
        return [LEEG if dicht[r] else open_cel(som([kolom[r] or 0 for kolom in self.getallen])) for r in range(aantal)]

    def totaal(self, k: int) -> Cel:
        """De som of het gemiddelde van een kolom, als geen deel onbekend is en zij niets verraadt."""
        kolom = [getal for getal in self.getallen[k] if getal is not None]
        if self.rekenen == NIET or len(kolom) < 2 or len(kolom) < len(self.getallen[k]):
            return LEEG
        if self.rekenen == GEMIDDELDE and self.totaal_mag[k]:
            return gewogen(kolom, [self.inwoners.get(g) for g in self.gebieden])
        return self.klein_of_open(som(kolom)) if self.totaal_mag[k] else Cel(None, NIET_GETOOND)

    def slot(self) -> str:
        """De kop van de laatste rij. Zij zegt alleen 'alle' als er van elke wijk of buurt een getal is."""
        soort = "buurten" if self.gebieden and self.gebieden[0].startswith("BU") else "wijken"
        heel = {g.code for g in self.delen} <= set(self.gebieden)
        wie = f"Alle {soort}" if heel else f"Deze {len(self.gebieden)} {soort}"
        return f"{wie} samen" if self.rekenen == OPTELLEN else f"{wie}, gemiddeld naar inwoners"

    def gemeentecel(self, k: int) -> Cel:
        """Wat de bron zelf voor de hele gemeente geeft; dat volgt de regels van het totaal."""
        tekst = self.waarde.get((self.gemeente, self.kolommen[k]), "")
        getal = getal_van(tekst)
        if getal is None:
            return Cel(None, tekst.replace("<", "minder dan ") or ONBEKEND_TEKST)
        return self.klein_of_open(getal) if self.totaal_mag[k] else Cel(None, NIET_GETOOND)

    def tabel(self, namen: dict[str, str], **velden) -> Tabel:
        aantal = range(len(self.kolommen))
        rijen = [(g, namen.get(g, g), tuple(self.cel(r, k) for k in aantal)) for r, g in enumerate(self.gebieden)]
        rijsommen = self.rijsommen()
        if self.gemeente:
            rijen.append(
                (self.gemeente, namen.get(self.gemeente, self.gemeente), tuple(self.gemeentecel(k) for k in aantal))
            )
            rijsommen.append(LEEG)
        totaal = tuple(self.totaal(k) for k in aantal)
        return Tabel(
            kolommen=self.kolommen,
            rijen=tuple(rijen),
            samen=tuple(rijsommen),
            totaal=totaal if any(c.tekst for c in totaal) and not self.gemeente else (),
            rekenen=self.rekenen,
            slot=self.slot(),
            verborgen=any(s in (WEINIG, VERBORGEN) for stand in self.stand for s in stand),
            drempel=self.drempel or self.grens,
            **velden,
        )


def openbaar(gemeente: Gemeente, drempel: int) -> Iterator[Kerncijfer]:
    """De kerncijfers voor de open data: '<5' voor een klein aantal, 'niet getoond' voor wat het zou verraden."""
    cellen = {
        (t.id, t.jaar, code, kolom): cel
        for t in tabellen(gemeente, drempel)
        for code, _, rij in t.rijen
        for kolom, cel in zip(t.kolommen, rij, strict=True)
    }
    for cijfer in gemeente.kerncijfers:
        cel = cellen[cijfer.indicator, cijfer.jaar, cijfer.gebied, cijfer.categorie]
        weg = cel.tekst.replace("minder dan ", "<").replace(ONBEKEND_TEKST, "")
        yield cijfer if cel.getal is not None else replace(cijfer, waarde=weg)
