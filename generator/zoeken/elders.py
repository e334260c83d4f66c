"""Wat hier niet staat: de ingebouwde onderwerpen uit elders.yaml met die van de gemeente, en de andere plaatsen."""

from msgspec.structs import replace

from generator.model import Catalogus
from generator.model.zoeken import Elders
from generator.voorraad import klaargezet
from generator.zoeken.taal import lees_los


@klaargezet
def ingebouwd() -> tuple[Elders, ...]:
    """De onderwerpen die het programma zelf kent."""
    return tuple(
        Elders(**{**e, "zoekwoorden": tuple(e["zoekwoorden"]), "altijd": tuple(e.get("altijd", ()))})
        for e in lees_los("elders.yaml")["elders"]
    )


def alle_elders(catalogus: Catalogus) -> list[Elders]:
    """De onderwerpen van de gemeente en de ingebouwde; van twee met hetzelfde id telt die van de gemeente, of zij vult
    aan.
    """
    uit = {e.id: e for e in ingebouwd()}
    for eigen in catalogus.kennis.elders.elders if catalogus.kennis.elders else ():
        basis = uit.get(eigen.id) if eigen.vult_aan else None
        woorden = dict.fromkeys((*(basis.zoekwoorden if basis else ()), *eigen.zoekwoorden))
        uit[eigen.id] = replace(
            eigen,
            zoekwoorden=tuple(woorden),
            altijd=tuple(dict.fromkeys((*(basis.altijd if basis else ()), *eigen.altijd))),
        )
    return list(uit.values())


@klaargezet
def lees_plaatsen() -> list[str]:
    """Namen van andere plaatsen, zonder dubbele."""
    return list(dict.fromkeys(p.strip() for p in lees_los("plaatsen.yaml")["plaatsen"].split(",")))


@klaargezet
def nooit_voorstellen() -> str:
    """Woorden die 'Bedoelde u' nooit noemt, met spaties ertussen."""
    return " ".join(dict.fromkeys(lees_los("voorstellen.yaml")["nooit_voorstellen"].split()))
