"""Of een rij uit een rekenblad functies heeft die bestaan, en welke soort ingang daarbij hoort."""

from collections.abc import Iterable

from generator.bewerken.rekenblad.functiewoorden import Functiewoorden
from generator.bewerken.rekenblad.rijen import Rij


def keur_functies(rij: Rij, bekend: Functiewoorden) -> None:
    """Een bezwaar bij elke functie die niet bestaat, of als er geen is; met wat het zou kunnen zijn."""
    gekozen = functies_van(rij)
    for id_ in (id_ for id_ in gekozen if id_ not in bekend.soorten):
        rij.bezwaren.append(f"de functie '{id_}' bestaat niet; {raad([id_.replace('-', ' ')], bekend)}")
    if not gekozen:
        woorden = rij.functiewoorden or [rij.naam, str(rij.velden.get("samenvatting", ""))]
        rij.bezwaren.append(f"de functie ontbreekt; {raad(woorden, bekend)}")


def soort_van(rij: Rij, bekend: Functiewoorden) -> str:
    """De soort waar de functies bij horen; zijn zij het niet eens, dan die van de eerste, en dat wordt gezegd."""
    gekozen = functies_van(rij)
    eerste = bekend.soort(gekozen[:1])
    if eerste and not bekend.soort(gekozen):
        rij.opmerkingen.append(
            f"de soort is die van '{gekozen[0]}': {eerste}; klopt dat niet, geef dan een kolom 'soort'"
        )
    return eerste


def functies_van(rij: Rij) -> list[str]:
    return [str(id_) for id_ in rij.velden.get("functies", [])]


def raad(woorden: Iterable[str], bekend: Functiewoorden) -> str:
    """Wat het zou kunnen zijn: aan het woord in de tabel, en anders aan de naam en de tekst."""
    passend = bekend.passend(woorden)
    kies = f"misschien {' of '.join(passend)}: schrijf dat in een kolom 'functies'" if passend else ""
    return kies or "geef --functie of een kolom 'functies'; de lijst staat op /functies/"
