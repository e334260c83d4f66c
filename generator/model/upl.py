"""Een product uit de uniforme productnamenlijst (UPL)."""

from msgspec import Struct


class Product(Struct, frozen=True):
    """`gemeente`, `burger` en `bedrijf`: wie het levert en voor wie het is; None als de lijst die kolom niet heeft."""

    naam: str
    uri: str
    gemeente: bool | None = None
    burger: bool | None = None
    bedrijf: bool | None = None
