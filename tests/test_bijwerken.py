"""`bijwerken` en `rapport sets`: een nieuwere set komt aan, wat eigen is blijft, en alles wordt verteld."""

import csv
import io
import json
import re
import shutil

import pytest
from conftest import PROJECT, git
from proefmap import PEILDATUM, lees, leg_neer, maak_goede_map
from test_begin import begin, is_goed

from generator.begin.feiten import dingen, lees_feiten, namen_van, vingerafdruk_van
from generator.begin.slot import Slot, lees_slot
from generator.begin.verschil import vergelijk
from generator.cli import voer_uit
from generator.lezen.lagen import LANDELIJKE_MAP

pytestmark = pytest.mark.lang

AANTAL = 30


def leg_vast(map_, label):
    git(map_, "add", "-A")
    git(map_, "commit", "-qm", label)
    git(map_, "tag", label)


def doe(map_, capsys, *opdracht, status=0):
    capsys.readouterr()
    assert voer_uit([*opdracht, "--map", str(map_), "--peildatum", str(PEILDATUM)]) == status
    return capsys.readouterr().out


@pytest.fixture
def oorsprong(tmp_path):
    """De landelijke set in een eigen Git-opslag, op versie v1."""
    werk = tmp_path / "set"
    shutil.copytree(LANDELIJKE_MAP, werk)
    git(werk, "init", "-q")
    leg_vast(werk, "v1")
    return werk


def zet_sets(map_, versie):
    leg_neer(map_, "sets.yaml", f"sets:\n  - {{naam: landelijk, git: ../set, versie: {versie}}}\n")


def verander(werk, soort, zin, nieuw, aantal):
    """Verander in elk van de eerste bestanden van een soort een feit; geeft per id wat er nu staat."""
    uit = {}
    for bestand in sorted((werk / soort).glob("*.yaml")):
        tekst = bestand.read_text(encoding="utf-8")
        if len(uit) < aantal and (vondst := re.search(zin, tekst, re.M)):
            uit[bestand.stem] = nieuw.format(nummer=f"{len(uit):02}")
            begin_, eind = vondst.span(1)
            bestand.write_text(tekst[:begin_] + uit[bestand.stem] + tekst[eind:], encoding="utf-8")
    assert len(uit) == aantal
    return uit


def test_dertig_veranderde_feiten_komen_aan_en_worden_verteld(tmp_path, oorsprong, capsys):
    map_ = tmp_path / "kaart"
    assert begin(map_) == 0
    zet_sets(map_, "v1")
    assert "SK345" in doe(map_, capsys, "controleer", status=1)
    doe(map_, capsys, "bijwerken")
    assert "fout" not in doe(map_, capsys, "controleer")

    sites = verander(oorsprong, "algemene_voorzieningen", r"^  website: (\S+)$", "https://nieuw{nummer}.example", 10)
    namen = verander(oorsprong, "functies", r"^naam: (.+)$", "Nieuwe naam {nummer}", 20)
    assert len(sites) + len(namen) == AANTAL
    leg_vast(oorsprong, "v2")
    eigen, *_ = sites
    leg_neer(
        map_, f"sociale_kaart/algemene_voorzieningen/{eigen}.yaml", "vult_aan: landelijk\nzoekwoorden: [van hier]\n"
    )
    zelf = list(sites)[1]
    vast = 'vult_aan: landelijk\ncontact: {website: "https://hier.example"}\n'
    leg_neer(map_, f"sociale_kaart/algemene_voorzieningen/{zelf}.yaml", vast)
    voor = {p: p.read_bytes() for p in sorted((map_ / "sociale_kaart").rglob("*.yaml"))}

    zet_sets(map_, "v2")
    rapport = json.loads(doe(map_, capsys, "rapport", "sets", "--formaat", "json", "--ophalen"))["veranderingen"]
    assert {(v["ding"].split("/")[1], v["nieuw"]) for v in rapport} == {*sites.items(), *namen.items()}
    assert len(rapport) == AANTAL and all(v["oud"] for v in rapport)
    gezegd = doe(map_, capsys, "bijwerken")
    for id_, waarde in (sites | namen).items():
        assert re.search(rf"/{id_}\).*is nu \"{re.escape(waarde)}\" \(was \"", gezegd), id_
    assert (
        f"{AANTAL} veranderingen" in gezegd and 'Hier blijft uw eigen waarde staan: "https://hier.example"' in gezegd
    )

    catalogus, verslag = lees(map_)
    assert is_goed(verslag), verslag.als_tekst()
    komt = {id_: catalogus.voorzieningen[id_].contact.website for id_ in sites} | {
        id_: catalogus.functies[id_].naam for id_ in namen
    }
    assert komt == sites | namen | {zelf: "https://hier.example"}
    assert "van hier" in catalogus.voorzieningen[eigen].zoekwoorden
    assert voor == {p: p.read_bytes() for p in sorted((map_ / "sociale_kaart").rglob("*.yaml"))}
    assert "er is niets veranderd" in doe(map_, capsys, "rapport", "sets")


