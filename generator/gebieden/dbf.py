"""De codering van een dBASE-tabel (.dbf bij een Shapefile), uit haar bytes: oude bestanden noemen haar niet of verkeerd."""

import codecs
from collections.abc import Iterator
from pathlib import Path

_TEKSTVELD, _EIND_VAN_DE_KOP = ord("C"), 0x0D
_TAALMERK = 29


def codering_van(kaart: Path) -> str | None:
    """UTF-8 als elke tekst dat is, anders CP1252 als niets iets bruikbaars zegt; None als het bestand zelf klopt."""
    tabel = kaart.with_suffix(".dbf")
    ruw = tabel.read_bytes() if tabel.is_file() else b""
    teksten = [t for t in _teksten(ruw) if not t.isascii()]
    if not teksten:
        return None
    if all(map(_is_utf8, teksten)):
        return "UTF-8"
    gezegd = _gezegd(kaart.with_suffix(".cpg"))
    return "CP1252" if gezegd in ("utf8", "65001") or (not gezegd and not ruw[_TAALMERK]) else None


def _gezegd(cpg: Path) -> str:
    """De codering die het .cpg-bestand noemt, zonder streepjes; leeg als het er niet is."""
    return cpg.read_text("ascii", "replace").strip().lower().replace("-", "") if cpg.is_file() else ""


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
