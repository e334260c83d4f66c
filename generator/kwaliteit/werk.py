"""De takenlijst: elke reden van elke ingang, per team, wat een bewoner het meest hindert eerst."""

from generator.kwaliteit.cijfer import Minpunt, Oordeel


def taken(oordelen_: list[Oordeel]) -> list[tuple[Minpunt, Oordeel]]:
    """Elke reden van elke ingang, wat een bewoner het meest hindert eerst."""
    rij = [(reden, o) for o in oordelen_ for reden in o.redenen]
    return sorted(rij, key=lambda t: (-t[0].punten, t[1].cijfer, t[1].voorziening.naam.casefold()))


def per_team(oordelen_: list[Oordeel]) -> dict[str, list[Oordeel]]:
    """De ingangen van elk team; wie het meeste werk heeft eerst."""
    uit: dict[str, list[Oordeel]] = {}
    for o in oordelen_:
        uit.setdefault(o.team, []).append(o)
    return dict(sorted(uit.items(), key=lambda paar: (-sum(100 - o.cijfer for o in paar[1]), paar[0].casefold())))


def gemiddeld(oordelen_: list[Oordeel]) -> int:
    return round(sum(o.cijfer for o in oordelen_) / max(1, len(oordelen_)))
