"""Lange lijsten over meer pagina's: wat er op de pagina zelf past, en de delen op naam met elk hun adres."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from generator.paginas import Afdruk, Pagina
from generator.paginas.plek.kaartjes import Kaartje

RUIMTE = 100_000  # bytes aan lijst; met de schil en de rest van de pagina blijft zij onder 150 kB
EERST = 6  # zoveel van elke groep staan er nog op de pagina zelf als niet alles past
# Bytes die elke regel van een soort lijst heeft, en hoeveel van `Kaartje.maat` erbij komt: naam, stand, samenvatting.
VORMEN = {"kaart": (530, 2), "gids": (650, 2), "regel": (470, 1), "register": (160, 0), "insluit": (300, 1)}
_DEEL = r"(functies|organisaties)/[^/]+/alles(-\d+)?/|lijst/[^/]+/alles-\d+/|gebieden/([^/]+/){2}alles-[^/]+/"
DEELADRES = re.compile(rf"({_DEEL}|insluiten/.+/alles-\d+/)$")


class Groep(Struct, frozen=True):
    """Een kop met haar kaartjes; `aantal` is hoeveel het er zijn, ook als niet alles op de pagina past."""

    kop: Any
    kaartjes: list[Kaartje]
    aantal: int

    @property
    def kort(self) -> bool:
        return len(self.kaartjes) < self.aantal


class Deel(Struct, frozen=True):
    """Een van de pagina's waar een lange lijst over verdeeld is; de eerste `vooraf` kaartjes staan niet op naam."""

    nummer: int
    pad: str
    kaartjes: list[Kaartje]
    vooraf: int = 0

    @property
    def namen(self) -> tuple[str, str]:
        return self.kaartjes[self.vooraf].naam, self.kaartjes[-1].naam


class Verdeling(Struct, frozen=True):
    """Waar een deel bij hoort: de kop, wat erboven staat, en waar iemand in alles kan zoeken."""

    kop: str
    zin: str
    aantal: int
    vraag: str
    delen: tuple[Deel, ...]
    adres: Callable[[], dict[str, Markup]] = dict  # per id wat er in plaats van de wijk staat


def gewicht(kaartje: Kaartje, vorm: str) -> int:
    """Hoeveel bytes een kaartje in deze vorm ten hoogste ongeveer inneemt."""
    vast, tot = VORMEN[vorm]
    return vast + kaartje.maat[tot]


def gewichten(kaartjes: Iterable[Kaartje], vorm: str) -> int:
    vast, tot = VORMEN[vorm]
    return sum([vast + k.maat[tot] for k in kaartjes])


def groepen(paren: list[tuple[Any, list[Kaartje]]], vorm: str, aandeel: float = 1) -> list[Groep]:
    """De groepen van een pagina: heel als alles past, en anders van elke groep de eerste kaartjes.

    `aandeel` is welk deel van de ruimte op de pagina voor deze groepen is.
    """
    ruimte = RUIMTE * aandeel
    if sum(gewichten(rij, vorm) for _, rij in paren) <= ruimte:
        return [Groep(kop, rij, len(rij)) for kop, rij in paren]
    eerst = EERST
    while eerst > 1 and sum(gewichten(rij[:eerst], vorm) for _, rij in paren) > ruimte:
        eerst -= 1
    return [Groep(kop, rij[:eerst], len(rij)) for kop, rij in paren]


def in_delen(kaartjes: list[Kaartje], vorm: str, eerste: str, verder: str) -> tuple[Deel, ...]:
    """De kaartjes op naam in zo min mogelijk delen van ongeveer gelijk gewicht; met `verder` begint het adres van
    deel 2 en later.
    """
    rij = sorted(kaartjes, key=attrgetter("op_naam"))
    maten = [gewicht(k, vorm) for k in rij]
    stap = sum(maten) / max(1, math.ceil(sum(maten) / RUIMTE))
    delen: list[list[Kaartje]] = []
    tot = 0.0
    for kaartje, maat in zip(rij, maten, strict=True):
        if tot >= stap * len(delen) - 1e-6:
            delen.append([])
        delen[-1].append(kaartje)
        tot += maat
    return tuple(Deel(i, f"{verder}-{i}/" if i > 1 else eerste, deel) for i, deel in enumerate(delen, 1))


def te_lang(maat: int) -> bool:
    """Of zoveel bytes aan lijst niet op een pagina passen."""
    return maat > RUIMTE


def past_niet(kaartjes: Iterable[Kaartje], vorm: str) -> bool:
    return te_lang(gewichten(kaartjes, vorm))


def verdeeld(kop: str, zin: str, kaartjes: list[Kaartje], vorm: str, basis: str, vraag: str = "") -> Verdeling:
    """Alles op naam in delen onder `basis`; `vraag` is dezelfde keuze op de zoekpagina."""
    return Verdeling(kop, zin, len(kaartjes), vraag, in_delen(kaartjes, vorm, f"{basis}/", basis))


def deelbladen(verdeling: Verdeling, basis: Pagina, afdruk: Afdruk = "") -> Iterator[Pagina]:
    """Een pagina per deel, onder de pagina `basis`."""
    for deel in verdeling.delen:
        nummer = f", deel {deel.nummer} van {len(verdeling.delen)}" if len(verdeling.delen) > 1 else ""
        yield replace(
            basis,
            pad=deel.pad,
            sjabloon="gemeen/deelblad.html",
            titel=f"{verdeling.kop}{nummer}",
            omschrijving=f"{verdeling.zin} Van {deel.namen[0]} tot en met {deel.namen[1]}.",
            context={"verdeling": verdeling, "deel": deel},
            kruimels=(*basis.kruimels, (basis.titel.split(", ")[0], basis.pad)),
            scripts=("gemeen/standblad.js",),
            stijlen=(),
            in_sitemap=False,
            eerst_stand=True,
            oembed="",
            velden=(),
            afdruk=afdruk or basis.afdruk,
        )
