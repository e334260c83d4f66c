"""`gebieden inlezen` en `gebieden postcodes`: elk formaat, elke jaargang, en nooit stil repareren of half schrijven."""

import hashlib
import json
import math
import os
import random
import re
import zipfile
from pathlib import Path

import numpy
import pytest
import shapely
from conftest import PEILDATUM
from shapely.geometry import box, shape

from generator.cli import voer_uit
from generator.gebieden import grenzen
from generator.gebieden.bewonersnamen import bewonersnaam
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.vormen import maak_vormen
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

# Vier wijken van een verzonnen gemeente in RD, met een gedeelde hoek.
VAKKEN = {
    "WK999801": box(200000, 470000, 201000, 471000),
    "WK999802": box(201000, 470000, 202000, 471000),
    "WK999803": box(200000, 471000, 201000, 472000),
    "WK999804": box(201000, 471000, 202000, 472000),
}
WATERVAK = box(202000, 470000, 202500, 471000)


def graden(vorm) -> dict:
    return json.loads(shapely.to_geojson(grenzen.reken_om(vorm, grenzen.RD, grenzen.WGS84)))


def meters(vorm) -> dict:
    return json.loads(shapely.to_geojson(vorm))


def kenmerken(namen: dict[str, str], vorm=graden, extra: dict | None = None) -> list[dict]:
    """De vier wijken met de eigenschapsnamen van een jaargang; `namen` zegt hoe code, naam, gemeente en zo heten."""
    uit = []
    for nummer, (code, vak) in enumerate(VAKKEN.items(), start=1):
        alles = {
            "code": code,
            "naam": f"Wijk {nummer}",
            "gm": "GM9998",
            "gm_naam": "Proefgemeente",
            "inwoners": 1000 + nummer,
        }
        eigen = {echt: alles[kort] for kort, echt in namen.items()}
        uit.append({"type": "Feature", "properties": {**eigen, **(extra or {})}, "geometry": vorm(vak)})
    return uit


def bestand(map_: Path, delen: list[dict], naam: str = "bron.geojson", **meer) -> Path:
    pad = map_ / naam
    pad.write_text(json.dumps({"type": "FeatureCollection", **meer, "features": delen}), encoding="utf-8")
    return pad


def inlezen(map_: Path, bron: Path, *extra: str, gemeente: str = "Proefgemeente") -> int:
    return voer_uit(
        [
            "gebieden",
            "inlezen",
            str(bron),
            "--gemeente",
            gemeente,
            "--map",
            str(map_),
            "--peildatum",
            PEILDATUM.isoformat(),
            *extra,
        ]
    )


def terug(map_: Path, meldingen: tuple[str, ...] = ()):
    """De gemeente zoals de bouw haar leest, zonder andere meldingen dan deze."""
    verslag = Verslag()
    gemeenten = lees_gebieden(map_, verslag, PEILDATUM, Voorraad(map_, aan=False))
    assert {m.code for m in verslag.meldingen} == set(meldingen), verslag.als_tekst()
    return gemeenten[0]


def in_rd(gemeente):
    return grenzen.reken_om(maak_vormen([w.vorm for w in gemeente.wijken]), grenzen.WGS84, grenzen.RD)


JAARGANGEN = {
    "tot en met 2025": {
        "code": "wijkcode",
        "naam": "wijknaam",
        "gm": "gemeentecode",
        "gm_naam": "gemeentenaam",
        "inwoners": "aantalInwoners",
    },
    "2026": {
        "code": "wk_code",
        "naam": "wk_naam",
        "gm": "gm_code",
        "gm_naam": "gm_naam",
        "inwoners": "aantal_inwoners",
    },
    "gebiedsindelingen": {"code": "statcode", "naam": "statnaam"},
    "oude shapefile": {
        "code": "WK_CODE",
        "naam": "WK_NAAM",
        "gm": "GM_CODE",
        "gm_naam": "GM_NAAM",
        "inwoners": "AANT_INW",
    },
    "eigen bestand": {"code": "code", "naam": "naam"},
}


@pytest.mark.parametrize("namen", JAARGANGEN.values(), ids=JAARGANGEN)
@pytest.mark.parametrize("vorm", [graden, meters])
def test_elke_jaargang_in_graden_en_in_meters(tmp_path, namen, vorm):
    assert inlezen(tmp_path, bestand(tmp_path, kenmerken(namen, vorm))) == 0
    gemeente = terug(tmp_path)
    assert (gemeente.code, gemeente.naam, gemeente.slug) == ("GM9998", "Proefgemeente", "proefgemeente")
    assert [(w.code, w.naam) for w in gemeente.wijken] == [(c, f"Wijk {n}") for n, c in enumerate(VAKKEN, 1)]
    assert gemeente.wijken[0].inwoners == (1001 if "inwoners" in namen else None)
    assert abs(shapely.area(in_rd(gemeente)) - 1e6).max() < 500


