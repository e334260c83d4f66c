"""De stille regel met noodnummers, boven zoeken, op de voorpagina en aan de balie: ook zonder script, en zonder schuiven te zien."""

from generator.model import Catalogus
from generator.zoeken.crisis import noodnummers

WELKE = ("112", "113", "veilig-thuis", "kindertelefoon")


def noodlijn(catalogus: Catalogus) -> list[tuple[str, str]]:
    """(naam, telefoon) van de nummers die altijd in beeld staan; het nummer komt uit de ingang van deze kaart."""
    nummers = noodnummers(catalogus)
    return [_kort(*nummers[id_][:2]) for id_ in WELKE if id_ in nummers]


def _kort(naam: str, telefoon: str) -> tuple[str, str]:
    """Een nummer dat in de naam staat is zelf de naam; een lidwoord gaat eraf."""
    return (telefoon if telefoon in naam.split() else naam.removeprefix("De ")), telefoon
