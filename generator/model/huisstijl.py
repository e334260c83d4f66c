"""De huisstijl van een gemeente, zoals die uit haar eigen bestanden komt."""

from dataclasses import dataclass, field

SOORTEN = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
    ".woff2": "woff2",
    ".woff": "woff",
    ".ttf": "truetype",
    ".otf": "opentype",
}


@dataclass(frozen=True, slots=True)
class Beeld:
    """Een plaatje of lettertype: de naam op de site en de bytes."""

    naam: str
    inhoud: bytes = field(repr=False)

    @property
    def pad(self) -> str:
        return f"assets/huisstijl/{self.naam}"

    @property
    def soort(self) -> str:
        """De soort zoals een browser haar noemt."""
        return SOORTEN[f".{self.naam.rpartition('.')[2].lower()}"]


@dataclass(frozen=True, slots=True)
class Lettertype:
    familie: str
    gewicht: str
    stijl: str
    bestand: Beeld


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """Kleuren op hun rol voor licht en donker, letters met wat eromheen hoort, en beelden; leeg is van onszelf."""

    licht: dict[str, str] = field(default_factory=dict)
    donker: dict[str, str] = field(default_factory=dict)
    letter: str = ""
    kopletter: str = ""
    hoek: str = ""
    lettertypes: tuple[Lettertype, ...] = ()
    logo: Beeld | None = None
    favicon: Beeld | None = None
