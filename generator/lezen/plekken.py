"""De plek van een veld opzoeken in een bestand dat al gelezen is; alleen nodig als er iets te melden valt."""

from generator.lezen.bestanden import lees_tekst
from generator.lezen.lagen import EIGEN, Lagen
from generator.lezen.losse_bestanden import LOS, boom_voor_plek
from generator.lezen.yaml_lezer import Knoop, Lijst, Tekst, Velden, lees_yaml
from generator.meldingen import Regel, Verslag


def _boom(lagen: Lagen, pad: str) -> Knoop | None:
    """De boom van een bestand; een los bestand is uit alle lagen samen, en elke regel weet waar hij staat."""
    naam = pad.removeprefix(f"{EIGEN}/")
    if naam in LOS:
        return boom_voor_plek(lagen, naam)
    stil = Verslag()
    tekst = lees_tekst(lagen.bestand(pad), pad, stil)
    return lees_yaml(tekst, pad, stil) if tekst is not None else None


def plek_van(lagen: Lagen, pad: str, veldpad: str) -> tuple[int, int]:
    """Regel en kolom (vanaf 1) van een veld als `werkgebied.1` of `locaties.0.punt`; (1, 1) als het er niet is.

    Bij een tekst is het de plek van de waarde, bij een groep of lijst die van de veldnaam.
    """
    knoop = _boom(lagen, pad)
    begin: tuple[int, int] = (Regel(1, getattr(knoop.regel, "pad", pad) if knoop else pad), 1)
    plek = begin
    for deel in veldpad.split("."):
        if isinstance(knoop, Velden) and deel in knoop.waarden:
            plek, knoop = knoop.sleutels[deel], knoop.waarden[deel]
        elif isinstance(knoop, Lijst) and deel.isdecimal() and int(deel) < len(knoop.waarden):
            knoop = knoop.waarden[int(deel)]
            plek = knoop.plek
        else:
            return begin
    return knoop.plek if isinstance(knoop, Tekst) else plek
