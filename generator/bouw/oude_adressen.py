"""Wat er op oude adressen komt te staan: een pagina die doorverwijst, hetzelfde blad of bestand nog eens, of een bericht."""

from collections.abc import Callable
from pathlib import Path

from generator.bouw.adressen import Verhuizing, hoofd_van
from generator.bouw.stempelen import Stempel
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.vinden.verhuisd import insluitblad_weg, verhuispagina, vervallen_pagina
from generator.uitvoer.activiteiten_ics import als_agenda
from generator.uitvoer.dekking_csv import KOLOMMEN as DEKKING
from generator.uitvoer.feeds import feed_van_weg
from generator.uitvoer.oembed import oembed_van_weg
from generator.uitvoer.rekenblad import als_csv

LEGE_KAART = '{"type":"FeatureCollection","features":[]}\n'


def schrijf_oude_adressen(
    gaan: dict[str, Verhuizing], titels: dict[str, str], stempel: Stempel, werk: Path, schrijf: Callable
) -> None:
    """Zet op elk oud adres neer wat er hoort; `schrijf(pad, inhoud)` schrijft een bestand van de site."""
    for adres, gaat in gaan.items():
        if (inhoud := _inhoud(adres, gaat, titels, stempel, werk)) is not None:
            schrijf(bestand_van(adres), inhoud)


def bestand_van(adres: str) -> str:
    return f"{adres}index.html" if adres.endswith("/") else adres


def _inhoud(adres: str, gaat: Verhuizing, titels: dict[str, str], stempel: Stempel, werk: Path) -> str | bytes | None:
    if not adres.endswith("/"):
        return _bestand(adres, gaat, titels, werk, stempel.catalogus)
    if adres.startswith("insluiten/") and adres.count("/") == gaat.naar.count("/"):
        return (werk / bestand_van(gaat.naar)).read_bytes()  # een kader bij een partner houdt zo ook zijn keuzes
    return stempel.maak(_pagina(adres, gaat, titels, stempel.catalogus)).html


def _bestand(
    adres: str, gaat: Verhuizing, titels: dict[str, str], werk: Path, catalogus: Catalogus
) -> str | bytes | None:
    """Open data kan niet doorverwijzen: op het oude adres staan dezelfde bytes, of van zijn soort een leeg bestand."""
    if gaat.naar:
        return (werk / gaat.naar).read_bytes()
    hoofd = hoofd_van(adres)
    was = catalogus.adresboek.get(hoofd)
    if adres.endswith("/oembed.json"):
        return oembed_van_weg(was, catalogus)
    naam = was.naam if was and was.naam else "Dit"
    titel = f"{titels[hoofd]}: hier staan nu geen berichten" if hoofd in titels else f"{naam} is er niet meer"
    maak = LEEG.get(adres.rpartition(".")[2])
    return maak(adres, hoofd, titel, catalogus) if maak else None


# Wie zo'n bestand volgt, krijgt niets meer te zien en geen fout. Een tabel heeft alleen haar kop.
LEEG: dict[str, Callable[[str, str, str, Catalogus], str]] = {
    "geojson": lambda *_: LEGE_KAART,
    "ics": lambda _adres, _hoofd, titel, catalogus: als_agenda(titel, [], catalogus),
    "xml": feed_van_weg,
    "csv": lambda *_: als_csv(DEKKING, []),
    "json": lambda *_: '{"aantal":0,"wijzigingen":[]}\n',
}


def _pagina(adres: str, gaat: Verhuizing, titels: dict[str, str], catalogus: Catalogus) -> Pagina:
    if gaat.naar:
        return verhuispagina(adres, gaat.naar, titels[gaat.naar])
    maak = insluitblad_weg if adres.startswith("insluiten/") else vervallen_pagina
    return maak(adres, gaat.regel, catalogus, titels)
