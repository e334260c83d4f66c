"""Wat de balie en het lijstje van een voorziening laten zien, in kleine bestanden; en eenmaal de functies en de wijkteams."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from generator.json_tekst import als_json, gevuld
from generator.model import Catalogus, Functie, Locatie, Voorziening
from generator.opmaak import gewone_datum, tijden_voor_browser
from generator.paginas.plek.kaartjes import KOSTEN_KORT, TOEGANG_KORT, is_verouderd
from generator.paginas.vinden.balieadressen import BASIS, aantal_vakken, vak, van_vak
from generator.schema import TALEN

EERSTE_GESPREK = "vraagverheldering"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst): basis.json en per vak een bestand {id: ingang}."""
    aantal = aantal_vakken(catalogus)
    vakken: dict[int, dict] = defaultdict(dict)
    for v in catalogus.voorzieningen.values():
        vakken[vak(v.id, aantal)][v.id] = ingang(v, catalogus)
    for nummer in range(aantal):
        yield van_vak(nummer), _json(vakken[nummer])
    yield BASIS, _json({
        "stand": gewone_datum(catalogus.peildatum), "vakken": aantal, "teams": wijkteams(catalogus), "wijken": wijken(catalogus),
        "toegang": {g.code: g.toegangspunt for g in catalogus.gemeenten if g.toegangspunt in catalogus.voorzieningen},
        "functies": {f.id: functie(f) for f in catalogus.functies.values()}})


def _json(waarde: object) -> str:
    return als_json(waarde) + "\n"


def ingang(v: Voorziening, catalogus: Catalogus) -> dict:
    """Een voorziening voor wie haar aan de telefoon voorleest; lege velden ontbreken. Tijden als in open.js."""
    dag, organisatie = catalogus.peildatum, catalogus.organisaties.get(v.organisatie)
    wacht = v.wachttijd if v.wachttijd and dag - v.wachttijd.op <= timedelta(days=60) else None
    tijdelijk = v.tijdelijk if v.tijdelijk and v.tijdelijk.tot >= dag else None
    dicht = v.status == "gesloten"
    return gevuld({
        "naam": v.naam, "zin": v.samenvatting, "functies": list(v.functies), "organisatie": organisatie.naam if organisatie else None,
        "telefoon": v.contact.telefoon, "telefoontijden": tijden_voor_browser(v.contact.telefoontijden),
        "belinfo": v.contact.telefoontijden.toelichting if v.contact.telefoontijden else None,
        "mail": v.contact.email, "site": v.contact.website, "chat": v.contact.chat,
        "plekken": [] if dicht else [plek(p, catalogus.gebied_van(v, i), catalogus) for i, p in enumerate(v.locaties)],
        "toegang": TOEGANG_KORT[v.toegang.hoe], "uitleg": v.toegang.uitleg, "verwijzen": v.toegang.professional,
        "meenemen": list(v.toegang.meenemen), "kosten": KOSTEN_KORT[v.kosten.soort] if v.kosten else None,
        "kosteninfo": v.kosten.toelichting if v.kosten else None, "voor": v.voor_wie, "niet": v.niet_voor,
        "talen": [TALEN[t] for t in v.talen if t != "nl"],
        "wacht": f"{wacht.tekst} (nagevraagd op {gewone_datum(wacht.op)})" if wacht else None,
        "tijdelijk": tijdelijk and [str(tijdelijk.van), str(tijdelijk.tot),
                                    f"Van {gewone_datum(tijdelijk.van)} tot en met {gewone_datum(tijdelijk.tot)}: {tijdelijk.tekst}"],
        "op": gewone_datum(v.gecontroleerd.op), "oud": is_verouderd(v, dag), "gesloten": dicht, "voorbeeld": v.voorbeeld})


def plek(p: Locatie, code: str | None, catalogus: Catalogus) -> dict:
    adres = ", ".join(filter(None, (p.adres.straatregel, p.adres.plaatsregel))) if p.adres else ""
    gebied = catalogus.gebieden.get(code)
    return gevuld({"naam": p.naam, "adres": "geheim" if p.adres_geheim else adres,
                   "wijk": gebied.naam if gebied else None, "code": code, "tijden": tijden_voor_browser(p.openingstijden),
                   "info": p.openingstijden.toelichting if p.openingstijden else None,
                   "rolstoel": p.rolstoel if p.rolstoel != "onbekend" else None})


def functie(f: Functie) -> dict:
    """Wat de balie van een functie nodig heeft: de uitleg, hoe iemand het aanvraagt en wat zij eerst vraagt."""
    return gevuld({"naam": f.naam, "uitleg": f.uitleg.bron.strip(), "aanvragen": f.aanvragen, "vragen": list(f.vragen),
                   "besluit": f.besluit})


def wijken(catalogus: Catalogus) -> list[tuple[str, str, str, str, str]]:
    """(code, naam, code van de gemeente, naam van de gemeente, pad) van elke wijk; de eigen gemeente eerst."""
    eigen = catalogus.instellingen.gemeente
    return [(w.code, w.naam, g.code, g.naam, f"gebieden/{g.slug}/{w.slug}/")
            for g in sorted(catalogus.gemeenten, key=lambda g: g.code != eigen) for w in g.wijken]


def wijkteams(catalogus: Catalogus) -> dict[str, str]:
    """Per wijk de voorziening die haar team is: uit de eigen indeling, of anders wie daar het eerste gesprek voert."""
    uit: dict[str, str] = {}
    for v in catalogus.per_functie.get(EERSTE_GESPREK, ()):
        for code in v.werkgebied:
            if code.startswith("WK"):
                uit.setdefault(code, v.id)
    for gemeente in catalogus.gemeenten:
        for deel in gemeente.indeling:
            if deel.team in catalogus.voorzieningen:
                uit |= dict.fromkeys(deel.codes, deel.team)
    return uit
