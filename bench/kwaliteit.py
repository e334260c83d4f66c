"""Zaai fouten in verzonnen ingangen en tel wat `rapport` ervan vindt, en wat het ten onrechte meldt.

Gebruik: python -m bench.kwaliteit [--aantal 500] [--zaad 1] [--snel 5000]
"""

import argparse
import http.server
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from bench.corpus import MAPPEN, als_yaml, maak_ingangen, schrijf_corpus

VANDAAG = date(2026, 11, 22)
NAMEN = (
    "Bries Zonnehoek Lindehof Ankerplaats Vlonder Springplank Wilgentuin Ooievaar Kompas Klaproos Regenboog Brink Molenhoek "
    "Kastanje Sluiswachter Pluktuin Veerpont Korenaar Uitkijk Driehoek Schakel Waterlelie Bolder Steiger Ruimte Werf Kruidhof"
).split()
WAT = (
    "Inloophuis Spreekuur Huiskamer Repaircafe Eettafel Ruilwinkel Taalcafe Formulierenhulp Wandelgroep Klusdienst Maatjes "
    "Leesclub Buurtmoestuin Jongerenhonk Speelotheek Kledingbank Rouwgroep Vervoersdienst Mantelsteun Sportgroep Digihulp"
).split()
MOEILIJK = (
    "Ondersteuningsbehoeftige burgers kunnen participeren in maatschappelijke arbeidstoeleidingstrajecten, waarbij "
    "competentieontwikkeling en zelfredzaamheidsbevordering gerealiseerd worden binnen multidisciplinaire samenwerkingsverbanden. "
    "Indicatiestelling geschiedt overeenkomstig de vigerende uitvoeringsregelgeving. Financieringsverantwoordelijkheden worden "
    "gecommuniceerd aan belanghebbenden. Beschikkingen betreffende maatwerkvoorzieningen vereisen voorafgaande "
    "onderzoeksprocedures, inclusief wilsbekwaamheidsbeoordelingen en dossiervorming door gekwalificeerde functionarissen."
)


class Site(http.server.BaseHTTPRequestHandler):
    """Een server met goede pagina's, en alles wat er mis kan zijn met een link."""

    def log_message(self, *_) -> None:
        pass

    def do_GET(self) -> None:
        pad = urlsplit(self.path).path  # als proxy krijgt hij het hele adres
        if pad.startswith("/weg"):
            return self._stuur(404, "<title>404</title>")
        if pad.startswith("/storing"):
            return self._stuur(500, "kapot")
        if pad.startswith("/leeg"):
            return self._stuur(200, "<title>Pagina niet gevonden</title><h1>Oeps</h1><p>Zoek verder.</p>")
        if pad.startswith("/tekoop"):
            return self._stuur(200, "<title>plek.example</title><p>Deze domeinnaam is te koop. Doe een bod.</p>")
        if pad.startswith("/voren"):
            return self._stuur(302, "", "/")
        if pad.startswith("/rond"):
            return self._stuur(302, "", pad)
        if pad.startswith("/dicht"):
            self.close_connection = True
            return None
        zin = "Welkom bij onze plek. Kom langs voor koffie, een gesprek of hulp. " * 20
        return self._stuur(200, f"<title>Onze plek</title><h1>Welkom</h1><p>{zin}</p>")

    def _stuur(self, status: int, tekst: str, naar: str = "") -> None:
        ruw = tekst.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(ruw)))
        if naar:
            self.send_header("Location", naar)
        self.end_headers()
        self.wfile.write(ruw)


def dien() -> str:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


