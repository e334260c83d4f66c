"""Staat de productnaam van een functie in de uniforme productnamenlijst (UPL), en levert een gemeente dat product?"""

from difflib import get_close_matches

from generator.controles.stand import Stand
from generator.model.upl import Product


def controleer_productnamen(stand: Stand) -> None:
    """Elke `upl` staat in upl.csv; zonder lijst is dat niet na te gaan, en dat is een melding voor alles samen."""
    met, lijst = [(f.pad, f.upl) for f in stand.gelezen.functies if f.upl], stand.gelezen.upl
    if lijst is None and met:
        stand.meld("SK840", met[0][0], "upl", aantal=len(met))
    for pad, uri in met if lijst else ():
        _kijk_na(stand, pad, uri, lijst or {})


def _kijk_na(stand: Stand, pad: str, uri: str, lijst: dict[str, Product]) -> None:
    product = lijst.get(uri)
    if product is None:
        stand.meld("SK839", pad, "upl", waarde=uri, naaste=naaste_product(uri, lijst))
    elif product.gemeente is False:
        stand.meld("SK841", pad, "upl", naam=product.naam)


def naaste_product(uri: str, lijst: dict[str, Product]) -> str:
    """Het product waarvan het einde van de URI het meest op dat van deze lijkt, met zijn naam."""
    per_eind = {_eind(product.uri): product for product in lijst.values()}
    product = per_eind[get_close_matches(_eind(uri), per_eind, 1, 0.0)[0]]
    return f"{product.uri} ({product.naam})"


def _eind(uri: str) -> str:
    return uri.rstrip("/").rpartition("/")[2].casefold()
