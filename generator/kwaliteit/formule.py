"""De formule van het cijfer: elke ingang begint op 100, en elke reden kost punten: meer als een bewoner er meer last van heeft."""

from typing import NamedTuple


class Reden(NamedTuple):
    """Wat er mis kan zijn: hoeveel punten het kost, wat er in het kort mis is, en wat u doet."""

    punten: int
    kort: str
    doen: str


REDENEN = {
    "nood_oud": Reden(
        45, "nummer bij nood te lang niet nagekeken", "bel of open de website vandaag, en zet de datum erbij"
    ),
    "geen_weg": Reden(40, "geen manier om er te komen", "zet er een telefoonnummer bij, of noem wie de weg weet"),
    "fout_nummer": Reden(35, "telefoonnummer dat niet kan bestaan", "zoek het nummer op de website van de plek"),
    "dode_link": Reden(25, "website die er niet meer is", "zoek het nieuwe adres, of haal de website weg"),
    "te_koop": Reden(25, "website die van een ander is of te koop staat", "haal het adres weg of zoek het nieuwe"),
    "lege_pagina": Reden(20, "website waar de pagina niet meer bestaat", "zoek de goede pagina"),
    "dode_mail": Reden(20, "mailadres waar geen mail kan aankomen", "vraag het goede mailadres"),
    "jaar_oud": Reden(20, "een jaar niet nagekeken", "kijk alles na en zet de datum erbij"),
    "dubbel": Reden(15, "staat er waarschijnlijk dubbel in", "voeg de twee samen, of maak het verschil duidelijk"),
    "te_laat": Reden(12, "te lang niet nagekeken", "kijk alles na en zet de datum erbij"),
    "moeilijk": Reden(12, "moeilijke tekst", "maak de zinnen kort en gebruik gewone woorden"),
    "geen_telefoon": Reden(10, "geen telefoonnummer", "vraag of er een algemeen nummer is"),
    "toegang_onbekend": Reden(10, "niet bekend hoe iemand er terechtkomt", "vraag het na en vul 'toegang' in"),
    "geen_tijden": Reden(8, "een adres zonder tijden", "vul 'openingstijden' in, ook als het op afspraak is"),
    "voor_wie": Reden(8, "niet bekend voor wie", "vul 'voor_wie' of 'doelgroepen' in"),
    "lange_zin": Reden(6, "een erg lange zin", "maak er twee zinnen van"),
    "kort": Reden(6, "samenvatting die weinig zegt", "zeg in een zin wat iemand hier kan"),
    "vreemd_netnummer": Reden(6, "netnummer van een andere plaats", "kijk of het nummer klopt"),
    "woorden": Reden(5, "geen eigen zoekwoorden", "zet bij 'zoekwoorden' hoe inwoners het noemen"),
    "omschrijving": Reden(5, "geen omschrijving", "schrijf wat er gebeurt als iemand komt"),
    "kosten": Reden(4, "niet bekend wat het kost", "vul 'kosten' in"),
    "link_verdacht": Reden(
        2, "website of mail die een keer niet bereikt is", "wacht een week; dan is er nog een keer gekeken"
    ),
    "verhuisd": Reden(4, "website met een nieuw adres", "neem het nieuwe adres over"),
}
HOOGSTE = 100
UITLEG = (
    "Elke plek begint met 100 punten. Voor alles wat een bewoner hindert gaan er punten af. Onder de 0 komt een plek niet. "
    "Het cijfer zegt niets over hoe goed de hulp zelf is."
)
