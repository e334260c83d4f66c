"""Waar het programma uit bestaat: elk pakket met zijn som, en een lijst die een ander kan nalezen."""

import importlib.util
import json
import re

import pytest
from conftest import PROJECT

from generator.bouw.herkomst import MANIFEST, vergelijk
from generator.meldingen import SocialeKaartFout
from generator.opdrachten.sbom import als_cyclonedx, als_tekst, pakketten


def start():
    """kaart.py als module."""
    vorm = importlib.util.spec_from_file_location("kaart", PROJECT / "kaart.py")
    module = importlib.util.module_from_spec(vorm)
    vorm.loader.exec_module(module)
    return module


@pytest.mark.parametrize("deel", ["bouw", "alles", "test"])
def test_elk_pakket_wordt_met_zijn_som_geinstalleerd(deel):
    """Is dit rood na een nieuwe versie, schrijf dan pakketten.txt opnieuw; de opdracht staat in BEVEILIGING.md."""
    kaart = start()
    eisen = kaart.pakketten(deel)
    regels = kaart.met_sommen(eisen).strip().split("\n")
    assert len(regels) == len(eisen)
    assert [r for r in regels if not re.search(r"==\S+ .*--hash=sha256:[0-9a-f]{64}", r)] == []


def test_een_pakket_zonder_som_wordt_niet_geinstalleerd():
    with pytest.raises(OSError, match="onbekend"):
        start().met_sommen(["onbekend==1.0"])
    with pytest.raises(OSError, match="Jinja2==0.1"):
        start().met_sommen(["Jinja2==0.1"])


def test_de_lijst_van_pakketten_is_cyclonedx_en_noemt_elke_licentie():
    delen = pakketten()
    boom = json.loads(als_cyclonedx(delen))
    assert (boom["bomFormat"], boom["specVersion"]) == ("CycloneDX", "1.5")
    assert len({c["bom-ref"] for c in boom["components"]}) == len(delen) > 50
    assert all(c["hashes"] and c["version"] for c in boom["components"])
    geinstalleerd = {e.partition("==")[0].lower().replace("_", "-") for e in start().pakketten("alles")}
    zonder = [c["name"] for c in boom["components"] if c["name"] in geinstalleerd and not c.get("licenses")]
    assert zonder == []
    assert "mkdocs-material 9" in als_tekst(delen) and "Permission is hereby granted" in als_tekst(delen)


def test_elke_actie_staat_op_een_vaste_revisie():
    werkstromen = [*PROJECT.glob(".github/workflows/*.yml"), *PROJECT.glob("generator/werkstromen/github/*.yml")]
    acties = [r for w in werkstromen for r in re.findall(r"uses: *(\S+)", w.read_text(encoding="utf-8"))]
    assert acties and [a for a in acties if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", a)] == []


def test_een_site_is_na_te_kijken_tegen_haar_manifest(voorbeeldsite, tmp_path):
    assert vergelijk(voorbeeldsite) == []
    boom = json.loads((voorbeeldsite / "bouw.json").read_text(encoding="utf-8"))
    assert [s["naam"] for s in boom["sets"]] == ["landelijk"] and re.fullmatch(r"[0-9a-f]{64}", boom["inhoud"])
    (tmp_path / "a.html").write_text("x", encoding="utf-8")
    (tmp_path / MANIFEST).write_text(f"{'0' * 64}  a.html\n{'0' * 64}  weg.html\n", encoding="utf-8")
    (tmp_path / "erbij.html").symlink_to("a.html")
    assert [regel.partition(":")[0] for regel in vergelijk(tmp_path)] == ["a.html", "erbij.html", "weg.html"]
    with pytest.raises(SocialeKaartFout):
        vergelijk(tmp_path / "nergens")


def test_security_txt_verloopt_binnen_een_jaar(voorbeeldsite):
    tekst = (voorbeeldsite / ".well-known/security.txt").read_text(encoding="utf-8")
    assert re.search(r"^Contact: mailto:\S+@\S+$", tekst, re.M)
    assert "Expires: 2027-10-22T00:00:00Z" in tekst  # elf maanden na de peildatum van de toets


def test_wat_een_bouw_niet_nodig_heeft_komt_later(monkeypatch, tmp_path):
    """De kleine opdrachten krijgen minder; wie alles al heeft, hoeft voor een bouw niets meer te installeren."""
    kaart = start()
    klein, alles = set(kaart.pakketten("bouw")), set(kaart.pakketten("alles"))
    assert {kaart.kale_naam(eis) for eis in alles - klein} == set(kaart.LATER)
    delen = [kaart.deel_voor(a) for a in (["bouw", "--uit", "x"], ["controleer"], ["zoek"], ["test"], [])]
    assert delen == ["bouw", "bouw", "alles", "test", "alles"]
    gevraagd = []
    monkeypatch.setattr(kaart, "installeer", lambda eisen, merk: gevraagd.append(merk.name))
    monkeypatch.setattr(kaart, "OMGEVING", tmp_path)
    monkeypatch.setattr(kaart, "PYTHON", tmp_path)
    kaart.zorg_voor_omgeving("bouw")
    (tmp_path / "klaar-alles").write_text(kaart.stempel(kaart.pakketten("alles")), encoding="utf-8")
    kaart.zorg_voor_omgeving("bouw")
    kaart.zorg_voor_omgeving("test")
    assert gevraagd == ["klaar-bouw", "klaar-test"]


@pytest.mark.parametrize("opdracht", ["bouw", "controleer", "controleer_site", "bekijk"])
def test_een_kleine_opdracht_haalt_niets_binnen_dat_later_komt(opdracht):
    """Ook niet pas als er iets te doen is: in alles wat zij binnenhaalt, staat geen invoer van zo'n pakket."""
    gezien, nog = set(), [f"generator.opdrachten.{opdracht}"]
    while nog:
        naam = nog.pop()
        bestand = PROJECT / (naam.replace(".", "/") + ".py")
        if naam in gezien or not bestand.is_file():
            continue
        gezien.add(naam)
        tekst = bestand.read_text(encoding="utf-8")
        assert not re.search(r"^ *(?:from|import) (?:py_mini_racer|pyogrio)\b", tekst, re.M), naam
        nog += re.findall(r"^ *(?:from|import) (generator[\w.]+)", tekst, re.M)
        nog += [f"{m}.{n}" for m, n in re.findall(r"^ *from (generator[\w.]+) import (\w+)", tekst, re.M)]
    assert len(gezien) > 1
