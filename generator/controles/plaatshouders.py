"""Staat er nog iets dat er alleen als voorbeeld staat: een verzonnen adres, of een tekst uit een geraamte?"""

from collections.abc import Iterator

from generator.controles.kennis import alle_waarden
from generator.controles.stand import Stand
from generator.controles.voorbeeld import is_echt
from generator.lezen.werkstromen import is_verzonnen, vind_generator
from generator.model.toegang import Bron, Toegangsmodel

_GERAAMTE = "vul in"


def controleer_adres_van_de_generator(stand: Stand) -> None:
    """Een werkstroom die de generator van een verzonnen adres haalt, kan niet slagen."""
    for pad, plek, adres in vind_generator(stand.map):
        if is_verzonnen(adres):
            stand.verslag.meld("SK720", pad, plek, adres=adres)


def controleer_adres_van_de_site(stand: Stand) -> None:
    """Met een verzonnen `site_url` gaan links in feeds, open data en zoekmachines nergens heen."""
    if is_echt(stand) and is_verzonnen(stand.instellingen.adres):
        stand.meld("SK721", "mkdocs.yml", "site_url", adres=stand.instellingen.adres)


def controleer_tekst_van_het_geraamte(stand: Stand) -> None:
    """Wie een regel van het geraamte aanzet en haar niet invult, zet 'Vul in' op de site."""
    for gemeente in stand.gemeenten:
        for pad, tekst in niet_ingevuld(gemeente.toegangsmodel):
            stand.meld("SK772", gemeente.pad, f"toegangsmodel.{pad}", tekst=tekst)


def niet_ingevuld(model: Toegangsmodel | None) -> Iterator[tuple[str, str]]:
    """Het pad en de tekst van elk veld dat nog met 'Vul in' begint, ook de titel en de plaats van een stuk."""
    for pad, waarde in alle_waarden(model):
        if isinstance(waarde, Bron):
            delen = [(f"{pad}.stuk", waarde.stuk), (f"{pad}.plaats", waarde.plaats or "")]
        else:
            delen = [(pad, str(waarde))]
        yield from ((plek, tekst) for plek, tekst in delen if tekst.strip().lower().startswith(_GERAAMTE))
