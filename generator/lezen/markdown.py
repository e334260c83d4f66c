"""Een veilige deelverzameling van Markdown: alinea's, nadruk, lijsten, kopjes, tabellen en links. Geen HTML, geen
beelden.
"""

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.lezen.markdown_kort import zet_kort_om
from generator.lezen.markdown_tabel import zet_tabellen_aan
from generator.lezen.markdown_vreemd import LINK, Bezwaar, vreemde_opmaak
from generator.lezen.webadres import bezwaar_tegen_url
from generator.model import Tekstblok

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

_OPMAAK = re.compile(r"[*_`\[\]<>&#!|~\\+=^{$]|^\s*(?:[-:?]|\d+[.)]\s)|^\s{4,}|https?:|:[a-z_+-]+:", re.M)
_HTML = re.compile(r"<[/!?a-zA-Z][^>\n]{0,80}>?")
_AUTOLINK = re.compile(r"<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*>|<[\w.+-]+@[\w.-]+>")
_BEELD = re.compile(r"!\[[^\]]*\](?=[(\[])")
_POST = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,24}|tel:\+?[\d-]{3,20}")
_LEEG = re.compile(r"\]\(\s*(?:<\s*>)?\s*\)")
_VOETNOOT = re.compile(r"\[\^[^\]\s]+\]:\s*\Z")  # wat erna komt is uitleg, geen adres
_PLEK = re.compile(r"\]\(|\]:|<[a-zA-Z]")
# Dieper dan zes lijsten of citaten in elkaar leest niemand, en de lezer zou de rest stil weglaten.
# Met een vaste letter voorop springt de zoeker van regel naar regel; dat is drie keer zo snel als ^.
_DIEP = re.compile(r"\n(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){7}")
MEEST_HAAKJES = 400


def _keur_adres(adres: str) -> tuple[str, str]:
    """De code van wat er mis is met een link (leeg als hij goed is), en de reden."""
    if _POST.fullmatch(adres):
        return "", ""
    if re.match(r"(?i)[a-z][a-z0-9+.-]*:", adres) and not re.match(r"(?i)https?:", adres) or adres.startswith("//"):
        return "SK222", ""
    reden = bezwaar_tegen_url(adres)
    if reden:
        return "SK211", reden
    return ("SK212", "") if adres.startswith("http:") else ("", "")


class _Omzetter:
    """markdown-it, zo ingesteld dat elk adres langs de keuring komt; wat niet door de keuring komt, wordt geen link."""

    def __init__(self):
        from markdown_it import MarkdownIt

        self.adressen: list[str] = []
        self.vreemd: list[Bezwaar] = []
        self.lezer = MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": 20})
        self.lezer.disable(["image", "html_block", "html_inline", "code"])
        zet_tabellen_aan(self.lezer)
        self.lezer.core.ruler.before("text_join", "vreemd", self.kijk)
        setattr(self.lezer, "validateLink", self.keur)  # noqa: B010  zo vervangt markdown-it zijn eigen keuring
        self.lezer.add_render_rule("heading_open", lambda _, delen, i, *__: f"<h{_kop(delen[i])}>")
        self.lezer.add_render_rule("heading_close", lambda _, delen, i, *__: f"</h{_kop(delen[i])}>\n")

    def keur(self, adres: str) -> bool:
        self.adressen.append(adres)
        return _keur_adres(adres)[0] in ("", "SK212")

    def kijk(self, staat: "StateCore") -> None:
        """Voor de lezer wat er overbleef weer aan elkaar plakt, is te zien welk teken opmaak had moeten zijn."""
        self.vreemd = vreemde_opmaak(staat.tokens, staat.src)

    def zet_om(self, tekst: str) -> tuple[str, list[str]]:
        """De HTML en alle adressen die de lezer tegenkwam, ook de geweigerde."""
        self.adressen = []
        return self.lezer.render(tekst), self.adressen


def _kop(deel) -> int:
    """Kopjes in een omschrijving beginnen op niveau 3: erboven staan de titel en het kopje van de pagina."""
    return min(6, max(3, int(deel.tag[1])))


@lru_cache(maxsize=1)
def _omzetter() -> _Omzetter:
    return _Omzetter()


