"""Kerncijfers als kaart en als balken: per soort een paneel, met klassen van ongeveer evenveel wijken (kwantielen).

Een gemeente met grenzen krijgt een kaart van haar wijken, een gemeente zonder grenzen een tegelkaart uit tegels.csv.
"""

from msgspec import Struct

from generator.gebieden.afgeleid import per_duizend
from generator.gebieden.cijfers import Cel, Tabel, klasse, kwantielen, leesbaar, tabellen
from generator.gebieden.rekenen import inwoners_in
from generator.model import Catalogus, Gemeente

SAMEN = "alle soorten samen"
TEGEL = 100
LETTER = 300


class Vlak(Struct, frozen=True):
    """Een wijk op de kaart: klasse 0 is niet getoond. Zonder tegel (x en y) tekent het sjabloon haar eigen vorm."""

    code: str
    naam: str
    tekst: str
    klasse: int
    x: int
    y: int
    maat: int


class Paneel(Struct, frozen=True):
    """Een soort cijfer: de kaart, de legenda als (klasse, woorden) en de balken als (letter, naam, tekst, deel van
    100).
    """

    naam: str
    vlakken: tuple[Vlak, ...]
    legenda: tuple[tuple[int, str], ...]
    balken: tuple[tuple[str, str, str, float], ...]


class Cijferblad(Struct, frozen=True):
    """Een tabel met haar panelen; `vak` is de viewBox van de kaart, leeg als er geen kaart te tekenen is.

    `eigen_inwoners`: of het aantal inwoners uit de cijfers van hetzelfde jaar komt, en niet uit de grenzen.
    """

    tabel: Tabel
    duizend: Tabel | None
    panelen: tuple[Paneel, ...]
    maat: str
    vak: str
    tegels: bool
    adres: str
    eigen_inwoners: bool


def cijferbladen(gemeente: Gemeente, catalogus: Catalogus) -> list[Cijferblad]:
    """Een blad per tabel van deze gemeente."""
    return [blad(tabel, gemeente) for tabel in tabellen(gemeente, catalogus.instellingen.drempel_cijfers)]


def blad(tabel: Tabel, gemeente: Gemeente) -> Cijferblad:
    inwoners, eigen = inwoners_in(gemeente, tabel.jaar)
    duizend = per_duizend(tabel, {w.code: inwoners[w.code] for w in gemeente.wijken})
    bron = duizend or tabel
    plekken = plekken_van(gemeente)
    panelen = (
        tuple(paneel(naam, cellen, plekken, gemeente) for naam, cellen in kolommen(bron, gemeente))
        if not tabel.los
        else ()
    )
    return Cijferblad(
        tabel,
        duizend,
        panelen,
        "per 1.000 inwoners" if duizend else tabel.eenheid or "eenheid niet bekend",
        vak_van(gemeente),
        not gemeente.tekening,
        adres_van(gemeente, tabel) if gemeente.te_tekenen and panelen else "",
        eigen,
    )


def adres_van(gemeente: Gemeente, tabel: Tabel) -> str:
    """Waar de kaart om op in te zoomen staat, onder assets/."""
    return f"kaarten/{gemeente.slug}-{tabel.id}-{tabel.jaar}.js"


def kolommen(tabel: Tabel, gemeente: Gemeente) -> list[tuple[str, list[tuple[str, str, Cel]]]]:
    """(naam, [(code, wijknaam, cel)]): eerst alles samen, dan elke soort; alleen wijken."""
    wijken = {w.code for w in gemeente.wijken}
    rijen = [(i, code, naam) for i, (code, naam, _) in enumerate(tabel.rijen) if code in wijken]
    uit, weg = [], Cel(None, "niet getoond")
    if any(tabel.samen[i].tekst for i, _, _ in rijen):
        uit.append((SAMEN, [(code, naam, tabel.samen[i] if tabel.samen[i].tekst else weg) for i, code, naam in rijen]))
    uit += [
        (kolom, [(code, naam, tabel.rijen[i][2][k]) for i, code, naam in rijen])
        for k, kolom in enumerate(tabel.kolommen)
    ]
    return [(naam, cellen) for naam, cellen in uit if sum(cel.getal is not None for _, _, cel in cellen) > 1]


def plekken_van(gemeente: Gemeente) -> dict[str, tuple[int, int, int]]:
    """Waar het getal van een wijk staat en hoe groot: (x, y, lettergrootte), zonder dat twee getallen over elkaar
    vallen.
    """
    if not gemeente.tekening:
        return {t.code: (t.kolom * TEGEL - TEGEL, t.rij * TEGEL - TEGEL, 0) for t in gemeente.tegels}
    uit: dict[str, tuple[int, int, int]] = {}
    for code, vak in gemeente.tekening.vakken.items():
        x, y = vak.naamplek
        stap = next(
            (
                s
                for s in (0, 1, -1, 2, -2, 3, -3)
                if not any(
                    abs(x - ax) < LETTER * 1.9 and abs(y + s * LETTER - ay) < LETTER for ax, ay, _ in uit.values()
                )
            ),
            0,
        )
        uit[code] = (x, y + stap * LETTER, LETTER)
    return uit


def vak_van(gemeente: Gemeente) -> str:
    if gemeente.te_tekenen and gemeente.tekening:
        return f"-60 -60 {gemeente.tekening.breedte + 120} {gemeente.tekening.hoogte + 120}"
    if not gemeente.tegels:
        return ""
    return (
        f"-2 -2 {max(t.kolom for t in gemeente.tegels) * TEGEL + 4} {max(t.rij for t in gemeente.tegels) * TEGEL + 4}"
    )


def kort(cel: Cel) -> str:
    """De waarde zoals zij op de kaart past."""
    return cel.tekst.replace("minder dan ", "<").replace("niet getoond", "–").replace("niet bekend", "?")


def paneel(naam: str, cellen: list[tuple[str, str, Cel]], plekken: dict, gemeente: Gemeente) -> Paneel:
    waarden = [cel.getal for _, _, cel in cellen if cel.getal is not None]
    grenzen, hoogste = kwantielen(waarden), max(*waarden, 0) or 1
    letters = {w.code: w.letter or "" for w in gemeente.wijken}
    vlakken = tuple(
        Vlak(
            code,
            wijk if gemeente.tekening else letters[code] or wijk,
            kort(cel),
            0 if cel.getal is None else klasse(cel.getal, grenzen),
            *plekken[code],
        )
        for code, wijk, cel in cellen
        if code in plekken
    )
    op_rij = sorted(cellen, key=lambda rij: (rij[2].getal is None, -(rij[2].getal or 0), rij[1]))
    return Paneel(
        naam,
        vlakken,
        tuple(legenda(waarden, grenzen, len(waarden) < len(cellen))),
        tuple(
            (
                "" if gemeente.tekening else letters[code],
                wijk,
                cel.tekst,
                round(max(cel.getal or 0, 0) / hoogste * 100, 1),
            )
            for code, wijk, cel in op_rij
        ),
    )


def legenda(waarden: list[float], grenzen: list[float], iets_weg: bool) -> list[tuple[int, str]]:
    """Per klasse de laagste en hoogste waarde die er echt in zit."""
    uit = []
    for nummer in range(1, len(grenzen) + 1):
        hier = [w for w in waarden if klasse(w, grenzen) == nummer]
        laag, hoog = leesbaar(min(hier)), leesbaar(max(hier))
        uit.append((nummer, laag if laag == hoog else f"{laag} tot en met {hoog}"))
    return uit + ([(0, "niet getoond of niet bekend")] if iets_weg else [])
