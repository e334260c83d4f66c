"""Het model om gemeenten naast elkaar te leggen."""

from msgspec import Struct

from generator.model.toegang import Bron


class Gemeenschappelijk(Struct, frozen=True):
    """Een taak die gemeenten onder andere namen kennen; `stappen` zijn namen van stappen in een toegangsmodel."""

    id: str
    naam: str
    fase: str
    reden: str
    wetten: tuple[str, ...] = ()
    functie: str | None = None
    taken: tuple[str, ...] = ()
    stappen: tuple[str, ...] = ()


class Stukverschil(Struct, frozen=True):
    onderwerp: str
    kanten: tuple[str, ...]


class Stukvergelijking(Struct, frozen=True):
    """Wat een stuk zelf over twee gemeenten naast elkaar zet; elke kant in de volgorde van `gemeenten`."""

    gemeenten: tuple[str, ...]
    bron: Bron
    overeenkomsten: tuple[str, ...] = ()
    verschillen: tuple[Stukverschil, ...] = ()