def test_geopackage_shapefile_en_zip_met_hoofdletters_en_water(tmp_path):
    geopandas = pytest.importorskip("geopandas")
    delen = list(VAKKEN.items())
    tabel = geopandas.GeoDataFrame(
        {
            "WK_CODE": [c for c, _ in delen] + ["WK999802", "WK099800"],
            "WK_NAAM": ["Een", "Twee", "Drie", "Vier", "Twee", "Buitenland"],
            "GM_CODE": ["GM9998"] * 5 + ["GM0998"],
            "GM_NAAM": ["Proefgemeente"] * 5 + ["Buitenland"],
            "WATER": ["NEE"] * 4 + ["JA", "B"],
            "AANT_INW": [10, 20, 30, -99997, -99997, -99997],
        },
        geometry=[v for _, v in delen] + [WATERVAK, box(203000, 470000, 204000, 471000)],
        crs="EPSG:28992",
    )
    tabel.to_file(tmp_path / "kaart.gpkg", layer="wijken", driver="GPKG")
    tabel.to_file(tmp_path / "kaart.gpkg", layer="gemeenten", driver="GPKG")
    (tmp_path / "los").mkdir()
    tabel.to_file(tmp_path / "los" / "wijk_2019.shp")
    with zipfile.ZipFile(tmp_path / "wijk_2019.zip", "w") as zip_:
        for deel in (tmp_path / "los").iterdir():
            zip_.write(deel, f"map/../../{deel.name}")
    uitkomsten = []
    for nummer, bron in enumerate(("kaart.gpkg", "los/wijk_2019.shp", "wijk_2019.zip")):
        doel = tmp_path / f"doel{nummer}"
        doel.mkdir()
        assert inlezen(doel, tmp_path / bron) == 0
        gemeente = terug(doel)
        assert [w.inwoners for w in gemeente.wijken] == [10, 20, 30, None]
        assert abs(shapely.area(in_rd(gemeente))[1] - 1.5e6) < 1000
        assert gemeente.herkomst["wijken"]["licentie"] == "CC BY 4.0"
        assert "water- of deelgebied bij het gebied" in gemeente.herkomst["wijken"]["bewerking"][0]
        uitkomsten.append((doel / "gebieden/proefgemeente/wijken.geojson").read_bytes())
    assert len(set(uitkomsten)) == 1
    assert gemeente.herkomst["wijken"]["jaar"] == "2019"


# Oude Shapefiles: de codering van de bytes, wat het .cpg-bestand zegt (of dat het er niet is), en of er een .prj is.
OUD = {
    "utf-8 zonder cpg": ("utf-8", None, True),
    "utf-8 met een cpg van iets anders": ("utf-8", "ISO-8859-1", True),
    "windows zonder cpg": ("cp1252", None, True),
    "windows dat zich utf-8 noemt": ("cp1252", "UTF-8", True),
    "zonder cpg en zonder prj": ("utf-8", None, False),
}


@pytest.mark.parametrize("soort", OUD)
@pytest.mark.parametrize("zip_", [False, True])
def test_een_oude_shapefile_houdt_haar_letters(tmp_path, soort, zip_):
    geopandas = pytest.importorskip("geopandas")
    codering, cpg, prj = OUD[soort]
    namen = {"WK_NAAM": ["Ynstinzens-Súd", "Café’s", "Twee", "Drie"], "GM_NAAM": ["Súdpoldersân"] * 4}
    tabel = geopandas.GeoDataFrame(
        {"WK_CODE": list(VAKKEN), "GM_CODE": ["GM9998"] * 4, **namen}, geometry=list(VAKKEN.values()), crs="EPSG:28992"
    )
    (tmp_path / "los").mkdir()
    kaart_ = tmp_path / "los/wijk_2015.shp"
    tabel.to_file(kaart_, encoding=codering)
    kaart_.with_suffix(".cpg").unlink()
    dbf = bytearray(kaart_.with_suffix(".dbf").read_bytes())
    dbf[29] = 0  # geen taalmerk, zoals bij het CBS
    kaart_.with_suffix(".dbf").write_bytes(dbf)
    if cpg:
        kaart_.with_suffix(".cpg").write_text(cpg)
    if not prj:
        kaart_.with_suffix(".prj").unlink()
    bron = kaart_
    if zip_:
        bron = tmp_path / "wijk_2015.zip"
        with zipfile.ZipFile(bron, "w") as pak:
            for deel in (tmp_path / "los").iterdir():
                pak.write(deel, f"wijk_2015/{deel.name}")
    assert inlezen(tmp_path, bron, gemeente="Súdpoldersân") == 0
    gemeente = terug(tmp_path)
    assert (gemeente.naam, gemeente.slug) == ("Súdpoldersân", "sudpoldersan")
    assert [w.naam for w in gemeente.wijken][:2] == ["Ynstinzens-Súd", "Café’s"]
    assert abs(shapely.area(in_rd(gemeente)) - 1e6).max() < 500


