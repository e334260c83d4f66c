"""De veldentabel van adressen.yaml en doorverwijzingen.yaml: adressen die ooit op de site stonden."""

from generator.schema.ingang import punt
from generator.schema.veld import Veld, groep, tekst

GEPUBLICEERD = groep(
    "adres",
    "Wat van een adres onthouden wordt. De opdracht 'adressen' schrijft dit; met de hand hoeft u hier niets te doen.",
    dict,
    tekst("naam", "Hoe de pagina het laatst heette.", "Molenkwartier", verplicht=True, grens=300),
    tekst("code", "De code, als het een wijk is.", "WK999901", grens=20),
    tekst("codes", "De wijken of buurten erin, als het een eigen gebied is.", "WK999901", lijst=True, grens=20),
    punt("Het midden van de wijk: zo is zij terug te vinden als haar code en haar naam veranderen."),
    tekst("functies", "De functies, als het een ingang is.", "schuldhulpverlening", lijst=True, grens=64),
)

VERVALLEN = groep(
    "vervallen",
    "Een adres dat er niet meer is en niets in de plaats kreeg. De pagina zegt dat, en waar iemand dan heen kan.",
    dict,
    Veld("vervallen", "ja_nee", "Altijd ja.", "ja", verplicht=True),
    tekst(
        "uitleg", "Wat een bezoeker moet weten.", "De groep is gestopt. Er kwam niets voor in de plaats.", grens=300
    ),
    tekst("kijk_bij", "Adressen op deze site waar iemand nu heen kan.", "functies/luisterlijn", lijst=True, grens=120),
)
