"""In welke wijk een rij thuishoort: uit haar punt, postcode, of een code of naam in een cel; anders weten we het niet."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.gebieden.plaatsen import plaats_punten
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.instellingen import lees_instellingen
from generator.lezen.waarden import nette_naam
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

_VOORAAN = re.compile(
    r"^(?:(?:wijk|buurt|dorp|kern|stadsdeel|gemeente|heel|hele)\s*:?\s+)?(?:\d{1,4}\s*[.:)\u2013-]?\s+)?", re.I
)
_ACHTERAAN = re.compile(r"\s*(?:\([^)]*\)|\be\.?\s?o\.?|\ben (?:omgeving|omstreken))\s*$", re.I)
_TUSSEN = re.compile(r"[;,/&\n+]|\ben\b")
_HEEL = {"hele-gemeente", "heel-de-gemeente", "alle-wijken", "gemeentebreed", "hele-stad"}
_OVERAL = {"landelijk", "heel-nederland", "nederland"}


class Gebiedenzoeker:
    """De gebieden van een map; `leg_punten` plaatst alle punten in een keer, want een voor een is traag."""

    def __init__(self, map_: Path, peildatum: date, voorraad: Voorraad):
        self.gemeenten = lees_gebieden(map_, Verslag(), peildatum, voorraad)
        self.eigen = lees_instellingen(map_, Verslag(), peildatum).gemeente
        self.voorraad = voorraad
        self.codes = {g.code for g in self.gemeenten} | {
            w.code for g in self.gemeenten for w in (*g.wijken, *g.buurten)
        }
        self.op_postcode: dict[str, set[str]] = defaultdict(set)
        self.op_naam: dict[str, set[str]] = defaultdict(set)
        for gemeente in self.gemeenten:
            for postcode, wijken in gemeente.postcodes.items():
                self.op_postcode[postcode.replace(" ", "")] |= set(wijken)
            for gebied in (*gemeente.wijken, *gemeente.buurten):
                self.op_naam[nette_naam(gebied.naam)].add(gebied.code)
        self.geplaatst: dict[tuple[float, float], str] = {}

    def leg_punten(self, punten: Iterable[tuple[float, float]]) -> None:
        nieuw = [(punt, *punt) for punt in dict.fromkeys(punten) if punt not in self.geplaatst]
        self.geplaatst |= plaats_punten(self.gemeenten, nieuw, self.voorraad)

    def met_vorm(self) -> bool:
        return any(wijk.vorm for gemeente in self.gemeenten for wijk in gemeente.wijken)

    def zoek(self, punt: tuple[float, float] | None, postcode: str, *woorden: str) -> tuple[list[str], str]:
        """De codes en waar zij vandaan komen; geen code met de reden als het niet te zeggen is."""
        if punt and (wijk := self.geplaatst.get(punt)):
            return [wijk], "punt"
        wijken = self.op_postcode.get(postcode.replace(" ", ""), set())
        if len(wijken) == 1:
            return list(wijken), "postcode"
        for tekst in filter(None, woorden):
            if codes := self.genoemd(tekst):
                return codes, f"'{tekst}'"
        return [], self._waarom(punt, postcode, wijken, " ".join(filter(None, woorden)))

    def genoemd(self, tekst: str) -> list[str]:
        """De codes die een cel noemt, met een code of een naam, een of meer; leeg als er een deel niet bij te zeggen is."""
        if heel := self._een(tekst):
            return [heel]
        delen = [deel.strip() for deel in _TUSSEN.split(tekst) if deel.strip()]
        codes = [self._een(deel) for deel in delen]
        return list(dict.fromkeys(codes)) if all(codes) else []

    def _een(self, tekst: str) -> str:
        code = tekst.strip().upper().replace(" ", "")
        for kans in (code, f"WK{code.zfill(6)}" if code.isalnum() else "", f"GM{code.zfill(4)}"):
            if kans in self.codes:
                return kans
        zonder = _VOORAAN.sub("", tekst.strip())
        kansen = (tekst, zonder, _ACHTERAAN.sub("", zonder))
        return next((code for kans in kansen if (code := self._op_naam(nette_naam(kans)))), "")

    def _op_naam(self, naam: str) -> str:
        """De ene code met deze naam: een wijk of buurt gaat voor de gemeente die net zo heet."""
        if naam in _OVERAL:
            return "landelijk"
        heel = {g.code for g in self.gemeenten if nette_naam(g.naam) == naam}
        if naam in _HEEL:
            heel = self.codes & {self.eigen or ""} or {g.code for g in self.gemeenten if g.wijken}
        gevonden = self.op_naam.get(naam) or heel
        return next(iter(gevonden)) if len(gevonden) == 1 else ""

    def _waarom(self, punt: tuple[float, float] | None, postcode: str, wijken: set[str], woorden: str) -> str:
        if punt and self.met_vorm():
            return "het punt ligt in geen enkele wijk uit gebieden/"
        if len(wijken) > 1:
            return f"postcode {postcode} ligt in meer wijken ({', '.join(sorted(wijken))}), en er is geen punt"
        if woorden:
            return f"'{woorden}' is geen code of naam van een wijk uit gebieden/"
        if postcode:
            return f"postcode {postcode} staat in geen enkel postcodes.csv, en er is geen punt"
        return "er is geen punt, postcode of wijk"
