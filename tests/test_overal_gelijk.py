"""Een betekenis: dezelfde ingang heeft op elke plek dezelfde stand.

Elke plek krijgt een code; gelijke codes zijn altijd gelijke standen.
"""

import json
import re
from collections import defaultdict
from datetime import date, timedelta

import pytest

from generator.betekenis.tijden import Moment, bepaal
from generator.betekenis.vandaag import gegevens_van, standcode


@pytest.fixture(scope="module")
def codes(voorbeeldsite) -> dict[str, dict[str, set[str]]]:
    """Per ingang en per soort plek elke code die er op de gebouwde site staat."""
    uit: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for pagina in voorbeeldsite.rglob("*.html"):
        plek = pagina.relative_to(voorbeeldsite).parts[0]
        for stuk in re.split(r'(?=data-(?:kaartje|voorziening)=")', pagina.read_text(encoding="utf-8"))[1:]:
            id_, code = re.match(r'data-\w+="([^"]+)"', stuk), re.search(r'data-tijden="([^"]*)"', stuk)
            if id_ and code:
                uit[id_[1]][plek].add(code[1])
    for bestand in (voorbeeldsite / "data/balie").glob("[0-9]*.json"):
        for id_, ingang in json.loads(bestand.read_text(encoding="utf-8")).items():
            uit[id_]["balie en lijstje"].add(ingang.get("stand", ""))
    kern = json.loads((voorbeeldsite / "assets/zoek/kern.json").read_text(encoding="utf-8"))
    rest = json.loads((voorbeeldsite / "assets/zoek/tonen.json").read_text(encoding="utf-8"))["rest"]
    assert len(rest["stand"].split(",")) == len(kern["kern"]["naam"].split("\n"))
    for punt in json.loads((voorbeeldsite / "data/kaart/plekken.geojson").read_text(encoding="utf-8"))["features"]:
        uit[punt["properties"]["id"]]["kaart"].add(punt["properties"].get("stand", ""))
    return uit


def test_elke_plek_heeft_dezelfde_code(codes, catalogus):
    """Pagina's, lijsten, iframes, balie, lijstje en kaart: overal de code die betekenis/ geeft."""
    assert len(codes) > 150
    for id_, plekken in codes.items():
        v = catalogus.voorzieningen[id_]
        assert set().union(*plekken.values()) == {standcode(gegevens_van(v, catalogus))}, f"{id_}: {dict(plekken)}"
        if v.status == "actief":
            assert {"voorzieningen", "lijst", "balie en lijstje"} <= plekken.keys(), f"{id_} mist op {plekken.keys()}"


def test_de_zoekindex_heeft_dezelfde_codes(voorbeeldsite, catalogus):
    from generator.zoeken.index import maak_index

    kern, rest = maak_index(catalogus)
    namen = kern["kern"]["naam"].split("\n")
    gekregen = [rest["rest"]["standtabel"][int(n)] for n in rest["rest"]["stand"].split(",")]
    verwacht = {
        v.naam: standcode(gegevens_van(v, catalogus)) for v in catalogus.voorzieningen.values() if v.status == "actief"
    }
    assert dict(zip(namen, gekregen, strict=True)) == verwacht


def test_de_voorbeeldinhoud_is_meestal_stellig(catalogus):
    """Van de ingangen met tijden heeft op elk gewoon moment minstens 85 % een vaste stand; zonder toelichting 95 %."""
    met = [gegevens_van(v, catalogus) for v in catalogus.voorzieningen.values()]
    met = [g for g in met if g.kanalen]
    zonder = [g for g in met if not any(s.toelichting for k in g.kanalen for s in k.rooster.seizoenen)]
    momenten = [Moment(date(2026, 11, 30) + timedelta(n * 5), (n * 437) % 1440) for n in range(60)]
    gewoon = [
        m for m in momenten if not any(d in ((12, 25), (12, 26), (1, 1), (4, 27)) for d in [(m.dag.month, m.dag.day)])
    ]
    for moment in gewoon:
        for groep, deel in ((met, 0.85), (zonder, 0.95)):
            stellig = sum(bepaal(g, moment).stand != "onbekend" for g in groep)
            assert stellig >= deel * len(groep), f"{moment}: {stellig} van {len(groep)}"
