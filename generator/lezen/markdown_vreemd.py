"""Opmaak die hier niet kan: elk met een naam en een raad, zodat er nooit losse tekens op de pagina staan.

Er wordt gekeken naar wat er na het lezen als gewone tekst overblijft: wat in een link, in code of achter een \\ staat,
is geen opmaak en telt niet mee.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.lezen.markdown_tabel import LIJKT_OP_TABEL, verloren_rijen, waarom_geen_tabel

if TYPE_CHECKING:
    from markdown_it.token import Token

_DICHT = "\ufffc"  # op de plek van wat geen opmaak meer kan zijn
_ADRES = re.compile(r"https?://\S+")


class Bezwaar(NamedTuple):
    """Wat er niet mag, waar in de tekst, het stuk zelf, en soms waarom en wat er wel kan."""

    code: str
    plaats: int
    waarde: str
    reden: str = ""
    raad: str = ""


class Vreemd(NamedTuple):
    """Een soort opmaak die wij niet kennen: waaraan u haar ziet, hoe zij heet, en wat er wel kan."""

    patroon: re.Pattern
    naam: str
    raad: str


def _v(patroon: str, naam: str, raad: str) -> Vreemd:
    return Vreemd(re.compile(patroon, re.M), naam, raad)


LINK = "een link die niet klopt"
_VET = "maak de woorden vet: **woorden**"
_ZIN = "zet de uitleg tussen haakjes in de zin, of in een eigen alinea"
_VAK = "laat het merkteken weg en schrijf er een kopje of een vet woord boven"
VREEMD = (
    _v(r"\A\[[ xX]?\](?=\s|$)", "een afvinklijst", "laat de blokhaken weg en schrijf een gewone lijst: '- punt'"),
    _v(r"~~", "doorgestreepte tekst", "haal weg wat niet meer geldt, of zeg in woorden wat er veranderd is"),
    _v(
        r"(?<!~)~\w{1,12}~(?!~)|\^\w{1,12}\^",
        "tekst onder of boven de regel",
        "schrijf het gewoon op de regel, zoals m2",
    ),
    _v(r"\[\^[^\]\s]+\]|\^\[", "een voetnoot", _ZIN),
    _v(r"^:[ \t]+\S.*", "een lijst van begrippen", "schrijf elk begrip als punt: '- **begrip**: uitleg'"),
    _v(r"==\S[^=\n]*==", "gemarkeerde tekst", _VET),
    _v(r"(?<![\w+])\+\+\w[^+\n]*\+\+", "onderstreepte tekst", _VET),
    _v(r"\$\$[^$]+\$\$", "een formule", "schrijf de berekening in woorden"),
    _v(r"\[\[?_?TOC_?\]\]?", "een inhoudsopgave", "haal haar weg; een omschrijving is kort genoeg"),
    _v(r"!\[[^\]\[\n]+\]", "een afbeelding", "haal haar weg; een omschrijving is alleen tekst"),
    _v(r"!?\[\[[^\]\n]+\]\]", "een link zoals in een wiki", "schrijf [woorden](https://adres)"),
    _v(r"^\*\[[^\]\n]+\]:", "een afkorting met uitleg", _ZIN),
    _v(r"^(?::::|!!!|\?\?\?)|\A\[![A-Za-z]+\]", "een vak met een merkteken", _VAK),
    _v(r"^--8<--", "een stuk uit een ander bestand", "zet de tekst zelf hier neer"),
    _v(
        r"\{(?::[ \t]*[#.]?|[#.])[A-Za-z][^}\n]*\}",
        "een kenmerk tussen accolades",
        "haal het weg; de site kiest zelf hoe iets eruitziet",
    ),
    _v(r"(?<![\w:]):[a-z][a-z_+-]*[a-z]:(?![\w:])", "een plaatje in letters", "schrijf het woord zelf"),
    _v(r"^#{1,6}[^\s#\d].*", "een kopje zonder spatie", "zet een spatie na #"),
    _v(r"^#{7,}", "een kopje met te veel hekjes", "gebruik een, twee of drie hekjes"),
    _v(
        r"^[-*][^\W\d].*\n[-*][^\W\d]",
        "een lijst zonder spatie",
        "zet een spatie na het streepje of de ster: '- punt'",
    ),
    _v(
        r"\*\*|(?<!_)__(?!_)",
        "vet dat niet klopt",
        "schrijf **woorden**, zonder spatie aan de binnenkant van de sterren",
    ),
    _v(
        rf"\]\(|\]\[|\][ \t]\((?={_DICHT}|www\.|mailto:|tel:)",
        LINK,
        "schrijf [woorden](https://adres), zonder spatie tussen ] en ( en zonder spatie in het adres",
    ),
)
_VOETNOOT = next(v for v in VREEMD if v.naam == "een voetnoot")


def overgebleven(deel: "Token") -> str:
    """De tekst van een alinea, punt of vak die letterlijk op de pagina zou komen; de rest is een teken."""
    uit, adres = [], False
    for kind in deel.children or []:
        if kind.type in ("link_open", "link_close"):
            adres = kind.type == "link_open" and kind.markup == "autolink"
        elif kind.type == "text":
            uit.append(_DICHT if adres else kind.content)
        elif kind.type in ("softbreak", "hardbreak"):
            uit.append("\n")
        elif kind.type in ("text_special", "code_inline"):
            uit.append(_DICHT)
    return _ADRES.sub(_DICHT, "".join(uit))


def vreemde_opmaak(delen: Sequence["Token"], tekst: str) -> list[Bezwaar]:
    """Alles wat als los teken op de pagina zou komen, van elke soort de eerste; `delen` zijn die van `tekst`."""
    begin = [0, *(m.end() for m in re.finditer("\n", tekst))]
    gevonden: dict[str, Bezwaar] = {}
    for deel in delen:
        for bezwaar in _in_deel(deel, tekst, begin):
            gevonden.setdefault(bezwaar.reden, bezwaar)
    if vondst := re.search(r"(?<!\\)\[\^[^\]\s]+\]:", tekst):  # met een adres erachter ziet de lezer er een link in
        gevonden.setdefault(_VOETNOOT.naam, _bezwaar(_VOETNOOT, vondst.start(), vondst[0]))
    return sorted(gevonden.values(), key=lambda b: b.plaats)


def _bezwaar(soort: Vreemd, plaats: int, stuk: str) -> Bezwaar:
    return Bezwaar("SK243", plaats, stuk, soort.naam, soort.raad)


def _in_deel(deel: "Token", tekst: str, begin: list[int]) -> Iterator[Bezwaar]:
    if deel.type == "table_open":
        for nummer, reden in verloren_rijen(deel, tekst.split("\n")):
            yield Bezwaar("SK244", begin[nummer], "", reden)
    elif deel.type == "inline":
        over, vanaf = overgebleven(deel), begin[(deel.map or [0])[0]]
        for soort in VREEMD:
            if vondst := soort.patroon.search(over):
                yield _bezwaar(soort, *_zoek_terug(vondst, over, tekst, vanaf))
        if vondst := LIJKT_OP_TABEL.search(over):
            yield Bezwaar("SK244", _zoek_terug(vondst, over, tekst, vanaf)[0], "", waarom_geen_tabel(over))


def _zoek_terug(vondst: re.Match, over: str, tekst: str, vanaf: int) -> tuple[int, str]:
    """Waar het gevondene in de bron staat, en het begin ervan om te laten zien."""
    kop = vondst[0].strip().split("\n")[0].split(_DICHT)[0][:40]
    for _ in range(over.count("\n", 0, vondst.end() - len(vondst[0].lstrip()))):
        vanaf = tekst.find("\n", vanaf) + 1
    return max(tekst.find(kop, vanaf), vanaf), kop
