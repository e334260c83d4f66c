"""De zoekpagina: het zoekvak met filters, en zonder script de onderwerpen, de soorten hulp en A tot Z."""

from collections.abc import Iterator

from generator.betekenis.nood import gevaarnummer, noodlijn
from generator.betekenis.talen import taalnaam
from generator.betekenis.woorden import DOELGROEPEN
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes
from generator.paginas.plek.lijst import OP_EEN_PAGINA, letter
from generator.zoeken.taal import lees_los


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina(
        "zoeken/",
        "vinden/zoeken.html",
        "Zoeken",
        "Zoek hulp met uw eigen woorden.",
        context(catalogus, kaartjes),
        scripts=("zoek/wacht.js", "gemeen/standblad.js", "zoek/blad.js", "lijstje/knop.js"),
        stijlen=("zoek/stijl.css", "gemeen/snelweg.css"),
    )


def context(catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    """Wat zoeken.html nodig heeft; bovenaan dat sjabloon staat wat het is."""
    inst = catalogus.instellingen
    eigen = catalogus.gemeente_op_code.get(inst.gemeente or "")
    groepen: dict[str, list] = {}
    for functie in sorted(catalogus.functies.values(), key=lambda f: f.naam.casefold()):
        groepen.setdefault(letter(functie.naam), []).append(functie)
    gebruikt = {d for v in catalogus.voorzieningen.values() for d in v.doelgroepen}
    gesproken = {t for v in catalogus.voorzieningen.values() for t in v.talen}
    return {
        "themas": list(catalogus.themas.values()),
        "functies": groepen,
        "letters": letters(kaartjes),
        "gemeenten": sorted((g for g in catalogus.gemeenten if g.wijken), key=lambda g: g is not eigen),
        "doelgroepen": [(d, woord) for d, woord in DOELGROEPEN.items() if d in gebruikt and d != "iedereen"],
        "talen": sorted(((code, taalnaam(code)) for code in gesproken), key=lambda paar: paar[1]),
        "toegangspunt": kaartjes.op_id.get(eigen.toegangspunt or "") if eigen else None,
        "meld_adres": inst.meld_adres,
        "postcodes": any(g.postcodes for g in catalogus.gemeenten),
        "aantal": len(kaartjes.op_id),
        "noodnummers": noodlijn(catalogus),
        "gevaar": gevaarnummer(catalogus),
        "talen_kort": lees_los("vreemd.yaml")["talen"],
        "kaart": eigen.naam if eigen else inst.naam,
        "wegwijzer": bool(catalogus.kennis.wegwijzer and catalogus.kennis.wegwijzer.themas),
    }


def letters(kaartjes: Kaartjes) -> list[tuple[str, str]]:
    """(letter, pad) naar de lijst van A tot Z, in de vorm die /lijst/ heeft."""
    alle = sorted({letter(k.naam) for k in kaartjes.op_id.values()})
    return [
        (teken, f"lijst/{teken}/" if len(kaartjes.op_id) > OP_EEN_PAGINA else f"lijst/#letter-{teken}")
        for teken in alle
    ]
