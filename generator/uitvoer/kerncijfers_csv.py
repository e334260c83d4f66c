"""De kerncijfers van alle gemeenten als CSV, met CBS-codes."""

import csv
import io

from generator.model import Catalogus

BESTAND = "data/kerncijfers.csv"


def maak(catalogus: Catalogus) -> str:
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, lineterminator="\r\n")
    schrijver.writerow(("gemeente", "gebied", "jaar", "indicator", "categorie", "waarde", "bron"))
    for g in catalogus.gemeenten:
        schrijver.writerows((g.code, c.gebied, c.jaar, c.indicator, c.categorie, c.waarde, c.bron) for c in g.kerncijfers)
    return "\ufeff" + stroom.getvalue()
