"""De levensgebieden: een overzicht en een pagina per levensgebied, met de hulp in de volgorde van de wegwijzer."""

from collections.abc import Iterator
from functools import partial

from generator.betekenis.wetten import namen_nu
from generator.betekenis.woorden import FASEN
from generator.model import Catalogus, Functie, Thema
from generator.paginas import Pagina
from generator.paginas.gemeen.snelweg import THEMA as GEVOELIG
from generator.paginas.gemeen.verdelen import groepen as verdeel
from generator.paginas.gemeen.wijkkeuze import wijkkeuze
from generator.paginas.kennis.begripslinks import linker
from generator.paginas.plek.kaartjes import Kaartjes
from generator.paginas.vinden.deuren import deuren, eerste_hulp, groepen

SCRIPTS = ("gemeen/standblad.js", "vinden/onderwerp.js")


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina(
        "themas/",
        "vinden/themas.html",
        "Onderwerpen",
        "Alle onderwerpen waar u hulp bij kunt vinden.",
        {
            "themas": list(catalogus.themas.values()),
            "aantal": {t: len(catalogus.per_thema[t]) for t in catalogus.themas},
        },
    )
    for thema in catalogus.themas.values():
        yield Pagina(
            f"themas/{thema.id}/",
            "vinden/thema.html",
            thema.naam,
            thema.samenvatting,
            partial(context, thema, catalogus, kaartjes),
            (("Onderwerpen", "themas/"),),
            scripts=SCRIPTS,
            oembed=f"insluiten/thema/{thema.id}/oembed.json",
            snel_weg=thema.id == GEVOELIG,
            eerst_stand=True,
            afdruk=kaartjes.afdruk(genoemd(thema, catalogus)),
        )


def genoemd(thema: Thema, catalogus: Catalogus) -> list:
    """Elke voorziening die op de pagina van een levensgebied staat, ook als zij er zelf niet bij hoort."""
    voorzieningen = [deur for deur in deuren(thema, catalogus) if not isinstance(deur, Functie)]
    return [*catalogus.per_thema[thema.id], *voorzieningen, *teams(catalogus)]


def teams(catalogus: Catalogus) -> list:
    """Het team van elke wijk waaruit iemand kan kiezen, elk een keer."""
    ids = dict.fromkeys(team for _, wijken in wijkkeuze(catalogus) for _, team in wijken if team)
    return [catalogus.voorzieningen[id_] for id_ in ids]


def context(thema: Thema, catalogus: Catalogus, kaartjes: Kaartjes) -> dict:
    woorden = linker(catalogus.kennis.begrippen)
    gezien: set[str] = set()
    begin = [
        (deur, None) if isinstance(deur, Functie) else (None, kaartjes.op_id[deur.id])
        for deur in deuren(thema, catalogus)
    ]
    bovenaan = eerste_hulp(catalogus) | {kaartje.id for _, kaartje in begin if kaartje}
    rest = groepen(thema, catalogus, bovenaan)
    met = {f.id for f, _ in rest}
    return {
        "samenvatting": woorden.tekst(thema.samenvatting, "../../", gezien),
        "zelf_doen": [woorden.tekst(tip, "../../", gezien) for tip in thema.zelf_doen],
        "thema": thema,
        "voorbeeld": min(thema.kan_er_spelen, key=len, default="").rstrip("."),
        "begin": begin,
        "teams": kaartjes.lijst(teams(catalogus)),
        "wijken": wijkkeuze(catalogus),
        "groepen": verdeel([(f, kaartjes.voor_functie(f.id, rij)) for f, rij in rest], "kaart"),
        "aantal": sum(len(rij) for _, rij in rest),
        "per_functie": {f: len(catalogus.per_functie[f]) for f in catalogus.functies},
        "anders": [f for f in catalogus.functies.values() if thema.id in f.themas and f.id not in met],
        "per_fase": per_fase(thema, catalogus),
        "wegwijzer": heeft_weg(thema, catalogus),
    }


def heeft_weg(thema: Thema, catalogus: Catalogus) -> bool:
    """Of de wegwijzer vragen heeft over dit levensgebied."""
    wegwijzer = catalogus.kennis.wegwijzer
    return wegwijzer is not None and any(deel.thema == thema.id for deel in wegwijzer.themas)


def per_fase(thema: Thema, catalogus: Catalogus) -> list[tuple[str, list]]:
    """De functies achter een levensgebied per fase van de bouwtekening, elk met haar wetten."""
    eigen = [(f, ", ".join(namen_nu(f))) for f in catalogus.functies.values() if thema.id in f.themas]
    return [
        (woord.kort, groep)
        for fase, woord in FASEN.items()
        if (groep := [paar for paar in eigen if paar[0].fase == fase])
    ]
