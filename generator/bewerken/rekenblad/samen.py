"""Wat over alle rijen tegelijk gaat: meters naar graden, en rijen die samen een ingang zijn."""

import re

from generator.bewerken.paden import lees_pad, schrijf_pad
from generator.bewerken.rekenblad.rijen import Rij

RIJKSDRIEHOEK = "EPSG:28992"
TIJDEN = "locaties[0].openingstijden."


def zet_rd_om(rijen: list[Rij]) -> None:
    """Meters (Rijksdriehoek) naar graden, alle rijen in een keer."""
    met = [
        (rij, rij.velden.pop("rd_x", ""), rij.velden.pop("rd_y", ""))
        for rij in rijen
        if "rd_x" in rij.velden or "rd_y" in rij.velden
    ]
    goed = [
        (rij, float(x), float(y))
        for rij, x, y in met
        if re.fullmatch(r"\d{1,6}(?:\.\d+)?", x) and re.fullmatch(r"\d{1,6}(?:\.\d+)?", y)
    ]
    graden = [(rij, x, y) for rij, x, y in goed if x < 10 and 50 < y < 54]
    meters = [(rij, x, y) for rij, x, y in goed if 0 < x < 300_000 and 300_000 < y < 630_000]
    if meters:
        from pyproj import Transformer

        omzetter = Transformer.from_crs(RIJKSDRIEHOEK, "EPSG:4326", always_xy=True)
        lengtes, breedtes = omzetter.transform([x for _, x, _ in meters], [y for _, _, y in meters])
        graden += [
            (rij, lengte, breedte) for (rij, _, _), lengte, breedte in zip(meters, lengtes, breedtes, strict=True)
        ]
    for rij, lengte, breedte in graden:
        rij.zet_punt(lengte, breedte)
    gelukt = {id(rij) for rij, _, _ in graden}
    for rij, x, y in met:
        if id(rij) not in gelukt:
            rij.opmerkingen.append(f"uit '{x}' en '{y}' haalden we geen punt")


def voeg_plekken_samen(rijen: list[Rij]) -> list[Rij]:
    """Rijen onder elkaar met hetzelfde id zijn een ingang met meer plekken, zoals in de open data."""
    uit: list[Rij] = []
    eerste: dict[str, Rij] = {}
    for rij in rijen:
        vorige = eerste.get(rij.id) if rij.id else None
        if vorige is None:
            uit.append(rij)
            eerste.setdefault(rij.id, rij)
            continue
        nummer = 1 + max((int(lees_pad(p)[1]) for p in vorige.velden if p.startswith("locaties[")), default=-1)
        plek = {p: w for p, w in rij.velden.items() if p.startswith("locaties[0]")}
        rest = {p: w for p, w in rij.velden.items() if p not in plek}
        if {p: w for p, w in vorige.velden.items() if not p.startswith("locaties[")} != rest:
            vorige.bezwaren.append(f"het id '{rij.id}' staat ook op rij {rij.nummer}, met andere gegevens")
        vorige.velden |= {schrijf_pad(("locaties", nummer, *lees_pad(p)[2:])): w for p, w in plek.items()}
    return uit


def voeg_dagen_samen(rijen: list[Rij]) -> list[Rij]:
    """Rijen met een kolom voor de dag die verder gelijk zijn, zijn een ingang met meer dagen."""
    uit: list[Rij] = []
    eerste: dict[tuple, Rij] = {}
    for rij in rijen:
        sleutel = tuple(sorted((p, str(w)) for p, w in rij.velden.items() if not p.startswith(TIJDEN)))
        vorige = eerste.get(sleutel) if rij.dag and not rij.id else None
        if vorige is None:
            uit.append(rij)
            eerste.setdefault(sleutel, rij)
            continue
        for pad, waarde in rij.velden.items():
            if pad.startswith(TIJDEN):
                samen = dict.fromkeys(filter(None, (vorige.velden.get(pad), waarde)))
                vorige.velden[pad] = ("; " if pad.endswith(".toelichting") else ", ").join(samen)
        vorige.opmerkingen.append(f"rij {rij.nummer} hoort hierbij ({rij.dag})")
    return uit
