"""Wat er kwam voor iets dat niet meer bestaat."""

from typing import NamedTuple

from generator.model import Catalogus, Voorziening


class Vroeger(NamedTuple):
    """Een ingang waarvan het bestand weg is; `nu` is de ingang die ervoor in de plaats kwam. Zonder naam is die vergeten."""

    id: str
    naam: str
    functies: tuple[str, ...]
    nu: Voorziening | None


def opvolger_van(voorziening: Voorziening, catalogus: Catalogus) -> Voorziening | None:
    """De eerste in de rij van opvolgers die nog bestaat; None als er geen is, of als de rij rondloopt."""
    gezien, nu = {voorziening.id}, catalogus.voorzieningen.get(voorziening.opvolger or "")
    while nu and nu.status == "gesloten" and nu.id not in gezien:
        gezien.add(nu.id)
        nu = catalogus.voorzieningen.get(nu.opvolger or "")
    return nu if nu and nu.status != "gesloten" else None


def vroegere(catalogus: Catalogus) -> list[Vroeger]:
    """Elke ingang die in doorverwijzingen.yaml staat, met wat adressen.yaml er nog van weet."""
    uit = []
    for adres, regel in catalogus.doorverwijzingen.items():
        soort, _, id_ = adres.strip("/").partition("/")
        if soort == "voorzieningen":
            was, nu = catalogus.adresboek.get(adres), (regel.naar or "").strip("/").removeprefix("voorzieningen/")
            functies = tuple(f for f in was.functies if f in catalogus.functies) if was else ()
            uit.append(Vroeger(id_, was.naam if was else "", functies, catalogus.voorzieningen.get(nu)))
    return uit
