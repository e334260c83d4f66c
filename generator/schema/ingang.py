"""De veldentabel van een ingang: voorziening, organisatie, functie en levensgebied."""

from generator import model
from generator.betekenis import woorden
from generator.schema.veld import VOORBEELD, Veld, groep, tekst
from generator.schema.wetten import WETTEN_NU_VELD

ROLSTOEL, STATUS = tuple(woorden.ROLSTOEL), tuple(woorden.STATUS)


def punt(uitleg: str) -> Veld:
    return groep(
        "punt",
        uitleg,
        model.Punt,
        Veld("lengte", "lengte", "De lengte: 3.2 tot 7.3.", 6.155, verplicht=True),
        Veld("breedte", "breedte", "De breedte: 50.7 tot 53.7.", 52.251, verplicht=True),
    )


def tijden(naam: str, uitleg: str) -> Veld:
    dagen = [
        Veld(
            dag,
            "dagtijd",
            f"De tijden op {vol}; laat de dag weg als u het niet weet. Er mag 'op afspraak', 'eerste en derde' "
            "of 'even weken' voor staan.",
            '"09:00-12:00, op afspraak 13:00-17:00"',
        )
        for dag, vol in woorden.DAGNAAM.items()
    ]
    return groep(
        naam,
        f"{uitleg} Zijn er per seizoen andere tijden? Maak er een lijst van, met in elk deel een 'periode'.",
        model.Tijden,
        *dagen,
        Veld(
            "periode",
            "periode",
            "Wanneer deze tijden gelden, elk jaar. Buiten elke periode is het dicht.",
            "1 april tot en met 30 september",
        ),
        Veld(
            "niet_in",
            "keuze",
            "Wanneer het dicht is: schoolvakanties, een vakantie bij naam, of feestdagen.",
            "schoolvakanties",
            lijst=True,
            keuzes=tuple(woorden.NIET_IN),
        ),
        groep(
            "uitzonderingen",
            "Dagen met andere tijden.",
            model.Uitzondering,
            Veld("op", "datum", "Die ene dag.", "2026-12-24", toekomst=True),
            Veld("van", "datum", "Of: de eerste dag.", "2026-12-27", toekomst=True),
            Veld("tot", "datum", "En de laatste dag.", "2026-12-30", toekomst=True),
            Veld("tijden", "dagtijd", "De tijden op die dagen, of gesloten.", '"09:00-12:00"', verplicht=True),
            tekst("tekst", "Waarom, in een paar woorden.", "Inventaris", grens=80),
            lijst=True,
            voorbeeld='{op: 2026-12-24, tijden: "09:00-12:00"}, {van: 2026-12-27, tot: 2026-12-30, tijden: gesloten, tekst: Inventaris}',
        ),
        tekst(
            "toelichting",
            "Wat in woorden moet. Een programma leest dit niet: de stand heet dan 'volgens het rooster'.",
            "Niet bij gladheid of storm.",
            grens=160,
        ),
        een_of_meer=True,
    )


CONTACT = groep(
    "contact",
    "Hoe iemand contact opneemt. Gebruik alleen algemene nummers en adressen, nooit die van een persoon.",
    model.Contact,
    Veld("telefoon", "telefoon", "Het nummer dat bewoners bellen.", '"0999-12 34 56"'),
    tijden("telefoontijden", "Wanneer de telefoon wordt opgenomen."),
    groep(
        "telefoons",
        "Andere nummers, elk met een naam. Staat hier het eerste nummer nog eens, dan zegt dat er iets bij.",
        model.Telefoon,
        Veld("telefoon", "telefoon", "Het nummer.", '"0999-65 43 21"', verplicht=True),
        tekst("naam", "Van wie of waarvoor het nummer is.", "crisisdienst", verplicht=True, grens=60),
        tijden("tijden", "Wanneer dit nummer wordt opgenomen."),
        tekst("keuze", "Welke toets iemand kiest in het keuzemenu.", "toets 2", grens=60),
        tekst("tarief", "Wat bellen kost, als dat meer is dan gewoon.", "10 cent per gesprek", grens=60),
        tekst("bron", "De site waar het nummer staat.", "politie.nl", grens=200),
        Veld("stand", "stand", "De dag, maand of het jaar van die bron.", '"2026-09"'),
        lijst=True,
    ),
    groep(
        "nummer",
        "Waar een landelijk nummer vandaan komt.",
        model.Nummerbron,
        tekst("bron", "De site waar het nummer staat.", "politie.nl", verplicht=True),
        Veld("stand", "stand", "De dag, maand of het jaar van die bron.", '"2026-09"'),
    ),
    Veld("email", "email", "Een algemeen e-mailadres.", "info@samen.example"),
    Veld("website", "url", "Het hele adres van de site.", "https://samen.example"),
    Veld("chat", "url", "Het adres van de chat.", "https://samen.example/chat"),
    tijden("chattijden", "Wanneer iemand in de chat antwoordt."),
)

