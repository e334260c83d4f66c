"""De veldentabel van de kennis: bouwtekening, taken, regio, begrippen, feiten, route en het toegangsmodel van een
gemeente.
"""

from generator.betekenis import woorden
from generator.model import kennis as model
from generator.model import toegang
from generator.schema.veld import Veld, groep, tekst
from generator.schema.vergelijken import DOOR, GEMEENSCHAPPELIJK, NAAST_ELKAAR, VERDIEPING

SCHALEN, REGIE, ROLLEN = tuple(woorden.SCHALEN), tuple(woorden.REGIE), tuple(woorden.ROLLEN)
FEITSOORTEN, BANEN = tuple(woorden.FEITSOORTEN), tuple(woorden.BANEN)
TAAKSOORTEN = ("toegang", "ondersteuning_toegang", "uitvoering", "rechtmatigheid", "overhead", "beleid")
ROUTEWETTEN, _FASEN = tuple(woorden.ROUTEWETTEN), tuple(woorden.FASEN)


def _bron(naam: str = "bron", **meer) -> Veld:
    return groep(
        naam,
        "Waar dit staat.",
        toegang.Bron,
        tekst("stuk", "De titel van het stuk, zoals in feiten_bronnen.yaml.", "Beleidsplan toegang", verplicht=True),
        Veld("jaar", "stand", "Het jaar van het stuk.", "2020", verplicht=True),
        tekst("plaats", "De plaats in het stuk.", "par. 2.3"),
        **meer,
    )


def _lijst(naam: str, uitleg: str, klasse: type, *velden: Veld, **meer) -> Veld:
    return groep(naam, uitleg, klasse, *velden, lijst=True, **meer)


def _uitleg(grens: int = 300) -> Veld:
    return tekst(
        "uitleg",
        "Wat het is, in gewone woorden.",
        "De vraag van de inwoner staat voorop.",
        verplicht=True,
        grens=grens,
    )


def _naam(voorbeeld: str = "Melding", grens: int = 120) -> Veld:
    return tekst("naam", "De naam.", voorbeeld, verplicht=True, grens=grens)


def _id(voorbeeld: str) -> Veld:
    return Veld("id", "id", "Het id.", voorbeeld, verplicht=True)


def _functie(naam: str = "functie", **meer) -> Veld:
    return Veld(naam, "verwijzing", "Het id van een functie.", "schuldhulpverlening", verwijst="functie", **meer)


_LET_OP = tekst(
    "let_op",
    "Wat een lezer moet weten voor hij dit gebruikt.",
    "De tekeningen zelf staan niet in de tekst.",
    grens=300,
)
_VERANDERD = tekst("veranderd", "Wat er sindsdien veranderd is.", "Het AMHK heet nu Veilig Thuis.", grens=400)
_JAAR = Veld("jaar", "stand", "Het jaar waar dit over gaat.", "2020", verplicht=True)
_SCHAAL = Veld("schaal", "keuze", "Op welke schaal dit gebeurt.", "lokaal", keuzes=SCHALEN, verplicht=True)

_SCENARIO = groep(
    "uitvoeringsscenario",
    "Hoe dit cluster wordt uitgevoerd.",
    model.Uitvoeringsscenario,
    tekst(
        "beleidslijn", "Waar het beleid naartoe gaat.", "De gemeente bepaalt het beleid.", verplicht=True, grens=400
    ),
    groep(
        "regie",
        "Wie de uitvoering regelt.",
        model.Regie,
        Veld("soort", "keuze", "Publiek, privaat of gemengd.", "publiek", keuzes=REGIE, verplicht=True),
        tekst("toelichting", "Waarom.", "De gemeenten doen dit zelf.", verplicht=True, grens=300),
        verplicht=True,
    ),
    Veld("schaal", "keuze", "De schaal of schalen.", "lokaal", keuzes=SCHALEN, verplicht=True, lijst=True),
    tekst("schaal_toelichting", "Meer over de schaal.", "In de wijk.", verplicht=True),
    tekst("sturing", "Hoe er gestuurd wordt.", "Inkoop met goed contractbeheer.", verplicht=True, grens=300),
    tekst("bekostiging", "Hoe het betaald wordt.", "Ingekocht bij bedrijven.", verplicht=True),
    _lijst(
        "relaties",
        "Met welke andere clusters dit samenhangt, en hoe.",
        model.Relatie,
        Veld("cluster", "verwijzing", "Het id van het andere cluster.", "vervoer", verwijst="cluster", verplicht=True),
        tekst("toelichting", "Wat de twee met elkaar te maken hebben.", "Verwijzen naar elkaar.", verplicht=True),
    ),
)