def test_laag_kiezen_en_een_onbekende_laag(tmp_path, capsys):
    geopandas = pytest.importorskip("geopandas")
    tabel = geopandas.GeoDataFrame(
        {"code": list(VAKKEN), "naam": list("abcd")}, geometry=list(VAKKEN.values()), crs="EPSG:28992"
    )
    for laag in ("een", "twee"):
        tabel.to_file(tmp_path / "kaart.gpkg", layer=laag, driver="GPKG")
    assert inlezen(tmp_path, tmp_path / "kaart.gpkg") == 2 and "--laag: een, twee" in "".join(capsys.readouterr())
    assert inlezen(tmp_path, tmp_path / "kaart.gpkg", "--laag", "drie") == 2
    assert inlezen(tmp_path, tmp_path / "kaart.gpkg", "--laag", "twee") == 0
    assert terug(tmp_path).herkomst["wijken"]["laag"] == "twee"


def test_herkomst_zegt_alles(tmp_path):
    bron = bestand(tmp_path, kenmerken(JAARGANGEN["2026"]), "wijken_2026.geojson")
    assert inlezen(tmp_path, bron, "--provincie", "Overijssel") == 0
    gemeente = terug(tmp_path)
    assert gemeente.provincie == "Overijssel"
    assert {k: str(v) for k, v in gemeente.herkomst["wijken"].items()} == {
        "bestand": "wijken_2026.geojson",
        "jaar": "2026",
        "peildatum": "2026-11-22",
        "sha256": hashlib.sha256(bron.read_bytes()).hexdigest(),
        "licentie": "CC BY 4.0",
        "naamsvermelding": "CBS / Kadaster, Wijk- en buurtkaart 2026, via PDOK",
    }


def test_een_eigen_bestand_krijgt_geen_verzonnen_licentie(tmp_path, capsys):
    bron = bestand(tmp_path, kenmerken(JAARGANGEN["eigen bestand"]))
    assert inlezen(tmp_path, bron) == 0 and "noemt geen licentie" in capsys.readouterr().out
    assert "licentie" not in terug(tmp_path).herkomst["wijken"]
    assert inlezen(tmp_path, bron, "--licentie", "CC0", "--jaar", "2024") == 0
    assert (
        terug(tmp_path).herkomst["wijken"]["licentie"] == "CC0"
        and terug(tmp_path).herkomst["wijken"]["jaar"] == "2024"
    )


def test_gemeente_op_naam_code_en_dubbelzinnig(tmp_path, capsys):
    delen = kenmerken(JAARGANGEN["2026"])
    for nummer, (naam, code) in enumerate((("Bergen (L.)", "9997"), ("Bergen (NH.)", "9996"))):
        eigen = {"wk_code": f"WK{code}01", "wk_naam": "Dorp", "gm_code": f"GM{code}", "gm_naam": naam}
        delen.append(
            {
                "type": "Feature",
                "properties": eigen,
                "geometry": graden(box(210000 + nummer * 2000, 470000, 211000 + nummer * 2000, 471000)),
            }
        )
    bron = bestand(tmp_path, delen)
    assert inlezen(tmp_path, bron, gemeente="Bergen") == 1 and "Bergen (L.) (GM9997)" in "".join(capsys.readouterr())
    assert inlezen(tmp_path, bron, gemeente="Proefgemente") == 1 and "Proefgemeente (GM9998)" in "".join(
        capsys.readouterr()
    )
    assert inlezen(tmp_path, bron, gemeente="GM9997") == 0 and terug(tmp_path).slug == "bergen-l"
    assert inlezen(tmp_path, bron, gemeente="bergen nh") == 0


def test_bestaande_map_met_dezelfde_code_wordt_gebruikt_en_gemeente_yaml_blijft(tmp_path):
    doel = tmp_path / "gebieden" / "onze-gemeente"
    doel.mkdir(parents=True)
    (doel / "gemeente.yaml").write_text(
        "code: GM9998\nnaam: Onze gemeente\nprovincie: Utrecht\nessentieel: [huisarts]\n"
    )
    (doel / "herkomst.yaml").write_text("buurten:\n  bestand: oud.gpkg\n  peildatum: 2026-01-01\n")
    assert (
        inlezen(tmp_path, bestand(tmp_path, kenmerken(JAARGANGEN["gebiedsindelingen"])), gemeente="Onze gemeente") == 0
    )
    gemeente = terug(tmp_path)
    assert (gemeente.naam, gemeente.essentieel, set(gemeente.herkomst)) == (
        "Onze gemeente",
        ("huisarts",),
        {"wijken", "buurten"},
    )
    assert sorted(p.name for p in (tmp_path / "gebieden").iterdir()) == ["onze-gemeente"]


