"""Een module per soort pagina: van catalogus naar Pagina's. Hier staat welke soorten er zijn."""

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from typing import Any

from msgspec import Struct, field

from generator.model import Catalogus

Velden = tuple[tuple[str, str], ...]
Afdruk = str | Callable[[], str]


class Pagina(Struct, frozen=True):
    """Een pagina om te stempelen.

    `pad` eindigt op / (of is leeg voor de voorpagina), `kruimels` zijn (naam, pad) tot aan deze pagina,
    `scripts` zijn namen uit statisch/ die alleen deze pagina nodig heeft. `snel_weg` geeft de knop om de pagina snel te sluiten.
    `context`, `afdruk` en `velden` mogen functies zijn die het pas uitrekenen als het nodig is, op welke kern ook. `afdruk`
    is de vingerafdruk van de ingangen waar de pagina van afhangt; is die leeg, dan wordt zij elke keer gemaakt. `blad` is
    een sjabloon voor de hele pagina (zonder kop en voet) bij de pagina op `heel`, `oembed` het pad waar staat hoe een
    ander haar inlijst.
    `naar` is het adres waar een oud adres heen gaat.
    `vertalingen` zijn (taalcode, pad) van hetzelfde in andere talen, de pagina zelf erbij.
    `gewijzigd` is de dag waarop de gegevens voor het laatst zijn nagekeken. `velden` zijn (naam, waarde) die een zoekdienst
    apart kan laten zien (meta-elementen van de klas elastic, zoals Elastic Open Crawler ze leest).
    """

    pad: str
    sjabloon: str
    titel: str
    omschrijving: str
    context: dict | Callable[[], dict] = field(default_factory=dict)
    kruimels: tuple[tuple[str, str], ...] = ()
    scripts: tuple[str, ...] = ()
    stijlen: tuple[str, ...] = ()
    in_sitemap: bool = True
    snel_weg: bool = False
    eerst_stand: bool = False  # pas tekenen als de stand er staat: die hoort dan bij de eerste blik
    blad: str = ""
    oembed: str = ""
    heel: str = ""
    afdruk: Afdruk = ""
    vertalingen: tuple[tuple[str, str], ...] = ()
    naar: str = ""
    gewijzigd: date | None = None
    velden: Velden | Callable[[], Velden] = ()

    def vul_context(self) -> dict:
        return self.context() if callable(self.context) else self.context

    def reken_afdruk(self) -> str:
        return self.afdruk() if callable(self.afdruk) else self.afdruk

    def reken_velden(self) -> Velden:
        return self.velden() if callable(self.velden) else self.velden

    @property
    def diepte(self) -> int:
        return self.pad.count("/")

    @property
    def wortel(self) -> str:
        """De weg terug naar de voorpagina: '../../' op diepte 2, './' op de voorpagina."""
        return "../" * self.diepte or "./"


# Elke module heeft `maak(catalogus, kaartjes) -> Iterator[Pagina]`; haar sjablonen liggen ernaast.
SOORTEN = (
    "vinden.voorpagina",
    "plek.voorziening",
    "plek.organisatie",
    "vinden.thema",
    "kennis.functie",
    "gebied.gebied",
    "gebied.deelgebied",
    "gebied.dekking",
    "gebied.activiteiten",
    "plek.lijst",
    "plek.kaart",
    "insluiten.insluiten",
    "insluiten.koppelen",
    "vinden.zoeken",
    "vinden.nood",
    "vinden.wegwijzer",
    "vinden.lijstje",
    "vinden.wijzigingen",
    "vinden.kcc",
    "redactie.redactie",
    "redactie.kwaliteit",
    "redactie.melden",
    "redactie.bestanden",
    "redactie.huisstijl",
    "kennis.bouwtekening",
    "kennis.route",
    "kennis.werkwijze",
    "kennis.taken",
    "kennis.begrippen",
    "kennis.wetten",
    "kennis.bronnen",
    "taal.taal",
)


def alle_paginas(catalogus: Catalogus) -> Iterator[Pagina]:
    """Alle gestempelde pagina's van de site, soort na soort."""
    kaartjes = import_module("generator.paginas.plek.kaartjes").Kaartjes(catalogus)
    for soort in SOORTEN:
        maak: Callable[..., Iterator[Pagina]] = import_module(f"generator.paginas.{soort}").maak
        yield from maak(catalogus, kaartjes)


# Welke soorten een adres met deze eerste stap maken: genoeg om een pagina te vinden zonder alle andere te maken.
VAN_STAP = {
    "": ("vinden.voorpagina",),
    "voorzieningen": ("plek.voorziening",),
    "organisaties": ("plek.organisatie",),
    "themas": ("vinden.thema",),
    "functies": ("kennis.functie",),
    "gebieden": ("gebied.gebied", "gebied.deelgebied", "gebied.activiteiten", "gebied.dekking", "kennis.werkwijze"),
    "lijst": ("plek.lijst",),
    "insluiten": ("insluiten.insluiten",),
}


def een_pagina(catalogus: Catalogus, kaartjes: Any, pad: str) -> Pagina | None:
    """De pagina op een pad, of None als zij er niet is of niet los te maken is."""
    stap, _, rest = pad.partition("/")
    for soort in VAN_STAP.get(stap, ()):
        module = import_module(f"generator.paginas.{soort}")
        if soort == "plek.voorziening":
            v = catalogus.voorzieningen.get(rest.removesuffix("/"))
            return module.pagina_van(v, catalogus, kaartjes) if v else None
        if pagina := next((p for p in module.maak(catalogus, kaartjes) if p.pad == pad), None):
            return pagina
    return None
