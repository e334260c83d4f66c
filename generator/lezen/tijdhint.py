"""Wat iemand met tijden bedoelde: van wat mensen schrijven naar een regel die de lezer begrijpt."""

import re

from generator.lezen.tijden import RANGTELWOORDEN, Tijdfout, lees_dagtijd

_HEEL = {
    "dicht": "gesloten",
    "closed": "gesloten",
    "geen": "gesloten",
    "n.v.t.": "gesloten",
    "24 uur": "00:00-24:00",
    "dag en nacht": "00:00-24:00",
    "hele dag": "00:00-24:00",
    "altijd": "00:00-24:00",
    "24/7": "00:00-24:00",
    "de hele dag": "00:00-24:00",
}
_CIJFERRANG = {
    "1e": "eerste",
    "2e": "tweede",
    "3e": "derde",
    "4e": "vierde",
    "5e": "vijfde",
    "1ste": "eerste",
    "2de": "tweede",
    "3de": "derde",
    "4de": "vierde",
    "5de": "vijfde",
    "eerst": "eerste",
    "laatst": "laatste",
}
_DAGNAAM = r"(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?:en|s)?"
_AFSPRAAK = (
    r"\b(?:alleen |uitsluitend |enkel |ook )?(?:op|na|volgens|met|via|in)? ?(?:telefonische |een )?afspraak"
    r"(?: per telefoon| via telefoon)?\b"
    r"|\bna (?:een )?telefoontje\b|\bna overleg\b|\bna aanmelding\b"
)


def _gewoon(deel: str) -> str:
    """Een deel in de vorm van de grammatica, zo goed als het kan."""
    deel = re.sub(rf"\b(?:elke|iedere|van|de|op {_DAGNAAM}|{_DAGNAAM}|maand|om|vanaf|tussen)\b", " ", deel)
    deel = re.sub(r"\b(\d)(?:e|ste|de)\b", lambda m: _CIJFERRANG.get(f"{m[1]}e", m[0]), deel)
    afspraak = re.search(_AFSPRAAK, deel)
    deel = re.sub(_AFSPRAAK, " ", deel)
    deel = re.sub(r"(?<=\d)u(?=\b|\d)|\s*\b(?:uur|u)\b\.?", "", deel)
    weken = re.search(r"\b(on)?even(?: week| weken)?\b", deel)
    deel = re.sub(r"\b(?:in )?(?:on)?even(?: weken| week)?\b", " ", deel)
    rang = re.findall(rf"\b(?:{'|'.join(RANGTELWOORDEN)})\b", deel)
    deel = re.sub(rf"\b(?:{'|'.join(RANGTELWOORDEN)})\b", " ", deel)
    deel = re.sub(r"(?<=\d)\s+en\s+(?=\d)", "-", deel)
    deel = re.sub(r"\ben\b|\bin\b|\balleen\b|[()]", " ", deel)
    deel = re.sub(r"\s*(?:-|\u2013|\u2014|\btot en met\b|\btot\b|\bt/m\b)\s*", "-", deel)
    deel = re.sub(r"(?<![\d:.])(\d{1,2})[.:h](\d{2})(?!\d)", lambda m: f"{int(m[1]):02}:{m[2]}", deel)
    deel = re.sub(r"(?<![\d:])(\d{1,2})(?![\d:])", lambda m: f"{int(m[1]):02}:00", deel)
    wanneer = " en ".join(rang) if rang else (weken[0].split()[0] + " weken" if weken else "")
    return " ".join(filter(None, (wanneer, "op afspraak" if afspraak else "", *deel.split())))


def als_dagtijd(tekst: str) -> str:
    """Wat iemand waarschijnlijk bedoelde, als dag die de lezer aanneemt; leeg als het niet te raden is."""
    waarde = " ".join(tekst.lower().split()).strip(" .")
    if waarde in _HEEL:
        return _HEEL[waarde]
    scheiding = (
        r"\s*[,;/&]\s*|(?<=\d)\s*(?:uur)?\s+en\s+(?=(?:van |vanaf )?\d{1,2}(?:[.:]\d{2})?\s*(?:uur\s*)?(?:-|\u2013|tot))"
        r"|\s+en\s+(?=(?:daarna |verder |'s middags |in de middag )?(?:alleen )?op afspraak)"
    )
    waarde = re.sub(r"(?<=\d)\s+(?=\d{1,2}[.:]\d{2}\s*-)", ", ", waarde)
    delen = [
        _gewoon(
            re.sub(r"'s (?:middags|ochtends|avonds)|\b(?:daarna|verder|in de (?:middag|ochtend|avond))\b", " ", deel)
        )
        for deel in re.split(scheiding, waarde)
        if deel.strip()
    ]
    geraden = ", ".join(_HEEL.get(deel, deel) for deel in delen)
    try:
        lees_dagtijd(geraden)
    except Tijdfout:
        return ""
    return geraden


def verbeterd(tekst: str) -> str:
    """De raad bij een dag die niet te lezen is, als het slot van een zin."""
    geraden = als_dagtijd(tekst)
    if geraden and geraden != tekst:
        return f'; bedoelde u "{geraden}"?'
    losse_tijd = re.fullmatch(r"(?:vanaf |om )?(\d{1,2})(?:[.:](\d{2}))?(?: ?u(?:ur)?)?", tekst.strip().lower())
    if losse_tijd and int(losse_tijd[1]) < 24:
        return f"; schrijf {int(losse_tijd[1]):02}:{losse_tijd[2] or '00'} en zet er de eindtijd bij."
    return "."
