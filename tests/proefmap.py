"""Een kleine goede inhoudsmap neerzetten, er iets aan veranderen en haar lezen; voor alle tests over slechte invoer."""

import os
import shutil
from datetime import date
from pathlib import Path

from generator.catalogus import lees_catalogus
from generator.meldingen import Verslag
from generator.voorraad import Voorraad

GEVALLEN = Path(__file__).parent / "gevallen"
PEILDATUM = date(2026, 11, 22)
GELDLOKET = "sociale_kaart/algemene_voorzieningen/geldloket.yaml"
PROEF = "sociale_kaart/algemene_voorzieningen/proef.yaml"
PROEFPLEK = """\
naam: Proefplek
functies: [buurthuis]
samenvatting: Een plek om iets te proberen.
toegang: {hoe: vrij}
werkgebied: [landelijk]
gecontroleerd: {op: 2026-10-01, door: redactie}
"""


def maak_goede_map(doel: Path) -> Path:
    """Een kopie van de goede map; `doel` mag nog niet bestaan."""
    return Path(shutil.copytree(GEVALLEN / "_goed", doel))


def ruim(doel: Path) -> None:
    """Haal weg wat er op een pad staat."""
    if doel.is_dir() and not doel.is_symlink():
        shutil.rmtree(doel)
    else:
        doel.unlink(missing_ok=True)


def leg_neer(map_: Path, pad: str, inhoud: str | dict) -> None:
    """Zet iets op een pad, in plaats van wat er stond.

    Een tekst is een bestand in UTF-8. Een groep is: {hex}, {tekst, codering}, {voor, tekst, maal, na}, {link: doel},
    {map: ja}, {fifo: ja}, {weg: ja}, of {rechten} met eventueel een tekst.
    """
    doel = map_ / pad
    doel.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(inhoud, str):
        inhoud = {"tekst": inhoud}
    if "rechten" not in inhoud or "tekst" in inhoud:
        ruim(doel)
    if "hex" in inhoud:
        doel.write_bytes(bytes.fromhex(inhoud["hex"]))
    elif "tekst" in inhoud:
        tekst = inhoud.get("voor", "") + inhoud["tekst"] * inhoud.get("maal", 1) + inhoud.get("na", "")
        doel.write_bytes(tekst.encode(inhoud.get("codering", "utf-8"), "surrogatepass"))
    elif "link" in inhoud:
        doel.symlink_to(inhoud["link"])
    elif "map" in inhoud:
        doel.mkdir()
    elif "fifo" in inhoud:
        os.mkfifo(doel)
    if "rechten" in inhoud:
        doel.chmod(inhoud["rechten"])


def vervang(map_: Path, pad: str, oud: str, nieuw: str) -> None:
    """Vervang een stuk dat precies een keer in een bestand staat."""
    tekst = (map_ / pad).read_bytes().decode("utf-8")
    assert tekst.count(oud) == 1, f"{oud!r} staat {tekst.count(oud)} keer in {pad}"
    leg_neer(map_, pad, tekst.replace(oud, nieuw))


def lees(map_: Path, peildatum: date = PEILDATUM):
    """De catalogus (of None) en het verslag van een map, zonder voorraad."""
    verslag = Verslag()
    return lees_catalogus(map_, verslag, peildatum, Voorraad(map_, aan=False)), verslag


def korte_meldingen(verslag: Verslag) -> list[str]:
    """Elke melding als `pad:regel:kolom CODE`."""
    return [f"{m.pad}:{m.regel}:{m.kolom} {m.code}" for m in verslag.meldingen]
