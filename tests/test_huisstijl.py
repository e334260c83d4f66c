"""De huisstijl van een gemeente: uit haar NL Design System-thema, altijd leesbaar, en niets van een ander adres.

De thema's hier zijn verzonnen, in de vorm van vijf soorten gepubliceerde pakketten.
"""

import random
import re

import pytest
from conftest import PROJECT, UITGEKLEURD, Blad, bouw, dien
from proefmap import korte_meldingen, lees, leg_neer, maak_goede_map, vervang

from generator.betekenis.palet import GEWOON, maak_palet
from generator.bouw.huisstijl import huisstijlregels
from generator.kleuren import contrast
from generator.lezen.csstokens import lees_tokens, waarde_van

# Elke vorm met wat eruit hoort te komen: accent, papier, inkt, focus, letter, kopletter, hoek.
VORMEN = {
    "basis met ketens": (
        """/* gemaakt, niet wijzigen */
.dorp-theme {
  --utrecht-button-primary-action-background-color: var(--basis-color-action-1-inverse-bg-default);
  --utrecht-button-border-radius: var(--basis-border-radius-md);
  --utrecht-heading-1-font-family: var(--basis-heading-font-family);
  --basis-heading-font-family: 'Georgia', serif;
  --basis-border-radius-md: 8px;
  --basis-text-font-family-default: Verdana, sans-serif;
  --basis-color-default-bg-document: var(--dorp-wit);
  --basis-color-default-color-document: var(--dorp-grijs-12); /* [code-only] */
  --basis-focus-outline-color: #0b0c0c;
  --basis-color-action-1-inverse-bg-default: var(--basis-color-accent-1-inverse-bg-default);
  --basis-color-accent-1-inverse-bg-default: var(--dorp-paars);
  --dorp-paars: #6a1b9a;
  --dorp-wit: #ffffff;
  --dorp-grijs-12: #1d1f24;
}
""",
        ("#6a1b9a", "#ffffff", "#1d1f24", "#0b0c0c", "Verdana, sans-serif", '"Georgia", serif', "min(8px, 1.5rem)"),
    ),
    "utrecht met hsl": (
        """.stad-theme, .stad-theme ::backdrop {
  --stad-blauw: hsl(211 60% 35%);
  --utrecht-document-background-color: hsl(48 33% 97%);
  --utrecht-document-color: hsl(0 0% 5%);
  --utrecht-document-font-family: Arial, sans-serif;
  --utrecht-focus-outline-color: hsl(0deg, 0%, 0%);
  --utrecht-button-primary-action-background-color: var(--stad-blauw);
  --utrecht-button-border-radius: 0;
}
""",
        ("#24578f", "#faf9f5", "#0d0d0d", "#000000", "Arial, sans-serif", "", "0"),
    ),
    "alleen links": (
        """:root {
  --nl-link-color: rgb(0 100 60);
  --utrecht-document-color: #333;
  --utrecht-document-background-color: #FFF;
}
""",
        ("#00643c", "#ffffff", "#333333", "#333333", "", "", ""),
    ),
    "in een laag, met terugval": (
        """@layer tokens {
  .kust-theme {
    --utrecht-button-primary-action-background-color: var(--kust-weg, var(--kust-rood, #123456));
    --kust-rood: oklch(45% 0.16 25);
    --utrecht-document-font-family: var(--bestaat-niet, Tahoma, sans-serif);
  }
}
.kust-theme .utrecht-button--subtle { --utrecht-button-primary-action-background-color: #ff0000; }
@media (min-width: 768px) { .kust-theme { --utrecht-button-primary-action-background-color: #00ff00; } }
""",
        ("#9b1e22", "#fbf8f1", "#1c1915", "#1c1915", "Tahoma, sans-serif", "", ""),
    ),
    "de laatste wint": (
        """.bos-theme { --utrecht-link-color: #aa0000; --utrecht-button-border-radius: .5rem }
.bos-theme { --utrecht-link-color: #004d00; --utrecht-document-color: #111111 }
""",
        ("#004d00", "#fbf8f1", "#111111", "#111111", "", "", "min(.5rem, 1.5rem)"),
    ),
}
DONKER = """@media (prefers-color-scheme: dark) {
  .dorp-theme {
    --basis-color-default-bg-document: #1a1a1a;
    --basis-color-default-color-document: #f0f0f0;
    --basis-color-accent-1-inverse-bg-default: #d7a8f0;
    --basis-color-action-1-inverse-bg-default: var(--basis-color-accent-1-inverse-bg-default);
  }
}
"""
MERK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>'


