"""Kleine aantallen: niet te zien, niet terug te rekenen, en overal hetzelfde."""

import itertools
import random

import pytest
from proefmap import lees, leg_neer, maak_goede_map

from generator.betekenis.woorden import REKENEN
from generator.gebieden.cijfers import Cel, klasse, kwantielen, leesbaar, openbaar, per_duizend, tabellen, voor_gebied
from generator.gebieden.onderdrukken import OPEN, VERBORGEN, WEINIG, mogelijk, onderdruk
from generator.gebieden.rekenen import inwoners_in
from generator.model import Gebied, Gemeente, Kerncijfer
from generator.paginas.gebied.cijferkaart import cijferbladen
from generator.paginas.gebied.wijkmeer import Wijkmeer
from generator.paginas.plek.kaartjes import Kaartjes

WIJKEN = tuple(
    Gebied(f"WK99990{i}", f"Wijk {i}", "wijk", "GM9999", f"wijk-{i}", inwoners=1000 * i) for i in range(1, 6)
)


def gemeente(
    waarden: dict[str, list[str]], onderdrukken: bool = True, extra: tuple[Kerncijfer, ...] = (), **indicator
) -> Gemeente:
    cijfers = tuple(
        Kerncijfer(w.code, "2026", "hulp", soort, tekst, "bron")
        for soort, rij in waarden.items()
        for w, tekst in zip(WIJKEN, rij, strict=False)
    )
    return Gemeente(
        "GM9999",
        "Voorbeeldstad",
        "Voorbeeldland",
        "voorbeeldstad",
        "gemeente.yaml",
        wijken=WIJKEN,
        kerncijfers=cijfers + extra,
        indicatoren=(
            {"id": "hulp", "naam": "Hulp", "onderdrukken": onderdrukken, "eenheid": "mensen", **indicator},
            {"id": "som", "naam": "Som", "eenheid": "mensen"},
        ),
    )


@pytest.mark.parametrize("zaad", range(40))
def test_een_weggelaten_aantal_kan_ten_minste_drie_waarden_hebben(zaad):
    """Met elke mogelijke invulling die bij het totaal past: geen enkel klein aantal ligt (bijna) vast."""
    toeval = random.Random(zaad)
    for _ in range(40):
        kolom = [toeval.choice([0, 1, 2, 3, 4, 5, 6, 7, 9, 12]) for _ in range(toeval.randint(2, 5))]
        stand, totaal_mag = onderdruk(kolom, 5)
        klein = [i for i, s in enumerate(stand) if s == WEINIG]
        assert klein == [i for i, w in enumerate(kolom) if 0 < w < 5]
        if not klein or not totaal_mag:
            continue
        som = sum(w for w, s in zip(kolom, stand, strict=True) if s != OPEN)
        gezien: dict[int, set[int]] = {i: set() for i in klein}
        for invulling in itertools.product(range(1, 5), repeat=len(klein)):
            rest = som - sum(invulling)
            if rest == 0 or (VERBORGEN in stand and rest >= 5):
                for i, waarde in zip(klein, invulling, strict=True):
                    gezien[i].add(waarde)
        assert all(len(waarden) >= 3 for waarden in gezien.values()), (kolom, stand)


def test_zonder_klein_aantal_verdwijnt_er_niets():
    assert onderdruk([5, 0, 100], 5) == ([OPEN] * 3, True)
    assert onderdruk([1, 2, 3], 0) == ([OPEN] * 3, True)
    assert mogelijk(4, 1, 0, 5) == [1, 2, 3]


def test_een_klein_aantal_heet_minder_dan_vijf_en_een_tweede_gaat_mee():
    tabel = tabellen(gemeente({"a": ["3", "8", "20", "30", "40"]}), 5)[0]
    teksten = [cellen[0].tekst for _, _, cellen in tabel.rijen]
    assert teksten == ["minder dan 5", "niet getoond", "20", "30", "40"]
    assert [c.tekst for c in tabel.totaal] == ["101"] and tabel.verborgen


def test_een_heel_getal_met_een_komma_is_nog_steeds_een_aantal():
    """Een rekenblad schrijft een kolom met een gat als 3.0, 8.0: dan geldt de drempel ook."""
    tabel = tabellen(gemeente({"a": ["3.0", "8.0", "20", "30", "40"]}), 5)[0]
    assert [cellen[0].tekst for _, _, cellen in tabel.rijen] == ["minder dan 5", "niet getoond", "20", "30", "40"]