def test_map_van_een_andere_gemeente_wordt_niet_overschreven(tmp_path, capsys):
    doel = tmp_path / "gebieden" / "proefgemeente"
    doel.mkdir(parents=True)
    (doel / "gemeente.yaml").write_text("code: GM9990\nnaam: Anders\nprovincie: Utrecht\n")
    assert inlezen(tmp_path, bestand(tmp_path, kenmerken(JAARGANGEN["2026"])), gemeente="GM9998") == 1
    assert sorted(p.name for p in doel.iterdir()) == ["gemeente.yaml"] and "andere gemeente" in "".join(
        capsys.readouterr()
    )


def test_buurten_en_het_verkeerde_niveau(tmp_path, capsys):
    delen = kenmerken({"naam": "bu_naam", "gm": "gm_code", "gm_naam": "gm_naam"})
    for nummer, deel in enumerate(delen):
        deel["properties"] |= {"bu_code": f"BU9998010{nummer}", "wk_code": "WK999801"}
    bron = bestand(tmp_path, delen)
    assert inlezen(tmp_path, bron, "--niveau", "wijken") == 1 and "bevat buurten" in "".join(capsys.readouterr())
    assert inlezen(tmp_path, bron) == 0
    assert [b.code for b in terug(tmp_path).buurten] == [f"BU9998010{n}" for n in range(4)]
    gm = [
        {
            "type": "Feature",
            "properties": {"gm_code": "GM9998", "gm_naam": "Proefgemeente"},
            "geometry": graden(WATERVAK),
        }
    ]
    assert inlezen(tmp_path, bestand(tmp_path, gm)) == 1 and "bevat gemeenten" in "".join(capsys.readouterr())


def _kapot(soort: str) -> list[dict]:
    delen = kenmerken(JAARGANGEN["2026"])
    ring = delen[0]["geometry"]["coordinates"][0]
    if soort == "vlinder":
        ring[1], ring[2] = ring[2], ring[1]
    elif soort == "open":
        ring.pop()
    elif soort == "verwisseld":
        delen[0]["geometry"]["coordinates"] = [[p[::-1] for p in ring]]
    elif soort == "leeg":
        delen[0]["geometry"] = None
    elif soort == "nan":
        ring[1][0] = float("nan")
    elif soort == "buitenland":
        delen[0]["geometry"]["coordinates"] = [[[x + 10, y] for x, y in ring]]
    return delen


@pytest.mark.parametrize(
    ("soort", "code", "hersteld"),
    [
        ("vlinder", "SK506", "geldig gemaakt"),
        ("open", "SK507", "1 open ring gesloten"),
        ("verwisseld", "SK505", "omgewisseld"),
        ("leeg", "SK508", None),
        ("nan", "SK509", None),
        ("buitenland", "SK515", None),
    ],
)
def test_kapotte_vorm_is_een_fout_en_wordt_alleen_met_herstel_gerepareerd(tmp_path, capsys, soort, code, hersteld):
    bron = bestand(tmp_path, _kapot(soort))
    assert inlezen(tmp_path, bron) == 1
    uit = capsys.readouterr().out
    assert (
        f"fout {code}" in uit
        and "WK999801 (Wijk 1)" in uit
        and "niets geschreven" in uit
        and not (tmp_path / "gebieden").exists()
    )
    status = inlezen(tmp_path, bron, "--herstel")
    uit = capsys.readouterr().out
    assert status == (0 if hersteld else 1)
    if hersteld:
        assert f"WK999801 (Wijk 1): {hersteld}" in uit or hersteld in uit
        assert any(hersteld in b for b in terug(tmp_path).herkomst["wijken"]["bewerking"])


def test_wat_geen_kaart_is(tmp_path, capsys):
    for naam, inhoud in (
        ("x.geojson", b"<OGRVRTDataSource/>"),
        ("x.gpkg", b"tekst"),
        ("x.zip", b"PK\x03\x04kapot"),
        ("y.gpkg", b"SQLite format 3\0kapot"),
        ("z.geojson", b'{"type": "Topology"}'),
        ("leeg.geojson", b'{"type":"FeatureCollection","features":[]}'),
        ("x.shp", b"\x00\x00\x27\x0akapot"),
        ("sqlite.geojson", b"SQLite format 3\0"),
    ):
        (tmp_path / naam).write_bytes(inhoud)
        assert inlezen(tmp_path, tmp_path / naam) == 1, naam
    assert inlezen(tmp_path, tmp_path / "is-er-niet.gpkg") == 2
    gezegd = "".join(capsys.readouterr())
    assert not (tmp_path / "gebieden").exists() and not re.search("Traceback|[A-Z][a-z]+Error", gezegd)
    assert "'x.gpkg' is geen GeoJSON" in gezegd and "'x.zip' is stuk" in gezegd


def test_overlap_wordt_gezegd_en_met_herstel_weggewerkt(tmp_path, capsys):
    delen = kenmerken(JAARGANGEN["2026"])
    delen[1]["geometry"] = graden(box(200990, 470000, 202000, 471000))
    bron = bestand(tmp_path, delen)
    assert inlezen(tmp_path, bron) == 0 and "waarschuwing SK512" in capsys.readouterr().out
    terug(tmp_path, ("SK512",))
    assert inlezen(tmp_path, bron, "--herstel") == 0 and "overlap 1 keer" in capsys.readouterr().out
    assert abs(float(shapely.area(in_rd(terug(tmp_path))).sum()) - 4e6) < 2000


