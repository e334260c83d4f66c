"""Houdt iemand alles bij, en staat in beheer.yaml alles een keer?"""

import re
from collections.abc import Iterator

from generator.betekenis.eigenaar import eigenaar
from generator.controles.stand import Stand
from generator.model.beheer import Beheer

PAD = "sociale_kaart/beheer.yaml"
# Een groep heeft een streep; een naam alleen kan het account van een mens zijn.
_GROEP = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[\w.-]+)+")


def controleer_eigenaren(stand: Stand) -> None:
    """Elke eigen ingang heeft een team; wat uit een set komt, houdt de set bij."""
    beheer = stand.kennis.beheer
    for v in stand.gelezen.voorzieningen if beheer else ():
        if v.status == "actief" and v.pad not in stand.gelezen.sets and eigenaar(v, beheer) is None:
            stand.meld("SK731", v.pad, "naam", id=v.id)


def controleer_groepen(stand: Stand) -> None:
    """`codeowners` noemt groepen, geen mensen."""
    for nummer, team in enumerate(stand.kennis.beheer.teams if stand.kennis.beheer else ()):
        for plek, groep in enumerate(team.codeowners):
            if not _GROEP.fullmatch(groep):
                stand.meld("SK732", PAD, f"teams.{nummer}.codeowners.{plek}", waarde=groep)


def controleer_dubbele_eigenaren(stand: Stand) -> None:
    """Een ingang, organisatie of map staat bij een team."""
    eerste: dict[tuple[str, str], str] = {}
    for plek, soort, id_, team in _genoemd(stand.kennis.beheer):
        if (ander := eerste.setdefault((soort, id_), team)) != team:
            stand.meld("SK733", PAD, plek, id=id_, een=ander, ander=team)


def _genoemd(beheer: Beheer | None) -> Iterator[tuple[str, str, str, str]]:
    for nummer, team in enumerate(beheer.teams if beheer else ()):
        for soort in ("ingangen", "organisaties", "mappen"):
            for plek, id_ in enumerate(getattr(team, soort)):
                yield f"teams.{nummer}.{soort}.{plek}", soort, id_, team.naam
