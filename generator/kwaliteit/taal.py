"""Hoe moeilijk de tekst van een ingang is, met de moeilijke woorden, en een makkelijker woord als de woordenlijst dat heeft."""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.betekenis.leesmaat import LANGE_ZIN, ONDERGRENS, Meting, lettergrepen, tekst_van
from generator.model import Voorziening
from generator.model.kennis import Begrip
from generator.opmaak import gewone_tekst
from generator.zoeken.taal import lees_gewone_taal

MEESTE_WOORDEN = 5
_WOORD = re.compile(r"[^\W\d_]+")
LANG, VEEL = 13, 5  # letters en lettergrepen: vanaf hier is een woord moeilijk, als het geen gewoon woord is


class Moeilijk(NamedTuple):
    """Een moeilijk woord uit de tekst, en hoe de woordenlijst het uitlegt (leeg als het er niet in staat)."""

    woord: str
    uitleg: str


def is_moeilijk(meting: Meting) -> bool:
    return meting.telt_mee and meting.score < ONDERGRENS


def heeft_lange_zin(meting: Meting) -> bool:
    return meting.langste_zin > LANGE_ZIN


@lru_cache(maxsize=1)
def _gewoon() -> frozenset[str]:
    taal = lees_gewone_taal()
    return frozenset((*taal["gewoon"].split(), *taal["heelGewoon"].split()))


@lru_cache(maxsize=4)
def _vormen(begrippen: tuple[Begrip, ...]) -> dict[str, Begrip]:
    return {vorm.casefold(): b for b in begrippen for vorm in (b.term, *b.afkortingen)}


def moeilijke_woorden(v: Voorziening, begrippen: tuple[Begrip, ...]) -> list[Moeilijk]:
    """De moeilijkste woorden, hoogstens vijf: wat in de woordenlijst staat eerst, dan het langste."""
    vormen, eigen = _vormen(begrippen), set(_WOORD.findall(v.naam.casefold()))
    gevonden = {w.casefold(): w for tekst in tekst_van(v) for w in _WOORD.findall(gewone_tekst(tekst))}
    uit = [
        Moeilijk(woord, vormen[plat].uitleg if plat in vormen else "")
        for plat, woord in gevonden.items()
        if plat not in eigen and plat not in _gewoon() and (plat in vormen or _is_lang(plat))
    ]
    return sorted(uit, key=lambda m: (not m.uitleg, -len(m.woord), m.woord))[:MEESTE_WOORDEN]


def _is_lang(woord: str) -> bool:
    return len(woord) >= LANG and lettergrepen(woord) >= VEEL
