"""Het model om gemeenten naast elkaar te leggen."""

from dataclasses import dataclass

from generator.model.toegang import Bron


@dataclass(frozen=True, slots=True)
class Gemeenschappelijk:
    """Een taak die gemeenten onder andere namen kennen; `stappen` zijn namen van stappen in een toegangsmodel."""

    id: str
    naam: str
    fase: str
    reden: str
    wetten: tuple[str, ...] = ()
    functie: str | None = None
    taken: tuple[str, ...] = ()
    stappen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stukverschil:
    onderwerp: str
    kanten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stukvergelijking:
    """Wat een stuk zelf over twee gemeenten naast elkaar zet; elke kant in de volgorde van `gemeenten`."""

    gemeenten: tuple[str, ...]
    bron: Bron
    overeenkomsten: tuple[str, ...] = ()
    verschillen: tuple[Stukverschil, ...] = ()
