"""De wet zoals die nu is: een overzicht met alle regels, en een bladzijde per weg."""

from collections.abc import Iterator
from datetime import timedelta

from generator.betekenis.wetten import artikel, weg_van
from generator.betekenis.woorden import NIEUWSSTANDEN
from generator.model import Catalogus, Functie
from generator.model.wet import Weg, Wetboek
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes

_STIJL = ("kennis/tekening.css",)
HOUDBAAR = timedelta(days=365)


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    boek = catalogus.kennis.wetboek
    if boek is None:
        return
    yield Pagina(
        "wetten/",
        "kennis/wetten.html",
        "De wet van nu",
        "Wie beslist, hoe lang het duurt, wat u mag vragen en wat het kost, met het artikel erbij.",
        context(boek, catalogus),
        stijlen=_STIJL,
    )
    for weg in boek.wegen:
        yield Pagina(
            f"wetten/{weg.id}/",
            "kennis/weg.html",
            weg.naam,
            weg.uitleg,
            weg_context(weg, boek, catalogus),
            (("De wet van nu", "wetten/"),),
            stijlen=_STIJL,
        )


def context(boek: Wetboek, catalogus: Catalogus) -> dict:
    return {
        "boek": boek,
        "per_wet": [(wet, regels) for wet in boek.wetten if (regels := [r for r in boek.regels if r.wet == wet.id])],
        "stand": NIEUWSSTANDEN,
        "oud": verouderd(boek, catalogus),
        "artikel": artikel,
        "zonder": [f for f in catalogus.functies.values() if not f.wetten_nu],
        "aantal": len(boek.regels),
    }


def verouderd(boek: Wetboek, catalogus: Catalogus) -> list[str]:
    """De wetten waarvan de tekst langer dan een jaar geleden gelezen is."""
    return [w.naam for w in boek.wetten if catalogus.peildatum - w.gelezen > HOUDBAAR]


def weg_context(weg: Weg, boek: Wetboek, catalogus: Catalogus) -> dict:
    op_id = {w.id: w for w in boek.wetten}
    return {
        "weg": weg,
        "boek": boek,
        "wet": op_id,
        "artikel": artikel,
        "gelezen": [w for w in boek.wetten if any(r.wet == w.id for r in weg.regels)],
        "functies": functies_van(weg, boek, catalogus),
        "bezwaar": next((w for w in boek.wegen if "awb" in w.wetten and w is not weg), None),
        "route": catalogus.kennis.route is not None and weg.via_gemeente,
    }


def functies_van(weg: Weg, boek: Wetboek, catalogus: Catalogus) -> list[Functie]:
    return [f for f in catalogus.functies.values() if weg_van(f, boek) == weg]
