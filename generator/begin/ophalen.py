"""Sets met een Git-adres ophalen en in de inhoudsmap bewaren, zodat een bouw geen internet nodig heeft."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from generator.begin.feiten import MAPPEN
from generator.lezen.bestanden import lees_tekst
from generator.lezen.lagen import EIGEN, KAART, bezwaar_git
from generator.lezen.losse_bestanden import LOS
from generator.lezen.upl import UPL
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import FOUT, SocialeKaartFout, Verslag
from generator.model.sets import Set

MAP = "sets"
# Git mag niets vragen, geen ander programma starten en geen snelkoppeling neerzetten.
_OMGEVING = {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "https:http:ssh:file:git", "LC_ALL": "C"}
_ZONDER = ("-c", "core.symlinks=false", "-c", "core.autocrlf=false", "-c", "core.hooksPath=/dev/null")


class Opgehaald(Struct, frozen=True):
    """Een set in een tijdelijke map; `vastlegging` is de Git-code waar zij op staat."""

    naam: str
    map: Path
    vastlegging: str


@contextmanager
def haal_op(map_: Path, sets: tuple[Set, ...]) -> Iterator[list[Opgehaald]]:
    """Elke set met een Git-adres, nagekeken op wat erin staat. Raist SocialeKaartFout als er een niet lukt."""
    with tempfile.TemporaryDirectory(prefix="sociale-kaart-") as tijdelijk:
        yield [_een(map_, keuze, Path(tijdelijk)) for keuze in sets if keuze.git and keuze.gebruiken]


def _een(map_: Path, keuze: Set, tijdelijk: Path) -> Opgehaald:
    if bezwaar := bezwaar_git(keuze):
        raise SocialeKaartFout(
            f"bij de set '{keuze.naam}' kan '{bezwaar['veld']}' niet: {bezwaar['reden']}.", bezwaar["raad"], 1
        )
    bron, doel = tijdelijk / f"{keuze.naam}.git", tijdelijk / keuze.naam
    bron.mkdir()
    _git(keuze, bron, "init", "--quiet")
    _git(keuze, bron, "fetch", "--quiet", "--depth", "1", "--", _adres(map_, keuze.git or ""), keuze.versie or "HEAD")
    _git(keuze, bron, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    code = _git(keuze, bron, "rev-parse", "HEAD").strip()
    if not neem_bestanden(bron, doel):
        raise SocialeKaartFout(
            f"in de set '{keuze.naam}' staat geen inhoud.",
            "een set heeft dezelfde mappen en bestanden als sociale_kaart/.",
            1,
        )
    keur_leesbaar(keuze.naam, doel)
    return Opgehaald(keuze.naam, doel, code)


def keur_leesbaar(naam: str, map_: Path) -> None:
    """Raist SocialeKaartFout als een bestand van de set geen YAML is: dan zou hij hier alles stilzetten."""
    verslag = Verslag()
    for bestand in sorted(map_.rglob("*.yaml")):
        pad = bestand.relative_to(map_).as_posix()
        if (tekst := lees_tekst(bestand, pad, verslag)) is not None:
            lees_yaml(tekst, pad, verslag)
    if eerste := next((m for m in verslag.meldingen if m.soort == FOUT), None):
        raise SocialeKaartFout(
            f"de set '{naam}' is niet te gebruiken: {eerste.pad}:{eerste.regel}:{eerste.kolom} ({eerste.code}) "
            f"{eerste.tekst.rstrip('.')}. Hier is niets veranderd.",
            "vraag wie de set maakt om dit te herstellen, of zet in sets.yaml een andere 'versie'.",
            1,
        )


def _adres(map_: Path, adres: str) -> str:
    """Een adres op deze computer telt vanaf de inhoudsmap."""
    return str((map_ / adres).resolve()) if adres.startswith(("./", "../")) else adres


def _git(keuze: Set, map_: Path, *argumenten: str) -> str:
    try:
        uit = subprocess.run(
            ["git", "-C", str(map_), *_ZONDER, *argumenten],
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            env={**os.environ, **_OMGEVING},
        )
    except FileNotFoundError:
        raise SocialeKaartFout(
            "Git staat niet op deze computer.", "installeer Git en draai 'bijwerken' opnieuw."
        ) from None
    if uit.returncode:
        reden = " ".join(uit.stderr.split())[-200:] or "geen reden genoemd"
        raise SocialeKaartFout(
            f"de set '{keuze.naam}' is niet op te halen: {reden}.",
            f"controleer in sets.yaml het adres en de versie '{keuze.versie or 'HEAD'}', en of u bij dat adres mag.",
            1,
        )
    return uit.stdout


def neem_bestanden(van: Path, naar: Path) -> int:
    """Kopieer alleen de inhoud, als gewone bestanden; geeft hoeveel het er zijn."""
    wortel = van / EIGEN if (van / EIGEN).is_dir() else van
    paden = [p for m in MAPPEN for p in sorted((wortel / m).glob("*.yaml"))]
    paden += [wortel / naam for naam in (*LOS, UPL) if (wortel / naam).exists()]
    paden = [p for p in paden if p.is_file() and not any(o.is_symlink() for o in (p, p.parent, wortel))]
    for pad in paden:
        (naar / pad.relative_to(wortel)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pad, naar / pad.relative_to(wortel))
    if paden and (van / KAART).is_file() and not (van / KAART).is_symlink():
        shutil.copyfile(van / KAART, naar / KAART)
    return len(paden)


def bewaar(map_: Path, opgehaald: Opgehaald) -> None:
    """Zet de set in sets/NAAM/ in plaats van wat er stond."""
    doel = map_ / MAP / opgehaald.naam
    nieuw, oud = doel.with_name(f".{doel.name}.nieuw"), doel.with_name(f".{doel.name}.oud")
    for rest in (nieuw, oud):
        shutil.rmtree(rest, ignore_errors=True)
    if doel.is_symlink() or doel.parent.is_symlink():
        raise SocialeKaartFout(f"{MAP}/{doel.name} is een snelkoppeling.", "vervang haar door een gewone map.", 1)
    shutil.copytree(opgehaald.map, nieuw)
    if doel.exists():
        os.replace(doel, oud)
    os.replace(nieuw, doel)
    shutil.rmtree(oud, ignore_errors=True)