def test_twee_wijken_met_dezelfde_naam_krijgen_hun_nummer_erbij(tmp_path, capsys):
    delen = kenmerken(JAARGANGEN["2026"])
    delen[2]["properties"]["wk_naam"] = delen[0]["properties"]["wk_naam"]
    assert inlezen(tmp_path, bestand(tmp_path, delen)) == 0
    assert "heet nu 'Wijk 1 03'" in capsys.readouterr().out and terug(tmp_path).wijken[2].naam == "Wijk 1 03"


def ruig(vormen, stap: float, kracht: float = 0.5):
    """Dezelfde gebieden met een grillige grens; een gedeelde zijde krijgt aan beide kanten dezelfde punten."""

    def lijn(punten):
        uit = []
        for a, b in zip(punten, punten[1:], strict=False):
            s, e = (b, a) if tuple(a) > tuple(b) else (a, b)
            lengte, toeval = math.dist(s, e), random.Random(repr((tuple(s), tuple(e))))
            stappen = max(1, int(lengte / stap))
            midden = []
            for k in range(1, stappen):
                uitslag = (toeval.random() - 0.5) * min(lengte * 0.04, stap * kracht) / lengte
                midden.append(
                    (
                        s[0] + (e[0] - s[0]) * k / stappen - (e[1] - s[1]) * uitslag,
                        s[1] + (e[1] - s[1]) * k / stappen + (e[0] - s[0]) * uitslag,
                    )
                )
            uit += [tuple(a), *(midden[::-1] if s is b else midden)]
        return [*uit, tuple(punten[-1])]

    uit = numpy.empty(len(vormen), dtype=object)
    uit[:] = [
        shapely.geometry.MultiPolygon(
            [(lijn(d.exterior.coords), [lijn(g.coords) for g in d.interiors]) for d in shapely.get_parts(v)]
        )
        for v in vormen
    ]
    return uit


def test_vereenvoudigen_laat_geen_kier_of_overlap_en_zegt_hoeveel_een_grens_verschoof(tmp_path, gedeeld, capsys):
    ruw = json.loads((gedeeld / "gebieden/gm0150_deventer_wijken_2022.geojson").read_text("utf-8"))["features"]
    fijn = ruig(grenzen.reken_om(maak_vormen([k["geometry"] for k in ruw]), grenzen.WGS84, grenzen.RD), 4)
    assert shapely.coverage_is_valid(fijn) and shapely.get_num_coordinates(fijn).sum() > 40_000
    delen = [
        {
            "type": "Feature",
            "geometry": meters(v),
            "properties": {
                "wijkcode": k["properties"]["code"],
                "wijknaam": k["properties"]["naam"],
                "gemeentecode": "GM0150",
                "gemeentenaam": "Deventer",
            },
        }
        for k, v in zip(ruw, fijn, strict=True)
    ]
    assert inlezen(tmp_path, bestand(tmp_path, delen), gemeente="Deventer") == 0
    assert "verschoof hoogstens" in capsys.readouterr().out
    assert (tmp_path / "gebieden/deventer/wijken.geojson").stat().st_size <= 300_000
    gemeente = terug(tmp_path)
    klein = maak_vormen([w.vorm for w in gemeente.wijken])
    assert shapely.coverage_is_valid(klein)
    rd = grenzen.reken_om(klein, grenzen.WGS84, grenzen.RD)
    assert abs(shapely.area(rd) / shapely.area(fijn) - 1).max() < 0.005
    gezegd = int(gemeente.herkomst["wijken"]["bewerking"][-1].split("hoogstens ")[1].split()[0])
    assert shapely.hausdorff_distance(shapely.boundary(fijn), shapely.boundary(rd)).max() <= gezegd <= 50


def test_buren_die_niet_aansluiten_worden_niet_stil_vereenvoudigd(tmp_path):
    vormen = ruig(
        numpy.array([box(200000, 470000, 210000, 480000), box(209950, 470000, 220000, 480000)], dtype=object), 2
    )
    with pytest.raises(ValueError, match="sluiten niet"):
        grenzen.vereenvoudig(vormen, 20_000)


