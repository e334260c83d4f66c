"""Een ingang, organisatie of functie lezen: een bestand, met wat een set eronder heeft als het die aanvult."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from generator.betekenis import leesmaat
from generator.betekenis.netnummers import feiten_van, nummers_van, onthoud
from generator.kernen import Ploeg
from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer
from generator.lezen.inlezing import Inlezing, pak_in, pak_uit
from generator.lezen.lagen import Laag, Lagen
from generator.lezen.samen import Samenlezer
from generator.lezen.snel import lees_snel, mag_snel
from generator.lezen.stapelen import VELD, hier_te_melden, inhoud, merk, neem_vult_aan, vul_aan
from generator.lezen.velden import is_leeg, lees_groep
from generator.lezen.vrije_tekst import noemt_misschien_iemand
from generator.lezen.waarden import NIETS, Lezing, Verwijzing, hint_id, is_id
from generator.lezen.yaml_lezer import SOORTNAAM, Tekst, Velden, lees_yaml
from generator.meldingen import Melding, Verslag
from generator.model import Organisatie, Voorziening
from generator.schema import Veld
from generator.voorraad import Voorraad, vingerafdruk


class Vondst(Struct, frozen=True):
    """Een bestand van een ingang, organisatie of functie in een laag; `vast` is wat de map erover zegt."""

    laag: Laag
    bestand: Path
    pad: str
    vast: dict


Stukken = list[tuple[Vondst, bytes]]


class Beurt(NamedTuple):
    """Een bestand om te lezen, met zijn sleutel in de voorraad en de laatste dag die een datum mag zijn."""

    stukken: Stukken
    tot: date
    sleutel: str
    groep: Veld


class Ingangslezer:
    """Leest bestanden een voor een. Houdt per pad de verwijzingen en de vingerafdruk bij, waar iemand in genoemd lijkt te
    worden, wat gelijk is aan een set, en per pad de set waar (een deel van) de ingang uit komt.
    """

    def __init__(self, lagen: Lagen, verslag: Verslag, peildatum: date, voorraad: Voorraad):
        self.lagen, self.verslag, self.peildatum, self.voorraad = lagen, verslag, peildatum, voorraad
        self.verwijzingen: dict[str, list[Verwijzing]] = {}
        self.afdrukken: dict[str, str] = {}
        self.mensen: set[str] = set()
        self.gelijk: list[str] = []
        self.sets: dict[str, str] = {}
        self.samen: Samenlezer | None = None
        self.nu_gelezen: dict[str, tuple[bytes, Inlezing | None]] = {}

    def begin(self, beurten: Iterable[Beurt], ploeg: Ploeg, kernen: int) -> None:
        """Begin aan alles wat nieuw is; is dat veel, dan lezen de andere kernen vast."""
        nieuw = [beurt for beurt in beurten if not self.voorraad.heeft("ingang", beurt.sleutel)]
        werk = [(beurt.sleutel, partial(self.lees_nieuw, beurt)) for beurt in nieuw]
        self.samen = Samenlezer(werk, ploeg, kernen)

    def beurt(self, stapel: list[Vondst], groep: Veld) -> Beurt | None:
        """Het bovenste bestand van een stapel met wat het aanvult; None als het niet open kan."""
        stukken = self.stukken(stapel)
        if not stukken:
            return None
        pad, delen = stapel[-1].pad, [deel for vondst, ruw in stukken for deel in (vondst.pad, ruw)]
        if uit_set := next((v.laag.naam for v, _ in reversed(stukken) if v.laag.naam), ""):
            self.sets[pad] = uit_set
        self.afdrukken[pad] = vingerafdruk(*delen)
        return Beurt(stukken, max(self.tot(vondst) for vondst, _ in stukken), self.afdrukken[pad], groep)

    def neem_op(self) -> None:
        """Lees mee tot alles wat nieuw is gelezen is."""
        for sleutel, goed, ruw, inlezing in self.samen.uitkomsten() if self.samen else ():
            self.nu_gelezen[sleutel] = ruw, inlezing
            if goed:
                self.voorraad.leg("ingang", sleutel, ruw)

    def lees(self, stapel: list[Vondst], groep: Veld) -> object:
        """Het bovenste bestand van een stapel als object van `groep.klasse`, of NIETS."""
        beurt = self.beurt(stapel, groep)
        return self.uitkomst(beurt) if beurt else NIETS

    def uitkomst(self, beurt: Beurt) -> object:
        """Wat er gelezen is, of NIETS. Wat foutloos en ongewijzigd is, komt uit de voorraad."""
        bekend = self.bekend(beurt)
        if bekend is None or not is_nog_goed(bekend.tot, beurt.tot, bekend.meldingen):
            bekend = self.lees_nieuw(beurt)
            if bekend.ding is not None:  # een fout kan van een ander bestand afhangen
                self.voorraad.leg("ingang", beurt.sleutel, pak_in(bekend))
        pad = beurt.stukken[-1][0].pad
        self.verwijzingen[pad] = bekend.verwijzingen
        self.verslag.meldingen_ruw |= bekend.meldingen
        if bekend.mens:
            self.mensen.add(pad)
        for nummer, feiten in bekend.nummers.items():
            onthoud(nummer, feiten)
        if bekend.meting and isinstance(bekend.ding, Voorziening):
            leesmaat.onthoud(bekend.ding, bekend.meting)
        return NIETS if bekend.ding is None else bekend.ding

    def bekend(self, beurt: Beurt) -> Inlezing | None:
        """Wat nu of eerder van deze bytes gelezen is."""
        assert beurt.groep.klasse is not None
        ruw, inlezing = self.nu_gelezen.pop(beurt.sleutel, None) or (self.voorraad.pak("ingang", beurt.sleutel), None)
        return pak_uit(ruw, beurt.groep.klasse) if inlezing is None and isinstance(ruw, bytes) else inlezing

    def lees_nieuw(self, beurt: Beurt) -> Inlezing:
        """Wat er staat, en alles wat daar zonder andere bestanden van te zeggen is."""
        lezing = Lezing(Verslag(), beurt.stukken[-1][0].pad, beurt.tot, beurt.groep)
        uit = self.lees_stukken(beurt.stukken, lezing)
        ding = None if uit is NIETS else uit
        nummers = nummers_van(ding) if isinstance(ding, Voorziening | Organisatie) else []
        return Inlezing(
            beurt.tot,
            ding,
            lezing.verwijzingen,
            noemt_misschien_iemand(ding),
            lezing.verslag.meldingen_ruw,
            {nummer: feiten_van(nummer) for nummer in nummers},
            leesmaat.meting_van(ding) if isinstance(ding, Voorziening) else None,
        )

    def tot(self, vondst: Vondst) -> date:
        """De laatste dag die een datum mag zijn. Een set is van haar versie: wie de site van een eerdere dag maakt, kan daar niets
        aan doen.
        """
        try:
            return max(self.peildatum, date.fromisoformat(vondst.laag.versie))
        except ValueError:
            return self.peildatum

    def stukken(self, stapel: list[Vondst]) -> Stukken:
        """Het bovenste bestand met zijn bytes, met wat eronder ligt ervoor als het een set aanvult; leeg bij een fout."""
        boven = lees_bytes(stapel[-1].bestand, stapel[-1].pad, self.verslag)
        if boven is None:
            return []
        if VELD.encode() not in boven:
            self.vergelijk(stapel, boven)
            return [(stapel[-1], boven)]
        onder = [(v, ruw) for v in stapel[:-1] if (ruw := lees_bytes(v.bestand, v.pad, self.verslag)) is not None]
        return [*onder, (stapel[-1], boven)]

    def vergelijk(self, stapel: list[Vondst], boven: bytes) -> None:
        """Onthoud een eigen bestand dat hetzelfde zegt als het bestand van de set waar het voor in de plaats komt."""
        if len(stapel) < 2 or stapel[-1].laag is not self.lagen.eigen:
            return
        onder = lees_bytes(stapel[-2].bestand, stapel[-2].pad, Verslag()) or b""
        een, ander = (boom_uit(ruw, "", Verslag()) for ruw in (onder, boven))
        if een and ander and inhoud(een) == inhoud(ander):
            self.gelijk.append(stapel[-1].pad)

    def lees_stukken(self, stukken: Stukken, lezing: Lezing) -> object:
        """Een bestand waar niets aan mis is, gaat de snelle weg; al het andere de gewone."""
        assert lezing.wortel is not None
        tekst = tekst_uit(stukken[-1][1], lezing.pad, lezing.verslag)
        if tekst is None:
            return NIETS
        if len(stukken) == 1 and not lezing.verslag.meldingen_ruw and mag_snel():
            vast = vast_van(stukken[-1][0])
            if gelezen := lees_snel(tekst, lezing.pad, lezing.peildatum, lezing.wortel, vast):
                uit, lezing.verwijzingen = gelezen
                return uit
        return self.lees_gewoon(tekst, stukken, lezing)

    def lees_gewoon(self, tekst: str, stukken: Stukken, lezing: Lezing) -> object:
        """Elke waarde met haar plaats, en alles wat mis is in het verslag."""
        assert lezing.wortel is not None
        boom = lees_yaml(tekst, lezing.pad, lezing.verslag)
        if boom is None:
            return NIETS
        vondst, uit = stukken[-1][0], NIETS
        goed = self.eigen_id(boom, vondst.bestand, lezing)
        if (aanvulling := neem_vult_aan(boom)) is not None:
            boom = self.vul_aan(boom, *aanvulling, stukken, lezing)
        if boom is not None:
            uit = lees_groep(boom, lezing.wortel, lezing, **vast_van(vondst))
        if len(stukken) > 1 and any(m.pad != lezing.pad for m in lezing.verslag.meldingen_ruw):
            onder = Lezing(Verslag(), stukken[-2][0].pad, self.tot(stukken[-2][0]), lezing.wortel)
            self.lees_stukken(stukken[:-1], onder)
            lezing.verslag.meldingen_ruw = hier_te_melden(lezing.verslag, lezing.pad, onder.verslag)
        return uit if goed else NIETS

    def vul_aan(
        self, boom: Velden, naam: str, plek: tuple[int, int], stukken: Stukken, lezing: Lezing
    ) -> Velden | None:
        """De boom met wat er in de set onder ligt; None met een melding als daar niets is."""
        namen = [laag.naam for laag in self.lagen.sets]
        if naam not in namen:
            lezing.meld("SK342", plek, naam=naam, keuzes=", ".join(namen) or "geen; er doet geen set mee")
        elif naam not in [vondst.laag.naam for vondst, _ in stukken[:-1]]:
            lezing.meld("SK343", plek, naam=naam, wat=stukken[-1][0].bestand.stem)
        elif lezing.wortel and (onder := onderste_boom(stukken[:-1], lezing.wortel, lezing.verslag)):
            return vul_aan(onder, boom, lezing.wortel)
        return None

    def eigen_id(self, boom: Velden, bestand: Path, lezing: Lezing) -> bool:
        """Een veld 'id' mag er staan, als het de bestandsnaam herhaalt."""
        knoop = boom.waarden.pop("id", None)
        if knoop is None or (isinstance(knoop, Tekst) and knoop.waarde == bestand.stem):
            return True
        if is_leeg(knoop):
            lezing.meld("SK202", knoop.plek, veld="id", voorbeeld=bestand.stem)
            return False
        waarde = knoop.waarde if isinstance(knoop, Tekst) else SOORTNAAM[type(knoop)]
        lezing.meld(
            "SK301" if is_id(waarde) else "SK309", knoop.plek, id=waarde, naam=bestand.stem, hint=hint_id(waarde)
        )
        return False


def vast_van(vondst: Vondst) -> dict:
    """De velden die niet in het bestand staan: het id, het pad en wat de map zegt."""
    return {"id": vondst.bestand.stem, "pad": vondst.pad, **vondst.vast}


def is_nog_goed(gelezen: date, tot: date, meldingen: set[Melding]) -> bool:
    """Of wat op een eerdere dag gelezen is, nu hetzelfde geeft: alleen een datum die toen nog moest komen, hangt van de dag
    af.
    """
    return gelezen == tot or (gelezen < tot and not any(m.code == "SK208" for m in meldingen))


def tekst_uit(ruw: bytes, pad: str, verslag: Verslag) -> str | None:
    """De tekst van een bestand, of None als de codering of een teken niet goed is."""
    tekst = ontcijfer(ruw, pad, verslag)
    return tekst if tekst is not None and controleer_tekens(tekst, pad, verslag) else None


def boom_uit(ruw: bytes, pad: str, verslag: Verslag) -> Velden | None:
    tekst = tekst_uit(ruw, pad, verslag)
    return None if tekst is None else lees_yaml(tekst, pad, verslag)


def onderste_boom(stukken: Stukken, groep: Veld, verslag: Verslag) -> Velden | None:
    """De boom van wat in de sets ligt, waarin elke regel weet waar hij staat."""
    vondst, ruw = stukken[-1]
    boom = boom_uit(ruw, vondst.pad, verslag)
    if boom is None:
        return None
    boom.waarden.pop("id", None)
    merk(boom, vondst.pad)
    if neem_vult_aan(boom) and len(stukken) > 1:
        onder = onderste_boom(stukken[:-1], groep, verslag)
        return None if onder is None else vul_aan(onder, boom, groep)
    return boom
