"""Staat er in de map van een echte gemeente nog een adres dat er alleen als voorbeeld staat?"""

from generator.controles.stand import Stand
from generator.controles.voorbeeld import is_echt
from generator.lezen.werkstromen import is_verzonnen, vind_generator


def controleer_adres_van_de_generator(stand: Stand) -> None:
    """Een werkstroom die de generator van een verzonnen adres haalt, kan niet slagen."""
    for pad, plek, adres in vind_generator(stand.map):
        if is_verzonnen(adres):
            stand.verslag.meld("SK720", pad, plek, adres=adres)


def controleer_adres_van_de_site(stand: Stand) -> None:
    """Met een verzonnen `site_url` gaan links in feeds, open data en zoekmachines nergens heen."""
    if is_echt(stand) and is_verzonnen(stand.instellingen.adres):
        stand.meld("SK721", "mkdocs.yml", "site_url", adres=stand.instellingen.adres)
