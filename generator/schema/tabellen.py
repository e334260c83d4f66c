"""De tabellen (CSV): elke kolom met haar uitleg en een voorbeeld; bron van de lezer en van de gids."""

from typing import NamedTuple


class Kolom(NamedTuple):
    """Een kolom; `voorbeelden` zijn de cellen van de voorbeeldrijen."""

    naam: str
    uitleg: str
    voorbeelden: tuple[str, ...]
    verplicht: bool = True


class Tabelvorm(NamedTuple):
    naam: str
    uitleg: str
    kolommen: tuple[Kolom, ...]
    map: str = "gebieden/*"

    @property
    def verplicht(self) -> tuple[str, ...]:
        return tuple(kolom.naam for kolom in self.kolommen if kolom.verplicht)

    @property
    def extra(self) -> tuple[str, ...]:
        return tuple(kolom.naam for kolom in self.kolommen if not kolom.verplicht)

    def voorbeeld(self) -> str:
        """Het bestand met zijn voorbeeldrijen."""
        rijen = [[kolom.naam for kolom in self.kolommen], *zip(*(k.voorbeelden for k in self.kolommen), strict=True)]
        return "".join(",".join(rij) + "\n" for rij in rijen)


WIJKEN = Tabelvorm(
    "wijken.csv",
    "De wijken van een gemeente zonder kaart; of, naast een kaart, alleen hun letters.",
    (
        Kolom("code", "De code van de wijk.", ("WK999901", "WK999902")),
        Kolom("naam", "De naam.", ("Noord", "Zuid")),
        Kolom("letter", "Een letter voor de tegelkaart, hoogstens drie tekens.", ("A", "B"), verplicht=False),
        Kolom(
            "adres",
            "Het laatste deel van het adres van haar pagina, als dat anders is dan haar naam.",
            ("noord", "zuid"),
            verplicht=False,
        ),
    ),
)
TEGELS = Tabelvorm(
    "tegels.csv",
    "Waar elke wijk ligt op de tegelkaart, voor een gemeente zonder grenzen.",
    (
        Kolom("code", "De code van de wijk.", ("WK999901", "WK999902")),
        Kolom("rij", "De rij, vanaf 1.", ("1", "1")),
        Kolom("kolom", "De kolom, vanaf 1.", ("1", "2")),
    ),
)
POSTCODES = Tabelvorm(
    "postcodes.csv",
    "Bij elke postcode haar wijk. De opdracht 'gebieden postcodes' maakt dit bestand uit de tabel van het CBS.",
    (
        Kolom("postcode", "De postcode.", ("9999 AA", "9999 AB")),
        Kolom(
            "wijken",
            "De code van de wijk; zijn er meer, dan met een spatie ertussen.",
            ("WK999901", "WK999901 WK999902"),
        ),
    ),
)
KERNCIJFERS = Tabelvorm(
    "kerncijfers.csv",
    "Cijfers per wijk, buurt of gemeente: op elke regel een getal. Wat elke indicator is, staat in kerncijfers.yaml.",
    (
        Kolom("gebied", "De code van de wijk, de buurt of de hele gemeente.", ("WK999901", "WK999902")),
        Kolom("jaar", "Het jaar, in vier cijfers.", ("2025", "2025")),
        Kolom("indicator", "Het id van de indicator in kerncijfers.yaml.", ("wmo-clienten", "wmo-clienten")),
        Kolom("categorie", "Een soort binnen de indicator; leeg is alles.", ("begeleiding", "begeleiding")),
        Kolom(
            "waarde", "Een getal met een punt, <5 voor een klein aantal, of niets als het onbekend is.", ("24", "<5")
        ),
        Kolom("bron", "Waar dit getal staat.", ("Jaarverslag 2025", "Jaarverslag 2025"), verplicht=False),
        Kolom("gepubliceerd", "De dag waarop de bron uitkwam.", ("2026-05-01", "2026-05-01"), verplicht=False),
    ),
)
UPL = Tabelvorm(
    "upl.csv",
    "De uniforme productnamenlijst (UPL) zoals standaarden.overheid.nl haar als CSV uitgeeft; ook in een set. Zet het "
    "bestand neer zoals u het kreeg: de site kijkt er 'upl' van een functie mee na. Dit voorbeeld is verzonnen.",
    (
        Kolom("UniformeProductnaam", "De naam van het product.", ("verzonnen product", "verzonnen product")),
        Kolom(
            "URI",
            "De URI van het product; zij komt terug bij elke wettelijke grondslag.",
            ("https://upl.example/terms/verzonnenProduct", "https://upl.example/terms/verzonnenProduct"),
        ),
        Kolom("Rijk", "Een X als het Rijk dit levert.", ("", ""), verplicht=False),
        Kolom("Provincie", "Een X als een provincie dit levert.", ("", ""), verplicht=False),
        Kolom("Waterschap", "Een X als een waterschap dit levert.", ("", ""), verplicht=False),
        Kolom("Gemeente", "Een X als een gemeente dit levert.", ("X", "X"), verplicht=False),
        Kolom("Burger", "Een X als het voor inwoners is.", ("X", "X"), verplicht=False),
        Kolom("Bedrijf", "Een X als het voor bedrijven is.", ("", ""), verplicht=False),
    ),
    "sociale_kaart",
)
TABELVORMEN = (WIJKEN, TEGELS, POSTCODES, KERNCIJFERS, UPL)
