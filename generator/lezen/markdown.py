"""Een veilige deelverzameling van Markdown: alinea's, nadruk, lijsten, kopjes en https-links. Geen HTML, geen beelden."""

import html
import re
from functools import lru_cache

from generator.model import Tekstblok

_OPMAAK = re.compile(r"[*_`\[\]<>&#!|~\\+=>]|^\s*(?:[-*+]|\d+[.)])\s|^\s{4,}|https?:|^[-=]{2,}", re.M)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?\s*$|<([a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*)>", re.M)
_HTML = re.compile(r"<\s*/?\s*[a-zA-Z!?][^>\n]{0,80}>?")
_BEELD = re.compile(r"!\[[^\]]*\]")
_VEILIG = re.compile(r"(?:https://[^\s\\@]+|mailto:[^\s?]+|tel:[+\d-]+)")
MEEST_HAAKJES = 400


@lru_cache(maxsize=1)
def _omzetter():
    from markdown_it import MarkdownIt
    lezer = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable(["image", "html_block", "html_inline", "code"])
    lezer.validateLink = lambda adres: bool(_VEILIG.fullmatch(adres))
    lezer.add_render_rule("heading_open", lambda self, delen, i, *_: f"<h{_kop(delen[i])}>")
    lezer.add_render_rule("heading_close", lambda self, delen, i, *_: f"</h{_kop(delen[i])}>\n")
    return lezer


def _kop(deel) -> int:
    """Kopjes in een omschrijving beginnen op niveau 3: erboven staan de titel en het kopje van de pagina."""
    return min(6, max(3, int(deel.tag[1])))


def _bezwaren(tekst: str) -> list[tuple[str, int, str]]:
    uit = []
    if sum(tekst.count(t) for t in "[]()*_`") > MEEST_HAAKJES:
        uit.append(("SK231", 0, ""))
    for vondst in _BEELD.finditer(tekst):
        uit.append(("SK223", vondst.start(), vondst[0]))
    for vondst in _LINK.finditer(tekst):
        adres = html.unescape(vondst[1] or vondst[2] or vondst[3] or "")
        if not _VEILIG.fullmatch(adres) or re.match(r"https://[^/]*(?:@|\d+\.\d+\.\d+\.\d+|xn--)", adres):
            uit.append(("SK222", vondst.start(), adres))
    for vondst in _HTML.finditer(tekst):
        if not re.match(r"<(?:https:|mailto:|tel:)", vondst[0]):
            uit.append(("SK221", vondst.start(), vondst[0]))
    return uit


def veilige_html(tekst: str) -> tuple[Tekstblok, list[tuple[str, int, str]]]:
    """De veilige HTML van een tekst, met de bezwaren als (code, plaats in de tekst, stuk).

    Tekst zonder opmaak slaat de Markdown-lezer over; dat scheelt het grootste deel van de tijd.
    """
    schoon = tekst.strip()
    if not _OPMAAK.search(schoon):
        alineas = re.split(r"\n\s*\n", schoon)
        inhoud = "".join(f"<p>{html.escape(' '.join(a.split()), quote=False)}</p>\n" for a in alineas if a.strip())
        return Tekstblok(schoon, inhoud), []
    bezwaren = _bezwaren(tekst)
    if bezwaren:
        return Tekstblok(schoon, ""), bezwaren
    return Tekstblok(schoon, _omzetter().render(schoon)), []
