"""De veldentabel van een gemeente onder gebieden/, en van de instellingen in mkdocs.yml."""

from generator.betekenis import woorden
from generator.betekenis.verklaring import VERKLARING
from generator.model import Meldwegen, Owms
from generator.schema.kennis import TOEGANGSMODEL
from generator.schema.veld import VOORBEELD, Veld, groep, tekst

ENGINES = ("material", "zensical")
ACHTERGRONDKAARTEN = ("geen", "pdok", "pdok-grijs", "pdok-pastel", "pdok-water")
FORGES = ("github", "gitlab", "forgejo")
LICENTIES = ("CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODbL-1.0", "PDDL-1.0")

GEMEENTE = groep(
    "gemeente",
    "Een gemeente en hoe zij haar toegang inricht.",
    dict,
    Veld("code", "gebiedscode", "De CBS-code.", "GM0150", verplicht=True),
    tekst("naam", "De naam.", "Deventer", verplicht=True, grens=80),
    tekst("provincie", "De provincie.", "Overijssel", verplicht=True, grens=40),
    VOORBEELD,
    tekst("toelichting", "Wat lezers over deze gemeente moeten weten.", "Deze gemeente is verzonnen.", grens=500),
    tekst(
        "opgeheven",
        "Sinds wanneer de gemeente niet meer bestaat, en waar zij nu bij hoort.",
        "Sinds 24 maart 2022 een deel van Amsterdam.",
        grens=160,
    ),
    Veld(
        "gemeenten",
        "gebiedscode",
        "De gemeenten van een regio. Wat voor de regio is (code RG...), staat dan bij elk van hen.",
        "GM1708",
        lijst=True,
    ),
    TOEGANGSMODEL,
    Veld("schoolregio", "keuze", "De regio van de schoolvakanties.", "noord", keuzes=woorden.SCHOOLREGIOS),
    Veld("toegangspunt", "verwijzing", "De voorziening waar elke vraag terechtkan.", "loket", verwijst="voorziening"),
    Veld(
        "essentieel",
        "verwijzing",
        "Functies die elke wijk hoort te hebben.",
        "huisarts",
        lijst=True,
        verwijst="functie",
    ),
)

INDICATORBESTAND = groep(
    "kerncijfers.yaml",
    "Wat de cijfers in kerncijfers.csv betekenen.",
    dict,
    groep(
        "indicatoren",
        "Elk soort cijfer.",
        dict,
        Veld("id", "id", "Het id, zoals in de kolom indicator.", "wmo-clienten", verplicht=True),
        tekst("naam", "Wat er geteld is.", "Mensen met Wmo-hulp", verplicht=True, grens=120),
        tekst(
            "uitleg",
            "Wat een lezer moet weten om het cijfer te begrijpen.",
            "Wie twee soorten hulp had, telt twee keer.",
            grens=600,
        ),
        tekst("eenheid", "Waar het getal een aantal van is.", "mensen", grens=40),
        Veld(
            "rekenen",
            "keuze",
            "Wat er met het cijfer mag. 'optellen' is voor aantallen: dan volgen ook het totaal en het getal per 1.000 "
            "inwoners. 'gemiddelde' is voor een deel van de inwoners: dat wegen wij naar inwoners. Bij 'niet' laten wij "
            "elk getal staan zoals het is. Zonder dit veld zegt een bekende eenheid het (mensen, huishoudens of "
            "besluiten: optellen; procent: gemiddelde); bij een andere eenheid is het 'niet'.",
            "optellen",
            keuzes=tuple(woorden.REKENEN),
        ),
        tekst("bron", "Waar de cijfers staan.", "Jaarverslag Wmo 2025, bladzijde 12", grens=300),
        Veld("onderdrukken", "ja_nee", "Nee, als de cijfers al openbaar zijn; anders tonen we 1 tot 4 niet.", "ja"),
        lijst=True,
        verplicht=True,
    ),
)

