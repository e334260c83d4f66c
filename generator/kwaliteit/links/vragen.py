"""Een website vragen of zij er is: een verzoek per keer per server, met een pauze, en nooit meer dan het begin van de pagina."""

import ipaddress
import re
import socket
import time
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import requests
from requests.utils import get_environ_proxies

from generator.kwaliteit.links.oordeel import GEEN_DOMEIN, NIET_BEREIKT, TE_LAAT, Antwoord

WIE = "sociale-kaart-links/1 (kijkt een keer per week of een link nog werkt)"
WACHT = (5, 15)  # seconden: om verbinding te krijgen, en om antwoord te krijgen
BEGIN = 64_000  # bytes van een pagina
MEESTE_SPRONGEN = 6
PAUZE = 2.0  # seconden tussen twee verzoeken aan dezelfde server
VAST = (301, 308)
GEEN_BUITEN = "dit adres is van een eigen netwerk"


class Vrager:
    """Vraagt adressen; `mag_binnen` laat ook een server in het eigen netwerk toe (voor een proef)."""

    def __init__(self, pauze: float = PAUZE, mag_binnen: bool = False, slaap: Callable[[float], None] = time.sleep):
        self.pauze, self.mag_binnen, self.slaap = pauze, mag_binnen, slaap
        self.laatst: dict[str, float] = {}
        self.regels: dict[str, RobotFileParser | None] = {}
        self.sessie = requests.Session()
        self.sessie.headers.update({"User-Agent": WIE, "Accept": "text/html,*/*;q=0.5", "Accept-Language": "nl"})
        self.sessie.trust_env = True

    def vraag(self, adres: str) -> Antwoord:
        """Het antwoord na alle omleidingen; wat misging staat in gewone woorden in `reden`."""
        nu, vast, sprongen = adres, True, 0
        while True:
            if bezwaar := self._bezwaar(nu, adres):
                return Antwoord(0, nu, reden=bezwaar)
            if not self._mag(nu):
                return Antwoord(403, nu, reden="robots.txt vraagt programma's weg te blijven")
            antwoord, verder = self._een(nu)
            if not verder:
                return antwoord._replace(vast=vast and sprongen > 0)
            vast, sprongen = vast and antwoord.status in VAST, sprongen + 1
            if sprongen > MEESTE_SPRONGEN:
                return Antwoord(0, nu, reden="de site stuurt steeds weer door")
            nu = urljoin(nu, verder)

    def _een(self, adres: str) -> tuple[Antwoord, str]:
        """Een verzoek: het antwoord, en waar het heen verwijst (of leeg)."""
        self._wacht(adres)
        try:
            with self.sessie.get(adres, timeout=WACHT, allow_redirects=False, stream=True) as uit:
                verder = uit.headers.get("Location", "") if uit.is_redirect else ""
                tekst = "" if verder else self._begin(uit)
                kaal = not verder and _is_tekst(uit) and not tekst.strip()
                return Antwoord(uit.status_code, adres, tekst, kaal=kaal), verder
        except requests.exceptions.SSLError:
            return Antwoord(0, adres, reden="het slotje van de site klopt niet"), ""
        except requests.Timeout:
            return Antwoord(0, adres, reden=TE_LAAT), ""
        except requests.ConnectionError:
            return Antwoord(0, adres, reden=NIET_BEREIKT), ""
        except (requests.RequestException, OSError, ValueError):
            return Antwoord(0, adres, reden="het antwoord van de site is niet te lezen"), ""

    @staticmethod
    def _begin(uit: requests.Response) -> str:
        if not _is_tekst(uit):
            return ""
        ruw = uit.raw.read(BEGIN, decode_content=True) or b""
        return ruw.decode(uit.encoding or "utf-8", "replace")

    def _wacht(self, adres: str) -> None:
        server = urlsplit(adres).netloc
        if (laatst := self.laatst.get(server)) is not None and self.pauze:
            self.slaap(max(0.0, laatst + self.pauze - time.monotonic()))
        self.laatst[server] = time.monotonic()

    def _mag(self, adres: str) -> bool:
        """Wat robots.txt zegt; zonder dat bestand mag het."""
        delen = urlsplit(adres)
        basis = f"{delen.scheme}://{delen.netloc}"
        if basis not in self.regels:
            antwoord, _ = self._een(f"{basis}/robots.txt")
            lezer = RobotFileParser()
            lezer.parse(antwoord.tekst.splitlines() if antwoord.status == 200 else [])
            self.regels[basis] = lezer
        regels = self.regels[basis]
        return regels is None or regels.can_fetch(WIE, adres)

    def _bezwaar(self, adres: str, begin: str) -> str:
        """Waarom wij een adres niet vragen: een site van een ander mag ons niet naar een server van binnen sturen."""
        delen = urlsplit(adres)
        if delen.scheme not in ("http", "https") or not delen.hostname:
            return "dit is geen webadres"
        zelf = delen.hostname == urlsplit(begin).hostname
        if self.mag_binnen or get_environ_proxies(adres):
            return ""  # achter een proxy zoekt die de naam op, en beslist die wat mag
        try:
            plekken = {ipaddress.ip_address(d[4][0]) for d in socket.getaddrinfo(delen.hostname, delen.port or 443)}
        except (OSError, UnicodeError, ValueError):
            return GEEN_DOMEIN
        # Deze computer zelf mag alleen als iemand haar met opzet opschreef, zoals in een proef.
        return "" if all(p.is_global or zelf and p.is_loopback for p in plekken) else GEEN_BUITEN


def _is_tekst(uit: requests.Response) -> bool:
    return bool(re.search("html|text/plain", uit.headers.get("Content-Type", "html")))
