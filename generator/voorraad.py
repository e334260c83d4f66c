"""De voorraad: wat een vorige bouw al heeft uitgerekend, op vingerafdruk van de invoer. Weggooien mag altijd.

Zij staat in de gebruikersmap en nooit in het project: een pickle uit een pull request zou code kunnen uitvoeren.
"""

import hashlib
import os
import pickle
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

from platformdirs import user_cache_path


def vingerafdruk(*delen: bytes | str) -> str:
    """Een sha256 over de delen, elk met zijn lengte ervoor."""
    som = hashlib.sha256()
    for deel in delen:
        ruw = deel.encode() if isinstance(deel, str) else deel
        som.update(len(ruw).to_bytes(8, "big") + ruw)
    return som.hexdigest()


@lru_cache(maxsize=1)
def code_afdruk() -> str:
    """De vingerafdruk van de generator zelf: nieuwe code, nieuwe voorraad."""
    hier = Path(__file__).parent
    bestanden = sorted(p for p in hier.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return vingerafdruk(sys.version, *(f"{p.relative_to(hier)}{p.stat().st_size}{p.stat().st_mtime_ns}" for p in bestanden))


class Voorraad:
    """Vakken met waarden op sleutel. Alleen wat deze keer gebruikt is, blijft bewaard."""

    def __init__(self, map_: Path, aan: bool = True):
        plek = os.environ.get("SOCIALE_KAART_VOORRAAD")
        basis = Path(plek) if plek else user_cache_path("sociale-kaart")
        self.bestand = basis / f"{vingerafdruk(str(map_.resolve()))[:20]}.pickle"
        self.aan = aan
        self.oud: dict[tuple[str, str], object] = self._laad() if aan else {}
        self.nieuw: dict[tuple[str, str], object] = {}

    def _laad(self) -> dict:
        try:
            afdruk, inhoud = pickle.loads(self.bestand.read_bytes())
        except Exception:  # noqa: BLE001  een kapotte voorraad is een lege voorraad
            return {}
        return inhoud if afdruk == code_afdruk() else {}

    def pak(self, vak: str, sleutel: str) -> object | None:
        """De bewaarde waarde, of None."""
        waarde = self.nieuw.get((vak, sleutel)) or self.oud.get((vak, sleutel))
        if waarde is not None:
            self.nieuw[vak, sleutel] = waarde
        return waarde

    def leg(self, vak: str, sleutel: str, waarde: object) -> None:
        self.nieuw[vak, sleutel] = waarde

    def bewaar(self) -> None:
        """Schrijf de voorraad in een keer weg; lukt dat niet, dan is de volgende bouw alleen trager."""
        if not self.aan or self.nieuw.keys() == self.oud.keys():
            return
        try:
            self.bestand.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.bestand.parent, delete=False) as stroom:
                pickle.dump((code_afdruk(), self.nieuw), stroom, protocol=5)
            os.replace(stroom.name, self.bestand)
        except OSError:
            pass
