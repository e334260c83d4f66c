"""Een JSON-bestand van een ander systeem lezen en er een tabel van maken."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from generator.bewerken.vormen import (
    data_inclusion,
    geojson,
    hsds,
    open_product,
    osm,
    samenwerkende_catalogi,
    sociale_kaart,
)
from generator.bewerken.vormen.bron import Bron
from generator.meldingen import SocialeKaartFout

MEESTE_BYTES, MEESTE_RECORDS = 100_000_000, 100_000
VORMEN: dict[str, Any] = {
    "hsds": hsds,
    "data-inclusion": data_inclusion,
    "osm": osm,
    "geojson": geojson,
    "open-product": open_product,
    "samenwerkende-catalogi": samenwerkende_catalogi,
    "sociale-kaart": sociale_kaart,
}


class Gelezen(Struct):
    """De tabel met een kop, hoe vaak elk veld niet is overgenomen, en per rij wat erbij te zeggen is."""

    tabel: list[list[object]] = field(default_factory=list)
    over: Counter[str] = field(default_factory=Counter)
    opmerkingen: dict[int, list[str]] = field(default_factory=dict)


def lees_vorm(bestand: Path, vorm: str) -> Gelezen:
    """De records als tabel. Raist SocialeKaartFout als het bestand die vorm niet heeft."""
    boom = _lees_xml(bestand) if vorm == "samenwerkende-catalogi" else _lees_json(bestand)
    alle = records_van(boom, vorm)
    if not alle:
        raise SocialeKaartFout(f"in '{bestand.name}' staat niets in de vorm '{vorm}'.", VORMEN[vorm].HOE, 1)
    if len(alle) > MEESTE_RECORDS:
        raise SocialeKaartFout(
            f"'{bestand.name}' heeft meer dan {MEESTE_RECORDS} records.", "verdeel het bestand over meer bestanden.", 1
        )
    return maak_tabel(alle, vorm)


def records_van(boom: Any, vorm: str) -> list[dict] | None:
    """De records van een gelezen bestand of antwoord; None als het die vorm niet heeft."""
    records: Callable[[Any], Iterator[Any] | None] = VORMEN[vorm].records
    gevonden = records(boom)
    return None if gevonden is None else [r for r in gevonden if isinstance(r, dict)]


def maak_tabel(records: list[dict], vorm: str) -> Gelezen:
    """Een tabel met onze kolommen van de records, en wat er niet van is overgenomen."""
    return _maak_tabel(records, VORMEN[vorm].rij)


def _maak_tabel(records: list[dict], rij: Callable[[Bron, list[str]], dict[str, object]]) -> Gelezen:
    uit = Gelezen()
    rijen: list[dict[str, object]] = []
    for nummer, record in enumerate(records, 2):  # de kop is rij 1
        bij: list[str] = []
        bron = Bron(record)
        rijen.append({kop: waarde for kop, waarde in rij(bron, bij).items() if waarde not in ("", None, [])})
        uit.over += bron.over()
        if bij:
            uit.opmerkingen[nummer] = bij
    koppen = list(dict.fromkeys(kop for r in rijen for kop in r))
    uit.tabel = [list(koppen), *([r.get(kop, "") for kop in koppen] for r in rijen)]
    return uit


def _keur(bestand: Path) -> None:
    if not bestand.is_file():
        raise SocialeKaartFout(f"het bestand '{bestand}' is er niet.", "controleer de naam en de map.")
    if bestand.stat().st_size > MEESTE_BYTES:
        raise SocialeKaartFout(
            f"'{bestand.name}' is groter dan {MEESTE_BYTES // 1_000_000} MB.", "verdeel het over meer bestanden.", 1
        )


def _lees_xml(bestand: Path) -> Any:
    _keur(bestand)
    try:
        return samenwerkende_catalogi.als_boom(bestand.read_bytes())
    except samenwerkende_catalogi.GeenXml as fout:
        raise SocialeKaartFout(f"'{bestand.name}' is niet te lezen: {fout}.", samenwerkende_catalogi.HOE, 1) from fout


def _lees_json(bestand: Path) -> Any:
    _keur(bestand)
    try:
        return json.loads(bestand.read_bytes().decode("utf-8-sig"))
    except json.JSONDecodeError as fout:
        raise SocialeKaartFout(
            f"{bestand.name}:{fout.lineno}:{fout.colno}: dit is geen JSON.",
            "exporteer het bestand opnieuw als JSON.",
            1,
        ) from fout
    except (UnicodeDecodeError, RecursionError, ValueError) as fout:
        raise SocialeKaartFout(
            f"'{bestand.name}' is niet te lezen als JSON ({type(fout).__name__}).",
            "exporteer het opnieuw in UTF-8.",
            1,
        ) from fout
