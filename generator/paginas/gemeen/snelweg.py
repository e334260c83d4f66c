"""Welke pagina's een knop krijgen om ze snel te sluiten: alles over geweld en onveiligheid thuis."""

from collections.abc import Iterable

from generator.model import Catalogus

THEMA = "veilig"


def is_gevoelig(functies: Iterable[str], catalogus: Catalogus) -> bool:
    """Of een van de functies als eerste over veiligheid gaat."""
    return any(catalogus.functies[f].themas[:1] == (THEMA,) for f in functies if f in catalogus.functies)
