"""Wat geheim is staat nergens op de site, en wat de browser bewaart staat op /privacy/ en is daar te wissen."""

import gzip
import io
import re
import zipfile
from pathlib import Path

import pytest
from conftest import PROJECT, bouw
from proefmap import GELDLOKET, PEILDATUM, maak_goede_map, vervang
from test_geschiedenis import git, leg_vast

from generator.lezen import samenhang
from generator.paginas.gemeen.achtergrond import BEWAARD

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


def test_elke_naam_die_een_script_bewaart_staat_op_de_privacypagina(voorbeeldsite):
    """Ook andersom: wat er niet meer is, staat er niet. Een script dat anders bewaart dan onder een naam van ons, mag niet."""
    scripts = {p: p.read_text(encoding="utf-8") for p in (PROJECT / "generator/statisch").rglob("*.js")}
    namen = set().union(*(re.findall(r'["`](sociale-kaart-[a-z-]+)', tekst) for tekst in scripts.values()))
    assert namen == set(BEWAARD)
    bewaren = re.compile(
        r"(?:(?:local|session)Storage|opslag)\.(?:set|get|remove)Item\(([^,)]*)|caches\s*\.(?:open|delete)\(([^)]*)"
    )
    for pad, tekst in scripts.items():
        for vondst in bewaren.finditer(tekst):
            wat = (vondst[1] or vondst[2]).strip()
            assert wat in ("SLEUTEL", "NAAM", "naam") or wat.strip('"') in BEWAARD, f"{pad.name}: {vondst[0]}"
        assert not re.search(r"indexedDB|document\.cookie|cookieStore|storage\.getDirectory|window\.name\b", tekst), (
            pad
        )
    html = (voorbeeldsite / "privacy/index.html").read_text(encoding="utf-8")
    gemist = [zin for zin in BEWAARD.values() if re.sub(r"\*\*", "", zin) not in re.sub(r"</?strong>", "", html)]
    assert gemist == [] and 'id="wat-uw-browser-bewaart"' in html
    vreemd = [
        p.name for p in voorbeeldsite.rglob("*.js") if p.name not in {q.name for q in scripts} and bewaart_iets(p)
    ]
    assert vreemd == []


def bewaart_iets(bestand: Path) -> bool:
    """Of een script van een pakket op de site iets in de browser kan laten staan."""
    return bool(
        re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie", bestand.read_text(encoding="utf-8"))
    )


INHOUD = """async () => ({
    los: [localStorage, sessionStorage].flatMap((o) => Object.keys(o)),
    kasten: await caches.keys(),
    diensten: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@pytest.mark.browser
def test_de_balie_vergeet_de_beller_en_op_de_privacypagina_is_alles_te_wissen(open_blad):
    """Een medewerker voert een gesprek en begint een nieuw; daarna wist een bezoeker wat er nog staat."""
    blad = open_blad(1280, 800)
    blad.ga("/kcc/")
    blad.page.wait_for_selector("html[data-kcc-klaar]")
    blad.page.wait_for_function("navigator.serviceWorker.controller || navigator.serviceWorker.ready")
    blad.page.fill("[data-kcc-vraag]", "schuldhulp mevrouw zeldzaam")
    blad.page.fill("[data-kcc-wijk]", "9999 BC")
    blad.page.keyboard.press("Enter")
    blad.page.click("[data-kcc-nieuw]")
    bewaard = blad.page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])")
    assert "zeldzaam" not in bewaard and "9999" not in bewaard and "WK" not in bewaard, bewaard
    velden = blad.page.evaluate("[...document.querySelectorAll('main input')].map((v) => v.value).join('')")
    assert "zeldzaam" not in velden and "9999" not in velden
    assert "zeldzaam" not in blad.page.inner_text("main")
    blad.page.reload()
    blad.page.wait_for_selector("html[data-kcc-klaar]")
    assert "zeldzaam" not in blad.page.content()

    blad.ga("/privacy/")
    blad.page.evaluate(
        "(namen) => namen.forEach((naam) => { localStorage.setItem(naam, '[]'); sessionStorage.setItem(naam, '[]'); })",
        list(BEWAARD),
    )
    blad.page.evaluate("localStorage.setItem('van-een-ander', 'blijft')")
    eerst = blad.page.evaluate(INHOUD)
    assert eerst["kasten"] and eerst["diensten"] == 1, eerst
    blad.page.get_by_role("button", name="Wis alles in deze browser").click()
    blad.page.get_by_text("Alles is gewist.").wait_for()
    assert blad.page.evaluate(INHOUD) == {"los": ["van-een-ander"], "kasten": [], "diensten": 0}
    assert blad.klachten == [] and blad.vreemd == []
