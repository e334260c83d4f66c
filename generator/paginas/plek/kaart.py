"""De kaart van alle plekken, met dezelfde plekken als lijst ernaast."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.gemeen.achtergrond import zin
from generator.paginas.plek.kaartadressen import GEMEENTEN, PLEKKEN, van_gebieden
from generator.paginas.plek.kaartjes import Kaartjes
from generator.zoeken.bundel import keten

# Tot zoveel plekken staat de lijst in de pagina; daarboven maakt de browser haar uit hetzelfde bestand als de kaart.
IN_DE_PAGINA = 250
# Wat op deze pagina zeker nodig is, mag meteen komen in plaats van na elkaar.
VOORUIT = (*keten("kaart/vlak.js"), "kaart/basis.js")


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    regels = lijstregels(catalogus)
    met_grenzen = [g for g in catalogus.gemeenten if g.te_tekenen]
    yield Pagina(
        "kaart/",
        "plek/kaart.html",
        "Kaart",
        "Alle plekken op de kaart.",
        {
            "adres": PLEKKEN,
            "gemeenten_adres": GEMEENTEN,
            "aantal": len(regels),
            "grenzen": van_gebieden(met_grenzen[0]) if len(met_grenzen) == 1 else "",
            "regels": regels if len(regels) <= IN_DE_PAGINA else [],
            "themas": list(catalogus.themas.values()),
            "gemeenten": keuzes(catalogus),
            "vooruit": VOORUIT,
            "zonder_grenzen": not met_grenzen and catalogus.instellingen.achtergrondkaart == "geen",
            "achtergrond": zin(catalogus.instellingen),
        },
        scripts=(
            "gemeen/standblad.js",
            "kaart/start.js",
        ),
        # Vooraf: komt een stijl later, dan moet het hele blad opnieuw worden opgemaakt.
        stijlen=("derden/leaflet.css", "derden/MarkerCluster.css", "kaart/vlak.css"),
    )


def keuzes(catalogus: Catalogus) -> list[tuple[str, str]]:
    """(codes met een komma ertussen, naam) van elke gemeente met plekken en elke regio waar die bij hoort."""
    met_plekken = {catalogus.gebieden[code].gemeente for code in catalogus.plaatsen.values()}
    gemeenten = [g for g in catalogus.gemeenten if any(lid.code in met_plekken for lid in catalogus.leden_van(g.code))]
    return [(",".join(lid.code for lid in catalogus.leden_van(g.code)), g.naam) for g in gemeenten]


def lijstregels(catalogus: Catalogus) -> list[dict]:
    """Een regel per punt op de kaart, op naam: id, pad, naam en waar."""
    uit = []
    for v in sorted(catalogus.voorzieningen.values(), key=lambda v: v.naam.casefold()):
        for nummer, plek in enumerate(v.locaties if v.status == "actief" else ()):
            if plek.punt:
                gebied = catalogus.gebieden.get(catalogus.gebied_van(v, nummer) or "")
                plaats = gebied.naam if gebied else plek.adres.plaats if plek.adres else None
                uit.append(
                    {
                        "id": v.id,
                        "pad": f"voorzieningen/{v.id}/",
                        "naam": v.naam,
                        "waar": ", ".join(filter(None, (plek.naam, plaats))),
                    }
                )
    return uit