def test_echte_bestanden_komen_er_gelijk_uit(tmp_path, gedeeld):
    """Filteren uit het landelijke bestand verandert geen punt van een gemeente die klein genoeg is."""
    bron = gedeeld / "gebieden/nl_wijken_2022.geojson"
    ruw = json.loads(bron.read_text("utf-8"))["features"]
    for naam, code, aantal in (
        ("Deventer", "GM0150", 15),
        ("Steenwijkerland", "GM1708", 31),
        ("'s-Gravenhage", "GM0518", 44),
        ("Bergen (NH.)", "GM0373", None),
    ):
        doel = tmp_path / code
        doel.mkdir()
        assert inlezen(doel, bron, gemeente=naam) == 0
        gemeente = terug(doel)
        echt = {k["properties"]["code"]: k for k in ruw if k["properties"]["gemeentecode"] == code}
        assert (
            gemeente.code == code and [w.code for w in gemeente.wijken] == sorted(echt) and aantal in (None, len(echt))
        )
        for wijk in gemeente.wijken:
            assert shapely.equals(shape(wijk.vorm), shape(echt[wijk.code]["geometry"]))
            assert wijk.inwoners == echt[wijk.code]["properties"]["aantal_inwoners"]


def test_het_slordige_bestand_met_herstel_wordt_heel(tmp_path, gedeeld):
    assert (
        inlezen(
            tmp_path, gedeeld / "gebieden/gm0150_deventer_wijken_2024_slordig.geojson", "--herstel", gemeente="GM0150"
        )
        == 0
    )
    gemeente = terug(tmp_path)
    assert len(gemeente.wijken) == 15 and shapely.coverage_is_valid(maak_vormen([w.vorm for w in gemeente.wijken]))


def test_nooit_half_geschreven(tmp_path, monkeypatch, capsys):
    bron = bestand(tmp_path, kenmerken(JAARGANGEN["2026"]))
    assert inlezen(tmp_path, bron) == 0
    doel = tmp_path / "gebieden/proefgemeente"
    oud = {p.name: p.read_bytes() for p in doel.iterdir()}
    echt = os.fsync

    def vol(nummer):
        echt(nummer)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.gebieden.schrijven.os.fsync", vol)
    anders = bestand(tmp_path, kenmerken({**JAARGANGEN["2026"]}, extra={"wk_naam": "Anders"})[:1])
    assert inlezen(tmp_path, anders) == 1 and "schijfruimte" in "".join(capsys.readouterr())
    assert {p.name: p.read_bytes() for p in doel.iterdir()} == oud
    (tmp_path / "nieuw").mkdir()
    assert inlezen(tmp_path / "nieuw", anders) == 1 and list((tmp_path / "nieuw/gebieden").iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="snelkoppelingen maken mag op Windows niet altijd")
def test_schrijft_niet_door_een_snelkoppeling(tmp_path):
    elders = tmp_path / "elders"
    elders.mkdir()
    (tmp_path / "gebieden").mkdir()
    (tmp_path / "gebieden/proefgemeente").symlink_to(elders)
    assert inlezen(tmp_path, bestand(tmp_path, kenmerken(JAARGANGEN["2026"]))) == 1 and list(elders.iterdir()) == []


# Postcodes
TABEL = (
    "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n9999AB;1;99980100;999801;9998\n9999AB;2;99980200;999802;9998\n"
    "9999AC;1;99980100;999801;9998\n1011AB;1;3630000;36300;363\n"
)


def postcodes(map_: Path, tabel: Path, gemeente: str = "Proefgemeente") -> int:
    return voer_uit(
        ["gebieden", "postcodes", str(tabel), "--gemeente", gemeente, "--map", str(map_), "--peildatum", "2026-11-22"]
    )


@pytest.fixture
def met_wijken(tmp_path) -> Path:
    assert inlezen(tmp_path, bestand(tmp_path, kenmerken(JAARGANGEN["2026"]))) == 0
    return tmp_path


def test_postcodetabel_los_en_in_een_zip(met_wijken):
    tabel = met_wijken / "pc6hnr2025.csv"
    tabel.write_text("\ufeff" + TABEL, encoding="utf-8")
    assert postcodes(met_wijken, tabel) == 0
    assert (
        met_wijken / "gebieden/proefgemeente/postcodes.csv"
    ).read_text() == "postcode,wijken\n9999 AB,WK999801 WK999802\n9999 AC,WK999801\n"
    gemeente = terug(met_wijken)
    assert gemeente.postcodes["9999 AB"] == ("WK999801", "WK999802") and set(gemeente.herkomst) == {
        "wijken",
        "postcodes",
    }
    with zipfile.ZipFile(met_wijken / "cbs.zip", "w") as zip_:
        zip_.writestr("pc6hnr2025_gwb.csv", TABEL)
        zip_.writestr("brt2025.csv", "x;y\n")
    assert postcodes(met_wijken, met_wijken / "cbs.zip", "GM9998") == 0


