"""De veldentabel van regiokaart.yaml: welke gebouwde sites samen een beginpagina krijgen."""

from generator.model import regiokaart as model
from generator.schema.veld import Veld, groep, tekst

REGIOKAART = groep(
    "regiokaart.yaml",
    "De sites van gemeenten die samen een beginpagina krijgen, waar iemand een vraag met een plaats of postcode typt. De "
    "opdracht 'regio' leest dit bestand en de gebouwde sites. Een site staat op een map onder het adres van de regio, en "
    "anders op een eigen adres; dat leest de opdracht in de site zelf.",
    model.Regiokaart,
    tekst("naam", "De naam boven elke pagina van de regio.", "Sociale kaart Voorbeeldregio", verplicht=True, grens=80),
    Veld("adres", "url", "Het adres waar de regio komt.", "https://kaart.voorbeeldregio.example/", verplicht=True),
    Veld("accent", "kleur", "De kleur van knoppen en links.", '"#1d4f91"'),
    Veld("privacy", "url", "De privacyverklaring van de regio.", "https://voorbeeldregio.example/privacy"),
    Veld("verklaring", "url", "De toegankelijkheidsverklaring.", "https://voorbeeldregio.example/toegankelijkheid"),
    groep(
        "sites",
        "De gebouwde sites.",
        model.Regiosite,
        tekst("map", "De map met de site zoals 'bouw' haar maakte, vanaf deze map.", "sites/stad", verplicht=True),
        Veld(
            "gemeenten",
            "gebiedscode",
            "Alleen als de site meer gemeenten kent dan die zij bedient: de codes van wie zij wel bedient.",
            "GM9999",
            lijst=True,
        ),
        voorbeeld="{map: sites/ons-dorp}",
        lijst=True,
        verplicht=True,
    ),
)
