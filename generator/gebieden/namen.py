"""De eigenschapsnamen van elke jaargang van CBS en PDOK, en van een eigen bestand; en welke rijen bij een gemeente
horen.
"""

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from generator.lezen.geojson import PATROON
from generator.lezen.waarden import naaste, nette_naam
from generator.meldingen import SocialeKaartFout

# Namen in kleine letters; shapefiles schrijven ze in hoofdletters en kappen ze op tien tekens af.
CODE = {"wijk": ("wijkcode", "wk_code", "statcode", "code"), "buurt": ("buurtcode", "bu_code", "statcode", "code")}
NAAM = {"wijk": ("wijknaam", "wk_naam", "statnaam", "naam"), "buurt": ("buurtnaam", "bu_naam", "statnaam", "naam")}
GEMEENTECODE = ("gemeentecode", "gm_code", "gemeenteco", "gwb_code_8", "gwb_code8")
GEMEENTENAAM = ("gemeentenaam", "gm_naam", "gemeentena", "gm_naam_kort")
INWONERS = ("inwoners", "aantal_inwoners", "aantalinwoners", "aantal_inw", "aant_inw", "aantal_inwone")
WATER = ("water", "h2o")
JAAR = ("jaar", "jaarcode", "jrstatcode")
CBS_NAMEN = {*CODE["wijk"], *CODE["buurt"]} - {"code"}


class Rij(Struct):
    """Een kenmerk uit het bronbestand: wat wij ervan nodig hebben. `nummer` is de plaats in het bestand."""

    nummer: int
    code: str
    naam: str
    gemeente: str
    gemeentenaam: str
    inwoners: int | None
    water: bool

    @property
    def label(self) -> str:
        return f"{self.code} ({self.naam})" if self.naam else self.code


def _eerste(eigen: dict, namen: Sequence[str]) -> object:
    return next((eigen[n] for n in namen if eigen.get(n) not in (None, "")), None)


def _tekst(waarde: object) -> str:
    return unicodedata.normalize("NFC", " ".join(waarde.split())) if isinstance(waarde, str) else ""


def _getal(waarde: object) -> int | None:
    """Een aantal; het CBS schrijft -99997 en lager voor geheim of onbekend."""
    if (
        isinstance(waarde, bool)
        or not isinstance(waarde, int | float)
        or waarde != waarde
        or waarde < 0
        or waarde > 10**8
    ):
        return None
    return int(waarde)


def kies_niveau(eigenschappen: Sequence[dict], gevraagd: str | None) -> str:
    """wijk of buurt: wat gevraagd is, of wat het bestand bevat. Raist als dat niet samengaat."""
    soorten = {"GM": 0, "WK": 0, "BU": 0}
    for eigen in eigenschappen:
        laag = {str(k).lower(): v for k, v in eigen.items()}
        codes = [
            str(laag.get(n) or "")
            for n in ("code", "statcode", "buurtcode", "bu_code", "wijkcode", "wk_code", *GEMEENTECODE)
        ]
        eerste = next((c[:2] for c in codes if re.match(r"(?:GM|WK|BU)\d{4}", c)), "")
        if eerste:
            soorten[eerste] += 1
    if not any(soorten.values()):
        raise SocialeKaartFout(
            "in dit bestand staat geen code van een wijk of buurt (WK015001 of BU01500101).",
            "geef elk gebied een eigenschap 'code' en een eigenschap 'naam'.",
            1,
        )
    gevonden = max(soorten, key=lambda s: soorten[s])
    if gevonden == "GM":
        raise SocialeKaartFout(
            "dit bestand bevat gemeenten, geen wijken of buurten.", "kies een andere laag met --laag.", 1
        )
    niveau = {"WK": "wijk", "BU": "buurt"}[gevonden]
    if gevraagd and gevraagd != niveau:
        raise SocialeKaartFout(
            f"dit bestand bevat {niveau}en, geen {gevraagd}en.",
            f"gebruik --niveau {niveau}en, of kies een ander bestand of een andere laag.",
            1,
        )
    return niveau


