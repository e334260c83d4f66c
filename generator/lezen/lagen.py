"""Uit welke mappen de inhoud komt: de sets, de onderste eerst, en daarboven wat van de gemeente zelf is."""

import os
import re
from datetime import date
from pathlib import Path

from msgspec import Struct

from generator.lezen.bestanden import lees_tekst
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Verslag, toonbaar_pad
from generator.model.sets import Set, Setkaart, Setlijst
from generator.schema.sets import SETKAART, SETS
from generator.schema.veld import Veld

EIGEN, LANDELIJK = "sociale_kaart", "landelijk"
BESTAND, KAART = "sets.yaml", "set.yaml"
LANDELIJKE_MAP = Path(__file__).parent.parent / LANDELIJK
# Geen adres dat een ander programma start of als optie te lezen is.
_GIT = re.compile(r"(?:https?|ssh|git|file)://(?!-)(?![^/\s]*@-)[^\s'\"]+|git@\w[\w.-]*:[^\s'\"]+|\.\.?/[^\s'\"]+")
_VERSIE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/+-]*")


class Laag(Struct, frozen=True):
    """Een map met inhoud. `basis` is hoe zij in meldingen heet; bij wat van de gemeente zelf is, is `naam` leeg."""

    naam: str
    map: Path
    basis: str
    versie: str = ""


class Lagen(Struct, frozen=True):
    """De sets, de onderste eerst, en wat van de gemeente zelf is."""

    sets: tuple[Laag, ...]
    eigen: Laag

    @property
    def alle(self) -> tuple[Laag, ...]:
        return (*self.sets, self.eigen)

    def set_van(self, pad: str) -> Laag | None:
        """De set waar een pad uit een melding in ligt, of None."""
        return next((laag for laag in self.sets if pad.startswith(laag.basis + "/")), None)

    def bestand(self, pad: str) -> Path:
        """Het bestand bij een pad uit een melding."""
        laag = self.set_van(pad)
        return laag.map / pad[len(laag.basis) + 1 :] if laag else self.eigen.map.parent / pad


def lagen_van(map_: Path) -> Lagen:
    """De lagen van een inhoudsmap voor wie alleen zoekt; wat er mis is, zegt de controle."""
    return lees_lagen(map_, Verslag(), date.max)


def bestanden_per_id(map_: Path, soort: str) -> dict[str, Path]:
    """De bestanden van een map zoals 'functies' uit alle lagen, op id; van een id het bovenste."""
    gevonden = (bestand for laag in lagen_van(map_).alle for bestand in sorted((laag.map / soort).glob("*.yaml")))
    return {bestand.stem: bestand for bestand in gevonden}


def lees_lagen(map_: Path, verslag: Verslag, peildatum: date) -> Lagen:
    """De lagen van een inhoudsmap; een set die er niet is, is een melding en doet niet mee."""
    gevraagd = _sets(map_, verslag, peildatum)
    namen = [keuze.naam for keuze in gevraagd]
    lagen = [] if LANDELIJK in namen else [_ingebouwd(peildatum)]
    for nummer, keuze in enumerate(gevraagd):
        if keuze.naam in namen[:nummer]:
            verslag.meld("SK220", BESTAND, _plek(map_, nummer), waarde=keuze.naam, veld="sets")
        elif keuze.gebruiken and (laag := _laag(map_, keuze, nummer, verslag, peildatum)):
            lagen.append(laag)
    return Lagen(tuple(lagen), Laag("", map_ / EIGEN, EIGEN))


def lees_sets(map_: Path, peildatum: date) -> tuple[Set, ...]:
    """De regels van sets.yaml; wat er mis is, zegt de controle."""
    return _sets(map_, Verslag(), peildatum)


def _sets(map_: Path, verslag: Verslag, peildatum: date) -> tuple[Set, ...]:
    if not os.path.exists(map_ / BESTAND):
        return ()
    uit = _lees(map_ / BESTAND, BESTAND, SETS, verslag, peildatum, "sets")
    return uit.sets if isinstance(uit, Setlijst) else ()


def _lees(bestand: Path, pad: str, tabel: Veld, verslag: Verslag, peildatum: date, lijst: str = "") -> object:
    tekst = lees_tekst(bestand, pad, verslag)
    boom = None if tekst is None else lees_yaml(tekst, pad, verslag, lijst)
    return None if boom is None else lees_groep(boom, tabel, Lezing(verslag, pad, peildatum, tabel))


