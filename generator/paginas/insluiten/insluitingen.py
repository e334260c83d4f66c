"""Wat partners op hun eigen site kunnen zetten: een bladje per gemeente, wijk, levensgebied en functie, en de code
ervoor.
"""

from collections.abc import Iterable, Iterator
from html import escape

from msgspec import Struct

from generator.model import Catalogus, Gemeente, Instellingen, Voorziening
from generator.paginas.gebied.dekking import bedient
from generator.paginas.plek.kaartadressen import (
    GEMEENTEN,
    van_deel,
    van_functie,
    van_gebieden,
    van_gemeente,
    van_thema,
    van_wijk,
)
from generator.paginas.vinden.deuren import deuren

SOORTEN = {
    "gemeente": "Gemeente",
    "wijk": "Wijk",
    "gebied": "Eigen gebied of team",
    "thema": "Onderwerp",
    "functie": "Soort hulp",
}
HOOGTE = 600


class Insluiting(Struct, frozen=True):
    """Een bladje voor een iframe: waar het staat, waar de hele pagina staat, en wie erin horen.

    `codes` zijn de wijken waarvan de plekken op de kaart komen; None is overal. `vraag` is dezelfde keuze op /kaart/.
    """

    soort: str
    id: str
    naam: str
    groep: str
    pad: str
    heel: str
    kaart: str
    grenzen: str
    gebied: str
    vraag: str
    voorzieningen: tuple[Voorziening, ...]
    codes: frozenset[str] | None = None
    begin: tuple[str, ...] = ()

    @property
    def titel(self) -> str:
        return f"Hulp en plekken in {self.naam}" if self.van_een_plaats else self.naam

    @property
    def van_een_plaats(self) -> bool:
        return self.soort in ("gemeente", "wijk", "gebied")

    def plek(self, v: Voorziening) -> tuple[int, str]:
        """Waar een plek in de lijst hoort: een kerndeur van het levensgebied op haar plek vooraan, de rest op naam."""
        return self.begin.index(v.id) if v.id in self.begin else len(self.begin), v.naam.casefold()

    def gesplitst(
        self, catalogus: Catalogus, voorzieningen: Iterable[Voorziening] | None = None
    ) -> tuple[list[Voorziening], list[Voorziening]]:
        """Wie een plek op de kaart heeft, en wie er wel bij hoort maar niet op de kaart staat: de kerndeuren eerst, dan op naam.

        Met `voorzieningen` alleen van die, als het blad in delen staat.
        """
        hier: list[Voorziening] = []
        elders: list[Voorziening] = []
        for v in sorted(self.voorzieningen if voorzieningen is None else voorzieningen, key=self.plek):
            op_kaart = (
                any(plek.punt for plek in v.locaties) if self.codes is None else catalogus.ligt_in(v, self.codes)
            )
            (hier if op_kaart else elders).append(v)
        return hier, elders


def alle_insluitingen(catalogus: Catalogus) -> Iterator[Insluiting]:
    """Elke insluiting: eerst gemeenten met hun wijken, dan levensgebieden, dan functies."""
    for gemeente in catalogus.gemeenten:
        yield from van_een_gemeente(gemeente, catalogus)
    for thema in catalogus.themas.values():
        yield Insluiting(
            "thema",
            thema.id,
            thema.naam,
            "",
            f"insluiten/thema/{thema.id}/",
            f"themas/{thema.id}/",
            van_thema(thema.id),
            GEMEENTEN,
            "",
            f"thema={thema.id}",
            tuple(catalogus.per_thema[thema.id]),
            begin=tuple(deur.id for deur in deuren(thema, catalogus)),
        )
    for functie in catalogus.functies.values():
        yield Insluiting(
            "functie",
            functie.id,
            functie.naam,
            "",
            f"insluiten/functie/{functie.id}/",
            f"functies/{functie.id}/",
            van_functie(functie.id),
            GEMEENTEN,
            "",
            f"functie={functie.id}",
            tuple(catalogus.per_functie[functie.id]),
        )


