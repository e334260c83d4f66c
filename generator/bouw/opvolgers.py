"""Welk nieuw adres bij een oud adres past. Een adres vindt de zijne zonder alle andere te lezen: het werk groeit met hun aantal."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from itertools import permutations
from pathlib import Path

from generator.gebieden.plaatsen import plaats_punten
from generator.model import Catalogus
from generator.model.adresboek import Gepubliceerd
from generator.voorraad import Voorraad

# Zo vaak vergelijken wij letter voor letter een oude naam met een nieuwe; daarna is er alleen een voorstel bij dezelfde naam.
MEEST_VERGELEKEN = 100_000
_VERGELIJK = "zo-werkt-het/vergelijken/{}-met-{}/"
_PAAR = re.compile(_VERGELIJK.format("([^/]+)", "([^/]+)"))
MEER_DAN_DE_HELFT = 0.5


def _laatste(adres: str) -> str:
    return adres.rstrip("/").rpartition("/")[2]


def _soort(adres: str) -> tuple[str, int]:
    return adres.partition("/")[0], adres.count("/")


class Adressenrij:
    """Adressen, zo gelegd dat die van dezelfde soort snel te vinden zijn."""

    def __init__(self, adressen: Iterable[str] = ()):
        self._plaats: dict[str, int] = {}
        self._per_soort: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._ondiep: list[str] = []
        self._per_laatste: dict[str, list[str]] = defaultdict(list)
        for adres in adressen:
            self.zet(adres)

    def zet(self, adres: str) -> None:
        self._plaats[adres] = len(self._plaats)
        self._per_soort[_soort(adres)].append(adres)
        self._per_laatste[_laatste(adres)].append(adres)
        if adres.count("/") == 1:
            self._ondiep.append(adres)

    def past_bij(self, adres: str) -> Iterator[str]:
        """Wat het adres kan worden: van dezelfde soort en even diep; een geschreven pagina mag ook dieper."""
        eerste, diepte = _soort(adres)
        yield from self._per_soort.get((eerste, diepte), ())
        ander = (*self._ondiep, *self._per_laatste.get(_laatste(adres), ())) if diepte == 1 else ()
        yield from dict.fromkeys(a for a in ander if a.partition("/")[0] != eerste)

    def op_volgorde(self, adres: str) -> list[str]:
        return sorted(self.past_bij(adres), key=lambda a: self._plaats[a])


def _per(paren: Iterable[tuple[str, str]]) -> dict[str, Adressenrij]:
    """Adressen op een woord: hun naam of hun laatste stap."""
    uit: dict[str, Adressenrij] = defaultdict(Adressenrij)
    for woord, adres in paren:
        uit[woord].zet(adres)
    return uit


class Opvolgers:
    """Zoekt bij elk oud adres wat er voor in de plaats kwam; `nieuw` zijn adressen die er eerder niet waren, met hun titel."""

    def __init__(self, catalogus: Catalogus, nieuw: dict[str, str]):
        self.catalogus, self.nieuw, self.vergeleken = catalogus, nieuw, 0
        self._rij = Adressenrij(nieuw)
        self._op_titel = _per((titel, adres) for adres, titel in nieuw.items())
        self._oude_namen = _per((was.naam, adres) for adres, was in catalogus.adresboek.items())
        self._oude_stappen = _per((_laatste(adres), adres) for adres in catalogus.adresboek)

    def van(self, adres: str) -> str:
        """Het nieuwe adres van hetzelfde: het gebied met dezelfde code, of wat nieuw is en zo heet of erop lijkt; of leeg."""
        was = self.catalogus.adresboek[adres]
        if gebied := _zelfde_gebied(was, self.catalogus):
            return gebied
        if paar := _PAAR.fullmatch(adres):
            return self._nieuw_paar(paar)
        if was.naam and _is_eigen(self._oude_namen[was.naam], adres) and was.naam in self._op_titel:
            if zelfde := self._op_titel[was.naam].op_volgorde(adres):
                return max(zelfde, key=lambda a: SequenceMatcher(None, adres, a).ratio())
        return _op_die_plek(was, self.catalogus) or self._lijkt_op(adres, was)

    def _lijkt_op(self, adres: str, was: Gepubliceerd) -> str:
        """Wat in letters op de laatste stap van het adres lijkt, als maar een oud adres van die soort zo heet."""
        if self.vergeleken >= MEEST_VERGELEKEN or not _is_eigen(self._oude_stappen[_laatste(adres)], adres):
            return ""
        namen = {_laatste(a): a for a in self._rij.op_volgorde(adres) if self._zelfde_hulp(was, a)}
        self.vergeleken += len(namen)
        lijkt = get_close_matches(_laatste(adres), namen, 1, 0.8)
        return namen[lijkt[0]] if lijkt else ""

    def _nieuw_paar(self, paar: re.Match[str]) -> str:
        """Waar twee gemeenten nu naast elkaar staan, hoe zij nu ook heten en in welke volgorde; leeg als dat er niet is."""
        boek, gemeenten = self.catalogus.adresboek, self.catalogus.gemeente_van
        codes = [was.code for slug in paar.groups() if (was := boek.get(f"gebieden/{slug}/"))]
        slugs = [gemeenten[code].slug for code in codes if code in gemeenten]
        kans = [_VERGELIJK.format(*volgorde) for volgorde in permutations(slugs) if len(slugs) == 2]
        return next((adres for adres in kans if adres in self.nieuw), "")

    def _zelfde_hulp(self, was: Gepubliceerd, adres: str) -> bool:
        """Of een ingang iets doet wat de oude ook deed; anders lijkt alleen haar naam erop."""
        v = self.catalogus.voorzieningen.get(_laatste(adres)) if adres.startswith("voorzieningen/") else None
        return v is None or not was.functies or not set(was.functies).isdisjoint(v.functies)


def _zelfde_gebied(was: Gepubliceerd, catalogus: Catalogus) -> str:
    """Het gebied met dezelfde code, of het eigen gebied dat voor het grootste deel uit dezelfde wijken bestaat."""
    if was.code in catalogus.gebieden:
        return adres_van_gebied(was.code, catalogus)
    oud = set(was.codes)
    kans = {
        len(oud & {*deel.codes}) / len(oud | {*deel.codes}): f"gebieden/{gemeente.slug}/{deel.id}/"
        for gemeente in catalogus.gemeenten
        for deel in gemeente.indeling
        if oud
    }
    meest = max(kans, default=0.0)
    return kans[meest] if meest > MEER_DAN_DE_HELFT else ""


def _op_die_plek(was: Gepubliceerd, catalogus: Catalogus) -> str:
    """De wijk waar het midden van de oude wijk nu in ligt: zo vinden wij haar terug met een andere code en naam."""
    if was.punt is None:
        return ""
    punten = [("midden", was.punt.lengte, was.punt.breedte)]
    codes = plaats_punten(catalogus.gemeenten, punten, Voorraad(Path(), aan=False))
    return next((adres_van_gebied(code, catalogus) for code in codes.values()), "")


def _is_eigen(zo_heten: Adressenrij, adres: str) -> bool:
    """Of er maar een oud adres van deze soort zo heet; 'zo-werkt-het' heeft elke gemeente, en dat zegt dus niets."""
    return all(ander == adres for ander in zo_heten.past_bij(adres))


def adres_van_gebied(code: str, catalogus: Catalogus) -> str:
    """De pagina van een gemeente of wijk; aan de code is een gebied terug te vinden, hoe het ook heet."""
    gemeente, gebied = catalogus.gemeente_van[code], catalogus.gebieden[code]
    return f"gebieden/{gemeente.slug}/" + ("" if gebied.soort == "gemeente" else f"{gebied.slug}/")
