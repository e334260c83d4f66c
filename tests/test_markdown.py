"""De veilige deelverzameling van Markdown: wat erdoor komt, en wat met een melding geweigerd wordt."""

import re

import pytest
from veilige_html import bezwaren_tegen, tekst_van

from generator.lezen.markdown import veilige_html
from generator.opmaak import gewone_tekst

_TABEL = (
    '<div class="schuif" role="group" aria-label="Tabel: wie, prijs" tabindex="0"><table class="cijfers woorden">\n<thead>\n<tr>\n'
    '<th scope="col">wie</th>\n<th scope="col" class="rechts">prijs</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>kind</td>\n'
    '<td class="rechts">{}</td>\n</tr>\n</tbody>\n</table></div>\n'
)

# Opmaak die hier niet kan: wat er staat, waar het staat, en hoe de melding het noemt.
VREEMD = [
    ("- punt\n- [ ] een\n- [x] twee", 9, "een afvinklijst"),
    ("Kom ~~maandag~~ dinsdag.", 4, "doorgestreepte tekst"),
    ("H~2~O", 1, "tekst onder of boven de regel"),
    ("15 m^2^ groot", 4, "tekst onder of boven de regel"),
    ("Gratis[^1].\n\n[^1]: Met een pas van de stad.", 6, "een voetnoot"),
    ("Gratis[^a].\n\n[^a]: https://pas.example", 13, "een voetnoot"),
    ("Gratis^[met pas].", 6, "een voetnoot"),
    ("Pas\n: Een kaartje.", 4, "een lijst van begrippen"),
    ("Pas\n\n: Een kaartje.", 5, "een lijst van begrippen"),
    ("Kom ==op tijd== langs.", 4, "gemarkeerde tekst"),
    ("Kom ++op tijd++ langs.", 4, "onderstreepte tekst"),
    ("Het kost $$2x$$ euro.", 9, "een formule"),
    ("[TOC]\n\nTekst.", 0, "een inhoudsopgave"),
    ("Zie [[geldloket]].", 4, "een link zoals in een wiki"),
    ("*[WMO]: de wet", 0, "een afkorting met uitleg"),
    ("::: let-op\nDicht.\n:::", 0, "een vak met een merkteken"),
    ('!!! note "Let op"', 0, "een vak met een merkteken"),
    ("> [!WARNING]\n> Dicht.", 2, "een vak met een merkteken"),
    ('--8<-- "/etc/passwd"', 0, "een stuk uit een ander bestand"),
    ("Tekst {.groot} hier.", 6, "een kenmerk tussen accolades"),
    ("{: onclick=x}", 0, "een kenmerk tussen accolades"),
    ("Koffie :coffee: staat klaar.", 7, "een plaatje in letters"),
    ("![foto] van het huis", 0, "een afbeelding"),
    ("#Kosten\n\nGratis.", 0, "een kopje zonder spatie"),
    ("####### Kosten", 0, "een kopje met te veel hekjes"),
    ("Neem mee:\n-pas\n-brief", 10, "een lijst zonder spatie"),
    ("Dit is ** vet **.", 7, "vet dat niet klopt"),
    ("Dit is **vet.", 7, "vet dat niet klopt"),
    ("Zie [de site] (https://samen.example).", 12, "een link die niet klopt"),
    ("Zie [de site](https://samen.example/a b).", 12, "een link die niet klopt"),
    ("Zie [de site][1].", 12, "een link die niet klopt"),
]
SLECHTE_TABEL = [
    ("Kosten:\n\n| wie | prijs |\n| kind | 2 |", 9, "onder de kop hoort een regel met streepjes"),
    ("| wie | prijs |\n|---|\n| kind | 2 |", 0, "de kop heeft 2 vakken en de regel met streepjes 1"),
    ("wie | prijs\n---|---|---\nkind | 2", 12, "de kop heeft 2 vakken en de regel met streepjes 3"),
    ("| wie | prijs |\n|---|---|\n| kind | 2 | met pas |", 26, "deze regel heeft 3 vakken en de kop 2"),
    ("| wie | prijs |\n|---|---|\n| kind | 2 |\nMet een pas gratis.", 39, "deze regel heeft geen |"),
]


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        ("Gewone tekst\nover twee regels.", "<p>Gewone tekst over twee regels.</p>\n"),
        ("Een.\n\nTwee.", "<p>Een.</p>\n<p>Twee.</p>\n"),
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>\n"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"),
        ("1. een\n2. twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>\n"),
        ("# Kop", "<h3>Kop</h3>\n"),
        ("### Kop", "<h3>Kop</h3>\n"),
        ("##### Kop", "<h3>Kop</h3>\n"),
        ("# Een\n\n###### Twee\n\n## Drie", "<h3>Een</h3>\n<h4>Twee</h4>\n<h3>Drie</h3>\n"),
        ("[site](https://samen.example/a?b=c&d=e)", '<p><a href="https://samen.example/a?b=c&amp;d=e">site</a></p>\n'),
        ("[mail](mailto:info@samen.example)", '<p><a href="mailto:info@samen.example">mail</a></p>\n'),
        ("[bel](tel:+31570123456)", '<p><a href="tel:+31570123456">bel</a></p>\n'),
        ("<https://samen.example>", '<p><a href="https://samen.example">https://samen.example</a></p>\n'),
        ("R&D, 1 < 2 > 0", "<p>R&amp;D, 1 &lt; 2 &gt; 0</p>\n"),
        ("    geen code", "<p>geen code</p>\n"),
        ("{{ config }} {% x %} ${y}", "<p>{{ config }} {% x %} ${y}</p>\n"),
        ("| wie | prijs |\n|---|--:|\n| kind | **2** euro |", _TABEL.format("<strong>2</strong> euro")),
        ("wie | prijs\n--- | ---:\nkind | 2, of 3 \\| 4", _TABEL.format("2, of 3 | 4")),
        ("https://samen.example", "<p>https://samen.example</p>\n"),
    ],
)
def test_wat_mag(tekst, html):
    blok, bezwaren = veilige_html(tekst)
    assert (blok.html, bezwaren) == (html, [])
    assert bezwaren_tegen(html) == []


