"""Elke gesloten lijst een keer: sleutel, kort woord, zin, en de volgorde waarin de site ze zet.

De veldentabel neemt de sleutels, de pagina's en de open data de woorden, en de browser krijgt ze in zijn gegevens.
Een waarde erbij is hier een regel erbij; tests/test_woorden.py mist een woord dat ontbreekt.
"""

from msgspec import Struct

from generator.betekenis.kalender import DAGNAMEN
from generator.model import DAGEN


class Toegangsweg(Struct, frozen=True):
    """Een weg naar binnen. `stap` is de stap van de wegwijzer en de onderwerpen, `trede` hoe ver iemand moet gaan (0
    vrij, 3 besluit).
    """

    kort: str
    zin: str
    stap: str
    trede: int
    open_voor_ieder: bool = False


# In de volgorde van de papieren: wat niet kan wachten, wat vrij is, wat een besluit vraagt.
TOEGANG = {
    "spoed": Toegangsweg("spoed", "Dit is voor als het niet kan wachten.", "nu", 0, open_voor_ieder=True),
    "vrij": Toegangsweg(
        "zonder verwijzing",
        "U kunt zo naar binnen of bellen. U hebt geen verwijzing nodig.",
        "vrij",
        0,
        open_voor_ieder=True,
    ),
    "aanmelden": Toegangsweg(
        "eerst aanmelden", "Meld u eerst aan. U hebt geen verwijzing nodig.", "vrij", 1, open_voor_ieder=True
    ),
    "onbekend": Toegangsweg("vraag hoe u er terechtkunt", "Vraag hoe u er terechtkunt.", "vrij", 1),
    "verwijzing": Toegangsweg(
        "met verwijzing", "U hebt een verwijzing nodig, bijvoorbeeld van de huisarts.", "verwijzing", 2
    ),
    "melding_gemeente": Toegangsweg(
        "via de gemeente", "U vraagt dit aan bij de gemeente. Zij kijkt samen met u wat nodig is.", "besluit", 3
    ),
    "indicatie": Toegangsweg(
        "met indicatie", "U hebt een indicatie nodig. Dat is een besluit dat u recht hebt op deze hulp.", "besluit", 3
    ),
}
TOEGANG_VOLGORDE = {sleutel: nummer for nummer, sleutel in enumerate(TOEGANG)}

KOSTEN = {
    "gratis": "gratis",
    "eigen_bijdrage": "eigen bijdrage",
    "betaald": "kost geld",
    "onbekend": "kosten niet bekend",
}

ROLSTOEL = {
    "ja": "goed te bereiken met een rolstoel",
    "deels": "voor een deel te bereiken met een rolstoel",
    "nee": "niet te bereiken met een rolstoel",
    "onbekend": "",
}


class Feit(Struct, frozen=True):
    """Een feit over een gebouw: wat er staat als het zo is, als het niet zo is, en wat iemand kan kiezen."""

    ja: str
    nee: str
    keuze: str


# Wat iemand voor zij vertrekt wil weten over het gebouw, naast de rolstoel.
FEITEN_GEBOUW = {
    "drempelvrij": Feit("zonder drempel", "met een drempel", "zonder drempel"),
    "lift": Feit("lift", "geen lift", "een lift"),
    "toilet": Feit("aangepast toilet", "geen aangepast toilet", "een aangepast toilet"),
    "ringleiding": Feit("ringleiding voor wie slecht hoort", "geen ringleiding", "een ringleiding"),
    "rustige_ruimte": Feit("rustige ruimte", "geen rustige ruimte", "een rustige ruimte"),
    "zitplek": Feit("zitplek om te wachten", "geen zitplek om te wachten", "een zitplek"),
    "hulphond": Feit("hulphond mag mee", "hulphond mag niet mee", "hulphond mag mee"),
    "parkeerplaats": Feit(
        "parkeerplaats voor gehandicapten",
        "geen parkeerplaats voor gehandicapten",
        "een parkeerplaats voor gehandicapten",
    ),
}

DOELGROEPEN = {
    "iedereen": "iedereen",
    "kinderen": "kinderen",
    "jongeren": "jongeren",
    "ouders": "ouders",
    "volwassenen": "volwassenen",
    "ouderen": "ouderen",
    "mantelzorgers": "mantelzorgers",
    "beperking": "mensen met een beperking",
    "nieuwkomers": "mensen die nieuw in Nederland zijn",
    "ondernemers": "ondernemers",
    "werkgevers": "werkgevers",
    "vrijwilligers": "vrijwilligers",
    "naasten": "naasten",
    "professionals": "professionals",
}


class Fasewoord(Struct, frozen=True):
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
# De wet van nu op een functie; WETTEN hierboven zijn de drie kolommen van het stuk uit 2014.
WETTEN_NU = {
    "wmo": "Wmo 2015",
    "jeugdwet": "Jeugdwet",
    "participatiewet": "Participatiewet",
    "wgs": "Wet gemeentelijke schuldhulpverlening",
    "wlz": "Wet langdurige zorg",
    "zvw": "Zorgverzekeringswet",
    "awb": "Algemene wet bestuursrecht",
    "onderwijs": "Onderwijswetten",
    "inburgering": "Wet inburgering 2021",
    "justitie": "Justitie",
    "sociale_verzekering": "Sociale verzekeringen",
}
NIEUWSSTANDEN = {
    "geldt": "Geldt al",
    "komt": "Komt eraan",
    "voorstel": "Voorstel",
    "onbekend": "Vraag na of het al geldt",
}
ROUTEWETTEN = {
    "wmo": WETTEN["wmo"],
    "jeugd": WETTEN["jeugd"],
    "participatie": WETTEN["participatie"],
    "schuldhulp": "Schuldhulp",
}

