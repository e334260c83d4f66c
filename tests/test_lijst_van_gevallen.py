"""Elk geval uit de lijst over injectie (E), gebieden (F) en bouw (G) heeft een toets; hier staat welke."""

import ast
import logging
import re
import socket
from pathlib import Path

import pytest
from afschieten import afdruk
from conftest import bouw
from jinja2 import UndefinedError
from proefmap import PEILDATUM, korte_meldingen, lees, leg_neer, maak_goede_map

from generator.bouw.motor import render
from generator.meldingen import Verslag
from generator.paginas.gemeen.vullen import omgeving

INSTELLINGEN = {"site_name": "Kaart", "site_url": "https://kaart.example/"}

HIER = Path(__file__).parent
# Een map onder gevallen/ (met /), of bestand:toets; een regel per toets.
TOETSEN = """
E01 gevallen/E01
E02 gevallen/E02
E02 test_vijandig:test_in_een_browser_gebeurt_er_niets
E03 gevallen/E03
E04 gevallen/E04
E04 gevallen/C31
E05 gevallen/E05
E06 gevallen/E06
E06 test_eigenschappen:test_p2_tekst_zonder_opmaak_blijft_die_tekst
E07 gevallen/E07
E08 test_vijandig:test_in_een_browser_gebeurt_er_niets
E09 test_gebieden_lezen:test_html_in_een_naam_blijft_letterlijk
E09 test_vijandig:test_in_een_browser_gebeurt_er_niets
E10 gevallen/E10
E11 test_opendata:test_een_cel_is_nooit_een_formule_en_nooit_twee_cellen
E11 test_opendata:test_de_csv_heeft_alles_wat_de_json_heeft
E12 gevallen/E12
E13 gevallen/E13
E14 gevallen/E14
E15 test_nazicht:test_een_geschreven_pagina_heeft_alleen_wat_markdown_geeft
E15 test_lijst_van_gevallen:test_ruwe_html_in_een_geschreven_pagina
E16 test_opdrachten:test_github_meldingen_zijn_niet_te_vervalsen
E16 gevallen/E17
E17 gevallen/E17
F01 test_gebieden_lezen:test_wat_geen_goede_geojson_is
F02 test_gebieden_lezen:test_wat_geen_goede_geojson_is
F02 test_gebieden_lezen:test_gdal_opent_geen_geojson
F03 test_gebieden_lezen:test_wat_geen_goede_geojson_is
F04 test_gebieden_lezen:test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek
F05 test_gebieden_lezen:test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek
F06 test_gebieden_lezen:test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek
F07 test_gebieden_lezen:test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek
F07 test_gebieden_lezen:test_eilanden_gaten_dubbele_punten_en_een_bom_mogen
F08 test_gebieden_lezen:test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek
F09 test_gebieden_lezen:test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek
F10 test_gebieden_lezen:test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek
F10 test_gebieden_lezen:test_dubbele_code_noemt_het_eerste_kenmerk
F11 test_gebieden_lezen:test_hoogte_valt_weg_met_een_waarschuwing_en_de_ring_wordt_gedraaid
F12 test_gebieden_lezen:test_hoogte_valt_weg_met_een_waarschuwing_en_de_ring_wordt_gedraaid
F13 test_gebieden_lezen:test_overlap_boven_een_vierkante_meter_en_een_kier_zijn_waarschuwingen
F14 test_gebieden_lezen:test_eilanden_gaten_dubbele_punten_en_een_bom_mogen
F15 test_gebieden_lezen:test_te_groot_en_te_veel_punten
F16 test_gebieden_lezen:test_wat_geen_goede_geojson_is
F17 test_plaatsen:test_punt_op_de_grens_hoort_bij_de_laagste_code
F18 test_gebieden_lezen:test_eilanden_gaten_dubbele_punten_en_een_bom_mogen
F19 test_gebieden_lezen:test_zonder_map_of_leeg_is_goed
F19 test_lijst_van_gevallen:test_zonder_wijken_is_er_een_site_zonder_kaart
F20 test_gebieden_lezen:test_een_fout_kenmerk_wordt_genoemd_met_zijn_plek
G01 test_bouwen:test_een_fout_laat_de_oude_site_staan
G02 test_afschieten:test_wie_een_bouw_afschiet_ziet_een_hele_site
G03 test_bouwen:test_een_schrijffout_is_een_nette_fout
G04 test_bouwen:test_een_mislukte_wissel_zet_de_oude_site_terug
G05 test_samen:test_een_tweede_bouw_naar_dezelfde_plek_wacht_niet_en_raakt_niets
G06 test_bouwen:test_een_snelkoppeling_de_bron_en_de_werkmap_zijn_geen_doel
G06 test_bouwen:test_een_doel_met_vreemde_bestanden_blijft_ongemoeid
G07 test_bouwen:test_een_verwijderde_ingang_is_overal_weg
G08 test_bouwen:test_twee_bouwen_zijn_byte_gelijk
G09 test_bouwen:test_de_peildatum_volgt_source_date_epoch
G10 test_nazicht:test_een_kapotte_link_in_een_geschreven_pagina_wijst_naar_de_regel
G11 test_nazicht:test_elke_overtreding_wordt_gevonden
G12 test_lijst_van_gevallen:test_een_plugin_of_hook_in_mkdocs_yml_mag_niet
G13 test_lijst_van_gevallen:test_een_sjabloon_met_een_veld_dat_er_niet_is_stopt_de_bouw
G14 test_lijst_van_gevallen:test_een_waarschuwing_van_mkdocs_is_een_fout_bij_het_bestand
G15 test_lijst_van_gevallen:test_zonder_internet_is_alles_hetzelfde
G16 test_links:test_de_opdracht_schrijft_een_voorraad_en_houdt_niets_tegen
G16 test_links:test_pas_de_tweede_keer_op_een_andere_dag_telt
G17 test_controles:test_twee_keer_zoveel_ingangen_is_twee_keer_zoveel_werk
G18 test_kaart_browser:test_zonder_javascript_is_er_een_lijst_met_links
G19 test_kaart_browser:test_een_bericht_van_een_ander_verandert_de_hoogte_niet
G20 test_opdrachten:test_verkeerd_gebruik_geeft_status_2_in_het_nederlands
G21 test_aanval:test_ctrl_c_geeft_op_elk_moment_dezelfde_zin
G22 test_opdrachten:test_een_fout_in_het_programma_geeft_status_3_zonder_herkomst
G23 test_opdrachten:test_een_dichte_pijp_is_stil
G24 test_nazicht:test_de_open_data_en_de_paginas_tellen_hetzelfde
G25 test_kaarten:test_een_ander_leaflet_is_een_fout_met_uitleg
"""


