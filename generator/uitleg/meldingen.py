"""De lijst van alle meldingen, gemaakt uit de codetabel."""

import re

from generator.codes import CODES
from generator.uitleg.wegwijs import wegwijs

KOPPEN = {
    "0": ("Bestand en tekens", "Het bestand zelf is niet te lezen, of staat niet op de goede plek."),
    "1": ("De opbouw van een YAML-bestand", "De inspringing, een aanhalingsteken of een haakje klopt niet."),
    "2": ("Wat er in een veld staat", "Een veld ontbreekt, bestaat niet, of heeft een waarde die niet kan."),
    "3": ("Ids en verwijzingen", "Een id is dubbel, of verwijst naar iets dat er niet is."),
    "4": ("Inhoud die aandacht vraagt", "Hier zijn het waarschuwingen: de site wordt wel gemaakt."),
    "5": ("Gebieden en kaarten", "Een bestand in gebieden/ klopt niet."),
    "6": ("Instellingen en geschreven pagina's", "Iets in mkdocs.yml of inhoud/ klopt niet."),
    "7": ("De gemaakte site", "De controle op de site die klaarstaat om te plaatsen."),
    "8": ("Bestanden wijzigen", "Een melding of een rij uit een rekenblad is niet verwerkt."),
}
_INLEIDING = """---
title: Meldingen
description: Wat elke melding van de controle betekent en hoe u het oplost.
---

# Meldingen

Elke melding heeft een code. Zoek de code hier op om te lezen wat u kunt doen. Bij een **fout** wordt de site niet
gemaakt; de vorige blijft staan. Bij een **waarschuwing** wel. Op de plek van … staat in de echte melding de waarde
uit uw bestand. Wat er in elk veld mag staan, leest u op de pagina [Velden](/redactie/velden/)."""
_BIJZONDER = re.compile(r"([\\`*_{}\[\]|])")


def als_markdown(tekst: str) -> str:
    """Gewone tekst die in Markdown zichzelf blijft."""
    return _BIJZONDER.sub(r"\\\1", tekst).replace("<", "&lt;").replace(">", "&gt;")


def _zin(tekst: str) -> str:
    """De tekst van een melding als zin; op de plek van een waarde staat een puntje-puntje-puntje."""
    return als_markdown(re.sub(r"{\w+}", "…", tekst)).replace("….", "…")


def _hoofdletter(zin: str) -> str:
    return zin[0].upper() + zin[1:]


def codelijst() -> str:
    """Alle codes als Markdown: wat er aan de hand is en hoe u het oplost. Elke code is een kopje (#sk201)."""
    delen = [_INLEIDING, wegwijs([kop for kop, _ in KOPPEN.values()]).strip()]
    groep = ""
    for code, uitleg in CODES.items():
        if code[2] != groep:
            groep = code[2]
            delen += [f"## {KOPPEN[groep][0]}", KOPPEN[groep][1]]
        oplossing = _zin(uitleg.oplossing)
        delen += [f"### {code}", f"**{uitleg.soort.capitalize()}.** {_hoofdletter(_zin(uitleg.tekst))}"]
        delen += (
            [f"Zo lost u het op: {oplossing}"] if oplossing.strip("….") else ["De melding zelf zegt hoe u het oplost."]
        )
    return "\n\n".join(delen) + "\n"
