"""De veldentabel van sets.yaml, van de kaart van een set, en van het veld waarmee een bestand een set aanvult."""

from generator.model import sets as model
from generator.schema.veld import Veld, groep, tekst

SETS = groep(
    "sets.yaml",
    "De sets waar deze sociale kaart op bouwt, de onderste eerst. De set 'landelijk' hoort bij het programma en doet "
    "mee zonder dat zij hier staat. Een eigen bestand met hetzelfde id als in een set komt ervoor in de plaats. Staat er "
    "'vult_aan: landelijk' in, dan hoeft er alleen in wat anders is: dat gaat voor, de rest volgt de set, en zoekwoorden "
    "komen erbij. Bij een lijst, zoals de levensgebieden, geldt dat per deel.",
    model.Setlijst,
    groep(
        "sets",
        "De sets.",
        model.Set,
        Veld("naam", "id", "De naam van de set.", "regio-rivierenland", verplicht=True),
        tekst("map", "De map van de set, vanaf deze map.", "../regioset"),
        tekst(
            "git",
            "Het Git-adres van de set. 'bijwerken' haalt haar op en bewaart haar in sets/NAAM/; een bouw heeft dan geen "
            "internet nodig.",
            "https://git.uw-regio.example/regioset.git",
            grens=300,
        ),
        tekst("versie", "Welke versie uit Git: een label, tak of code. Zonder dit veld de nieuwste.", "v2", grens=80),
        Veld("gebruiken", "ja_nee", "Nee, als deze set niet mee moet doen.", "nee"),
        voorbeeld="{naam: regio-rivierenland, map: ../regioset}",
        lijst=True,
        verplicht=True,
    ),
)

SETKAART = groep(
    "set.yaml",
    "Wat een set over zichzelf zegt.",
    model.Setkaart,
    Veld("naam", "id", "De naam van de set.", "landelijk", verplicht=True),
    tekst("versie", "De versie: de dag waarop zij uitkwam.", "2026-11-28", verplicht=True, grens=40),
    tekst("uitleg", "Wat er in de set staat.", "Wat in elke gemeente hetzelfde is.", grens=300),
)

VULT_AAN = Veld(
    "vult_aan",
    "id",
    "Alleen als een set dit al heeft: de naam van die set. Wat hier staat gaat voor; de rest blijft zoals in de set, en "
    "zoekwoorden komen erbij. Zonder dit veld komt het bestand in plaats van dat in de set.",
    "landelijk",
)
