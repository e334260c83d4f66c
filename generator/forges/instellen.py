"""Welk project bij welke forge: van de opdrachtregel, of van wat de forge zelf in de omgeving zet."""

import os
import re
from typing import TYPE_CHECKING

from generator.forges.soorten import FORGES
from generator.meldingen import SocialeKaartFout

if TYPE_CHECKING:
    from generator.forges.praten import Project

SLEUTEL = "SOCIALE_KAART_TOKEN"
# Wat een werkstroom van de forge zelf meekrijgt: (adres van de API, project).
_OMGEVING = {
    "github": ("GITHUB_API_URL", "GITHUB_REPOSITORY"),
    "forgejo": ("GITHUB_API_URL", "GITHUB_REPOSITORY"),
    "gitlab": ("CI_API_V4_URL", "CI_PROJECT_PATH"),
}


def voeg_opties_toe(parser, verplicht: bool) -> None:
    parser.add_argument("--forge", choices=tuple(FORGES), required=verplicht, help="de soort forge")
    parser.add_argument("--project", default="", metavar="WIE/WAT", help="het project, zoals gemeente/sociale-kaart")
    parser.add_argument("--api", default="", metavar="ADRES", help="het adres van de API, bij een eigen server")


def lees_project(opties) -> "Project":
    """Het project uit de opties en de omgeving. Raist SocialeKaartFout als er iets ontbreekt."""
    from generator.forges.praten import Project

    forge = FORGES[opties.forge]
    api, pad = (os.environ.get(naam, "") for naam in _OMGEVING[opties.forge])
    basis, pad = opties.api or api or forge.basis, opties.project or pad
    if not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)+", pad, re.A) or ".." in pad:
        raise SocialeKaartFout("het project ontbreekt of klopt niet.", "geef erbij: --project gemeente/sociale-kaart")
    if not re.fullmatch(r"https?://[^\s/@?#]+(?:/[^\s?#@]*)?", basis):
        raise SocialeKaartFout(
            "het adres van de API ontbreekt of klopt niet.",
            "geef erbij: --api https://uw-server/api/v1 (Forgejo) of https://uw-server/api/v4 (GitLab)",
        )
    sleutel = os.environ.get(SLEUTEL, "").strip()
    if not sleutel or not sleutel.isprintable() or not sleutel.isascii():
        raise SocialeKaartFout(
            "de sleutel van de forge ontbreekt.",
            f"zet haar in de omgeving, met de naam {SLEUTEL}; nooit in een bestand",
        )
    return Project(forge, pad, basis, sleutel)