def _principes(naam: str, uitleg: str) -> Veld:
    return _lijst(
        naam,
        uitleg,
        model.Principe,
        tekst("onderwerp", "Het onderwerp.", "Integraal", verplicht=True),
        tekst("keuze", "De keuze in het kort.", "De inwoner staat centraal", verplicht=True),
        _uitleg(),
    )


def _woorden(naam: str, uitleg: str, keuzes: tuple[str, ...], *meer: Veld) -> Veld:
    return _lijst(
        naam,
        uitleg,
        model.Omschreven,
        Veld("id", "keuze", "Het woord.", keuzes[0], keuzes=keuzes, verplicht=True),
        *meer,
        _uitleg(),
    )


BOUWTEKENING = groep(
    "bouwtekening.yaml",
    "De bouwtekening van het sociaal domein.",
    model.Bouwtekening,
    _id("bouwtekening-sww-2014"),
    _naam("Bouwtekening van het sociaal domein"),
    _uitleg(400),
    tekst("doel", "Waar de tekening voor is.", "Zoveel mogelijk vragen oplossen in de wijk."),
    _bron(verplicht=True),
    _LET_OP,
    _lijst(
        "fasen",
        "De fasen, van links naar rechts.",
        model.Fase,
        Veld("id", "keuze", "Het id.", "voor", keuzes=_FASEN, verplicht=True),
        _naam("Voor de toegang"),
        _uitleg(400),
        tekst("kleur_in_bron", "De kleur in de bron.", "blauw"),
        _bron(verplicht=True),
        verplicht=True,
    ),
    _lijst(
        "clusters",
        "De clusters met hun blokken.",
        model.Cluster,
        _id("ondersteuning"),
        _naam("Ondersteuning"),
        Veld("fase", "keuze", "De fase.", "achter", keuzes=_FASEN, verplicht=True),
        _uitleg(),
        tekst("lijst", "Wat er over de lijst van blokken te zeggen is.", "De lijst is niet volledig."),
        _functie("blokken", verplicht=True, lijst=True),
        _SCENARIO,
        _bron(verplicht=True),
        verplicht=True,
    ),
    groep(
        "casusregie",
        "De regie over alle hulp aan een huishouden.",
        model.Casusregie,
        _id("casusregie"),
        _naam("Casusregie multiproblemen"),
        Veld("plaats", "keuze", "De fase waar zij naast staat.", "achter", keuzes=_FASEN, verplicht=True),
        _uitleg(),
        *(
            tekst(n, u, v, grens=300)
            for n, u, v in (
                ("wanneer", "Wanneer casusregie nodig is.", "Als er veel problemen tegelijk zijn."),
                ("plek", "Waar de regisseur staat.", "Los van de clusters."),
                ("beginsel", "Het beginsel.", "Eén plan."),
            )
        ),
        _SCENARIO,
        _LET_OP,
        _bron(verplicht=True),
    ),
    _principes("kernwaarden", "De kernwaarden."),
    _bron("kernwaarden_bron"),
    _principes("leidende_principes", "De leidende principes."),
    _bron("leidende_principes_bron"),
    _woorden("schalen", "Wat de schalen in het stuk betekenen.", SCHALEN),
    _bron("schalen_bron"),
    _woorden("regievormen", "Wat publiek en privaat in het stuk betekenen.", REGIE),
    _bron("regievormen_bron"),
    groep(
        "regierollen",
        "De rollen bij het regelen van de uitvoering.",
        model.Regierollen,
        tekst("rollen", "De rollen.", "Opdrachtgever", lijst=True, verplicht=True),
        tekst("kenmerken", "De kenmerken.", "Sturen op samenhang", lijst=True, verplicht=True),
        _LET_OP,
        _bron(verplicht=True),
    ),
    _lijst(
        "vervolg",
        "Wat er na het stuk zou komen.",
        toegang.Uitgelegd,
        _naam("Verkenning"),
        _uitleg(),
        _bron(verplicht=True),
    ),
    VERDIEPING,
    _VERANDERD,
)

