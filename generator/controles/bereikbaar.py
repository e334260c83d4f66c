"""Kan een bewoner bellen: bestaat het nummer?"""

from generator.betekenis.netnummers import bestaat
from generator.controles.stand import Stand
from generator.model import Contact, Organisatie, Voorziening


def controleer_nummers(stand: Stand) -> None:
    """Elk telefoonnummer past in het nummerplan."""
    alle: list[Voorziening | Organisatie] = [*stand.gelezen.voorzieningen, *stand.gelezen.organisaties]
    for ding in alle:
        for veld, nummer in _nummers(ding.contact):
            if not bestaat(nummer):
                stand.meld("SK730", ding.pad, veld, waarde=nummer)


def _nummers(contact: Contact) -> list[tuple[str, str]]:
    uit = [("contact.telefoon", contact.telefoon)] if contact.telefoon else []
    return uit + [(f"contact.telefoons.{i}.telefoon", t.telefoon) for i, t in enumerate(contact.telefoons)]
