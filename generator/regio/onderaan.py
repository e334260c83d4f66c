"""Wat de sites zelf meebrengen: hun bestanden onder het adres van de regio, en hun regels voor de webserver."""

from collections.abc import Iterator, Sequence

from generator.bouw.schrijven import Schrijver
from generator.meldingen import SocialeKaartFout
from generator.paginas.insluiten.kopregels import VAST
from generator.regio.scherf import Scherf, bestanden_van

# Deze leest een dienst alleen in de wortel; die van de sites komen daarom achter elkaar.
SERVER = ("_headers", "_redirects")
_KOPREGELS = (
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    *(f"{naam}: {waarde}" for naam, waarde in VAST),
)


def leg_sites_neer(onder: Sequence[Scherf], schrijver: Schrijver) -> None:
    """Zet elke site op haar pad onder de regio; de bytes staan zo mogelijk maar een keer op de schijf."""
    for scherf in onder:
        for som, pad in bestanden_van(scherf.map):
            if (scherf.map / pad).is_symlink():
                raise SocialeKaartFout(f"'{scherf.map}/{pad}' is een snelkoppeling.", "bouw die site opnieuw.", 1)
            try:
                schrijver.koppel(f"{scherf.onder}{pad}", f"{scherf.map}/{pad}", som)
            except FileNotFoundError:
                raise SocialeKaartFout(
                    f"'{scherf.map}/{pad}' ontbreekt.", "bouw die site opnieuw; 'controleer-site' zegt wat er mist.", 1
                ) from None
            except OSError:  # een andere schijf, of een die dit niet kan
                schrijver.schrijf(f"{scherf.onder}{pad}", (scherf.map / pad).read_bytes())


def serverregels(adres: str, onder: Sequence[Scherf]) -> Iterator[tuple[str, str]]:
    """(pad, tekst) van robots.txt, de kaart van kaarten, en de regels voor een dienst voor statische sites."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {adres}sitemap.xml\n"
    kaarten = "".join(f"<sitemap><loc>{adres}{s.onder}sitemap.xml</loc></sitemap>\n" for s in onder)
    yield (
        "sitemap.xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{kaarten}</sitemapindex>\n',
    )
    wortel = "/" + adres.split("/", 3)[3]
    eigen = {"_headers": f"{wortel}\n" + "".join(f"  {regel}\n" for regel in _KOPREGELS)}
    for naam in SERVER:
        delen = [(s.map / naam).read_text(encoding="utf-8") for s in onder if (s.map / naam).is_file()]
        yield naam, eigen.get(naam, "") + "".join(delen)
