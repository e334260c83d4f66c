"""De velduitleg voor wie een bestand schrijft: elk veld met wat erin mag, een goed en een fout voorbeeld."""

from collections.abc import Iterable
from datetime import date

from generator import schema
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Melding, Verslag
from generator.schema.bronlijst import BRONNEN
from generator.schema.kennisbestanden import KENNISBESTANDEN
from generator.schema.sets import SETS
from generator.schema.veld import Veld
from generator.uitleg.meldingen import als_markdown
from generator.uitleg.sjabloon import als_yaml
from generator.uitleg.soorten import SOORTEN, in_woorden
from generator.uitleg.wegwijs import wegwijs

HOOFDSTUKKEN = (
    ("Een voorziening", "sociale_kaart/algemene_voorzieningen/, ketenpartners/ of wijkfuncties/", schema.VOORZIENING),
    ("Een organisatie", "sociale_kaart/organisaties/", schema.ORGANISATIE),
    ("Een functie", "sociale_kaart/functies/", schema.FUNCTIE),
    ("Een activiteit", "sociale_kaart/activiteiten/", schema.ACTIVITEIT),
    ("De levensgebieden", "sociale_kaart/themas.yaml", schema.THEMABESTAND),
    ("Een gemeente", "gebieden/uw-gemeente/gemeente.yaml", schema.GEMEENTE),
    ("De instellingen", "mkdocs.yml", schema.INSTELLINGEN),
    ("De sets", "sets.yaml", SETS),
    ("Bronnen van anderen", "bronnen.yaml", BRONNEN),
)
HOOFDSTUKKEN_KENNIS = tuple((deel.hoofdstuk, deel.pad, deel.tabel) for deel in KENNISBESTANDEN if deel.hoofdstuk)
_INLEIDING = """---
title: Velden
description: Wat er in elk veld van een bestand mag staan, met goede en foute voorbeelden.
---

# Velden

Elke plek, dienst of vereniging staat in een eigen bestand. De naam van het bestand is het id: kleine letters, cijfers
en streepjes, zoals `geldloket-noord.yaml`. In het bestand staan velden: een naam, een dubbele punt, een spatie en een waarde.

U hoeft dit niet uit uw hoofd te kennen. Maakt u een fout, dan zegt de controle op welke regel, en wat
u kunt doen. Alle meldingen staan op de pagina [Meldingen](/redactie/meldingen/).

## Vijf regels voor elk bestand

1. Spring in met spaties, twee per stap. Gebruik geen tab.
2. Zet een tekst tussen dubbele aanhalingstekens als er een dubbele punt met een spatie in staat, of als zij met een
   bijzonder teken begint.
3. Zet telefoonnummers en tijden altijd tussen dubbele aanhalingstekens.
4. Weet u iets niet? Laat het veld weg. Vul geen streepje of vraagteken in.
5. Noem geen namen van mensen, en geen nummer of adres van een persoon.

De velden van de bestanden over kennis, zoals de woordenlijst, de wetten en het register van taken, staan op de pagina
[Velden van de kennis](/redactie/velden/kennis/).

"""
_INLEIDING_KENNIS = """---
title: Velden van de kennis
description: Wat er in elk veld van een bestand met kennis mag staan, met goede en foute voorbeelden.
---

# Velden van de kennis

Van elk bestand met kennis is er een. De velden van plekken, organisaties, functies en gemeenten, en de regels voor elk
bestand, staan op de pagina [Velden](/redactie/velden/).

"""


def fout_voorbeeld(veld: Veld) -> tuple[str, Melding]:
    """Een regel die niet mag, met de melding die de lezer daarop geeft; niet voor een groep."""
    waarde = veld.fout or SOORTEN[veld.soort].fout
    regel = f"{veld.naam}: {f'[{waarde}]' if veld.lijst and ': ' not in waarde else waarde}"
    verslag = Verslag()
    boom = lees_yaml(regel + "\n", "voorbeeld", verslag)
    if boom is not None:
        omhulsel = Veld("voorbeeld", "groep", "", velden=(veld,), klasse=dict)
        lees_groep(boom, omhulsel, Lezing(verslag, "voorbeeld", date(2026, 11, 22)))
    return regel, verslag.meldingen[0]


def _codeblok(regels: list[str]) -> str:
    return "\n".join(f"    {regel}" for regel in regels)


def _veld(veld: Veld, pad: str, diepte: int, gehad: set[str]) -> list[str]:
    """Een veld met de velden eronder. Een fout voorbeeld staat alleen bij het eerste veld van een soort."""
    verplicht = "**Verplicht.** " if veld.verplicht else ""
    delen = [
        f"{'#' * min(6, diepte)} `{pad}`",
        f"{verplicht}{als_markdown(veld.uitleg)} {als_markdown(in_woorden(veld))}",
    ]
    if veld.soort == "groep":
        if diepte == 3:
            delen += ["Goed:", _codeblok(als_yaml(veld))]
        return delen + [d for deel in _eens(veld.velden) for d in _veld(deel, f"{pad}.{deel.naam}", diepte + 1, gehad)]
    delen += ["Goed:", _codeblok(als_yaml(veld))]
    if veld.soort not in gehad or veld.fout:
        gehad.add(veld.soort)
        regel, melding = fout_voorbeeld(veld)
        delen += [
            "Fout:",
            _codeblok([regel]),
            f"De controle zegt dan ([{melding.code}](/redactie/meldingen/#{melding.code.lower()})): {als_markdown(melding.tekst)} "
            f"Zo lost u het op: {als_markdown(melding.oplossing)}",
        ]
    return delen


def _eens(velden: tuple[Veld, ...]) -> list[Veld]:
    """Van de zeven dagen alleen de eerste; de andere zijn hetzelfde."""
    return [veld for veld in velden if veld.soort != "dagtijd" or veld.naam == "ma"]


def velduitleg() -> str:
    """De velden van plekken, gemeenten en instellingen als Markdown, in de volgorde van de tabel."""
    return _INLEIDING + _hoofdstukken(HOOFDSTUKKEN)


def velduitleg_kennis() -> str:
    """De velden van de bestanden met kennis als Markdown."""
    return _INLEIDING_KENNIS + _hoofdstukken(HOOFDSTUKKEN_KENNIS)


def _hoofdstukken(hoofdstukken: Iterable[tuple[str, str, Veld]]) -> str:
    delen: list[str] = []
    gehad: set[str] = set()
    for titel, plek, groep in hoofdstukken:
        delen += [f"## {titel}", f"{als_markdown(groep.uitleg)} Plek: `{plek}`."]
        delen += [d for veld in _eens(groep.velden) for d in _veld(veld, veld.naam, 3, gehad)]
    return wegwijs([titel for titel, _, _ in hoofdstukken]) + "\n\n".join(delen) + "\n"
