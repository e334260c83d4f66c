"""Wat een voorziening in een lijst laat zien, en wat er dichtbij is; een keer uitgerekend voor alle pagina's."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from generator.betekenis.actueel import lager_na, oud_na
from generator.betekenis.dagdelen import dagdelen_van
from generator.betekenis.vandaag import standcode_van
from generator.betekenis.woorden import FEITEN_GEBOUW, KOSTEN, TOEGANG, TOEGANG_VOLGORDE
from generator.model import Catalogus, Voorziening
from generator.paginas.gemeen.wijkkeuze import wijkkeuze
from generator.paginas.plek.buren import Buren, in_woorden
from generator.voorraad import vingerafdruk


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
    maat: tuple[int, int, int] = field(init=False)  # bytes: de naam, met wat de browser weet erbij, met de zin erbij
    op_naam: tuple[str, str] = field(init=False)  # de plek in een lijst op naam

    def __post_init__(self) -> None:
        delen = ((self.id + self.naam) * 2, self.bij + self.stand + self.waar, self.samenvatting)
        object.__setattr__(self, "maat", tuple(accumulate(len(deel.encode()) for deel in delen)))
        object.__setattr__(self, "op_naam", (self.naam.casefold(), self.id))


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
        # Duizenden ingangen zitten in dezelfde wijken en werken in dezelfde gebieden.
        self.bij, self.waar = cache(self._bij), cache(self._waar)
        self.op_id = {v.id: self._maak(v) for v in catalogus.voorzieningen.values()}
        self._rang = {v.id: rang_van(v) for v in catalogus.voorzieningen.values()}
        self.buren = Buren(catalogus)

    def met(self, catalogus: Catalogus, v: Voorziening) -> "Kaartjes":
        """Dezelfde kaartjes bij een catalogus waarin alleen deze voorziening anders is."""
        uit, was = copy(self), self.catalogus.voorzieningen[v.id]
        uit.catalogus = catalogus
        uit.bij, uit.waar = cache(uit._bij), cache(uit._waar)
        uit.op_id, uit._rang = {**self.op_id, v.id: uit._maak(v)}, {**self._rang, v.id: rang_van(v)}
        if (was.status, was.locaties) != (v.status, v.locaties):
            uit.buren = Buren(catalogus)
        return uit

    def _maak(self, v: Voorziening) -> Kaartje:
        gebied = self.catalogus.wijken_van(v), v.werkgebied
        if v.status == "gesloten":
            pad, waar = f"voorzieningen/{v.id}/", self.waar(*gebied)
            return Kaartje(v.id, pad, v.naam, v.samenvatting, v.soort, "", waar, "", "", "", True, "", "")
        return Kaartje(
            v.id,
            f"voorzieningen/{v.id}/",
            v.naam,
            v.samenvatting,
            v.soort,
            v.contact.telefoon or "",
            self.waar(*gebied),
            KOSTEN[v.kosten.soort] if v.kosten else "",
            TOEGANG[v.toegang.hoe].kort,
            standcode_van(v, self.catalogus),
            False,
            *self._oud(v),
            v.kosten is not None and v.kosten.soort == "gratis",
            self.bij(*gebied),
            dagdelen_van(v, self.catalogus),
            gebouw(v),
        )

    def _oud(self, v: Voorziening) -> tuple[str, str]:
        """Na welke dag de site zegt dat er lang niet is gekeken, en na welke zij lager staat; leeg is nooit."""
        lager = lager_na(v, self.catalogus)
        zegt = v.gecontroleerd.nagelezen or lager is not None
        return str(oud_na(v, self.catalogus)) if zegt else "", str(lager or "")

    def _bij(self, wijken: tuple[str, ...], werkgebied: tuple[str, ...]) -> str:
        """De codes van de wijken en gemeenten waar een voorziening zit of voor is; leeg als zij voor elke wijk is om
        uit te kiezen.
        """
        gemeenten = {g.code for g, _ in wijkkeuze(self.catalogus)}
        werk = (g.code for code in werkgebied for g in self.catalogus.leden_van(code))
        codes = dict.fromkeys(f"WK{c[2:8]}" if c.startswith("BU") else c for c in (*wijken, *werkgebied, *werk))
        return "" if "landelijk" in codes or codes.keys() >= gemeenten else " ".join(codes)

    def _waar(self, wijken: tuple[str, ...], werkgebied: tuple[str, ...]) -> str:
        """De wijk van de plek, of anders het werkgebied in woorden."""
        if not wijken and "landelijk" in werkgebied:
            return "heel Nederland"
        gebieden = self.catalogus.gebieden
        namen = [gebieden[c].naam for c in dict.fromkeys(wijken or werkgebied) if c in gebieden]
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

    def dichtbij(self, v: Voorziening) -> list[tuple[Kaartje, str]]:
        """De naaste andere voorzieningen met hun afstand in woorden."""
        return [(self.op_id[id_], in_woorden(km)) for km, id_ in self.buren.van(v)]


def rang_van(v: Voorziening) -> tuple[int, bool, str]:
    return TOEGANG_VOLGORDE[v.toegang.hoe], "landelijk" in v.werkgebied, v.naam.casefold()
