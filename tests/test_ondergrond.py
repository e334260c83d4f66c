"""De achtergrond van de kaart: uit TOP10NL en OpenStreetMap, klein genoeg, en gelezen zoals zij getekend wordt."""

import json
from pathlib import Path

import pytest
import shapely
from conftest import PEILDATUM, PROJECT
from shapely.geometry import LineString, Point, box

from generator.cli import voer_uit
from generator.gebieden import grenzen
from generator.gebieden.ondergrondsoorten import kies_laag
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.ondergrond import GRENS_BYTES, LAGEN, lees_ondergrond
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

WIJK = box(200000, 470000, 202000, 472000)


def kenmerk(eigen: dict, vorm, rd: bool = True) -> dict:
    vorm = vorm if rd else grenzen.reken_om(vorm, grenzen.RD, grenzen.WGS84)
    return {"type": "Feature", "properties": eigen, "geometry": json.loads(shapely.to_geojson(vorm))}


def schrijf(pad: Path, kenmerken: list[dict]) -> Path:
    pad.write_text(json.dumps({"type": "FeatureCollection", "features": kenmerken}), encoding="utf-8")
    return pad


@pytest.fixture
def wortel(tmp_path) -> Path:
    map_ = tmp_path / "gebieden/proef"
    map_.mkdir(parents=True)
    (map_ / "gemeente.yaml").write_text("code: GM9998\nnaam: Proef\nprovincie: Proefland\n", encoding="utf-8")
    schrijf(map_ / "wijken.geojson", [kenmerk({"code": "WK999801", "naam": "Wijk"}, WIJK, rd=False)])
    return tmp_path


def maak(wortel: Path, *bestanden: Path, gemeente: str = "Proef") -> int:
    return voer_uit(
        [
            "gebieden",
            "ondergrond",
            *map(str, bestanden),
            "--gemeente",
            gemeente,
            "--map",
            str(wortel),
            "--peildatum",
            str(PEILDATUM),
        ]
    )


def uitkomst(wortel: Path) -> dict[tuple[str, str], list[dict]]:
    """De kenmerken per laag en soort, zoals de bouw ze leest."""
    verslag, uit = Verslag(), {}
    gemeenten = lees_gebieden(wortel, verslag, PEILDATUM, Voorraad(wortel))
    assert not verslag.fouten, verslag.als_tekst()
    for deel in gemeenten[0].ondergrond["features"]:
        uit.setdefault((deel["properties"]["laag"], deel["properties"].get("soort", "")), []).append(deel)
    return uit


TOP10 = [
    ({"lokaalid": "1", "typewater": "waterloop", "naamnl": "Proefbeek"}, box(200100, 470000, 200140, 472000)),
    ({"lokaalid": "2", "typelandgebruik": "loofbos"}, box(201000, 471000, 201400, 471300)),
    ({"lokaalid": "3", "typelandgebruik": "akkerland"}, box(201500, 471000, 201900, 471300)),
    ({"lokaalid": "4", "typelandgebruik": "bebouwd gebied"}, box(200500, 470500, 200900, 470900)),
    ({"lokaalid": "5", "typegebouw": "overig"}, box(200600, 470600, 200640, 470640)),
    (
        {"lokaalid": "6", "typeweg": "hoofdweg", "hoofdverkeersgebruik": "snelverkeer"},
        LineString([(200000, 470200), (202000, 470200)]),
    ),
    (
        {"lokaalid": "7", "typeweg": "straat", "straatnaam": "Proefstraat"},
        LineString([(200500, 470550), (200900, 470550)]),
    ),
    ({"lokaalid": "8", "typespoorbaan": "trein"}, LineString([(200000, 471900), (202000, 471900)])),
    ({"lokaalid": "9", "typegebied": "woonkern", "naamnl": "Proefdorp"}, Point(200700, 470700)),
    (
        {"lokaalid": "10", "typeweg": "straat", "straatnaam": "Ver Weg"},
        LineString([(240000, 470550), (241000, 470550)]),
    ),
]
OSM = [
    ({"@id": "way/1", "waterway": "river", "name": "Proefbeek"}, LineString([(200100, 470000), (200100, 472000)])),
    ({"@id": "way/2", "natural": "wood"}, box(201000, 471000, 201400, 471300)),
    ({"@id": "way/3", "landuse": "farmland"}, box(201500, 471000, 201900, 471300)),
    ({"@id": "way/4", "landuse": "residential"}, box(200500, 470500, 200900, 470900)),
    ({"@id": "way/5", "building": "yes"}, box(200600, 470600, 200640, 470640)),
    ({"@id": "way/6", "highway": "primary"}, LineString([(200000, 470200), (202000, 470200)])),
    (
        {"@id": "way/7", "highway": "residential", "name": "Proefstraat"},
        LineString([(200500, 470550), (200900, 470550)]),
    ),
    ({"@id": "way/8", "railway": "rail"}, LineString([(200000, 471900), (202000, 471900)])),
    ({"@id": "node/9", "place": "village", "name": "Proefdorp"}, Point(200700, 470700)),
    ({"@id": "node/10", "amenity": "pub", "name": "Geen achtergrond"}, Point(200700, 470710)),
]


