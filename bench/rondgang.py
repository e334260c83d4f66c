"""Loop langs elke soort pagina en keur wat voor iedereen moet kloppen: axe, smal, ruime letters, vergroot, dwingende
kleuren, toetsen, duimen, woorden en lengte.

    python3 bench/rondgang.py                            (bouwt de voorbeeldsite)
    python3 bench/rondgang.py --site MAP --alleen redactie --keur toetsen,duimen

Van elke soort (het sjabloon van de pagina) komen de grootste, de kleinste en de middelste langs. Status 1 als er iets
gevonden is. De maten in een blad staan in `bench/rondgang.js`.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests")]

from conftest import KLEURREGELS, REGELS, UITGEKLEURD, UITGEWERKT, dien  # noqa: E402
from test_html import soort_van  # noqa: E402

from bench.bezoek import SOORTEN, bouw_zo_nodig  # noqa: E402

MATEN = (Path(__file__).with_suffix(".js")).read_text("utf-8")
# De letters van WCAG 1.4.12: regels 1,5, alinea's 2, letters 0,12 en woorden 0,16 keer de letter.
RUIM = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } \
p { margin-bottom: 2em !important; }"
HOOG, TABS = 10_000, 450


def pad_van(pagina: Path, site: Path) -> str:
    if pagina.name != "index.html":
        return f"/{pagina.relative_to(site)}"
    return f"/{pagina.parent.relative_to(site)}/".replace("/./", "/")


def adressen(site: Path, alleen: str) -> dict[str, list[str]]:
    """Per soort de grootste, de middelste en de kleinste pagina, en wat `bezoek.py` ervan meet."""
    per_soort: dict[str, list[Path]] = {}
    for pagina in sorted(site.rglob("*.html"), key=lambda p: (-p.stat().st_size, p)):
        per_soort.setdefault(soort_van(pagina, site), []).append(pagina)
    uit = {}
    for soort, rij in sorted(per_soort.items()):
        paden = [pad_van(rij[i], site) for i in (0, len(rij) // 2, -1)]
        paden += [s.pad for s in SOORTEN if site / s.pad.split("?")[0][1:] / "index.html" in rij]
        uit[soort] = list(dict.fromkeys(p for p in paden if alleen in f"{soort} {p}"))
    return uit


class Loper:
    """Een browser met een server, die van een adres zegt wat er mis is."""

    def __init__(self, browser, basis: str, keuren: set[str]):
        self.browser, self.basis, self.keuren = browser, basis, keuren

    def open(self, pad: str, breedte: int, **meer):
        context = self.browser.new_context(
            viewport={"width": breedte, "height": 844}, locale="nl-NL", timezone_id="Europe/Amsterdam", **meer
        )
        page = context.new_page()
        page.goto(self.basis + pad)
        page.evaluate(UITGEWERKT)
        page.wait_for_timeout(150)
        page.evaluate(MATEN)
        return page

    def axe(self, pad: str) -> Iterator[str]:
        from axe_playwright_python.sync_playwright import Axe

        for breedte in (390, 1280):
            page = self.open(pad, breedte)
            for licht, regels in (("light", REGELS), ("dark", KLEURREGELS)):
                page.emulate_media(color_scheme=licht)
                page.evaluate(UITGEKLEURD)
                for s in Axe().run(page, options=regels).response["violations"]:
                    yield f"{breedte} {licht} {s['id']}: {[n['html'][:100] for n in s['nodes'][:2]]}"
            page.context.close()

    def smal(self, pad: str) -> Iterator[str]:
        page = self.open(pad, 320)
        yield from (f"320 {w}" for w in page.evaluate("maten.zijwaarts()"))
        page.evaluate("maten.stijl", RUIM)
        yield from (f"320 ruim {w}" for w in page.evaluate("maten.zijwaarts()"))
        yield from (f"320 ruim afgekapt {w}" for w in page.evaluate("maten.afgekapt()"))
        page.context.close()
        page = self.open(pad, 640, device_scale_factor=2)
        yield from (f"200% {w}" for w in page.evaluate("maten.zijwaarts()"))
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        yield from (f"letters 200% {w}" for w in page.evaluate("maten.zijwaarts()"))
        page.context.close()

    def kleuren(self, pad: str) -> Iterator[str]:
        page = self.open(pad, 390, forced_colors="active")
        yield from (f"dwingende kleuren: {w}" for w in page.evaluate("maten.dwingend()"))
        page.context.close()

    def toetsen(self, pad: str) -> Iterator[str]:
        page = self.open(pad, 1280, reduced_motion="reduce")
        verwacht = page.evaluate("maten.haltes()")
        for _ in range(TABS):
            page.keyboard.press("Tab")
            wat = page.evaluate("maten.halte()")
            if wat["rond"]:
                break
            yield from (f"toetsen: {w}" for w in wat["mis"])
        else:
            if verwacht < TABS:
                yield f"toetsen: na {TABS} tabs niet rond, {verwacht} haltes"
        yield from (f"toetsen: niet bereikt {w}" for w in page.evaluate("maten.overgeslagen()") if verwacht < TABS)
        page.context.close()

    def duimen(self, pad: str) -> Iterator[str]:
        page = self.open(pad, 390)
        hoog = page.evaluate("document.documentElement.scrollHeight")
        if hoog > HOOG:
            yield f"lengte: {hoog} px"
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        yield from (f"duim: {w}" for w in page.evaluate("maten.klein()"))
        yield from (f"woord: {w}" for w in page.evaluate("maten.gebroken()"))
        page.context.close()
        page = self.open(pad, 320)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        yield from (f"320 woord: {w}" for w in page.evaluate("maten.gebroken()"))
        yield from (f"320 open {w}" for w in page.evaluate("maten.zijwaarts()"))
        page.context.close()

    def druk(self, pad: str) -> Iterator[str]:
        page = self.open(pad, 695)
        page.emulate_media(media="print")
        yield from (f"druk: {w}" for w in page.evaluate("maten.druk()"))
        page.context.close()

    def keur(self, pad: str) -> list[str]:
        uit = []
        for naam in ("axe", "smal", "kleuren", "toetsen", "duimen", "druk"):
            if naam in self.keuren:
                try:
                    uit += getattr(self, naam)(pad)
                except Exception as mis:  # een vondst, geen einde: de andere pagina's moeten ook
                    uit.append(f"{naam}: ging niet: {str(mis)[:300]}")
        return list(dict.fromkeys(uit))


def main() -> int:
    from playwright.sync_api import sync_playwright

    lees = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lees.add_argument("--site", type=Path)
    lees.add_argument("--alleen", default="")
    lees.add_argument("--keur", default="axe,smal,kleuren,toetsen,duimen,druk")
    lees.add_argument("--per-soort", type=int, default=9)
    opties = lees.parse_args()
    gevonden = aantal = 0
    with tempfile.TemporaryDirectory() as werk, sync_playwright() as spel:
        site = bouw_zo_nodig(opties.site, Path(werk))
        server, basis = dien(site)
        browser = spel.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        loper = Loper(browser, basis, set(opties.keur.split(",")))
        for soort, paden in adressen(site, opties.alleen).items():
            for pad in paden[: opties.per_soort]:
                aantal += 1
                for wat in loper.keur(pad):
                    gevonden += 1
                    print(f"{soort} {pad} {wat}", flush=True)
        browser.close()
        server.shutdown()
    print(f"{aantal} pagina's gekeurd op {opties.keur}; {gevonden} vondsten.")
    return int(gevonden > 0)


if __name__ == "__main__":
    sys.exit(main())
