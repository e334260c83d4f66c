"""Samenwerkende Catalogi: producten van gemeenten uit de zoekdienst van overheid.nl (SRU 1.2, XML)."""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

from generator.bewerken.vormen.bron import Bron

HOE = "geef het antwoord van de zoekdienst op searchRetrieve: XML met 'searchRetrieveResponse'."
_BELOOFD = {"language", "type", "spatial"}  # zeggen bij elk product van een gemeente hetzelfde


class GeenXml(ValueError):
    """De tekst is geen XML van deze dienst."""


def als_boom(ruw: bytes) -> dict[str, Any]:
    """Het antwoord als `{"records": [...], "volgende": nummer of None}`. Raist GeenXml.

    Een DOCTYPE kan een parser laten ontsporen en hoort er niet in; die weigeren we ongelezen.
    """
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", ruw, re.IGNORECASE):
        raise GeenXml("er staat een DOCTYPE in")
    try:
        wortel = ET.fromstring(ruw)
    except (ET.ParseError, ValueError, LookupError) as fout:
        raise GeenXml("het is geen XML") from fout
    if _kaal(wortel) != "searchRetrieveResponse":
        raise GeenXml("het is geen antwoord van de zoekdienst")
    if klacht := [d for d in wortel.iter() if _kaal(d) == "diagnostic"]:
        woorden = " ".join(" ".join(klacht[0].itertext()).split())
        raise GeenXml(f"de zoekdienst zegt: {woorden[:200]}")
    volgende = next((d.text for d in wortel.iter() if _kaal(d) == "nextRecordPosition"), None)
    producten = [_product(d) for d in wortel.iter() if _kaal(d) == "scproduct"]
    return {"records": producten, "volgende": int(volgende) if volgende and volgende.strip().isdigit() else None}


def records(boom: Any) -> Iterator[Any] | None:
    lijst = boom.get("records") if isinstance(boom, dict) else None
    return (p for p in lijst if isinstance(p, dict) and p.get("title")) if isinstance(lijst, list) else None


def rij(bron: Bron, bij: list[str]) -> dict[str, object]:
    """Een product: wat het is en waar het op de site van de gemeente staat; een plek of telefoon heeft deze bron niet."""
    adres = bron.neem("identifier")
    bron.klaar(*_BELOOFD, "productID", "onlineAanvragen", "aanvraagURL", "productHTML", "isPartOf")
    return {
        "naam": bron.neem("title"),
        "organisatie": bron.neem("authority"),
        "functie": "; ".join(dict.fromkeys(w for w in (bron.neem("uniformeProductnaam"), bron.neem("subject")) if w)),
        "omschrijving": _zonder_opmaak(bron.neem("abstract")),
        "voor_wie": bron.neem("audience"),
        "contact.website": adres,
        "gecontroleerd.op": bron.neem("modified")[:10],
        "bron": f"Samenwerkende Catalogi, {adres}",
    }


def _kaal(deel: ET.Element) -> str:
    return deel.tag.rpartition("}")[2] if isinstance(deel.tag, str) else ""


def _product(deel: ET.Element) -> dict[str, str]:
    """Elk gevuld blad van een product op zijn naam; komt een naam vaker voor, dan samen met puntkomma's."""
    uit: dict[str, str] = {}
    for blad in deel.iter():
        tekst = " ".join("".join(blad.itertext()).split())
        if tekst and (not len(blad) or _kaal(blad) == "productHTML"):
            naam = _kaal(blad)
            uit[naam] = f"{uit[naam]}; {tekst}" if naam in uit else tekst
    return uit


def _zonder_opmaak(tekst: str) -> str:
    return " ".join(re.sub(r"<[^<>]*>", " ", html.unescape(tekst)).split())
