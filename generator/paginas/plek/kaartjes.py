"""Wat een voorziening in een lijst laat zien, en wat er dichtbij is; een keer uitgerekend voor alle pagina's."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.json_tekst import als_json
from generator.model import Catalogus, Punt, Voorziening
from generator.opmaak import tijden_voor_browser
from generator.voorraad import vingerafdruk

TOEGANG_KORT = {"vrij": "zonder verwijzing", "aanmelden": "eerst aanmelden", "melding_gemeente": "via de gemeente",
                "verwijzing": "met verwijzing", "indicatie": "met indicatie", "spoed": "spoed"}
KOSTEN_KORT = {"gratis": "gratis", "eigen_bijdrage": "eigen bijdrage", "betaald": "kost geld", "onbekend": "kosten niet bekend"}
SOORTNAAM = {"algemene_voorziening": "Algemene voorziening", "ketenpartner": "Ketenpartner", "wijkfunctie": "In de wijk"}
ZIJDEN = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)  # km
TOEGANG_VOLGORDE = ("spoed", "vrij", "aanmelden", "verwijzing", "melding_gemeente", "indicatie")


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
    tijden: str
    gesloten: bool
    verouderd: bool


def is_verouderd(v: Voorziening, peildatum) -> bool:
    """Is de termijn van nakijken voorbij?"""
    maanden = v.gecontroleerd.op.year * 12 + v.gecontroleerd.op.month + v.gecontroleerd.termijn_maanden
    return (peildatum.year * 12 + peildatum.month, peildatum.day) > (maanden, v.gecontroleerd.op.day)


class Kaartjes:
    """Alle kaartjes van een catalogus, op id."""

    def __init__(self, catalogus: Catalogus):
        self.catalogus = catalogus
        self.op_id = {v.id: self._maak(v) for v in catalogus.voorzieningen.values()}
        self.punten = [(v.id, plek.punt.lengte, plek.punt.breedte) for v in catalogus.voorzieningen.values() if v.status == "actief"
                       for plek in v.locaties[:1] if plek.punt]
        self._rang = {v.id: (TOEGANG_VOLGORDE.index(v.toegang.hoe), "landelijk" in v.werkgebied, v.naam.casefold())
                      for v in catalogus.voorzieningen.values()}
        self._vakken = self._verdeel()

    def _maak(self, v: Voorziening) -> Kaartje:
        tijden = v.locaties[0].openingstijden if v.locaties else v.contact.telefoontijden
        anders = v.tijdelijk and v.tijdelijk.van <= self.catalogus.peildatum <= v.tijdelijk.tot
        stand = {} if anders or v.status == "gesloten" else tijden_voor_browser(tijden)
        return Kaartje(v.id, f"voorzieningen/{v.id}/", v.naam, v.samenvatting, v.soort, v.contact.telefoon or "", self.waar(v),
                       KOSTEN_KORT[v.kosten.soort] if v.kosten else "", TOEGANG_KORT[v.toegang.hoe],
                       als_json(stand) if stand else "", v.status == "gesloten",
                       is_verouderd(v, self.catalogus.peildatum))

    def waar(self, v: Voorziening) -> str:
        """De wijk van de plek, of anders het werkgebied in woorden."""
        codes = [c for i in range(len(v.locaties)) if (c := self.catalogus.gebied_van(v, i))]
        if not codes and "landelijk" in v.werkgebied:
            return "heel Nederland"
        namen = [self.catalogus.gebieden[c].naam for c in dict.fromkeys(codes or v.werkgebied) if c in self.catalogus.gebieden]
        return ", ".join(namen[:3]) + (" en meer" if len(namen) > 3 else "")

    def afdruk(self, voorzieningen: Iterable[Voorziening]) -> str:
        """De vingerafdruk van een pagina die van deze voorzieningen afhangt, en verder alleen van wat voor alle pagina's geldt."""
        bekend = self.catalogus.afdrukken
        return vingerafdruk("", *(bekend[v.id] for v in voorzieningen)) if bekend else ""

    def lijst(self, voorzieningen: list[Voorziening]) -> list[Kaartje]:
        """Kaartjes in de volgorde van de papieren: wat vrij is voor wat een besluit vraagt, dichtbij voor landelijk, op naam."""
        return [self.op_id[v.id] for v in sorted(voorzieningen, key=lambda v: self._rang[v.id])]

    def _verdeel(self) -> dict[tuple[float, int, int], list[tuple[str, float, float]]]:
        """Punten in vakken van 50 m tot 3,2 km, zodat 'dichtbij' in een stad en in een dorp met weinig punten vergelijkt."""
        vakken = defaultdict(list)
        for punt in self.punten:
            for zijde in ZIJDEN:
                vakken[vak(punt[1], punt[2], zijde)].append(punt)
        return vakken

    def dichtbij(self, v: Voorziening, aantal: int = 4) -> list[tuple[Kaartje, str]]:
        """De naaste andere plekken met hun afstand in woorden, voor de eerste locatie met een punt."""
        punt = next((plek.punt for plek in v.locaties if plek.punt), None)
        if punt is None:
            return []
        buren: list[tuple[float, str]] = []
        for zijde in ZIJDEN:
            _, x, y = vak(punt.lengte, punt.breedte, zijde)
            rondom = [buur for dx in (-1, 0, 1) for dy in (-1, 0, 1) for buur in self._vakken.get((zijde, x + dx, y + dy), ())]
            if len(rondom) <= aantal and zijde != ZIJDEN[-1]:  # de plek zelf is er ook bij: te weinig om te kiezen
                continue
            buren = naaste(punt, [buur for buur in rondom if buur[0] != v.id], aantal)
            if len(buren) == aantal and buren[-1][0] <= zijde:  # verder weg dan een vak kan er niets dichterbij zijn
                break
        return [(self.op_id[id_], in_woorden(km)) for km, id_ in buren]


def vak(lengte: float, breedte: float, zijde: float) -> tuple[float, int, int]:
    """Het vak van minstens `zijde` km breed en hoog waar een punt in ligt; een graad is in Nederland minstens 65 bij 111 km."""
    return zijde, int(lengte * 65 / zijde), int(breedte * 111 / zijde)


def naaste(punt: Punt, rondom: list[tuple[str, float, float]], aantal: int) -> list[tuple[float, str]]:
    """De naaste (km, id). Eerst grof en goedkoop, met een schaal voor de hele lijst; alleen wie vooraan staat wordt precies gemeten."""
    schaal = math.cos(math.radians(punt.breedte)) ** 2
    grof = sorted([((lengte - punt.lengte) ** 2 * schaal + (breedte - punt.breedte) ** 2, id_, lengte, breedte)
                   for id_, lengte, breedte in rondom])
    return sorted((afstand_km(punt.lengte, punt.breedte, lengte, breedte), id_) for _, id_, lengte, breedte in grof[:2 * aantal])[:aantal]


def afstand_km(lengte1: float, breedte1: float, lengte2: float, breedte2: float) -> float:
    """Afstand in km tussen twee punten (graden), met een plat vlak; goed tot enkele tientallen km."""
    dx = (lengte2 - lengte1) * 111.32 * math.cos(math.radians((breedte1 + breedte2) / 2))
    return math.hypot(dx, (breedte2 - breedte1) * 111.19)


def in_woorden(km: float) -> str:
    """0.26 als '250 m', 3.14 als '3,1 km' (hemelsbreed)."""
    return f"{max(50, round(km * 20) * 50)} m" if km < 0.975 else f"{km:.1f} km".replace(".", ",")
