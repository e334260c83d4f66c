"""Nederlandse telefoonnummers: wat een nummer kan zijn, en welke landelijke nummers er niet meer zijn.

Bron van de lengtes: Nummerplan telefoon- en ISDN-diensten. 0999 is niet in gebruik; daar staan onze voorbeelden.
"""

import re

# Nummers die zijn vervallen, met waar het nieuwe staat (feiten/landelijke_nummers.csv).
VERVALLEN = {"09000113": "113.nl", "09000767": "deluisterlijn.nl", "09008020": "juridischloket.nl",
             "09002020496": "mantelzorg.nl", "09002354354": "discriminatie.nl"}
_TEKENS = re.compile(r"\+?[\d ()./-]{3,24}", re.A)
_NUMMER = re.compile(
    r"0[1-9]\d{8}"  # netnummer en abonneenummer, 06, 085, 088 en de voorbeelden met 0999
    r"|0(?:800|90[069])(?:\d{4}|\d{7})"
    r"|140\d{2,3}"  # 14 en het netnummer: de gemeente
    r"|11[23]|144|116\d{3}|18\d{2}", re.A)


def is_telefoon(waarde: str) -> bool:
    """Of dit een nummer is dat iemand in Nederland kan bellen, hoe het ook in groepjes staat."""
    if not _TEKENS.fullmatch(waarde):
        return False
    kaal = re.sub(r"[ ()./-]", "", waarde.replace("(0)", ""))
    if kaal.startswith(("+31", "0031")):
        return bool(re.fullmatch(r"0[1-9]\d{8}", "0" + kaal.removeprefix("+31").removeprefix("0031")))
    return bool(_NUMMER.fullmatch(kaal) or re.fullmatch(r"\+[1-9]\d{7,14}", kaal))
