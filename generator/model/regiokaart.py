"""Een regio: sites van gemeenten die samen een beginpagina hebben."""

from msgspec import Struct


class Regiosite(Struct, frozen=True):
    """Een gebouwde site in regiokaart.yaml; zonder `gemeenten` zijn het alle gemeenten die zij kent."""

    map: str
    gemeenten: tuple[str, ...] = ()


class Regiokaart(Struct, frozen=True):
    """Het hele bestand regiokaart.yaml."""

    naam: str
    adres: str
    sites: tuple[Regiosite, ...]
    accent: str = "#1d4f91"
    privacy: str | None = None
    verklaring: str | None = None
