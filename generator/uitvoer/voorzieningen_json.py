"""Alle voorzieningen als JSON, in de vorm van de afspraken."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import asdict

from generator.betekenis.actueel import termijn_maanden
from generator.betekenis.tijdtekst import als_gegevens
from generator.json_tekst import als_kale_bytes, gevuld
from generator.model import Catalogus, Contact, Locatie, Telefoon, Tijdelijk, Voorziening
from generator.uitvoer import Inhoud
from generator.uitvoer.herkomst import over_bestand
from generator.uitvoer.stukken import Stukken, kop_van, sleutels_van

BESTAND = "data/voorzieningen.json"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, Inhoud]]:
    alle = list(catalogus.voorzieningen.values())
    boven = {"peildatum": str(catalogus.peildatum), "aantal": len(alle)}
    kop = kop_van({**over_bestand(catalogus, "voorzieningen"), **boven}, "voorzieningen")
    yield BESTAND, Stukken(kop, sleutels_van(catalogus), lambda i: als_kale_bytes(als_dict(alle[i], catalogus)))


def als_dict(v: Voorziening, catalogus: Catalogus) -> dict:
    """Een voorziening met de namen van de YAML; lege velden ontbreken. Een gesloten plek heeft geen locaties meer."""
    uit = {
        "id": v.id,
        "naam": v.naam,
        "soort": v.soort,
        "organisatie": v.organisatie,
        "functies": v.functies,
        "themas": catalogus.themas_van(v),
        "samenvatting": v.samenvatting,
        "omschrijving": v.omschrijving and v.omschrijving.bron,
        "doelgroepen": v.doelgroepen,
        "leeftijd": v.leeftijd and gevuld(velden(v.leeftijd)),
        "voor_wie": v.voor_wie,
        "niet_voor": v.niet_voor,
        "zoekwoorden": v.zoekwoorden,
        "kosten": v.kosten and gevuld(velden(v.kosten)),
        "toegang": gevuld(velden(v.toegang)),
        "werkgebied": v.werkgebied,
        "contact": contact(v.contact),
        "talen": v.talen,
        "tolk": v.tolk,
        "tijdelijk": een_of_meer([mededeling(t) for t in v.tijdelijk]),
        "opvolger": v.opvolger,
        "wachttijd": v.wachttijd and {k: str(w) for k, w in velden(v.wachttijd).items()},
        "buiten_gemeente": v.buiten_gemeente,
        "gecontroleerd": {
            "op": str(v.gecontroleerd.op),
            "door": v.gecontroleerd.door,
            "termijn_maanden": termijn_maanden(v, catalogus.kennis),
            "nagelezen": v.gecontroleerd.nagelezen,
        },
        "hoort_bij": v.hoort_bij,
        "bron": v.bron,
        "set": catalogus.set_naam(v.pad),
        "status": v.status,
        "voorbeeld": v.voorbeeld,
        "url": f"{catalogus.instellingen.adres}voorzieningen/{v.id}/",
    }
    open_ = v.status == "actief"
    plekken = [locatie(plek, catalogus.gebied_van(v, i)) for i, plek in enumerate(v.locaties)] if open_ else []
    return {**gevuld(uit), "locaties": plekken}


def velden(ding: Any) -> dict:
    """De velden van een plat object."""
    return asdict(ding)


def een_of_meer(delen: list[dict]) -> dict | list[dict] | None:
    """Een groep als er een is, een lijst als er meer zijn; zo staat het ook in de YAML."""
    return None if not delen else delen[0] if len(delen) == 1 else delen


def mededeling(t: Tijdelijk) -> dict:
    """Een tijdelijke mededeling; `gesloten` alleen als het er staat."""
    uit = {"van": str(t.van), "tot": str(t.tot), "tekst": t.tekst}
    return uit if t.gesloten is None else {**uit, "gesloten": t.gesloten}


def contact(c: Contact) -> dict:
    return gevuld(
        {
            "telefoon": c.telefoon,
            "telefoontijden": als_gegevens(c.telefoontijden),
            "telefoons": [telefoon(t) for t in c.telefoons],
            "email": c.email,
            "website": c.website,
            "chat": c.chat,
            "chattijden": als_gegevens(c.chattijden),
            "nummer": c.nummer and gevuld({"bron": c.nummer.bron, "stand": c.nummer.stand}),
        }
    )


def telefoon(t: Telefoon) -> dict:
    return gevuld({**velden(t), "tijden": als_gegevens(t.tijden)})


def locatie(plek: Locatie, gebied: str | None) -> dict:
    adres = gevuld(velden(plek.adres)) if plek.adres else None
    punt = plek.punt and {"lengte": plek.punt.lengte, "breedte": plek.punt.breedte}
    return gevuld(
        {
            "naam": plek.naam,
            "adres": adres,
            "adres_geheim": plek.adres_geheim,
            "punt": punt,
            "gebied": gebied,
            "openingstijden": als_gegevens(plek.openingstijden),
            "ter_plaatse": plek.ter_plaatse,
            "rolstoel": plek.rolstoel,
            "toegankelijk": plek.toegankelijk and gevuld(velden(plek.toegankelijk)),
        }
    )
