"""Staat er in de eigen map iets dat een set ook al heeft?"""

from generator.controles.stand import Stand

MEEST_GENOEMD = 5


def controleer_gelijke_kopieen(stand: Stand) -> None:
    """Een kopie die gelijk is aan de set, houdt een verbetering tegen; alles samen is een melding."""
    gelijk = stand.gelezen.gelijk
    if gelijk:
        meer = f" en {len(gelijk) - MEEST_GENOEMD} meer" if len(gelijk) > MEEST_GENOEMD else ""
        stand.verslag.meld(
            "SK411", "sociale_kaart", aantal=len(gelijk), voorbeeld=", ".join(gelijk[:MEEST_GENOEMD]) + meer
        )
