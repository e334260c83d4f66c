"""Meet zoekmotoren naast elkaar op dezelfde verzonnen inhoud: treffers, bytes voor de eerste uitslag, tijd per vraag.

    npm install --prefix MAP lunr lunr-languages minisearch     # alleen voor deze meting
    pip install pagefind_bin
    python bench/zoeken/vergelijk.py --npm MAP [--aantallen 300 2000 10000] [--zonder-pagefind]

Elke motor krijgt dezelfde documenten: een per voorziening (naam, samenvatting, eigen zoekwoorden, namen van functies) en een per
functie (naam, uitleg, woorden van inwoners). Een treffer is een document met een verwachte functie bij de eerste drie.
"""

import argparse
import csv
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

HIER = Path(__file__).parent
PROJECT = HIER.parents[1]
sys.path[:0] = [str(PROJECT), str(HIER)]

from generator.catalogus import lees_catalogus  # noqa: E402
from generator.meldingen import Verslag  # noqa: E402
from generator.voorraad import Voorraad  # noqa: E402
from generator.zoeken.bundel import bundel  # noqa: E402
from generator.zoeken.index import maak_index  # noqa: E402
from generator.zoeken.toetsen import tikfout  # noqa: E402
from inhoud import maak_catalogus  # noqa: E402


def vragen(catalogus, hoogstens: int) -> list[dict]:
    """De zoektests en de extra vragen, zuiver en met een tikfout."""
    uit = [{"q": t.vraag, "ok": list(t.functies)} for t in catalogus.kennis.zoektests.zoektests]
    with open(PROJECT / "tests" / "zoekvragen_extra.tsv", encoding="utf-8") as stroom:
        uit += [
            {"q": r["vraag"], "ok": r["verwachte_functies"].split(",")} for r in csv.DictReader(stroom, delimiter="\t")
        ]
    stap = max(1, len(uit) // hoogstens)
    return [{**v, "t": tikfout(v["q"])} for v in uit[::stap]][:hoogstens]


def documenten(catalogus) -> list[dict]:
    namen = {f.id: f.naam for f in catalogus.functies.values()}
    uit = [
        {
            "id": f"v/{v.id}",
            "titel": v.naam,
            "functies": list(v.functies),
            "tekst": ". ".join([v.samenvatting, ", ".join(v.zoekwoorden), ", ".join(namen[f] for f in v.functies)]),
        }
        for v in catalogus.voorzieningen.values()
    ]
    return uit + [
        {
            "id": f"f/{f.id}",
            "titel": f.naam,
            "functies": [f.id],
            "tekst": f"{f.uitleg.bron} {', '.join(f.zoekwoorden)}",
        }
        for f in catalogus.functies.values()
    ]


def gz(tekst: str | bytes) -> int:
    return len(gzip.compress(tekst.encode() if isinstance(tekst, str) else tekst, 6))


def plat(waarde) -> str:
    return json.dumps(waarde, ensure_ascii=False, separators=(",", ":"))


def meet_node(naam: str, npm: Path, werk: Path) -> dict:
    opdracht = ["node", str(HIER / "motoren.cjs"), naam, str(npm), str(werk)]
    ruw = subprocess.run(opdracht, stdout=subprocess.PIPE, text=True, check=True).stdout
    return json.loads(ruw)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--npm", type=Path, required=True)
    p.add_argument("--aantallen", type=int, nargs="+", default=[300, 2000, 10000])
    p.add_argument("--vragen", type=int, default=200)
    p.add_argument("--zonder-pagefind", action="store_true")
    wens = p.parse_args()
    verslag = Verslag()
    basis = lees_catalogus(PROJECT, verslag, date(2026, 11, 22), Voorraad(PROJECT, aan=False))
    if basis is None:
        sys.exit(verslag.als_tekst())
    regels = [
        "| ingangen | motor | op een | eerste drie | tikfout, eerste drie | kB voor eerste uitslag | ms p50 | ms p95 |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for aantal in wens.aantallen:
        catalogus = maak_catalogus(basis, aantal)
        with tempfile.TemporaryDirectory() as tijdelijk:
            werk = Path(tijdelijk)
            (werk / "vragen.json").write_text(plat(vragen(basis, wens.vragen)), encoding="utf-8")
            (werk / "documenten.json").write_text(plat(documenten(catalogus)), encoding="utf-8")
            kern, rest = maak_index(catalogus)
            (werk / "kern.json").write_text(plat(kern), encoding="utf-8")
            (werk / "rest.json").write_text(plat(rest), encoding="utf-8")
            (werk / "motor.js").write_text(bundel("zoek/motor.js", "zoek/rest.js"), encoding="utf-8")
            eigen = gz(plat(kern)) + gz(bundel("zoek/blad.js")) + gz(bundel("zoek/werker.js"))
            motoren = [("eigen motor", meet_node("eigen", wens.npm, werk), eigen)]
            for naam in ("minisearch", "lunr"):
                uitslag = meet_node(naam, wens.npm, werk)
                motoren.append((naam, uitslag, uitslag["bytes"]))
            if not wens.zonder_pagefind and shutil.which("chromium"):
                from met_pagefind import meet_pagefind

                uitslag = meet_pagefind(werk)
                motoren.append(("pagefind", uitslag, uitslag["bytes"]))
        for naam, u, bytes_ in motoren:
            regels.append(
                f"| {aantal} | {naam} | {u['eerste']:.0%} | {u['drie']:.0%} | {u['tik']:.0%} | {bytes_ / 1000:.0f} | "
                f"{u['p50']:.1f} | {u['p95']:.1f} |"
            )
        print("\n".join(regels), flush=True)


if __name__ == "__main__":
    main()
