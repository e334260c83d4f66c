"""Wat bij duizenden pagina's een snellere weg neemt, geeft precies wat de gewone weg geeft."""

import random
from urllib.parse import quote

import pytest
from markupsafe import Markup, escape

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
