"""Het register van taken als CSV: een rij per taak en per gemeente die zegt wie haar doet."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.uitvoer.rekenblad import als_csv

BESTAND = "data/taken.csv"
KOLOMMEN = (
    "id",
    "naam",
    "groep",
    "uitleg",
    "soort",
    "schaal",
    "functie",
    "functienaam",
    "toen",
    "voorstel",
    "let_op",
    "stuk",
    "stuk_jaar",
    "plaats",
    "gemeente",
    "gemeentenaam",
    "wie",
    "wie_jaar",
    "wie_stuk",
    "wie_plaats",
)


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    yield BESTAND, als_csv(KOLOMMEN, rijen(catalogus))


def rijen(catalogus: Catalogus) -> Iterator[tuple]:
    """Een rij per taak en gemeente; wie nergens verdeeld is, heeft een rij zonder gemeente."""
    verdeling = [
        (g, g.toegangsmodel, deel) for g in catalogus.gemeenten if g.toegangsmodel for deel in g.toegangsmodel.taken
    ]
    for taak in catalogus.kennis.taak_op_id.values():
        functie = catalogus.functies.get(taak.functie or "")
        vast = (
            taak.id,
            taak.naam,
            taak.groep,
            taak.uitleg,
            taak.soort,
            taak.schaal,
            taak.functie or "",
            functie.naam if functie else "",
            taak.toen or "",
            taak.voorstel or "",
            taak.let_op or "",
            taak.bron.stuk,
            taak.bron.jaar,
            taak.bron.plaats or "",
        )
        eigen = [
            (g.code, g.naam, deel.wie, model.jaar, bron.stuk, bron.plaats or "")
            for g, model, deel in verdeling
            if deel.taak == taak.id
            for bron in (deel.bron or model.bron,)
        ]
        yield from ((*vast, *rest) for rest in eigen or [("",) * 6])
