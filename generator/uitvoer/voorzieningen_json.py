"""Alle voorzieningen als JSON, in de vorm van de afspraken."""


from generator.json_tekst import als_json
from generator.model import DAGEN, Catalogus, Contact, Locatie, Tijden, Voorziening

BESTAND = "data/voorzieningen.json"


def maak(catalogus: Catalogus) -> str:
    lijst = [als_dict(v, catalogus) for v in catalogus.voorzieningen.values()]
    return als_json({"peildatum": str(catalogus.peildatum), "licentie": catalogus.instellingen.licentie, "aantal": len(lijst),
                     "voorzieningen": lijst}) + "\n"


def als_dict(v: Voorziening, catalogus: Catalogus) -> dict:
    """Een voorziening met de namen van de YAML; lege velden ontbreken. Een gesloten plek heeft geen locaties meer."""
    uit = {
        "id": v.id, "naam": v.naam, "soort": v.soort, "organisatie": v.organisatie, "functies": v.functies,
        "themas": catalogus.themas_van(v), "samenvatting": v.samenvatting, "omschrijving": v.omschrijving and v.omschrijving.bron,
        "doelgroepen": v.doelgroepen, "leeftijd": v.leeftijd and velden(v.leeftijd), "voor_wie": v.voor_wie, "niet_voor": v.niet_voor, "zoekwoorden": v.zoekwoorden,
        "kosten": v.kosten and _gevuld(velden(v.kosten)), "toegang": _gevuld(velden(v.toegang)), "werkgebied": v.werkgebied,
        "contact": contact(v.contact), "talen": v.talen,
        "tijdelijk": v.tijdelijk and {k: str(w) for k, w in velden(v.tijdelijk).items()},
        "wachttijd": v.wachttijd and {k: str(w) for k, w in velden(v.wachttijd).items()}, "buiten_gemeente": v.buiten_gemeente,
        "gecontroleerd": {"op": str(v.gecontroleerd.op), "door": v.gecontroleerd.door, "termijn_maanden": v.gecontroleerd.termijn_maanden},
        "hoort_bij": v.hoort_bij, "bron": v.bron, "status": v.status, "voorbeeld": v.voorbeeld,
        "url": f"{catalogus.instellingen.adres}voorzieningen/{v.id}/",
    }
    open_ = v.status == "actief"
    plekken = [locatie(plek, catalogus.gebied_van(v, i)) for i, plek in enumerate(v.locaties)] if open_ else []
    return {**_gevuld(uit), "locaties": plekken}


def velden(ding: object) -> dict:
    """De velden van een plat object; `dataclasses.asdict` kopieert elke waarde en is tien keer zo traag."""
    return {naam: getattr(ding, naam) for naam in ding.__slots__}


def _gevuld(velden: dict) -> dict:
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def contact(c: Contact) -> dict:
    return _gevuld({"telefoon": c.telefoon, "telefoontijden": tijden(c.telefoontijden), "email": c.email, "website": c.website,
                    "chat": c.chat, "nummer": c.nummer and _gevuld({"bron": c.nummer.bron, "stand": c.nummer.stand})})


def tijden(t: Tijden | None) -> dict:
    """Tijden als in de YAML: '09:00-12:30, 13:30-17:00', 'op afspraak' of 'gesloten'."""
    uit = {}
    for code in DAGEN if t else ():
        dag = getattr(t, code)
        if dag is not None:
            uit[code] = dag.tekst or ", ".join(f"{_klok(v.van)}-{_klok(v.tot)}" for v in dag.tijdvakken)
    if t and t.toelichting:
        uit["toelichting"] = t.toelichting
    return uit


def _klok(minuten: int) -> str:
    return f"{minuten // 60:02}:{minuten % 60:02}"


def locatie(plek: Locatie, gebied: str | None) -> dict:
    adres = _gevuld(velden(plek.adres)) if plek.adres else None
    punt = plek.punt and {"lengte": plek.punt.lengte, "breedte": plek.punt.breedte}
    return _gevuld({"naam": plek.naam, "adres": adres, "adres_geheim": plek.adres_geheim, "punt": punt, "gebied": gebied,
                    "openingstijden": tijden(plek.openingstijden), "rolstoel": plek.rolstoel})
