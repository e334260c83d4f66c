"""Een GeoJSON-bestand met wijken of buurten: elk kenmerk nagekeken op code, naam, vorm en ligging. Nooit via GDAL."""

import re
import unicodedata
from collections import defaultdict
from typing import Any

from msgspec import Struct

from generator.lezen.bestanden import plek_in
from generator.lezen.json_lezer import JsonBestand, lees_json
from generator.lezen.tekens import GESTAPELD, VERSTOPT, benoem, toont_niets, vreemde_letter
from generator.lezen.vormen import Vormfout, bezwaar_ligging, lees_punt, lees_vorm, ringen_van
from generator.lezen.waarden import hint_id, is_id
from generator.meldingen import Verslag

MEESTE_PUNTEN = 150_000
MEESTE_INWONERS = 20_000_000  # meer dan er in het hele land wonen
GRENS_KB = 8 * 1024
PATROON = {"wijk": r"WK\d{4}[0-9A-Z]{2}", "buurt": r"BU\d{4}[0-9A-Z]{4}"}
VOORBEELD = {"wijk": "WK015001", "buurt": "BU01500101"}
_SAMEN = ("SK504", "SK505", "SK511", "SK515")


class Kenmerk(Struct, frozen=True):
    """Een gebied uit het bestand; `vorm` is een gedraaide, platte GeoJSON-geometrie."""

    nummer: int
    code: str
    naam: str
    vorm: dict
    inwoners: int | None = None
    adres: str = ""

    @property
    def label(self) -> str:
        return f"{self.code} ({self.naam})"


