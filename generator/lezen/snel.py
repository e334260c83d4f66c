"""De snelle weg: een bestand waar niets aan mis is, in een keer van de knopen van libyaml naar het object.

Van elke groep uit de veldentabel wordt een keer een lezer gemaakt, met dezelfde omzetters en dezelfde samenhang als de
gewone weg. Bij de eerste twijfel stopt hij; dan leest de gewone weg het hele bestand, en alleen die meldt. Deze weg mag
dus te veel weigeren, en nooit iets aannemen wat de gewone weg weigert; `python3 kaart.py test --fuzz` vergelijkt ze.
"""

import os
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from generator.lezen.bestanden import keur_tekens
from generator.lezen.samenhang import SAMENHANG
from generator.lezen.velden import is_leeg, mag_onthouden
from generator.lezen.waarden import NIETS, OMZETTERS, Lezing, Verwijzing
from generator.lezen.yaml_lezer import DIEPSTE, KRUL, VREEMDE_SPATIE, Lijst, Tekst
from generator.meldingen import Verslag
from generator.schema.veld import Veld

# Een anker of typeaanduiding is aan de knopen niet te zien; hier telt ook wat er alleen op lijkt. Met een vast teken
# voorop springt de zoeker door de tekst.
_ANKER = re.compile(r"&[0-9A-Za-z_-]")
_SOORT = re.compile(r"!(?<![^\s\[\]{},:?\"'-]!)")
_KOP = re.compile(r"\n +#")
# De knopen komen uit een functie die zichzelf aanroept: wat erg diep kan zijn, gaat de gewone weg.
_DIEP = "\n" + 64 * " "
_LIJST_IN_LIJST = (re.compile(r"-(?: +[-?]){8}"), re.compile(r"\?(?: +[-?]){8}"))
MEESTE_HAKEN = 200


class Twijfel(Exception):
    """Dit moet de gewone weg lezen."""


