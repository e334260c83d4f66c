"""Meet snel hoe goed de motor vragen begrijpt: elk TSV-bestand zuiver, met een tikfout en met ruis, in een V8.

    python bench/zoeken/meet.py tests/zoekvragen_extra.tsv ../shared/zoekvragen/zoekvragen.tsv [--deel oneven] [--toon ruis]

Een bestand heeft de kolommen vraag en functies (of verwachte_functies). `--deel oneven` neemt alleen de oneven regels: die zijn om
te oefenen, en de even regels om te meten. `--toon` laat van een soort zien wat niet bovenaan stond. `--gewicht naam=getal` probeert
een ander gewicht.
"""

import argparse
import csv
import gzip
import json
import random
import statistics
import sys
import time
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).parents[2]
sys.path[:0] = [str(PROJECT)]

from generator.catalogus import lees_catalogus  # noqa: E402
from generator.meldingen import Verslag  # noqa: E402
from generator.voorraad import Voorraad  # noqa: E402
from generator.zoeken.bundel import bundel  # noqa: E402
from generator.zoeken.index import maak_index  # noqa: E402
from generator.zoeken.motor import Motor  # noqa: E402
from generator.zoeken.toetsen import met_ruis, tikfout  # noqa: E402

SOORTEN = {"zuiver": lambda v: v, "tikfout": tikfout, "wissel": lambda v: wissel(v), "ruis": met_ruis}


def wissel(vraag: str) -> str:
    """Twee letters verwisseld in het langste woord; een andere tikfout dan die van de tests."""
    toeval = random.Random(vraag + "3")
    woorden = vraag.split()
    k = max(range(len(woorden)), key=lambda n: len(woorden[n]))
    w = woorden[k]
    if len(w) < 4:
        return vraag
    i = toeval.randrange(1, len(w) - 1)
    woorden[k] = w[:i] + w[i + 1] + w[i] + w[i + 2 :]
    return " ".join(woorden)


def lees(pad: Path, deel: str) -> list[tuple[str, set[str]]]:
    with open(pad, encoding="utf-8") as stroom:
        rijen = list(csv.DictReader(stroom, delimiter="\t"))
    alle = [(r["vraag"], set((r.get("functies") or r["verwachte_functies"]).split(","))) for r in rijen]
    return {"oneven": alle[::2], "even": alle[1::2], "alle": alle}[deel]


def plek(motor: Motor, vraag: str, goed: set[str], tijden: list[float]) -> tuple[int, list[str]]:
    begin = time.perf_counter()
    eerste = motor.zoek(vraag)["resultaten"][:3]
    tijden.append((time.perf_counter() - begin) * 1000)
    raak = [bool(goed & set(r["functies"])) for r in eerste]
    return raak.index(True) + 1 if True in raak else 0, [f"{r['id']} ({r['via']})" for r in eerste]


def kilobytes(kern: dict) -> float:
    plat = json.dumps(kern, ensure_ascii=False, separators=(",", ":"))
    return (
        sum(len(gzip.compress(t.encode(), 9)) for t in (plat, bundel("zoek/blad.js") + bundel("zoek/werker.js")))
        / 1000
    )


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("bestand", type=Path, nargs="+")
    p.add_argument("--map", type=Path, default=PROJECT)
    p.add_argument("--deel", choices=("oneven", "even", "alle"), default="alle")
    p.add_argument("--toon", choices=tuple(SOORTEN))
    p.add_argument("--gewicht", nargs="*", default=[])
    wens = p.parse_args()
    verslag = Verslag()
    catalogus = lees_catalogus(wens.map, verslag, date(2026, 11, 22), Voorraad(wens.map, aan=False))
    if catalogus is None:
        sys.exit(verslag.als_tekst())
    kern, rest = maak_index(catalogus)
    motor = Motor(kern, rest, {k: float(v) for k, v in (g.split("=") for g in wens.gewicht)})
    tijden: list[float] = []
    for pad in wens.bestand:
        vragen, regels = lees(pad, wens.deel), []
        for soort, maak in SOORTEN.items():
            plekken = [(v, goed, *plek(motor, maak(v), goed, tijden)) for v, goed in vragen]
            n = max(1, len(plekken))
            regels.append(
                f"{soort} {sum(x[2] == 1 for x in plekken) / n:.1%}/{sum(x[2] > 0 for x in plekken) / n:.1%}"
            )
            if wens.toon == soort:
                for v, goed, waar, kwam in plekken:
                    if waar != 1:
                        print(
                            f"{waar or '-'}  {maak(v)}\n      hoort {','.join(sorted(goed))}\n      kwam  {' ; '.join(kwam)}"
                        )
        print(f"{pad.name} ({len(vragen)}): " + "; ".join(regels), flush=True)
    snel = statistics.quantiles(tijden, n=20)
    print(
        f"p50 {statistics.median(tijden):.1f} ms, p95 {snel[18]:.1f} ms; {kilobytes(kern):.1f} kB voor de eerste uitslag"
    )


if __name__ == "__main__":
    main()