LANGE_ZIN = re.compile(r"(^\s+(?:- )?(?:uitleg|feit|wie|toelichting|samenvatting): )([A-Z][^\"#{}:]{30,}\.)$", re.M)
LIJST = re.compile(r"^zoekwoorden:\n(?:  - .*\n){6}", re.M)


def verander_teksten(werk) -> tuple[list[str], list[str]]:
    """Verander in elk los bestand lange zinnen en in ingangen een lijst; geeft wat er bij hoort en wat weg hoort te staan."""
    erbij, weg = [], []
    for naam in ("begrippen", "feiten_bronnen", "bouwtekening", "taken", "wegwijzer", "route", "regio"):
        bestand = werk / f"{naam}.yaml"
        tekst = bestand.read_text(encoding="utf-8")
        for vondst in [v for v in LANGE_ZIN.finditer(tekst) if len(v[2]) > 90][-3:][::-1]:
            erbij.append(f"Dit is verandering {len(erbij):02}.")
            weg.append(re.split(r"(?<=[.!?]) ", vondst[2])[0])
            rest = vondst[2].removeprefix(weg[-1])
            tekst = f"{tekst[: vondst.start()]}{vondst[1]}{erbij[-1]}{rest}{tekst[vondst.end() :]}"
        bestand.write_text(tekst, encoding="utf-8")
    for bestand in sorted((werk / "functies").glob("*.yaml")):
        tekst = bestand.read_text(encoding="utf-8")
        if len(erbij) < AANTAL and (vondst := LIJST.search(tekst)):
            erbij.append(f"woord nummer {len(erbij):02}")
            nieuw = f"{tekst[: vondst.end()]}  - {erbij[-1]}\n{tekst[vondst.end() :]}"
            bestand.write_text(nieuw, encoding="utf-8")
    return erbij, weg


def test_ook_van_een_lange_tekst_of_lijst_staat_er_wat_er_anders_is(tmp_path, oorsprong, capsys):
    map_ = tmp_path / "kaart"
    assert begin(map_) == 0
    zet_sets(map_, "v1")
    doe(map_, capsys, "bijwerken")
    erbij, weg = verander_teksten(oorsprong)
    assert len(erbij) == AANTAL and len(weg) >= 15
    leg_vast(oorsprong, "v2")
    zet_sets(map_, "v2")
    gezegd = doe(map_, capsys, "bijwerken")
    # Een feit uit een stuk heet naar zijn tekst: is die anders, dan is er een weg en een bij.
    assert f": {AANTAL + 3} veranderingen." in gezegd
    for stuk in erbij:
        assert re.search(rf'erbij "[^"]*{re.escape(stuk)}|{re.escape(stuk)} \(feiten_bronnen\) komt erbij', gezegd), (
            stuk
        )
    for stuk in weg:
        zo = rf'weg "[^"]*{re.escape(stuk)}|^- {re.escape(stuk)} \(feiten_bronnen\) staat niet meer'
        assert re.search(zo, gezegd, re.M), stuk
    assert "veranderd" in doe(map_, capsys, "rapport", "sets")


