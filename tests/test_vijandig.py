"""Een site uit vijandige inhoud: wat de controle goed vindt is te bouwen, en in een browser gebeurt er niets."""

import json
import random
from pathlib import Path

import fuzz
import pytest
from conftest import Blad, bouw, dien
from proefmap import PEILDATUM, lees, leg_neer, maak_goede_map

from generator.bouw.vooruit import keur_vooruit
from generator.voorraad import Voorraad

SOORTEN = ("algemene_voorzieningen", "wijkfuncties", "ketenpartners")
VIJANDIG = (
    "\"'`><", "' onmouseover = alert(1) x='", '" autofocus onfocus=alert(1) "', "{{ config }}{% raw %}", "${alert(1)}", "@@inhoud@@",
    "javascript:alert(1)", "*vet* _schuin_ [a](b) | # kop", "\\u003cscript\\u003ealert(1)", "%3Cscript%3E", "onder = boven style = x",
    'id="inhoud" href="nergens" src="//kwaad.example"', "]]> --> */ //", "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", "--8<-- /etc/passwd",
    "constructor __proto__ toString", "a\u0301\u0301\u0301\u0301\u0301\u0301", "x" * 100, "/../../..", "null", "0", "Inhoud", "menu",
)  # fmt: skip


def tekst(kans: random.Random, grens: int) -> str:
    """Een vijandige tekst die met een letter begint, want anders is zij in een rekenblad een formule."""
    delen = kans.sample(VIJANDIG, kans.randint(1, 2)) + kans.choices(fuzz.STUKKEN, k=kans.randint(0, 1))
    return json.dumps(f"{kans.choice('AZé5')} {' '.join(delen)}".replace("\n", " ")[:grens])


def ingang(kans: random.Random) -> str:
    return (
        f"naam: {tekst(kans, 110)}\nfuncties: [buurthuis]\nsamenvatting: {tekst(kans, 150)}\nvoor_wie: {tekst(kans, 150)}\n"
        f"omschrijving: {tekst(kans, 900)}\nzoekwoorden: [{tekst(kans, 50)}]\nwerkgebied: [WK999901]\n"
        f"toegang: {{hoe: vrij, uitleg: {tekst(kans, 150)}}}\nkosten: {{soort: gratis, toelichting: {tekst(kans, 90)}}}\n"
        f'locaties:\n- naam: {tekst(kans, 80)}\n  openingstijden: {{ma: "09:00-12:00", toelichting: {tekst(kans, 100)}}}\n'
        f"tijdelijk: {{van: 2026-11-20, tot: 2026-12-20, tekst: {tekst(kans, 120)}}}\n"
        "gecontroleerd: {op: 2026-10-01, door: redactie}\n"
    )


