"""Oude adressen: waar zij nu heen gaan, en wat adressen.yaml van elk adres onthoudt."""

from dataclasses import dataclass


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