class Kaartbestand:
    """Een FeatureCollection in behandeling: weet waar te melden en welke codes al voorbij kwamen."""

    def __init__(self, bestand: JsonBestand, pad: str, verslag: Verslag, niveau: str, gemeente: str):
        self.bestand, self.pad, self.verslag = bestand, pad, verslag
        self.niveau, self.gemeente = niveau, gemeente
        self.codes: dict[str, int] = {}
        self.samen: dict[str, list[tuple[int, str, dict]]] = defaultdict(list)

    def meld(self, code: str, nummer: int, **waarden: object) -> None:
        if code in _SAMEN:
            self.samen[code].append((nummer, str(waarden.pop("gebied")), waarden))
        else:
            self.verslag.meld(code, self.pad, self.bestand.plek_van_kenmerk(nummer), **waarden)

    def meld_samen(self) -> None:
        """Wat voor veel gebieden hetzelfde is, in een melding op de plek van het eerste."""
        for code, lijst in self.samen.items():
            nummer, gebied, waarden = lijst[0]
            rest = "" if len(lijst) == 1 else f" en {len(lijst) - 1} andere"
            self.verslag.meld(code, self.pad, self.bestand.plek_van_kenmerk(nummer), gebied=gebied + rest, **waarden)

    def kenmerk(self, nummer: int, ruw: object) -> Kenmerk | None:
        """Een kenmerk, of None als er een fout in zit; elke fout van dit kenmerk staat in het verslag."""
        if not isinstance(ruw, dict) or ruw.get("type") != "Feature":
            self.meld("SK508", nummer, gebied=f"kenmerk {nummer + 1}", gevonden="iets dat geen Feature is")
            return None
        eigen = ruw.get("properties")
        eigen = eigen if isinstance(eigen, dict) else {}
        code = self.code(nummer, eigen.get("code"))
        naam = self.naam(nummer, eigen.get("naam"), code)
        label = f"{code} ({naam})" if code and naam else code or naam or f"kenmerk {nummer + 1}"
        inwoners, goed = self.inwoners(nummer, eigen)
        adres = self.adres(nummer, eigen.get("adres", ""))
        vorm = self.vorm(nummer, ruw.get("geometry"), label)
        goed = goed and adres is not None
        return Kenmerk(nummer, code, naam, vorm, inwoners, adres or "") if code and naam and vorm and goed else None

    def adres(self, nummer: int, adres: object) -> str | None:
        """Het eigen adres van een gebied op de site; leeg als het uit de naam volgt."""
        if isinstance(adres, str) and (not adres or is_id(adres)):
            return adres
        self.meld("SK309", nummer, id=adres, hint=hint_id(str(adres)))
        return None

    def code(self, nummer: int, code: object) -> str | None:
        gebied, voorbeeld = f"kenmerk {nummer + 1}", VOORBEELD[self.niveau]
        if code is None or code == "":
            reden = "de code ontbreekt"
        elif not isinstance(code, str):
            reden = f'{code} is een getal; een code is tekst, zoals "{voorbeeld}"'
        elif not re.fullmatch(PATROON[self.niveau], code, re.ASCII):
            reden = f"'{code}' heeft niet de vorm van {voorbeeld}"
        elif code in self.codes:
            reden = f"{code} staat ook bij kenmerk {self.codes[code] + 1}"
        elif self.gemeente.startswith("GM") and code[2:6] != self.gemeente[2:]:
            self.meld("SK517", nummer, gebied=code, gemeente=self.gemeente)
            return None
        else:
            self.codes[code] = nummer
            return code
        self.meld("SK510", nummer, gebied=gebied, reden=reden)
        return None

    def naam(self, nummer: int, naam: object, code: str | None) -> str | None:
        if naam is None or (isinstance(naam, str) and toont_niets(naam)):
            self.meld("SK201", nummer, veld="naam", voorbeeld="Binnenstad")
        elif not isinstance(naam, str):
            self.meld(
                "SK204",
                nummer,
                veld="naam",
                verwacht="een tekst",
                gevonden="iets anders",
                voorbeeld='"naam": "Binnenstad"',
            )
        elif slecht := next((t for t in naam if unicodedata.category(t)[0] == "C" or VERSTOPT.match(t)), None):
            self.meld("SK016", nummer, teken=f"U+{ord(slecht):04X}")
        elif stapel := GESTAPELD.search(naam):
            self.meld("SK819", nummer, aantal=len(stapel[0]))
        elif vreemd := vreemde_letter(naam):
            self.meld("SK811", nummer, **benoem(vreemd[1]))
        elif len(naam) > 80:
            self.meld("SK206", nummer, veld=f"naam van {code}", aantal=len(naam), grens=80)
        elif naam.strip()[0] in "=+@":
            self.meld("SK224", nummer, veld=f"naam van {code}", teken=naam.strip()[0])
        else:
            return unicodedata.normalize("NFC", " ".join(naam.split()))
        return None

    def inwoners(self, nummer: int, eigen: dict) -> tuple[int | None, bool]:
        """Het aantal, of None; bij het CBS betekent een negatief getal geheim of onbekend."""
        waarde = eigen.get("inwoners")
        if isinstance(waarde, float) and waarde.is_integer():
            waarde = int(waarde)
        if waarde is None or (isinstance(waarde, int) and not isinstance(waarde, bool) and waarde <= MEESTE_INWONERS):
            return (waarde if waarde is not None and waarde >= 0 else None), True
        self.meld(
            "SK204",
            nummer,
            veld="inwoners",
            verwacht="een heel getal van hoogstens twintig miljoen",
            gevonden=repr(waarde)[:40],
            voorbeeld='"inwoners": 4870',
        )
        return None, False

    def vorm(self, nummer: int, geometrie: object, label: str) -> dict | None:
        try:
            vorm, hoogte = lees_vorm(geometrie)
        except Vormfout as fout:
            self.meld(fout.code, nummer, gebied=label, **fout.waarden)
            return None
        bezwaar = bezwaar_ligging(punt for ring in ringen_van(vorm) for punt in ring)
        if bezwaar:
            self.meld(bezwaar[0], nummer, gebied=label, **bezwaar[1])
            return None
        if hoogte:
            self.meld("SK511", nummer, gebied=label)
        return vorm


def kenmerken_van(bestand: JsonBestand, pad: str, verslag: Verslag) -> list | None:
    """De lijst `features`, of None met een melding als dit geen FeatureCollection is."""
    inhoud = bestand.inhoud
    soort = inhoud.get("type") if isinstance(inhoud, dict) else None
    if soort == "Topology":
        verslag.meld("SK503", pad)
    elif soort != "FeatureCollection":
        verslag.meld("SK502", pad, gevonden=f"JSON met een losse {soort}" if isinstance(soort, str) else "andere JSON")
    elif not isinstance(inhoud.get("features"), list):
        verslag.meld("SK502", pad, gevonden="een FeatureCollection zonder lijst 'features'")
    else:
        return inhoud["features"]
    return None


def tel_punten(waarde: object) -> int:
    """Hoeveel coordinaatparen er in een geneste lijst zitten; zonder recursie, want de diepte komt van buiten."""
    stapel, aantal = [waarde], 0
    while stapel:
        deel = stapel.pop()
        if isinstance(deel, list) and deel:
            if isinstance(deel[0], list):
                stapel += deel
            else:
                aantal += 1
    return aantal


def _te_veel(kenmerken: list, pad: str, verslag: Verslag) -> bool:
    aantal = sum(
        tel_punten(k["geometry"].get("coordinates"))
        for k in kenmerken
        if isinstance(k, dict) and isinstance(k.get("geometry"), dict)
    )
    if aantal > MEESTE_PUNTEN:
        verslag.meld("SK513", pad, aantal=aantal, grens=MEESTE_PUNTEN)
    return aantal > MEESTE_PUNTEN


