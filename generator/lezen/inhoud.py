"""De map sociale_kaart/ lezen: een bestand per ingang, organisatie of functie; themas en doorverwijzingen los."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer, oorzaak
from generator.lezen.lagen import EIGEN, KAART, Laag, Lagen
from generator.lezen.losse_bestanden import LOS as STAPELT
from generator.lezen.losse_bestanden import lees_gestapeld, lees_ruw, staat_er
from generator.lezen.mappen import Namen, doet_mee
from generator.lezen.stapelen import VELD, hier_te_melden, inhoud, merk, neem_vult_aan, vul_aan
from generator.lezen.velden import is_leeg, lees_groep
from generator.lezen.waarden import NIETS, Lezing, Verwijzing, hint_id, is_id, nette_naam
from generator.lezen.yaml_lezer import SOORTNAAM, Lijst, Tekst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model import SOORTEN, Functie, Organisatie, Thema, Voorziening
from generator.schema import FUNCTIE, ORGANISATIE, THEMABESTAND, VOORZIENING, Veld
from generator.voorraad import Voorraad, vingerafdruk

LOS = tuple(STAPELT)
VERWIJST = ("voorziening", "organisatie", "functie", "thema")


@dataclass(slots=True)
class Gelezen:
    """Wat uit sociale_kaart/ kwam, nog niet onderling gecontroleerd.

    `verwijzingen` (per pad), `bekend` (ids per soort) en `bestanden` (paden van een voorziening per id) tellen ook
    bestanden met een fout mee: zo geeft een fout er maar een. `onzeker` zijn soorten waarvan de lijst onleesbaar was.
    `afdrukken` zijn de vingerafdrukken van de bestanden, per pad. `aangevuld` zijn de paden die een set aanvullen, en
    `gelijk` wat in een eigen bestand hetzelfde is als in een set.
    """

    lagen: Lagen

    voorzieningen: list[Voorziening] = field(default_factory=list)
    organisaties: list[Organisatie] = field(default_factory=list)
    functies: list[Functie] = field(default_factory=list)
    themas: list[Thema] = field(default_factory=list)
    doorverwijzingen: dict[str, str] = field(default_factory=dict)
    verwijzingen: dict[str, list[Verwijzing]] = field(default_factory=dict)
    bekend: dict[str, set[str]] = field(default_factory=lambda: {s: set() for s in VERWIJST})
    bestanden: dict[str, list[str]] = field(default_factory=dict)
    onzeker: set[str] = field(default_factory=set)
    afdrukken: dict[str, str] = field(default_factory=dict)
    aangevuld: dict[str, str] = field(default_factory=dict)
    gelijk: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Vondst:
    """Een bestand van een ingang, organisatie of functie in een laag; `vast` is wat de map erover zegt."""

    laag: Laag
    bestand: Path
    pad: str
    vast: dict


class Inlezer:
    """Leest een map; houdt bij waar te melden en wat al bekend is uit de voorraad."""

    def __init__(self, lagen: Lagen, verslag: Verslag, peildatum: date, voorraad: Voorraad):
        self.lagen, self.verslag, self.peildatum, self.voorraad = lagen, verslag, peildatum, voorraad
        self.verwijzingen: dict[str, list[Verwijzing]] = {}
        self.bekend: dict[str, set[str]] = {soort: set() for soort in VERWIJST}
        self.paden: dict[str, list[str]] = {}
        self.onzeker: set[str] = set()
        self.afdrukken: dict[str, str] = {}
        self.aangevuld: dict[str, str] = {}
        self.gelijk: list[str] = []

    def ingangen(self, map_: Path, pad: str) -> list[os.DirEntry]:
        """Wat er in een map staat, op naam; een map die niet open mag is een melding."""
        try:
            return sorted(os.scandir(map_), key=lambda ingang: ingang.name)
        except OSError as fout:
            self.verslag.meld("SK012", pad, reden=oorzaak(fout))
            return []

    def bestanden(self, map_: Path, basis: str, bekend: set[str]) -> list[Path]:
        """De .yaml-bestanden van een map op naam, met meldingen over alles wat erop lijkt. Vult `bekend` met de ids."""
        uit, namen = [], Namen(self.verslag, "voorziening", ".yaml")
        for ingang in self.ingangen(map_, basis):
            pad = f"{basis}/{ingang.name}"
            stam, _, soort = ingang.name.rpartition(".")
            if not doet_mee(ingang, pad, self.verslag):
                if not ingang.is_symlink():
                    continue
            elif not ingang.is_file():
                self.verslag.meld("SK013", pad, naam=ingang.name)
            elif soort != "yaml":
                self.verslag.meld(
                    "SK007", pad, naam=ingang.name, voorstel=nette_naam(ingang.name.split(".")[0]) + ".yaml"
                )
            elif namen.goed(stam, pad):
                uit.append(map_ / ingang.name)
            bekend.add(stam if is_id(stam) else nette_naam(stam))
        return uit

    @staticmethod
    def boom(ruw: bytes, pad: str, verslag: Verslag) -> Velden | None:
        tekst = ontcijfer(ruw, pad, verslag)
        if tekst is None or not controleer_tekens(tekst, pad, verslag):
            return None
        return lees_yaml(tekst, pad, verslag)

    def ingang(self, stapel: list[Vondst], groep: Veld) -> object:
        """Het bovenste bestand van een stapel als object van `groep.klasse`, of NIETS.

        Wat foutloos en ongewijzigd is, komt uit de voorraad.
        """
        ruw = self.ruw_van(stapel)
        if ruw is None:
            return NIETS
        pad = stapel[-1].pad
        sleutel = self.afdrukken[pad] = vingerafdruk(pad, str(self.peildatum), *ruw)
        if (bekend := self.voorraad.pak("ingang", sleutel)) is None:
            lezing = Lezing(Verslag(), pad, self.peildatum, groep)
            uit = self.lees_ingang(stapel, ruw, groep, lezing)
            bekend = uit, lezing.verwijzingen, lezing.verslag.meldingen_ruw
            if uit is not NIETS:
                self.voorraad.leg("ingang", sleutel, bekend)
        uit, self.verwijzingen[pad], meldingen = bekend
        self.verslag.meldingen_ruw |= meldingen
        return uit

    def ruw_van(self, stapel: list[Vondst]) -> list[bytes] | None:
        """De bytes van het bovenste bestand, met die eronder ervoor als het een set aanvult."""
        boven = lees_bytes(stapel[-1].bestand, stapel[-1].pad, self.verslag)
        if boven is None or VELD.encode() not in boven:
            self.vergelijk(stapel, boven)
            return None if boven is None else [boven]
        onder = [lees_bytes(vondst.bestand, vondst.pad, self.verslag) for vondst in stapel[:-1]]
        return None if None in onder else [*onder, boven]

    def vergelijk(self, stapel: list[Vondst], boven: bytes | None) -> None:
        """Onthoud een eigen bestand dat hetzelfde zegt als het bestand van de set waar het voor in de plaats komt."""
        if len(stapel) < 2 or boven is None or stapel[-1].laag is not self.lagen.eigen:
            return
        onder = stapel[-2].bestand.read_bytes()
        bomen = [self.boom(ruw, "", Verslag()) for ruw in (onder, boven) if onder != boven]
        if onder == boven or (None not in bomen and inhoud(bomen[0]) == inhoud(bomen[1])):
            self.gelijk.append(stapel[-1].pad)

    def lees_ingang(self, stapel: list[Vondst], ruw: list[bytes], groep: Veld, lezing: Lezing) -> object:
        boom = self.boom(ruw[-1], lezing.pad, lezing.verslag)
        if boom is None:
            return NIETS
        goed = self.eigen_id(boom, stapel[-1].bestand, lezing)
        if (aanvulling := neem_vult_aan(boom)) is not None:
            boom = self.aangevulde_boom(boom, *aanvulling, stapel, ruw, groep, lezing)
        uit: object = NIETS
        if boom is not None:
            uit = lees_groep(boom, groep, lezing, id=stapel[-1].bestand.stem, pad=lezing.pad, **stapel[-1].vast)
        if len(ruw) > 1 and any(m.pad != lezing.pad for m in lezing.verslag.meldingen_ruw):
            onder = Lezing(Verslag(), stapel[-2].pad, self.peildatum, groep)
            self.lees_ingang(stapel[:-1], ruw[:-1], groep, onder)
            lezing.verslag.meldingen_ruw = hier_te_melden(lezing.verslag, lezing.pad, onder.verslag)
        return uit if goed else NIETS

    def aangevulde_boom(
        self,
        boom: Velden,
        naam: str,
        plek: tuple[int, int],
        stapel: list[Vondst],
        ruw: list[bytes],
        groep: Veld,
        lezing: Lezing,
    ) -> Velden | None:
        """De boom met wat er in de set onder ligt; None met een melding als daar niets is."""
        namen = [laag.naam for laag in self.lagen.sets]
        if naam not in namen:
            lezing.meld("SK342", plek, naam=naam, keuzes=", ".join(namen) or "geen; er doet geen set mee")
        elif naam not in [vondst.laag.naam for vondst in stapel[:-1]]:
            lezing.meld("SK343", plek, naam=naam, wat=stapel[-1].bestand.stem)
        else:
            onder = self.onderste_boom(stapel[:-1], ruw[:-1], groep, lezing.verslag)
            return None if onder is None else vul_aan(onder, boom, groep)
        return None

    def onderste_boom(self, stapel: list[Vondst], ruw: list[bytes], groep: Veld, verslag: Verslag) -> Velden | None:
        """De boom van een stapel uit de sets, waarin elke regel weet waar hij staat."""
        boom = self.boom(ruw[-1], stapel[-1].pad, verslag)
        if boom is None:
            return None
        boom.waarden.pop("id", None)
        merk(boom, stapel[-1].pad)
        if neem_vult_aan(boom) and len(stapel) > 1:
            onder = self.onderste_boom(stapel[:-1], ruw[:-1], groep, verslag)
            return None if onder is None else vul_aan(onder, boom, groep)
        return boom

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

    def vondsten(self, naam: str, bekend: set[str], vast: dict) -> Iterable[Vondst]:
        """De bestanden van een map in elke laag, de onderste laag eerst."""
        for laag in self.lagen.alle:
            map_, basis = laag.map / naam, f"{laag.basis}/{naam}"
            if map_.is_dir() and not map_.is_symlink():
                for bestand in self.bestanden(map_, basis, bekend):
                    yield Vondst(laag, bestand, f"{basis}/{bestand.name}", vast)

    def soort(self, mappen: dict[str, dict], verwijst: str, groep: Veld) -> list:
        """Alle ingangen uit deze mappen van elke laag; van een id telt de bovenste laag. Op map en dan op naam."""
        stapels: dict[str, list[Vondst]] = {}
        for naam, vast in mappen.items():
            for vondst in self.vondsten(naam, self.bekend[verwijst], vast):
                stapels.setdefault(vondst.bestand.stem, []).append(vondst)
        uit = []
        for id_, stapel in stapels.items():
            stapel.sort(key=lambda v: self.lagen.alle.index(v.laag))
            boven = [v for v in stapel if v.laag is stapel[-1].laag]
            onder = stapel[: -len(boven)]
            if verwijst == "voorziening":
                self.paden[id_] = [v.pad for v in boven]
            uit += [([*onder, v]) for v in boven]
        plaats = {naam: nummer for nummer, naam in enumerate(mappen)}
        uit.sort(key=lambda s: (plaats[s[-1].bestand.parent.name], s[-1].bestand.name))
        return [g for stapel in uit if (g := self.ingang(stapel, groep)) is not NIETS]

    def lees_los(self, naam: str, groep: Veld, lees) -> object:
        """Wat `lees` van een los bestand maakt; None als het er niet is of niet te lezen is."""
        ruw = lees_ruw(self.lagen, naam, self.verslag)
        if not ruw:
            return None
        lezing = Lezing(Verslag(), ruw[-1][0], self.peildatum, groep)
        uit, gelijk = lees_gestapeld(self.lagen, naam, ruw, lezing, lees)
        self.gelijk += gelijk if ruw[-1][0].startswith(EIGEN) else []
        self.verslag.meldingen_ruw |= lezing.verslag.meldingen_ruw
        return uit

    def themas(self) -> list[Thema]:
        uit = self.lees_los("themas.yaml", THEMABESTAND, self.lees_themas)
        if uit is None:
            self.onzeker |= {"thema"} if staat_er(self.lagen, "themas.yaml") else set()
            return []
        self.onzeker |= set() if self.bekend["thema"] else {"thema"}
        return [] if uit is NIETS else list(uit["themas"])

    def lees_themas(self, boom: Velden, lezing: Lezing) -> object:
        self.bekend["thema"] = self.thema_ids(boom, lezing)
        return lees_groep(boom, THEMABESTAND, lezing)

    @staticmethod
    def thema_ids(boom: Velden, lezing: Lezing) -> set[str]:
        """De ids in themas.yaml, ook van themas met een fout; twee keer hetzelfde id is een melding."""
        lijst = boom.waarden.get("themas")
        eerste: dict[str, int] = {}
        for thema in lijst.waarden if isinstance(lijst, Lijst) else ():
            knoop = thema.waarden.get("id") if isinstance(thema, Velden) else None
            if isinstance(knoop, Tekst) and knoop.waarde in eerste:
                ander = f"dit bestand op regel {eerste[knoop.waarde]}"
                lezing.meld("SK302", knoop.plek, id=knoop.waarde, ander=ander)
            elif isinstance(knoop, Tekst):
                eerste[knoop.waarde] = knoop.regel
        return set(eerste)

    def doorverwijzingen(self) -> dict[str, str]:
        uit = self.lees_los("doorverwijzingen.yaml", STAPELT["doorverwijzingen.yaml"].tabel, self.lees_wijzers)
        return uit if isinstance(uit, dict) else {}

    @staticmethod
    def lees_wijzers(boom: Velden, lezing: Lezing) -> dict[str, str]:
        uit = {}
        for van, naar in boom.waarden.items():
            if not is_id(van):
                lezing.meld("SK309", boom.sleutels[van], id=van, hint=hint_id(van))
            elif not isinstance(naar, Tekst) or not is_id(naar.waarde):
                waarde = naar.waarde if isinstance(naar, Tekst) else SOORTNAAM[type(naar)]
                lezing.meld("SK309", naar.plek, id=waarde, hint=hint_id(waarde))
            else:
                uit[van] = naar.waarde
        return uit

    def wortel(self) -> bool:
        """Bestaat sociale_kaart/, en staat er in geen laag iets dat stil zou worden overgeslagen?"""
        map_ = self.lagen.eigen.map
        if map_.is_symlink() or not map_.is_dir():
            self.verslag.meld("SK011" if map_.is_symlink() else "SK014", EIGEN, naam=EIGEN)
            return False
        for laag in self.lagen.alle:
            self.keur_namen(laag)
        return True

    def keur_namen(self, laag: Laag) -> None:
        bekend, los = {*SOORTEN, "organisaties", "functies"}, {*LOS, *(() if not laag.naam else (KAART,))}
        for ingang in self.ingangen(laag.map, laag.basis):
            pad = f"{laag.basis}/{ingang.name}"
            if not doet_mee(ingang, pad, self.verslag):
                continue
            if ingang.name in bekend and not ingang.is_dir():
                self.verslag.meld("SK014", pad, naam=ingang.name)
            elif ingang.name not in bekend | los:
                lijkt = get_close_matches(ingang.name, sorted(bekend if ingang.is_dir() else LOS), 1, 0.75)
                voorstel = lijkt[0] if lijkt else f"algemene_voorzieningen/{ingang.name}"
                self.verslag.meld("SK007", pad, naam=ingang.name, voorstel=voorstel)


def lees_inhoud(
    lagen: Lagen, verslag: Verslag, peildatum: date, voorraad: Voorraad, leeg_toegestaan: bool = False
) -> Gelezen:
    """Alles uit sociale_kaart/ en de sets. Fouten staan in het verslag; wat wel te lezen is komt mee."""
    inlezer = Inlezer(lagen, verslag, peildatum, voorraad)
    if not inlezer.wortel():
        return Gelezen(lagen, onzeker=set(VERWIJST))
    voorzieningen = inlezer.soort(
        {naam: {"soort": soort} for naam, soort in SOORTEN.items()}, "voorziening", VOORZIENING
    )
    if not inlezer.bekend["voorziening"] and not leeg_toegestaan:
        verslag.meld("SK014", EIGEN, naam=EIGEN)
        inlezer.onzeker.add("voorziening")
    return Gelezen(
        lagen,
        voorzieningen,
        inlezer.soort({"organisaties": {}}, "organisatie", ORGANISATIE),
        inlezer.soort({"functies": {}}, "functie", FUNCTIE),
        inlezer.themas(),
        inlezer.doorverwijzingen(),
        inlezer.verwijzingen,
        inlezer.bekend,
        inlezer.paden,
        inlezer.onzeker,
        inlezer.afdrukken,
        inlezer.aangevuld,
        inlezer.gelijk,
    )
