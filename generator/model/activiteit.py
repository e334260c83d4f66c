"""Het model van een activiteit: iets op een dag en een tijd, bij een plek van de kaart of ergens anders."""

from datetime import date

from msgspec import Struct

from generator.model.voorziening import Dagtijd, Tijden


class Activiteit(Struct, frozen=True):
    """Eenmalig (`op` en `tijd`) of vaker (`tijden`); `plek` is het id van een voorziening."""

    id: str
    pad: str
    naam: str
    plek: str | None = None
    waar: str | None = None
    gebied: tuple[str, ...] = ()
    op: date | None = None
    tijd: Dagtijd | None = None
    tijden: tuple[Tijden, ...] = ()
    tekst: str | None = None
    kosten: str | None = None
    aanmelden: str | None = None
    voorbeeld: bool = False
    bron: str | None = None
