"""Wat er op de pagina van een wijk onder de plekken staat: wat ontbreekt, wat er is, wat verandert, en de cijfers."""

from datetime import timedelta
from functools import cached_property

from generator.betekenis.activiteiten import per_wijk
from generator.betekenis.woorden import REKENEN
from generator.gebieden.afgeleid import voor_gebied
from generator.gebieden.cijfers import Tabel, tabellen
from generator.gebieden.rekenen import Inwoners, inwoners_in
from generator.model import Catalogus, Gebied, Gemeente, Tijdelijk, Voorziening
from generator.paginas.gebied.dekking import (
    Vakje,
    dekking,
    dichtstbij,
    heeft_dekking,
    in_vier_groepen,
    midden_van,
    mist,
)
from generator.paginas.plek.kaartadressen import van_gebied, van_gebieden
from generator.paginas.plek.kaartjes import Kaartjes

RECENT = timedelta(days=60)
SCRIPTS = ("gemeen/standblad.js", "gebied/wijk.js", "vinden/onderwerp.js")


class Wijkmeer:
    """Rekent per gemeente een keer uit wat al haar wijkpagina's nodig hebben, zodra een van hen gemaakt wordt."""

    def __init__(self, gemeente: Gemeente, catalogus: Catalogus, kaartjes: Kaartjes):
        self.gemeente, self.catalogus, self.kaartjes = gemeente, catalogus, kaartjes
        self.codes = {w.code: (w.code,) for w in gemeente.wijken} | {deel.id: deel.codes for deel in gemeente.indeling}

    @cached_property
    def vakjes(self) -> dict[tuple[str, str], Vakje]:
        met = heeft_dekking(self.gemeente, self.catalogus)
        return dekking(self.gemeente, self.catalogus) if met else {}

    @cached_property
    def tabellen(self) -> list[Tabel]:
        alle = tabellen(self.gemeente, self.catalogus.instellingen.drempel_cijfers)
        return [t for t in alle if not t.los]

    @cached_property
    def inwoners(self) -> dict[str, Inwoners]:
        return {jaar: inwoners_in(self.gemeente, jaar)[0] for jaar in {t.jaar for t in self.tabellen}}

    def van(self, wijk: Gebied, hier: list[Voorziening]) -> dict:
        """De velden voor het sjabloon; `hier` zijn de voorzieningen met een plek in de wijk."""
        met_kaart = bool(self.gemeente.tekening)
        return {
            "tekort": self.tekort(wijk),
            "groepen": self.groepen(wijk),
            "nieuws": self.nieuws(hier),
            "activiteiten": wijk.code in per_wijk(self.catalogus),
            "nagekeken": self.nagekeken(hier),
            "cijfers": [(t, regels, self.zin(t, wijk)) for t in self.tabellen if (regels := self.regels(t, wijk))],
            "kaart_adres": van_gebied(self.gemeente, wijk) if met_kaart else "",
            "grenzen_adres": van_gebieden(self.gemeente) if met_kaart else "",
        }

    def tekort(self, wijk: Gebied) -> list[tuple]:
        """(functie, wie zonder plek toch voor dit gebied is, naaste plek, afstand, of die er voor dit gebied is) van
        wat er mist.
        """
        uit, codes = [], self.codes[wijk.code]
        midden = midden_van(wijk, self.gemeente)
        for functie in mist(wijk, self.gemeente, self.vakjes, self.catalogus) if self.vakjes else ():
            naast = midden and dichtstbij(functie.id, midden, codes, self.catalogus)
            plek, afstand, ook_hier = naast or (None, "", False)
            uit.append(
                (
                    functie,
                    [self.kaartjes.op_id[id_] for id_ in self.zonder_plek(wijk, functie.id, codes)],
                    self.kaartjes.op_id[plek.id] if plek else None,
                    afstand,
                    ook_hier,
                )
            )
        return uit

    def zonder_plek(self, wijk: Gebied, functie: str, codes: tuple[str, ...]) -> list[str]:
        """Wie zonder plek op de kaart voor dit gebied is; wie het gebied zelf noemt gaat voor wie overal is. Hoogstens
        twee.
        """
        elders = [self.catalogus.voorzieningen[id_] for id_ in dict.fromkeys(self.vakjes[wijk.code, functie].elders)]
        vs = [v for v in elders if not any(plek.punt for plek in v.locaties)]
        eigen = [v.id for v in vs if any(c in v.werkgebied for c in codes)]
        return (eigen or [v.id for v in vs])[:2]

    def groepen(self, wijk: Gebied) -> list[tuple[str, list]]:
        """De functies met een plek in de wijk, in vier groepen, met hun aantal; leeg als er niets is."""
        aantal = {
            f: len(set(vakje.hier)) for (code, f), vakje in self.vakjes.items() if code == wijk.code and vakje.hier
        }
        if not aantal:
            return []
        return [
            (naam, [(f, aantal[f.id]) for f in functies])
            for naam, functies in in_vier_groepen([self.catalogus.functies[f] for f in aantal])
        ]

    def nieuws(self, hier: list[Voorziening]) -> list[tuple[Voorziening, Tijdelijk]]:
        """Mededelingen die gelden of nog komen; de browser laat weg wat voorbij is."""
        dag = self.catalogus.peildatum
        return [(v, t) for v in hier if v.status == "actief" for t in v.tijdelijk if t.tot >= dag]

    def nagekeken(self, hier: list[Voorziening]) -> list[Voorziening]:
        """De drie ingangen die het laatst zijn nagekeken, als dat kort geleden was."""
        vers = [v for v in hier if self.catalogus.peildatum - v.gecontroleerd.op <= RECENT]
        return sorted(vers, key=lambda v: (v.gecontroleerd.op, v.id), reverse=True)[:3]

    def regels(self, tabel: Tabel, wijk: Gebied) -> list[tuple[str, str]]:
        """De getallen van een wijk of eigen gebied; wat niet op te tellen of te middelen is, staat er niet."""
        cellen = voor_gebied(tabel, self.codes[wijk.code], self.inwoners[tabel.jaar])
        return [(kolom, cel.tekst) for kolom, cel in zip(tabel.kolommen, cellen, strict=False) if cel.tekst]

    def zin(self, tabel: Tabel, wijk: Gebied) -> str:
        """Hoe de getallen van een eigen gebied zijn uitgerekend; leeg als zij zo in de bron staan."""
        return REKENEN[tabel.rekenen] if len(self.codes[wijk.code]) > 1 else ""
