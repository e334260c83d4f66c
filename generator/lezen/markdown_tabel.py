"""Een tabel in een omschrijving: hoe zij op de pagina komt, en wat er mis is als zij geen tabel wordt of een rij zou
verliezen.
"""

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_UITLIJNING = {"text-align:right": ' class="rechts"', "text-align:center": ' class="midden"'}
_STREEPJES = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
LIJKT_OP_TABEL = re.compile(r"^[ \t]*\|.*$|^[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.M)


def zet_tabellen_aan(lezer: "MarkdownIt") -> None:
    """Een tabel in een vak dat opzij kan schuiven, met koppen die bij hun kolom horen en zonder stijl in de pagina."""
    lezer.enable("table")
    lezer.add_render_rule("table_open", lambda _, delen, i, *__: f'{_vak(delen, i)}<table class="cijfers woorden">\n')
    lezer.add_render_rule("table_close", lambda *_: "</table></div>\n")
    lezer.add_render_rule("th_open", lambda _, delen, i, *__: f"<{_kop(delen[i + 1])}{_lijn(delen[i])}>")
    lezer.add_render_rule("th_close", lambda _, delen, i, *__: f"</{_kop(delen[i - 1])[:2]}>\n")
    lezer.add_render_rule("td_open", lambda _, delen, i, *__: f"<td{_lijn(delen[i])}>")


def _vak(delen: Sequence["Token"], i: int) -> str:
    """Het schuifvak heet naar de koppen; met het toetsenbord is het te bereiken."""
    rij = delen[i : next(j for j in range(i, len(delen)) if delen[j].type == "tr_close")]
    koppen = ("".join(k.content for k in d.children or []).strip() for d in rij if d.type == "inline")
    naam = ", ".join(filter(None, koppen)).replace('"', "”")
    return f'<div class="schuif" role="group" aria-label="{html.escape(f"Tabel: {naam}" if naam else "Tabel")}" tabindex="0">'


def _kop(inhoud: "Token") -> str:
    """Een lege kop is geen kop."""
    return 'th scope="col"' if inhoud.content else "td"


def _lijn(deel: "Token") -> str:
    return _UITLIJNING.get(str(deel.attrGet("style")), "")


def _vakken(regel: str) -> int:
    """Het aantal vakken in een regel van een tabel."""
    kaal = re.sub(r"\\.", "", regel.strip().lstrip("> ")).removeprefix("|").removesuffix("|")
    return kaal.count("|") + 1


def verloren_rijen(deel: "Token", regels: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Nummer en reden van elke regel die geen rij is, of die meer vakken heeft dan de kop: die vakken vielen stil weg."""
    eerste, laatste = deel.map or (0, 0)
    kop = _vakken(regels[eerste])
    for nummer in range(eerste + 2, laatste):
        if "|" not in regels[nummer]:
            yield nummer, "deze regel heeft geen |"
        elif (aantal := _vakken(regels[nummer])) > kop:
            yield nummer, f"deze regel heeft {aantal} vakken en de kop {kop}"


def waarom_geen_tabel(tekst: str) -> str:
    """De reden dat deze regels met | geen tabel zijn."""
    regels = tekst.split("\n")
    streep = next((i for i, regel in enumerate(regels) if _STREEPJES.fullmatch(regel)), 0)
    if streep and "|" in regels[streep - 1]:
        return f"de kop heeft {_vakken(regels[streep - 1])} vakken en de regel met streepjes {_vakken(regels[streep])}"
    return "onder de kop hoort een regel met streepjes"
