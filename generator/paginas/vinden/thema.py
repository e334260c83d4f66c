"""De levensgebieden: een overzicht en een pagina per levensgebied, met de hulp in de volgorde van de papieren."""

from collections.abc import Iterator
from functools import partial

from generator.betekenis.woorden import FASEN, TOEGANG, WETTEN
from generator.model import Catalogus, Thema
from generator.paginas import Pagina
from generator.paginas.gemeen.snelweg import THEMA as GEVOELIG
from generator.paginas.kennis.begripslinks import linker
from generator.paginas.plek.kaartjes import Kaartjes

# Kop, de stappen van de toegang (betekenis/woorden.py), en of het landelijk is (None: maakt niet uit).
_STAPPEN = (("Hier kunt u zo naartoe", ("nu", "vrij"), False),
            ("Bellen of kijken, heel Nederland", ("nu", "vrij"), True),
            ("Met een verwijzing", ("verwijzing",), None),
            ("Hulp waar een besluit voor nodig is", ("besluit",), None))


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina("themas/", "vinden/themas.html", "Onderwerpen", "Alle onderwerpen waar u hulp bij kunt vinden.",
                 {"themas": list(catalogus.themas.values()), "aantal": {t: len(catalogus.per_thema[t]) for t in catalogus.themas}})
    for thema in catalogus.themas.values():
        yield Pagina(f"themas/{thema.id}/", "vinden/thema.html", thema.naam, thema.samenvatting,
                     partial(context, thema, catalogus, kaartjes),
                     (("Onderwerpen", "themas/"),), scripts=("gemeen/standblad.js", "kennis/begrip.js"), stijlen=("kennis/begrip.css",),
                     oembed=f"insluiten/thema/{thema.id}/oembed.json", snel_weg=thema.id == GEVOELIG,
                     afdruk=kaartjes.afdruk(catalogus.per_thema[thema.id]))


def context(thema: Thema, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    dienst = catalogus.per_thema[thema.id]
    woorden = linker(catalogus.kennis.begrippen)
    gezien: set[str] = set()
    return {
        "samenvatting": woorden.tekst(thema.samenvatting, "../../", gezien),
        "zelf_doen": [woorden.tekst(tip, "../../", gezien) for tip in thema.zelf_doen],
        "thema": thema, "voorbeeld": min(thema.kan_er_spelen, key=len, default="").rstrip("."),
        "stappen": [(kop, kaartjes.lijst([v for v in dienst if TOEGANG[v.toegang.hoe].stap in hoe
                                          and landelijk in (None, "landelijk" in v.werkgebied)]))
                    for kop, hoe, landelijk in _STAPPEN],
        "functies": [f for f in catalogus.functies.values() if thema.id in f.themas],
        "aantal": len(dienst), "per_fase": per_fase(thema, catalogus),
    }


def per_fase(thema: Thema, catalogus: Catalogus) -> list[tuple[str, list]]:
    """De functies achter een levensgebied per fase van de bouwtekening, elk met haar wetten."""
    eigen = [(f, ", ".join(WETTEN[w] for w in f.wetten)) for f in catalogus.functies.values() if thema.id in f.themas]
    return [(woord.kort, groep) for fase, woord in FASEN.items() if (groep := [paar for paar in eigen if paar[0].fase == fase])]
