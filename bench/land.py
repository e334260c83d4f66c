"""Meet een provincie en het land: elke gemeente een eigen inhoudsmap (een scherf), los gebouwd op een matrix, met een
beginpagina die over de scherven zoekt.

    python3 bench/land.py --scherven 1 10 --ingangen 500
    python3 bench/land.py --namen 342 --wijken ../shared/gebieden/nl_wijken_2022.geojson
    python3 bench/land.py --punten 20000 --wijken ../shared/gebieden/nl_wijken_2022.geojson

Een scherf is een verzonnen gemeente met eigen codes en een eigen zaad. Scherven weten niets van elkaar, dus het land kost
een scherf keer het aantal, gedeeld door hoeveel er tegelijk draaien; de uitkomst voor 342 is uitgerekend en niet gemeten.
"""

import argparse
import json
import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from bench.corpus import punt_in, schrijf_corpus  # noqa: E402
from bench.meten import Meting, meet  # noqa: E402
from bench.regio import REGIO, bytes_van_een_site, bytes_van_het_begin, meet_namen, meet_regio  # noqa: E402

PEILDATUM = "2026-11-22"
GEMEENTEN = 342
TEGELIJK = 20  # zoveel taken draait een gewone matrix naast elkaar
TEKST = (".yaml", ".yml", ".geojson", ".csv", ".md")


def schrijf_scherf(doel: Path, nummer: int, ingangen: int) -> Path:
    """Een inhoudsmap voor de verzonnen gemeente met dit nummer: eigen code, naam, wijken en teksten."""
    schrijf_corpus(doel, ingangen, zaad=nummer)
    code, slug = f"{9000 + nummer:04}", f"voorbeeldstad-{nummer}"
    for bestand in (p for p in doel.rglob("*") if p.suffix in TEKST):
        tekst = bestand.read_text(encoding="utf-8")
        for oud, nieuw in (("GM9999", f"GM{code}"), ("WK9999", f"WK{code}"), ("BU9999", f"BU{code}")):
            tekst = tekst.replace(oud, nieuw)
        bestand.write_text(tekst.replace("naam: Voorbeeldstad\n", f"naam: Voorbeeldstad {nummer}\n"), encoding="utf-8")
    (doel / "gebieden" / "voorbeeldstad").rename(doel / "gebieden" / slug)
    instellingen = (doel / "mkdocs.yml").read_text(encoding="utf-8")
    adres = re.sub(r"(?m)^site_url:.*$", f"site_url: {REGIO}{slug}/", instellingen)
    (doel / "mkdocs.yml").write_text(adres, encoding="utf-8")
    return doel


def bouw_scherf(werk: Path, nummer: int, ingangen: int, python: str) -> Meting:
    """Bouw een scherf zoals een taak in een matrix: zonder voorraad van een andere, op een kern."""
    map_ = schrijf_scherf(werk / f"scherf-{nummer}", nummer, ingangen)
    opdracht = [python, "-m", "generator", "bouw", "--kernen", "1", "--map", str(map_), "--peildatum", PEILDATUM]
    omgeving = {"SOCIALE_KAART_VOORRAAD": str(werk / f"voorraad-{nummer}")}
    meting = meet([*opdracht, "--uit", str(werk / f"site-{nummer}")], PROJECT, omgeving)
    print(
        f"  scherf {nummer:3} {meting.cpu:7.2f} s cpu {meting.klok:7.2f} s klok {meting.geheugen:6.0f} MB", flush=True
    )
    return meting


def grootte(map_: Path) -> tuple[int, int]:
    """(bestanden, bytes) van een site."""
    maten = [p.stat().st_size for p in map_.rglob("*") if p.is_file()]
    return len(maten), sum(maten)


