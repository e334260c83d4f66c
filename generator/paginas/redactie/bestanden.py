"""De gids per bestand: waar het staat, een voorbeeld dat hier werkt, en elk veld; gemaakt uit de veldentabel."""

from collections.abc import Iterator
from functools import partial

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.uitleg.bestanden import Bestand, bestanden, kortste, regels, volledig
from generator.uitleg.eigen import eigen_voorbeelden

BOVEN = (("Redactie", "redactie/"), ("Bestanden", "redactie/bestanden/"))


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    alle = bestanden()
    yield Pagina(
        "redactie/bestanden/",
        "redactie/bestanden.html",
        "Bestanden",
        "Elk bestand dat u kunt schrijven, met een voorbeeld om te kopiëren.",
        {"per_map": per_map(alle)},
        BOVEN[:1],
    )
    eigen = eigen_voorbeelden(catalogus)
    for bestand in alle:
        yield Pagina(
            f"redactie/bestanden/{bestand.id}/",
            "redactie/bestand.html",
            bestand.titel,
            f"Wat er in {bestand.naam} staat, met een voorbeeld om te kopiëren.",
            partial(context, bestand, eigen),
            BOVEN,
            scripts=("redactie/kopieer.js",),
            stijlen=("redactie/bestand.css",),
        )


def per_map(alle: list[Bestand]) -> list[tuple[str, list[Bestand]]]:
    """De bestanden bij hun map, in de volgorde waarin iemand ze nodig heeft."""
    koppen = {"sociale_kaart": "Wat er te vinden is", "gebieden": "Over een gemeente", "": "De site"}
    groepen: dict[str, list[Bestand]] = {kop: [] for kop in koppen.values()}
    for bestand in alle:
        groepen[koppen.get(bestand.paden[0].split("/")[0], koppen[""])].append(bestand)
    return [(kop, groep) for kop, groep in groepen.items() if groep]


def context(bestand: Bestand, eigen: dict[str, str]) -> dict:
    kort, heel = kortste(bestand, eigen), volledig(bestand, eigen)
    return {"bestand": bestand, "kort": kort, "heel": "" if heel == kort else heel, "regels": regels(bestand, eigen)}
