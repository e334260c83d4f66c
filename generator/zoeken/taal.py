"""Taalgegevens voor het zoeken: stopwoorden, gelijke woorden, vreemde vormen en crisiswoorden, uit YAML naast deze module."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.lezen.yaml_lezer import Knoop, Lijst, Tekst, lees_yaml
from generator.meldingen import SocialeKaartFout, Verslag

HIER = Path(__file__).parent


def kale(knoop: Knoop) -> Any:
    """Een gelezen knoop als gewone tekst, lijst of dict."""
    if isinstance(knoop, Tekst):
        return knoop.waarde
    if isinstance(knoop, Lijst):
        return [kale(k) for k in knoop.waarden]
    return {naam: kale(k) for naam, k in knoop.waarden.items()}


def _lees(naam: str) -> dict:
    verslag = Verslag()
    boom = lees_yaml((HIER / naam).read_text(encoding="utf-8"), naam, verslag)
    if boom is None:
        raise SocialeKaartFout(f"generator/zoeken/{naam} is niet te lezen: {verslag.als_tekst()}", status=3)
    return kale(boom)


@lru_cache(maxsize=1)
def lees_taal() -> dict:
    """`stop` en `zwak` als tekst, `gelijk` als regels, `vormen` als woordenboek."""
    ruw = _lees("taal.yaml")
    return {"stop": " ".join(dict.fromkeys(ruw["stopwoorden"].split())), "zwak": " ".join(dict.fromkeys(ruw["zwakke_woorden"].split())),
            "gelijk": ruw["gelijke_woorden"], "vormen": ruw["onregelmatig"]}


@lru_cache(maxsize=1)
def lees_crisis() -> list[dict]:
    """De crisisblokken met kop, tekst, nummers en woorden, in volgorde van ernst."""
    return [{"id": b["id"], "kop": b["kop"], "tekst": b["tekst"], "snel": b.get("snel_weg") == "ja",
             "nummers": [[n["naam"], n["telefoon"], n["uitleg"]] for n in b["nummers"]], "woorden": b["woorden"]}
            for b in _lees("crisis.yaml")["crisis"]]
