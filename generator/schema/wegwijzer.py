"""De veldentabel van de wegwijzer."""

from generator.model import wegwijzer as model
from generator.schema.veld import Veld, groep, tekst


def _kop(voorbeeld: str, uitleg: str) -> Veld:
    return tekst("naam", uitleg, voorbeeld, verplicht=True, grens=90)


_THEMA = Veld("thema", "verwijzing", "Het id van het levensgebied.", "geld", verplicht=True, verwijst="thema")
_ID = Veld("id", "id", "Het id; het komt in het adres van de pagina.", "rekeningen", verplicht=True)
_UITLEG = tekst(
    "uitleg",
    "Wat iemand moet weten voor hij kiest, in een of twee zinnen.",
    "Bel ook als het bedrag klein is.",
    grens=300,
)


def _functies(**meer) -> Veld:
    return Veld(
        "functies",
        "verwijzing",
        "Wat hierbij helpt: ids uit het vocabulaire, het beste eerst.",
        "schuldhulpverlening",
        lijst=True,
        verwijst="functie",
        **meer,
    )


WEGWIJZER = groep(
    "wegwijzer.yaml",
    "De wegwijzer: van een levensgebied via een situatie naar de hulp die past.",
    model.Wegwijzer,
    Veld(
        "samen",
        "verwijzing",
        "Functies die voor meer mensen tegelijk geregeld zijn, zoals een taxi of dagbesteding.",
        "collectief-wmo-vervoer",
        lijst=True,
        verwijst="functie",
    ),
    groep(
        "themas",
        "De levensgebieden en hun vraag.",
        model.Wegwijzerthema,
        _THEMA,
        tekst("vraag", "De vraag boven de situaties.", "Wat speelt er met uw geld?", verplicht=True, grens=120),
        lijst=True,
        verplicht=True,
    ),
    groep(
        "situaties",
        "Wat er aan de hand kan zijn, in de woorden van een inwoner.",
        model.Situatie,
        _THEMA,
        _ID,
        _kop("Ik kan mijn rekeningen niet betalen", "De situatie, zoals een inwoner die zegt."),
        _UITLEG,
        _functies(),
        tekst("vraag", "De vraag boven de keuzes.", "Om wie gaat het?", grens=120),
        groep(
            "keuzes",
            "Om wie het gaat of hoe erg het is, als dat andere hulp geeft.",
            model.Keuze,
            _ID,
            _kop("Om mijzelf", "Het antwoord, kort."),
            _UITLEG,
            _functies(verplicht=True),
            lijst=True,
        ),
        lijst=True,
        verplicht=True,
        # 'functies' en 'keuzes' gaan niet samen
        voorbeeld="{thema: geld, id: rekeningen, naam: Ik kan mijn rekeningen niet betalen, functies: [schuldhulpverlening]}, "
        "{thema: geld, id: schulden, naam: Er zijn schulden, vraag: Om wie gaat het?, "
        "keuzes: [{id: ikzelf, naam: Om mijzelf, functies: [schuldhulpverlening]}]}",
    ),
)