def test_een_ouder_slot_met_vingerafdrukken_meldt_niets_dat_gelijk_bleef(tmp_path):
    lang = {
        "naam": "Een",
        "uitleg": "Een zin die langer is dan wat een ouder slot in woorden bewaarde, en waar dus alleen een som van is.",
    }
    oud = Slot({"s": "1"}, {"s": {"d/een": {naam: vingerafdruk_van(w) for naam, w in lang.items()}}})
    assert vergelijk(tmp_path, oud, Slot({"s": "2"}, {"s": {"d/een": lang}})) == []
    nu = Slot({"s": "2"}, {"s": {"d/een": lang | {"uitleg": "Kort."}}})
    assert [v.in_woorden() for v in vergelijk(tmp_path, oud, nu)] == ['Een (d/een): uitleg is nu "Kort.".']


def test_proef_schrijft_niets_en_zegt_hetzelfde(tmp_path, oorsprong, capsys):
    map_ = tmp_path / "kaart"
    assert begin(map_) == 0
    zet_sets(map_, "v1")
    doe(map_, capsys, "bijwerken")
    verander(oorsprong, "functies", r"^naam: (.+)$", "Nieuwe naam {nummer}", 3)
    leg_vast(oorsprong, "v2")
    zet_sets(map_, "v2")
    voor = {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()}
    proef = doe(map_, capsys, "bijwerken", "--proef")
    assert voor == {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()}
    assert "Er is niets geschreven." in proef
    assert [r for r in proef.splitlines() if r[:1] == "-"] == [
        r for r in doe(map_, capsys, "bijwerken").splitlines() if r[:1] == "-"
    ]


@pytest.fixture
def klein(tmp_path):
    """De goede map met een kleine set uit Git, overgenomen."""
    map_, werk = maak_goede_map(tmp_path / "map"), tmp_path / "set"
    leg_neer(werk, "wijkfuncties/regiolijn.yaml", LIJN)
    git(werk, "init", "-q")
    leg_vast(werk, "v1")
    leg_neer(map_, "sets.yaml", "sets:\n  - {naam: landelijk, gebruiken: nee}\n  - {naam: regio, git: ../set}\n")
    return map_, werk


LIJN = """\
naam: Regiolijn
functies: [buurthuis]
samenvatting: Bel met de regio.
toegang: {hoe: vrij}
werkgebied: [landelijk]
contact: {telefoon: "0999-11 11 11"}
gecontroleerd: {op: 2026-10-01, door: regioredactie, termijn_maanden: 12}
"""


def test_een_set_uit_git_staat_in_de_map_en_de_bouw_heeft_git_niet_nodig(klein, capsys):
    map_, werk = klein
    leg_neer(werk, "README.md", "geen inhoud")
    leg_vast(werk, "v2")
    doe(map_, capsys, "bijwerken")
    leg_neer(werk, "wijkfuncties/weg.yaml", {"link": "/etc/passwd"})
    leg_vast(werk, "v3")
    doe(map_, capsys, "bijwerken", status=1)  # een snelkoppeling is hier een bestand met alleen een pad erin
    shutil.rmtree(werk)
    namen = [p.relative_to(map_ / "sets").as_posix() for p in sorted((map_ / "sets").rglob("*")) if p.is_file()]
    assert (
        "regio/wijkfuncties/regiolijn.yaml" in namen
        and "weg.yaml" not in str(namen)
        and not any(".git" in n or n.endswith(".md") for n in namen)
    )
    assert lees(map_)[0].voorzieningen["regiolijn"].pad == "sets/regio/wijkfuncties/regiolijn.yaml"


def test_lukt_ophalen_niet_dan_blijft_alles_staan(klein, capsys):
    map_, werk = klein
    doe(map_, capsys, "bijwerken")
    voor = {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()}
    leg_neer(
        map_,
        "sets.yaml",
        "sets:\n  - {naam: landelijk, gebruiken: nee}\n  - {naam: regio, git: ../set, versie: v99}\n",
    )
    doe(map_, capsys, "bijwerken", status=1)
    na = {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()}
    assert {p for p in voor if voor[p] != na.get(p)} == {map_ / "sets.yaml"}


def test_een_set_die_geen_yaml_is_komt_er_niet_in(klein, capsys):
    map_, werk = klein
    doe(map_, capsys, "bijwerken")
    voor = {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()}
    leg_neer(werk, "wijkfuncties/regiolijn.yaml", LIJN.replace("naam: Regiolijn", 'naam: "Regio" lijn'))
    leg_vast(werk, "v2")
    doe(map_, capsys, "bijwerken", status=1)
    assert voor == {p: p.read_bytes() for p in map_.rglob("*") if p.is_file()}


