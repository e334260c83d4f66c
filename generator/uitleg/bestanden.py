"""Een gids per bestand dat iemand schrijft, uit de veldentabel: waar het staat, een voorbeeld om te kopiëren, elk veld."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from generator import schema
from generator.lezen.velden import voorbeeld
from generator.model import DAGEN
from generator.schema.adressen import VERVALLEN
from generator.schema.kennis import TOEGANGSMODEL
from generator.schema.kennisbestanden import KENNISBESTANDEN
from generator.schema.tabellen import TABELVORMEN, Tabelvorm
from generator.schema.veld import Veld, alle_velden, groep
from generator.uitleg.editors import SCHEMAS
from generator.uitleg.eigen import met_voorbeelden, met_wijken, sleutel_van
from generator.uitleg.sjabloon import als_yaml
from generator.uitleg.soorten import in_woorden

TITELS = {
    "voorziening": "Een plek, dienst of vereniging",
    "organisatie": "Een organisatie",
    "activiteit": "Een activiteit",
    "functie": "Een functie",
    "themas": "De levensgebieden",
    "gemeente": "Een gemeente",
    "indeling": "Eigen gebieden",
    "kerncijfers": "Wat de cijfers betekenen",
    "mkdocs": "De instellingen",
    "begrippen": "De woordenlijst",
    "route": "De weg van een vraag",
    "bouwtekening": "De bouwtekening",
    "taken": "Het register van taken",
    "regio": "De samenwerking in de regio",
    "feiten_bronnen": "De stukken en feiten",
    "wegwijzer": "De wegwijzer",
    "wetten": "De wetten van nu",
    "schoolvakanties": "De schoolvakanties",
    "elders": "Wat hier niet staat",
    "crisis": "Woorden bij nood",
    "zoektests": "De zoektests",
    "herkomst": "Waar gegevens vandaan komen",
    "toegangsmodel": "Zo werkt het bij ons",
    "doorverwijzingen": "Waar oude adressen heen gaan",
    "sets": "Sets van anderen",
    "bronnen": "Systemen van anderen",
    "regiokaart": "De beginpagina van een regio",
    "set": "Een eigen set",
    "beheer": "Wie wat bijhoudt",
}


# Wat de tabel niet zegt en een regel wel: deze velden gaan niet samen met de rest, en deze horen er ook in het kort bij.
NIET_SAMEN = {"activiteit": ("tijden",)}
OOK_NODIG = {"activiteit": ("waar", "gebied", "op", "tijd")}
# In dit bestand zijn de namen van de velden zelf oude adressen; dit zijn de twee manieren.
WIJZERS = groep(
    "doorverwijzingen.yaml",
    "Waar een oud adres heen gaat: naar iets anders op de site, of nergens meer heen.",
    dict,
    Veld(
        "oude-plek",
        "verwijzing",
        "Het oude adres (van een plek is het id genoeg), en waar het nu heen gaat.",
        "geldloket",
        verwijst="voorziening",
    ),
    replace(VERVALLEN, naam="gestopte-plek", velden=tuple(v for v in VERVALLEN.velden if v.naam != "kijk_bij")),
)


class Regel(NamedTuple):
    """Een veld of kolom in de tabel van de gids."""

    naam: str
    verplicht: bool
    uitleg: str
    mag: str
    voorbeeld: str


class Bestand(NamedTuple):
    """Een bestand in de gids. Het `deel` is het veld waar dit onder staat, als het geen heel bestand is."""

    id: str
    titel: str
    paden: tuple[str, ...]
    vorm: Veld | Tabelvorm
    deel: str = ""

    @property
    def naam(self) -> str:
        return self.paden[0].rpartition("/")[2]


def bestanden() -> list[Bestand]:
    """Elk bestand met een veldentabel, en de tabellen in CSV."""
    uit = [
        Bestand(n.replace("_", "-"), TITELS.get(n, vorm.naam), tuple(paden), vorm)
        for n, (vorm, paden) in SCHEMAS.items()
    ]
    uit += [
        Bestand(
            "toegangsmodel", TITELS["toegangsmodel"], ("gebieden/*/gemeente.yaml",), TOEGANGSMODEL, "toegangsmodel"
        ),
        Bestand("doorverwijzingen", TITELS["doorverwijzingen"], ("sociale_kaart/doorverwijzingen.yaml",), WIJZERS),
        Bestand("herkomst", TITELS["herkomst"], ("gebieden/*/herkomst.yaml",), schema.HERKOMST),
    ]
    return uit + [
        Bestand(vorm.naam.replace(".", "-"), f"De tabel {vorm.naam}", (f"{vorm.map}/{vorm.naam}",), vorm)
        for vorm in TABELVORMEN
    ]


def met_eigen(veld: Veld, eigen: Mapping[str, str]) -> Veld:
    """Hetzelfde veld met voorbeelden die op deze site bestaan.

    `eigen` geeft per soort verwijzing of begin van een code een id; is dat leeg, dan kan het veld hier niet en valt het weg.
    """
    velden = tuple(met_eigen(deel, eigen) for deel in veld.velden if not _kan_hier_niet(deel, eigen))
    return replace(veld, velden=velden, voorbeeld=eigen.get(sleutel_van(veld), veld.voorbeeld))


def _met_eigen_ids(bestand: Bestand, vorm: Veld, eigen: Mapping[str, str]) -> Veld:
    """Het voorbeeld van een bestand; waar het naar zijn eigen lijst wijst, is dat het id dat in het voorbeeld staat."""
    zelf = {
        deel.soort: str(vorm.per_naam[deel.lijst].per_naam["id"].voorbeeld)
        for deel in KENNISBESTANDEN
        if deel.tabel is vorm and deel.soort and "id" in vorm.per_naam[deel.lijst].per_naam
    }
    weg = NIET_SAMEN.get(bestand.id, ())
    return met_eigen(replace(vorm, velden=tuple(v for v in vorm.velden if v.naam not in weg)), {**eigen, **zelf})


def _kan_hier_niet(veld: Veld, eigen: Mapping[str, str]) -> bool:
    """Of een veld wijst naar iets wat deze site niet heeft; een groep als een veld dat erin moet dat doet."""
    return eigen.get(sleutel_van(veld)) == "" or any(
        _kan_hier_niet(deel, eigen) for deel in veld.velden if deel.verplicht
    )


def _alleen_verplicht(veld: Veld, ook: tuple[str, ...] = ()) -> Veld:
    """Alleen wat moet, en wat `ook` noemt; een groep waarin niets moet, houdt haar eerste veld."""
    moet = tuple(_alleen_verplicht(deel) for deel in veld.velden if deel.verplicht or deel.naam in ook)
    return replace(veld, velden=moet or tuple(_alleen_verplicht(deel) for deel in veld.velden[:1]))


def _tekst(bestand: Bestand, vorm: Veld) -> str:
    if bestand.deel:
        return "\n".join(als_yaml(vorm)) + "\n"
    weg = {"id"} if not vorm.per_naam.get("id", Veld("", "", "", verplicht=True)).verplicht else set()
    return "\n".join(regel for veld in vorm.velden if veld.naam not in weg for regel in als_yaml(veld)) + "\n"


def kortste(bestand: Bestand, eigen: Mapping[str, str]) -> str:
    """Het kortste bestand dat werkt: alleen de verplichte velden, of alles als er geen verplicht is."""
    if isinstance(bestand.vorm, Tabelvorm):
        return met_wijken(bestand.vorm.voorbeeld(), eigen)
    vorm = _met_eigen_ids(bestand, bestand.vorm, eigen)
    return _tekst(
        bestand,
        _alleen_verplicht(vorm, OOK_NODIG.get(bestand.id, ()))
        if any(veld.verplicht for veld in vorm.velden)
        else vorm,
    )


def volledig(bestand: Bestand, eigen: Mapping[str, str]) -> str:
    """Het bestand met elk veld een keer ingevuld; leeg bij een tabel, want die staat er al."""
    return "" if isinstance(bestand.vorm, Tabelvorm) else _tekst(bestand, _met_eigen_ids(bestand, bestand.vorm, eigen))


def regels(bestand: Bestand, eigen: Mapping[str, str]) -> list[Regel]:
    """Elk veld of elke kolom, met wat erin mag. Van de zeven dagen alleen de eerste; de andere zijn hetzelfde."""
    if isinstance(bestand.vorm, Tabelvorm):
        return [
            Regel(k.naam, k.verplicht, k.uitleg, "", met_wijken(k.voorbeelden[0], eigen))
            for k in bestand.vorm.kolommen
        ]
    velden = [
        (pad, veld)
        for pad, veld in alle_velden(met_voorbeelden(bestand.vorm, eigen))
        if veld.soort != "dagtijd" or veld.naam not in DAGEN[1:]
    ]
    return [
        Regel(pad, v.verplicht, v.uitleg, in_woorden(v), "" if v.soort == "groep" else voorbeeld(v))
        for pad, v in velden
    ]
