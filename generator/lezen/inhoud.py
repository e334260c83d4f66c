"""De map sociale_kaart/ lezen: elk bestand een ingang, organisatie of functie; themas en doorverwijzingen in een bestand."""

import os
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, Lezing, naaste
from generator.lezen.yaml_lezer import Tekst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model import SOORTEN, Functie, Organisatie, Thema, Voorziening
from generator.schema import FUNCTIE, ORGANISATIE, THEMABESTAND, VOORZIENING, Veld
from generator.voorraad import Voorraad, vingerafdruk

_EDITOR = re.compile(r".*(?:~|\.sw[a-p]|\.orig|\.bak|\.tmp)$|^\.#.*|^#.*#$")
_NEGEER = {".DS_Store", "Thumbs.db", ".gitkeep", "README.md", "desktop.ini"}
GERESERVEERD = {"con", "prn", "aux", "nul", "index", "404", "assets", "search", "insluiten", "data",
                *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))}
LOS = ("themas.yaml", "doorverwijzingen.yaml")


@dataclass(slots=True)
class Gelezen:
    """Wat uit sociale_kaart/ kwam, nog niet onderling gecontroleerd."""

    voorzieningen: list[Voorziening] = field(default_factory=list)
    organisaties: list[Organisatie] = field(default_factory=list)
    functies: list[Functie] = field(default_factory=list)
    themas: list[Thema] = field(default_factory=list)
    doorverwijzingen: dict[str, str] = field(default_factory=dict)