@pytest.mark.parametrize(
    "adres",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "<javascript:alert(1)>",
        " javascript:alert(1) ",
        "\\javascript:x",
        "%6Aavascript:x",
        "javascript\\:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//kwaad.example",
        "http:\\\\kwaad",
        "https://a@b.example",
        "https://192.168.1.1",
        "https://xn--e1afmkfd.example",
        "/relatief",
        "#anker",
        "../x",
        "",
        "mailto:a@b.example?bcc=c@d.example",
        "ftp://x.example",
        "blob:x",
    ],
)
@pytest.mark.parametrize("vorm", ["[x]({})", "[x][y]\n\n[y]: {}"])
def test_onveilige_links(adres, vorm):
    tekst = vorm.format(adres)
    blok, bezwaren = veilige_html(tekst)
    if adres.strip() or "(" in vorm:
        assert bezwaren and {b.code for b in bezwaren} <= {"SK211", "SK222", "SK221"}, tekst
        assert blok.html == ""
        assert all(0 <= b.plaats < len(tekst) for b in bezwaren)
    assert bezwaren_tegen(blok.html) == []


@pytest.mark.parametrize(
    "tekst",
    [
        "<javascript:alert(1)>",
        "<data:x>",
        "[x](java\nscript:alert(1))",
        "[[x](javascript:a)](https://b.example)",
        "**[x](javascript:a)**",
        "- [x](javascript:a)",
        "> [x](javascript:a)",
        "# [x](javascript:a)",
    ],
)
def test_onveilige_links_overal(tekst):
    blok, bezwaren = veilige_html(tekst)
    assert bezwaren and blok.html == ""


@pytest.mark.parametrize(
    ("tekst", "code", "plaats"),
    [
        ("a <b>vet</b>", "SK221", 2),
        ("a\n<script>", "SK221", 2),
        ("<!-- x -->", "SK221", 0),
        ("<svg/onload=x>", "SK221", 0),
        ("a </p>", "SK221", 2),
        ("`<b>`", "SK221", 1),
        ("<?php", "SK221", 0),
        ("x ![a](https://b.example)", "SK223", 2),
        ("![a][b]", "SK223", 0),
        ("[" * 500, "SK231", 0),
        ("> " * 20 + "x", "SK231", 0),
        ("- " * 20 + "x", "SK231", 0),
        ("[site](http://samen.example)", "SK212", 7),
    ],
)
def test_wat_niet_mag(tekst, code, plaats):
    blok, bezwaren = veilige_html(tekst)
    assert (bezwaren[0].code, bezwaren[0].plaats) == (code, plaats)
    assert bool(blok.html) == (code == "SK212")


