"""Adressen die ooit op de site stonden (adressen.yaml) en waar zij nu heen gaan (doorverwijzingen.yaml)."""

import os
import re
from datetime import date
from pathlib import Path

from generator.lezen.bestanden import controleer_tekens, lees_bytes, ontcijfer
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, Lezing, hint_id, is_id
from generator.lezen.yaml_lezer import SOORTNAAM, Knoop, Lijst, Tekst, Velden, lees_yaml
from generator.meldingen import Verslag
from generator.model.adresboek import Doorverwijzing, Gepubliceerd
from generator.schema.adressen import GEPUBLICEERD, VERVALLEN

ADRESBOEK = "adressen.yaml"
GRENS_KB = 8 * 1024
WEG = "vervallen"
# Waar het programma zelf bestanden zet die geen pagina zijn, en de bestanden in de wortel.
VAN_DE_SITE = {"assets", ".well-known", "404", "search"}
BESTANDEN = {
    "404.html",
    "_headers",
    "_redirects",
    "bouw.json",
    "manifest.sha256",
    "robots.txt",
    "sitemap.xml",
    "sitemap-kennis.xml",
}
BESTANDSSOORTEN = (
    ".json",
    ".geojson",
    ".csv",
    ".html",
    ".xml",
    ".js",
    ".css",
    ".txt",
    ".ics",
    ".vcf",
    ".svg",
    ".sha256",
)
NAMEN_VAN_WINDOWS = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{naam}{nummer}" for naam in ("com", "lpt") for nummer in range(1, 10)),
}
LANGSTE_STAP, DIEPSTE_ADRES = 120, 12
_ADRES = re.compile(r"/?[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")


def als_adres(tekst: str) -> str:
    """Een id of adres zoals iemand het schrijft, als adres onder de wortel; leeg als het geen adres is.

    'geldloket' is een ingang, 'gebieden/x/y' en '/gebieden/x/y/' zijn hetzelfde, 'data/x.csv' is een bestand.
    """
    if "/" not in tekst:
        return f"voorzieningen/{tekst}/" if is_id(tekst) else ""
    kaal = tekst.removesuffix("index.html")
    if not _ADRES.fullmatch(kaal):
        return ""
    kaal = kaal.strip("/")
    return kaal if "." in kaal.rpartition("/")[2] else f"{kaal}/"


def bezwaar_tegen_oud(adres: str) -> str:
    """Waarom er op een adres niets ouds kan staan, of leeg: het programma zet daar zelf iets, of een schijf kent de naam niet."""
    delen = adres.strip("/").split("/")
    if delen[0].lower() in VAN_DE_SITE or delen[0].lower() in BESTANDEN:
        return f"'{delen[0]}' is van het programma zelf"
    if any(deel.lower().endswith(BESTANDSSOORTEN) for deel in delen[:-1]):
        return "onder een bestand kan geen pagina staan"
    if lang := next((deel for deel in delen if len(deel) > LANGSTE_STAP), ""):
        return f"een stap is langer dan {LANGSTE_STAP} tekens ({len(lang)})"
    if len(delen) > DIEPSTE_ADRES:
        return f"het heeft meer dan {DIEPSTE_ADRES} stappen"
    vast = next((deel for deel in delen if deel.lower().partition(".")[0] in NAMEN_VAN_WINDOWS), "")
    return f"'{vast}' kan op Windows geen map zijn" if vast else ""


def lees_doorverwijzingen(boom: Velden, lezing: Lezing) -> dict[str, Doorverwijzing]:
    """Elke regel van doorverwijzingen.yaml, op het oude adres."""
    uit: dict[str, Doorverwijzing] = {}
    for sleutel, knoop in boom.waarden.items():
        plek = boom.sleutels[sleutel]
        van = _adres(sleutel, plek, lezing)
        if van and (reden := bezwaar_tegen_oud(van)):
            lezing.meld("SK820", plek, adres=sleutel, reden=reden)
            continue
        regel = _regel(sleutel, knoop, plek, lezing)
        if van in uit:
            lezing.meld("SK105", plek, veld=sleutel, eerste=uit[van].plek[0])
        elif van and regel:
            uit[van] = regel
    return uit


