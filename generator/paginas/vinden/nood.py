"""De pagina voor wie nu hulp nodig heeft, en de pagina die er niet is (404)."""

from collections.abc import Iterator

from generator.betekenis.tijden import TELEFOON
from generator.betekenis.vandaag import gegevens_van
from generator.betekenis.woorden import NOODINGANGEN
from generator.model import Catalogus, Voorziening
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    spoed = [v for v in catalogus.voorzieningen.values() if v.status == "actief" and v.toegang.hoe == "spoed" and not staat_bovenaan(v)]
    dag_en_nacht = [v for v in catalogus.landelijk
                    if v not in spoed and v.contact.telefoon and altijd_open(v, catalogus) and not staat_bovenaan(v)]
    yield Pagina("hulp-nu/", "vinden/nood.html", "Nu hulp nodig", "De nummers die u nu kunt bellen.",
                 {"spoed": kaartjes.lijst(spoed), "dag_en_nacht": kaartjes.lijst(dag_en_nacht)}, scripts=("gemeen/standblad.js",),
                 snel_weg=True)
    yield Pagina("404.html", "vinden/verdwaald.html", "Deze pagina is er niet", "Deze pagina is er niet.",
                 {"themas": list(catalogus.themas.values())}, in_sitemap=False)


def staat_bovenaan(voorziening: Voorziening) -> bool:
    """De nummers die het sjabloon zelf al groot laat zien."""
    return voorziening.id in NOODINGANGEN.values()


def altijd_open(voorziening: Voorziening, catalogus: Catalogus) -> bool:
    """Neemt de telefoon elke dag en elke nacht op."""
    return any(k.soort == TELEFOON and k.rooster.dag_en_nacht for k in gegevens_van(voorziening, catalogus).kanalen)
