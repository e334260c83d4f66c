"""Wat er kwam voor iets dat niet meer bestaat."""

from generator.model import Catalogus, Voorziening


def opvolger_van(voorziening: Voorziening, catalogus: Catalogus) -> Voorziening | None:
    """De eerste in de rij van opvolgers die nog bestaat; None als er geen is, of als de rij rondloopt."""
    gezien, nu = {voorziening.id}, catalogus.voorzieningen.get(voorziening.opvolger or "")
    while nu and nu.status == "gesloten" and nu.id not in gezien:
        gezien.add(nu.id)
        nu = catalogus.voorzieningen.get(nu.opvolger or "")
    return nu if nu and nu.status != "gesloten" else None
