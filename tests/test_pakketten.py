"""Waar het programma uit bestaat: elk pakket met zijn som, en een lijst die een ander kan nalezen."""

import importlib.util
import json
import re
import sys
from datetime import date
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
from conftest import PROJECT
from packaging.specifiers import SpecifierSet

from generator.bouw.herkomst import MANIFEST, vergelijk
from generator.bouw.serverbestanden import SECURITY, waak_over_security_txt
from generator.meldingen import SocialeKaartFout, Verslag
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
    assert delen == ["bouw", "bouw", "alles", "test", "bouw"]
    gevraagd = []
    monkeypatch.setattr(kaart, "installeer", gevraagd.append)
    monkeypatch.setattr(kaart, "OMGEVING", tmp_path)
    monkeypatch.setattr(kaart, "PYTHON", tmp_path)
    kaart.zorg_voor_omgeving("bouw")
    (tmp_path / "klaar-alles").write_text(kaart.stempel(kaart.pakketten("alles")), encoding="utf-8")
    kaart.zorg_voor_omgeving("bouw")
    kaart.zorg_voor_omgeving("test")
    assert gevraagd == ["bouw", "test"]


MODULES = {"mini-racer": "py_mini_racer", "dnspython": "dns"}  # waar de naam om in te voeren anders is dan die van pip


def bestanden_van(naam: str) -> list[Path]:
    """De bestanden van een module; van een kamer die haar modules op naam binnenhaalt, zijn dat ze allemaal."""
    plek = PROJECT / naam.replace(".", "/")
    kamer = plek / "__init__.py"
    if not kamer.is_file():
        return [plek.with_suffix(".py")] if plek.with_suffix(".py").is_file() else []
    return sorted(plek.rglob("*.py")) if "import_module" in kamer.read_text(encoding="utf-8") else [kamer]


def invoer_van(naam: str) -> set[tuple[str, str]]:
    """Alles wat een module binnenhaalt en wat die weer binnenhalen, ook pas als er iets te doen is: (pakket, module)."""
    gezien, nog, uit = set(), [naam], set()
    while nog:
        for bestand in bestanden_van(nog.pop()):
            if bestand in gezien:
                continue
            gezien.add(bestand)
            tekst = bestand.read_text(encoding="utf-8")
            uit |= {(m, bestand.name) for m in re.findall(r"^ *(?:from|import) (\w+)", tekst, re.M)}
            nog += re.findall(r"^ *(?:from|import) (generator[\w.]+)", tekst, re.M)
            nog += [f"{m}.{n}" for m, n in re.findall(r"^ *from (generator[\w.]+) import (\w+)", tekst, re.M)]
    return uit


def test_een_kleine_opdracht_haalt_niets_binnen_dat_later_komt():
    """Ook niet pas als er iets te doen is: in alles wat zij binnenhaalt, staat geen invoer van zo'n pakket."""
    kaart = start()
    later = {MODULES.get(naam, naam.replace("-", "_")) for naam in kaart.LATER}
    opdrachten = [naam for naam in kaart.KLEIN if naam and not naam.startswith("-")]
    te_veel = {naam: invoer_van(f"generator.opdrachten.{naam.replace('-', '_')}") for naam in opdrachten}
    assert {n: fout for n, alle in te_veel.items() if (fout := {(m, w) for m, w in alle if m in later})} == {}
    assert {m for m, _ in te_veel["bouw"]} >= {"folium", "shapely", "phonenumbers", "icalendar", "mkdocs"}
    assert {m for m, _ in invoer_van("generator.opdrachten.gebieden")} >= {"pyogrio", "pyproj"}


def test_wat_een_bouw_nodig_heeft_kan_op_de_python_van_debian_12():
    """Een pakket dat een nieuwere wil, is daar niet te installeren; alleen wie test heeft een nieuwere nodig."""
    kaart = start()
    namen = [eis.partition("==")[0] for eis in kaart.pakketten("alles")]
    eisen = {naam: SpecifierSet(metadata(naam).get("Requires-Python") or "") for naam in namen}
    assert [naam for naam, eis in eisen.items() if not eis.contains("3.11.2")] == []
    assert len(eisen) > 50


