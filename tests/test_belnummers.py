"""Noodnummers en landelijke nummers in een tekst worden een link; een getal dat er op lijkt niet."""

import re

import pytest
from markupsafe import Markup

from generator.opmaak import tel_link
from generator.paginas.gemeen.belnummers import Belnummers, bekende_nummers

NUMMERS = Belnummers(frozenset({"199", "198", "0999123456", "09990000"}))


@pytest.mark.parametrize(
    ("tekst", "links"),
    [
        ("Bel 199.", ["199"]),
        ("Bel 199 of 198 als het kan", ["199", "198"]),
        ("Er zijn 199 plekken", []),
        ("In 1990 en op 19-9-2026", []),
        ("Bel 0999-12 34 56 (gratis)", ["0999-12 34 56"]),
        ("Bel 0999-0000 24 uur per dag", ["0999-0000"]),
        ("Bel 0999-99 99 99", []),
    ],
)
def test_alleen_een_bekend_nummer_wordt_een_link(tekst, links):
    uit = NUMMERS(tekst)
    assert re.findall(r'<a href="tel:(\d+)">([^<]*)</a>', uit) == [(tel_link(n), n) for n in links]
    assert re.sub(r"<[^>]*>", "", uit) == tekst


def test_gewone_tekst_wordt_ontsnapt_en_html_blijft_html():
    assert NUMMERS("<b>199</b>") == '&lt;b&gt;<a href="tel:199">199</a>&lt;/b&gt;'
    assert NUMMERS(Markup("<b>199</b>")) == '<b><a href="tel:199">199</a></b>'
    assert NUMMERS(Markup('<a href="/x/199">199</a><h2>Bel 199</h2>')) == '<a href="/x/199">199</a><h2>Bel 199</h2>'


def test_de_nummers_komen_uit_de_kaart_zelf(catalogus):
    bekend = bekende_nummers(catalogus)
    eigen = {tel_link(v.contact.telefoon) for v in catalogus.voorzieningen.values() if v.contact.telefoon}
    assert bekend and any(len(n) == 3 for n in bekend) and not any(n.startswith("0999") for n in bekend)
    assert len(bekend & eigen) >= len(bekend) / 2
