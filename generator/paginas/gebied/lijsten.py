"""De lijsten van een wijk of eigen gebied: wat past op de pagina zelf, en de rest op een pagina per onderwerp."""

from collections.abc import Iterator

from generator.model import Thema
from generator.paginas import Pagina
from generator.paginas.gemeen.verdelen import Verdeling, deelbladen, gewichten, groepen, in_delen, te_lang
from generator.paginas.plek.kaartjes import Kaartje, Kaartjes

PerThema = list[tuple[Thema, list[Kaartje]]]


def gebiedlijsten(hier: PerThema, elders: PerThema) -> dict:
    """`hier` en `elders` voor het sjabloon, en onder `alles` de hele lijst van elk onderwerp dat hier niet past.

    Wat hier een plek heeft, gaat voor: wie elders zit, staat ook op de pagina van het onderwerp.
    """
    van_hier = sum(gewichten(rij, "gids") for _, rij in hier)
    van_elders = sum(gewichten(rij, "register") for _, rij in elders)
    kort = te_lang(van_hier + van_elders)
    op_blad = groepen(hier, "gids", 0.75 if kort else 1)
    return {
        "hier": op_blad,
        "elders": groepen(elders, "register", 0.25 if kort else 1),
        "alles": {thema.id: rij for (thema, rij), groep in zip(hier, op_blad, strict=True) if groep.kort},
    }


def lange_lijsten(context: dict, pagina: Pagina, kaartjes: Kaartjes) -> Iterator[Pagina]:
    """De delen van elk onderwerp dat niet op de pagina van dit gebied past."""
    for groep in context["hier"]:
        if rij := context["alles"].get(groep.kop.id):
            yield from deelbladen(van_thema(groep.kop, rij, context, pagina), pagina, kaartjes.afdruk_van(rij))


def van_thema(thema: Thema, rij: list[Kaartje], context: dict, pagina: Pagina) -> Verdeling:
    naam, basis = context["wijk"].naam, f"{pagina.pad}alles-{thema.id}"
    return Verdeling(
        f"{thema.naam} in {naam}",
        f"Hulp in {naam} over: {thema.naam}.",
        len(rij),
        f"thema={thema.id}" + (f"&gebied={context['wijk'].code}" if context["wijk"].soort == "wijk" else ""),
        in_delen(rij, "gids", f"{basis}/", basis),
        context["adres"],
    )
