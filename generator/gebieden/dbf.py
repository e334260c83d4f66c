"""De codering van een dBASE-tabel (.dbf bij een Shapefile), uit haar bytes: oude bestanden noemen haar niet of verkeerd."""

import codecs
from collections.abc import Iterator
from pathlib import Path

_TEKSTVELD, _EIND_VAN_DE_KOP = ord("C"), 0x0D


def codering_van(kaart: Path) -> str | None:
    """UTF-8 als elke tekst dat is; CP1252 als het .cpg-bestand ten onrechte UTF-8 zegt; None als GDAL het zelf weet."""
    tabel = kaart.with_suffix(".dbf")
    teksten = [t for t in _teksten(tabel.read_bytes()) if not t.isascii()] if tabel.is_file() else []
    if not teksten:
        return None
    if all(map(_is_utf8, teksten)):
        return "UTF-8"
    return "CP1252" if _zegt_utf8(kaart.with_suffix(".cpg")) else None


def _zegt_utf8(cpg: Path) -> bool:
    naam = cpg.read_text("ascii", "replace").strip().lower() if cpg.is_file() else ""
    return naam.replace("-", "") in ("utf8", "65001")


def _is_utf8(tekst: bytes) -> bool:
    """Of dit UTF-8 is; een veld kan midden in een letter zijn afgekapt."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(tekst)
    except UnicodeDecodeError:
        return False
    return True


def _teksten(ruw: bytes) -> Iterator[bytes]:
    """De inhoud van elk tekstveld van elke rij; een tabel die niet klopt, geeft niets."""
    aantal, kop, lengte = (int.from_bytes(ruw[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12)))
    velden, plek, begin = [], 1, 32
    while begin + 32 <= len(ruw) and ruw[begin] != _EIND_VAN_DE_KOP:
        breed = ruw[begin + 16]
        velden += [(plek, plek + breed)] if ruw[begin + 11] == _TEKSTVELD else []
        plek, begin = plek + breed, begin + 32
    for rij in range(aantal if lengte else 0):
        van = kop + rij * lengte
        if van >= len(ruw):
            return
        yield from (ruw[van + a : van + b].rstrip(b" \0") for a, b in velden)
