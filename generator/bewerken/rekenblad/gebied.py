"""In welke wijk een rij thuishoort: uit haar punt, postcode, wijkcode of wijknaam; anders weten we het niet."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.gebieden.plaatsen import plaats_punten
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.waarden import nette_naam
from generator.meldingen import Verslag
from generator.voorraad import Voorraad


class Gebiedenzoeker:
    """De gebieden van een map; `leg_punten` plaatst alle punten in een keer, want een voor een is traag."""

    def __init__(self, map_: Path, peildatum: date, voorraad: Voorraad):
        self.gemeenten = lees_gebieden(map_, Verslag(), peildatum, voorraad)
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

    def zoek(self, punt: tuple[float, float] | None, postcode: str, code: str, naam: str) -> tuple[str, str]:
        """De code en waar zij vandaan komt; een lege code met de reden als het niet te zeggen is."""
        if punt and (wijk := self.geplaatst.get(punt)):
            return wijk, "punt"
        wijken = self.op_postcode.get(postcode.replace(" ", ""), set())
        if len(wijken) == 1:
            return next(iter(wijken)), "postcode"
        for kans, bron in ((code, "wijkcode"), (f"WK{code.zfill(6)}" if code.isalnum() else "", "wijkcode")):
            if kans in self.codes:
                return kans, bron
        gevonden = self.op_naam.get(nette_naam(naam), set()) if naam else set()
        if len(gevonden) == 1:
            return next(iter(gevonden)), "wijknaam"
        return "", self._waarom(punt, postcode, wijken)

    def _waarom(self, punt: tuple[float, float] | None, postcode: str, wijken: set[str]) -> str:
        if punt and self.met_vorm():
            return "het punt ligt in geen enkele wijk uit gebieden/"
        if len(wijken) > 1:
            return f"postcode {postcode} ligt in meer wijken ({', '.join(sorted(wijken))}), en er is geen punt"
        if postcode:
            return f"postcode {postcode} staat in geen enkel postcodes.csv, en er is geen punt"
        return "er is geen punt, postcode of wijk"
