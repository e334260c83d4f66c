"""Een regio: sites van gemeenten die samen een beginpagina hebben."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Regiosite:
    """Een gebouwde site in regiokaart.yaml; zonder `gemeenten` zijn het alle gemeenten die zij kent."""

    map: str
    gemeenten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regiokaart:
    """Het hele bestand regiokaart.yaml."""

    naam: str
    adres: str
    sites: tuple[Regiosite, ...]
    accent: str = "#1d4f91"
    privacy: str | None = None
    verklaring: str | None = None
