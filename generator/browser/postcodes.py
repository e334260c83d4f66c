"""Postcodes naar wijken, een klein bestand per vier cijfers: de browser haalt alleen op wat hij nodig heeft."""

from collections import defaultdict
from collections.abc import Iterator

from generator.json_tekst import als_json
from generator.model import Catalogus

MAP = "data/postcodes"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst) per vier cijfers: `{"gebieden": [[naam, pad]], "postcodes": {"AA": [0, 3]}}`."""
    per_cijfers: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    paden: dict[str, list[str]] = {}
    for gemeente in catalogus.gemeenten:
        paden |= {w.code: [w.naam, f"gebieden/{gemeente.slug}/{w.slug}/"] for w in gemeente.wijken}
        for postcode, wijken in gemeente.postcodes.items():
            per_cijfers[postcode[:4]][postcode[-2:]] += [c for c in wijken if c in paden]
    for cijfers, letters in sorted(per_cijfers.items()):
        codes = sorted({c for rij in letters.values() for c in rij})
        inhoud = {
            "gebieden": [paden[c] for c in codes],
            "postcodes": {letter: [codes.index(c) for c in rij] for letter, rij in sorted(letters.items())},
        }
        yield f"{MAP}/{cijfers}.json", als_json(inhoud) + "\n"