GECONTROLEERD = groep(
    "gecontroleerd",
    "Wanneer en door welk team dit is nagekeken.",
    model.Gecontroleerd,
    Veld("op", "datum", "De dag van nakijken.", "2026-11-01", verplicht=True),
    tekst("door", "De naam van een team, nooit van een persoon.", "redactie sociaal domein", verplicht=True, grens=80),
    Veld(
        "nagelezen",
        "ja_nee",
        "Nee, als dit uit een bron is overgenomen en nog niemand het heeft nagezien. Dan is 'op' de dag van die bron.",
        "nee",
    ),
    Veld(
        "termijn_maanden",
        "aantal",
        "Na hoeveel maanden het opnieuw moet, hoogstens 36. Zonder dit veld is dat 12, of wat beheer.yaml van deze soort "
        "zegt. Een nummer bij nood moet altijd na 90 dagen.",
        6,
        grens=36,
    ),
    verplicht=True,
)

LOCATIE = groep(
    "locaties",
    "De plekken waar iemand heen kan.",
    model.Locatie,
    tekst("naam", "Hoe de plek heet, als dat anders is dan de naam hierboven.", "Buurthuis De Sluis", grens=120),
    groep(
        "adres",
        "Het bezoekadres.",
        model.Adres,
        tekst("straat", "De straat.", "Kade", grens=80),
        Veld("huisnummer", "huisnummer", "Het nummer met toevoeging.", "12A"),
        Veld("postcode", "postcode", "De postcode.", "9999 AA"),
        tekst("plaats", "De plaats.", "Ons Dorp", grens=80, verplicht=True),
    ),
    Veld("adres_geheim", "ja_nee", "Ja, bij een opvang waarvan niemand het adres mag weten.", "nee"),
    punt("De plek op de kaart, in graden (WGS84)."),
    tijden("openingstijden", "Wanneer u er terechtkunt. Een dag die u weglaat is onbekend, niet gesloten."),
    tekst(
        "ter_plaatse",
        "Wat iemand bij de deur moet weten: de ingang, trap, lift, bel of parkeerplaats.",
        "Drempel bij de ingang; bel aan voor de oprijplank.",
        grens=200,
    ),
    Veld("rolstoel", "keuze", "Of iemand met een rolstoel naar binnen kan.", "ja", keuzes=ROLSTOEL),
    groep(
        "toegankelijk",
        "Feiten over het gebouw. Laat weg wat u niet hebt nagevraagd.",
        model.Toegankelijk,
        *(
            Veld(naam, "keuze", f"Of dit er is: {feit.ja}.", "ja", keuzes=woorden.IS_ER)
            for naam, feit in woorden.FEITEN_GEBOUW.items()
        ),
    ),
    lijst=True,
)

