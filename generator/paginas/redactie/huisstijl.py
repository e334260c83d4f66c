"""De gids voor de huisstijl: welke bestanden, welke tokens, en wat deze site er nu van heeft."""

from collections.abc import Iterator

from generator.lezen.huisstijl import KLEUREN, VORMEN
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes

ROLLEN = {
    "papier": "De achtergrond",
    "inkt": "De tekst",
    "accent": "Knoppen en links",
    "focus": "De rand om wat u met het toetsenbord kiest",
    "letter": "De letter",
    "kopletter": "De letter van de koppen",
    "hoek": "De ronding van knoppen",
}


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina(
        "redactie/huisstijl/",
        "redactie/huisstijl.html",
        "De huisstijl van uw gemeente",
        "Hoe deze site de kleuren, het lettertype en het logo van uw gemeente krijgt.",
        {"rijen": rijen(catalogus), "huisstijl": catalogus.instellingen.huisstijl},
        (("Redactie", "redactie/"),),
        stijlen=("redactie/bestand.css",),
    )


def rijen(catalogus: Catalogus) -> list[tuple[str, tuple[str, ...], str, str]]:
    """Per rol haar naam, de tokens, en wat de site nu gebruikt in het licht en in het donker."""
    eigen = catalogus.instellingen.huisstijl
    uit = []
    for rol, tokens in {**KLEUREN, **VORMEN}.items():
        licht = str(eigen.licht.get(rol) or getattr(eigen, rol, "")) if eigen else ""
        donker = eigen.donker.get(rol, "") if eigen else ""
        uit.append((ROLLEN[rol], tokens, licht, donker))
    return uit