INDELING = groep(
    "indeling.yaml",
    "Eigen gebieden van de gemeente, gemaakt van wijken of buurten.",
    dict,
    groep(
        "gebieden",
        "Elk eigen gebied.",
        dict,
        Veld("id", "id", "Het id; het komt in het adres van de pagina.", "rivier", verplicht=True),
        tekst("naam", "De naam.", "Gebied Rivier", verplicht=True, grens=80),
        tekst("soort", "Wat voor gebied het is.", "gebiedsteam", grens=40),
        Veld("codes", "gebiedscode", "De wijken of buurten die erbij horen.", "WK999901", verplicht=True, lijst=True),
        Veld(
            "team",
            "verwijzing",
            "De voorziening die het team van dit gebied is.",
            "gebiedsteam-rivier",
            verwijst="voorziening",
        ),
        tekst("toelichting", "Wat lezers over dit gebied moeten weten.", "De wijken aan de rivier.", grens=300),
        lijst=True,
        verplicht=True,
    ),
)

_BRONBESTAND = (
    tekst(
        "bestand",
        "De naam van het bestand of het adres waar de grenzen vandaan komen.",
        "wijken_2025.gpkg",
        verplicht=True,
        grens=300,
    ),
    tekst("laag", "De laag in dat bestand.", "wijken", grens=80),
    Veld("jaar", "stand", "De jaargang.", '"2025"'),
    Veld("peildatum", "datum", "De dag van inlezen.", "2026-11-22", verplicht=True),
    tekst("sha256", "De vingerafdruk van het bronbestand.", '"0f3a..."', grens=64),
    tekst("licentie", "De licentie.", "CC BY 4.0", grens=120),
    tekst(
        "naamsvermelding",
        "Hoe de bron genoemd wil worden.",
        "CBS / Kadaster, Wijk- en buurtkaart 2025, via PDOK",
        grens=300,
    ),
    tekst(
        "bewerking",
        "Wat er aan de grenzen veranderd is.",
        "Vereenvoudigd; een grens verschoof hoogstens 4 m.",
        lijst=True,
        grens=300,
    ),
)

HERKOMST = groep(
    "herkomst.yaml",
    "Waar de gegevens van deze gemeente vandaan komen, per bestand.",
    dict,
    *(
        groep(naam, f"De herkomst van {naam}.", dict, *_BRONBESTAND)
        for naam in ("wijken", "buurten", "postcodes", "kerncijfers", "water", "ondergrond")
    ),
)

