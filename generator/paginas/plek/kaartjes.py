"""Wat een voorziening in een lijst laat zien, en wat er dichtbij is; een keer uitgerekend voor alle pagina's."""

import math
from collections import defaultdict
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field

from generator.betekenis.actueel import lager_na, oud_na
from generator.betekenis.dagdelen import dagdelen_van
from generator.betekenis.vandaag import gegevens_van, standcode
from generator.betekenis.woorden import FEITEN_GEBOUW, KOSTEN, TOEGANG, TOEGANG_VOLGORDE
from generator.model import Catalogus, Punt, Voorziening
from generator.paginas.gemeen.wijkkeuze import wijkkeuze
from generator.voorraad import vingerafdruk

ZIJDEN = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)  # km


@dataclass(frozen=True, slots=True, eq=False)  # er is er een per voorziening, dus vergelijken kan op het object zelf
class Kaartje:
    """Een regel in een lijst: alles als tekst, klaar voor het sjabloon."""

    id: str
    pad: str
    naam: str
    samenvatting: str
    soort: str
    telefoon: str
    waar: str
    kosten: str
    toegang: str
    stand: str
    gesloten: bool
    verouderd_na: str
    lager_na: str
    gratis: bool = False
    bij: str = ""
    dagdeel: str = ""
    gebouw: str = ""
    maat: tuple[int, int, int] = field(init=False)  # bytes: de naam, wat de browser weet, de zin

    def __post_init__(self) -> None:
        delen = ((self.id + self.naam) * 2, self.bij + self.stand + self.waar, self.samenvatting)
        object.__setattr__(self, "maat", tuple(len(deel.encode()) for deel in delen))


def gebouw(v: Voorziening) -> str:
    """De feiten die op ten minste een plek zo zijn, met 'rolstoel' voorop; voor de eigen keuze in een lijst."""
    feiten = ["rolstoel"] if any(plek.rolstoel == "ja" for plek in v.locaties) else []
    return " ".join(
        feiten
        + [
            naam
            for naam in FEITEN_GEBOUW
            if any(plek.toegankelijk and getattr(plek.toegankelijk, naam) == "ja" for plek in v.locaties)
        ]
    )


