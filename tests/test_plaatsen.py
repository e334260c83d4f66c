"""Punten in wijken: de grens, de snelheid, en gelijk aan geopandas en aan een rekenwijze zonder shapely."""

import csv
import json
import random

import pytest
from conftest import PEILDATUM
from msgspec.structs import replace

from generator.gebieden.plaatsen import plaats_punten
from generator.lezen.gebieden import lees_gebieden
from generator.meldingen import Verslag
from generator.model import Gebied, Gemeente
from generator.voorraad import Voorraad


def wijk(code: str, x: float, y: float, maat: float = 0.1) -> Gebied:
    ring = [[x, y], [x + maat, y], [x + maat, y + maat], [x, y + maat], [x, y]]
    return Gebied(code, code, "wijk", "GM" + code[2:6], code.lower(), {"type": "Polygon", "coordinates": [ring]})


def gemeente(*wijken: Gebied, code: str = "GM9998", **meer) -> Gemeente:
    return Gemeente(code, "Proef", "Proef", "proef", "gebieden/proef/gemeente.yaml", tuple(wijken), **meer)


@pytest.fixture
def voorraad(tmp_path):
    return Voorraad(tmp_path, aan=False)


def test_punt_op_de_grens_hoort_bij_de_laagste_code(voorraad):
    """Een gedeelde hoek raakt vier wijken, een gedeelde rand twee; ook over gemeenten heen."""
    kaart = [
        gemeente(wijk("WK999804", 6.0, 52.0), wijk("WK999802", 6.1, 52.0)),
        gemeente(wijk("WK999703", 6.0, 52.1), wijk("WK999705", 6.1, 52.1), code="GM9997"),
    ]
    uit = plaats_punten(
        kaart, [("hoek", 6.1, 52.1), ("rand", 6.1, 52.05), ("in", 6.05, 52.05), ("buiten", 5.0, 52.0)], voorraad
    )
    assert uit == {"hoek": "WK999703", "rand": "WK999802", "in": "WK999804"}


def test_zonder_vormen_of_punten_is_er_niets(voorraad):
    kaal = replace(wijk("WK999801", 6, 52), vorm=None)
    assert plaats_punten([gemeente(kaal)], [("a", 6.05, 52.05)], voorraad) == {}
    assert plaats_punten([gemeente(wijk("WK999801", 6, 52))], [], voorraad) == {}


def test_elk_punt_wordt_apart_onthouden_en_een_andere_kaart_telt_opnieuw(tmp_path, monkeypatch):
    monkeypatch.setenv("SOCIALE_KAART_VOORRAAD", str(tmp_path / "v"))
    eerste = Voorraad(tmp_path)
    kaart = [gemeente(wijk("WK999801", 6, 52), afdruk="a")]
    plaats_punten(kaart, [(1, 6.05, 52.05), (2, 5.0, 52.0)], eerste)
    eerste.bewaar()
    gevraagd = []
    monkeypatch.setattr(
        "generator.gebieden.plaatsen._zoek",
        lambda wijken, punten: gevraagd.append(punten) or ["WK999801"] * len(punten),
    )
    tweede = Voorraad(tmp_path)
    assert plaats_punten(kaart, [(1, 6.05, 52.05), (2, 5.0, 52.0), (3, 6.01, 52.01)], tweede) == {
        1: "WK999801",
        3: "WK999801",
    }
    assert gevraagd == [[(6.01, 52.01)]]
    plaats_punten([replace(kaart[0], afdruk="b")], [(1, 6.05, 52.05)], tweede)
    assert gevraagd[1] == [(6.05, 52.05)]