@pytest.mark.parametrize(
    "naam",
    ["2023-cbs-pc6huisnr20230801_buurt/pc6hnr20230801_gwb.csv", "PC6HNR20170801_GWB.CSV", "diep/er/adressen.txt"],
)
def test_de_tabel_in_een_zip_is_te_herkennen_aan_haar_kop(met_wijken, naam):
    with zipfile.ZipFile(met_wijken / "cbs.zip", "w") as zip_:
        zip_.writestr("2023-cbs-pc6huisnr20230801_buurt/", "")
        zip_.writestr(naam, TABEL.replace(";", ",") if naam.endswith("txt") else TABEL)
        for ander, kop in {"gem": "gem2023;gemnaam2023", "wijk": "wijk2023;wijknaam2023", "pc6": "pc6;aantal"}.items():
            zip_.writestr(f"2023-cbs-pc6huisnr20230801_buurt/{ander}_2023.csv", f"{kop}\n9998;Proefstad\n")
        zip_.writestr("LEESMIJ.pdf", b"%PDF\xff")
    assert postcodes(met_wijken, met_wijken / "cbs.zip") == 0
    assert set(terug(met_wijken).postcodes) == {"9999 AB", "9999 AC"}


def test_een_zip_met_twee_of_geen_tabellen_noemt_ze(met_wijken, capsys):
    for namen, gezegd in (
        (["a/p2022.csv", "b/p2023.csv"], "2 tabellen met postcode, wijk en gemeente (p2022.csv, p2023"),
        ([], "0 tab"),
    ):
        with zipfile.ZipFile(met_wijken / "cbs.zip", "w") as zip_:
            zip_.writestr("leeg.csv", "")
            for naam in namen:
                zip_.writestr(naam, TABEL)
        assert postcodes(met_wijken, met_wijken / "cbs.zip") == 1 and gezegd in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("tabel", "status", "stuk"),
    [
        ("PC6;Huisnummer\n9999AB;1\n", 1, "PC6;Huisnummer;Buurt2025"),
        (TABEL.replace("9999AC", "99AC"), 1, "'99AC'"),
        (TABEL.replace("999802", "999877"), 1, "WK999877"),
        (
            "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n1011AB;1;3630000;36300;363\n",
            1,
            "geen postcode van Proefgemeente",
        ),
        ("PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\n9999AB;1\n", 1, "aantal cellen"),
        (b"PK\x03\x04kapot", 1, "niet te lezen"),
        (b"PC6;\xe9", 1, "niet te lezen"),
        ("", 1, "PC6;Huisnummer;Buurt2025"),
    ],
)
def test_foute_postcodetabel_schrijft_niets(met_wijken, capsys, tabel, status, stuk):
    bron = met_wijken / "tabel.csv"
    bron.write_bytes(tabel if isinstance(tabel, bytes) else tabel.encode())
    assert postcodes(met_wijken, bron) == status
    assert stuk in "".join(capsys.readouterr()) and not (met_wijken / "gebieden/proefgemeente/postcodes.csv").exists()


def test_postcodes_van_een_onbekende_gemeente(met_wijken, capsys):
    (met_wijken / "t.csv").write_text(TABEL)
    assert postcodes(met_wijken, met_wijken / "t.csv", "Elders") == 2 and "lees eerst de wijken in" in "".join(
        capsys.readouterr()
    )


@pytest.mark.parametrize(
    ("bron", "bewoner"),
    [
        ("Wijk 00 Diever", "Diever"),
        ("Wijk 01: Houthem - Sint Gerlach", "Houthem - Sint Gerlach"),
        ("Wijk02 Kunrade", "Kunrade"),
        ("Wijk01-Arkel", "Arkel"),
        ("Wijke 52 Fluitenberg", "Fluitenberg"),
        ("Moerkapelle wijk 01", "Moerkapelle"),
        ("Wijk 01 2e Exloermond", "2e Exloermond"),
        ("Wijk 00 Wijk bij Duurstede", "Wijk bij Duurstede"),
        ("Wijk aan Zee", "Wijk aan Zee"),
        ("Radewijk", "Radewijk"),
        ("Wijk 05", "Wijk 05"),
    ],
)
def test_een_wijk_heet_zoals_bewoners_haar_noemen(bron, bewoner):
    assert bewonersnaam(bron) == bewoner


def test_de_enige_wijk_zonder_naam_heet_als_de_gemeente():
    assert [bewonersnaam("Wijk 00", "Weesp", enige) for enige in (True, False)] == ["Weesp", "Wijk 00"]


def met_namen(map_: Path, *namen: str) -> Path:
    delen = kenmerken(JAARGANGEN["2026"])
    for deel, naam in zip(delen, namen, strict=True):
        deel["properties"]["wk_naam"] = naam
    return bestand(map_, delen, "bron_2026.geojson")