class Kaartjes:
    """Alle kaartjes van een catalogus, op id."""

    def __init__(self, catalogus: Catalogus):
        self.catalogus = catalogus
        self.op_id = {v.id: self._maak(v) for v in catalogus.voorzieningen.values()}
        self._rang = {v.id: rang_van(v) for v in catalogus.voorzieningen.values()}
        self._zet_punten()

    def _zet_punten(self) -> None:
        self.punten = [
            (v.id, plek.punt.lengte, plek.punt.breedte)
            for v in self.catalogus.voorzieningen.values()
            if v.status == "actief"
            for plek in v.locaties
            if plek.punt
        ]
        self._vakken = self._verdeel()

    def met(self, catalogus: Catalogus, v: Voorziening) -> "Kaartjes":
        """Dezelfde kaartjes bij een catalogus waarin alleen deze voorziening anders is."""
        uit, was = copy(self), self.catalogus.voorzieningen[v.id]
        uit.catalogus = catalogus
        uit.op_id, uit._rang = {**self.op_id, v.id: uit._maak(v)}, {**self._rang, v.id: rang_van(v)}
        if (was.status, was.locaties) != (v.status, v.locaties):
            uit._zet_punten()
        return uit

    def _maak(self, v: Voorziening) -> Kaartje:
        if v.status == "gesloten":
            return Kaartje(
                v.id,
                f"voorzieningen/{v.id}/",
                v.naam,
                v.samenvatting,
                v.soort,
                "",
                self.waar(v),
                "",
                "",
                "",
                True,
                "",
                "",
            )
        return Kaartje(
            v.id,
            f"voorzieningen/{v.id}/",
            v.naam,
            v.samenvatting,
            v.soort,
            v.contact.telefoon or "",
            self.waar(v),
            KOSTEN[v.kosten.soort] if v.kosten else "",
            TOEGANG[v.toegang.hoe].kort,
            standcode(gegevens_van(v, self.catalogus)),
            False,
            *self._oud(v),
            v.kosten is not None and v.kosten.soort == "gratis",
            self.bij(v),
            dagdelen_van(v),
            gebouw(v),
        )

    def _oud(self, v: Voorziening) -> tuple[str, str]:
        """Na welke dag de site zegt dat er lang niet is gekeken, en na welke zij lager staat; leeg is nooit."""
        lager = lager_na(v, self.catalogus)
        zegt = v.gecontroleerd.nagelezen or lager is not None
        return str(oud_na(v, self.catalogus)) if zegt else "", str(lager or "")

    def bij(self, v: Voorziening) -> str:
        """De codes van de wijken en gemeenten waar een voorziening zit of voor is; leeg als zij voor elke wijk is om
        uit te kiezen.
        """
        gemeenten = {g.code for g, _ in wijkkeuze(self.catalogus)}
        plekken = (self.catalogus.gebied_van(v, i) for i in range(len(v.locaties)))
        werk = (g.code for code in v.werkgebied for g in self.catalogus.leden_van(code))
        codes = dict.fromkeys(
            f"WK{c[2:8]}" if c.startswith("BU") else c for c in (*plekken, *v.werkgebied, *werk) if c
        )
        return "" if "landelijk" in codes or codes.keys() >= gemeenten else " ".join(codes)

    def waar(self, v: Voorziening) -> str:
        """De wijk van de plek, of anders het werkgebied in woorden."""
        codes = [c for i in range(len(v.locaties)) if (c := self.catalogus.gebied_van(v, i))]
        if not codes and "landelijk" in v.werkgebied:
            return "heel Nederland"
        namen = [
            self.catalogus.gebieden[c].naam
            for c in dict.fromkeys(codes or v.werkgebied)
            if c in self.catalogus.gebieden
        ]
        return ", ".join(namen[:3]) + (" en meer" if len(namen) > 3 else "")

    def afdruk(self, voorzieningen: Iterable[Voorziening]) -> str:
        """De vingerafdruk van een pagina die van deze voorzieningen afhangt, en verder alleen van wat voor alle
        pagina's geldt.
        """
        bekend = self.catalogus.afdrukken
        return vingerafdruk("", *(bekend[v.id] for v in voorzieningen)) if bekend else ""

    def afdruk_van(self, kaartjes: Iterable[Kaartje]) -> str:
        return self.afdruk(self.catalogus.voorzieningen[k.id] for k in kaartjes)

    def lijst(self, voorzieningen: list[Voorziening]) -> list[Kaartje]:
        """Kaartjes in de volgorde van de papieren: wat vrij is voor wat een besluit vraagt, dichtbij voor landelijk,
        op naam.
        """
        return [self.op_id[v.id] for v in sorted(voorzieningen, key=lambda v: self._rang[v.id])]

    def voor_functie(self, functie: str, voorzieningen: list[Voorziening]) -> list[Kaartje]:
        """Wie een functie vervult: spoed eerst, dan dichtbij voor landelijk, en wie dit als eerste werk heeft voor wie
        het erbij doet.
        """

        def rang(v: Voorziening) -> tuple:
            _, landelijk, _ = rij = self._rang[v.id]
            erbij = v.functies[0] != functie
            return v.toegang.hoe != "spoed", erbij and TOEGANG[v.toegang.hoe].trede == 3, landelijk, erbij, rij

        return [self.op_id[v.id] for v in sorted(voorzieningen, key=rang)]

    def _verdeel(self) -> dict[tuple[float, int, int], list[tuple[str, float, float]]]:
        """Punten in vakken van 50 m tot 3,2 km, zodat 'dichtbij' in een stad en in een dorp met weinig punten
        vergelijkt.
        """
        vakken = defaultdict(list)
        for punt in self.punten:
            for zijde in ZIJDEN:
                vakken[vak(punt[1], punt[2], zijde)].append(punt)
        return vakken

    def dichtbij(self, v: Voorziening, aantal: int = 4) -> list[tuple[Kaartje, str]]:
        """De naaste andere voorzieningen met hun afstand in woorden, gemeten tussen de naaste plekken van beide."""
        beste: dict[str, float] = {}
        for punt in (plek.punt for plek in v.locaties if plek.punt):
            for km, id_ in self._rondom(punt, v.id, aantal):
                beste[id_] = min(km, beste.get(id_, km))
        buren = sorted((km, id_) for id_, km in beste.items())[:aantal]
        return [(self.op_id[id_], in_woorden(km)) for km, id_ in buren]

    def _rondom(self, punt: Punt, eigen: str, aantal: int) -> list[tuple[float, str]]:
        """De naaste (km, id) bij een punt; eerst in kleine vakken, en ruimer zolang dat te weinig is."""
        buren: list[tuple[float, str]] = []
        for zijde in ZIJDEN:
            _, x, y = vak(punt.lengte, punt.breedte, zijde)
            rondom = [
                buur
                for dx in (-1, 0, 1)
                for dy in (-1, 0, 1)
                for buur in self._vakken.get((zijde, x + dx, y + dy), ())
                if buur[0] != eigen
            ]
            if len(rondom) < aantal and zijde != ZIJDEN[-1]:  # te weinig om te kiezen
                continue
            buren = naaste(punt, rondom, aantal)
            if len(buren) == aantal and buren[-1][0] <= zijde:  # verder weg dan een vak kan er niets dichterbij zijn
                break
        return buren


