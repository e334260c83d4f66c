"""Wat een rij zegt en er al staat, hoeft niet opnieuw geschreven te worden."""

from generator.bewerken.paden import Pad, keur_pad, schrijf_pad
from generator.bewerken.rekenblad.plat import in_cel, plat
from generator.schema import VOORZIENING

# Een veld dat er niet is, betekent dit al.
HETZELFDE_ALS_NIETS = ("nee", "actief", "onbekend")


def zonder_gelijke(boom: dict, wijzigingen: list) -> list:
    """Zonder wat er al staat, op hoe witruimte valt na; anders verandert een lange tekst alleen van regels."""
    nu = plat(boom)
    return [(pad, waarde) for pad, waarde in wijzigingen if not _staat_er_al(nu.get(schrijf_pad(pad)), pad, waarde)]


def _staat_er_al(oud: str | None, pad: Pad, waarde: object) -> bool:
    soort = keur_pad(VOORZIENING, pad).soort
    if oud is None:
        return waarde in HETZELFDE_ALS_NIETS and soort in ("ja_nee", "keuze")
    nieuw = in_cel(waarde)
    if soort in ("lengte", "breedte"):
        return oud.rstrip("0") == nieuw.rstrip("0")
    return oud.split() == nieuw.split()
