"""De geschreven pagina's: de motor maakt van Markdown HTML, en wat hij eerder maakte komt uit de voorraad.

Wat de motor van een tekst maakt, hangt niet van de gemeente of de dag af. Daarom krijgt hij lege instellingen, en komt de
lijst er later om.
"""

import re

from msgspec import Struct

from generator.bouw.motor import render, versie
from generator.lezen.geschreven import adres_van_bestand
from generator.meldingen import Verslag
from generator.voorraad import Voorraad, vingerafdruk

ADRES = "https://kaart.example/"
_LEEG = {
    "site_name": "",
    "site_description": "",
    "site_url": ADRES,
    "extra": {"stand": "", "voorbeeldvragen": [], "geschreven": []},
}
_NAAR_MD = re.compile(r"\]\s*[(:]\s*<?[^)\s]*\.md")  # alleen zo maakt Markdown een link waar de motor naar kijkt
_DEEL = re.compile(
    r"<title>(?P<titel>.*?) \| </title>.*?"
    r'<meta name="description" content="(?P<omschrijving>[^"]*)">.*?'
    rf'<link rel="canonical" href="{re.escape(ADRES)}(?P<adres>[^"]*)">.*?'
    r'<article class="md-typeset geschreven">\n(?P<html>.*)\n</article>',
    re.DOTALL,
)


class Artikel(Struct, frozen=True):
    """Een geschreven pagina zonder lijst; alles is al HTML. `adres` is haar plek onder de wortel van de site."""

    titel: str
    omschrijving: str
    adres: str
    html: str


def maak_artikelen(
    engine: str, bronnen: dict[str, str], verslag: Verslag, voorraad: Voorraad
) -> dict[str, Artikel] | None:
    """Het artikel per adres (`over/`), of None met meldingen in het verslag.

    Args:
        bronnen: Markdown per pad onder inhoud/ (`over.md`).
    """
    sleutels = {pad: _sleutel(engine, pad, bronnen) for pad in bronnen}
    bekend: dict[str, Artikel] = {pad: a for pad in bronnen if (a := voorraad.pak("artikel", sleutels[pad]))}
    if nieuw := bronnen.keys() - bekend.keys():
        # Een bekende pagina doet leeg mee: naar haar kan een link gaan.
        gerenderd = render(engine, {pad: bronnen[pad] if pad in nieuw else "" for pad in bronnen}, _LEEG, verslag)
        if gerenderd is None:
            return None
        gemaakt = {pad: _artikel(gerenderd[adres_van_bestand(pad)]) for pad in nieuw}
        for pad, artikel in gemaakt.items():
            voorraad.leg("artikel", sleutels[pad], artikel)
        bekend |= gemaakt
    return {adres_van_bestand(pad): bekend[pad] for pad in bronnen}


def _sleutel(engine: str, pad: str, bronnen: dict[str, str]) -> str:
    """Ook welke bestanden er zijn telt mee: een link naar `over.md` wordt alleen een adres als dat er is."""
    tekst = bronnen[pad]
    return vingerafdruk(engine, versie(engine), pad, tekst, *(sorted(bronnen) if _NAAR_MD.search(tekst) else ()))


def _artikel(html: str) -> Artikel:
    deel = _DEEL.search(html)
    if deel is None:
        raise AssertionError(
            "de sjablonen van het thema en artikelen.py zijn het niet eens over de vorm van een pagina"
        )
    return Artikel(**deel.groupdict())