class Veld:
    """Een inhoudsmap met fouten die wij kennen: `gezaaid` per soort de ids."""

    def __init__(self, map_: Path, aantal: int, zaad: int):
        self.map, self.kans = map_, random.Random(zaad)
        self.gezaaid: dict[str, set[str]] = {}
        schrijf_corpus(map_, aantal, zaad)
        self.teksten = {}
        namen = self._namen(aantal)
        for nummer, i in enumerate(maak_ingangen(aantal, zaad)):
            tekst = als_yaml(i).replace(f"naam: {i.naam}\n", f"naam: {namen[nummer]}\n", 1)
            telefoon = f"0570-{600000 + nummer * 7:06d}"
            tekst = re.sub(r'telefoon: "[^"]*"', f'telefoon: "{telefoon}"', tekst)
            tekst = re.sub(r"email: .*", f"email: info@plek{nummer}.example", tekst)
            tekst = re.sub(r"website: .*", f"website: http://plek{nummer}.proef/goed", tekst)
            tekst = re.sub(r"huisnummer: [^,]*", f"huisnummer: {nummer + 1}", tekst)
            dag = date(2026, self.kans.randint(2, 10), self.kans.randint(1, 28))
            tekst = re.sub(
                r"gecontroleerd: .*", f"gecontroleerd: {{op: {dag}, door: team proef, termijn_maanden: 12}}", tekst
            )
            tekst = tekst.replace("soort: onbekend", "soort: gratis")
            self.teksten[i.id] = (f"sociale_kaart/{MAPPEN[i.soort]}/{i.id}.yaml", tekst)
        self.vrij = list(self.teksten)
        self.kans.shuffle(self.vrij)

    def _namen(self, aantal: int) -> list[str]:
        paren = [f"{wat} {'De ' if self.kans.random() < 0.5 else ''}{naam}" for wat in WAT for naam in NAMEN]
        self.kans.shuffle(paren)
        return [paren[i % len(paren)] + ("" if i < len(paren) else f" {i // len(paren) + 1}") for i in range(aantal)]

    def neem(self, soort: str, aantal: int) -> list[str]:
        ids = [self.vrij.pop() for _ in range(aantal)]
        self.gezaaid.setdefault(soort, set()).update(ids)
        return ids

    def wijzig(self, id_: str, patroon: str, nieuw: str) -> None:
        pad, tekst = self.teksten[id_]
        anders, keer = re.subn(patroon, lambda _: nieuw, tekst, count=1, flags=re.M | re.S)
        assert keer == 1, (id_, patroon)
        self.teksten[id_] = (pad, anders)

    def zaai(self) -> None:
        for id_ in self.neem("oud", 40):
            dag = date(2025, self.kans.randint(1, 10), self.kans.randint(1, 28))
            self.wijzig(id_, r"gecontroleerd: \{op: [\d-]+", f"gecontroleerd: {{op: {dag}")
        for id_ in self.neem("moeilijk", 30):
            self.wijzig(id_, r"omschrijving: \|\n.*?\ndoelgroepen", f"omschrijving: |\n  {MOEILIJK}\ndoelgroepen")
        for id_ in self.neem("geen_weg", 20):
            self.wijzig(id_, r"^contact:\n(?:  [^\n]*\n)+", "")
            self.wijzig(id_, r"^locaties:\n(?:  [^\n]*\n)+", "")
        for id_, nummer in zip(
            self.neem("nummer", 10), ("0119-423456", "0576-423456", "0990-423456", "0129-600001", "0570-123456") * 3, strict=False
        ):
            self.wijzig(id_, r'telefoon: "[^"]*"', f'telefoon: "{nummer}"')
        kapot = ("weg", "storing", "leeg", "tekoop", "voren", "rond")
        for n, id_ in enumerate(self.neem("link", 14)):
            self.wijzig(id_, r"website: .*?\n", f"website: http://kapot{n}.proef/{kapot[n % 6]}/pagina\n")
        (id_,) = self.neem("link", 1)
        self.wijzig(id_, r"website: .*?\n", "website: http://niemand.proef/dicht\n")
        self._dubbel()

    def _dubbel(self) -> None:
        """Van elke soort een paar: zonder Stichting of De, met een plaats, een tikfout, en met een gelijk kenmerk."""
        anders = (
            lambda n: f"Stichting {n}",
            lambda n: n.replace("De ", "") if "De " in n else n.replace(" ", " De ", 1),
            lambda n: f"{n} (Voorbeeldstad)",
            lambda n: n[:4] + n[5:],
            lambda n: " ".join(reversed(n.split())),
        )
        kenmerken = (r'  telefoon: "[^"]*"\n', r"  email: .*?\n", r"straat: .*?, plaats: \w+", r"  website: .*?\n")
        for n in range(25):
            een, ander = self.neem("dubbel", 2)
            naam = re.search(r"^naam: (.*)$", self.teksten[een][1], re.M)[1]
            self.wijzig(ander, r"^naam: .*?$", f"naam: {anders[n % 5](naam)}")
            functies = re.search(r"^functies: .*$", self.teksten[een][1], re.M)[0]
            self.wijzig(ander, r"^functies: .*?$", functies)
            for patroon in (kenmerken[n % 4], kenmerken[(n + 1) % 4]) if n % 3 else (kenmerken[n % 3],):
                self.wijzig(ander, patroon, re.search(patroon, self.teksten[een][1])[0])

    def schrijf(self) -> None:
        for pad, tekst in self.teksten.values():
            (self.map / pad).write_text(tekst, encoding="utf-8")


