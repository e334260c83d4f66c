"""Wat voor ding een bestand van de inhoudsmap is: zijn soort, zijn veldentabel, en of een bezoeker het ziet."""

import re
from functools import cache
from typing import NamedTuple

from generator import schema
from generator.model import SOORTEN as MAPPEN
from generator.schema.bronlijst import BRONNEN
from generator.schema.kennisbestanden import KENNISBESTANDEN
from generator.schema.sets import SETS
from generator.schema.veld import Veld


class Soort(NamedTuple):
    """`naam` is de sleutel van WOORD, `lijst` of het bestand uit losse dingen bestaat, `id` wat het patroon ving."""

    naam: str
    tabel: Veld | None = None
    lijst: bool = False
    id: str = ""


_LEEG = Veld("", "groep", "")
_YAML: tuple[tuple[str, str, Veld, bool], ...] = (
    (rf"sociale_kaart/(?:{'|'.join(MAPPEN)})/([^/]+)\.yaml", "voorziening", schema.VOORZIENING, False),
    (r"sociale_kaart/organisaties/([^/]+)\.yaml", "organisatie", schema.ORGANISATIE, False),
    (r"sociale_kaart/activiteiten/([^/]+)\.yaml", "activiteit", schema.ACTIVITEIT, False),
    (r"sociale_kaart/functies/([^/]+)\.yaml", "functie", schema.FUNCTIE, False),
    (r"sociale_kaart/(themas)\.yaml", "thema", schema.THEMABESTAND, True),
    *((rf"sociale_kaart/({k.naam})\.yaml", k.soort or k.naam, k.tabel, True) for k in KENNISBESTANDEN),
    (r"gebieden/([^/]+)/gemeente\.yaml", "gemeente", schema.GEMEENTE, False),
    (r"gebieden/([^/]+)/indeling\.yaml", "deelgebied", schema.INDELING, True),
    (r"gebieden/([^/]+)/kerncijfers\.yaml", "cijfer", schema.INDICATORBESTAND, True),
    (r"gebieden/([^/]+)/herkomst\.yaml", "herkomst", schema.HERKOMST, False),
    (r"(mkdocs)\.yml", "instelling", schema.INSTELLINGEN, False),
    (r"(sets)\.yaml", "set", SETS, True),
    (r"(bronnen)\.yaml", "bron", BRONNEN, True),
)
_ANDER = (
    (r"sociale_kaart/(doorverwijzingen)\.yaml", "doorverwijzing"),
    (r"gebieden/([^/]+)/(?:wijken|buurten)\.geojson", "grenzen"),
    (r"gebieden/([^/]+)/(?:water|ondergrond)\.geojson", "kaartlaag"),
    (r"gebieden/([^/]+)/\w+\.csv", "tabel"),
    (r"inhoud/(.+)\.md", "pagina"),
    (r"(adressen)\.yaml", "adresboek"),
    (r"(nazien)\.md", "nazien"),
)
_PATRONEN = (
    *((re.compile(patroon), Soort(naam, tabel, lijst)) for patroon, naam, tabel, lijst in _YAML),
    *((re.compile(patroon), Soort(naam)) for patroon, naam in _ANDER),
)
_UIT_SET = re.compile(r"^sets/[^/]+/(?:sociale_kaart/)?")
# Hoe een soort heet voor wie geen YAML kent.
WOORD = {
    "voorziening": "",
    "organisatie": "organisatie",
    "activiteit": "activiteit",
    "functie": "soort hulp",
    "thema": "onderwerp",
    "begrip": "woord in de woordenlijst",
    "stap": "stap in de weg van een vraag",
    "cluster": "vak in de bouwtekening",
    "taak": "taak in het register",
    "regio": "samenwerking in de regio",
    "feiten_bronnen": "stuk of feit uit een bron",
    "wegwijzer": "vraag in de wegwijzer",
    "schoolvakanties": "schoolvakantie",
    "elders": "wat hier niet staat",
    "crisis": "woord bij nood",
    "zoektests": "zoektest",
    "beheer": "wie wat bijhoudt",
    "gemeente": "gemeente",
    "deelgebied": "eigen gebied",
    "cijfer": "soort cijfer",
    "herkomst": "herkomst van gegevens",
    "instelling": "instelling van de site",
    "set": "set",
    "doorverwijzing": "oud adres",
    "grenzen": "gebied",
    "kaartlaag": "laag op de kaart",
    "tabel": "tabel",
    "pagina": "geschreven pagina",
    "adresboek": "lijst van adressen",
    "nazien": "nagekeken nummers",
    "bestand": "bestand",
}
# Wat een bezoeker op de site terugziet; de rest is voor wie de site maakt.
PUBLIEK = frozenset(
    (
        "voorziening",
        "organisatie",
        "activiteit",
        "functie",
        "thema",
        "begrip",
        "gemeente",
        "deelgebied",
        "grenzen",
        "pagina",
    )
)


@cache
def soort_van(pad: str) -> Soort:
    """De soort bij een pad; iets onbekends is een 'bestand'. Een opgehaalde set telt als eigen inhoud."""
    pad = _UIT_SET.sub("sociale_kaart/", pad)
    for patroon, soort in _PATRONEN:
        if vondst := patroon.fullmatch(pad):
            return soort._replace(id=vondst[1])
    return Soort("bestand", id=pad)
