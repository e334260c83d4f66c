"""mkdocs.yml lezen als gegevens, niet als code: een gesloten lijst velden, geen plugins, hooks of eigen scripts."""

import os
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator.betekenis.meldwegen import forge_van
from generator.kleuren import contrast_op_wit
from generator.lezen.bestanden import lees_tekst
from generator.lezen.huisstijl import lees_huisstijl
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, Lezing
from generator.lezen.yaml_lezer import Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model import Instellingen, Meldwegen
from generator.schema import INSTELLINGEN
from generator.schema.gemeente import ENGINES

# Deze gebruikt de generator niet; ze mogen staan, want `mkdocs serve` leest ze.
VAST = {"nav", "strict", "use_directory_urls"}


def lees_instellingen(map_: Path, verslag: Verslag, peildatum: date) -> Instellingen:
    """De instellingen uit `map_/mkdocs.yml`, met standaardwaarden waar niets staat."""
    bestand, pad = map_ / "mkdocs.yml", "mkdocs.yml"
    leeg = Instellingen("Sociale kaart", "https://socialekaart.example/")
    if not os.path.lexists(bestand):
        verslag.meld("SK012", pad, reden="het bestand ontbreekt")
        return leeg
    tekst = lees_tekst(bestand, pad, verslag)
    boom = None if tekst is None else lees_yaml(tekst, pad, verslag)
    if boom is None:
        return leeg
    bekend = {veld.naam for veld in INSTELLINGEN.velden}
    for naam in [n for n in boom.waarden if n not in bekend]:
        if naam not in VAST:
            verslag.meld("SK601", pad, boom.sleutels[naam], veld=naam)
        del boom.waarden[naam]
    lezing = Lezing(verslag, pad, peildatum, INSTELLINGEN)
    uit = lees_groep(boom, INSTELLINGEN, lezing)
    if uit is NIETS:
        return leeg
    eigen = uit.get("extra", {}).get("sociale_kaart", {})
    if "accent" in eigen and contrast_op_wit(eigen["accent"]) < 4.5:
        kleurplek = boom.waarden["extra"].waarden["sociale_kaart"].waarden["accent"].plek
        verslag.meld(
            "SK602", pad, kleurplek, kleur=eigen["accent"], contrast=f"{contrast_op_wit(eigen['accent']):.1f}"
        )
    keur_adres(uit["site_url"], boom, lezing)
    keur_meldwegen(uit, eigen, boom, lezing)
    keur_verklaring(uit["site_url"], eigen, boom, lezing)
    if "engine" not in eigen:
        eigen["engine"] = engine_van_de_omgeving(lezing)
    huisstijl = lees_huisstijl(map_, verslag, eigen.get("accent", leeg.accent), "accent" in eigen)
    return Instellingen(
        naam=uit["site_name"],
        adres=uit["site_url"].rstrip("/") + "/",
        beschrijving=uit.get("site_description", ""),
        bestanden=uit.get("repo_url"),
        wijzigweg=uit.get("edit_uri"),
        huisstijl=huisstijl,
        **eigen,
    )


def keur_adres(adres: str, boom: Velden, lezing: Lezing) -> None:
    """Het adres van de site is een naam met hoogstens een map erachter: elk adres op de site begint ermee."""
    delen = urlsplit(adres)
    stappen = delen.path.strip("/").split("/") if delen.path.strip("/") else []
    if "#" in adres or "?" in adres:
        reden = f"'{'#' if '#' in adres else '?'}' en wat erachter staat hoort bij een pagina"
    elif any(not re.fullmatch(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*", stap) for stap in stappen):
        reden = "de map erin heeft een teken of een lege stap die niet kan"
    else:
        return
    lezing.meld("SK816", boom.waarden["site_url"].plek, waarde=adres, reden=reden)


def keur_meldwegen(uit: dict, eigen: dict, boom: Velden, lezing: Lezing) -> None:
    """Een waarschuwing als een bezoeker niets kan melden, of als niet te zien is wat voor site een project heeft."""
    wegen = eigen.get("melden", Meldwegen())
    if not (eigen.get("meld_adres") or wegen.mail or wegen.issues or wegen.ontvanger):
        lezing.meld("SK607", boom.plek)
    for veld, adres in (("repo_url", uit.get("repo_url")), ("issues", wegen.issues)):
        if adres and not forge_van(adres, wegen.forge):
            lezing.meld("SK608", _plek(boom, veld) or boom.plek, veld=veld, adres=adres)


def keur_verklaring(adres: str, eigen: dict, boom: Velden, lezing: Lezing) -> None:
    """Een waarschuwing als een site die echt ergens staat geen toegankelijkheidsverklaring noemt, of alleen de status."""
    status = eigen.get("verklaring_status")
    if "verklaring" in eigen or status == "E":
        return
    if status:
        lezing.meld("SK838", _plek(boom, "verklaring_status") or boom.plek, status=status)
    elif not is_voorbeeld(adres):
        lezing.meld("SK837", boom.plek)


def engine_van_de_omgeving(lezing: Lezing) -> str:
    """De engine voor wie er zelf geen kiest: die van SOCIALE_KAART_ENGINE, zodat een hele proef zonder wijziging kan."""
    engine = os.environ.get("SOCIALE_KAART_ENGINE") or ENGINES[0]
    if engine not in ENGINES:
        lezing.meld("SK848", (1, 1), waarde=engine, engines=" of ".join(ENGINES))
    return engine


def is_voorbeeld(adres: str) -> bool:
    """Of dit adres nergens heen gaat: een naam die voor voorbeelden is, of de eigen computer."""
    naam = urlsplit(adres).hostname or ""
    return naam == "localhost" or naam.rpartition(".")[2] in ("example", "test", "invalid", "localhost")


def _plek(boom: Velden, veld: str) -> tuple[int, int] | None:
    """Waar dit veld staat, hoe diep ook."""
    if veld in boom.sleutels:
        return boom.sleutels[veld]
    delen = [deel for deel in boom.waarden.values() if isinstance(deel, Velden)]
    return next((plek for deel in delen if (plek := _plek(deel, veld))), None)
