"""Wat een gemeente bijhoudt: oude adressen en waar zij heen gaan, en wat iemand heeft nagezien."""

from datetime import date

from msgspec import Struct

from generator.model.voorziening import Punt


class Doorverwijzing(Struct, frozen=True):
    """Waar een oud adres heen gaat; zonder `naar` is het vervallen. `sleutel` is wat de schrijver typte, `plek` waar."""

    sleutel: str
    naar: str | None
    plek: tuple[int, int]
    uitleg: str = ""
    kijk_bij: tuple[str, ...] = ()


class Gepubliceerd(Struct, frozen=True):
    """Een adres dat ooit op de site stond, met wat nodig is om later te zeggen wat daar was."""

    plek: tuple[int, int]
    naam: str = ""
    code: str = ""
    functies: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    punt: Punt | None = None


class Bevestiging(Struct, frozen=True):
    """Een aangekruist vakje in nazien.md: wat er stond, en de dag; zonder dag is het nog niet bevestigd."""

    wat: str
    op: date | None
