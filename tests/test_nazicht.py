"""Elke regel van het nazicht heeft een pagina die haar laat afgaan, en een goede pagina laat haar met rust."""

import pytest
from conftest import PROJECT

from generator.bouw.bouwen import schillen_van
from generator.bouw.nazicht import Nazicht, los_op
from generator.bouw.schil import MERKEN, snijd
from generator.bouw.telling import controleer_telling, tel
from generator.lezen.geschreven import adres_van_bestand
from generator.meldingen import SocialeKaartFout, Verslag
from generator.uitleg.redactieteksten import redactieteksten
from generator.voorraad import Voorraad

GOED = '<main id="inhoud"><a href="x/">x</a><img src="data:image/svg+xml,x" alt=""><script src="a.js"></script></main>'


def kijk(html: str, bestanden: set[str] = frozenset({"index.html", "x/index.html", "a.js"})) -> list[str]:
    verslag = Verslag()
    nazicht = Nazicht(verslag, "https://kaart.example/")
    nazicht.bekijk("", html)
    nazicht.bekijk("x/", '<a href="../">terug</a>')
    nazicht.sluit_af(set(bestanden))
    return [m.code for m in verslag.meldingen]


def test_een_goede_pagina_geeft_geen_melding():
    assert kijk(GOED) == []


@pytest.mark.parametrize(
    ("stuk", "code"),
    [
        ('<a href="weg/">weg</a>', "SK701"),
        ('<a href="x/#nergens">x</a>', "SK701"),
        ('<img src="https://elders.example/a.png" alt="">', "SK702"),
        ('<link rel="stylesheet" href="//elders.example/a.css">', "SK702"),
        ('<script src="https://elders.example/a.js"></script>', "SK702"),
        ("<script>1</script>", "SK703"),
        ("<style>a{}</style>", "SK703"),
        ('<p style="color:red">x</p>', "SK703"),
        ('<p onclick="x()">x</p>', "SK703"),
        ('<img src="a.js">', "SK704"),
        ('<p id="inhoud">x</p>', "SK705"),
    ],
)
def test_elke_overtreding_wordt_gevonden(stuk, code):
    assert kijk(GOED + stuk) == [code]


def test_een_pagina_waar_niemand_naar_verwijst_is_een_fout():
    verslag = Verslag()
    nazicht = Nazicht(verslag, "https://kaart.example/")
    nazicht.bekijk("", "<p>niets</p>")
    nazicht.bekijk("eenzaam/", "<p>hallo</p>")
    nazicht.sluit_af({"index.html", "eenzaam/index.html"})
    assert [(m.pad, m.code) for m in verslag.meldingen] == [("site/eenzaam/", "SK707")]


def test_een_geschreven_pagina_waar_niemand_naar_verwijst_wijst_naar_haar_bron():
    verslag = Verslag()
    nazicht = Nazicht(verslag, "https://kaart.example/", bronnen={"eenzaam/": ("inhoud/eenzaam.md", "# Eenzaam")})
    nazicht.bekijk("", "<p>niets</p>")
    nazicht.bekijk("eenzaam/", "<p>hallo</p>")
    nazicht.sluit_af({"index.html", "eenzaam/index.html"})
    assert [(m.pad, m.code) for m in verslag.meldingen] == [("inhoud/eenzaam.md", "SK707")]


def test_een_kapotte_link_in_een_geschreven_pagina_wijst_naar_de_regel():
    verslag = Verslag()
    tekst = "# Kop\n\nZie [dit](/weg/).\n\n[kop](#kop) [mis](#mis)\n"
    nazicht = Nazicht(verslag, "https://kaart.example/", bronnen={"": ("inhoud/index.md", tekst)})
    nazicht.bekijk("", '<h1 id="kop">Kop</h1><a href="weg/">dit</a><a href="#kop">kop</a><a href="#mis">mis</a>')
    nazicht.sluit_af({"index.html"})
    assert [(m.pad, m.regel, m.kolom, m.code) for m in verslag.meldingen] == [
        ("inhoud/index.md", 3, 9, "SK701"),
        ("inhoud/index.md", 5, 17, "SK701"),
    ]


