"""De nummers bij nood, met hun woorden, uit de ingangen van deze kaart. Niemand anders noemt zo'n nummer."""

import re

from msgspec import Struct

from generator.betekenis.woorden import NOODINGANGEN
from generator.model import Catalogus, Voorziening


class Noodnummer(Struct, frozen=True):
    """Een nummer om nu te bellen. `naam` is kort en soms het nummer zelf, `vraag` staat ervoor in een zin, `zin` zegt
    waarvoor.
    """

    soort: str
    id: str
    naam: str
    telefoon: str
    vraag: str
    zin: str

    @property
    def aan_te_raden(self) -> str:
        """Hoe het nummer na 'Bel' heet: niets als de naam het nummer al is, anders 'Veilig Thuis: '."""
        return "" if self.naam == self.telefoon else f"{self.naam}: "


def noodnummers(catalogus: Catalogus) -> tuple[Noodnummer, ...]:
    """De nummers van NOODINGANGEN, op volgorde; wat deze kaart niet heeft, valt weg."""
    gevonden = (
        (soort, noodingang, catalogus.voorzieningen.get(noodingang.id)) for soort, noodingang in NOODINGANGEN.items()
    )
    return tuple(
        Noodnummer(soort, v.id, _korte_naam(v), v.contact.telefoon, noodingang.vraag, v.samenvatting)
        for soort, noodingang, v in gevonden
        if v and v.status == "actief" and v.contact.telefoon
    )


def gevaarnummer(catalogus: Catalogus) -> str:
    """Het nummer bij levensgevaar, of leeg als deze kaart het niet heeft."""
    return next((n.telefoon for n in noodnummers(catalogus) if n.soort == "gevaar"), "")


def noodlijn(catalogus: Catalogus) -> list[tuple[str, str]]:
    """(naam, telefoon) voor de stille regel op de voorpagina, bij zoeken en aan de balie."""
    return [(n.naam, n.telefoon) for n in noodnummers(catalogus)]


def _korte_naam(voorziening: Voorziening) -> str:
    """Een nummer dat in de naam staat is zelf de naam; een lidwoord gaat eraf."""
    nummer = voorziening.contact.telefoon or ""
    if re.search(rf"(?<!\w){re.escape(nummer)}(?!\w)", voorziening.naam):
        return nummer
    return voorziening.naam.removeprefix("De ")
