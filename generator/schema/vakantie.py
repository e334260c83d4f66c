"""De veldentabel van de schoolvakanties, een los bestand in sociale_kaart/."""

from generator.betekenis import woorden
from generator.model import vakantie
from generator.schema.veld import Veld, groep, tekst

SCHOOLVAKANTIES = groep(
    "schoolvakanties.yaml",
    "Wanneer de scholen vrij zijn, per regio. Na 'bekend_tot' zegt de site niets stelligs.",
    vakantie.Schoolvakanties,
    groep(
        "bekend_tot",
        "De laatste dag waarvan de vakanties bekend zijn, per regio.",
        vakantie.Bekend,
        *(
            Veld(regio, "datum", f"De laatste dag in de regio {regio}.", "2028-09-03", toekomst=True)
            for regio in woorden.SCHOOLREGIOS
        ),
        verplicht=True,
    ),
    groep(
        "vakanties",
        "Elke vakantie.",
        vakantie.Vakantie,
        Veld("naam", "keuze", "De naam.", "kerstvakantie", verplicht=True, keuzes=woorden.VAKANTIES),
        Veld(
            "regio",
            "keuze",
            "De regio's waar deze dagen gelden.",
            "noord",
            verplicht=True,
            lijst=True,
            keuzes=woorden.SCHOOLREGIOS,
        ),
        Veld("van", "datum", "De eerste vrije dag.", "2026-12-19", verplicht=True, toekomst=True),
        Veld("tot", "datum", "De laatste vrije dag.", "2027-01-03", verplicht=True, toekomst=True),
        tekst(
            "bron",
            "Waar de dagen staan, en wanneer dat gelezen is.",
            "rijksoverheid.nl, gelezen op 28 november 2026",
            verplicht=True,
            grens=300,
        ),
        lijst=True,
        verplicht=True,
    ),
)
