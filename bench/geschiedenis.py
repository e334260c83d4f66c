"""Hoe lang het lezen van de geschiedenis duurt: 2.000 vastleggingen op 500 ingangen, de eerste keer en daarna.

Draai `.venv/bin/python bench/geschiedenis.py [aantal]`. De opslag komt in een tijdelijke map; er gaat niets naar buiten.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))
INGANGEN, BEGIN = 500, 1_700_000_000


def stroom(aantal: int) -> bytes:
    """De opdrachten voor `git fast-import`: een begin, en dan elke keer een telefoonnummer of een openingstijd."""
    bronnen = [p.read_text(encoding="utf-8") for p in sorted((PROJECT / "sociale_kaart").glob("*/*.yaml"))]
    bronnen = [tekst for tekst in bronnen if "telefoon:" in tekst and "openingstijden" in tekst]
    stand = {n: bronnen[n % len(bronnen)].replace("naam: ", f"naam: {n} ", 1) for n in range(INGANGEN)}
    uit = [vastlegging(0, stand)]
    for keer in range(1, aantal):
        n = keer * 7 % INGANGEN
        nummer = stand[n].index('"0999-') if '"0999-' in stand[n] else 0
        stand[n] = f"{stand[n][: nummer + 6]}{keer % 90 + 10}{stand[n][nummer + 8 :]}"
        uit.append(vastlegging(keer, {n: stand[n]}))
    return b"".join(uit)


def vastlegging(keer: int, bestanden: dict[int, str]) -> bytes:
    kop = f"commit refs/heads/main\ncommitter t <t@samen.example> {BEGIN + keer * 3600} +0100\ndata 1\nx\n"
    delen = [kop.encode()]
    for n, tekst in bestanden.items():
        ruw = tekst.encode()
        pad = f"sociale_kaart/wijkfuncties/plek-{n}.yaml"
        delen += [f"M 100644 inline {pad}\ndata {len(ruw)}\n".encode(), ruw, b"\n"]
    return b"".join(delen)


def main() -> None:
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "kaart"
        map_.mkdir()
        os.environ["SOCIALE_KAART_VOORRAAD"] = f"{tijdelijk}/voorraad"
        subprocess.run(["git", "init", "-q", "-b", "main"], cwd=map_, check=True)
        subprocess.run(["git", "fast-import", "--quiet"], cwd=map_, input=stroom(aantal), check=True)
        from generator.catalogus import lees_catalogus
        from generator.geschiedenis.berichten import Verteller
        from generator.geschiedenis.verloop import lees_verloop
        from generator.meldingen import Verslag
        from generator.voorraad import Voorraad

        catalogus = lees_catalogus(PROJECT, Verslag(), date.today(), Voorraad(PROJECT))
        assert catalogus is not None

        for wat in ("de eerste keer", "daarna"):
            begin, cpu = time.perf_counter(), time.process_time()
            voorraad = Voorraad(map_)
            momenten = lees_verloop(map_, voorraad)
            berichten = list(Verteller(catalogus, map_).vertel(momenten))
            duur, cpu = time.perf_counter() - begin, time.process_time() - cpu
            begin = time.perf_counter()
            voorraad.bewaar()
            bewaren = time.perf_counter() - begin
            print(f"{wat}: {len(momenten)} momenten, {len(berichten)} berichten")
            print(f"  {duur:.2f} s ({cpu:.2f} s rekenen), bewaren {bewaren:.2f} s")


if __name__ == "__main__":
    main()