VOORZIENING = groep(
    "voorziening",
    "Een ingang van de sociale kaart: een plek, dienst of vereniging.",
    model.Voorziening,
    tekst("naam", "De naam zoals bewoners die kennen.", "Geldloket Noord", verplicht=True, grens=120),
    Veld("organisatie", "verwijzing", "Het id van de organisatie.", "stichting-samen", verwijst="organisatie"),
    Veld(
        "functies",
        "verwijzing",
        "Wat deze plek doet: ids uit het vocabulaire. Het belangrijkste eerst.",
        "schuldhulpverlening",
        verplicht=True,
        lijst=True,
        verwijst="functie",
    ),
    tekst(
        "samenvatting",
        "Wat iemand hier kan, in een zin.",
        "Gratis hulp bij geldzorgen, post en formulieren.",
        verplicht=True,
        grens=160,
    ),
    Veld(
        "omschrijving", "markdown", "De hele uitleg, in eenvoudige Markdown.", "Loop binnen met uw post.", grens=5000
    ),
    Veld("doelgroepen", "keuze", "Voor wie het is.", "volwassenen", keuzes=tuple(woorden.DOELGROEPEN), lijst=True),
    groep(
        "leeftijd",
        "Voor welke leeftijd het is. Noemt iemand een leeftijd, dan komt wat daar niet bij past later.",
        model.Leeftijd,
        Veld("van", "aantal", "Vanaf hoeveel jaar.", 18, grens=120),
        Veld("tot", "aantal", "Tot en met hoeveel jaar.", 27, grens=120),
    ),
    tekst("voor_wie", "Voor wie het is, in een zin.", "Inwoners van 18 jaar en ouder.", grens=300),
    tekst(
        "niet_voor",
        "Voor wie het niet is, en waar die wel terechtkan.",
        "Ondernemers; die gaan naar het Bbz-loket.",
        grens=300,
    ),
    tekst(
        "zoekwoorden",
        "Woorden die bewoners gebruiken en die nergens anders in de tekst staan.",
        "blauwe envelop",
        lijst=True,
        grens=60,
    ),
    groep(
        "kosten",
        "Wat het kost.",
        model.Kosten,
        Veld("soort", "keuze", "Of het geld kost.", "gratis", verplicht=True, keuzes=tuple(woorden.KOSTEN)),
        tekst(
            "toelichting",
            "Wat u erover wilt zeggen, zonder bedragen die wisselen.",
            "Koffie kost een kleine bijdrage.",
            grens=300,
        ),
    ),
    groep(
        "toegang",
        "Hoe iemand binnenkomt.",
        model.Toegang,
        Veld("hoe", "keuze", "De weg naar binnen.", "vrij", verplicht=True, keuzes=tuple(woorden.TOEGANG)),
        tekst("uitleg", "Wat iemand moet doen, in een of twee zinnen.", "U kunt zo binnenlopen.", grens=400),
        tekst("professional", "De weg voor een collega die doorverwijst.", "Bel voor warm overdragen.", grens=400),
        tekst("meenemen", "Wat iemand meeneemt.", "Een geldig identiteitsbewijs", lijst=True, grens=120),
        Veld(
            "via",
            "verwijzing",
            "Ingangen waar iemand de weg hierheen kan vragen. Nodig als er geen deur, nummer of website is.",
            "regelhulp",
            lijst=True,
            verwijst="voorziening",
        ),
        verplicht=True,
    ),
    Veld(
        "werkgebied",
        "gebiedscode",
        "Voor welke gebieden: codes, of landelijk.",
        "GM9999",
        verplicht=True,
        lijst=True,
        verwijst="gebied",
    ),
    CONTACT,
    LOCATIE,
    Veld("talen", "taal", "Talen die hier gesproken worden.", "nl", lijst=True),
    Veld("tolk", "ja_nee", "Ja, als er een tolk bij kan zijn.", "ja"),
    groep(
        "tijdelijk",
        "Een mededeling die vanzelf weer verdwijnt. Zijn er meer, maak er dan een lijst van.",
        model.Tijdelijk,
        Veld("van", "datum", "De eerste dag.", "2026-12-20", verplicht=True, toekomst=True),
        Veld("tot", "datum", "De laatste dag.", "2027-01-05", verplicht=True, toekomst=True),
        tekst("tekst", "De mededeling.", "Dicht in de kerstvakantie.", verplicht=True, grens=300),
        Veld("gesloten", "ja_nee", "Nee, als de gewone tijden blijven gelden; ja, als het dicht is.", "ja"),
        een_of_meer=True,
    ),
    groep(
        "wachttijd",
        "Hoe lang iemand wacht. Na 60 dagen laten we dit niet meer zien.",
        model.Wachttijd,
        tekst("tekst", "De wachttijd in woorden.", "ongeveer 3 weken", verplicht=True, grens=120),
        Veld("op", "datum", "De dag waarop u dit hebt nagevraagd.", "2026-11-01", verplicht=True),
    ),
    VOORBEELD,
    GECONTROLEERD,
    Veld(
        "hoort_bij",
        "verwijzing",
        "Het id van de voorziening waar deze een onderdeel van is.",
        "geldloket",
        verwijst="voorziening",
    ),
    Veld("buiten_gemeente", "ja_nee", "Ja, als de plek met opzet buiten de gemeente ligt.", "ja"),
    tekst("bron", "Waar de gegevens vandaan komen.", "opgave van de organisatie", grens=300),
    Veld("status", "keuze", "Actief, of gesloten als het niet meer bestaat.", "actief", keuzes=STATUS),
    Veld(
        "opvolger",
        "verwijzing",
        "Bij iets dat gesloten is: het id van wat ervoor in de plaats kwam.",
        "geldloket",
        verwijst="voorziening",
    ),
    Veld("id", "id", "Hoeft niet: de bestandsnaam is het id.", "geldloket-noord"),
)

