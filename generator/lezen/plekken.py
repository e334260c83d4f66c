"""De plek van een veld opzoeken in een bestand dat al gelezen is; alleen nodig als er iets te melden valt."""

from pathlib import Path

from generator.lezen.bestanden import lees_tekst
from generator.lezen.yaml_lezer import Knoop, Lijst, Tekst, Velden, lees_yaml
from generator.meldingen import Verslag


def plek_van(map_: Path, pad: str, veldpad: str) -> tuple[int, int]:
    """Regel en kolom (vanaf 1) van een veld als `werkgebied.1` of `locaties.0.punt`; (1, 1) als het er niet is.

    Bij een tekst is het de plek van de waarde, bij een groep of lijst die van de veldnaam.
    """
    stil = Verslag()
    tekst = lees_tekst(map_ / pad, pad, stil)
    knoop: Knoop | None = lees_yaml(tekst, pad, stil) if tekst is not None else None
    plek = (1, 1)
    for deel in veldpad.split("."):
        if isinstance(knoop, Velden) and deel in knoop.waarden:
            plek, knoop = knoop.sleutels[deel], knoop.waarden[deel]
        elif isinstance(knoop, Lijst) and deel.isdecimal() and int(deel) < len(knoop.waarden):
            knoop = knoop.waarden[int(deel)]
            plek = knoop.plek
        else:
            return 1, 1
    return knoop.plek if isinstance(knoop, Tekst) else plek
