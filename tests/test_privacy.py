"""Wat geheim is staat nergens op de site, en wat de browser bewaart staat op /privacy/ en is daar te wissen."""

import gzip
import io
import re
import zipfile
from pathlib import Path

import pytest
from conftest import bouw
from proefmap import GELDLOKET, PEILDATUM, maak_goede_map, vervang
from test_geschiedenis import git, leg_vast

from generator.lezen import samenhang

# Zo'n straat, nummer en postcode staan verder nergens in de map.
ADRES = "{straat: Zwijgsteeg, huisnummer: 7391, postcode: 9876 XY, plaats: Proefstad}"
PUNT = "{lengte: 3.90517, breedte: 52.61513}"
VERRAAD = re.compile(rb"zwijgsteeg|7391|9876 ?xy|9876%20xy|3[.,]9051|52[.,]6151", re.I)


def inhouden(bestand: Path) -> list[bytes]:
    """De bytes van een bestand, en wat er ingepakt in zit."""
    ruw = bestand.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(ruw)):
        with zipfile.ZipFile(io.BytesIO(ruw)) as pak:
            return [pak.read(naam) for naam in pak.namelist()]
    return [gzip.decompress(ruw)] if ruw[:2] == b"\x1f\x8b" else [ruw]


def verraden(site: Path) -> list[str]:
    """Elk bestand waarin iets van het geheime adres staat, ook in zijn naam, met het stuk eromheen."""
    uit = []
    for bestand in sorted(p for p in site.rglob("*") if p.is_file()):
        for ruw in (bestand.as_posix().removeprefix(site.as_posix()).encode(), *inhouden(bestand)):
            if bestand.name in ("manifest.sha256", "bouw.json") or "assets/folium" in bestand.as_posix():
                continue
            if vondst := VERRAAD.search(ruw):
                stuk = ruw[max(0, vondst.start() - 60) : vondst.end() + 40]
                uit.append(f"{bestand.relative_to(site)}: {stuk.decode('utf-8', 'replace')}")
    return uit


@pytest.fixture(scope="module")
def met_geschiedenis(tmp_path_factory) -> Path:
    """Een map waarin het adres eerst openbaar was; de geschiedenis in Git heeft het nog."""
    map_ = maak_goede_map(tmp_path_factory.mktemp("geheim") / "map")
    vervang(map_, "mkdocs.yml", "    gemeente: GM9999\n", "    gemeente: GM9999\n    geschiedenis: ja\n")
    vervang(map_, GELDLOKET, "{straat: Kade, huisnummer: 12A, postcode: 9999 AA, plaats: Proefstad}", ADRES)
    vervang(map_, GELDLOKET, "{lengte: 3.905, breedte: 52.615}", PUNT)
    git(map_, "init", "-q")
    leg_vast(map_, "2026-01-05")
    return map_


def test_een_adres_dat_geheim_werd_staat_ook_niet_in_de_geschiedenis(met_geschiedenis, tmp_path):
    """Eerst staat het er wel: anders bewijst de toets niets."""
    verslag = bouw(met_geschiedenis, tmp_path / "open", PEILDATUM)
    assert not verslag.fouten, verslag.als_tekst()
    assert len(verraden(tmp_path / "open")) > 5
    vervang(met_geschiedenis, GELDLOKET, f"{ADRES}\n    punt: {PUNT}", "{plaats: Proefstad}\n    adres_geheim: ja")
    leg_vast(met_geschiedenis, "2026-02-05")
    verslag = bouw(met_geschiedenis, tmp_path / "dicht", PEILDATUM)
    assert not verslag.fouten, verslag.als_tekst()
    assert verraden(tmp_path / "dicht") == []
    vervang(met_geschiedenis, GELDLOKET, "{plaats: Proefstad}\n    adres_geheim: ja", f"{ADRES}\n    punt: {PUNT}")


def test_ook_als_het_lezen_een_geheim_adres_doorliet_komt_het_nergens(met_geschiedenis, tmp_path, monkeypatch):
    """De tweede grendel: geen enkele pagina en geen enkel bestand met open data vertrouwt op de eerste."""
    monkeypatch.setattr(samenhang, "geheim_blijft_geheim", lambda *_: True)
    vervang(met_geschiedenis, GELDLOKET, f"punt: {PUNT}", f"punt: {PUNT}\n    adres_geheim: ja")
    verslag = bouw(met_geschiedenis, tmp_path / "dicht", PEILDATUM)
    assert not verslag.fouten, verslag.als_tekst()
    assert verraden(tmp_path / "dicht") == []
