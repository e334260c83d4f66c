"""De veldentabel van een activiteit."""

from generator.model.activiteit import Activiteit
from generator.schema.ingang import tijden
from generator.schema.veld import VOORBEELD, Veld, groep, tekst

ACTIVITEIT = groep(
    "activiteit",
    "Een activiteit in de buurt. Zij staat op het blad van haar wijk en bij haar plek, tot zij voorbij is.",
    Activiteit,
    tekst("naam", "Hoe de activiteit heet.", "Koffieochtend", verplicht=True, grens=120),
    Veld("plek", "verwijzing", "Het id van de plek waar het is.", "buurthuis-de-sluis", verwijst="voorziening"),
    tekst("waar", "Waar het is, als dat geen plek van de kaart is.", "Bij de fontein op de Brink", grens=160),
    Veld(
        "gebied",
        "gebiedscode",
        "De wijken of de gemeente. Zonder dit veld zijn dat de wijken waar de plek ligt.",
        "WK999901",
        lijst=True,
        verwijst="gebied",
    ),
    Veld("op", "datum", "De dag, als het een keer is.", "2026-12-04", toekomst=True),
    Veld("tijd", "dagtijd", "De tijd op die dag.", '"10:00-12:00"'),
    tijden("tijden", "Of: wanneer het elke week of maand is."),
    tekst("tekst", "Wat er te doen is, in een of twee zinnen.", "Koffie en een praatje.", grens=300),
    tekst("kosten", "Wat het kost.", "gratis", grens=80),
    tekst("aanmelden", "Wat iemand vooraf moet doen.", "Aanmelden hoeft niet.", grens=160),
    VOORBEELD,
    tekst("bron", "Waar de gegevens vandaan komen.", "agenda van de organisatie", grens=300),
    Veld("id", "id", "Hoeft niet: de bestandsnaam is het id.", "koffieochtend-de-sluis"),
)
