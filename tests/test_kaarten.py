"""folium als samensteller: elke keer hetzelfde, alleen eigen adressen, en Leaflet zoals het is nagekeken."""

import json
import re
import sys
from datetime import date
from importlib.metadata import distribution

import pytest
from conftest import PROJECT
from msgspec.structs import replace

from generator.bouw import kaarten
from generator.lezen.tekening import Raster, maak_tekening, streek
from generator.meldingen import SocialeKaartFout
from generator.model import Catalogus, Gebied, Gemeente, Instellingen, Kerncijfer, Tegel
from generator.paginas.gebied.cijferkaart import cijferbladen
from generator.paginas.gemeen.achtergrond import TEGELSERVER, vul_privacy_aan, zin
from generator.paginas.insluiten.kopregels import csp
from generator.voorraad import Voorraad

INSTELLINGEN = Instellingen("Proef", "https://proef.example/")
MET_PDOK = replace(INSTELLINGEN, achtergrondkaart="pdok-grijs")
LEEG = Catalogus(date(2026, 11, 22), INSTELLINGEN, (), {}, {}, {}, {}, {})


def test_twee_keer_samenstellen_geeft_dezelfde_bytes():
    assert kaarten.stel_samen("geen") == kaarten.stel_samen("geen")


def test_het_geraamte_heeft_vaste_namen_en_geen_vreemde_adressen():
    tekst = kaarten.stel_samen("geen")
    assert not re.search(r"[0-9a-f]{32}", tekst)
    assert not re.search(r"https?://|//[a-z]+\.", tekst)
    assert re.findall(r'"(derden/[^"]+)"', tekst) == [
        "derden/leaflet.css",
        "derden/MarkerCluster.css",
        "derden/leaflet.js",
        "derden/leaflet.markercluster.js",
    ]
    assert '"maxZoom": 18' in tekst, "zonder grootste zoom tekent een groep niets"


def test_met_achtergrond_is_pdok_het_enige_vreemde_adres():
    tekst = kaarten.stel_samen("pdok-grijs")
    assert set(re.findall(r"https?://[^/\"]+", tekst)) == {TEGELSERVER}
    assert "/grijs/" in tekst and "/standaard/" in kaarten.stel_samen("pdok")


def test_de_lijsten_van_folium_zelf_blijven_zoals_ze_waren():
    from folium import Map
    from folium.plugins import MarkerCluster

    voor = [
        list(Map.default_js),
        list(Map.default_css),
        list(MarkerCluster.default_js),
        list(MarkerCluster.default_css),
    ]
    kaarten.stel_samen("geen")
    assert [Map.default_js, Map.default_css, MarkerCluster.default_js, MarkerCluster.default_css] == voor
    assert all("derden/" not in adres for lijst in voor for _, adres in lijst)


def test_de_tweede_bouw_haalt_folium_niet_binnen(tmp_path, monkeypatch):
    monkeypatch.setenv("SOCIALE_KAART_VOORRAAD", str(tmp_path))
    voorraad = Voorraad(tmp_path)
    eerste = kaarten.basis(INSTELLINGEN, voorraad)
    voorraad.bewaar()
    monkeypatch.setitem(sys.modules, "folium", None)
    assert kaarten.basis(INSTELLINGEN, Voorraad(tmp_path)) == eerste


def test_elke_instelling_heeft_een_eigen_geraamte(tmp_path, monkeypatch):
    monkeypatch.setenv("SOCIALE_KAART_VOORRAAD", str(tmp_path))
    voorraad = Voorraad(tmp_path)
    assert TEGELSERVER not in kaarten.basis(INSTELLINGEN, voorraad)
    assert TEGELSERVER in kaarten.basis(MET_PDOK, voorraad)


def test_leaflet_is_het_bestand_dat_is_nagekeken():
    bestanden = dict(kaarten.kaartbestanden(LEEG, Voorraad(PROJECT, aan=False)))
    assert bestanden["assets/derden/leaflet.js"].startswith(b"/* @preserve\n * Leaflet 1.9.4")
    assert {f"assets/derden/{naam}" for _, _, naam, _ in kaarten.DERDEN} | {kaarten.BASIS} == set(bestanden)