TAKEN = groep(
    "taken.yaml",
    "Het register van taken.",
    model.Takenregister,
    _naam("Register van taken"),
    _uitleg(),
    _LET_OP,
    _woorden("soorten", "De soorten taken.", TAAKSOORTEN, _naam("Toegang")),
    _bron("soorten_bron"),
    _lijst(
        "criteria",
        "De criteria om taken te verdelen.",
        toegang.Uitgelegd,
        tekst("nummer", "Het nummer.", "1"),
        _naam("Direct contact"),
        _uitleg(),
    ),
    tekst("criteria_uitleg", "Waar de criteria voor gebruikt zijn.", "Om taken te verdelen.", grens=500),
    _bron("criteria_bron"),
    _lijst(
        "taken",
        "De taken.",
        model.Taak,
        _id("bijzondere-bijstand"),
        _naam("Bijzondere bijstand"),
        tekst("groep", "Waar de taak bij hoort.", "Inkomen", verplicht=True),
        _uitleg(),
        _functie(),
        Veld("soort", "keuze", "Het soort taak.", "toegang", keuzes=TAAKSOORTEN, verplicht=True),
        _SCHAAL,
        tekst("toen", "Wie de taak deed ten tijde van het stuk.", "IGSD.", grens=300),
        tekst("voorstel", "Wat het stuk voorstelt.", "Naar de gemeentelijke toegang.", grens=300),
        _LET_OP,
        tekst("criteria", "De nummers van de criteria waaraan de taak voldoet.", "1", lijst=True, grens=5),
        _bron(verplicht=True),
        verplicht=True,
    ),
    GEMEENSCHAPPELIJK,
    NAAST_ELKAAR,
)


def _regiodelen(naam: str, uitleg: str, *meer: Veld) -> Veld:
    return _lijst(
        naam,
        uitleg,
        model.Regiodeel,
        *meer,
        _naam("Meppel"),
        tekst("rol", "Wat hun rol is.", "Doet mee.", verplicht=True),
        _bron(verplicht=True),
    )


REGIO = groep(
    "regio.yaml",
    "De samenwerking van gemeenten in de regio.",
    model.Regio,
    _id("sswzm"),
    _naam("De samenwerking van vijf gemeenten"),
    tekst("ook_wel", "Hoe zij ook heet.", "De Vijf"),
    _uitleg(),
    _JAAR,
    _bron(verplicht=True),
    _regiodelen("gemeenten", "De gemeenten.", Veld("code", "gebiedscode", "De CBS-code.", "GM0119", verplicht=True)),
    _regiodelen("partners", "De partners."),
    _lijst(
        "taken",
        "De schaal per taak.",
        model.Regiotaak,
        Veld("taak", "verwijzing", "Het id van de taak.", "voordeur", verwijst="taak", verplicht=True),
        _naam("Toegang"),
        Veld("schaal", "keuze", "De schaal; laat haar weg als het stuk haar open laat.", "lokaal", keuzes=SCHALEN),
        tekst("schaal_in_bron", "Hoe de schaal in het stuk heet.", "subregio"),
        _uitleg(),
        _bron(verplicht=True),
    ),
    _lijst(
        "uitgangspunten", "De uitgangspunten.", toegang.Uitgelegd, _naam("Vrijheid"), _uitleg(), _bron(verplicht=True)
    ),
    _lijst(
        "scenarios",
        "De mogelijkheden.",
        toegang.Uitgelegd,
        tekst("nummer", "Het nummer.", "1"),
        _naam("De subregio"),
        _uitleg(),
        _bron(verplicht=True),
    ),
    tekst("voorkeur", "Wat het stuk voorstelt.", "Eerst de inhoud, dan de vorm.", grens=300),
    _bron("voorkeur_bron"),
    _lijst("voorwaarden", "Wat ervoor nodig is.", toegang.Uitgelegd, _naam("Tempo"), _uitleg()),
    _bron("voorwaarden_bron"),
    _lijst(
        "verloop",
        "Wat er wanneer gebeurde.",
        model.Gebeurtenis,
        Veld("datum", "stand", "De dag, de maand of het jaar.", '"2016-09"', verplicht=True),
        tekst("wat", "Wat er gebeurde.", "Het onderzoek verschijnt.", verplicht=True),
        _bron(verplicht=True),
    ),
    VERDIEPING,
    _VERANDERD,
)

