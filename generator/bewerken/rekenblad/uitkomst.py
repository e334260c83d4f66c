"""Wat een import moet weten en wat eruit komt: per rij nieuw, gewijzigd, gelijk of geweigerd."""

from msgspec import Struct, field

from generator.bewerken.rekenblad.koppen import Koppen


class Keuzes(Struct, frozen=True):
    """Wat de opdracht invult als de tabel het niet zegt."""

    soort: str = ""
    functie: str = ""
    toegang: str = "onbekend"
    op: str = ""
    door: str = "import, nog niet nagekeken"
    werkgebied: str = ""
    blad: str = ""
    zoek_adressen: bool = False
    vorm: str = ""


class Uitkomst(Struct):
    """Wat er met een rij gebeurt: `nieuw`, `gewijzigd`, `gelijk` of `geweigerd`."""

    rij: int
    naam: str
    id: str
    wat: str
    velden: list[str] = field(default_factory=list)
    redenen: list[str] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)
    pad: str = ""
    ruw: bytes = b""


class Uitslag(Struct):
    """`over` zegt van een bestand van een ander systeem welke velden niet zijn overgenomen, en hoe vaak."""

    uitkomsten: list[Uitkomst]
    koppen: Koppen
    keuzes: dict[str, str] = field(default_factory=dict)
    over: dict[str, int] = field(default_factory=dict)

    def aantal(self, wat: str) -> int:
        return sum(u.wat == wat for u in self.uitkomsten)