def van_een_gemeente(gemeente: Gemeente, catalogus: Catalogus) -> tuple[Insluiting, ...]:
    """De bladen van een gemeente en haar gebieden; een keer uitgewerkt, want elk deel van een lang blad noemt ze."""
    return catalogus.eenmaal(("insluitingen", gemeente.code), lambda: tuple(_van_een_gemeente(gemeente, catalogus)))


def _van_een_gemeente(gemeente: Gemeente, catalogus: Catalogus) -> Iterator[Insluiting]:
    grenzen, heel = van_gebieden(gemeente), f"gebieden/{gemeente.slug}/"
    leden = catalogus.leden_van(gemeente.code)
    yield Insluiting(
        "gemeente",
        gemeente.slug,
        gemeente.naam,
        "",
        f"insluiten/gemeente/{gemeente.slug}/",
        heel,
        van_gemeente(gemeente),
        GEMEENTEN if gemeente.gemeenten else grenzen,
        "",
        f"gemeente={','.join(g.code for g in leden)}",
        tuple(catalogus.per_gebied[gemeente.code]),
        frozenset(w.code for g in leden for w in g.wijken),
    )
    for wijk in gemeente.wijken:
        yield Insluiting(
            "wijk",
            f"{gemeente.slug}/{wijk.slug}",
            wijk.naam,
            gemeente.naam,
            f"insluiten/wijk/{gemeente.slug}/{wijk.slug}/",
            f"{heel}{wijk.slug}/",
            van_wijk(gemeente, wijk),
            grenzen,
            wijk.code,
            f"wijk={wijk.code}",
            tuple(catalogus.per_gebied[wijk.code]),
            frozenset((wijk.code,)),
        )
    for deel in gemeente.indeling:
        wijken = list(dict.fromkeys(f"WK{code[2:8]}" for code in deel.codes))
        voor = {
            v.id: v for code in wijken for v in catalogus.per_gebied.get(code, ()) if bedient(v, deel.codes, catalogus)
        }
        yield Insluiting(
            "gebied",
            f"{gemeente.slug}/{deel.id}",
            deel.naam,
            gemeente.naam,
            f"insluiten/gebied/{gemeente.slug}/{deel.id}/",
            f"{heel}{deel.id}/",
            van_deel(gemeente, deel.id),
            grenzen,
            " ".join(c for c in deel.codes if c in wijken),
            "&".join(f"wijk={code}" for code in wijken),
            tuple(voor.values()),
            frozenset(deel.codes),
        )


def kadercode(blad: Insluiting, instellingen: Instellingen, vraag: str = "", hoogte: int = HOOGTE) -> str:
    """De HTML van het iframe, met alles in het adres."""
    adres = escape(f"{instellingen.adres}{blad.pad}{vraag}")
    return (
        f'<iframe src="{adres}" title="{escape(blad.titel)}" width="100%" height="{hoogte}" '
        'loading="lazy" referrerpolicy="no-referrer"></iframe>'
    )


def luistercode(instellingen: Instellingen) -> str:
    """Het script voor de site van de partner: elk kader groeit mee, en alleen berichten van deze site tellen."""
    bron = "/".join(instellingen.adres.split("/")[:3])
    return f"""<script>
addEventListener("message", function (bericht) {{
  var data = bericht.data;
  if (bericht.origin !== "{bron}" || !data || data.type !== "sociale-kaart:hoogte" || !Number.isInteger(data.hoogte)) return;
  document.querySelectorAll("iframe").forEach(function (kader) {{
    if (kader.contentWindow === bericht.source) kader.height = Math.min(Math.max(data.hoogte, 200), 8000);
  }});
}});
</script>"""


def gewone_link(blad: Insluiting, instellingen: Instellingen) -> str:
    return f'<a href="{escape(instellingen.adres + blad.heel)}">{escape(blad.titel)}</a>'
