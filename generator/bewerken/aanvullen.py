"""Wat in een set staat wijzigen zonder de set aan te raken: met een eigen bestand dat haar aanvult."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator.bewerken.bestand import lees_voor_wijziging
from generator.bewerken.paden import Pad, schrijf_pad
from generator.bewerken.stukken import KanNiet
from generator.bewerken.verschil import gewenst
from generator.bewerken.wijzigen import bewerk, lees_boom
from generator.lezen.lagen import EIGEN, Laag, Lagen, lagen_van
from generator.lezen.stapelen import SAMEN, VELD
from generator.model import SOORTEN
from generator.schema import VOORZIENING, Veld


class Aanvulling(Struct, frozen=True):
    """Een ingang uit een set: wat de sets erover zeggen, en wat er in het eigen bestand staat of moet komen."""

    pad: str
    set: str
    onder: dict
    merk: bytes
    tekst: str
    bestaat: bool

    @property
    def samen(self) -> dict:
        return voeg_samen(self.onder, zonder_veld(lees_boom(self.tekst)), VOORZIENING)

    def met(self, velden: list[tuple[Pad, object]]) -> str:
        """De tekst van het eigen bestand na de wijzigingen. Raist KanNiet als een set iets heeft dat weg zou moeten."""
        voor = self.samen
        return bewerk(
            self.tekst, list(self.wijzigingen(voor, gewenst(voor, velden), self.onder, VOORZIENING)), VOORZIENING
        )

    def wijzigingen(
        self, voor: dict, na: dict, onder: dict, groep: Veld, pad: Pad = ()
    ) -> Iterator[tuple[Pad, object]]:
        """Wat er in het eigen bestand moet veranderen om van `voor` naar `na` te komen."""
        for naam in voor.keys() - na.keys():
            if naam in onder:
                raise KanNiet(f"'{schrijf_pad((*pad, naam))}' komt uit de set '{self.set}' en kan hier niet weg")
            yield (*pad, naam), None
        for naam, waarde in na.items():
            veld, daar = groep.per_naam.get(naam), onder.get(naam)
            if voor.get(naam) == waarde:
                continue
            if isinstance(daar, dict) and isinstance(waarde, dict) and veld and not veld.een_of_meer:
                yield from self.wijzigingen(voor[naam], waarde, daar, veld, (*pad, naam))
            elif naam == SAMEN and isinstance(daar, list) and isinstance(waarde, list):
                yield (*pad, naam), self.eigen_woorden(daar, waarde)
            else:
                yield (*pad, naam), waarde

    def eigen_woorden(self, daar: list, waarde: list) -> list | None:
        if weg := [woord for woord in daar if woord not in waarde]:
            raise KanNiet(f"het zoekwoord '{weg[0]}' komt uit de set '{self.set}' en kan hier niet weg")
        return [woord for woord in waarde if woord not in daar] or None


def zonder_veld(boom: dict) -> dict:
    return {naam: waarde for naam, waarde in boom.items() if naam not in (VELD, "id")}


def voeg_samen(onder: dict, boven: dict, groep: Veld) -> dict:
    """Hetzelfde als het lezen doet, maar dan met waarden: zie lezen/stapelen.py."""
    uit = dict(onder)
    for naam, waarde in boven.items():
        veld, daar = groep.per_naam.get(naam), uit.get(naam)
        if naam == SAMEN and isinstance(waarde, list) and isinstance(daar, list):
            uit[naam] = [*daar, *(woord for woord in waarde if woord not in daar)]
        elif isinstance(waarde, dict) and isinstance(daar, dict) and veld and not veld.een_of_meer:
            uit[naam] = voeg_samen(daar, waarde, veld)
        else:
            uit[naam] = waarde
    return uit


def uit_sets(map_: Path) -> dict[str, Aanvulling]:
    """Elke ingang die (mede) uit een set komt, op id; wat niet te lezen is, zegt de controle."""
    lagen, uit = lagen_van(map_), {}
    for id_ in sorted(
        {bestand.stem for laag in lagen.sets for s in SOORTEN for bestand in (laag.map / s).glob("*.yaml")}
    ):
        with suppress(KanNiet):
            if aanvulling := zoek_aanvulling(map_, id_, lagen):
                uit[id_] = aanvulling
    return uit


def zoek_aanvulling(map_: Path, id_: str, lagen: Lagen | None = None) -> Aanvulling | None:
    """De ingang als die (mede) uit een set komt; None als zij helemaal eigen is, of nergens staat. Raist KanNiet."""
    lagen = lagen or lagen_van(map_)
    in_sets = [(laag, bestand) for laag in lagen.sets for bestand in _bestanden(laag, id_)]
    if not in_sets:
        return None
    laag, bestand = in_sets[-1]
    onder: dict = {}
    for _, deel in in_sets:
        boom = lees_boom(deel.read_text(encoding="utf-8", errors="replace"))
        onder = voeg_samen(onder, zonder_veld(boom), VOORZIENING) if VELD in boom else zonder_veld(boom)
    eigen = _bestanden(lagen.eigen, id_)
    if not eigen:
        pad = f"{EIGEN}/{bestand.parent.name}/{id_}.yaml"
        return Aanvulling(pad, laag.naam, onder, b"", f"{VELD}: {laag.naam}\n", False)
    pad = f"{EIGEN}/{eigen[0].parent.name}/{id_}.yaml"
    merk, tekst = lees_voor_wijziging(map_, pad)
    return Aanvulling(pad, laag.naam, onder, merk, tekst, True) if VELD in lees_boom(tekst) else None


def _bestanden(laag: Laag, id_: str) -> list[Path]:
    return [bestand for soort in SOORTEN if (bestand := laag.map / soort / f"{id_}.yaml").is_file()]
