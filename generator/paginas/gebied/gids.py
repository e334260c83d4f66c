"""Wat er in een lijst van een wijk bij elke plek staat: haar adres, en op papier ook wanneer er iemand is."""

from collections.abc import Collection, Iterable

from markupsafe import Markup, escape

from generator.betekenis.tijdtekst import open_in_week
from generator.model import Catalogus, Locatie, Voorziening


def gids(voorzieningen: Iterable[Voorziening], codes: Collection[str], catalogus: Catalogus) -> dict[str, Markup]:
    """Per id het adres in deze wijken en de tijden, voor op de plek van de wijknaam in een kaartje."""
    return {v.id: regel(v, plek) for v in voorzieningen if (plek := plek_in(v, codes, catalogus))}


def plek_in(v: Voorziening, codes: Collection[str], catalogus: Catalogus) -> Locatie | None:
    """De eerste plek van een voorziening die in deze wijken of buurten ligt."""
    return next(
        (
            plek
            for i, plek in enumerate(v.locaties)
            if {catalogus.gebied_van(v, i), catalogus.buurtplaatsen.get((v.id, i))} & set(codes)
        ),
        None,
    )


def regel(v: Voorziening, plek: Locatie) -> Markup:
    """Twee stukjes voor de staat van een kaartje; het tweede is alleen voor papier, en mag leeg zijn."""
    adres = plek.adres.straatregel if plek.adres and not plek.adres_geheim else ""
    telefoon = open_in_week(v.contact.telefoontijden)
    tijden = open_in_week(plek.openingstijden) or (f"bellen: {telefoon}" if telefoon else "")
    return Markup(f'{escape(adres or plek.naam or "in deze wijk")}</span><span class="alleen-druk">{escape(tijden)}')
