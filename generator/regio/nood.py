"""De woorden van een site zonder haar ingangen: daarmee herkent de regio nood, ook voordat er een plaats is."""

from pathlib import Path
from typing import NamedTuple

from generator.json_tekst import als_json
from generator.regio.namen import woorden
from generator.regio.scherf import KERN, heel, lees_deel

TONEN, CRISIS = "assets/zoek/tonen.json", "assets/zoek/crisis.json"
# Wat per ingang in de index staat.
_PER_INGANG = ("samenvatting", "telefoon", "kosten", "stand", "lager")


class Woorden(NamedTuple):
    """`stop` zijn woorden zonder inhoud, `hulp` woorden waarmee iemand hulp zoekt, `bestanden` tekst per pad."""

    stop: set[str]
    hulp: set[str]
    bestanden: dict[str, str]


def lees_woorden(map_: Path) -> Woorden:
    """De woorden uit de zoekindex van een site. Raist GeenSite als die niet heel is."""
    kern, tonen, crisis = (lees_deel(map_, pad) for pad in (KERN, TONEN, CRISIS))
    with heel():
        kaal = {**kern, "kern": dict.fromkeys(kern["kern"], ""), "gebieden": [], "organisaties": []}
        leeg: dict[str, object] = {**dict.fromkeys(_PER_INGANG, ""), "standtabel": [], "lagertabel": []}
        delen = {KERN: kaal, TONEN: {**tonen, "rest": {**tonen["rest"], **leeg}}, CRISIS: crisis}
        return Woorden(
            set(kern["taal"]["stop"].split()),
            {w for rij in kern["functies"] for deel in (rij[1], rij[5]) for w in woorden(deel)},
            {pad: als_json(deel) + "\n" for pad, deel in delen.items()},
        )
