"""Ligt een plek waar zij hoort te liggen?"""

from generator.betekenis.bereiken import mist_punt
from generator.controles.stand import Stand


def controleer_gemeente_van_punt(stand: Stand) -> None:
    """Een punt ligt in een gemeente van het werkgebied, tenzij het landelijk is of `buiten_gemeente: ja` heeft.

    Met een fout in de wijken zelf is het niet te zeggen: dan mist misschien juist de wijk waar het punt in ligt.
    """
    kapot = stand.kapotte_gebieden
    met_vorm = {
        g.code[2:6]
        for g in stand.gemeenten
        if any(wijk.vorm for wijk in g.wijken) and g.pad.rpartition("/")[0] not in kapot
    }
    for voorziening in stand.gelezen.voorzieningen:
        eigen = {code[2:6] for code in voorziening.werkgebied}
        if voorziening.buiten_gemeente or "landelijk" in voorziening.werkgebied or not eigen <= met_vorm:
            continue
        for nummer, locatie in enumerate(voorziening.locaties):
            if locatie.punt and stand.plaatsen.get((voorziening.id, nummer), "")[2:6] not in eigen:
                stand.meld("SK403", voorziening.pad, f"locaties.{nummer}.punt")


def controleer_punten(stand: Stand) -> None:
    """Plekken die op de kaart zouden kunnen staan, maar waar niemand het punt van opzocht: een keer, met het aantal."""
    eigen = next((g for g in stand.gemeenten if g.code == stand.instellingen.gemeente), None)
    if eigen is None or eigen.voorbeeld or not any(wijk.vorm for wijk in eigen.wijken):
        return
    zonder = [v for v in stand.gelezen.voorzieningen if v.pad.startswith("sociale_kaart/") and mist_punt(v)]
    if zonder:
        stand.meld("SK722", zonder[0].pad, "locaties", aantal=len(zonder), eerste=zonder[0].naam)
