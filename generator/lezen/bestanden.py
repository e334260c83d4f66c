"""Een bestand veilig als tekst lezen: grootte, soort bestand, codering en verborgen tekens."""

import os
import re
import stat
from bisect import bisect_right
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from generator.lezen.tekens import GESTAPELD, VERSTOPT
from generator.meldingen import Verslag

GRENS_KB = 256
MEEST_GEMELD = 20
# De vlaggen bestaan niet op Windows; zij houden een FIFO of verwisselde snelkoppeling tegen.
_VLAGGEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_SLECHT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]")
# U+200C en U+200D horen bij Perzisch en bij emoji; tussen Latijnse letters zijn ze verstopt.
_ONZICHTBAAR = re.compile(
    VERSTOPT.pattern + "|[\u200b\u200e\u200f\u061c\u180e\u202a-\u202e\u2060-\u206f\u2028\u2029\ufeff\u00ad]|"
    "(?<=[A-Za-z])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z])"
)
_GEEN_TEKEN = re.compile(
    "[\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]|"
    f"[{''.join(chr(deel * 0x10000 + einde) for deel in range(1, 15) for einde in (0xFFFE, 0xFFFF))}]"
)
# Wat Python een gewone letter noemt terwijl niemand het ziet.
_TOCH_ONZICHTBAAR = VERSTOPT
_MOJIBAKE = re.compile(
    "\u00c3[\u0080-\u00bf\u0192\u201a\u00a9]|\u00e2\u20ac[\u2122\u0153\u009d\u201c\u2013\u2014]|\u00c2[\u00a0-\u00bf]"
)
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |$)", re.M)


def plek_in(tekst: str, plaats: int) -> tuple[int, int]:
    """Regel en kolom (vanaf 1) van een plaats in de tekst; voorbij het laatste regeleinde is dat de laatste regel."""
    if plaats >= len(tekst) > 0 and tekst[-1] == "\n":
        plaats = len(tekst.rstrip("\n"))
    begin = tekst.rfind("\n", 0, plaats) + 1
    return tekst.count("\n", 0, plaats) + 1, plaats - begin + 1


def plekken_in(tekst: str) -> Callable[[int], tuple[int, int]]:
    """Als `plek_in`, voor wie veel plaatsen in dezelfde tekst zoekt: de tekst wordt een keer doorgelopen."""
    regels: list[int] = []

    def plek(plaats: int) -> tuple[int, int]:
        if not regels:  # pas als er iets te melden is
            regels.extend(_begin_van_regels(tekst))
        nummer = bisect_right(regels, plaats)
        return nummer, plaats - regels[nummer - 1] + 1

    return plek


def _begin_van_regels(tekst: str) -> list[int]:
    regels = [0, *(vondst.end() for vondst in re.finditer("\n", tekst))]
    return regels[:-1] if len(regels) > 1 and regels[-1] == len(tekst) else regels


def op_de_regel(tekst: str, plek: tuple[int, int]) -> tuple[int, int]:
    """Een plek die een lezer van een ander noemt, teruggebracht tot een regel die er is."""
    return plek if plek[0] <= max(1, tekst.count("\n") + (tekst[-1:] != "\n")) else plek_in(tekst, len(tekst))


def is_map(pad: Path) -> bool:
    """Of hier een map staat; wat niet te bereiken is, is er voor de lezer niet."""
    return os.path.isdir(pad)


def staat_er(pad: Path) -> bool:
    """Of hier iets staat, wat dan ook; `Path.exists` raist bij een map zonder recht."""
    return os.path.exists(pad)


def inhoud_van(map_: Path, pad: str, verslag: Verslag) -> list[os.DirEntry]:
    """Wat er in een map staat, op naam; een map die niet open mag is een melding."""
    try:
        with os.scandir(map_) as ingangen:
            uit = sorted(ingangen, key=lambda ingang: ingang.name)
        if uit and not os.access(map_, os.X_OK):
            raise PermissionError
        return uit
    except OSError as fout:
        verslag.meld("SK012", pad, reden=oorzaak(fout, "de map"))
        return []


def oorzaak(fout: OSError, wat: str = "het") -> str:
    """Waarom een bestand of map niet open kan, in gewone woorden."""
    if isinstance(fout, PermissionError):
        return f"u hebt geen recht om {wat} te openen"
    return "het is er niet meer" if isinstance(fout, FileNotFoundError) else fout.strerror or "onbekende reden"


