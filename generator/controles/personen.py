"""Staat er een mens waar een team hoort? Een vermoeden, dus een waarschuwing."""

import re

from generator.controles.stand import Stand
from generator.lezen.persoonsgegevens import noemt_mens, persoon_in
from generator.lezen.vrije_tekst import teksten_van
from generator.model import Organisatie, Voorziening

_WOORD = re.compile(r"[^\W\d_]{2,}")


def controleer_teamnamen(stand: Stand) -> None:
    """`door` noemt een team: een openbaar bestand noemt geen mensen."""
    alle: list[Voorziening | Organisatie] = [*stand.gelezen.voorzieningen, *stand.gelezen.organisaties]
    namen = _namen(stand)
    mogelijk = {team for team in {ding.gecontroleerd.door for ding in alle} if persoon_in(team, namen, frozenset())}
    woorden = _woorden(stand) if mogelijk else frozenset()
    for ding in alle:
        team = ding.gecontroleerd.door
        if team in mogelijk and (stuk := persoon_in(team, namen, woorden)):
            stand.meld("SK415", ding.pad, "gecontroleerd.door", stuk=stuk)


def controleer_namen_in_tekst(stand: Stand) -> None:
    """Een mens die bij naam genoemd wordt om contact mee te hebben, is even openbaar als zijn nummer."""
    mogelijk = [v for v in stand.gelezen.voorzieningen if v.pad in stand.gelezen.mensen]
    namen, woorden = (_namen(stand), _woorden(stand)) if mogelijk else (frozenset(), frozenset())
    for v in mogelijk:
        for veld, tekst in dict(teksten_van(v)).items():
            if stuk := noemt_mens(tekst, namen, woorden):
                stand.meld("SK402", v.pad, veld, stuk=stuk, wat="naam van een mens")


def _namen(stand: Stand) -> frozenset[str]:
    """Alle woorden uit namen van organisaties, plekken, gemeenten en wijken."""
    gelezen = stand.gelezen
    namen = [
        stand.instellingen.naam,
        *(o.naam for o in gelezen.organisaties),
        *(v.naam for v in gelezen.voorzieningen),
    ]
    for gemeente in stand.gemeenten:
        namen += [gemeente.naam, *(w.naam for w in gemeente.wijken), *(deel.naam for deel in gemeente.indeling)]
    return frozenset(woord.lower() for naam in namen for woord in _WOORD.findall(naam))


def _woorden(stand: Stand) -> frozenset[str]:
    """Alle gewone woorden die deze map kent; een voornaam in kleine letters staat daar niet tussen."""
    teksten = [t for f in stand.gelezen.functies for t in (f.naam, f.uitleg.bron, f.cluster, *f.zoekwoorden)]
    teksten += [t for v in stand.gelezen.voorzieningen for t in (v.samenvatting, *v.zoekwoorden)]
    return frozenset(woord for tekst in teksten for woord in _WOORD.findall(tekst))
