"""Hoe moeilijk een tekst is: de leesbaarheidsformule van Flesch in de bewerking van Douma (1960).

Score = 206,835 - 0,93 x (woorden per zin) - 77 x (lettergrepen per woord). Hoger is makkelijker; 60 tot 70 heet 'gewoon'.
De formule telt alleen zinnen en lettergrepen: zij ziet geen moeilijk kort woord, geen kromme zin en geen onduidelijke
volgorde, en zij schommelt sterk bij korte teksten. Er is geen officiele omrekening naar taalniveau B1. Wij houden 60 aan
als ondergrens, en lezen zelf na wat eronder komt.
"""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

from generator.model import Voorziening

ONDERGRENS = 60.0
# Onder dit aantal woorden hangt de score aan een enkel woord; dan telt zij niet mee.
MINSTE_WOORDEN = 40
LANGE_ZIN = 25
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Met een los eerste teken springt re van punt naar punt; dat is drie keer zo snel als [.!?]+ vooraan.
_ZIN = re.compile(r"[.!?][.!?]*(?=[\s\"')]|$)")
_OPMAAK = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`#>]|^\s*(?:[-+]|\d+[.)])\s+|^\s*\|[-| ]+\|$|\|", re.M)
_TEKEN, _BEGIN = re.compile(r"[\[*_`#>|]"), re.compile(r"\s*[-+\d]")  # zonder een van deze is er geen opmaak
_WIT = bytes(t if chr(t).isalpha() and t < 128 or chr(t) in "'-" else 32 for t in range(256))
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


def _woorden_in(zin: str) -> list[str]:
    """De woorden van een zin; knippen op wit is veel sneller dan zoeken met een patroon."""
    if not zin.isascii():
        return _WOORD.findall(zin)
    delen = zin.encode().translate(_WIT).decode().split()
    if "'" in zin or "-" in zin:
        return [woord for deel in delen for woord in ((deel,) if deel.isalpha() else _WOORD.findall(deel))]
    return delen


@lru_cache(maxsize=50_000)  # 'Bel voor een afspraak.' staat bij honderden ingangen
def _meet_een(tekst: str) -> Meting:
    regel = _VOORSTUK.sub("", tekst).replace("\n\n", ".\n").replace("\n", " ")
    if _TEKEN.search(regel) or _BEGIN.match(regel):
        regel = _OPMAAK.sub(lambda m: m[1] or " ", regel)
    zinnen = list(filter(None, map(_woorden_in, _ZIN.split(regel))))
    alle = [len(zin) for zin in zinnen]
    klanken = sum(sum(map(lettergrepen, zin)) for zin in zinnen)
    return Meting(sum(alle), len(alle), klanken, max(alle, default=0))


def tekst_van(v: Voorziening) -> tuple[str, ...]:
    """De teksten van een ingang die een bewoner leest."""
    alle = (
        v.samenvatting,
        v.omschrijving.bron if v.omschrijving else "",
        v.voor_wie,
        v.niet_voor,
        v.toegang.uitleg,
        v.kosten.toelichting if v.kosten else "",
    )
    return tuple(filter(None, alle))


_METINGEN: dict[tuple[str, ...], Meting] = {}


def meting_van(v: Voorziening) -> Meting:
    teksten = tekst_van(v)
    return _METINGEN.get(teksten) or meet(*teksten)


def onthoud(v: Voorziening, meting: Meting) -> None:
    """Wat bij het lezen van een ingang is gemeten, misschien in een ander proces of bij een eerdere bouw."""
    _METINGEN[tekst_van(v)] = meting
