"""Het blad met activiteiten van een wijk: op het scherm wat er komt, op papier de komende week voor aan de muur."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby

from generator.betekenis.activiteiten import Keer, keren_bij_plek, keren_in_wijk, per_wijk
from generator.betekenis.tijden import uur
from generator.betekenis.woorden import DAGNAAM
from generator.model import DAGEN, Catalogus, Gebied, Gemeente, Voorziening
from generator.model.activiteit import Activiteit
from generator.opmaak import gewone_datum
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes

VOORUIT, WEEK = 35, 7  # dagen op het scherm, en op papier


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    for gemeente in catalogus.gemeenten:
        for wijk in gemeente.wijken:
            if heeft_blad(gemeente, wijk, catalogus):
                yield Pagina(
                    pad_van(gemeente, wijk),
                    "gebied/activiteiten.html",
                    f"Activiteiten in {wijk.naam}",
                    f"Wat er de komende weken te doen is in {wijk.naam}.",
                    context(gemeente, wijk, catalogus),
                    (
                        ("Gemeenten en wijken", "gebieden/"),
                        (gemeente.naam, f"gebieden/{gemeente.slug}/"),
                        (wijk.naam, f"gebieden/{gemeente.slug}/{wijk.slug}/"),
                    ),
                    scripts=("gemeen/standblad.js", "gebied/activiteiten.js"),
                    stijlen=("gebied/activiteiten.css",),
                )


def heeft_blad(gemeente: Gemeente, wijk: Gebied, catalogus: Catalogus) -> bool:
    """Of er iets te doen is of ooit was: een adres dat op een folder staat, blijft, ook als de agenda even leeg is."""
    return wijk.code in per_wijk(catalogus) or pad_van(gemeente, wijk) in catalogus.adresboek


def pad_van(gemeente: Gemeente, wijk: Gebied) -> str:
    return f"gebieden/{gemeente.slug}/{wijk.slug}/activiteiten/"


def agenda_van(gemeente: Gemeente, wijk: Gebied) -> str:
    """Het pad van de agenda (iCalendar) van een wijk."""
    return f"data/activiteiten/{gemeente.slug}/{wijk.slug}.ics"


def context(gemeente: Gemeente, wijk: Gebied, catalogus: Catalogus) -> dict:
    """Elke dag met wat er dan is; `later` is een dag die op papier niet meer mee hoeft."""
    keren = keren_in_wijk(wijk.code, catalogus, VOORUIT)
    einde = catalogus.peildatum + timedelta(days=WEEK)
    dagen = [
        {"dag": dag, "kop": dagkop(dag), "later": dag >= einde, "keren": [regel(k, catalogus) for k in groep]}
        for dag, groep in groupby(keren, key=lambda k: k.dag)
    ]
    agenda = agenda_van(gemeente, wijk)
    return {"gemeente": gemeente, "wijk": wijk, "dagen": dagen, "agenda": agenda, "eigen_pad": pad_van(gemeente, wijk)}


def dagkop(dag) -> str:
    """'vrijdag 4 december 2026'."""
    return f"{DAGNAAM[DAGEN[dag.weekday()]]} {gewone_datum(dag)}"


def regel(keer: Keer, catalogus: Catalogus) -> dict:
    a = keer.activiteit
    return {
        "tijd": f"{uur(keer.van).removesuffix(' uur')} tot {uur(keer.tot)}",
        "activiteit": a,
        "plek": catalogus.voorzieningen.get(a.plek or ""),
        "zeker": keer.zeker,
    }


def bij_plek(v: Voorziening, catalogus: Catalogus) -> list[tuple[Activiteit, list[dict]]]:
    """Elke activiteit bij een voorziening met haar keren, wat het eerst komt voorop; de browser laat zien wat nog
    komt.
    """
    per: dict[str, tuple[Activiteit, list[dict]]] = {}
    for k in keren_bij_plek(v.id, catalogus, VOORUIT) if v.status == "actief" else ():
        keer = regel(k, catalogus) | {"dag": k.dag, "kop": dagkop(k.dag)}
        per.setdefault(k.activiteit.id, (k.activiteit, []))[1].append(keer)
    return list(per.values())


def bladen_bij(v: Voorziening, catalogus: Catalogus) -> list[tuple[str, str]]:
    """(naam, pad) van de bladen met activiteiten in de wijken waar een voorziening zit."""
    codes = {catalogus.gebied_van(v, i) for i in range(len(v.locaties))}
    return [
        (wijk.naam, pad_van(gemeente, wijk))
        for gemeente in catalogus.gemeenten
        for wijk in gemeente.wijken
        if wijk.code in codes and heeft_blad(gemeente, wijk, catalogus)
    ]
