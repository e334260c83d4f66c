"""Het vocabulaire als JSON, in de vorm van de afspraken."""

from collections.abc import Iterator

from msgspec.structs import asdict

from generator.betekenis.woorden import WETTEN
from generator.json_tekst import als_json
from generator.model import Catalogus, Functie
from generator.model.wet import Wetnu
from generator.uitvoer.herkomst import over_bestand

BESTAND = "data/functies.json"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    functies = [als_dict(f, catalogus) for f in catalogus.functies.values()]
    yield (
        BESTAND,
        als_json({**over_bestand(catalogus, "functies"), "aantal": len(functies), "functies": functies}) + "\n",
    )


def merk(wet: Wetnu) -> dict:
    """Een merk van de wet van nu; ja en nee zoals in de YAML."""
    uit = {veld: getattr(wet, veld) for veld in ("wet", "artikel", "wanneer")}
    uit |= {"gelezen": wet.gelezen.isoformat() if wet.gelezen else None, "nagelezen": wet.nagelezen}
    return {naam: waarde for naam, waarde in uit.items() if waarde is not None}


def als_dict(f: Functie, catalogus: Catalogus) -> dict:
    """Een functie met de namen van de YAML; wat er niet is, ontbreekt."""
    uit = {
        "id": f.id,
        "naam": f.naam,
        "naam_in_bron": f.naam_in_bron,
        "soort": f.soort,
        "cluster": f.cluster,
        "fase": f.fase,
        **{wet: wet in f.wetten for wet in WETTEN},
        "besluit": f.besluit,
        "themas": f.themas,
        "uitleg": f.uitleg.bron,
        "zoekwoorden": f.zoekwoorden,
        "bron": f.bron,
        "aantal": len(catalogus.per_functie[f.id]),
        "url": f"{catalogus.instellingen.adres}functies/{f.id}/",
    }
    situaties = asdict(f.situaties) if f.situaties else {}
    erbij = {
        "set": catalogus.set_naam(f.pad),
        "aanvragen": f.aanvragen,
        "vragen": f.vragen,
        "genoemd_als": f.genoemd_als,
        "wetten_let_op": f.wetten_let_op,
        "wetten_nu": [merk(w) for w in f.wetten_nu],
        "upl": f.upl,
        "productcodes": f.productcodes,
        "veranderd": f.veranderd,
        "situaties": {naam: zinnen for naam, zinnen in situaties.items() if zinnen},
    }
    return uit | {naam: waarde for naam, waarde in erbij.items() if waarde}
