"""Waar de gegevens van de balie en het lijstje staan: kleine bestanden, verdeeld op het id van de voorziening."""

from generator.model import Catalogus

MAP = "data/balie/"
BASIS = f"{MAP}basis.json"
PER_VAK = 40


def aantal_vakken(catalogus: Catalogus) -> int:
    return max(1, -(-len(catalogus.voorzieningen) // PER_VAK))


def vak(id_: str, aantal: int) -> int:
    """In welk vak een id zit: FNV-1a (32 bits) modulo het aantal; statisch/balie/ingangen.js rekent het net zo uit."""
    som = 2166136261
    for teken in id_.encode("ascii"):
        som = ((som ^ teken) * 16777619) & 0xFFFFFFFF
    return som % aantal


def van_vak(nummer: int) -> str:
    return f"{MAP}{nummer}.json"