@pytest.fixture
def map_(tmp_path):
    doel = maak_goede_map(tmp_path / "map")
    vervang(doel, "mkdocs.yml", '    accent: "#1d4f91"\n', "")
    return doel


def huisstijl_van(map_, css: str):
    leg_neer(map_, "huisstijl/theme.css", css)
    catalogus, verslag = lees(map_)
    assert catalogus is not None, verslag.als_tekst()
    return catalogus.instellingen.huisstijl, verslag


@pytest.mark.parametrize("naam", VORMEN)
def test_elke_vorm_van_een_thema_geeft_zijn_kleuren_letters_en_hoek(map_, naam):
    css, verwacht = VORMEN[naam]
    huisstijl, verslag = huisstijl_van(map_, css)
    licht = huisstijl.licht
    gevonden = (licht["accent"], licht["papier"], licht["inkt"], licht["focus"])
    assert (*gevonden, huisstijl.letter, huisstijl.kopletter, huisstijl.hoek) == verwacht
    assert korte_meldingen(verslag) == []


def test_het_accent_uit_de_instellingen_gaat_voor_dat_van_het_thema(map_):
    vervang(map_, "mkdocs.yml", "    meld_adres:", '    accent: "#7a3b00"\n    meld_adres:')
    huisstijl, _ = huisstijl_van(map_, VORMEN["utrecht met hsl"][0])
    assert huisstijl.licht["accent"] == "#7a3b00"


def test_donker_is_van_ons_tenzij_het_thema_het_heeft(map_):
    css = VORMEN["basis met ketens"][0]
    zonder, _ = huisstijl_van(map_, css)
    assert zonder.donker["papier"] == GEWOON["donker"]["papier"]
    assert contrast(zonder.donker["accent"], zonder.donker["papier"]) >= 6.5
    erin, _ = huisstijl_van(map_, css + DONKER)
    leg_neer(map_, "huisstijl/donker.css", re.sub(r"(?s)^@media[^{]*\{(.*)\}\s*$", r"\1", DONKER))
    ernaast, _ = huisstijl_van(map_, css)
    assert erin.donker == ernaast.donker
    assert (erin.donker["papier"], erin.donker["inkt"], erin.donker["accent"]) == ("#1a1a1a", "#f0f0f0", "#d7a8f0")
    assert erin.licht == zonder.licht


def paren(kleuren: dict[str, str]):
    """Alles wat op de site op elkaar staat, met wat het moet verschillen."""
    for rol in ("inkt", "inkt-2", "accent", "open", "nood", "oud"):
        yield rol, "papier", 4.5
        yield rol, "veld", 4.5
    for rol in ("inkt", "inkt-2", "accent"):
        yield rol, "stift", 4.5
    yield "op-accent", "accent", 4.5
    for rol in ("rand", "focus"):
        yield rol, "papier", 3.0


@pytest.mark.parametrize("soort", ["licht", "donker"])
def test_welke_kleuren_er_ook_komen_alles_is_te_lezen(soort):
    toeval = random.Random(20)
    for _ in range(400):
        eigen = {rol: f"#{toeval.randrange(1 << 24):06x}" for rol in ("accent", "papier", "inkt", "focus")}
        if toeval.random() < 0.5:
            eigen["papier"] = ("#f{:x}f2ee" if soort == "licht" else "#1{:x}1214").format(toeval.randrange(16))
        for rol in ("papier", "inkt", "focus"):
            if toeval.random() < 0.3:
                eigen.pop(rol, None)
        kleuren, hersteld = maak_palet(soort, eigen)
        slecht = [p for p in paren(kleuren) if contrast(kleuren[p[0]], kleuren[p[1]]) < p[2] - 0.001]
        assert slecht == [], (eigen, kleuren)
        gebleven = {rol for rol in eigen if kleuren[rol] == eigen[rol]}
        assert {h.rol for h in hersteld} == eigen.keys() - gebleven