def test_als_niets_meer_helpt_verdwijnt_het_totaal():
    tabel = tabellen(gemeente({"a": ["4", "4"]}), 5)[0]
    assert [c.tekst for c in tabel.totaal] == ["niet getoond"]


def test_de_bron_kan_het_onderdrukken_uitzetten():
    tabel = tabellen(gemeente({"a": ["1", "2", "3"]}, onderdrukken=False), 5)[0]
    assert [c[0].tekst for _, _, c in tabel.rijen] == ["1", "2", "3"] and not tabel.verborgen
    assert [c.tekst for c in tabel.totaal] == ["6"]


def test_een_rij_met_iets_weggelaten_heeft_geen_som():
    tabel = tabellen(gemeente({"a": ["3", "8", "20", "30", "40"], "b": ["50", "60", "70", "80", "90"]}), 5)[0]
    assert [c.tekst for c in tabel.samen] == ["", "", "90", "110", "130"]


def test_een_kolom_met_totalen_verraadt_niets():
    tabel = tabellen(gemeente({"a": ["3", "8", "20"], "b": ["50", "60", "70"], "totaal": ["53", "68", "90"]}), 5)[0]
    assert [[c.tekst for c in rij] for _, _, rij in tabel.rijen] == [
        ["minder dan 5", "50", "niet getoond"],
        ["niet getoond", "60", "niet getoond"],
        ["20", "70", "90"],
    ]


def test_een_andere_tabel_met_de_som_per_wijk_verraadt_niets():
    extra = tuple(
        Kerncijfer(w.code, "2026", "som", "alles", tekst, "bron")
        for w, tekst in zip(WIJKEN, ("53", "68", "90"), strict=False)
    )
    som = tabellen(gemeente({"a": ["3", "8", "20"], "b": ["50", "60", "70"]}, extra=extra), 5)[1]
    assert [c[0].tekst for _, _, c in som.rijen] == ["niet getoond", "niet getoond", "90"]


def test_de_rij_van_de_gemeente_volgt_het_totaal():
    extra = (Kerncijfer("GM9999", "2026", "hulp", "a", "8", "bron"),)
    tabel = tabellen(gemeente({"a": ["4", "4"]}, extra=extra), 5)[0]
    assert tabel.rijen[-1][2][0].tekst == "niet getoond" and tabel.totaal == ()


def test_percentages_zijn_geen_aantallen():
    """Een deel van de inwoners is nooit een klein aantal mensen, telt niet op en gaat niet nog eens door de inwoners."""
    tabel = tabellen(gemeente({"a": ["1", "2", "3"], "b": ["4", "20", "37"]}, eenheid="procent"), 5)[0]
    assert [[c.tekst for c in rij] for _, _, rij in tabel.rijen] == [["1", "4"], ["2", "20"], ["3", "37"]]
    assert [c.tekst for c in tabel.samen] == [""] * 3 and not tabel.verborgen
    # (1*1000 + 2*2000 + 3*3000) / 6000 en (4*1000 + 20*2000 + 37*3000) / 6000
    assert [c.tekst for c in tabel.totaal] == ["2,3", "25,8"]
    assert tabel.slot == "Deze 3 wijken, gemiddeld naar inwoners"
    assert per_duizend(tabel, {w.code: w.inwoners for w in WIJKEN}) is None


@pytest.mark.parametrize(
    "eenheid", ["", "euro", "rapportcijfer", "mensen per huishouden", "procent van de huishoudens"]
)
def test_van_een_eenheid_die_we_niet_kennen_rekenen_we_niets_uit(eenheid):
    tabel = tabellen(
        gemeente({"a": ["10", "20", "30", "40", "50"], "b": ["6", "7", "8", "9", "10"]}, eenheid=eenheid), 5
    )[0]
    assert tabel.rekenen == "niet" and tabel.totaal == () and {c.tekst for c in tabel.samen} == {""}
    assert per_duizend(tabel, {w.code: w.inwoners for w in WIJKEN}) is None
    assert voor_gebied(tabel, ("WK999901", "WK999902"), {}) == (Cel(None, ""),) * 2
    assert [c.tekst for c in voor_gebied(tabel, ("WK999902",), {})] == ["20", "7"]


