"""Welk team een ingang bijhoudt: wie haar bij naam noemt, dan haar organisatie, dan haar map, dan wie de rest doet."""

from generator.model import Organisatie, Voorziening
from generator.model.beheer import Beheer, Beheerteam
from generator.model.kennis import Kennis

ZONDER_TEAM = "zonder team"


def eigenaar(v: Voorziening | Organisatie, beheer: Beheer | None) -> Beheerteam | None:
    """Het team uit beheer.yaml, of None als geen enkel team haar bijhoudt."""
    teams = beheer.teams if beheer else ()
    map_, is_ingang = map_van(v.pad), isinstance(v, Voorziening)
    organisatie = v.organisatie if isinstance(v, Voorziening) else v.id
    passend = (
        next((t for t in teams if is_ingang and v.id in t.ingangen), None),
        next((t for t in teams if organisatie in t.organisaties), None),
        next((t for t in teams if map_ in t.mappen), None),
        next((t for t in teams if t.rest), None),
    )
    return next(filter(None, passend), None)


def map_van(pad: str) -> str:
    """De map waar een bestand in ligt: wijkfuncties."""
    return pad.rpartition("/")[0].rpartition("/")[2]


def teamnaam(v: Voorziening | Organisatie, kennis: Kennis, naam_van_set: str | None = None) -> str:
    """Hoe het team heet; zonder beheer.yaml is dat wie het het laatst nakeek, en van een set is het de set."""
    team = eigenaar(v, kennis.beheer)
    if team or kennis.beheer is None:
        return team.naam if team else v.gecontroleerd.door
    return f"set {naam_van_set}" if naam_van_set else ZONDER_TEAM


def team_met_naam(naam: str, kennis: Kennis) -> Beheerteam | None:
    return next((t for t in (kennis.beheer.teams if kennis.beheer else ()) if t.naam == naam), None)
