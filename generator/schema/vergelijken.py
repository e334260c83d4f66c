"""De veldentabel om gemeenten naast elkaar te leggen en om te laten zien wat een stuk verder zegt."""

from generator.betekenis import woorden
from generator.model import vergelijken as model
from generator.model.toegang import Bron, Verdieping, Verdiepingrij
from generator.schema.veld import Veld, groep, tekst

DOOR = Veld(
    "door", "keuze", "Wat voor partij het doet; hierop wordt vergeleken.", "gemeente", keuzes=tuple(woorden.DOOR)
)

_BRON = groep(
    "bron",
    "Waar dit staat.",
    Bron,
    tekst("stuk", "De titel van het stuk.", "Beleidsplan toegang", verplicht=True),
    Veld("jaar", "stand", "Het jaar.", "2020", verplicht=True),
    tekst("plaats", "De plaats in het stuk.", "bijlage 1"),
    verplicht=True,
)

VERDIEPING = groep(
    "verdieping",
    "Wat het stuk verder zegt: een lijst, een tijdlijn of een tabel, op een eigen bladzijde.",
    Verdieping,
    Veld("id", "id", "Het id.", "varianten", verplicht=True),
    tekst("naam", "De kop.", "De varianten", verplicht=True, grens=100),
    tekst("uitleg", "Wat dit is.", "Drie manieren om het te regelen.", grens=400),
    tekst("kolommen", "De koppen van een tabel, na de eerste kolom.", "Voordelen", lijst=True, grens=60),
    groep(
        "rijen",
        "De punten of de rijen.",
        Verdiepingrij,
        tekst("naam", "Het punt, of de eerste cel.", "Variant 1", verplicht=True, grens=300),
        tekst("cellen", "De uitleg, of een cel per kolom.", "De gemeente doet alles.", lijst=True, grens=500),
        Veld("datum", "stand", "Wanneer; hebben alle rijen een datum, dan komt er een tijdlijn.", "2021-01-01"),
        lijst=True,
        verplicht=True,
    ),
    tekst("let_op", "Wat een lezer moet weten.", "De som is nagerekend.", grens=300),
    Veld("vooraan", "ja_nee", "Ja, als inwoners dit op de bladzijde van de gemeente moeten zien.", "ja"),
    tekst("zoekwoorden", "Hoe een professional hiernaar vraagt.", "scoretabel", lijst=True, grens=60),
    _BRON,
    lijst=True,
)

GEMEENSCHAPPELIJK = groep(
    "gemeenschappelijk",
    "Taken die gemeenten onder andere namen kennen, met de hand bij elkaar gezet.",
    model.Gemeenschappelijk,
    Veld("id", "id", "Het id.", "melding", verplicht=True),
    tekst("naam", "De naam.", "Een melding aannemen", verplicht=True, grens=80),
    Veld("fase", "keuze", "De fase.", "in", keuzes=tuple(woorden.FASEN), verplicht=True),
    Veld("wetten", "keuze", "De wetten van nu.", "wmo", keuzes=tuple(woorden.WETTEN_NU), lijst=True),
    Veld("functie", "verwijzing", "De functie.", "intake", verwijst="functie"),
    Veld("taken", "verwijzing", "De taken uit het register.", "melding-ontvangen", verwijst="taak", lijst=True),
    tekst("stappen", "Hoe de stap in een toegangsmodel heet.", "Melding", lijst=True, grens=80),
    tekst("reden", "Waarom dit hetzelfde is.", "Het eerste contact.", verplicht=True),
    lijst=True,
)

NAAST_ELKAAR = groep(
    "naast_elkaar",
    "Wat een stuk zelf over twee gemeenten naast elkaar zet.",
    model.Stukvergelijking,
    Veld("gemeenten", "gebiedscode", "De codes van de twee gemeenten.", "GM9999", lijst=True, verplicht=True),
    tekst("overeenkomsten", "Wat gelijk is.", "Beide hebben een backoffice.", lijst=True, grens=300),
    groep(
        "verschillen",
        "Waarin zij verschillen.",
        model.Stukverschil,
        tekst("onderwerp", "Het onderwerp.", "Inrichting", verplicht=True, grens=80),
        tekst(
            "kanten", "Wat er bij elke gemeente staat, in dezelfde volgorde.", "Zelf doen.", lijst=True, verplicht=True
        ),
        lijst=True,
    ),
    _BRON,
    lijst=True,
)
