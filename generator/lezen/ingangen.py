"""Een ingang, organisatie of functie lezen: een bestand, met wat een set eronder heeft als het die aanvult."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer
from generator.lezen.lagen import Laag, Lagen
from generator.lezen.snel import lees_snel, mag_snel
from generator.lezen.stapelen import VELD, hier_te_melden, inhoud, merk, neem_vult_aan, vul_aan
from generator.lezen.velden import is_leeg, lees_groep
from generator.lezen.waarden import NIETS, Lezing, Verwijzing, hint_id, is_id
from generator.lezen.yaml_lezer import SOORTNAAM, Tekst, Velden, lees_yaml
from generator.meldingen import Melding, Verslag
from generator.schema import Veld
from generator.voorraad import Voorraad, vingerafdruk


class Vondst(Struct, frozen=True):
    """Een bestand van een ingang, organisatie of functie in een laag; `vast` is wat de map erover zegt."""

    laag: Laag
    bestand: Path
    pad: str
    vast: dict


Stukken = list[tuple[Vondst, bytes]]


class Ingangslezer:
    """Leest bestanden een voor een. Houdt per pad de verwijzingen en de vingerafdruk bij, wat gelijk is aan een set, en per pad de set waar
    (een deel van) de ingang uit komt.
    """

    def __init__(self, lagen: Lagen, verslag: Verslag, peildatum: date, voorraad: Voorraad):
        self.lagen, self.verslag, self.peildatum, self.voorraad = lagen, verslag, peildatum, voorraad
        self.verwijzingen: dict[str, list[Verwijzing]] = {}
        self.afdrukken: dict[str, str] = {}
        self.gelijk: list[str] = []
        self.sets: dict[str, str] = {}

    def lees(self, stapel: list[Vondst], groep: Veld) -> object:
        """Het bovenste bestand van een stapel als object van `groep.klasse`, of NIETS.

        Wat foutloos en ongewijzigd is, komt uit de voorraad.
        """
        stukken = self.stukken(stapel)
        if not stukken:
            return NIETS
        if uit_set := next((v.laag.naam for v, _ in reversed(stukken) if v.laag.naam), ""):
            self.sets[stapel[-1].pad] = uit_set
        pad, delen = stapel[-1].pad, [deel for vondst, ruw in stukken for deel in (vondst.pad, ruw)]
        tot = max(self.tot(vondst) for vondst, _ in stukken)
        sleutel = self.afdrukken[pad] = vingerafdruk(*delen)
        bekend = self.voorraad.pak("ingang", sleutel)
        if bekend is None or not is_nog_goed(bekend[0], tot, bekend[-1]):
            lezing = Lezing(Verslag(), pad, tot, groep)
            uit = self.lees_stukken(stukken, lezing)
            bekend = tot, uit, lezing.verwijzingen, lezing.verslag.meldingen_ruw
            if uit is not NIETS:
                self.voorraad.leg("ingang", sleutel, bekend)
        _, uit, self.verwijzingen[pad], meldingen = bekend
        self.verslag.meldingen_ruw |= meldingen
        return uit

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
