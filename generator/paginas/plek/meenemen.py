"""Wat iemand van een plek mee kan nemen: een visitekaartje (vCard) en een agenda (iCalendar), met hun adressen."""

from generator.betekenis.activiteiten import per_plek
from generator.model import Catalogus, Voorziening


def visitekaart_van(v: Voorziening) -> str:
    """Het pad van het visitekaartje; leeg als er niets op zou staan om contact mee op te nemen."""
    contact = v.contact
    iets = contact.telefoon or contact.telefoons or contact.email or contact.website or any(openbaar(v))
    return f"data/vcard/{v.id}.vcf" if iets and v.status == "actief" else ""


def openbaar(v: Voorziening) -> list:
    """De plekken waarvan het adres op een kaartje mag."""
    return [plek for plek in v.locaties if plek.adres and not plek.adres_geheim]


def agenda_bij(v: Voorziening, catalogus: Catalogus) -> str:
    """Het pad van de agenda van deze plek; leeg als er nooit iets te doen is. Is er even niets, dan is zij leeg maar er:
    een agenda die zich abonneerde, vindt haar dan nog.
    """
    return f"data/agenda/{v.id}.ics" if v.status == "actief" and v.id in per_plek(catalogus) else ""
