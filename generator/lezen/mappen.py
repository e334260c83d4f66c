"""Wat in een map meedoet. Een snelkoppeling, een kopie van een editor of een dubbele naam is een melding en valt niet
stil weg.
"""

import os
import re
import unicodedata

from generator.lezen.waarden import is_id, nette_naam
from generator.meldingen import Verslag

_EDITOR = re.compile(r".*(?:~|\.sw[a-p]|\.orig|\.bak|\.tmp)$|^\.#.*|^#.*#$")
_VAN_HET_SYSTEEM = {".DS_Store", "Thumbs.db", ".gitkeep", "README.md", "desktop.ini"}
GERESERVEERD = {
    "con",
    "prn",
    "aux",
    "nul",
    "index",
    "404",
    "assets",
    "search",
    "insluiten",
    "data",
    *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10)),
}


def doet_mee(ingang: os.DirEntry, pad: str, verslag: Verslag) -> bool:
    """Een gewone ingang van een map; een snelkoppeling of kopie is een melding, een bestand van het systeem telt niet."""
    if ingang.name in _VAN_HET_SYSTEEM:
        return False
    if ingang.is_symlink():
        verslag.meld("SK011", pad)
    elif _EDITOR.fullmatch(ingang.name):
        verslag.meld("SK008", pad, naam=ingang.name)
    else:
        return True
    return False


class Namen:
    """De namen in een map: elk een id, en geen twee die op een andere computer hetzelfde bestand zijn.

    `einde` komt in een melding achter de naam ('.yaml'), `soort` achter een voorstel voor een bezette naam.
    """

    def __init__(self, verslag: Verslag, soort: str, einde: str = "", bezet: set[str] = GERESERVEERD):
        self.verslag, self.soort, self.einde, self.bezet = verslag, soort, einde, bezet
        self.eerder: dict[str, str] = {}

    def goed(self, naam: str, pad: str) -> bool:
        eerste = self.eerder.setdefault(unicodedata.normalize("NFC", naam).casefold(), naam)
        if eerste is not naam:
            self.verslag.meld("SK010", pad, ander=f"{eerste}{self.einde}")
        elif len(naam) > 64 and is_id(naam[:64]):
            self.verslag.meld("SK304", pad, aantal=len(naam))
        elif not is_id(naam):
            self.verslag.meld("SK009", pad, naam=f"{naam}{self.einde}", voorstel=f"{nette_naam(naam)}{self.einde}")
        elif naam in self.bezet:
            self.verslag.meld("SK303", pad, id=naam, voorstel=f"{naam}-{self.soort}")
        else:
            return True
        return False
