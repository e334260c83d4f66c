"""Vraag-antwoordcombinaties (VAC) voor KISS: per soort hulp een, in de vorm van het objecttype VAC van de Objects API.

Het objecttype: https://github.com/open-objecten/objecttypes, community-concepts/VAC/vac-schema.json (gelezen 2026-11-29).
"""

from collections.abc import Iterator
from html import escape

from generator.betekenis.woorden import FASEN, TOEGANG
from generator.json_tekst import als_json
from generator.model import Catalogus, Functie, Voorziening
from generator.uitvoer.herkomst import over_bestand

BESTAND = "data/kiss/vac.json"
MEEST = 5  # deuren in een antwoord; de rest staat op de pagina


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    vacs = [vac(f, catalogus) for f in catalogus.functies.values()]
    yield BESTAND, als_json({**over_bestand(catalogus, "kiss-vac"), "aantal": len(vacs), "vacs": vacs}) + "\n"


def vac(functie: Functie, catalogus: Catalogus) -> dict:
    """Een VAC: het antwoord is voor de inwoner, de toelichting alleen voor wie de telefoon opneemt."""
    return {
        "vraag": f"{functie.naam}: wat is het en waar kunt u terecht?",
        "antwoord": antwoord(functie, catalogus),
        "toelichting": toelichting(functie),
        "status": "actief",
        "doelgroep": "eu-burger",
        "trefwoorden": trefwoorden(functie),
    }


def trefwoorden(functie: Functie) -> list[dict[str, str]]:
    return [{"trefwoord": woord} for woord in dict.fromkeys((functie.naam, *functie.zoekwoorden))]


def antwoord(functie: Functie, catalogus: Catalogus) -> str:
    """De uitleg, hoe iemand het aanvraagt, en wie het hier doet, als HTML."""
    aanvragen = f"<p>{escape(functie.aanvragen, quote=False)}</p>" if functie.aanvragen else ""
    adres = f"{catalogus.instellingen.adres}functies/{functie.id}/"
    rest = f'<p><a href="{adres}">Alles over {escape(functie.naam, quote=False)}</a></p>'
    return f"{functie.uitleg.html.strip()}{aanvragen}{deuren(functie, catalogus)}{rest}"


def deuren(functie: Functie, catalogus: Catalogus) -> str:
    """Waar iemand terechtkan, de makkelijkste deur eerst; leeg als er geen is."""
    wie = sorted(catalogus.per_functie[functie.id], key=lambda v: (TOEGANG[v.toegang.hoe].trede, v.naam.casefold()))
    rijen = "".join(f"<li>{deur(v, catalogus)}</li>" for v in wie[:MEEST])
    return f"<ul>{rijen}</ul>" if rijen else ""


def deur(v: Voorziening, catalogus: Catalogus) -> str:
    """Naam, nummer en toegang. Geen tijden: die gelden pas als iemand kijkt, en staan op de pagina."""
    naam = f'<a href="{catalogus.instellingen.adres}voorzieningen/{v.id}/">{escape(v.naam, quote=False)}</a>'
    return ", ".join(filter(None, (naam, escape(v.contact.telefoon or ""), TOEGANG[v.toegang.hoe].kort)))


def toelichting(functie: Functie) -> str:
    """Wat een medewerker eerst vraagt, waar deze hulp in de keten staat, en of er een besluit nodig is."""
    vragen = "".join(f"<li>{escape(vraag, quote=False)}</li>" for vraag in functie.vragen)
    eerst = f"<p>Vraag eerst:</p><ul>{vragen}</ul>" if vragen else ""
    besluit = " Hiervoor is een besluit van de gemeente of een ander nodig." if functie.besluit else ""
    return f"{eerst}<p>{FASEN[functie.fase].zin}{besluit}</p>"