def test_een_ander_leaflet_is_een_fout_met_uitleg():
    with pytest.raises(SocialeKaartFout, match="niet het bestand dat is nagekeken") as gevangen:
        kaarten.uit_pakket(kaarten.LEAFLET, "js_lib_leaflet/leaflet.js", "0" * 64)
    assert gevangen.value.status == 3 and "pyproject.toml" in gevangen.value.oplossing


@pytest.mark.parametrize(
    ("pakket", "eind"), [("dit-pakket-bestaat-niet", "x.js"), (kaarten.LEAFLET, "bestaat-niet.js")]
)
def test_een_ontbrekend_bestand_is_een_fout_met_uitleg(pakket, eind):
    with pytest.raises(SocialeKaartFout, match="ontbreekt"):
        kaarten.uit_pakket(pakket, eind, "")


def test_een_onbekende_kaart_van_folium_is_een_fout():
    with pytest.raises(SocialeKaartFout):
        kaarten.als_module(
            '<script src="https://elders.example/x.js"></script>', 'var kaart = L.map( "map_' + "a" * 32 + '", {});'
        )


def test_de_licenties_staan_er_voluit():
    tekst = "\n".join(kaarten.licentieteksten())
    assert "BSD 2-Clause License" in tekst and "Leaflet.markercluster 1.4.1, MIT License" in tekst
    assert distribution("folium").version in tekst


def test_de_instelling_verruimt_de_csp_en_de_privacypagina():
    assert TEGELSERVER not in csp(INSTELLINGEN) and zin(INSTELLINGEN) == ""
    assert f"img-src 'self' data: {TEGELSERVER};" in csp(MET_PDOK)
    teksten = {"privacy.md": "# Privacy\n", "over.md": "# Over\n"}
    zonder = vul_privacy_aan(teksten, INSTELLINGEN)
    assert zonder["over.md"] == teksten["over.md"] and "## Het formulier" in zonder["privacy.md"]
    assert zin(MET_PDOK) not in zonder["privacy.md"]
    zelf = {"privacy.md": "# Privacy\n\nOver [het formulier](/melden/) staat hier al iets.\n"}
    aangevuld = vul_privacy_aan(zelf, INSTELLINGEN)["privacy.md"]
    assert aangevuld.startswith(zelf["privacy.md"]) and "## Het formulier" not in aangevuld
    assert zin(MET_PDOK) in vul_privacy_aan(teksten, MET_PDOK)["privacy.md"]


def vierkant(x: float, y: float, zijde: float = 0.01) -> dict:
    return {
        "type": "Polygon",
        "coordinates": [[[x, y], [x + zijde, y], [x + zijde, y + zijde], [x, y + zijde], [x, y]]],
    }