class Pips:
    """In de plaats van `subprocess`: schrijft op wat er gevraagd wordt, en geeft elk de status die een test kiest."""

    DEVNULL = None

    def __init__(self, *mislukt):
        self.gevraagd, self.mislukt = [], mislukt

    def run(self, opdracht, **_):
        lijsten = [Path(deel).name for deel in opdracht if deel.endswith(".txt")]
        self.gevraagd.append((Path(opdracht[0]).name, *lijsten))
        self.returncode = int(self.gevraagd[-1] in self.mislukt)
        return self

    def Popen(self, opdracht, **_):
        status = self.run(opdracht).returncode
        return type("Lopend", (), {"wait": lambda _: status})()


@pytest.mark.parametrize(
    ("uv", "mislukt", "gevraagd"),
    [
        (True, [], ["uv alles"]),
        (True, ["uv alles"], ["uv alles", "pip een", "pip twee"]),
        (False, [], ["pip een", "pip twee"]),
        (False, ["pip een"], ["pip een", "pip twee", "pip alles"]),
        (False, ["pip twee", "pip alles"], ["pip een", "pip twee", "pip alles", "fout"]),
    ],
)
def test_lukt_de_snelle_weg_niet_dan_de_gewone(monkeypatch, tmp_path, uv, mislukt, gevraagd):
    kaart = start()
    namen = {"een": "helft-1.txt", "twee": "helft-2.txt", "alles": "pakketten.txt"}
    python = Path(kaart.sys.executable).name
    vol = [(w.split()[0].replace("pip", python), namen[w.split()[1]]) for w in gevraagd if w != "fout"]
    pips = Pips(*[(w.split()[0].replace("pip", python), namen[w.split()[1]]) for w in mislukt])
    monkeypatch.setitem(sys.modules, "subprocess", pips)
    monkeypatch.setattr("shutil.which", lambda naam: naam if uv else None)
    monkeypatch.setattr(kaart, "OMGEVING", tmp_path)
    monkeypatch.setattr("importlib.metadata.version", lambda naam: "24.0")
    eisen = kaart.pakketten("bouw")
    if "fout" in gevraagd:
        with pytest.raises(OSError):
            kaart.haal_pakketten(eisen)
    else:
        kaart.haal_pakketten(eisen)
    assert pips.gevraagd == vol
    if not uv:  # de helften zijn samen alles, en hebben niets dubbel
        helften = [(tmp_path / namen[deel]).read_text(encoding="utf-8") for deel in ("een", "twee")]
        assert "".join(helften) == (tmp_path / "pakketten.txt").read_text(encoding="utf-8") and all(helften)


@pytest.mark.parametrize(("pip", "eigen"), [("22.3", False), ("26.1.dev0", False), ("22.2.2", True), (None, True)])
def test_een_pip_die_het_niet_kan_krijgt_hulp_van_een_pip_in_de_omgeving(monkeypatch, pip, eigen):
    kaart = start()
    pips = Pips()

    def versie(naam):
        if pip is None:
            raise PackageNotFoundError(naam)
        return pip

    monkeypatch.setitem(sys.modules, "subprocess", pips)
    monkeypatch.setattr("importlib.metadata.version", versie)
    assert ("--python" not in kaart.pip_opdracht()) == bool(pips.gevraagd) == eigen


@pytest.mark.parametrize(
    ("dag", "zegt"),
    [("2027-09-21", ""), ("2027-09-22", "over 30 dagen"), ("2027-10-22", "voorbij"), ("2028-01-01", "voorbij")],
)
def test_controleer_waarschuwt_voor_security_txt_verloopt(tmp_path, dag, zegt):
    """Dertig dagen vooraf, met de regel in de site die er staat; zonder site, of met een kapotte, zegt hij niets."""
    verslag = Verslag()
    waak_over_security_txt(tmp_path, verslag, date.fromisoformat(dag))
    plek = tmp_path / "site" / SECURITY
    plek.parent.mkdir(parents=True)
    plek.write_bytes(b"Expires: \xff")
    waak_over_security_txt(tmp_path, verslag, date.fromisoformat(dag))
    assert verslag.meldingen == []
    plek.write_text("Contact: mailto:a@b.example\nExpires: 2027-10-22T00:00:00Z\n", encoding="utf-8")
    waak_over_security_txt(tmp_path, verslag, date.fromisoformat(dag))
    assert [(m.code, m.pad, m.regel) for m in verslag.meldingen] == [("SK818", f"site/{SECURITY}", 2)] * bool(zegt)
    assert zegt in verslag.als_tekst()