BEGRIPPEN = groep(
    "begrippen.yaml",
    "De woordenlijst.",
    dict,
    _lijst(
        "begrippen",
        "De woorden.",
        model.Begrip,
        _id("melding"),
        tekst("term", "Het woord.", "Melding", verplicht=True, grens=80),
        _uitleg(),
        tekst("afkortingen", "Afkortingen en andere vormen van het woord.", "pgb", lijst=True, grens=60),
        Veld("zie", "verwijzing", "Woorden die erbij horen.", "aanvraag", verwijst="begrip", lijst=True),
        _bron(),
        Veld("onderstrepen", "ja_nee", "Nee, als het woord in een gewone zin ook iets anders kan zijn.", "nee"),
        verplicht=True,
    ),
)

FEITEN = groep(
    "feiten_bronnen.yaml",
    "De stukken, en feiten eruit.",
    model.Bronnenlijst,
    tekst("uitleg", "Wat een lezer hier vindt.", "Feiten uit de stukken, in eigen woorden.", grens=300),
    _lijst(
        "stukken",
        "De stukken.",
        model.Stuk,
        tekst("stuk", "De titel.", "Ontvlechting sociale teams Deventer", verplicht=True),
        Veld("jaar", "stand", "Het jaar.", "2020", verplicht=True),
        tekst("soort", "Wat voor stuk het is.", "Nota", verplicht=True),
        tekst("datum", "De datum in het stuk.", "mei 2014"),
        tekst("gemeenten", "De gemeenten waar het over gaat.", "Deventer", lijst=True),
        verplicht=True,
    ),
    _lijst(
        "feiten",
        "De feiten.",
        model.Feit,
        tekst("feit", "Het feit, in eigen woorden.", "Er waren negen sociale teams.", verplicht=True, grens=300),
        Veld("soort", "keuze", "Wat voor feit het is.", "cijfer", keuzes=FEITSOORTEN, verplicht=True),
        tekst("waarde", "Het getal, de datum of de maat.", "9", grens=60),
        _LET_OP,
        _bron(verplicht=True),
    ),
)

ROUTE = groep(
    "route.yaml",
    "De weg van een vraag naar hulp.",
    toegang.Route,
    _naam("Van vraag naar hulp"),
    _uitleg(600),
    tekst("crisis", "Wat er geldt als het niet kan wachten.", "Bel bij gevaar het noodnummer.", grens=300),
    _LET_OP,
    _lijst(
        "stappen",
        "De stappen.",
        toegang.Routestap,
        _id("melding"),
        _naam("U meldt zich"),
        tekst("kort", "Wat er in de tekening staat.", "U vertelt wat er is.", verplicht=True, grens=90),
        Veld("baan", "keuze", "Wie er aan zet is.", "u", keuzes=BANEN, verplicht=True),
        _uitleg(800),
        _lijst(
            "wie",
            "Wie wat doet.",
            toegang.WieDoetWat,
            tekst("wie", "Wie.", "U", verplicht=True, grens=60),
            tekst("wat", "Wat die doet.", "Belt of mailt.", verplicht=True),
        ),
        tekst("termijn", "Hoe lang het mag duren.", "Binnen 6 weken (Wmo)."),
        tekst("uitweg", "Wanneer iemand na deze stap klaar is.", "Geholpen? Dan bent u klaar.", grens=60),
        tekst("vragen", "Wat iemand mag vragen.", "Mag er iemand mee?", lijst=True),
        tekst("meenemen", "Wat iemand meeneemt.", "Post die erbij hoort", lijst=True),
        Veld("begrippen", "verwijzing", "De woorden van deze stap.", "melding", verwijst="begrip", lijst=True),
        _functie("functies", lijst=True),
        _lijst(
            "per_wet",
            "Wat per wet anders is.",
            toegang.PerWet,
            Veld("wet", "keuze", "De wet.", "wmo", keuzes=ROUTEWETTEN, verplicht=True),
            _uitleg(500),
            _bron(),
        ),
        _bron(),
        verplicht=True,
    ),
    _lijst(
        "wetten",
        "De wetten.",
        toegang.Routewet,
        Veld("id", "keuze", "De wet.", "wmo", keuzes=ROUTEWETTEN, verplicht=True),
        _naam("Wmo"),
        _uitleg(500),
        _functie("functies", lijst=True),
        _bron(),
    ),
    _lijst(
        "afvinken",
        "Lijstjes om af te vinken.",
        toegang.Afvinklijst,
        _naam("Voor het gesprek"),
        tekst("punten", "De punten.", "Ik heb opgeschreven wat ik wil zeggen.", lijst=True, verplicht=True),
    ),
)


