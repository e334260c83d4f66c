"""`rapport dekking`: per wijk wat er is, van elders komt, lang niet is nagekeken of ontbreekt; een gemis is een
waarschuwing.
"""

import json
from collections import Counter

from generator.meldingen import SocialeKaartFout
from generator.model import Catalogus, Gemeente
from generator.paginas.gebied.dekking import AANWEZIG, ELDERS, ONTBREEKT, VEROUDERD, dekking, heeft_dekking

KOLOMMEN = ((AANWEZIG, "in de wijk"), (ELDERS, "van elders"), (VEROUDERD, "oud"), (ONTBREEKT, "niets"))


def maak_rapport(catalogus: Catalogus, naam: str | None, formaat: str) -> str:
    """Het rapport als tekst of JSON.

    Raises:
        SocialeKaartFout: als er geen gemeente met deze naam en met eigen ingangen is.
    """
    keuze = [g for g in catalogus.gemeenten if heeft_dekking(g, catalogus)]
    if naam:
        keuze = [g for g in keuze if naam.casefold() in (g.naam.casefold(), g.code.casefold(), g.slug)]
    if not keuze:
        raise SocialeKaartFout(
            "er is geen gemeente met wijken en eigen ingangen" + (f" die '{naam}' heet." if naam else "."),
            "kies een gemeente uit de map gebieden/.",
            2 if naam else 1,
        )
    if formaat == "json":
        return json.dumps([als_dict(g, catalogus) for g in keuze], ensure_ascii=False, indent=1)
    return "\n\n".join(als_tekst(g, catalogus) for g in keuze)


def als_dict(gemeente: Gemeente, catalogus: Catalogus) -> dict:
    vakjes = dekking(gemeente, catalogus)
    return {
        "gemeente": gemeente.code,
        "naam": gemeente.naam,
        "wijken": [
            {
                "gebied": w.code,
                "naam": w.naam,
                "essentieel_mist": [f for f in gemeente.essentieel if vakjes[w.code, f].stand != AANWEZIG],
                "standen": {f: vakjes[w.code, f].stand for f in catalogus.functies},
            }
            for w in gemeente.wijken
        ],
    }


def als_tekst(gemeente: Gemeente, catalogus: Catalogus) -> str:
    """Een tabel met aantallen functies per wijk, en daaronder een waarschuwing per functie die overal hoort te zijn."""
    vakjes = dekking(gemeente, catalogus)
    breed = max(len(w.naam) for w in gemeente.wijken)
    regels = [
        f"Dekking in {gemeente.naam}: {len(catalogus.functies)} functies, {len(gemeente.wijken)} wijken.",
        "",
        f"{'wijk':<{breed}}" + "".join(f"{kop:>12}" for _, kop in KOLOMMEN),
    ]
    for wijk in gemeente.wijken:
        telling = Counter(vakjes[wijk.code, f].stand for f in catalogus.functies)
        regels.append(f"{wijk.naam:<{breed}}" + "".join(f"{telling[stand]:>12}" for stand, _ in KOLOMMEN))
    mist = [
        (wijk, f, vakjes[wijk.code, f].stand)
        for wijk in gemeente.wijken
        for f in gemeente.essentieel
        if vakjes[wijk.code, f].stand != AANWEZIG
    ]
    woorden = {ELDERS: "alleen van elders", VEROUDERD: "lang niet nagekeken", ONTBREEKT: "ontbreekt"}
    regels += [
        "",
        f"Van wat elke wijk hoort te hebben mist {len(mist)} keer iets:"
        if gemeente.essentieel
        else "Deze gemeente noemt geen functies die overal horen te zijn (essentieel in gemeente.yaml).",
    ]
    return "\n".join(
        regels + [f"  waarschuwing: {w.naam}: {catalogus.functies[f].naam} ({woorden[stand]})" for w, f, stand in mist]
    )
