"""Meet de beginpagina van een regio: het maken, de grootte van haar indexen, en wat een vraag ophaalt.

De scherven zelf bouwt bench/land.py. De index van namen voor het hele land wordt echt gemaakt, uit de namen van de
verzonnen ingangen; alleen de sites erachter zijn er dan niet.
"""

import gzip
import json
import random
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bench.corpus import PROJECT, maak_ingangen
from bench.meten import Meting, meet
from generator.json_tekst import als_json
from generator.regio.blad import SCRIPTS
from generator.regio.namen import MAP, maak_namen
from generator.regio.plaatsen import maak_gemeenten
from generator.regio.scherf import ORGANISATIE, VOORZIENING, Deelgemeente, Scherf
from generator.zoeken.bundel import bundel, keten
from generator.zoeken.taal import lees_taal

REGIO = "https://kaart.voorbeeldland.example/"
VRAGEN = 300
# Wat een vraag met een plaats van een site haalt (statisch/zoek/dienst.js).
SITEDELEN = ("werker.js", "later.js", "kern.json", "tonen.json", "crisis.json", "kennis.json", "rest.json")


def ingepakt(tekst: str | bytes) -> int:
    return len(gzip.compress(tekst.encode() if isinstance(tekst, str) else tekst, 9))


def meet_regio(werk: Path, aantal: int, python: str, peildatum: str) -> Meting:
    """Maak de beginpagina uit de eerste `aantal` gebouwde sites in de werkmap."""
    map_ = werk / f"regio-{aantal}"
    map_.mkdir(exist_ok=True)
    regels = "".join(
        f"  - {{map: ../site-{nummer}, gemeenten: [GM{9000 + nummer:04}]}}\n" for nummer in range(1, aantal + 1)
    )
    (map_ / "regiokaart.yaml").write_text(f"naam: Land\nadres: {REGIO}\nsites:\n{regels}", encoding="utf-8")
    opdracht = [python, "-m", "generator", "regio", "--map", str(map_), "--peildatum", peildatum]
    return meet(opdracht, PROJECT, {"SOCIALE_KAART_VOORRAAD": str(werk / "voorraad-regio")})


def namen_van_een_scherf(nummer: int, ingangen: int, landelijk: Sequence[tuple]) -> tuple:
    eigen = ((i.naam, VOORZIENING, i.id) for i in maak_ingangen(ingangen, zaad=nummer))
    organisaties = ((f"Stichting {i.naam}", ORGANISATIE, f"o{i.id}") for i in maak_ingangen(60, zaad=-nummer))
    return (*eigen, *organisaties, *landelijk)


def verzonnen_land(gemeenten: int, ingangen: int, wijken: Path | None) -> list[Scherf]:
    """Een scherf per gemeente met de namen van haar ingangen; met `wijken` heten de plekken zoals die in het land."""
    landelijk = [(f"Landelijke dienst {i}", VOORZIENING, f"landelijk-{i}") for i in range(100)]
    per_gemeente = namen_van_plekken(wijken)
    codes = sorted(per_gemeente) or [str(i) for i in range(gemeenten)]
    uit = []
    for nummer, code in enumerate(codes[:gemeenten], 1):
        naam, plekken = per_gemeente.get(code, (f"Voorbeeldstad {nummer}", ()))
        postcodes = tuple(range(1000 + nummer * 12, 1012 + nummer * 12))  # 4.000 in het land is er 12 per gemeente
        uit.append(
            Scherf(
                map=Path(),
                adres=f"{REGIO}{code}/",
                onder=f"{code}/",
                gemeenten=(Deelgemeente(f"GM{nummer:04}", naam),),
                wijken=tuple(plekken),
                plaatsen=tuple(f"Dorp {nummer} {i}" for i in range(6)),
                postcodes=postcodes,
                namen=namen_van_een_scherf(nummer, ingangen, landelijk),
                nood=(),
                peildatum=date(2026, 11, 22),
                programma="",
            )
        )
    return uit


