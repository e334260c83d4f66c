"""Het register van taken als CSV: een rij per taak en per gemeente die zegt wie haar doet."""

import csv
import io

from generator.model import Catalogus

BESTAND = "data/taken.csv"
KOLOMMEN = ("id", "naam", "groep", "uitleg", "soort", "schaal", "functie", "functienaam", "toen", "voorstel", "let_op", "stuk", "stuk_jaar",
            "plaats", "gemeente", "gemeentenaam", "wie", "wie_jaar", "wie_stuk", "wie_plaats")


def maak(catalogus: Catalogus) -> str:
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, lineterminator="\r\n")
    schrijver.writerow(KOLOMMEN)
    verdeling = [(g, deel) for g in catalogus.gemeenten if g.toegangsmodel for deel in g.toegangsmodel.taken]
    for taak in catalogus.kennis.taak_op_id.values():
        functie = catalogus.functies.get(taak.functie or "")
        vast = (taak.id, taak.naam, taak.groep, taak.uitleg, taak.soort, taak.schaal, taak.functie or "", functie.naam if functie else "",
                taak.toen or "", taak.voorstel or "", taak.let_op or "", taak.bron.stuk, taak.bron.jaar, taak.bron.plaats or "")
        eigen = [(g.code, g.naam, deel.wie, g.toegangsmodel.jaar, bron.stuk, bron.plaats or "")
                 for g, deel in verdeling if deel.taak == taak.id for bron in (deel.bron or g.toegangsmodel.bron,)]
        schrijver.writerows((*vast, *rest) for rest in eigen or [("",) * 6])
    return "\ufeff" + stroom.getvalue()