def test_ons_eigen_palet_is_dat_van_het_stijlblad_en_het_blad_van_een_partner():
    for bestand in ("gemeen/stijl.css", "insluiten/blad.css"):
        css = (PROJECT / "generator/statisch" / bestand).read_text(encoding="utf-8")
        for soort, deel in zip(("licht", "donker"), re.findall(r":root \{(.*?)\}", css, re.S)[:2], strict=True):
            gezegd = {
                n: w.replace("#fff", "#ffffff") if w == "#fff" else w
                for n, w in re.findall(r"--([\w-]+): (#\w+);", deel)
            }
            assert {rol: GEWOON[soort][rol] for rol in gezegd if rol in GEWOON[soort]} == {
                rol: kleur for rol, kleur in gezegd.items() if rol in GEWOON[soort]
            }


def test_te_weinig_verschil_wordt_gemeld_op_de_plek_en_is_weg_als_iemand_het_verbetert(map_):
    css = ".x-theme {\n  --utrecht-document-background-color: #ffffff;\n  --utrecht-link-color: #9fc5e8;\n}\n"
    huisstijl, verslag = huisstijl_van(map_, css)
    assert korte_meldingen(verslag) == ["huisstijl/theme.css:3:3 SK830"]
    assert contrast(huisstijl.licht["accent"], "#ffffff") >= 4.5
    assert huisstijl.licht["accent"] in verslag.als_tekst() and "'--utrecht-link-color'" in verslag.als_tekst()
    _, verslag = huisstijl_van(map_, css.replace("#9fc5e8", "#1f5f8f"))
    assert korte_meldingen(verslag) == []


@pytest.mark.parametrize(
    ("css", "meldingen"),
    [
        (".x {--utrecht-link-color: var(--a); --a: var(--b); --b: var(--a)}", ["theme.css:1:5 SK832"]),
        (".x {--utrecht-link-color: color-mix(in srgb, red, blue)}", ["theme.css:1:5 SK832"]),
        (".x {--utrecht-link-color: transparent}", ["theme.css:1:5 SK832"]),
        (".x {--utrecht-document-font-family: expression(alert(1))}", ["theme.css:1:5 SK832"]),
        (".x {--utrecht-button-border-radius: calc(1px * 4)}", ["theme.css:1:5 SK832"]),
        (".x {--iets-anders: #fff}", ["theme.css:1:1 SK833"]),
        ("<!doctype html><p>niet gevonden</p>", ["theme.css:1:1 SK833", "theme.css:1:35 SK832"]),
        (".x {--utrecht-document-background-color: #222222}", ["theme.css:1:5 SK830"]),
    ],
)
def test_wat_niet_kan_is_een_melding_en_de_site_houdt_haar_eigen_waarde(map_, css, meldingen):
    huisstijl, verslag = huisstijl_van(map_, css)
    assert korte_meldingen(verslag) == [f"huisstijl/{melding}" for melding in meldingen]
    assert (huisstijl.licht["papier"], huisstijl.letter) == (GEWOON["licht"]["papier"], "")
    regels = huisstijlregels(huisstijl)
    assert "alert" not in regels and regels.count("{") == regels.count("}")


def test_een_keten_van_duizend_en_een_halve_regel_zijn_geen_ramp():
    lang = ".x {" + "".join(f"--t{i}: var(--t{i + 1});" for i in range(1000)) + "--t1000: #fff}"
    assert waarde_van("--t0", lees_tokens(lang).licht) is None
    assert waarde_van("--t990", lees_tokens(lang).licht) == "#fff"
    for stuk in (lang[:50], ".x {--a: var(", "@media", "@font-face {src: url(", "\x00", "}" * 50):
        lees_tokens(stuk)


def test_een_letter_komt_uit_de_map_en_nooit_van_een_ander_adres(map_):
    gezicht = "@font-face {{font-family: {0}; src: url('{1}'); font-weight: 700}}\n"
    bladen = [
        ("Dorp Sans", "fonts/dorp.woff2?v=2"),
        ("Elders", "https://elders.example/x.woff2"),
        ("Weg", "../x.woff2"),
    ]
    leg_neer(map_, "huisstijl/font.css", "".join(gezicht.format(f'"{n}"', adres) for n, adres in bladen))
    leg_neer(map_, "huisstijl/fonts/dorp.woff2", {"hex": "774f4632" + "00" * 60})
    leg_neer(map_.parent / "map", "x.woff2", {"hex": "774f4632"})
    css = '.x {--utrecht-document-font-family: "Dorp Sans", Arial;\n--basis-heading-font-family: Nergens, serif}'
    huisstijl, verslag = huisstijl_van(map_, css)
    assert korte_meldingen(verslag) == [
        "huisstijl/font.css:2:1 SK835",
        "huisstijl/font.css:3:1 SK835",
        "huisstijl/theme.css:2:1 SK834",
    ]
    assert [(deel.familie, deel.gewicht, deel.bestand.pad) for deel in huisstijl.lettertypes] == [
        ("Dorp Sans", "700", "assets/huisstijl/fonts-dorp.woff2")
    ]
    assert "elders.example" not in huisstijlregels(huisstijl)
    leg_neer(map_, "huisstijl/fonts/dorp.woff2", "dit is tekst")
    _, verslag = lees(map_)
    assert "huisstijl/fonts/dorp.woff2:1:1 SK836" in korte_meldingen(verslag)


