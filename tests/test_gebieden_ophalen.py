"""`gebieden ophalen` tegen een eigen server die zich gedraagt als PDOK, ook als het misgaat. Er gaat niets naar
buiten.
"""

import http.server
import json
import threading
import time
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from conftest import PEILDATUM
from shapely.geometry import box
from test_gebieden_inlezen import graden, meters

from generator.cli import voer_uit
from generator.gebieden import grenzen
from generator.lezen.gebieden import lees_gebieden
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

NAMEN = {
    "oud": {
        "wijken": ("wijkcode", "wijknaam"),
        "buurten": ("buurtcode", "buurtnaam"),
        "gemeenten": ("gemeentecode", "gemeentenaam"),
    },
    "nieuw": {
        "wijken": ("wk_code", "wk_naam"),
        "buurten": ("bu_code", "bu_naam"),
        "gemeenten": ("gm_code", "gm_naam"),
    },
}


class Land:
    """Verzonnen gemeenten van 3 bij 3 wijken, twaalf op een rij; elke wijk heeft een buurt."""

    def __init__(self, aantal: int = 3):
        self.vakken = {}
        for gemeente in range(aantal):
            for wijk in range(9):
                x, y = (
                    180000 + gemeente % 12 * 3000 + wijk % 3 * 1000,
                    440000 + gemeente // 12 * 3000 + wijk // 3 * 1000,
                )
                self.vakken[f"{9000 + gemeente:04}{wijk:02}"] = box(x, y, x + 1000, y + 1000)

    def laag(self, laag: str, namen: str, vorm=graden) -> list[dict]:
        code, naam = NAMEN[namen][laag]
        gm_code, gm_naam = NAMEN[namen]["gemeenten"]
        if laag == "gemeenten":
            groepen: dict[str, list] = {}
            for nummer, vak in self.vakken.items():
                groepen.setdefault(nummer[:4], []).append(vak)
            rijen = [("GM" + n, n, grenzen.shapely.union_all(v)) for n, v in groepen.items()]
        else:
            rijen = [("WK" + n if laag == "wijken" else f"BU{n}00", n[:4], v) for n, v in self.vakken.items()]
        uit = []
        for eigen_code, gemeente, vak in rijen:
            eigen = {
                code: eigen_code,
                naam: f"{laag} {eigen_code}",
                gm_code: "GM" + gemeente,
                gm_naam: f"Gemeente {gemeente}",
                "water": "NEE",
            }
            uit.append({"type": "Feature", "id": len(uit), "properties": eigen, "geometry": vorm(vak)})
        return uit


class NepPdok(http.server.BaseHTTPRequestHandler):
    """Een PDOK in het klein: limit hoogstens 1000, 400 op een onbekende parameter, rel=next, WFS zonder CQL_FILTER."""

    def log_message(self, *_) -> None:
        pass

    def do_GET(self) -> None:
        adres = urlsplit(self.path)
        vraag = {k: v[0] for k, v in parse_qs(adres.query).items()}
        self.server.vragen.append(self.path)
        plan = self.server.plan
        for stuk, storing in list(plan.storingen.items()):
            if stuk in self.path and storing:
                return self.stoor(storing.pop(0))
        delen = adres.path.strip("/").split("/")
        if adres.path.startswith("/cbs/wijken-en-buurten-") and int(delen[1][-4:]) in plan.jaren:
            return self.ogc(delen, vraag, plan)
        if adres.path.startswith("/cbs/wijkenbuurten/") and int(delen[2]) in plan.wfs_jaren:
            return self.wfs(vraag, plan)
        self.antwoord(404, {"code": "NotFound"})
        return None

    def stoor(self, soort: object) -> None:
        if soort == "traag":
            time.sleep(1.6)
        elif isinstance(soort, int):
            return self.antwoord(soort, {})
        elif soort == "kapot":
            self.ruw(b'{"type": "FeatureCollection", "features": [{"type": "Fea')
        elif soort == "afgebroken":
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b'{"type"')
        elif soort == "html":
            self.ruw(b"<html>onderhoud</html>")
        self.close_connection = True
        return None

    def ogc(self, delen: list[str], vraag: dict, plan) -> None:
        laag, soort = delen[5], delen[6]
        kenmerken = plan.land.laag(laag, plan.namen)
        if soort == "queryables":
            return self.antwoord(
                200, {"properties": dict.fromkeys(plan.queryables, {})} if plan.queryables is not None else {"x": 1}
            )
        mag = {"f", "limit", "bbox", "cursor", *(plan.werkt if plan.werkt is not None else plan.queryables or ())}
        if set(vraag) - mag or int(vraag.get("limit", 10)) > 1000:
            return self.antwoord(400, {"code": "InvalidParameterValue"})
        for naam in set(vraag) & set(NAMEN[plan.namen]["gemeenten"]):
            kenmerken = [k for k in kenmerken if k["properties"][naam] == vraag[naam]]
        if "bbox" in vraag:
            x0, y0, x1, y1 = map(float, vraag["bbox"].split(","))
            kenmerken = [
                k for k in kenmerken if grenzen.shapely.geometry.shape(k["geometry"]).intersects(box(x0, y0, x1, y1))
            ]
        begin, per = int(vraag.get("cursor", 0)), min(int(vraag.get("limit", 10)), plan.per_pagina)
        pagina = {"type": "FeatureCollection", "features": kenmerken[begin : begin + per], "links": []}
        if plan.telt:
            pagina["numberMatched"] = len(kenmerken)
        if begin + per < len(kenmerken):
            basis = plan.ander or f"http://{self.headers['Host']}"
            verder = urlencode({**vraag, "cursor": begin + per})
            pagina["links"] = [
                {"rel": "self", "href": "x"},
                {"rel": "next", "href": f"{basis}{urlsplit(self.path).path}?{verder}"},
            ]
        self.antwoord(200, pagina)
        return None

    def wfs(self, vraag: dict, plan) -> None:
        kenmerken = plan.land.laag(vraag["typeNames"].split(":")[1], "oud", meters)
        if "GM" in vraag.get("FILTER", ""):
            code = vraag["FILTER"].split("<fes:Literal>")[1][:6]
            kenmerken = [k for k in kenmerken if k["properties"]["gemeentecode"] == code]
        begin = int(vraag["startIndex"])
        self.antwoord(200, {"type": "FeatureCollection", "features": kenmerken[begin : begin + int(vraag["count"])]})

    def antwoord(self, status: int, inhoud: dict) -> None:
        self.ruw(json.dumps(inhoud).encode(), status)

    def ruw(self, inhoud: bytes, status: int = 200) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Length", str(len(inhoud)))
            self.end_headers()
            self.wfile.write(inhoud)
        except OSError:
            pass


