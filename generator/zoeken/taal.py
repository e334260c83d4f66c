"""Taalgegevens voor het zoeken: stopwoorden, gelijke woorden en vreemde vormen, uit YAML naast deze module."""

from base64 import b64encode
from pathlib import Path
from typing import Any

from generator.lezen.yaml_lezer import Knoop, Lijst, Tekst, lees_yaml
from generator.meldingen import SocialeKaartFout, Verslag
from generator.voorraad import klaargezet

HIER = Path(__file__).parent


def kale(knoop: Knoop) -> Any:
    """Een gelezen knoop als gewone tekst, lijst of dict."""
    if isinstance(knoop, Tekst):
        return knoop.waarde
    if isinstance(knoop, Lijst):
        return [kale(k) for k in knoop.waarden]
    return {naam: kale(k) for naam, k in knoop.waarden.items()}


def lees_los(naam: str) -> dict:
    verslag = Verslag()
    boom = lees_yaml((HIER / naam).read_text(encoding="utf-8"), naam, verslag)
    if boom is None:
        raise SocialeKaartFout(f"generator/zoeken/{naam} is niet te lezen: {verslag.als_tekst()}", status=3)
    return kale(boom)


@klaargezet
def lees_taal() -> dict:
    """`stop`, `zwak` en `staart` als tekst, `gelijk` als regels, `vormen` als woordenboek."""
    ruw = lees_los("taal.yaml")
    return {
        "stop": " ".join(dict.fromkeys(ruw["stopwoorden"].split())),
        "zwak": " ".join(dict.fromkeys(ruw["zwakke_woorden"].split())),
        "staart": ruw["staart_zegt_niets"],
        "gelijk": ruw["gelijke_woorden"],
        "vormen": ruw["onregelmatig"],
    }


@klaargezet
def lees_gewone_taal() -> dict:
    """Wat met de rest van de index meekomt: welke woorden minder zeggen, welke bij hetzelfde horen, en welke geen
    tikfout zijn.
    """
    gewoon, taal = lees_los("gewone_woorden.yaml"), lees_los("taal.yaml")
    return {
        "ruis": taal["ruis"],
        "verwanten": taal["verwanten"],
        "bleek": taal["bleke_woorden"],
        "begrippen": taal["begrippen"],
        "vormen": {vorm: stam for stam, vormen in taal["sterk"].items() for vorm in vormen.split()},
        "heelGewoon": gewoon["heel_gewoon"],
        "gewoon": gewoon["gewoon"],
        "echt": zeef(gewoon["geen_tikfout"].split()),
    }


def zeef(woorden: list[str]) -> str:
    """Een bloomfilter als base64: twaalf bits per woord, acht plekken. Hij mist geen woord en kent er 3 op 1.000 te
    veel (echt.js).
    """
    grootte = max(8, len(woorden) * 3 // 2)
    bits = bytearray(grootte)
    for woord in woorden:
        for zaad in range(8):
            plek = strooi(woord, zaad) % (grootte * 8)
            bits[plek >> 3] |= 1 << (plek & 7)
    return b64encode(bits).decode()


def strooi(woord: str, zaad: int) -> int:
    """FNV-1a van 32 bits, zoals in echt.js."""
    getal = 2166136261 ^ zaad
    for letter in woord:
        getal = ((getal ^ ord(letter)) * 16777619) & 0xFFFFFFFF
    return getal ^ getal >> 15
