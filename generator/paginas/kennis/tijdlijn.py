"""Momenten op een lijn: onder elkaar, met de ruimte ertussen naar de tijd die ertussen zit."""

from collections.abc import Sequence

from generator.opmaak import gewone_stand
from generator.paginas.kennis.tekenen import Tekening, Vak, breek, zet_regels

VEL, AS, RAND, LETTER, KLEIN = 360, 12, 30, 13, 12
# Tussen twee momenten is nooit minder dan GAT en nooit meer dan RUIM, hoe kort of lang het ook duurde.
GAT, RUIM, PER_MAAND = 10.0, 40.0, 4.0


def maanden(datum: str) -> float:
    """Een dag, maand of jaar als aantal maanden; wat er niet staat, is het begin."""
    jaar, maand, dag = (*(int(deel) for deel in datum.split("-")), 1, 1)[:3]
    return jaar * 12 + maand - 1 + (dag - 1) / 31


def teken(momenten: Sequence[tuple[str, str]]) -> Tekening:
    """Een vak per moment (datum en wat er gebeurt), in de volgorde waarin zij komen."""
    vakken, y, vorig = [], 4.0, None
    for datum, wat in sorted(momenten, key=lambda m: maanden(m[0])):
        if vorig:
            y += min(RUIM, max(GAT, PER_MAAND * (maanden(datum) - maanden(vorig))))
        vak = momentvak(datum, wat, y)
        vakken.append(vak)
        y, vorig = vak.y + vak.hoogte, datum
    lijn = (f"M{AS} {vakken[0].y + 9}V{vakken[-1].y + 9}",) if len(vakken) > 1 else ()
    return Tekening(VEL, round(y + 6), tuple(vakken), lijn)


def momentvak(datum: str, wat: str, y: float) -> Vak:
    """De datum met eronder wat er gebeurt; `extra` is de datum als regel."""
    regels = breek(wat, VEL - RAND - 4, LETTER)
    tekst = zet_regels(regels, RAND, y + KLEIN * 1.35, LETTER)
    hoogte = round(KLEIN * 1.35 + len(regels) * LETTER * 1.2 + 2, 1)
    return Vak(
        AS, round(y, 1), VEL - RAND, hoogte, tekst, "", "moment", zet_regels([gewone_stand(datum)], RAND, y, KLEIN)[0]
    )


def van_rijen(rijen: Sequence) -> Tekening | None:
    """De tijdlijn van rijen die allemaal een datum hebben."""
    met = [(r.datum, r.naam) for r in rijen if r.datum]
    return teken(met) if met and len(met) == len(rijen) else None
