"""Wat zoekmachines en de zoekdienst van een klantcontactcentrum lezen: robots.txt en de kaarten van de site."""

from collections.abc import Iterator
from datetime import date

from generator.model import Catalogus

KENNIS = ("voorzieningen/", "functies/")


def voor_zoekmachines(adressen: dict[str, date | None], catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    """(pad, tekst). `adressen` zijn paden met de dag waarop de gegevens zijn nagekeken; None is niet bekend."""
    basis = catalogus.instellingen.adres
    kennis = {pad: dag for pad, dag in adressen.items() if pad.startswith(KENNIS) and pad not in KENNIS}
    yield "sitemap.xml", sitemap(adressen, basis)
    yield "sitemap-kennis.xml", sitemap(kennis, basis)
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {basis}sitemap.xml\n"


def sitemap(adressen: dict[str, date | None], basis: str) -> str:
    """De vorm van https://www.sitemaps.org/protocol.html; alleen wat een dag heeft, krijgt een lastmod."""
    regels = "".join(
        f"<url><loc>{basis}{pad}</loc>{f'<lastmod>{dag}</lastmod>' if dag else ''}</url>\n"
        for pad, dag in sorted(adressen.items())
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{regels}</urlset>\n'
