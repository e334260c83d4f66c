"""Een gemeentemap schrijven: het kaartbestand, de herkomst en zo nodig gemeente.yaml, steeds heel of niet."""

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shapely
from msgspec import Struct

from generator.lezen.waarden import nette_naam
from generator.lezen.yaml_lezer import Knoop, Tekst, Velden, lees_yaml
from generator.meldingen import SocialeKaartFout, Verslag


class Gebiedsregel(Struct, frozen=True):
    """Een gebied om te schrijven; `vorm` is een afgeronde shapely-vorm in graden."""

    code: str
    naam: str
    inwoners: int | None
    vorm: object
    adres: str = ""


def geojson_tekst(gebieden: Sequence[Gebiedsregel], decimalen: int) -> str:
    """Een FeatureCollection met een gebied per regel, op code; leesbaar in een vergelijking van versies."""
    regels = []
    for gebied in sorted(gebieden, key=lambda g: g.code):
        eigen: dict[str, str | int] = {"code": gebied.code, "naam": gebied.naam}
        if gebied.adres:
            eigen["adres"] = gebied.adres
        if gebied.inwoners is not None:
            eigen["inwoners"] = gebied.inwoners
        vorm = json.loads(shapely.to_geojson(shapely.orient_polygons(gebied.vorm)))
        vorm["coordinates"] = _afgerond(vorm["coordinates"], decimalen)
        kenmerk = {"type": "Feature", "properties": eigen, "geometry": vorm}
        regels.append(json.dumps(kenmerk, ensure_ascii=False, separators=(",", ":")))
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(regels) + "\n]}\n"


def _afgerond(deel: list, decimalen: int) -> list:
    return [_afgerond(d, decimalen) if isinstance(d, list) else round(d, decimalen) for d in deel]


def yaml_tekst(velden: dict, inspringen: int = 0) -> str:
    """Een kleine boom als YAML: groepen, lijsten van teksten en teksten (tussen aanhalingstekens als dat nodig is)."""
    regels, wit = [], " " * inspringen
    for naam, waarde in velden.items():
        if isinstance(waarde, dict):
            regels.append(f"{wit}{naam}:\n{yaml_tekst(waarde, inspringen + 2)}")
        elif isinstance(waarde, list | tuple):
            regels.append(f"{wit}{naam}:\n" + "".join(f"{wit}  - {_waarde(w)}\n" for w in waarde))
        else:
            regels.append(f"{wit}{naam}: {_waarde(waarde)}\n")
    return "".join(regels)


def _waarde(waarde: object) -> str:
    """Kaal als er niets bijzonders in staat; anders als JSON-tekst, want die is ook YAML."""
    tekst = str(waarde)
    return (
        tekst
        if re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9 ._/()-]*[A-Za-z0-9.)])?", tekst)
        else json.dumps(tekst, ensure_ascii=False)
    )


def kale_boom(knoop: Knoop) -> Any:
    """Een gelezen YAML-boom zonder plaatsen: dicts, lijsten en teksten."""
    if isinstance(knoop, Velden):
        return {naam: kale_boom(waarde) for naam, waarde in knoop.waarden.items()}
    return knoop.waarde if isinstance(knoop, Tekst) else [kale_boom(w) for w in knoop.waarden]


def lees_boom(bestand: Path) -> dict:
    """De inhoud van een YAML-bestand als dict; leeg als het er niet is. Raist bij een fout in het bestand."""
    if not bestand.exists():
        return {}
    verslag = Verslag()
    boom = lees_yaml(bestand.read_text(encoding="utf-8"), bestand.name, verslag)
    if boom is None:
        raise SocialeKaartFout(
            f"{bestand.name} is niet te lezen: {verslag.meldingen[0].tekst}", verslag.meldingen[0].oplossing, 1
        )
    return kale_boom(boom)


def zoek_map(wortel: Path, code: str, naam: str) -> Path:
    """De map van een gemeente: waar haar code al staat, of anders de nette naam. Raist als die map een andere code
    heeft.
    """
    gebieden = wortel / "gebieden"
    for bestand in sorted(gebieden.glob("*/gemeente.yaml")) if gebieden.is_dir() else ():
        if re.search(rf"^code: *[\"']?{code}\b", bestand.read_text(encoding="utf-8", errors="replace"), re.M):
            return bestand.parent
    map_ = gebieden / nette_naam(naam or code)
    if (map_ / "gemeente.yaml").exists():
        raise SocialeKaartFout(
            f"gebieden/{map_.name}/gemeente.yaml hoort bij een andere gemeente dan {code}.",
            "geef een van de twee mappen een andere naam.",
            1,
        )
    return map_


def schrijf(map_: Path, bestanden: dict[str, str]) -> None:
    """Schrijf de bestanden in de map. Een nieuwe map verschijnt in een keer; in een bestaande wordt elk bestand vervangen.

    Wat tijdelijk is eindigt op .tmp; blijft dat na stroomuitval staan, dan noemt de controle het.
    """
    if any(p.is_symlink() for p in (map_, map_.parent, *(map_ / naam for naam in bestanden))):
        raise SocialeKaartFout(
            f"gebieden/{map_.name} is of bevat een snelkoppeling; daar schrijf ik niet doorheen.",
            "vervang de snelkoppeling door een gewone map met gewone bestanden.",
            1,
        )
    map_.parent.mkdir(parents=True, exist_ok=True)
    nieuw = not map_.exists()
    doel = map_.with_name(f"{map_.name}.tmp") if nieuw else map_
    if nieuw:
        _ruim_op(doel)
        doel.mkdir()
    klaar: list[tuple[Path, Path]] = []
    try:
        for naam, inhoud in bestanden.items():
            tijdelijk = doel / f"{naam}.tmp"
            klaar.append((tijdelijk, doel / naam))
            with tijdelijk.open("w", encoding="utf-8", newline="\n") as stroom:
                stroom.write(inhoud)
                stroom.flush()
                os.fsync(stroom.fileno())
        for tijdelijk, bestand in klaar:
            os.replace(tijdelijk, bestand)
        if nieuw:
            os.replace(doel, map_)
    except OSError as fout:
        raise SocialeKaartFout(
            f"het schrijven van gebieden/{map_.name} lukte niet ({fout.strerror}).",
            "controleer de schijfruimte en of u in deze map mag schrijven.",
            1,
        ) from fout
    finally:
        for tijdelijk, _ in klaar:
            tijdelijk.unlink(missing_ok=True)
        if nieuw:
            _ruim_op(doel)


def _ruim_op(map_: Path) -> None:
    """Verwijder een eigen tijdelijke map met alleen bestanden erin."""
    if map_.is_dir():
        for bestand in map_.iterdir():
            bestand.unlink()
        map_.rmdir()