@pytest.mark.parametrize(
    "svg",
    [
        MERK.replace("<path", "<script>alert(1)</script><path"),
        MERK.replace("<path", '<path onclick="x()"'),
        MERK.replace("<path", '<image href="https://elders.example/x.png"/><path'),
        MERK.replace("<path", '<path fill="url(https://elders.example/x)"'),
        MERK.replace("<path", "<style>@import 'x'</style><path"),
        MERK.replace("<path", "<foreignObject/><path"),
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + MERK,
        MERK[:-6],
        "<html/>",
    ],
)
def test_een_logo_dat_iets_kan_doen_of_ophalen_komt_er_niet_in(map_, svg):
    leg_neer(map_, "huisstijl/logo.svg", svg)
    catalogus, verslag = lees(map_)
    assert catalogus is None and korte_meldingen(verslag) == ["huisstijl/logo.svg:1:1 SK836"]
    leg_neer(map_, "huisstijl/logo.svg", MERK)
    assert lees(map_)[0].instellingen.huisstijl.logo.pad == "assets/huisstijl/logo.svg"


def test_een_vreemd_stijlblad_een_bestand_als_map_en_een_snelkoppeling(map_):
    leg_neer(map_, "huisstijl/thema.css", ".x{}")
    assert korte_meldingen(lees(map_)[1]) == ["huisstijl/thema.css:1:1 SK831"]
    leg_neer(map_, "huisstijl/theme.css", {"link": "/etc/hosts"})
    assert "huisstijl/theme.css:1:1 SK011" in korte_meldingen(lees(map_)[1])
    leg_neer(map_, "huisstijl", "geen map")
    assert korte_meldingen(lees(map_)[1]) == ["huisstijl:1:1 SK013"]


@pytest.mark.browser
def test_een_site_met_huisstijl_is_leesbaar_in_licht_en_donker_en_haalt_niets_elders(map_, tmp_path, chromium):
    leg_neer(map_, "huisstijl/theme.css", VORMEN["basis met ketens"][0] + DONKER)
    leg_neer(map_, "huisstijl/logo.svg", MERK)
    leg_neer(map_, "huisstijl/favicon.svg", MERK)
    verslag = bouw(map_, tmp_path / "site")
    assert not verslag.fouten, verslag.als_tekst()
    server, basis = dien(tmp_path / "site")
    try:
        for kleuren, papier, accent in (("light", "#ffffff", "#6a1b9a"), ("dark", "#1a1a1a", "#d7a8f0")):
            context = chromium.new_context(color_scheme=kleuren, reduced_motion="reduce")
            blad, gevraagd = Blad(context.new_page(), basis), []
            page = blad.page
            page.on("request", lambda vraag, lijst=gevraagd: lijst.append(vraag.url))
            for pad in (
                "/",
                "/voorzieningen/geldloket/",
                "/over/",
                "/zoeken/?q=geld",
                "/kcc/",
                "/redactie/huisstijl/",
            ):
                blad.ga(pad)
                page.evaluate(UITGEKLEURD)
                assert blad.schendingen() == [], (kleuren, pad)
                stijl = page.evaluate(
                    "() => ['--papier', '--accent'].map((n) => getComputedStyle(document.body).getPropertyValue(n))"
                )
                assert [deel.replace("#fff", "#ffffff") if deel == "#fff" else deel for deel in stijl] == [
                    papier,
                    accent,
                ]
                assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily").startswith("Georgia")
                assert page.evaluate("document.querySelector('.merk-logo').naturalWidth") > 0
            assert all(url.startswith(basis) for url in gevraagd)
            context.close()
    finally:
        server.shutdown()