def bestaat(toets: str) -> bool:
    if "/" in toets:
        return (HIER / toets / "geval.yaml").is_file()
    bestand, _, naam = toets.partition(":")
    boom = ast.parse((HIER / f"{bestand}.py").read_text(encoding="utf-8"))
    return naam in {deel.name for deel in boom.body if isinstance(deel, ast.FunctionDef)}


def test_elk_geval_heeft_een_toets_die_bestaat():
    regels = [regel.split() for regel in TOETSEN.split("\n") if regel]
    nummers = {f"{deel}{n:02}" for deel, aantal in (("E", 17), ("F", 20), ("G", 25)) for n in range(1, aantal + 1)}
    assert nummers == {nummer for nummer, _ in regels}
    assert [f"{nummer} {toets}" for nummer, toets in regels if not bestaat(toets)] == []


@pytest.fixture
def map_(tmp_path) -> Path:
    return maak_goede_map(tmp_path / "map")


@pytest.mark.parametrize(
    "stuk", ["<script>a()</script>", "<div onclick='a()'>x</div>", "tekst <img src=x onerror=a()>", "<iframe src='/'>"]
)
def test_ruwe_html_in_een_geschreven_pagina(map_, stuk):
    """Een fout op de regel van de schrijver, ook als het midden in een zin staat."""
    leg_neer(map_, "inhoud/over.md", f"# Over\n\nEerst dit.\n\n{stuk}\n")
    catalogus, verslag = lees(map_)
    meldingen = korte_meldingen(verslag)
    assert catalogus is None and meldingen and all(m.startswith("inhoud/over.md:5:") for m in meldingen), meldingen