def plaats_van(adres: str, tekst: str) -> int:
    """Waar een adres in de tekst staat; bij een vermomd adres de eerste link die na ontcijferen past."""
    if (plaats := tekst.find(adres)) >= 0:
        return plaats
    kaal = re.sub(r"\W", "", adres.casefold())
    for vondst in _PLEK.finditer(tekst):
        rest = re.sub(r"\W", "", html.unescape(tekst[vondst.end() - 1 : vondst.end() + 200]).casefold())
        if kaal and rest.startswith(kaal[:12]):
            return vondst.start()
    eerste = _PLEK.search(tekst)
    return eerste.start() if eerste else 0


def _bezwaren(tekst: str) -> list[Bezwaar]:
    """Wat er aan de tekst zelf te zien is: te veel haakjes, beelden en HTML."""
    if sum(tekst.count(t) for t in "[]()*_`<") > MEEST_HAAKJES:
        return [Bezwaar("SK231", 0, "")]
    if diep := _DIEP.search("\n" + tekst):
        return [Bezwaar("SK231", diep.start(), "")]  # het regeleinde ervoor telt niet mee in de tekst
    uit = []
    if "](" in tekst:
        uit += [Bezwaar("SK211", vondst.start(), "", "het adres is leeg") for vondst in _LEEG.finditer(tekst)]
    if "![" in tekst:
        uit += [Bezwaar("SK223", vondst.start(), vondst[0]) for vondst in _BEELD.finditer(tekst)]
    for vondst in _HTML.finditer(tekst) if "<" in tekst else ():
        if not _AUTOLINK.match(tekst, vondst.start()):
            uit.append(Bezwaar("SK221", vondst.start(), vondst[0]))
    return uit


def veilige_html(tekst: str) -> tuple[Tekstblok, list[Bezwaar]]:
    """De veilige HTML van een tekst, met de bezwaren. Bij een bezwaar dat een fout is, is de HTML leeg.

    Tekst zonder opmaak en gewone opmaak slaan de Markdown-lezer over; dat scheelt het grootste deel van de tijd.
    """
    schoon = tekst.strip()
    if not _OPMAAK.search(schoon):
        alineas = re.split(r"\n\s*\n", schoon)
        inhoud = "".join(f"<p>{_ontsnap(' '.join(a.split()))}</p>\n" for a in alineas if a.strip())
        return Tekstblok(schoon, inhoud), []
    bezwaren = _bezwaren(tekst)
    if bezwaren:
        return Tekstblok(schoon, ""), bezwaren
    inhoud, adressen, vreemd = _zet_om(schoon)
    for adres in dict.fromkeys(adressen):
        code, reden = _keur_adres(adres)
        if code and not _VOETNOOT.search(tekst, 0, plaats := plaats_van(adres, tekst)):
            bezwaren.append(Bezwaar(code, plaats, adres, reden))
    wit = tekst.find(schoon)
    bezwaren += [b._replace(plaats=b.plaats + wit) for b in vreemd if not bezwaren or b.reden != LINK]
    alleen_waarschuwing = all(b.code == "SK212" for b in bezwaren)
    return Tekstblok(schoon, _koppen_op_rij(inhoud) if alleen_waarschuwing else ""), bezwaren


def _ontsnap(tekst: str) -> str:
    """Zoals markdown-it het doet; met een kaal aanhalingsteken kan gewone tekst op een kenmerk lijken."""
    return html.escape(tekst, quote=False).replace('"', "&quot;")


def _zet_om(schoon: str) -> tuple[str, list[str], list[Bezwaar]]:
    """De HTML, de adressen van de links, en de opmaak die wij niet kennen."""
    if kort := zet_kort_om(schoon):
        return *kort, []
    omzetter = _omzetter()
    return *omzetter.zet_om(schoon), omzetter.vreemd


def _koppen_op_rij(inhoud: str) -> str:
    """Een kopje slaat geen niveau over: onder het tweede niveau van de pagina komt h3, en daaronder pas h4."""
    niveau = 2

    def zet(kop: re.Match) -> str:
        nonlocal niveau
        if not kop[1]:
            niveau = min(int(kop[2]), niveau + 1)
        return f"<{kop[1]}h{niveau}>"

    return re.sub(r"<(/?)h([3-6])>", zet, inhoud)
