"""Wat een veld in de veldentabel is: naam, soort, uitleg, voorbeeld en grenzen."""

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Veld:
    """Een veld: naam, soort, uitleg voor de schrijver en de grenzen. `grens` telt tekens.

    `een_of_meer` is een groep die ook als lijst van zulke groepen mag staan; zij wordt altijd een tuple.
    """

    naam: str
    soort: str
    uitleg: str
    voorbeeld: Any = ""
    verplicht: bool = False
    grens: int = 200
    keuzes: tuple[str, ...] = ()
    verwijst: str = ""
    lijst: bool = False
    een_of_meer: bool = False
    velden: tuple["Veld", ...] = ()
    klasse: type | None = None
    toekomst: bool = False
    fout: str = ""
    per_naam: dict[str, "Veld"] = field(init=False, compare=False, repr=False)
    gelezen: dict[str, Any] = field(
        init=False, compare=False, repr=False
    )  # wat een tekst hier eerder betekende (lezen/velden.py)

    def __post_init__(self) -> None:
        object.__setattr__(self, "per_naam", {veld.naam: veld for veld in self.velden})
        object.__setattr__(self, "gelezen", {})


def tekst(naam: str, uitleg: str, voorbeeld: str, **meer) -> Veld:
    return Veld(naam, "tekst", uitleg, voorbeeld, **meer)


def groep(naam: str, uitleg: str, klasse: type, *velden: Veld, **meer) -> Veld:
    return Veld(naam, "groep", uitleg, velden=velden, klasse=klasse, **meer)


def alle_velden(wortel: Veld, pad: str = "") -> list[tuple[str, Veld]]:
    """Elk veld met zijn pad (`contact.telefoon`), in de volgorde van de tabel."""
    uit = []
    for veld in wortel.velden:
        naam = f"{pad}{veld.naam}"
        uit.append((naam, veld))
        uit += alle_velden(veld, naam + ("[]." if veld.lijst else "."))
    return uit


def los(veld: Veld) -> Veld:
    """Hetzelfde veld voor een enkele waarde uit een lijst."""
    return replace(veld, lijst=False)


VOORBEELD = Veld("voorbeeld", "ja_nee", "Ja, als dit verzonnen is. De pagina zegt dat dan.", "ja")
