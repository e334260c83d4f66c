"""links.json lezen: wat de opdracht `links` eerder vond. Het is een voorraad: wat niet te lezen is, telt niet mee."""

import json
from datetime import date
from pathlib import Path

from generator.meldingen import Verslag
from generator.model.links import Linkstand

BESTAND = "links.json"


def lees_links(map_: Path, verslag: Verslag) -> dict[str, Linkstand]:
    """Per adres (https://... of mail:domein) de laatste stand; een kapot bestand is een waarschuwing."""
    bestand = map_ / BESTAND
    if not bestand.is_file() or bestand.is_symlink():
        return {}
    try:
        ruw = json.loads(bestand.read_text(encoding="utf-8"))
        return {str(adres): _stand(deel) for adres, deel in ruw["adressen"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        verslag.meld("SK734", BESTAND, naam=BESTAND)
        return {}


def _stand(deel: dict) -> Linkstand:
    return Linkstand(
        str(deel["uitkomst"]),
        date.fromisoformat(deel["op"]),
        int(deel.get("mis", 0)),
        str(deel.get("naar", "")),
        str(deel.get("reden", "")),
    )
