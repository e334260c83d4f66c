"""Het nazicht: niets gaat de deur uit zonder dat links, kenmerken en de regels van de CSP kloppen."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.lezen.bestanden import plek_in
from generator.meldingen import Verslag

# Gewone spaties in plaats van \s, en eerst een snelle blik: dat scheelt negen tiende van de tijd op duizenden pagina's.
_KENMERK = re.compile(r' (href|src|action|id)="([^"]*)"')
_REGELS = (
    (re.compile("<style"), re.compile(r"<style\b"), "een stijlblok"),
    (re.compile(" style="), re.compile(r"<[a-z][^>]* style="), "een stijl in een kenmerk"),
    (re.compile(r" on[a-z]+ *="), re.compile(r"<[a-z][^>]* on[a-z]+ *="), "een script in een kenmerk"),
    (re.compile("<script"), re.compile(r"<script(?![^>]* src=)[^>]*>"), "een script"),
    (re.compile("<[beo]"), re.compile(r"<base\b|<object\b|<embed\b"), "een verboden element"),
)
_BEELD_ZONDER_ALT = re.compile(r"<img\b(?![^>]* alt=)")
_HAALT_OP = {"script", "img", "iframe", "source", "audio", "video", "embed", "object", "track", "input"}
_ELDERS = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.I)


@dataclass(slots=True)
class Nazicht:
    """Verzamelt per pagina haar links en kenmerken; `sluit_af` vergelijkt ze met wat er is.

    `bronnen` geeft bij het pad van een geschreven pagina haar bestand en tekst, zodat een melding naar de schrijver wijst.
    """

    verslag: Verslag
    adres: str
    kenmerken: dict[str, set[str]] = field(default_factory=dict)
    naar: dict[str, set[str]] = field(default_factory=dict)
    ankers: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    bronnen: dict[str, tuple[str, str]] = field(default_factory=dict)

    def bekijk(self, pad: str, html: str) -> bool:
        """Een pagina of een stuk ervan; `pad` is het adres onder de wortel ('voorzieningen/x/'). True als er niets te melden was."""
        eerder = len(self.verslag.meldingen_ruw)
        bron = f"site/{pad}" if pad.endswith(".html") else f"site/{pad}index.html"
        html = html.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
        for snel, patroon, wat in _REGELS:
            if snel.search(html) and patroon.search(html):
                self.verslag.meld("SK703", bron, wat=wat)
        if _BEELD_ZONDER_ALT.search(html):
            self.verslag.meld("SK704", bron, wat="een beschrijving bij een afbeelding (alt)")
        eigen, doelen, ankers = self.vondsten(pad)
        for element, kenmerk, waarde in kenmerken_in(html):
            if kenmerk == "id":
                if waarde in eigen:
                    self.verslag.meld("SK705", bron, id=waarde)
                eigen.add(waarde)
            elif _ELDERS.match(waarde):
                if element in _HAALT_OP or (element == "link" and not waarde.startswith(self.adres)):
                    if not waarde.startswith("data:image/"):
                        self.verslag.meld("SK702", bron, link=waarde)
            else:
                link, _, anker = waarde.partition("#")
                if link.startswith("/"):
                    link = "/" + link.removeprefix(self.basis())
                doel = sys.intern(los_op(pad, link.partition("?")[0]))
                doelen.add(doel)
                if anker:
                    ankers.add((doel, anker))
        return len(self.verslag.meldingen_ruw) == eerder

    def basis(self) -> str:
        """Het pad van de site op haar server: '/' of '/kaart/'."""
        return "/" + self.adres.split("/", 3)[3]

    def vondsten(self, pad: str) -> tuple[set[str], set[str], set[tuple[str, str]]]:
        """Van een pagina haar kenmerken, waar zij naar verwijst, en de ankers in die links."""
        return self.kenmerken.setdefault(pad, set()), self.naar.setdefault(pad, set()), self.ankers.setdefault(pad, set())

    def neem_over(self, pad: str, vondsten: tuple[set[str], set[str], set[tuple[str, str]]]) -> None:
        """Een pagina die in een vorige bouw is nagekeken en precies hetzelfde is gebleven."""
        self.kenmerken[pad], self.naar[pad], self.ankers[pad] = vondsten

    def sluit_af(self, bestanden: set[str]) -> None:
        """Vergelijk alle links met de bestanden van de site, en zoek pagina's waar niemand naar verwijst."""
        for pad, doelen in self.naar.items():
            for doel in doelen:
                if doel not in bestanden and f"{doel}index.html" not in bestanden:
                    self.meld_link(pad, doel)
        for pad, ankers in self.ankers.items():
            for doel, anker in ankers:
                if doel in self.kenmerken and anker not in self.kenmerken[doel]:
                    self.meld_link(pad, f"{doel}#{anker}")
        for pad in sorted(self.naar.keys() - self.bereikbaar() - {"404.html"}):
            self.verslag.meld("SK707", f"site/{pad}")

    def meld_link(self, pad: str, doel: str) -> None:
        """Een kapotte link; bij een geschreven pagina op de regel in inhoud/ waar hij staat."""
        bron, tekst = self.bronnen.get(pad, (f"site/{pad}", ""))
        kaal = re.escape(doel.partition("#")[0].strip("/").split("/")[-1].removesuffix(".html"))
        vondst = re.search(r"\]\([^)]*" + kaal, tekst)
        self.verslag.meld("SK701", bron, plek_in(tekst, vondst.start()) if vondst else (1, 1), link=doel or "./")

    def bereikbaar(self) -> set[str]:
        """Alle pagina's waar iemand vanaf de voorpagina kan komen."""
        gezien, nog = {""}, [""]
        while nog:
            for doel in self.naar.get(nog.pop(), ()):
                if doel not in gezien:
                    gezien.add(doel)
                    nog.append(doel)
        return gezien


