"""Een bestand met grenzen openen: GeoJSON zonder GDAL, GeoPackage en Shapefile (ook in een zip) met pyogrio."""

import hashlib
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from generator.gebieden.dbf import codering_van
from generator.lezen.geojson import kenmerken_van
from generator.lezen.json_lezer import lees_json
from generator.lezen.vormen import Vormfout, lees_vorm
from generator.meldingen import SocialeKaartFout, Verslag

MEESTE_MB = 600
_SHP = (".shp", ".shx", ".dbf", ".prj", ".cpg")


class Bron(Struct):
    """De rijen van een kaartlaag; vormen worden pas gemaakt voor de rijen die nodig zijn. `adres` is waar het vandaan
    komt.
    """

    naam: str
    eigenschappen: list[dict]
    sha256: str
    laag: str | None = None
    crs: str | None = None
    lees_vormen: Callable[[Sequence[int]], dict[int, object]] = lambda nummers: {}
    adres: str = ""
    vormen: dict[int, object] = field(default_factory=dict)

    def laad(self, nummers: Sequence[int]) -> None:
        """Haal de vormen van deze rijen binnen; een landelijk bestand heeft er duizenden te veel."""
        self.vormen.update(self.lees_vormen(nummers))

    def vorm(self, nummer: int, herstel: list[str] | None) -> Any:
        """De shapely-vorm van een rij; raist Vormfout. Met een lijst `herstel` worden open ringen gesloten en genoemd."""
        import shapely

        ruw: Any = self.vormen.get(nummer)
        if ruw is None or not isinstance(ruw, dict):
            if ruw is None or ruw.is_empty or ruw.geom_type not in ("Polygon", "MultiPolygon"):
                raise Vormfout("SK508", gevonden="niets" if ruw is None or ruw.is_empty else ruw.geom_type)
            return shapely.force_2d(ruw)
        from shapely.geometry import shape

        if herstel is not None and (gesloten := _sluit_ringen(ruw)):
            herstel.append(f"{gesloten} open ring{'en' if gesloten > 1 else ''} gesloten")
        return shape(lees_vorm(ruw)[0])


def _sluit_ringen(geometrie: dict) -> int:
    """Sluit ringen die niet eindigen waar ze beginnen, in de lijst zelf; hoeveel het er waren."""
    aantal, stapel = 0, [geometrie.get("coordinates")]
    while stapel:
        deel = stapel.pop()
        if not isinstance(deel, list) or not deel or not isinstance(deel[0], list) or not deel[0]:
            continue
        if isinstance(deel[0][0], list):
            stapel += deel
        elif deel[0] != deel[-1]:
            deel.append(list(deel[0]))
            aantal += 1
    return aantal


def som_van(bestand: Path) -> str:
    with bestand.open("rb") as stroom:
        return hashlib.file_digest(stroom, "sha256").hexdigest()


def bron_uit_kenmerken(
    naam: str, kenmerken: Sequence, sha256: str, crs: str | None = None, laag: str | None = None, adres: str = ""
) -> Bron:
    """Een bron uit GeoJSON-kenmerken in het geheugen."""
    goed = [k for k in kenmerken if isinstance(k, dict)]
    eigen = [k["properties"] if isinstance(k.get("properties"), dict) else {} for k in goed]
    vormen = [k.get("geometry") if isinstance(k.get("geometry"), dict) else None for k in goed]
    return Bron(naam, eigen, sha256, laag, crs, lambda nummers: {n: vormen[n] for n in nummers}, adres)


def _open_geojson(bestand: Path, verslag: Verslag) -> Bron | None:
    gelezen = lees_json(bestand.read_bytes(), bestand.name, verslag)
    kenmerken = None if gelezen is None else kenmerken_van(gelezen, bestand.name, verslag)
    if gelezen is None or kenmerken is None:
        return None
    crs = gelezen.inhoud.get("crs")
    naam = (
        crs.get("properties", {}).get("name")
        if isinstance(crs, dict) and isinstance(crs.get("properties"), dict)
        else None
    )
    return bron_uit_kenmerken(bestand.name, kenmerken, som_van(bestand), naam if isinstance(naam, str) else None)


@contextmanager
def _uitgepakt(bestand: Path) -> Iterator[Path]:
    """De ene Shapefile uit een zip in een tijdelijke map; namen uit de zip worden niet als pad gebruikt."""
    with tempfile.TemporaryDirectory() as map_, zipfile.ZipFile(bestand) as zip_:
        leden = [lid for lid in zip_.infolist() if not lid.is_dir() and Path(lid.filename).suffix.lower() in _SHP]
        kaarten = [lid for lid in leden if lid.filename.lower().endswith(".shp")]
        if len(kaarten) != 1:
            raise SocialeKaartFout(
                f"in {bestand.name} zitten {len(kaarten)} Shapefiles; er hoort er een in.",
                "maak een zip met alleen de bestanden van een laag (.shp, .shx, .dbf, .prj).",
                1,
            )
        stam = kaarten[0].filename[:-4]
        for lid in leden:
            if lid.filename[:-4] == stam and lid.file_size <= MEESTE_MB * 1024 * 1024:
                with zip_.open(lid) as van, (Path(map_) / f"laag{lid.filename[-4:].lower()}").open("wb") as naar:
                    shutil.copyfileobj(van, naar)
        yield Path(map_) / "laag.shp"


