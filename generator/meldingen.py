"""Meldingen: wat er mis is, waar, en hoe u het oplost. De codetabel is de bron van de uitleg op de site."""

import hashlib
import json
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from generator.codes import CODES

FOUT, WAARSCHUWING = "fout", "waarschuwing"
# Waarden die het programma zelf maakt en die heel moeten blijven, met hun grens.
LANG = dict.fromkeys(
    (
        "keuzes",
        "voorstel",
        "hint",
        "reden",
        "kring",
        "ander",
        "voorbeeld",
        "naam",
        "lijn",
        "anders",
        "adres",
        "oplossing",
    ),
    400,
)


class SocialeKaartFout(Exception):
    """Verkeerd gebruik of een onmogelijke stap, met een tekst voor de gebruiker (status 2, of 1 bij inhoud)."""

    def __init__(self, tekst: str, oplossing: str = "", status: int = 2):
        super().__init__(tekst)
        self.oplossing, self.status = oplossing, status


def toonbaar(waarde: object, grens: int = 80) -> str:
    """Tekst die veilig in een terminal en een logregel past: stuurtekens als U+001B, hoogstens `grens` tekens."""
    tekst = str(waarde)
    if not (tekst.isascii() and tekst.isprintable()):
        tekst = "".join(t if t == " " or unicodedata.category(t)[0] not in "CZ" else f"U+{ord(t):04X}" for t in tekst)
    return tekst if len(tekst) <= grens else tekst[: grens - 3] + "..."


def toonbaar_pad(pad: str) -> str:
    """Een pad zonder tekens die de vorm `pad:regel:kolom` breken; nooit afgekapt."""
    return toonbaar(pad, len(pad) * 8).replace(":", "U+003A")


class Regel(int):
    """Een regel die weet in welk bestand hij staat: voor een boom die uit meer bestanden is samengesteld."""

    pad: str

    def __new__(cls, waarde: int, pad: str = "") -> "Regel":
        zelf = super().__new__(cls, waarde)
        zelf.pad = pad
        return zelf

    def __add__(self, meer: int) -> "Regel":
        return Regel(int(self) + meer, self.pad)

    def __sub__(self, minder: int) -> "Regel":
        return Regel(int(self) - minder, self.pad)


@dataclass(frozen=True, order=True, slots=True)
class Melding:
    """Een bevinding op een plaats; regel en kolom tellen vanaf 1. `waarde` is wat er stond, voor een regel die meer weet."""

    pad: str
    regel: int
    kolom: int
    code: str
    tekst: str
    oplossing: str
    waarde: str = field(default="", compare=False)

    @property
    def soort(self) -> str:
        return CODES[self.code].soort

    @property
    def plaats(self) -> tuple[str, int, int, str]:
        """Waar wat mis is; het voorstel in de tekst kan anders zijn."""
        return self.pad, self.regel, self.kolom, self.code

    def met(self, **anders: Any) -> "Melding":
        """Dezelfde melding, met iets anders erin."""
        return replace(self, **anders)

    def als_dict(self) -> dict:
        return {
            "pad": self.pad,
            "regel": self.regel,
            "kolom": self.kolom,
            "soort": self.soort,
            "code": self.code,
            "tekst": self.tekst,
            "oplossing": self.oplossing,
        }


