"""De tijden van een plek, nummer of chat zoals de pagina van een voorziening ze laat zien."""

from msgspec import Struct

from generator.betekenis.rooster import roostercode
from generator.betekenis.schemaorg import Vak, vakken
from generator.betekenis.tijden import Kanaal
from generator.betekenis.tijdtekst import Blok, blokken, weekzin
from generator.betekenis.vandaag import LETTER, roosters_van
from generator.model import Catalogus, Tijden, Voorziening


class Tijdvak(Struct, frozen=True):
    """Een kanaal op de pagina: zijn blokken, zijn code voor de browser (leeg zonder tijden), en de tijden voor
    schema.org.
    """

    code: str
    rooster: str
    blokken: tuple[Blok, ...]
    vakken: tuple[Vak, ...]
    week: str


def tijdvak(soort: str, tijden: tuple[Tijden, ...], v: Voorziening, catalogus: Catalogus) -> Tijdvak:
    rooster = roosters_van(tijden, v, catalogus)
    code = roostercode(Kanaal(soort, rooster).rooster) if rooster else ""
    return Tijdvak(
        LETTER[soort] + code if rooster else "",
        code,
        tuple(blokken(tijden, rooster, catalogus.peildatum)),
        tuple(vakken(tijden)),
        weekzin(tijden, catalogus.peildatum),
    )
