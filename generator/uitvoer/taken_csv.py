"""Het register van taken als CSV: een rij per taak en per gemeente die zegt wie haar doet."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.uitvoer.rekenblad import als_csv

BESTAND = "data/taken.csv"
# Elke kolom met wat erin staat; het schema neemt haar hiervandaan.
KOLOMMEN = {
    "id": "Het id van de taak.",
    "naam": "De naam.",
    "groep": "De groep in het register.",
    "uitleg": "Wat de taak is.",
    "soort": "De soort taak, als code.",
    "schaal": "Op welke schaal dit gebeurt.",
    "functie": "Het id van de functie.",
    "functienaam": "De naam van de functie.",
    "toen": "Wie het toen deed.",
    "voorstel": "Wat het stuk voorstelde.",
    "let_op": "Wat een lezer moet weten.",
    "criteria": "De nummers van de criteria waaraan de taak voldoet; afgeleid uit de omschrijving.",
    "stuk": "Het stuk waar de taak in staat.",
    "stuk_jaar": "Het jaar van dat stuk.",
    "plaats": "De plaats in dat stuk.",
    "gemeente": "De code van de gemeente die zegt wie de taak doet.",
    "gemeentenaam": "De naam van die gemeente.",
    "wie": "Wie de taak doet.",
    "wie_jaar": "Het jaar waar dat over gaat.",
    "wie_stuk": "Het stuk waar dat in staat.",
    "wie_plaats": "De plaats in dat stuk.",
    "licentie": "De licentie van deze rij.",
    "bron": "Wie dit register uitgeeft.",
}


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    over = (catalogus.instellingen.licentie, catalogus.instellingen.naam)
    yield BESTAND, als_csv(KOLOMMEN, ((*rij, *over) for rij in rijen(catalogus)))


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
            ", ".join(taak.criteria),
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