ORGANISATIE = groep(
    "organisatie",
    "Een organisatie die voorzieningen aanbiedt.",
    model.Organisatie,
    tekst("naam", "De naam.", "Stichting Samen", verplicht=True, grens=120),
    tekst(
        "samenvatting",
        "Wat de organisatie doet, in een zin.",
        "Welzijnswerk in alle wijken.",
        verplicht=True,
        grens=160,
    ),
    Veld("omschrijving", "markdown", "Meer uitleg.", "Wij werken in alle wijken.", grens=5000),
    CONTACT,
    Veld(
        "agenda",
        "url",
        "Het adres van haar agenda (iCalendar, .ics). Daar komen voorstellen voor activiteiten uit.",
        "https://samen.example/agenda.ics",
    ),
    VOORBEELD,
    GECONTROLEERD,
)

SITUATIES = groep(
    "situaties",
    "Wat er speelt als iemand dit zoekt zonder het te noemen: losse woorden en korte zinnen.",
    model.Situaties,
    tekst("wie", "Om wie het gaat of wie erbij komt kijken.", "schuldeiser", lijst=True, grens=60),
    tekst(
        "wat_er_is",
        "Wat er aan de hand is, zoals iemand het vertelt.",
        "elke week een aanmaning",
        lijst=True,
        grens=100,
    ),
    tekst("dingen", "Voorwerpen, plekken, ziekten en papieren die erbij horen.", "envelop", lijst=True, grens=60),
    tekst("gevoel", "Hoe iemand zich voelt.", "bang voor de brievenbus", lijst=True, grens=60),
    tekst("doen", "Wat iemand doet of niet meer kan: werkwoorden.", "afbetalen", lijst=True, grens=60),
)

