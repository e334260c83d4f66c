"""Welke ingangen waarschijnlijk dezelfde zijn: een naam die bijna gelijk is, met nog iets dat hetzelfde is."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.model import Adres, Catalogus, Voorziening

# Wat in een naam niets zegt over welke plek het is.
_LOOS = frozenset(
    "de het een t van voor en in bij te st stichting vereniging cooperatie bv b v nv locatie vestiging afdeling".split()
)
LIJKT, LIJKT_ERG, ZELFDE, HEEL = (
    74,
    88,
    96,
    100,
)  # van 100; hoe minder er verder gelijk is, hoe meer de naam moet lijken
MEESTE_SAMEN = 12  # een nummer of site van meer ingangen is van een organisatie en zegt niets over een plek
_HAAKJES = re.compile(r"\([^)]*\)|\[[^\]]*\]")


class Dubbel(NamedTuple):
    """Twee ingangen, hoe hun namen lijken (tot 100), en wat er verder gelijk is."""

    een: Voorziening
    ander: Voorziening
    naam: float
    gelijk: tuple[str, ...]

    @property
    def zin(self) -> str:
        """'naam en adres zijn gelijk', of 'de namen lijken op elkaar; gelijk zijn: adres'."""
        if self.naam == HEEL:
            delen = ("naam", *self.gelijk)
            return f"{' en '.join(delen)} {'zijn' if self.gelijk else 'is'} gelijk"
        hoe = "lijken op elkaar" if self.naam >= LIJKT else "verschillen, maar de hulp is dezelfde"
        return "; ".join([f"de namen {hoe}", *(f"gelijk: {wat}" for wat in self.gelijk)])


def kale_naam(naam: str, plaatsen: frozenset[str] = frozenset()) -> str:
    """De naam zonder Stichting, De, haakjes, leestekens en de plaats: 'Stichting De Brug (Ons Dorp)' is 'brug'."""
    plat = unicodedata.normalize("NFKD", _HAAKJES.sub(" ", naam)).encode("ascii", "ignore").decode().lower()
    woorden = re.findall(r"[a-z0-9]+", plat)
    over = [w for w in woorden if w not in _LOOS and w not in plaatsen]
    return " ".join(over or woorden)


# Alles van een ingang waar het zoeken naar kijkt; blijft dat gelijk, dan blijven de paren dat.
VERGELEKEN = ("id", "pad", "naam", "status", "functies", "hoort_bij", "werkgebied", "contact", "locaties")


def zoek_dubbele(voorzieningen: Iterable[Voorziening]) -> list[Dubbel]:
    """Elk paar dat waarschijnlijk dezelfde plek of dienst is; op pad."""
    rij = [v for v in voorzieningen if v.status == "actief"]
    plaatsen = frozenset(
        w
        for v in rij
        for plek in v.locaties
        if plek.adres
        for w in re.findall(r"[a-z0-9]+", plek.adres.plaats.lower())
    )
    beelden = [_beeld(v, plaatsen) for v in rij]
    uit = [gevonden for paar in _kandidaten(beelden) if (gevonden := _vergelijk(*paar))]
    return sorted(uit, key=lambda d: (d.een.pad, d.ander.pad))


def dubbelen(catalogus: Catalogus) -> list[Dubbel]:
    """De paren van deze catalogus; de controles zochten ze al."""
    return catalogus.eenmaal("dubbelen", lambda: zoek_dubbele(catalogus.voorzieningen.values()))


class _Beeld(NamedTuple):
    """Een ingang met wat er telkens van vergeleken wordt: haar kale naam, ook zonder spaties en op volgorde, en haar kenmerken."""

    v: Voorziening
    kaal: str
    dicht: str
    op_rij: str
    kenmerken: set[tuple[str, str]]


def _beeld(v: Voorziening, plaatsen: frozenset[str]) -> _Beeld:
    kaal = kale_naam(v.naam, plaatsen)
    return _Beeld(v, kaal, kaal.replace(" ", ""), " ".join(sorted(kaal.split())), kenmerken(v))


def _kandidaten(beelden: list[_Beeld]) -> Iterator[tuple[_Beeld, _Beeld]]:
    """Paren met iets gemeen: een kenmerk, of een naam met dezelfde letters. Elk paar een keer."""
    bakken: dict[tuple[str, str], list[_Beeld]] = defaultdict(list)
    for beeld in sorted(beelden, key=lambda b: b.v.pad):
        for kenmerk in beeld.kenmerken:
            bakken[kenmerk].append(beeld)
        for stuk in _naamstukken(beeld):
            bakken["naam", stuk].append(beeld)
    gezien: set[tuple[str, str]] = set()
    for bak in bakken.values():
        for een, ander in combinations(bak, 2) if 1 < len(bak) <= MEESTE_SAMEN else ():
            paar = een.v.id, ander.v.id
            if paar not in gezien:
                gezien.add(paar)
                yield een, ander


def _naamstukken(beeld: _Beeld) -> set[str]:
    """Stukken waarmee namen met een tikfout elkaar vinden: begin en eind zonder spaties, en de woorden op een rij."""
    return {beeld.dicht[:6], beeld.dicht[-6:], beeld.dicht[::2], beeld.op_rij}


def kenmerken(v: Voorziening) -> set[tuple[str, str]]:
    """Wat een ingang met een ander gemeen kan hebben: telefoon, mail, site en adres."""
    nummers = {v.contact.telefoon, *(t.telefoon for t in v.contact.telefoons)}
    uit = {("telefoonnummer", kaal_nummer(n)) for n in nummers if n}
    uit |= {("mailadres", v.contact.email.casefold())} if v.contact.email else set()
    uit |= {("website", kale_site(v.contact.website))} if v.contact.website else set()
    return uit | {("adres", kaal_adres(plek.adres)) for plek in v.locaties if plek.adres and plek.adres.huisnummer}


def kaal_nummer(nummer: str) -> str:
    """Alleen de cijfers, met een 0 voorop: +31 570 12 34 56 is 0570123456."""
    cijfers = re.sub(r"\D", "", nummer.replace("(0)", ""))
    return re.sub(r"^(?:0031|31(?=\d{9}$))", "0", cijfers)


def kale_site(adres: str) -> str:
    delen = urlsplit(adres)
    return (
        f"{(delen.hostname or '').removeprefix('www.')}{delen.path.rstrip('/')}{'?' * bool(delen.query)}{delen.query}"
    )


def kaal_adres(adres: Adres) -> str:
    nummer = "".join((adres.huisnummer or "").casefold().split())
    straat = (adres.straat or "").casefold()
    return f"{adres.postcode} {nummer}" if adres.postcode else f"{adres.plaats.casefold()} {straat} {nummer}"


def _vergelijk(beeld: _Beeld, ander_beeld: _Beeld) -> Dubbel | None:
    een, ander, namen = beeld.v, ander_beeld.v, (beeld.kaal, ander_beeld.kaal)
    lijkt = _gelijkenis(beeld, ander_beeld)
    if lijkt < LIJKT and set(een.functies) != set(ander.functies) or _nummert(*namen):
        return None
    if ander.id == een.hoort_bij or een.id == ander.hoort_bij:
        return None
    gelijk = tuple(sorted({wat for wat, _ in beeld.kenmerken & ander_beeld.kenmerken}))
    return Dubbel(een, ander, lijkt, gelijk) if _genoeg(een, ander, lijkt, _in_elkaar(*namen), gelijk) else None


def _genoeg(een: Voorziening, ander: Voorziening, lijkt: float, in_elkaar: bool, gelijk: tuple[str, ...]) -> bool:
    """Hoe meer de namen lijken, hoe minder er verder gelijk hoeft te zijn; een website delen er veel."""
    samen, sterk = bool(set(een.functies) & set(ander.functies)), len(set(gelijk) - {"website"})
    if lijkt >= ZELFDE:
        return bool(gelijk) or (samen or lijkt == HEEL) and not _andere_plek(een, ander)
    if lijkt >= LIJKT_ERG:
        return sterk >= 1 or samen and "website" in gelijk
    if set(een.functies) != set(ander.functies):
        return lijkt >= LIJKT and sterk >= 2
    # Dezelfde hulp op twee manieren te bereiken is zelden een ander, hoe zij ook heet.
    return sterk >= (1 if in_elkaar else 2) or sterk == 1 and "website" in gelijk


def _in_elkaar(een: str, ander: str) -> bool:
    """Of de ene naam helemaal in de andere staat."""
    woorden = set(een.split()), set(ander.split())
    return woorden[0] <= woorden[1] or woorden[1] <= woorden[0]


def _gelijkenis(een: _Beeld, ander: _Beeld) -> float:
    """Hoe gelijk twee kale namen zijn, tot 100; de volgorde van de woorden telt niet."""
    from rapidfuzz import fuzz

    return max(fuzz.ratio(een.dicht, ander.dicht), fuzz.ratio(een.op_rij, ander.op_rij))


def _nummert(een: str, ander: str) -> bool:
    """Of de namen alleen in een getal of windstreek verschillen: huisarts 1 en 2, loket noord en zuid."""
    anders = set(een.split()) ^ set(ander.split())
    return bool(anders) and all(w.isdigit() or w in _STREKEN for w in anders)


_STREKEN = frozenset("noord zuid oost west midden centrum noordoost noordwest zuidoost zuidwest".split())


def _andere_plek(een: Voorziening, ander: Voorziening) -> bool:
    """Of allebei een adres hebben en die verschillen: dan zijn het twee plekken met dezelfde naam."""
    plekken = [{kaal_adres(p.adres) for p in v.locaties if p.adres} for v in (een, ander)]
    return all(plekken) and not plekken[0] & plekken[1] or not set(een.werkgebied) & set(ander.werkgebied)
