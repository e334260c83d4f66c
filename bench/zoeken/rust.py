"""Hoe rustig is zoeken terwijl iemand typt? In Chromium, met een toets per 150 ms, op twintig vragen.

    python bench/zoeken/rust.py [MAP MET EEN GEBOUWDE SITE] [--pauze 150]

Per pagina: bij welk deel van de toetsen de eerste uitslag verandert, hoe lang na de laatste toets het antwoord er staat (mediaan en hoogste),
en of de eerste uitslag daarna nog verspringt. Daarna, met een trage index: verspringt wat er het eerst stond?
"""

import argparse
import functools
import http.server
import shutil
import statistics
import threading
import time
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
VRAGEN = (
    "ik kan de huur niet betalen",
    "mijn moeder is gevallen en kan niet meer alleen wonen",
    "samen eten in de buurt",
    "nederlands leren",
    "hulp in de huishouding",
    "mijn zoon wil niet naar school",
    "voedselbank",
    "schulden",
    "rolstoel lenen",
    "iemand om mee te praten",
    "werk zoeken met hulp",
    "hulp bij brieven van de belastingdienst",
    "taxi voor mijn vader",
    "mantelzorg wordt te zwaar",
    "sporten zonder geld",
    "ruzie met de buren",
    "uitkering aanvragen",
    "kinderopvang",
    "huisarts zoeken",
    "parkeervergunning aanvragen",
)
KIJK = """() => {
  const rij = window.rij = [];
  const eerste = () => document.querySelector('[data-zoekresultaat]')?.dataset.id || document.querySelector('[data-elders]')?.dataset.elders || '';
  window.nu = () => [performance.now(), eerste(), document.documentElement.dataset.zoekKlaar ?? document.documentElement.dataset.kccKlaar ?? ''];
  let vorig = '';
  new MutationObserver(() => {
    const s = nu();
    if (s[1] + s[2] !== vorig) { vorig = s[1] + s[2]; rij.push(s); }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}"""


class Stil(http.server.SimpleHTTPRequestHandler):
    traag = 0.0

    def log_message(self, *_):
        pass

    def do_GET(self):
        if self.traag and self.path.split("?")[0].endswith("rest.json"):
            time.sleep(self.traag)
        super().do_GET()


def typ(page, veld: str, vraag: str, pauze: int) -> tuple[int, int, float, bool]:
    """(toetsen, wisselingen van de eerste, ms na de laatste toets tot het antwoord, of de eerste daarna nog
    verspringt).
    """
    page.fill(veld, "")
    page.wait_for_timeout(400)
    page.evaluate("rij.length = 0")
    page.focus(veld)
    eersten, begin = [], page.evaluate("performance.now()")
    for i, teken in enumerate(vraag):
        page.wait_for_timeout(max(0, begin + i * pauze - page.evaluate("performance.now()")))
        page.keyboard.type(teken)
        laatste = page.evaluate("performance.now()")
    page.wait_for_timeout(1200)
    rij = page.evaluate("rij")
    eersten = [s[1] for s in rij if s[0] <= laatste and s[1]]
    wissel = sum(a != b for a, b in zip(eersten, eersten[1:], strict=False))
    klaar = [s for s in rij if s[2].strip() == vraag.strip()]
    na = klaar[0][0] - laatste if klaar else 9999
    return len(vraag), wissel, na, len({s[1] for s in klaar}) > 1


def verspringt(browser, basis: str, vraag: str) -> bool | None:
    """Of de eerste uitslag verandert als de rest van de index later komt; None als er eerst alleen "bezig" stond."""
    page = browser.new_page()
    page.add_init_script(f"({KIJK})()")
    page.goto(f"{basis}/zoeken/?q={quote(vraag)}")
    page.wait_for_function("q => document.documentElement.dataset.zoekKlaar === q", arg=vraag, timeout=15_000)
    eersten = [s[1] for s in page.evaluate("rij") if s[1]]
    vroeg = any(s[1] and s[2] != vraag for s in page.evaluate("rij"))
    page.close()
    return len(set(eersten)) > 1 if vroeg else None


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("site", nargs="?", type=Path, default=PROJECT / "site")
    p.add_argument("--pauze", type=int, default=150)
    wens = p.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Stil, directory=str(wens.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    basis = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for pad, veld, klaar in (
            ("/zoeken/", "#zoek-q", "html[data-zoek-klaar]"),
            ("/kcc/", "#kcc-q", "[data-kcc][data-klaar]"),
        ):
            page = browser.new_page()
            page.add_init_script(f"({KIJK})()")
            page.goto(basis + pad)
            page.wait_for_selector(klaar, state="attached", timeout=20_000)
            page.wait_for_timeout(800)
            uit = [typ(page, veld, vraag, wens.pauze) for vraag in VRAGEN]
            toetsen, wissels = sum(u[0] for u in uit), sum(u[1] for u in uit)
            print(
                f"{pad}: eerste wisselt bij {wissels / toetsen:.1%} van {toetsen} toetsen; antwoord na de laatste toets "
                f"{statistics.median(u[2] for u in uit):.0f} ms (hoogste {max(u[2] for u in uit):.0f}); daarna nog verspringen {sum(u[3] for u in uit)}"
            )
            page.close()
        Stil.traag = 1.5
        traag = [verspringt(browser, basis, vraag) for vraag in VRAGEN]
        print(
            f"trage index: {traag.count(True)} verspringt, {traag.count(False)} blijft staan, {traag.count(None)} eerst alleen bezig"
        )
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
