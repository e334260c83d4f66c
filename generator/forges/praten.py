"""Praten met een forge. Elke fout is een ForgeFout met een reden in gewone woorden; de sleutel staat er nooit in."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests

from generator.forges.soorten import Forge
from generator.meldingen import SocialeKaartFout, toonbaar

WACHT = (5, 15)  # seconden: om verbinding te krijgen, en om antwoord te krijgen
MEESTE_BYTES = 2_000_000
MEESTE_BLADEN = 10
WEEKMERK = "<!-- sociale-kaart-weekwerk:"  # zo begint een issue dat wij zelf bijhouden
_REDENEN = {
    401: "de sleutel is niet goed of verlopen",
    403: "de sleutel mag dit niet",
    404: "het project is er niet, of de sleutel mag het niet zien",
    410: "issues staan uit bij dit project",
    422: "de forge vindt de tekst niet goed",
}


class ForgeFout(Exception):
    """De forge deed niet wat gevraagd was; de tekst zegt waarom."""

    def __init__(self, reden: str, status: int = 0):
        super().__init__(reden)
        self.status = status


@contextmanager
def gemeld(wat: str, raad: str = "draai de werkstroom opnieuw.") -> Iterator[None]:
    """Een ForgeFout wordt wat een opdracht meldt: `wat` er niet lukte, de reden erachter, en status 1."""
    try:
        yield
    except ForgeFout as fout:
        raise SocialeKaartFout(f"{wat}: {fout}.", raad, 1) from fout


@dataclass(frozen=True, slots=True)
class Project:
    """Een project bij een forge, met de sleutel erbij; die staat in geen enkele tekst."""

    forge: Forge
    pad: str
    basis: str
    sleutel: str = field(repr=False)

    def adres(self, weg: str, **delen: object) -> str:
        return self.basis.rstrip("/") + weg.format(p=self.forge.project(self.pad), **delen)


def vraag(project: Project, werkwoord: str, adres: str, gegevens: dict | None = None, **zoek: str | int) -> Any:
    """Het antwoord als JSON. Volgt geen omleiding: de sleutel gaat alleen naar het adres dat is ingesteld."""
    try:
        with requests.request(
            werkwoord,
            adres,
            json=gegevens,
            params=zoek or None,
            headers=project.forge.kop(project.sleutel),
            timeout=WACHT,
            allow_redirects=False,
            stream=True,
        ) as antwoord:
            ruw = antwoord.raw.read(MEESTE_BYTES + 1, decode_content=True)
            _keur_status(antwoord)
    except requests.Timeout as fout:
        raise ForgeFout("de forge antwoordt niet op tijd") from fout
    except (requests.RequestException, OSError) as fout:
        raise ForgeFout(f"de forge is niet te bereiken ({type(fout).__name__})") from fout
    if len(ruw) > MEESTE_BYTES:
        raise ForgeFout("het antwoord van de forge is te groot")
    try:
        return json.loads(ruw)
    except ValueError as fout:
        raise ForgeFout("het antwoord van de forge is geen JSON") from fout


def _keur_status(antwoord: requests.Response) -> None:
    status = antwoord.status_code
    if status < 300:
        return
    if status == 429 or status == 403 and antwoord.headers.get("x-ratelimit-remaining") == "0":
        raise ForgeFout("er zijn te veel verzoeken geweest; later lukt het weer", status)
    if status < 400:
        raise ForgeFout("de forge verwijst door naar een ander adres; stel dat adres in", status)
    raise ForgeFout(
        _REDENEN.get(status, "de forge heeft een storing" if status >= 500 else "de forge weigert"), status
    )


def _nummer_en_adres(project: Project, antwoord: Any) -> tuple[int, str]:
    """Nummer en webadres uit een antwoord; een adres dat geen https of http is, laten we weg."""
    nummer = antwoord.get(project.forge.nummer) if isinstance(antwoord, dict) else None
    if type(nummer) is not int:
        raise ForgeFout("het antwoord van de forge zegt niet welk nummer het kreeg")
    adres = str(antwoord.get(project.forge.adres) or "")
    return nummer, toonbaar(adres, 300) if adres.startswith(("https://", "http://")) else ""


def maak_issue(project: Project, titel: str, tekst: str) -> tuple[int, str]:
    """Het nummer en het adres van het nieuwe issue."""
    gegevens = {"title": titel, project.forge.tekst: tekst}
    return _nummer_en_adres(project, vraag(project, "POST", project.adres(project.forge.issues), gegevens))


def open_issues(project: Project) -> Iterator[tuple[int, str, str]]:
    """Nummer, titel en tekst van elk open issue; een voorstel telt niet mee."""
    forge = project.forge
    for issue in bladen(project, project.adres(forge.issues), state=forge.open):
        nummer, tekst = issue.get(forge.nummer), issue.get(forge.tekst)
        if type(nummer) is int and isinstance(tekst, str) and not issue.get("pull_request"):
            yield nummer, str(issue.get("title", "")), tekst


def wijzig_issue(project: Project, nummer: int, titel: str = "", tekst: str = "", dicht: bool = False) -> None:
    """Geef een issue een andere titel en tekst, of sluit het."""
    forge = project.forge
    gegevens = dict([forge.sluit]) if dicht else {"title": titel, forge.tekst: tekst}
    vraag(project, forge.werkwoord, project.adres(forge.issue, n=nummer), gegevens)


def zet_reactie(project: Project, nummer: int, merk: str, tekst: str) -> None:
    """Zet een reactie bij een issue, of ververs de onze: die begint met het merk."""
    ververs(project, project.forge.reacties, project.forge.reactie, nummer, merk, tekst)


def ververs(project: Project, alle: str, een: str, nummer: int, merk: str, tekst: str) -> None:
    """Hetzelfde voor een issue of een voorstel; `alle` en `een` zijn de wegen naar de reacties in de API."""
    weg, inhoud = project.adres(alle, n=nummer), {"body": f"{merk}\n{tekst}"}
    eigen = next((r for r in bladen(project, weg) if str(r.get("body", "")).startswith(merk)), None)
    if eigen is None:
        vraag(project, "POST", weg, inhoud)
    elif eigen.get("body") != inhoud["body"]:
        deel = project.adres(een, n=nummer, id=int(eigen["id"]))
        vraag(project, project.forge.werkwoord, deel, inhoud)


def open_meldingen(project: Project) -> Iterator[tuple[int, str]]:
    """Nummer en tekst van elk open issue met een blok erin."""
    for nummer, _, tekst in open_issues(project):
        if "sociale-kaart" in tekst and not tekst.startswith(WEEKMERK):
            yield nummer, tekst


def bladen(project: Project, weg: str, **zoek: str | int) -> Iterator[dict]:
    for blad in range(1, MEESTE_BLADEN + 1):
        deel = vraag(project, "GET", weg, None, per_page=100, limit=50, page=blad, **zoek)
        lijst = [r for r in deel if isinstance(r, dict)] if isinstance(deel, list) else []
        yield from lijst
        if len(lijst) < 50:
            return


def maak_voorstel(project: Project, tak: str, doel: str, titel: str, tekst: str) -> str:
    """Het adres van het open voorstel van deze tak; is het er nog niet, dan maken we het."""
    if bestaand := _open_voorstel(project, tak):
        return bestaand
    forge = project.forge
    gegevens = {"title": titel, forge.tekst: tekst, forge.van: tak, forge.naar: doel}
    return _nummer_en_adres(project, vraag(project, "POST", project.adres(forge.voorstellen), gegevens))[1]


def _open_voorstel(project: Project, tak: str) -> str:
    forge = project.forge
    lijst = vraag(project, "GET", project.adres(forge.voorstellen), state=forge.open, per_page=100, limit=50)
    for voorstel in lijst if isinstance(lijst, list) else ():
        if isinstance(voorstel, dict) and _is_van_ons(project, voorstel, tak):
            return _nummer_en_adres(project, voorstel)[1]
    return ""


def _is_van_ons(project: Project, voorstel: dict, tak: str) -> bool:
    """Of het voorstel van een tak in het project zelf is: een kopie van een ander kan een tak met dezelfde naam hebben."""
    van = voorstel.get(project.forge.van)
    if isinstance(van, dict):
        thuis = (van.get("repo") or {}).get("full_name", "")
        return van.get("ref") == tak and str(thuis).lower() == project.pad.strip("/").lower()
    return van == tak and voorstel.get("source_project_id") == voorstel.get("target_project_id")
