"""De veldentabel van beheer.yaml: welk team wat bijhoudt, en hoe vaak."""

from generator import model
from generator.model import beheer
from generator.schema.veld import Veld, groep, tekst

BEHEER = groep(
    "beheer.yaml",
    "Welk team wat bijhoudt, en na hoeveel maanden. Wat een team bij naam noemt, gaat voor zijn organisatie, en die voor "
    "de map. Noem alleen teams, nooit mensen: dit bestand is openbaar.",
    beheer.Beheer,
    groep(
        "teams",
        "De teams.",
        beheer.Beheerteam,
        tekst("naam", "De naam van het team.", "team welzijn", verplicht=True, grens=80),
        Veld("mail", "email", "Het algemene mailadres van het team.", "welzijn@uw-gemeente.example"),
        tekst(
            "codeowners",
            "De groep van dit team bij GitHub, GitLab of Forgejo. 'bijwerken' maakt er CODEOWNERS van.",
            "uw-gemeente/welzijn",
            lijst=True,
            grens=120,
        ),
        Veld(
            "ingangen",
            "verwijzing",
            "Ingangen die dit team bijhoudt.",
            "geldloket",
            lijst=True,
            verwijst="voorziening",
        ),
        Veld(
            "organisaties",
            "verwijzing",
            "Organisaties waarvan dit team alles bijhoudt.",
            "stichting-samen",
            lijst=True,
            verwijst="organisatie",
        ),
        Veld(
            "mappen",
            "keuze",
            "Mappen waarvan dit team alles bijhoudt.",
            "wijkfuncties",
            lijst=True,
            keuzes=tuple(model.SOORTEN),
        ),
        Veld("rest", "ja_nee", "Ja, als dit team alles bijhoudt wat van geen ander team is.", "nee"),
        lijst=True,
        verplicht=True,
    ),
    groep(
        "termijnen",
        "Na hoeveel maanden een soort ingang opnieuw moet. Zegt een ingang zelf een termijn, dan gaat die voor. Een "
        "nummer bij nood moet altijd na 90 dagen.",
        beheer.Termijn,
        Veld(
            "soort", "keuze", "De soort ingang.", "wijkfunctie", verplicht=True, keuzes=tuple(model.SOORTEN.values())
        ),
        Veld("maanden", "aantal", "Na hoeveel maanden.", 6, verplicht=True, grens=36),
        lijst=True,
    ),
)
