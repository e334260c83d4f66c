"""De gids per bestand: waar het staat, een voorbeeld dat hier werkt, en elk veld; gemaakt uit de veldentabel."""

from collections.abc import Iterator
from functools import partial

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.uitleg.bestanden import Bestand, bestanden, kortste, regels, volledig

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
    return {"bestand": bestand, "kort": kort, "heel": "" if heel == kort else heel, "regels": regels(bestand)}


def eigen_voorbeelden(catalogus: Catalogus) -> dict[str, str]:
    """Per soort verwijzing en per soort code een id van deze site, zodat een voorbeeld hier werkt; leeg als er geen is."""
    gemeente = catalogus.gemeente_op_code.get(catalogus.instellingen.gemeente or "")
    gemeente = gemeente or next(iter(catalogus.gemeenten), None)
    wijken = gemeente.wijken if gemeente else ()
    return {
        "functie": next(iter(catalogus.functies), ""),
        "organisatie": next(iter(catalogus.organisaties), ""),
        "voorziening": next((v.id for v in catalogus.voorzieningen.values() if v.status == "actief"), ""),
        "thema": next(iter(catalogus.themas), ""),
        "gebied": gemeente.code if gemeente else "",
        "taak": next(iter(catalogus.kennis.taak_op_id), ""),
        "cluster": next(iter(catalogus.kennis.cluster_op_id), ""),
        "begrip": next((begrip.id for begrip in catalogus.kennis.begrippen), ""),
        "GM": gemeente.code if gemeente else "",
        "WK": wijken[0].code if wijken else "",
        "WK2": wijken[1].code if len(wijken) > 1 else "",
    }
