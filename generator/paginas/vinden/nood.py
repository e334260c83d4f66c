"""De pagina voor wie nu hulp nodig heeft, en de pagina die er niet is (404)."""

from collections.abc import Iterator

from generator.betekenis.nood import noodnummers
from generator.betekenis.tijden import TELEFOON
from generator.betekenis.vandaag import gegevens_van
from generator.model import Catalogus, Voorziening
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    nummers = [n for n in noodnummers(catalogus) if n.vraag]
    bovenaan = {n.id for n in nummers}
    ook = {n.id for n in noodnummers(catalogus)} - bovenaan
    spoed = [
        v
        for v in catalogus.voorzieningen.values()
        if v.status == "actief" and (v.toegang.hoe == "spoed" or v.id in ook) and v.id not in bovenaan
    ]
    dag_en_nacht = [
        v
        for v in catalogus.landelijk
        if v not in spoed and v.contact.telefoon and altijd_open(v, catalogus) and v.id not in bovenaan
    ]
    yield Pagina(
        "hulp-nu/",
        "vinden/nood.html",
        "Nu hulp nodig",
        "De nummers die u nu kunt bellen.",
        {"nummers": nummers, "spoed": kaartjes.lijst(spoed), "dag_en_nacht": kaartjes.lijst(dag_en_nacht)},
        scripts=("gemeen/standblad.js",),
        snel_weg=True,
    )
    yield Pagina(
        "404.html",
        "vinden/verdwaald.html",
        "Deze pagina is er niet",
        "Deze pagina is er niet.",
        {"themas": list(catalogus.themas.values())},
        in_sitemap=False,
    )


def altijd_open(voorziening: Voorziening, catalogus: Catalogus) -> bool:
    """Neemt de telefoon elke dag en elke nacht op."""
    return any(k.soort == TELEFOON and k.rooster.dag_en_nacht for k in gegevens_van(voorziening, catalogus).kanalen)
