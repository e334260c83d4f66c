"""De tokens van een NL Design System-thema lezen: elke `--naam` met zijn waarde, licht en donker, en de lettertypes."""

import re
from typing import NamedTuple

import tinycss2
from msgspec import Struct, field

_DONKER = re.compile(r"dark|donker", re.I)
_DONKERE_VOORKEUR = re.compile(r"^\(?\s*prefers-color-scheme\s*:\s*dark\s*\)?$", re.I)
# Alleen het thema zelf: een keuze als '.thema .knop' geldt niet voor het hele blad.
_THEMA = re.compile(r"^(?::root|:host|html|body|[.#][\w-]+|\[[^\]]+\])+(?:\s*::backdrop)?$")
MEESTE_STAPPEN = 40


class Token(NamedTuple):
    """De waarde zoals die er staat, en haar regel en kolom."""

    waarde: str
    plek: tuple[int, int]


class Letterbron(NamedTuple):
    """Een @font-face: de familie, de dikte, de stijl, en de adressen van de bestanden."""

    familie: str
    gewicht: str
    stijl: str
    adressen: tuple[str, ...]
    plek: tuple[int, int]


class Tokens(Struct):
    licht: dict[str, Token] = field(default_factory=dict)
    donker: dict[str, Token] = field(default_factory=dict)
    letters: list[Letterbron] = field(default_factory=list)
    fouten: list[tuple[int, int]] = field(default_factory=list)


def lees_tokens(css: str) -> Tokens:
    """Alle tokens en lettertypes van een stijlblad; wat geen token is, telt niet."""
    uit = Tokens()
    _lees_regels(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), uit, donker=False)
    return uit


def _lees_regels(regels: list, uit: Tokens, donker: bool) -> None:
    for regel in regels:
        if regel.type == "error":
            uit.fouten.append((regel.source_line, regel.source_column))
        elif regel.type == "qualified-rule":
            _lees_thema(regel, uit, donker)
        elif regel.type == "at-rule" and regel.content is not None:
            _lees_blok(regel, uit, donker)


def _lees_blok(regel, uit: Tokens, donker: bool) -> None:
    """Een @layer doet mee, een @media alleen voor donker, en een @font-face is een lettertype."""
    naam, keuze = regel.lower_at_keyword, tinycss2.serialize(regel.prelude).strip()
    if naam == "font-face":
        uit.letters += _letterbron(regel)
    elif naam == "layer" or (naam == "media" and _DONKERE_VOORKEUR.match(keuze)):
        binnen = tinycss2.parse_rule_list(regel.content, skip_comments=True, skip_whitespace=True)
        _lees_regels(binnen, uit, donker or naam == "media")


def _lees_thema(regel, uit: Tokens, donker: bool) -> None:
    keuzes = [keuze.strip() for keuze in tinycss2.serialize(regel.prelude).split(",")]
    keuzes = [keuze for keuze in keuzes if _THEMA.match(keuze)]
    if not keuzes:
        return
    doel = uit.donker if donker or all(map(_DONKER.search, keuzes)) else uit.licht
    for deel in _declaraties(regel):
        if deel.type == "error":
            uit.fouten.append((deel.source_line, deel.source_column))
        elif deel.name.startswith("--"):
            doel[deel.name] = Token(_zonder_uitleg(deel.value), (deel.source_line, deel.source_column))


def _declaraties(regel) -> list:
    """De declaraties; een regel in een regel telt niet mee."""
    delen = tinycss2.parse_blocks_contents(regel.content, skip_comments=True, skip_whitespace=True)
    return [deel for deel in delen if deel.type in ("declaration", "error")]


def _zonder_uitleg(waarde: list) -> str:
    return tinycss2.serialize([deel for deel in waarde if deel.type != "comment"]).strip()


def _letterbron(regel) -> list[Letterbron]:
    """De bron met alle adressen, of niets als de naam van de familie ontbreekt."""
    delen = {deel.lower_name: deel.value for deel in _declaraties(regel) if deel.type == "declaration"}
    familie = "".join(deel.value for deel in delen.get("font-family", []) if deel.type in ("string", "ident"))
    adressen = tuple(_adressen(delen.get("src", [])))
    if not familie or not adressen:
        return []
    gewicht, stijl = (_zonder_uitleg(delen[naam]) if naam in delen else "" for naam in ("font-weight", "font-style"))
    return [
        Letterbron(familie, gewicht or "400", stijl or "normal", adressen, (regel.source_line, regel.source_column))
    ]


def _adressen(waarde: list) -> list[str]:
    uit = []
    for deel in waarde:
        if deel.type == "url":
            uit.append(deel.value)
        elif deel.type == "function" and deel.lower_name == "url":
            uit += [stuk.value for stuk in deel.arguments if stuk.type == "string"]
    return uit


def waarde_van(naam: str, tokens: dict[str, Token], gezien: tuple[str, ...] = ()) -> str | None:
    """De waarde van een token met elke var() erin opgelost; None als dat niet kan (weg, of in een kring)."""
    if naam in gezien or naam not in tokens or len(gezien) > MEESTE_STAPPEN:
        return None
    return _vul_in(tinycss2.parse_component_value_list(tokens[naam].waarde), tokens, (*gezien, naam))


def _vul_in(delen: list, tokens: dict[str, Token], gezien: tuple[str, ...]) -> str | None:
    uit = []
    for deel in delen:
        stuk = _stuk(deel, tokens, gezien)
        if stuk is None:
            return None
        uit.append(stuk)
    return "".join(uit).strip() or None


def _stuk(deel, tokens: dict[str, Token], gezien: tuple[str, ...]) -> str | None:
    if deel.type != "function":
        return deel.serialize()
    if deel.lower_name != "var":
        binnen = _vul_in(deel.arguments, tokens, gezien)
        return None if binnen is None else f"{deel.name}({binnen})"
    naam = next((stuk.value for stuk in deel.arguments if stuk.type == "ident"), "")
    gevonden = waarde_van(naam, tokens, gezien)
    komma = next((i for i, stuk in enumerate(deel.arguments) if stuk == ","), None)
    if gevonden is None and komma is not None:
        return _vul_in(deel.arguments[komma + 1 :], tokens, gezien)
    return gevonden
