"""De veldentabel van de zoektests."""

from generator.betekenis import woorden
from generator.model import zoeken as model
from generator.schema.veld import Veld, groep, tekst

ZOEKTESTS = groep(
    "zoektests.yaml",
    "Vragen zoals bewoners ze typen, met wat bovenaan hoort te staan. Het klantcontactcentrum houdt dit bij.",
    model.Zoektests,
    groep(
        "zoektests",
        "De vragen.",
        model.Zoektest,
        tekst("vraag", "De vraag zoals iemand die typt.", "deurwaarder aan de deur", verplicht=True, grens=120),
        Veld(
            "functies",
            "verwijzing",
            "Een van deze functies hoort bij de eerste drie.",
            "schuldhulpverlening",
            lijst=True,
            verwijst="functie",
        ),
        Veld(
            "voorzieningen",
            "verwijzing",
            "Of een van deze voorzieningen.",
            "geldloket-noord",
            lijst=True,
            verwijst="voorziening",
        ),
        tekst(
            "herkomst",
            "Waar de vraag vandaan komt. Een vraag om mee te meten komt niet van wie de zoekwoorden schrijft.",
            "gesprek aan de balie",
            grens=80,
        ),
        Veld(
            "datum",
            "datum",
            "De dag waarop de vraag erbij kwam. Een zoekwoord van daarna mag haar niet overschrijven.",
            "2026-11-01",
        ),
        voorbeeld="{vraag: deurwaarder aan de deur, functies: [schuldhulpverlening]}",
        lijst=True,
        verplicht=True,
    ),
)


ELDERS = groep(
    "elders.yaml",
    "Wat inwoners hier vragen en wat hier niet staat: waar moeten zij dan heen? Dit komt bij wat het programma al kent.",
    model.Elderslijst,
    groep(
        "elders",
        "De onderwerpen. Een onderwerp met een id dat het programma al kent, komt ervoor in de plaats.",
        model.Elders,
        Veld("id", "id", "Het id.", "markt", verplicht=True),
        tekst("naam", "Hoe het onderwerp heet.", "De markt", verplicht=True, grens=80),
        tekst(
            "zoekwoorden",
            "Woorden van inwoners. Bij meer woorden moeten ze allemaal in de vraag staan; 'of' geeft keus.",
            "kraam of plek huren",
            lijst=True,
            verplicht=True,
            grens=200,
        ),
        tekst(
            "altijd",
            "Zoekwoorden die dit bijna altijd betekenen, ook als zij hier bij hulp staan.",
            "marktkraam",
            lijst=True,
            grens=200,
        ),
        tekst(
            "uitleg",
            "Waar iemand heen moet, in een of twee korte zinnen.",
            "De marktmeester van de gemeente gaat hierover.",
            verplicht=True,
            grens=300,
        ),
        Veld(
            "waar",
            "keuze",
            "Of de gemeente het doet, een andere instantie, of niemand die wij kennen.",
            "gemeente",
            keuzes=woorden.ELDERS_WAAR,
        ),
        Veld("url", "url", "De pagina waar dit staat.", "https://www.uw-gemeente.example/markt"),
        Veld(
            "vult_aan",
            "keuze",
            "Zet 'landelijk' om de woorden bij te schrijven bij wat het programma al kent.",
            "landelijk",
            keuzes=("landelijk",),
        ),
        voorbeeld="{id: markt, naam: De markt, zoekwoorden: [marktkraam], uitleg: Vraag dit aan de gemeente.}",
        lijst=True,
        verplicht=True,
    ),
)
