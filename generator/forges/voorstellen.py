"""Open voorstellen bij een forge, en de ene reactie met wat er verandert."""

import re
from collections.abc import Iterator

from generator.forges.praten import Project, bladen, ververs
from generator.meldingen import toonbaar

MERK = "<!-- sociale-kaart: wat een voorstel verandert -->"


def open_voorstellen(project: Project) -> Iterator[tuple[int, str]]:
    """Het nummer van elk open voorstel en de code van de vastlegging waar het op staat."""
    forge = project.forge
    for voorstel in bladen(project, project.adres(forge.voorstellen), state=forge.open):
        kop = voorstel.get(forge.van)
        code = kop.get("sha") if isinstance(kop, dict) else voorstel.get("sha")
        if type(voorstel.get(forge.nummer)) is int and re.fullmatch(r"[0-9a-f]{40,64}", str(code)):
            yield voorstel[forge.nummer], str(code)


def nummers_van(project: Project, code: str) -> list[int]:
    return [nummer for nummer, kop in open_voorstellen(project) if kop == code]


def zet_verslag(project: Project, nummer: int, tekst: str, voorproef: str = "") -> None:
    """Zet of ververs de reactie; een adres dat geen webadres is, komt er niet in."""
    veilig = re.fullmatch(r"https?://[\w.:/%#?&=+~-]{1,400}", voorproef, re.A)
    staart = f"\n\nDe voorproef van de site staat [bij deze controle]({toonbaar(voorproef, 400)})." if veilig else ""
    ververs(project, project.forge.voorstelreacties, project.forge.voorstelreactie, nummer, MERK, tekst + staart)