@dataclass(slots=True)
class Verslag:
    """Verzamelt meldingen; elke controle schrijft erin en gaat daarna door."""

    meldingen_ruw: set[Melding] = field(default_factory=set)

    def meld(self, code: str, pad: str, plek: tuple[int, int] = (1, 1), **waarden: object) -> Melding:
        """Voeg een melding toe; `waarden` vult de tekst en de oplossing uit de codetabel.

        Weet de regel zelf in welk bestand hij staat, dan gaat dat voor `pad`.
        """
        uitleg, pad = CODES[code], getattr(plek[0], "pad", pad)
        schoon = {naam: toonbaar(waarde, LANG.get(naam, 80)) for naam, waarde in waarden.items()}
        melding = Melding(
            toonbaar_pad(pad),
            max(1, int(plek[0])),
            max(1, int(plek[1])),
            code,
            uitleg.tekst.format(**schoon),
            uitleg.oplossing.format(**schoon),
            str(waarden.get("waarde", "")),
        )
        self.meldingen_ruw.add(melding)
        return melding

    @property
    def meldingen(self) -> list[Melding]:
        """Alle meldingen, gesorteerd op plaats."""
        return sorted(self.meldingen_ruw)

    @property
    def fouten(self) -> int:
        return sum(m.soort == FOUT for m in self.meldingen_ruw)

    @property
    def waarschuwingen(self) -> int:
        return sum(m.soort == WAARSCHUWING for m in self.meldingen_ruw)

    def als_tekst(self, kleur: bool = False, alleen: list[Melding] | None = None, slot: tuple[str, ...] = ()) -> str:
        """Elke melding (of alleen deze) met haar oplossing; `slot` komt boven de laatste zin."""
        regels = []
        for m in self.meldingen if alleen is None else alleen:
            soort = f"\033[{31 if m.soort == FOUT else 33}m{m.soort}\033[0m" if kleur else m.soort
            regels += [
                f"{m.pad}:{m.regel}:{m.kolom}: {soort} {m.code}: {m.tekst}",
                f"  Zo lost u het op: {m.oplossing}",
            ]
        return "\n".join([*regels, *slot, self.slotzin()])

    def slotzin(self) -> str:
        if not self.meldingen_ruw:
            return "Geen fouten gevonden."
        telling = [
            f"{n} {woord if n == 1 else meervoud}"
            for n, woord, meervoud in (
                (self.fouten, "fout", "fouten"),
                (self.waarschuwingen, "waarschuwing", "waarschuwingen"),
            )
            if n
        ]
        return f"{' en '.join(telling)} gevonden."

    def als_json(self) -> str:
        return json.dumps(
            {
                "fouten": self.fouten,
                "waarschuwingen": self.waarschuwingen,
                "meldingen": [m.als_dict() for m in self.meldingen],
            },
            indent=1,
        )

    def als_github(self) -> str:
        """Opdrachten voor GitHub Actions; procent, regeleinde, komma en dubbele punt zijn ontsnapt."""

        def eigenschap(tekst: str) -> str:
            return bericht(tekst).replace(":", "%3A").replace(",", "%2C")

        def bericht(tekst: str) -> str:
            return tekst.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

        regels = [
            f"::{'error' if m.soort == FOUT else 'warning'} file={eigenschap(m.pad)},line={m.regel},col={m.kolom},"
            f"title={m.code}::{bericht(f'{m.tekst} Zo lost u het op: {m.oplossing}')}"
            for m in self.meldingen
        ]
        return "\n".join([*regels, self.slotzin()])

    def als_codequality(self) -> str:
        """Het Code Quality-rapport van GitLab; de vingerafdruk telt de regel niet mee, want die schuift."""
        uit, gezien = [], Counter[str]()
        for m in self.meldingen:
            kern = f"{m.pad}\n{m.code}\n{m.tekst}"
            gezien[kern] += 1
            uit.append(
                {
                    "description": f"{m.tekst} Zo lost u het op: {m.oplossing}",
                    "check_name": m.code,
                    "fingerprint": hashlib.sha256(f"{kern}\n{gezien[kern]}".encode()).hexdigest(),
                    "severity": "major" if m.soort == FOUT else "minor",
                    "location": {"path": m.pad, "lines": {"begin": m.regel}},
                }
            )
        return json.dumps(uit, ensure_ascii=False, indent=1)


FORMATEN = {
    "tekst": Verslag.als_tekst,
    "json": Verslag.als_json,
    "github": Verslag.als_github,
    "codequality": Verslag.als_codequality,
}
