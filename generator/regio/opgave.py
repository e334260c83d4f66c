"""regiokaart.yaml lezen: welke sites meedoen, met de plek van elke regel voor een melding."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator.lezen.bestanden import lees_tekst
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import Velden, lees_yaml
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model.regiokaart import Regiokaart
from generator.schema.regiokaart import REGIOKAART

BESTAND = "regiokaart.yaml"
Plek = tuple[int, int]
_STAP = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")


def lees_opgave(map_: Path, verslag: Verslag, peildatum: date) -> tuple[Regiokaart, list[Plek]] | None:
    """De opgave en per site de plek in het bestand, of None met meldingen."""
    if not (map_ / BESTAND).is_file():
        raise SocialeKaartFout(
            f"in '{map_}' staat geen {BESTAND}.",
            f"maak {BESTAND}, of wijs met --map de map aan waar zij staat; PUBLICEREN.md laat er een zien.",
        )
    tekst = lees_tekst(map_ / BESTAND, BESTAND, verslag)
    boom = None if tekst is None else lees_yaml(tekst, BESTAND, verslag, "")
    if boom is None:
        return None
    lezing = Lezing(verslag, BESTAND, peildatum, REGIOKAART)
    opgave = lees_groep(boom, REGIOKAART, lezing)
    if not isinstance(opgave, Regiokaart) or not keur_adres(opgave.adres, boom, lezing):
        return None
    return opgave, [deel.plek for deel in boom.waarden["sites"].waarden]


def keur_adres(adres: str, boom: Velden, lezing: Lezing) -> bool:
    """Het adres is een naam met hoogstens een map erachter: elk adres van de regio begint ermee."""
    delen = urlsplit(adres)
    stappen = [stap for stap in delen.path.strip("/").split("/") if stap]
    if not delen.query and not delen.fragment and all(map(_STAP.fullmatch, stappen)):
        return True
    reden = "er hoort na de naam hoogstens een map"
    lezing.meld("SK816", boom.waarden["adres"].plek, waarde=adres, reden=reden)
    return False


def met_streep(adres: str) -> str:
    """Het adres met een streep erachter."""
    return adres if adres.endswith("/") else f"{adres}/"
