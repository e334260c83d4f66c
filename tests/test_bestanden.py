"""Bytes naar tekst: codering, grootte, verborgen tekens en bestanden die er niet meer zijn."""

import os

import pytest

from generator.lezen.bestanden import controleer_tekens, lees_bytes, lees_tekst, ontcijfer, plek_in
from generator.meldingen import Verslag


def codes(verslag):
    return [(m.regel, m.kolom, m.code) for m in verslag.meldingen]


def test_plek_in_telt_vanaf_een():
    assert [plek_in("ab\ncd", n) for n in (0, 2, 3, 4, 5)] == [(1, 1), (1, 3), (2, 1), (2, 2), (2, 3)]


@pytest.mark.parametrize("ruw", [b"a\r\nb\r\n", b"a\rb\r", b"a\nb\n"])
def test_regeleinden_worden_gelijk(ruw):
    assert ontcijfer(ruw, "p", Verslag()) == "a\nb\n"


def test_merkteken_gaat_eraf_met_een_waarschuwing():
    verslag = Verslag()
    assert ontcijfer(b"\xef\xbb\xbfnaam", "p", verslag) == "naam"
    assert codes(verslag) == [(1, 1, "SK003")]


def test_verkeerde_byte_staat_op_zijn_plek():
    verslag = Verslag()
    assert ontcijfer("goed\r\nCafé é".encode() + b" \xe9", "p", verslag) is None
    assert codes(verslag) == [(2, 8, "SK001")]


@pytest.mark.parametrize(
    "ruw",
    ["é\n".encode("utf-16"), "naam: x".encode("utf-16-le"), "naam: x".encode("utf-16-be"), "naam".encode("utf-32")],
)
def test_utf16_met_en_zonder_merkteken(ruw):
    verslag = Verslag()
    assert ontcijfer(ruw, "p", verslag) is None
    assert codes(verslag) == [(1, 1, "SK002")]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("gewoon\n\ttekst ë ☕ 👩‍👩‍👧 می‌خواهم", []),
        ("a\x07b\x00", [(1, 2, "SK006"), (1, 4, "SK006")]),
        ("x\ny\u202ez", [(2, 2, "SK016")]),
        ("a\u200db", [(1, 2, "SK016")]),
        ("\ufffe", [(1, 1, "SK017")]),
        ("CafÃ©", [(1, 4, "SK018")]),
        ("a\n=======\nb", [(2, 1, "SK019")]),
        ("======== lange streep", []),
        ("<<<<<<< HEAD", [(1, 1, "SK019")]),
        ("version https://git-lfs.github.com/spec/v1\n", [(1, 1, "SK015")]),
    ],
)
def test_verborgen_tekens(tekst, verwacht):
    verslag = Verslag()
    goed = controleer_tekens(tekst, "p", verslag)
    assert codes(verslag) == verwacht
    assert goed == (not verwacht or verwacht[0][2] == "SK018")


def test_veel_verborgen_tekens_geven_niet_eindeloos_meldingen():
    verslag = Verslag()
    controleer_tekens("\x01" * 100_000, "p", verslag)
    assert 0 < len(verslag.meldingen) <= 20


def test_te_groot_wordt_niet_geopend(tmp_path, monkeypatch):
    bestand = tmp_path / "groot.yaml"
    bestand.write_bytes(b"x" * 300_000)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("een te groot bestand hoort dicht te blijven"))
    verslag = Verslag()
    assert lees_bytes(bestand, "p", verslag) is None
    assert codes(verslag) == [(1, 1, "SK005")]


@pytest.mark.parametrize("fout", [PermissionError(13, "nee"), FileNotFoundError(2, "weg"), OSError(5, "schijf stuk")])
def test_een_bestand_dat_niet_open_wil(tmp_path, monkeypatch, fout):
    bestand = tmp_path / "x.yaml"
    bestand.write_text("naam: x")

    def weiger(*_):
        raise fout

    monkeypatch.setattr(os, "open", weiger)
    verslag = Verslag()
    assert lees_tekst(bestand, "p", verslag) is None
    assert codes(verslag) == [(1, 1, "SK012")]


def test_een_bestand_dat_er_niet_is(tmp_path):
    verslag = Verslag()
    assert lees_tekst(tmp_path / "weg.yaml", "p", verslag) is None
    assert codes(verslag) == [(1, 1, "SK012")]


@pytest.mark.skipif(os.name == "nt", reason="Windows kent geen FIFO")
def test_een_fifo_laat_ons_niet_wachten(tmp_path):
    os.mkfifo(tmp_path / "pijp.yaml")
    verslag = Verslag()
    assert lees_tekst(tmp_path / "pijp.yaml", "p", verslag) is None
    assert codes(verslag) == [(1, 1, "SK013")]
