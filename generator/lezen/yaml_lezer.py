"""YAML met plaats bij elke waarde: alles is tekst, en wat gevaarlijk of dubbelzinnig is wordt geweigerd.

Eerst de gebeurtenissen van libyaml (geen constructie, dus niets wordt uitgevoerd), daaruit een kleine boom van
Tekst, Lijst en Velden. Ankers, aliassen, tags en diepte boven 8 zijn fouten.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from generator.lezen.bestanden import keur_tekens, op_de_regel, plek_in
from generator.lezen.yaml_fouten import verklaar
from generator.meldingen import Verslag

DIEPSTE = 8
_Lader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SPATIES = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
VREEMDE_SPATIE = re.compile(rf"^(?: *- *)? *{_SPATIES}|^ *(?:- +)?\w+(?:{_SPATIES}(?= *:)|:{_SPATIES})", re.M)
# Een hekje na een enkele spatie, of met iets er vlak achter, is zelden als opmerking bedoeld.
_HEKJE = re.compile(r"[ \t]#|[ \t]+#\S")
KRUL = re.compile("[\u201c\u201d\u201e\u00ab\u201a].*|\u2018.*[\u2018\u2019]|\u2019.*\u2019", re.S)
# Per regel, en nooit over een regeleinde heen: anders zoekt de zoeker vanaf elke lege regel alles opnieuw af.
_VELDREGEL = re.compile(r"^[ \t]*(?:- +)?[A-Za-z_][\w-]*:(?=\s)", re.M)


class Tekst(Struct):
    """Een waarde als tekst; regel en kolom vanaf 1.

    `stijl` is '|' of '>' bij een blok, \" of ' bij aanhalingstekens; `bron` is de tekst in het bestand als die over
    meer regels loopt.
    """

    waarde: str
    regel: int
    kolom: int
    stijl: str = ""
    bron: str = ""

    @property
    def plek(self) -> tuple[int, int]:
        return self.regel, self.kolom

    def plek_van(self, plaats: int) -> tuple[int, int]:
        """De plek in het bestand van een teken in de waarde, ook als de waarde over meer regels loopt."""
        if not self.bron:
            return self.regel, self.kolom + plaats + (self.stijl != "")
        # YAML voegt regels samen, maar de woorden blijven: het zoveelste woord hier is het zoveelste woord daar.
        woord = (re.match(r"\w+|\S|", self.waarde[plaats:]) or [""])[0]
        # Het teken dat de tekst opent, | of \", hoort niet bij de woorden.
        daar = self.bron.find("\n") + 1 if self.stijl in ("|", ">") else len(self.stijl)
        for _ in range(self.waarde.count(woord, 0, plaats) + 1 if woord else 0):
            daar = self.bron.find(woord, daar) + 1
            if not daar:
                return self.plek
        regel, kolom = plek_in(self.bron, max(0, daar - 1))
        return self.regel + regel - 1, kolom + (self.kolom - 1 if regel == 1 else 0)


class Lijst(Struct):
    """Een rij waarden."""

    waarden: list
    regel: int
    kolom: int

    @property
    def plek(self) -> tuple[int, int]:
        return self.regel, self.kolom


class Velden(Struct):
    """Velden op naam; `sleutels` bewaart waar elke veldnaam staat."""

    waarden: dict
    sleutels: dict
    regel: int
    kolom: int

    @property
    def plek(self) -> tuple[int, int]:
        return self.regel, self.kolom


Knoop = Tekst | Lijst | Velden
SOORTNAAM: dict[type, str] = {Tekst: "een tekst", Lijst: "een lijst", Velden: "een groep velden"}


class _Stop(Exception):
    """Verder lezen heeft geen zin; de melding staat al in het verslag."""


def _plek(merk) -> tuple[int, int]:
    return merk.line + 1, merk.column + 1


def gebeurtenissen(tekst: str) -> Callable[[], Any]:
    """Geeft bij elke aanroep de volgende gebeurtenis van de YAML-lezer."""
    return _Lader(tekst).get_event


class _Bouwer:
    """Maakt de boom uit de gebeurtenissen van een document."""

    def __init__(self, tekst: str, pad: str, verslag: Verslag):
        self.tekst, self.pad, self.verslag = tekst, pad, verslag
        self.volgende = gebeurtenissen(tekst)
        self.regels = tekst.split("\n") if "#" in tekst else []

    def meld(self, code: str, merk, **waarden) -> None:
        self.verslag.meld(code, self.pad, _plek(merk), **waarden)

    def bouw(self) -> Knoop | None:
        wortel, gezien = None, 0
        while not isinstance(gebeurtenis := self.volgende(), yaml.StreamEndEvent):
            if isinstance(gebeurtenis, yaml.DocumentStartEvent):
                gezien += 1
                if gezien > 1:
                    self.meld("SK109", gebeurtenis.start_mark)
                    raise _Stop
            elif isinstance(gebeurtenis, yaml.NodeEvent):
                wortel = self.knoop(gebeurtenis, 1)
        return wortel

    def knoop(self, gebeurtenis, diepte: int) -> Knoop:
        merk, soort = gebeurtenis.start_mark, type(gebeurtenis)
        if diepte > DIEPSTE:
            self.meld("SK108", merk, grens=DIEPSTE)
            raise _Stop
        if soort is AliasEvent or gebeurtenis.anchor or gebeurtenis.tag:
            self.weiger(gebeurtenis)
        if soort is ScalarEvent:
            return self.scalair(gebeurtenis, merk)
        if soort is MappingStartEvent:
            return self.velden(merk.line + 1, merk.column + 1, diepte)
        waarden = []
        while type(volgende := self.volgende()) is not SequenceEndEvent:
            waarden.append(self.knoop(volgende, diepte + 1))
        return Lijst(waarden, merk.line + 1, merk.column + 1)

    def velden(self, regel: int, kolom: int, diepte: int) -> Velden:
        waarden: dict[str, Knoop] = {}
        sleutels: dict[str, tuple[int, int]] = {}
        volgende = self.volgende
        while type(sleutel := volgende()) is not MappingEndEvent:
            merk = sleutel.start_mark
            if type(sleutel) is not ScalarEvent:
                self.weiger(sleutel)
                self.meld("SK113", merk)
                raise _Stop
            naam = sleutel.value
            if sleutel.anchor or sleutel.tag or naam == "<<":
                self.weiger(sleutel)
                self.meld("SK106", merk, teken="<<")
                raise _Stop
            waarde = self.knoop(volgende(), diepte + 1)
            if naam in sleutels:
                self.meld("SK105", merk, veld=naam, eerste=sleutels[naam][0])
                continue
            sleutels[naam] = (merk.line + 1, merk.column + 1)
            waarden[naam] = waarde
        return Velden(waarden, sleutels, regel, kolom)

    def weiger(self, gebeurtenis) -> None:
        """Stop bij een alias, een anker of een typeaanduiding."""
        merk = gebeurtenis.start_mark
        if gebeurtenis.anchor:
            alias = isinstance(gebeurtenis, AliasEvent)
            self.meld("SK106", merk, teken=("*" if alias else "&") + gebeurtenis.anchor)
            raise _Stop
        if gebeurtenis.tag:
            self.meld("SK107", merk, teken=gebeurtenis.tag.replace("tag:yaml.org,2002:", "!!"))
            raise _Stop

    def scalair(self, gebeurtenis, begin) -> Tekst:
        eind, stijl, waarde = gebeurtenis.end_mark, gebeurtenis.style or "", gebeurtenis.value
        if not stijl and not self.regels and eind.line == begin.line and waarde.isascii():
            return Tekst(waarde, begin.line + 1, begin.column + 1)
        bron = self.tekst[begin.index : eind.index] if eind.line > begin.line else ""
        if not stijl:
            if self.regels or not waarde.isascii():
                self.let_op(waarde, begin, eind)
        elif stijl in ("'", '"'):
            if bron and _VELDREGEL.search(bron, bron.index("\n")):
                self.meld("SK102", begin)
                raise _Stop
            # Wat met \u202e en dergelijke verstopt is, staat niet in de tekst van het bestand.
            gewoon = waarde.isascii() and waarde.isprintable()
            if not gewoon and not keur_tekens(waarde, self.pad, self.verslag, _plek(begin)):
                raise _Stop
        return Tekst(waarde, begin.line + 1, begin.column + 1, stijl, bron)

    def let_op(self, waarde: str, begin, eind) -> None:
        """Waarschuw bij een waarde zonder aanhalingstekens die waarschijnlijk anders bedoeld is."""
        if not waarde.isascii() and KRUL.fullmatch(waarde):
            self.meld("SK115", begin)
        rest = self.regels[eind.line][eind.column :] if eind.line < len(self.regels) else ""
        if "#" in rest and (vondst := _HEKJE.match(rest)):
            self.verslag.meld("SK114", self.pad, (eind.line + 1, eind.column + vondst[0].index("#") + 1))


def lees_yaml(tekst: str, pad: str, verslag: Verslag, lijst: str = "") -> Velden | None:
    """De boom van een bestand met velden, of None als er iets mis is. Raist nooit op inhoud.

    `pad` is alleen voor de meldingen. Een bestand dat een rij is, wordt het veld `lijst` als dat een naam heeft.
    Diepte, ankers, aliassen en tags zijn begrensd; niets wordt uitgevoerd.
    """
    if not tekst.isascii() and (vondst := VREEMDE_SPATIE.search(tekst)):
        verslag.meld("SK111", pad, plek_in(tekst, vondst.end() - 1), teken=f"U+{ord(vondst[0][-1]):04X}")
        return None
    try:
        wortel = _Bouwer(tekst, pad, verslag).bouw()
    except _Stop:
        return None
    except (yaml.YAMLError, ValueError, RecursionError) as fout:
        code, plek, waarden = verklaar(fout, tekst)
        verslag.meld(code, pad, op_de_regel(tekst, plek), **waarden)
        return None
    if wortel is None or (isinstance(wortel, Tekst) and not wortel.waarde):
        verslag.meld("SK004", pad)
        return None
    if lijst and isinstance(wortel, Lijst):
        return Velden({lijst: wortel}, {lijst: wortel.plek}, wortel.regel, wortel.kolom)
    if not isinstance(wortel, Velden):
        verslag.meld("SK110", pad, wortel.plek, gevonden=SOORTNAAM[type(wortel)])
        return None
    return wortel