def nette_naam(naam: str) -> str:
    """Een naam als id: kleine letters, cijfers en streepjes."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", kaal).strip("-")[:64] or "naam"


class Inlezer:
    """Leest een map; houdt bij waar te melden en wat al bekend is uit de voorraad."""

    def __init__(self, map_: Path, verslag: Verslag, peildatum: date, voorraad: Voorraad):
        self.map, self.verslag, self.peildatum, self.voorraad = map_, verslag, peildatum, voorraad

    def pad(self, bestand: Path) -> str:
        return bestand.relative_to(self.map).as_posix()

    def bestanden(self, map_: Path) -> list[Path]:
        """De .yaml-bestanden van een map op naam, met meldingen over alles wat erop lijkt."""
        uit, kleine = [], {}
        for ingang in sorted(os.scandir(map_), key=lambda e: e.name):
            bestand, pad = Path(ingang.path), self.pad(Path(ingang.path))
            if ingang.name in _NEGEER:
                continue
            if ingang.is_symlink():
                self.verslag.meld("SK011", pad)
            elif _EDITOR.fullmatch(ingang.name):
                self.verslag.meld("SK008", pad, naam=ingang.name)
            elif not ingang.is_file():
                self.verslag.meld("SK013", pad, naam=ingang.name)
            elif bestand.suffix != ".yaml":
                self.verslag.meld("SK007", pad, naam=ingang.name, voorstel=nette_naam(bestand.stem) + ".yaml")
            elif self.goede_naam(bestand, kleine):
                uit.append(bestand)
        return uit

    def goede_naam(self, bestand: Path, kleine: dict[str, str]) -> bool:
        naam, pad = bestand.stem, self.pad(bestand)
        gelijk = unicodedata.normalize("NFC", bestand.name).casefold()
        if gelijk in kleine:
            self.verslag.meld("SK010", pad, ander=kleine[gelijk])
            return False
        kleine[gelijk] = bestand.name
        if not re.fullmatch(r"[a-z0-9-]+", naam):
            self.verslag.meld("SK009", pad, naam=bestand.name, voorstel=nette_naam(naam) + ".yaml")
        elif len(naam) > 64:
            self.verslag.meld("SK304", pad, aantal=len(naam))
        elif naam in GERESERVEERD or naam.startswith("-"):
            self.verslag.meld("SK303", pad, id=naam, voorstel=f"{naam.strip('-')}-voorziening")
        else:
            return True
        return False

    def boom(self, bestand: Path, ruw: bytes) -> Velden | None:
        pad = self.pad(bestand)
        tekst = ontcijfer(ruw, pad, self.verslag)
        if tekst is None or not controleer_tekens(tekst, pad, self.verslag):
            return None
        return lees_yaml(tekst, pad, self.verslag)

    def ingang(self, bestand: Path, groep: Veld, **vast) -> object:
        """Een bestand als object van `groep.klasse`; ongewijzigde bestanden zonder meldingen komen uit de voorraad."""
        pad = self.pad(bestand)
        ruw = lees_bytes(bestand, pad, self.verslag)
        if ruw is None:
            return NIETS
        sleutel = vingerafdruk(pad, str(self.peildatum), ruw)
        if (bekend := self.voorraad.pak("ingang", sleutel)) is not None:
            return bekend
        voor = len(self.verslag.meldingen_ruw)
        boom = self.boom(bestand, ruw)
        if boom is None:
            return NIETS
        if groep is VOORZIENING and not self.eigen_id(boom, bestand):
            return NIETS
        uit = lees_groep(boom, groep, Lezing(self.verslag, pad, self.peildatum), id=bestand.stem, pad=pad, **vast)
        if uit is not NIETS and len(self.verslag.meldingen_ruw) == voor:
            self.voorraad.leg("ingang", sleutel, uit)
        return uit

    def eigen_id(self, boom: Velden, bestand: Path) -> bool:
        """Een veld 'id' mag er staan, als het de bestandsnaam herhaalt."""
        knoop = boom.waarden.pop("id", None)
        if knoop is None or (isinstance(knoop, Tekst) and knoop.waarde == bestand.stem):
            return True
        waarde = knoop.waarde if isinstance(knoop, Tekst) else "?"
        goed = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", waarde)
        self.verslag.meld("SK301" if goed else "SK309", self.pad(bestand), knoop.plek, id=waarde, naam=bestand.stem)
        return False

    def submap(self, naam: str, groep: Veld, **vast) -> list:
        map_ = self.map / "sociale_kaart" / naam
        if not map_.is_dir():
            return []
        gelezen = (self.ingang(b, groep, **vast) for b in self.bestanden(map_))
        return [g for g in gelezen if g is not NIETS]

    def los_bestand(self, naam: str) -> tuple[Velden, str] | None:
        bestand = self.map / "sociale_kaart" / naam
        if not bestand.exists():
            return None
        ruw = lees_bytes(bestand, self.pad(bestand), self.verslag)
        boom = None if ruw is None else self.boom(bestand, ruw)
        return None if boom is None else (boom, self.pad(bestand))

    def themas(self) -> list[Thema]:
        gevonden = self.los_bestand("themas.yaml")
        if gevonden is None:
            return []
        uit = lees_groep(gevonden[0], THEMABESTAND, Lezing(self.verslag, gevonden[1], self.peildatum))
        return [] if uit is NIETS else list(uit["themas"])

    def doorverwijzingen(self) -> dict[str, str]:
        gevonden = self.los_bestand("doorverwijzingen.yaml")
        uit = {}
        for van, naar in gevonden[0].waarden.items() if gevonden else ():
            plek = gevonden[0].sleutels[van]
            if not re.fullmatch(r"[a-z0-9-]+", van):
                self.verslag.meld("SK309", gevonden[1], plek, id=van)
            elif not isinstance(naar, Tekst) or not re.fullmatch(r"[a-z0-9-]+", naar.waarde):
                self.verslag.meld("SK309", gevonden[1], naar.plek, id=getattr(naar, "waarde", "?"))
            else:
                uit[van] = naar.waarde
        return uit

    def wortel(self) -> bool:
        """Bestaat sociale_kaart/, en staat er niets in dat stil zou worden overgeslagen?"""
        map_ = self.map / "sociale_kaart"
        if map_.is_symlink() or not map_.is_dir():
            self.verslag.meld("SK011" if map_.is_symlink() else "SK014", "sociale_kaart", naam="sociale_kaart")
            return False
        bekend = {*SOORTEN, "organisaties", "functies"}
        for ingang in sorted(os.scandir(map_), key=lambda e: e.name):
            pad = self.pad(Path(ingang.path))
            if ingang.is_symlink():
                self.verslag.meld("SK011", pad)
            elif ingang.name in bekend | set(LOS) | _NEGEER:
                continue
            elif _EDITOR.fullmatch(ingang.name):
                self.verslag.meld("SK008", pad, naam=ingang.name)
            else:
                keuzes = bekend if ingang.is_dir() else LOS
                self.verslag.meld("SK007", pad, naam=ingang.name, voorstel=naaste(ingang.name, sorted(keuzes), 1))
        return True


def lees_inhoud(map_: Path, verslag: Verslag, peildatum: date, voorraad: Voorraad, leeg_toegestaan: bool = False) -> Gelezen:
    """Alles uit `map_/sociale_kaart/`. Fouten staan in het verslag; wat wel te lezen is komt mee."""
    inlezer = Inlezer(map_, verslag, peildatum, voorraad)
    if not inlezer.wortel():
        return Gelezen()
    voorzieningen = [v for naam, soort in SOORTEN.items() for v in inlezer.submap(naam, VOORZIENING, soort=soort)]
    if not voorzieningen and not verslag.fouten and not leeg_toegestaan:
        verslag.meld("SK014", "sociale_kaart", naam="sociale_kaart")
    return Gelezen(voorzieningen, inlezer.submap("organisaties", ORGANISATIE), inlezer.submap("functies", FUNCTIE),
                   inlezer.themas(), inlezer.doorverwijzingen())
