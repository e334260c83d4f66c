"""De catalogus: alles wat de site laat zien, bevroren, met wat daaruit af te leiden is."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from msgspec import Struct, field

from generator.model.activiteit import Activiteit
from generator.model.adresboek import Bevestiging, Doorverwijzing, Gepubliceerd
from generator.model.crisis import Noodnummer
from generator.model.gebied import Gebied, Gemeente
from generator.model.geschiedenis import Geschiedenis
from generator.model.huisstijl import Huisstijl
from generator.model.kennis import Kennis
from generator.model.links import Linkstand
from generator.model.sets import Uitset
from generator.model.upl import Product
from generator.model.voorziening import Functie, Organisatie, Thema, Voorziening

Uitkomst = TypeVar("Uitkomst")


class Meldwegen(Struct, frozen=True):
    """Waar een melding heen kan: de ontvanger van deze site, een mailadres, en een project bij een forge."""

    ontvanger: str | None = None
    mail: str | None = None
    issues: str | None = None
    forge: str | None = None


class Owms(Struct, frozen=True):
    """Wie de gemeente is in OWMS: haar URI, en tot wanneer die geldt."""

    uri: str
    tot: date


class Instellingen(Struct, frozen=True):
    """Wat een gemeente in mkdocs.yml instelt."""

    naam: str
    adres: str
    gemeente: str | None = None
    accent: str = "#1d4f91"
    meld_adres: str | None = None
    beschrijving: str = ""
    voorbeeldvragen: tuple[str, ...] = ()
    achtergrondkaart: str = "geen"
    engine: str = "material"
    drempel_cijfers: int = 5
    licentie: str = "CC0-1.0"
    geschiedenis: bool = False
    geschiedenis_vanaf: date | None = None
    melden: Meldwegen = Meldwegen()
    owms: Owms | None = None
    bestanden: str | None = None  # repo_url
    wijzigweg: str | None = None  # edit_uri
    huisstijl: Huisstijl | None = None
    verklaring: str | None = None  # van toegankelijkheid
    verklaring_status: str | None = None

    @property
    def favicon(self) -> tuple[str, str]:
        """Het pad van het kleine beeld in het tabblad, en zijn soort."""
        eigen = self.huisstijl.favicon if self.huisstijl else None
        return (eigen.pad, eigen.soort) if eigen else ("assets/gemeen/merk.svg", "image/svg+xml")


class Catalogus(Struct, frozen=True, dict=True):
    """Alles wat de site laat zien, gecontroleerd en bevroren; de enige bron voor pagina's, kaarten, zoeken en data."""

    peildatum: date
    instellingen: Instellingen
    gemeenten: tuple[Gemeente, ...]
    functies: dict[str, Functie]
    themas: dict[str, Thema]
    organisaties: dict[str, Organisatie]
    voorzieningen: dict[str, Voorziening]
    plaatsen: dict[tuple[str, int], str]
    doorverwijzingen: dict[str, Doorverwijzing] = field(default_factory=dict)
    adresboek: dict[str, Gepubliceerd] = field(default_factory=dict)
    bevestigd: dict[str, Bevestiging] = field(default_factory=dict)
    overgenomen: tuple[Voorziening, ...] = ()  # zoals zij in de bestanden staan, ook als iemand ze heeft nagezien
    geschreven: dict[str, str] = field(default_factory=dict)
    kennis: Kennis = field(default_factory=Kennis)
    activiteiten: tuple[Activiteit, ...] = ()
    buurtplaatsen: dict[tuple[str, int], str] = field(default_factory=dict)
    afdrukken: dict[str, str] = field(default_factory=dict)  # van het bestand van elke voorziening, op id
    sets: dict[str, Uitset] = field(default_factory=dict)  # uit welke set iets komt, op het pad van zijn bestand
    los: dict[str, str] = field(default_factory=dict)  # het pad van elk los bestand, op naam
    geschiedenis: Geschiedenis | None = None  # None als zij uit staat of er niet (heel) is
    upl: dict[str, Product] = field(default_factory=dict)  # de productnamenlijst, op URI; leeg als zij er niet is
    links: dict[str, Linkstand] = field(default_factory=dict)  # wat `links` vond, op adres
    noodnummers: tuple[Noodnummer, ...] = ()  # alle nummers bij nood, ook die bij het programma horen

    @cached_property
    def _uitgerekend(self) -> dict:
        return {}

    def eenmaal(self, sleutel: object, reken: Callable[[], Uitkomst]) -> Uitkomst:
        """Wat `reken` de eerste keer bij deze sleutel gaf; voor wat meer kamers van deze catalogus willen weten."""
        if sleutel not in self._uitgerekend:
            self._uitgerekend[sleutel] = reken()
        return self._uitgerekend[sleutel]

    def set_naam(self, pad: str) -> str | None:
        """De naam van de set waar een bestand uit komt, of None als het van de gemeente zelf is."""
        return self.sets[pad].naam if pad in self.sets else None

    @cached_property
    def gebieden(self) -> dict[str, Gebied]:
        """Elke wijk, buurt en gemeente op code."""
        uit = {}
        for gemeente in self.gemeenten:
            uit[gemeente.code] = Gebied(gemeente.code, gemeente.naam, "gemeente", gemeente.code, gemeente.slug)
            uit.update((g.code, g) for g in (*gemeente.wijken, *gemeente.buurten))
        return uit

    @cached_property
    def gemeente_op_code(self) -> dict[str, Gemeente]:
        return {g.code: g for g in self.gemeenten}

    @cached_property
    def gemeente_van(self) -> dict[str, Gemeente]:
        """De gemeente van elk gebied, op de code van het gebied."""
        op_code = self.gemeente_op_code
        return {
            gebied.code: op_code[gebied.gemeente] for gebied in self.gebieden.values() if gebied.gemeente in op_code
        }

    @cached_property
    def per_functie(self) -> dict[str, list[Voorziening]]:
        return self._groepeer(lambda v: v.functies, self.functies)

    @cached_property
    def per_thema(self) -> dict[str, list[Voorziening]]:
        return self._groepeer(self.themas_van, self.themas)

    @cached_property
    def per_organisatie(self) -> dict[str, list[Voorziening]]:
        return self._groepeer(lambda v: (v.organisatie,) if v.organisatie else (), self.organisaties)

    @cached_property
    def per_gebied(self) -> dict[str, list[Voorziening]]:
        """Wie een gebied bedient: met een plek erin of met een werkgebied dat het raakt (niet landelijk)."""
        return self._groepeer(self.gebieden_van, self.gebieden)

    @cached_property
    def per_plek(self) -> dict[str, list[Voorziening]]:
        """Wie een plek in een wijk of buurt heeft, op haar code."""
        return self._groepeer(lambda v: self._plaatsen_per_voorziening.get(v.id, ()), self.gebieden)

    @cached_property
    def aantallen(self) -> dict[str, Counter[str]]:
        """Per gebied hoeveel voorzieningen elke functie vervullen; wat landelijk werkt telt overal mee."""
        uit = {}
        for code, voorzieningen in self.per_gebied.items():
            samen = {v.id: v.functies for v in (*voorzieningen, *self.landelijk)}
            uit[code] = Counter(functie for functies in samen.values() for functie in functies)
        return uit

    @cached_property
    def landelijk(self) -> list[Voorziening]:
        return [v for v in self.voorzieningen.values() if "landelijk" in v.werkgebied and v.status == "actief"]

    def _groepeer(self, sleutels, bekend) -> dict[str, list[Voorziening]]:
        uit: dict[str, list[Voorziening]] = {sleutel: [] for sleutel in bekend}
        for voorziening in self.voorzieningen.values():
            if voorziening.status == "actief":
                for sleutel in sleutels(voorziening):
                    if sleutel in uit:
                        uit[sleutel].append(voorziening)
        return uit

    def themas_van(self, voorziening: Voorziening) -> tuple[str, ...]:
        """De levensgebieden van een voorziening, afgeleid uit haar functies, zonder dubbele."""
        return self._themas_per_voorziening[voorziening.id]

    @cached_property
    def _themas_per_voorziening(self) -> dict[str, tuple[str, ...]]:
        return {
            v.id: tuple(dict.fromkeys(t for f in v.functies for t in self.functies[f].themas))
            for v in self.voorzieningen.values()
        }

    def gebied_van(self, voorziening: Voorziening, nummer: int) -> str | None:
        """De code van de wijk waarin locatie `nummer` ligt, of None."""
        return self.plaatsen.get((voorziening.id, nummer))

    def wijken_van(self, voorziening: Voorziening) -> tuple[str, ...]:
        """De code van de wijk van elke plek die in een wijk ligt."""
        plekken = ((voorziening.id, nummer) for nummer in range(len(voorziening.locaties)))
        return tuple(filter(None, map(self.plaatsen.get, plekken)))

    def ligt_in(self, voorziening: Voorziening, codes: Iterable[str]) -> bool:
        """Of een van de locaties in een van deze wijken of buurten ligt."""
        return not self.plaatsen_van(voorziening).isdisjoint(codes)

    def plaatsen_van(self, voorziening: Voorziening) -> frozenset[str]:
        """De codes van de wijken en buurten waar een locatie van haar in ligt."""
        return self._plaatsen_per_voorziening.get(voorziening.id, frozenset())

    @cached_property
    def _plaatsen_per_voorziening(self) -> dict[str, frozenset[str]]:
        uit: dict[str, set[str]] = {}
        for (id_, _), code in (*self.plaatsen.items(), *self.buurtplaatsen.items()):
            uit.setdefault(id_, set()).add(code)
        return {id_: frozenset(codes) for id_, codes in uit.items()}

    def gebieden_van(self, voorziening: Voorziening) -> set[str]:
        """Alle codes die een voorziening bedient; een gemeente geldt voor al haar wijken en omgekeerd."""
        return self._gebieden_per_voorziening[voorziening.id]

    @cached_property
    def _gebieden_per_voorziening(self) -> dict[str, set[str]]:
        # Duizenden ingangen zitten in dezelfde wijken en werken in dezelfde gebieden.
        zoek = cache(self._zoek_gebieden)
        return {v.id: zoek(self.wijken_van(v), v.werkgebied) for v in self.voorzieningen.values()}

    def _zoek_gebieden(self, wijken: tuple[str, ...], werkgebied: tuple[str, ...]) -> set[str]:
        codes = set(wijken)
        for code in werkgebied:
            codes.add(code)
            for gemeente in self.leden_van(code):
                codes.update((gemeente.code, *(w.code for w in gemeente.wijken)))
            if code.startswith("BU"):
                codes.add(f"WK{code[2:8]}")
        codes.update(self.gebieden[c].gemeente for c in list(codes) if c in self.gebieden)
        codes.update(code for gemeente in list(codes) for code in self.regios_van.get(gemeente, ()))
        return codes

    def leden_van(self, code: str) -> list[Gemeente]:
        """De gemeente met deze code, of de gemeenten van de regio met deze code."""
        gemeente = self.gemeente_op_code.get(code)
        if gemeente is None:
            return []
        return [self.gemeente_op_code[c] for c in gemeente.gemeenten if c in self.gemeente_op_code] or [gemeente]

    @cached_property
    def regios_van(self) -> dict[str, tuple[str, ...]]:
        """De codes van de regio's waar een gemeente bij hoort, op de code van de gemeente."""
        uit: dict[str, tuple[str, ...]] = {}
        for regio in self.gemeenten:
            for code in regio.gemeenten:
                uit[code] = (*uit.get(code, ()), regio.code)
        return uit
