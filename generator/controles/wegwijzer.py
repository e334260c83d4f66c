"""Klopt de wegwijzer: loopt elke weg door tot hulp, en staat elk adres er een keer in?"""

from collections.abc import Iterable

from generator.controles.stand import Stand

_PAD = "sociale_kaart/wegwijzer.yaml"


def controleer_wegwijzer(stand: Stand) -> None:
    """Een situatie leidt naar functies of naar keuzes, nooit naar allebei of naar niets; ids zijn binnen hun lijst eenmalig."""
    wegwijzer = stand.kennis.wegwijzer
    if wegwijzer is None:
        return
    _eenmalig(stand, "themas", "thema", [t.thema for t in wegwijzer.themas])
    for i, thema in enumerate(wegwijzer.themas):
        _eenmalig(stand, f"themas.{i}.situaties", "id", [s.id for s in thema.situaties])
        for j, situatie in enumerate(thema.situaties):
            plek = f"themas.{i}.situaties.{j}"
            _eenmalig(stand, f"{plek}.keuzes", "id", [k.id for k in situatie.keuzes])
            if bool(situatie.functies) == bool(situatie.keuzes):
                stand.meld("SK312", _PAD, f"{plek}.id", id=situatie.id, wat="functies en keuzes" if situatie.functies else "geen van beide")
            elif bool(situatie.vraag) != bool(situatie.keuzes):
                stand.meld("SK313", _PAD, f"{plek}.id", id=situatie.id)


def _eenmalig(stand: Stand, lijst: str, veld: str, ids: Iterable[str]) -> None:
    eerste: dict[str, int] = {}
    for nummer, id_ in enumerate(ids):
        if id_ in eerste:
            stand.meld("SK302", _PAD, f"{lijst}.{nummer}.{veld}", id=id_, ander="dezelfde lijst")
        eerste.setdefault(id_, nummer)
