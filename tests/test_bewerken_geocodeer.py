"""`geocodeer` tegen een eigen server die antwoordt als de Locatieserver van PDOK, ook als het misgaat. Er gaat niets
naar buiten.
"""

import http.server
import json
import threading
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from proefmap import maak_goede_map

from generator.bewerken.adressen import Adreszoeker, NietGevonden, kies, lees_lijst, sleutel
from generator.bewerken.geocoderen import zet_punten, zoek_punten
from generator.cli import voer_uit
from generator.gebieden.pdok import Pdok
from generator.meldingen import SocialeKaartFout, Verslag

KOP = """\
functies: [buurthuis]
samenvatting: X.
toegang: {hoe: vrij}
werkgebied: [WK999901]
gecontroleerd: {op: 2026-10-01, door: redactie}
"""


def doc(
    postcode="9999AA", nummer=12, letter=None, toevoeging=None, punt="POINT(3.905 52.615)", wijk="WK999901"
) -> dict:
    uit = {
        "weergavenaam": f"Kade {nummer}",
        "postcode": postcode,
        "huisnummer": nummer,
        "straatnaam": "Kade",
        "wijkcode": wijk,
        "centroide_ll": punt,
    }
    return (
        uit | ({"huisletter": letter} if letter else {}) | ({"huisnummertoevoeging": toevoeging} if toevoeging else {})
    )


class Nep(http.server.BaseHTTPRequestHandler):
    """Antwoordt vaag, zoals de echte: ook buren en andere postcodes. `vragen` bewaart wat er gevraagd is."""

    def log_message(self, *_):
        pass

    def do_GET(self):
        adres = urlsplit(self.path)
        vraag = parse_qs(adres.query)
        self.server.vragen.append(vraag["q"][0])
        fout = self.server.fouten.pop(0) if self.server.fouten else None
        status, ruw = fout or (
            200,
            json.dumps(
                {
                    "response": {
                        "numFound": 99,
                        "start": 0,
                        "maxScore": 9.9,
                        "numFoundExact": True,
                        "docs": [d for d in self.server.docs],
                    }
                }
            ).encode(),
        )
        if adres.path != "/bzk/locatieserver/search/v3_1/free" or vraag["fq"][0] != "type:adres":
            status, ruw = 404, b"{}"
        self.send_response(status)
        self.send_header("Content-Length", str(len(ruw)))
        self.end_headers()
        self.wfile.write(ruw)


@pytest.fixture
def server():
    dienst = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Nep)
    dienst.vragen, dienst.fouten, dienst.docs = (
        [],
        [],
        [
            doc(),
            doc(nummer=12, letter="A", punt="POINT(3.9051 52.6151)"),
            doc(nummer=120),
            doc(postcode="9999AB", punt="POINT(3.95 52.65)"),
        ],
    )
    threading.Thread(target=dienst.serve_forever, daemon=True).start()
    yield dienst
    dienst.shutdown()


@pytest.fixture
def pdok(server):
    uit = Pdok(wacht=5, pauze=0, meld=lambda _: None)
    uit.ogc = f"http://127.0.0.1:{server.server_port}"
    return uit


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def zet(map_, id_: str, locaties: str) -> str:
    pad = f"sociale_kaart/wijkfuncties/{id_}.yaml"
    (map_ / pad).write_text(f"# {id_}\nnaam: {id_}\nlocaties:\n{locaties}{KOP}", encoding="utf-8")
    return pad


def doe(map_, pdok):
    verslag = Verslag()
    vondsten = zoek_punten(map_, Adreszoeker(map_, pdok), verslag)
    return vondsten, zet_punten(map_, vondsten, verslag, date(2026, 11, 22)), verslag


def test_een_punt_erbij_is_een_regel_en_de_lijst_blijft(map_, pdok, server):
    pad = zet(
        map_,
        "een",
        "  - adres: {straat: Kade, huisnummer: 12, postcode: 9999 AA, plaats: Proefstad}  # de hoek\n    rolstoel: ja\n",
    )
    voor = (map_ / pad).read_text(encoding="utf-8").split("\n")
    vondsten, paden, verslag = doe(map_, pdok)
    na = (map_ / pad).read_text(encoding="utf-8").split("\n")
    assert paden == [pad] and not verslag.fouten and not vondsten.mis
    assert [regel for regel in na if regel not in voor] == ["    punt: {lengte: 3.905, breedte: 52.615}"] and len(
        na
    ) == len(voor) + 1
    assert (map_ / "adrespunten.csv").read_text(encoding="utf-8").split("\n")[1] == "9999AA,12,3.905,52.615,WK999901"
    server.vragen.clear()
    (map_ / pad).write_text("\n".join(voor), encoding="utf-8")
    assert doe(map_, pdok)[1] == [pad] and not server.vragen


@pytest.mark.parametrize(
    ("nummer", "gevonden"),
    [("12", True), ("12A", True), ("12 a", True), ("12-A", True), ("12B", False), ("1", False), ("121", False)],
)
def test_alleen_wat_precies_klopt(map_, pdok, nummer, gevonden):
    zet(map_, "een", f"  - adres: {{huisnummer: {nummer}, postcode: 9999 AA, plaats: Proefstad}}\n")
    vondsten, paden, _ = doe(map_, pdok)
    assert bool(paden) == gevonden and len(vondsten.mis) == (not gevonden)