@pytest.mark.parametrize("bron, rd, vermelding", [(TOP10, True, "Kadaster"), (OSM, False, "OpenStreetMap")])
def test_elke_bron_geeft_alle_lagen(wortel, bron, rd, vermelding, capsys):
    """TOP10NL in meters en OpenStreetMap in graden geven dezelfde lagen; akkers, kroegen en wat ver weg ligt vallen
    weg.
    """
    assert maak(wortel, schrijf(wortel / "bron.geojson", [kenmerk(e, v, rd) for e, v in bron])) == 0
    lagen = uitkomst(wortel)
    assert {laag for laag, _ in lagen} == set(LAGEN)
    assert {("wegen", "hoofdweg"), ("wegen", "straat"), ("bebouwing", "gebouw"), ("bebouwing", "kern")} <= set(lagen)
    namen = {
        (d["properties"]["soort"], d["properties"]["naam"])
        for (laag, _), delen in lagen.items()
        if laag == "namen"
        for d in delen
    }
    assert namen == {("plaats", "Proefdorp"), ("straat", "Proefstraat"), ("water", "Proefbeek")}
    herkomst = (wortel / "gebieden/proef/herkomst.yaml").read_text(encoding="utf-8")
    assert vermelding in herkomst and "2 m" in capsys.readouterr().out


def test_meer_bestanden_geven_een_achtergrond(wortel):
    """TOP10NL komt per soort in een eigen bestand."""
    delen = [schrijf(wortel / f"{n}.geojson", [kenmerk(e, v)]) for n, (e, v) in enumerate(TOP10[:3])]
    assert maak(wortel, *delen) == 0
    assert {laag for laag, _ in uitkomst(wortel)} == {"water", "groen", "namen"}


def test_wat_niet_past_wordt_grover_en_het_staat_erbij(wortel, capsys):
    """Gebouwen vallen eerst weg; het bestand blijft binnen de grens."""
    huizen = [
        kenmerk({"building": "yes"}, box(x, y, x + 13, y + 13), rd=False)
        for x in range(200000, 202000, 18)
        for y in range(470000, 472000, 18)
    ]
    straat = kenmerk({"highway": "residential", "name": "Proefstraat"}, OSM[6][1], rd=False)
    assert maak(wortel, schrijf(wortel / "bron.geojson", [*huizen, straat])) == 0
    assert (wortel / "gebieden/proef/ondergrond.geojson").stat().st_size <= GRENS_BYTES
    assert set(uitkomst(wortel)) == {("wegen", "straat"), ("namen", "straat")}
    assert "gebouw" in capsys.readouterr().out


@pytest.mark.parametrize(
    "inhoud, status, zegt",
    [
        ("{", 1, "SK501"),
        ('{"type": "FeatureCollection", "features": []}', 1, "hoort"),
        (
            json.dumps(
                {
                    "type": "FeatureCollection",
                    "features": [
                        {
                            "type": "Feature",
                            "properties": {"highway": "primary"},
                            "geometry": {"type": "LineString", "coordinates": [[5, "x"], [6, 52]]},
                        }
                    ],
                }
            ),
            1,
            "SK509",
        ),
        (
            json.dumps(
                {
                    "type": "FeatureCollection",
                    "features": [None, {"properties": 3}, {"properties": {"building": "no"}}],
                }
            ),
            1,
            "hoort",
        ),
    ],
)
def test_een_slecht_bestand_schrijft_niets(wortel, capsys, inhoud, status, zegt):
    (wortel / "bron.geojson").write_text(inhoud, encoding="utf-8")
    assert maak(wortel, wortel / "bron.geojson") == status
    uit = capsys.readouterr()
    assert zegt in uit.out + uit.err and not (wortel / "gebieden/proef/ondergrond.geojson").exists()


def test_een_onbekende_gemeente_noemt_wat_er_is(wortel, capsys):
    assert maak(wortel, schrijf(wortel / "bron.geojson", []), gemeente="Elders") == 2
    assert "proef" in capsys.readouterr().err


@pytest.mark.parametrize(
    "eigen, vorm, code",
    [
        ({"laag": "wolken"}, {"type": "Point", "coordinates": [6, 52]}, "SK521"),
        ({"laag": "wegen", "soort": "<b>"}, {"type": "Point", "coordinates": [6, 52]}, "SK521"),
        ({"laag": "wegen"}, {"type": "LineString", "coordinates": []}, "SK509"),
        ({"laag": "wegen"}, {"type": "LineString", "coordinates": [[200000, 470000], [1, 1]]}, "SK504"),
        ({"laag": "water"}, None, "SK509"),
    ],
)
def test_een_verkeerd_kenmerk_heeft_een_code(eigen, vorm, code):
    verslag = Verslag()
    ruw = json.dumps(
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": eigen, "geometry": vorm}]}
    )
    lees_ondergrond(ruw.encode(), "gebieden/proef/ondergrond.geojson", verslag)
    assert [m.code for m in verslag.meldingen] == [code]


def test_een_te_groot_bestand_is_een_fout():
    verslag = Verslag()
    assert lees_ondergrond(b"{" + b" " * GRENS_BYTES + b"}", "x", verslag) is None
    assert [m.code for m in verslag.meldingen] == ["SK005"]


def test_de_tekening_van_voorbeeldstad_heeft_alles():
    bestand = PROJECT / "gebieden/voorbeeldstad/ondergrond.geojson"
    delen = json.loads(bestand.read_text(encoding="utf-8"))["features"]
    assert {d["properties"]["laag"] for d in delen} == set(LAGEN) and bestand.stat().st_size <= GRENS_BYTES
    assert {"Lindeveen", "Oosterbrink", "Waterdijk", "Kleikerk", "de Vaarle"} <= {
        d["properties"].get("naam") for d in delen
    }


@pytest.mark.parametrize(
    "eigen, laag",
    [
        ({"TYPEWEG": "Hoofdweg"}, "wegen"),
        ({"building": "no"}, None),
        ({"highway": 3}, None),
        ({"typelandgebruik": "bos: loofbos"}, "groen"),
    ],
)
def test_namen_van_velden_mogen_hoofdletters_hebben(eigen, laag):
    deel = kies_laag(eigen)
    assert (deel.laag if deel else None) == laag
