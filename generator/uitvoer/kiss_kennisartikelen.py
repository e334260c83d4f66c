"""Kennisartikelen voor KISS: een per soort hulp met een productnaam (UPL), in de vorm van het objecttype SDG Kennisartikel.

Het objecttype: https://github.com/open-objecten/objecttypes, community-concepts/PDC - kennisartikel (gelezen 2026-11-29).
Wie de gemeente in OWMS is, zegt de instelling `owms`; zonder haar vult de opdracht op /koppelen/ dat in.
"""

from collections.abc import Iterator
from html import escape
from uuid import NAMESPACE_URL, uuid5

from generator.json_tekst import als_json
from generator.model import Catalogus, Functie
from generator.uitvoer.herkomst import over_bestand
from generator.uitvoer.kiss_vac import deuren, toelichting, trefwoorden

BESTAND = "data/kiss/kennisartikelen.json"


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    artikelen = [artikel(f, f.upl, catalogus) for f in catalogus.functies.values() if f.upl]
    over = {**over_bestand(catalogus, "kiss-kennisartikelen"), "aantal": len(artikelen)}
    yield BESTAND, als_json({**over, "kennisartikelen": artikelen}) + "\n"


def artikel(functie: Functie, upn: str, catalogus: Catalogus) -> dict:
    """Een kennisartikel; wat KISS nog niet gebruikt is leeg (null), zoals het objecttype vraagt."""
    adres = f"{catalogus.instellingen.adres}functies/{functie.id}/"
    return {
        "url": adres,
        "uuid": str(uuid5(NAMESPACE_URL, adres)),
        "upnUri": upn,
        "publicatieDatum": None,
        "productAanwezig": True if catalogus.per_functie[functie.id] else None,
        "productValtOnder": None,
        "verantwoordelijkeOrganisatie": organisatie(catalogus),
        "locaties": None,
        "doelgroep": doelgroep(upn, catalogus),
        "vertalingen": [vertaling(functie, catalogus)],
        "beschikbareTalen": ["nl"],
    }


def organisatie(catalogus: Catalogus) -> dict[str, str]:
    """De gemeente, met haar URI en einddatum in OWMS als die ingesteld zijn."""
    inst = catalogus.instellingen
    owms = {"owmsIdentifier": inst.owms.uri, "owmsEndDate": f"{inst.owms.tot}T00:00:00Z"} if inst.owms else {}
    return {"url": inst.adres, "owmsPrefLabel": wie(catalogus), **owms}


def wie(catalogus: Catalogus) -> str:
    """De gemeente van deze site, of de site zelf als zij er geen kiest en over meer gemeenten gaat."""
    eigen = catalogus.gemeente_op_code.get(catalogus.instellingen.gemeente or "")
    gemeenten = [eigen] if eigen else catalogus.gemeenten
    return gemeenten[0].naam if len(gemeenten) == 1 else catalogus.instellingen.naam


def doelgroep(upn: str, catalogus: Catalogus) -> str:
    """Alleen wat volgens de lijst voor bedrijven is en niet voor inwoners, is voor een bedrijf."""
    product = catalogus.upl.get(upn)
    return "eu-bedrijf" if product and product.bedrijf and not product.burger else "eu-burger"


def vertaling(functie: Functie, catalogus: Catalogus) -> dict:
    """De teksten, als HTML; `datumWijziging` is de laatste dag waarop iemand een plek ervoor nakeek."""
    dag = max((v.gecontroleerd.op for v in catalogus.per_functie[functie.id]), default=catalogus.peildatum)
    uit = {
        "taal": "nl",
        "titel": functie.naam,
        "tekst": functie.uitleg.html.strip(),
        "procedureBeschrijving": f"<p>{escape(functie.aanvragen, quote=False)}</p>" if functie.aanvragen else "",
        "contact": deuren(functie, catalogus),
        "deskMemo": toelichting(functie),
        "trefwoorden": trefwoorden(functie),
        "datumWijziging": f"{dag}T00:00:00Z",
    }
    return {naam: waarde for naam, waarde in uit.items() if waarde}