def test_wat_de_schrijver_zegt_gaat_voor_de_eenheid():
    uren = gemeente({"a": ["1.1", "2.2", "3.3", "4", "5"]}, eenheid="fte", rekenen="optellen")
    assert [c.tekst for c in tabellen(uren, 5)[0].totaal] == ["15,6"]
    mensen = gemeente({"a": ["10", "20", "30", "40", "50"]}, rekenen="niet")
    assert tabellen(mensen, 5)[0].totaal == ()


def test_een_getal_zonder_bekende_eenheid_kan_over_mensen_gaan():
    """Zonder eenheid geldt de drempel: een klein aantal mensen mag nergens per ongeluk in beeld komen."""
    tabel = tabellen(gemeente({"a": ["3", "8", "20"]}, eenheid=""), 5)[0]
    assert tabel.rijen[0][2][0].tekst == "minder dan 5"


def test_een_lege_categorie_is_alles_en_telt_niet_dubbel():
    tabel = tabellen(gemeente({"alles": ["30", "40"], "a": ["10", "20"], "b": ["21", "22"]}), 5)[0]
    assert [c.tekst for c in tabel.samen] == ["", ""]
    optelsom = tabellen(gemeente({"x": ["31", "42"], "a": ["10", "20"], "b": ["21", "22"]}), 5)[0]
    assert [c.tekst for c in optelsom.samen] == ["", ""], "x is de som van a en b"


def test_een_eigen_gebied_telt_op_of_middelt_en_verraadt_niets():
    inwoners = {w.code: w.inwoners for w in WIJKEN}
    codes = ("WK999901", "WK999903")
    aantal = tabellen(gemeente({"a": ["10", "20", "30", "40", "50"]}), 5)[0]
    assert [c.tekst for c in voor_gebied(aantal, codes, inwoners)] == ["40"]
    deel = tabellen(gemeente({"a": ["10", "20", "30", "40", "50"]}, eenheid="%"), 5)[0]
    assert [c.tekst for c in voor_gebied(deel, codes, inwoners)] == ["25"], "(10*1000 + 30*3000) / 4000"
    assert voor_gebied(deel, codes, {}) == (Cel(None, ""),)
    klein = tabellen(gemeente({"a": ["3", "8", "20", "30", "40"]}), 5)[0]
    assert [c.tekst for c in voor_gebied(klein, codes, inwoners)] == ["niet getoond"]
    assert voor_gebied(klein, ("WK999901", "WK999909"), inwoners) == ()
    gat = tabellen(gemeente({"a": ["30", "", "20", "30", "40"]}), 5)[0]
    assert [c.tekst for c in voor_gebied(gat, ("WK999901", "WK999902"), inwoners)] == ["niet bekend"]


def test_inwoners_van_hetzelfde_jaar_gaan_voor_die_uit_de_grenzen():
    extra = tuple(Kerncijfer(w.code, "2026", "inwoners", "alles", "100", "bron") for w in WIJKEN)
    zelf = gemeente({"a": ["10", "20", "30", "40", "50"]}, extra=extra, eenheid="procent")
    assert [c.tekst for c in tabellen(zelf, 5)[0].totaal] == ["30"]
    inwoners, eigen = inwoners_in(zelf, "2026")
    assert eigen and inwoners["WK999905"] == 100 and not inwoners_in(zelf, "2025")[1]
    mensen = tabellen(gemeente({}, extra=extra), 5)[0]
    assert per_duizend(mensen, inwoners) is None, "inwoners per inwoner zegt niets"


def test_wat_de_bron_al_wegliet_blijft_weg():
    tabel = tabellen(gemeente({"a": ["<10", "", "30"]}), 5)[0]
    assert [c[0].tekst for _, _, c in tabel.rijen] == ["minder dan 10", "niet bekend", "30"] and tabel.totaal == ()


def test_de_open_data_toont_hetzelfde_als_de_pagina():
    waarden = [c.waarde for c in openbaar(gemeente({"a": ["3", "8", "20", "30", ""]}), 5)]
    assert waarden == ["<5", "8", "20", "30", ""], "met een onbekende wijk is er geen totaal om mee terug te rekenen"
    assert [c.waarde for c in openbaar(gemeente({"a": ["3", "8", "20", "30", "40"]}), 5)] == [
        "<5",
        "niet getoond",
        "20",
        "30",
        "40",
    ]


