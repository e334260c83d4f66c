"""De dienst zelf (ASGI): een formulier erin, een bladzijde in gewone taal eruit. Zij schrijft geen logboek van bezoekers."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from generator.betekenis.meldzinnen import ZINNEN
from generator.forges.praten import ForgeFout, Project, maak_issue
from generator.meldingen import SocialeKaartFout
from generator.ontvangen import bladen
from generator.ontvangen.bericht import Bericht, lees_bericht
from generator.ontvangen.grenzen import Grens, afzender
from generator.ontvangen.post import Postbus
from generator.ontvangen.wachtrij import Vol, zet_in_rij

MEESTE_BYTES = 256 * 1024  # 64 kB aan tekst kan in een formulier drie keer zo lang worden
MEESTE_VELDEN = 300
MEESTE_SECONDEN = 20
CSP = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
KOPPEN = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Instelling:
    """Wat de dienst moet weten. Zonder `project` gaat elke melding in de rij."""

    wachtrij: Path
    peildatum: date
    per_afzender: Grens = field(repr=False)
    samen: Grens = field(repr=False)
    per_mail: Grens = field(repr=False)
    pad: str = "/melden/verstuur"
    project: Project | None = None
    post: Postbus | None = None
    proxys: int = 0
    site: str = ""
    redactie: str = ""


class Geweigerd(Exception):
    """Het verzoek zelf kan niet; status en tekst voor de afzender."""

    def __init__(self, status: int, tekst: str):
        super().__init__(tekst)
        self.status = status


def maak_dienst(inst: Instelling) -> Starlette:
    """De ASGI-app, met een formulier zonder script voor wie er zo langskomt."""
    dienst = Dienst(inst)
    return Starlette(
        routes=[
            Route(inst.pad, dienst.formulier, methods=["GET"]),
            Route(inst.pad, dienst.neem_aan, methods=["POST"]),
            Route(f"{inst.pad}/stijl.css", dienst.stijl, methods=["GET"]),
        ]
    )


class Dienst:
    def __init__(self, inst: Instelling):
        self.inst = inst

    async def formulier(self, verzoek: Request) -> Response:
        """Het formulier zonder script; wie JSON vraagt, hoort alleen of wij een mail kunnen sturen."""
        if _wil_json(verzoek):
            return _json(200, {"mailen_kan": self.inst.post is not None})
        plek = verzoek.query_params.get("id", "")[:200]
        return self._blad(200, bladen.formulier(self.inst, plek))

    async def stijl(self, verzoek: Request) -> Response:
        return Response(bladen.stijl(), media_type="text/css", headers={**KOPPEN, "Cache-Control": "max-age=3600"})

    async def neem_aan(self, verzoek: Request) -> Response:
        """Neem een melding aan. Wat er ook misgaat: het antwoord zegt wat er met de melding is gebeurd."""
        bericht = Bericht()
        try:
            self._keur_verzoek(verzoek)
            velden = await self._velden(verzoek)
            bericht = await run_in_threadpool(lees_bericht, velden, self.inst.peildatum)
            if bericht.redenen:
                return self._antwoord(verzoek, 422, "niet", redenen=bericht.redenen, ingevuld=bericht.ingevuld)
            gelopen = await run_in_threadpool(self._verwerk, bericht)
            return self._antwoord(verzoek, 200, **gelopen)
        except Geweigerd as fout:
            return self._antwoord(verzoek, fout.status, "niet", redenen=[str(fout)], ingevuld=bericht.ingevuld)
        except Vol:
            reden = "Wij kunnen uw melding nu niet bewaren. Bewaar uw tekst en probeer het later nog eens."
            return self._antwoord(verzoek, 503, "niet", redenen=[reden], ingevuld=bericht.ingevuld)

    def _keur_verzoek(self, verzoek: Request) -> None:
        """Alleen een formulier van deze site, van wie niet te vaak stuurt."""
        if not _van_hier(verzoek, self.inst.site):
            raise Geweigerd(403, "Dit formulier hoort bij een andere site. Gebruik het formulier op onze eigen site.")
        if verzoek.headers.get("content-type", "").split(";")[0].strip() != "application/x-www-form-urlencoded":
            raise Geweigerd(415, "Wij kunnen dit niet lezen. Gebruik het formulier op onze site.")
        lengte = verzoek.headers.get("content-length", "0")
        if lengte.isdecimal() and int(lengte) > MEESTE_BYTES:
            raise Geweigerd(413, "Uw melding is te lang. Maak de tekst korter.")
        host = verzoek.client.host if verzoek.client else ""
        wie = afzender(host, verzoek.headers.getlist("x-forwarded-for"), self.inst.proxys)
        if not self.inst.per_afzender.mag(wie) or not self.inst.samen.mag("samen"):
            raise Geweigerd(429, ZINNEN["te_vaak"])

    async def _velden(self, verzoek: Request) -> dict[str, str]:
        """De ingevulde velden; houdt op met lezen bij te veel of te langzaam."""
        ruw = bytearray()  # erbij zetten kost niets, ook als iemand byte voor byte stuurt
        try:
            async with asyncio.timeout(MEESTE_SECONDEN):
                async for deel in verzoek.stream():
                    ruw += deel
                    if len(ruw) > MEESTE_BYTES:
                        raise Geweigerd(413, "Uw melding is te lang. Maak de tekst korter.")
            paren = parse_qsl(ruw.decode("ascii"), True, max_num_fields=MEESTE_VELDEN, errors="strict")
        except (TimeoutError, ClientDisconnect) as fout:
            raise Geweigerd(408, "Het versturen duurde te lang. Probeer het nog eens.") from fout
        except ValueError as fout:
            raise Geweigerd(400, "Wij kunnen dit niet lezen. Gebruik het formulier op onze site.") from fout
        return dict(paren)

    def _verwerk(self, bericht: Bericht) -> dict:
        """Maak een issue, of zet de melding in de rij als dat niet lukt. Raist Vol."""
        nummer, adres, kenmerk = 0, "", ""
        try:
            if self.inst.project is None:
                raise ForgeFout("er is geen forge ingesteld")
            nummer, adres = maak_issue(self.inst.project, bericht.titel, bericht.tekst)
        except ForgeFout:
            kenmerk = zet_in_rij(self.inst.wachtrij, bericht)
        gelopen = "issue" if nummer else "rij"
        mail = self._mail(bericht.antwoord_naar, gelopen, adres, kenmerk) if bericht.antwoord_naar else ""
        return {"gelopen": gelopen, "adres": adres, "kenmerk": kenmerk, "mail": mail}

    def _mail(self, naar: str, gelopen: str, adres: str, kenmerk: str) -> str:
        """`gestuurd` of `niet`; daarna is het adres weg."""
        if self.inst.post is None or not self.inst.per_mail.mag(naar.lower()):
            return "niet"
        onderwerp, tekst = bladen.mail(self.inst, gelopen, adres, kenmerk)
        return "gestuurd" if self.inst.post.stuur(naar, onderwerp, tekst) else "niet"

    def _antwoord(self, verzoek: Request, status: int, gelopen: str, **meer) -> Response:
        if _wil_json(verzoek):
            uit = {"gelukt": gelopen != "niet", "gelopen": gelopen, **meer}
            uit.pop("ingevuld", None)
            return _json(status, uit)
        return self._blad(status, bladen.antwoord(self.inst, gelopen, **meer))

    def _blad(self, status: int, html: str) -> Response:
        return Response(html, status, media_type="text/html", headers=KOPPEN)


def _wil_json(verzoek: Request) -> bool:
    return "application/json" in verzoek.headers.get("accept", "")


def _json(status: int, uit: dict) -> Response:
    return Response(json.dumps(uit, ensure_ascii=False), status, media_type="application/json", headers=KOPPEN)


def _van_hier(verzoek: Request, site: str) -> bool:
    """Of een browser zegt dat het formulier van dezelfde site komt; wie niets zegt, is geen browser van een ander."""
    soort = verzoek.headers.get("sec-fetch-site")
    if soort is not None:
        return soort in ("same-origin", "none")
    van = verzoek.headers.get("origin", "null")
    eigen = urlsplit(site).netloc or verzoek.headers.get("host", "")
    return van == "null" or urlsplit(van).netloc == eigen


def maak_server(inst: Instelling, adres: str, poort: int) -> uvicorn.Server:
    """Zonder logboek van verzoeken: daar staan adressen van bezoekers in."""
    return uvicorn.Server(
        uvicorn.Config(
            maak_dienst(inst),
            host=adres,
            port=poort,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=100,
            timeout_keep_alive=5,
            log_level="warning",
        )
    )


def draai(inst: Instelling, adres: str, poort: int) -> None:
    """Luister tot iemand stopt. Raist SocialeKaartFout als de poort bezet is."""
    try:
        maak_server(inst, adres, poort).run()
    except SystemExit as fout:
        raise SocialeKaartFout(
            f"{adres}:{poort} is niet te gebruiken.", "kies met --poort een andere poort."
        ) from fout
