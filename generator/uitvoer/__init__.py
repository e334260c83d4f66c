"""Open data: een module per bestand of soort bestand. Elke module heeft `maak(catalogus) -> Iterator[(pad, tekst)]`.

In plaats van de tekst mag er een functie staan die haar geeft: wie alleen de adressen wil weten, wacht er dan niet op. De
tekst mag ook al bytes zijn.
"""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module

from generator.model import Catalogus

Inhoud = str | bytes | Callable[[], str | bytes]
Soort = Callable[[], Iterator[tuple[str, Inhoud]]]
UITVOER = (
    "voorzieningen_json",
    "voorzieningen_csv",
    "voorzieningen_geojson",
    "gebieden_geojson",
    "functies_json",
    "kerncijfers_csv",
    "bouwtekening_json",
    "begrippen_jsonld",
    "taken_csv",
    "wetten_json",
    "oembed",
    "dekking_csv",
    "activiteiten_ics",
    "activiteiten_json",
    "meenemen",
    "wijzigingen_json",
    "feeds",
    "kiss_vac",
    "kiss_kennisartikelen",
    "hsds",
    "catalogus_jsonld",
    "schemas",
)


def uitvoersoorten(catalogus: Catalogus) -> list[Soort]:
    """Per soort een functie die (pad, tekst) van haar bestanden geeft; de module komt pas binnen als zij draait."""
    return [partial(_maak, naam, catalogus) for naam in UITVOER]


def _maak(naam: str, catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    return import_module(f"generator.uitvoer.{naam}").maak(catalogus)


def alle_uitvoer(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van elk bestand met open data."""
    for soort in uitvoersoorten(catalogus):
        for pad, inhoud in soort():
            tekst = tekst_van(inhoud)
            yield pad, tekst if isinstance(tekst, str) else tekst.decode()


def tekst_van(inhoud: Inhoud) -> str | bytes:
    return inhoud() if callable(inhoud) else inhoud
