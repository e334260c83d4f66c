"""Wat een antwoord van een website betekent: goed, verhuisd, een lege pagina, te koop, weg, of niet te zeggen. Puur."""

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.betekenis.dubbel import kale_site


class Antwoord(NamedTuple):
    """Wat er terugkwam: de status (0 als er geen antwoord was), het laatste adres, het begin van de tekst, en de reden.

    `vast` zegt of elke omleiding voor altijd was, `kaal` of er een pagina kwam zonder een enkel teken.
    """

    status: int
    adres: str
    tekst: str = ""
    reden: str = ""
    vast: bool = False
    kaal: bool = False


class Uitkomst(NamedTuple):
    uitkomst: str
    reden: str
    naar: str = ""


_TITEL = re.compile(r"<title[^>]*>(.*?)</title>", re.I | re.S)
_KOP = re.compile(r"<h1[^>]*>(.*?)</h1>", re.I | re.S)
_TAG = re.compile(r"<(script|style|noscript)\b.*?</\1>|<[^>]+>", re.I | re.S)
# In de titel of de kop van een pagina die er niet is, ook al zegt de server 200.
_NIET_ER = re.compile(
    r"\b404\b|niet gevonden|bestaat niet(?: meer)?|not found|pagina (?:is )?(?:verwijderd|verdwenen)|"
    r"page (?:does not|doesn.t) exist|oeps|helaas.{0,30}(?:pagina|vinden)",
    re.I,
)
# Een domein dat van niemand is of te koop staat: de woorden van wie het verkoopt of neerzet.
_TE_KOOP = re.compile(
    r"(?:domein(?:naam)?|domain(?: name)?|website).{0,40}(?:te koop|for sale|is available|beschikbaar voor verkoop)|"
    r"(?:koop|buy) (?:dit|this) (?:domein|domain)|this domain (?:is|has been) (?:parked|registered)|geparkeerd|"
    r"parked (?:free|domain)|domein(?:naam)? (?:is )?(?:gereserveerd|geregistreerd) (?:door|via|bij)|"
    r"(?:related searches|gerelateerde zoekopdrachten)",
    re.I,
)
_WERK = re.compile(r"in aanbouw|under construction|onderhoud|maintenance|binnenkort online|coming soon", re.I)
NIET_BEREIKT, TE_LAAT = "de site is niet te bereiken", "de site antwoordt niet op tijd"
GEEN_DOMEIN = "het domein bestaat niet"
GESLOTEN = (
    401,
    403,
    405,
    406,
    407,
    418,
    423,
    429,
    451,
    999,
)  # wie programma's weert; een mens ziet misschien wel iets
WEG = (404, 410)
WEINIG = 1200  # tekens tekst: een pagina die te koop staat of er niet is, zegt weinig


def beoordeel(gevraagd: str, antwoord: Antwoord) -> Uitkomst:
    """De uitkomst van een webadres."""
    if antwoord.status == 0:
        return Uitkomst("weg", antwoord.reden or "de site antwoordt niet")
    if antwoord.status in WEG:
        return Uitkomst("weg", f"de pagina bestaat niet (status {antwoord.status})")
    if antwoord.status in GESLOTEN:
        return Uitkomst("onbekend", f"de site laat programma's niet toe (status {antwoord.status})")
    if antwoord.status >= 500:
        return Uitkomst("weg", f"de site heeft een storing (status {antwoord.status})")
    if antwoord.status >= 400:
        return Uitkomst("weg", f"de site weigert dit adres (status {antwoord.status})")
    return _gevonden(gevraagd, antwoord)


def _gevonden(gevraagd: str, antwoord: Antwoord) -> Uitkomst:
    if antwoord.kaal:
        return Uitkomst("leeg", "de pagina is helemaal leeg")
    koppen, alles = koppen_van(antwoord.tekst), gewone_tekst(antwoord.tekst)
    if _TE_KOOP.search(f"{koppen} {alles}") and len(alles) < WEINIG:
        return Uitkomst("te_koop", "het domein staat te koop of is van niemand")
    if _NIET_ER.search(koppen) and not _WERK.search(koppen):
        return Uitkomst("leeg", f"de pagina zegt zelf dat zij er niet is ('{koppen[:60].strip()}')")
    if _naar_voren(gevraagd, antwoord.adres):
        return Uitkomst("leeg", "de pagina is weg; de site stuurt door naar haar voorpagina", antwoord.adres)
    if antwoord.vast and _is_anders(gevraagd, antwoord.adres):
        return Uitkomst("verhuisd", "de site stuurt voorgoed door naar een ander adres", antwoord.adres)
    return Uitkomst("goed", "")


def koppen_van(html: str) -> str:
    """De titel en de kop als gewone tekst."""
    gevonden = [m[1] for patroon in (_TITEL, _KOP) if (m := patroon.search(html))]
    return gewone_tekst(" ".join(gevonden))


def gewone_tekst(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def _naar_voren(gevraagd: str, gekomen: str) -> bool:
    """Of een pagina diep in een site op de voorpagina uitkomt: zo verbergen sites dat zij weg is."""
    diep = [deel for deel in urlsplit(gevraagd).path.split("/") if deel]
    einde = urlsplit(gekomen)
    return bool(diep) and einde.path in ("", "/") and not einde.query and _is_anders(gevraagd, gekomen)


def _is_anders(gevraagd: str, gekomen: str) -> bool:
    """Of het een ander adres is; www ervoor, https en een streep erachter tellen niet."""
    return kale_site(gevraagd) != kale_site(gekomen)