def test_wat_hetzelfde_heet_houdt_elk_zijn_eigen_feiten():
    """Twee herfstvakanties en drie regels zonder verschil: van elk is te zeggen wat er veranderde."""
    herfst = {"naam": "herfst", "regio": ["noord"], "van": "2026-10-10", "tot": "2026-10-18"}
    delen = [herfst, {**herfst, "regio": ["zuid"]}, {**herfst, "van": "2027-10-16"}, "x", "x"]
    assert namen_van(delen) == [
        "herfst (noord, 2026-10-10)",
        "herfst (zuid)",
        "herfst (noord, 2027-10-16)",
        "x",
        "x 2",
    ]
    eerder, later = (
        dingen("v", {"vakanties": [{**d, "tot": tot} for d in delen[:3]]}) for tot in ("2026-10-18", "2026-10-19")
    )
    assert len(eerder) == 3 and all(eerder[naam] != later[naam] for naam in eerder)


@pytest.mark.parametrize("waarde", ["ext::sh -c x", "-u x", "--upload-pack=x", "fd::3", "/etc"])
def test_een_adres_dat_iets_anders_start_wordt_geweigerd(waarde, klein, capsys, monkeypatch):
    map_, _ = klein
    leg_neer(
        map_, "sets.yaml", f"sets:\n  - {{naam: landelijk, gebruiken: nee}}\n  - {{naam: regio, git: '{waarde}'}}\n"
    )
    assert re.search(r"sets.yaml:3:(5: fout SK346|24: fout SK224)", doe(map_, capsys, "controleer", status=1))
    gestart = []
    monkeypatch.setattr("generator.begin.ophalen.subprocess.run", lambda *a, **k: gestart.append(a))
    voer_uit(["bijwerken", "--map", str(map_)])
    assert gestart == [] and not (map_ / "sets").exists()


def test_het_rapport_in_elke_vorm(klein, capsys):
    map_, werk = klein
    doe(map_, capsys, "bijwerken")
    leg_neer(
        werk,
        "wijkfuncties/regiolijn.yaml",
        LIJN.replace("0999-11 11 11", "0999-22 22 22").replace("Bel met", "=Bel *met*"),
    )
    leg_vast(werk, "v2")
    tekst = doe(map_, capsys, "rapport", "sets", "--ophalen")
    assert (
        '- Regiolijn (wijkfuncties/regiolijn): contact.telefoon is nu "0999-22 22 22" (was "0999-11 11 11").' in tekst
    )
    assert r"\*met\*" in doe(map_, capsys, "rapport", "sets", "--ophalen", "--formaat", "markdown")
    rijen = list(csv.DictReader(io.StringIO(doe(map_, capsys, "rapport", "sets", "--ophalen", "--formaat", "csv"))))
    assert [rij["nieuw"] for rij in rijen] == ["0999-22 22 22", "'=Bel *met* de regio."]


def test_zonder_slot_zegt_het_rapport_wat_te_doen(klein, capsys):
    map_, _ = klein
    capsys.readouterr()
    assert voer_uit(["rapport", "sets", "--map", str(map_)]) == 1
    assert "bijwerken" in capsys.readouterr().err


def oude_map(tmp_path):
    """Een map zoals zij begon voor er sets waren: met kopieen van de landelijke inhoud."""
    map_ = tmp_path / "oud"
    assert begin(map_) == 0
    (map_ / "sets.slot").unlink()
    for deel in ("functies", "algemene_voorzieningen", "ketenpartners"):
        shutil.copytree(LANDELIJKE_MAP / deel, map_ / "sociale_kaart" / deel, dirs_exist_ok=True)
    for naam in ("themas.yaml", "begrippen.yaml", "wegwijzer.yaml", "route.yaml"):
        shutil.copy(LANDELIJKE_MAP / naam, map_ / "sociale_kaart" / naam)
    return map_


