"""oEmbed als vaste bestanden: hoe een ander een bladje inlijst, in de taal die veel redactiesystemen al spreken."""

import json
from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas.insluiten.insluitingen import HOOGTE, alle_insluitingen, kadercode


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van oembed.json bij elk bladje. https://oembed.com, versie 1.0, soort 'rich'."""
    inst = catalogus.instellingen
    for blad in alle_insluitingen(catalogus):
        yield (
            f"{blad.pad}oembed.json",
            json.dumps(
                {
                    "version": "1.0",
                    "type": "rich",
                    "title": blad.titel,
                    "provider_name": inst.naam,
                    "provider_url": inst.adres,
                    "html": kadercode(blad, inst),
                    "width": 600,
                    "height": HOOGTE,
                    "cache_age": 86400,
                },
                ensure_ascii=False,
            )
            + "\n",
        )