def test_elk_punt_ligt_waar_geopandas_het_legt(voorraad):
    """Ook op een hoek of een rand, in een gat, in een los deel, en waar wijken over elkaar liggen."""
    import geopandas
    import shapely

    toeval = random.Random(3)
    vakken = [wijk(f"WK9998{n:02d}", 6 + toeval.randrange(8) / 10, 52 + toeval.randrange(8) / 10) for n in range(40)]
    gat = shapely.box(6, 52, 6.8, 52.8).difference(shapely.box(6.15, 52.15, 6.45, 52.45))
    los = shapely.union_all([shapely.box(7, 52, 7.1, 52.1), shapely.box(7.2, 52, 7.3, 52.1)])
    vakken += [
        replace(vakken[0], code=f"WK9998{n}", vorm=json.loads(shapely.to_geojson(v)))
        for n, v in ((98, gat), (99, los))
    ]
    toeval.shuffle(vakken)
    plekken = [(6 + toeval.randrange(-2, 32) / 20, 52 + toeval.randrange(-2, 32) / 20) for _ in range(2_000)]
    vlakken = geopandas.GeoDataFrame(
        {"code": [w.code for w in vakken]}, geometry=[shapely.geometry.shape(w.vorm) for w in vakken], crs=4326
    )
    punten = geopandas.GeoDataFrame(geometry=shapely.points(plekken), crs=4326)
    samen = geopandas.sjoin(punten, vlakken, predicate="intersects").groupby(level=0)["code"].min()
    uit = plaats_punten([gemeente(*vakken)], [(n, x, y) for n, (x, y) in enumerate(plekken)], voorraad)
    assert uit == samen.to_dict() and 100 < len(uit) < len(plekken) and len(set(uit.values())) > 20


def in_ring(x: float, y: float, ring: list) -> bool:
    """Even en oneven (Jordan), zonder shapely."""
    binnen = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            binnen = not binnen
    return binnen


def in_vlak(x: float, y: float, geometrie: dict) -> bool:
    delen = [geometrie["coordinates"]] if geometrie["type"] == "Polygon" else geometrie["coordinates"]
    return any(in_ring(x, y, deel[0]) and not any(in_ring(x, y, gat) for gat in deel[1:]) for deel in delen)


def _land(tmp_path, gedeeld, bestand: str, code: str) -> tuple[Gemeente, ...]:
    doel = tmp_path / "gebieden" / code.lower()
    doel.mkdir(parents=True)
    (doel / "gemeente.yaml").write_text(f"code: {code}\nnaam: Proef\nprovincie: Proef\n")
    (doel / "wijken.geojson").write_bytes((gedeeld / "gebieden" / bestand).read_bytes())
    verslag = Verslag()
    uit = lees_gebieden(tmp_path, verslag, PEILDATUM, Voorraad(tmp_path, aan=False))
    assert not verslag.fouten
    return uit


def test_openbare_gebouwen_liggen_waar_een_eigen_berekening_en_de_lijst_ze_leggen(tmp_path, gedeeld, voorraad):
    """Elk gebouw van een echte lijst in dezelfde wijk als een onafhankelijke punt-in-vlak-berekening zegt."""
    gemeenten = (
        *_land(tmp_path / "a", gedeeld, "gm0150_deventer_wijken_2022.geojson", "GM0150"),
        *_land(tmp_path / "b", gedeeld, "gm1708_steenwijkerland_wijken_2022.geojson", "GM1708"),
    )
    with (gedeeld / "importvoorbeelden/openbare_gebouwen_2023.csv").open(encoding="utf-8", newline="") as stroom:
        gebouwen = list(csv.DictReader(stroom))
    punten = [(n, float(g["lon"]), float(g["lat"])) for n, g in enumerate(gebouwen)]
    uit = plaats_punten(gemeenten, punten, voorraad)
    ruw = [
        k
        for naam in ("gm0150_deventer_wijken_2022", "gm1708_steenwijkerland_wijken_2022")
        for k in json.loads((gedeeld / f"gebieden/{naam}.geojson").read_text("utf-8"))["features"]
    ]
    eigen = {
        n: next((k["properties"]["code"] for k in ruw if in_vlak(x, y, k["geometry"])), None) for n, x, y in punten
    }
    assert len(gebouwen) >= 99 and uit == {n: code for n, code in eigen.items() if code}
    anders = [g["naam"] for n, g in enumerate(gebouwen) if uit.get(n) != g["wijkcode_2022"]]
    assert anders == []


def test_twintigduizend_punten_in_heel_nederland(tmp_path, gedeeld, voorraad):
    gemeenten = _land(tmp_path, gedeeld, "nl_wijken_2022.geojson", "RG01")
    toeval = random.Random(7)
    punten = [(n, toeval.uniform(3.4, 7.2), toeval.uniform(50.8, 53.5)) for n in range(20_000)]
    uit = plaats_punten(gemeenten, punten, voorraad)
    assert 5_000 < len(uit) < 20_000
    ruw = json.loads((gedeeld / "gebieden/nl_wijken_2022.geojson").read_text("utf-8"))["features"]
    op_code = {k["properties"]["code"]: k["geometry"] for k in ruw}
    assert all(in_vlak(x, y, op_code[uit[n]]) for n, x, y in punten[:1500] if n in uit)
