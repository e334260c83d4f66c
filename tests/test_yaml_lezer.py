"""YAML met plaats: alles is tekst, elke waarde heeft een regel en kolom, en trucs worden geweigerd."""

import time
import tracemalloc

import pytest
import yaml

from generator.lezen import yaml_lezer
from generator.lezen.lagen import lagen_van
from generator.lezen.plekken import plek_van
from generator.lezen.yaml_lezer import Lijst, Tekst, Velden, lees_yaml
from generator.meldingen import Verslag


def lees(tekst):
    verslag = Verslag()
    return lees_yaml(tekst, "p", verslag), [(m.regel, m.kolom, m.code) for m in verslag.meldingen]


def kaal(knoop):
    """De boom zonder plaatsen."""
    if isinstance(knoop, Velden):
        return {naam: kaal(waarde) for naam, waarde in knoop.waarden.items()}
    return [kaal(w) for w in knoop.waarden] if isinstance(knoop, Lijst) else knoop.waarde


def test_alles_blijft_tekst():
    boom, meldingen = lees("a: 0201234567\nb: 9:30\nc: no\nd: 2024-02-30\ne: [1e3, 0x1F, ~, .nan, 1_000]\nf: 'x'\n")
    assert meldingen == []
    assert kaal(boom) == {
        "a": "0201234567",
        "b": "9:30",
        "c": "no",
        "d": "2024-02-30",
        "e": ["1e3", "0x1F", "~", ".nan", "1_000"],
        "f": "x",
    }


def test_elke_waarde_heeft_een_plek():
    boom, _ = lees("# x\nnaam: Huis\nlijst:\n  - een\n  - {a: 'b'}\n")
    assert boom.sleutels == {"naam": (2, 1), "lijst": (3, 1)}
    assert boom.waarden["naam"].plek == (2, 7)
    assert [w.plek for w in boom.waarden["lijst"].waarden] == [(4, 5), (5, 5)]
    assert boom.waarden["lijst"].waarden[1].waarden["a"] == Tekst("b", 5, 9, "'")


@pytest.mark.parametrize(
    ("bron", "woord", "plek"),
    [
        ("a: een <b>\n", "<b>", (1, 8)),
        ('a: "een <b>"\n', "<b>", (1, 9)),
        ("a: |\n  een\n\n    twee <b>\n", "<b>", (4, 10)),
        ("a: >\n  een\n  twee <b>\n", "<b>", (3, 8)),
        ("a: een\n  twee <b>\n", "<b>", (2, 8)),
        ('a: "een\n  twee <b>"\n', "<b>", (2, 8)),
        ("a: |\n  x x\n  x <b> x\n", "x <b>", (3, 3)),
    ],
)
def test_plek_binnen_een_waarde(bron, woord, plek):
    boom, _ = lees(bron)
    waarde = boom.waarden["a"]
    assert waarde.plek_van(waarde.waarde.index(woord)) == plek


def test_verwijzingen_kosten_geen_geheugen():
    bom = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{nieuw}: &{nieuw} [{','.join(['*' + oud] * 9)}]\n"
        for oud, nieuw in zip("abcdefghi", "bcdefghij", strict=True)
    )
    tracemalloc.start()
    begin = time.process_time()
    assert lees(bom) == (None, [(1, 4, "SK106")])
    assert time.process_time() - begin < 0.1
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    "tekst",
    [
        "a: " + "[" * 100_000,
        "{a: " * 60_000,
        "- " * 100_000,
        "? " * 50_000,
        "\n".join(" " * n + f"k{n}:" for n in range(600)),
    ],
)
def test_diepte_kost_geen_tijd(tekst):
    begin = time.process_time()
    boom, meldingen = lees(tekst)
    assert boom is None and [m[2] for m in meldingen] in (["SK108"], ["SK113"])
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    "tekst",
    [
        "naam: " + "'\"[{" * 60_000,
        ("a: 'x\n" * 30_000),
        ("a: [x\n" * 30_000),
        "\t" * 250_000 + "x",
        "a: b: c\n" * 30_000,
        '"' * 250_001,
        'a: "' + "\\" * 250_000,
        ": \n" * 80_000,
    ],
)
def test_een_fout_uitleggen_kost_geen_tijd(tekst):
    begin = time.process_time()
    boom, meldingen = lees(tekst)
    assert boom is None and len(meldingen) >= 1
    assert time.process_time() - begin < 2


def test_niets_wordt_uitgevoerd(tmp_path):
    doel = tmp_path / "uitgevoerd"
    lees(f"naam: !!python/object/apply:os.system ['touch {doel}']\n")
    assert not doel.exists()


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ('naam: "Huis\nfuncties: ["a"]\n', (1, 7, "SK102")),
        ("adres: {straat: 's-Gravenweg, plaats: Hier}\n", (1, 17, "SK102")),
        ('a: {b: "c" d, e: f}\n', (1, 8, "SK117")),
        ("a:\n  - [b, {c: d]\n", (2, 9, "SK112")),
        ("a: |\n  'x [y\nb: [c\n", (3, 4, "SK112")),
        ("a: x # 'niet open\nb: [c\n", (2, 4, "SK112")),
        ('a: "x: [y"\nb: {c\n', (2, 4, "SK112")),
        ("a: 'it''s'\nb: 'x\n", (2, 4, "SK102")),
        ('a: "x\\"y"\nb: "x\n', (2, 4, "SK102")),
        ("- a: |\n    'x\n  b: \"c\n", (3, 6, "SK102")),
        ("a: b\n\tc: d\n", (2, 1, "SK101")),
        ("a: b\nc\n", (2, 1, "SK116")),
    ],
)
def test_de_plek_is_die_van_de_schrijver(tekst, verwacht):
    boom, meldingen = lees(tekst)
    assert boom is None and meldingen[-1:] == [verwacht]


def test_zonder_libyaml_dezelfde_boom(monkeypatch):
    """Waar libyaml ontbreekt leest de lezer van Python zelf, met dezelfde plaatsen."""
    tekst = "a: 'b'\nc:\n  - d # e\n  - |\n    f\n    g\n"
    verwacht, _ = lees(tekst)
    monkeypatch.setattr(yaml_lezer, "_Lader", yaml.BaseLoader)
    assert lees(tekst)[0] == verwacht
    for stuk in ("a: [", "a: 'b\n", "a: b: c\n", "a:\n\tb: c\n", "a: &x b\n", "a: %b\n", "a: \x01", "a: \ud800"):
        boom, meldingen = lees(stuk)
        assert boom is None and len(meldingen) == 1, stuk


def test_plek_van_zoekt_een_veld_op(tmp_path):
    (tmp_path / "x.yaml").write_text(
        "werkgebied: [WK1, WK2]\nlocaties:\n  - naam: Hier\n    punt: {lengte: 4.0}\n", encoding="utf-8"
    )
    plekken = {
        "werkgebied.1": (1, 19),
        "werkgebied": (1, 1),
        "locaties.0.punt": (4, 5),
        "locaties.0.punt.lengte": (4, 20),
        "locaties.0": (3, 5),
        "locaties.1": (1, 1),
        "niets": (1, 1),
        "werkgebied.x": (1, 1),
    }
    assert {veld: plek_van(lagen_van(tmp_path), "x.yaml", veld) for veld in plekken} == plekken
    assert plek_van(lagen_van(tmp_path), "weg.yaml", "naam") == (1, 1)
