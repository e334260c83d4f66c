"""De korte weg voor Markdown geeft precies wat markdown-it geeft, of niets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.lezen.markdown import _omzetter
from generator.lezen.markdown_kort import zet_kort_om

STUKJES = st.sampled_from(
    [
        "a",
        "woord",
        "Zin met woorden.",
        "**",
        "*",
        "**vet**",
        "*schuin*",
        "[tekst](https://a.example/x)",
        "[t",
        "](https://b.example)",
        "[x y](https://www.b-c.example/p/q.html)",
        "\n",
        "\n\n",
        "\n\n",
        "- ",
        "1. ",
        "2. ",
        "  ",
        "### ",
        "# ",
        "(",
        ")",
        ".",
        ",",
        " ",
        "!",
        "?",
        '"',
        "'",
        "é",
        "€",
        "10",
        "-",
        "=",
        "---",
        "+",
        "#",
        ":",
        "[",
        "]",
        "- punt\n",
        "1. een\n",
        "\u00a0",
        "  vervolg",
        "…",
        "~~",
        "[ ] ",
        "[^1]",
        ":x:",
        "^",
        "{.a}",
        "==",
        "++",
        "$$",
        "| a | b |\n",
        "|---|---|\n",
        ": ",
    ]
)

GEWOON = """\
Loop binnen met **uw post**, of kijk op [de agenda](https://www.samen.example/agenda).
U kunt *altijd* bellen.

### Zo gaat het

- koffie en *tijd*
- hulp bij "brieven"
  en formulieren

Daarna:

1. bel
1. kom langs"""


@settings(max_examples=1500, deadline=None)
@given(st.lists(STUKJES, min_size=1, max_size=12).map("".join))
def test_zelfde_als_markdown_it(tekst):
    schoon = tekst.strip()
    if (kort := zet_kort_om(schoon)) and schoon:
        assert kort == _omzetter().zet_om(schoon)
        assert _omzetter().vreemd == []


def test_gewone_opmaak_gaat_kort():
    assert zet_kort_om(GEWOON) == _omzetter().zet_om(GEWOON)


@pytest.mark.parametrize(
    "tekst", ["a_b_", "`x`", "[x]: y", "- a\n\n- b", "<b>", "a\\b", "![x](https://a.example)", "a  \nb", "1) a"]
)
def test_twijfel_gaat_naar_markdown_it(tekst):
    assert zet_kort_om(tekst) is None
