"""oEmbed als vaste bestanden: hoe een ander een bladje inlijst, in de taal die veel redactiesystemen al spreken."""

import json
from collections.abc import Iterator

from generator.model import Catalogus
from generator.model.adresboek import Gepubliceerd
from generator.paginas.insluiten.insluitingen import HOOGTE, alle_insluitingen, kadercode


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van oembed.json bij elk bladje. https://oembed.com, versie 1.0, soort 'rich'."""
    inst = catalogus.instellingen
    for blad in alle_insluitingen(catalogus):
        kader: dict[str, str | int] = {"html": kadercode(blad, inst), "width": 600, "height": HOOGTE}
        yield f"{blad.pad}oembed.json", _tekst("rich", blad.titel, catalogus, kader)


def oembed_van_weg(was: Gepubliceerd | None, catalogus: Catalogus) -> str:
    """Voor een bladje dat er niet meer is: soort 'link', zodat een redactiesysteem niets meer inlijst."""
    return _tekst("link", f"{was.naam if was and was.naam else 'Deze lijst'} is er niet meer", catalogus, {})


def _tekst(soort: str, titel: str, catalogus: Catalogus, meer: dict[str, str | int]) -> str:
    inst = catalogus.instellingen
    van = {"provider_name": inst.naam, "provider_url": inst.adres}
    boom = {"version": "1.0", "type": soort, "title": titel, **van, **meer, "cache_age": 86400}
    return json.dumps(boom, ensure_ascii=False) + "\n"