def test_een_tekening_heeft_paden_namen_en_het_noorden_boven():
    wijken = [
        Gebied("WK999901", "Zuid", "wijk", "GM9999", "zuid", vierkant(3.9, 52.60)),
        Gebied("WK999902", "Noord", "wijk", "GM9999", "noord", vierkant(3.9, 52.61)),
        Gebied("WK999903", "Zonder vorm", "wijk", "GM9999", "zonder-vorm"),
    ]
    tekening = maak_tekening(wijken, None)
    assert set(tekening.vormen) == set(tekening.vakken) == {"WK999901", "WK999902"}
    assert tekening.vakken["WK999902"].naamplek[1] < tekening.vakken["WK999901"].naamplek[1]
    assert all(re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", vak.pad) for vak in tekening.vakken.values())
    assert max(tekening.breedte, tekening.hoogte) == 10_000
    assert maak_tekening(wijken[2:], None) is None


def test_een_streek_slaat_punten_op_dezelfde_plek_over():
    assert streek([(0, 0), (0, 0), (5, 0), (5, 5), (0, 0)], dicht=True) == "M0 0l5 0 0 5z"
    assert streek([(3, 3), (3, 3)], dicht=False) == ""
    assert Raster(3.9, 52.6, 3.91, 52.61).punt(3.9, 52.61) == (0, 0)


def test_vereenvoudigen_maakt_geen_kieren(gedeeld):
    """De echte wijken van Deventer: buren houden dezelfde grens, en de oppervlakte blijft binnen een half procent."""
    import shapely

    from generator.lezen.vormen import maak_vormen

    kenmerken = json.loads((gedeeld / "gebieden" / "gm0150_deventer_wijken_2022.geojson").read_text(encoding="utf-8"))[
        "features"
    ]
    wijken = [
        Gebied(f"WK0150{i:02}", str(i), "wijk", "GM0150", str(i), k["geometry"]) for i, k in enumerate(kenmerken)
    ]
    tekening = maak_tekening(wijken, None)
    voor, na = (
        shapely.union_all(maak_vormen([v if isinstance(v, dict) else v for v in vormen]))
        for vormen in ([w.vorm for w in wijken], list(tekening.vormen.values()))
    )
    assert abs(na.area / voor.area - 1) < 0.005
    overlap = sum(shapely.area(maak_vormen(list(tekening.vormen.values())))) - na.area
    assert overlap / voor.area < 1e-4
    assert len(json.dumps(list(tekening.vormen.values()))) < 300_000


def test_een_cijferkaart_heeft_klassen_getallen_en_geen_vreemde_adressen():
    wijken = [
        Gebied(f"WK99990{i}", f"Wijk {i}", "wijk", "GM9999", f"wijk-{i}", vierkant(3.9 + i / 100, 52.6))
        for i in range(1, 7)
    ]
    stad = Gemeente(
        "GM9999",
        "Voorbeeldstad",
        "Voorbeeldland",
        "voorbeeldstad",
        "",
        wijken=tuple(wijken),
        tekening=maak_tekening(wijken, None),
        kerncijfers=tuple(
            Kerncijfer(w.code, "2026", "hulp", soort, str(i * 10), "bron")
            for i, w in enumerate(wijken)
            for soort in ("a", "b")
        ),
        indicatoren=({"id": "hulp", "naam": "Hulp", "eenheid": "mensen"},),
    )
    blad = cijferbladen(stad, replace(LEEG, gemeenten=(stad,)))[0]
    assert [p.naam for p in blad.panelen] == ["alle soorten samen", "a", "b"]
    assert blad.adres == "kaarten/voorbeeldstad-hulp-2026.js"
    tekst = kaarten.stel_cijfers_samen(stad, blad.panelen[0])
    assert tekst == kaarten.stel_cijfers_samen(stad, blad.panelen[0])
    assert not re.search(r"[0-9a-f]{32}|https?://|d3\.", tekst)
    assert set(re.findall(r'"fillColor": "(#[0-9a-f]{6})"', tekst)) >= {"#eff3ff", "#08519c"}
    assert tekst.count("L.divIcon") == 6 and '"interactive": false' in tekst and "vlakken: vlakken_" in tekst


def test_een_gemeente_zonder_grenzen_krijgt_een_tegelkaart():
    wijken = tuple(
        Gebied(f"WK99990{i}", f"Wijk {i}", "wijk", "GM9999", f"wijk-{i}", letter="ABCD"[i - 1]) for i in (1, 2, 3, 4)
    )
    waarden = zip(wijken, (9, 30, 3, 50), strict=True)
    stad = Gemeente(
        "GM9999",
        "Voorbeeldstad",
        "Voorbeeldland",
        "voorbeeldstad",
        "",
        wijken=wijken,
        tegels=tuple(Tegel(w.code, 1, i + 1) for i, w in enumerate(wijken)),
        kerncijfers=tuple(Kerncijfer(w.code, "2026", "hulp", "a", str(waarde), "bron") for w, waarde in waarden),
    )
    blad = cijferbladen(stad, replace(LEEG, gemeenten=(stad,)))[0]
    assert blad.tegels and blad.vak == "-2 -2 404 104" and blad.adres == ""
    assert [(v.naam, v.tekst, v.klasse) for v in blad.panelen[0].vlakken] == [
        ("A", "–", 0),
        ("B", "30", 1),
        ("C", "<5", 0),
        ("D", "50", 2),
    ]
