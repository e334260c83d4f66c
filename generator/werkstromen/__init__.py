"""Werkstromen voor GitHub, GitLab en Forgejo die een gemeente in haar eigen project zet; `@GENERATOR@` is waar de
generator vandaan komt.
"""

import re
from importlib.resources import files

from generator.meldingen import SocialeKaartFout

# Waar het bestand in het project van de gemeente komt.
PADEN = {
    "github": ".github/workflows/melding.yml",
    "gitlab": ".gitlab/melding.yml",
    "forgejo": ".forgejo/workflows/melding.yml",
}


def werkstroom(forge: str, generator: str) -> tuple[str, str]:
    """Pad en tekst van de werkstroom; `generator` is wat pip installeert. Raist SocialeKaartFout bij vreemde tekens."""
    if not re.fullmatch(r"[A-Za-z0-9@:/._+=\[\]-]+(?: @ [A-Za-z0-9@:/._+=\[\]-]+)?", generator):
        raise SocialeKaartFout(
            "het adres van de generator heeft tekens die hier niet kunnen.",
            "schrijf het als git+https://voorbeeld.example/generator@v1, een adres van een wheel, of naam==versie.",
        )
    tekst = files("generator.werkstromen").joinpath(f"{forge}/melding.yml").read_text(encoding="utf-8")
    return PADEN[forge], tekst.replace("@GENERATOR@", generator)