def _keur_vormen(kaart: Kaartbestand, kenmerken: list[Kenmerk]) -> None:
    from generator.lezen import vormen

    rij = vormen.maak_vormen([k.vorm for k in kenmerken])
    bezwaren = vormen.bezwaar_geldigheid(rij)
    for nummer, (code, waarden) in bezwaren:
        kaart.meld(code, kenmerken[nummer].nummer, gebied=kenmerken[nummer].label, **waarden)
    if bezwaren:
        return
    for a, b, m2 in vormen.overlappen(rij):
        eerste, tweede = sorted((kenmerken[a], kenmerken[b]), key=lambda k: k.code)
        kaart.meld("SK512", tweede.nummer, gebied=tweede.label, ander=eerste.label, oppervlakte=f"{m2:.0f}")
    if gaten := vormen.kieren(rij):
        kaart.meld("SK519", 0, aantal=len(gaten), oppervlakte=f"{sum(m2 for m2, _ in gaten):.0f}", punt=gaten[0][1])


def lees_kenmerken(ruw: bytes, pad: str, verslag: Verslag, niveau: str, gemeente: str) -> list[Kenmerk]:
    """De gebieden van een bestand, op code. Bij een fout staan er meldingen in het verslag en komt er minder uit.

    `niveau` is wijk of buurt; `gemeente` is de code waar de gebieden bij horen (RG... laat alle codes toe).
    """
    bestand = lees_json(ruw, pad, verslag)
    ruwe = None if bestand is None else kenmerken_van(bestand, pad, verslag)
    if bestand is None or ruwe is None or _te_veel(ruwe, pad, verslag):
        return []
    voor = verslag.fouten
    kaart = Kaartbestand(bestand, pad, verslag, niveau, gemeente)
    kenmerken = [k for nummer, deel in enumerate(ruwe) if (k := kaart.kenmerk(nummer, deel))]
    if kenmerken:
        _keur_vormen(kaart, kenmerken)
    kaart.meld_samen()
    if bestand.geen_getal and verslag.fouten == voor:
        verslag.meld("SK501", pad, _plek_geen_getal(bestand), reden=f"{bestand.geen_getal[0]} is geen getal")
    return sorted(kenmerken, key=lambda k: k.code)


def _plek_geen_getal(bestand: JsonBestand) -> tuple[int, int]:
    return plek_in(bestand.tekst, bestand.plekken["geen_getal"][0][1])


def lees_water(ruw: bytes, pad: str, verslag: Verslag) -> dict | None:
    """Lijnen en vlakken om te tekenen: een FeatureCollection met alleen naam en soort, of None bij een fout."""
    bestand = lees_json(ruw, pad, verslag)
    ruwe = None if bestand is None else kenmerken_van(bestand, pad, verslag)
    if bestand is None or ruwe is None or _te_veel(ruwe, pad, verslag):
        return None
    kaart, uit = Kaartbestand(bestand, pad, verslag, "wijk", "RG"), []
    for nummer, deel in enumerate(ruwe):
        eigen = deel.get("properties") if isinstance(deel, dict) else None
        eigen = (
            {k: v for k, v in (eigen or {}).items() if k in ("naam", "soort") and isinstance(v, str)}
            if isinstance(eigen, dict)
            else {}
        )
        label = eigen.get("naam") or f"kenmerk {nummer + 1}"
        vorm = _watervorm(kaart, nummer, deel.get("geometry") if isinstance(deel, dict) else None, label)
        if vorm:
            uit.append({"type": "Feature", "properties": eigen, "geometry": vorm})
    kaart.meld_samen()
    return {"type": "FeatureCollection", "features": uit}


def _watervorm(kaart: Kaartbestand, nummer: int, geometrie: Any, label: str) -> dict | None:
    soort = geometrie.get("type") if isinstance(geometrie, dict) else None
    if soort not in ("LineString", "MultiLineString"):
        return kaart.vorm(nummer, geometrie, label)
    lijnen = geometrie.get("coordinates")
    lijnen = [lijnen] if soort == "LineString" else lijnen
    try:
        schoon = [[list(lees_punt(p)[:2]) for p in lijn] for lijn in lijnen]
    except (Vormfout, TypeError):
        kaart.meld("SK509", nummer, gebied=label, waarde="een lijn zonder gewone punten")
        return None
    if bezwaar := bezwaar_ligging(p for lijn in schoon for p in lijn):
        kaart.meld(bezwaar[0], nummer, gebied=label, **bezwaar[1])
        return None
    return {"type": soort, "coordinates": schoon[0] if soort == "LineString" else schoon}
