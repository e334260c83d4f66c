"""Staat er een mens waar een team hoort? Een vermoeden, dus een waarschuwing."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from generator.controles.stand import Stand
from generator.lezen.persoonsgegevens import noemt_mens, persoon_in
from generator.model import Organisatie, Voorziening

_WOORD = re.compile(r"[^\W\d_]{2,}")


def controleer_teamnamen(stand: Stand) -> None:
    """`door` noemt een team: een openbaar bestand noemt geen mensen."""
    alle: list[Voorziening | Organisatie] = [*stand.gelezen.voorzieningen, *stand.gelezen.organisaties]
    namen, woorden = _namen(stand), None
    for ding in alle:
        if persoon_in(ding.gecontroleerd.door, namen, frozenset()):
            woorden = _woorden(stand) if woorden is None else woorden
            if stuk := persoon_in(ding.gecontroleerd.door, namen, woorden):
                stand.meld("SK415", ding.pad, "gecontroleerd.door", stuk=stuk)


def controleer_namen_in_tekst(stand: Stand) -> None:
    """Een mens die bij naam genoemd wordt om contact mee te hebben, is even openbaar als zijn nummer."""
    namen: frozenset[str] = frozenset()
    woorden: Collection[str] = frozenset()
    for v in stand.gelezen.voorzieningen:
        teksten = dict(_teksten(v))
        if _misschien("\n".join(teksten.values())):
            namen, woorden = namen or _namen(stand), woorden or _woorden(stand)
            for veld, tekst in teksten.items():
                if stuk := noemt_mens(tekst, namen, woorden):
                    stand.meld("SK402", v.pad, veld, stuk=stuk, wat="naam van een mens")


@lru_cache(maxsize=20_000)  # in bekijk en controleer --blijf bleef bijna elke tekst gelijk
def _misschien(tekst: str) -> bool:
    """Of er een mens genoemd lijkt te worden, nog zonder te weten welke namen van plekken zijn."""
    return bool(noemt_mens(tekst, frozenset()))


def _teksten(v: Voorziening) -> Iterator[tuple[str, str]]:
    """(veldpad, tekst) van elk veld waarin een schrijver zinnen kwijt kan."""
    yield "samenvatting", v.samenvatting
    delen = (
        ("voor_wie", v.voor_wie),
        ("omschrijving", v.omschrijving and v.omschrijving.bron),
        ("toegang.uitleg", v.toegang.uitleg),
        ("toegang.professional", v.toegang.professional),
        ("kosten.toelichting", v.kosten and v.kosten.toelichting),
        ("tijdelijk", "\n".join(mededeling.tekst for mededeling in v.tijdelijk)),
    )
    yield from ((veld, tekst) for veld, tekst in delen if tekst)
    for nummer, plek in enumerate(v.locaties):
        tijden = [t.toelichting for t in plek.openingstijden if t.toelichting]
        if losse := " \n".join([*filter(None, (plek.naam, plek.ter_plaatse)), *tijden]):
            yield f"locaties[{nummer}]", losse
    for nummer, telefoon in enumerate(v.contact.telefoons if v.contact else ()):
        yield f"contact.telefoons[{nummer}].naam", telefoon.naam


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