def vul(map_: Path, zaad: int) -> None:
    """Vijandige ingangen, een pagina, de naam van de site, en wijken met HTML in hun naam."""
    kans = random.Random(zaad)
    for nummer in range(90):
        leg_neer(map_, f"sociale_kaart/{SOORTEN[nummer % 3]}/proef-{nummer}.yaml", ingang(kans))
    for nummer in range(8):
        pagina = f"# {json.loads(tekst(kans, 60))}\n\n{json.loads(tekst(kans, 400))}\n\n## Inhoud\n\n## {kans.choice(VIJANDIG)}\n"
        leg_neer(map_, f"inhoud/proef-{nummer}.md", pagina)
    links = "\n".join(f"- [pagina](/proef-{nummer}/)" for nummer in range(8))
    leg_neer(map_, "inhoud/over.md", f"# Over\n\n{links}\n")
    wijken = json.loads((map_ / "gebieden/proefstad/wijken.geojson").read_text(encoding="utf-8"))
    wijken["features"][0]["properties"]["naam"] = "<img src=x onerror=alert(1)> \" ' & </script>"
    leg_neer(map_, "gebieden/proefstad/wijken.geojson", json.dumps(wijken))
    oud = (map_ / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    nieuw = [f"site_name: {tekst(kans, 60)}" if r.startswith("site_name") else r for r in oud]
    leg_neer(map_, "mkdocs.yml", "\n".join(nieuw))


def haal_weg_wat_fout_is(map_: Path) -> int:
    """Haal bestanden met een fout weg tot de controle niets meer vindt; geeft hoeveel ingangen er over zijn."""
    for _ in range(6):
        catalogus, verslag = lees(map_)
        if catalogus is not None:
            keur_vooruit(catalogus, verslag, Voorraad(map_, aan=False))
        fout = {m.pad for m in verslag.meldingen if m.soort == "fout"}
        assert not [pad for pad in fout if pad.startswith("site/")], verslag.als_tekst()
        for pad in fout:
            if pad == "mkdocs.yml":
                tekst_ = (map_ / pad).read_text(encoding="utf-8")
                leg_neer(
                    map_,
                    pad,
                    "\n".join("site_name: Kaart" if r.startswith("site_name") else r for r in tekst_.split("\n")),
                )
            else:
                (map_ / pad).unlink()
        over = (map_ / "inhoud/over.md").read_text(encoding="utf-8").split("\n")
        over = [r for r in over if "(/proef-" not in r or (map_ / f"inhoud/{r.split('/')[1]}.md").exists()]
        leg_neer(map_, "inhoud/over.md", "\n".join(over))
        if not fout:
            return len(list(map_.glob("sociale_kaart/*/proef-*.yaml")))
    raise AssertionError("er blijven fouten komen")


@pytest.fixture(scope="module", params=[1, 2])
def vijandige_site(request, tmp_path_factory) -> Path:
    map_ = maak_goede_map(tmp_path_factory.mktemp("vijandig") / "map")
    vul(map_, request.param)
    assert haal_weg_wat_fout_is(map_) > 15
    verslag = bouw(map_, map_ / "site", PEILDATUM)
    assert not verslag.fouten, verslag.als_tekst()
    return map_ / "site"


def test_wat_controleer_goed_vindt_is_te_bouwen(vijandige_site):
    """De bouw zelf staat in de fixture; hier staat dat er ook echt iets vijandigs op de site kwam."""
    teksten = [p.read_text(encoding="utf-8") for p in vijandige_site.glob("voorzieningen/proef-*/index.html")]
    assert len(teksten) > 15 and any("alert(1)" in t for t in teksten) and any("onmouseover" in t for t in teksten)


@pytest.mark.browser
def test_in_een_browser_gebeurt_er_niets(vijandige_site, chromium):
    """Van elke soort pagina een paar: geen venster, geen fout, geen vreemd verzoek, geen overtreden regel."""
    server, basis = dien(vijandige_site)
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    blad = Blad(context.new_page(), basis)
    gebeurd: list[str] = []
    blad.page.on("dialog", lambda d: (gebeurd.append(f"venster: {d.message}"), d.dismiss()))
    blad.page.on("pageerror", lambda fout: gebeurd.append(f"fout: {fout}"))
    blad.page.on("console", lambda m: gebeurd.append(m.text) if m.type == "error" and "404 (" not in m.text else None)
    blad.page.on(
        "request", lambda r: gebeurd.append(r.url) if not r.url.startswith((basis, "data:", "blob:")) else None
    )
    try:
        for pad in soorten_paginas(vijandige_site):
            blad.ga(pad)
            blad.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        blad.page.goto(f"{basis}/zoeken/?q=onmouseover")
        blad.page.wait_for_selector("html[data-zoek-klaar]")
        assert gebeurd == []
        assert (
            blad.page.evaluate("document.querySelectorAll('main script, main [onmouseover], main img[src=x]').length")
            == 0
        )
    finally:
        context.close()
        server.shutdown()


def soorten_paginas(site: Path) -> list[str]:
    """Van elke map op de site twee pagina's, de langste eerst."""
    per_soort: dict[str, list[Path]] = {}
    for bestand in site.rglob("*.html"):
        delen = bestand.relative_to(site).parts
        per_soort.setdefault("/".join((*delen[:1], str(len(delen)))), []).append(bestand)
    gekozen = [p for rij in per_soort.values() for p in sorted(rij, key=lambda p: -p.stat().st_size)[:2]]
    return sorted(f"/{p.relative_to(site).as_posix().removesuffix('index.html')}" for p in gekozen)