def namen_van_plekken(bestand: Path | None) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Per gemeentecode haar naam en de namen van haar wijken, uit een GeoJSON zoals ../shared die heeft."""
    uit: dict[str, tuple[str, tuple[str, ...]]] = {}
    for kenmerk in json.loads(bestand.read_text(encoding="utf-8"))["features"] if bestand else ():
        velden = kenmerk["properties"]
        naam, wijken = uit.get(velden["gemeentecode"], (velden["gemeentenaam"], ()))
        uit[velden["gemeentecode"]] = naam, (*wijken, velden["naam"])
    return uit


def meet_namen(gemeenten: int, ingangen: int, wijken: Path | None) -> list[str]:
    """De index van namen voor het hele land: hoe groot, hoe lang, en wat een vraag ervan haalt."""
    scherven = verzonnen_land(gemeenten, ingangen, wijken)
    stop = set(lees_taal()["stop"].split())
    begin = time.process_time()
    bestanden = dict(maak_namen(scherven, stop))
    cpu = time.process_time() - begin
    plaatsen = als_json(maak_gemeenten(scherven, stop, {"hulp"}))
    groottes = {pad: ingepakt(tekst) for pad, tekst in bestanden.items()}
    namen = [naam for s in scherven for naam, _, _ in s.namen]
    vast = ingepakt(plaatsen) + groottes[f"{MAP}/wijzer.json"]
    per_vraag = sorted(vast + sum(groottes[f"{MAP}/{n}.json"] for n in nodig) for nodig in bladen(bestanden, namen))
    return [
        f"{len(namen)} namen van {gemeenten} gemeenten: {cpu:.1f} s cpu, {len(bestanden) - 1} bladen, "
        f"{sum(map(len, bestanden.values())) / 1e6:.1f} MB, ingepakt {sum(groottes.values()) / 1e6:.1f} MB",
        f"gemeenten.json ingepakt {ingepakt(plaatsen) / 1000:.1f} kB, wijzer.json "
        f"{groottes[f'{MAP}/wijzer.json'] / 1000:.1f} kB, het grootste blad "
        f"{max(groottes.values()) / 1000:.1f} kB",
        f"een vraag naar een naam haalt samen (plaatsen, wijzer en bladen, {len(per_vraag)} vragen): mediaan "
        f"{per_vraag[len(per_vraag) // 2] / 1000:.1f} kB, de zwaarste {per_vraag[-1] / 1000:.1f} kB",
    ]


def bladen(bestanden: dict[str, str], namen: list[str]) -> list[list[int]]:
    """Welke bladen het script van de pagina kiest voor vragen van een, twee en alle woorden uit een naam."""
    from py_mini_racer import MiniRacer

    js, kies = MiniRacer(), random.Random(1)
    js.eval(bundel("regio/namen.js"))
    begin = json.loads(bestanden[f"{MAP}/wijzer.json"])["begin"]
    vragen = []
    for naam in kies.sample(namen, VRAGEN):
        woorden = naam.split()
        vragen.append(" ".join(kies.sample(woorden, min(len(woorden), kies.choice((1, 2, 9))))))
    stop = lees_taal()["stop"].split()
    zoek = f"({json.dumps(vragen)}).map((v) => bladenVoor(zoekwoordenVan(v, {json.dumps(stop)}), {json.dumps(begin)}))"
    return json.loads(str(js.eval(f"JSON.stringify({zoek})")))


def bytes_van_een_site(site: Path) -> str:
    """Wat een vraag met een plaats van een site haalt, ingepakt."""
    delen = {naam: ingepakt((site / "assets/zoek" / naam).read_bytes()) for naam in SITEDELEN}
    rij = ", ".join(f"{naam} {grootte / 1000:.0f}" for naam, grootte in delen.items())
    return f"een vraag met een plaats haalt van de site {sum(delen.values()) / 1000:.0f} kB ingepakt ({rij})"


def bytes_van_het_begin(regio: Path) -> str:
    """Wat de beginpagina zelf haalt, en wat er bij komt als iemand begint te typen (om nood te herkennen)."""
    eerst = ["index.html", "assets/iconen.svg", *(f"assets/{naam}" for naam in keten(*SCRIPTS))]
    eerst += [
        f"assets/{naam}" for naam in ("gemeen/stijl.css", "gemeen/snelweg.css", "zoek/stijl.css", "regio/stijl.css")
    ]
    nood = [f"assets/zoek/{naam}" for naam in ("werker.js", "kern.json", "tonen.json", "crisis.json")]
    kb = [sum(ingepakt((regio / pad).read_bytes()) for pad in deel) / 1000 for deel in (eerst, nood)]
    return f"de beginpagina haalt {kb[0]:.0f} kB ingepakt, en bij het typen {kb[1]:.0f} kB om nood te herkennen"
