"""Bestaat een telefoonnummer, en hoort zijn netnummer bij de plek? Uit het nummerplan dat libphonenumber bijhoudt."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.betekenis.dubbel import kaal_nummer
from generator.model import Organisatie, Voorziening

# 0999 geeft niemand uit, en daarom staan onze voorbeelden daar; de korte nummers kent libphonenumber niet.
_BUITEN_HET_PLAN = re.compile(r"0999\d{6}|11[23]|144|116\d{3}|18\d{2}")
_LOS_ERVOOR = re.compile(r"\(?(0[1-9]\d{1,2})(?!\d)")
MINSTE_BUREN = 3  # zoveel nummers uit een plaats zijn nodig om te zeggen welk netnummer daar hoort


class Vreemd(NamedTuple):
    """Een nummer uit een andere streek dan de plek, met de plaats waar het bij hoort."""

    voorziening: Voorziening
    nummer: str
    hoort_bij: str
    plaats: str


def nummers_van(ding: Voorziening | Organisatie) -> list[str]:
    """Elk telefoonnummer van een ingang of organisatie, een keer."""
    contact = ding.contact
    return list(dict.fromkeys(filter(None, (contact.telefoon, *(t.telefoon for t in contact.telefoons)))))


class Feiten(NamedTuple):
    """Wat het nummerplan van een nummer zegt: of het uitgegeven kan zijn, en zijn netnummer (leeg als het er geen heeft)."""

    bestaat: bool
    netnummer: str


_FEITEN: dict[str, Feiten] = {}


def feiten_van(nummer: str) -> Feiten:
    """De feiten van een nummer, een keer uitgezocht: dat kost zo veel als een halve ingang lezen."""
    if nummer not in _FEITEN:
        _FEITEN[nummer] = Feiten(_bestaat(nummer), _netnummer(nummer))
    return _FEITEN[nummer]


def onthoud(nummer: str, feiten: Feiten) -> None:
    """Wat bij het lezen van een ingang is uitgezocht, misschien in een ander proces of bij een eerdere bouw."""
    _FEITEN.setdefault(nummer, feiten)


def bestaat(nummer: str) -> bool:
    """Of zo'n nummer in Nederland uitgegeven kan zijn; van een nummer in een ander land kijken wij alleen naar de lengte."""
    return feiten_van(nummer).bestaat


def netnummer(nummer: str) -> str:
    """'0570' van een nummer dat bij een plaats hoort, anders leeg."""
    return feiten_van(nummer).netnummer


def _bestaat(nummer: str) -> bool:
    import phonenumbers

    cijfers = kaal_nummer(nummer)
    if _BUITEN_HET_PLAN.fullmatch(cijfers):
        return True
    try:
        if nummer.startswith("+") and not nummer.startswith("+31"):
            return phonenumbers.is_possible_number(phonenumbers.parse(nummer))
        return phonenumbers.is_valid_number(phonenumbers.parse(cijfers, "NL")) and _netnummer_kan(nummer)
    except phonenumbers.NumberParseException:
        return False


def _netnummer_kan(nummer: str) -> bool:
    """Achter het netnummer van een plaats komt geen 0 of 1, en wat er los voor staat, is het hele netnummer."""
    cijfers, code = kaal_nummer(nummer), _netnummer(nummer)
    los = _LOS_ERVOOR.match(nummer)
    return not code or cijfers[len(code) :][:1] not in ("0", "1") and (los is None or los[1] == code)


def onmogelijke_nummers(v: Voorziening) -> list[str]:
    return [n for n in nummers_van(v) if not bestaat(n)]


def _netnummer(nummer: str) -> str:
    import phonenumbers

    try:
        gelezen = phonenumbers.parse(kaal_nummer(nummer), "NL")
    except phonenumbers.NumberParseException:
        return ""
    lengte = phonenumbers.length_of_geographical_area_code(gelezen)
    return f"0{str(gelezen.national_number)[:lengte]}" if lengte else ""


def vreemde_netnummers(voorzieningen: Iterable[Voorziening]) -> Iterator[Vreemd]:
    """Nummers waarvan het netnummer nergens anders in die plaats voorkomt, terwijl de anderen er een ander hebben."""
    plaatselijk = [(v, plaatsen) for v in voorzieningen if (plaatsen := _plaatsen(v)) and v.status == "actief"]
    per_plaats: dict[str, Counter[str]] = {}
    for v, plaatsen in plaatselijk:
        for code in {netnummer(n) for n in nummers_van(v)} - {""}:
            for plaats in plaatsen:
                per_plaats.setdefault(plaats, Counter())[code] += 1
    for v, plaatsen in plaatselijk:
        for nummer in nummers_van(v):
            code, tellingen = netnummer(nummer), [per_plaats.get(plaats, Counter()) for plaats in plaatsen]
            if code and all(_valt_buiten(code, telling) for telling in tellingen):
                yield Vreemd(v, nummer, streek_van(nummer), plaatsen[0])


def _valt_buiten(code: str, telling: Counter[str]) -> bool:
    anders = telling.total() - telling[code]
    return anders >= MINSTE_BUREN and telling[code] * 4 <= anders


def _plaatsen(v: Voorziening) -> list[str]:
    """De plaatsen waar een ingang zit; wie voor het hele land of een hele regio werkt, mag overal een nummer hebben."""
    if any(code == "landelijk" or code.startswith("RG") for code in v.werkgebied):
        return []
    return list(dict.fromkeys(plek.adres.plaats for plek in v.locaties if plek.adres))


def streek_van(nummer: str) -> str:
    """De plaats waar een netnummer naar heet, zoals 'Deventer', of leeg."""
    import phonenumbers
    from phonenumbers import geocoder

    return geocoder.description_for_number(phonenumbers.parse(kaal_nummer(nummer), "NL"), "nl")