class _Lader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Maakt knopen zonder van een waarde te raden wat zij is: dat zegt de veldentabel."""

    def descend_resolver(self, knoop: object, plaats: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass

    def resolve(self, soort: object, waarde: object, kenmerk: object) -> None:
        pass


class Vlot(Lezing):
    """Een lezing die niet meldt: wat te melden is, is werk voor de gewone weg."""

    def meld(self, code: str, plek: tuple[int, int], **waarden) -> object:
        raise Twijfel


class _Groep:
    """Een groep voor een samenhang die naar haar velden kijkt: gewone teksten en lijsten van groepen, zonder plaats."""

    def __init__(self, knoop: Any):
        if type(knoop) is not MappingNode:
            raise Twijfel
        self.delen = knoop.value

    @property
    def waarden(self) -> "_Groep":
        return self

    def get(self, naam: str) -> Tekst | Lijst | None:
        deel = next((deel for sleutel, deel in self.delen if sleutel.value == naam), None)
        if deel is None:
            return None
        if type(deel) is SequenceNode:
            return Lijst(list(map(_Groep, deel.value)), *_plek(deel))
        if type(deel) is not ScalarNode or deel.value != deel.value.strip():
            raise Twijfel
        return _als_tekst(deel)

    def __getitem__(self, naam: str) -> Tekst | Lijst:
        if (knoop := self.get(naam)) is None:
            raise Twijfel
        return knoop

    def __getattr__(self, naam: str) -> Any:
        raise Twijfel


Lees = Callable[[Any, Vlot], Any]
_LEZERS: dict[int, tuple[Veld, Lees]] = {}


def mag_snel() -> bool:
    """SOCIALE_KAART_SNEL=nee zet de snelle weg uit."""
    return os.environ.get("SOCIALE_KAART_SNEL", "") != "nee"


def lees_snel(
    tekst: str, pad: str, peildatum: date, groep: Veld, vast: dict
) -> tuple[object, list[Verwijzing]] | None:
    """Het object en de verwijzingen van een bestand waar niets over te melden is; anders None.

    De tekens zijn al nagekeken. `vast` zijn de velden die niet in het bestand hoeven te staan, met het id.
    """
    if _is_bijzonder(tekst):
        return None
    lezing = Vlot(Verslag(), pad, peildatum, groep)
    try:
        return _maak_heel(_Lader(tekst).get_single_node(), groep, vast, lezing), lezing.verwijzingen
    except (Twijfel, yaml.YAMLError, ValueError, RecursionError):
        return None


def _is_bijzonder(tekst: str) -> bool:
    """Of er iets in staat wat aan de knopen niet meer te zien is, of wat zij niet aankunnen."""
    return bool(
        ("&" in tekst and _ANKER.search(tekst))
        or ("!" in tekst and _SOORT.search(tekst))
        or "\t" in tekst
        # Na een waarde is een hekje een opmerking: de gewone weg ziet of daar iets mee wegvalt.
        or tekst.count(" #") > len(_KOP.findall(tekst))
        or _DIEP in tekst
        or any([patroon.search(tekst) for patroon in _LIJST_IN_LIJST])
        or tekst.count("[") + tekst.count("{") > MEESTE_HAKEN
        or (not tekst.isascii() and VREEMDE_SPATIE.search(tekst))
    )


def _maak_heel(knoop: Any, groep: Veld, vast: dict, lezing: Vlot) -> object:
    """Een heel bestand; een eigen id mag erin staan als het gelijk is aan dat van de bestandsnaam."""
    if id(groep) not in _LEZERS:  # de tabel blijft erbij staan, zodat haar nummer van haar blijft
        _LEZERS[id(groep)] = groep, _velden(groep, 1, {"id": _tekst(Veld("id", "id", ""))})
    waarden = _LEZERS[id(groep)][1](knoop, lezing)
    if waarden.get("id", vast["id"]) != vast["id"]:
        raise Twijfel
    return _maak(groep, vast | waarden, knoop, lezing)


def _maak(groep: Veld, waarden: dict, knoop: Any, lezing: Vlot) -> object:
    assert groep.klasse is not None
    keur: Callable[..., bool] | None = SAMENHANG.get(groep.klasse)
    if keur and not keur(waarden, _Groep(knoop), lezing):
        raise Twijfel
    return groep.klasse(**waarden)


def _lezer(veld: Veld, diepte: int) -> Lees:
    """De lezer van een veld waarvan de waarde zo diep staat."""
    een = _een(veld, diepte)
    return _lijst(veld, een, _een(veld, diepte + 1)) if veld.lijst or veld.een_of_meer else een


def _een(veld: Veld, diepte: int) -> Lees:
    """De lezer van een waarde; wat dieper staat dan de gewone weg toelaat, is altijd twijfel."""
    if diepte > DIEPSTE:
        return _twijfel
    if veld.soort != "groep":
        return _tekst(veld)
    lees_velden = _velden(veld, diepte)
    return lambda knoop, lezing: _maak(veld, lees_velden(knoop, lezing), knoop, lezing)


def _twijfel(knoop: Any, lezing: Vlot) -> object:
    raise Twijfel


def _velden(groep: Veld, diepte: int, erbij: dict[str, Lees] | None = None) -> Lees:
    """Leest de waarden van een groep, op naam."""
    lezers = {veld.naam: _lezer(veld, diepte + 1) for veld in groep.velden} | (erbij or {})
    verplicht = {veld.naam for veld in groep.velden if veld.verplicht}

    def lees(knoop: Any, lezing: Vlot) -> dict[str, Any]:
        if type(knoop) is not MappingNode:
            raise Twijfel
        waarden: dict[str, Any] = {}
        for sleutel, deel in knoop.value:
            lezer = lezers.get(sleutel.value) if type(sleutel) is ScalarNode else None
            if lezer is None:
                raise Twijfel
            waarden[sleutel.value] = lezer(deel, lezing)
        if len(waarden) < len(knoop.value) or not verplicht <= waarden.keys():
            raise Twijfel
        return waarden

    return lees


def _lijst(veld: Veld, los: Lees, een: Lees) -> Lees:
    """Leest een lijst, of wat er los staat als dat mag; wat er dubbel in staat, is twijfel."""
    uniek = veld.soort != "groep"

    def lees(knoop: Any, lezing: Vlot) -> tuple:
        if type(knoop) is not SequenceNode and veld.een_of_meer:
            return (los(knoop, lezing),)
        if type(knoop) is not SequenceNode or (veld.verplicht and not knoop.value):
            raise Twijfel
        uit = tuple([een(deel, lezing) for deel in knoop.value])
        if uniek and len(uit) > 1 and len(set(uit)) < len(uit):
            raise Twijfel
        return uit

    return lees


def _tekst(veld: Veld) -> Lees:
    """Leest een tekst met de omzetter van haar soort; wat op elke plek hetzelfde is, komt uit `veld.gelezen`."""
    gelezen, zet_om = veld.gelezen, OMZETTERS[veld.soort]
    heel = veld.soort in ("tekst", "markdown")

    def lees(knoop: Any, lezing: Vlot) -> object:
        if type(knoop) is not ScalarNode:
            raise Twijfel
        ruw = knoop.value
        if knoop.style or not ruw.isascii():
            _keur_stijl(knoop, lezing)
        if (bekend := gelezen.get(ruw, NIETS)) is not NIETS:
            return bekend
        if is_leeg(tekst := _als_tekst(knoop)):
            raise Twijfel
        if not heel:
            tekst.waarde = ruw.rstrip("\n") if tekst.stijl in ("|", ">") else ruw.strip(" ")
        if (waarde := zet_om(tekst, veld, lezing)) is NIETS:
            raise Twijfel
        if mag_onthouden(veld, ruw) and knoop.start_mark.line == knoop.end_mark.line:
            gelezen[ruw] = waarde
        return waarde

    return lees


def _keur_stijl(knoop: Any, lezing: Vlot) -> None:
    """Twijfel bij aanhalingstekens die over regels lopen of iets verstoppen, en bij krullen zonder aanhalingstekens."""
    ruw, stijl = knoop.value, knoop.style
    if stijl in ("'", '"'):
        if knoop.start_mark.line != knoop.end_mark.line:
            raise Twijfel
        gewoon = ruw.isascii() and ruw.isprintable()
        if not gewoon and not keur_tekens(ruw, lezing.pad, lezing.verslag, (1, 1)):
            raise Twijfel
    elif not stijl and KRUL.fullmatch(ruw):
        raise Twijfel


def _als_tekst(knoop: Any) -> Tekst:
    return Tekst(knoop.value, *_plek(knoop), knoop.style or "")


def _plek(knoop: Any) -> tuple[int, int]:
    return knoop.start_mark.line + 1, knoop.start_mark.column + 1
