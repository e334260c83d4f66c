"""Het nazicht: niets gaat de deur uit zonder dat links, kenmerken en de regels van de CSP kloppen."""

import re
import sys
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

from msgspec import Struct, field
from msgspec.structs import replace

from generator.lezen.bestanden import plek_in
from generator.lezen.geschreven import verwijzingen
from generator.lezen.markdown import plaats_van
from generator.meldingen import Verslag
from generator.paginas.gemeen.stukken import WORTEL

# Gewone spaties in plaats van \s, en een teken voorop waar de zoeker heen kan springen: dat scheelt veel op duizenden
# pagina's.
_KENMERK = re.compile(r' (href|src|action|id)="([^"]*)"')
_ADRES = re.compile(r' (?:href|src|action)="([^"]*)"')
_ELEMENT = re.compile(r"<(style|script|base|object|embed|img|link|iframe|source|audio|video|track|input)\b([^>]*)>")
_VERBODEN = {"style": "een stijlblok", **dict.fromkeys(("base", "object", "embed"), "een verboden element")}
_MISSCHIEN = re.compile(" (?:on[a-z]+|style) *=")
Vondsten = tuple[
    set[str], set[str], set[tuple[str, str]]
]  # van een pagina: kenmerken, doelen van links, en (doel, anker)
_ELDERS = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.I)


class _Kenmerken(HTMLParser):
    """Zoekt kenmerken met een script of een stijl; wat tussen aanhalingstekens of in de tekst staat, is er geen."""

    def __init__(self) -> None:
        super().__init__()
        self.gevonden: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for naam, _ in attrs:
            if naam == "style":
                self.gevonden["een stijl in een kenmerk"] = None
            elif naam.startswith("on"):
                self.gevonden["een script in een kenmerk"] = None


class _Labels(HTMLParser):
    """Alleen de elementen van een pagina, netjes geschreven: wat in de tekst op een kenmerk lijkt, valt zo weg."""

    def __init__(self) -> None:
        super().__init__()
        self.uit: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = (f' {naam}="{escape(waarde or "")}"' for naam, waarde in attrs)
        self.uit.append(f"<{tag}{''.join(kenmerken)}>")


def alleen_labels(html: str) -> str:
    lezer = _Labels()
    lezer.feed(html)
    return "".join(lezer.uit)


class _Geschreven(HTMLParser):
    """Verzamelt wat in een geschreven pagina niet uit Markdown kan komen."""

    MAG = set(
        "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a strong em b i code pre blockquote hr br div span "
        "table thead tbody tr th td img".split()
    )

    def __init__(self):
        super().__init__()
        self.vreemd: dict[str, str] = {}  # wat er vreemd is, met het stuk waaraan het in de bron te vinden is

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.MAG:
            self.vreemd[f"het element '{tag}'"] = f"<{tag}"
        for naam, waarde in attrs:
            if naam.startswith("on"):
                self.vreemd[f"het kenmerk '{naam}'"] = naam
            adres = re.sub(r"[\x00-\x20]", "", waarde or "")
            if naam in ("href", "src") and re.match(r"(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:", adres, re.I):
                self.vreemd[f"een adres dat met '{adres.split(':')[0]}:' begint"] = waarde or ""
            if naam == "src" and _ELDERS.match(adres):
                self.vreemd["een beeld van een ander"] = waarde or ""