def lees_rijen(eigenschappen: Sequence[dict], niveau: str) -> list[Rij]:
    """Elke rij met een code van dit niveau; andere rijen (buitenland, onbekend) vallen weg."""
    uit = []
    for nummer, ruw in enumerate(eigenschappen):
        eigen = {str(k).lower(): v for k, v in ruw.items()}
        code = next(
            (
                c
                for n in CODE[niveau]
                if isinstance(c := eigen.get(n), str) and re.fullmatch(PATROON[niveau], c, re.ASCII)
            ),
            None,
        )
        water = str(_eerste(eigen, WATER) or "").strip().upper()
        if code is None or water == "B":
            continue
        gemeente = _eerste(eigen, GEMEENTECODE)
        if not isinstance(gemeente, str) or not re.fullmatch(r"GM\d{4}", gemeente, re.ASCII):
            gemeente = "GM" + code[2:6]
        uit.append(
            Rij(
                nummer,
                code,
                _tekst(_eerste(eigen, NAAM[niveau])),
                gemeente,
                _tekst(_eerste(eigen, GEMEENTENAAM)),
                _getal(_eerste(eigen, INWONERS)),
                water == "JA",
            )
        )
    return uit


def lees_jaar(eigenschappen: Sequence[dict], bestandsnaam: str) -> str | None:
    """De jaargang uit de eigenschappen of de bestandsnaam, of None als daar niets eenduidigs staat."""
    eerste = {str(k).lower(): v for k, v in (eigenschappen[0] if eigenschappen else {}).items()}
    vondst = re.match(r"(19|20)\d\d", str(_eerste(eerste, JAAR) or ""))
    if vondst:
        return vondst[0]
    jaren = set(re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", bestandsnaam))
    return jaren.pop() if len(jaren) == 1 else None


def kies_gemeente(rijen: Sequence[Rij], gevraagd: str) -> tuple[str, str, list[Rij]]:
    """De code, de naam en de rijen van de gevraagde gemeente (naam of GM-code).

    Zonder gemeentenamen in het bestand mag een naam, als alle codes bij een gemeente horen.
    """
    namen: dict[str, str] = {}
    for rij in rijen:
        namen[rij.gemeente] = namen.get(rij.gemeente) or rij.gemeentenaam
    if re.fullmatch(r"GM\d{4}", gevraagd, re.ASCII):
        codes = [gevraagd] if gevraagd in namen else []
    else:
        slug = nette_naam(gevraagd)
        codes = [c for c, n in namen.items() if n and nette_naam(n) == slug]
        codes = codes or [c for c, n in namen.items() if n and nette_naam(re.sub(r"\(.*\)", "", n)) == slug]
        if not codes and len(namen) == 1 and not any(namen.values()):
            codes = list(namen)
    if len(codes) != 1:
        raise SocialeKaartFout(*_geen_keuze(gevraagd, codes, namen), 1)
    naam = namen[codes[0]] or ("" if gevraagd == codes[0] else gevraagd)
    return codes[0], naam, [r for r in rijen if r.gemeente == codes[0]]


def _geen_keuze(gevraagd: str, codes: list[str], namen: dict[str, str]) -> tuple[str, str]:
    if codes:
        welke = ", ".join(f"{namen[c]} ({c})" for c in sorted(codes))
        return (
            f"'{gevraagd}' kan meer dan een gemeente zijn: {welke}.",
            "geef de code, bijvoorbeeld --gemeente " + sorted(codes)[0],
        )
    bekend = {nette_naam(n): f"{n} ({c})" for c, n in sorted(namen.items()) if n}
    if not bekend:
        return (
            f"dit bestand noemt geen namen van gemeenten en bevat er {len(namen)}.",
            f"geef de code, bijvoorbeeld --gemeente {min(namen, default='GM0150')}",
        )
    dichtst = [bekend[s] for s in naaste(nette_naam(gevraagd), bekend).split(", ") if s in bekend]
    return f"gemeente '{gevraagd}' staat niet in dit bestand.", f"het dichtst in de buurt: {', '.join(dichtst)}."