def _ingebouwd(peildatum: date) -> Laag:
    kaart = _lees(LANDELIJKE_MAP / KAART, f"{LANDELIJK}/{KAART}", SETKAART, Verslag(), peildatum)
    return Laag(LANDELIJK, LANDELIJKE_MAP, LANDELIJK, kaart.versie if isinstance(kaart, Setkaart) else "")


def _laag(map_: Path, keuze: Set, nummer: int, verslag: Verslag, peildatum: date) -> Laag | None:
    """De laag van een regel uit sets.yaml; zonder map of Git-adres is het de set die bij het programma hoort."""
    if (raad := bezwaar_git(keuze)) is not None:
        verslag.meld("SK346", BESTAND, _plek(map_, nummer), naam=keuze.naam, **raad)
        return None
    plek = bewaarplaats(keuze.naam) if keuze.git else keuze.map
    if plek is None:
        if keuze.naam == LANDELIJK:
            return _ingebouwd(peildatum)
        verslag.meld("SK340", BESTAND, _plek(map_, nummer), naam=keuze.naam)
        return None
    wortel = map_ / plek
    if keuze.git and not os.path.isdir(wortel):
        verslag.meld("SK345", BESTAND, _plek(map_, nummer), naam=keuze.naam, map=plek)
        return None
    # Ook de map van een andere gemeente mag: dan is haar eigen inhoud de set.
    inhoud = wortel / EIGEN if os.path.isdir(wortel / EIGEN) else wortel
    if bezwaar := _bezwaar(map_, inhoud):
        verslag.meld("SK341", BESTAND, _plek(map_, nummer), naam=keuze.naam, map=plek, reden=bezwaar)
        return None
    basis = toonbaar_pad(_basis(map_, inhoud) or keuze.naam)
    kaart = (
        _lees(wortel / KAART, f"{basis}/{KAART}", SETKAART, verslag, peildatum)
        if os.path.exists(wortel / KAART)
        else None
    )
    return Laag(keuze.naam, inhoud, basis, kaart.versie if isinstance(kaart, Setkaart) else "")


def bewaarplaats(naam: str) -> str:
    """Waar een opgehaalde set in de inhoudsmap staat."""
    return f"sets/{naam}"


def bezwaar_git(keuze: Set) -> dict[str, str] | None:
    """Wat er mis is met het Git-adres of de versie, en wat te doen; None als het goed is."""
    if keuze.git and keuze.map:
        return {
            "veld": "map",
            "reden": "zij heeft al een Git-adres",
            "raad": "laat 'git' of 'map' staan, niet allebei.",
        }
    if keuze.git and not _GIT.fullmatch(keuze.git):
        raad = "schrijf het zoals https://git.uw-regio.example/set.git, of een pad dat met ../ begint."
        return {"veld": "git", "reden": f"'{keuze.git}' is geen adres van Git", "raad": raad}
    if keuze.versie and not keuze.git:
        return {
            "veld": "versie",
            "reden": "er staat geen Git-adres bij",
            "raad": "zet 'git' erbij, of haal 'versie' weg.",
        }
    if keuze.versie and not _VERSIE.fullmatch(keuze.versie):
        raad = "schrijf een label, tak of code, zoals v2."
        return {"veld": "versie", "reden": f"'{keuze.versie}' is geen versie in Git", "raad": raad}
    return None


def _bezwaar(map_: Path, inhoud: Path) -> str:
    """Waarom een map geen set kan zijn, of leeg."""
    if not os.path.isdir(inhoud):
        return "dat is een bestand" if os.path.exists(inhoud) else "zij is er niet"
    hier, daar = map_.resolve(), inhoud.resolve()
    return "dat is uw eigen inhoud" if daar in (hier, hier / EIGEN) or hier.is_relative_to(daar) else ""


def _basis(map_: Path, inhoud: Path) -> str:
    """Het pad van een set die in de inhoudsmap zelf staat, of leeg."""
    hier, daar = map_.resolve(), inhoud.resolve()
    return daar.relative_to(hier).as_posix() if daar.is_relative_to(hier) else ""


def _plek(map_: Path, nummer: int) -> tuple[int, int]:
    tekst = lees_tekst(map_ / BESTAND, BESTAND, Verslag())
    boom = lees_yaml(tekst or "", BESTAND, Verslag(), "sets")
    return boom.waarden["sets"].waarden[nummer].plek if boom else (1, 1)