def _adres(tekst: str, plek: tuple[int, int], lezing: Lezing) -> str:
    adres = als_adres(tekst)
    if not adres:
        lezing.meld("SK351" if "/" in tekst else "SK309", plek, id=tekst, waarde=tekst, hint=hint_id(tekst))
    return adres


def _regel(sleutel: str, knoop: Knoop, plek: tuple[int, int], lezing: Lezing) -> Doorverwijzing | None:
    """Wat achter het oude adres staat: een nieuw adres, 'vervallen', of een groep met uitleg erbij."""
    if isinstance(knoop, Velden):
        return _vervallen(sleutel, knoop, plek, lezing)
    if not isinstance(knoop, Tekst):
        lezing.meld("SK309", knoop.plek, id=SOORTNAAM[type(knoop)], hint=hint_id(SOORTNAAM[type(knoop)]))
        return None
    if knoop.waarde == WEG:
        return Doorverwijzing(sleutel, None, knoop.plek)
    naar = _adres(knoop.waarde, knoop.plek, lezing)
    return Doorverwijzing(sleutel, naar, knoop.plek) if naar else None


def _vervallen(sleutel: str, knoop: Velden, plek: tuple[int, int], lezing: Lezing) -> Doorverwijzing | None:
    groep = lees_groep(knoop, VERVALLEN, lezing)
    if groep is NIETS:
        return None
    if not groep["vervallen"]:
        plek_ = knoop.waarden["vervallen"].plek
        lezing.meld("SK205", plek_, waarde="nee", veld="vervallen", keuzes="ja", voorstel="ja")
        return None
    lijst = knoop.waarden.get("kijk_bij")
    plekken = [deel.plek for deel in lijst.waarden] if isinstance(lijst, Lijst) else []
    kijk_bij = [_adres(tekst, waar, lezing) for tekst, waar in zip(groep.get("kijk_bij", ()), plekken, strict=True)]
    return Doorverwijzing(sleutel, None, plek, groep.get("uitleg", ""), tuple(filter(None, kijk_bij)))


def lees_adresboek(map_: Path, verslag: Verslag, peildatum: date) -> dict[str, Gepubliceerd]:
    """Elk adres uit adressen.yaml met zijn plek; leeg als dat bestand er nog niet is."""
    bestand = map_ / ADRESBOEK
    ruw = lees_bytes(bestand, ADRESBOEK, verslag, GRENS_KB) if os.path.exists(bestand) else None
    tekst = None if ruw is None else ontcijfer(ruw, ADRESBOEK, verslag)
    if tekst is None or not controleer_tekens(tekst, ADRESBOEK, verslag):
        return {}
    boom = lees_yaml(tekst, ADRESBOEK, verslag)
    return {} if boom is None else _adressen(boom, Lezing(verslag, ADRESBOEK, peildatum))


def _adressen(boom: Velden, lezing: Lezing) -> dict[str, Gepubliceerd]:
    uit: dict[str, Gepubliceerd] = {}
    for sleutel, knoop in boom.waarden.items():
        plek = boom.sleutels[sleutel]
        adres = als_adres(sleutel) if "/" in sleutel else ""
        if not adres:
            lezing.meld("SK351", plek, waarde=sleutel)
        elif isinstance(knoop, Tekst):
            uit[adres] = Gepubliceerd(plek, knoop.waarde)
        elif not isinstance(knoop, Velden):
            soort, goed = SOORTNAAM[type(knoop)], f"{sleutel}: Naam van de pagina"
            lezing.meld("SK204", knoop.plek, veld=sleutel, verwacht="een tekst", gevonden=soort, voorbeeld=goed)
        elif (velden := lees_groep(knoop, GEPUBLICEERD, lezing)) is not NIETS:
            uit[adres] = Gepubliceerd(plek, **velden)
    return uit
