"""Meet de kaartpagina met veel plekken op een trage telefoon: bytes over de lijn, tijd tot klaar, schuiven en axe.

    python3 bench/kaart.py --aantal 2000
    python3 bench/kaart.py --site MAP                    (een site die al gebouwd is)

De server stuurt gzip, zoals een gewone webserver. De telefoon is Chromium met een 4 keer zo trage processor, 1,6 Mbit/s
en 150 ms; de getallen hangen af van de computer, dus er komt geen grens in de tests.
"""

import argparse
import functools
import gzip
import http.server
import os
import shutil
import statistics
import sys
import tempfile
import threading
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from bench.corpus import schrijf_corpus  # noqa: E402
from bench.meten import meet  # noqa: E402

PAD = "/kaart/"
TELEFOON = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
KIJK = """
window.lang = []; window.klaar = 0;
new PerformanceObserver((l) => { for (const e of l.getEntries()) window.lang.push([e.startTime, e.duration]); })
  .observe({ type: "longtask", buffered: true });
new MutationObserver(() => { window.klaar ||= document.querySelector("[data-kaart-klaar]") ? performance.now() : 0; })
  .observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-kaart-klaar"] });
"""
KOP = """# Uitslag van de kaart

Gemeten op {dag}, {kernen} processorkernen, gedeeld met ander werk, met `python3 bench/kaart.py --uitslag`.
Chromium als telefoon van 390 bij 844: processor 4 keer zo traag, 1,6 Mbit/s, 150 ms. Grens: 250 kB en 2 s.

"""
BEELDEN = """() => new Promise((klaar) => { const t = []; let v = performance.now(); window.stopBeelden = () => klaar(t);
const stap = (n) => { t.push(n - v); v = n; requestAnimationFrame(stap); }; requestAnimationFrame(stap); })"""


