"""Eigen kopieen van wat in een set staat: gelijk gaat weg, en van wat anders is blijft alleen het verschil."""

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from generator.begin.feiten import MAPPEN, _plat, lees_boom, naam_van
from generator.bewerken.bestand import lees_voor_wijziging, schrijf_heel
from generator.bewerken.stukken import KanNiet
from generator.bewerken.wijzigen import bewerk
from generator.lezen.lagen import EIGEN, lagen_van
from generator.lezen.losse_bestanden import LOS
from generator.lezen.stapelen import SAMEN, VELD
from generator.schema import FUNCTIE, ORGANISATIE, VOORZIENING, Veld

VROEGER = Path(__file__).with_name("vroeger.txt")
LENGTE = 8
Pad = tuple[str | int, ...]
TABELLEN: dict[str, Veld] = {**dict.fromkeys(MAPPEN, VOORZIENING), "organisaties": ORGANISATIE, "functies": FUNCTIE}


class Uitslag(Struct):
    """Wat er met de eigen bestanden gebeurde, in zinnen; `weg` zijn de bestanden die verdwenen."""

    weg: list[str] = field(default_factory=list)
    regels: list[str] = field(default_factory=list)


@cache
def vroegere_feiten() -> frozenset[str]:
    regels = VROEGER.read_text(encoding="utf-8").splitlines()
    heel = "".join(regel for regel in regels if not regel.startswith("#"))
    return frozenset(heel[n : n + LENGTE] for n in range(0, len(heel), LENGTE))


def afdruk(ding: str, veld: str, waarde: str) -> str:
    return hashlib.sha256("\t".join((ding, veld, waarde)).encode()).hexdigest()[:LENGTE]


def neem_over(map_: Path, van_vroeger: bool, schrijf: bool) -> Uitslag:
    """Haal weg wat gelijk is aan een set. `van_vroeger`: de map is van voor de sets, dus een kopie is geen keuze.

    Dan telt ook als gelijk wat ooit in de landelijke inhoud stond, en wordt de rest een aanvulling.
    """
    uitslag, werk = Uitslag(), Werk(map_, van_vroeger)
    for pad, nieuw in [*werk.ingangen(uitslag), *werk.losse(uitslag)]:
        if nieuw is None:
            uitslag.weg.append(pad)
        if schrijf and nieuw is None:
            (map_ / pad).unlink()
        elif schrijf and nieuw is not None:
            schrijf_heel(map_, pad, nieuw.encode())
    return uitslag


