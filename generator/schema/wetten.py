"""De veldentabel van de wet zoals die nu is, ook het merk op een functie."""

from generator.betekenis import woorden
from generator.model import wet as model
from generator.schema.veld import Veld, groep, tekst

WETTEN_NU, NIEUWSSTANDEN = tuple(woorden.WETTEN_NU), tuple(woorden.NIEUWSSTANDEN)
_GELEZEN = Veld("gelezen", "datum", "De dag waarop iemand de wettekst las.", "2026-11-20", verplicht=True)
_NAGELEZEN = Veld("nagelezen", "ja_nee", "Ja, als een jurist het heeft nagekeken.", "nee", verplicht=True)
_ID = Veld("id", "id", "Het id.", "wmo", verplicht=True)
_ADRES = Veld("adres", "url", "Waar het te lezen is.", "https://wetten.overheid.nl/BWBR0035362", verplicht=True)


def _naam(voorbeeld: str) -> Veld:
    return tekst("naam", "De naam.", voorbeeld, verplicht=True, grens=120)


def _uitleg(grens: int = 500) -> Veld:
    return tekst("uitleg", "Wat het is, in gewone woorden.", "De gemeente beslist.", verplicht=True, grens=grens)


def _groep(naam: str, uitleg: str, **meer) -> Veld:
    return Veld(naam, "keuze", uitleg, "wmo", keuzes=WETTEN_NU, **meer)


def _regels(naam: str, uitleg: str) -> Veld:
    return groep(
        naam,
        uitleg,
        model.Regel,
        tekst("zegt", "Wat het artikel zegt.", "Het onderzoek duurt hooguit 6 weken.", verplicht=True, grens=300),
        Veld("wet", "verwijzing", "Het id van de wet.", "wmo", verwijst="wet", verplicht=True),
        tekst("artikel", "Het artikel.", '"2.3.2 lid 1"', verplicht=True, grens=60),
        tekst(
            "vaktaal", "Hoe een jurist of consulent het noemt, met komma's ertussen.", '"onderzoekstermijn"', grens=200
        ),
        lijst=True,
    )


WETTEN_NU_VELD = groep(
    "wetten_nu",
    "De wet waar het nu onder valt, met het artikel en de dag van lezen.",
    model.Wetnu,
    _groep("wet", "De wet.", verplicht=True),
    tekst("artikel", "Het artikel, als dat zeker is.", '"2.3.5"', grens=60),
    tekst("wanneer", "Voor wie of wanneer, als er meer wetten zijn.", "tot 18 jaar", grens=100),
    Veld("gelezen", "datum", "De dag waarop iemand het artikel las; laat weg als dat niet zo is.", "2026-11-20"),
    _NAGELEZEN,
    lijst=True,
)

WETTEN = groep(
    "wetten.yaml",
    "De wetten van nu: de weg per wet, de grenzen en wat er verandert.",
    model.Wetboek,
    _uitleg(),
    tekst("let_op", "Wat een lezer moet weten.", "Laat een jurist meekijken.", verplicht=True, grens=400),
    groep(
        "wetten",
        "De wetten, met de versie die gelezen is.",
        model.Wet,
        _ID,
        _groep("groep", "Bij welk merk op een functie deze wet hoort.", verplicht=True),
        _naam("Wet maatschappelijke ondersteuning 2015"),
        _uitleg(),
        _ADRES,
        Veld("geldig", "datum", "De dag van de versie die gelezen is.", "2026-07-01", verplicht=True),
        _GELEZEN,
        _NAGELEZEN,
        lijst=True,
        verplicht=True,
    ),
    groep(
        "wegen",
        "De weg naar hulp per wet.",
        model.Weg,
        _ID,
        _naam("Hulp van de gemeente (Wmo)"),
        _uitleg(),
        tekst("beslist", "Wie beslist.", "De gemeente waar u woont.", verplicht=True, grens=300),
        _groep("wetten", "Functies met dit merk gaan deze weg.", lijst=True),
        Veld("functies", "verwijzing", "Functies die altijd deze weg gaan.", "ciz", verwijst="functie", lijst=True),
        groep(
            "stappen",
            "De stappen.",
            model.Wegstap,
            _naam("Onderzoek"),
            _uitleg(),
            _regels("regels", "Wat de wet erover zegt."),
            lijst=True,
        ),
        _regels("rechten", "Wat iemand mag."),
        _regels("kosten", "Wat het kost."),
        tekst("kosten_uitleg", "Meer over de kosten.", "Het CAK rekent de bijdrage uit.", grens=300),
        Veld("via_gemeente", "ja_nee", "Ja, als het begint met een vraag aan de gemeente.", "ja"),
        tekst("zoekwoorden", "Waarop iemand deze weg zoekt.", "wmo-aanvraag", lijst=True, grens=80),
        lijst=True,
    ),
    groep(
        "grenzen",
        "Waar de ene wet ophoudt en de andere begint.",
        model.Grens,
        _ID,
        _naam("Wmo of Wlz"),
        _uitleg(800),
        _regels("regels", "Wat de wet erover zegt."),
        lijst=True,
    ),
    groep(
        "nieuws",
        "Wat er verandert.",
        model.Wetnieuws,
        _ID,
        _naam("Participatiewet in balans"),
        Veld("stand", "keuze", "Of het al geldt.", "geldt", keuzes=NIEUWSSTANDEN, verplicht=True),
        Veld("datum", "stand", "Vanaf wanneer.", "2026-01-01"),
        _uitleg(),
        tekst("bron", "Wie het schrijft.", "Gemeente.nu, 15 oktober 2025", verplicht=True, grens=120),
        _ADRES,
        _GELEZEN,
        lijst=True,
    ),
)
