"""Cellen voor een rekenblad: wat in een cel staat mag nooit een formule worden, met welk scheidingsteken iemand haar ook leest."""

import re

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "'")
_GETAL = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
# Leest iemand de tabel met een ander scheidingsteken, dan begint hier een cel; ook een aanhalingsteken telt dan niet mee.
_NIEUWE_CEL = re.compile(r"([;\t\r\n|][ \"]*)(?='*[=+@\t\r-])")
_BEWAAKT = re.compile(r"([;\t\r\n|][ \"]*)'(?='*[=+@\t\r-])")


def veilige_cel(tekst: str) -> str:
    """De tekst van een cel; een apostrof komt voor alles wat een rekenblad als formule zou uitvoeren."""
    if tekst.startswith(_FORMULE) and not _GETAL.fullmatch(tekst):
        tekst = "'" + tekst
    return _NIEUWE_CEL.sub(r"\1'", tekst)


def kale_cel(tekst: str) -> str:
    """Het omgekeerde van `veilige_cel`: de tekst zoals zij was."""
    if tekst.startswith("'") and tekst[1:].startswith(_FORMULE):
        tekst = tekst[1:]
    return _BEWAAKT.sub(r"\1", tekst)