@pytest.mark.parametrize(
    "regel",
    [
        "plugins: [macros]",
        "hooks: [kwaad.py]",
        "extra_javascript: [//kwaad.example/a.js]",
        "markdown_extensions: [pymdownx.snippets]",
    ],
)
def test_een_plugin_of_hook_in_mkdocs_yml_mag_niet(map_, regel):
    tekst = (map_ / "mkdocs.yml").read_text(encoding="utf-8")
    leg_neer(map_, "mkdocs.yml", f"{tekst}{regel}\n")
    catalogus, verslag = lees(map_)
    assert catalogus is None and f"mkdocs.yml:{tekst.count(chr(10)) + 1}:1 SK601" in korte_meldingen(verslag)


def test_een_sjabloon_met_een_veld_dat_er_niet_is_stopt_de_bouw():
    """Zo komt er nooit een lege plek op een pagina; de opdracht geeft status 3."""
    with pytest.raises(UndefinedError):
        omgeving().from_string("{{ v.bestaat_niet }}").render(v=object())


def test_zonder_internet_is_alles_hetzelfde(map_, tmp_path, monkeypatch):
    """Een bouw die ook maar iets van het netwerk wil, valt hier om."""
    assert not bouw(map_, tmp_path / "met", PEILDATUM).fouten

    def geen(*_, **__):
        raise AssertionError("een bouw haalt niets van het netwerk")

    for naam in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket, "socket", type("Dicht", (socket.socket,), {naam: geen}))
    monkeypatch.setattr(socket, "getaddrinfo", geen)
    monkeypatch.setenv("SOCIALE_KAART_VOORRAAD", str(tmp_path / "leeg"))
    assert not bouw(map_, tmp_path / "zonder", PEILDATUM).fouten
    assert afdruk(tmp_path / "met") == afdruk(tmp_path / "zonder")


def test_zonder_wijken_is_er_een_site_zonder_kaart(map_, tmp_path):
    """Een gemeente zonder kaartbestand bouwt, zolang geen ingang een wijk noemt."""
    for naam in ("wijken.geojson", "buurten.geojson", "water.geojson", "kerncijfers.csv", "postcodes.csv"):
        (map_ / "gebieden/proefstad" / naam).unlink(missing_ok=True)
    gevraagd = {m.split()[1] for m in korte_meldingen(lees(map_)[1])}
    assert gevraagd, "wie een wijk noemt die er niet is, hoort dat"
    for bestand in (map_ / "sociale_kaart").glob("*/*.yaml"):
        tekst = re.sub(r"werkgebied: \[[^\]]*\]", "werkgebied: [GM9999]", bestand.read_text(encoding="utf-8"))
        bestand.write_text(tekst, encoding="utf-8")
    verslag = bouw(map_, tmp_path / "site", PEILDATUM)
    assert not verslag.fouten, verslag.als_tekst()
    assert (tmp_path / "site/index.html").is_file()


def test_een_waarschuwing_van_mkdocs_is_een_fout_bij_het_bestand():
    """Ook een die wij niet kennen: een bouw met een waarschuwing gaat niet door."""
    verslag = Verslag()
    logger = logging.getLogger("mkdocs.structure")

    def klaag(*_):
        logger.warning("'over.md' heeft iets vreemds")

    with pytest.MonkeyPatch.context() as ruil:
        ruil.setattr("mkdocs.commands.build.build", klaag)
        uit = render("material", {"over.md": "# Over\n"}, INSTELLINGEN, verslag)
    assert not uit and [(m.code, m.pad) for m in verslag.meldingen] == [("SK603", "inhoud/over.md")], (
        verslag.als_tekst()
    )
