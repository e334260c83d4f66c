"""Loop taken van bewoners en gesprekken aan de balie na in een echte browser, en zeg per taak of het in een keer goed gaat.

    python3 bench/taken.py                       (bouwt de voorbeeldsite)
    python3 bench/taken.py --site MAP            (een site die al gebouwd is)
    python3 bench/taken.py --site MAP --alleen paspoort

De taken staan in bench/taken.yaml. Goed is: het juiste staat bovenaan en in het eerste scherm, met zijn stand; en wie het
opent, ziet zonder schuiven de naam, de stand en een weg verder (bellen, mailen of de website). Status 1 onder de grens.
"""

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from bench.bezoek import bouw_zo_nodig  # noqa: E402
from bench.kaart import dien  # noqa: E402

GRENS = {"taken": 11 / 12, "gesprekken": 13 / 15}
TELEFOON = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
BALIE = {"viewport": {"width": 1280, "height": 720}}
ZOEKVRAAG_TIKKEN, OPENEN = 2, 1
KLAAR = "q => document.documentElement.dataset.zoekKlaar === q && !('zoekBezig' in document.documentElement.dataset)"
# Een ding is in het eerste scherm als zijn eerste regel er heel in staat.
IN_BEELD = """el => { const r = el.getClientRects()[0];
  return Boolean(r) && r.height > 0 && r.top >= 0 && Math.min(r.bottom, r.top + 44) <= innerHeight; }"""


@dataclass(frozen=True)
class Oordeel:
    """Hoe een taak ging: de handelingen, wat bovenaan stond, en wat er niet goed aan was."""

    taak: dict
    handelingen: int
    eerste: str = ""
    mis: tuple[str, ...] = ()


def in_beeld(page, kiezer: str) -> bool:
    """Of het eerste zichtbare element van `kiezer` in het eerste scherm staat, zonder te schuiven."""
    elementen = page.locator(kiezer).filter(visible=True)
    return elementen.count() > 0 and elementen.first.evaluate(IN_BEELD)


def ontbreekt(page, wat: dict[str, str]) -> list[str]:
    return [naam for naam, kiezer in wat.items() if not in_beeld(page, kiezer)]


def kijk_uitkomst(taak: dict, stand: dict, eerste: str) -> list[str]:
    """Wat er mis is met de uitslag zelf: verkeerd bovenaan, geen rood blok, of ten onrechte wel iets gevonden."""
    if "elders" in taak:
        goed = stand["uitkomst"] == "elders" and taak["elders"] in ("ja", True, stand["elders"])
        return [] if goed else [f"uitkomst {stand['uitkomst']} {stand['elders']}"]
    goed = eerste in taak["goed"] or eerste in taak.get("uitleg", ())
    mis = [] if goed else [f"bovenaan staat {eerste or 'niets'}"]
    if taak.get("crisis") != "mag" and bool(taak.get("crisis")) != stand["crisis"]:
        mis.append("rood blok ontbreekt" if taak.get("crisis") else "rood blok zonder reden")
    return mis


STAND = """() => ({ uitkomst: document.documentElement.dataset.zoekUitkomst || "",
  elders: document.querySelector("[data-elders]")?.dataset.elders || "",
  crisis: [...document.querySelectorAll("[data-crisis]")].some((b) => b.checkVisibility()) })"""
INGANG = {
    "naam": "main h1",
    "stand": "main [data-voorziening] .stand",
    "weg verder": ".acties .knop, [data-voorziening] .stap a",
}
UITLEG = {"naam": "main h1", "wie dit doet": "main [data-kaartje] h3", "nummer": "main [data-kaartje] a[href^='tel:']"}


def kijk_doel(page, taak: dict) -> list[str]:
    """Wat er niet goed is aan wat iemand opende: een plek, of de uitleg van een soort hulp met een goede plek bovenaan."""
    if page.locator("[data-voorziening]").count():
        return ontbreekt(page, INGANG)
    kaartjes = page.locator("main [data-kaartje]").filter(visible=True)
    deur = kaartjes.first.get_attribute("data-kaartje") if kaartjes.count() else ""
    return ([] if deur in taak["goed"] else [f"op de uitleg staat eerst {deur}"]) + ontbreekt(page, UITLEG)


