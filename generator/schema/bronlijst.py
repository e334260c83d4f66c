"""De veldentabel van bronnen.yaml: systemen van anderen waar 'bijwerken' voorstellen uit haalt."""

from generator.model import SOORTEN
from generator.model import bronlijst as model
from generator.schema.veld import Veld, groep, tekst

VORMEN = ("sociale-kaart", "open-product", "samenwerkende-catalogi", "hsds")

BRONNEN = groep(
    "bronnen.yaml",
    "Systemen van anderen waar ingangen uit komen: een Open Product API, Samenwerkende Catalogi, of een sociale kaart "
    "als deze. 'bijwerken' leest ze en zet voorstellen in bestanden; een bouw leest nooit een bron.",
    model.Bronlijst,
    groep(
        "bronnen",
        "De bronnen.",
        model.Bronadres,
        Veld("naam", "id", "Hoe de bron hier heet.", "producten", verplicht=True),
        Veld("vorm", "keuze", "Wat voor systeem het is.", "open-product", verplicht=True, keuzes=VORMEN),
        tekst(
            "adres",
            "Het adres waar de gegevens staan, met alles erachter. Bij Samenwerkende Catalogi is dat de hele zoekvraag.",
            "https://producten.uw-gemeente.example/producttypen/api/v1/producttypen",
            verplicht=True,
            grens=500,
        ),
        Veld(
            "soort",
            "keuze",
            "Wat voor ingangen het zijn, als de bron dat niet zegt.",
            "wijkfunctie",
            keuzes=tuple(SOORTEN.values()),
        ),
        Veld(
            "functie",
            "verwijzing",
            "De functie van wat de bron geen bekende functie geeft.",
            "informatie-en-advies",
            verwijst="functie",
        ),
        groep(
            "functies",
            "Hoe de bron iets noemt, en welke functie dat hier is.",
            model.Bronfunctie,
            tekst("woord", "Het woord van de bron.", "huishoudelijke hulp", verplicht=True, grens=150),
            Veld(
                "functie",
                "verwijzing",
                "Het id van de functie.",
                "huishoudelijke-hulp",
                verplicht=True,
                verwijst="functie",
            ),
            voorbeeld="{woord: huishoudelijke hulp, functie: huishoudelijke-hulp}",
            lijst=True,
        ),
        Veld(
            "werkgebied",
            "gebiedscode",
            "Het gebied van ingangen waar het niet uit volgt: een code, of landelijk.",
            "GM9999",
            verwijst="gebied",
        ),
        Veld("gebruiken", "ja_nee", "Nee, als deze bron niet mee moet doen.", "nee"),
        voorbeeld="{naam: producten, vorm: open-product, adres: 'https://producten.uw-gemeente.example/api/v1/producttypen'}",
        lijst=True,
        verplicht=True,
    ),
)
