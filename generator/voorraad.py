"""De voorraad: wat een vorige bouw al heeft uitgerekend, op vingerafdruk van de invoer. Weggooien mag altijd.

Zij staat in de gebruikersmap en nooit in het project: een pickle uit een pull request zou code kunnen uitvoeren.
"""

import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from generator.geheugen import zonder_kringen_zoeken


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
    delen = []
    for map_, mappen, namen in os.walk(Path(__file__).parent):
        mappen[:] = sorted(m for m in mappen if m != "__pycache__")
        for naam in sorted(namen):
            stand = os.stat(f"{map_}/{naam}")
            delen.append(f"{map_}/{naam} {stand.st_size} {stand.st_mtime_ns}")
    return vingerafdruk(sys.version, *delen)


class _Inpakker(pickle.Pickler):
    """Pakt een dataclass in als haar klasse en haar waarden; zonder dit zoekt Python bij elk object de velden opnieuw
    op.
    """

    _waarden: dict[type, Callable] = {}

    def reducer_override(self, obj: object) -> Any:
        soort = type(obj)
        if not is_dataclass(soort):
            return NotImplemented
        if soort not in self._waarden:
            self._waarden[soort] = _lees_waarden([veld.name for veld in fields(soort)])
        return soort, self._waarden[soort](obj)


def _lees_waarden(namen: list[str]) -> Callable:
    lees = attrgetter(*namen)
    return lees if len(namen) > 1 else lambda obj: (lees(obj),)


class Bewaarplaats:
    """Een bestand met waarden op (vak, sleutel). Alleen wat deze keer gebruikt is, blijft bewaard."""

    def __init__(self, bestand: Path, aan: bool):
        self.bestand, self.aan = bestand, aan
        self.oud: dict[tuple[str, str], object] = self._laad() if aan else {}
        self.nieuw: dict[tuple[str, str], object] = {}
        self.aangevuld = False

    def leg(self, sleutel: tuple[str, str], waarde: object) -> None:
        self.nieuw[sleutel] = waarde
        self.aangevuld = (
            True  # ook bij een bekende sleutel: een pagina die opnieuw geschreven is, heeft een nieuwe stand
        )

    def _laad(self) -> dict:
        try:
            with (
                zonder_kringen_zoeken()
            ):  # halveert het laden: er komen honderdduizend objecten bij en er gaat niets weg
                afdruk, inhoud = pickle.loads(self.bestand.read_bytes())
        except Exception:  # noqa: BLE001  een kapotte voorraad is een lege voorraad
            return {}
        return inhoud if afdruk == code_afdruk() else {}

    def bewaar(self) -> None:
        """Schrijf alles in een keer weg; lukt dat niet, dan is de volgende bouw alleen trager."""
        if not self.aan or (not self.aangevuld and self.nieuw.keys() == self.oud.keys()):
            return
        try:
            self.bestand.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.bestand.parent, delete=False) as stroom:
                _Inpakker(stroom, protocol=5).dump((code_afdruk(), self.nieuw))
            os.replace(stroom.name, self.bestand)
        except OSError:
            pass


class Voorraad:
    """De voorraad van een inhoudsmap, en wat elke map deelt: vertaalde sjablonen en geraamtes van kaarten."""

    GEDEELD = ("sjabloon", "kaart", "klein")

    def __init__(self, map_: Path, aan: bool = True):
        plek = os.environ.get("SOCIALE_KAART_VOORRAAD")
        basis = Path(plek) if plek else user_cache_path("sociale-kaart")
        self.eigen = Bewaarplaats(basis / f"{vingerafdruk(str(map_.resolve()))[:20]}.pickle", aan)
        self.gedeeld = Bewaarplaats(basis / "gedeeld.pickle", aan)

    def _plaats(self, vak: str) -> Bewaarplaats:
        return self.gedeeld if vak in self.GEDEELD else self.eigen

    def pak(self, vak: str, sleutel: str) -> Any:
        """De bewaarde waarde, of None; wat het is, weet wie haar neerlegde."""
        plaats = self._plaats(vak)
        waarde = plaats.nieuw.get((vak, sleutel)) or plaats.oud.get((vak, sleutel))
        if waarde is not None:
            plaats.nieuw[vak, sleutel] = waarde
        return waarde

    def leg(self, vak: str, sleutel: str, waarde: object) -> None:
        self._plaats(vak).leg((vak, sleutel), waarde)

    def bewaar(self) -> None:
        self.eigen.bewaar()
        self.gedeeld.bewaar()
