"""De losse bestanden met kennis onder sociale_kaart/: de ene lijst voor het lezen, de controles, de velduitleg en de
editorhulp.
"""

from typing import NamedTuple

from generator.schema.beheer import BEHEER
from generator.schema.crisis import CRISIS
from generator.schema.kennis import BEGRIPPEN, BOUWTEKENING, FEITEN, REGIO, ROUTE, TAKEN
from generator.schema.vakantie import SCHOOLVAKANTIES
from generator.schema.veld import Veld
from generator.schema.wegwijzer import WEGWIJZER
from generator.schema.wetten import WETTEN
from generator.schema.zoeken import ELDERS, ZOEKTESTS


class Kennisbestand(NamedTuple):
    """Een bestand met zijn veldentabel en zijn naam in Kennis.

    `lijst` en `soort`: welke lijst erin de ids van welke soort geeft. `hoofdstuk` is zijn kop in de velduitleg; zonder
    kop staat het er niet in. `getoond`: of zijn tekst op de site komt. `geheel`: een eigen bestand komt in plaats van
    dat van een set. `ingebouwd`: het programma kent zelf al delen, buiten de sets om.
    """

    naam: str
    tabel: Veld
    veld: str
    hoofdstuk: str = ""
    lijst: str = ""
    soort: str = ""
    getoond: bool = True
    geheel: bool = False
    ingebouwd: bool = False

    @property
    def bestand(self) -> str:
        return f"{self.naam}.yaml"

    @property
    def pad(self) -> str:
        return f"sociale_kaart/{self.bestand}"


KENNISBESTANDEN = (
    Kennisbestand("begrippen", BEGRIPPEN, "begrippen", "De woordenlijst", "begrippen", "begrip"),
    Kennisbestand("route", ROUTE, "route", "De weg van een vraag", "stappen", "stap", geheel=True),
    Kennisbestand("bouwtekening", BOUWTEKENING, "bouwtekening", "De bouwtekening", "clusters", "cluster", geheel=True),
    Kennisbestand("taken", TAKEN, "takenregister", "Het register van taken", "taken", "taak"),
    Kennisbestand("regio", REGIO, "regio", "De samenwerking in de regio", geheel=True),
    Kennisbestand("feiten_bronnen", FEITEN, "bronnen", "De stukken en feiten"),
    Kennisbestand("wetten", WETTEN, "wetboek", "De wetten van nu", "wetten", "wet"),
    Kennisbestand("wegwijzer", WEGWIJZER, "wegwijzer"),
    Kennisbestand("schoolvakanties", SCHOOLVAKANTIES, "schoolvakanties", "De schoolvakanties", getoond=False),
    Kennisbestand("elders", ELDERS, "elders", "Wat hier niet staat", "elders", getoond=False, ingebouwd=True),
    Kennisbestand("crisis", CRISIS, "crisis", "Woorden bij nood", getoond=False, ingebouwd=True),
    Kennisbestand("zoektests", ZOEKTESTS, "zoektests", getoond=False),
    Kennisbestand("beheer", BEHEER, "beheer", "Wie wat bijhoudt", getoond=False, geheel=True),
)
