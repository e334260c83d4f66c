"""Een melding als blok: elk deel op een regel en als JSON, zodat geen enkele waarde een regel of een hek kan maken."""

import json

from generator.bewerken.melding import Melding
from generator.bewerken.paden import schrijf_pad


def schrijf_blok(melding: Melding) -> str:
    """Het blok met zijn hekken; teruglezen geeft dezelfde melding."""
    los = dict(melding.velden)
    opvolger = los.pop(("opvolger",), None) if melding.soort == "bestaat-niet" else None
    delen = {
        "soort": melding.soort,
        "id": melding.id,
        "map": melding.map,
        "opvolger": opvolger,
        "toelichting": melding.toelichting,
    }
    regels = [f"{naam}: {_json(waarde)}" for naam, waarde in delen.items() if waarde]
    if los:
        regels += ["velden:", *(f"  {_json(schrijf_pad(pad))}: {_json(waarde)}" for pad, waarde in los.items())]
    return "\n".join(["```sociale-kaart", *regels, "```"])


def _json(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=False)
