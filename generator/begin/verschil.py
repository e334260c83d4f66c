"""Wat er in de sets veranderde sinds het slot, en wat dat hier doet."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.begin.feiten import Feiten, bewaarbaar, lees_feiten
from generator.begin.slot import Slot
from generator.lezen.lagen import EIGEN
from generator.lezen.stapelen import SAMEN, VELD

NIEUW, WEG, ANDERS = "nieuw", "weg", "anders"


@dataclass(frozen=True, slots=True)
class Verandering:
    """Een feit dat anders werd. `eigen` is wat hier in de weg staat, of leeg als het gewoon doorkomt."""

    set: str
    ding: str
    naam: str
    soort: str
    veld: str = ""
    oud: str = ""
    nieuw: str = ""
    eigen: str = ""

    def in_woorden(self) -> str:
        return f"{self._wat()}{f' {self.eigen}' if self.eigen else ''}"

    def _wat(self) -> str:
        if self.soort != ANDERS:
            erbij = "komt erbij" if self.soort == NIEUW else "staat niet meer in de set"
            return f"{self.naam} ({self.ding}) {erbij}."
        plek = f"{self.naam} ({self.ding}): {self.veld}"
        if not self.nieuw:
            return f"{plek} staat er niet meer{_was(self.oud)}."
        if self.nieuw.startswith("#"):
            return f"{plek} {'heeft een nieuwe tekst' if self.oud else 'komt erbij'}."
        return f'{plek} {"is nu" if self.oud else "komt erbij:"} "{self.nieuw}"{_was(self.oud)}.'


def _was(oud: str) -> str:
    return "" if not oud or oud.startswith("#") else f' (was "{oud}")'


def vergelijk(map_: Path, oud: Slot, nu: Slot) -> list[Verandering]:
    """Elke verandering, per set en op volgorde van ding en veld."""
    hier = lees_feiten(map_ / EIGEN)
    return [v for naam in nu.versies for v in _van_een_set(naam, oud.feiten.get(naam, {}), nu.feiten[naam], hier)]


def _van_een_set(naam: str, oud: Feiten, nu: Feiten, hier: Feiten) -> Iterator[Verandering]:
    for ding in sorted(oud.keys() | nu.keys()):
        voor, na, eigen = oud.get(ding), nu.get(ding), hier.get(ding)
        titel = _titel(ding, na or voor or {})
        if na is None:
            yield Verandering(naam, ding, titel, WEG, eigen=_bij_weg(eigen))
        elif voor is None:
            yield Verandering(naam, ding, titel, NIEUW, eigen=_bij_vervangen(eigen))
        else:
            for veld in sorted(voor.keys() | na.keys()):
                een, twee = voor.get(veld, ""), na.get(veld, "")
                if een != twee:
                    yield Verandering(naam, ding, titel, ANDERS, veld, een, twee, _in_de_weg(veld, eigen))


def _titel(ding: str, velden: dict[str, str]) -> str:
    naam = velden.get("naam") or velden.get("term") or ding.rpartition("/")[2]
    return naam if not naam.startswith("#") else ding.rpartition("/")[2]


def _bij_weg(eigen: dict[str, str] | None) -> str:
    if eigen is None:
        return ""
    return "Uw aanvulling staat nu alleen." if VELD in eigen else "U hebt een eigen versie; die blijft."


def _bij_vervangen(eigen: dict[str, str] | None) -> str:
    return "U hebt zelf iets met deze naam; dat gaat voor." if eigen is not None else ""


def _in_de_weg(veld: str, eigen: dict[str, str] | None) -> str:
    """Wat er van een verandering hier niet aankomt."""
    if eigen is None:
        return ""
    if VELD not in eigen:
        return "U hebt een eigen versie; dit komt er niet in."
    kop = veld.partition("[")[0]
    zelf = veld if veld in eigen else next((v for v in eigen if "[" in v and v.partition("[")[0] == kop), "")
    if not zelf or veld == SAMEN:
        return ""
    return f'Hier blijft uw eigen waarde staan: "{bewaarbaar(eigen[zelf])}".'
