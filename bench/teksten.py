"""Woorden en zinnen voor het verzonnen corpus: gewone taal, met de opmaak die een redacteur gebruikt."""

WAT = ("een vraag over geld", "hulp in huis", "een stapel post", "ruzie met de buren", "zorgen over uw kind", "een lege koelkast",
       "een kapotte fiets", "een formulier van de gemeente", "pijn en weinig slaap", "een sollicitatiebrief", "een dag zonder plannen",
       "een nieuwe rolstoel", "de Nederlandse taal", "het invullen van DigiD", "een uitkering", "de zorg voor uw moeder",
       "een huis dat te klein is", "een rekening die u niet begrijpt", "een gesprek dat u uitstelt", "een verhuizing")
WIE = ("een medewerker", "een vrijwilliger", "iemand van het team", "een buurtgenoot", "de gastvrouw of gastheer", "een adviseur",
       "een maatschappelijk werker", "een taalcoach", "een wijkverpleegkundige", "een ervaringsdeskundige")
DOET = ("luistert rustig", "kijkt met u mee", "legt uit wat kan", "helpt u met de eerste stap", "belt met u mee",
        "zoekt uit waar u recht op hebt", "maakt samen met u een plan", "gaat zo nodig met u mee", "vult het samen met u in",
        "wijst u de weg naar de juiste plek")
PLEK = ("in de huiskamer", "aan de lange tafel", "in de spreekkamer", "in de werkplaats", "in de keuken", "in de tuin", "bij het loket",
        "in de bibliotheek", "bij u thuis", "aan de telefoon", "in het clubgebouw", "op de eerste verdieping")
WANNEER = ("elke dinsdagochtend", "op werkdagen", "elke eerste maandag van de maand", "in de avond", "in het weekend",
           "elke woensdagmiddag", "vier keer per jaar", "na schooltijd", "in de winter", "het hele jaar door")
MEENEMEN = ("uw identiteitsbewijs", "de laatste brief van de gemeente", "uw zorgpas", "een overzicht van uw inkomsten",
            "de gegevens van uw huisarts", "een lijst met uw vragen", "uw huurcontract", "makkelijke kleren", "iemand die u vertrouwt",
            "uw agenda", "post die nog dicht is", "een foto van het probleem")
ACTIVITEIT = ("samen koken", "een wandeling door de wijk", "een cursus van zes lessen", "een spreekuur", "een praatgroep",
              "klussen in de werkplaats", "een spelletjesmiddag", "hulp bij brieven", "zingen en muziek", "oefenen op de computer",
              "een maaltijd voor een klein bedrag", "bewegen op uw eigen niveau", "ruilen van kleding en speelgoed", "huiswerkhulp")
NADRUK = ("gratis", "zonder afspraak", "niet op feestdagen", "op tijd", "eerst bellen", "ook in het Engels", "samen", "in uw eigen tempo",
          "geheim", "alleen met een verwijzing")
LINKTEKST = ("de agenda van deze maand", "het aanmeldformulier", "de regels op een rij", "de uitleg in eenvoudige taal", "onze locaties",
             "de wachttijden", "veelgestelde vragen", "de huisregels", "de film over wat wij doen")
