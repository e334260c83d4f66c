"""Wat er met een cijfer mag: optellen, middelen of geen van beide. Zonder `rekenen` zegt een bekende eenheid het."""

import re

from generator.betekenis.woorden import REKENEN

OPTELLEN, GEMIDDELDE, NIET = REKENEN
# Wat een lege categorie is, en hoe bronnen een kolom noemen die de andere al bevat.
ALLES = "alles"
TOTAALWOORDEN = {ALLES, "totaal", "samen", "alle", "alle soorten", "alle soorten samen", "alles samen", "eindtotaal"}
INWONERS = "inwoners"
_AANTALLEN = frozenset(
    "aantal aantallen inwoners mensen personen bewoners kinderen jongeren jeugdigen volwassenen ouderen vrouwen mannen "
    "cliënten clienten mantelzorgers vrijwilligers leerlingen studenten statushouders werkzoekenden huishoudens gezinnen "
    "woningen huizen adressen banen besluiten beschikkingen indicaties meldingen aanvragen uitkeringen trajecten "
    "gesprekken bezoeken verwijzingen klachten plekken plaatsen organisaties verenigingen bedrijven scholen".split()
)
_AANDEEL = re.compile(
    r"(?:%|procent|percentage|promille|‰)(?: van (?:de |alle |het aantal )?(?:inwoners|mensen|personen|bevolking))?"
    r"|per (?:(?:100|1\.?000|10\.?000|100\.?000|honderd|duizend) )?(?:inwoner|inwoners|mensen|personen)"
)


def _schoon(eenheid: str | None) -> str:
    return " ".join((eenheid or "").lower().split()).removeprefix("aantal ").rstrip(".")


def is_aandeel(eenheid: str | None) -> bool:
    """Of een getal met deze eenheid een deel van de inwoners is, en dus nooit een aantal mensen."""
    return bool(_AANDEEL.fullmatch(_schoon(eenheid)))


def telt_stuks(indicator: dict) -> bool:
    """Of een getal met deze eenheid een aantal is, en dus heel."""
    return _schoon(indicator.get("eenheid")) in _AANTALLEN


def rekenwijze(indicator: dict) -> str:
    """optellen, gemiddelde of niet: wat bij de indicator staat, of wat haar eenheid zegt."""
    if indicator.get("rekenen"):
        return indicator["rekenen"]
    eenheid = indicator.get("eenheid")
    return OPTELLEN if telt_stuks(indicator) else GEMIDDELDE if is_aandeel(eenheid) else NIET


def kan_aantal_zijn(indicator: dict) -> bool:
    """Of de drempel voor kleine aantallen geldt. Bij twijfel wel: een getal zonder eenheid kan over mensen gaan."""
    return rekenwijze(indicator) != GEMIDDELDE and not is_aandeel(indicator.get("eenheid"))
