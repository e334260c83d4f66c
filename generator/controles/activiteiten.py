"""Staat er bij een activiteit wanneer zij is, en waar?"""

from generator.betekenis.rooster import heeft_tijden
from generator.controles.stand import Stand


def controleer_wanneer(stand: Stand) -> None:
    """Een dag met een tijd, of tijden die terugkomen: een van de twee."""
    for a in stand.gelezen.activiteiten:
        vaker = any(heeft_tijden(t) for t in a.tijden)
        if vaker and (a.op or a.tijd):
            stand.meld("SK361", a.pad, "op" if a.op else "tijd", wat="zowel een dag als tijden die terugkomen")
        elif not vaker and not (a.op and a.tijd and a.tijd.delen and a.tijd.delen[0].van is not None):
            stand.meld("SK361", a.pad, "op" if a.op else "naam", wat="geen dag met een tijd")


def controleer_waar(stand: Stand) -> None:
    """Een plek of een omschrijving, en een wijk."""
    bekend = {v.id: v for v in stand.gelezen.voorzieningen}
    for a in stand.gelezen.activiteiten:
        plek = bekend.get(a.plek or "")
        ligt = plek and any((plek.id, nummer) in stand.plaatsen for nummer in range(len(plek.locaties)))
        if not a.plek and not a.waar:
            stand.meld("SK362", a.pad, "naam", wat="waar het is", raad="'plek' met het id van een plek, of 'waar'")
        elif not a.gebied and not ligt and (plek or not a.plek):
            raad = "'gebied' met de code van een wijk, zoals [WK999901]"
            stand.meld("SK362", a.pad, "plek" if a.plek else "waar", wat="in welke wijk het is", raad=raad)
