"""Klopt de wegwijzer: loopt elke weg door tot hulp, en staat elk adres er een keer in?"""

from collections.abc import Iterable

from generator.controles.stand import Stand

_PAD = "sociale_kaart/wegwijzer.yaml"


def controleer_wegwijzer(stand: Stand) -> None:
    """Een situatie leidt naar functies of naar keuzes, nooit naar allebei of naar niets; ids zijn binnen hun lijst
    eenmalig.
    """
    wegwijzer = stand.kennis.wegwijzer
    if wegwijzer is None:
        return
    _eenmalig(stand, "themas", "thema", [t.thema for t in wegwijzer.themas])
    _eenmalig(stand, "situaties", "id", [f"{s.thema}/{s.id}" for s in wegwijzer.situaties])
    themas, met_weg = {t.thema for t in wegwijzer.themas}, {s.thema for s in wegwijzer.situaties}
    for nummer, thema in enumerate(wegwijzer.themas):
        if thema.thema not in met_weg:
            stand.meld("SK314", _PAD, f"themas.{nummer}.thema", id=thema.thema, wat="situaties")
    for nummer, situatie in enumerate(wegwijzer.situaties):
        plek = f"situaties.{nummer}"
        if situatie.thema not in themas:
            stand.meld("SK314", _PAD, f"{plek}.thema", id=situatie.thema, wat="themas")
        _eenmalig(stand, f"{plek}.keuzes", "id", [k.id for k in situatie.keuzes])
        if bool(situatie.functies) == bool(situatie.keuzes):
            wat = "functies en keuzes" if situatie.functies else "geen functies en geen keuzes"
            stand.meld("SK312", _PAD, f"{plek}.id", id=situatie.id, wat=wat)
        elif bool(situatie.vraag) != bool(situatie.keuzes):
            stand.meld("SK313", _PAD, f"{plek}.id", id=situatie.id)


def _eenmalig(stand: Stand, lijst: str, veld: str, ids: Iterable[str]) -> None:
    eerste: dict[str, int] = {}
    for nummer, id_ in enumerate(ids):
        if id_ in eerste:
            stand.meld("SK302", _PAD, f"{lijst}.{nummer}.{veld}", id=id_, ander="dezelfde lijst")
        eerste.setdefault(id_, nummer)
