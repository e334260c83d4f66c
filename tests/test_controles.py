"""De regels over alles samen: kringen, voorstellen, de voorraad, en dat veel ingangen geen kwadraat kosten."""

import re
import sys
from datetime import date
from functools import partial

import pytest
from msgspec.structs import replace
from proefmap import GELDLOKET, PEILDATUM, PROEF, PROEFPLEK, korte_meldingen, lees, leg_neer, maak_goede_map, vervang

from generator.controles import CONTROLES, controleer
from generator.controles.stand import MEEST_GEZOCHT, Stand
from generator.controles.verwijzingen import controleer_verwijzingen, kringen
from generator.lezen.gebieden import lees_gebieden
from generator.lezen.inhoud import lees_inhoud
from generator.lezen.instellingen import lees_instellingen
from generator.lezen.lagen import lagen_van
from generator.meldingen import Verslag
from generator.model.kennis import Kennis
from generator.voorraad import Voorraad


@pytest.mark.parametrize(
    ("naar", "verwacht"),
    [
        ({}, []),
        ({"a": "b"}, []),
        ({"a": "a"}, [["a"]]),
        ({"b": "a", "a": "b"}, [["a", "b"]]),
        ({"c": "a", "a": "b", "b": "a"}, [["a", "b"]]),
        ({"a": "b", "b": "c", "c": "d"}, []),
        ({"a": "b", "b": "a", "x": "y", "y": "z", "z": "x"}, [["a", "b"], ["x", "y", "z"]]),
    ],
)
def test_kringen(naar, verwacht):
    assert kringen(naar) == verwacht


def regels_van(doe) -> int:
    """Hoeveel regels Python er lopen; anders dan seconden is dat op elke computer hetzelfde."""
    geteld = 0

    def tel(kader, gebeurtenis, _):
        nonlocal geteld
        geteld += gebeurtenis == "line"
        return tel

    vorige = sys.gettrace()
    sys.settrace(tel)
    try:
        doe()
    finally:
        sys.settrace(vorige)
    return geteld


def test_een_lange_rij_zonder_kring_kost_geen_kwadraat():
    werk = [regels_van(lambda n=n: kringen({str(i): str(i + 1) for i in range(n)})) for n in (1000, 2000)]
    assert kringen({str(n): str(n + 1) for n in range(100_000)}) == [] and werk[1] < 2.2 * werk[0]


def maak_stand(map_, aantal):
    """De goede map met `aantal` kopieen van een voorziening, elk op een eigen adres."""
    verslag, voorraad = Verslag(), Voorraad(map_, aan=False)
    gelezen = lees_inhoud(lagen_van(map_), verslag, PEILDATUM, voorraad)
    gemeenten = lees_gebieden(map_, verslag, PEILDATUM, voorraad)
    een = next(v for v in gelezen.voorzieningen if v.id == "geldloket")
    verwijzingen = gelezen.verwijzingen[een.pad]
    plaatsen = {}
    for nummer in range(aantal):
        id_, pad = f"plek-{nummer}", f"sociale_kaart/ketenpartners/plek-{nummer}.yaml"
        locatie = replace(een.locaties[0], adres=replace(een.locaties[0].adres, huisnummer=str(nummer + 20)))
        gelezen.voorzieningen.append(replace(een, id=id_, pad=pad, locaties=(locatie,), hoort_bij="geldloket"))
        gelezen.verwijzingen[pad] = verwijzingen
        gelezen.bestanden[id_] = [pad]
        gelezen.bekend["voorziening"].add(id_)
        plaatsen[id_, 0] = "WK999901"
    plaatsen |= {("geldloket", 0): "WK999901", ("buurthuis-zuid", 0): "WK999902"}
    return gelezen, gemeenten, plaatsen, verslag


def test_twee_keer_zoveel_ingangen_is_twee_keer_zoveel_werk(tmp_path):
    map_ = maak_goede_map(tmp_path / "map")
    werk = []
    for aantal in (500, 1000):
        gelezen, gemeenten, plaatsen, verslag = maak_stand(map_, aantal)
        instellingen, leeg = lees_instellingen(map_, verslag, PEILDATUM), Voorraad(map_, aan=False)
        delen = (gelezen, gemeenten, plaatsen, instellingen, map_, verslag, PEILDATUM, leeg, Kennis())
        werk.append(regels_van(partial(controleer, *delen)))
        assert verslag.meldingen == []
    assert werk[1] < 2.2 * werk[0]