def test_een_map_van_voor_de_sets_houdt_alleen_wat_eigen_is(tmp_path, capsys):
    map_ = oude_map(tmp_path)
    functie = map_ / "sociale_kaart/functies/buurthuis.yaml"
    tekst = functie.read_text(encoding="utf-8")
    functie.write_text(
        tekst.replace("naam: Buurthuis of dorpshuis", "# zo heet het hier\nnaam: Noaberhuis", 1), encoding="utf-8"
    )
    themas = map_ / "sociale_kaart/themas.yaml"
    eigen = "  - {id: water, naam: Water, icoon: geld, samenvatting: Hulp bij hoog water., zoekwoorden: [dijk]}\n"
    themas.write_text(themas.read_text(encoding="utf-8") + eigen, encoding="utf-8")
    gezegd = doe(map_, capsys, "bijwerken")
    over = {p.relative_to(map_ / "sociale_kaart").as_posix() for p in (map_ / "sociale_kaart").rglob("*.yaml")}
    assert over == {
        "functies/buurthuis.yaml",
        "themas.yaml",
        "algemene_voorzieningen/toegang-deventer.yaml",
        "organisaties/gemeente-deventer.yaml",
    }
    assert functie.read_text(encoding="utf-8") == "# zo heet het hier\nvult_aan: landelijk\nnaam: Noaberhuis\n"
    assert themas.read_text(encoding="utf-8") == "themas:\n" + eigen
    assert "van u blijft: naam." in gezegd and "Van u blijft: water." in gezegd
    catalogus, verslag = lees(map_)
    assert is_goed(verslag), verslag.als_tekst()
    assert catalogus.functies["buurthuis"].naam == "Noaberhuis" and catalogus.functies["buurthuis"].uitleg
    assert len(catalogus.themas) > 5 and catalogus.themas["water"].naam == "Water"


def test_wat_vroeger_in_de_set_stond_is_geen_eigen_keuze(tmp_path, capsys):
    """Een oud nummer in een oude kopie houdt het nieuwe niet tegen: alleen wat nooit in de set stond is eigen."""
    map_ = oude_map(tmp_path)
    oud = git(PROJECT, "log", "--format=%H", "--", "sociale_kaart/themas.yaml").split()[-1:]
    if not oud:
        pytest.skip("zonder de geschiedenis van het project is er geen oude versie")
    tekst = git(PROJECT, "show", f"{oud[0]}:sociale_kaart/themas.yaml")
    assert tekst != (LANDELIJKE_MAP / "themas.yaml").read_text(encoding="utf-8")
    leg_neer(map_, "sociale_kaart/themas.yaml", tekst)
    doe(map_, capsys, "bijwerken")
    catalogus, verslag = lees(map_)
    assert is_goed(verslag), verslag.als_tekst()
    assert not (map_ / "sociale_kaart/themas.yaml").exists()


def test_met_een_slot_is_een_eigen_versie_een_keuze(tmp_path, capsys):
    """Dan gaat alleen weg wat precies gelijk is."""
    map_ = tmp_path / "kaart"
    assert begin(map_) == 0
    for naam in ("buurthuis", "huisarts"):
        shutil.copy(LANDELIJKE_MAP / f"functies/{naam}.yaml", leg_map(map_, "functies") / f"{naam}.yaml")
    eigen = map_ / "sociale_kaart/functies/huisarts.yaml"
    eigen.write_text(eigen.read_text(encoding="utf-8").replace("naam:", "naam: Onze", 1), encoding="utf-8")
    voor = eigen.read_bytes()
    doe(map_, capsys, "bijwerken")
    assert not (map_ / "sociale_kaart/functies/buurthuis.yaml").exists() and eigen.read_bytes() == voor


def leg_map(map_, naam):
    (map_ / "sociale_kaart" / naam).mkdir(exist_ok=True)
    return map_ / "sociale_kaart" / naam


