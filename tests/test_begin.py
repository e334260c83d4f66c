"""`begin`: een complete map voor een gemeente, zonder een woord van het voorbeeld, die meteen te bouwen is."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import PROJECT, bouw
from proefmap import PEILDATUM, lees, leg_neer

from generator.begin import gegevens
from generator.begin.gegevens import FORGES, wat_pip_installeert
from generator.begin.sjabloneren import SJABLONEN, werkstromen
from generator.cli import voer_uit
from generator.lezen.werkstromen import MAPPEN
from generator.meldingen import SocialeKaartFout

pytestmark = pytest.mark.lang

GENERATOR = "https://git.voorbeeld.example/generator.git@v3"
NIEUW = {"SK353", "SK720", "SK721"}
VAST = ["--generator", GENERATOR, "--meld-adres", "redactie@kaart.example", "--peildatum", "2026-11-22"]


def begin(doel: Path, *meer: str, code: str = "GM0150", naam: str = "Deventer") -> int:
    return voer_uit(["begin", str(doel), "--gemeente", code, "--naam", naam, *VAST, *meer])


def is_goed(verslag) -> bool:
    """Niets, behalve wat in een nieuwe map zo is: nummers die niemand naliep, en adressen van een voorbeeld."""
    return {m.code for m in verslag.meldingen} == NIEUW


@pytest.fixture(scope="module")
def wijken(tmp_path_factory) -> Path:
    """Twee wijken naast elkaar, in de vorm van het CBS."""
    vak = [[[x, y] for x, y in ((6.1, 52.2), (6.2, 52.2), (6.2, 52.3), (6.1, 52.3), (6.1, 52.2))]]
    ernaast = [[[round(x + 0.1, 1), y] for x, y in vak[0]]]
    kenmerken = [
        {
            "type": "Feature",
            "properties": {"code": f"WK01500{n}", "naam": naam, "gemeentecode": "GM0150", "gemeentenaam": "Deventer"},
            "geometry": {"type": "Polygon", "coordinates": vorm},
        }
        for n, naam, vorm in ((1, "Noorderkwartier", vak), (2, "Zuiderkwartier", ernaast))
    ]
    pad = tmp_path_factory.mktemp("grenzen") / "wijken.geojson"
    pad.write_text(json.dumps({"type": "FeatureCollection", "features": kenmerken}), encoding="utf-8")
    return pad


@pytest.mark.parametrize("forge", FORGES)
def test_de_map_is_goed_en_heeft_alles(forge, tmp_path, wijken):
    map_ = tmp_path / "onze kaart"
    assert begin(map_, "--forge", forge, "--gebieden", str(wijken), "--provincie", "Overijssel") == 0
    catalogus, verslag = lees(map_)
    assert is_goed(verslag), verslag.als_tekst()
    assert catalogus.instellingen.gemeente == "GM0150" and len(catalogus.gemeenten[0].wijken) == 2
    assert catalogus.gemeenten[0].toegangspunt in catalogus.voorzieningen
    assert len(catalogus.functies) > 100 and catalogus.kennis.route and catalogus.kennis.bouwtekening
    namen = {p.relative_to(map_).as_posix() for p in map_.rglob("*") if p.is_file()}
    assert {"mkdocs.yml", ".gitignore", "README.md", "BIJDRAGEN.md", "sets.slot", ".vscode/settings.json"} <= namen
    assert {f"{MAPPEN[forge]}/{w}.yml" for w in ("controle", "publiceren", "onderhoud")} <= namen
    assert {f"inhoud/{p.name}" for p in (PROJECT / "inhoud").glob("*.md")} <= namen
    assert not any(naam.startswith(f"{MAPPEN[ander]}/") for ander in FORGES for naam in namen if ander != forge)


def test_geen_woord_van_het_voorbeeld(tmp_path, wijken):
    """Ook niet in de hulp voor de editor, de uitleg en de site die eruit komt."""
    map_, site = tmp_path / "kaart", tmp_path / "site"
    assert begin(map_, "--gebieden", str(wijken)) == 0
    assert not bouw(map_, site).fouten
    woord = re.compile(r"voorbeeldstad|voorbeeldland|vaarle|buurstede|@[A-Z]+@|\[\[|\[%", re.I)
    gevonden = [
        (bestand.relative_to(tmp_path).as_posix(), vondst[0])
        for bestand in sorted(tmp_path.rglob("*"))
        if bestand.is_file() and bestand.suffix in (".md", ".yml", ".yaml", ".html", ".json", ".csv", ".txt", ".xml")
        for vondst in woord.finditer(bestand.read_text(encoding="utf-8"))
        if not (vondst[0] in ("[[", "[%") and bestand.suffix in (".json", ".html"))
    ]
    assert gevonden == []
    assert "Deventer" in (site / "over/index.html").read_text(encoding="utf-8")
    assert (site / "zo-werkt-het/index.html").exists() and (site / "begrippen/index.html").exists()


def test_het_blok_uit_de_bijdragegids_werkt_als_het_geplakt_wordt(tmp_path, wijken):
    map_ = tmp_path / "kaart"
    assert begin(map_, "--gebieden", str(wijken)) == 0
    gids = (map_ / "BIJDRAGEN.md").read_text(encoding="utf-8")
    assert "| `WK015001` | Noorderkwartier |" in gids
    leg_neer(map_, "sociale_kaart/algemene_voorzieningen/spreekuur.yaml", gids.split("```yaml\n")[1].split("```")[0])
    catalogus, verslag = lees(map_)
    # Wie niets verandert, hoort dat er nog tekst uit de uitleg staat; een fout is er niet.
    assert {m.code for m in verslag.meldingen} == {*NIEUW, "SK416"}, verslag.als_tekst()
    assert catalogus.voorzieningen["spreekuur"].werkgebied == ("WK015001",)


def test_het_geraamte_van_een_toegangsmodel_zegt_niets_tot_iemand_het_invult(tmp_path):
    map_ = tmp_path / "kaart"
    assert begin(map_) == 0
    assert lees(map_)[0].gemeenten[0].toegangsmodel is None
    pad = map_ / "gebieden/deventer/gemeente.yaml"
    kop, geraamte = pad.read_text(encoding="utf-8").split("# toegangsmodel:\n")
    regels = [regel.removeprefix("# ") for regel in geraamte.splitlines()]
    assert "zo-werkt-het" in kop and all("Vul in" in r or ":" in r for r in regels)
    pad.write_text("\n".join([kop, "toegangsmodel:", *regels, ""]), encoding="utf-8")
    catalogus, verslag = lees(map_)
    model = catalogus.gemeenten[0].toegangsmodel
    assert not verslag.fouten, verslag.als_tekst()
    # Wat aan staat en niet is ingevuld, krijgt per veld een melding: 'Vul in' hoort niet op een site.
    assert geraamte.count("Vul in") == sum(m.code == "SK772" for m in verslag.meldingen)
    assert len(model.stappen) == 3 and model.taken[0].door == "gemeente" and model.jaar == "2026" and not model.teams


@pytest.mark.parametrize("naam", ["'s-Gravenhage", "Súdwest-Fryslân", "Bergen (NH.)", "Nuenen, Gerwen en Nederwetten"])
def test_elke_naam_van_een_gemeente_kan(naam, tmp_path):
    assert begin(tmp_path / "kaart", naam=naam) == 0
    assert is_goed(lees(tmp_path / "kaart")[1])


def test_een_map_die_niet_leeg_is_blijft_zoals_zij_is(tmp_path, capsys):
    leg_neer(tmp_path, "kaart/iets.txt", "van mij\n")
    assert begin(tmp_path / "kaart") == 2
    assert [p.name for p in (tmp_path / "kaart").iterdir()] == ["iets.txt"]
    assert "niet leeg" in capsys.readouterr().err


@pytest.mark.parametrize(
    "herkomst, adres",
    [
        ("https://naam:sleutel@git.dorp.nl/generator.git", "git+https://git.dorp.nl/generator.git@"),
        ("git@git.dorp.nl:team/generator.git", "git+ssh://git@git.dorp.nl/team/generator.git@"),
        ("https://git.dorp.example/generator.git", ""),
        ("/srv/generator.git", ""),
        ("https://git.dorp.nl/$(id).git", ""),
        (None, ""),
    ],
)
def test_zonder_adres_komt_de_generator_van_waar_deze_kopie_zelf_vandaan_komt(herkomst, adres, tmp_path, monkeypatch):
    """Een sleutel in dat adres gaat niet mee; is het geen server, dan blijft het voorbeeld staan en zegt `begin` dat."""
    project = '[project]\nversion = "1"\nurls = {Repository = "https://git.uw-gemeente.example/generator.git"}\n'
    leg_neer(tmp_path, "kopie/pyproject.toml", project)
    monkeypatch.setattr(gegevens, "PROJECT", tmp_path / "kopie/pyproject.toml")
    code = ""
    if herkomst:
        git = ["git", "-c", "user.name=t", "-c", "user.email=t@t.example", "-C", str(tmp_path / "kopie")]
        for opdracht in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"], ["remote", "add", "origin", herkomst]):
            subprocess.run([*git, *opdracht], check=True)
        code = subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    voorbeeld = "git+https://git.uw-gemeente.example/generator.git@v1"
    assert gegevens.standaard_generator() == (f"{adres}{code}" if adres else voorbeeld)


def test_weet_niemand_waar_de_generator_staat_dan_zegt_begin_dat(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(gegevens, "standaard_generator", lambda: "git+https://git.uw-gemeente.example/g.git@v1")
    vast = ["--gemeente", "GM0150", "--naam", "Deventer", "--peildatum", "2026-11-22"]
    assert voer_uit(["begin", str(tmp_path / "kaart"), *vast]) == 0
    assert "bijwerken --map" in capsys.readouterr().out
    assert "slagen de werkstromen niet" in (tmp_path / "kaart/README.md").read_text(encoding="utf-8")
    assert (
        voer_uit(["bijwerken", "--map", str(tmp_path / "kaart"), "--generator", "https://git.dorp.nl/g.git@v2"]) == 0
    )
    assert 'pip install "git+https://git.dorp.nl/g.git@v2"' in (tmp_path / "kaart/README.md").read_text("utf-8")
    assert "SK720" not in {m.code for m in lees(tmp_path / "kaart")[1].meldingen}


def test_een_lege_map_mag(tmp_path):
    (tmp_path / "kaart").mkdir()
    assert begin(tmp_path / "kaart") == 0 and (tmp_path / "kaart/mkdocs.yml").exists()


@pytest.mark.parametrize(
    "code, naam", [("0150", "Deventer"), ("GM015", "Deventer"), ("GM0150", ""), ("GM0150", 'a"b'), ("GM0150", "a\nb")]
)
def test_een_verkeerde_code_of_naam_schrijft_niets(code, naam, tmp_path):
    assert begin(tmp_path / "kaart", code=code, naam=naam) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "antwoord",
    [
        ("--site", "https://localhost:8443/kaart/"),
        ("--site", "kaart.deventer.example"),
        ("--meld-adres", "redactie bij de gemeente"),
        ("--telefoon", "14-0570-0"),
        ("--website", "www deventer"),
    ],
)
def test_een_antwoord_dat_niet_kan_schrijft_niets_en_wordt_genoemd(antwoord, tmp_path, capsys):
    assert begin(tmp_path / "kaart", *antwoord) == 1
    assert list(tmp_path.iterdir()) == []
    assert antwoord[1] in capsys.readouterr().out


def test_grenzen_van_een_andere_gemeente_schrijven_niets(tmp_path, wijken):
    assert begin(tmp_path / "kaart", "--gebieden", str(wijken), code="GM1708", naam="Steenwijkerland") != 0
    assert list(tmp_path.iterdir()) == []


def test_zonder_terminal_vraagt_het_niets(tmp_path):
    """Wat ontbreekt is dan verkeerd gebruik."""
    uit = subprocess.run(
        [sys.executable, "-m", "generator", "begin", str(tmp_path / "kaart")],
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert uit.returncode == 2 and "--gemeente" in uit.stderr and not (tmp_path / "kaart").exists()


@pytest.mark.parametrize(
    "adres, pip",
    [
        (GENERATOR, f"git+{GENERATOR}"),
        ("git+ssh://git@x.example/g.git@v1", "git+ssh://git@x.example/g.git@v1"),
        ("sociale-kaart@1.2", "sociale-kaart==1.2"),
        (
            "https://x.example/sociale_kaart-1.2-py3-none-any.whl",
            "https://x.example/sociale_kaart-1.2-py3-none-any.whl",
        ),
    ],
)
def test_waar_de_generator_vandaan_komt(adres, pip):
    assert wat_pip_installeert(adres) == pip


@pytest.mark.parametrize("adres", ["", "sociale-kaart", 'x"; id', "$(id)", "a b", "x\ny", "${{ x }}", "-r x"])
def test_een_vreemd_adres_van_de_generator_wordt_geweigerd(adres):
    with pytest.raises(SocialeKaartFout):
        wat_pip_installeert(adres)


@pytest.mark.parametrize("forge", FORGES)
def test_een_werkstroom_heeft_weinig_rechten_en_geen_tekst_van_een_ander(forge):
    """In een opdracht staat nooit iets dat de forge invult; rechten staan per taak, acties op een vaste code."""
    for pad, tekst in werkstromen(forge, f"git+{GENERATOR}").items():
        boom = yaml.safe_load(tekst)
        taken = (
            boom["jobs"]
            if forge != "gitlab"
            else {n: t for n, t in boom.items() if isinstance(t, dict) and "script" in t}
        )
        assert taken, pad
        for taak in taken.values():
            opdrachten = [s.get("run", "") for s in taak["steps"]] if forge != "gitlab" else taak["script"]
            assert not any("${{" in opdracht for opdracht in opdrachten), pad
            for stap in taak.get("steps", ()):
                assert forge == "forgejo" or "uses" not in stap or re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", stap["uses"])
        if forge == "github":
            assert boom["permissions"] == {}, pad
            if "pull_request" in boom[True]:
                assert all(set(t["permissions"].items()) <= {("contents", "read")} for t in taken.values())


def test_de_paginas_van_begin_noemen_dezelfde_bestanden_als_die_van_het_voorbeeld():
    """Een bestand open data dat in het voorbeeld staat, staat ook bij een nieuwe gemeente; net zo voor elke kop."""
    for bestand in sorted((PROJECT / "inhoud").glob("*.md")):
        hier = bestand.read_text(encoding="utf-8")
        daar = (SJABLONEN / "gewoon/inhoud" / bestand.name).read_text(encoding="utf-8")
        for patroon in (r"\]\((/[^)]*)\)", r"(?m)^# .*"):
            mist = set(re.findall(patroon, hier)) - set(re.findall(patroon, daar)) - {"/professionals/"}
            assert not mist, bestand.name


def test_elke_opdracht_in_een_werkstroom_bestaat():
    from generator.cli import maak_ontleder

    for forge in FORGES:
        for pad, tekst in werkstromen(forge, "x").items():
            for regel in re.findall(r'sociale-kaart"? ([^\n|>&;\\]+)', tekst):
                argumenten = [re.sub(r'"|\$\w+', "", deel) or "x" for deel in regel.split()]
                assert maak_ontleder().parse_args(argumenten).opdracht, pad


def test_peildatum_en_uitkomst_zijn_vast(tmp_path):
    """Twee keer beginnen geeft dezelfde bytes."""
    assert begin(tmp_path / "a") == begin(tmp_path / "b") == 0
    lijst = [
        {p.relative_to(m): p.read_bytes() for p in m.rglob("*") if p.is_file()}
        for m in (tmp_path / "a", tmp_path / "b")
    ]
    assert lijst[0] == lijst[1] and str(PEILDATUM) in (tmp_path / "a/BIJDRAGEN.md").read_text(encoding="utf-8")
