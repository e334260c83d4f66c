"""De map sociale_kaart/ lezen: een bestand per ingang, organisatie of functie; themas en doorverwijzingen los."""

import os
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.lezen.adressen import ADRESBOEK, lees_adresboek, lees_doorverwijzingen
from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer, oorzaak
from generator.lezen.mappen import Namen, doet_mee
from generator.lezen.nazien import lees_nazien
from generator.lezen.velden import is_leeg, lees_groep
from generator.lezen.waarden import NIETS, Lezing, Verwijzing, hint_id, is_id, nette_naam
from generator.lezen.yaml_lezer import SOORTNAAM, Lijst, Tekst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model import SOORTEN, Functie, Organisatie, Thema, Voorziening
from generator.model.adresboek import Bevestiging, Doorverwijzing, Gepubliceerd
from generator.schema import FUNCTIE, ORGANISATIE, THEMABESTAND, VOORZIENING, Veld
from generator.schema.kennisbestanden import KENNISBESTANDEN
from generator.voorraad import Voorraad, vingerafdruk

LOS = ("themas.yaml", "doorverwijzingen.yaml", *(deel.bestand for deel in KENNISBESTANDEN))
VERWIJST = ("voorziening", "organisatie", "functie", "thema")


@dataclass(slots=True)
class Gelezen:
    """Wat uit sociale_kaart/ kwam, nog niet onderling gecontroleerd.

    `verwijzingen` (per pad), `bekend` (ids per soort) en `bestanden` (paden van een voorziening per id) tellen ook
    bestanden met een fout mee: zo geeft een fout er maar een. `onzeker` zijn soorten waarvan de lijst onleesbaar was.
    `afdrukken` zijn de vingerafdrukken van de bestanden, per pad.
    """

    voorzieningen: list[Voorziening] = field(default_factory=list)
    organisaties: list[Organisatie] = field(default_factory=list)
    functies: list[Functie] = field(default_factory=list)
    themas: list[Thema] = field(default_factory=list)
    doorverwijzingen: dict[str, Doorverwijzing] = field(default_factory=dict)
    adresboek: dict[str, Gepubliceerd] = field(default_factory=dict)
    bevestigd: dict[str, Bevestiging] = field(default_factory=dict)
    verwijzingen: dict[str, list[Verwijzing]] = field(default_factory=dict)
    bekend: dict[str, set[str]] = field(default_factory=lambda: {s: set() for s in VERWIJST})
    bestanden: dict[str, list[str]] = field(default_factory=dict)
    onzeker: set[str] = field(default_factory=set)
    afdrukken: dict[str, str] = field(default_factory=dict)