def _teamleden(naam: str, uitleg: str, **meer) -> Veld:
    return _lijst(
        naam,
        uitleg,
        toegang.Teamlid,
        _naam("Wijkverpleegkundige"),
        _functie(),
        Veld("organisatie", "verwijzing", "Het id van een organisatie.", "ggd", verwijst="organisatie"),
        Veld("voorziening", "verwijzing", "Het id van een voorziening.", "loket", verwijst="voorziening"),
        **meer,
    )


TOEGANGSMODEL = groep(
    "toegangsmodel",
    "Hoe de gemeente de toegang tot hulp heeft ingericht: 'zo werkt het bij ons'.",
    toegang.Toegangsmodel,
    _naam("Een team per gebied"),
    tekst("kern", "Het model in een paar zinnen.", "Elke wijk heeft een team.", verplicht=True, grens=600),
    _JAAR,
    _bron(verplicht=True),
    _lijst(
        "onderdelen",
        "De onderdelen, zoals teams en loketten.",
        toegang.Onderdeel,
        _naam("Gebiedsteam"),
        Veld("rol", "keuze", "De rol van dit onderdeel.", "toegang", keuzes=ROLLEN, verplicht=True),
        tekst("taken", "Wat dit onderdeel doet.", "Meldingen aannemen", lijst=True),
        tekst("partners", "Wie erin werken: organisaties en beroepen, geen namen van mensen.", "gemeente", lijst=True),
        tekst("periode", "Van wanneer tot wanneer.", "vanaf 2021", grens=80),
        _bron(),
    ),
    _lijst(
        "rollen",
        "De rollen van medewerkers.",
        toegang.Rol,
        _naam("Consulent"),
        tekst("taak", "Wat die doet.", "Doet het onderzoek.", verplicht=True, grens=300),
        tekst("fte", "Hoeveel voltijdbanen.", '"2.5"', grens=20),
        tekst("kwaliteiten", "Wat iemand goed kan.", "Luisteren", lijst=True),
        _bron(),
    ),
    _lijst(
        "stappen",
        "Van vraag tot besluit.",
        toegang.Stap,
        _naam(),
        tekst("wie", "Wie de stap zet.", "Inwoner", verplicht=True),
        DOOR,
        _uitleg(400),
        tekst("termijn", "Hoe lang het mag duren.", "Binnen 6 weken."),
        _bron(),
    ),
    _lijst("criteria", "Waar de gemeente op let.", toegang.Uitgelegd, _naam("Eigen kracht"), _uitleg(), _bron()),
    _lijst(
        "cijfers",
        "Cijfers over de toegang.",
        toegang.Cijfer,
        tekst("wat", "Wat er geteld is.", "Teams", verplicht=True),
        tekst("waarde", "Het getal.", '"3"', verplicht=True, grens=20),
        tekst("eenheid", "De eenheid.", "teams", verplicht=True, grens=60),
        tekst("naast", "Hoe het cijfer heet naast dat van een ander.", "Uitvoeringstaken"),
        _JAAR,
        _bron(),
    ),
    _lijst(
        "taken",
        "Wie welke taak uit het register doet.",
        toegang.Taakverdeling,
        Veld("taak", "verwijzing", "Het id van de taak.", "melding-ontvangen", verwijst="taak", verplicht=True),
        tekst("wie", "Wie de taak doet.", "Gebiedsteam", verplicht=True),
        DOOR,
        _bron(),
    ),
    _lijst(
        "teams",
        "De teams per gebied: kern en schil, met functies en organisaties en nooit personen.",
        toegang.Team,
        _naam("Gebiedsteam Rivier"),
        Veld("codes", "gebiedscode", "De wijken van dit team; niets is de hele gemeente.", "WK999901", lijst=True),
        Veld(
            "voorziening",
            "verwijzing",
            "De voorziening die dit team is.",
            "gebiedsteam-rivier",
            verwijst="voorziening",
        ),
        tekst("uitleg", "Wat lezers over dit team moeten weten.", "Het team zit aan de kade.", grens=300),
        tekst("afgeleid", "Wat in de tekening afgeleid is.", "De tekening van het stuk ontbreekt.", grens=300),
        _teamleden("kern", "Wie in de kern werken.", verplicht=True),
        _teamleden("schil", "Wie eromheen meehelpen."),
        _bron(),
    ),
    _LET_OP,
    VERDIEPING,
    _VERANDERD,
)
