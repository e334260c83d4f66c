"""De voorraad: wat een vorige bouw al heeft uitgerekend, op vingerafdruk van de invoer. Weggooien mag altijd.

Er staan alleen gegevens in (`kluis.py`), met hun som erbij, en alleen wie de voorraad leest mag haar geschreven hebben.
"""

import hashlib
import os
import sys
from collections.abc import Callable
from functools import cache, cached_property, lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_cache_path

from generator.geheugen import zonder_kringen_zoeken
from generator.kluis import Kast, lees_kluis, schrijf_kluis

Waarde = TypeVar("Waarde")


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


class Bewaarplaats:
    """Een bestand met waarden op (vak, sleutel). Alleen wat deze keer gebruikt is, blijft bewaard.

    Een waarde wordt pas uitgepakt als iemand erom vraagt; tot dan is zij een rij bytes.
    """

    def __init__(self, bestand: Path, aan: bool):
        self.bestand, self.aan = bestand, aan
        self.kast = Kast()
        self.oud: dict[tuple[str, str], bytes] = self._laad() if aan else {}
        self.nieuw: dict[tuple[str, str], object] = {}
        self.gebruikt: set[tuple[str, str]] = set()
        self.gehouden: set[tuple[str, str]] = set()
        self.aangevuld = False

    def pak(self, sleutel: tuple[str, str]) -> object:
        if sleutel not in self.nieuw and (ruw := self.oud.get(sleutel)) is not None:
            try:
                self.nieuw[sleutel] = self.kast.pak_uit(ruw)
                self.gebruikt.add(sleutel)
            except Exception:  # noqa: BLE001  wat niet past, wordt opnieuw uitgerekend
                del self.oud[sleutel]
        return self.nieuw.get(sleutel)

    def leg(self, sleutel: tuple[str, str], waarde: object) -> None:
        self.nieuw[sleutel] = waarde
        self.gebruikt.discard(sleutel)
        self.aangevuld = (
            True  # ook bij een bekende sleutel: een pagina die opnieuw geschreven is, heeft een nieuwe som
        )

    def heeft(self, sleutel: tuple[str, str]) -> bool:
        return sleutel in self.nieuw or sleutel in self.oud

    def houd(self, sleutel: tuple[str, str]) -> None:
        """Bewaar een bekende waarde zonder haar uit te pakken."""
        if sleutel in self.oud:
            self.gehouden.add(sleutel)

    def _laad(self) -> dict[tuple[str, str], bytes]:
        try:
            with zonder_kringen_zoeken():
                afdruk, namen, waarden = lees_kluis(self.bestand)
                if afdruk == code_afdruk():
                    self.kast = Kast(namen)
                    return {(vak, sleutel): ruw for vak, rij in waarden.items() for sleutel, ruw in rij.items()}
        except Exception:  # noqa: BLE001  een kapotte voorraad is een lege voorraad
            pass
        return {}

    def bewaar(self) -> None:
        """Schrijf alles in een keer weg; lukt dat niet, dan is de volgende bouw alleen trager."""
        ongewijzigd = self.gehouden - self.nieuw.keys()
        if not self.aan or (not self.aangevuld and self.nieuw.keys() | ongewijzigd == self.oud.keys()):
            return
        waarden: dict[str, dict[str, bytes]] = {}
        for vak, sleutel in sorted(ongewijzigd):
            waarden.setdefault(vak, {})[sleutel] = self.oud[vak, sleutel]
        for (vak, sleutel), waarde in self.nieuw.items():
            try:
                ruw = self.oud[vak, sleutel] if (vak, sleutel) in self.gebruikt else self.kast.pak_in(waarde)
            except (TypeError, ValueError, OverflowError, RecursionError):
                continue  # dit is niet als gegevens te bewaren
            waarden.setdefault(vak, {})[sleutel] = ruw
        schrijf_kluis(self.bestand, (code_afdruk(), self.kast.namen, waarden))