def controleer_telling(data: dict[str, str], bestanden: set[str], verslag: Verslag) -> None:
    """De open data telt dezelfde voorzieningen en punten als elkaar, en elke voorziening heeft een pagina.

    Args:
        data: de tekst van elk bestand met open data, op pad ('data/voorzieningen.json').
    """
    lijst = json.loads(data["data/voorzieningen.json"])["voorzieningen"]
    ids = {v["id"] for v in lijst}
    rijen = {rij["id"] for rij in csv.DictReader(io.StringIO(data["data/voorzieningen.csv"].removeprefix("\ufeff")))}
    punten = sorted(v["id"] for v in lijst for plek in v["locaties"] if "punt" in plek)
    kenmerken = sorted(k["properties"]["id"] for k in json.loads(data["data/voorzieningen.geojson"])["features"])
    for goed, reden in (
        (len(ids) == len(lijst), "een id staat twee keer in voorzieningen.json"),
        (rijen == ids, f"voorzieningen.csv heeft {len(rijen)} ids, voorzieningen.json {len(ids)}"),
        (kenmerken == punten, f"voorzieningen.geojson heeft {len(kenmerken)} punten, voorzieningen.json {len(punten)}"),
        (all(f"voorzieningen/{id_}/index.html" in bestanden for id_ in ids), "een voorziening heeft geen pagina"),
    ):
        if not goed:
            verslag.meld("SK706", "site/data/voorzieningen.json", reden=reden)


def kenmerken_in(html: str) -> Iterator[tuple[str, str, str]]:
    """(element, kenmerk, waarde) van elk id en elke link in de elementen; wat in gewone tekst staat telt niet mee."""
    for vondst in _KENMERK.finditer(html):
        begin = html.rfind("<", 0, vondst.start())
        if begin >= 0 and html.find(">", begin, vondst.start()) < 0:
            yield html[begin + 1:html.index(" ", begin)], vondst[1], vondst[2]


def los_op(pad: str, link: str) -> str:
    """Een relatieve link vanaf `pad` als pad onder de wortel; '' is de voorpagina."""
    delen = pad.split("/")[:-1]
    while link.startswith("../"):
        link, delen = link[3:], delen[:-1]
    link = link.removeprefix("./")
    if link.startswith("/"):
        return link[1:]
    return "/".join([*delen, link]) if delen else link