class Werk:
    """Vergelijkt de eigen bestanden met wat de sets zeggen; van een id telt de bovenste set."""

    def __init__(self, map_: Path, van_vroeger: bool):
        self.map, self.sets, self.van_vroeger = map_, lagen_van(map_).sets, van_vroeger

    def in_set(self, pad: str, lijst: str = "") -> tuple[str, dict[str, Any]]:
        """De naam van de bovenste set met dit bestand, en wat erin staat."""
        for laag in reversed(self.sets):
            if (laag.map / pad).is_file():
                return laag.naam, lees_boom(laag.map / pad, lijst)
        return "", {}

    def ingangen(self, uitslag: Uitslag) -> Iterator[tuple[str, str | None]]:
        for soort in MAPPEN:
            for bestand in sorted((self.map / EIGEN / soort).glob("*.yaml")):
                naam, daar = self.in_set(f"{soort}/{bestand.name}")
                hier = lees_boom(bestand)
                if naam and hier and VELD not in hier:
                    anders = verschil(hier, daar, self.zelfde(f"{soort}/{bestand.stem}"))
                    yield from self.uitkomst(bestand, naam, hier, daar, anders, TABELLEN[soort], uitslag)

    def zelfde(self, ding: str) -> Callable[[Pad, Any], bool]:
        """Of een waarde ooit in de landelijke inhoud stond; zonder verleden nooit."""

        def ooit(pad: Pad, waarde: Any) -> bool:
            naam = ".".join(str(deel) for deel in pad)
            return all(afdruk(ding, veld, w) in vroegere_feiten() for veld, w in _plat({naam: waarde}))

        return ooit if self.van_vroeger else lambda pad, waarde: False

    def uitkomst(
        self, bestand: Path, naam: str, hier: dict, daar: dict, anders: list[Pad], tabel: Veld, uitslag: Uitslag
    ) -> Iterator[tuple[str, str | None]]:
        pad = bestand.relative_to(self.map).as_posix()
        if not anders and (self.van_vroeger or hier.keys() == daar.keys()):
            yield pad, None
        elif self.van_vroeger:
            try:
                tekst = lees_voor_wijziging(self.map, pad)[1]
                weg = [(p, None) for p in blad_paden(hier) if not any(p[: len(a)] == a for a in anders)]
                yield (
                    pad,
                    bewerk(tekst, [*bovenste(weg, hier, anders), ((VELD,), naam), *eigen_woorden(hier, daar)], tabel),
                )
                velden = ", ".join(".".join(map(str, a)) for a in anders)
                uitslag.regels.append(f"{pad} vult nu de set '{naam}' aan; van u blijft: {velden}.")
            except KanNiet as fout:
                uitslag.regels.append(f"{pad} is gelijk gebleven ({fout}); maak er zelf een aanvulling van.")

    def losse(self, uitslag: Uitslag) -> Iterator[tuple[str, str | None]]:
        for naam_bestand, los in LOS.items():
            bestand = self.map / EIGEN / naam_bestand
            naam, daar = self.in_set(naam_bestand, los.lijst)
            hier = lees_boom(bestand, los.lijst) if bestand.is_file() else {}
            if not naam or not hier or VELD in hier:
                continue
            pad, ding = f"{EIGEN}/{naam_bestand}", naam_bestand.removesuffix(".yaml")
            delen = list(self.in_lijsten(ding, hier, daar, naam))
            weg = sum(not deel.van_u for deel in delen)
            los_anders = self.los_anders(ding, hier, daar)
            if weg == len(delen) and not los_anders:
                yield pad, None
            elif self.van_vroeger and los.geheel:
                uitslag.regels.append(f"{pad} blijft uw eigen versie: dit bestand is een geheel.")
            elif not los.geheel and (wijzigingen := stel_samen(delen, hier, los_anders)):
                try:
                    yield pad, bewerk(lees_voor_wijziging(self.map, pad)[1], wijzigingen, los.tabel)
                    van_u = ", ".join(deel.titel for deel in delen if deel.van_u)
                    uitslag.regels.append(f"{pad}: {weg} delen stonden al in de set. Van u blijft: {van_u}.")
                except KanNiet as fout:
                    uitslag.regels.append(f"{pad} is gelijk gebleven ({fout}); haal zelf weg wat in de set staat.")

    def los_anders(self, ding: str, hier: dict, daar: dict) -> list[str]:
        """De velden buiten de lijsten die anders zijn dan in de set."""
        kaal = {naam: waarde for naam, waarde in hier.items() if not _is_lijst_van_groepen(waarde)}
        return [str(pad[0]) for pad in verschil(kaal, daar, self.zelfde(ding))]

    def in_lijsten(self, ding: str, hier: dict, daar: dict, naam: str) -> Iterator["Deel"]:
        """Wat er met elk deel van de lijsten in een los bestand moet."""
        for veld, lijst in hier.items():
            bekend = {naam_van(deel): deel for deel in daar.get(veld) or [] if isinstance(deel, dict)}
            for nummer, deel in enumerate(lijst if _is_lijst_van_groepen(lijst) else ()):
                titel = naam_van(deel)
                ander, plek = bekend.get(titel), (veld, nummer)
                if ander is None or not isinstance(deel, dict) or VELD in deel:
                    yield Deel(plek, titel, True)
                    continue
                anders = verschil(deel, ander, self.zelfde(f"{ding}/{titel}"))
                if not anders and (self.van_vroeger or deel.keys() == ander.keys()):
                    yield Deel(plek, titel, False)
                elif self.van_vroeger and "id" in deel:
                    yield Deel(plek, titel, True, tuple(self.aanvulling(plek, deel, ander, anders, naam)))
                else:
                    yield Deel(plek, titel, True)

    @staticmethod
    def aanvulling(plek: Pad, deel: dict, ander: dict, anders: list[Pad], naam: str) -> Iterator[tuple[Pad, Any]]:
        """De wijzigingen die van een deel alleen laten staan wat anders is."""
        houd = [("id",), ("thema",)]
        weg = [(p, None) for p in blad_paden(deel) if not any(p[: len(a)] == a for a in [*anders, *houd])]
        yield from (((*plek, *p), w) for p, w in bovenste(weg, deel, [*anders, *houd]))
        yield from (((*plek, *p), w) for p, w in eigen_woorden(deel, ander))
        yield (*plek, VELD), naam


