"""Waarden als YAML schrijven: zo gewoon als het kan, met aanhalingstekens waar het moet of waar de veldentabel ze
voordoet.
"""

import json
import re
from functools import lru_cache
from typing import Any

import yaml

from generator.lezen.yaml_lezer import VREEMDE_SPATIE
from generator.schema import Veld, los

BREEDSTE = 110
_LOS: dict[int, tuple[Veld, Veld]] = {}  # het veld van een deel van een lijst, een keer gemaakt
_GEWOON = re.compile(r"[A-Za-z0-9\u00c0-\u00ff][A-Za-z0-9\u00c0-\u00ff .()/+_;'-]*(?<! )")
_NIETS = {"~", "null", "Null", "NULL"}
_Lader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_BLOK = re.compile(r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*")
# Wat YAML een regeleinde of geen teken vindt, en wat niemand ziet: dat staat met zijn nummer in de tekst.
_ONTSNAP = re.compile(
    "[\x7f-\xa0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


@lru_cache(maxsize=8192)
def kan_gewoon(waarde: str, stroom: bool) -> bool:
    """Of een tekst zonder aanhalingstekens hetzelfde blijft, ook tussen haakjes als `stroom`."""
    if not waarde or waarde in _NIETS or "\n" in waarde or "#" in waarde:
        return False
    if _GEWOON.fullmatch(waarde):
        return True
    if (
        waarde[0] in "\u201c\u201d\u201e\u00ab\u201a\u2018\u2019"
        or not waarde.isprintable()
        or VREEMDE_SPATIE.search(f"k: {waarde}")
    ):
        return False
    try:
        boom = yaml.compose(f"k: [{waarde}]\n" if stroom else f"k: {waarde}\n", Loader=_Lader)
    except (yaml.YAMLError, ValueError):
        return False
    return boom is not None and _leest_terug(boom.value[0][1], waarde, stroom)


def _leest_terug(knoop, waarde: str, stroom: bool) -> bool:
    if stroom:
        if len(knoop.value) != 1:
            return False
        knoop = knoop.value[0]
    heel = isinstance(knoop, yaml.ScalarNode) and knoop.value == waarde and not knoop.style
    return heel and knoop.tag == "tag:yaml.org,2002:str"


def aangehaald(waarde: str) -> str:
    """Tussen dubbele aanhalingstekens op een regel."""
    return _ONTSNAP.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(waarde, ensure_ascii=False))


def enkel(waarde: str) -> str:
    """Tussen enkele aanhalingstekens als dat kan, anders dubbele."""
    return "'" + waarde.replace("'", "''") + "'" if waarde.isprintable() else aangehaald(waarde)


def wil_aanhaling(veld: Veld | None) -> bool:
    """Of het voorbeeld in de tabel aanhalingstekens heeft, zoals bij tijden en telefoonnummers."""
    return veld is not None and str(veld.voorbeeld).startswith('"')


def los_woord(waarde: str, veld: Veld | None = None, stroom: bool = False) -> str:
    """Een tekst op een regel."""
    if veld is not None and wil_aanhaling(veld) and not (veld.keuzes or waarde.isalpha() or waarde == "op afspraak"):
        return aangehaald(waarde)
    return waarde if kan_gewoon(waarde, stroom) else aangehaald(waarde)


def kan_blok(waarde: str) -> bool:
    """Of een tekst als blok met | hetzelfde blijft."""
    heel = bool(_BLOK.fullmatch(waarde)) and waarde[:1] not in " \n" and waarde.rstrip("\n ") == waarde
    return heel and not any(
        regel[:1].isspace() and regel[:1] != " " or (regel and not regel.strip()) for regel in waarde.split("\n")
    )


def in_stroom(waarde: Any, veld: Veld | None = None) -> str:
    """Een waarde op een regel, tussen haakjes waar dat hoort."""
    if isinstance(waarde, dict):
        delen = (
            f"{_naam(naam, True)}: {in_stroom(deel, _onder(veld, naam))}" for naam, deel in geordend(waarde, veld)
        )
        return "{" + ", ".join(delen) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(in_stroom(deel, _deel(veld)) for deel in waarde) + "]"
    return los_woord(waarde, veld, True)


def _naam(naam: str, stroom: bool = False) -> str:
    return naam if kan_gewoon(naam, stroom) else aangehaald(naam)


def _onder(veld: Veld | None, naam: str) -> Veld | None:
    return veld.per_naam.get(naam) if veld is not None else None


def _deel(veld: Veld | None) -> Veld | None:
    if veld is None:
        return None
    if id(veld) not in _LOS:
        _LOS[id(veld)] = veld, los(veld)
    return _LOS[id(veld)][1]


def geordend(waarde: dict, veld: Veld | None) -> list[tuple[str, object]]:
    """De velden van een groep in de volgorde van de tabel; wat zij niet kent komt achteraan."""
    rang = {naam: nummer for nummer, naam in enumerate(veld.per_naam)} if veld is not None else {}
    return sorted(waarde.items(), key=lambda paar: rang.get(paar[0], len(rang)))


def _past_op_regel(waarde: Any, veld: Veld | None, ruimte: int) -> bool:
    """Of een lijst of groep op een regel hoort: klein, en zonder lange of samengestelde delen."""
    delen = waarde.values() if isinstance(waarde, dict) else waarde
    if any(isinstance(deel, dict | list) or "\n" in deel for deel in delen):
        return not waarde
    if isinstance(waarde, dict) and (
        len(waarde) > 4 or (veld is not None and len(veld.velden) > 5 and len(waarde) > 2)
    ):
        return False
    return len(in_stroom(waarde, veld)) <= ruimte


def in_blok(waarde: Any, veld: Veld | None, inspringing: int) -> tuple[str, list[str]]:
    """Wat achter de dubbele punt komt, en de regels daaronder (al ingesprongen onder `inspringing`)."""
    if isinstance(waarde, str):
        return _tekst_in_blok(waarde, veld, inspringing)
    if _past_op_regel(waarde, veld, BREEDSTE - inspringing - 12):
        return in_stroom(waarde, veld), []
    if isinstance(waarde, dict):
        return "", spring_in(velden_in_blok(waarde, veld), inspringing + 2)
    return "", spring_in([regel for deel in waarde for regel in deel_in_blok(deel, _deel(veld))], inspringing + 2)


def spring_in(regels: list[str], spaties: int) -> list[str]:
    return [" " * spaties + regel if regel else "" for regel in regels]


def _tekst_in_blok(waarde: str, veld: Veld | None, inspringing: int) -> tuple[str, list[str]]:
    lang = veld is not None and veld.soort == "markdown"
    if not ("\n" in waarde or lang) or not kan_blok(waarde) or not waarde:
        return los_woord(waarde, veld), []
    return "|", spring_in(waarde.split("\n"), inspringing + 2)


def velden_in_blok(waarde: dict, veld: Veld | None) -> list[str]:
    """Een groep als regels, zonder inspringing."""
    uit = []
    for naam, deel in geordend(waarde, veld):
        achter, onder = in_blok(deel, _onder(veld, naam), 0)
        uit += [f"{_naam(naam)}: {achter}".rstrip() if achter else f"{_naam(naam)}:", *onder]
    return uit


def deel_in_blok(waarde: Any, veld: Veld | None) -> list[str]:
    """Een deel van een lijst als regels: de eerste met een streepje."""
    if isinstance(waarde, dict) and waarde and not _past_op_regel(waarde, veld, BREEDSTE - 8):
        regels = velden_in_blok(waarde, veld)
    elif isinstance(waarde, str):
        achter, onder = _tekst_in_blok(waarde, veld, 0)
        return [f"- {achter}", *onder]
    else:
        regels = [in_stroom(waarde, veld)]
    return [f"- {regels[0]}", *spring_in(regels[1:], 2)]


def hele_tekst(waarde: dict, groep: Veld) -> str:
    """Een nieuw bestand."""
    return "\n".join(velden_in_blok(waarde, groep)) + "\n"
