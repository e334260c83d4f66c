"""Welk kenmerk van TOP10NL of OpenStreetMap in welke laag van de achtergrond hoort. Een tabel; de eerste regel die
past wint.
"""

from msgspec import Struct

from generator.lezen.ondergrond import LAGEN

# bron -> (licentie, hoe zij genoemd wil worden)
HERKOMST = {
    "top10": ("CC BY 4.0", "Kaartgegevens © Kadaster, BRT TOP10NL"),
    "osm": ("ODbL 1.0", "© OpenStreetMap-bijdragers"),
    "eigen": ("CC0 1.0", "Verzonnen voorbeeld"),
}
_NAMEN = (
    "naam",
    "naamnl",
    "naam_nl",
    "naamofficieel",
    "straatnaam",
    "straatnaamnl",
    "straatnaam_nl",
    "name:nl",
    "name",
)


class Deel(Struct, frozen=True):
    """Waar een kenmerk hoort: laag en soort, en uit welke bron het komt."""

    laag: str
    soort: str
    bron: str


def _regels(bron: str, *regels: tuple[str, str, str, str]) -> list[tuple[str, frozenset[str], Deel]]:
    """(veld, waarden, deel); de waarden staan met een | ertussen, en * is elke waarde behalve 'no' en 'nee'."""
    return [(veld, frozenset(waarden.split("|")), Deel(laag, soort, bron)) for veld, waarden, laag, soort in regels]


REGELS = (
    *_regels(
        "top10",
        ("typewater", "*", "water", ""),
        ("typespoorbaan", "*", "spoor", ""),
        ("typegebouw", "*", "bebouwing", "gebouw"),
        ("typelandgebruik", "bebouwd gebied", "bebouwing", "kern"),
        (
            "typelandgebruik",
            "loofbos|naaldbos|gemengd bos|griend|populieren|heide|boomgaard|fruitkwekerij|bos: loofbos|"
            "bos: naaldbos|bos: gemengd bos|bos: griend|begraafplaats|grasland|duin",
            "groen",
            "",
        ),
        (
            "typefunctioneelgebied",
            "park|natuurgebied|begraafplaats|volkstuinen|sportterrein, sportcomplex|golfterrein",
            "groen",
            "",
        ),
        ("typeweg", "autosnelweg|hoofdweg|regionale weg", "wegen", "hoofdweg"),
        ("typeweg", "lokale weg|straat|rijbaan straat", "wegen", "straat"),
        ("typeweg", "overig|rijbaan overig|fietspad|voetpad", "wegen", "pad"),
        ("typegebied", "woonkern|deelkern|plaats|buurtschap|gehucht|stad|dorp|wijk", "namen", "plaats"),
    ),
    *_regels(
        "osm",
        ("natural", "water|bay", "water", ""),
        ("waterway", "riverbank|dock", "water", ""),
        ("waterway", "river|canal|stream|ditch|drain", "water", "lijn"),
        ("landuse", "reservoir|basin", "water", ""),
        ("building", "*", "bebouwing", "gebouw"),
        ("landuse", "residential|commercial|industrial|retail", "bebouwing", "kern"),
        ("landuse", "forest|grass|meadow|recreation_ground|cemetery|village_green|allotments|orchard", "groen", ""),
        ("natural", "wood|scrub|heath|grassland|wetland|dune", "groen", ""),
        ("leisure", "park|garden|nature_reserve|golf_course|pitch", "groen", ""),
        (
            "highway",
            "motorway|trunk|primary|secondary|motorway_link|trunk_link|primary_link|secondary_link",
            "wegen",
            "hoofdweg",
        ),
        (
            "highway",
            "tertiary|unclassified|residential|living_street|pedestrian|road|tertiary_link",
            "wegen",
            "straat",
        ),
        ("highway", "footway|cycleway|path|track|service|steps|bridleway", "wegen", "pad"),
        ("railway", "rail|light_rail|tram|subway|narrow_gauge", "spoor", ""),
        ("place", "city|town|village|hamlet|suburb|quarter|neighbourhood|locality", "namen", "plaats"),
    ),
)


def kies_laag(eigen: dict) -> Deel | None:
    """Waar een kenmerk met deze eigenschappen hoort, of None als het niet op de achtergrond komt.

    Wie zelf tekent, geeft laag en soort (lezen/ondergrond.py) en heeft de tabel niet nodig.
    """
    if eigen.get("laag") in LAGEN:
        return Deel(eigen["laag"], str(eigen.get("soort") or ""), "eigen")
    velden = {str(k).lower(): str(v).strip().lower() for k, v in eigen.items() if isinstance(v, str)}
    for veld, waarden, deel in REGELS:
        waarde = velden.get(veld, "")
        if waarde in waarden or ("*" in waarden and waarde not in ("", "no", "nee")):
            return deel
    return None


def naam_van(eigen: dict) -> str:
    """De naam van een kenmerk, of leeg; op een regel en niet te lang."""
    velden = {str(k).lower(): v for k, v in eigen.items() if isinstance(v, str)}
    return next((" ".join(velden[n].split())[:60] for n in _NAMEN if velden.get(n, "").strip()), "")
