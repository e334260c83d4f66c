"""YAML met plaats bij elke waarde: alles is tekst, en wat gevaarlijk of dubbelzinnig is wordt geweigerd.

Eerst de gebeurtenissen van libyaml (geen constructie, dus niets wordt uitgevoerd), daaruit een kleine boom van
Tekst, Lijst en Velden. Ankers, aliassen, tags en diepte boven 8 zijn fouten.
"""

import re
from dataclasses import dataclass

import yaml

from generator.lezen.bestanden import plek_in
from generator.meldingen import Verslag

DIEPSTE = 8
_Lader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_VASTE_SPATIE = re.compile("^[ \u00a0]*\u00a0|(?<=:)\u00a0", re.M)
_HEKJE = re.compile(r"[ \t]+#\S")
_KRUL = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab"


@dataclass(slots=True)
class Tekst:
    """Een waarde als tekst; regel en kolom vanaf 1. `stijl` is '|' of '>' bij een blok, \" of ' bij aanhalingstekens."""

    waarde: str
    regel: int
    kolom: int
    stijl: str = ""

    @property
    def plek(self) -> tuple[int, int]:
        return self.regel, self.kolom

    def plek_van(self, plaats: int) -> tuple[int, int]:
        """De plek van een teken binnen de waarde; bij een blok klopt de regel, anders is het het begin."""
        if self.stijl != "|":
            return self.plek
        regel, kolom = plek_in(self.waarde, plaats)
        return self.regel + regel, kolom


@dataclass(slots=True)
class Lijst:
    """Een rij waarden."""

    waarden: list
    regel: int
    kolom: int

    @property
    def plek(self) -> tuple[int, int]:
        return self.regel, self.kolom


@dataclass(slots=True)
class Velden:
    """Velden op naam; `sleutels` bewaart waar elke veldnaam staat."""

    waarden: dict
    sleutels: dict
    regel: int
    kolom: int

    @property
    def plek(self) -> tuple[int, int]:
        return self.regel, self.kolom


Knoop = Tekst | Lijst | Velden
SOORTNAAM = {Tekst: "een tekst", Lijst: "een lijst", Velden: "een groep velden"}


class _Stop(Exception):
    """Verder lezen heeft geen zin; de melding staat al in het verslag."""


class _Bouwer:
    """Maakt de boom uit de gebeurtenissen van een document."""

    def __init__(self, tekst: str, pad: str, verslag: Verslag):
        self.tekst, self.pad, self.verslag = tekst, pad, verslag
        self.regels = tekst.split("\n")

    def meld(self, code: str, merk, **waarden) -> None:
        self.verslag.meld(code, self.pad, (merk.line + 1, merk.column + 1), **waarden)

    def bouw(self, stroom) -> Knoop | None:
        wortel, gezien = None, 0
        for gebeurtenis in stroom:
            if isinstance(gebeurtenis, yaml.DocumentStartEvent):
                gezien += 1
                if gezien > 1:
                    self.meld("SK109", gebeurtenis.start_mark)
                    raise _Stop
            elif isinstance(gebeurtenis, yaml.NodeEvent):
                wortel = self.knoop(gebeurtenis, stroom, 1)
        return wortel

    def knoop(self, gebeurtenis, stroom, diepte: int) -> Knoop:
        merk = gebeurtenis.start_mark
        if diepte > DIEPSTE:
            self.meld("SK108", merk, grens=DIEPSTE)
            raise _Stop
        self.weiger_trucs(gebeurtenis)
        regel, kolom = merk.line + 1, merk.column + 1
        if isinstance(gebeurtenis, yaml.ScalarEvent):
            self.let_op_tekst(gebeurtenis)
            return Tekst(gebeurtenis.value, regel, kolom, gebeurtenis.style or "")
        if isinstance(gebeurtenis, yaml.SequenceStartEvent):
            lijst = Lijst([], regel, kolom)
            while not isinstance(volgende := next(stroom), yaml.SequenceEndEvent):
                lijst.waarden.append(self.knoop(volgende, stroom, diepte + 1))
            return lijst
        return self.velden(stroom, regel, kolom, diepte)

    def velden(self, stroom, regel: int, kolom: int, diepte: int) -> Velden:
        velden = Velden({}, {}, regel, kolom)
        while not isinstance(volgende := next(stroom), yaml.MappingEndEvent):
            if not isinstance(volgende, yaml.ScalarEvent):
                self.weiger_trucs(volgende)
                self.meld("SK113", volgende.start_mark)
                raise _Stop
            self.weiger_trucs(volgende)
            naam, merk = volgende.value, volgende.start_mark
            if naam == "<<":
                self.meld("SK106", merk, teken="<<")
                raise _Stop
            waarde = self.knoop(next(stroom), stroom, diepte + 1)
            if naam in velden.sleutels:
                self.meld("SK105", merk, veld=naam, eerste=velden.sleutels[naam][0])
                continue
            velden.sleutels[naam] = (merk.line + 1, merk.column + 1)
            velden.waarden[naam] = waarde
        return velden

    def weiger_trucs(self, gebeurtenis) -> None:
        merk = gebeurtenis.start_mark
        if isinstance(gebeurtenis, yaml.AliasEvent):
            self.meld("SK106", merk, teken="*" + gebeurtenis.anchor)
            raise _Stop
        if gebeurtenis.anchor:
            self.meld("SK106", merk, teken="&" + gebeurtenis.anchor)
            raise _Stop
        if gebeurtenis.tag:
            self.meld("SK107", merk, teken=gebeurtenis.tag)
            raise _Stop

    def let_op_tekst(self, gebeurtenis) -> None:
        if gebeurtenis.style:
            return
        if gebeurtenis.value[:1] in _KRUL and gebeurtenis.value:
            self.meld("SK115", gebeurtenis.start_mark)
        eind = gebeurtenis.end_mark
        rest = self.regels[eind.line][eind.column:] if eind.line < len(self.regels) else ""
        if gebeurtenis.value and (vondst := _HEKJE.match(rest)):
            self.verslag.meld("SK114", self.pad, (eind.line + 1, eind.column + vondst.end() - 1))