FUNCTIE = groep(
    "functie",
    "Een functie: wat een plek kan doen. De woorden van bewoners staan hier, een keer voor alle plekken.",
    model.Functie,
    tekst("naam", "De naam van nu.", "Hulp bij schulden (schuldhulpverlening)", verplicht=True, grens=100),
    tekst("naam_in_bron", "De naam in de bron.", "Schuldhulpverlening", verplicht=True),
    tekst("genoemd_als", "Het woord in de bron, als het blok daar niet staat.", "buurtgroepen", grens=80),
    Veld("soort", "keuze", "Het soort functie.", "bouwblok", verplicht=True, keuzes=tuple(woorden.FUNCTIESOORTEN)),
    tekst("cluster", "Het cluster in de bouwtekening.", "Ondersteuning", verplicht=True),
    Veld(
        "fase",
        "keuze",
        "Voor, in of achter de toegang, of beheer.",
        "achter",
        verplicht=True,
        keuzes=tuple(woorden.FASEN),
    ),
    Veld("wetten", "keuze", "De kolommen in het stuk van 2014.", "wmo", keuzes=tuple(woorden.WETTEN), lijst=True),
    tekst("wetten_let_op", "Wat er over die kolommen te zeggen is.", "Afgeleid uit de tekst.", grens=200),
    WETTEN_NU_VELD,
    Veld(
        "themas",
        "verwijzing",
        "De levensgebieden, het beste eerst.",
        "geld",
        verplicht=True,
        lijst=True,
        verwijst="thema",
    ),
    Veld("besluit", "ja_nee", "Ja, als er een besluit van de gemeente nodig is.", "ja", verplicht=True),
    Veld(
        "uitleg",
        "markdown",
        "Wat het is, voor wie, hoe u het krijgt en of het geld kost.",
        "Hulp als u schulden hebt.",
        verplicht=True,
        grens=1500,
    ),
    tekst("aanvragen", "Hoe iemand het aanvraagt.", "U belt de gemeente.", grens=500),
    tekst("zoekwoorden", "Hoe bewoners het zeggen.", "deurwaarder", lijst=True, verplicht=True, grens=80),
    SITUATIES,
    tekst("vragen", "Wat het contactcentrum eerst vraagt.", "Is er een deurwaarder geweest?", lijst=True, grens=200),
    Veld(
        "upl",
        "uri",
        "De URI van het product in de uniforme productnamenlijst (UPL), als de gemeente dit levert. Neem haar over uit "
        "upl.csv.",
        "https://upl.example/terms/verzonnenProduct",
    ),
    Veld(
        "productcodes",
        "productcode",
        "De codes in het berichtenverkeer met aanbieders (iWmo, iJw): een categorie of een hele code.",
        '"01A03"',
        lijst=True,
    ),
    tekst("bron", "Het stuk waar de functie uit komt.", "Dienstverleningsmodel (2014)", verplicht=True),
    tekst("veranderd", "Wat er sindsdien veranderd is.", "Heet nu Veilig Thuis.", grens=500),
)

THEMA = groep(
    "themas",
    "De levensgebieden, in de volgorde van de site.",
    model.Thema,
    Veld("id", "id", "Het id.", "geld", verplicht=True),
    tekst("naam", "De naam in gewone woorden.", "Geld en schulden", verplicht=True, grens=60),
    tekst("icoon", "De naam van het plaatje.", "geld", verplicht=True, grens=40),
    tekst("samenvatting", "Wat iemand hier vindt.", "Hulp bij rekeningen en schulden.", verplicht=True, grens=160),
    tekst(
        "kan_er_spelen",
        "Wat er aan de hand kan zijn, in de woorden van een bewoner.",
        "Ik kan mijn huur niet betalen.",
        lijst=True,
        grens=160,
    ),
    tekst("zelf_doen", "Wat iemand zelf kan doen.", "Maak een lijst van uw rekeningen.", lijst=True, grens=300),
    tekst("crisis", "Wie u belt als het niet kan wachten.", "Bel bij levensgevaar het noodnummer.", grens=300),
    Veld(
        "begin",
        "id",
        "De deuren waar iemand het beste kan beginnen, op volgorde: ids van voorzieningen of functies. Bij een functie "
        "kiest de site wie haar hier als eerste werk heeft.",
        "schuldhulpverlening",
        lijst=True,
    ),
    tekst("zoekwoorden", "Woorden van bewoners.", "blut", lijst=True, grens=60),
    lijst=True,
    verplicht=True,
)

THEMABESTAND = groep("themabestand", "Alle levensgebieden.", dict, THEMA)
