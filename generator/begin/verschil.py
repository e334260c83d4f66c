"""Wat er in de sets veranderde sinds het slot, en wat dat hier doet."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from generator.begin.feiten import GRENS, Feiten, is_vingerafdruk, lees_feiten, vingerafdruk_van
from generator.begin.slot import Slot
from generator.lezen.lagen import EIGEN
from generator.lezen.stapelen import SAMEN, VELD

NIEUW, WEG, ANDERS, VOLGORDE = "nieuw", "weg", "anders", "volgorde"
_DEEL = re.compile(r"\]\.")
_ZIN, _KOMMA = re.compile(r"(?<=[.!?]) "), re.compile(r", ")


class Verandering(Struct, frozen=True):
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
        bestand, _, eigen_naam = self.ding.partition("/")
        is_zin = " " in self.naam and eigen_naam == self.naam  # dan staat zij er maar een keer
        wie = f"{self.naam} ({bestand if is_zin else self.ding})"
        if self.soort == VOLGORDE:
            return f"{wie}: {self.veld or 'wat erin staat'} heeft een andere volgorde."
        if self.soort != ANDERS:
            erbij = "komt erbij" if self.soort == NIEUW else "staat niet meer in de set"
            return f"{wie} {erbij}."
        plek = f"{wie}: {self.veld}"
        if not self.nieuw:
            return f"{plek} staat er niet meer{_was(self.oud)}."
        if len(self.oud) > GRENS:
            return f"{plek}: {in_stukken(self.oud, self.nieuw)}."
        return f'{plek} {"is nu" if self.oud else "komt erbij:"} "{self.nieuw}"{_was(self.oud)}.'


def _was(oud: str) -> str:
    return "" if not oud or is_vingerafdruk(oud) else f' (was "{oud}")'


def in_stukken(oud: str, nieuw: str) -> str:
    """Welke zinnen van een tekst, of welke delen van een lijst, erbij kwamen en weg zijn."""
    snede, tussen = (_ZIN, " … ") if _ZIN.search(f"{oud} {nieuw} ") else (_KOMMA, ", ")
    voor, na = Counter(snede.split(oud)), Counter(snede.split(nieuw))
    erbij, weg = tussen.join((na - voor).elements()), tussen.join((voor - na).elements())
    delen = [f'{wat} "{stuk}"' for wat, stuk in (("erbij", erbij), ("weg", weg)) if stuk]
    return " en ".join(delen) or "dezelfde woorden in een andere volgorde"


def vergelijk(map_: Path, oud: Slot, nu: Slot) -> list[Verandering]:
    """Elke verandering, per set en op volgorde van ding en veld."""
    hier = lees_feiten(map_ / EIGEN)
    uit: list[Verandering] = []
    for naam in nu.versies:
        voor, na = oud.feiten.get(naam, {}), nu.feiten[naam]
        uit += _van_een_set(naam, voor, na, hier)
        uit += _volgordes(naam, voor, na) if oud.geordend else ()
    return uit


def _van_een_set(naam: str, oud: Feiten, nu: Feiten, hier: Feiten) -> Iterator[Verandering]:
    for ding in sorted(oud.keys() | nu.keys()):
        voor, na, eigen = oud.get(ding), nu.get(ding), hier.get(ding)
        titel = _titel(ding, na or voor or {})
        if na is None:
            yield Verandering(naam, ding, titel, WEG, eigen=_bij_weg(eigen))
        elif voor is None:
            yield Verandering(naam, ding, titel, NIEUW, eigen=_bij_vervangen(eigen))
        else:
            een_keer, nu_zo = _vouw(voor, na), _vouw(na, voor)
            for veld in sorted(een_keer.keys() | nu_zo.keys()):
                een, twee = een_keer.get(veld, ""), nu_zo.get(veld, "")
                if een not in (twee, vingerafdruk_van(twee)):
                    yield Verandering(naam, ding, titel, ANDERS, veld, een, twee, _in_de_weg(veld, eigen))


def _vouw(velden: dict[str, str], ander: dict[str, str]) -> dict[str, str]:
    """De velden, met van een deel dat de ander niet heeft alleen de naam: een regel die anders luidt is een feit."""
    uit: dict[str, str] = {}
    for veld, waarde in velden.items():
        deel = "" if veld in ander else _eigen_deel(veld, ander)
        lijst, _, naam = deel[:-1].rpartition("[")
        if not deel:
            uit[veld] = waarde
        elif naam not in uit.get(lijst, "").split("; "):
            uit[lijst] = "; ".join(filter(None, (uit.get(lijst, ""), naam)))
    return uit


def _eigen_deel(veld: str, ander: Iterable[str]) -> str:
    """Het deel van een lijst waar een veld in staat en dat de ander helemaal niet heeft, of leeg."""
    delen = [veld[: vondst.end()] for vondst in _DEEL.finditer(veld)]
    return next((deel[:-1] for deel in delen if not any(v.startswith(deel) for v in ander)), "")


def _volgordes(naam: str, oud: Feiten, nu: Feiten) -> Iterator[Verandering]:
    """Elk bestand en elke lijst waarvan de delen die er al waren nu in een andere volgorde staan."""
    for bestand in dict.fromkeys(ding.partition("/")[0] for ding in nu):
        van = [[d for d in een if d in ander and d.startswith(f"{bestand}/")] for een, ander in ((oud, nu), (nu, oud))]
        if van[0] != van[1]:
            yield Verandering(naam, bestand, bestand, VOLGORDE)
    for ding in sorted(nu.keys() & oud.keys()):
        voor, na = _lijsten(oud[ding]), _lijsten(nu[ding])
        for lijst, delen in na.items():
            daar = voor.get(lijst, [])
            if [d for d in daar if d in delen] != [d for d in delen if d in daar]:
                yield Verandering(naam, ding, _titel(ding, nu[ding]), VOLGORDE, lijst)


def _lijsten(velden: Iterable[str]) -> dict[str, list[str]]:
    """Per lijst met groepen de namen van haar delen, op volgorde."""
    uit: dict[str, dict[str, None]] = {}
    for veld in velden:
        for vondst in _DEEL.finditer(veld):
            lijst, _, deel = veld[: vondst.start()].rpartition("[")
            uit.setdefault(lijst, {})[deel] = None
    return {lijst: list(delen) for lijst, delen in uit.items()}


def _titel(ding: str, velden: dict[str, str]) -> str:
    naam = velden.get("naam") or velden.get("term") or ding.rpartition("/")[2]
    return naam if not is_vingerafdruk(naam) else ding.rpartition("/")[2]


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
    return f'Hier blijft uw eigen waarde staan: "{eigen[zelf]}".'
