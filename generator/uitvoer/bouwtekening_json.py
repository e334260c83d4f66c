"""De bouwtekening als JSON, met per gebied hoeveel voorzieningen elk blok vullen."""

from dataclasses import asdict

from generator.json_tekst import als_json
from generator.model import Catalogus

BESTAND = "data/bouwtekening.json"


def gevuld(ding: object) -> object:
    """Hetzelfde, zonder lege velden."""
    if isinstance(ding, dict):
        return {naam: gevuld(waarde) for naam, waarde in ding.items() if waarde not in (None, "", (), {})}
    return [gevuld(deel) for deel in ding] if isinstance(ding, list | tuple) else ding


def maak(catalogus: Catalogus) -> str:
    tekening = catalogus.kennis.bouwtekening
    aantallen = {code: dict(sorted(telling.items())) for code, telling in catalogus.aantallen.items() if catalogus.per_gebied[code]}
    return als_json({"bouwtekening": gevuld(asdict(tekening)) if tekening else {}, "aantallen": aantallen}) + "\n"
