"""Meet elke soort pagina op een trage telefoon: verspringen (CLS), eerste blik (LCP), geblokkeerd (TBT) en gewicht.

    python3 bench/bezoek.py                              (bouwt de voorbeeldsite)
    python3 bench/bezoek.py --site MAP --rondes 3        (een site die al gebouwd is)
    python3 bench/bezoek.py --site MAP --alleen kaart    (alleen soorten met dit in hun naam)

De telefoon is die van `bench/kaart.py`: processor 4 keer zo traag, 1,6 Mbit/s, 150 ms, gzip. Status 1 als een soort boven
haar grens komt; de getallen hangen af van de computer, dus zij staan hier en niet in de tests.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from bench.kaart import TELEFOON, dien  # noqa: E402
from bench.meten import meet  # noqa: E402

# Na de laatste lange taak of verschuiving zo lang niets: dan is de pagina klaar. In milliseconden.
STIL, HOOGSTENS = 1200, 25_000
KIJK = """
window.m = { cls: 0, lcp: 0, lang: [], eerst: 0, bron: [], laatst: 0 };
const zie = (type, doe) => new PerformanceObserver((l) => { for (const e of l.getEntries()) doe(e); })
  .observe({ type, buffered: true });
zie("layout-shift", (e) => { if (e.hadRecentInput) return; m.cls += e.value; m.laatst = performance.now();
  if (e.value > 0.005) m.bron.push(...e.sources.map((s) => s.node?.id || s.node?.className || s.node?.nodeName || "?")); });
zie("largest-contentful-paint", (e) => { m.lcp = e.startTime; });
zie("longtask", (e) => { m.lang.push([e.startTime, e.duration]); m.laatst = performance.now(); });
zie("paint", (e) => { if (e.name === "first-contentful-paint") m.eerst = e.startTime; });
"""
STIL_NU = f"""() => {{
  const stand = document.documentElement.dataset, balie = document.querySelector("[data-kcc]");
  const bezig = "zoekWacht" in stand || "zoekBezig" in stand || (balie && balie.dataset.klaar !== "ja");
  return document.readyState === "complete" && !bezig && performance.now() - Math.max(m.laatst, m.lcp) > {STIL};
}}"""
KOP = """# Uitslag van het bezoek

Gemeten op {dag}, {kernen} processorkernen, gedeeld met ander werk, met `python3 bench/bezoek.py --uitslag`; mediaan van
{rondes}. Chromium als telefoon van 390 bij 844: processor 4 keer zo traag, 1,6 Mbit/s, 150 ms. Een getal boven zijn
grens staat vet: CLS 0,05; LCP 1.800 ms; TBT 200 ms (kaart en balie 400); ingang 27 kB, voorpagina 22 kB, kaart 250 kB.

| soort | adres | verzoeken | kB | LCP ms | CLS | TBT ms |
|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Soort:
    """Een soort pagina met haar grenzen: milliseconden geblokkeerd en kB over de lijn."""

    naam: str
    pad: str
    tbt: int = 200
    kb: int = 250


SOORTEN = (
    Soort("voorpagina", "/", kb=22),
    Soort("zoeken, leeg", "/zoeken/"),
    Soort("zoeken", "/zoeken/?q=ik%20kan%20de%20huur%20niet%20betalen"),
    Soort("zoeken, nood", "/zoeken/?q=mijn%20man%20slaat%20mij"),
    Soort("ingang", "/voorzieningen/bibliotheek-oude-stad/", kb=27),
    Soort("ingang, besluit", "/voorzieningen/gemeente-voorbeeldstad-toegang/", kb=27),
    Soort("ingang, gesloten", "/voorzieningen/kledinghoek-de-knoop/", kb=27),
    Soort("ingang, tijdelijk", "/voorzieningen/dorpshuis-de-kolk/", kb=27),
    Soort("ingang, geheim", "/voorzieningen/crisisopvang-vaarleland/", kb=27),
    Soort("ingang, landelijk", "/voorzieningen/113-zelfmoordpreventie/", kb=27),
    Soort("organisatie", "/organisaties/gemeente-voorbeeldstad/"),
    Soort("onderwerp", "/themas/geld/"),
    Soort("functie", "/functies/schuldhulpverlening/"),
    Soort("functies", "/functies/"),
    Soort("gemeente", "/gebieden/voorbeeldstad/"),
    Soort("wijk", "/gebieden/voorbeeldstad/oude-stad/"),
    Soort("dorp", "/gebieden/voorbeeldstad/lindeveen/"),
    Soort("gebiedsteam", "/gebieden/voorbeeldstad/gebied-rivier/"),
    Soort("dekking", "/gebieden/voorbeeldstad/dekking/"),
    Soort("cijfers", "/gebieden/deventer/"),
    Soort("kaart", "/kaart/", tbt=400),
    Soort("lijst", "/lijst/"),
    Soort("balie", "/kcc/", tbt=400),
    Soort("hulp nu", "/hulp-nu/"),
    Soort("wegwijzer", "/wegwijzer/geld/"),
    Soort("lijstje", "/lijstje/"),
    Soort("taal", "/taal/ar/"),
    Soort("bouwtekening", "/bouwtekening/"),
    Soort("taken", "/taken/"),
    Soort("begrippen", "/begrippen/"),
    Soort("bronnen", "/bronnen/"),
    Soort("zo werkt het", "/zo-werkt-het/"),
    Soort("vergelijken", "/zo-werkt-het/vergelijken/deventer-met-voorbeeldstad/"),
    Soort("redactie", "/redactie/"),
    Soort("velden", "/redactie/velden/"),
    Soort("insluitblad", "/insluiten/thema/geld/"),
)


