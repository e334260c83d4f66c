"""De beginpagina van een regio: uit drie kleine gebouwde sites, met de browser en met slechte invoer."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import PEILDATUM, PROJECT, bouw, dien
from proefmap import PROEFPLEK, leg_neer, maak_goede_map, vervang

from generator.bouw.herkomst import vergelijk
from generator.cli import voer_uit
from generator.regio import namen, nood, plaatsen, scherf
from generator.voorraad import Voorraad

REGIO = "https://kaart.voorbeeldregio.example/"
# Naam, code van de gemeente, en het adres van haar site.
STEDEN = (
    ("Proefstad", "GM9999", f"{REGIO}proefstad/"),
    ("Anderdam", "GM9998", f"{REGIO}anderdam/"),
    ("Verderop", "GM9997", "https://kaart.verderop.example/"),
)
OPGAVE = f"naam: Sociale kaart Voorbeeldregio\nadres: {REGIO}\nsites:\n"
POSTCODES = "postcode,wijken\n{cijfers} {letters},WK{nummer}01\n"


def maak_stad(doel: Path, naam: str, code: str, adres: str) -> Path:
    """Een inhoudsmap voor een verzonnen gemeente: de goede map met een eigen naam, codes, plek en postcodes."""
    map_ = maak_goede_map(doel)
    for bestand in (p for p in map_.rglob("*") if p.is_file()):
        tekst = bestand.read_text(encoding="utf-8").replace("GM9999", code).replace("WK9999", f"WK{code[2:]}")
        bestand.write_text(tekst.replace("Proefstad", naam), encoding="utf-8")
    vervang(map_, "mkdocs.yml", "https://socialekaart.proefstad.example/", adres)
    plek = PROEFPLEK.replace("naam: Proefplek", f"naam: Weggeefwinkel {naam}").replace("[landelijk]", f"[{code}]")
    leg_neer(map_, "sociale_kaart/wijkfuncties/weggeefwinkel.yaml", plek)
    letters = {"GM9999": "AA", "GM9998": "ZZ", "GM9997": "BB"}[code]
    cijfers = "9998" if code == "GM9997" else "9999"
    leg_neer(
        map_,
        "gebieden/proefstad/postcodes.csv",
        POSTCODES.format(cijfers=cijfers, letters=letters, nummer=code[2:]),
    )
    (map_ / "gebieden/proefstad").rename(map_ / "gebieden" / naam.lower())
    return map_


@pytest.fixture(scope="module")
def regio(tmp_path_factory, eigen_voorraad) -> Path:
    """Een map met drie gebouwde sites, regiokaart.yaml en de regio in uit/."""
    map_ = tmp_path_factory.mktemp("regio")
    regels = []
    for naam, code, adres in STEDEN:
        stad = maak_stad(map_ / "inhoud" / naam, naam, code, adres)
        verslag = bouw(stad, map_ / "sites" / naam)
        assert not verslag.fouten, verslag.als_tekst()
        regels.append(f"  - {{map: sites/{naam}}}\n")
    leg_neer(map_, "regiokaart.yaml", OPGAVE + "".join(regels))
    assert draai(map_) == 0
    return map_


def draai(map_: Path, *meer: str) -> int:
    vast = ["regio", "--map", str(map_), "--uit", str(map_ / "uit"), "--peildatum", PEILDATUM.isoformat()]
    return voer_uit([*vast, *meer])


def test_de_regio_is_heel_en_elke_site_staat_eronder(regio, tmp_path):
    assert vergelijk(regio / "uit") == vergelijk(regio / "uit/anderdam") == []
    assert not (regio / "uit/verderop").exists()
    eerst = (regio / "uit/manifest.sha256").read_bytes()
    assert draai(regio) == 0 and (regio / "uit/manifest.sha256").read_bytes() == eerst
    bladen = (regio / "uit/index.html").read_text(encoding="utf-8"), (regio / "uit/404.html").read_text("utf-8")
    for blad, wortel in zip(bladen, ("./", "/"), strict=True):
        assert f'<a href="{wortel}proefstad/">Proefstad</a>' in blad
        assert '<a href="https://kaart.verderop.example/" rel="noopener">Verderop</a>' in blad
    kopregels = (regio / "uit/_headers").read_text(encoding="utf-8")
    assert "\n/proefstad/*\n" in kopregels and "\n/anderdam/*\n" in kopregels and kopregels.startswith("/\n")
    assert f"<loc>{REGIO}anderdam/sitemap.xml</loc>" in (regio / "uit/sitemap.xml").read_text(encoding="utf-8")


def test_zonder_sites_is_er_alleen_de_beginpagina(regio, tmp_path):
    assert voer_uit(["regio", "--map", str(regio), "--uit", str(tmp_path / "kaal"), "--zonder-sites"]) == 0
    assert not (tmp_path / "kaal/proefstad").exists() and (tmp_path / "kaal/index.html").is_file()


def test_iemand_met_een_telefoon_zoekt_in_de_hele_regio(regio, open_blad):
    """Zonder plaats, met een plaats, met een postcode die twee gemeenten delen, en naar een site elders; met toetsen."""
    server, basis = dien(regio / "uit")
    try:
        blad = open_blad(390)
        blad.basis = basis
        page, gehaald = blad.page, []
        page.on("request", lambda r: gehaald.append(r.url.removeprefix(basis + "/")))
        blad.ga("/")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.type("weggeefwinkel")
        page.keyboard.press("Enter")
        page.wait_for_selector("[data-regio-klaar=weggeefwinkel]", state="attached")
        blad.wacht_op_stilte()
        assert "In welke gemeente zoekt u hulp?" in page.inner_text("[data-regio-melding]")
        assert page.evaluate("document.activeElement.id") == "gemeente"
        namen_ = page.locator("[data-regio-namenlijst] li")
        assert namen_.count() == 3 and "Weggeefwinkel Anderdam in " in page.inner_text("[data-regio-namenlijst]")
        assert not [p for p in gehaald if p.startswith(("proefstad/", "anderdam/"))]

        def keur() -> None:
            blad.wacht_op_stilte()
            blad.vreemd = [url for url in blad.vreemd if not url.startswith(basis)]
            blad.keur()
            page.emulate_media(color_scheme="light")

        keur()

        def vraag(tekst: str) -> None:
            page.focus("#q")
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.type(tekst)
            page.keyboard.press("Enter")
            page.wait_for_function("(v) => document.documentElement.dataset.regioKlaar === v", arg=tekst)

        vraag("hulp bij schulden in Anderdam")
        assert page.inner_text("#uitslag-kop").endswith("in Anderdam voor ‘hulp bij schulden’")
        assert page.evaluate("document.activeElement.id") == "uitslag-kop"
        eerste = page.locator("[data-zoekresultaat] a").first
        assert eerste.get_attribute("href").startswith("./anderdam/")
        assert not [p for p in gehaald if p.startswith("proefstad/")] and "anderdam/assets/zoek/kern.json" in gehaald
        assert page.input_value("#gemeente") == "anderdam" and "gemeente=" not in page.url
        keur()

        vraag("weggeefwinkel 9999 AA")
        assert "in Proefstad voor" in page.inner_text("#uitslag-kop")
        elders = page.inner_text("[data-regio-namen]")
        assert "in een andere gemeente" in elders and "Weggeefwinkel Proefstad" not in elders

        vraag("schulden Verderop")
        verder = page.locator("[data-regio-melding] a")
        assert verder.get_attribute("href") == "https://kaart.verderop.example/zoeken/?q=schulden%20Verderop"
        page.go_back()
        page.wait_for_function("() => document.documentElement.dataset.regioKlaar === 'weggeefwinkel 9999 AA'")
        assert "in Proefstad voor" in page.inner_text("#uitslag-kop")

        page.fill("#q", "ik wil niet meer leven")
        page.wait_for_selector("[data-regio-crisis]:not([hidden]) a[href='tel:113']")
        gehaald.clear()
        blad.ga("/?q=ik wil niet meer leven in Anderdam")
        page.wait_for_selector("[data-regio-crisis]:not([hidden]) a[href='tel:113']")
        page.wait_for_function("() => document.documentElement.dataset.regioKlaar")
        assert not [p for p in gehaald if p.startswith("assets/zoek/") and p.endswith(".json")]
        assert [url for url in blad.vreemd if not url.startswith(basis)] == [] and blad.klachten == []

        # Een browser zonder werkers zoekt met dezelfde scripts op de pagina zelf.
        page.add_init_script("delete globalThis.Worker")
        blad.ga("/?q=schulden in Anderdam")
        page.wait_for_selector("[data-zoekresultaat] a[href^='./anderdam/']")
        page.fill("#q", "ik wil niet meer leven")
        page.wait_for_selector("[data-regio-crisis]:not([hidden]) a[href='tel:113']")
        assert blad.klachten == []

        page.route("**/anderdam/assets/zoek/kern.json", lambda r: r.abort())
        blad.ga("/?q=schulden&gemeente=anderdam")
        verder = page.locator("[data-regio-melding] a")
        verder.wait_for()
        assert verder.get_attribute("href") == "./anderdam/zoeken/?q=schulden"
    finally:
        server.shutdown()


def test_zonder_javascript_staat_elke_gemeente_er(regio, open_blad):
    server, basis = dien(regio / "uit")
    try:
        blad = open_blad(390, script=False)
        blad.basis = basis
        blad.ga("/")
        assert not blad.page.is_visible("#q") and blad.page.is_visible("noscript p >> text=JavaScript")
        blad.page.click("main .wijken a >> text=Anderdam")
        assert "Anderdam" in blad.page.title()
    finally:
        server.shutdown()


def met_fout(regio: Path, doel: Path, regels: str) -> Path:
    """Een kopie van de opgave met andere regels, naast dezelfde sites."""
    leg_neer(doel, "regiokaart.yaml", OPGAVE + regels)
    (doel / "sites").symlink_to(regio / "sites")
    return doel


def test_slechte_invoer_komt_allemaal_tegelijk_en_de_regio_blijft_staan(regio, tmp_path, capsys):
    """Niet gebouwd, een andere versie, twee keer dezelfde gemeente, en een ander programma."""
    oud = shutil.copytree(regio / "sites/Anderdam", tmp_path / "oud")
    kern = json.loads((oud / scherf.KERN).read_text(encoding="utf-8"))
    (oud / scherf.KERN).write_text(json.dumps(kern | {"versie": 1}), encoding="utf-8")
    ander = shutil.copytree(regio / "sites/Anderdam", tmp_path / "ander")
    naam = shutil.copytree(regio / "sites/Verderop", tmp_path / "naam")
    tekst = (naam / scherf.KERN).read_text(encoding="utf-8")
    (naam / scherf.KERN).write_text(tekst.replace('"Verderop"', '"Proefstad"'), encoding="utf-8")
    bouwgegevens = json.loads((ander / "bouw.json").read_text(encoding="utf-8"))
    (ander / "bouw.json").write_text(json.dumps(bouwgegevens | {"programma": "0"}), encoding="utf-8")
    half = shutil.copytree(regio / "sites/Anderdam", tmp_path / "half")
    (half / "data/voorzieningen.json").write_text("{}", encoding="utf-8")
    fout = met_fout(
        regio,
        tmp_path / "fout",
        "  - {map: sites/Proefstad}\n  - {map: sites/weg}\n  - {map: ../oud}\n  - {map: sites/Proefstad}\n"
        "  - {map: ../ander}\n  - {map: ../half}\n  - {map: sites/Verderop, gemeenten: [GM0001]}\n"
        "  - {map: ../naam}\n",
    )
    shutil.copytree(regio / "uit", fout / "uit", symlinks=True)
    assert draai(fout) == 1
    uit = capsys.readouterr().out
    gemeld = [r.split(": ")[:2] for r in uit.splitlines() if r.startswith("regiokaart.yaml:")]
    assert gemeld == [
        ["regiokaart.yaml:5:5", "fout SK860"],
        ["regiokaart.yaml:6:5", "fout SK861"],
        ["regiokaart.yaml:7:5", "fout SK862"],
        ["regiokaart.yaml:8:5", "waarschuwing SK863"],
        ["regiokaart.yaml:9:5", "fout SK860"],
        ["regiokaart.yaml:10:5", "fout SK860"],
        ["regiokaart.yaml:11:5", "fout SK862"],
    ]
    assert (
        "die map is er niet" in uit
        and "de naam Proefstad staat bij '../naam'" in uit
        and "gemeente GM0001 kent zij niet" in uit
        and "niet aangepast" in uit
    )
    assert vergelijk(fout / "uit") == []
    # De oplossing werkt: zonder de regels die niet kunnen is er een regio.
    goed = met_fout(regio, tmp_path / "goed", "  - {map: sites/Proefstad}\n  - {map: sites/Anderdam}\n")
    assert draai(goed) == 0


def beschadig(waarde: object, kies: random.Random) -> object:
    """Dezelfde waarde met ergens iets wat er niet hoort."""
    if not isinstance(waarde, dict | list) or not waarde or kies.random() < 0.15:
        return kies.choice((None, 0, -1, "", "x", [], {}, [1], "../x", "2026-99-99", waarde))
    sleutel = kies.choice(list(waarde)) if isinstance(waarde, dict) else kies.randrange(len(waarde))
    kopie = waarde.copy()
    if kies.random() < 0.1:
        del kopie[sleutel]
    else:
        kopie[sleutel] = beschadig(waarde[sleutel], kies)
    return kopie


@pytest.mark.parametrize("pad", [scherf.KERN, scherf.DATA, "bouw.json", nood.TONEN, nood.CRISIS, "manifest.sha256"])
def test_een_beschadigde_site_is_een_melding_en_nooit_een_fout_in_het_programma(regio, tmp_path, capsys, pad):
    """Elk stuk kan weg of iets anders zijn; er komt een regio, of een melding met een code."""
    kies, gezien = random.Random(pad), set()
    site = shutil.copytree(regio / "sites/Proefstad", tmp_path / "sites/Proefstad")
    (tmp_path / "sites/Anderdam").symlink_to(regio / "sites/Anderdam")
    leg_neer(tmp_path, "regiokaart.yaml", OPGAVE + "  - {map: sites/Proefstad}\n  - {map: sites/Anderdam}\n")
    heel = (site / pad).read_text(encoding="utf-8")
    for keer in range(14):
        stuk = kies.choice(("", heel[: len(heel) // 2], heel.replace("/", "/../", 1), f"x{heel}"))
        if pad.endswith(".json") and keer > 4:
            stuk = json.dumps(beschadig(json.loads(heel), kies))
        (site / pad).write_text(stuk, encoding="utf-8")
        status, uit = draai(tmp_path, "--zonder-sites"), capsys.readouterr().out
        assert status == (1 if "fout SK86" in uit else 0), uit
        gezien.add(status)
    assert 1 in gezien


@pytest.mark.parametrize(
    ("tekst", "code"),
    [("naam: X\n", "SK201"), (f"naam: X\nadres: {REGIO}?q=1\nsites: [{{map: x}}]\n", "SK816"), ("[", "SK1")],
)
def test_een_opgave_die_niet_klopt_is_een_melding(tmp_path, capsys, tekst, code):
    leg_neer(tmp_path, "regiokaart.yaml", tekst)
    assert draai(tmp_path) == 1 and f"fout {code}" in capsys.readouterr().out


def test_een_doel_met_de_sites_erin_wordt_geweigerd(regio, tmp_path, capsys):
    assert voer_uit(["regio", "--map", str(tmp_path)]) == 2
    for doel in (regio, regio / "sites", regio / "sites/Proefstad/erin"):
        assert voer_uit(["regio", "--map", str(regio), "--uit", str(doel)]) == 1
    assert "kies met --uit een andere map" in capsys.readouterr().err


# De index van namen


def verzonnen(aantal: int, stad: int) -> scherf.Scherf:
    """Een site met veel namen die op elkaar lijken, zonder bestanden."""
    soorten = ("Buurthuis", "Inloop", "Weggeefwinkel", "Taalpunt", "Huis van de wijk")
    waar = ("Linde", "Noord", "Oost", "Molen", "Kade", "Brug", "Hoek")
    rij = [
        (f"{soorten[i % 5]} De {waar[i % 7]} {i // 7 + stad * aantal}", scherf.VOORZIENING, f"plek-{i}")
        for i in range(aantal)
    ]
    deel = scherf.Deelgemeente(f"GM{stad:04}", f"Stad {stad}")
    return scherf.Scherf(
        Path("."), f"{REGIO}{stad}/", f"{stad}/", (deel,), ("Centrum",), (f"Dorp {stad}",), (),
        (*rij, ("Overal", "v", "overal")), (), PEILDATUM, ""
    )  # fmt: skip


@pytest.fixture(scope="module")
def zoek_namen():
    """Zoekt in de index van 20 sites van 500 namen, met de scripts van de pagina; geeft de namen en hoeveel bytes."""
    from test_scripts import start

    bestanden = dict(namen.maak_namen([verzonnen(500, stad) for stad in range(20)], {"de", "van"}))
    begin = json.loads(bestanden[f"{namen.MAP}/wijzer.json"])["begin"]
    js = start("regio/namen.js")

    def zoek(vraag: str) -> tuple[list[dict], int]:
        ws = f"zoekwoordenVan({json.dumps(vraag)}, ['de', 'van'])"
        nodig = [bestanden[f"{namen.MAP}/{n}.json"] for n in js(f"bladenVoor({ws}, {json.dumps(begin)})")]
        return js(f"vindNamen({ws}, {json.dumps([json.loads(b) for b in nodig])})"), sum(map(len, nodig))

    zoek.bladen = len(begin)
    return zoek


def test_een_naam_is_te_vinden_op_elk_woord_en_kost_weinig(zoek_namen):
    assert zoek_namen.bladen > 20
    for stad in range(0, 20, 7):
        for naam, _, id_ in verzonnen(500, stad).namen[:-1:61]:
            for vraag in (naam, " ".join(reversed(naam.split())).replace(" De", ""), naam.split()[-1]):
                gevonden, bytes_ = zoek_namen(vraag)
                assert [id_, stad] in [w for g in gevonden if g["naam"] == naam for w in g["waar"]], vraag
                assert bytes_ <= 4 * (namen.BLAD + 200)
    assert zoek_namen("taalpunt zuid")[0] == [] and zoek_namen("zzz")[0] == []
    assert [w[1] for w in zoek_namen("overal")[0][0]["waar"]] == list(range(20))


@pytest.mark.parametrize(
    ("vraag", "sites", "over"),
    [
        ("huur niet betalen in Zutveld", [0], "huur niet betalen"),
        ("Zutveld voedselbank", [0], "voedselbank"),
        ("hulp in Óst-Dorp, nu", [1], "hulp , nu"),
        ("wat is het beste", [], "wat is het beste"),
        ("wie kan mij best helpen", [], "wie kan mij best helpen"),
        ("hulp in best", [1], "hulp"),
        ("9999 AB taxi", [0, 1], "taxi"),
        ("buurthuis centrum", [], "buurthuis centrum"),
        ("iets in Dubbeldorp", [0, 1], "iets"),
        ("__proto__ constructor", [], "__proto__ constructor"),
    ],
)
def test_de_plaats_in_een_vraag(vraag, sites, over):
    from test_scripts import start

    een = scherf.Scherf(Path("."), "", "zutveld/", (scherf.Deelgemeente("GM1", "Zutveld"),), ("Centrum",),
                        ("Dubbeldorp",), (9998, 9999), (("Hulp Centrum", "v", "x"),), (), PEILDATUM, "")  # fmt: skip
    twee = scherf.Scherf(Path("."), "", "best/", (scherf.Deelgemeente("GM2", "Best"),), (),
                         ("Ost-Dorp", "Dubbeldorp"), (9999,), (), (), PEILDATUM, "")  # fmt: skip
    gemeenten = plaatsen.maak_gemeenten([een, twee], {"best"}, {"hulp"})
    plek = start("regio/plek.js")(f"vindPlek({json.dumps(vraag)}, {json.dumps(gemeenten)})")
    assert (plek["sites"], plek["over"]) == (sites, over)


def test_woorden_en_bladen_zijn_in_python_en_in_de_browser_gelijk():
    from test_scripts import start

    js = start("regio/namen.js")
    for tekst in ("Café 't Hóekje", "ÄÖ ﬁets №5", "Straße_1", "Дом", "a-b.c", ""):
        assert js(f"woordenVan({json.dumps(tekst)})") == namen.woorden(tekst), tekst
    assert namen.reeksen([0, 1, 2, 5, 7, 8]) == "0-2,5,7-8"


def test_de_voorraad_is_niet_nodig(regio, tmp_path):
    """Twee keer hetzelfde, ook zonder wat een vorige keer is uitgerekend."""
    from generator.meldingen import Verslag
    from generator.regio.bouwen import bouw_regio

    scherven = bouw_regio(regio, tmp_path / "uit", Verslag(), PEILDATUM, Voorraad(tmp_path, aan=False))
    assert len(scherven) == 3
    assert (tmp_path / "uit/manifest.sha256").read_bytes() == (regio / "uit/manifest.sha256").read_bytes()


# De voorbeelden van werkstromen in publiceren/


def stappen(soort: str) -> str:
    """Wat de taak die de beginpagina maakt in een schil doet, zonder installeren."""
    tekst = (PROJECT / f"publiceren/regio-{soort}.yml").read_text(encoding="utf-8")
    taken = yaml.safe_load(tekst)
    if soort == "gitlab":
        return "\n".join(r for r in taken["pages"]["script"] if "/pip " not in r and "-m venv" not in r)
    return next(s["run"] for s in taken["jobs"]["regio"]["steps"] if s["name"] == "Maak de beginpagina")


@pytest.mark.skipif(os.name == "nt", reason="een runner draait zijn stappen in een schil van Unix")
@pytest.mark.parametrize("soort", ["github", "gitlab"])
def test_de_taak_pakt_de_sites_uit_en_maakt_dezelfde_regio(regio, tmp_path, soort):
    werk, programma = tmp_path / "werk", tmp_path / "omgeving/bin/sociale-kaart"
    programma.parent.mkdir(parents=True)
    programma.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@" --peildatum {PEILDATUM}\n')
    programma.chmod(0o755)
    leg_neer(werk, "regiokaart.yaml", (regio / "regiokaart.yaml").read_text(encoding="utf-8"))
    for naam, _, _ in STEDEN:
        pak = tmp_path / f"gehaald/site-{naam}/site.tgz" if soort == "github" else werk / f"pakken/{naam}.tgz"
        pak.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["tar", "-C", str(regio / "sites" / naam), "-czf", str(pak), "."], check=True)
    omgeving = {**os.environ, "RUNNER_TEMP": str(tmp_path), "PYTHONPATH": str(PROJECT)}
    opdracht = stappen(soort).replace("/tmp/omgeving", str(tmp_path / "omgeving"))
    uit = subprocess.run(["bash", "-eo", "pipefail", "-c", opdracht], cwd=werk, env=omgeving, capture_output=True)
    assert uit.returncode == 0, uit.stdout.decode() + uit.stderr.decode()
    gemaakt = tmp_path / "pagina" if soort == "github" else werk / "public"
    assert (gemaakt / "manifest.sha256").read_bytes() == (regio / "uit/manifest.sha256").read_bytes()


@pytest.mark.parametrize(("soort", "schema"), [("github", "github-workflows"), ("gitlab", "gitlab-ci")])
def test_een_werkstroom_past_in_het_schema_van_de_forge(soort, schema):
    keur = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    bestand = PROJECT / f"publiceren/regio-{soort}.yml"
    assert subprocess.run([*keur, str(bestand)], capture_output=True).returncode == 0
    gebruikt = re.findall(r"uses: (\S+)", bestand.read_text(encoding="utf-8"))
    assert [u for u in gebruikt if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", u)] == []
