"""Wat een map met inhoud zegt, als losse feiten: per ding (een bestand, of een deel van een lijst) per veld een waarde."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.lezen.lagen import KAART
from generator.lezen.losse_bestanden import LOS
from generator.lezen.stapelen import VELD
from generator.model import SOORTEN

_Lader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # alles is tekst, er wordt niets uitgevoerd
MAPPEN = (*SOORTEN, "organisaties", "functies")
NAMEN = ("id", "term", "naam")
Feiten = dict[str, dict[str, str]]
GRENS = 80
_AFDRUK = re.compile(r"#[0-9a-f]{12}")


def lees_feiten(map_: Path) -> Feiten:
    """De feiten van een set of van sociale_kaart/; een bestand dat niet te lezen is telt niet, dat zegt de controle."""
    uit: Feiten = {}
    for soort in MAPPEN:
        for bestand in sorted((map_ / soort).glob("*.yaml")):
            uit[f"{soort}/{bestand.stem}"] = dict(_plat(lees_boom(bestand)))
    for naam in sorted(LOS):
        if (map_ / naam).is_file():
            uit |= dingen(naam.removesuffix(".yaml"), lees_boom(map_ / naam, LOS[naam].lijst))
    return uit


def lees_boom(bestand: Path, lijst: str = "") -> dict[str, Any]:
    """De waarden van een bestand, allemaal tekst; leeg als het niet te lezen is. Een kale rij krijgt de naam `lijst`."""
    if bestand.is_symlink() or bestand.name == KAART:
        return {}
    try:
        boom = yaml.load(bestand.read_text(encoding="utf-8"), Loader=_Lader)  # noqa: S506  de lader kent alleen tekst
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return {}
    if isinstance(boom, list) and lijst:
        return {lijst: boom}
    return boom if isinstance(boom, dict) else {}


def dingen(bestand: str, boom: dict[str, Any]) -> Feiten:
    """Elk deel van een lijst is een ding; wat verder in het bestand staat, is van het bestand zelf."""
    uit: Feiten = {}
    for naam, waarde in boom.items():
        if isinstance(waarde, list) and any(isinstance(deel, dict) for deel in waarde):
            for eigen_naam, deel in zip(namen_van(waarde), waarde, strict=True):
                uit[f"{bestand}/{eigen_naam}"] = dict(_plat(deel))
        else:
            uit.setdefault(bestand, {}).update(_plat({naam: waarde}))
    return uit


def naam_van(deel: Any) -> str:
    """Waaraan een deel van een lijst te herkennen is: zijn id of naam, en anders het eerste wat er staat."""
    if not isinstance(deel, dict):
        return str(deel)
    delen = [str(deel[n]) for n in ("thema",) if "id" in deel and n in deel]
    teksten = [w for w in (*map(deel.get, NAMEN), *deel.values()) if isinstance(w, str)]
    return "/".join([*delen, teksten[0] if teksten else str(deel)])


def namen_van(delen: list[Any]) -> list[str]:
    """Een naam per deel, elk anders: heten er meer hetzelfde, dan met zo veel velden erbij als nodig is."""
    namen = [naam_van(deel) for deel in delen]
    for veel in range(1, 5):
        dubbel = {naam for naam, keer in Counter(namen).items() if keer > 1}
        if not dubbel:
            break
        namen = [
            f"{naam_van(deel)} ({', '.join(erbij)})" if naam in dubbel and (erbij := _velden(deel)[:veel]) else naam
            for naam, deel in zip(namen, delen, strict=True)
        ]
    gehad: Counter[str] = Counter()
    for nummer, naam in enumerate(namen):
        gehad[naam] += 1
        namen[nummer] = naam if gehad[naam] == 1 else f"{naam} {gehad[naam]}"
    return namen


def _velden(deel: Any) -> list[str]:
    """Wat een deel behalve zijn naam zegt, in een regel per veld."""
    boom = deel if isinstance(deel, dict) else {}
    return [
        ", ".join(map(str, w)) if isinstance(w, list) else str(w)
        for w in boom.values()
        if str(w) != naam_van(deel) and not isinstance(w, dict)
    ]


def _plat(boom: Any, voor: str = "") -> Iterator[tuple[str, str]]:
    """Elk veld met zijn waarde als tekst; een groep als 'contact.telefoon', een lijst met groepen als 'locaties[naam]'."""
    if not isinstance(boom, dict):
        yield voor or "waarde", " ".join(str(boom).split())
        return
    for naam, waarde in boom.items():
        pad = f"{voor}.{naam}" if voor else str(naam)
        if isinstance(waarde, dict):
            yield from _plat(waarde, pad)
        elif isinstance(waarde, list) and any(isinstance(deel, dict) for deel in waarde):
            for eigen_naam, deel in zip(namen_van(waarde), waarde, strict=True):
                yield from _plat(deel, f"{pad}[{eigen_naam}]")
        elif isinstance(waarde, list):
            yield pad, ", ".join(" ".join(str(deel).split()) for deel in waarde)
        else:
            yield pad, " ".join(str(waarde).split())


def vingerafdruk_van(waarde: str) -> str:
    """Zoals een ouder slot een lange tekst bewaarde; daarmee is alleen te zien dat hij anders is."""
    return waarde if len(waarde) <= GRENS else "#" + hashlib.sha256(waarde.encode()).hexdigest()[:12]


def is_vingerafdruk(waarde: str) -> bool:
    return bool(_AFDRUK.fullmatch(waarde))


def zonder(feiten: dict[str, str]) -> dict[str, str]:
    return {veld: waarde for veld, waarde in feiten.items() if veld != VELD}