def test_werkstromen_gaan_mee_en_wat_iemand_zelf_schreef_blijft(tmp_path, capsys):
    map_ = tmp_path / "kaart"
    assert begin(map_) == 0
    stroom = map_ / ".github/workflows"
    eigen = (stroom / "controle.yml").read_text(encoding="utf-8") + "# van ons\n"
    (stroom / "controle.yml").write_text(eigen, encoding="utf-8")
    (stroom / "onderhoud.yml").unlink()
    gezegd = doe(map_, capsys, "bijwerken", "--generator", "https://git.voorbeeld.example/generator.git@v4")
    assert 'GENERATOR: "git+https://git.voorbeeld.example/generator.git@v4"' in (stroom / "publiceren.yml").read_text()
    assert (stroom / "controle.yml").read_text(encoding="utf-8") == eigen.replace("@v3", "@v4")
    assert not (stroom / "onderhoud.yml").exists() and "hebt u zelf veranderd" in gezegd
    opnieuw = doe(map_, capsys, "bijwerken")
    assert "bijgewerkt" not in opnieuw and "@v4" in (stroom / "publiceren.yml").read_text(encoding="utf-8")


def test_het_slot_leest_terug_wat_het_schreef(tmp_path):
    map_ = tmp_path / "kaart"
    assert begin(map_) == 0
    slot = lees_slot(map_)
    assert slot.als_tekst() == (map_ / "sets.slot").read_text(encoding="utf-8")
    assert slot.feiten["landelijk"].keys() == lees_feiten(LANDELIJKE_MAP).keys()


def test_een_onderwerp_van_elders_dat_aanvult_hoeft_alleen_te_zeggen_wat_anders_is(tmp_path):
    from generator.zoeken.elders import alle_elders, ingebouwd

    map_ = tmp_path / "kaart"
    assert begin(map_) == 0
    eerste, *_ = ingebouwd()
    url = "https://www.uw-gemeente.example/loket"
    tekst = f"- {{id: {eerste.id}, vult_aan: landelijk, url: '{url}', zoekwoorden: [woord van hier]}}\n"
    leg_neer(map_, "sociale_kaart/elders.yaml", tekst)
    catalogus, verslag = lees(map_)
    assert is_goed(verslag), verslag.als_tekst()
    samen = next(e for e in alle_elders(catalogus) if e.id == eerste.id)
    assert (samen.naam, samen.uitleg, samen.url) == (eerste.naam, eerste.uitleg, url)
    assert samen.zoekwoorden == (*eerste.zoekwoorden, "woord van hier") and samen.altijd == eerste.altijd
    assert len(alle_elders(catalogus)) == len(ingebouwd())
    leg_neer(map_, "sociale_kaart/elders.yaml", "- {id: van-ons, vult_aan: landelijk, zoekwoorden: [iets]}\n")
    assert [m.code for m in lees(map_)[1].meldingen if m.soort == "fout"] == ["SK201", "SK201"]


def test_een_andere_volgorde_en_een_regel_die_anders_luidt_zijn_elk_een_zin(tmp_path):
    """Wat geen id heeft, heet naar het eerste dat er staat; nooit een stuk programmatekst."""

    def feiten(situaties, regel):
        stap = {"naam": "Onderzoek", "regels": [{"zegt": regel, "wet": "wmo"}, {"zegt": "U hoort het.", "wet": "wmo"}]}
        namen = [{"thema": naam, "vraag": "Wat speelt er?"} for naam in situaties]
        return dingen("wegwijzer", {"themas": namen}) | dingen(
            "wetten", {"wetten": [{"id": "wmo", "stappen": [stap]}]}
        )

    nu = Slot({"x": "2"}, {"x": feiten(["werk", "geld", "wonen"], "Binnen 8 weken.")})
    oud = Slot({"x": "1"}, {"x": feiten(["geld", "werk"], "Binnen 6 weken.")})
    assert [v.in_woorden() for v in vergelijk(tmp_path, oud, nu)] == [
        "wonen (wegwijzer/wonen) komt erbij.",
        'wmo (wetten/wmo): stappen[Onderzoek].regels is nu "Binnen 8 weken." (was "Binnen 6 weken.").',
        "wegwijzer (wegwijzer): wat erin staat heeft een andere volgorde.",
    ]
    (tmp_path / "sets.slot").write_text(oud.als_tekst(), encoding="utf-8")
    assert lees_slot(tmp_path) == oud
    oud.geordend = False  # een slot van een oudere versie staat op naam
    assert not [v for v in vergelijk(tmp_path, oud, nu) if v.soort == "volgorde"]
