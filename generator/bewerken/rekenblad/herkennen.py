"""Herkennen wat er al is: een ingang op naam en adres, een functie of organisatie op naam."""

from pathlib import Path

from generator.bewerken.rekenblad.uitvoer import snelle_boom
from generator.bewerken.stukken import KanNiet
from generator.lezen.bestanden import lees_tekst
from generator.lezen.lagen import bestanden_per_id
from generator.lezen.waarden import nette_naam
from generator.meldingen import Verslag


def sleutel_van(boom: dict) -> tuple:
    """Waar een ingang aan te herkennen is: haar naam, met postcode of straat en nummer, of anders haar punt."""
    plek = (boom.get("locaties") or [{}])[0]
    adres, punt = (_kaal(plek.get(deel)) if isinstance(plek, dict) else {} for deel in ("adres", "punt"))
    straat = adres.get("postcode") or adres.get("straat")
    waar = (straat, adres.get("huisnummer")) if straat else (punt.get("lengte", "")[:6], punt.get("breedte", "")[:7])
    return "".join(t for t in str(boom.get("naam", "")).casefold() if t.isalnum()), *waar


def gesloten_op_naam(velden: dict, sleutel: tuple, op_plek: dict[tuple, list[str]]) -> list[str]:
    """Wat gesloten is, staat elders vaak zonder plek; dan is een naam die hier maar een keer is genoeg."""
    if velden.get("status") != "gesloten" or any(sleutel[1:]):
        return []
    ids = [id_ for ander, bij in op_plek.items() if ander[0] == sleutel[0] for id_ in bij]
    return ids if len(ids) == 1 else []


def _kaal(groep: object) -> dict[str, str]:
    velden = groep.items() if isinstance(groep, dict) else ()
    return {naam: "".join(str(waarde).casefold().split()) for naam, waarde in velden}


def namen_van(map_: Path, soort: str) -> dict[str, str]:
    """Van naam (als id geschreven) en van id naar het id, voor de functies of organisaties van een map."""
    uit: dict[str, str] = {}
    for bestand in bestanden_per_id(map_, soort).values():
        tekst = lees_tekst(bestand, bestand.name, Verslag())
        try:
            boom = snelle_boom(tekst or "")
        except KanNiet:
            boom = {}
        uit[bestand.stem] = bestand.stem  # ook van een aanvulling, die geen naam hoeft te hebben
        for naam in (boom.get("naam"), boom.get("naam_in_bron")):
            if isinstance(naam, str):
                uit.setdefault(nette_naam(naam), bestand.stem)
    return uit
