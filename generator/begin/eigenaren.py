"""CODEOWNERS uit beheer.yaml: wie bij een forge gevraagd wordt om een voorstel na te kijken. Groepen, nooit mensen."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.betekenis.eigenaar import eigenaar
from generator.model import Catalogus
from generator.model.beheer import Beheer, Beheerteam

PADEN = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS", "forgejo": ".forgejo/CODEOWNERS"}
KOP = "# Gemaakt uit sociale_kaart/beheer.yaml door 'bijwerken'; wijzig het daar."


def maak_codeowners(forge: str, catalogus: Catalogus) -> str:
    """De hele tekst. Bij GitHub en GitLab wint de laatste regel die past; bij Forgejo tellen alle regels die passen."""
    regels = _per_bestand(catalogus) if forge == "forgejo" else _van_grof_naar_fijn(catalogus)
    return "\n".join([KOP, *regels]) + "\n"


def _van_grof_naar_fijn(catalogus: Catalogus) -> Iterator[str]:
    beheer = catalogus.kennis.beheer or Beheer(())
    met_groep = [t for t in beheer.teams if t.codeowners]
    yield from (_regel("/sociale_kaart/", t) for t in met_groep if t.rest)
    yield from (_regel(f"/sociale_kaart/{map_}/", t) for t in met_groep for map_ in t.mappen)
    yield from (_regel(f"/sociale_kaart/organisaties/{o}.yaml", t) for t in met_groep for o in t.organisaties)
    for pad, team in _eigen_bestanden(catalogus):
        if pad.rpartition("/")[0].rpartition("/")[2] not in team.mappen:
            yield _regel(f"/{pad}", team)


def _per_bestand(catalogus: Catalogus) -> Iterator[str]:
    """Een regel per bestand: het patroon is een reguliere uitdrukking over het hele pad."""
    yield from (_regel(re.escape(pad).replace("\\-", "-"), team) for pad, team in _eigen_bestanden(catalogus))


def _eigen_bestanden(catalogus: Catalogus) -> Iterator[tuple[str, Beheerteam]]:
    for v in sorted(catalogus.voorzieningen.values(), key=lambda v: v.pad):
        team = eigenaar(v, catalogus.kennis.beheer)
        if team and team.codeowners and catalogus.set_naam(v.pad) is None:
            yield v.pad, team


def _regel(patroon: str, team: Beheerteam) -> str:
    return f"{patroon} {' '.join(f'@{groep}' for groep in team.codeowners)}"


def schrijf_codeowners(map_: Path, catalogus: Catalogus, proef: bool) -> list[str]:
    """Zet CODEOWNERS bij elke forge die deze map heeft, en zeg wat er gebeurde; wat iemand zelf schreef blijft staan."""
    if catalogus.kennis.beheer is None or not any(t.codeowners for t in catalogus.kennis.beheer.teams):
        return []
    uit = [_een(map_ / pad, pad, maak_codeowners(forge, catalogus), proef) for forge, pad in PADEN.items()]
    return list(filter(None, uit))


def _een(bestand: Path, pad: str, tekst: str, proef: bool) -> str:
    if not bestand.parent.is_dir() or bestand.is_symlink():
        return ""
    staat = bestand.read_text(encoding="utf-8", errors="replace") if bestand.exists() else ""
    if staat == tekst:
        return ""
    if staat and not staat.startswith(KOP):
        return f"{pad} hebt u zelf geschreven en blijft zo."
    if not proef:
        bestand.write_text(tekst, encoding="utf-8", newline="\n")
    return f"{pad} is {'bijgewerkt' if staat else 'nieuw'}, uit beheer.yaml."