def lees_bytes(bestand: Path, pad: str, verslag: Verslag, grens_kb: int = GRENS_KB) -> bytes | None:
    """De bytes van een gewoon bestand, of None met een melding (snelkoppeling, te groot, geen toegang)."""
    try:
        soort = os.lstat(bestand)
        if stat.S_ISLNK(soort.st_mode):
            verslag.meld("SK011", pad)
        elif not stat.S_ISREG(soort.st_mode):
            verslag.meld("SK013", pad, naam=bestand.name)
        elif soort.st_size > grens_kb * 1024:
            verslag.meld("SK005", pad, grootte=soort.st_size // 1024, grens=grens_kb)
        else:
            return _alles(os.open(bestand, _VLAGGEN), soort.st_size)
    except OSError as fout:
        verslag.meld("SK012", pad, reden=oorzaak(fout))
    return None


def _alles(nummer: int, grootte: int) -> bytes:
    """De bytes van een geopend bestand, dat daarna dicht is; ook als het intussen een andere grootte kreeg."""
    try:
        ruw = os.read(nummer, grootte + 1)
        return ruw if len(ruw) == grootte else ruw + b"".join(iter(lambda: os.read(nummer, 1 << 16), b""))
    finally:
        os.close(nummer)


def ontcijfer(ruw: bytes, pad: str, verslag: Verslag) -> str | None:
    """UTF-8 bytes als tekst met \\n als regeleinde, of None met een melding op de eerste verkeerde byte."""
    # Ook zonder merkteken: in UTF-16 is van gewone tekst de helft van de bytes nul.
    if ruw.startswith((b"\xff\xfe", b"\xfe\xff")) or ruw[:200].count(0) > len(ruw[:200]) // 4:
        verslag.meld("SK002", pad, codering="UTF-16")
        return None
    if ruw.startswith(b"\xef\xbb\xbf"):
        verslag.meld("SK003", pad)
        ruw = ruw[3:]
    try:
        tekst = ruw.decode("utf-8")
    except UnicodeDecodeError as fout:
        voor = ruw[: fout.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        verslag.meld("SK001", pad, plek_in(f"{voor}?", len(voor)), byte=f"{ruw[fout.start]:02X}")
        return None
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


def _zonder_regels(tekst: str) -> str:
    return tekst.replace("\n", "").replace("\t", "")


def keur_tekens(tekst: str, pad: str, verslag: Verslag, plek: tuple[int, int] | None = None) -> bool:
    """Meld de eerste tekens die niemand ziet of die geen teken zijn; op hun eigen plek, of allemaal op `plek`."""
    plek_van = plekken_in(tekst) if plek is None else lambda _: plek
    goed = tekst.isascii() or _keur_stapels(tekst, pad, verslag, plek_van)
    if _zonder_regels(tekst).isprintable() and (tekst.isascii() or not _TOCH_ONZICHTBAAR.search(tekst)):
        return goed
    for code, patroon in (("SK006", _SLECHT), ("SK016", _ONZICHTBAAR), ("SK017", _GEEN_TEKEN)):
        if tekst.isascii() and code != "SK006":
            continue
        for vondst in islice(patroon.finditer(tekst), MEEST_GEMELD):
            verslag.meld(code, pad, plek_van(vondst.start()), teken=f"U+{ord(vondst[0]):04X}")
            goed = False
    return goed


def _keur_stapels(tekst: str, pad: str, verslag: Verslag, plek_van: Callable[[int], tuple[int, int]]) -> bool:
    """Meld letters met meer accenten op elkaar dan een schrift nodig heeft; zij lopen over andere regels heen."""
    stapels = list(islice(GESTAPELD.finditer(tekst), MEEST_GEMELD))
    for stapel in stapels:
        verslag.meld("SK819", pad, plek_van(stapel.start()), aantal=len(stapel[0]))
    return not stapels


def controleer_tekens(tekst: str, pad: str, verslag: Verslag) -> bool:
    """Meld verborgen tekens, conflictmarkeringen en LFS; False als er verder niets van te maken is."""
    goed = keur_tekens(tekst, pad, verslag)
    if (
        not tekst.isascii()
        and ("\u00c3" in tekst or "\u00e2" in tekst or "\u00c2" in tekst)
        and (vondst := _MOJIBAKE.search(tekst))
    ):
        verslag.meld("SK018", pad, plek_in(tekst, vondst.start()), stuk=vondst[0])
    for vondst in (
        islice(_CONFLICT.finditer(tekst), MEEST_GEMELD)
        if "=======" in tekst or "<<<<<<<" in tekst or ">>>>>>>" in tekst
        else ()
    ):
        verslag.meld("SK019", pad, plek_in(tekst, vondst.start()))
        goed = False
    if tekst.startswith("version https://git-lfs.github.com/"):
        verslag.meld("SK015", pad)
        goed = False
    return goed


def lees_tekst(bestand: Path, pad: str, verslag: Verslag, grens_kb: int = GRENS_KB) -> str | None:
    """De tekst van een bestand, of None als het niet te lezen is; elke oorzaak staat in het verslag."""
    ruw = lees_bytes(bestand, pad, verslag, grens_kb)
    tekst = None if ruw is None else ontcijfer(ruw, pad, verslag)
    if tekst is None or not controleer_tekens(tekst, pad, verslag):
        return None
    return tekst
