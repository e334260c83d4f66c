"""De veldentabel van de zoektests."""

from generator.model import zoeken as model
from generator.schema.veld import Veld, groep, tekst

ZOEKTESTS = groep(
    "zoektests.yaml", "Vragen zoals bewoners ze typen, met wat bovenaan hoort te staan. Het klantcontactcentrum houdt dit bij.",
    model.Zoektests,
    groep("zoektests", "De vragen.", model.Zoektest,
          tekst("vraag", "De vraag zoals iemand die typt.", "deurwaarder aan de deur", verplicht=True, grens=120),
          Veld("functies", "verwijzing", "Een van deze functies hoort bij de eerste drie.", "schuldhulpverlening", lijst=True,
               verwijst="functie"),
          Veld("voorzieningen", "verwijzing", "Of een van deze voorzieningen.", "geldloket-noord", lijst=True, verwijst="voorziening"),
          tekst("herkomst", "Waar de vraag vandaan komt. Een vraag om mee te meten komt niet van wie de zoekwoorden schrijft.",
                "gesprek aan de balie", grens=80),
          Veld("datum", "datum", "De dag waarop de vraag erbij kwam. Een zoekwoord van daarna mag haar niet overschrijven.", "2026-11-01"),
          voorbeeld="{vraag: deurwaarder aan de deur, functies: [schuldhulpverlening]}", lijst=True, verplicht=True))