def rang_van(v: Voorziening) -> tuple[int, bool, str]:
    return TOEGANG_VOLGORDE[v.toegang.hoe], "landelijk" in v.werkgebied, v.naam.casefold()


def vak(lengte: float, breedte: float, zijde: float) -> tuple[float, int, int]:
    """Het vak van minstens `zijde` km breed en hoog waar een punt in ligt; een graad is in Nederland minstens 65 bij
    111 km.
    """
    return zijde, int(lengte * 65 / zijde), int(breedte * 111 / zijde)


def naaste(punt: Punt, rondom: list[tuple[str, float, float]], aantal: int) -> list[tuple[float, str]]:
    """De naaste (km, id). Eerst grof en goedkoop, met een schaal voor de hele lijst; alleen wie vooraan staat wordt
    precies gemeten.
    """
    schaal = math.cos(math.radians(punt.breedte)) ** 2
    grof = sorted(
        [
            ((lengte - punt.lengte) ** 2 * schaal + (breedte - punt.breedte) ** 2, id_, lengte, breedte)
            for id_, lengte, breedte in rondom
        ]
    )
    vooraan = {
        id_: (lengte, breedte) for _, id_, lengte, breedte in reversed(grof[: 4 * aantal])
    }  # van elk de naaste plek
    return sorted((afstand_km(punt.lengte, punt.breedte, *plek), id_) for id_, plek in vooraan.items())[:aantal]


def afstand_km(lengte1: float, breedte1: float, lengte2: float, breedte2: float) -> float:
    """Afstand in km tussen twee punten (graden), met een plat vlak; goed tot enkele tientallen km."""
    dx = (lengte2 - lengte1) * 111.32 * math.cos(math.radians((breedte1 + breedte2) / 2))
    return math.hypot(dx, (breedte2 - breedte1) * 111.19)


def in_woorden(km: float) -> str:
    """0.26 als '250 m', 3.14 als '3,1 km' (hemelsbreed)."""
    return f"{max(50, round(km * 20) * 50)} m" if km < 0.975 else f"{km:.1f} km".replace(".", ",")