def test_opnieuw_inlezen_houdt_eigen_namen_en_adressen(tmp_path, capsys):
    """Wie een wijk zelf een naam gaf, en wat een wijk als adres had, raakt dat met een nieuwe jaargang niet kwijt."""
    assert inlezen(tmp_path, met_namen(tmp_path, "Wijk 00 Noord", "Wijk 01 Zuid", "Oost", "West")) == 0
    assert "WK999801 heet 'Noord' (in de bron 'Wijk 00 Noord')" in capsys.readouterr().out
    kaart = tmp_path / "gebieden/proefgemeente/wijken.geojson"
    tekst = kaart.read_text(encoding="utf-8")
    kaart.write_text(tekst.replace('"naam":"Oost"', '"naam":"De Oosthoek","adres":"oost"'), encoding="utf-8")
    assert inlezen(tmp_path, met_namen(tmp_path, "Wijk 00 Noord", "Wijk 01 Zuiderpark", "Wijk 02 Oost", "West")) == 0
    gezegd = capsys.readouterr().out
    assert "WK999802 blijft 'Zuid' heten; de bron zegt 'Zuiderpark'" in gezegd
    assert "WK999801" not in gezegd
    houdt = [("Noord", "noord"), ("Zuid", "zuid"), ("De Oosthoek", "oost"), ("West", "west")]
    assert [(w.naam, w.slug) for w in terug(tmp_path).wijken] == houdt
    assert inlezen(tmp_path, tmp_path / "bron_2026.geojson", "--namen", "bron") == 0
    nieuw = [("Noord", "noord"), ("Zuiderpark", "zuid"), ("Oost", "oost"), ("West", "west")]
    assert [(w.naam, w.slug) for w in terug(tmp_path).wijken] == nieuw


def test_een_naam_van_voor_deze_regel_wordt_gewoon_en_houdt_haar_adres(tmp_path, capsys):
    bron = met_namen(tmp_path, "Wijk 00 Noord", "Zuid", "Oost", "West")
    assert inlezen(tmp_path, bron) == 0
    kaart = tmp_path / "gebieden/proefgemeente/wijken.geojson"
    tekst = kaart.read_text(encoding="utf-8")
    kaart.write_text(tekst.replace('"naam":"Noord"', '"naam":"Wijk 00 Noord"'), encoding="utf-8")
    assert inlezen(tmp_path, bron) == 0
    assert "het adres op de site blijft 'wijk-00-noord'" in capsys.readouterr().out
    assert [(w.naam, w.slug) for w in terug(tmp_path).wijken][0] == ("Noord", "wijk-00-noord")


def test_een_eigen_adres_dat_geen_adres_is_wordt_gemeld(tmp_path):
    assert inlezen(tmp_path, met_namen(tmp_path, "Noord", "Zuid", "Oost", "West")) == 0
    kaart = tmp_path / "gebieden/proefgemeente/wijken.geojson"
    tekst = kaart.read_text(encoding="utf-8")
    kaart.write_text(tekst.replace('"naam":"Oost"', '"naam":"Oost","adres":"De Oost"'), encoding="utf-8")
    verslag = Verslag()
    lees_gebieden(tmp_path, verslag, PEILDATUM, Voorraad(tmp_path, aan=False))
    assert [(m.code, m.regel) for m in verslag.meldingen if m.soort == "fout"] == [("SK309", 4)]


def test_een_wijk_een_andere_naam_geven_laat_haar_adres_en_vorm_staan(tmp_path, capsys):
    assert inlezen(tmp_path, met_namen(tmp_path, "Noord", "Zuid", "Oost", "West")) == 0
    kaart = tmp_path / "gebieden/proefgemeente/wijken.geojson"
    voor = kaart.read_text(encoding="utf-8")
    noem = ["gebieden", "noem", "WK999803", "De Oosthoek", "--map", str(tmp_path)]
    assert voer_uit(noem) == 0
    assert "was 'Oost'). Het adres op de site blijft 'oost'." in capsys.readouterr().out
    na = kaart.read_text(encoding="utf-8")
    assert [a for a, b in zip(voor.split("\n"), na.split("\n"), strict=True) if a != b] == [voor.split("\n")[3]]
    assert [(w.naam, w.slug) for w in terug(tmp_path).wijken][2] == ("De Oosthoek", "oost")
    assert voer_uit([*noem[:3], "Oost", *noem[4:]]) == 0
    assert kaart.read_text(encoding="utf-8") == voor, "terug is precies terug"
    assert voer_uit([*noem[:2], "WK999899", *noem[3:]]) == 2 and voer_uit([*noem[:3], "=1+1", *noem[4:]]) == 2
    assert kaart.read_text(encoding="utf-8") == voor


def test_een_wijk_zonder_kaart_houdt_haar_adres_ook(tmp_path):
    map_ = tmp_path / "gebieden/proefgemeente"
    map_.mkdir(parents=True)
    (map_ / "gemeente.yaml").write_text("code: GM9998\nnaam: Proefgemeente\nprovincie: Proefland\n", encoding="utf-8")
    (map_ / "wijken.csv").write_text("code,naam,letter\nWK999801,Noord,A\nWK999802,Zuid,B\n", encoding="utf-8")
    assert voer_uit(["gebieden", "noem", "WK999802", "Zuid, aan zee", "--map", str(tmp_path)]) == 0
    assert [(w.naam, w.slug, w.letter) for w in terug(tmp_path).wijken] == [
        ("Noord", "noord", "A"),
        ("Zuid, aan zee", "zuid", "B"),
    ]
