"""Tekst die uit de uitleg of een melding is geplakt en is blijven staan."""

import re
from functools import lru_cache

from generator.codes import CODES
from generator.schema.veld import Veld

MINSTE_WOORDEN, MINSTE_TEKENS = 5, 24
# Van deze stukjes staat er een in elke melding. Los gezocht zijn zij twee keer zo snel als in een patroon.
_ALS_EEN_MELDING = (
    *("voeg het toe", "kies uit", "bedoelde u", "in de buurt", "lost u het op", "veld '", "SK", "haal", "schrijf"),
    *("sla ", "geef ", "gebruik ", "verwijder ", "controleer ", "herstel ", "noem ", "maak ", "zet ", "vul "),
)


@lru_cache(maxsize=1)
def _stukken() -> tuple[str, ...]:
    """De vaste stukken uit alle meldingen die lang genoeg zijn om nergens anders te staan."""
    delen = (
        deel for code in CODES.values() for tekst in (code.tekst, code.oplossing) for deel in re.split(r"{\w+}", tekst)
    )
    return ("Zo lost u het op", *dict.fromkeys(deel.strip() for deel in delen if len(deel.strip()) >= MINSTE_TEKENS))


def uit_een_melding(waarde: str) -> str:
    """Het stuk van een melding dat in deze tekst staat, of niets."""
    if not any(stukje in waarde for stukje in _ALS_EEN_MELDING):
        return ""
    return next((stuk for stuk in _stukken() if stuk in waarde), "")


def voorbeelden_in(waarden: dict, groep: Veld) -> list[str]:
    """De verplichte velden waar het voorbeeld uit een melding is blijven staan, bij een plek die anders heet."""
    if waarden.get("naam") == groep.per_naam["naam"].voorbeeld:
        return []
    lang = [veld for veld in groep.velden if veld.verplicht and len(str(veld.voorbeeld).split()) >= MINSTE_WOORDEN]
    return [veld.naam for veld in lang if waarden.get(veld.naam) == veld.voorbeeld]
