"""Welke site bij een plaats, wijk of postcode hoort: wat de beginpagina van een regio als eerste ophaalt."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.regio.namen import woorden
from generator.regio.scherf import Scherf


def maak_gemeenten(scherven: Sequence[Scherf], stop: set[str], hulp: set[str]) -> dict:
    """`gemeenten.json`: de sites met hun weg en hun gemeenten, en per plaats en reeks postcodes de nummers van sites.

    `stop` zijn woorden zonder inhoud, `hulp` woorden waarmee iemand hulp zoekt. Een plaats die ook zo'n woord is (Best,
    Huizen) staat in `twijfel`: alleen 'in Best' is dan een plaats.
    """
    op_naam = plaatsen(scherven, hulp)
    return {
        "versie": 1,
        "sites": [[s.naam, s.weg, [g.slug for g in s.gemeenten]] for s in scherven],
        "plaatsen": op_naam,
        "twijfel": [naam for naam in op_naam if set(naam.split()) <= stop | hulp],
        "postcodes": postcodes(scherven),
        "stop": " ".join(sorted(stop)),
    }


def plaatsen(scherven: Sequence[Scherf], hulp: set[str]) -> dict[str, list[int]]:
    """Per naam in kleine letters de sites. Een gemeente gaat voor een dorp, en een dorp voor een wijk."""
    gemeenten = _op_naam((g.naam, i) for i, s in enumerate(scherven) for g in s.gemeenten)
    dorpen = _op_naam((naam, i) for i, s in enumerate(scherven) for naam in s.plaatsen)
    wijken = _op_naam((naam, i) for i, s in enumerate(scherven) for naam in s.wijken)
    gewoon = hulp | {woord for s in scherven for naam, _, _ in s.namen for woord in woorden(naam)}
    # Een wijk die heet zoals iets anders ook kan heten ('Centrum'), wijst nog geen gemeente aan.
    alleen = {n: w for n, w in wijken.items() if len(w) == 1 and not set(n.split()) <= gewoon}
    return dict(sorted((alleen | dorpen | gemeenten).items()))


def _op_naam(paren: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    uit: dict[str, list[int]] = defaultdict(list)
    for naam, nummer in paren:
        sleutel = " ".join(woorden(naam))
        if sleutel and nummer not in uit[sleutel]:
            uit[sleutel].append(nummer)
    return uit


def postcodes(scherven: Sequence[Scherf]) -> list[list]:
    """[van, tot en met, nummers] van vier cijfers die bij dezelfde sites horen, op volgorde."""
    per: dict[int, list[int]] = defaultdict(list)
    for nummer, scherf in enumerate(scherven):
        for cijfers in scherf.postcodes:
            per[cijfers].append(nummer)
    uit: list[list] = []
    for cijfers, nummers in sorted(per.items()):
        if uit and uit[-1][1] == cijfers - 1 and uit[-1][2] == nummers:
            uit[-1][1] = cijfers
        else:
            uit.append([cijfers, cijfers, nummers])
    return uit
