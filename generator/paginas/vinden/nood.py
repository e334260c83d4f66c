"""De pagina voor wie nu hulp nodig heeft, en de pagina die er niet is (404)."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    spoed = [v for v in catalogus.voorzieningen.values() if v.status == "actief" and v.toegang.hoe == "spoed" and not staat_bovenaan(v)]
    dag_en_nacht = [v for v in catalogus.landelijk
                    if v not in spoed and v.contact.telefoon and altijd_open(v) and not staat_bovenaan(v)]
    yield Pagina("hulp-nu/", "vinden/nood.html", "Nu hulp nodig", "De nummers die u nu kunt bellen.",
                 {"spoed": kaartjes.lijst(spoed), "dag_en_nacht": kaartjes.lijst(dag_en_nacht)}, scripts=("gemeen/open-lijst.js",),
                 snel_weg=True)
    yield Pagina("404.html", "vinden/verdwaald.html", "Deze pagina is er niet", "Deze pagina is er niet.",
                 {"themas": list(catalogus.themas.values())}, in_sitemap=False)


def staat_bovenaan(voorziening) -> bool:
    """De nummers die het sjabloon zelf al groot laat zien."""
    return (voorziening.contact.telefoon or "") in ("112", "113", "0800-2000")


def altijd_open(voorziening) -> bool:
    """Neemt de telefoon elke dag en elke nacht op."""
    tijden = voorziening.contact.telefoontijden
    dagen = [getattr(tijden, dag) for dag in ("ma", "di", "wo", "do", "vr", "za", "zo")] if tijden else []
    return bool(dagen) and all(d and [(v.van, v.tot) for v in d.tijdvakken] == [(0, 1440)] for d in dagen)
