"""Wat `begin` moet weten: welke gemeente, welke forge, en waar de generator vandaan komt."""

import re
import subprocess
import tomllib
from datetime import date
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from msgspec import Struct

from generator.lezen.waarden import nette_naam
from generator.lezen.werkstromen import is_verzonnen
from generator.meldingen import SocialeKaartFout

FORGES = ("github", "gitlab", "forgejo")
PROJECT = Path(__file__).parents[2] / "pyproject.toml"
_VREEMD = re.compile(r"[^A-Za-z0-9@:/._+=\[\]~-]")


class Gegevens(Struct, frozen=True):
    """De antwoorden; `generator` is wat pip installeert, `wijken` zijn code en naam."""

    code: str
    naam: str
    provincie: str
    forge: str
    generator: str
    vandaag: date
    site: str = ""
    meld_adres: str = ""
    telefoon: str = ""
    website: str = ""
    wijken: tuple[tuple[str, str], ...] = ()

    @property
    def slug(self) -> str:
        return nette_naam(self.naam)

    @property
    def generator_bekend(self) -> bool:
        return not is_verzonnen(self.generator)

    @property
    def adres(self) -> str:
        return self.site or f"https://sociale-kaart.{self.slug}.example/"


def keur_gemeente(code: str, naam: str) -> tuple[str, str]:
    """De code en de naam, als een gemeente zo kan heten. Raist SocialeKaartFout."""
    if not re.fullmatch(r"GM\d{4}", code, re.ASCII):
        raise SocialeKaartFout(
            f"'{code}' is geen code van een gemeente.",
            "schrijf GM met vier cijfers, zoals GM0150; het CBS heeft de lijst.",
        )
    if not re.fullmatch(r"['’]?[^\W\d_][\w .,()'’-]{0,60}", naam.strip()) or not nette_naam(naam):
        raise SocialeKaartFout(f"'{naam}' kan geen naam van een gemeente zijn.", "schrijf de naam, zoals Deventer.")
    return code, naam.strip()


def wat_pip_installeert(adres: str) -> str:
    """Van ADRES@VERSIE, een wheel of een naam, naar wat pip begrijpt. Raist SocialeKaartFout bij vreemde tekens."""
    if not adres or _VREEMD.search(adres) or adres.startswith("-"):
        raise SocialeKaartFout(
            f"'{adres}' kan niet het adres van de generator zijn.",
            "geef een Git-adres met versie (https://git.voorbeeld.example/generator.git@v1), een wheel, of naam@versie.",
        )
    if adres.endswith(".whl") or Path(adres).is_dir() or "==" in adres or adres.startswith("git+"):
        return adres
    if re.match(r"(https?|ssh|file)://", adres):
        return f"git+{adres}"
    naam, _, versie = adres.partition("@")
    if not versie or not re.fullmatch(r"[A-Za-z0-9._-]+", naam):
        raise SocialeKaartFout(
            f"bij '{adres}' staat geen versie.",
            f"zet haar erachter: {adres.split('@')[0]}@v1. Zonder versie is geen bouw te herhalen.",
        )
    return f"{naam}=={versie}"


def standaard_generator() -> str:
    """Het adres uit pyproject.toml of het pakket; is dat verzonnen, dan waar deze kopie zelf vandaan komt."""
    adres = _uit_project() if PROJECT.exists() else _uit_pakket()
    return (is_verzonnen(adres) and PROJECT.exists() and _uit_git(PROJECT.parent)) or adres


def _uit_project() -> str:
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return wat_pip_installeert(f"{project['urls']['Repository']}@v{project['version']}")


def _uit_pakket() -> str:
    try:
        kaart = metadata("sociale-kaart")
    except PackageNotFoundError:
        raise SocialeKaartFout(
            "waar de generator vandaan komt, is niet bekend.", "geef het adres met --generator ADRES@VERSIE."
        ) from None
    adressen = dict(regel.split(", ", 1) for regel in kaart.get_all("Project-URL") or ())
    return wat_pip_installeert(f"{adressen['Repository']}@v{kaart['Version']}")


def _uit_git(kopie: Path) -> str:
    """Het adres en de vastlegging van een gekloonde generator; leeg als die niet van een server komt."""
    adres = _git(kopie, "remote", "get-url", "origin")
    if ssh := re.fullmatch(r"([\w.-]+@[\w.-]+):(?!/)(.+)", adres):
        adres = f"ssh://{ssh[1]}/{ssh[2]}"
    if not re.match(r"(https|ssh)://", adres) or _VREEMD.search(adres):
        return ""
    adres = re.sub(r"^https://[^/@]*@", "https://", adres)  # een sleutel hoort niet in een werkstroom
    versie = _git(kopie, "rev-parse", "HEAD")
    return wat_pip_installeert(f"{adres}@{versie}") if versie and not is_verzonnen(adres) else ""


def _git(map_: Path, *vraag: str) -> str:
    try:
        uit = subprocess.run(["git", *vraag], cwd=map_, capture_output=True, text=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return uit.stdout.strip() if uit.returncode == 0 else ""
