"""De veldentabel van de woorden voor nood: groepen woorden, regels die ze samenvoegen, en de nummers die daarbij
horen.
"""

from generator.model import crisis as model
from generator.schema.veld import Veld, groep, tekst

PUNTEN = "Hoe zwaar dit telt. Vanaf 10 punten komt het blok."


def _groepen(naam: str, uitleg: str, voorbeeld: str, **meer) -> Veld:
    return tekst(naam, uitleg, voorbeeld, lijst=True, **meer)


def _ja(naam: str, uitleg: str) -> Veld:
    return Veld(naam, "ja_nee", uitleg, "ja")


_SAMEN = _groepen(
    "samen",
    "De groepen die allemaal in de vraag moeten staan; met een schuine streep is een van de twee genoeg.",
    "partner/ouder",
    verplicht=True,
    grens=120,
)
_NIET = _groepen("niet", "Staat er ook een woord uit een van deze groepen, dan telt dit niet.", "dingen", grens=60)
_NUMMERS = Veld("nummers", "id", "De nummers, het beste eerst.", "veilig-thuis", lijst=True)
_REGEL = groep(
    "regels",
    "Wat samen op deze nood wijst.",
    model.Regel,
    _SAMEN,
    Veld("punten", "aantal", PUNTEN, 12, verplicht=True, grens=30),
    _NIET,
    _ja("rij", "Ja, als de groepen in deze volgorde moeten staan, dicht bij elkaar."),
    _ja("heel", "Ja, als er in de vraag verder niets mag staan."),
    _ja(
        "wacht",
        "Ja, als het vervolg van de zin er nog iets anders van kan maken; dan wacht het blok tot het typen stopt.",
    ),
    _ja("spoed", "Ja, als het nummer voor direct gevaar dan vooraan moet."),
    _ja("vroeg", "Ja, als dit al mee moet met de eerste gegevens van de zoekpagina; die blijven klein."),
    lijst=True,
)

CRISIS = groep(
    "crisis.yaml",
    "Woorden die op nood wijzen, bovenop wat de sociale kaart al kent.",
    model.Crisis,
    groep(
        "nummers",
        "Nummers die bij nood horen. Het nummer zelf komt uit de ingang.",
        model.Noodnummer,
        Veld("id", "id", "Hoe dit nummer hier heet.", "crisisdienst", verplicht=True),
        tekst("naam", "De naam naast het nummer.", "Crisisdienst", verplicht=True, grens=60),
        Veld(
            "ingang",
            "verwijzing",
            "De voorziening waar het nummer bij staat.",
            "crisisdienst-noord",
            verwijst="voorziening",
        ),
        Veld(
            "functies",
            "verwijzing",
            "Of: de eerste voorziening met al deze functies en een telefoonnummer.",
            "crisisopvang",
            lijst=True,
            verwijst="functie",
        ),
        tekst("uitleg", "Wanneer of voor wie, in een paar woorden.", "dag en nacht", grens=80),
        Veld("telefoon", "telefoon", "Het nummer als de ingang er niet is; dan is een bron nodig.", '"0999-12 34 56"'),
        tekst("bron", "Waar dat nummer is nagelezen.", "voorbeeld.example"),
        Veld("stand", "stand", "Wanneer dat is nagelezen.", "2026-11-01"),
        _ja("spoed", "Ja, als dit nummer bij direct gevaar vooraan komt."),
        _ja("algemeen", "Ja, als dit nummer erbij komt als niet zeker is wat er aan de hand is."),
        lijst=True,
    ),
    groep(
        "groepen",
        "Woorden die hetzelfde betekenen. Een groep met een naam die er al is, wordt aangevuld.",
        model.Woordgroep,
        Veld("groep", "id", "De naam van de groep.", "op-hoog", verplicht=True),
        tekst(
            "woorden",
            "De woorden. Met * erachter alles wat zo begint, met ! erachter precies dat woord.",
            "van de hefbrug",
            lijst=True,
            verplicht=True,
            grens=60,
        ),
        lijst=True,
    ),
    groep(
        "soorten",
        "De soorten nood. Een soort met een id dat er al is, wordt aangevuld.",
        model.Noodsoort,
        Veld("id", "id", "De naam van de soort.", "geweld", verplicht=True),
        tekst(
            "kop", "De kop van het blok, als vraag. Nodig bij een nieuwe soort.", "Is het thuis niet veilig?", grens=90
        ),
        tekst("tekst", "Wat iemand nu moet doen. Nodig bij een nieuwe soort.", "Bel Veilig Thuis.", grens=240),
        _ja("snel_weg", "Ja, als de knop erbij moet waarmee iemand de pagina snel verlaat."),
        _NUMMERS,
        _REGEL,
        groep(
            "bij",
            "Nummers die erbij komen als ook deze groepen in de vraag staan.",
            model.Bijnummer,
            _SAMEN,
            Veld("nummers", "id", "De nummers.", "kindertelefoon", lijst=True, verplicht=True),
            _NIET,
            lijst=True,
        ),
        lijst=True,
    ),
    groep(
        "remmen",
        "Groepen die er punten afhalen: een film, vroeger, een cursus.",
        model.Rem,
        Veld("groep", "id", "De groep.", "verhaal", verplicht=True),
        Veld("punten", "aantal", "Hoeveel eraf gaat.", 12, verplicht=True, grens=30),
        _ja("vlak", "Ja, als de rem alleen telt vlak voor een woord dat raakt, zoals 'niet'."),
        Veld("soorten", "id", "Alleen bij deze soorten nood.", "zelfdoding", lijst=True),
        lijst=True,
    ),
    tekst(
        "gewoon",
        "Gewone woorden die nooit een tikfout zijn van een woord uit een groep.",
        "slagen",
        lijst=True,
        grens=40,
    ),
    groep(
        "schrijf",
        "Andere manieren om een woord te schrijven.",
        model.Schrijfwijze,
        tekst("woord", "Wat iemand typt.", "kwil", verplicht=True, grens=30),
        tekst("betekent", "Wat er staat.", "ik wil", verplicht=True, grens=60),
        lijst=True,
    ),
    groep(
        "weegt",
        "Woorden en groepen die elk een beetje tellen. Alleen zeggen zij weinig, samen veel.",
        model.Gewicht,
        Veld("soort", "id", "De soort nood waar zij bij horen; leeg als zij van alles kunnen zijn.", "zelfdoding"),
        Veld("punten", "aantal", "Hoeveel elk woord erbij doet.", 2, grens=30),
        Veld("eraf", "aantal", "Of: hoeveel elk woord eraf haalt.", 2, grens=30),
        tekst("woorden", "De woorden, geschreven als in een groep.", "jachtgeweer", lijst=True, grens=60),
        _groepen("groepen", "De groepen; van elke groep telt een woord.", "gif", grens=60),
        lijst=True,
    ),
)