class Plan:
    """Hoe de server zich deze keer gedraagt."""

    def __init__(self):
        self.land, self.namen, self.jaren, self.wfs_jaren = Land(), "oud", {2024, 2025}, {2019, 2021, 2024, 2025}
        self.queryables: list[str] | None = ["gemeentecode"]
        self.werkt: list[str] | None = None
        self.per_pagina, self.telt, self.ander = 1000, True, ""
        self.storingen: dict[str, list] = {}


@pytest.fixture
def server(monkeypatch):
    dienaar = http.server.ThreadingHTTPServer(("127.0.0.1", 0), NepPdok)
    dienaar.plan, dienaar.vragen, dienaar.daemon_threads = Plan(), [], True
    threading.Thread(target=dienaar.serve_forever, daemon=True).start()
    monkeypatch.setenv("SOCIALE_KAART_PDOK", f"http://127.0.0.1:{dienaar.server_port}/")
    monkeypatch.setenv("SOCIALE_KAART_PDOK_WACHT", "10")
    monkeypatch.setenv("SOCIALE_KAART_PDOK_PAUZE", "0")
    yield dienaar
    dienaar.shutdown()
    dienaar.server_close()


def ophalen(map_: Path, *extra: str, code: str = "GM9001") -> int:
    return voer_uit(["gebieden", "ophalen", code, "--map", str(map_), "--peildatum", PEILDATUM.isoformat(), *extra])


def terug(map_: Path):
    verslag = Verslag()
    (gemeente,) = lees_gebieden(map_, verslag, PEILDATUM, Voorraad(map_, aan=False))
    assert not verslag.meldingen, verslag.als_tekst()
    return gemeente


VERWACHT = [f"WK9001{n:02}" for n in range(9)]


@pytest.mark.parametrize(("namen", "queryable"), [("oud", "gemeentecode"), ("nieuw", "gm_code")])
def test_filter_op_de_gemeentecode_als_die_zoekbaar_is(server, tmp_path, namen, queryable):
    server.plan.namen, server.plan.queryables = namen, [queryable, "geometry"]
    assert ophalen(tmp_path, "--jaar", "2025") == 0
    gemeente = terug(tmp_path)
    assert [w.code for w in gemeente.wijken] == VERWACHT and gemeente.naam == "Gemeente 9001"
    assert gemeente.herkomst["wijken"]["jaar"] == "2025" and "2025" in gemeente.herkomst["wijken"]["naamsvermelding"]
    assert len(server.vragen) == 2 and f"{queryable}=GM9001" in server.vragen[1]
    rd = grenzen.reken_om(grenzen.shapely.from_geojson(json.dumps(gemeente.wijken[0].vorm)), grenzen.WGS84, grenzen.RD)
    assert abs(grenzen.shapely.area(rd) / 1e6 - 1) < 0.001


def test_buurten(server, tmp_path):
    assert ophalen(tmp_path, "--jaar", "2025", "--niveau", "buurten") == 0
    assert [b.code for b in terug(tmp_path).buurten] == [f"BU9001{n:02}00" for n in range(9)]


