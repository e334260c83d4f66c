"""De bouwtekening als JSON, met per gebied hoeveel voorzieningen elk blok vullen."""

from collections.abc import Iterator

from msgspec import to_builtins

from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.uitvoer.herkomst import over_bestand

BESTAND = "data/bouwtekening.json"


def zonder_leeg(ding: object) -> object:
    """Hetzelfde, zonder lege velden."""
    if isinstance(ding, dict):
        return {naam: zonder_leeg(waarde) for naam, waarde in ding.items() if waarde not in (None, "", (), {})}
    return [zonder_leeg(deel) for deel in ding] if isinstance(ding, list | tuple) else ding


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    tekening = catalogus.kennis.bouwtekening
    aantallen = {
        code: dict(sorted(telling.items()))
        for code, telling in catalogus.aantallen.items()
        if catalogus.per_gebied[code]
    }
    inhoud = {"bouwtekening": zonder_leeg(to_builtins(tekening)) if tekening else {}, "aantallen": aantallen}
    yield BESTAND, als_json({**over_bestand(catalogus, "bouwtekening"), **inhoud}) + "\n"