@dataclass(frozen=True)
class Meting:
    verzoeken: int
    kb: float
    lcp: float
    cls: float
    tbt: float
    bron: tuple[str, ...] = ()


def bezoek(browser, server, pad: str) -> Meting:
    """Een koud bezoek aan een pagina op de trage telefoon."""
    server.geteld.clear()
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, locale="nl-NL")
    page = context.new_page()
    lijn = context.new_cdp_session(page)
    lijn.send("Network.enable")
    lijn.send("Network.emulateNetworkConditions", TELEFOON)
    lijn.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(KIJK)
    page.goto(f"http://127.0.0.1:{server.server_port}{pad}", wait_until="commit")
    page.wait_for_function(STIL_NU, timeout=HOOGSTENS, polling=200)
    m = page.evaluate("window.m")
    context.close()
    tbt = sum(max(0, duur - 50) for begin, duur in m["lang"] if begin + duur > m["eerst"])
    bytes_ = sum(server.geteld.values())
    return Meting(len(server.geteld), bytes_ / 1000, m["lcp"], m["cls"], tbt, tuple(dict.fromkeys(m["bron"])))


def mediaan(metingen: list[Meting]) -> Meting:
    """De middelste van elk getal; wat er versprong is van de bezoeken samen."""
    midden = {n: statistics.median(getattr(m, n) for m in metingen) for n in ("verzoeken", "kb", "lcp", "cls", "tbt")}
    return replace(metingen[0], **midden, bron=tuple(dict.fromkeys(b for m in metingen for b in m.bron)))


def meet_soorten(site: Path, soorten: list[Soort], rondes: int) -> dict[Soort, Meting]:
    from playwright.sync_api import sync_playwright

    server = dien(site)
    with sync_playwright() as spel:
        browser = spel.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        uit = {s: mediaan([bezoek(browser, server, s.pad) for _ in range(rondes)]) for s in soorten}
        browser.close()
    server.shutdown()
    return uit


def getal(waarde: float, grens: float, vorm: str) -> str:
    tekst = format(waarde, vorm).replace(".", ",")
    return f"**{tekst}**" if waarde > grens else tekst


def rij(soort: Soort, m: Meting) -> str:
    delen = [
        soort.naam,
        soort.pad,
        f"{m.verzoeken:.0f}",
        getal(m.kb, soort.kb, ".1f"),
        getal(m.lcp, 1800, ".0f"),
        getal(m.cls, 0.05, ".3f"),
        getal(m.tbt, soort.tbt, ".0f"),
    ]
    return f"| {' | '.join(delen)} |"


def bouw_zo_nodig(site: Path | None, werk: Path) -> Path:
    if site is None:
        site = werk / "site"
        meet([sys.executable, "-m", "generator", "bouw", "--uit", str(site)], PROJECT, {})
    return site


def schrijf_uitslag(bestand: Path, tabel: str) -> None:
    """Vervang de tabel; wat eronder onder een eigen kop staat (de cijfers, de taken) blijft."""
    _, kop, rest = bestand.read_text("utf-8").partition("\n## ") if bestand.exists() else ("", "", "")
    bestand.write_text(tabel + kop + rest, "utf-8")


def main() -> int:
    lees = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lees.add_argument("--site", type=Path)
    lees.add_argument("--rondes", type=int, default=3)
    lees.add_argument("--alleen", default="")
    lees.add_argument("--uitslag", action="store_true", help="schrijf UITSLAG-BEZOEK.md")
    opties = lees.parse_args()
    soorten = [s for s in SOORTEN if opties.alleen in s.naam]
    with tempfile.TemporaryDirectory() as werk:
        uit = meet_soorten(bouw_zo_nodig(opties.site, Path(werk)), soorten, opties.rondes)
    rijen = [rij(s, m) for s, m in uit.items()]
    for regel, meting in zip(rijen, uit.values(), strict=True):
        print(regel, "versprong: " + ", ".join(meting.bron) if meting.bron else "")
    if opties.uitslag:
        kop = KOP.format(dag=date.today(), kernen=os.cpu_count(), rondes=opties.rondes)
        schrijf_uitslag(PROJECT / "bench" / "UITSLAG-BEZOEK.md", kop + "\n".join(rijen) + "\n")
    return int(any("**" in regel for regel in rijen))


if __name__ == "__main__":
    sys.exit(main())
