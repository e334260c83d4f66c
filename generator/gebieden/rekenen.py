"""Rekenen met cijfers die getoond mogen worden: opgeteld, gewogen gemiddeld of per 1.000 inwoners, of niets als dat niet kan."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.betekenis.rekenen import ALLES, GEMIDDELDE, INWONERS, OPTELLEN
from generator.model import Gemeente

NIET_GETOOND, ONBEKEND_TEKST = "niet getoond", "niet bekend"
Inwoners = Mapping[str, float | None]


class Cel(Struct, frozen=True):
    """Een waarde om te tonen; `getal` is None als er niets te tonen of te tekenen valt."""

    getal: float | None
    tekst: str


LEEG = Cel(None, "")


def leesbaar(getal: float) -> str:
    """1234.5 als '1.234,5'; er komt geen cijfer bij en er valt geen cijfer van de bron weg."""
    tekst = f"{getal:,.6f}".rstrip("0").rstrip(".") if getal != int(getal) else f"{int(getal):,}"
    return tekst.replace(",", " ").replace(".", ",").replace(" ", ".")


def open_cel(getal: float) -> Cel:
    return Cel(getal, leesbaar(getal))


def getal_van(tekst: str) -> float | None:
    """'12' als 12, '3.5' als 3.5; leeg en '<5' als None."""
    if not tekst or tekst.startswith("<"):
        return None
    getal = float(tekst)
    return int(getal) if getal.is_integer() else getal


def is_aantal(tekst: str) -> bool:
    """Of dit een aantal kan zijn, ook als een rekenblad er 3.0 van maakte: dan geldt de drempel voor kleine aantallen."""
    return not tekst or tekst.startswith("<") or float(tekst).is_integer()


def som(getallen: Sequence[float]) -> float:
    """De som zonder de resten van binair rekenen: 0,1 en 0,2 zijn samen 0,3."""
    return round(sum(getallen), 6)


def gewogen(getallen: Sequence[float], gewichten: Sequence[float | None]) -> Cel:
    """Het gemiddelde gewogen naar inwoners, op een cijfer achter de komma; niets als een aantal inwoners ontbreekt."""
    bekend = [g for g in gewichten if g is not None]
    if len(bekend) < len(getallen) or not sum(bekend):
        return LEEG
    return open_cel(round(sum(w * g for w, g in zip(getallen, bekend, strict=True)) / sum(bekend), 1))


def samen(cellen: Sequence[Cel], gewichten: Sequence[float | None], rekenen: str) -> Cel:
    """Een cel voor een gebied uit de getoonde cellen van zijn delen: wat is weggelaten, rekent niet mee en lekt dus niet."""
    if len(cellen) == 1:
        return cellen[0]
    if rekenen not in (OPTELLEN, GEMIDDELDE):
        return LEEG
    getallen = [cel.getal for cel in cellen if cel.getal is not None]
    if len(getallen) < len(cellen):
        onbekend = all(cel.getal is not None or cel.tekst == ONBEKEND_TEKST for cel in cellen)
        return Cel(None, ONBEKEND_TEKST if onbekend else NIET_GETOOND)
    return open_cel(som(getallen)) if rekenen == OPTELLEN else gewogen(getallen, gewichten)


def inwoners_in(gemeente: Gemeente, jaar: str) -> tuple[Inwoners, bool]:
    """Het aantal inwoners per wijk en buurt, en of het uit de cijfers van dat jaar komt; anders uit de grenzen."""
    grenzen = {g.code: g.inwoners for g in (*gemeente.wijken, *gemeente.buurten)}
    eigen = {
        c.gebied: getal_van(c.waarde)
        for c in gemeente.kerncijfers
        if (c.indicator, c.jaar, c.categorie) == (INWONERS, jaar, ALLES)
    }
    heel = all(eigen.get(w.code) is not None for w in gemeente.wijken)
    return (grenzen | eigen, True) if gemeente.wijken and heel else (grenzen, False)
