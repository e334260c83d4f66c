"""`bekijk`: bouwen, op deze computer laten zien, en bij elke wijziging opnieuw bouwen en de pagina verversen."""

import argparse
import errno
import functools
import gc
import http.server
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from generator.bouw.bouwen import bouw_site
from generator.bouw.schil import Schillen
from generator.bouw.vooraan import Vooraan
from generator.meldingen import SocialeKaartFout, Verslag
from generator.model import Catalogus
from generator.opdrachten.controleer import druk_af
from generator.opdrachten.standen import Standen
from generator.opdrachten.wachter import Wachter, bestanden_van
from generator.voorraad import Voorraad

Onthoud = Callable[[Catalogus, Schillen], None]
# De stand staat in het adres van het script: wat er verandert tussen de pagina en de eerste vraag, valt zo niet weg.
VERVERS = """const stand = new URL(document.currentScript.src).searchParams.get("stand");
let vers = "1";
async function wacht() {
  try {
    const vraag = new URLSearchParams({pad: location.pathname, bekend: stand, vers});
    vers = "";
    const nieuw = await (await fetch(`/__stand?${vraag}`, {cache: "no-store"})).text();
    if (nieuw !== stand) return location.reload();
  } catch { /* de server is even weg */ }
  setTimeout(wacht, document.hidden ? 1000 : 50);
}
addEventListener("load", wacht);
"""


def voeg_toe(deel) -> None:
    parser = deel.add_parser("bekijk", help="laat de site op deze computer zien en ververs bij elke wijziging")
    parser.add_argument("--poort", type=poort, default=8000, metavar="N", help="het poortnummer (standaard: 8000)")
    parser.set_defaults(doe=doe)


def poort(tekst: str) -> int:
    """Een poortnummer uit een argument; 0 laat de computer kiezen."""
    if not tekst.isdecimal() or int(tekst) > 65535:
        raise argparse.ArgumentTypeError(f"'{tekst}' is geen poortnummer van 0 tot en met 65535")
    return int(tekst)


class Dienaar(http.server.SimpleHTTPRequestHandler):
    """Dient de site met de strenge CSP, plus een klein script dat de pagina ververst."""

    standen = Standen()
    timeout = 30  # een browser die niets meer zegt, houdt geen draad bezet

    def parse_request(self) -> bool:
        """Alleen wie dit adres zelf noemt: een vreemde site die hierheen wijst, krijgt niets te zien."""
        if not super().parse_request():
            return False
        naam, _, poort = (self.headers.get("Host") or "").rpartition(":")
        if naam in ("127.0.0.1", "localhost", "[::1]") and poort == str(self.connection.getsockname()[1]):
            return True
        self.send_error(421, "Onbekende naam")
        return False

    def do_GET(self) -> None:
        if urlsplit(self.path).path == "/__stand":
            vraag = dict(parse_qsl(urlsplit(self.path).query))
            stand = self.standen.wacht(vraag.get("pad", ""), vraag.get("bekend", ""), "vers" in vraag)
            self._tekst(stand, "text/plain")
        elif urlsplit(self.path).path == "/__ververs.js":
            self._tekst(VERVERS, "text/javascript")
        else:
            super().do_GET()

    def _tekst(self, tekst: str, soort: str) -> None:
        self._bytes(tekst.encode(), soort, 200)

    def _bytes(self, ruw: bytes, soort: str, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{soort}; charset=utf-8")
        self.send_header("Content-Length", str(len(ruw)))
        self.end_headers()
        self.wfile.write(ruw)

    def send_head(self):
        adres = urlsplit(self.path).path
        stand, pad, status = self.standen.van(adres), self.bestand(), 200
        if vooraan := self.standen.vooraan.get(adres):
            self._pagina(vooraan, 200, stand)
            return None
        if pad is None:
            pad, status = Path(self.directory) / "404.html", 404
        if status == 404 and not pad.is_file():
            self.send_error(404)
            return None
        if pad.suffix == ".html" and pad.is_file():
            self._pagina(pad.read_bytes(), status, stand)
            return None
        return super().send_head()

    def _pagina(self, html: bytes, status: int, stand: str) -> None:
        script = f'<script src="/__ververs.js?stand={stand}"></script></head>'.encode()
        self._bytes(html.replace(b"</head>", script, 1), "text/html", status)

    def bestand(self) -> Path | None:
        """Het bestand of de map bij dit adres; None als het er niet is of via een snelkoppeling ergens anders ligt."""
        wortel, pad = Path(self.directory), Path(self.translate_path(self.path))
        try:
            if pad.is_dir() and urlsplit(self.path).path.endswith("/"):
                pad = pad / "index.html"
            delen = [deel for deel in (pad, *pad.parents) if deel.is_relative_to(wortel) and deel != wortel]
            return pad if pad.exists() and not any(deel.is_symlink() for deel in delen) else None
        except (OSError, ValueError):  # een naam die te lang is of die niet kan
            return None

    def list_directory(self, path):
        """Een map zonder pagina heeft niets te zien."""
        self.send_error(404)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'",
        )
        super().end_headers()

    def log_message(self, *_) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    """Een browser die halverwege iets anders opent, is geen fout."""

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def bouw(opties, uit: Path, onthoud: Onthoud = lambda catalogus, schillen: None) -> None:
    """Bouw en vertel; bij fouten blijft de vorige site staan."""
    begin, verslag = time.perf_counter(), Verslag()
    gelukt = bouw_site(opties.map, uit, verslag, opties.peildatum, Voorraad(opties.map), onthoud=onthoud)
    druk_af(verslag)
    blijft = "de vorige site blijft staan" if (uit / "index.html").exists() else "er is nog geen site"
    print(f"{'Gebouwd' if gelukt else f'Niet gebouwd; {blijft}'} ({time.perf_counter() - begin:.1f} s).", flush=True)


