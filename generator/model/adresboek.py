"""Wat een gemeente bijhoudt: oude adressen en waar zij heen gaan, en wat iemand heeft nagezien."""

from dataclasses import dataclass
from datetime import date

from generator.model.voorziening import Punt


@dataclass(frozen=True, slots=True)
class Doorverwijzing:
    """Waar een oud adres heen gaat; zonder `naar` is het vervallen. `sleutel` is wat de schrijver typte, `plek` waar."""

    sleutel: str
    naar: str | None
    plek: tuple[int, int]
    uitleg: str = ""
    kijk_bij: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gepubliceerd:
    """Een adres dat ooit op de site stond, met wat nodig is om later te zeggen wat daar was."""

    plek: tuple[int, int]
    naam: str = ""
    code: str = ""
    functies: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    punt: Punt | None = None


@dataclass(frozen=True, slots=True)
class Bevestiging:
    """Een aangekruist vakje in nazien.md: wat er stond, en de dag; zonder dag is het nog niet bevestigd."""

    wat: str
    op: date | None
