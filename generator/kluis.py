"""Gegevens op de schijf die alleen gegevens zijn: msgpack met een som ervoor, en niemand anders mag ze geschreven hebben.

Wat ingepakt kan worden: tekst, bytes, getallen, datums, rijen, verzamelingen, en de bevroren klassen van dit programma.
"""

import contextlib
import hashlib
import importlib
import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgpack
import orjson
from msgspec import Struct

from generator.meldingen import Regel

KOP = b"sociale-kaart-voorraad 2\n"
_SOM = 32
_GEWOON = {str, bytes, float, bool, int, type(None)}
_LIJST, _SET, _VASTE_SET, _DAG, _JSON, _REGEL, _KLASSE = range(1, 8)


def som_van(ruw: bytes) -> bytes:
    return hashlib.blake2b(ruw, digest_size=_SOM).digest()


class Kast:
    """Pakt waarden in en uit. `namen` zijn de klassen die erin voorkomen; zij groeit alleen, dus een oud nummer blijft goed."""

    def __init__(self, namen: tuple[str, ...] = ()):
        self.namen = list(namen)
        self._nummers: dict[type, tuple[int, Callable]] = {}
        self._klassen: dict[int, Callable] = {}
        self._uit = {
            _LIJST: lambda ruw: list(self.pak_uit(ruw)),
            _SET: lambda ruw: set(self.pak_uit(ruw)),
            _VASTE_SET: lambda ruw: frozenset(self.pak_uit(ruw)),
            _DAG: lambda ruw: date.fromisoformat(bytes(ruw).decode()),
            _JSON: lambda ruw: orjson.loads(ruw),
            _REGEL: lambda ruw: Regel(*self.pak_uit(ruw)),
            _KLASSE: self._maak,
        }

    def pak_in(self, waarde: object) -> bytes:
        """De bytes van een waarde; een TypeError als er iets in zit dat geen gegeven is."""
        return msgpack.packb(self._plat(waarde))

    def pak_uit(self, ruw: bytes) -> Any:
        return msgpack.unpackb(ruw, use_list=False, strict_map_key=False, ext_hook=self._haak)

    def _haak(self, soort: int, ruw: bytes) -> object:
        return self._uit[soort](ruw)

    def _maak(self, ruw: bytes) -> object:
        nummer, *waarden = self.pak_uit(ruw)
        if nummer not in self._klassen:
            self._klassen[nummer] = _klasse(self.namen[nummer])
        return self._klassen[nummer](*waarden)

    def _plat(self, waarde: Any) -> Any:
        soort = type(waarde)
        if soort in _GEWOON:
            return waarde
        if soort is tuple:
            return tuple(map(self._plat, waarde))
        if soort is dict or soort is list:
            return self._boom(waarde)
        if soort is date:
            return msgpack.ExtType(_DAG, waarde.isoformat().encode())
        if soort is set or soort is frozenset:
            return self._ext(_SET if soort is set else _VASTE_SET, waarde)
        if soort is Regel:
            return msgpack.ExtType(_REGEL, msgpack.packb((int(waarde), waarde.pad)))
        nummer, lees = self._nummer(soort)
        return self._ext(_KLASSE, (nummer, *lees(waarde)))

    def _ext(self, soort: int, waarden: Any) -> msgpack.ExtType:
        return msgpack.ExtType(soort, msgpack.packb(tuple(map(self._plat, waarden))))

    def _boom(self, waarde: Any) -> Any:
        """Een kaart is een boom van lijsten en getallen; als JSON is die veel sneller terug."""
        try:
            ruw = orjson.dumps(waarde)
            if orjson.loads(ruw) == waarde:
                return msgpack.ExtType(_JSON, ruw)
        except TypeError:
            pass
        if type(waarde) is list:
            return self._ext(_LIJST, waarde)
        return {self._plat(sleutel): self._plat(deel) for sleutel, deel in waarde.items()}

    def _nummer(self, soort: type) -> tuple[int, Callable]:
        if soort not in self._nummers:
            naam = f"{soort.__module__}:{soort.__qualname__}"
            if _klasse(naam) is not soort:
                raise TypeError(naam)
            if naam not in self.namen:
                self.namen.append(naam)
            self._nummers[soort] = self.namen.index(naam), _lezer(soort)
        return self._nummers[soort]


def _lezer(soort: Any) -> Callable:
    """Hoe de waarden uit een object van deze soort komen, op de volgorde waarin zij er weer in gaan."""
    if issubclass(soort, tuple):
        return tuple
    namen = soort.__struct_fields__ if issubclass(soort, Struct) else [veld.name for veld in fields(soort)]
    lees = attrgetter(*namen)
    return lees if len(namen) > 1 else lambda ding: (lees(ding),)


def _klasse(naam: str) -> Any:
    """Een klasse van dit programma die alleen waarden draagt; al het andere is geen gegeven."""
    module, _, rest = naam.partition(":")
    if not module.startswith("generator."):
        raise TypeError(naam)
    klasse = getattr(importlib.import_module(module), rest, None)
    draagt = isinstance(klasse, type) and (is_dataclass(klasse) or issubclass(klasse, (Struct, tuple)))
    if not draagt or klasse.__module__ != module:
        raise TypeError(naam)
    return klasse


def lees_kluis(bestand: Path) -> Any:
    """De inhoud van een kluis. Raist bij alles wat niet klopt: een ander schreef haar, de som is anders, of zij is er niet."""
    vlaggen = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(bestand, vlaggen), "rb") as stroom:
        stand = os.fstat(stroom.fileno())
        if not stat.S_ISREG(stand.st_mode) or not is_eigen(stand):
            raise PermissionError(bestand)
        ruw = stroom.read()
    kop, som, inhoud = ruw[: len(KOP)], ruw[len(KOP) : len(KOP) + _SOM], ruw[len(KOP) + _SOM :]
    if kop != KOP or som != som_van(inhoud):
        raise ValueError(bestand)
    return msgpack.unpackb(inhoud, use_list=False, strict_map_key=False)


def is_eigen(stand: os.stat_result) -> bool:
    """Of een bestand van deze gebruiker is en niemand anders erin kan schrijven."""
    return os.name == "nt" or (stand.st_uid == os.geteuid() and not stand.st_mode & 0o022)


def schrijf_kluis(bestand: Path, inhoud: object) -> None:
    """Schrijf een kluis in een keer; lukt dat niet, dan blijft wat er was."""
    ruw = msgpack.packb(inhoud)
    tijdelijk = ""
    try:
        bestand.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        begin = f".{bestand.name}-"
        for rest in bestand.parent.glob(f"{begin}*"):
            rest.unlink()  # van een opdracht die hier stopte; schrijft een ander nu, dan is alleen zijn volgende trager
        nummer, tijdelijk = tempfile.mkstemp(dir=bestand.parent, prefix=begin)
        with open(nummer, "wb") as stroom:
            stroom.write(KOP + som_van(ruw) + ruw)
        os.replace(tijdelijk, bestand)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(tijdelijk)