class Dienaar(http.server.SimpleHTTPRequestHandler):
    """Stuurt tekst als gzip en telt wat er over de lijn gaat."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_) -> None:
        pass

    def do_GET(self) -> None:
        pad = Path(self.translate_path(self.path))
        pad = pad / "index.html" if pad.is_dir() else pad
        if not pad.is_file():
            self.send_error(404)
            return
        inhoud = pad.read_bytes()
        tekst = pad.suffix in (".html", ".js", ".css", ".json", ".geojson", ".svg")
        inhoud = gzip.compress(inhoud, 9) if tekst else inhoud
        self.server.geteld[self.path] = len(inhoud)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(pad)))
        self.send_header("Content-Length", str(len(inhoud)))
        if tekst:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(inhoud)


def dien(site: Path) -> http.server.ThreadingHTTPServer:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Dienaar, directory=str(site)))
    server.geteld = {}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def open_pagina(browser, adres: str):
    """De kaartpagina op de trage telefoon, klaar om te meten: (page, milliseconden tot klaar, lijn naar de browser)."""
    page = browser.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=2, has_touch=True, locale="nl-NL"
    ).new_page()
    lijn = page.context.new_cdp_session(page)
    lijn.send("Network.enable")
    lijn.send("Network.emulateNetworkConditions", TELEFOON)
    lijn.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(KIJK)
    page.goto(adres, wait_until="commit")
    page.wait_for_function("window.klaar > 0", timeout=60_000)
    return page, page.evaluate("window.klaar"), lijn


def schuif(page) -> tuple[list[float], list[float]]:
    """Sleep de kaart vier keer heen en weer: de lange taken en de tijd per beeld, in milliseconden."""
    page.locator("[data-kaart]").scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    vak = page.locator("[data-kaart]").bounding_box()
    x, y = vak["x"] + vak["width"] / 2, vak["y"] + vak["height"] / 2
    page.evaluate(f"window.sinds = performance.now(); window.beelden = ({BEELDEN})(); 0")
    for dx, dy in ((-120, 40), (120, -40), (60, 120), (-60, -120)):
        page.mouse.move(x, y)
        page.mouse.down()
        for stap in range(1, 21):
            page.mouse.move(x + dx * stap / 20, y + dy * stap / 20)
        page.mouse.up()
        page.wait_for_timeout(700)
    beelden = page.evaluate("() => { window.stopBeelden(); return window.beelden; }")
    return [d for begin, d in page.evaluate("window.lang") if begin > page.evaluate("window.sinds")], beelden


def meet_kaart(site: Path, rondes: int) -> dict:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    server = dien(site)
    with sync_playwright() as spel:
        browser = spel.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        tijden = []
        for _ in range(rondes):
            server.geteld.clear()
            page, klaar, lijn = open_pagina(browser, f"http://127.0.0.1:{server.server_port}{PAD}")
            tijden.append(klaar)
            if len(tijden) < rondes:
                page.context.close()
        page.wait_for_load_state("networkidle")
        bestanden = dict(server.geteld)
        lang, beelden = schuif(page)
        lijn.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        plekken, regels = page.evaluate(
            "[Number(document.querySelector('[data-kaart]').dataset.kaartAantal), "
            "document.querySelectorAll('[data-kaart-lijst] [data-id]:not([hidden])').length]"
        )
        axe = [s["id"] for s in Axe().run(page, options=AXE).response["violations"]]
        browser.close()
    server.shutdown()
    return {
        "tijden": tijden,
        "bestanden": bestanden,
        "lang": lang,
        "beelden": beelden,
        "plekken": plekken,
        "regels": regels,
        "axe": axe,
    }


def verslag(m: dict) -> str:
    groot = sorted(m["bestanden"].items(), key=lambda b: -b[1])
    beelden = sorted(m["beelden"])
    regels = [
        f"- {m['plekken']} plekken op de kaart, {m['regels']} regels in de lijst",
        f"- over de lijn (gzip): {sum(m['bestanden'].values()) / 1000:.0f} kB in {len(groot)} bestanden; de grootste: "
        + ", ".join(f"{pad.rpartition('/')[2] or 'pagina'} {n / 1000:.0f}" for pad, n in groot[:6]),
        f"- klaar na {statistics.median(m['tijden']) / 1000:.2f} s (mediaan van {len(m['tijden'])}: "
        + ", ".join(f"{t / 1000:.2f}" for t in sorted(m["tijden"]))
        + ")",
        f"- schuiven: {len(m['lang'])} lange taken, de langste {max(m['lang'], default=0):.0f} ms; per beeld mediaan "
        f"{beelden[len(beelden) // 2]:.0f} ms, 95 % onder {beelden[int(len(beelden) * 0.95)]:.0f} ms",
        f"- axe: {len(m['axe'])} {' '.join(m['axe'])}".rstrip(),
    ]
    return "\n".join(regels)


def main() -> None:
    lees = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    lees.add_argument("--aantal", type=int, default=2000)
    lees.add_argument("--rondes", type=int, default=5)
    lees.add_argument("--site", type=Path)
    lees.add_argument("--uitslag", action="store_true", help="schrijf UITSLAG-KAART.md")
    opties = lees.parse_args()
    with tempfile.TemporaryDirectory() as werk:
        site = opties.site or Path(werk) / "site"
        if not opties.site:
            schrijf_corpus(Path(werk) / "corpus", opties.aantal)
            meet(
                [sys.executable, "-m", "generator", "bouw", "--map", str(Path(werk) / "corpus"), "--uit", str(site)],
                PROJECT,
                {},
            )
        tekst = verslag(meet_kaart(site, opties.rondes))
    print(tekst)
    if opties.uitslag:
        (PROJECT / "bench" / "UITSLAG-KAART.md").write_text(
            KOP.format(dag=date.today(), kernen=os.cpu_count()) + tekst + "\n", "utf-8"
        )


if __name__ == "__main__":
    main()
