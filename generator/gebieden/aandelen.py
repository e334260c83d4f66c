"""Welke aandelen een klein aantal mensen verraden: procent keer inwoners is een aantal, en wat eraan ontbreekt ook."""

from collections.abc import Sequence

from generator.betekenis.rekenen import deler_van
from generator.gebieden.onderdrukken import OPEN, VERBORGEN

Kolommen = Sequence[Sequence[float | None]]
# Een aandeel is afgerond; zo ver mag een aantal ernaast liggen en toch hetzelfde cijfer zijn.
AFGEROND = 0.0006


def kleine_aandelen(
    getallen: Kolommen, inwoners: Sequence[float | None], eenheid: str | None, drempel: int
) -> set[tuple[int, int]]:
    """(kolom, rij) van elk aandeel dat over minder dan `drempel` mensen gaat, of over iedereen op zo weinig na."""
    deler, uit = deler_van(eenheid), set()
    for k, kolom in enumerate(getallen):
        for r, (getal, wie) in enumerate(zip(kolom, inwoners, strict=True)):
            mensen = getal * wie / deler if deler and getal is not None and wie else 0
            if 0 < mensen < drempel or (wie and mensen and 0 < wie - mensen < drempel):
                uit.add((k, r))
    return uit | _uit_de_rest(getallen, uit, deler)


def _uit_de_rest(getallen: Kolommen, weg: set[tuple[int, int]], deler: int) -> set[tuple[int, int]]:
    """Maken de kolommen samen een geheel, dan gaat bij een enkele weggelaten cel de kleinste andere mee."""
    uit = set()
    for r in {r for _, r in weg}:
        rij = [kolom[r] for kolom in getallen]
        bekend = [getal for getal in rij if getal is not None]
        over = [k for k, getal in enumerate(rij) if getal is not None and (k, r) not in weg]
        if len(bekend) - len(over) == 1 and over and abs(sum(bekend) - deler) <= deler / 100:
            uit.add((min(over, key=lambda k: rij[k] or 0), r))
    return uit


def is_aandeel_van(
    aandeel: Sequence[float | None], aantal: Sequence[float | None], inwoners: Sequence[float | None], deler: int
) -> bool:
    """Of een kolom met aandelen hetzelfde telt als een kolom met aantallen: dan zegt de ene wat de andere weglaat."""
    rijen = list(zip(aandeel, aantal, inwoners, strict=True))
    heel = [(deel, telt, wie) for deel, telt, wie in rijen if deel is not None and telt is not None and wie]
    return len(heel) > 1 and all(abs(deel / deler * wie - telt) <= 0.6 + AFGEROND * wie for deel, telt, wie in heel)


def verberg(stand: list[list[str]], cellen: set[tuple[int, int]]) -> set[int]:
    """Verberg cellen die nog open staan; geeft de kolommen waarin dat zo was, want hun gemiddelde zou het zeggen."""
    open_ = {(k, r) for k, r in cellen if stand[k][r] == OPEN}
    for k, r in open_:
        stand[k][r] = VERBORGEN
    return {k for k, _ in open_}
