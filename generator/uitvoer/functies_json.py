"""Het vocabulaire als JSON, in de vorm van de afspraken."""

from collections.abc import Iterator

from generator.betekenis.woorden import WETTEN
from generator.json_tekst import als_json
from generator.model import Catalogus

BESTAND = "data/functies.json"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    functies = [
        {
            "id": f.id,
            "naam": f.naam,
            "naam_in_bron": f.naam_in_bron,
            "soort": f.soort,
            "cluster": f.cluster,
            "fase": f.fase,
            **{wet: wet in f.wetten for wet in WETTEN},
            "besluit": f.besluit,
            "themas": f.themas,
            "uitleg": f.uitleg.bron,
            "zoekwoorden": f.zoekwoorden,
            "bron": f.bron,
            "aantal": len(catalogus.per_functie[f.id]),
            "url": f"{catalogus.instellingen.adres}functies/{f.id}/",
        }
        for f in catalogus.functies.values()
    ]
    yield BESTAND, als_json({"functies": functies}) + "\n"