def vraag_bewoner(page, basis: str, taak: dict) -> Oordeel:
    """Van de voorpagina naar een uitslag, en door naar wat bovenaan staat."""
    page.goto(f"{basis}/")
    page.fill("#q", taak["vraag"])
    page.press("#q", "Enter")
    page.wait_for_function(KLAAR, arg=taak["vraag"], timeout=60_000)
    page.wait_for_timeout(300)
    resultaten = page.locator("[data-zoekresultaat]").filter(visible=True)
    eerste = resultaten.first.get_attribute("data-id") if resultaten.count() else ""
    mis = kijk_uitkomst(taak, page.evaluate(STAND), eerste)
    if "elders" in taak:
        return Oordeel(taak, ZOEKVRAAG_TIKKEN, "", (*mis, *ontbreekt(page, {"antwoord in beeld": "[data-elders]"})))
    # Bij nood is het nummer in het rode blok het antwoord; anders de eerste uitkomst.
    antwoord = "[data-crisis] a[href^='tel:']" if taak.get("crisis") == "ja" else "[data-zoekresultaat] h3"
    mis += ontbreekt(page, {"antwoord in beeld": antwoord})
    if eerste:
        resultaten.first.locator("h3 a").click()
        page.wait_for_selector("main h1")
        page.wait_for_timeout(600)
        mis += kijk_doel(page, taak)
    return Oordeel(taak, ZOEKVRAAG_TIKKEN + OPENEN, eerste, tuple(mis))


def doe_stap(page, stap: dict) -> tuple[int, str]:
    """Een handeling of een blik: (aantal handelingen, wat er mis is)."""
    if "eerste_scherm" in stap:
        return 0, "" if in_beeld(page, stap["eerste_scherm"]) else f"niet in beeld: {stap['eerste_scherm']}"
    if "typ" in stap:
        page.locator(stap["in"]).first.fill(stap["typ"])
    elif "enter" in stap:
        page.locator(stap["enter"]).first.press("Enter")
    elif "vink" in stap:
        page.locator(stap["vink"]).first.check()
    else:
        doel = stap["tik"]
        los = page.locator(doel) if any(t in doel for t in "[.#>") else page.get_by_text(doel)
        los.filter(visible=True).first.click(timeout=5000)
    page.wait_for_load_state()
    page.wait_for_timeout(900)
    return 1, ""


def doe_stappen(page, basis: str, taak: dict) -> Oordeel:
    page.goto(basis + taak["begin"])
    page.wait_for_timeout(500)
    handelingen, mis = 0, []
    for stap in taak["stappen"]:
        try:
            deed, fout = doe_stap(page, stap)
        except Exception as fout_bij_stap:  # een stap die niet gaat, is de uitkomst van deze taak
            mis.append(f"lukt niet: {stap} ({str(fout_bij_stap).splitlines()[0]})")
            break
        handelingen += deed
        mis += [fout] if fout else []
    if handelingen > taak["hoogstens"]:
        mis.append(f"{handelingen} handelingen")
    return Oordeel(taak, handelingen, page.url.removeprefix(basis), tuple(mis))


def bewoner(page, basis: str, taak: dict) -> Oordeel:
    return doe_stappen(page, basis, taak) if "stappen" in taak else vraag_bewoner(page, basis, taak)


BLAD = {"naam": "[data-kcc-blad] h2", "nummer": ".balie-nummer, .balie-anders", "stand": ".balie-bel [data-stand]"}


def gesprek(page, basis: str, taak: dict) -> Oordeel:
    """Typ wat de beller zegt en druk op Enter; alles met het toetsenbord."""
    page.goto(f"{basis}/kcc/")
    page.wait_for_selector("[data-kcc][data-klaar=ja]")
    page.keyboard.type(taak["vraag"])
    page.wait_for_function("q => document.documentElement.dataset.kccKlaar === q", arg=taak["vraag"], timeout=60_000)
    page.wait_for_timeout(900)
    gekozen = page.locator("[data-kcc-lijst] [aria-selected=true]")
    eerste = gekozen.first.get_attribute("data-id") if gekozen.count() else ""
    mis = kijk_uitkomst(taak, page.evaluate(STAND), eerste)
    if "elders" in taak:
        mis += ontbreekt(page, {"antwoord in beeld": "[data-elders]"})
        return Oordeel(taak, len(taak["vraag"]), eerste, tuple(mis))
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    mis += [naam for naam in ontbreekt(page, blad_van(page)) if naam]
    return Oordeel(taak, len(taak["vraag"]) + 1, eerste, tuple(mis))


