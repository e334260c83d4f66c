"""Het model van een gemeente: haar wijken, buurten en eigen gebieden, met cijfers en tekening."""

from msgspec import Struct, field

from generator.model.toegang import Toegangsmodel


class Gebied(Struct, frozen=True):
    """Een gemeente, wijk of buurt. `vorm` is een GeoJSON-geometrie in WGS84, of None zonder kaart."""

    code: str
    naam: str
    soort: str
    gemeente: str
    slug: str
    vorm: dict | None = None
    inwoners: int | None = None
    letter: str | None = None


class Deelgebied(Struct, frozen=True):
    """Een eigen gebied van de gemeente (dorp, stadsdeel, gebiedsteam): wijken en buurten bij elkaar, met hun team."""

    id: str
    naam: str
    soort: str
    codes: tuple[str, ...]
    team: str | None = None
    toelichting: str | None = None
    vorm: dict | None = None


class Tegel(Struct, frozen=True):
    """De plek van een wijk op de tegelkaart; rij en kolom vanaf 1."""

    code: str
    rij: int
    kolom: int


class Kerncijfer(Struct, frozen=True):
    """Een regel uit kerncijfers.csv; `waarde` is tekst, want bronnen schrijven ook '<5' of niets."""

    gebied: str
    jaar: str
    indicator: str
    categorie: str
    waarde: str
    bron: str = ""


class Tekenvak(Struct, frozen=True):
    """Een wijk om te tekenen: SVG-pad, kader en plek van de naam in het raster van de tekening, en die plek in graden."""

    pad: str
    kader: tuple[int, int, int, int]
    naamplek: tuple[int, int]
    naampunt: tuple[float, float]


class Tekening(Struct, frozen=True):
    """De wijken van een gemeente, vereenvoudigd voor het oog; `grens` is west, zuid, oost, noord in graden."""

    grens: tuple[float, float, float, float]
    breedte: int
    hoogte: int
    vormen: dict[str, dict]
    vakken: dict[str, Tekenvak]
    water: str = ""


class Gemeente(Struct, frozen=True):
    """Een map onder gebieden/, met haar wijken en cijfers; een regio noemt haar `gemeenten`. `afdruk` is de
    vingerafdruk van de vormen.
    """

    code: str
    naam: str
    provincie: str
    slug: str
    pad: str
    wijken: tuple[Gebied, ...] = ()
    buurten: tuple[Gebied, ...] = ()
    kerncijfers: tuple[Kerncijfer, ...] = ()
    indicatoren: tuple[dict, ...] = ()
    herkomst: dict | None = None
    water: dict | None = None
    ondergrond: dict | None = None
    gemeenten: tuple[str, ...] = ()
    voorbeeld: bool = False
    toelichting: str | None = None
    opgeheven: str | None = None
    toegangsmodel: Toegangsmodel | None = None
    toegangspunt: str | None = None
    essentieel: tuple[str, ...] = ()
    schoolregio: str | None = None
    indeling: tuple[Deelgebied, ...] = ()
    tegels: tuple[Tegel, ...] = ()
    postcodes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tekening: Tekening | None = None
    afdruk: str = ""

    @property
    def te_tekenen(self) -> bool:
        """Of een tekening van alle wijken op een pagina past; een heel land past niet."""
        return self.tekening is not None and len(self.wijken) <= 200
