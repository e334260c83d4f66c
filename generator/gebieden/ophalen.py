"""`gebieden ophalen`: een gemeente bij PDOK, van de zuinigste vraag naar de ruimste; filteren doen we altijd zelf nog
eens.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterable

from generator.gebieden.bronnen import bron_uit_kenmerken
from generator.gebieden.inlezen import Keuze, verwerk
from generator.gebieden.namen import GEMEENTECODE, GEMEENTENAAM
from generator.gebieden.pdok import Geweigerd, Pdok, weg_via_bestand
from generator.meldingen import SocialeKaartFout, Verslag

OUDSTE_OGC = 2022
TERUG = 3


def haal_op(keuze: Keuze, verslag: Verslag, pdok: Pdok | None = None) -> list[str]:
    """Haal de wijken of buurten van een gemeente op en schrijf haar map. Geeft wat er gebeurd is, in zinnen.

    Zonder jaar proberen we de laatste jaargangen. Raist SocialeKaartFout zonder netwerk, met de weg via een bestand.
    """
    if not re.fullmatch(r"GM\d{4}", keuze.gemeente, re.ASCII):
        raise SocialeKaartFout(
            f"'{keuze.gemeente}' is geen code van een gemeente.", "schrijf GM met vier cijfers, zoals GM0150.", 2
        )
    pdok = pdok or Pdok()
    laag = f"{keuze.niveau or 'wijk'}en"
    jaren = [int(keuze.jaar)] if keuze.jaar else range(keuze.peildatum.year, keuze.peildatum.year - TERUG, -1)
    for jaar in jaren:
        kenmerken, adres = _zoek(pdok, jaar, laag, keuze.gemeente)
        if kenmerken is not None:
            break
    else:
        raise SocialeKaartFout(
            f"PDOK heeft geen {laag} van {' of '.join(map(str, jaren))} op de bekende adressen.", weg_via_bestand(), 1
        )
    if sys.stderr.isatty():
        print(file=sys.stderr)
    if not kenmerken:
        raise SocialeKaartFout(
            f"PDOK kent geen {laag} van {keuze.gemeente} in {jaar}.",
            "controleer de code; een gemeente kan zijn opgegaan in een andere. Kies anders een ouder --jaar.",
            1,
        )
    keuze.jaar, keuze.niveau = str(jaar), laag[:-2]
    som = hashlib.sha256(json.dumps(kenmerken, sort_keys=True).encode()).hexdigest()
    return verwerk(bron_uit_kenmerken(f"PDOK {laag} {jaar}", kenmerken, som, laag=laag, adres=adres), keuze, verslag)


def _zoek(pdok: Pdok, jaar: int, laag: str, code: str) -> tuple[list[dict] | None, str]:
    """De kenmerken en het adres waar ze vandaan komen; None als dit jaar er niet is."""
    if jaar >= OUDSTE_OGC:
        adres = f"{pdok.lagen(jaar)}/{laag}"
        try:
            return _met_naam(pdok, jaar, _via_ogc(pdok, jaar, laag, code), code), adres
        except Geweigerd:
            pdok.meld(f"{jaar}: geen OGC API, ik probeer de WFS")
    try:
        gevonden = _van_gemeente(pdok.wfs_kenmerken(jaar, laag, "gemeentecode", code), code)
    except Geweigerd:
        return None, ""
    return gevonden, f"{pdok.wfs}/cbs/wijkenbuurten/{jaar}/wfs/v1_0"


def _via_ogc(pdok: Pdok, jaar: int, laag: str, code: str) -> list[dict]:
    """Eerst filteren op gemeentecode als dat kan, anders bladeren door een rechthoek en zelf filteren. Raist
    Geweigerd.
    """
    adres = f"{pdok.lagen(jaar)}/{laag}"
    if (gevonden := _gefilterd(pdok, adres, code)) is not None:
        return gevonden
    gemeente = _gemeente(pdok, jaar, code)
    rechthoek = _rechthoek(gemeente.get("geometry")) if gemeente else None
    return _van_gemeente(pdok.kenmerken(adres, **({"bbox": rechthoek} if rechthoek else {})), code)


def _gefilterd(pdok: Pdok, adres: str, code: str) -> list[dict] | None:
    """Wat de server zelf filtert; None als hij dat niet kan of, ondanks zijn belofte, weigert."""
    for naam in sorted(pdok.zoekbaar(adres) & set(GEMEENTECODE)):
        try:
            return _van_gemeente(pdok.kenmerken(adres, **{naam: code}), code)
        except Geweigerd:
            continue
    return None


def _gemeente(pdok: Pdok, jaar: int, code: str) -> dict | None:
    adres = f"{pdok.lagen(jaar)}/gemeenten"
    try:
        gevonden = _gefilterd(pdok, adres, code)
        if gevonden is None:
            gevonden = _van_gemeente(pdok.kenmerken(adres), code)
    except Geweigerd:
        return None
    return gevonden[0] if gevonden else None


def _codes(kenmerk: dict) -> set[str]:
    """De gemeentecode van een kenmerk: uit zijn eigenschap, of uit zijn wijk- of buurtcode."""
    eigen = kenmerk.get("properties")
    waarden = [v for v in eigen.values() if isinstance(v, str)] if isinstance(eigen, dict) else []
    return {
        "GM" + v[2:6]
        for v in waarden
        if re.fullmatch(r"(?:GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})", v, re.ASCII)
    }


def _van_gemeente(kenmerken: Iterable[dict], code: str) -> list[dict]:
    return [k for k in kenmerken if code in _codes(k)]


def _met_naam(pdok: Pdok, jaar: int, kenmerken: list[dict], code: str) -> list[dict]:
    """Zet de naam van de gemeente erbij als de laag die niet geeft."""
    if not kenmerken or any(str(k).lower() in GEMEENTENAAM for k in kenmerken[0]["properties"]):
        return kenmerken
    gemeente = _gemeente(pdok, jaar, code)
    eigen = {str(k).lower(): v for k, v in gemeente["properties"].items()} if gemeente else {}
    if naam := next((eigen[n] for n in GEMEENTENAAM if isinstance(eigen.get(n), str)), None):
        for kenmerk in kenmerken:
            kenmerk["properties"]["gemeentenaam"] = naam
    return kenmerken


def _rechthoek(geometrie: object) -> str | None:
    """De omhullende rechthoek in graden, voor de parameter bbox."""
    punten, stapel = [], [geometrie.get("coordinates") if isinstance(geometrie, dict) else None]
    while stapel:
        deel = stapel.pop()
        if isinstance(deel, list) and deel:
            if isinstance(deel[0], list):
                stapel += deel
            else:
                punten.append(deel[:2])
    if not punten:
        return None
    rij_x, rij_y = zip(*punten, strict=True)
    return f"{min(rij_x)},{min(rij_y)},{max(rij_x)},{max(rij_y)}"
