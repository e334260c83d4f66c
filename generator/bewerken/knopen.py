"""De boom van een YAML-tekst met van elke waarde waar zij begint en echt ophoudt, zodat er precies daar iets anders
kan staan.
"""

import re
from typing import Any

import yaml
from msgspec import Struct, field

_Lader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
EINDE = re.compile(r"\r\n|\n|\r|\Z")
_VRAAG = re.compile(r"\?[ \t]+\Z")


class Knoop(Struct):
    """Een waarde op `begin` tot `eind` in de tekst (zonder lege regels en opmerkingen erachter).

    Args:
        soort: 'tekst', 'lijst' of 'velden'.
        stijl: | > \" ' of niets bij een tekst.
        stroom: of een lijst of groep tussen haakjes staat.
        delen: de waarden van een lijst.
        paren: de velden van een groep, als (naam, waarde).
    """

    soort: str
    begin: int
    eind: int
    kolom: int
    waarde: str = ""
    stijl: str = ""
    stroom: bool = False
    delen: list["Knoop"] = field(default_factory=list)
    paren: list[tuple["Knoop", "Knoop"]] = field(default_factory=list)

    def veld(self, naam: str) -> tuple["Knoop", "Knoop"] | None:
        return next((paar for paar in self.paren if paar[0].waarde == naam), None)


def regelbegin(tekst: str, plaats: int) -> int:
    return max(tekst.rfind("\n", 0, plaats), tekst.rfind("\r", 0, plaats)) + 1


def _einde(tekst: str, plaats: int) -> re.Match:
    vondst = EINDE.search(tekst, plaats)
    assert vondst is not None  # het eind van de tekst telt ook
    return vondst


def regeleind(tekst: str, plaats: int) -> int:
    """Waar de regel ophoudt, voor het regeleinde zelf."""
    return _einde(tekst, plaats).start()


def na_regel(tekst: str, plaats: int) -> int:
    """Waar de volgende regel begint."""
    return _einde(tekst, plaats).end()


def _blokeind(tekst: str, begin: int, eind: int) -> int:
    """Het eind van de laatste regel met inhoud van een blok dat met | of > begint."""
    return regeleind(tekst, begin + len(tekst[begin:eind].rstrip()))


def _tekstknoop(knoop, tekst: str, begin: int, eind: int) -> Knoop:
    stijl = knoop.style or ""
    if stijl in ("|", ">"):
        eind = _blokeind(tekst, begin, eind)
    return Knoop("tekst", begin, eind, knoop.start_mark.column, knoop.value, stijl)


def _naam(knoop, tekst: str) -> Knoop:
    """Een veldnaam; het vraagteken dat ervoor kan staan hoort erbij."""
    uit = _maak(knoop, tekst)
    if vondst := _VRAAG.search(tekst, regelbegin(tekst, uit.begin), uit.begin):
        uit.begin, uit.kolom = vondst.start(), uit.kolom - len(vondst[0])
    return uit


def _maak(knoop, tekst: str) -> Knoop:
    begin, eind = knoop.start_mark.index, knoop.end_mark.index
    if isinstance(knoop, yaml.ScalarNode):
        return _tekstknoop(knoop, tekst, begin, eind)
    uit = Knoop("lijst", begin, eind, knoop.start_mark.column, stroom=bool(knoop.flow_style))
    if isinstance(knoop, yaml.SequenceNode):
        uit.delen = [_maak(deel, tekst) for deel in knoop.value]
    else:
        uit.soort = "velden"
        uit.paren = [(_naam(naam, tekst), _maak(waarde, tekst)) for naam, waarde in knoop.value]
    if not uit.stroom:
        uit.eind = max([deel.eind for deel in uit.delen] + [waarde.eind for _, waarde in uit.paren])
    return uit


def maak_knopen(tekst: str) -> Knoop:
    """De boom van een tekst die al door `lees_yaml` is: geen ankers, tags of tweede document."""
    return _maak(yaml.compose(tekst, Loader=_Lader), tekst)


def waarde_van(knoop: Knoop) -> Any:
    """De boom als tekst, lijsten en groepen; een blok zonder zijn laatste regeleinde."""
    if knoop.soort == "tekst":
        return knoop.waarde.rstrip("\n") if knoop.stijl in ("|", ">") else knoop.waarde
    if knoop.soort == "lijst":
        return [waarde_van(deel) for deel in knoop.delen]
    return {naam.waarde: waarde_van(deel) for naam, deel in knoop.paren}
