"""Wat er dicht bij een plek is: de naaste andere voorzieningen, met de afstand hemelsbreed."""

import math
from collections import defaultdict
from functools import cached_property

from generator.model import Catalogus, Punt, Voorziening

ZIJDEN = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)  # km
AANTAL = 4
_SPELING = 1.02  # de grove maat wijkt in het kwadraat nooit zoveel af
Plek = tuple[str, float, float]  # id, lengte, breedte


class Buren:
    """Kent alle punten, in vakken van 50 m tot 3,2 km: zo vergelijkt 'dichtbij' in een stad en in een dorp met weinig."""

    def __init__(self, catalogus: Catalogus):
        self.catalogus = catalogus
        self._vakken: dict[float, dict[tuple[int, int], list[Plek]]] = {}
        self._rond: dict[tuple[float, int, int], list[Plek]] = {}
        self._bekend: dict[str, list[tuple[float, str]]] = {}

    @cached_property
    def punten(self) -> list[Plek]:
        return [
            (v.id, plek.punt.lengte, plek.punt.breedte)
            for v in self.catalogus.voorzieningen.values()
            if v.status == "actief"
            for plek in v.locaties
            if plek.punt
        ]

    def van(self, v: Voorziening) -> list[tuple[float, str]]:
        """De naaste andere voorzieningen als (km, id), gemeten tussen de naaste plekken van beide."""
        if v.id not in self._bekend:
            beste: dict[str, float] = {}
            for punt in (plek.punt for plek in v.locaties if plek.punt):
                for km, id_ in self._rondom(punt, v.id):
                    beste[id_] = min(km, beste.get(id_, km))
            self._bekend[v.id] = sorted((km, id_) for id_, km in beste.items())[:AANTAL]
        return self._bekend[v.id]

    def _rondom(self, punt: Punt, eigen: str) -> list[tuple[float, str]]:
        """De naaste (km, id) bij een punt; eerst in kleine vakken, en ruimer zolang dat te weinig is."""
        buren: list[tuple[float, str]] = []
        ruim = 0.0
        for zijde in ZIJDEN:
            if zijde < ruim and zijde != ZIJDEN[-1]:
                continue
            rondom = [plek for plek in self._in_negen_vakken(punt, zijde) if plek[0] != eigen]
            if len(rondom) < AANTAL and zijde != ZIJDEN[-1]:  # te weinig om te kiezen
                continue
            buren = naaste(punt, rondom)
            ruim = buren[-1][0] if len(buren) == AANTAL else 0.0
            if ruim and ruim <= zijde:  # verder weg dan een vak kan er niets dichterbij zijn
                break
        return buren

    def _in_negen_vakken(self, punt: Punt, zijde: float) -> list[Plek]:
        """Wat er in het vak van een punt en in de acht eromheen ligt."""
        x, y = vak(punt.lengte, punt.breedte, zijde)
        if (rond := self._rond.get((zijde, x, y))) is None:
            vakken, rond = self._verdeeld(zijde), []
            for buur in ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
                rond += vakken.get(buur, ())
            self._rond[zijde, x, y] = rond
        return rond

    def _verdeeld(self, zijde: float) -> dict[tuple[int, int], list[Plek]]:
        if zijde not in self._vakken:
            vakken = self._vakken[zijde] = defaultdict(list)
            for plek in self.punten:
                vakken[vak(plek[1], plek[2], zijde)].append(plek)
        return self._vakken[zijde]


def vak(lengte: float, breedte: float, zijde: float) -> tuple[int, int]:
    """Het vak van minstens `zijde` km breed en hoog waar een punt in ligt; een graad is in Nederland minstens 65 bij
    111 km.
    """
    return int(lengte * 65 / zijde), int(breedte * 111 / zijde)


def naaste(punt: Punt, rondom: list[Plek]) -> list[tuple[float, str]]:
    """De naaste (km, id). Eerst grof en goedkoop, met een schaal voor de hele lijst; alleen wie vooraan staat wordt
    precies gemeten.
    """
    x, y = punt.lengte, punt.breedte
    schaal = math.cos(math.radians(y)) ** 2
    grof = sorted(
        [((lengte - x) ** 2 * schaal + (breedte - y) ** 2, id_, lengte, breedte) for id_, lengte, breedte in rondom]
    )
    gemeten: dict[str, float] = {}
    tot = math.inf
    for maat, id_, lengte, breedte in grof[: 4 * AANTAL]:
        if maat > tot:
            break
        if id_ not in gemeten:  # van elk de naaste plek
            gemeten[id_] = afstand_km(x, y, lengte, breedte)
            tot = maat * _SPELING if len(gemeten) == AANTAL else tot
    return sorted((km, id_) for id_, km in gemeten.items())[:AANTAL]


def afstand_km(lengte1: float, breedte1: float, lengte2: float, breedte2: float) -> float:
    """Afstand in km tussen twee punten (graden), met een plat vlak; goed tot enkele tientallen km."""
    dx = (lengte2 - lengte1) * 111.32 * math.cos(math.radians((breedte1 + breedte2) / 2))
    return math.hypot(dx, (breedte2 - breedte1) * 111.19)


def in_woorden(km: float) -> str:
    """0.26 als '250 m', 3.14 als '3,1 km' (hemelsbreed)."""
    return f"{max(50, round(km * 20) * 50)} m" if km < 0.975 else f"{km:.1f} km".replace(".", ",")
