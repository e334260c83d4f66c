"""Praten met PDOK: OGC API Features met bladeren, en WFS voor oudere jaren. Alleen wat de server echt belooft.

Bron van het gedrag: de documentatie van PDOK (limit hoogstens 1000, onbekende parameter geeft 400, rel=next).
De adressen zijn met SOCIALE_KAART_PDOK te wijzigen, voor proeven met een eigen server.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from typing import Protocol

from generator.meldingen import SocialeKaartFout

OGC_BASIS, WFS_BASIS = "https://api.pdok.nl", "https://service.pdok.nl"
PER_PAGINA = 1000
MEESTE_PAGINAS = 200
MEESTE_BYTES = 400 * 1024 * 1024
POGINGEN = 4
PER_ANTWOORD, HEEL = 4, 40  # zo vaak de wachttijd mag een antwoord duren, en alles bij elkaar
_FES = (
    '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"><fes:PropertyIsEqualTo><fes:ValueReference>{naam}</fes:ValueReference>'
    "<fes:Literal>{waarde}</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>"
)


class Leesbaar(Protocol):
    """Een antwoord dat in stukken te lezen is."""

    def read1(self, n: int, /) -> bytes: ...


class Geweigerd(Exception):
    """De server zegt nee (4xx): dit verzoek anders doen, niet herhalen."""

    def __init__(self, status: int):
        super().__init__(str(status))
        self.status = status


class Pdok:
    """Haalt JSON op met herhaling en kent de adressen; `wacht` en `pauze` zijn seconden."""

    def __init__(self, wacht: float = 30, pauze: float = 1, meld: Callable[[str], None] | None = None):
        eigen = os.environ.get("SOCIALE_KAART_PDOK", "").rstrip("/")
        self.ogc, self.wfs = eigen or OGC_BASIS, eigen or WFS_BASIS
        self.wacht = _seconden("SOCIALE_KAART_PDOK_WACHT", wacht)
        self.pauze = _seconden("SOCIALE_KAART_PDOK_PAUZE", pauze)
        self.einde: float | None = None  # wanneer het hele ophalen klaar moet zijn; loopt vanaf de eerste vraag
        self.meld = meld or _toon_voortgang

    def haal(self, adres: str) -> dict:
        """Een JSON-object. Bij een storing of een kapot antwoord tot vier pogingen, met steeds langer wachten.

        Raist Geweigerd bij 4xx en SocialeKaartFout als het niet lukt.
        """
        reden = ""
        for poging in range(POGINGEN):
            if poging:
                self.meld(f"poging {poging + 1}: {reden}")
                time.sleep(self.pauze * 2 ** (poging - 1))
            try:
                return self._vraag(adres)
            except (Geweigerd, SocialeKaartFout):
                raise
            except Exception as fout:  # noqa: BLE001  http.client raist eigen soorten bij een afgebroken antwoord
                reden = self._reden(fout)
        raise SocialeKaartFout(f"PDOK is niet te bereiken: {reden}.", weg_via_bestand(), 1)

    def _vraag(self, adres: str) -> dict:
        kop = {"Accept": "application/geo+json, application/json", "User-Agent": "sociale-kaart"}
        try:
            with urllib.request.urlopen(urllib.request.Request(adres, headers=kop), timeout=self.wacht) as antwoord:
                inhoud = json.loads(self._lees(antwoord))
        except urllib.error.HTTPError as fout:
            fout.close()
            if fout.code < 500 and fout.code not in (408, 429):
                raise Geweigerd(fout.code) from fout
            raise
        if not isinstance(inhoud, dict):
            raise ValueError("geen object")
        return inhoud

    def _lees(self, antwoord: Leesbaar) -> bytes:
        """Het hele antwoord, met een grens aan de bytes en aan de tijd: ook een server die druppelt, houdt een keer op."""
        begin = time.monotonic()
        self.einde = self.einde or begin + HEEL * self.wacht
        delen, aantal = [], 0
        while deel := antwoord.read1(65536):
            delen.append(deel)
            aantal += len(deel)
            if time.monotonic() > min(begin + PER_ANTWOORD * self.wacht, self.einde):
                raise SocialeKaartFout("PDOK antwoordt te langzaam.", weg_via_bestand(), 1)
            if aantal > MEESTE_BYTES:
                raise SocialeKaartFout("PDOK stuurt meer dan er bij deze vraag kan horen.", weg_via_bestand(), 1)
        return b"".join(delen)

    def _reden(self, fout: Exception) -> str:
        """Waarom een verzoek niet lukte, in gewone woorden."""
        oorzaak = getattr(fout, "reason", fout)
        if isinstance(fout, urllib.error.HTTPError):
            return f"de server antwoordt met status {fout.code}"
        if isinstance(oorzaak, TimeoutError):
            return f"geen antwoord binnen {self.wacht:g} seconden"
        if isinstance(fout, ValueError | RecursionError):
            return "het antwoord is afgebroken of geen JSON"
        return f"geen verbinding ({getattr(oorzaak, 'strerror', None) or type(oorzaak).__name__})"

    def lagen(self, jaar: int) -> str:
        return f"{self.ogc}/cbs/wijken-en-buurten-{jaar}/ogc/v1/collections"

    def zoekbaar(self, laag: str) -> set[str]:
        """De eigenschappen waarop deze laag filtert; leeg als de server het niet zegt."""
        try:
            velden = self.haal(f"{laag}/queryables?f=json").get("properties")
        except Geweigerd:
            return set()
        return set(velden) if isinstance(velden, dict) else set()

    def kenmerken(self, laag: str, **filter_: str) -> Iterator[dict]:
        """Alle kenmerken van een laag, bladerend via rel=next op dezelfde server. Raist Geweigerd."""
        adres = f"{laag}/items?{urllib.parse.urlencode({'f': 'json', 'limit': PER_PAGINA, **filter_})}"
        gezien: set[str] = set()
        geteld, totaal = 0, None
        while adres:
            if adres in gezien or len(gezien) >= MEESTE_PAGINAS:
                raise SocialeKaartFout("PDOK blijft naar dezelfde pagina's verwijzen.", weg_via_bestand(), 1)
            gezien.add(adres)
            pagina = self.haal(adres)
            delen = _kenmerken(pagina)
            geteld += len(delen)
            totaal = pagina.get("numberMatched")
            self.meld(f"pagina {len(gezien)}: {geteld}{f' van {totaal}' if isinstance(totaal, int) else ''} gebieden")
            yield from delen
            adres = self._volgende(pagina, adres)
        if isinstance(totaal, int) and geteld < totaal:
            raise SocialeKaartFout(f"PDOK gaf {geteld} van de {totaal} gebieden.", weg_via_bestand(), 1)

    def _volgende(self, pagina: dict, adres: str) -> str:
        links = pagina.get("links")
        for link in links if isinstance(links, list) else ():
            if isinstance(link, dict) and link.get("rel") == "next" and isinstance(link.get("href"), str):
                volgende = urllib.parse.urljoin(adres, link["href"])
                if urllib.parse.urlsplit(volgende)[:2] != urllib.parse.urlsplit(self.ogc)[:2]:
                    raise SocialeKaartFout(
                        "PDOK verwijst voor de volgende pagina naar een andere server.", weg_via_bestand(), 1
                    )
                return volgende
        return ""

    def wfs_kenmerken(self, jaar: int, laag: str, naam: str, waarde: str) -> Iterator[dict]:
        """Kenmerken uit de WFS van een jaar; filtert met FES-XML, want CQL_FILTER wordt daar genegeerd. Raist
        Geweigerd.
        """
        basis = {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": f"wijkenbuurten:{laag}",
            "outputFormat": "application/json",
            "count": PER_PAGINA,
        }
        filter_ = {"FILTER": _FES.format(naam=naam, waarde=waarde)}
        begin = 0
        for pagina in range(MEESTE_PAGINAS):
            vraag = urllib.parse.urlencode({**basis, **filter_, "startIndex": begin})
            delen = _kenmerken(self.haal(f"{self.wfs}/cbs/wijkenbuurten/{jaar}/wfs/v1_0?{vraag}"))
            begin += len(delen)
            self.meld(f"pagina {pagina + 1}: {begin} gebieden (WFS)")
            yield from delen
            if len(delen) < PER_PAGINA:
                return


def _seconden(naam: str, anders: float) -> float:
    """Een aantal seconden uit de omgeving; wat geen getal van 0 tot 600 is, is verkeerd gebruik."""
    tekst = os.environ.get(naam, str(anders))
    try:
        if 0 <= (getal := float(tekst)) <= 600:
            return getal
    except ValueError:
        pass
    raise SocialeKaartFout(f"{naam} is '{tekst}', en dat is geen aantal seconden.", "zet er een getal in, zoals 30.")


def _kenmerken(pagina: dict) -> list[dict]:
    delen = pagina.get("features")
    return [d for d in delen if isinstance(d, dict)] if isinstance(delen, list) else []


def _toon_voortgang(tekst: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{tekst}", end="", file=sys.stderr, flush=True)


def weg_via_bestand() -> str:
    """Wat iemand zonder netwerk kan doen."""
    return (
        "probeer het later nog eens. Zonder netwerk: haal op een andere plek het GeoPackage 'Wijk- en buurtkaart' van CBS op bij PDOK "
        "en lees het in met 'gebieden inlezen BESTAND.gpkg --gemeente GM0150 --laag wijken'."
    )
