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


def maak_goede_map(doel: Path) -> Path:
    """Een kopie van de goede map; `doel` mag nog niet bestaan."""
    return Path(shutil.copytree(GEVALLEN / "_goed", doel))


def leg_neer(map_: Path, pad: str, inhoud: object) -> None:
    """Zet iets op een pad: tekst, of {hex, link, map, fifo, weg, maal, vervang}."""
    doel = map_ / pad
    doel.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(inhoud, str):
        doel.write_bytes(inhoud.encode("utf-8", "surrogatepass"))
    elif "hex" in inhoud:
        doel.write_bytes(bytes.fromhex(inhoud["hex"]))
    elif "maal" in inhoud:
        doel.write_text(inhoud.get("voor", "") + inhoud["tekst"] * inhoud["maal"] + inhoud.get("na", ""), encoding="utf-8")
    elif "link" in inhoud:
        doel.symlink_to(inhoud["link"])
    elif "map" in inhoud:
        doel.mkdir()
    elif "fifo" in inhoud:
        os.mkfifo(doel)
    elif "rechten" in inhoud:
        doel.chmod(inhoud["rechten"])
    elif "codering" in inhoud:
        doel.write_bytes(inhoud["tekst"].encode(inhoud["codering"]))
    else:
        shutil.rmtree(doel) if doel.is_dir() else doel.unlink()


def vervang(map_: Path, pad: str, oud: str, nieuw: str) -> None:
    """Vervang een stuk dat precies een keer in een bestand staat."""
    ruw = (map_ / pad).read_bytes().decode("utf-8", "surrogatepass")
    assert ruw.count(oud) == 1, f"{oud!r} staat {ruw.count(oud)} keer in {pad}"
    leg_neer(map_, pad, ruw.replace(oud, nieuw))


def lees(map_: Path, peildatum: date = PEILDATUM):
    """De catalogus (of None) en het verslag van een map, zonder voorraad."""
    verslag = Verslag()
    return lees_catalogus(map_, verslag, peildatum, Voorraad(map_, aan=False)), verslag


def korte_meldingen(verslag: Verslag) -> list[str]:
    """Elke melding als `pad:regel:kolom CODE`."""
    return [f"{m.pad}:{m.regel}:{m.kolom} {m.code}" for m in verslag.meldingen]
