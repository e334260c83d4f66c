"""Van Pagina naar HTML: het sjabloon vullen en in de schil plakken."""

from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from generator.bouw.schil import Schillen
from generator.bouw.sjabloonvoorraad import Sjabloonvoorraad
from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.gemeen.belnummers import Belnummers, bekende_nummers
from generator.paginas.gemeen.vullen import STUKKEN, omgeving
from generator.zoeken.bundel import keten


class Gestempeld(NamedTuple):
    """Een pagina: de hele HTML, het deel ervan dat nog niet is nagekeken, en de stukken waar in dat deel een merk voor
    staat.
    """

    html: str
    nieuw: str
    stukken: list[str]


class Stempel:
    """Houdt de schillen en de sjablonen klaar voor duizenden pagina's."""

    def __init__(self, catalogus: Catalogus, schillen: Schillen):
        self.catalogus, self.schillen = catalogus, schillen
        self.sjablonen = omgeving()
        self.sjablonen.bytecode_cache = Sjabloonvoorraad()
        STUKKEN.vergeet()
        self.gezien: set[int | str] = set()
        self.met_nummers = Belnummers(bekende_nummers(catalogus))

    def maak(self, pagina: Pagina) -> Gestempeld:
        """De pagina in haar schil; de schil hoeft maar een keer per diepte te worden nagekeken."""
        if pagina.blad:
            return self.maak_blad(pagina)
        verdwaald = pagina.pad.endswith(".html")
        wortel = self.pad_van_site() if verdwaald else pagina.wortel
        inst = self.catalogus.instellingen
        titel = inst.naam if pagina.pad == "" else f"{pagina.titel} | {inst.naam}"
        inhoud = self.inhoud(pagina, wortel)
        vol, stukken = STUKKEN.vul(inhoud, wortel)
        delen = {
            "titel": escape(titel),
            "omschrijving": escape(pagina.omschrijving),
            "soort": soort_van(pagina.sjabloon),
            "canoniek": ""
            if verdwaald
            else f'<link rel="canonical" href="{escape(inst.adres + (pagina.naar or pagina.pad))}">',
            "vooraf": laad_vooraf(pagina.scripts, wortel),
            "kop": self.kop(pagina, wortel),
            "kruimels": self.kruimels(pagina, wortel),
            "inhoud": vol,
        }
        schil = self.schillen.verdwaald if verdwaald else self.schillen.per_diepte[pagina.diepte]
        html = schil.stempel(**delen)
        if verdwaald or pagina.diepte not in self.gezien:
            self.gezien.add(pagina.diepte)
            return Gestempeld(html, html, [])
        return Gestempeld(
            html, delen["vooraf"] + delen["kop"] + delen["kruimels"] + inhoud + '<i id="inhoud">', stukken
        )

    def maak_blad(self, pagina: Pagina) -> Gestempeld:
        """Een pagina zonder kop en voet; ook hier telt wat om de inhoud heen staat een keer mee in het nazicht."""
        inhoud = self.inhoud(pagina, pagina.wortel)
        vol, stukken = STUKKEN.vul(inhoud, pagina.wortel)
        html = self.sjablonen.get_template(pagina.blad).render(
            pagina=pagina, wortel=pagina.wortel, inhoud=vol, instellingen=self.catalogus.instellingen
        )
        if pagina.blad not in self.gezien:
            self.gezien.add(pagina.blad)
            return Gestempeld(html, html, [])
        return Gestempeld(html, inhoud, stukken)

    def inhoud(self, pagina: Pagina, wortel: str) -> str:
        boven = self.sjablonen.get_template("gemeen/snelweg.html").render() if pagina.snel_weg else ""
        return boven + self.sjablonen.get_template(pagina.sjabloon).render(
            pagina.vul_context(), wortel=wortel, instellingen=self.catalogus.instellingen, met_nummers=self.met_nummers
        )

    def pad_van_site(self) -> str:
        """Het pad van de site op haar server, voor pagina's die op elk adres kunnen verschijnen (404)."""
        return "/" + self.catalogus.instellingen.adres.split("/", 3)[3]

    def kop(self, pagina: Pagina, wortel: str) -> str:
        namen = (*pagina.stijlen, "gemeen/snelweg.css") if pagina.snel_weg else pagina.stijlen
        scripts = (*pagina.scripts, "gemeen/snelweg.js") if pagina.snel_weg else pagina.scripts
        stijlen = "".join(f'<link rel="stylesheet" href="{wortel}assets/{naam}">' for naam in namen)
        robots = "" if pagina.in_sitemap else '<meta name="robots" content="noindex">'
        ververs = f'<meta http-equiv="refresh" content="0; url={escape(wortel + pagina.naar)}">' if pagina.naar else ""
        adres = escape(self.catalogus.instellingen.adres + pagina.oembed)
        oembed = f'<link rel="alternate" type="application/json+oembed" href="{adres}">' if pagina.oembed else ""
        vertalingen = "".join(
            f'<link rel="alternate" hreflang="{code}" href="{escape(self.catalogus.instellingen.adres + pad)}">'
            for code, pad in pagina.vertalingen
        )
        velden = "".join(
            f'<meta class="elastic" name="{naam}" content="{escape(waarde)}">'
            for naam, waarde in pagina.reken_velden()
        )
        return (
            velden
            + robots
            + ververs
            + oembed
            + vertalingen
            + stijlen
            + laad_scripts(scripts, wortel, pagina.eerst_stand)
        )

    def kruimels(self, pagina: Pagina, wortel: str) -> str:
        if pagina.pad == "":
            return ""
        delen = [("Begin", wortel), *((naam, wortel + pad) for naam, pad in pagina.kruimels)]
        links = "".join(f'<li><a href="{pad}">{escape(naam)}</a></li>' for naam, pad in delen)
        return (
            f'<nav class="kruimels" aria-label="U bent hier"><ol>{links}'
            f'<li aria-current="page">{escape(pagina.titel)}</li></ol></nav>'
        )


@cache
def soort_van(sjabloon: str) -> str:
    return Path(sjabloon).stem


STAND = "gemeen/standblad.js"
VOORAF = "zoek/wacht.js"  # geen module: die zou pas na het eerste tekenen lopen
EERST_NODIG = ("zoek/kern.json", "zoek/crisis.json")  # wat dat script meteen ophaalt


def laad_vooraf(scripts: tuple[str, ...], wortel: str) -> str:
    """Voor de stijl, want een script daarachter wacht op haar; de browser haalt vast op waar het om vraagt."""
    if VOORAF not in scripts:
        return ""
    op_weg = (f'<link rel="preload" as="fetch" crossorigin href="{wortel}assets/{naam}">' for naam in EERST_NODIG)
    return "".join([*op_weg, f'<script src="{wortel}assets/{VOORAF}"></script>'])


@cache
def laad_scripts(scripts: tuple[str, ...], wortel: str, eerst_stand: bool = False) -> str:
    """De scripts van een pagina, met vooraan wat zij binnenhalen: zo komt alles in een keer en niet na elkaar."""
    vooruit = [
        f'<link rel="modulepreload" href="{wortel}assets/{naam}">' for naam in keten(*scripts) if naam not in scripts
    ]

    def wacht(naam: str) -> str:
        return ' blocking="render"' if eerst_stand and naam == STAND else ""

    return "".join(
        [
            *vooruit,
            *(
                f'<script src="{wortel}assets/{naam}" type="module"{wacht(naam)}></script>'
                for naam in scripts
                if naam != VOORAF
            ),
        ]
    )
