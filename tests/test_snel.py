"""De snelle weg van het lezen: dezelfde objecten als de gewone weg, en bij elke twijfel de gewone weg.

Een miljoen bestanden gaat met de hand: `test --fuzz 1000000 --zaad 7`.
"""

import random
import re
from pathlib import Path

import fuzz_snel
import pytest
from proefmap import lees, maak_goede_map

from generator.lezen import ingangen, snel
from generator.lezen.inhoud import lees_inhoud
from generator.lezen.lagen import lees_lagen
from generator.lezen.persoonsgegevens import PATRONEN, elfproef, van_een_persoon, zoek_persoonsgegevens
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

PROJECT = Path(__file__).parents[1]
GEWOON = fuzz_snel.fuzz.GOED / "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml"
GOED = dict((soort, tekst) for soort, tekst in reversed(fuzz_snel.VOORBEELDEN[: len(fuzz_snel.TABELLEN)]))


def test_tweeduizend_herschreven_bestanden_leest_de_snelle_weg_als_de_gewone():
    baan = fuzz_snel.Baan()
    assert fuzz_snel.draai(2_000, 1, baan) == []
    assert baan.aangenomen > 200, "een vergelijking waarin haast niets snel gaat, vergelijkt niets"


@pytest.mark.parametrize("soort", fuzz_snel.TABELLEN)
def test_het_volle_voorbeeld_van_elke_soort_gaat_de_snelle_weg(soort):
    assert fuzz_snel.Baan.lees_snel(soort, GOED[soort].encode()) is not None
    assert fuzz_snel.Baan().vergelijk(soort, GOED[soort].encode()) == ""


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("naam: ", "naam: &a "),
        ("naam: ", "naam: !!str "),
        ("naam: ", "naam: ! "),
        ("naam: ", "onbekend: x\nnaam: "),
        ("naam: ", "id: anders\nnaam: "),
        ("naam: ", "naam: x\nnaam: "),
        ("naam: ", "<<: {}\nnaam: "),
        ("naam: ", "--- {}\n---\nnaam: "),
        ("naam: ", "naam:\t"),
        ("naam: ", "naam: \u2018a\u2019 # "),
        ("naam: ", "naam: een #"),
        ("naam: ", "naam: ~\n# "),
        ("naam: ", 'naam: "twee\n  woorden: x"\n# '),
        ("naam: ", 'naam: "\\u202e"\n# '),
        ("naam: ", "naam:\u00a0"),
        ("naam: ", "naam: [[[[[[[[[x]]]]]]]]]\n# "),
        ("naam: ", "naam: " + "[" * 100_000 + "\n# "),
        ("naam: ", "naam:\n" + "- " * 100_000 + "x\n# "),
        ("naam: ", "naam: 06-12345678\n# "),
        ("functies:", "functies: [buurthuis, buurthuis]\nx:"),
    ],
)
def test_bij_twijfel_leest_de_gewone_weg(van, naar):
    tekst = GOED["voorziening"].replace(van, naar, 1)
    assert tekst != GOED["voorziening"]
    assert fuzz_snel.Baan.lees_snel("voorziening", tekst.encode()) is None


@pytest.mark.parametrize("niets", ["~", "null", "Null", "NULL"])
def test_wat_met_aanhalingstekens_een_naam_is_blijft_zonder_leeg(niets):
    """De ene schrijfwijze wordt onthouden; de andere mag er niets van merken."""
    for haak, gaat_snel in (('"', True), ("", False), ('"', True)):
        ruw = re.sub(
            "^naam: .*", f"naam: {haak}{niets}{haak}", GEWOON.read_text(encoding="utf-8"), flags=re.M
        ).encode()
        assert (fuzz_snel.Baan.lees_snel("voorziening", ruw) is not None) == gaat_snel
        assert fuzz_snel.Baan().vergelijk("voorziening", ruw) == ""


def test_met_de_instelling_leest_alles_de_gewone_weg_en_is_het_hetzelfde(monkeypatch, tmp_path):
    """De hele voorbeeldgemeente en de landelijke set, met en zonder de snelle weg."""
    snel_gelezen, wegen = [], []
    for keuze in ("", "nee"):
        monkeypatch.setenv("SOCIALE_KAART_SNEL", keuze)
        geteld = [0]
        monkeypatch.setattr(ingangen, "lees_snel", _tel(geteld))
        verslag = Verslag()
        lagen = lees_lagen(PROJECT, verslag, fuzz_snel.DAG)
        wegen.append((lees_inhoud(lagen, verslag, fuzz_snel.DAG, Voorraad(PROJECT, aan=False)), verslag.meldingen))
        snel_gelezen.append(geteld[0])
    assert wegen[0] == wegen[1]
    assert snel_gelezen[0] > 100 and snel_gelezen[1] == 0


def _tel(geteld: list[int]):
    def lees_snel(*delen):
        uit = snel.lees_snel(*delen)
        geteld[0] += uit is not None
        return uit

    return lees_snel


def test_een_melding_op_een_verwijzing_heeft_haar_plaats_ook_na_de_snelle_weg(tmp_path):
    map_ = maak_goede_map(tmp_path / "map")
    bestand = map_ / "sociale_kaart/algemene_voorzieningen/geldloket.yaml"
    regels = bestand.read_text(encoding="utf-8").split("\n")
    nummer = next(n for n, regel in enumerate(regels) if regel.startswith("organisatie:"))
    regels[nummer] = "organisatie: bestaat-niet"
    bestand.write_text("\n".join(regels), encoding="utf-8")
    _, verslag = lees(map_)
    assert [(m.code, m.regel, m.kolom) for m in verslag.meldingen] == [("SK305", nummer + 1, 14)]


def _zonder_voorkeuze(tekst: str) -> list[tuple[int, str]]:
    """Wat elk patroon vindt als niets vooraf wordt overgeslagen."""
    uit = [(m.start(), "burgerservicenummer") for m in PATRONEN["bsn"].finditer(tekst)]
    bezet = [(m.start(), m.end()) for m in PATRONEN["bsn"].finditer(tekst)]
    for m in PATRONEN["negen"].finditer(tekst):
        cijfers = "".join(t for t in m[0] if t.isdecimal())
        if elfproef(cijfers) and not any(a <= m.start() < b for a, b in bezet):
            uit.append((m.start(), "burgerservicenummer"))
    uit += [(m.start(), "mobiel nummer") for m in PATRONEN["mobiel"].finditer(tekst)]
    persoon = [m for m in PATRONEN["mailadres"].finditer(tekst) if van_een_persoon(m[1], m[2])]
    uit += [(m.start(), "e-mailadres van een persoon") for m in persoon]
    return uit + [(m.start(), "rekeningnummer") for m in PATRONEN["rekening"].finditer(tekst)]


def test_wat_vooraf_overgeslagen_wordt_was_geen_persoonsgegeven():
    kans = random.Random(3)
    stukken = [*"0123456789" * 3, *"  --..()/@+_[]", "06", "+31", "0031", "6-", "bsn ", "b.s.n. ", "sofinummer", "NL", "ABNA", "BE", "DE",
               "jan.jansen", "info", "a.example", "(at)", " apenstaart )", "\u0663", "\u2013", "111222333", "o6", " euro", "x"]  # fmt: skip
    gevonden = 0
    for _ in range(10_000):
        tekst = "".join(kans.choice(stukken) for _ in range(kans.randrange(1, 30)))
        uit = [(plaats, wat) for plaats, _, wat in zoek_persoonsgegevens(tekst)]
        assert uit == _zonder_voorkeuze(tekst), tekst
        gevonden += bool(uit)
    assert gevonden > 200
