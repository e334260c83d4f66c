"""De pagina op een oud adres: waar het nu staat, of dat het er niet meer is en waar iemand dan verder kan."""

from datetime import date
from urllib.parse import quote

from generator.geschiedenis.berichten import verdwenen
from generator.model import Catalogus
from generator.model.adresboek import Doorverwijzing, Gepubliceerd
from generator.paginas import Pagina
from generator.paginas.vinden.wegwijzer import toegangspunten

NERGENS = Gepubliceerd((1, 1))


def verhuispagina(van: str, naar: str, titel: str) -> Pagina:
    """Zonder script: een link die iedereen ziet, en een verversing die de browser zelf volgt."""
    return Pagina(
        van,
        "vinden/verhuisd.html",
        f"Verhuisd naar {titel}",
        "Deze pagina is verhuisd.",
        {"naar": naar, "titel": titel},
        naar=naar,
    )


def vervallen_pagina(van: str, regel: Doorverwijzing, catalogus: Catalogus, titels: dict[str, str]) -> Pagina:
    """Zegt wat hier was en wat er nu het dichtst bij komt; een zoekmachine hoeft haar niet te onthouden."""
    was = catalogus.adresboek.get(van, NERGENS)
    naam = was.naam or "Deze pagina"
    return Pagina(
        van,
        "vinden/vervallen.html",
        f"{naam} is er niet meer",
        f"{naam} staat niet meer in de sociale kaart.",
        {
            "naam": was.naam,
            "uitleg": regel.uitleg,
            "sinds": weg_sinds(van, catalogus),
            "wegen": wegen(van, was, regel, titels),
            "toegang": toegangspunten(catalogus),
        },
        in_sitemap=False,
    )


def weg_sinds(van: str, catalogus: Catalogus) -> date | None:
    """De dag waarop een ingang uit de sociale kaart ging, als de geschiedenis dat weet."""
    bericht = verdwenen(catalogus).get(van.removeprefix("voorzieningen/").rstrip("/"))
    return bericht.dag if bericht else None


def wegen(van: str, was: Gepubliceerd, regel: Doorverwijzing, titels: dict[str, str]) -> list[tuple[str, str]]:
    """(tekst, adres): wat de schrijver noemt, dezelfde soort hulp, de pagina erboven, en zoeken."""
    hulp = [f"functies/{id_}/" for id_ in was.functies]
    noemt = [pad for pad in dict.fromkeys((*regel.kijk_bij, *hulp, erboven(van, titels))) if titels.get(pad)]
    zoek = f"zoeken/?q={quote(was.naam)}" if was.naam else "zoeken/"
    return [*((titels[pad], pad) for pad in noemt), ("Zoek in de sociale kaart", zoek)]


def erboven(adres: str, titels: dict[str, str]) -> str:
    """De eerste pagina boven dit adres die er nog is; leeg als er geen is."""
    delen = adres.rstrip("/").split("/")[:-1]
    while delen and "/".join(delen) + "/" not in titels:
        delen.pop()
    return "/".join(delen) + "/" if delen else ""


def insluitblad_weg(van: str, regel: Doorverwijzing, catalogus: Catalogus, titels: dict[str, str]) -> Pagina:
    """Voor een iframe bij een partner: een zin en een link, in plaats van een leeg vlak."""
    was = catalogus.adresboek.get(van, NERGENS)
    verder = next((pad for pad in (regel.naar or "", *regel.kijk_bij) if pad in titels), "")
    naam = was.naam or "Deze lijst"
    return Pagina(
        van,
        "insluiten/weg.html",
        f"{naam} is er niet meer",
        f"{naam} staat niet meer in de sociale kaart.",
        {"naam": was.naam, "uitleg": regel.uitleg, "verder": verder, "titel": titels.get(verder) or "Zoek verder"},
        in_sitemap=False,
        blad="insluiten/insluitblad.html",
        heel=verder,
    )