def test_veel_onbekende_ids_kosten_niet_elk_een_zoektocht(tmp_path):
    map_ = maak_goede_map(tmp_path / "map")
    gelezen, gemeenten, plaatsen, verslag = maak_stand(map_, 3000)
    gelezen.bekend["functie"].clear()
    gelezen.bekend["functie"].update(f"functie-{n}" for n in range(3000))
    for nummer, pad in enumerate(list(gelezen.verwijzingen)):
        gelezen.verwijzingen[pad] = [
            v._replace(id=f"weg-{nummer}") if v.soort == "functie" else v for v in gelezen.verwijzingen[pad]
        ]
    instellingen, leeg = lees_instellingen(map_, verslag, PEILDATUM), Voorraad(map_, aan=False)
    stand = Stand(gelezen, gemeenten, plaatsen, instellingen, map_, verslag, PEILDATUM, leeg)
    controleer_verwijzingen(stand)
    assert len(verslag.meldingen) > 3000
    assert len([v for v in stand._naaste.values() if v != "niets dat erop lijkt"]) <= MEEST_GEZOCHT


def test_elke_controle_is_uitgelegd():
    for controle in CONTROLES:
        assert controle.__doc__ and controle.__name__.startswith("controleer_")
    assert len(set(CONTROLES)) == len(CONTROLES) > 12


def test_de_voorraad_geeft_dezelfde_meldingen(tmp_path):
    """Een bestand uit de voorraad geeft dezelfde verwijzingen en waarschuwingen als een bestand dat opnieuw gelezen
    is.
    """
    map_ = maak_goede_map(tmp_path / "map")
    site = "contact: {website: http://proef.example}\ngecontroleerd:"
    leg_neer(map_, PROEF, PROEFPLEK.replace("buurthuis", "buurthuys").replace("gecontroleerd:", site))
    voorraad = Voorraad(map_, aan=True)
    uitkomsten = []
    for _ in range(2):
        verslag = Verslag()
        gelezen = lees_inhoud(lagen_van(map_), verslag, PEILDATUM, voorraad)
        uitkomsten.append((gelezen, korte_meldingen(verslag)))
    assert uitkomsten[0] == uitkomsten[1]
    assert uitkomsten[0][1] == [f"{PROEF}:6:20 SK212"]
    assert [v.id for v in uitkomsten[1][0].verwijzingen[PROEF]] == ["buurthuys", "landelijk"]


def test_een_andere_dag_leest_opnieuw(tmp_path):
    map_ = maak_goede_map(tmp_path / "map")
    assert lees(map_, date(2027, 3, 1))[1].meldingen == []
    assert korte_meldingen(lees(map_, date(2027, 4, 2))[1])[-1:] == [
        "sociale_kaart/organisaties/stichting-samen.yaml:5:21 SK401"
    ]


@pytest.mark.parametrize(
    ("bestand", "inhoud"),
    [("gebieden/proefstad/wijken.geojson", "{kapot"), ("gebieden/proefstad/gemeente.yaml", "code: [\n")],
)
def test_kapotte_gebieden_geven_geen_tweede_fout(tmp_path, bestand, inhoud):
    """Codes uit een map die niet te lezen is, zijn niet 'onbekend'; codes van een andere gemeente wel."""
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, bestand, inhoud)
    _, verslag = lees(map_)
    assert {m.pad for m in verslag.meldingen if m.soort == "fout"} == {bestand}


def test_een_onbekend_gebied_naast_kapotte_gebieden(tmp_path):
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, "gebieden/anders/gemeente.yaml", "code: [\n")
    vervang(map_, GELDLOKET, "[WK999901, WK999902]", "[WK999909]")
    _, verslag = lees(map_)
    assert f"{GELDLOKET}:17:14 SK305" in korte_meldingen(verslag)


def test_een_fout_in_een_wijk_zegt_niets_over_het_punt_dat_erin_ligt(tmp_path):
    """Een wijk die niet te lezen is ontbreekt; dan staat er geen vermoeden bij een punt dat in die wijk hoort."""
    map_ = maak_goede_map(tmp_path / "map")
    (bestand,) = map_.glob("gebieden/*/wijken.geojson")
    bestand.write_text(
        re.sub(r'("naam": ?")', r"\1\\u0002", bestand.read_text(encoding="utf-8"), count=1), encoding="utf-8"
    )
    assert [m.code for m in lees(map_)[1].meldingen] == ["SK016"]