def test_per_duizend_inwoners():
    tabel = per_duizend(
        tabellen(gemeente({"a": ["100", "100", "100", "100", "100"]}), 5)[0], {w.code: w.inwoners for w in WIJKEN}
    )
    assert [c[0].tekst for _, _, c in tabel.rijen] == ["100", "50", "33,3", "25", "20"]
    assert per_duizend(tabellen(gemeente({"a": ["100"] * 5}), 5)[0], {w.code: None for w in WIJKEN}) is None


def test_kwantielen_en_klassen():
    grenzen = kwantielen([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    assert grenzen == [2, 4, 6, 8, 10]
    assert [klasse(w, grenzen) for w in (1, 2, 3, 10)] == [1, 1, 2, 5]
    assert kwantielen([7, 7, 7]) == [7] and kwantielen([]) == []
    assert leesbaar(1234567) == "1.234.567" and leesbaar(1234.5) == "1.234,5"


CSV = """gebied,jaar,indicator,categorie,waarde
WK999901,2024,inwoners,,321
WK999902,2024,inwoners,,782
WK999901,2024,ouder,65-plus,20
WK999902,2024,ouder,65-plus,37
WK999901,2024,inkomen,,21
WK999902,2024,inkomen,,30
"""
YAML = """indicatoren:
  - {id: inwoners, naam: Inwoners, eenheid: inwoners}
  - {id: ouder, naam: Ouder dan 65, eenheid: procent}
  - {id: inkomen, naam: Inkomen, eenheid: duizend euro}
"""


def test_van_bestand_tot_pagina_rekent_niets_wat_niet_mag(tmp_path):
    """Een lege categorie, een percentage en een bedrag, in een eigen gebied van twee wijken en op de pagina van de gemeente."""
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, "gebieden/proefstad/kerncijfers.csv", CSV)
    leg_neer(map_, "gebieden/proefstad/kerncijfers.yaml", YAML)
    leg_neer(
        map_,
        "gebieden/proefstad/indeling.yaml",
        "gebieden:\n  - {id: rivier, naam: Gebied Rivier, codes: [WK999901, WK999902]}\n",
    )
    catalogus, verslag = lees(map_)
    assert catalogus, verslag.als_tekst()
    (stad,) = catalogus.gemeenten
    meer = Wijkmeer(stad, catalogus, Kaartjes(catalogus))
    deel = Gebied("rivier", "Gebied Rivier", "gebied", "GM9999", "rivier")
    assert [(t.id, regels, zin) for t, regels, zin in meer.van(deel, [])["cijfers"]] == [
        ("inwoners", [("alles", "1.103")], REKENEN["optellen"]),
        ("ouder", [("65-plus", "32,1")], REKENEN["gemiddelde"]),
    ]
    wijk = stad.wijken[0]
    assert [(t.id, regels, zin) for t, regels, zin in meer.van(wijk, [])["cijfers"]] == [
        ("inwoners", [("alles", "321")], ""),
        ("ouder", [("65-plus", "20")], ""),
        ("inkomen", [("alles", "21")], ""),
    ]
    bladen = {b.tabel.id: b for b in cijferbladen(stad, catalogus)}
    assert {id_: b.duizend for id_, b in bladen.items()} == dict.fromkeys(bladen), "nergens iets per 1.000 inwoners"
    assert [c.tekst for c in bladen["ouder"].tabel.totaal] == ["32,1"] and bladen["inkomen"].tabel.totaal == ()


@pytest.mark.parametrize(
    ("eenheid", "waarde", "goed"),
    [
        ("mensen", "1.204", False),
        ("huishoudens", "12.000", False),
        ("mensen", "1204", True),
        ("mensen", "12.5", True),
        ("mensen", "0.125", True),
        ("procent", "2.125", True),
        ("euro", "1.204", True),
    ],
)
def test_een_punt_voor_duizend_is_bij_een_aantal_een_fout(tmp_path, eenheid, waarde, goed):
    map_ = maak_goede_map(tmp_path / "map")
    leg_neer(map_, "gebieden/proefstad/kerncijfers.yaml", f"indicatoren: [{{id: x, naam: X, eenheid: {eenheid}}}]\n")
    regels = f"gebied,jaar,indicator,categorie,waarde\nWK999901,2025,x,,{waarde}\n"
    leg_neer(map_, "gebieden/proefstad/kerncijfers.csv", regels)
    _, verslag = lees(map_)
    gezegd = [m.oplossing for m in verslag.meldingen if m.code == "SK516"]
    assert (gezegd == []) is goed and all(waarde.replace(".", "") in zin for zin in gezegd), verslag.als_tekst()
