"""Vooruit kijken: alles wat een bouw over de geschreven pagina's zou melden, zonder de site te maken.

Zo is wat `controleer` goed vindt ook te bouwen. Het zijn dezelfde schil en hetzelfde nazicht; alleen de pagina's waar een
geschreven pagina een plek in noemt, worden er echt voor gevuld.
"""

from generator.bouw.adressen import GESCHIEDENIS, alle_adressen, hoort_op_de_site, keur_adressen
from generator.bouw.bouwen import maak_nazicht, schillen_van
from generator.bouw.nazicht import Nazicht
from generator.bouw.schil import MERKEN, Schillen
from generator.bouw.stempelen import Stempel
from generator.meldingen import Verslag
from generator.model import Catalogus
from generator.paginas import Pagina, alle_paginas
from generator.voorraad import Voorraad

# Bestanden die de bouw zelf nog toevoegt; een geschreven pagina mag ernaar verwijzen.
VAST = ("sitemap", "robots.txt", "insluiten/techniek/", "redactie/", ".well-known/")


def keur_vooruit(catalogus: Catalogus, verslag: Verslag, voorraad: Voorraad) -> None:
    """Meld wat er mis is met de geschreven pagina's en met adressen die verloren gaan."""
    paginas = list(alle_paginas(catalogus))
    adressen = alle_adressen(catalogus, paginas)
    gaan = keur_adressen(catalogus, {pad: t for pad, t in adressen.items() if hoort_op_de_site(pad)}, verslag)
    schillen = schillen_van(catalogus, verslag, voorraad)
    if verslag.fouten:
        return
    nazicht = maak_nazicht(catalogus, verslag)
    nazicht.bekijk("", schillen.per_diepte[0].stempel(**dict.fromkeys(MERKEN, "")))
    for pad, html in schillen.geschreven.items():
        if pad in nazicht.bronnen:
            nazicht.bekijk(pad, html)
            nazicht.keur_geschreven(pad, html)
    vul_genoemde(nazicht, catalogus, schillen, paginas)
    vast = ("assets/", *VAST, *(GESCHIEDENIS if catalogus.instellingen.geschiedenis else ()))
    eigen = {doel for doelen in nazicht.naar.values() for doel in doelen if doel.startswith(vast)}
    nazicht.sluit_af({*adressen, *gaan, *eigen, *schillen.geschreven})


def vul_genoemde(nazicht: Nazicht, catalogus: Catalogus, schillen: Schillen, paginas: list[Pagina]) -> None:
    """Kijk de pagina's na waar een geschreven pagina een plek op noemt (`/begrippen/#wmo`): bestaat die plek?"""
    genoemd = {doel for paren in nazicht.ankers.values() for doel, _ in paren} - nazicht.kenmerken.keys()
    stempel = Stempel(catalogus, schillen)
    stil = Nazicht(Verslag(), nazicht.adres, nazicht.ontvanger)
    for pagina in paginas:
        if pagina.pad in genoemd:
            stil.bekijk(pagina.pad, stempel.maak(pagina).html)
    nazicht.kenmerken |= stil.kenmerken