class Inlezer:
    """Leest een map; houdt bij waar te melden en wat al bekend is uit de voorraad."""

    def __init__(self, map_: Path, verslag: Verslag, peildatum: date, voorraad: Voorraad):
        self.map, self.verslag, self.peildatum, self.voorraad = map_, verslag, peildatum, voorraad
        self.verwijzingen: dict[str, list[Verwijzing]] = {}
        self.bekend: dict[str, set[str]] = {soort: set() for soort in VERWIJST}
        self.paden: dict[str, list[str]] = {}
        self.onzeker: set[str] = set()
        self.afdrukken: dict[str, str] = {}
        self.begin = len((map_ / "x").as_posix()) - 1  # waar in een pad het deel onder de map begint

    def pad(self, bestand: Path) -> str:
        return bestand.as_posix()[self.begin :]

    def ingangen(self, map_: Path) -> list[os.DirEntry]:
        """Wat er in een map staat, op naam; een map die niet open mag is een melding."""
        try:
            return sorted(os.scandir(map_), key=lambda ingang: ingang.name)
        except OSError as fout:
            self.verslag.meld("SK012", self.pad(map_), reden=oorzaak(fout))
            return []

    def bestanden(self, map_: Path, bekend: set[str]) -> list[Path]:
        """De .yaml-bestanden van een map op naam, met meldingen over alles wat erop lijkt. Vult `bekend` met de ids."""
        uit, namen, basis = [], Namen(self.verslag, "voorziening", ".yaml"), self.pad(map_)
        for ingang in self.ingangen(map_):
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

    def ingang(self, bestand: Path, groep: Veld, **vast) -> object:
        """Een bestand als object van `groep.klasse`, of NIETS. Wat foutloos en ongewijzigd is, komt uit de voorraad."""
        pad = self.pad(bestand)
        ruw = lees_bytes(bestand, pad, self.verslag)
        if ruw is None:
            return NIETS
        sleutel = self.afdrukken[pad] = vingerafdruk(pad, str(self.peildatum), ruw)
        if (bekend := self.voorraad.pak("ingang", sleutel)) is None:
            lezing = Lezing(Verslag(), pad, self.peildatum, groep)
            uit = self.lees_ingang(bestand, ruw, groep, lezing, vast)
            bekend = uit, lezing.verwijzingen, lezing.verslag.meldingen_ruw
            if uit is not NIETS:
                self.voorraad.leg("ingang", sleutel, bekend)
        uit, self.verwijzingen[pad], meldingen = bekend
        self.verslag.meldingen_ruw |= meldingen
        return uit

    def lees_ingang(self, bestand: Path, ruw: bytes, groep: Veld, lezing: Lezing, vast: dict) -> object:
        boom = self.boom(ruw, lezing.pad, lezing.verslag)
        if boom is None:
            return NIETS
        goed = self.eigen_id(boom, bestand, lezing)
        uit = lees_groep(boom, groep, lezing, id=bestand.stem, pad=lezing.pad, **vast)
        return uit if goed else NIETS

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

    def submap(self, naam: str, verwijst: str, groep: Veld, **vast) -> list:
        """Alle bestanden van een map onder sociale_kaart/; `verwijst` is waar verwijzingen ze zoeken."""
        map_ = self.map / "sociale_kaart" / naam
        if map_.is_symlink() or not map_.is_dir():
            return []
        bestanden = self.bestanden(map_, self.bekend[verwijst])
        if verwijst == "voorziening":
            for bestand in bestanden:
                self.paden.setdefault(bestand.stem, []).append(self.pad(bestand))
        return [g for b in bestanden if (g := self.ingang(b, groep, **vast)) is not NIETS]

    def los_bestand(self, naam: str) -> tuple[Velden, str] | None:
        """De boom van een los bestand; None als het er niet is of niet te lezen is."""
        bestand = self.map / "sociale_kaart" / naam
        if not bestand.exists():
            return None
        ruw = lees_bytes(bestand, self.pad(bestand), self.verslag)
        boom = None if ruw is None else self.boom(ruw, self.pad(bestand), self.verslag)
        return None if boom is None else (boom, self.pad(bestand))

    def themas(self) -> list[Thema]:
        gevonden = self.los_bestand("themas.yaml")
        if gevonden is None:
            self.onzeker |= {"thema"} if (self.map / "sociale_kaart" / "themas.yaml").exists() else set()
            return []
        boom, pad = gevonden
        uit = lees_groep(boom, THEMABESTAND, Lezing(self.verslag, pad, self.peildatum, THEMABESTAND))
        self.bekend["thema"] = self.thema_ids(boom, pad)
        self.onzeker |= set() if self.bekend["thema"] else {"thema"}
        return [] if uit is NIETS else list(uit["themas"])

    def thema_ids(self, boom: Velden, pad: str) -> set[str]:
        """De ids in themas.yaml, ook van themas met een fout; twee keer hetzelfde id is een melding."""
        lijst = boom.waarden.get("themas")
        eerste: dict[str, int] = {}
        for thema in lijst.waarden if isinstance(lijst, Lijst) else ():
            knoop = thema.waarden.get("id") if isinstance(thema, Velden) else None
            if isinstance(knoop, Tekst) and knoop.waarde in eerste:
                self.verslag.meld(
                    "SK302", pad, knoop.plek, id=knoop.waarde, ander=f"dit bestand op regel {eerste[knoop.waarde]}"
                )
            elif isinstance(knoop, Tekst):
                eerste[knoop.waarde] = knoop.regel
        return set(eerste)

    def doorverwijzingen(self) -> dict[str, Doorverwijzing]:
        gevonden = self.los_bestand("doorverwijzingen.yaml")
        if gevonden is None:
            return {}
        boom, pad = gevonden
        return lees_doorverwijzingen(boom, Lezing(self.verslag, pad, self.peildatum))

    def wortel(self) -> bool:
        """Bestaat sociale_kaart/, en staat er niets in dat stil zou worden overgeslagen?"""
        map_ = self.map / "sociale_kaart"
        if map_.is_symlink() or not map_.is_dir():
            self.verslag.meld("SK011" if map_.is_symlink() else "SK014", "sociale_kaart", naam="sociale_kaart")
            return False
        bekend = {*SOORTEN, "organisaties", "functies"}
        for ingang in self.ingangen(map_):
            pad = self.pad(Path(ingang.path))
            if not doet_mee(ingang, pad, self.verslag):
                continue
            if ingang.name in bekend and not ingang.is_dir():
                self.verslag.meld("SK014", pad, naam=ingang.name)
            elif ingang.name not in bekend | {*LOS, ADRESBOEK}:  # waar adressen.yaml hoort, zeggen de controles
                lijkt = get_close_matches(ingang.name, sorted(bekend if ingang.is_dir() else LOS), 1, 0.75)
                voorstel = lijkt[0] if lijkt else f"algemene_voorzieningen/{ingang.name}"
                self.verslag.meld("SK007", pad, naam=ingang.name, voorstel=voorstel)
        return True


def lees_inhoud(
    map_: Path, verslag: Verslag, peildatum: date, voorraad: Voorraad, leeg_toegestaan: bool = False
) -> Gelezen:
    """Alles uit `map_/sociale_kaart/`. Fouten staan in het verslag; wat wel te lezen is komt mee."""
    inlezer = Inlezer(map_, verslag, peildatum, voorraad)
    if not inlezer.wortel():
        return Gelezen(onzeker=set(VERWIJST))
    voorzieningen = [
        v for naam, soort in SOORTEN.items() for v in inlezer.submap(naam, "voorziening", VOORZIENING, soort=soort)
    ]
    if not inlezer.bekend["voorziening"] and not leeg_toegestaan:
        verslag.meld("SK014", "sociale_kaart", naam="sociale_kaart")
        inlezer.onzeker.add("voorziening")
    return Gelezen(
        voorzieningen,
        inlezer.submap("organisaties", "organisatie", ORGANISATIE),
        inlezer.submap("functies", "functie", FUNCTIE),
        inlezer.themas(),
        inlezer.doorverwijzingen(),
        lees_adresboek(map_, verslag, peildatum),
        lees_nazien(map_, verslag, peildatum),
        inlezer.verwijzingen,
        inlezer.bekend,
        inlezer.paden,
        inlezer.onzeker,
        inlezer.afdrukken,
    )