def _kies_laag(bestand: Path, gevraagd: str | None, niveau: str | None) -> str:
    import pyogrio

    lagen = [str(naam) for naam, soort in pyogrio.list_layers(bestand) if soort is None or "Polygon" in str(soort)]
    if gevraagd:
        if gevraagd not in lagen:
            raise SocialeKaartFout(
                f"de laag '{gevraagd}' staat niet in dit bestand.", f"kies uit: {', '.join(lagen)}.", 2
            )
        return gevraagd
    passend = (
        lagen
        if len(lagen) == 1
        else [laag for laag in lagen if (niveau or "wijk") in laag.lower().replace("wijkenbuurten", "")]
    )
    if len(passend) != 1:
        raise SocialeKaartFout(
            f"dit bestand heeft {len(lagen)} lagen met vlakken en ik weet niet welke u bedoelt.",
            f"kies er een met --laag: {', '.join(lagen)}.",
            2,
        )
    return passend[0]


def _open_met_pyogrio(bestand: Path, naam: str, som: str, laag: str | None, niveau: str | None) -> Bron:
    import pyogrio

    laag = _kies_laag(bestand, laag, niveau)
    codering = codering_van(bestand) if bestand.suffix.lower() == ".shp" else None
    tabel = pyogrio.read_dataframe(bestand, layer=laag, read_geometry=False, fid_as_index=True, encoding=codering)
    eigen = [dict(zip(tabel.columns, rij, strict=True)) for rij in tabel.astype(object).itertuples(index=False)]
    crs, nummers = pyogrio.read_info(bestand, layer=laag)["crs"], list(tabel.index)

    def lees(welke: Sequence[int]) -> dict[int, object]:
        vormen = pyogrio.read_dataframe(
            bestand, layer=laag, columns=[], fids=[nummers[n] for n in welke], fid_as_index=True
        ).geometry
        return {n: vormen[nummers[n]] for n in welke}

    return Bron(naam, eigen, som, laag, crs, lees)


def open_bron(bestand: Path, laag: str | None, niveau: str | None, verslag: Verslag) -> Bron | None:
    """De rijen van een kaartlaag, of None met een melding. Alleen GeoPackage en Shapefile gaan door GDAL.

    De soort volgt uit de eerste bytes, niet uit de naam: GDAL zou een VRT met de naam .geojson gewoon openen.
    """
    if not bestand.is_file():
        raise SocialeKaartFout(f"het bestand '{bestand}' is er niet.", "controleer de naam en de map.", 2)
    if bestand.stat().st_size > MEESTE_MB * 1024 * 1024:
        raise SocialeKaartFout(
            f"het bestand is groter dan {MEESTE_MB} MB.", "maak in een kaartprogramma een uitsnede van uw gemeente.", 1
        )
    with bestand.open("rb") as stroom:
        kop = stroom.read(16)
    try:
        if kop.startswith(b"SQLite format 3\0") and bestand.suffix.lower() == ".gpkg":
            return _open_met_pyogrio(bestand, bestand.name, som_van(bestand), laag, niveau)
        if kop.startswith(b"\x00\x00\x27\x0a") and bestand.suffix.lower() == ".shp":
            return _open_met_pyogrio(bestand, bestand.name, som_van(bestand), laag, niveau)
        if kop.startswith(b"PK\x03\x04"):
            _geen_laag_te_kiezen(laag, "een zip heeft een Shapefile, en die heeft een laag")
            with _uitgepakt(bestand) as kaart:
                bron = _open_met_pyogrio(kaart, bestand.name, som_van(bestand), None, niveau)
                bron.laad(range(len(bron.eigenschappen)))
                return replace(bron, lees_vormen=lambda nummers: {})
    except (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, OSError) as fout:
        raise SocialeKaartFout(
            f"het bestand '{bestand.name}' is stuk of niet volledig; het is niet te lezen.",
            "haal het opnieuw op bij de bron, of sla het in een kaartprogramma op als GeoJSON.",
            1,
        ) from fout
    if bestand.suffix.lower() not in (".geojson", ".json") and not kop.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise SocialeKaartFout(
            f"het bestand '{bestand.name}' is geen GeoJSON, GeoPackage, Shapefile of zip met een Shapefile.",
            "open het in een kaartprogramma en sla het op als GeoJSON.",
            1,
        )
    _geen_laag_te_kiezen(laag, "GeoJSON heeft een laag")
    return _open_geojson(bestand, verslag)


def _geen_laag_te_kiezen(laag: str | None, reden: str) -> None:
    if laag:
        raise SocialeKaartFout(f"--laag {laag} kan hier niet: {reden}.", "laat --laag weg.", 2)
