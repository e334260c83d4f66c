"""Hoe moeilijk een tekst is: de leesbaarheidsformule van Flesch in de bewerking van Douma (1960).

Score = 206,835 - 0,93 x (woorden per zin) - 77 x (lettergrepen per woord). Hoger is makkelijker; 60 tot 70 heet 'gewoon'.
De formule telt alleen zinnen en lettergrepen: zij ziet geen moeilijk kort woord, geen kromme zin en geen onduidelijke
volgorde, en zij schommelt sterk bij korte teksten. Er is geen officiele omrekening naar taalniveau B1. Wij houden 60 aan
als ondergrens, en lezen zelf na wat eronder komt.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from generator.model import Catalogus

ONDERGRENS = 60.0
# Onder dit aantal woorden hangt de score aan een enkel woord; dan telt zij niet mee.
MINSTE_WOORDEN = 40
LANGE_ZIN = 25
# Geschreven pagina's die niet voor bewoners zijn.
VOOR_PROFESSIONALS = ("open-data.md", "redactie/")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Met een los eerste teken springt re van punt naar punt; dat is drie keer zo snel als [.!?]+ vooraan.
_ZIN = re.compile(r"[.!?][.!?]*(?=[\s\"')]|$)")
_OPMAAK = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`#>]|^\s*(?:[-+]|\d+[.)])\s+|^\s*\|[-| ]+\|$|\|", re.M)
_VOORSTUK = re.compile(r"\A---\n.*?\n---\n", re.S)
# Klinkers die samen een klank zijn, de langste eerst. Wat er niet bij staat ('ia', 'io', 'eo') zijn twee lettergrepen.
_KLANK = re.compile("aai|aau|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ei|ou|au|[aeiouyäëïöü]")


@lru_cache(maxsize=100_000)  # dezelfde woorden komen in duizenden teksten terug
def lettergrepen(woord: str) -> int:
    """Het aantal lettergrepen, geteld als klinkerklanken. Een afkorting in hoofdletters telt per letter."""
    if len(woord) > 1 and (woord.isupper() or not re.search("[aeiouyAEIOUY]", unicodedata.normalize("NFD", woord))):
        return len(woord)
    plat = unicodedata.normalize("NFC", woord.lower())
    plat = (
        "".join(t if t in "äëïöü" else unicodedata.normalize("NFD", t)[0] for t in plat)
        .replace("ij", "y")
        .replace("qu", "kw")
    )
    return max(1, len(_KLANK.findall(plat)))


class Meting(Struct, frozen=True):
    """Wat er in een tekst geteld is."""

    woorden: int = 0
    zinnen: int = 0
    lettergrepen: int = 0
    langste_zin: int = 0

    def __add__(self, ander: "Meting") -> "Meting":
        return Meting(
            self.woorden + ander.woorden,
            self.zinnen + ander.zinnen,
            self.lettergrepen + ander.lettergrepen,
            max(self.langste_zin, ander.langste_zin),
        )

    @property
    def score(self) -> float:
        """De score van Flesch-Douma, op een cijfer achter de komma; 100 voor een lege tekst."""
        if not self.woorden:
            return 100.0
        return round(206.835 - 0.93 * self.woorden / self.zinnen - 77 * self.lettergrepen / self.woorden, 1)

    @property
    def telt_mee(self) -> bool:
        return self.woorden >= MINSTE_WOORDEN


@lru_cache(maxsize=20_000)  # bekijk meet bij elke wijziging alles, en bijna alles bleef gelijk
def meet(*teksten: str | None) -> Meting:
    """De meting van een of meer teksten samen; Markdown mag, elke tekst is ten minste een zin."""
    return sum(map(_meet_een, filter(None, teksten)), Meting())


@lru_cache(maxsize=50_000)  # 'Bel voor een afspraak.' staat bij honderden ingangen
def _meet_een(tekst: str) -> Meting:
    regel = _VOORSTUK.sub("", tekst).replace("\n\n", ".\n").replace("\n", " ")
    schoon = _OPMAAK.sub(lambda m: m[1] or " ", regel)
    zinnen = [woorden for zin in _ZIN.split(schoon) if (woorden := _WOORD.findall(zin))]
    alle = [len(zin) for zin in zinnen]
    klanken = sum(sum(map(lettergrepen, zin)) for zin in zinnen)
    return Meting(sum(alle), len(alle), klanken, max(alle, default=0))


class Leestekst(Struct, frozen=True):
    """Een tekst die bewoners lezen, met waar hij staat."""

    soort: str
    pad: str
    naam: str
    meting: Meting


def teksten_voor_bewoners(catalogus: Catalogus) -> Iterator[Leestekst]:
    """Elke tekst die voor bewoners bedoeld is. Wat voor professionals is, staat er niet bij en is op de site zo
    gemerkt.
    """
    for f in catalogus.functies.values():
        yield Leestekst("functie", f.pad, f.naam, meet(f.uitleg.bron, f.aanvragen))
    for t in catalogus.themas.values():
        yield Leestekst(
            "onderwerp",
            catalogus.los["themas.yaml"],
            t.naam,
            meet(t.samenvatting, t.crisis, *t.kan_er_spelen, *t.zelf_doen),
        )
    for v in catalogus.voorzieningen.values():
        meting = meet(
            v.samenvatting,
            v.omschrijving.bron if v.omschrijving else None,
            v.voor_wie,
            v.niet_voor,
            v.toegang.uitleg,
            v.kosten.toelichting if v.kosten else None,
        )
        yield Leestekst("voorziening", v.pad, v.naam, meting)
    for o in catalogus.organisaties.values():
        yield Leestekst(
            "organisatie", o.pad, o.naam, meet(o.samenvatting, o.omschrijving.bron if o.omschrijving else None)
        )
    for pad, tekst in catalogus.geschreven.items():
        if pad.startswith(VOOR_PROFESSIONALS):
            continue
        yield Leestekst("geschreven pagina", f"inhoud/{pad}", pad, meet(tekst))
    yield from _kennis(catalogus)


def _kennis(catalogus: Catalogus) -> Iterator[Leestekst]:
    route = catalogus.kennis.route
    for stap in route.stappen if route else ():
        yield Leestekst(
            "zo werkt het",
            catalogus.los["route.yaml"],
            stap.naam,
            meet(stap.kort, stap.uitleg, *stap.vragen, *(w.wat for w in stap.wie), *(p.uitleg for p in stap.per_wet)),
        )
    letters: dict[str, Meting] = {}
    for begrip in catalogus.kennis.begrippen:
        letters[begrip.term[0].upper()] = letters.get(begrip.term[0].upper(), Meting()) + meet(begrip.uitleg)
    for letter, meting in sorted(letters.items()):
        yield Leestekst("woordenlijst", catalogus.los["begrippen.yaml"], f"de woorden met een {letter}", meting)
    for g in catalogus.gemeenten:
        if g.toegangsmodel:
            yield Leestekst(
                "werkwijze", g.pad, g.naam, meet(g.toegangsmodel.kern, *(s.uitleg for s in g.toegangsmodel.stappen))
            )
