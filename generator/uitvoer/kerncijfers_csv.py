"""De kerncijfers van alle gemeenten als CSV, met CBS-codes; kleine aantallen staan er niet in."""

import csv
import io

from generator.gebieden.cijfers import openbaar
from generator.model import Catalogus

BESTAND = "data/kerncijfers.csv"


def maak(catalogus: Catalogus) -> str:
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, lineterminator="\r\n")
    schrijver.writerow(("gemeente", "gebied", "jaar", "indicator", "categorie", "waarde", "bron"))
    for g in catalogus.gemeenten:
        schrijver.writerows((g.code, c.gebied, c.jaar, c.indicator, c.categorie, c.waarde, c.bron)
                            for c in openbaar(g, catalogus.instellingen.drempel_cijfers))
    return "\ufeff" + stroom.getvalue()
