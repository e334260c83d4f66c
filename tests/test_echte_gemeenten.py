"""Echte gemeenten uit het landelijke bestand: het oppervlak blijft, er komen geen kieren of overlap bij, en grenzen
schuiven weinig.
"""

import json
from datetime import date

import numpy
import pytest
import shapely
from proefmap import lees, maak_goede_map
from test_gebieden_inlezen import ruig

from generator.gebieden import grenzen
from generator.gebieden.inlezen import Keuze, lees_in
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.vormen import maak_vormen
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

pytestmark = [pytest.mark.gedeeld, pytest.mark.lang]
LAND = "nl_wijken_2022.geojson"
GEMEENTEN = {
    "GM0150": "Deventer",
    "GM1708": "Steenwijkerland",
    "GM0363": "Amsterdam",
    "GM0518": "'s-Gravenhage",
    "GM0014": "Groningen",
    "GM1900": "Súdwest-Fryslân",
    "GM0935": "Maastricht",
    "GM0093": "Terschelling",
    "GM1719": "Drimmelen",
    "GM0677": "Hulst",
}
M2 = 5.0  # zoveel vierkante meter kier of overlap is afronden op een decimeter


@pytest.fixture(scope="module")
def bron(gedeeld) -> dict[str, list[dict]]:
    """De kenmerken van elke gemeente, onbewerkt."""
    per: dict[str, list[dict]] = {code: [] for code in GEMEENTEN}
    for kenmerk in json.loads((gedeeld / "gebieden" / LAND).read_text("utf-8"))["features"]:
        per.get(kenmerk["properties"]["gemeentecode"], []).append(kenmerk)
    return per


def meters(vormen: list[dict]) -> numpy.ndarray:
    return grenzen.reken_om(maak_vormen(vormen), grenzen.WGS84, grenzen.RD)


def meet(vormen: numpy.ndarray) -> tuple[float, float, list[float]]:
    """(oppervlak, overlap, gaten) in vierkante meter; een kier is een gat in het geheel dat er eerst niet was."""
    som = float(shapely.area(vormen).sum())
    heel = shapely.union_all(vormen)
    gaten = [shapely.area(shapely.polygons(ring)) for deel in shapely.get_parts(heel) for ring in deel.interiors]
    return som, som - float(shapely.area(heel)), [float(g) for g in gaten if g > M2]


def keur(oud: numpy.ndarray, nieuw: numpy.ndarray, schuif_m: float) -> None:
    voor, na = meet(oud), meet(nieuw)
    assert abs(na[0] / voor[0] - 1) < 0.005
    assert (
        na[1] - voor[1] < M2 and len(na[2]) == len(voor[2]) and abs(sum(na[2]) - sum(voor[2])) <= 0.005 * sum(voor[2])
    ), (voor, na)
    assert shapely.coverage_is_valid(nieuw) or not shapely.coverage_is_valid(oud)
    assert grenzen.verschuiving(oud, nieuw) <= schuif_m


def test_tien_gemeenten_ingelezen_en_gelezen(tmp_path, gedeeld, bron):
    """Met de opdracht ingelezen en weer gelezen: alles er, niets verschoven, hoogstens 300 kB."""
    for naam in GEMEENTEN.values():
        verslag = Verslag()
        lees_in(gedeeld / "gebieden" / LAND, Keuze(tmp_path, naam, date(2026, 11, 22)), verslag)
        assert not verslag.meldingen, (naam, verslag.als_tekst()[:500])
    assert all(p.stat().st_size <= grenzen.GRENS_BYTES for p in tmp_path.glob("gebieden/*/wijken.geojson"))
    verslag = Verslag()
    gelezen = {g.code: g for g in lees_gebieden(tmp_path, verslag, date(2026, 11, 22), Voorraad(tmp_path, aan=False))}
    assert gelezen.keys() == GEMEENTEN.keys() and not verslag.fouten
    for code, kenmerken in bron.items():
        wijken = {w.code: w for w in gelezen[code].wijken}
        assert sorted(wijken) == sorted(k["properties"]["code"] for k in kenmerken)
        oud = meters([k["geometry"] for k in kenmerken])
        keur(oud, meters([wijken[k["properties"]["code"]].vorm for k in kenmerken]), 0.2)
        km2 = [k["properties"].get("oppervlakte_km2") for k in kenmerken]
        if None not in km2:
            assert abs(shapely.area(oud).sum() / 1e6 / sum(km2) - 1) < 0.005


@pytest.mark.parametrize("code", ["GM0150", "GM1708", "GM0363", "GM0518", "GM1900"])
def test_vereenvoudigen_laat_alles_aansluiten(bron, code):
    """Met zoveel punten als de kaart van het CBS heeft, moet een gemeente eerst eenvoudiger worden om te passen."""
    oud = ruig(meters([k["geometry"] for k in bron[code]]), 8, 0.15)
    assert shapely.coverage_is_valid(oud) and grenzen._grootte(oud, 5) > grenzen.GRENS_BYTES
    uit = grenzen.vereenvoudig(oud)
    assert grenzen._grootte(uit.vormen, uit.decimalen) <= grenzen.GRENS_BYTES
    (gezegd,) = [int(zin.split("hoogstens ")[1].split()[0]) for zin in uit.verslag if "hoogstens" in zin]
    assert gezegd <= 10
    keur(oud, grenzen.reken_om(uit.vormen, grenzen.WGS84, grenzen.RD), gezegd)


def test_de_buurten_van_deventer(tmp_path, gedeeld):
    map_ = tmp_path
    for bestand, niveau in (
        ("gm0150_deventer_wijken_2022.geojson", "wijk"),
        ("gm0150_deventer_buurten_2019.geojson", "buurt"),
    ):
        verslag = Verslag()
        lees_in(gedeeld / "gebieden" / bestand, Keuze(map_, "GM0150", date(2026, 11, 22), niveau=niveau), verslag)
        assert not verslag.fouten, verslag.als_tekst()[:500]
    verslag = Verslag()
    (gemeente,) = lees_gebieden(map_, verslag, date(2026, 11, 22), Voorraad(map_, aan=False))
    assert not verslag.fouten and len(gemeente.wijken) == 15 and len(gemeente.buurten) > 60
    ruw = json.loads((gedeeld / "gebieden/gm0150_deventer_buurten_2019.geojson").read_text("utf-8"))["features"]
    oud = {
        k["properties"].get("code") or k["properties"].get("buurtcode") or k["properties"].get("BU_CODE"): k[
            "geometry"
        ]
        for k in ruw
    }
    keur(meters([oud[b.code] for b in gemeente.buurten]), meters([b.vorm for b in gemeente.buurten]), 0.2)
    # Het midden van elke buurt ligt in de wijk van haar code.
    wijken = {w.code: v for w, v in zip(gemeente.wijken, maak_vormen([w.vorm for w in gemeente.wijken]), strict=True)}
    midden = shapely.point_on_surface(maak_vormen([b.vorm for b in gemeente.buurten]))
    mis = [
        b.code
        for b, m in zip(gemeente.buurten, midden, strict=True)
        if not shapely.covers(wijken[f"WK{b.code[2:8]}"], m)
    ]
    assert len(mis) <= 1, mis


def test_de_goede_map_blijft_goed_met_een_echte_gemeente_erbij(tmp_path, gedeeld):
    map_ = maak_goede_map(tmp_path / "map")
    lees_in(gedeeld / "gebieden" / LAND, Keuze(map_, "Terschelling", date(2026, 11, 22)), Verslag())
    catalogus, verslag = lees(map_)
    assert not verslag.fouten and catalogus.gemeente_op_code["GM0093"].te_tekenen
