"""nazien.md lezen: een vakje per landelijk nummer, met de dag waarop iemand het heeft nagezien."""

import os
import re
from datetime import date
from pathlib import Path

from generator.lezen.bestanden import controleer_tekens, lees_tekst
from generator.lezen.waarden import is_id
from generator.meldingen import Verslag
from generator.model.adresboek import Bevestiging

BESTAND = "nazien.md"
_REGEL = re.compile(r"- \[(?P<vak>[ xX])\] (?P<wat>.+) \((?P<id>[^()]*)\)(?:, nagezien op (?P<op>\S+))?\s*")
_VAK = re.compile(r"\s*[-*+] ?\[")


def lees_nazien(map_: Path, verslag: Verslag, peildatum: date) -> dict[str, Bevestiging]:
    """Elk aangekruist vakje, op het id van de ingang; een regel die niet te lezen is, is een fout."""
    if not os.path.exists(map_ / BESTAND):
        return {}
    tekst = lees_tekst(map_ / BESTAND, BESTAND, verslag)
    if tekst is None or not controleer_tekens(tekst, BESTAND, verslag):
        return {}
    uit: dict[str, Bevestiging] = {}
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        vondst = _REGEL.fullmatch(regel)
        if vondst and is_id(vondst["id"]):
            if vondst["vak"] in "xX":
                uit[vondst["id"]] = _bevestiging(vondst, nummer, verslag, peildatum)
        elif _VAK.match(regel):
            verslag.meld("SK354", BESTAND, (nummer, 1))
    return uit


def _bevestiging(vondst: re.Match[str], nummer: int, verslag: Verslag, peildatum: date) -> Bevestiging:
    """Een aangekruist vakje; zonder goede dag is er nog niets bevestigd."""
    ruw, plek = vondst["op"], (nummer, vondst.start("op") + 1 if vondst["op"] else len(vondst[0]) + 1)
    op = None
    if ruw is None:
        verslag.meld("SK355", BESTAND, plek, lijn=f", nagezien op {peildatum}")
    else:
        op = _dag(ruw)
        if op is None:
            verslag.meld("SK207", BESTAND, plek, waarde=ruw, hint="")
        elif op > peildatum:
            verslag.meld("SK208", BESTAND, plek, waarde=ruw, peildatum=peildatum)
            op = None
    return Bevestiging(vondst["wat"], op)


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst, re.ASCII) else None
    except ValueError:
        return None
