"""Waar de kaartbestanden staan; de pagina's wijzen ernaar, de uitvoer schrijft ze."""

from zlib import crc32

from generator.model import Catalogus, Gebied, Gemeente, Voorziening

MAP = "data/kaart/"
VAKKEN = 64
PLEKKEN, GEMEENTEN = f"{MAP}plekken.geojson", f"{MAP}gemeenten.json"


def van_plek(id_: str) -> str:
    """Het bestand met de punten van een plek en van enkele andere; de kaart kiest met data-kaart-alleen.

    Een bestand per plek zou het aantal bestanden van de site verdubbelen, en daarmee een tiende van de bouwtijd kosten.
    """
    return f"{MAP}plek/{crc32(id_.encode()) % VAKKEN}.geojson"


def van_thema(id_: str) -> str:
    return f"{MAP}thema/{id_}.geojson"


def van_functie(id_: str) -> str:
    return f"{MAP}functie/{id_}.geojson"


def van_gemeente(gemeente: Gemeente) -> str:
    return f"{MAP}gemeente/{gemeente.slug}/plekken.geojson"


def van_gebieden(gemeente: Gemeente) -> str:
    """De grenzen van de wijken en het water."""
    return f"{MAP}gemeente/{gemeente.slug}/gebieden.geojson"


def van_ondergrond(gemeente: Gemeente) -> str:
    """De achtergrond: water, groen, wegen, spoor, bebouwing en namen."""
    return f"{MAP}gemeente/{gemeente.slug}/ondergrond.geojson"


def van_wijk(gemeente: Gemeente, wijk: Gebied) -> str:
    return f"{MAP}gemeente/{gemeente.slug}/wijk/{wijk.slug}.geojson"


def van_deel(gemeente: Gemeente, id_: str) -> str:
    """De plekken in een eigen gebied van de gemeente."""
    return f"{MAP}gemeente/{gemeente.slug}/gebied/{id_}.geojson"


def van_gebied(gemeente: Gemeente, gebied: Gebied) -> str:
    return van_wijk(gemeente, gebied) if gebied.soort == "wijk" else van_deel(gemeente, gebied.slug)


def grenzen_bij(v: Voorziening, catalogus: Catalogus) -> str:
    """De grenzen van de gemeente waar een voorziening staat, of leeg als zij nergens in ligt."""
    for nummer in range(len(v.locaties)):
        gebied = catalogus.gebieden.get(catalogus.gebied_van(v, nummer) or "")
        if gebied:
            gemeente = catalogus.gemeente_op_code[gebied.gemeente]
            return van_gebieden(gemeente) if gemeente.tekening else ""
    return ""