@pytest.mark.parametrize(
    ("pad", "link", "doel"),
    [
        ("", "x/", "x/"),
        ("a/b/", "../../x/", "x/"),
        ("a/b/", "c/", "a/b/c/"),
        ("404.html", "/x/", "x/"),
        ("a/", "../", ""),
        ("a/", "", "a/"),
    ],
)
def test_links_worden_opgelost_vanaf_de_pagina(pad, link, doel):
    assert los_op(pad, link) == doel


def test_tekst_die_op_html_lijkt_is_geen_overtreding():
    assert kijk(GOED + '<p>&lt;script&gt; style="x" onclick="y"</p>') == []


DATA = {
    "data/voorzieningen.json": '{"voorzieningen":[{"id":"a","locaties":[{"punt":{"lengte":4,"breedte":52}}]},'
    '{"id":"b","locaties":[]}]}',
    "data/voorzieningen.csv": "\ufeffid\r\na\r\nb\r\n",
    "data/voorzieningen.geojson": '{"features":[{"properties":{"id":"a"}}]}',
}
PAGINAS = {"voorzieningen/a/index.html", "voorzieningen/b/index.html"}


@pytest.mark.parametrize(
    ("anders", "paginas", "codes"),
    [
        ({}, PAGINAS, []),
        ({"data/voorzieningen.csv": "id\r\na\r\n"}, PAGINAS, ["SK706"]),
        ({"data/voorzieningen.geojson": '{"features":[]}'}, PAGINAS, ["SK706"]),
        ({}, {"voorzieningen/a/index.html"}, ["SK706"]),
    ],
)
def test_de_open_data_en_de_paginas_tellen_hetzelfde(anders, paginas, codes):
    verslag = Verslag()
    geteld = {pad: tel(pad, tekst.encode()) for pad, tekst in (DATA | anders).items()}
    controleer_telling(geteld, paginas, verslag)
    assert [m.code for m in verslag.meldingen] == codes


@pytest.mark.parametrize("merk", MERKEN)
def test_een_schil_met_een_merk_te_veel_of_te_weinig_stopt_de_bouw(merk):
    heel = " ".join(f"@@{m}@@" for m in MERKEN)
    assert snijd(heel, "schil").stempel(**{m: m for m in MERKEN}) == " ".join(MERKEN)
    for stuk in (heel.replace(f"@@{merk}@@", ""), f"{heel} @@{merk}@@"):
        with pytest.raises(SocialeKaartFout) as fout:
            snijd(stuk, "schil")
        assert merk in str(fout.value) and fout.value.status == 3


@pytest.mark.parametrize(
    "stuk",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" java&#10;script:alert(1)">x</a>',
        "<form></form>",
        "<img src=https://ander.example/p.png alt=x>",
        '<meta http-equiv="refresh" content="0">',
        "<p onclick=weg()>x</p>",
        '<a href="data:text/html,x">x</a>',
    ],
)
def test_een_geschreven_pagina_heeft_alleen_wat_markdown_geeft(stuk):
    """Ook als het langs de lezer kwam: in een ingesprongen lijst of via een link met een nummer."""

    def melding(inhoud):
        verslag = Verslag()
        Nazicht(verslag, "https://kaart.example/", bronnen={"over/": ("inhoud/over.md", "")}).keur_geschreven(
            "over/", f"<main><article class='x'><h1 id='a'>Over</h1>{inhoud}</article></main>"
        )
        return [(m.pad, m.code) for m in verslag.meldingen]

    assert melding(stuk) == [("inhoud/over.md", "SK605")]
    assert (
        melding('<p><a href="https://x.example">x</a> <a href="#a">y</a> <a href="mailto:a@x.example">z</a></p>') == []
    )


def test_wat_uit_de_code_komt_is_ook_gewone_markdown(voorbeeldsite, catalogus):
    """De bouw kijkt alleen de pagina's van een ander streng na; die van het programma zelf hier."""
    verslag = Verslag()
    nazicht = Nazicht(verslag, "https://kaart.example/")
    geschreven = schillen_van(catalogus, verslag, Voorraad(PROJECT)).geschreven
    for onder in redactieteksten():
        nazicht.keur_geschreven(pad := adres_van_bestand(onder), geschreven[pad])
    assert not verslag.meldingen_ruw
