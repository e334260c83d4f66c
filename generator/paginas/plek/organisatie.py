"""De organisaties: een overzicht en een pagina per organisatie met wat zij aanbiedt."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.gemeen.verdelen import EERST, deelbladen, past_niet, verdeeld
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    op_naam = sorted(catalogus.organisaties.values(), key=lambda o: o.naam.casefold())
    yield Pagina(
        "organisaties/",
        "plek/organisaties.html",
        "Organisaties",
        "Alle organisaties in deze sociale kaart.",
        {"organisaties": op_naam, "aantal": {o.id: len(catalogus.per_organisatie[o.id]) for o in op_naam}},
    )
    for organisatie in op_naam:
        aanbod = catalogus.per_organisatie[organisatie.id]
        alle, basis = kaartjes.lijst(aanbod), f"organisaties/{organisatie.id}/"
        zin = f"Wat {organisatie.naam} doet."
        lang = verdeeld(organisatie.naam, zin, alle, "kaart", f"{basis}alles") if past_niet(alle, "kaart") else None
        pagina = Pagina(
            basis,
            "plek/organisatie.html",
            organisatie.naam,
            organisatie.samenvatting,
            {"organisatie": organisatie, "kaartjes": alle[:EERST] if lang else alle, "lang": lang},
            (("Organisaties", "organisaties/"),),
            scripts=("gemeen/standblad.js",),
            afdruk=kaartjes.afdruk(aanbod),
        )
        yield pagina
        if lang:
            yield from deelbladen(lang, pagina)