class Nazicht(Struct):
    """Verzamelt per pagina haar links en kenmerken; `sluit_af` vergelijkt ze met wat er is.

    `ontvanger` is het pad waar een andere dienst luistert; daar hoort niets van de site te staan. `bronnen` geeft bij
    het pad van een geschreven pagina haar bestand en tekst, zodat een melding naar de schrijver wijst.
    """

    verslag: Verslag
    adres: str
    ontvanger: str | None = None
    kenmerken: dict[str, set[str]] = field(default_factory=dict)
    naar: dict[str, set[str]] = field(default_factory=dict)
    ankers: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    bronnen: dict[str, tuple[str, str]] = field(default_factory=dict)
    _bekend: dict[str, dict[str, tuple]] = field(default_factory=dict)
    _stukken: dict[str, tuple[set[str], set[tuple[str, str]]]] = field(default_factory=dict)

    def kopie(self) -> "Nazicht":
        """Een nazicht met een eigen verslag en eigen vondsten, dat weet wat hier al is nagekeken."""
        return replace(
            self, verslag=Verslag(), kenmerken={}, naar={}, ankers={}, _bekend={}, _stukken=dict(self._stukken)
        )

    def bekijk(self, pad: str, html: str, stukken: Iterable[str] = ()) -> bool:
        """Een pagina, of het deel ervan dat nieuw is; True als er niets te melden was.

        Args:
            pad: het adres onder de wortel ('voorzieningen/x/').
            html: de HTML, met een merk waar een stuk hoort.
            stukken: de HTML van die stukken; elk stuk wordt alleen de eerste keer nagekeken.
        """
        eerder = len(self.verslag.meldingen_ruw)
        bron = f"site/{pad}" if pad.endswith(".html") else f"site/{pad}index.html"
        bron = self.bronnen[pad][0] if pad in self.bronnen else bron
        vondsten = self.vondsten(pad)
        self.zoek(alleen_labels(html) if pad in self.bronnen else html, pad, bron, vondsten)
        for stuk in stukken:
            doelen, ankers = self.van_stuk(stuk, bron)
            vondsten[1].update(doelen)
            vondsten[2].update(ankers)
        return len(self.verslag.meldingen_ruw) == eerder

    def van_stuk(self, stuk: str, bron: str) -> tuple[set[str], set[tuple[str, str]]]:
        """Waar een stuk naar verwijst. Een id mag er niet in: een pagina kan het stuk twee keer hebben."""
        if (bekend := self._stukken.get(stuk)) is None:
            vondsten: Vondsten = (set(), set(), set())
            self.zoek(stuk.replace(WORTEL, ""), "", bron, vondsten)
            eigen, *_ = vondsten
            bekend = self._stukken[stuk] = vondsten[1:]
            for kenmerk in eigen:
                self.verslag.meld("SK705", bron, id=kenmerk)
        return bekend

    def zoek(self, html: str, pad: str, bron: str, vondsten: Vondsten) -> None:
        """Meld wat niet mag en vul `vondsten` aan met de kenmerken en links."""
        html = html.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
        if _MISSCHIEN.search(html):  # zelden, en dan is goed lezen de moeite waard
            lezer = _Kenmerken()
            lezer.feed(html)
            for wat in lezer.gevonden:
                self.verslag.meld("SK703", bron, wat=wat)
        for element, kenmerken in _ELEMENT.findall(html):
            self.keur(element, kenmerken, bron)
        eigen, doelen, ankers = vondsten
        gevonden = _KENMERK.findall(html)
        self.neem_ids([waarde for kenmerk, waarde in gevonden if kenmerk == "id"], eigen, bron)
        wortel = "../" * pad.count("/")
        bekend = self._bekend.setdefault(wortel, {})
        for waarde in {waarde for kenmerk, waarde in gevonden if kenmerk != "id"}:
            if (link := bekend.get(waarde)) is None:
                link = self.link(waarde, pad)
                if waarde.startswith(wortel):  # gaat over de wortel: op elke pagina van deze diepte hetzelfde doel
                    bekend[waarde] = link
            if link:
                doelen.add(link[0])
                if link[1]:
                    ankers.add(link)

    def neem_ids(self, ids: list[str], eigen: set[str], bron: str) -> None:
        """Vul `eigen` aan; meld elke id die er al in stond of die twee keer voorkomt."""
        nieuw = set(ids)
        if len(nieuw) < len(ids) or not eigen.isdisjoint(nieuw):
            eerder = set(eigen)
            for id_ in ids:
                if id_ in eerder:
                    self.verslag.meld("SK705", bron, id=id_)
                eerder.add(id_)
        eigen |= nieuw

    def keur(self, element: str, kenmerken: str, bron: str) -> None:
        """Een element dat niet mag, of dat de browser vanzelf iets laat ophalen."""
        if wat := _VERBODEN.get(element) or ("een script" if element == "script" and " src=" not in kenmerken else ""):
            self.verslag.meld("SK703", bron, wat=wat)
        if element == "img" and " alt=" not in kenmerken:
            self.verslag.meld("SK704", bron, wat="een beschrijving bij een afbeelding (alt)")
        for adres in _ADRES.findall(kenmerken):
            van_ons = element == "link" and adres.startswith(self.adres)
            if _ELDERS.match(adres) and not van_ons and not adres.startswith("data:image/"):
                self.verslag.meld("SK702", bron, link=adres)

    def keur_geschreven(self, pad: str, html: str) -> None:
        """Een geschreven pagina is van een ander: alleen elementen en adressen die Markdown geeft, hoe zij er ook in
        kwamen.
        """
        lezer = _Geschreven()
        lezer.feed(html.partition("<article")[2].partition("</article>")[0])
        bron, tekst = self.bronnen.get(pad, (f"site/{pad}", ""))
        for wat, zoek in lezer.vreemd.items():
            plaats = tekst.lower().find(zoek.lower()) if zoek else -1
            plaats = plaats if plaats >= 0 else plaats_van(zoek, tekst)
            self.verslag.meld("SK605", bron, plek_in(tekst, plaats), stuk=wat)

    def link(self, waarde: str, pad: str) -> tuple[str, str] | tuple[()]:
        """Een link vanaf `pad` als (doel, anker); leeg als hij naar een ander adres gaat."""
        if _ELDERS.match(waarde) or waarde == self.ontvanger:
            return ()
        link, _, anker = waarde.partition("#")
        if link.startswith("/"):
            link = "/" + link.removeprefix(self.basis())
        return sys.intern(los_op(pad, link.partition("?")[0])), anker

    def basis(self) -> str:
        """Het pad van de site op haar server: '/' of '/kaart/'."""
        return "/" + self.adres.split("/", 3)[3]

    def vondsten(self, pad: str) -> Vondsten:
        """Van een pagina haar kenmerken, waar zij naar verwijst, en de ankers in die links."""
        return (
            self.kenmerken.setdefault(pad, set()),
            self.naar.setdefault(pad, set()),
            self.ankers.setdefault(pad, set()),
        )

    def neem_over(self, pad: str, vondsten: Vondsten) -> None:
        """Een pagina die in een vorige bouw is nagekeken en precies hetzelfde is gebleven."""
        self.kenmerken[pad], self.naar[pad], self.ankers[pad] = vondsten

    def sluit_af(self, bestanden: set[str]) -> None:
        """Vergelijk alle links met de bestanden van de site, en zoek pagina's waar niemand naar verwijst."""
        self.keur_ontvanger(bestanden)
        for pad, doelen in self.naar.items():
            for doel in doelen:
                if doel not in bestanden and f"{doel}index.html" not in bestanden:
                    self.meld_link(pad, doel)
        for pad, ankers in self.ankers.items():
            for doel, anker in ankers:
                if doel in self.kenmerken and anker not in self.kenmerken[doel]:
                    self.meld_link(pad, f"{doel}#{anker}")
        for pad in sorted(self.naar.keys() - self.bereikbaar() - {"404.html"}):
            self.verslag.meld("SK707", self.bronnen[pad][0] if pad in self.bronnen else f"site/{pad}")

    def keur_ontvanger(self, bestanden: set[str]) -> None:
        pad = (self.ontvanger or "").removeprefix(self.basis()).strip("/")
        if pad and {pad, f"{pad}/index.html"} & bestanden:
            self.verslag.meld("SK609", "mkdocs.yml", waar=self.ontvanger)

    def meld_link(self, pad: str, doel: str) -> None:
        """Een kapotte link; bij een geschreven pagina op de regel in inhoud/ waar hij staat."""
        bron, tekst = self.bronnen.get(pad, (f"site/{pad}", ""))
        adres, hekje, anker = doel.partition("#")
        kaal = hekje + anker or adres.strip("/").split("/")[-1].removesuffix(".html")
        plaats = next((waar for waar, link, _ in verwijzingen(tekst) if kaal in link), -1)
        slot = tekst.find("](", plaats) if plaats >= 0 else -1
        plaats = slot if slot >= 0 else max(plaats, 0)
        self.verslag.meld("SK701", bron, plek_in(tekst, plaats), link=doel or "./")

    def bereikbaar(self) -> set[str]:
        """Alle pagina's waar iemand vanaf de voorpagina kan komen."""
        gezien, nog = {""}, [""]
        while nog:
            for doel in self.naar.get(nog.pop(), ()):
                if doel not in gezien:
                    gezien.add(doel)
                    nog.append(doel)
        return gezien


def los_op(pad: str, link: str) -> str:
    """Een relatieve link vanaf `pad` als pad onder de wortel; '' is de voorpagina."""
    delen = pad.split("/")[:-1]
    while link.startswith("../"):
        link, delen = link[3:], delen[:-1]
    link = link.removeprefix("./")
    if link.startswith("/"):
        return link[1:]
    return "/".join([*delen, link]) if delen else link