def test_een_geheim_adres_wordt_nooit_gevraagd(map_, pdok, server):
    zet(
        map_,
        "geheim",
        "  - adres: {straat: Kade, huisnummer: 12, postcode: 9999 AA, plaats: Proefstad}\n    adres_geheim: ja\n",
    )
    vondsten, paden, _ = doe(map_, pdok)
    assert not server.vragen and not paden and vondsten.geheim == 1 and not lees_lijst(map_)


def test_wat_niet_meer_in_een_bestand_staat_gaat_uit_de_lijst(map_, pdok):
    pad = zet(map_, "een", "  - adres: {huisnummer: 12, postcode: 9999 AA, plaats: Proefstad}\n")
    doe(map_, pdok)
    (map_ / pad).unlink()
    doe(map_, pdok)
    assert sleutel("9999 AA", "12") not in lees_lijst(map_)


@pytest.mark.parametrize("fouten", [[(500, b"x")], [(503, b"")], [(429, b"")], [(200, b"{kapot")], [(200, b"[]")]])
def test_een_storing_wordt_opnieuw_geprobeerd(map_, pdok, server, fouten):
    zet(map_, "een", "  - adres: {huisnummer: 12, postcode: 9999 AA, plaats: Proefstad}\n")
    server.fouten = list(fouten)
    assert doe(map_, pdok)[1] and len(server.vragen) == 2


@pytest.mark.parametrize(
    "ruw", [b"{}", b'{"response": null}', b'{"response": {"docs": "x"}}', b'{"response": {"docs": [1, null, {}]}}']
)
def test_een_vreemd_antwoord_is_niet_gevonden(map_, pdok, server, ruw):
    pad = zet(map_, "een", "  - adres: {huisnummer: 12, postcode: 9999 AA, plaats: Proefstad}\n")
    voor, server.fouten = (map_ / pad).read_bytes(), [(200, ruw)]
    vondsten, paden, _ = doe(map_, pdok)
    assert len(vondsten.mis) == 1 and not paden and (map_ / pad).read_bytes() == voor


def test_een_dienst_die_er_niet_is(map_, pdok):
    zet(map_, "een", "  - adres: {huisnummer: 12, postcode: 9999 AA, plaats: Proefstad}\n")
    pdok.ogc = "http://127.0.0.1:1"
    with pytest.raises(SocialeKaartFout, match="niet te bereiken"):
        doe(map_, pdok)


@pytest.mark.parametrize(
    "docs",
    [
        [],
        [doc(punt="POINT(0 0)")],
        [doc(punt="x")],
        [doc(punt=None)],
        [doc(), doc(punt="POINT(3.95 52.65)")],
        [doc(postcode="9999AB")],
        [doc(nummer="x")],
        [{"postcode": ["9999AA"], "huisnummer": {}}],
    ],
)
def test_kiezen_is_streng(docs):
    with pytest.raises(NietGevonden):
        kies(docs, ("9999AA", "12"))


def test_de_opdracht(map_, server, monkeypatch, capsys):
    monkeypatch.setenv("SOCIALE_KAART_PDOK", f"http://127.0.0.1:{server.server_port}")
    pad = zet(
        map_,
        "een",
        "".join(f"  - adres: {{huisnummer: {n}, postcode: 9999 AA, plaats: Proefstad}}\n" for n in (12, 13)),
    )
    assert voer_uit(["geocodeer", "--map", str(map_), "--peildatum", "2026-11-22"]) == 0
    uit = capsys.readouterr().out
    assert (
        f"{pad}: 1 punt" in uit
        and "9999 AA 13: postcode en huisnummer horen niet bij elkaar" in uit
        and "1 punten gevonden, 1 adressen niet" in uit
    )
    assert "punt" in yaml.load((map_ / pad).read_text(encoding="utf-8"), yaml.BaseLoader)["locaties"][0]


def test_een_import_kan_adressen_opzoeken(map_, server, monkeypatch, capsys):
    monkeypatch.setenv("SOCIALE_KAART_PDOK", f"http://127.0.0.1:{server.server_port}")
    lijst = map_.parent / "lijst.csv"
    lijst.write_text(
        "naam;postcode;huisnummer;plaats\nA;9999AA;12;Proefstad\nB;9999AA;13;Proefstad\n", encoding="utf-8"
    )
    vast = [
        "importeer",
        str(lijst),
        "--soort",
        "wijkfunctie",
        "--functie",
        "buurthuis",
        "--map",
        str(map_),
        "--peildatum",
        "2026-11-22",
    ]
    assert voer_uit(vast) == 1 and not server.vragen
    assert voer_uit([*vast, "--zoek-adressen"]) == 1
    assert "1 nieuw, 0 gewijzigd, 0 gelijk, 1 geweigerd" in capsys.readouterr().out
    een = yaml.load((map_ / "sociale_kaart/wijkfuncties/a.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert een["werkgebied"] == ["WK999901"] and een["locaties"][0]["punt"] == {"lengte": "3.905", "breedte": "52.615"}
