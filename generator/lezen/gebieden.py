"""De map gebieden/ lezen: welke mappen meedoen, en dat elke code maar een keer voorkomt."""

import os
import re
import unicodedata
from datetime import date
from pathlib import Path

from generator.lezen.gemeentemap import BESTANDEN, BEZET, Gemeentemap
from generator.lezen.inhoud import _EDITOR, _NEGEER, nette_naam
from generator.lezen.waarden import naaste
from generator.meldingen import Verslag
from generator.model import Gemeente
from generator.voorraad import Voorraad


def _mappen(wortel: Path, verslag: Verslag) -> list[Path]:
    """De mappen onder gebieden/ met een goede naam, op naam."""
    uit, kleine = [], {}
    for ingang in sorted(os.scandir(wortel), key=lambda e: e.name):
        pad = f"gebieden/{ingang.name}"
        gelijk = unicodedata.normalize("NFC", ingang.name).casefold()
        if ingang.name in _NEGEER:
            continue
        if ingang.is_symlink():
            verslag.meld("SK011", pad)
        elif _EDITOR.fullmatch(ingang.name):
            verslag.meld("SK008", pad, naam=ingang.name)
        elif not ingang.is_dir():
            verslag.meld("SK007", pad, naam=ingang.name, voorstel=f"<gemeente>/{naaste(ingang.name, BESTANDEN, 1)}")
        elif gelijk in kleine:
            verslag.meld("SK010", pad, ander=kleine[gelijk])
        elif not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", ingang.name) or len(ingang.name) > 64:
            verslag.meld("SK009", pad, naam=ingang.name, voorstel=nette_naam(ingang.name))
        elif ingang.name in BEZET:
            verslag.meld("SK303", pad, id=ingang.name, voorstel=f"{ingang.name}-gemeente")
        else:
            uit.append(Path(ingang.path))
        kleine.setdefault(gelijk, ingang.name)
    return uit


def _keur_dubbel(gemeenten: list[Gemeente], verslag: Verslag) -> None:
    """Een code van gemeente, wijk of buurt hoort in een map."""
    gezien: dict[str, str] = {}
    for gemeente in gemeenten:
        for code in (gemeente.code, *(g.code for g in (*gemeente.wijken, *gemeente.buurten))):
            if (eerste := gezien.setdefault(code, gemeente.pad)) != gemeente.pad:
                verslag.meld("SK302", gemeente.pad, id=code, ander=eerste)


def lees_gebieden(map_: Path, verslag: Verslag, peildatum: date, voorraad: Voorraad) -> tuple[Gemeente, ...]:
    """Elke gemeente onder `map_/gebieden/`, op mapnaam; leeg als de map er niet is (een site zonder kaarten).

    Fouten en waarschuwingen staan in het verslag; een gemeente zonder bruikbare gemeente.yaml komt er niet uit.
    """
    wortel = map_ / "gebieden"
    if wortel.is_symlink():
        verslag.meld("SK011", "gebieden")
        return ()
    if not wortel.exists():
        return ()
    if not wortel.is_dir():
        verslag.meld("SK013", "gebieden", naam="gebieden")
        return ()
    gelezen = (Gemeentemap(m, f"gebieden/{m.name}", verslag, peildatum, voorraad).lees() for m in _mappen(wortel, verslag))
    uit = [g for g in gelezen if g is not None]
    _keur_dubbel(uit, verslag)
    return tuple(uit)
