"""Cellen voor een rekenblad: wat in een cel staat mag nooit een formule worden, met welk scheidingsteken iemand haar ook leest."""

import re

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "'")
_GETAL = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
# Leest iemand de tabel met een ander scheidingsteken, dan begint hier een cel; ook een aanhalingsteken telt dan niet mee.
_NIEUWE_CEL = re.compile(r"[;\t\r\n|][ \"]*(?='*[=+@\t\r-])")


def geen_formule(tekst: str) -> str:
    """De tekst, met een apostrof ervoor als een rekenblad haar anders zou uitvoeren; een getal blijft een getal."""
    return "'" + tekst if tekst.startswith(_FORMULE) and not _GETAL.fullmatch(tekst) else tekst


def veilige_cel(tekst: str) -> str:
    """Als `geen_formule`, ook voor wie de tabel met een ander scheidingsteken of zonder aanhalingstekens leest."""
    return _NIEUWE_CEL.sub(lambda deel: f"{deel[0]}'", geen_formule(tekst))


def kale_cel(tekst: str) -> str:
    """Het omgekeerde van `geen_formule`."""
    return tekst[1:] if tekst.startswith("'") and tekst[1:].startswith(_FORMULE) else tekst
