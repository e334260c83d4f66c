"""De werkstroom die bij een voorstel zegt wat er verandert: een reactie die ververst, ook bij een voorstel van buiten."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import PROJECT as HIER
from conftest import git
from naforge import PROJECT, SLEUTEL, Naforge
from proefmap import GELDLOKET, maak_goede_map, vervang

from generator.begin.sjabloneren import werkstromen
from generator.cli import voer_uit
from generator.forges.soorten import FORGES
from generator.forges.voorstellen import MERK
from generator.lezen.werkstromen import MAPPEN

pytestmark = pytest.mark.lang

NAMEN = {"github": "reactie", "forgejo": "reactie", "gitlab": "voorstellen"}
REF = {"github": "refs/pull/{n}/head", "forgejo": "refs/pull/{n}/head", "gitlab": "refs/merge-requests/{n}/head"}


def boom_van(forge: str, naam: str) -> dict:
    return yaml.safe_load(werkstromen(forge, "x")[f"{MAPPEN[forge]}/{naam}.yml"])


def stappen(forge: str) -> list[dict]:
    boom = boom_van(forge, NAMEN[forge])
    if forge == "gitlab":
        return [{"run": "\n".join(boom["voorstellen"]["script"])}]
    return [stap for taak in boom["jobs"].values() for stap in taak["steps"] if "run" in stap]


class Loop:
    """Een kale map met een voorstel erin, een nagemaakte forge, en de werkstroom daarop."""

    def __init__(self, werk: Path, soort: str):
        self.werk, self.soort, self.forge = werk, soort, Naforge(soort).start()
        self.inhoud = maak_goede_map(werk / "inhoud")
        git(self.inhoud, "init", "-q")
        git(self.inhoud, "add", "-A")
        git(self.inhoud, "commit", "-qm", "begin")
        self.kaal = werk / f"forge/{PROJECT}.git"
        git(werk, "clone", "-q", "--bare", str(self.inhoud), str(self.kaal))
        git(self.kaal, "config", "uploadpack.allowAnySHA1InWant", "true")  # zoals GitHub
        starter = werk / "omgeving/bin/sociale-kaart"
        starter.parent.mkdir(parents=True)
        starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@" --peildatum 2026-11-22\n')
        starter.chmod(0o755)

    def stel_voor(self, nummer: int, oud: str, nieuw: str) -> str:
        """Een voorstel dat een stuk van het geldloket verandert; geeft de code van de vastlegging."""
        git(self.inhoud, "switch", "-q", "-C", f"voorstel-{nummer}", "main")
        vervang(self.inhoud, GELDLOKET, oud, nieuw)
        git(self.inhoud, "commit", "-qam", "voorstel")
        kop = git(self.inhoud, "rev-parse", "HEAD").strip()
        git(self.inhoud, "push", "-q", "-f", str(self.kaal), f"HEAD:{REF[self.soort].format(n=nummer)}")
        gitlab = self.soort == "gitlab"
        voorstel = {"iid" if gitlab else "number": nummer} | ({"sha": kop} if gitlab else {"head": {"sha": kop}})
        self.forge.voorstellen = [v for v in self.forge.voorstellen if nummer not in v.values()] + [voorstel]
        return kop

    def draai(self, nummer: int, kop: str) -> None:
        plek = self.werk / "plek"
        subprocess.run(["rm", "-rf", str(plek), str(self.werk / "verslag"), str(self.werk / "gh")], check=True)
        git(self.werk, "clone", "-q", f"file://{self.kaal}", "plek") if self.soort != "forgejo" else plek.mkdir()
        if self.soort == "forgejo":
            (plek / "omgeving").symlink_to(self.werk / "omgeving")
        for stap in stappen(self.soort):
            self._stap(stap, plek, {"NUMMER": str(nummer), "KOP": kop})

    def _stap(self, stap: dict, plek: Path, vast: dict[str, str]) -> None:
        uitvoer = self.werk / "gh"
        tekst = uitvoer.read_text(encoding="utf-8") if uitvoer.exists() else ""
        waarden = {"SLEUTEL": SLEUTEL, "SOCIALE_KAART_TOKEN": SLEUTEL, "VOORPROEF": "https://forge.example/loop/5"}
        waarden["TEKST"] = "\n".join(tekst.split("\n")[1:-2])
        env = {
            **{n: w for n, w in os.environ.items() if not n.startswith(("GITHUB_", "CI_"))},
            "PYTHONPATH": str(HIER),
            "RUNNER_TEMP": str(self.werk),
            "GITHUB_OUTPUT": str(uitvoer),
            "GITHUB_API_URL": self.forge.api,
            "GITHUB_REPOSITORY": PROJECT,
            "GITHUB_SERVER_URL": f"file://{self.werk}/forge",
            "CI_API_V4_URL": self.forge.api,
            "CI_PROJECT_PATH": PROJECT,
            "CI_PROJECT_URL": f"file://{str(self.kaal).removesuffix('.git')}",
            **vast,
            **{naam: waarden[naam] for naam in stap.get("env", {})},
            **({"SOCIALE_KAART_TOKEN": SLEUTEL} if self.soort == "gitlab" else {}),
        }
        regels = [r for r in stap["run"].split("\n") if "-m venv" not in r and "install --quiet" not in r]
        opdracht = "\n".join(regels).replace("/tmp/", f"{self.werk}/")
        uit = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", opdracht], cwd=plek, env=env, capture_output=True, text=True
        )
        assert uit.returncode == 0 and SLEUTEL not in uit.stdout + uit.stderr, f"{opdracht}\n{uit.stdout}{uit.stderr}"

    def reactie(self, nummer: int) -> str:
        """De ene reactie bij het voorstel."""
        (een,) = self.forge.reacties[nummer]
        assert een["body"].startswith(MERK)
        return een["body"]


@pytest.mark.skipif(os.name == "nt", reason="een runner draait zijn stappen in een schil van Unix")
@pytest.mark.parametrize("soort", FORGES)
def test_een_reactie_die_ververst(soort, tmp_path):
    loop = Loop(tmp_path, soort)
    try:
        kop = loop.stel_voor(7, "0999-12 34 56", "0999-65 43 21")
        loop.draai(7, kop)
        zin = "Telefoon van Geldloket Noord: 0999-12 34 56 wordt 0999-65 43 21."
        assert zin in loop.reactie(7) and "Bel 0999-65 43 21" in loop.reactie(7)
        assert ("https://forge.example/loop/5" in loop.reactie(7)) == (soort == "github")
        kop = loop.stel_voor(7, "0999-12 34 56", "0999-77 88 99")
        loop.draai(7, kop)
        assert "0999-77 88 99" in loop.reactie(7) and "0999-65" not in loop.reactie(7)
        aantal = len([g for g in loop.forge.gevraagd if g[0] != "GET"])
        loop.draai(7, kop)
        assert len([g for g in loop.forge.gevraagd if g[0] != "GET"]) == aantal == 2
    finally:
        loop.forge.stop()


def test_wat_een_vreemde_schrijft_komt_nooit_bij_een_sleutel():
    """De stap die het voorstel leest krijgt geen sleutel, en wat er van een ander is komt niet in een opdracht."""
    for forge in ("github", "forgejo"):
        boom = boom_van(forge, "reactie")
        assert set(boom[True]) == {"workflow_run" if forge == "github" else "pull_request_target"}
        for stap in stappen(forge):
            assert "${{" not in stap["run"]
            if "wijzigingen" in stap["run"] and "reageer" not in stap["run"]:
                assert "env" not in stap
    taken = boom_van("github", "reactie")["jobs"]
    assert boom_van("github", "reactie")["permissions"] == {}
    assert taken["verslag"]["permissions"] == {"contents": "read"}
    assert taken["reactie"]["permissions"] == {"pull-requests": "write"}
    assert boom_van("github", "controle")["jobs"]["controle"]["permissions"] == {"contents": "read"}
    script = boom_van("gitlab", "voorstellen")["voorstellen"]["script"][-1]
    assert "env -u SOCIALE_KAART_TOKEN -u CI_JOB_TOKEN" in script
    assert "codequality" in boom_van("gitlab", "controle")["controle"]["artifacts"]["reports"]


@pytest.mark.parametrize("soort", FORGES)
def test_reageren_lukt_of_zegt_waarom_niet(soort, tmp_path, monkeypatch, capsys):
    forge = Naforge(soort).start()
    monkeypatch.setenv("SOCIALE_KAART_TOKEN", SLEUTEL)
    vast = ["--forge", soort, "--project", PROJECT, "--api", forge.api]
    try:
        assert voer_uit(["reageer", str(tmp_path / "weg.md"), "--nummer", "3", *vast]) == 2
        (tmp_path / "v.md").write_text("Verslag.", encoding="utf-8")
        slecht = ["--voorproef", "javascript:alert(1)"]
        assert voer_uit(["reageer", str(tmp_path / "v.md"), "--nummer", "3", *slecht, *vast]) == 0
        assert [r["body"] for r in forge.reacties[3]] == [f"{MERK}\nVerslag."]
        assert voer_uit(["reageer", str(tmp_path / "v.md"), "--kop", "a" * 40, *vast]) == 0
        assert "geen open voorstel" in capsys.readouterr().out
        forge.fout = 403
        assert voer_uit(["reageer", str(tmp_path / "v.md"), "--nummer", "3", *vast]) == 1
        assert voer_uit(["voorstellen", *vast]) == 1
        fouten = capsys.readouterr().err
        assert "de sleutel mag dit niet" in fouten and SLEUTEL not in fouten
    finally:
        forge.stop()