@pytest.mark.parametrize("belofte", [None, ["wijknaam"], ["gemeentecode"]])
def test_anders_rechthoek_bladeren_en_zelf_filteren(server, tmp_path, belofte):
    """Ook als de server de eigenschap als zoekbaar noemt en dan toch weigert."""
    server.plan.queryables, server.plan.werkt, server.plan.per_pagina = belofte, [], 4
    assert ophalen(tmp_path, "--jaar", "2025") == 0
    assert [w.code for w in terug(tmp_path).wijken] == VERWACHT
    assert sum("wijken/items" in v and "bbox=" in v for v in server.vragen) >= 4


def test_bladeren_door_meer_dan_duizend(server, tmp_path):
    server.plan.land, server.plan.queryables = Land(130), []
    server.plan.storingen = {"gemeenten/": [404] * 9}
    assert ophalen(tmp_path, "--jaar", "2025", code="GM9129") == 0
    assert len(terug(tmp_path).wijken) == 9 and sum("wijken/items" in v for v in server.vragen) == 2


@pytest.mark.parametrize("storing", ["traag", "kapot", "afgebroken", "html", 503, 429])
def test_een_storing_halverwege_wordt_herhaald(server, tmp_path, monkeypatch, storing):
    if storing == "traag":
        monkeypatch.setenv("SOCIALE_KAART_PDOK_WACHT", "1")
    server.plan.queryables, server.plan.per_pagina = [], 4
    server.plan.storingen = {"cursor=8": [storing, storing]}
    assert ophalen(tmp_path, "--jaar", "2025") == 0
    assert [w.code for w in terug(tmp_path).wijken] == VERWACHT


@pytest.mark.parametrize(
    ("storing", "reden"), [("kapot", "geen JSON"), ("traag", "binnen 1 seconden"), (500, "status 500")]
)
def test_een_storing_die_blijft_schrijft_niets_en_wijst_de_weg_via_een_bestand(
    server, tmp_path, capsys, monkeypatch, storing, reden
):
    monkeypatch.setenv("SOCIALE_KAART_PDOK_WACHT", "1" if storing == "traag" else "10")
    server.plan.queryables, server.plan.per_pagina = [], 4
    server.plan.storingen = {"cursor=8": [storing] * 20}
    assert ophalen(tmp_path, "--jaar", "2025") == 1
    uit = "".join(capsys.readouterr())
    assert (
        reden in uit and "gebieden inlezen" in uit and "Traceback" not in uit and not (tmp_path / "gebieden").exists()
    )


def test_ouder_jaar_gaat_via_de_wfs_in_meters(server, tmp_path):
    for jaar in ("2021", "2019"):
        (tmp_path / jaar).mkdir()
        assert ophalen(tmp_path / jaar, "--jaar", jaar) == 0
        gemeente = terug(tmp_path / jaar)
        assert [w.code for w in gemeente.wijken] == VERWACHT and gemeente.herkomst["wijken"]["jaar"] == jaar
    assert all("wfs" in v and "FILTER" in v for v in server.vragen)


def test_ogc_weg_maar_wfs_er_nog(server, tmp_path):
    server.plan.jaren = set()
    assert ophalen(tmp_path, "--jaar", "2024") == 0 and "wfs" in terug(tmp_path).herkomst["wijken"]["bestand"]


def test_zonder_jaar_de_laatste_jaargang_die_er_is(server, tmp_path):
    assert ophalen(tmp_path) == 0 and terug(tmp_path).herkomst["wijken"]["jaar"] == "2025"


def test_een_jaar_dat_er_niet_is(server, tmp_path, capsys):
    assert ophalen(tmp_path, "--jaar", "2015") == 1 and "2015" in "".join(capsys.readouterr())


def test_een_gemeente_die_er_niet_is_en_een_code_die_niet_kan(server, tmp_path, capsys):
    assert ophalen(tmp_path, "--jaar", "2025", code="GM0457") == 1 and "kent geen wijken van GM0457" in "".join(
        capsys.readouterr()
    )
    assert ophalen(tmp_path, code="Deventer") == 2 and not (tmp_path / "gebieden").exists()


def test_volgende_pagina_op_een_andere_server_wordt_niet_gevolgd(server, tmp_path, capsys):
    server.plan.queryables, server.plan.per_pagina, server.plan.ander = [], 4, "http://elders.example"
    assert ophalen(tmp_path, "--jaar", "2025") == 1 and "andere server" in "".join(capsys.readouterr())


def test_minder_dan_beloofd_is_een_fout(server, tmp_path, capsys, monkeypatch):
    server.plan.queryables, server.plan.per_pagina = [], 4
    monkeypatch.setattr("generator.gebieden.pdok.Pdok._volgende", lambda *_: "")
    assert ophalen(tmp_path, "--jaar", "2025") == 1 and "4 van de" in "".join(capsys.readouterr())


def test_zonder_netwerk(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SOCIALE_KAART_PDOK", "http://127.0.0.1:9")
    monkeypatch.setenv("SOCIALE_KAART_PDOK_PAUZE", "0")
    assert ophalen(tmp_path) == 1
    uit = "".join(capsys.readouterr())
    assert "niet te bereiken" in uit and "GeoPackage" in uit and "--gemeente" in uit