def _eerste_open(tekst: str, tot: int) -> tuple[str, int] | None:
    """Het laatste haakje of aanhalingsteken dat voor `tot` begint en niet sluit (buiten opmerkingen)."""
    stapel: list[tuple[str, int]] = []
    paren = {"]": "[", "}": "{"}
    i = 0
    while i < tot:
        teken = tekst[i]
        vorige = tekst[i - 1] if i else "\n"
        if stapel and stapel[-1][0] in "\"'":
            if teken == "\\" and stapel[-1][0] == '"':
                i += 1
            elif teken == stapel[-1][0]:
                stapel.pop()
        elif teken == "#" and vorige in " \n\t":
            i = tekst.find("\n", i)
            if i < 0:
                break
        elif teken in "\"'" and vorige in " \n[{,:(":
            stapel.append((teken, i))
        elif teken in "[{" and (vorige in " \n[{,:" ):
            stapel.append((teken, i))
        elif teken in paren and stapel and stapel[-1][0] == paren[teken]:
            stapel.pop()
        i += 1
    return stapel[0] if stapel else None


def _meld_yaml_fout(fout: yaml.YAMLError, tekst: str, pad: str, verslag: Verslag) -> None:
    """Vertaal een fout van libyaml naar wat de schrijver deed, op de plek waar hij het deed."""
    merk = getattr(fout, "problem_mark", None)
    regelnr, kolom = (merk.line, merk.column) if merk else (0, 0)
    regels = tekst.split("\n")
    regel = regels[regelnr] if regelnr < len(regels) else ""
    for nummer in range(max(0, regelnr - 1), min(len(regels), regelnr + 1)):
        if vondst := re.match(r" *\t", regels[nummer]):
            verslag.meld("SK101", pad, (nummer + 1, vondst.end()))
            return
    if vondst := re.search(r"^\s*(?:- )?(?:[\w-]+: +)?([@`%*&!])", regel):
        verslag.meld("SK104", pad, (regelnr + 1, vondst.start(1) + 1), teken=vondst[1])
        return
    probleem = getattr(fout, "problem", None) or "de opbouw klopt niet"
    if "mapping values are not allowed" in probleem:
        verslag.meld("SK103", pad, (regelnr + 1, kolom + 1))
        return
    if open_ := _eerste_open(tekst, len(tekst)):
        verslag.meld("SK102" if open_[0] in "\"'" else "SK112", pad, plek_in(tekst, open_[1]))
        return
    verslag.meld("SK116", pad, (regelnr + 1, kolom + 1), reden=_VERTAAL.get(probleem, "de opbouw klopt niet"))


_VERTAAL = {
    "could not find expected ':'": "er hoort een dubbele punt achter de veldnaam",
    "did not find expected key": "de inspringing klopt niet, of er staat iets voor de veldnaam",
    "did not find expected '-' indicator": "in een lijst begint elke regel met een streepje",
    "found character that cannot start any token": "er staat een teken dat hier niet kan",
}


def lees_yaml(tekst: str, pad: str, verslag: Verslag) -> Velden | None:
    """De boom van een bestand met velden, of None als er iets mis is. Raist nooit op inhoud.

    `pad` is alleen voor de meldingen. Diepte, ankers, aliassen en tags zijn begrensd; niets wordt uitgevoerd.
    """
    if not tekst.strip() or all(not r.strip() or r.lstrip().startswith("#") for r in tekst.split("\n")):
        verslag.meld("SK004", pad)
        return None
    if "\u00a0" in tekst and (vondst := _VASTE_SPATIE.search(tekst)):
        verslag.meld("SK111", pad, plek_in(tekst, vondst.end() - 1))
        return None
    try:
        stroom = yaml.parse(tekst, Loader=_Lader)
        wortel = _Bouwer(tekst, pad, verslag).bouw(stroom)
    except _Stop:
        return None
    except yaml.YAMLError as fout:
        _meld_yaml_fout(fout, tekst, pad, verslag)
        return None
    if not isinstance(wortel, Velden):
        verslag.meld("SK110", pad, wortel.plek if wortel else (1, 1), gevonden=SOORTNAAM.get(type(wortel), "niets"))
        return None
    return wortel