def meet_scherven(werk: Path, aantallen: list[int], ingangen: int, python: str) -> None:
    metingen = [bouw_scherf(werk, nummer, ingangen, python) for nummer in range(1, max(aantallen) + 1)]
    for aantal in aantallen:
        cpu = sum(m.cpu for m in metingen[:aantal])
        print(f"{aantal} scherven van {ingangen}: {cpu:.1f} s cpu, {cpu / aantal:.2f} s per scherf")
        regio = meet_regio(werk, aantal, python, PEILDATUM)
        print(f"  de beginpagina erboven: {regio.cpu:.2f} s cpu, {regio.klok:.2f} s klok, {regio.geheugen:.0f} MB")
    print(f"  {bytes_van_het_begin(werk / f'regio-{max(aantallen)}/site')}")
    print(f"  {bytes_van_een_site(werk / 'site-1')}")
    midden = statistics.median(m.cpu for m in metingen)
    bestanden, bytes_ = grootte(werk / "site-1")
    print(f"Uitgerekend voor {GEMEENTEN}: {GEMEENTEN * midden:.0f} s cpu samen,", end=" ")
    print(f"{-(-GEMEENTEN // TEGELIJK) * midden:.0f} s met {TEGELIJK} tegelijk (zonder installeren),", end=" ")
    print(f"{GEMEENTEN * bestanden} bestanden, {GEMEENTEN * bytes_ / 1e9:.1f} GB;", end=" ")
    print(f"piekgeheugen van een scherf {max(m.geheugen for m in metingen):.0f} MB.")


def meet_punten(bestand: Path, aantal: int) -> None:
    """Leg willekeurige punten in de wijken van een heel land, met dezelfde code als de bouw."""
    from generator.gebieden.plaatsen import plaats_punten
    from generator.model import Gebied, Gemeente
    from generator.voorraad import Voorraad

    kies, wijken, randen = random.Random(1), [], []
    for nummer, kenmerk in enumerate(json.loads(bestand.read_text(encoding="utf-8"))["features"]):
        vorm, code = kenmerk["geometry"], f"WK{nummer:06}"
        vlakken = [vorm["coordinates"]] if vorm["type"] == "Polygon" else vorm["coordinates"]
        wijken.append(Gebied(code, code, "wijk", "GM0000", code.lower(), vorm))
        randen.append(max((vlak[0] for vlak in vlakken), key=len))
    punten = [(i, *punt_in(kies.choice(randen), kies)) for i in range(aantal)]
    land = Gemeente("GM0000", "Land", "Land", "land", "gebieden/land/gemeente.yaml", tuple(wijken))
    begin, klok = time.process_time(), time.perf_counter()
    geplaatst = plaats_punten([land], punten, Voorraad(bestand.parent, aan=False))
    cpu = time.process_time() - begin
    print(
        f"{aantal} punten in {len(wijken)} wijken: {cpu:.2f} s cpu, {time.perf_counter() - klok:.2f} s klok;", end=" "
    )
    print(f"{len(geplaatst)} liggen ergens.")


def main() -> None:
    deel = argparse.ArgumentParser(description="Meet scherven en punten van een heel land.")
    deel.add_argument("--scherven", nargs="+", type=int, default=[], metavar="N", help="hoeveel scherven te bouwen")
    deel.add_argument("--ingangen", type=int, default=500, metavar="N", help="ingangen per scherf")
    deel.add_argument("--punten", type=int, default=0, metavar="N", help="punten om in wijken te leggen")
    deel.add_argument("--namen", type=int, default=0, metavar="N", help="maak de index van namen van N gemeenten")
    deel.add_argument("--wijken", type=Path, help="GeoJSON met alle wijken van het land")
    deel.add_argument("--python", default=sys.executable, help="de Python met de pakketten")
    deel.add_argument("--werkmap", type=Path, help="waar de scherven komen")
    opties = deel.parse_args()
    if opties.punten and opties.wijken:
        meet_punten(opties.wijken, opties.punten)
    if opties.namen:
        print("\n".join(meet_namen(opties.namen, opties.ingangen, opties.wijken)))
    if opties.scherven:
        with tempfile.TemporaryDirectory(prefix="land-", dir=opties.werkmap) as werk:
            meet_scherven(Path(werk), opties.scherven, opties.ingangen, opties.python)


if __name__ == "__main__":
    main()
