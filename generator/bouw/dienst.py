"""De dienst (service worker) van de balie: welke bestanden zij bewaart, en de vingerafdruk van dat stel.

De lijst volgt uit de pagina zelf en wat haar scripts binnenhalen, zodat zij niet kan achterlopen. Dezelfde invoer geeft dezelfde bytes.
"""

import json
import posixpath
import re
from pathlib import Path

from generator.voorraad import vingerafdruk
from generator.zoeken.bundel import STATISCH

BLAD = "kcc/index.html"
WERKER, DIENST = "kcc/werker.js", "kcc/dienst.js"
BRON = STATISCH / "balie/bewaar.js"
# De werker staat onder kcc/, want de dienst ziet alleen werkers binnen haar bereik.
WERKERCODE = 'import "../assets/zoek/werker.js";\n'
_IN_BLAD = re.compile(r'<(?:link|script|use|img)\b[^>]* (?:href|src)="\.\./(assets/[^"#]+)')
_IN_SCRIPT = re.compile(r'(?:\bfrom|\bimport)\s*\(?\s*"(\.\.?/[\w./-]+\.js)"')
_ZOEKWERKER = "assets/zoek/werker.js"
_GEGEVENS = (
    "data/balie/",
    "data/postcodes/",
    "assets/huisstijl/",
    "assets/zoek/kern.json",
    "assets/zoek/tonen.json",
    "assets/zoek/rest.json",
    "assets/zoek/kennis.json",
    "assets/zoek/crisis.json",
)


def dienstbestanden(werk: Path, bestanden: set[str]) -> list[tuple[str, str]]:
    """(pad, tekst) van de dienst en haar werker, voor een site die verder al onder `werk` staat."""
    blad = (werk / BLAD).read_text(encoding="utf-8")
    namen = set(_IN_BLAD.findall(blad))
    for script in [_ZOEKWERKER, *(n for n in namen if n.endswith(".js"))]:
        namen |= binnengehaald(werk, script, set())
    namen |= {pad for pad in bestanden if pad.startswith(_GEGEVENS)}
    namen &= bestanden
    inhoud = [deel for pad in sorted({BLAD, *namen}) for deel in (pad, (werk / pad).read_bytes())]
    afdruk = vingerafdruk(BRON.read_bytes(), WERKERCODE, *inhoud)
    lijst = ["./", "werker.js", *(f"../{naam}" for naam in sorted(namen))]
    begin = f'const VERSIE = "{afdruk[:16]}";\nconst BESTANDEN = {json.dumps(lijst)};\n'
    return [(WERKER, WERKERCODE), (DIENST, begin + BRON.read_text(encoding="utf-8"))]


def binnengehaald(werk: Path, script: str, gezien: set[str]) -> set[str]:
    """Dit script en alles wat het binnenhaalt, als paden onder de wortel."""
    if script in gezien or not (werk / script).is_file():
        return gezien
    gezien.add(script)
    for naam in _IN_SCRIPT.findall((werk / script).read_text(encoding="utf-8")):
        binnengehaald(werk, posixpath.normpath(posixpath.join(posixpath.dirname(script), naam)), gezien)
    return gezien