def herbouw(opties, uit: Path, *onthoud: Onthoud) -> None:
    """Als `bouw`, maar blijf laten zien wat er staat als het mislukt: de schrijver is nog bezig."""
    try:
        bouw(opties, uit, *onthoud)
    except SocialeKaartFout as fout:
        print(f"Niet gebouwd: {fout}\n  Zo lost u het op: {fout.oplossing}", flush=True)
    except Exception as fout:  # noqa: BLE001  een half bewaard bestand mag de voorvertoning niet stoppen
        print(
            f"Niet gebouwd, fout in het programma ({type(fout).__name__}: {fout}).\n"
            "  Zo lost u het op: maak de laatste wijziging ongedaan, en meld dit met de uitvoer van 'bouw --debug'.",
            flush=True,
        )


def html_van(uit: Path, adres: str) -> bytes:
    try:
        return (uit / adres.strip("/") / "index.html").read_bytes()
    except OSError:
        return b""


def toon_eerst(map_: Path, vooraan: Vooraan, veranderd: set[str], standen: Standen) -> None:
    """Laat de pagina die open is vast zien, als alleen ingangen veranderden; de bouw die volgt zegt of alles goed is."""
    begin, paden = time.perf_counter(), bestanden_van(map_, veranderd)
    try:
        html = vooraan.pagina(standen.open.strip("/") + "/" if standen.open.strip("/") else "", paden)
    except Exception:  # noqa: BLE001  de bouw hierna vertelt wat er mis is
        html = None
    if html:
        standen.toon_vooraan(standen.open, html)
        print(f"De open pagina is vernieuwd ({time.perf_counter() - begin:.1f} s); de rest volgt.", flush=True)


def doe(opties) -> int:
    gc.enable()  # deze opdracht blijft uren draaien
    uit = opties.map / "site"
    wachter, vooraan = Wachter(opties.map), Vooraan(opties.map, opties.peildatum)
    bouw(opties, uit, vooraan.onthoud)
    wachter.luister()  # pas nu: naast een tweede draad verdeelt een bouw zijn werk niet over de kernen
    try:
        server = Server(("127.0.0.1", opties.poort), functools.partial(Dienaar, directory=str(uit)))
    except OSError as fout:
        bezet = fout.errno == errno.EADDRINUSE
        raise SocialeKaartFout(
            f"poort {opties.poort} {'is al in gebruik' if bezet else 'mag of kan hier niet'}.",
            f"kies een andere, zoals --poort {8001 if opties.poort == 8000 else 8000}.",
        ) from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Kijk op http://127.0.0.1:{server.server_port}/ (stoppen met Ctrl-C)", flush=True)
    try:
        while True:
            wachter.wacht()
            if veranderd := wachter.veranderd():
                toon_eerst(opties.map, vooraan, veranderd, Dienaar.standen)
                herbouw(opties, uit, vooraan.onthoud)
                Dienaar.standen.klaar({pad: html_van(uit, pad) for pad in Dienaar.standen.vooraan})
                gc.collect()  # de vorige catalogus verwijst naar zichzelf, en is bij duizenden ingangen 50 MB
    except KeyboardInterrupt:
        server.shutdown()
        return 0
