"""Meet op zinnen van de redactie wat de controle op persoonsgegevens mist en ten onrechte meldt, en wat `deduce` doet.

Gebruik: python -m bench.privacy.meet [BESTAND] [--toon]. `deduce` doet mee als het er staat; het hoort niet bij het pakket.
"""

import argparse
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from generator.lezen.persoonsgegevens import is_verdacht, noemt_mens, zoek_persoonsgegevens

ZINNEN = Path(__file__).with_name("zinnen.txt")
# Wat deduce een adres, een plaats, een datum of een instelling noemt, mag op een sociale kaart.
MENSELIJK = {"persoon", "patient", "telefoonnummer", "emailadres", "bsn", "id", "leeftijd"}


def lees_zinnen(bestand: Path) -> list[tuple[str, str]]:
    """(soort of 'geen', zin) van elke regel die geen uitleg is."""
    regels = bestand.read_text(encoding="utf-8").splitlines()
    delen = [regel.partition("|") for regel in regels if regel and not regel.startswith("#")]
    return [(soort, zin) for soort, _, zin in delen]


def onze(zin: str) -> bool:
    return is_verdacht(zin) and any(zoek_persoonsgegevens(zin)) or bool(noemt_mens(zin, frozenset()))


def maak_deduce() -> Callable[[str], bool] | None:
    """De zoeker van deduce, of None als het pakket er niet is."""
    try:
        from deduce import Deduce
    except ImportError:
        return None
    model = Deduce()
    return lambda zin: any(a.tag in MENSELIJK for a in model.deidentify(zin).annotations)


def meet(zinnen: list[tuple[str, str]], zoeker: Callable[[str], bool]) -> tuple[Counter, list[tuple[str, str]]]:
    """Hoeveel er per soort goed is, en de zinnen die mis zijn."""
    mis = [(soort, zin) for soort, zin in zinnen if zoeker(zin) == (soort == "geen")]
    return Counter(soort for soort, _ in zinnen) - Counter(soort for soort, _ in mis), mis


def main() -> None:
    ontleder = argparse.ArgumentParser(description=__doc__)
    ontleder.add_argument("bestand", type=Path, nargs="?", default=ZINNEN)
    ontleder.add_argument("--toon", action="store_true", help="laat ook zien welke zinnen mis zijn")
    keuze = ontleder.parse_args()
    zinnen = lees_zinnen(keuze.bestand)
    totaal = Counter(soort for soort, _ in zinnen)
    for naam, zoeker in (("eigen", onze), ("deduce", maak_deduce())):
        if zoeker is None:
            print(f"{naam}: staat er niet")
            continue
        goed, mis = meet(zinnen, zoeker)
        vals = totaal["geen"] - goed["geen"]
        print(f"{naam}: {len(mis) - vals} gemist van {len(zinnen) - totaal['geen']}, {vals} vals van {totaal['geen']};",
              ", ".join(f"{soort} {goed[soort]}/{n}" for soort, n in totaal.items()))  # fmt: skip
        for soort, zin in mis if keuze.toon else ():
            print(f"  {soort}: {zin}")


if __name__ == "__main__":
    main()
