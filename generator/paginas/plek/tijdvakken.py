"""De tijden van een plek, nummer of chat zoals de pagina van een voorziening ze laat zien."""

from dataclasses import dataclass

from generator.betekenis.rooster import roostercode
from generator.betekenis.tijden import Kanaal
from generator.betekenis.tijdtekst import Blok, blokken, weekzin
from generator.betekenis.vandaag import LETTER, roosters_van
from generator.model import DAGEN, Catalogus, Tijden, Voorziening

_SCHEMA_DAGEN = dict(zip(DAGEN, ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), strict=True))


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """Een kanaal op de pagina: zijn blokken, zijn code voor de browser (leeg zonder tijden), en de tijden voor
    schema.org.
    """

    code: str
    rooster: str
    blokken: tuple[Blok, ...]
    schema: tuple[str, ...]
    week: str


def tijdvak(soort: str, tijden: tuple[Tijden, ...], v: Voorziening, catalogus: Catalogus) -> Tijdvak:
    rooster = roosters_van(tijden, v, catalogus)
    code = roostercode(Kanaal(soort, rooster).rooster) if rooster else ""
    return Tijdvak(
        LETTER[soort] + code if rooster else "",
        code,
        tuple(blokken(tijden, rooster, catalogus.peildatum)),
        tuple(schema_tijden(tijden)),
        weekzin(tijden, catalogus.peildatum),
    )


def schema_tijden(tijden: tuple[Tijden, ...]) -> list[str]:
    """Openingstijden zoals schema.org ze schrijft: 'Mo 09:00-12:30'; alleen wat elke week van het jaar zonder afspraak
    geldt.
    """
    if len(tijden) != 1 or tijden[0].periode:
        return []
    return [
        f"{_SCHEMA_DAGEN[code]} {_uur(d.van)}-{_uur(min(d.tot or 0, 1439) if (d.tot or 0) <= 1440 else (d.tot or 0) - 1440)}"
        for code in DAGEN
        if (dag := getattr(tijden[0], code))
        for d in dag.delen
        if d.van is not None and not d.afspraak and not d.wanneer
    ]


def _uur(minuten: int) -> str:
    return f"{minuten // 60:02}:{minuten % 60:02}"
