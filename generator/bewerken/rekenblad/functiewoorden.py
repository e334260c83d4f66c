"""Welke functie iemand bedoelt die in een rekenblad een gewoon woord schreef: 'taalles', 'voedselbank'."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from generator.betekenis.bedoeld import Zinnenboek, stammen
from generator.bewerken.rekenblad.uitvoer import snelle_boom
from generator.bewerken.stukken import KanNiet
from generator.lezen.bestanden import lees_tekst
from generator.lezen.lagen import bestanden_per_id
from generator.lezen.waarden import nette_naam
from generator.meldingen import Verslag

# De soort ingang heet als de soort functie, op een na; zo hoeft een lijst met huisartsen niets over hun soort te zeggen.
ANDERS = {"bouwblok": "algemene_voorziening"}


class Functiewoorden(Struct, dict=True):
    """De functies van een map: hun namen, hun soort, en de woorden waarmee bewoners ernaar zoeken."""

    namen: dict[str, str] = field(default_factory=dict)
    soorten: dict[str, str] = field(default_factory=dict)
    zinnen: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def _boek(self) -> Zinnenboek:
        return Zinnenboek(self.zinnen)

    @cached_property
    def _per_woord(self) -> dict[frozenset[str], set[str]]:
        uit = defaultdict(set)
        for id_, zin in self.zinnen:
            uit[stammen(zin)].add(id_)
        return uit

    def op_naam(self, woord: str) -> str:
        return self.namen.get(nette_naam(woord), "")

    def op_zoekwoord(self, woord: str) -> str:
        """De functie die als enige dit zoekwoord heeft; leeg als er geen of meer zijn."""
        ids = self._per_woord.get(stammen(woord), set())
        return next(iter(ids)) if len(ids) == 1 else ""

    def passend(self, woorden: Iterable[str]) -> list[str]:
        """Wat het zou kunnen zijn, om uit te kiezen."""
        return list(dict.fromkeys(id_ for woord in woorden for id_ in self._boek.zoek(woord)))[:3]

    def soort(self, functies: Iterable[str]) -> str:
        """De soort ingang die bij al deze functies hoort; leeg als zij het niet eens zijn."""
        soorten = {ANDERS.get(soort, soort) for soort in (self.soorten.get(id_, "") for id_ in functies)}
        return soorten.pop() if len(soorten) == 1 else ""


def lees_functiewoorden(map_: Path) -> Functiewoorden:
    uit = Functiewoorden()
    for bestand in bestanden_per_id(map_, "functies").values():
        _voeg_toe(uit, bestand.stem, _boom(bestand))
    return uit


def _boom(bestand: Path) -> dict:
    try:
        return snelle_boom(lees_tekst(bestand, bestand.name, Verslag()) or "")
    except KanNiet:
        return {}


def _voeg_toe(uit: Functiewoorden, id_: str, boom: dict) -> None:
    uit.namen[id_] = id_  # ook van een aanvulling, die geen naam hoeft te hebben
    uit.soorten[id_] = str(boom.get("soort", ""))
    namen = [naam for naam in (boom.get("naam"), boom.get("naam_in_bron")) if isinstance(naam, str)]
    for naam in namen:
        uit.namen.setdefault(nette_naam(naam), id_)
    woorden = boom.get("zoekwoorden")
    uit.zinnen += [(id_, zin) for zin in [*namen, *(woorden if isinstance(woorden, list) else [])]]
