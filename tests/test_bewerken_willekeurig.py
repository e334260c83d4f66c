"""`importeer` met willekeurige bladen: nooit een fout in het programma, de map blijft goed, en nog een keer is niets
nieuws.
"""

import csv
import io
import json
import os
import random

import pytest
from proefmap import maak_goede_map

from generator.bewerken.paden import schrijf_pad
from generator.bewerken.rekenblad.koppen import WOORDENBOEK
from generator.bewerken.rekenblad.plat import standaardkolommen
from generator.cli import voer_uit

AANTAL = int(os.environ.get("SOCIALE_KAART_BLADEN", "25"))
KOPPEN = (
    list(WOORDENBOEK)
    + [schrijf_pad(p) for p in standaardkolommen()]
    + [
        "locaties[1].naam",
        "locaties[2].adres.plaats",
        "contact.telefoons[0].naam",
        "tijdelijk[0].van",
        "openingstijden",
        "x y z",
        "",
        "Naam bezoeker",
        "locaties[0].openingstijden[1].ma",
        "contact",
        "gecontroleerd",
    ]
)
CELLEN = [
    "",
    "",
    "",
    "Kade 3",
    "9999 AA",
    "Proefstad",
    "0999-123456",
    "999123456",
    "1e5",
    "=1+1",
    "<b>x</b> &amp; y",
    "ma t/m vr 9-17",
    "52,615",
    "3.905",
    "155000",
    "ja",
    "nee",
    "x",
    "45000",
    "1-2-2026",
    "2026-02-30",
    "a@b.nl; c@d.nl",
    "http://x",
    "www.x.nl",
    "buurthuis",
    "Buurthuis",
    "WK999901",
    "WK9999",
    "landelijk",
    "GM9999",
    "geldloket",
    "con",
    "é" * 200,
    "a\nb\n\nc",
    "'s avonds",
    "; ;",
    "[x]",
    "{a: b}",
    "# x",
    "null",
    "~",
    "\u202ex",
    "\x07",
    "🍵",
    "a" * 6000,
    "12-2",
    "1,5",
    "true",
    "0",
    "-1",
    "1e400",
    "nan",
    "inf",
    "- a",
    "? b",
    "& c",
    "€ 2",
    "gratis",
    "9:00-12:00",
    "op afspraak",
    "24 uur",
    "nl",
    "Engels",
    "wijkfunctie",
    "actief",
    "gesloten",
    "vrij",
    "bel maar",
    "stichting-samen",
    "Stichting Samen",
]


def maak_blad(r: random.Random) -> str:
    kop = ["naam", *r.sample(KOPPEN, r.randint(1, 25))]
    r.shuffle(kop)
    namen = [*CELLEN, "Huis A", "Huis B"]
    rijen = [[r.choice(namen if k == "naam" else CELLEN) for k in kop] for _ in range(r.randint(1, 12))]
    stroom = io.StringIO()
    csv.writer(stroom, delimiter=";").writerows([kop, *rijen])
    return stroom.getvalue()


@pytest.mark.parametrize("zaad", range(AANTAL))
def test_een_willekeurig_blad(tmp_path, zaad, capsys):
    r = random.Random(zaad)
    map_, lijst = maak_goede_map(tmp_path / "map"), tmp_path / "lijst.csv"
    lijst.write_text(maak_blad(r), encoding="utf-8")
    vast = ["--map", str(map_), "--peildatum", "2026-11-22"]
    keuze = ["--soort", "wijkfunctie", "--functie", "buurthuis"] if r.random() < 0.7 else []
    keuze += ["--werkgebied", "WK999901"] if r.random() < 0.7 else []
    status = voer_uit(["importeer", str(lijst), *keuze, *vast])
    assert status in (0, 1, 2), capsys.readouterr().err
    assert voer_uit(["controleer", *vast]) == 0, capsys.readouterr().out
    if status < 2:
        capsys.readouterr()
        voer_uit(["importeer", str(lijst), *keuze, *vast, "--proef", "--formaat", "json"])
        uit = capsys.readouterr().out
        assert not uit or json.loads(uit)["nieuw"] == 0
