"""Hoe een veld heet voor wie nooit een bestand ziet: in het formulier, en in het antwoord op een melding."""

from generator.betekenis.woorden import DAGNAAM

# Een veld dat hier niet staat, heet zoals in het bestand.
VELDNAAM = {
    **DAGNAAM,
    "functies": "soort hulp",
    "samenvatting": "in een zin",
    "omschrijving": "uitleg",
    "doelgroepen": "groepen",
    "kosten": "wat het kost",
    "hoe": "hoe iemand binnenkomt",
    "professional": "voor wie doorverwijst",
    "werkgebied": "voor welke wijken",
    "telefoon": "telefoonnummer",
    "telefoons": "ander nummer",
    "nummer": "bron van het nummer",
    "email": "e-mailadres",
    "locaties": "plek",
    "punt": "plek op de kaart",
    "ter_plaatse": "bij de deur",
    "toegankelijk": "over het gebouw",
    "periode": "wanneer deze tijden gelden",
    "niet_in": "dicht in",
    "uitzonderingen": "andere tijden",
    "tijdelijk": "tijdelijk bericht",
    "op": "dag",
    "hoort_bij": "onderdeel van",
    "opvolger": "in de plaats gekomen",
    "drempelvrij": "zonder drempel",
    "termijn_maanden": "nakijken na hoeveel maanden",
}
