"""Wat er in de inhoud veranderde: per ding welke velden, en per vastlegging welke dingen."""

from datetime import date
from typing import Any

from msgspec import Struct

NIEUW, WEG, ANDERS, VERHUISD = "nieuw", "weg", "anders", "verhuisd"
# Een eigen bestand naast of in plaats van dat van een set: het ding zelf komt er niet bij en gaat niet weg.
EIGEN, UIT_SET = "eigen", "uit_set"


class Verschil(Struct, frozen=True):
    """Een veld dat anders werd. `veld` is de weg in de veldentabel, `waar` het deel van een lijst waar het in staat.

    `wat` is 'waarde', 'lijst' (oud is wat weg is, nieuw wat erbij kwam), 'volgorde' of 'deel' (een heel deel van een lijst).
    """

    veld: str
    wat: str
    oud: Any
    nieuw: Any
    waar: str = ""


class Verandering(Struct, frozen=True):
    """Een ding (ingang, organisatie, woord, gebied, pagina, ...) dat erbij kwam, wegging of anders werd.

    `bestand` is het pad na de verandering, `was` dat ervoor als dat anders heette; `inhoud` is de boom van wat nieuw of
    weg is.
    """

    soort: str
    id: str
    naam: str
    wat: str
    bestand: str
    was: str = ""
    verschillen: tuple[Verschil, ...] = ()
    inhoud: Any = None


class Moment(Struct, frozen=True):
    """Een vastlegging op de hoofdtak: wanneer, in seconden sinds 1970, en wat er toen veranderde. Van wie zij is, weten
    wij niet.
    """

    code: str
    tijd: int
    dag: date
    veranderingen: tuple[Verandering, ...]


class Bericht(Struct, frozen=True):
    """Wat de site over een verandering vertelt: een kop en zinnen. `adressen` zijn de pagina's waar het over gaat."""

    sleutel: str
    tijd: int
    dag: date
    soort: str
    id: str
    naam: str
    wat: str
    kop: str
    zinnen: tuple[str, ...]
    gebieden: tuple[str, ...] = ()
    adres: str = ""


class Geschiedenis(Struct, frozen=True):
    """Alle berichten, het nieuwste eerst."""

    berichten: tuple[Bericht, ...] = ()
