"""Het verslag: volgorde, tekst, JSON en GitHub, zonder dat invoer de vorm kan breken."""

import json
import re

import pytest

from generator.codes import CODES
from generator.meldingen import Verslag, toonbaar, toonbaar_pad


def een(code="SK221", pad="a.yaml", plek=(2, 3), **waarden):
    verslag = Verslag()
    verslag.meld(code, pad, plek, **{"veld": "naam", "stuk": "<b>", **waarden})
    return verslag


def test_tekst_van_een_melding():
    assert een().als_tekst() == (
        "a.yaml:2:3: fout SK221: in 'naam' staat HTML (<b>).\n"
        "  Zo lost u het op: schrijf gewone tekst; vet kan met **woord** in de omschrijving.\n"
        "1 fout gevonden."
    )


def test_kleur_alleen_als_erom_gevraagd_is():
    assert "\033[31mfout\033[0m" in een().als_tekst(kleur=True)
    assert "\033" not in een().als_tekst()


def test_meldingen_staan_op_plaats_en_zonder_dubbele():
    verslag = Verslag()
    for pad, plek in (("b", (1, 1)), ("a", (10, 1)), ("a", (9, 2)), ("a", (9, 1)), ("a", (9, 1))):
        verslag.meld("SK004", pad, plek)
    assert [(m.pad, m.regel, m.kolom) for m in verslag.meldingen] == [
        ("a", 9, 1),
        ("a", 9, 2),
        ("a", 10, 1),
        ("b", 1, 1),
    ]


@pytest.mark.parametrize(
    ("fouten", "waarschuwingen", "zin"),
    [
        (0, 0, "Geen fouten gevonden."),
        (1, 0, "1 fout gevonden."),
        (2, 1, "2 fouten en 1 waarschuwing gevonden."),
        (0, 3, "3 waarschuwingen gevonden."),
    ],
)
def test_slotzin(fouten, waarschuwingen, zin):
    verslag = Verslag()
    for n in range(fouten):
        verslag.meld("SK004", f"f{n}")
    for n in range(waarschuwingen):
        verslag.meld("SK003", f"w{n}")
    assert verslag.slotzin() == zin


def test_json_heeft_de_afgesproken_vorm():
    uit = json.loads(een().als_json())
    assert list(uit) == ["fouten", "waarschuwingen", "meldingen"]
    assert uit["fouten"] == 1 and uit["waarschuwingen"] == 0
    assert uit["meldingen"] == [
        {
            "pad": "a.yaml",
            "regel": 2,
            "kolom": 3,
            "soort": "fout",
            "code": "SK221",
            "tekst": "in 'naam' staat HTML (<b>).",
            "oplossing": "schrijf gewone tekst; vet kan met **woord** in de omschrijving.",
        }
    ]


def test_json_overleeft_elke_console():
    """Een console die geen UTF-8 kan, vervangt tekens door \\xef; in JSON mag dat niet, dus staat er alleen ASCII in."""
    assert een(stuk="é ☕").als_json().isascii()
    assert "é ☕" in json.loads(een(stuk="é ☕").als_json())["meldingen"][0]["tekst"]


GEMEEN = [
    "\n::error file=x::vals",
    "%0A::error::x",
    "\r\n",
    "a:1:1: fout SK001: vals",
    "\x1b[31mrood",
    "\u202eomgekeerd",
    "{veld}",
    "{",
    "\ud800",
    "a,line=9",
    "x" * 1000,
]


@pytest.mark.parametrize("stuk", GEMEEN)
def test_invoer_breekt_geen_regel(stuk):
    tekst = een(stuk=stuk).als_tekst()
    assert len(tekst.split("\n")) == 3 and all(regel.isprintable() for regel in tekst.split("\n"))
    github = een(stuk=stuk).als_github().split("\n")
    assert len(github) == 2 and github[0].startswith("::error file=a.yaml,line=2,col=3,title=SK221::")
    assert json.loads(een(stuk=stuk).als_json())["fouten"] == 1


@pytest.mark.parametrize("pad", ["map/a:b.yaml", "a\nb.yaml", "a\x1b.yaml", "a,b%.yaml", "a\udce9.yaml"])
def test_een_pad_breekt_geen_regel(pad):
    verslag = een(pad=pad)
    assert re.match(r"[^:\n]+:2:3: fout SK221: ", verslag.als_tekst())
    assert re.match(r"::error file=[^,:]+,line=2,col=3,title=SK221::", verslag.als_github())
    verslag.als_tekst().encode("utf-8")


def test_een_lang_pad_blijft_heel():
    pad = "sociale_kaart/algemene_voorzieningen/" + "a" * 64 + ".yaml"
    assert toonbaar_pad(pad) == pad


def test_toonbaar_maakt_zichtbaar_en_kort_in():
    assert toonbaar("a\tb\u00a0c\u202e") == "aU+0009bU+00A0cU+202E"
    assert toonbaar("é ☕ م") == "é ☕ م"
    assert toonbaar("x" * 100) == "x" * 77 + "..."


def test_elke_code_is_te_vullen():
    """Elke tekst en oplossing gebruikt alleen plekken die bij `meld` een naam hebben."""
    for code, uitleg in CODES.items():
        namen = set(re.findall(r"{(\w*)}", uitleg.tekst + uitleg.oplossing))
        assert "" not in namen, code
        verslag = Verslag()
        verslag.meld(code, "p", (1, 1), **dict.fromkeys(namen, "w"))
        assert "{" not in verslag.als_tekst(), code