KOPJE = ("Zo gaat het", "Wat u kunt doen", "Wat u van ons mag verwachten", "Voor u komt", "Hulp van anderen", "Als het druk is")
ZINNEN = (
    "Hebt u {wat}? Dan bent u hier welkom.",
    "U hoeft niet precies te weten wat u nodig hebt.",
    "{Wie} {doet} en vraagt wat u zelf al hebt geprobeerd.",
    "Samen met u kijkt {wie} wat het eerst moet.",
    "Het gesprek is meestal {plek} en duurt een half uur.",
    "Wij zijn er {wanneer}, en daarbuiten kunt u een bericht achterlaten.",
    "Vindt u het spannend om te komen? Bel dan eerst, {wie} {doet}.",
    "Veel mensen komen met {wat} en gaan weg met een plan.",
    "Er is {wanneer} {activiteit}; u kunt zo aanschuiven.",
    "Komt u met een kind, dan is er {plek} een rustige hoek.",
    "Past dit niet bij u, dan zoekt {wie} een plek die wel past.",
    "Wat u vertelt blijft hier, tenzij u wilt dat wij met iemand overleggen.",
    "Gaat het om {wat}, neem dan alles mee wat u daarover hebt.",
    "Wij werken samen met de huisarts, de school en het gebiedsteam.",
    "Kunt u niet zelf komen, dan komt {wie} naar u toe.",
    "De koffie staat klaar {plek}.",
    "U krijgt altijd te horen wat de volgende stap is en wie die zet.",
    "Spreekt u liever een andere taal, zeg dat dan; vaak is er een tolk.",
    "Na een paar weken belt {wie} om te vragen hoe het gaat.",
    "Hulp bij {wat} is er ook voor mensen die werken.",
    "Wilt u zelf iets doen voor een ander? Ook dan kunt u hier terecht.",
    "Soms is er een lijst van wachtenden; u hoort meteen hoe lang het duurt.",
)
GEMARKEERD = (
    "Meedoen is **{nadruk}**, en dat blijft zo.",
    "Let op: wij helpen u *{nadruk}* en doen niets achter uw rug om.",
    "Lees vooraf [{linktekst}](https://www.{domein}.example/{pad}) of vraag ernaar aan de balie.",
    "Voor {wat} is er **een vast spreekuur**, *{wanneer}*.",
    "Op [{linktekst}](https://www.{domein}.example/{pad}/) staat wat er **{wanneer}** te doen is.",
)
SAMENVATTING = (
    "Loop binnen met {wat}. {Wie} {doet}.",
    "Hulp bij {wat}, {wanneer} {plek}.",
    "{Wie} {doet}, ook als u al langer met {wat} zit.",
    "Samen met anderen: {activiteit}, {wanneer}.",
)
VOOR_WIE = ("Alle inwoners met {wat}.", "Mensen die {wanneer} tijd hebben en zin in {activiteit}.", "Gezinnen en alleenstaanden met {wat}.",
            "Iedereen vanaf 18 jaar die hulp zoekt bij {wat}.", "Mantelzorgers, en wie voor hen zorgt.")
TOEGANG = ("Kom naar het spreekuur of bel. {Wie} {doet}.", "Meld u aan met een telefoontje; {wie} {doet}.",
           "Vraag het aan bij het gebiedsteam. {Wie} {doet} en u krijgt een brief.", "U kunt {wanneer} binnenlopen.")
PROFESSIONAL = ("Bel samen met de inwoner voor een warme overdracht.",
                "Stuur een mail met de toestemming van de inwoner; wij bellen terug.",
                "Verwijs met een korte brief en zeg wat er al geprobeerd is.")
NAMEN = ("Buurtkamer", "Inloop", "Spreekuur", "Werkplaats", "Loket", "Steunpunt", "Huiskamer", "Ontmoetingsplek", "Cursus", "Praktijk",
         "Vereniging", "Maatjesproject", "Taalpunt", "Repair Cafe", "Eettafel", "Adviespunt")
EIGEN = ("De Lindehof", "Het Anker", "De Vaart", "De Wilg", "Onder de Toren", "De Zwaluw", "Het Spoor", "De Brug", "De Bron", "De Akker",
         "Het Veerhuis", "De Molen", "De Eik", "De Schakel", "Het Kompas", "De Haven", "De Kern", "De Weide", "Het Baken", "De Linie")
STRATEN = ("Kade", "Molenpad", "Kerkstraat", "Lindelaan", "Weverstraat", "Dorpsweg", "Havenplein", "Schoolstraat", "Parklaan", "Vaarledijk")
ZOEKWOORDEN = ("blut", "eenzaam", "formulier invullen", "praatje maken", "hulp in huis", "boodschappen", "oppas", "rollator",
               "huurachterstand", "stress", "ruzie thuis", "taalles", "werk zoeken", "samen eten", "fietsen maken", "kleding",
               "papierwinkel", "brief van de gemeente")
