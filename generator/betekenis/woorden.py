"""Elke gesloten lijst een keer: sleutel, kort woord, zin, en de volgorde waarin de site ze zet.

De veldentabel neemt de sleutels, de pagina's en de open data de woorden, en de browser krijgt ze in zijn gegevens.
Een waarde erbij is hier een regel erbij; tests/test_woorden.py mist een woord dat ontbreekt.
"""

from dataclasses import dataclass

from generator.betekenis.kalender import DAGNAMEN
from generator.model import DAGEN


@dataclass(frozen=True, slots=True)
class Toegangsweg:
    """Een weg naar binnen. `stap` is de stap van de wegwijzer en de onderwerpen, `trede` hoe ver iemand moet gaan (0 vrij, 3 besluit)."""

    kort: str
    zin: str
    stap: str
    trede: int
    open_voor_ieder: bool = False


# In de volgorde van de papieren: wat niet kan wachten, wat vrij is, wat een besluit vraagt.
TOEGANG = {
    "spoed": Toegangsweg("spoed", "Dit is voor als het niet kan wachten.", "nu", 0, open_voor_ieder=True),
    "vrij": Toegangsweg("zonder verwijzing", "U kunt zo naar binnen of bellen. U hebt geen verwijzing nodig.", "vrij", 0,
                        open_voor_ieder=True),
    "aanmelden": Toegangsweg("eerst aanmelden", "Meld u eerst aan. U hebt geen verwijzing nodig.", "vrij", 1, open_voor_ieder=True),
    "onbekend": Toegangsweg("vraag hoe u er terechtkunt", "Vraag hoe u er terechtkunt.", "vrij", 1),
    "verwijzing": Toegangsweg("met verwijzing", "U hebt een verwijzing nodig, bijvoorbeeld van de huisarts.", "verwijzing", 2),
    "melding_gemeente": Toegangsweg("via de gemeente", "U vraagt dit aan bij de gemeente. Zij kijkt samen met u wat nodig is.", "besluit", 3),
    "indicatie": Toegangsweg("met indicatie", "U hebt een indicatie nodig. Dat is een besluit dat u recht hebt op deze hulp.", "besluit", 3),
}
TOEGANG_VOLGORDE = {sleutel: nummer for nummer, sleutel in enumerate(TOEGANG)}

KOSTEN = {"gratis": "gratis", "eigen_bijdrage": "eigen bijdrage", "betaald": "kost geld", "onbekend": "kosten niet bekend"}

ROLSTOEL = {"ja": "goed te bereiken met een rolstoel", "deels": "voor een deel te bereiken met een rolstoel",
            "nee": "niet te bereiken met een rolstoel", "onbekend": ""}

DOELGROEPEN = {
    "iedereen": "iedereen", "kinderen": "kinderen", "jongeren": "jongeren", "ouders": "ouders", "volwassenen": "volwassenen",
    "ouderen": "ouderen", "mantelzorgers": "mantelzorgers", "beperking": "mensen met een beperking",
    "nieuwkomers": "mensen die nieuw in Nederland zijn", "ondernemers": "ondernemers", "werkgevers": "werkgevers",
    "vrijwilligers": "vrijwilligers", "naasten": "naasten", "professionals": "professionals",
}


@dataclass(frozen=True, slots=True)
class Fasewoord:
    """Een plek in de hulp: de kop boven een groep, en de zin op de pagina van een functie."""

    kort: str
    zin: str


FASEN = {
    "voor": Fasewoord("Voor de toegang", "Voor de toegang: u kunt er zo terecht."),
    "in": Fasewoord("In de toegang", "In de toegang: hier wordt gekeken wat u nodig hebt."),
    "achter": Fasewoord("Achter de toegang", "Achter de toegang: na een besluit."),
    "beheer": Fasewoord("Beheer", "Werk achter de schermen bij de gemeente."),
}

WETTEN = {"jeugd": "Jeugdwet", "wmo": "Wmo", "participatie": "Participatiewet"}
ROUTEWETTEN = {"wmo": WETTEN["wmo"], "jeugd": WETTEN["jeugd"], "participatie": WETTEN["participatie"], "schuldhulp": "Schuldhulp"}

# Soort ingang: map onder sociale_kaart/, sleutel en woord.
SOORTNAAM = {"algemene_voorziening": "Algemene voorziening", "ketenpartner": "Ketenpartner", "wijkfunctie": "In de wijk"}
FUNCTIESOORTEN = ("bouwblok", "wijkfunctie", "ketenpartner")
STATUS = {"actief": "", "gesloten": "bestaat niet meer"}

DAGNAAM = dict(zip(DAGEN, DAGNAMEN, strict=True))

VAKANTIES = ("herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie")
NIET_IN = {"schoolvakanties": "in de schoolvakanties", "feestdagen": "op feestdagen", **{naam: f"in de {naam}" for naam in VAKANTIES}}
SCHOOLREGIOS = ("noord", "midden", "zuid")

# De schaal van een voorziening, zoals de papieren haar noemen, en wat dat is.
SCHALEN = {"landelijk": "landelijk: voor heel Nederland", "regionaal": "regionaal: voor een hele regio",
           "bovenlokaal": "bovenlokaal: voor een paar gemeenten", "lokaal": "lokaal: binnen één gemeente"}

# De nummers bij gevaar zijn die van deze ingangen; wie ze noemt, vraagt ze daar (betekenis/nood.py).
NOODINGANGEN = {"gevaar": "112-noodnummer", "zelfmoord": "113-zelfmoordpreventie", "geweld": "veilig-thuis"}
