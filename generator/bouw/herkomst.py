"""Waar een site uit gemaakt is, en de som van elk bestand: zo is te zien of wat op een server staat is wat gebouwd werd."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from generator.json_tekst import als_json
from generator.lezen.lagen import lagen_van
from generator.meldingen import SocialeKaartFout
from generator.model import Catalogus

MANIFEST, BOUW = "manifest.sha256", "bouw.json"
PROGRAMMA = Path(__file__).parent.parent
BRONNEN = ("inhoud", "sociale_kaart", "gebieden", "huisstijl")
LOSSE = ("mkdocs.yml", "nazien.md")


def som_van_bestanden(wortel: Path, paden: list[Path]) -> str:
    """Een sha256 over bestanden: hun pad onder de wortel en hun inhoud, op volgorde van pad."""
    som = hashlib.sha256()
    for pad, bestand in sorted((bestand.relative_to(wortel).as_posix(), bestand) for bestand in paden):
        som.update(f"{pad}\0{bestand.stat().st_size}\0".encode("utf-8", "surrogateescape") + bestand.read_bytes())
    return som.hexdigest()


def bestanden_onder(map_: Path) -> list[Path]:
    """Elk gewoon bestand, behalve wat een programma er zelf neerlegt."""
    uit = []
    for plek, mappen, namen in os.walk(map_):
        mappen[:] = [m for m in mappen if m != "__pycache__"]
        uit += [Path(plek, naam) for naam in namen if not naam.endswith(".pyc")]
    return [bestand for bestand in uit if bestand.is_file() and not bestand.is_symlink()]


def losse_bronnen(map_: Path) -> list[Path]:
    """De bestanden in de map zelf waar een site van afhangt."""
    alle = (*sorted(map_.glob("*.yaml")), *(map_ / naam for naam in LOSSE))
    return [bestand for bestand in alle if bestand.is_file()]


def bouwgegevens(catalogus: Catalogus, map_: Path) -> str:
    """De revisie van de inhoud en van het programma als som, de sets met hun versie, en de peildatum."""
    eigen = [bestand for deel in BRONNEN for bestand in bestanden_onder(map_ / deel)]
    eigen += losse_bronnen(map_)
    gegevens = {
        "revisie": os.environ.get("SOCIALE_KAART_REVISIE", "")[:100],
        "inhoud": som_van_bestanden(map_, eigen),
        "programma": som_van_bestanden(PROGRAMMA, bestanden_onder(PROGRAMMA)),
        "sets": [
            {"naam": laag.naam, "versie": laag.versie, "som": som_van_bestanden(laag.map, bestanden_onder(laag.map))}
            for laag in lagen_van(map_).sets
        ],
        "peildatum": catalogus.peildatum.isoformat(),
    }
    return als_json(gegevens)


def bouwbestand(catalogus: Catalogus, map_: Path) -> Iterator[tuple[str, str]]:
    """Het pad en de tekst van bouw.json, zoals een soort open data ze geeft."""
    yield BOUW, bouwgegevens(catalogus, map_)


def als_manifest(sommen: dict[str, str]) -> str:
    """De sommen zoals `sha256sum --check` ze leest."""
    return "".join(f"{sommen[pad]}  {pad}\n" for pad in sorted(sommen))


def vergelijk(site: Path) -> list[str]:
    """Wat er op de schijf anders is dan in het manifest, een zin per bestand; leeg als alles klopt."""
    try:
        regels = (site / MANIFEST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as fout:
        raise SocialeKaartFout(
            f"in '{site}' staat geen leesbaar {MANIFEST}.", "wijs de map aan die 'bouw' maakte, of bouw opnieuw.", 1
        ) from fout
    verwacht = {pad: som for som, _, pad in (regel.partition("  ") for regel in regels)}
    uit = []
    for pad, som in verwacht.items():
        bestand = site / pad
        if bestand.is_symlink() or not bestand.is_file():
            uit.append(f"{pad}: ontbreekt, of is geen gewoon bestand.")
        elif hashlib.sha256(bestand.read_bytes()).hexdigest() != som:
            uit.append(f"{pad}: is veranderd.")
    hier = {p.relative_to(site).as_posix() for p in site.rglob("*") if not p.is_dir() or p.is_symlink()}
    return sorted([*uit, *(f"{pad}: hoort er niet bij." for pad in hier - verwacht.keys() - {MANIFEST})])
