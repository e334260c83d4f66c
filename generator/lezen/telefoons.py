"""Nederlandse telefoonnummers: wat een nummer kan zijn, en welke landelijke nummers er niet meer zijn.

Bron van de lengtes: Nummerplan telefoon- en ISDN-diensten. 0999 is niet in gebruik; daar staan onze voorbeelden.
"""

import re

# Nummers die zijn vervallen, met waar het nieuwe staat (feiten/landelijke_nummers.csv).
VERVALLEN = {
    "09000113": "113.nl",
    "09000767": "deluisterlijn.nl",
    "09008020": "juridischloket.nl",
    "09002020496": "mantelzorg.nl",
    "09002354354": "discriminatie.nl",
}
_TEKENS = re.compile(r"\+?[\d ()./-]{3,24}", re.A)
_NUMMER = re.compile(
    r"0[1-9]\d{8}"  # netnummer en abonneenummer, 06, 085, 088 en de voorbeelden met 0999
    r"|0(?:800|90[069])(?:\d{4}|\d{7})"
    r"|140\d{2,3}"  # 14 en het netnummer: de gemeente
    r"|11[23]|144|116\d{3}|18\d{2}",
    re.A,
)


_STREEPJES = re.compile(r"\s*[\u2010-\u2015\u2212\u00ad]\s*")
_VOORAF = re.compile(r"^(?:telefoonnummer|telefoon|tel|t|bel)\s*[.:]*\s*(?=[+(\d])", re.I)
_ERACHTER = re.compile(
    r"^(.*?\d)\s*[(,;]?\s*((?:kies|toets|optie|keuze|toestel|tst)\W*\d+"
    r"|(?:[\d,.]+|\d+ cent).{0,30}per (?:gesprek|minuut).{0,20})\)?$",
    re.I,
)


PATRONEN = {"tekens": _TEKENS, "nummer": _NUMMER, "streepjes": _STREEPJES, "vooraf": _VOORAF}


def gewoon_geschreven(waarde: str) -> str:
    """Een nummer zoals wij het schrijven: gewone spaties en streepjes, zonder 'tel.' ervoor."""
    kaal = " ".join(waarde.replace("\u00a0", " ").replace("\u202f", " ").split())
    return re.sub(r"^(0\d{1,3}) - (?=\d)", r"\1-", _VOORAF.sub("", _STREEPJES.sub("-", kaal)))


def raad_bij_telefoon(waarde: str) -> str:
    """Waar een keuze, een toestel of een tarief achter het nummer heen kan, als slot van een zin."""
    if waarde.count("(") > waarde.count(")"):
        return ". Staat er een komma in, zet dan de hele waarde tussen aanhalingstekens."
    delen = _ERACHTER.match(waarde)
    if not delen or not is_telefoon(gewoon_geschreven(delen[1])):
        return "."
    soort = "tarief" if "per " in delen[2].lower() else "keuze"
    nummer = gewoon_geschreven(delen[1])
    return (
        f". Schrijf bij 'telefoon' alleen \"{nummer}\" en zet op de regel eronder: "
        f'telefoons: [{{telefoon: "{nummer}", naam: algemeen, {soort}: "{delen[2].strip(" ()")}"}}].'
    )


def is_telefoon(waarde: str) -> bool:
    """Of dit een nummer is dat iemand in Nederland kan bellen, hoe het ook in groepjes staat."""
    if not _TEKENS.fullmatch(waarde):
        return False
    kaal = re.sub(r"[ ()./-]", "", waarde.replace("(0)", ""))
    if kaal.startswith(("+31", "0031")):
        return bool(re.fullmatch(r"0[1-9]\d{8}", "0" + kaal.removeprefix("+31").removeprefix("0031")))
    return bool(_NUMMER.fullmatch(kaal) or re.fullmatch(r"\+[1-9]\d{7,14}", kaal))
