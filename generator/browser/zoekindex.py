"""De zoekindex in delen, in de volgorde waarin de browser ze nodig heeft: de kern om te zoeken, wat een kaartje laat
zien, en de rest die het zoeken beter maakt. De woorden bij nood en de kennis staan apart.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from generator.json_tekst import als_bestand
from generator.model import Catalogus
from generator.uitvoer import Inhoud
from generator.zoeken.crisis import maak_crisis
from generator.zoeken.index import maak_index
from generator.zoeken.kennis import maak_kennis

# De zoekwoorden van meer dan een woord horen erbij: zonder die is een zin van een bewoner nog niet te begrijpen.
TONEN = ("zoekwoorden", "samenvatting", "telefoon", "kosten", "stand", "standtabel", "lager", "lagertabel")
_EERSTE_ZIN = re.compile(r"^.{20,}?[.!?](?=\s|$)")  # als eersteZin in statisch/zoek/kaart.js


def maak(catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    alle = cache(partial(delen, catalogus))
    for naam in ("kern", "tonen", "rest"):
        yield f"assets/zoek/{naam}.json", partial(_deel, alle, naam)
    yield "assets/zoek/kennis.json", lambda: als_bestand(maak_kennis(catalogus))
    yield "assets/zoek/crisis.json", lambda: als_bestand(maak_crisis(catalogus))


def _deel(alle: Callable[[], dict[str, dict]], naam: str) -> bytes:
    return als_bestand(alle()[naam])


def delen(catalogus: Catalogus) -> dict[str, dict]:
    kern, rest = maak_index(catalogus)
    tonen, later = verdeel(rest["rest"])
    return {"kern": kern, "tonen": rest | {"rest": tonen}, "rest": rest | {"rest": later}}


def verdeel(rest: dict) -> tuple[dict, dict]:
    """Wat een kaartje laat zien en wat er daarna komt; de uitleg van een functie is in tweeën na haar eerste zin."""
    eerste = [eerste_zin(uitleg) for uitleg in rest["uitleg"].split("\n")]
    vervolg = [uitleg[len(zin) :] for zin, uitleg in zip(eerste, rest["uitleg"].split("\n"), strict=True)]
    tonen = {naam: rest[naam] for naam in TONEN} | {"zin": "\n".join(eerste)}
    return tonen, {n: w for n, w in rest.items() if n not in TONEN} | {"uitleg": "\n".join(vervolg)}


def eerste_zin(tekst: str) -> str:
    gevonden = _EERSTE_ZIN.match(tekst)
    return gevonden[0] if gevonden else tekst