# Soort ingang: map onder sociale_kaart/, sleutel en woord.
SOORTNAAM = {
    "algemene_voorziening": "Algemene voorziening",
    "ketenpartner": "Ketenpartner",
    "wijkfunctie": "In de wijk",
}
SOORT_INGANG = "Soort ingang"  # zo heet die lijst in HSDS
# Wat `nieuw` vraagt: welke soort het is, met een voorbeeld.
SOORTVRAAG = {
    "wijkfunctie": "een plek in de wijk, zoals een buurthuis of school",
    "algemene_voorziening": "een dienst of loket voor de hele gemeente",
    "ketenpartner": "een partner in zorg, werk of veiligheid, zoals een huisarts",
}
FUNCTIESOORTEN = {
    "bouwblok": "Hulp en diensten",
    "wijkfunctie": "In de wijk",
    "ketenpartner": "Partners in zorg en hulp",
}
STATUS = {"actief": "", "gesloten": "bestaat niet meer"}

DAGNAAM = dict(zip(DAGEN, DAGNAMEN, strict=True))

VAKANTIES = ("herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie")
NIET_IN = {
    "schoolvakanties": "in de schoolvakanties",
    "feestdagen": "op feestdagen",
    **{naam: f"in de {naam}" for naam in VAKANTIES},
}
# Wat er met een cijfer mag, en wat er bij staat als wij ermee rekenden.
REKENEN = {
    "optellen": "Opgeteld uit de delen van dit gebied.",
    "gemiddelde": "Gemiddelde van de delen van dit gebied, gewogen naar inwoners.",
    "niet": "Dit cijfer is niet op te tellen of te middelen.",
}

# Of iets er is: een feit over een gebouw.
IS_ER = ("ja", "nee", "onbekend")
# Waar een vraag die hier niet hoort, dan hoort.
ELDERS_WAAR = ("gemeente", "landelijk", "anders")
SCHOOLREGIOS = ("noord", "midden", "zuid")


class Schaal(Struct, frozen=True):
    """De schaal van een voorziening of taak, zoals de papieren haar noemen, en wat dat is."""

    kort: str
    zin: str


SCHALEN = {
    "lokaal": Schaal("Lokaal", "lokaal: binnen één gemeente"),
    "bovenlokaal": Schaal("Bovenlokaal", "bovenlokaal: voor een paar gemeenten"),
    "regionaal": Schaal("Regionaal", "regionaal: voor een hele regio"),
    "landelijk": Schaal("Landelijk", "landelijk: voor heel Nederland"),
}

# De bouwtekening, de weg van een vraag en de feiten: wie regie heeft, welke rol een deel van de toegang heeft, wie aan
# zet is.
REGIE = {"publiek": "Publiek", "privaat": "Privaat", "gemengd": "Publiek en privaat"}
ROLLEN = {
    "toegang": "Toegang",
    "schil": "Schil om de toegang",
    "ondersteuning": "Ondersteuning",
    "uitvoering": "Uitvoering",
    "overig": "Verder",
}
# Wat voor partij een taak doet; hierop worden gemeenten vergeleken.
DOOR = {
    "gemeente": "de gemeente",
    "gemeenten": "gemeenten samen",
    "partner": "een partner",
    "aanbieder": "een aanbieder",
    "gemengd": "de gemeente met een ander",
    "samen_inwoner": "de gemeente met de inwoner",
    "inwoner": "de inwoner",
    "ander": "een ander, buiten de gemeente",
    "open": "nog te kiezen",
}
BANEN = {"u": "U bent aan zet", "gemeente": "De gemeente is aan zet", "samen": "U en de gemeente samen"}
FEITSOORTEN = {
    "cijfer": "Cijfers",
    "datum": "Datums",
    "rol": "Rollen",
    "stap": "Stappen",
    "criterium": "Criteria",
    "partner": "Partners",
    "cluster": "Clusters en blokken",
    "overig": "Verder",
}


class Noodingang(Struct, frozen=True):
    """De ingang met een nummer bij nood, en de vraag die in een zin voor dat nummer komt (leeg: niet in de zin)."""

    id: str
    vraag: str = ""


# Wie een nummer bij nood noemt, vraagt het aan betekenis/nood.py: het komt uit deze ingangen, in deze volgorde.
NOODINGANGEN = {
    "gevaar": Noodingang("112-noodnummer", "Gevaar?"),
    "zelfmoord": Noodingang("113-zelfmoordpreventie", "Denkt u aan zelfmoord?"),
    "geweld": Noodingang("veilig-thuis", "Geweld thuis?"),
    "kind": Noodingang("kindertelefoon"),
}