class Deel(Struct, frozen=True):
    """Een deel van een lijst: van de gemeente zelf, of al in de set; `wijzigingen` maken er een aanvulling van."""

    plek: Pad
    titel: str
    van_u: bool
    wijzigingen: tuple[tuple[Pad, Any], ...] = ()


def _is_lijst_van_groepen(waarde: Any) -> bool:
    return isinstance(waarde, list) and any(isinstance(deel, dict) for deel in waarde)


def stel_samen(delen: list[Deel], hier: dict, los_anders: list[str]) -> list[tuple[Pad, Any]]:
    """Alle wijzigingen van een los bestand; wat weg gaat van achter naar voren, want de nummers schuiven op."""
    uit = [wijziging for deel in delen for wijziging in deel.wijzigingen]
    for veld, lijst in hier.items():
        weg = [deel.plek for deel in delen if deel.plek[0] == veld and not deel.van_u]
        if _is_lijst_van_groepen(lijst):
            uit += [((veld,), None)] if len(weg) == len(lijst) else [(plek, None) for plek in reversed(weg)]
        elif any(not deel.van_u for deel in delen) and veld not in los_anders:
            uit.append(((veld,), None))
    return uit


def verschil(hier: dict, daar: dict, ooit: Callable[[Pad, Any], bool], voor: Pad = ()) -> list[Pad]:
    """De paden waarop `hier` iets zegt dat de set nu niet zegt, en ook niet ooit zei."""
    uit: list[Pad] = []
    for naam, waarde in hier.items():
        ander, pad = daar.get(naam), (*voor, naam)
        if waarde == ander:
            continue
        if isinstance(waarde, dict) and isinstance(ander, dict):
            uit += verschil(waarde, ander, ooit, pad)
        elif not ooit(pad, waarde):
            uit.append(pad)
    return uit


def blad_paden(boom: dict, voor: Pad = ()) -> Iterator[Pad]:
    for naam, waarde in boom.items():
        if isinstance(waarde, dict):
            yield from blad_paden(waarde, (*voor, naam))
        else:
            yield (*voor, naam)


def bovenste(weg: list[tuple[Pad, None]], boom: dict, houd: list[Pad] | set[Pad]) -> list[tuple[Pad, None]]:
    """Een groep waar niets van blijft gaat in een keer weg."""
    koppen = {pad[:1] for pad in houd}
    heel = {pad[:1] for pad, _ in weg if pad[:1] not in koppen}
    return [(pad, None) for pad in sorted(heel)] + [(pad, None) for pad, _ in weg if pad[:1] not in heel]


def eigen_woorden(hier: dict, daar: dict) -> Iterator[tuple[Pad, Any]]:
    """Van de zoekwoorden blijven alleen de eigen; die van de set komen er vanzelf bij."""
    if isinstance(hier.get(SAMEN), list) and isinstance(daar.get(SAMEN), list) and hier[SAMEN] != daar[SAMEN]:
        yield (SAMEN,), [woord for woord in hier[SAMEN] if woord not in daar[SAMEN]] or None