def draai(map_: Path, *delen: str, dag: date = VANDAAG) -> str:
    opdracht = [sys.executable, "-m", "generator", *delen, "--map", str(map_), "--peildatum", str(dag)]
    uit = subprocess.run(opdracht, capture_output=True, text=True)
    assert uit.returncode == 0, uit.stdout[-2000:] + uit.stderr[-2000:]
    return uit.stdout


REDEN = {
    "oud": {"jaar_oud", "te_laat", "nood_oud"},
    "moeilijk": {"moeilijk", "lange_zin"},
    "geen_weg": {"geen_weg"},
    "nummer": {"fout_nummer"},
    "link": {"dode_link", "lege_pagina", "te_koop"},
    "dubbel": {"dubbel"},
}


def tel(map_: Path, gezaaid: dict[str, set[str]], ids: set[str]) -> None:
    rapport = json.loads(draai(map_, "rapport", "kwaliteit", "--formaat", "json", dag=date(2026, 11, 30)))
    gevonden: dict[str, set[str]] = {soort: set() for soort in REDEN}
    for ingang in rapport["ingangen"]:
        for reden in ingang["redenen"]:
            for soort, codes in REDEN.items():
                if reden["soort"] in codes and ingang["id"] in ids:
                    gevonden[soort].add(ingang["id"])
    for soort, wie in gezaaid.items():
        raak, vals = len(gevonden[soort] & wie), gevonden[soort] - wie
        print(
            f"{soort:<10} gezaaid {len(wie):>3}, gevonden {raak:>3}, vals alarm {len(vals):>3} van {len(ids - wie)} {sorted(vals)[:4]}"
        )
        if gemist := sorted(wie - gevonden[soort]):
            print("   gemist:", gemist[:8])


def main() -> None:
    opties = argparse.ArgumentParser()
    opties.add_argument("--aantal", type=int, default=500)
    opties.add_argument("--zaad", type=int, default=1)
    opties.add_argument("--snel", type=int, default=0)
    gekozen = opties.parse_args()
    with tempfile.TemporaryDirectory() as tijdelijk:
        os.environ["http_proxy"] = dien()
        veld = Veld(Path(tijdelijk), gekozen.aantal, gekozen.zaad)
        if gekozen.snel:
            veld.schrijf()
            return meet(veld.map)
        veld.zaai()
        veld.schrijf()
        for dag in (date(2026, 11, 22), date(2026, 11, 30)):
            draai(veld.map, "links", "--pauze", "0", "--naamserver", "127.0.0.1:9", dag=dag)
        tel(veld.map, veld.gezaaid, set(veld.teksten))
        print(Counter(m["code"] for m in json.loads(draai(veld.map, "controleer", "--formaat", "json"))["meldingen"]))


def meet(map_: Path) -> None:
    """CPU-seconden van elk rapport op deze map, de tweede keer (met voorraad)."""
    import resource

    for delen in (("rapport", "actueel"), ("rapport", "kwaliteit"), ("controleer",)):
        for _ in range(2):
            voor = resource.getrusage(resource.RUSAGE_CHILDREN)
            begin = time.monotonic()
            draai(map_, *delen)
            na = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime
            print(f"{' '.join(delen):<20} {cpu:6.2f} s CPU, {time.monotonic() - begin:6.2f} s")


if __name__ == "__main__":
    main()
