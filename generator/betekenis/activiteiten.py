"""Wanneer een activiteit is, en in welke wijken: een keer uitgerekend, voor de pagina's en de agenda."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.betekenis.rooster import Rooster, maak_rooster
from generator.betekenis.vandaag import regio_uit
from generator.model import Catalogus, Dagdeel
from generator.model.activiteit import Activiteit

VOORUIT = 182  # dagen: een agenda die zich hierop abonneert, ziet een half jaar


class Keer(NamedTuple):
    """Een keer dat een activiteit er is. `van` en `tot` zijn minuten vanaf 0.00 uur; zonder `zeker` kan het anders zijn."""

    dag: date
    van: int
    tot: int
    activiteit: Activiteit
    zeker: bool


def gebieden_van(a: Activiteit, catalogus: Catalogus) -> set[str]:
    """De codes van de wijken: genoemd, of waar de plek ligt. Een gemeente zijn al haar wijken."""
    plek = catalogus.voorzieningen.get(a.plek or "")
    codes = set(a.gebied)
    if not codes and plek:
        codes = {code for i in range(len(plek.locaties)) if (code := catalogus.gebied_van(plek, i))}
    codes |= {wijk.code for code in codes for gemeente in catalogus.leden_van(code) for wijk in gemeente.wijken}
    return codes | {f"WK{code[2:8]}" for code in codes if code.startswith("BU")}


def keren_van(a: Activiteit, catalogus: Catalogus, van: date, dagen: int) -> Iterator[Keer]:
    """Elke keer van `van` af, zoveel dagen lang, op volgorde."""
    rooster = _rooster(a, catalogus)
    for dag in (van + timedelta(days=n) for n in range(dagen)):
        if a.op == dag and a.tijd:
            yield from _keren(a, dag, a.tijd.delen, True)
        elif rooster:
            op = rooster.op(dag)
            yield from _keren(a, dag, op.delen or (), not op.onzeker)


def _rooster(a: Activiteit, catalogus: Catalogus) -> Rooster | None:
    codes = sorted(gebieden_van(a, catalogus))
    regio = regio_uit((*codes, catalogus.instellingen.gemeente or ""), catalogus.gemeente_van)
    return maak_rooster(a.tijden, catalogus.kennis.schoolvakanties, regio)


def _keren(a: Activiteit, dag: date, delen: tuple[Dagdeel, ...], zeker: bool) -> Iterator[Keer]:
    for deel in delen:
        if deel.van is not None and deel.tot is not None:
            yield Keer(dag, deel.van, deel.tot, a, zeker)


def gaat_door(a: Activiteit, catalogus: Catalogus) -> bool:
    """Of de plek waar het is er nog is; wat geen plek van de kaart heeft, gaat door."""
    plek = catalogus.voorzieningen.get(a.plek or "")
    return plek is None or plek.status == "actief"


def namen_bij_plek(catalogus: Catalogus) -> dict[str, list[str]]:
    """Per ingang hoe de activiteiten heten die er nog komen; daar vindt iemand haar ook mee."""
    uit: dict[str, list[str]] = {}
    for a in catalogus.activiteiten:
        if a.plek and gaat_door(a, catalogus) and next(keren_van(a, catalogus, catalogus.peildatum, VOORUIT), None):
            uit.setdefault(a.plek, []).append(a.naam)
    return uit


def per_wijk(catalogus: Catalogus) -> dict[str, list[Activiteit]]:
    """De activiteiten van elke wijk, op code; wat bij een gesloten plek hoort, telt niet."""

    def reken() -> dict[str, list[Activiteit]]:
        uit: dict[str, list[Activiteit]] = {}
        for a in catalogus.activiteiten:
            if gaat_door(a, catalogus):
                for code in sorted(gebieden_van(a, catalogus)):
                    uit.setdefault(code, []).append(a)
        return uit

    return catalogus.eenmaal("activiteiten per wijk", reken)


def per_plek(catalogus: Catalogus) -> dict[str, list[Activiteit]]:
    """De activiteiten bij elke voorziening, op id."""

    def reken() -> dict[str, list[Activiteit]]:
        uit: dict[str, list[Activiteit]] = {}
        for a in catalogus.activiteiten:
            if a.plek:
                uit.setdefault(a.plek, []).append(a)
        return uit

    return catalogus.eenmaal("activiteiten per plek", reken)


def keren_in_wijk(code: str, catalogus: Catalogus, dagen: int) -> list[Keer]:
    """Elke keer in een wijk vanaf de peildatum, op dag en tijd."""
    return _op_volgorde(per_wijk(catalogus).get(code, ()), catalogus, dagen)


def keren_bij_plek(id_: str, catalogus: Catalogus, dagen: int) -> list[Keer]:
    """Elke keer bij een voorziening vanaf de peildatum, op dag en tijd."""
    return _op_volgorde(per_plek(catalogus).get(id_, ()), catalogus, dagen)


def _op_volgorde(activiteiten: Iterable[Activiteit], catalogus: Catalogus, dagen: int) -> list[Keer]:
    alle = (k for a in activiteiten for k in keren_van(a, catalogus, catalogus.peildatum, dagen))
    return sorted(alle, key=lambda k: (k.dag, k.van, k.tot, k.activiteit.id))
