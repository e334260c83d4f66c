"""Pagefind meten: pagina's maken, indexeren met het programma uit pip, en vragen stellen in Chromium."""

import functools
import http.server
import json
import shutil
import subprocess
import sys
import threading
from html import escape
from pathlib import Path

VRAAG = """async (q) => {
    const begin = performance.now();
    const uit = await window.pagefindmotor.search(q);
    const data = await Promise.all(uit.results.slice(0, 3).map((r) => r.data()));
    return [performance.now() - begin, data.map((d) => d.meta.functies.split(' '))];
}"""


class Stil(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def meet_pagefind(werk: Path) -> dict:
    """Treffers, bytes en tijden; de bestanden van Pagefind zijn zelf al ingepakt, dus tellen zij zoals ze zijn (het
    script met gzip).
    """
    from playwright.sync_api import sync_playwright

    site = werk / "site"
    for doc in json.loads((werk / "documenten.json").read_text(encoding="utf-8")):
        map_ = site / doc["id"]
        map_.mkdir(parents=True)
        (map_ / "index.html").write_text(
            f'<!doctype html><html lang="nl"><head><title>{escape(doc["titel"])}</title></head><body data-pagefind-body>'
            f'<span data-pagefind-meta="functies:{" ".join(doc["functies"])}"></span><h1>{escape(doc["titel"])}</h1>'
            f"<p>{escape(doc['tekst'])}</p></body></html>",
            encoding="utf-8",
        )
    (site / "index.html").write_text("<!doctype html><title>meting</title>", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pagefind_bin", "--site", str(site)], check=True, capture_output=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Stil, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    basis = f"http://127.0.0.1:{server.server_port}"
    vragen = json.loads((werk / "vragen.json").read_text(encoding="utf-8"))
    with sync_playwright() as spel:
        browser = spel.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        blad = browser.new_page()
        gehaald = []
        blad.on("response", lambda r: gehaald.append((r.url, len(r.body()))))
        blad.goto(basis + "/index.html")
        gehaald.clear()
        blad.evaluate(
            "async () => { window.pagefindmotor = await import('/pagefind/pagefind.js'); await window.pagefindmotor.init(); }"
        )
        blad.evaluate(VRAAG, vragen[0]["q"])
        blad.wait_for_timeout(200)
        bytes_ = sum(n * 3 // 10 if url.endswith((".js", ".json")) else n for url, n in gehaald)
        uitslag = [(v, q, *blad.evaluate(VRAAG, v[q])) for v in vragen for q in ("q", "t")]
        browser.close()
    server.shutdown()
    tijden = sorted(ms for _, _, ms, _ in uitslag)

    def deel(soort: str, plekken: int) -> float:
        rijen = [(v, f) for v, q, _, f in uitslag if q == soort]
        return sum(any(set(v["ok"]) & set(r) for r in f[:plekken]) for v, f in rijen) / len(rijen)

    return {
        "eerste": deel("q", 1),
        "drie": deel("q", 3),
        "tik": deel("t", 3),
        "bytes": bytes_,
        "p50": tijden[len(tijden) // 2],
        "p95": tijden[int(len(tijden) * 0.95)],
    }
