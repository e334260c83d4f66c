"""Het palet van de site: onze kleuren, met die van de gemeente eroverheen, en zo nodig zo bijgesteld dat alles leesbaar
is.
"""

from collections.abc import Callable
from typing import NamedTuple

from generator.kleuren import contrast, meng

# Gelijk aan gemeen/stijl.css; een test houdt ze gelijk.
GEWOON = {
    "licht": {
        "papier": "#fbf8f1",
        "veld": "#fffefb",
        "inkt": "#1c1915",
        "inkt-2": "#595146",
        "lijn": "#ddd5c6",
        "rand": "#857a69",
        "op-accent": "#ffffff",
        "stift": "#f3e3b5",
        "open": "#17653a",
        "nood": "#a1121d",
        "oud": "#7d4a00",
    },
    "donker": {
        "papier": "#171512",
        "veld": "#211e1a",
        "inkt": "#eee9df",
        "inkt-2": "#b8afa0",
        "lijn": "#3a352d",
        "rand": "#8f8576",
        "op-accent": "#171512",
        "stift": "#4a3f22",
        "open": "#83d0a0",
        "nood": "#ff9c94",
        "oud": "#f0bc6a",
    },
}
ROLLEN = ("papier", "inkt", "accent", "focus")
TEKST, RAND = 4.5, 3.0
# Een accent dat niet voor ons donkere papier gekozen is, krijgt zoveel licht dat er ook een gele streep onder kan.
RUIM = 6.5
# Hoe ver papier van wit of zwart mag liggen; anders is het geen licht of donker papier meer.
PAPIERGRENS = 1.5
UITERSTE = {"licht": ("#ffffff", "#000000"), "donker": ("#000000", "#ffffff")}


class Herstel(NamedTuple):
    """Een kleur van de gemeente die niet kon, en wat ervoor in de plaats kwam."""

    soort: str
    rol: str
    was: str
    wordt: str
    contrast: float
    nodig: float


def maak_palet(soort: str, eigen: dict[str, str]) -> tuple[dict[str, str], list[Herstel]]:
    """Alle kleuren voor 'licht' of 'donker', en wat er van de eigen kleuren bijgesteld is.

    Args:
        eigen: kleuren (#rrggbb) op rol; wat ontbreekt is van onszelf, behalve 'accent', dat er altijd moet zijn.
    """
    grond, tegen = UITERSTE[soort]
    kleuren = dict(GEWOON[soort])
    hersteld = _papier(soort, eigen, kleuren)
    gronden = (kleuren["papier"], kleuren["veld"])
    for rol, was in (("inkt", eigen.get("inkt", kleuren["inkt"])), ("accent", eigen["accent"])):
        ruim = rol == "accent" and soort == "donker" and "papier" not in eigen
        kleuren[rol] = meng(was, tegen, leesbaar_op(*gronden, nodig=RUIM if ruim else TEKST))
        if rol in eigen:
            hersteld += _herstel(soort, rol, was, kleuren[rol], gronden, TEKST)
    kleuren["focus"] = eigen.get("focus", kleuren["inkt"])
    if not leesbaar_op(*gronden, nodig=RAND)(kleuren["focus"]):
        kleuren["focus"] = kleuren["inkt"]
        hersteld += _herstel(soort, "focus", eigen["focus"], kleuren["inkt"], gronden, RAND)
    if {"papier", "inkt"} & eigen.keys():
        _afgeleid(kleuren)
    kleuren["op-accent"] = max((grond, kleuren["papier"], tegen), key=lambda k: contrast(k, kleuren["accent"]))
    for rol in ("open", "nood", "oud"):
        kleuren[rol] = meng(kleuren[rol], tegen, leesbaar_op(*gronden))
    op_stift = [kleuren[rol] for rol in ("inkt", "inkt-2", "accent")]
    kleuren["stift"] = meng(kleuren["stift"], kleuren["papier"], leesbaar_op(*op_stift))
    return kleuren, hersteld


def leesbaar_op(*gronden: str, nodig: float = TEKST) -> Callable[[str], bool]:
    """Of een kleur op al deze gronden te lezen is."""
    return lambda kleur: all(contrast(kleur, grond) >= nodig for grond in gronden)


def _papier(soort: str, eigen: dict[str, str], kleuren: dict[str, str]) -> list[Herstel]:
    """Het eigen papier met zijn veld, als het licht of donker genoeg is; anders blijft het ons papier."""
    grond, tegen = UITERSTE[soort]
    papier = eigen.get("papier")
    if papier is None:
        return []
    if contrast(papier, grond) > PAPIERGRENS:
        verschil, nodig = contrast(papier, tegen), 21 / PAPIERGRENS
        return [Herstel(soort, "papier", papier, kleuren["papier"], verschil, nodig)]
    kleuren["papier"] = papier
    kleuren["veld"] = _tussen(papier, "#ffffff", 0.5 if soort == "licht" else 0.06)
    return []


def _afgeleid(kleuren: dict[str, str]) -> None:
    """De zachte inkt, de rand en de lijn: inkt met zoveel papier erdoor als nog leesbaar is."""
    papier, veld, inkt = kleuren["papier"], kleuren["veld"], kleuren["inkt"]
    for rol, deel, nodig in (("inkt-2", 0.35, 5.0), ("rand", 0.6, 3.2)):
        kleuren[rol] = meng(_tussen(inkt, papier, deel), inkt, leesbaar_op(papier, veld, nodig=nodig))
    kleuren["lijn"] = _tussen(inkt, papier, 0.83)


def _tussen(van: str, naar: str, deel: float) -> str:
    """`van` met dit deel van `naar` erdoor."""
    paren = [(int(van[i : i + 2], 16), int(naar[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * deel):02x}" for a, b in paren)


def _herstel(soort: str, rol: str, was: str, wordt: str, gronden: tuple[str, ...], nodig: float) -> list[Herstel]:
    """Niets als de kleur zo kon blijven."""
    if was == wordt:
        return []
    return [Herstel(soort, rol, was, wordt, min(contrast(was, grond) for grond in gronden), nodig)]
