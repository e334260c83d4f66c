"""Een gebouwde site lezen zoals een browser dat doet: haar zoekindex en haar open data, en niets anders."""

import contextlib
import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import orjson
from msgspec import Struct

from generator.betekenis.woorden import NOODINGANGEN
from generator.bouw.herkomst import MANIFEST
from generator.lezen.waarden import nette_naam
from generator.lezen.webadres import bezwaar_tegen_url
from generator.zoeken.index import VERSIE

KERN, DATA, POSTCODES = "assets/zoek/kern.json", "data/voorzieningen.json", "data/postcodes"
VOORZIENING, ORGANISATIE = "v", "o"
_GEWOON_PAD = re.compile(r"[^/\\:\x00-\x1f][^\\:\x00-\x1f]*")
_ID = re.compile(r"[a-z0-9-]+")
_ONDER = re.compile(r"(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)+")


class GeenSite(Exception):
    """Wat er mis is met een map waar een gebouwde site hoort te staan."""


class AndereVersie(Exception):
    """De zoekindex heeft een andere versie; die staat in de tekst."""


class Deelgemeente(Struct, frozen=True):
    """Een gemeente op een site."""

    code: str
    naam: str

    @property
    def slug(self) -> str:
        """Hoe zij in het adres van de beginpagina heet; haar map op de site kan bij een ander net zo heten."""
        return nette_naam(self.naam)


class Scherf(Struct, frozen=True):
    """Wat de regio van een site weet. `namen` zijn (naam, soort, id); `onder` is haar pad onder de regio, of leeg als zij
    elders staat.
    """

    map: Path
    adres: str
    onder: str
    gemeenten: tuple[Deelgemeente, ...]
    wijken: tuple[str, ...]
    plaatsen: tuple[str, ...]
    postcodes: tuple[int, ...]
    namen: tuple[tuple[str, str, str], ...]
    nood: tuple[tuple[str, str], ...]
    peildatum: date
    programma: str

    @property
    def naam(self) -> str:
        """Hoe de site in een lijst heet: naar haar gemeenten."""
        *eerst, laatste = [g.naam for g in self.gemeenten]
        return f"{', '.join(eerst)} en {laatste}" if eerst else laatste

    @property
    def weg(self) -> str:
        """De link ernaartoe vanaf de beginpagina van de regio."""
        return self.onder or self.adres


def lees_scherf(map_: Path, regio: str, alleen: tuple[str, ...]) -> Scherf:
    """De site in `map_`. `regio` is het adres van de regio, `alleen` zijn de codes van wie de site bedient.

    Raises:
        GeenSite: als er geen site staat of zij niet te lezen is.
        AndereVersie: als een andere versie van het programma de zoekindex maakte.
    """
    kern = lees_deel(map_, KERN)
    if not isinstance(kern, dict) or "versie" not in kern:
        raise GeenSite(f"{KERN} is geen zoekindex")
    if kern["versie"] != VERSIE:
        raise AndereVersie(str(kern["versie"]))
    data, bouw = lees_deel(map_, DATA), lees_deel(map_, "bouw.json")
    aantal = sum(1 for _ in bestanden_van(map_))
    if aantal < 2:
        raise GeenSite(f"{MANIFEST} is leeg")
    with heel():
        return _maak(map_, regio, alleen, kern, data, bouw)