@pytest.mark.parametrize(
    "tekst",
    [
        "*" * 5000,
        "_a" * 2500,
        "`" * 5000,
        "<" * 5000,
        "a<!" * 1600,
        "&" * 5000,
        "](" * 2500,
        "[a](" * 90,
        "![" * 2500,
        "\n" * 5000,
        "- a\n" * 1200,
        "a\n\n" * 1600,
        "~~~\n" * 1200,
        "|" * 5000,
        "|-" * 2500,
        "|a|b|\n|-|-|\n" + "|1|2|\n" * 800,
        "| a\n" * 1200,
        ":a" * 2500,
        "{.a" * 1600,
        "[^" * 199,
        "~" * 5000,
        "==a" * 1600,
        "$$" * 2500,
        "-a\n" * 1600,
    ],
)
def test_geen_tekst_houdt_de_lezer_bezig(tekst):
    import time

    begin = time.process_time()
    veilige_html(tekst)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(("tekst", "plaats", "naam"), VREEMD)
def test_wat_wij_niet_kennen_heet_bij_zijn_naam(tekst, plaats, naam):
    for wit in ("", "\n\n  "):
        blok, bezwaren = veilige_html(wit + tekst)
        assert [(b.code, b.plaats - len(wit), b.reden) for b in bezwaren] == [("SK243", plaats, naam)]
        assert blok.html == "" and bezwaren[0].raad


@pytest.mark.parametrize(("tekst", "plaats", "naam"), VREEMD)
def test_het_teken_zelf_kan_met_een_schuine_streep(tekst, plaats, naam):
    los = re.sub(r"([^\w\s])", r"\\\1", tekst)
    blok, bezwaren = veilige_html(los)
    assert bezwaren == [] and tekst_van(blok.html).split() == tekst.split()


@pytest.mark.parametrize(("tekst", "plaats", "reden"), SLECHTE_TABEL)
def test_een_tabel_die_iets_zou_verliezen(tekst, plaats, reden):
    blok, bezwaren = veilige_html(tekst)
    assert [(b.code, b.plaats, b.reden) for b in bezwaren] == [("SK244", plaats, reden)]
    assert blok.html == ""


@pytest.mark.parametrize(
    "tekst",
    [
        "5 * 3 is 15",
        "5 euro* \n\n*met pas",
        "ma | di | wo",
        "9:00 tot 12:00",
        "Let op:niet:nu",
        "1 + 1 = 2",
        "#1 van de stad",
        "naam: ____",
        "-5 graden",
        "`~~x~~`",
        "https://samen.example/a__b/~~c",
        "C++ leren",
        "<https://samen.example/a**b>",
        "[a **b**](https://samen.example)",
        "Hulp (zie [1])",
        "a^b",
        "$5",
        "{x}",
    ],
)
def test_gewone_tekens_blijven_gewoon(tekst):
    blok, bezwaren = veilige_html(tekst)
    assert bezwaren == [] and blok.html


def test_de_tekst_blijft_heel():
    tekst = "Neem mee: *uw* pas & [brief](https://samen.example).\n\n- 'aanhaling' \"dubbel\" <5 jaar"
    assert (
        tekst_van(veilige_html(tekst)[0].html).split()
        == "Neem mee: uw pas & brief. 'aanhaling' \"dubbel\" <5 jaar".split()
    )


@pytest.mark.parametrize(
    ("tekst", "gewoon"),
    [
        ("**Vet** en [meer](https://samen.example).\n\n- punt", "Vet en meer.\n\n- punt"),
        (
            "Kosten:\n\n| wie | prijs |\n|---|--:|\n| kind | 2 euro |\n\nEinde.",
            "Kosten:\n\nwie, prijs\nkind, 2 euro\n\nEinde.",
        ),
        ("wie | prijs\n--- | ---\nkind | 2 \\| 3", "wie, prijs\nkind, 2 | 3"),
        (None, ""),
        ("5 \\* 3", "5 * 3"),
    ],
)
def test_gewone_tekst_heeft_geen_tekens(tekst, gewoon):
    assert gewone_tekst(tekst) == gewoon
