"""Wat er met elk oud adres gebeurt: het gaat door, het zegt dat het er niet meer is, of de bouw weigert."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from itertools import islice, takewhile

from msgspec import Struct

from generator.bouw.opvolgers import Opvolgers
from generator.browser import gegevenssoorten
from generator.lezen.adressen import ADRESBOEK
from generator.lezen.geschreven import adres_van_bestand
from generator.meldingen import Verslag
from generator.model import Catalogus
from generator.model.adresboek import Doorverwijzing
from generator.paginas import Pagina, alle_paginas
from generator.paginas.gemeen.verdelen import DEELADRES
from generator.uitvoer import uitvoersoorten

DOORVERWIJZINGEN = "sociale_kaart/doorverwijzingen.yaml"
MEEST_GEZOCHT = 50  # regels die nergens uitkomen met een voorstel erbij; zoeken is per keer duur
# Wat meeverhuist als het eerste verhuist: bladen voor een iframe, kaarten, open data en feeds van hetzelfde.
SAMEN = (
    ("voorzieningen/{a}/", "feeds/voorziening/{a}."),
    ("organisaties/{a}/", "feeds/organisatie/{a}."),
    ("functies/{a}/", "insluiten/functie/{a}/", "data/kaart/functie/{a}.", "feeds/functie/{a}."),
    ("themas/{a}/", "insluiten/thema/{a}/", "data/kaart/thema/{a}.", "feeds/thema/{a}.", "wegwijzer/{a}/"),
    (
        "gebieden/{a}/{b}/",
        "insluiten/wijk/{a}/{b}/",
        "insluiten/gebied/{a}/{b}/",
        "data/kaart/gemeente/{a}/wijk/{b}.",
        "data/kaart/gemeente/{a}/gebied/{b}.",
        "data/activiteiten/{a}/{b}.",
        "feeds/gebied/{a}/{b}.",
        "wijzigingen/gebied/{a}/{b}/",
    ),
    (
        "gebieden/{a}/",
        "insluiten/gemeente/{a}/",
        "insluiten/wijk/{a}/",
        "insluiten/gebied/{a}/",
        "data/kaart/gemeente/{a}/",
        "data/dekking/{a}.",
        "feeds/gebied/{a}.",
        "feeds/gebied/{a}/",
        "wijzigingen/gebied/{a}/",
    ),
)
# Dit hoort bij een pagina; de rest van SAMEN staat op zichzelf.
_AFGELEID = ("insluiten/", "data/", "feeds/", "wijzigingen/")
# Dit komt uit Git: met een halve kopie of zonder `geschiedenis: ja` is het er even niet, en dat is geen verlies.
GESCHIEDENIS = ("wijzigingen/", "feeds/", "data/wijzigingen.json", "data/schema/wijzigingen.json")
# Alleen voor onze eigen scripts, die ze steeds vers ophalen; en wat bij een plek hoort en met haar komt en gaat.
_EIGEN = (
    "assets/",
    "data/balie/",
    "data/postcodes/",
    "data/kaart/plek/",
    "data/vcard/",
    "data/agenda/",
    "kcc/dienst.js",
    "kcc/werker.js",
)


class Verhuizing(Struct, frozen=True):
    """Wat er op een oud adres komt: wat op `naar` staat, of als dat leeg is de tekst dat het vervallen is."""

    naar: str
    regel: Doorverwijzing


def hoort_op_de_site(pad: str) -> bool:
    """Of een adres van bezoekers of partners is: een pagina, open data of een feed.

    Een deel van een lange lijst komt en gaat met haar lengte; de pagina waar het onder hangt blijft.
    """
    return "/" in pad and not pad.startswith(_EIGEN) and not DEELADRES.match(pad)


def huidige_adressen(catalogus: Catalogus) -> dict[str, str]:
    """Elk adres dat de site nu heeft en dat van bezoekers is, met de titel van de pagina; een bestand heeft er geen."""
    return {
        pad: titel for pad, titel in alle_adressen(catalogus, alle_paginas(catalogus)).items() if hoort_op_de_site(pad)
    }


def alle_adressen(catalogus: Catalogus, paginas: Iterable[Pagina]) -> dict[str, str]:
    """Als `huidige_adressen`, met wat alleen voor onze eigen scripts is erbij."""
    uit = {pagina.pad: pagina.titel for pagina in paginas}
    uit |= {adres_van_bestand(onder): titel_van(tekst, onder) for onder, tekst in catalogus.geschreven.items()}
    bestanden = [pad for soort in (*uitvoersoorten(catalogus), *gegevenssoorten(catalogus)) for pad, _ in soort()]
    return {**dict.fromkeys(bestanden, ""), **uit}


def titel_van(tekst: str, onder: str) -> str:
    """De titel van een geschreven pagina: uit haar kop, uit het eerste kopje, of anders de bestandsnaam."""
    vondst = re.search(r"^(title:|#)[ \t](.*)$", tekst, re.M)
    titel = vondst[2].strip().rstrip("# \t") if vondst else ""
    if vondst and vondst[1] == "title:":
        titel = vondst[2].strip().strip("\"'")
    return titel or onder.removesuffix(".md")


@cache
def _patroon(sjabloon: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w)\\\}", r"(?P<\1>[^/.]+)", re.escape(sjabloon)))


def hoofd_van(adres: str) -> str:
    """Het adres waar een ander adres bij hoort ('insluiten/wijk/x/y/' bij 'gebieden/x/y/'), of het adres zelf."""
    for hoofd, *rest in SAMEN:
        for sjabloon in (s for s in rest if s.startswith(_AFGELEID)):
            if vondst := _patroon(sjabloon).match(adres):
                return hoofd.format(**vondst.groupdict())
    return adres


def _begin(adres: str) -> Iterator[tuple[str, ...]]:
    """Waar adressen die met dit adres meeverhuizen mee beginnen, per rij van SAMEN waar het adres in past."""
    for rij in SAMEN:
        if vondst := _patroon(rij[0]).fullmatch(adres):
            yield tuple(sjabloon.format(**vondst.groupdict()) for sjabloon in rij)


def _paren(van: str, regel: Doorverwijzing) -> Iterator[tuple[str, str, Doorverwijzing]]:
    """(oud begin, nieuw begin, regel): hoe een adres dat bij `van` hoort nu heet; leeg nieuw begin als het weg is."""
    yield van, regel.naar or "", regel
    for oud in _begin(van):
        nieuwe = [begin for rij in _begin(regel.naar or "") for begin in rij]
        for begin in oud[1:]:
            soort = begin.partition("/")[0] + "/"
            yield from ((begin, nieuw, regel) for nieuw in nieuwe if nieuw.startswith(soort))
            yield begin, "", regel


def _zelfde(van: str, regel: Doorverwijzing) -> Iterator[tuple[str, str]]:
    """(oud begin, nieuw begin) van wat op dezelfde manier meeverhuist, ook als niemand het onthouden heeft."""
    for oud, nieuw in zip(_begin(van), _begin(regel.naar or ""), strict=False):
        yield from zip(oud, nieuw, strict=False)


def verhuizingen(catalogus: Catalogus, nu: dict[str, str]) -> dict[str, Verhuizing]:
    """Op elk oud adres wat er nu hoort te staan, op volgorde van adres."""
    paren = Wijzers(paar for van, regel in catalogus.doorverwijzingen.items() for paar in _paren(van, regel))
    rij = sorted(nu)
    oud = {adres for adres in (*catalogus.adresboek, *catalogus.doorverwijzingen) if adres not in nu}
    for begin, nieuw in (paar for van, regel in catalogus.doorverwijzingen.items() for paar in _zelfde(van, regel)):
        oud |= {begin + adres.removeprefix(nieuw) for adres in _met_begin(nieuw, rij)} - nu.keys()
    gaan = ((adres, _bestemming(adres, paren, nu) or _zonder_geschiedenis(adres, nu)) for adres in sorted(oud))
    return {adres: gaat for adres, gaat in gaan if gaat}


def _zonder_geschiedenis(adres: str, nu: dict[str, str]) -> Verhuizing | None:
    """Wat er staat waar de geschiedenis nu niets over te zeggen heeft."""
    naar = "wijzigingen/" if adres.endswith("/") and "wijzigingen/" in nu else ""
    return Verhuizing(naar, Doorverwijzing(adres, None, (1, 1))) if adres.startswith(GESCHIEDENIS) else None


def _met_begin(begin: str, rij: list[str]) -> Iterator[str]:
    """Wat in een gesorteerde rij zo begint."""
    return takewhile(lambda adres: adres.startswith(begin), islice(rij, bisect_left(rij, begin), None))


class Wijzers:
    """Paren van een oud en een nieuw begin, zo dat een adres de zijne vindt zonder ze allemaal te lezen."""

    def __init__(self, paren: Iterable[tuple[str, str, Doorverwijzing]] = ()):
        self._per_begin: dict[str, list[tuple[str, str, Doorverwijzing]]] = {}
        self._maten: list[int] = []
        self.neem_op(paren)

    def neem_op(self, paren: Iterable[tuple[str, str, Doorverwijzing]]) -> None:
        for paar in paren:
            self._per_begin.setdefault(paar[0], []).append(paar)
            if len(paar[0]) not in self._maten:
                insort(self._maten, len(paar[0]))

    def bij(self, adres: str) -> list[tuple[str, str, Doorverwijzing]]:
        """De paren waarvan het oude begin bij dit adres past, het langste eerst."""
        maten = self._maten[: bisect_right(self._maten, len(adres))]
        return [paar for maat in reversed(maten) for paar in self._per_begin.get(adres[:maat], ())]


def _bestemming(adres: str, paren: Wijzers, nu: dict[str, str]) -> Verhuizing | None:
    past = paren.bij(adres)
    for begin, nieuw, regel in past:
        if nieuw and (doel := nieuw + adres.removeprefix(begin)) in nu:
            return Verhuizing(doel, regel)
    for _, _, regel in past:
        is_pagina = adres.endswith("/") and not adres.startswith("insluiten/")
        return Verhuizing((regel.naar or "") if is_pagina and regel.naar in nu else "", regel)
    return None


def keur_adressen(catalogus: Catalogus, nu: dict[str, str], verslag: Verslag) -> dict[str, Verhuizing]:
    """De verhuizingen; elk adres dat verloren zou gaan en elke regel die nergens uitkomt is een fout."""
    gaan, gezocht = verhuizingen(catalogus, nu), 0
    for van, regel in catalogus.doorverwijzingen.items():
        for doel in filter(None, (regel.naar, *regel.kijk_bij)):
            if doel not in nu:
                lijkt = get_close_matches(doel, nu, 1, 0.5) if gezocht < MEEST_GEZOCHT else []
                voorstel, gezocht = next(iter(lijkt), "functies/"), gezocht + 1
                _meld_regel(
                    verslag, regel, f"'{doel}' bestaat niet", f"verwijs naar een adres dat bestaat, zoals {voorstel}"
                )
        if van in nu:
            _meld_regel(verslag, regel, f"'{regel.sleutel}' bestaat nog zelf", "haal deze regel weg")
    for adres, naar in _te_melden([a for a in catalogus.adresboek if a not in nu and a not in gaan], catalogus, nu):
        _meld_verlies(adres, naar, catalogus, verslag)
    return gaan


def _te_melden(kwijt: list[str], catalogus: Catalogus, nu: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(adres, voorstel of leeg) van wat verloren zou gaan, zonder wat met de regel van een ander al meeverhuist."""
    opvolgers = Opvolgers(catalogus, {a: titel for a, titel in nu.items() if a not in catalogus.adresboek})
    paren = Wijzers()
    for adres in sorted(kwijt, key=lambda a: (a.count("/"), a)):
        mee = _bestemming(adres, paren, nu)
        hoofd = hoofd_van(adres)
        if (mee and mee.naar) or (hoofd != adres and hoofd in catalogus.adresboek and hoofd not in nu):
            continue
        voorstel = opvolgers.van(adres)
        if voorstel or not mee:
            yield adres, voorstel
            paren.neem_op(_paren(adres, Doorverwijzing(adres, voorstel or None, (1, 1))))


def _meld_regel(verslag: Verslag, regel: Doorverwijzing, reden: str, oplossing: str) -> None:
    naar = regel.naar or "vervallen"
    verslag.meld("SK307", DOORVERWIJZINGEN, regel.plek, van=regel.sleutel, naar=naar, reden=reden, oplossing=oplossing)


def _meld_verlies(adres: str, voorstel: str, catalogus: Catalogus, verslag: Verslag) -> None:
    """De fout met de regel die haar oplost: het adres dat er voor in de plaats kwam, of dat het vervallen is."""
    was, oud = catalogus.adresboek[adres], _kort(adres)
    if voorstel:
        lijn, anders = f"{oud}: {_kort(voorstel)}", f", of als er niets voor in de plaats kwam: '{oud}: vervallen'"
    else:
        lijn, anders = f"{oud}: vervallen", ", of met het nieuwe adres in plaats van 'vervallen'"
    verslag.meld("SK708", ADRESBOEK, was.plek, adres=adres, naam=was.naam or "zonder naam", lijn=lijn, anders=anders)


def _kort(adres: str) -> str:
    """Een adres zoals een mens het schrijft: zonder streep aan het eind, als het dan nog een adres is."""
    return adres.rstrip("/") if adres.count("/") > 1 else adres
