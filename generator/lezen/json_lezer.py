"""JSON streng lezen: geen dubbele sleutels, geen NaN, en bij elke fout de plek. Wat geen JSON is, wordt genoemd."""

import json
import re
from collections.abc import Callable
from functools import cached_property
from itertools import islice
from typing import Any

from msgspec import Struct, field

from generator.lezen.bestanden import MEEST_GEMELD, controleer_tekens, ontcijfer, op_de_regel, plek_in, plekken_in
from generator.meldingen import Verslag

_MERK = (
    (b"PK\x03\x04", "een zip-bestand"),
    (b"SQLite format 3\0", "een GeoPackage of andere database"),
    (b"\x00\x00\x27\x0a", "een Shapefile"),
    (b"\x1f\x8b", "een gzip-bestand"),
    (b"%PDF", "een pdf"),
    (b"fgb\x03", "een FlatGeobuf-bestand"),
    (b"PAR1", "een Parquet-bestand"),
)
_OPMAAK = (
    ("ogrvrt", "een GDAL-verwijzing (VRT)"),
    ("opengis.net/gml", "GML"),
    ("<gml", "GML"),
    ("<wfs", "GML"),
    ("<kml", "KML"),
    ("<svg", "een SVG-plaatje"),
    ("<!doctype html", "een webpagina (HTML)"),
    ("<html", "een webpagina (HTML)"),
)
_REDEN = (
    ("Expecting ',' delimiter", "hier hoort een komma of een sluithaakje"),
    ("Expecting ':'", "hier hoort een dubbele punt"),
    ("Expecting property name", "hier hoort een naam tussen dubbele aanhalingstekens"),
    ("Expecting value", "hier hoort een waarde"),
    ("Extra data", "na het einde staat nog tekst"),
    ("Unterminated string", "deze tekst sluit niet"),
    ("Invalid control", "in deze tekst staat een regeleinde of stuurteken"),
    ("Invalid \\", "na de schuine streep staat een teken dat niet kan"),
    ("Illegal trailing comma", "deze komma hoort hier niet"),
)
_DEEL = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|-?(?:NaN|Infinity)')
_NA_SLEUTEL = re.compile(r"\s*:")


class GeenGetal(str):
    """NaN of Infinity: geen JSON, maar op zijn plek laten staan zodat de melding het gebied kan noemen."""

    __slots__ = ()


def ander_formaat(ruw: bytes) -> str:
    """Hoe het bestand heet dat dit wel is, of leeg als het JSON kan zijn."""
    for merk, naam in _MERK:
        if ruw.startswith(merk):
            return naam
    kop = ruw[:2000].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").lstrip().lower()
    if not kop.startswith("<"):
        return ""
    return next((naam for stuk, naam in _OPMAAK if stuk in kop), "XML")


class JsonBestand(Struct, dict=True):
    """Een gelezen JSON-bestand; `plek_van_kenmerk` wordt pas uitgezocht als een melding erom vraagt."""

    tekst: str
    inhoud: Any
    dubbel: list[str] = field(default_factory=list)
    geen_getal: list[str] = field(default_factory=list)

    @cached_property
    def plekken(self) -> dict[str, list]:
        return doorloop(self.tekst)

    def plek_van_kenmerk(self, nummer: int) -> tuple[int, int]:
        """Regel en kolom van een kenmerk (vanaf 0) in `features`; (1, 1) als het er niet is."""
        kenmerken = self.plekken["kenmerken"]
        return self._plek(kenmerken[nummer]) if nummer < len(kenmerken) else (1, 1)

    @cached_property
    def _plek(self) -> Callable[[int], tuple[int, int]]:
        """Duizenden meldingen lezen de tekst samen een keer."""
        return plekken_in(self.tekst)


def doorloop(tekst: str) -> dict[str, list]:
    """De plaatsen van kenmerken, van dubbele sleutels (naam, plaats) en van NaN en Infinity, in geldige JSON."""
    uit: dict[str, list] = {"kenmerken": [], "dubbel": [], "geen_getal": []}
    stapel: list[tuple[set, list] | None] = []
    for deel in _DEEL.finditer(tekst):
        teken = deel[0]
        if teken in "{[":
            if (
                teken == "{"
                and len(stapel) == 2
                and stapel[1] is None
                and stapel[0]
                and stapel[0][1][-1:] == ["features"]
            ):
                uit["kenmerken"].append(deel.start())
            stapel.append((set(), []) if teken == "{" else None)
        elif teken in "}]":
            stapel.pop()
        elif teken[0] != '"':
            uit["geen_getal"].append((teken, deel.start()))
        elif stapel and stapel[-1] is not None and _NA_SLEUTEL.match(tekst, deel.end()):
            gezien, laatste = stapel[-1]
            sleutel = json.loads(teken, strict=False)
            if sleutel in gezien:
                uit["dubbel"].append((sleutel, deel.start()))
            gezien.add(sleutel)
            laatste[:] = [sleutel]
    return uit


def _meld_syntaxfout(fout: json.JSONDecodeError, tekst: str, pad: str, verslag: Verslag) -> None:
    if fout.pos >= len(tekst.rstrip()):
        reden = "het bestand houdt midden in de gegevens op"
    else:
        reden = next((nl for en, nl in _REDEN if fout.msg.startswith(en)), "de opbouw klopt niet")
    verslag.meld("SK501", pad, op_de_regel(tekst, (fout.lineno, fout.colno)), reden=reden)


def lees_json(ruw: bytes, pad: str, verslag: Verslag) -> JsonBestand | None:
    """De inhoud van een JSON-bestand, of None met een melding. Raist nooit op inhoud."""
    if formaat := ander_formaat(ruw):
        verslag.meld("SK502", pad, gevonden=formaat)
        return None
    tekst = ontcijfer(ruw, pad, verslag)
    if tekst is None or not controleer_tekens(tekst, pad, verslag):
        return None
    if not tekst.strip():
        verslag.meld("SK004", pad)
        return None
    bestand = JsonBestand(tekst, None)

    def object_uit(paren: list[tuple[str, object]]) -> dict:
        uit = dict(paren)
        if len(uit) != len(paren):
            bestand.dubbel.append("")
        return uit

    def constante(naam: str) -> GeenGetal:
        bestand.geen_getal.append(naam)
        return GeenGetal(naam)

    try:
        bestand.inhoud = json.loads(tekst, object_pairs_hook=object_uit, parse_constant=constante)
    except json.JSONDecodeError as fout:
        _meld_syntaxfout(fout, tekst, pad, verslag)
        return None
    except (RecursionError, ValueError) as fout:
        reden = (
            "de haakjes zijn te diep genest"
            if isinstance(fout, RecursionError)
            else "er staat een onmogelijk groot getal in"
        )
        verslag.meld("SK501", pad, reden=reden)
        return None
    for sleutel, plaats in islice(bestand.plekken["dubbel"], MEEST_GEMELD) if bestand.dubbel else ():
        verslag.meld("SK514", pad, plek_in(tekst, plaats), veld=sleutel)
    return None if bestand.dubbel else bestand
