"""Wat boven een lange bladzijde voor de redactie staat: een inhoudslijst; een script zet er een zoekvak onder."""

import re
from collections.abc import Iterable


def wegwijs(koppen: Iterable[str]) -> str:
    """Links naar de hoofdstukken, als Markdown; op deze kop wacht statisch/redactie/zoek.js."""
    links = "\n".join(f"- [{kop}](#{anker(kop)})" for kop in koppen)
    return f"## Op deze bladzijde\n\n{links}\n\n"


def anker(kop: str) -> str:
    """Het kenmerk dat Markdown aan een kop geeft."""
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", kop).strip().lower())
