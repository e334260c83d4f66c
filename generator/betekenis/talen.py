"""Talen: elke code van ISO 639-1 en 639-3, en hun Nederlandse namen (CLDR, via babel).

Wat vaak voorkomt staat hier zelf, zodat de grote lijsten alleen geladen worden voor een taal die daar niet bij is.
"""

import unicodedata
from difflib import get_close_matches
from functools import cache

# De namen die bewoners gebruiken; waar CLDR een langere of andere naam heeft, wint deze. 'ngt' staat al in oude
# bestanden.
VAAK = {
    "nl": "Nederlands",
    "en": "Engels",
    "de": "Duits",
    "fr": "Frans",
    "es": "Spaans",
    "pt": "Portugees",
    "pl": "Pools",
    "uk": "Oekraïens",
    "ru": "Russisch",
    "ar": "Arabisch",
    "tr": "Turks",
    "fa": "Farsi",
    "so": "Somalisch",
    "ti": "Tigrinya",
    "ku": "Koerdisch",
    "zh": "Chinees",
    "bg": "Bulgaars",
    "ro": "Roemeens",
    "ngt": "Nederlandse Gebarentaal",
    "fy": "Fries",
    "pap": "Papiaments",
    "prs": "Dari",
    "ps": "Pasjtoe",
    "zgh": "Tamazight",
    "rif": "Riffijns",
    "srn": "Sranantongo",
    "dse": "Nederlandse Gebarentaal",
    "kmr": "Kurmancî",
    "hns": "Sarnami",
    "cnr": "Montenegrijns",
}
_BIJNAMEN = {
    "gebarentaal": "ngt",
    "papiamentu": "pap",
    "papiamento": "pap",
    "sranan": "srn",
    "perzisch": "fa",
    "mandarijn": "zh",
    "sorani": "ckb",
    "kurmanci": "kmr",
    "kurmandji": "kmr",
    "berbers": "zgh",
    "tarifit": "rif",
    "pashto": "ps",
    "pasjto": "ps",
    "sarnami hindoestani": "hns",
    "marokkaans arabisch": "ary",
    "syrisch arabisch": "apc",
    "oekraiens": "uk",
}


def _plat(naam: str) -> str:
    kaal = unicodedata.normalize("NFKD", naam.strip().lower())
    return "".join(teken for teken in kaal if not unicodedata.combining(teken))


_OP_NAAM = {**{_plat(naam): code for code, naam in reversed(VAAK.items())}, **_BIJNAMEN}


@cache
def _cldr() -> dict[str, str]:
    """Code en Nederlandse naam uit CLDR, zonder schriften en landen."""
    from babel import Locale

    return {code: naam for code, naam in Locale("nl").languages.items() if code.isalpha() and len(code) <= 3}


def _iso(code: str) -> str | None:
    """De kortste code van een taal uit ISO 639 (nld wordt nl), of None."""
    from iso639 import Lang
    from iso639.exceptions import InvalidLanguageValue

    try:
        taal = Lang(code)
    except InvalidLanguageValue:
        return None
    return taal.pt1 or taal.pt3 or None


@cache
def code_van(tekst: str) -> str | None:
    """De code van een taal die als code of als Nederlandse naam geschreven is; None als wij haar niet kennen."""
    plat = _plat(tekst)
    if plat in VAAK:
        return plat
    if plat in _OP_NAAM:
        return _OP_NAAM[plat]
    if plat.isascii() and plat.isalpha() and len(plat) in (2, 3):
        return _iso(plat)
    return next((code for code, naam in _cldr().items() if _plat(naam) == plat), None)


@cache
def taalnaam(code: str) -> str:
    """De Nederlandse naam van een taal; zonder Nederlandse naam de internationale."""
    if code in VAAK:
        return VAAK[code]
    if code in _cldr():
        return _cldr()[code]
    from iso639 import Lang

    return Lang(code).name


def bedoelde_taal(tekst: str) -> str:
    """De naam van een taal die zo goed als gelijk is aan wat er staat; leeg bij twijfel, want een andere taal helpt
    niemand.
    """
    plat = _plat(tekst)
    namen = {_plat(naam): naam for naam in (*_cldr().values(), *VAAK.values())}
    lijkt = get_close_matches(plat, namen, 2, 0.85) if len(plat) > 4 else []
    return namen[lijkt[0]] if len(lijkt) == 1 else ""
