"""Eerlijk meten: een zoekwoord of situatie van na een testvraag mag die vraag niet overschrijven.

Een momentopname zegt wanneer een zin er voor het eerst was: per dag een regel met de datum en eronder de merken van de zinnen.
Wat er niet in staat, is geschreven na de laatste momentopname.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from generator.model import Functie
from generator.model.zoeken import Zoektest
from generator.voorraad import vingerafdruk

OP_RIJ, MINST = 4, 3


class Afgekeken(Struct, frozen=True):
    """Een zin die te veel op een testvraag lijkt; `reden` zegt waarin."""

    waar: str
    zin: str
    vraag: str
    reden: str


def woorden(zin: str) -> list[str]:
    return "".join(t if t.isalnum() else " " for t in zin.lower().replace("'", "")).split()


class Ontleed(Struct, frozen=True):
    """Wat van een zin of vraag telt als iemand haar overschrijft."""

    inhoud: set[str]
    reeksen: set[tuple[str, ...]]


def merk(zin: str) -> str:
    return vingerafdruk(" ".join(woorden(zin)))[:8]


def zinnen_van(functies: Iterable[Functie]) -> Iterator[tuple[str, str]]:
    """Elk zoekwoord en elke situatie, met het id van de functie ervoor."""
    for f in functies:
        s = f.situaties
        for zin in (*f.zoekwoorden, *s.wie, *s.wat_er_is, *s.dingen, *s.gevoel, *s.doen):
            yield f.id, zin


def lees_momentopname(tekst: str) -> dict[str, date]:
    """Het merk van elke zin met de dag van de eerste momentopname waar hij in staat."""
    uit: dict[str, date] = {}
    dag = date.min
    for stuk in tekst.split():
        if "-" in stuk:
            dag = date.fromisoformat(stuk)
        else:
            uit.setdefault(stuk, dag)
    return uit


def vul_momentopname_aan(tekst: str, dag: date, zinnen: Iterable[tuple[str, str]]) -> str:
    """De momentopname met een dag erbij: alle zinnen die er nog niet in stonden."""
    bekend = lees_momentopname(tekst)
    nieuw = sorted({merk(zin) for _, zin in zinnen} - set(bekend))
    return f"{tekst}{dag.isoformat()}\n{chr(10).join(nieuw)}\n" if nieuw else tekst


def afgekeken(
    tests: Iterable[Zoektest], zinnen: Iterable[tuple[str, str]], momenten: dict[str, date], stop: set[str]
) -> list[Afgekeken]:
    """De zinnen van na de datum van een testvraag die haar overschrijven: vier woorden op rij, of alle woorden met
    inhoud.
    """
    vragen = [(t, t.datum or date.min, ontleed(t.vraag, stop)) for t in tests]
    uit = []
    for waar, zin in zinnen:
        dag, eigen = momenten.get(merk(zin), date.max), ontleed(zin, stop)
        for test, van, vraag in vragen:
            reden = overlap(eigen, vraag) if dag > van and eigen.inhoud & vraag.inhoud else ""
            if reden:
                uit.append(Afgekeken(waar, zin, test.vraag, reden))
    return uit


def ontleed(tekst: str, stop: set[str]) -> Ontleed:
    """De woorden met inhoud van een tekst, en zijn reeksen van vier."""
    rij = woorden(tekst)
    inhoud = {w for w in rij if w not in stop}
    return Ontleed(inhoud, reeksen(rij, inhoud))


def reeksen(rij: list[str], inhoud: set[str]) -> set[tuple[str, ...]]:
    """Elke vier woorden op rij waar een woord met inhoud bij is: "ik kan niet meer" zegt iedereen."""
    return {stuk for i in range(len(rij) - OP_RIJ + 1) if inhoud.intersection(stuk := tuple(rij[i : i + OP_RIJ]))}


def overlap(zin: Ontleed, vraag: Ontleed) -> str:
    """Waarin een zin een vraag overschrijft, of leeg. Een vraag van een woord met inhoud kan niemand vermijden."""
    inhoud, kern = zin.inhoud, vraag.inhoud
    if zin.reeksen & vraag.reeksen:
        return "vier woorden op rij"
    if len(kern) > 1 and (kern <= inhoud or (len(inhoud) >= MINST and inhoud <= kern)):
        return "alle woorden met inhoud"
    return ""
