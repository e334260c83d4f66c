"""`gebieden ondergrond`: van open data (BRT TOP10NL of OpenStreetMap, als GeoJSON) naar een kleine achtergrond voor de kaart.

Wat niet past valt weg, het minst bekende eerst: gebouwen, paden, kleine stukken water en groen, en dan de straten.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy
import shapely
from msgspec import Struct
from shapely.geometry import shape

from generator.gebieden import grenzen, schrijven
from generator.gebieden.bronnen import MEESTE_MB, som_van
from generator.gebieden.ondergrondsoorten import HERKOMST, Deel, kies_laag, naam_van
from generator.lezen.geojson import kenmerken_van
from generator.lezen.json_lezer import lees_json
from generator.lezen.ondergrond import GRENS_BYTES
from generator.lezen.vormen import Vormfout
from generator.lezen.waarden import naaste, nette_naam
from generator.meldingen import SocialeKaartFout, Verslag

RAND_M = 400
DECIMALEN = 5
# (tolerantie in meters, kleinste vlak in m2, kortste lijn in meters, wat wegvalt); van heel precies naar grof.
STAPPEN = (
    (2, 30, 0, ()),
    (4, 80, 10, ()),
    (6, 150, 20, ("pad",)),
    (8, 400, 30, ("pad", "gebouw")),
    (12, 1500, 60, ("pad", "gebouw")),
    (20, 6000, 120, ("pad", "gebouw")),
    (40, 30000, 300, ("pad", "gebouw", "straat", "naam")),
)
VLAKLAGEN = ("water", "groen", "bebouwing")


class Stuk(Struct, frozen=True):
    """Een kenmerk uit de bron dat op de achtergrond hoort, met zijn vorm in RD."""

    deel: Deel
    naam: str
    vorm: Any


def maak_ondergrond(
    bestanden: Sequence[Path], wortel: Path, gemeente: str, peildatum: str, verslag: Verslag
) -> list[str]:
    """Lees de bestanden en schrijf ondergrond.geojson bij de gemeente. Geeft wat er gebeurd is, in zinnen."""
    map_ = kies_map(wortel, gemeente)
    kader = kader_van(map_)
    stukken = [stuk for bestand in bestanden for stuk in stukken_uit(bestand, kader, verslag)]
    if verslag.fouten:
        return []
    if not stukken:
        raise SocialeKaartFout(
            "in deze bestanden staat niets dat op de achtergrond van deze gemeente hoort.",
            "neem een uitsnede van TOP10NL of OpenStreetMap die over de gemeente ligt, als GeoJSON.",
            1,
        )
    tekst, weg = pas(stukken)
    herkomst = schrijven.lees_boom(map_ / "herkomst.yaml") | {
        "ondergrond": herkomst_van(bestanden, stukken, peildatum, weg)
    }
    schrijven.schrijf(map_, {"ondergrond.geojson": tekst, "herkomst.yaml": schrijven.yaml_tekst(herkomst)})
    telling = Counter(stuk.deel.laag for stuk in stukken)
    samen = ", ".join(f"{laag} {aantal}" for laag, aantal in telling.items())
    return [
        f"gebieden/{map_.name}/ondergrond.geojson geschreven ({len(tekst.encode()) / 1000:.0f} kB): {samen}.",
        *weg,
    ]


def kies_map(wortel: Path, gemeente: str) -> Path:
    """De map van de gemeente, op naam, map of code."""
    mappen = {p.parent: schrijven.lees_boom(p) for p in sorted(wortel.glob("gebieden/*/gemeente.yaml"))}
    for map_, velden in mappen.items():
        if gemeente in (velden.get("code"), velden.get("naam")) or nette_naam(gemeente) == map_.name:
            return map_
    raise SocialeKaartFout(
        f"er is geen gemeente '{gemeente}' in gebieden/; er is wel: {naaste(gemeente, [m.name for m in mappen])}.",
        "lees eerst de grenzen in met 'gebieden inlezen', of noem de gemeente met --gemeente.",
        2,
    )


def kader_van(map_: Path):
    """De omtrek van de gemeente in RD, met een rand eromheen; zo houdt de achtergrond niet op bij de grens."""
    bestand = map_ / "wijken.geojson"
    if not bestand.exists():
        raise SocialeKaartFout(
            f"gebieden/{map_.name} heeft geen wijken.geojson, dus ik weet niet waar de gemeente ligt.",
            "lees eerst de grenzen in met 'gebieden inlezen'.",
            1,
        )
    wijken = json.loads(bestand.read_text(encoding="utf-8"))["features"]
    heel = shapely.union_all([shapely.make_valid(shape(w["geometry"])) for w in wijken])
    return shapely.buffer(grenzen.reken_om(heel, grenzen.WGS84, grenzen.RD), RAND_M)


def stukken_uit(bestand: Path, kader, verslag: Verslag) -> Iterable[Stuk]:
    """Wat uit een bestand op de achtergrond hoort, binnen het kader; de rest telt niet mee."""
    for kenmerk in kenmerken_uit(bestand, verslag):
        eigen = kenmerk.get("properties") if isinstance(kenmerk, dict) else None
        if not isinstance(eigen, dict) or (deel := kies_laag(eigen)) is None:
            continue
        vorm = vorm_van(kenmerk.get("geometry"), bestand.name, verslag)
        if vorm is not None and shapely.intersects(vorm, kader):
            vorm = vorm if deel.laag == "namen" else shapely.intersection(vorm, kader)
            yield Stuk(deel, naam_van(eigen), vorm)


def kenmerken_uit(bestand: Path, verslag: Verslag) -> list:
    if not bestand.is_file():
        raise SocialeKaartFout(f"het bestand '{bestand}' is er niet.", "controleer de naam en de map.", 2)
    if bestand.stat().st_size > MEESTE_MB * 1024 * 1024:
        raise SocialeKaartFout(
            f"het bestand is groter dan {MEESTE_MB} MB.", "maak in een kaartprogramma een uitsnede van uw gemeente.", 1
        )
    gelezen = lees_json(bestand.read_bytes(), bestand.name, verslag)
    return (kenmerken_van(gelezen, bestand.name, verslag) or []) if gelezen else []


def vorm_van(geometrie: object, naam: str, verslag: Verslag):
    """De vorm in RD en geldig; None als er geen is, met een melding als zij niet te lezen is."""
    if not isinstance(geometrie, dict):
        return None
    try:
        vorm = shapely.force_2d(shape(geometrie))
        stelsel = grenzen.stelsel_van(vorm, None)
    except Vormfout as fout:
        verslag.meld(fout.code, naam, (1, 1), gebied="een kenmerk", **fout.waarden)
        return None
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, shapely.errors.ShapelyError):
        verslag.meld("SK509", naam, gebied="een kenmerk", waarde="een vorm zonder gewone punten")
        return None
    vorm = vorm if stelsel == grenzen.RD else grenzen.reken_om(vorm, stelsel, grenzen.RD)
    return vorm if vorm.is_valid else shapely.make_valid(vorm)


def pas(stukken: Sequence[Stuk]) -> tuple[str, list[str]]:
    """De tekst van het bestand, zo precies als binnen de grens past, en wat er moest wijken."""
    for tolerantie, vlak, lijn, weg in STAPPEN:
        tekst = als_tekst(stukken, tolerantie, vlak, lijn, weg)
        if len(tekst.encode()) <= GRENS_BYTES:
            gezegd = [f"Vereenvoudigd tot op {tolerantie} m; vlakken onder {vlak} m2 vielen weg."]
            return tekst, gezegd + ([f"Om te passen vielen ook weg: {', '.join(weg)}."] if weg else [])
    raise SocialeKaartFout(
        "deze achtergrond past niet in 400 kB.", "neem alleen water, groen, hoofdwegen en plaatsnamen.", 1
    )


def als_tekst(stukken: Sequence[Stuk], tolerantie: float, vlak: float, lijn: float, weg: Sequence[str]) -> str:
    """Een FeatureCollection met een kenmerk per laag en soort, en een punt per naam."""
    groepen: dict[tuple[str, str], list] = defaultdict(list)
    for stuk in stukken:
        if stuk.deel.laag != "namen" and stuk.deel.soort not in weg:
            groepen[stuk.deel.laag, stuk.deel.soort].append(stuk.vorm)
    regels = []
    for (laag, soort), vormen in sorted(groepen.items()):
        vorm = vereenvoudigd(vormen, laag in VLAKLAGEN and soort != "lijn", tolerantie, vlak, lijn)
        if vorm is not None:
            regels.append(regel({"laag": laag, "soort": soort}, vorm))
    regels += [
        regel({"laag": "namen", "soort": soort, "naam": naam}, punt)
        for soort, naam, punt in namen_uit(stukken, "naam" in weg)
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(regels) + "\n]}\n"


def vereenvoudigd(vormen: list, vlakken: bool, tolerantie: float, vlak: float, lijn: float):
    """Alle vormen van een soort als een vorm in RD, zonder wat te klein is; None als er niets overblijft."""
    samen = shapely.union_all(vormen)
    samen = samen if vlakken else shapely.line_merge(samen)
    delen = [d for d in shapely.get_parts(shapely.get_parts(shapely.simplify(samen, tolerantie))) if not d.is_empty]
    if vlakken:
        delen = [zonder_gaatjes(d, vlak) for d in delen if d.geom_type == "Polygon" and d.area >= vlak]
        return shapely.MultiPolygon(delen) if delen else None
    delen = [d for d in delen if d.geom_type == "LineString" and d.length >= lijn]
    return shapely.MultiLineString(delen) if delen else None


def zonder_gaatjes(vlak, kleinste: float):
    return shapely.Polygon(vlak.exterior, [r for r in vlak.interiors if shapely.Polygon(r).area >= kleinste])


def namen_uit(stukken: Sequence[Stuk], alleen_plaatsen: bool) -> list[tuple[str, str, object]]:
    """(soort, naam, punt in RD): een plaats waar de bron haar zet, een straat of water een keer, midden op het langste
    stuk.
    """
    beste: dict[tuple[str, str], tuple[float, object]] = {}
    for stuk in stukken:
        soort = {"namen": "plaats", "wegen": "straat", "water": "water"}.get(stuk.deel.laag)
        if not stuk.naam or soort is None or (alleen_plaatsen and soort == "straat"):
            continue
        maat = float(stuk.vorm.length)
        if (soort, stuk.naam) not in beste or beste[soort, stuk.naam][0] < maat:
            beste[soort, stuk.naam] = (maat, midden(stuk.vorm))
    return [(soort, naam, punt) for (soort, naam), (_, punt) in sorted(beste.items())]


def midden(vorm):
    """Het midden van het langste deel van een lijn, of een punt in een vlak."""
    if vorm.geom_type == "Point":
        return vorm
    langste = max(shapely.get_parts(vorm), key=lambda d: d.length)
    return (
        langste.interpolate(0.5, normalized=True)
        if langste.geom_type == "LineString"
        else langste.representative_point()
    )


def regel(eigen: dict, vorm) -> str:
    graden = shapely.transform(grenzen.reken_om(vorm, grenzen.RD, grenzen.WGS84), lambda p: numpy.round(p, DECIMALEN))
    vorm = json.loads(shapely.to_geojson(graden))
    kenmerk = {"type": "Feature", "properties": {k: v for k, v in eigen.items() if v}, "geometry": vorm}
    return json.dumps(kenmerk, ensure_ascii=False, separators=(",", ":"))


def herkomst_van(bestanden: Sequence[Path], stukken: Sequence[Stuk], peildatum: str, weg: list[str]) -> dict:
    """Waar het vandaan komt; de bron volgt uit de namen van de velden."""
    licentie, vermelding = HERKOMST[next((s.deel.bron for s in stukken if s.deel.bron == "osm"), stukken[0].deel.bron)]
    return {
        "bestand": ", ".join(b.name for b in bestanden)[:200],
        "peildatum": peildatum,
        "sha256": som_van(bestanden[0]),
        "licentie": licentie,
        "naamsvermelding": vermelding,
        "bewerking": weg,
    }
