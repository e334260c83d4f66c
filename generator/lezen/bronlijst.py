"""bronnen.yaml lezen en nakijken; wat er bij de bronnen zelf staat, leest alleen 'bijwerken'."""

import ipaddress
import os
from collections.abc import Collection
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator.lezen.bestanden import lees_tekst
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import Lezing, naaste
from generator.lezen.yaml_lezer import Lijst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model.bronlijst import Bronadres, Bronlijst
from generator.schema.bronlijst import BRONNEN

BESTAND = "bronnen.yaml"


def lees_bronnen(map_: Path, verslag: Verslag, peildatum: date, functies: Collection[str]) -> tuple[Bronadres, ...]:
    """De bronnen; wat er mis is, staat in het verslag. `functies` zijn de id's die er zijn."""
    if not os.path.lexists(map_ / BESTAND):
        return ()
    tekst = lees_tekst(map_ / BESTAND, BESTAND, verslag)
    boom = None if tekst is None else lees_yaml(tekst, BESTAND, verslag)
    if boom is None:
        return ()
    uit = lees_groep(boom, BRONNEN, Lezing(verslag, BESTAND, peildatum, BRONNEN))
    if not isinstance(uit, Bronlijst):
        return ()
    namen: set[str] = set()
    for nummer, bron in enumerate(uit.bronnen):
        plek = _plek(boom, nummer)
        if bron.naam in namen:
            verslag.meld("SK220", BESTAND, plek, waarde=bron.naam, veld="bronnen")
        namen.add(bron.naam)
        if reden := bezwaar(bron.adres):
            verslag.meld("SK846", BESTAND, plek, adres=bron.adres, reden=reden)
        for functie in {bron.functie, *(f.functie for f in bron.functies)} - {"", *functies}:
            raad = naaste(functie, sorted(functies))
            verslag.meld("SK847", BESTAND, plek, functie=functie, naaste=raad)
    return uit.bronnen


def bezwaar(adres: str) -> str:
    """Waarom een adres geen bron kan zijn, of leeg. Over gewoon http gaat alleen wat op deze machine staat."""
    try:
        delen = urlsplit(adres)
        host = delen.hostname or ""
        _ = delen.port
    except ValueError:
        return "het is geen adres"
    if delen.scheme not in ("http", "https") or not host:
        return "het begint niet met https://"
    if delen.username or delen.password:
        return "er staat een naam of wachtwoord in"
    if delen.scheme == "http" and not _hier(host):
        return "het is niet versleuteld"
    return ""


def _hier(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _plek(boom: Velden, nummer: int) -> tuple[int, int]:
    lijst = boom.waarden.get("bronnen")
    delen = lijst.waarden if isinstance(lijst, Lijst) else []
    return delen[nummer].plek if nummer < len(delen) else boom.plek
