"""Een issue per team: openen als er werk is, verversen als het anders wordt, sluiten als het klaar is."""

import re
from typing import NamedTuple

from generator.forges.praten import WEEKMERK, Project, maak_issue, open_issues, wijzig_issue

MERK = WEEKMERK + " {sleutel} -->"
_MERK = re.compile(rf"\A{re.escape(WEEKMERK)} ([a-z0-9-]+) -->")


class Teamwerk(NamedTuple):
    """Wat er in het issue van een team hoort; zonder tekst is er niets te doen."""

    sleutel: str
    titel: str
    tekst: str


def zet_teamissues(project: Project, werk: list[Teamwerk]) -> list[str]:
    """Breng de issues bij en zeg in zinnen wat er gebeurde. Een team dat er niet meer is, is klaar. Raist ForgeFout."""
    bij_team = {t.sleutel: t for t in werk}
    regels, open_ = [], {}
    for nummer, titel, tekst in open_issues(project):
        if m := _MERK.match(tekst):
            if m[1] in open_ or not bij_team.get(m[1], Teamwerk("", "", "")).tekst:
                wijzig_issue(project, nummer, dicht=True)
                regels.append(f"Issue {nummer} ({m[1]}): klaar, gesloten.")
            else:
                open_[m[1]] = (nummer, titel, tekst)
    return regels + [zin for t in werk if t.tekst and (zin := _zet(project, t, open_.get(t.sleutel)))]


def _zet(project: Project, team: Teamwerk, staat_er: tuple[int, str, str] | None) -> str:
    tekst = f"{MERK.format(sleutel=team.sleutel)}\n{team.tekst}"
    if staat_er is None:
        return f"Issue {maak_issue(project, team.titel, tekst)[0]} ({team.sleutel}): gemaakt."
    nummer, titel, was = staat_er
    if (titel, was.replace("\r\n", "\n").strip()) == (team.titel, tekst.strip()):
        return ""
    wijzig_issue(project, nummer, titel=team.titel, tekst=tekst)
    return f"Issue {nummer} ({team.sleutel}): ververst."
