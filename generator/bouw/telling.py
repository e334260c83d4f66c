"""De open data telt dezelfde voorzieningen en punten als elkaar. Geteld wordt in de bytes die geschreven zijn, door wie ze
schreef; alleen de ids gaan naar het eerste proces.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping

import orjson

from generator.meldingen import Verslag

JSON, CSV, GEOJSON = (f"data/voorzieningen.{soort}" for soort in ("json", "csv", "geojson"))
Telling = tuple[list[str], list[str]]  # het id bij elke regel, en bij elk punt


def tel(pad: str, ruw: bytes) -> Telling | None:
    """De ids in een bestand met voorzieningen; None bij elk ander bestand."""
    return _TELLERS[pad](ruw) if pad in _TELLERS else None


def _tel_json(ruw: bytes) -> Telling:
    lijst = orjson.loads(ruw)["voorzieningen"]
    return [v["id"] for v in lijst], [v["id"] for v in lijst for plek in v["locaties"] if "punt" in plek]


def _tel_csv(ruw: bytes) -> Telling:
    return list(kolom(ruw.decode(), "id")), []


def _tel_geojson(ruw: bytes) -> Telling:
    return [], [k["properties"]["id"] for k in orjson.loads(ruw)["features"]]


_TELLERS: dict[str, Callable[[bytes], Telling]] = {JSON: _tel_json, CSV: _tel_csv, GEOJSON: _tel_geojson}


def controleer_telling(geteld: Mapping[str, Telling], bestanden: set[str], verslag: Verslag) -> None:
    """De open data telt dezelfde voorzieningen en punten als elkaar, en elke voorziening heeft een pagina.

    Args:
        geteld: wat `tel` van elk bestand met voorzieningen gaf, op pad ('data/voorzieningen.json').
    """
    lijst, punten = geteld[JSON]
    ids, rijen, kenmerken = set(lijst), set(geteld[CSV][0]), geteld[GEOJSON][1]
    for goed, reden in (
        (len(ids) == len(lijst), "een id staat twee keer in voorzieningen.json"),
        (rijen == ids, f"voorzieningen.csv heeft {len(rijen)} ids, voorzieningen.json {len(ids)}"),
        (
            sorted(kenmerken) == sorted(punten),
            f"voorzieningen.geojson heeft {len(kenmerken)} punten, voorzieningen.json {len(punten)}",
        ),
        (all(f"voorzieningen/{id_}/index.html" in bestanden for id_ in ids), "een voorziening heeft geen pagina"),
    ):
        if not goed:
            verslag.meld("SK706", f"site/{JSON}", reden=reden)


def kolom(tekst: str, naam: str) -> Iterator[str]:
    """De waarden in een kolom van een CSV met kop."""
    rijen = csv.reader(io.StringIO(tekst.removeprefix("\ufeff")))
    nummer = next(rijen).index(naam)
    return (rij[nummer] for rij in rijen)