def kiem_van_de_omgeving() -> Path | None:
    """Waar een eigen omgeving (.venv) bewaart wat alleen van het programma afhangt; None buiten zo'n omgeving, en met
    SOCIALE_KAART_KIEM=nee.
    """
    if sys.prefix == sys.base_prefix or os.environ.get("SOCIALE_KAART_KIEM") == "nee":
        return None
    return Path(sys.prefix) / "sociale-kaart.voorraad"


@lru_cache(maxsize=1)
def _kiem(plek: Path | None, afdruk: str) -> Bewaarplaats:
    """De kiem op deze plek, een keer gelezen."""
    return Bewaarplaats(plek or Path(), plek is not None)


KLAAR: dict[str, Callable[[], Any]] = {}  # alles met @klaargezet, op naam
VAK = "klaar"


def klaargezet(reken: Callable[[], Waarde]) -> Callable[[], Waarde]:
    """Wat `reken` geeft, een keer per proces, en uit de kiem als het daar ligt. Het mag alleen van het programma afhangen."""
    naam = f"{reken.__module__}:{reken.__qualname__}"
    KLAAR[naam] = reken

    @cache
    @wraps(reken)
    def uit() -> Waarde:
        bekend: Any = _kiem(kiem_van_de_omgeving(), code_afdruk()).pak((VAK, naam))
        return reken() if bekend is None else bekend

    return uit


class Voorraad:
    """De voorraad van een inhoudsmap, en wat elke map deelt: geraamtes van kaarten, verkleinde scripts, wat de motor van
    een geschreven tekst maakt.

    Wat niet van een gemeente is, kan bij het installeren al gemaakt zijn (bouw/klaarzetten.py): de kiem.
    """

    GEDEELD = ("kaart", "klein", "artikel")

    def __init__(self, map_: Path, aan: bool = True):
        plek = os.environ.get("SOCIALE_KAART_VOORRAAD")
        basis = Path(plek) if plek else user_cache_path("sociale-kaart")
        self.eigen = Bewaarplaats(basis / f"{vingerafdruk(str(map_.resolve()))[:20]}.voorraad", aan)
        self.gedeeld = Bewaarplaats(basis / "gedeeld.voorraad", aan)
        self.kiem = kiem_van_de_omgeving() if aan else None

    @classmethod
    def om_klaar_te_zetten(cls, kiem: Path) -> "Voorraad":
        """Een lege voorraad; wat erin komt, wordt de kiem."""
        voorraad = cls(kiem, aan=False)
        voorraad.gedeeld = voorraad.eigen = Bewaarplaats(kiem, aan=True)
        return voorraad

    @cached_property
    def klaargezet(self) -> Bewaarplaats:
        return _kiem(self.kiem, code_afdruk())

    def pak(self, vak: str, sleutel: str) -> Any:
        """De bewaarde waarde, of None; wat het is, weet wie haar neerlegde."""
        bekend = (self.gedeeld if vak in self.GEDEELD else self.eigen).pak((vak, sleutel))
        return self.klaargezet.pak((vak, sleutel)) if bekend is None else bekend

    def leg(self, vak: str, sleutel: str, waarde: object) -> None:
        (self.gedeeld if vak in self.GEDEELD else self.eigen).leg((vak, sleutel), waarde)

    def heeft(self, vak: str, sleutel: str) -> bool:
        """Of hier iets ligt, ook als het nog niet uitgepakt is."""
        plaats = self.gedeeld if vak in self.GEDEELD else self.eigen
        return plaats.heeft((vak, sleutel)) or self.klaargezet.heeft((vak, sleutel))

    def houd(self, vak: str, sleutel: str) -> None:
        (self.gedeeld if vak in self.GEDEELD else self.eigen).houd((vak, sleutel))

    def bewaar(self) -> None:
        self.eigen.bewaar()
        self.gedeeld.bewaar()