def blad_van(page) -> dict[str, str]:
    """Wat er op het geopende blad te zien moet zijn: zonder tijden is er geen stand, en uitleg noemt wie het doet."""
    if page.locator("[data-kcc-blad] .balie-kies").count() and not page.locator(".balie-bel").count():
        return {"naam": BLAD["naam"], "wie dit doet": "[data-kcc-blad] .balie-kies li"}
    tijden = page.locator(".balie-bel [data-tijden]").first.get_attribute("data-tijden")
    return BLAD if tijden else {naam: kiezer for naam, kiezer in BLAD.items() if naam != "stand"}


WEGEN = {"taken": (bewoner, TELEFOON), "gesprekken": (gesprek, BALIE)}


def loop(site: Path, lijsten: dict, moment: str, alleen: str = "") -> dict[str, list[Oordeel]]:
    from playwright.sync_api import sync_playwright

    server, uit = dien(site), {}
    basis = f"http://127.0.0.1:{server.server_address[1]}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for naam in lijsten:
            doe, scherm = WEGEN[naam]
            uit[naam] = [met_blad(browser, basis, doe, scherm, moment, t) for t in lijsten[naam] if alleen in t["id"]]
        browser.close()
    server.shutdown()
    return uit


def met_blad(browser, basis: str, doe, scherm: dict, moment: str, taak: dict) -> Oordeel:
    """Elke taak in een schone browser: niemand heeft hier eerder gezocht."""
    context = browser.new_context(**scherm, locale="nl-NL", timezone_id="Europe/Amsterdam")
    page = context.new_page()
    page.clock.set_fixed_time(f"{moment}:00+01:00")
    try:
        oordeel = doe(page, basis, taak)
        print("." if not oordeel.mis else f"\n{regel(oordeel)}", end="", flush=True, file=sys.stderr)
        return oordeel
    finally:
        context.close()


def regel(oordeel: Oordeel) -> str:
    taak = oordeel.taak
    wat = taak.get("vraag", taak["id"])
    return f"| {wat} | {oordeel.handelingen} | {oordeel.eerste} | {'; '.join(oordeel.mis) or 'goed'} |"


def schrijf(uit: dict[str, list[Oordeel]]) -> bool:
    """Druk per lijst een tabel af; geeft terug of elke lijst haar grens haalt."""
    gehaald = True
    for naam, oordelen in uit.items():
        for lijst in dict.fromkeys(o.taak["lijst"] for o in oordelen):
            deze = [o for o in oordelen if o.taak["lijst"] == lijst]
            goed = sum(not o.mis for o in deze)
            gehaald &= goed >= GRENS[naam] * len(deze) - 1e-9
            print(f"\n### {naam}, {lijst}: {goed} van {len(deze)} in een keer\n")
            print("| wat | handelingen | kwam uit op | oordeel |\n|---|---|---|---|")
            print("\n".join(map(regel, deze)))
    return gehaald


def main() -> int:
    lezer = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lezer.add_argument("--site", type=Path)
    lezer.add_argument("--lijst", choices=GRENS, help="alleen de taken of alleen de gesprekken")
    lezer.add_argument("--alleen", default="", help="alleen taken met dit in hun id")
    opties = lezer.parse_args()
    lijsten = yaml.safe_load((PROJECT / "bench/taken.yaml").read_text("utf-8"))
    moment = lijsten.pop("moment")
    if opties.lijst:
        lijsten = {opties.lijst: lijsten[opties.lijst]}
    with tempfile.TemporaryDirectory() as tijdelijk:
        site = bouw_zo_nodig(opties.site, Path(tijdelijk))
        return 0 if schrijf(loop(site, lijsten, moment, opties.alleen)) else 1


if __name__ == "__main__":
    sys.exit(main())
