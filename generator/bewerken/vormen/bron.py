"""Een record van een ander systeem dat onthoudt wat eruit gelezen is; wat overblijft, is niet overgenomen."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field

Pad = tuple[str | int, ...]
MEESTE_LAGEN = 20


class Bron(Struct):
    """Een deel van een record; `gelezen` zijn de paden die iemand gebruikte, samen voor het hele record."""

    waarde: Any
    pad: Pad = ()
    gelezen: set[Pad] = field(default_factory=set)

    def _deel(self, naam: str | int) -> "Bron":
        kind = self.waarde.get(naam) if isinstance(self.waarde, dict) else None
        if isinstance(self.waarde, list) and isinstance(naam, int) and naam < len(self.waarde):
            kind = self.waarde[naam]
        return Bron(kind, (*self.pad, naam), self.gelezen)

    def deel(self, *namen: str) -> "Bron":
        """Wat onder deze namen staat; leeg als het er niet is."""
        uit = self
        for naam in namen:
            uit = uit._deel(naam)
        return uit

    def delen(self, naam: str) -> list["Bron"]:
        """De delen van een lijst; een los deel is een lijst van een."""
        lijst = self._deel(naam)
        if isinstance(lijst.waarde, list):
            return [lijst._deel(n) for n in range(len(lijst.waarde))]
        return [] if lijst.waarde in (None, "") else [lijst]

    def neem(self, *namen: str) -> str:
        """De eerste van deze velden die gevuld is, als tekst. De andere blijven over, behalve als zij gelijk zijn."""
        gevonden = ""
        for naam in namen:
            deel = self._deel(naam)
            tekst = als_tekst(deel.waarde)
            if tekst and (not gevonden or tekst == gevonden):
                gevonden = tekst
                self.gelezen.add(deel.pad)
        return gevonden

    def tekst(self) -> str:
        """Deze waarde zelf, als tekst."""
        uit = als_tekst(self.waarde)
        if uit:
            self.gelezen.add(self.pad)
        return uit

    def lijst(self, naam: str) -> list[str]:
        """De teksten van een lijst."""
        return [tekst for deel in self.delen(naam) if (tekst := deel.tekst())]

    def klaar(self, *namen: str) -> None:
        """Velden waar al iets mee gedaan is, of die hetzelfde zeggen als een ander."""
        self.gelezen.update((*self.pad, naam) for naam in namen)

    def terug(self, *namen: str) -> None:
        """Velden die toch niet te gebruiken waren."""
        self.gelezen.difference_update((*self.pad, naam) for naam in namen)

    def over(self) -> Counter[str]:
        """Hoe vaak elk gevuld veld niet gelezen is; delen van een lijst tellen samen."""
        return Counter(_naam(pad) for pad in _bladen(self.waarde, self.pad) if not self._is_gelezen(pad))

    def _is_gelezen(self, pad: Pad) -> bool:
        return any(pad[:lengte] in self.gelezen for lengte in range(1, len(pad) + 1))


def als_tekst(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, str | int | float):
        return str(waarde).strip()
    return ""


def _bladen(waarde: object, pad: Pad) -> Iterator[Pad]:
    if len(pad) > MEESTE_LAGEN:
        yield pad
    elif isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from _bladen(deel, (*pad, str(naam)))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _bladen(deel, (*pad, nummer))
    elif waarde not in (None, ""):
        yield pad


def _naam(pad: Pad) -> str:
    return re.sub(r"\.(?=\[)", "", ".".join("[]" if isinstance(deel, int) else deel for deel in pad))