INSTELLINGEN = groep(
    "mkdocs.yml",
    "De instellingen van de site.",
    dict,
    tekst("site_name", "De naam van de site.", "Sociale kaart Ons Dorp", verplicht=True, grens=80),
    Veld(
        "site_url",
        "url",
        "Het adres waarop de site komt te staan.",
        "https://socialekaart.uw-gemeente.example/",
        verplicht=True,
    ),
    tekst("site_description", "Een zin over de site.", "Waar u terechtkunt met uw vraag.", grens=200),
    Veld(
        "repo_url",
        "url",
        "Waar de bestanden van deze site staan. Dan krijgt elke plek een link naar haar bestand.",
        "https://codeberg.org/uw-gemeente/sociale-kaart",
    ),
    tekst(
        "edit_uri",
        "De weg van dat adres naar de map met de bestanden, als de hoofdtak niet 'main' heet.",
        "_edit/hoofdtak/",
        grens=200,
    ),
    Veld("docs_dir", "keuze", "De map met geschreven pagina's; dat is altijd inhoud.", "inhoud", keuzes=("inhoud",)),
    Veld("site_dir", "keuze", "De map waar de site komt; een andere kiest u met --uit.", "site", keuzes=("site",)),
    groep(
        "theme",
        "De vorm van geschreven pagina's; die staat vast.",
        dict,
        Veld("name", "keuze", "Dat is altijd material.", "material", keuzes=("material",)),
    ),
    groep(
        "extra",
        "Eigen instellingen.",
        dict,
        groep(
            "sociale_kaart",
            "De instellingen van de sociale kaart.",
            dict,
            Veld("gemeente", "gebiedscode", "De gemeente van deze site.", "GM9999"),
            Veld("accent", "kleur", "De kleur van knoppen en links.", '"#1d4f91"'),
            Veld("meld_adres", "email", "Waar meldingen over fouten heen gaan.", "redactie@uw-gemeente.example"),
            groep(
                "melden",
                "Hoe een bezoeker een fout of een nieuwe plek meldt. Downloaden en kopiëren kan altijd.",
                Meldwegen,
                Veld(
                    "ontvanger",
                    "sitepad",
                    "Het pad op deze site waar 'ontvang' luistert. Dan kan iemand melden zonder account en zonder mail.",
                    "/melden/verstuur",
                ),
                Veld(
                    "mail",
                    "email",
                    "Het adres voor meldingen; anders is dat meld_adres.",
                    "redactie@uw-gemeente.example",
                ),
                Veld(
                    "issues",
                    "url",
                    "Het project waar meldingen als issue komen; de melder heeft daar een account nodig.",
                    "https://codeberg.org/uw-gemeente/sociale-kaart",
                ),
                Veld(
                    "forge",
                    "keuze",
                    "Wat voor site dat is, als het adres het niet zegt. Dit geldt ook voor repo_url.",
                    "forgejo",
                    keuzes=FORGES,
                ),
            ),
            groep(
                "owms",
                "Wie de gemeente is in de lijst van overheidsorganisaties van OWMS (standaarden.overheid.nl); voor de "
                "kennisartikelen van KISS.",
                Owms,
                Veld(
                    "uri",
                    "uri",
                    "De URI van de gemeente, overgenomen uit die lijst.",
                    "http://owms.example/terms/uw_gemeente",
                    verplicht=True,
                ),
                Veld(
                    "tot",
                    "datum",
                    "De einddatum die daar bij de gemeente staat. Staat er geen, schrijf dan 2099-12-31.",
                    "2099-12-31",
                    verplicht=True,
                    toekomst=True,
                ),
            ),
            Veld(
                "achtergrondkaart",
                "keuze",
                "Een achtergrond onder de kaart, van PDOK. Uw bezoekers halen die daar op; zonder dit "
                "veld haalt de kaart niets bij anderen op.",
                "pdok-grijs",
                keuzes=ACHTERGRONDKAARTEN,
            ),
            Veld(
                "licentie",
                "keuze",
                "Onder welke licentie de open data van deze site staat. Zonder dit veld is dat CC0-1.0.",
                "CC-BY-4.0",
                keuzes=LICENTIES,
            ),
            Veld(
                "engine",
                "keuze",
                "Welk programma de geschreven pagina's en de lijst om elke pagina maakt. Zonder dit veld is dat "
                "MkDocs Material; met zensical wordt de site gelijk.",
                "material",
                keuzes=ENGINES,
            ),
            Veld(
                "geschiedenis",
                "ja_nee",
                "Ja, dan zegt de site wat er veranderde, uit de vastleggingen in Git: pagina's, feeds en open data. "
                "Zonder Git, of met een halve kopie ervan, blijven die weg.",
                "ja",
            ),
            Veld(
                "geschiedenis_vanaf",
                "datum",
                "De eerste dag die in de geschiedenis telt; wat er toen al stond, is het begin.",
                "2026-01-01",
                toekomst=True,
            ),
            Veld(
                "verklaring",
                "url",
                "Het adres van de toegankelijkheidsverklaring van deze site. De gemeente geeft die zelf af, in het register.",
                "https://verklaring.uw-gemeente.example/sociale-kaart",
            ),
            Veld(
                "verklaring_status",
                "keuze",
                "De status in die verklaring, een letter van A tot en met E.",
                "B",
                keuzes=tuple(VERKLARING),
            ),
            Veld(
                "drempel_cijfers",
                "aantal",
                "Cijfers per wijk onder dit getal tonen we niet precies. Zonder dit veld is dat 5.",
                5,
                grens=100,
            ),
            tekst(
                "voorbeeldvragen",
                "Vragen die als voorbeeld in het zoekvak staan.",
                "ik kan mijn huur niet betalen",
                lijst=True,
                grens=60,
            ),
        ),
    ),
)
