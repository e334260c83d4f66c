"""Wat een voorziening is in de woorden van schema.org: een dienst, een dienst van de overheid, of een soort organisatie."""

from functools import lru_cache

from msgspec import Struct

from generator.model import Catalogus, Tijden, Voorziening
from generator.model.voorziening import DAGEN

DIENST, OVERHEIDSDIENST = "Service", "GovernmentService"
# Functies die zelf een soort organisatie zijn; wie zo'n functie als eerste heeft, is dat.
_ORGANISATIE = {
    "apotheek": "Pharmacy",
    "basisschool": "ElementarySchool",
    "bibliotheek": "Library",
    "buurtvereniging": "Organization",
    "cultuurvereniging": "Organization",
    "fysiotherapie": "MedicalClinic",
    "glazenwasser": "HomeAndConstructionBusiness",
    "huisarts": "Physician",
    "jeugdvereniging": "Organization",
    "kinderopvang": "ChildCare",
    "kringloop-weggeefwinkel": "Store",
    "onderwijs": "School",
    "ouderenvereniging": "Organization",
    "politie": "PoliceStation",
    "sportvereniging": "SportsClub",
    "verloskunde": "MedicalClinic",
    "woningcorporatie": "Organization",
    "ziekenhuis": "Hospital",
    "zorgverzekeraar": "Organization",
}
_VAN_DE_OVERHEID = {"ciz", "svb", "uwv"}
_PLEK = {"buurthuis": "CivicStructure", "levensbeschouwelijk": "PlaceOfWorship", "speeltuin": "Playground"}
_DAG = dict(zip(DAGEN, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))


class Ding(Struct, frozen=True):
    """De soort van een ingang, of die een dienst is (anders een organisatie), en de soort van haar plekken."""

    soort: str
    dienst: bool
    plek: str


class Vak(Struct, frozen=True):
    """Een tijdvak met de dagen waarop het elke week van het jaar geldt."""

    dagen: tuple[str, ...]
    van: str
    tot: str


def ding_van(v: Voorziening, catalogus: Catalogus) -> Ding:
    eerste = v.functies[0]
    plek = _PLEK.get(eerste, "Place")
    if eerste in _ORGANISATIE:
        return Ding(_ORGANISATIE[eerste], False, plek)
    overheid = eerste in _VAN_DE_OVERHEID or van_gemeente(v, catalogus)
    return Ding(OVERHEIDSDIENST if overheid else DIENST, True, plek)


def van_gemeente(v: Voorziening, catalogus: Catalogus) -> bool:
    """Of de aanbieder een gemeente van deze site is: haar naam is 'Gemeente' met de naam van die gemeente."""
    organisatie = catalogus.organisaties.get(v.organisatie or "")
    namen = catalogus.eenmaal("namen van gemeenten", lambda: {f"Gemeente {g.naam}" for g in catalogus.gemeenten})
    return organisatie is not None and organisatie.naam in namen


def vakken(tijden: tuple[Tijden, ...]) -> list[Vak]:
    """Wat elke week van het hele jaar zonder afspraak geldt; dagen met hetzelfde tijdvak bij elkaar.

    Wat schema.org niet kan zeggen (een seizoen, een vakantie, een toelichting) zegt zij niet half.
    """
    if len(tijden) != 1 or tijden[0].periode or tijden[0].toelichting or set(tijden[0].niet_in) - {"feestdagen"}:
        return []
    per_vak: dict[tuple[int, int], list[str]] = {}
    for code in DAGEN:
        dag = getattr(tijden[0], code)
        for deel in dag.delen if dag else ():
            if deel.van is not None and deel.tot is not None and not deel.afspraak and not deel.wanneer:
                per_vak.setdefault((deel.van, deel.tot), []).append(_DAG[code])
    return [Vak(tuple(dagen), _uur(van), _uur(tot)) for (van, tot), dagen in per_vak.items()]


@lru_cache(maxsize=4096)
def _uur(minuten: int) -> str:
    """540 als '09:00'; 1440 als '23:59', want 24.00 uur kent schema.org niet; 1500 als '01:00'."""
    minuten = 1439 if minuten == 1440 else minuten % 1440
    return f"{minuten // 60:02}:{minuten % 60:02}"
