"""Het cijfer van elke ingang, met de redenen in woorden; een keer uitgerekend voor rapport, pagina en weekwerk."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.betekenis.actueel import lager_na, noodlijnen, uiterlijk
from generator.betekenis.bereiken import zonder_weg
from generator.betekenis.dubbel import Dubbel, dubbelen
from generator.betekenis.eigenaar import teamnaam
from generator.betekenis.leesmaat import meting_van
from generator.betekenis.netnummers import Vreemd, nummers_van, onmogelijke_nummers, vreemde_netnummers
from generator.kwaliteit.formule import HOOGSTE, REDENEN
from generator.kwaliteit.taal import heeft_lange_zin, is_moeilijk, moeilijke_woorden
from generator.model import Catalogus, Voorziening
from generator.model.links import Linkstand
from generator.opmaak import gewone_datum

MINSTE_SAMENVATTING = 25
_LINKREDEN = {
    "weg": "dode_link",
    "leeg": "lege_pagina",
    "te_koop": "te_koop",
    "geen_mail": "dode_mail",
    "verhuisd": "verhuisd",
}


class Minpunt(NamedTuple):
    """Een reden bij een ingang; `zin` noemt wat er precies is."""

    soort: str
    zin: str

    @property
    def punten(self) -> int:
        return REDENEN[self.soort].punten

    @property
    def doen(self) -> str:
        return REDENEN[self.soort].doen


class Oordeel(NamedTuple):
    """Een ingang met haar cijfer, haar team en de redenen, de zwaarste eerst."""

    voorziening: Voorziening
    team: str
    cijfer: int
    redenen: tuple[Minpunt, ...]


class Verband(NamedTuple):
    """Wat alleen over alle ingangen samen te zien is."""

    dubbel: dict[str, Dubbel]
    vreemd: dict[str, Vreemd]


def oordelen(catalogus: Catalogus) -> list[Oordeel]:
    """Elke actieve ingang, het laagste cijfer eerst."""
    return catalogus.eenmaal("kwaliteit", lambda: _oordelen(catalogus))


def _oordelen(catalogus: Catalogus) -> list[Oordeel]:
    rij = [v for v in catalogus.voorzieningen.values() if v.status == "actief"]
    dubbel: dict[str, Dubbel] = {}
    for d in dubbelen(catalogus):
        dubbel.setdefault(d.een.id, d)
        dubbel.setdefault(d.ander.id, d)
    verband = Verband(dubbel, {vreemd.voorziening.id: vreemd for vreemd in vreemde_netnummers(rij)})
    return sorted((oordeel(v, catalogus, verband) for v in rij), key=lambda o: (o.cijfer, o.voorziening.id))


def oordeel(v: Voorziening, catalogus: Catalogus, verband: Verband) -> Oordeel:
    redenen = (
        *_leeftijd(v, catalogus),
        *_bereik(v),
        *_links(v, catalogus),
        *_samen(v, verband),
        *_tekst(v, catalogus),
    )
    redenen = tuple(sorted((*redenen, *_gegevens(v)), key=lambda r: (-r.punten, r.soort)))
    team = teamnaam(v, catalogus.kennis, catalogus.set_naam(v.pad))
    return Oordeel(v, team, max(0, HOOGSTE - sum(r.punten for r in redenen)), redenen)


def _leeftijd(v: Voorziening, catalogus: Catalogus) -> Iterator[Minpunt]:
    voor, op, lager = uiterlijk(v, catalogus), gewone_datum(v.gecontroleerd.op), lager_na(v, catalogus)
    if voor >= catalogus.peildatum:
        return
    was = "voor het laatst nagekeken op" if v.gecontroleerd.nagelezen else "door niemand nagezien; de bron is van"
    zin = f"{was} {op}; dat moest voor {gewone_datum(voor)} opnieuw"
    if v.id in noodlijnen(catalogus):
        yield Minpunt("nood_oud", zin)
    else:
        yield Minpunt("jaar_oud" if lager and lager < catalogus.peildatum else "te_laat", zin)


def _bereik(v: Voorziening) -> Iterator[Minpunt]:
    if zonder_weg(v):
        yield Minpunt("geen_weg", "geen nummer, mail, website of chat, en geen deur waar iemand zo terechtkan")
    elif not nummers_van(v):
        yield Minpunt("geen_telefoon", "wie niet kan lezen of geen internet heeft, kan hier niet bellen")
    for nummer in onmogelijke_nummers(v):
        yield Minpunt("fout_nummer", f"het nummer {nummer} is nooit uitgegeven")


def adressen_van(v: Voorziening) -> list[str]:
    """De webadressen van een ingang, en haar maildomein als mail:domein."""
    contact = v.contact
    mail = f"mail:{contact.email.rpartition('@')[2].lower()}" if contact.email else None
    return [adres for adres in (contact.website, contact.chat, mail) if adres]


def _links(v: Voorziening, catalogus: Catalogus) -> Iterator[Minpunt]:
    for adres in adressen_van(v):
        stand = catalogus.links.get(adres)
        if stand and stand.uitkomst in _LINKREDEN:
            yield Minpunt(_LINKREDEN[stand.uitkomst] if stand.telt else "link_verdacht", linkzin(adres, stand))


def linkzin(adres: str, stand: Linkstand) -> str:
    naar = f"; nu op {stand.naar}" if stand.naar else ""
    return f"{adres.removeprefix('mail:')}: {stand.reden}{naar} (gekeken op {gewone_datum(stand.op)})"


def _samen(v: Voorziening, verband: Verband) -> Iterator[Minpunt]:
    if d := verband.dubbel.get(v.id):
        ander = d.ander if d.een.id == v.id else d.een
        yield Minpunt("dubbel", f"lijkt op '{ander.naam}' ({ander.id}): {d.zin}")
    if vreemd := verband.vreemd.get(v.id):
        hoort = f"hoort bij {vreemd.hoort_bij}" if vreemd.hoort_bij else "hoort bij een andere streek"
        yield Minpunt("vreemd_netnummer", f"{vreemd.nummer} {hoort}, en de plek is in {vreemd.plaats}")


def _tekst(v: Voorziening, catalogus: Catalogus) -> Iterator[Minpunt]:
    meting = meting_van(v)
    if is_moeilijk(meting):
        woorden = moeilijke_woorden(v, catalogus.kennis.begrippen)
        lijst = "; ".join(f"{w.woord} (zeg het zo: {w.uitleg})" if w.uitleg else w.woord for w in woorden)
        yield Minpunt(
            "moeilijk",
            f"leesbaarheid {meting.score:.0f}".replace(".", ",") + (f"; moeilijk: {lijst}" if lijst else ""),
        )
    if heeft_lange_zin(meting):
        yield Minpunt("lange_zin", f"de langste zin heeft {meting.langste_zin} woorden")
    if len(v.samenvatting) < MINSTE_SAMENVATTING or v.samenvatting.casefold().strip(". ") == v.naam.casefold():
        yield Minpunt("kort", f"'{v.samenvatting}'")


def _gegevens(v: Voorziening) -> Iterator[Minpunt]:
    """Wat er had kunnen staan."""
    adressen = [plek for plek in v.locaties if plek.adres and not plek.adres_geheim]
    mist = (
        (
            "geen_tijden",
            bool(adressen) and not any(plek.openingstijden for plek in adressen),
            "bij het adres staan geen tijden",
        ),
        ("voor_wie", not (v.voor_wie or v.doelgroepen or v.leeftijd), "er staat niet bij voor wie dit is"),
        ("toegang_onbekend", v.toegang.hoe == "onbekend", "er staat niet bij hoe iemand er terechtkomt"),
        ("kosten", v.kosten is None or v.kosten.soort == "onbekend", "er staat niet bij wat het kost"),
        ("woorden", not v.zoekwoorden, "alleen de woorden van de soort hulp vinden deze plek"),
        ("omschrijving", v.omschrijving is None, "er staat alleen een samenvatting"),
    )
    yield from (Minpunt(soort, zin) for soort, is_zo, zin in mist if is_zo)
