"""Wat er over sets te zeggen is: staat iets er dubbel in, en is wat erin staat op tijd nagekeken?"""

from pathlib import PurePosixPath

from generator.controles.stand import Stand
from generator.meldingen import Melding

MEEST_GENOEMD = 5


def controleer_gelijke_kopieen(stand: Stand) -> None:
    """Een kopie die gelijk is aan de set, houdt een verbetering tegen; alles samen is een melding."""
    gelijk = stand.gelezen.gelijk
    if gelijk:
        meer = f" en {len(gelijk) - MEEST_GENOEMD} meer" if len(gelijk) > MEEST_GENOEMD else ""
        stand.verslag.meld(
            "SK411", "sociale_kaart", aantal=len(gelijk), voorbeeld=", ".join(gelijk[:MEEST_GENOEMD]) + meer
        )


def controleer_versheid_van_sets(stand: Stand) -> None:
    """Van een set kan een gemeente niet elke ingang nakijken: per set is er een melding, met wat zij wel kan doen."""
    per_set: dict[str, list[Melding]] = {}
    for melding in stand.verslag.meldingen_ruw:
        if melding.code == "SK401" and (laag := stand.gelezen.lagen.set_van(melding.pad)):
            per_set.setdefault(laag.naam, []).append(melding)
    for naam, meldingen in per_set.items():
        stand.verslag.meldingen_ruw -= set(meldingen)
        ids = sorted(PurePosixPath(m.pad).stem for m in meldingen)
        meer = f" en {len(ids) - MEEST_GENOEMD} meer" if len(ids) > MEEST_GENOEMD else ""
        voorbeeld = ", ".join(ids[:MEEST_GENOEMD]) + meer
        stand.verslag.meld("SK412", "sociale_kaart", aantal=len(ids), naam=naam, voorbeeld=voorbeeld, eerste=ids[0])
