"""Landelijke gegevens die uit een bron zijn overgenomen: wat een mens nog moet nazien, en wat al bevestigd is."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from generator.model import Voorziening
from generator.model.adresboek import Bevestiging

BESTAND = "nazien.md"
DOOR = "de redactie van deze site"


class Nazien(NamedTuple):
    """Een ingang die nagezien moet worden, met wat er dan bevestigd is."""

    voorziening: Voorziening
    wat: str
    bevestiging: Bevestiging | None

    @property
    def klaar(self) -> bool:
        return self.bevestiging is not None and self.bevestiging.op is not None


def is_overgenomen(v: Voorziening) -> bool:
    """Of dit landelijk is, echt bestaat en nog door niemand is geopend."""
    return "landelijk" in v.werkgebied and not v.voorbeeld and v.status == "actief" and not v.gecontroleerd.nagelezen


def wat_van(v: Voorziening) -> str:
    """Wat iemand moet nakijken, op een regel: naam, nummers en website."""
    nummers = dict.fromkeys(filter(None, (v.contact.telefoon, *(t.telefoon for t in v.contact.telefoons))))
    return f"{v.naam}: {', '.join([*nummers, *filter(None, [v.contact.website])]) or 'geen nummer of website'}"


def te_nazien(voorzieningen: Iterable[Voorziening], bevestigd: Mapping[str, Bevestiging]) -> list[Nazien]:
    """Elke overgenomen ingang op naam. Een vakje telt alleen voor precies wat er stond toen iemand het aankruiste."""
    uit = []
    for v in sorted(filter(is_overgenomen, voorzieningen), key=lambda v: v.naam.casefold()):
        wat, bevestiging = wat_van(v), bevestigd.get(v.id)
        uit.append(Nazien(v, wat, bevestiging if bevestiging and bevestiging.wat == wat else None))
    return uit


def met_bevestiging(voorzieningen: Iterable[Voorziening], bevestigd: Mapping[str, Bevestiging]) -> list[Voorziening]:
    """De voorzieningen, waarbij wat iemand heeft nagezien de dag en de naam van de redactie draagt."""
    rij = list(voorzieningen)
    klaar = {n.voorziening.id: n.bevestiging.op for n in te_nazien(rij, bevestigd) if n.bevestiging and n.klaar}
    return [
        replace(v, gecontroleerd=replace(v.gecontroleerd, op=op, door=DOOR, nagelezen=True))
        if (op := klaar.get(v.id))
        else v
        for v in rij
    ]
