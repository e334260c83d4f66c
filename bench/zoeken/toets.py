"""Van toets tot uitslag, in Chromium: hoe lang duurt het tot de uitslag van wat er getypt is op de pagina staat?

    python bench/zoeken/toets.py [--aantal 2000] [--keer 3] [--vertraag 1 4]

De voorbeeldsite wordt gebouwd; haar zoekindex wordt vervangen door een van `--aantal` verzonnen ingangen (inhoud.py). Gemeten wordt per
toetsaanslag van het moment dat de toets binnenkomt tot de uitslag in de pagina staat, en tot het beeld daarna. Chromium vertraagt met
`--vertraag` alleen de pagina. Daarom komt er per toets (vertraging - 1) keer bij wat de werker zonder vertraging nodig had.
"""

import argparse
import functools
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

HIER = Path(__file__).parent
PROJECT = HIER.parents[1]
sys.path[:0] = [str(PROJECT), str(HIER)]

from generator.catalogus import lees_catalogus  # noqa: E402
from generator.meldingen import Verslag  # noqa: E402
from generator.voorraad import Voorraad  # noqa: E402
from generator.zoeken.index import maak_index  # noqa: E402
from inhoud import maak_catalogus  # noqa: E402

VRAGEN = (
    "schuldhulp",
    "deurwaarder aan de deur",
    "huurachterstandje",
    "ik kan niet meer koken",
    "schuldhulpverlenning",
    "eenzaam",
    "bijzondere bijstand",
    "veilig thuis",
    "huishoudelijke hulp",
)
KLOK = """(() => {
  const tijden = window.tijden = [], werk = new Map();
  let toets = 0, werker = 0;
  const Oud = window.Worker;
  window.Worker = class extends Oud {
    constructor(...a) {
      super(...a);
      super.addEventListener("message", ({ data }) => { if (data.nummer) werker = performance.now() - werk.get(data.nummer); });
    }
    postMessage(m) {
      if (m.nummer) werk.set(m.nummer, performance.now());
      super.postMessage(m);
    }
  };
  addEventListener("input", (e) => { toets = e.timeStamp; }, true);
  new MutationObserver(() => {
    if (!toets) return;
    const rij = [performance.now() - toets, 0, werker], begin = toets;
    toets = 0;
    requestAnimationFrame(() => {
      const k = new MessageChannel();
      k.port1.onmessage = () => tijden.push([rij[0], performance.now() - begin, rij[2]]);
      k.port2.postMessage(0);
    });
  }).observe(document, { subtree: true, attributeFilter: ["data-zoek-klaar", "data-kcc-klaar"] });
})();"""


class Stil(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def maak_site(map_: Path, aantal: int) -> None:
    subprocess.run(
        [sys.executable, "-m", "generator", "bouw", "--uit", str(map_)], cwd=PROJECT, check=True, capture_output=True
    )
    basis = lees_catalogus(PROJECT, Verslag(), date(2026, 11, 22), Voorraad(PROJECT, aan=False))
    for naam, deel in zip(("kern", "rest"), maak_index(maak_catalogus(basis, aantal)), strict=True):
        (map_ / f"assets/zoek/{naam}.json").write_text(json.dumps(deel, ensure_ascii=False), encoding="utf-8")


def meet(chromium, adres: str, veld: str, klaar: str, vertraag: int) -> list[list[float]]:
    """Per toets [tot de uitslag er staat, tot het beeld, waarvan in de werker] in milliseconden."""
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    page.add_init_script(KLOK)
    page.goto(adres)
    page.wait_for_selector(klaar, state="attached", timeout=60_000)
    page.focus(veld)
    page.keyboard.type("opwarmen", delay=100)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": vertraag})
    page.evaluate("tijden.length = 0")
    for vraag in VRAGEN:
        page.fill(veld, "")
        time.sleep(0.3)
        page.keyboard.type(vraag, delay=70 + 40 * vertraag)
    time.sleep(1)
    uit = page.evaluate("tijden")
    page.close()
    return uit


def p95(reeks: list[float]) -> float:
    return statistics.quantiles(reeks, n=20)[18]


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--aantal", type=int, default=2000)
    p.add_argument("--keer", type=int, default=3)
    p.add_argument("--vertraag", type=int, nargs="+", default=[1, 4])
    wens = p.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as tijdelijk, sync_playwright() as spel:
        site = Path(tijdelijk) / "site"
        maak_site(site, wens.aantal)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Stil, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = spel.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        print(
            "| pagina | vertraagd | toetsen | uitslag er p50 | uitslag er p95 | in beeld p95 | werker p95 | belasting |"
        )
        print("|---|---|---|---|---|---|---|---|")
        for pad, veld, klaar in (
            ("/zoeken/", "#zoek-q", "html[data-zoek-klaar]"),
            ("/kcc/", "#kcc-q", "[data-kcc][data-klaar]"),
        ):
            werk: list[float] = []
            for keer in [v for v in wens.vertraag for _ in range(wens.keer)]:
                rijen = meet(chromium, f"http://127.0.0.1:{server.server_port}{pad}", veld, klaar, keer)
                werk = werk if keer > 1 else [r[2] for r in rijen]
                bij = (
                    werk
                    if keer > 1 and len(werk) == len(rijen)
                    else [p95(werk) if keer > 1 and werk else 0] * len(rijen)
                )
                erbij = [[r[k] + (keer - 1) * b for r, b in zip(rijen, bij, strict=True)] for k in (0, 1)]
                print(
                    f"| {pad} | {keer}x | {len(rijen)} | {statistics.median(erbij[0]):.0f} | {p95(erbij[0]):.0f} | {p95(erbij[1]):.0f} | "
                    f"{p95([r[2] for r in rijen]):.0f} | {os.getloadavg()[0]:.1f} |",
                    flush=True,
                )
        chromium.close()
        server.shutdown()


if __name__ == "__main__":
    main()
