"""De zoektests draaien: elke vraag door de motor, zuiver en met een tikfout, en tellen wat bovenaan staat."""

import hashlib
import random
from collections.abc import Iterable

from msgspec import Struct

from generator.model.zoeken import Zoektest
from generator.zoeken.motor import Motor


class Uitslag(Struct, frozen=True):
    """`plek` is 1, 2 of 3, of 0 als niets van wat verwacht werd bij de eerste drie stond."""

    test: Zoektest
    vraag: str
    plek: int
    gevonden: tuple[str, ...]


def tikfout(vraag: str) -> str:
    """Een tikfout in het langste woord: twee letters verwisseld, een weg, een dubbel of een andere. Vast per vraag."""
    toeval = random.Random(hashlib.sha256(vraag.encode()).hexdigest())
    woorden = vraag.split(" ")
    k = max(range(len(woorden)), key=lambda i: len(woorden[i]))
    w = woorden[k]
    if len(w) < 5:
        return vraag
    i = toeval.randrange(1, len(w) - 2)
    soorten = (w[:i] + w[i + 1] + w[i] + w[i + 2 :], w[:i] + w[i + 1 :], w[:i] + w[i] + w[i:])
    soort = toeval.randrange(4)
    woorden[k] = soorten[soort] if soort < 3 else w[:i] + toeval.choice("aeionrst") + w[i + 1 :]
    return " ".join(woorden)


# Wat mensen om een vraag heen zetten; het zegt niets over wat zij zoeken.
RUIS = (
    " morgen om 10 uur",
    " voor mijn buurman van 63",
    " want ik ben net verhuisd",
    " alstublieft, ik weet het niet meer",
    " kunt u mij bellen na vijven",
    " mijn zus zei dat ik hier moest zijn",
    " al drie weken lang",
    " sorry voor de lange vraag",
    " ik woon in het dorp en ben 71",
    " het kost me minstens 50 euro per maand",
    " ik schaam me een beetje",
    " wie kan mij vertellen hoe dat zit",
    " goedemiddag",
    " dank u wel alvast",
    " vorige week dinsdag",
    " samen met mijn oudste dochter",
)


def met_ruis(vraag: str, keer: int = 0) -> str:
    """De vraag met iets erachter dat er niet toe doet; `keer` kiest een ander stuk."""
    return vraag + RUIS[(sum(map(ord, vraag)) + keer) % len(RUIS)]


def toets(motor: Motor, tests: Iterable[Zoektest], met_tikfout: bool = False) -> list[Uitslag]:
    """De uitslag van elke test."""
    uit = []
    for test in tests:
        vraag = tikfout(test.vraag) if met_tikfout else test.vraag
        eerste = motor.zoek(vraag)["resultaten"][:3]
        raak = [
            bool(set(test.functies) & set(r["functies"]))
            or (r["soort"] == "voorziening" and r["id"] in test.voorzieningen)
            for r in eerste
        ]
        uit.append(Uitslag(test, vraag, raak.index(True) + 1 if True in raak else 0, tuple(r["id"] for r in eerste)))
    return uit


def deel(uitslagen: list[Uitslag], hoogste_plek: int) -> float:
    """Het deel (0 tot 1) met een treffer op of boven `hoogste_plek`."""
    return sum(0 < u.plek <= hoogste_plek for u in uitslagen) / max(1, len(uitslagen))


def tabel(uitslagen: list[Uitslag]) -> str:
    """Een regel per vraag die niet op een staat: wat er verwacht werd en wat er kwam."""
    regels = []
    for u in uitslagen:
        if u.plek != 1:
            waar = f"plek {u.plek}" if u.plek else "mis   "
            regels.append(
                f"{waar}  {u.vraag}\n        verwacht: {', '.join((*u.test.functies, *u.test.voorzieningen))}"
                f"\n        kwam:     {', '.join(u.gevonden) or 'niets'}"
            )
    return "\n".join(regels) or "alles op een"
