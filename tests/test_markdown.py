"""De veilige deelverzameling van Markdown: wat erdoor komt, en wat met een melding geweigerd wordt."""

import pytest
from veilige_html import bezwaren_tegen, tekst_van

from generator.lezen.markdown import veilige_html


@pytest.mark.parametrize(("tekst", "html"), [
    ("Gewone tekst\nover twee regels.", "<p>Gewone tekst over twee regels.</p>\n"),
    ("Een.\n\nTwee.", "<p>Een.</p>\n<p>Twee.</p>\n"),
    ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>\n"),
    ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"),
    ("1. een\n2. twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>\n"),
    ("# Kop", "<h3>Kop</h3>\n"), ("### Kop", "<h3>Kop</h3>\n"), ("##### Kop", "<h3>Kop</h3>\n"),
    ("# Een\n\n###### Twee\n\n## Drie", "<h3>Een</h3>\n<h4>Twee</h4>\n<h3>Drie</h3>\n"),
    ("[site](https://samen.example/a?b=c&d=e)", '<p><a href="https://samen.example/a?b=c&amp;d=e">site</a></p>\n'),
    ("[mail](mailto:info@samen.example)", '<p><a href="mailto:info@samen.example">mail</a></p>\n'),
    ("[bel](tel:+31570123456)", '<p><a href="tel:+31570123456">bel</a></p>\n'),
    ("<https://samen.example>", '<p><a href="https://samen.example">https://samen.example</a></p>\n'),
    ("R&D, 1 < 2 > 0", "<p>R&amp;D, 1 &lt; 2 &gt; 0</p>\n"),
    ("    geen code", "<p>geen code</p>\n"),
    ("{{ config }} {% x %} ${y}", "<p>{{ config }} {% x %} ${y}</p>\n"),
    ('--8<-- "/etc/passwd"', '<p>--8&lt;-- &quot;/etc/passwd&quot;</p>\n'),
    ("[TOC]\n\n*[HTML]: x\n\n::: module\n\n{: onclick=x}", "<p>[TOC]</p>\n<p>*[HTML]: x</p>\n<p>::: module</p>\n<p>{: onclick=x}</p>\n"),
    ("https://samen.example", "<p>https://samen.example</p>\n"),
])
def test_wat_mag(tekst, html):
    blok, bezwaren = veilige_html(tekst)
    assert (blok.html, bezwaren) == (html, [])
    assert bezwaren_tegen(html) == []


@pytest.mark.parametrize("adres", [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)", "javascript&colon;alert(1)",
    "<javascript:alert(1)>", " javascript:alert(1) ", "\\javascript:x", "%6Aavascript:x", "javascript\\:alert(1)", "data:text/html,x",
    "vbscript:x", "file:///etc/passwd", "//kwaad.example", "http:\\\\kwaad", "https://a@b.example", "https://192.168.1.1",
    "https://xn--e1afmkfd.example", "/relatief", "#anker", "../x", "", "mailto:a@b.example?bcc=c@d.example", "ftp://x.example", "blob:x"])
@pytest.mark.parametrize("vorm", ["[x]({})", "[x][y]\n\n[y]: {}"])
def test_onveilige_links(adres, vorm):
    tekst = vorm.format(adres)
    blok, bezwaren = veilige_html(tekst)
    if adres.strip() or "(" in vorm:
        assert bezwaren and {b.code for b in bezwaren} <= {"SK211", "SK222", "SK221"}, tekst
        assert blok.html == ""
        assert all(0 <= b.plaats < len(tekst) for b in bezwaren)
    assert bezwaren_tegen(blok.html) == []


@pytest.mark.parametrize("tekst", ["<javascript:alert(1)>", "<data:x>", "[x](java\nscript:alert(1))", "[[x](javascript:a)](https://b.example)",
                                   "**[x](javascript:a)**", "- [x](javascript:a)", "> [x](javascript:a)", "# [x](javascript:a)"])
def test_onveilige_links_overal(tekst):
    blok, bezwaren = veilige_html(tekst)
    assert bezwaren and blok.html == ""


@pytest.mark.parametrize(("tekst", "code", "plaats"), [
    ("a <b>vet</b>", "SK221", 2), ("a\n<script>", "SK221", 2), ("<!-- x -->", "SK221", 0), ("<svg/onload=x>", "SK221", 0),
    ("a </p>", "SK221", 2),
    ("`<b>`", "SK221", 1), ("<?php", "SK221", 0), ("x ![a](https://b.example)", "SK223", 2), ("![a][b]", "SK223", 0),
    ("[" * 500, "SK231", 0), ("> " * 20 + "x", "SK231", 0), ("- " * 20 + "x", "SK231", 0),
    ("[site](http://samen.example)", "SK212", 7),
])
def test_wat_niet_mag(tekst, code, plaats):
    blok, bezwaren = veilige_html(tekst)
    assert (bezwaren[0].code, bezwaren[0].plaats) == (code, plaats)
    assert bool(blok.html) == (code == "SK212")


@pytest.mark.parametrize("tekst", ["*" * 5000, "_a" * 2500, "`" * 5000, "<" * 5000, "a<!" * 1600, "&" * 5000, "](" * 2500, "[a](" * 90,
                                   "![" * 2500, "\n" * 5000, "- a\n" * 1200, "a\n\n" * 1600, "~~~\n" * 1200])
def test_geen_tekst_houdt_de_lezer_bezig(tekst):
    import time
    begin = time.process_time()
    veilige_html(tekst)
    assert time.process_time() - begin < 1


def test_de_tekst_blijft_heel():
    tekst = "Neem mee: *uw* pas & [brief](https://samen.example).\n\n- 'aanhaling' \"dubbel\" <5 jaar"
    assert tekst_van(veilige_html(tekst)[0].html).split() == "Neem mee: uw pas & brief. 'aanhaling' \"dubbel\" <5 jaar".split()
