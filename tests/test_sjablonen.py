"""Wat bij duizenden pagina's een snellere weg neemt, geeft precies wat de gewone weg geeft."""

import random
from urllib.parse import quote

import pytest
from markupsafe import Markup, escape

from generator.betekenis import leesmaat
from generator.betekenis.leesmaat import _woorden_in
from generator.betekenis.meldwegen import _in_adres
from generator.paginas.gemeen.sjablonen import ontsnap
from generator.paginas.gemeen.vullen import omgeving
from generator.paginas.kennis.begripslinks import _WOORD, linker
from generator.paginas.plek.voorziening import zonder_opmaak

ROND = [
    "",
    " ",
    "-",
    "'",
    "’",
    "é",
    "É",
    "ß",
    "ſ",
    "_",
    "1",
    "<",
    ">",
    "&amp;",
    "“",
    ".",
    "\u0307",
    "İ",
    "K",
    "x",
    "\n",
]


@pytest.fixture(scope="module")
def teksten(catalogus):
    """Woorden uit de woordenlijst en gewone woorden, met van alles ertegenaan."""
    toeval = random.Random(21)
    vormen = [vorm for b in catalogus.kennis.begrippen for vorm in (b.term, *b.afkortingen)]
    woorden = [*vormen, *map(str.upper, vormen), "hulp", "en", "de-bouw", "foto's"]
    return [
        "".join(toeval.choice((*ROND, toeval.choice(woorden))) for _ in range(toeval.randrange(9)))
        for _ in range(20_000)
    ]


def test_een_tekst_zonder_begrip_heeft_er_echt_geen(catalogus, teksten):
    woorden = linker(catalogus.kennis.begrippen)
    met = [t for t in teksten if not woorden.op_woord.keys().isdisjoint(map(str.casefold, _WOORD.findall(t)))]
    assert 1000 < len(met) < len(teksten) and not [t for t in met if woorden.zonder_begrip(t)]
    assert sum(map(woorden.zonder_begrip, teksten)) > (len(teksten) - len(met)) / 2


def test_zonder_opmaak_geeft_wat_striptags_geeft(teksten):
    for tekst in (*teksten, "<p>a  b</p>\n<ul><li>c &amp; d</li></ul>", "1 < 2", "<!-- a > b -->c"):
        assert zonder_opmaak(tekst) == str(Markup(tekst).striptags()), tekst


def test_ontsnappen_en_een_tekst_in_een_adres_zijn_wat_zij_waren(teksten):
    for tekst in (*teksten, "\"'&<>", Markup("<b>"), 3, None):
        assert ontsnap(tekst) == str(escape(tekst))
        assert not isinstance(tekst, str) or _in_adres(tekst) == quote(tekst, "")
    assert omgeving().from_string("{{ a }}{{ b }}").render(a="<", b=Markup("<")) == "&lt;<"


def test_woorden_knippen_geeft_wat_woorden_zoeken_geeft(teksten):
    for tekst in (*teksten, "foto's", "a--b", "-x", "x-", "'s ochtends 24-uurs e-mail"):
        assert _woorden_in(tekst) == leesmaat._WOORD.findall(tekst), tekst


def test_een_begrip_midden_in_een_woord_telt_niet(catalogus, teksten):
    woorden = linker(catalogus.kennis.begrippen)
    for tekst in teksten:
        alle = [m.span() for m in _WOORD.finditer(tekst) if m[0].casefold() in woorden.op_woord]
        kansen = [m.span() for m in woorden._kansen(tekst) if m[0].casefold() in woorden.op_woord]
        assert sorted(set(kansen)) == alle and kansen == sorted(kansen), tekst