@contextlib.contextmanager
def heel() -> Iterator[None]:
    """Wat niet de vorm heeft die de bouw maakt, is geen site."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as fout:
        raise GeenSite("wat erin staat is niet heel") from fout


def bestanden_van(site: Path) -> Iterator[tuple[str, str]]:
    """(som, pad) van het manifest van een site en van elk bestand erin; wat er niet in staat, is niet van de bouw."""
    try:
        ruw = (site / MANIFEST).read_bytes()
        regels = [regel.split("  ", 1) for regel in ruw.decode().splitlines()]
    except (OSError, ValueError) as fout:
        raise GeenSite(f"{MANIFEST} ontbreekt of is niet te lezen") from fout
    yield sha256(ruw).hexdigest(), MANIFEST
    for som, *pad in regels:
        if not pad or not _GEWOON_PAD.fullmatch(pad[0]) or ".." in PurePosixPath(pad[0]).parts:
            raise GeenSite(f"in {MANIFEST} staat een vreemde regel")
        yield som, pad[0]


def lees_deel(map_: Path, pad: str) -> Any:
    if not map_.is_dir():
        raise GeenSite("die map is er niet")
    try:
        return orjson.loads((map_ / pad).read_bytes())
    except OSError as fout:
        raise GeenSite(f"{pad} ontbreekt") from fout
    except ValueError as fout:
        raise GeenSite(f"{pad} is niet te lezen") from fout


def _maak(map_: Path, regio: str, alleen: tuple[str, ...], kern: dict, data: dict, bouw: dict) -> Scherf:
    gemeenten = tuple(Deelgemeente(str(rij[0]), str(rij[1])) for rij in kern["gebieden"] if rij[3] < 0)
    if vreemd := [code for code in alleen if code not in {g.code for g in gemeenten}]:
        raise GeenSite(f"gemeente {vreemd[0]} kent zij niet")
    gemeenten = tuple(g for g in gemeenten if g.code in alleen or not alleen)
    if not gemeenten:
        raise GeenSite("zij kent geen enkele gemeente")
    van = {i for i, rij in enumerate(kern["gebieden"]) if rij[0] in {g.code for g in gemeenten}}
    wijken = {rij[0]: str(rij[1]) for rij in kern["gebieden"] if rij[3] in van}
    adres = str(data["bron_url"])
    if bezwaar := bezwaar_tegen_url(adres):
        raise GeenSite(f"haar adres '{adres}' kan niet: {bezwaar}")
    return Scherf(
        map=map_,
        adres=adres,
        onder=onder_de_regio(adres, regio),
        gemeenten=gemeenten,
        wijken=tuple(wijken.values()),
        plaatsen=plaatsen_in(data["voorzieningen"], wijken),
        postcodes=tuple(sorted(int(p.stem) for p in (map_ / POSTCODES).glob("[1-9][0-9][0-9][0-9].json"))),
        namen=tuple(namen_van(kern)),
        nood=tuple(noodnummers(data["voorzieningen"])),
        peildatum=date.fromisoformat(kern["peildatum"]),
        programma=str(bouw["programma"]),
    )


def onder_de_regio(adres: str, regio: str) -> str:
    """Het pad van de site onder het adres van de regio ('zutphen/'), of leeg als zij elders staat."""
    rest = adres.removeprefix(regio)
    return rest if rest != adres and _ONDER.fullmatch(rest) else ""


def plaatsen_in(voorzieningen: list[dict], wijken: dict[str, str]) -> tuple[str, ...]:
    """De plaatsen uit adressen die in een wijk van deze gemeenten liggen."""
    gevonden = (
        str(plek["adres"]["plaats"])
        for v in voorzieningen
        for plek in v["locaties"]
        if plek.get("gebied") in wijken and plek.get("adres", {}).get("plaats")
    )
    return tuple(sorted(set(gevonden)))


def namen_van(kern: dict) -> list[tuple[str, str, str]]:
    """(naam, soort, id) van elke ingang en organisatie; een id dat uit de naam volgt staat niet in de index."""
    ingangen = zip(kern["kern"]["naam"].split("\n"), kern["kern"]["id"].split("\n"), strict=True)
    uit = [(naam, VOORZIENING, id_ or nette_naam(naam)) for naam, id_ in ingangen if naam]
    uit += [(naam, ORGANISATIE, id_ or nette_naam(naam)) for id_, naam in kern["organisaties"]]
    return [(" ".join(naam.split()), soort, id_) for naam, soort, id_ in uit if _ID.fullmatch(id_)]


def noodnummers(voorzieningen: list[dict]) -> list[tuple[str, str]]:
    """(naam, telefoon) van de nummers bij nood, op de volgorde van de site."""
    op_id = {v["id"]: v for v in voorzieningen}
    gevonden = [op_id[n.id] for n in NOODINGANGEN.values() if n.id in op_id]
    return [(korte_naam(v), v["contact"]["telefoon"]) for v in gevonden if v.get("contact", {}).get("telefoon")]


def korte_naam(v: dict) -> str:
    """Een nummer dat in de naam staat is zelf de naam."""
    nummer = v["contact"]["telefoon"]
    staat_erin = re.search(rf"(?<!\w){re.escape(nummer)}(?!\w)", v["naam"])
    return nummer if staat_erin else v["naam"].removeprefix("De ")
