"""Een plaatje of lettertype van een gemeente lezen: alleen een soort die wij kennen, en zonder iets dat iets kan doen."""

import re
from pathlib import Path
from xml.etree import ElementTree

from generator.lezen.bestanden import lees_bytes
from generator.meldingen import Verslag
from generator.model.huisstijl import Beeld

GRENS_KB = 512
# Hoe een bestand van deze soort begint; een SVG wordt helemaal gelezen.
BEGIN = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".ico": (b"\x00\x00\x01\x00",),
    ".woff2": (b"wOF2",),
    ".woff": (b"wOFF",),
    ".ttf": (b"\x00\x01\x00\x00", b"true"),
    ".otf": (b"OTTO",),
}
SOORTEN = {"logo": (".svg", ".png", ".webp", ".jpg"), "favicon": (".svg", ".png", ".ico")}
LETTERSOORTEN = (".woff2", ".woff", ".ttf", ".otf")
_VERWIJST = re.compile(r"""url\(\s*["']?(?!#|data:image/)|@import|expression\(|javascript:""", re.I)


def lees_beeld(map_: Path, pad: str, naam: str, namen: set[str], verslag: Verslag) -> Beeld | None:
    """Het beeld met deze naam in de eerste soort die er staat; None als er geen is of het niet veilig is."""
    soort = next((soort for soort in SOORTEN[naam] if naam + soort in namen), None)
    return _lees(map_, pad, naam + soort, soort, verslag) if soort else None


def lees_letterbestand(map_: Path, pad: str, onder: str, verslag: Verslag) -> Beeld | None:
    """Een lettertype onder de map; de mappen in zijn pad worden een deel van de naam."""
    return _lees(map_, pad, onder, Path(onder).suffix.lower(), verslag)


def _lees(map_: Path, pad: str, onder: str, soort: str, verslag: Verslag) -> Beeld | None:
    ruw = lees_bytes(map_ / onder, f"{pad}/{onder}", verslag, GRENS_KB)
    if ruw is None:
        return None
    reden = (
        wat_mag_niet(ruw) if soort == ".svg" else "" if ruw.startswith(BEGIN[soort]) else f"dit is geen {soort[1:]}"
    )
    if reden:
        verslag.meld("SK836", f"{pad}/{onder}", naam=onder, reden=reden)
        return None
    return Beeld(re.sub(r"[^A-Za-z0-9._-]", "-", onder), ruw)


def wat_mag_niet(ruw: bytes) -> str:
    """Waarom deze SVG niet op de site kan; leeg als er alleen vormen in staan."""
    if b"<!DOCTYPE" in ruw.upper() or b"<!ENTITY" in ruw.upper():
        return "er staat een DOCTYPE in"
    try:
        wortel = ElementTree.fromstring(ruw)
    except (ElementTree.ParseError, ValueError, LookupError):
        return "dit is geen SVG die een browser kan lezen"
    if _naam(wortel.tag) != "svg":
        return "dit is geen SVG"
    return next((reden for deel in wortel.iter() if (reden := _keur_deel(deel))), "")


def _keur_deel(deel: ElementTree.Element) -> str:
    naam = _naam(deel.tag)
    if naam in ("script", "foreignobject", "iframe", "animate", "set", "handler"):
        return f"er staat een '{naam}' in"
    if naam == "style" and _VERWIJST.search(deel.text or ""):
        return "de stijl erin haalt iets van elders op"
    for kenmerk, waarde in deel.attrib.items():
        kort = _naam(kenmerk)
        if kort.startswith("on") or _VERWIJST.search(waarde):
            return f"het kenmerk '{kort}' kan iets doen of ophalen"
        if kort in ("href", "src") and not waarde.strip().startswith(("#", "data:image/png", "data:image/jpeg")):
            return f"het kenmerk '{kort}' gaat naar buiten"
    return ""


def _naam(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()
