"""De werkstromen voor de drie forges: hun vorm, en hun stappen op een eigen kale git-map met een nagemaakte forge."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from conftest import PROJECT as HIER
from conftest import git
from naforge import PROJECT, SLEUTEL, Naforge
from proefmap import maak_goede_map

from generator.forges.soorten import FORGES
from generator.meldingen import SocialeKaartFout
from generator.werkstromen import PADEN, werkstroom

pytestmark = pytest.mark.lang

GELDLOKET = "sociale_kaart/algemene_voorzieningen/geldloket.yaml"
SCHEMA = {"github": "vendor.github-workflows", "forgejo": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}
GENERATOR = "git+https://voorbeeld.example/generator@v1"


def blok(regels: str) -> str:
    return f"Dag,\n\n```sociale-kaart\n{regels}\n```\n"


TELEFOON = blok('soort: wijzigen\nid: geldloket\nvelden:\n  contact.telefoon: "0999-65 43 21"')


@pytest.mark.parametrize("forge", FORGES)
def test_de_werkstroom_past_in_het_schema_van_de_forge(forge, tmp_path):
    """Met de schema's die check-jsonschema meebrengt; een verknoeide werkstroom valt daar ook op."""
    tekst = werkstroom(forge, GENERATOR)[1]
    for inhoud, status in ((tekst, 0), (tekst.replace("image:" if forge == "gitlab" else "steps:", "stapjes:"), 1)):
        (tmp_path / "w.yml").write_text(inhoud.replace("script:", "skript:") if status else inhoud, encoding="utf-8")
        opdracht = [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            SCHEMA[forge],
            str(tmp_path / "w.yml"),
        ]
        uit = subprocess.run(opdracht, capture_output=True, text=True)
        assert uit.returncode == status, uit.stdout


@pytest.mark.parametrize("forge", FORGES)
def test_geen_tekst_van_een_ander_in_een_opdracht(forge):
    pad, tekst = werkstroom(forge, GENERATOR)
    assert pad == PADEN[forge] and "@GENERATOR@" not in tekst and GENERATOR in tekst
    for stap in stappen(forge):
        assert "${{" not in stap["run"]
    boom = yaml.safe_load(tekst)
    if forge == "github":
        assert boom["permissions"] == {} and set(boom["jobs"]["melding"]["permissions"].values()) == {"write"}
        gebruikt = [s["uses"] for s in boom["jobs"]["melding"]["steps"] if "uses" in s]
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", g) for g in gebruikt)
    if forge != "gitlab":  # de stap die de tekst leest, krijgt de sleutel niet
        verwerk = next(s for s in stappen(forge) if "verwerk-melding" in s["run"])
        assert "env" not in verwerk and boom[True] == {"issues": {"types": ["opened", "edited", "reopened"]}}


@pytest.mark.parametrize("generator", ["", 'x"; id', "$(id)", "a b", "x\ny", "${{ x }}", "`id`"])
def test_een_vreemd_adres_van_de_generator_wordt_geweigerd(generator):
    with pytest.raises(SocialeKaartFout):
        werkstroom("github", generator)


def stappen(forge: str) -> list[dict]:
    """De stappen met een opdracht; bij GitLab is alles een stap."""
    boom = yaml.safe_load(werkstroom(forge, GENERATOR)[1])["melding" if forge == "gitlab" else "jobs"]
    if forge == "gitlab":
        return [{"run": "\n".join(boom["script"])}]
    return [stap for stap in boom["melding"]["steps"] if "run" in stap]


@dataclass
class Loop:
    """Een kale map met de inhoud, een nagemaakte forge, en de stappen van een werkstroom daarop."""

    werk: Path
    soort: str
    forge: Naforge

    @property
    def kaal(self) -> Path:
        return self.werk / f"forge/{PROJECT}.git"

    def klaar(self) -> "Loop":
        inhoud = maak_goede_map(self.werk / "inhoud")
        git(inhoud, "init", "--quiet")
        git(inhoud, "add", "-A")
        git(inhoud, "commit", "--quiet", "-m", "begin")
        git(self.werk, "clone", "--quiet", "--bare", str(inhoud), str(self.kaal))
        starter = self.werk / "omgeving/bin/sociale-kaart"
        starter.parent.mkdir(parents=True)
        starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@" --peildatum 2026-11-22\n')
        starter.chmod(0o755)
        return self

    def meld(self, nummer: int, tekst: str) -> int:
        """Draai de werkstroom voor een issue; geeft de status van de eerste stap die mislukt, of 0."""
        gitlab = self.soort == "gitlab"
        issue = {"state": "opened" if gitlab else "open", "iid" if gitlab else "number": nummer}
        self.forge.issues[nummer] = issue | {"description" if gitlab else "body": tekst}
        gebeurtenis = self.werk / "gebeurtenis.json"
        gebeurtenis.write_text(json.dumps({"action": "edited", "issue": self.forge.issues[nummer]}))
        plek = self.werk / "plek"
        subprocess.run(["rm", "-rf", str(plek), str(self.werk / "uit")], check=True)
        plek.mkdir() if self.soort == "forgejo" else git(
            self.werk, "clone", "-q", "--depth=1", f"file://{self.kaal}", "plek"
        )
        if self.soort == "forgejo":
            (plek / "omgeving").symlink_to(self.werk / "omgeving")
        return next(filter(None, (self._stap(stap, plek) for stap in stappen(self.soort))), 0)

    def _stap(self, stap: dict, plek: Path) -> int:
        env = {
            **{n: w for n, w in os.environ.items() if not n.startswith(("GITHUB_", "CI_"))},
            "PYTHONPATH": str(HIER),
            "RUNNER_TEMP": str(self.werk),
            "GITHUB_EVENT_PATH": str(self.werk / "gebeurtenis.json"),
            "GITHUB_API_URL": self.forge.api,
            "GITHUB_REPOSITORY": PROJECT,
            "GITHUB_SERVER_URL": f"file://{self.werk}/forge",
            "CI_API_V4_URL": self.forge.api,
            "CI_PROJECT_PATH": PROJECT,
            "CI_PROJECT_URL": str(self.kaal).removesuffix(".git"),
            "CI_DEFAULT_BRANCH": "main",
            **{n: SLEUTEL if "token" in w else "main" for n, w in stap.get("env", {}).items()},
            **({"SOCIALE_KAART_TOKEN": SLEUTEL} if self.soort == "gitlab" else {}),
        }
        # Installeren doet de test niet: dat haalt pakketten op.
        regels = [r for r in stap["run"].split("\n") if "-m venv" not in r and "install --quiet" not in r]
        opdracht = "\n".join(regels).replace("/tmp/", f"{self.werk}/")
        uit = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", opdracht], cwd=plek, env=env, capture_output=True, text=True
        )
        assert "Traceback" not in uit.stderr and SLEUTEL not in uit.stdout + uit.stderr
        return uit.returncode

    def antwoord(self, nummer: int) -> str:
        """De ene reactie bij het issue."""
        assert len(self.forge.reacties.get(nummer, [])) == 1
        return self.forge.reacties[nummer][0]["body"]

    def tak(self, nummer: int) -> str:
        """Het verschil van de tak met main, of leeg als de tak er niet is."""
        takken = git(self.kaal, "branch", "--list", f"melding-{nummer}").strip()
        return git(self.kaal, "diff", f"main..melding-{nummer}") if takken else ""


@pytest.fixture
def loop(tmp_path):
    gemaakt = []

    def maak(soort: str) -> Loop:
        gemaakt.append(Loop(tmp_path, soort, Naforge(soort).start()))
        return gemaakt[-1].klaar()

    yield maak
    for een in gemaakt:
        een.forge.stop()


def gewijzigd(verschil: str) -> list[str]:
    return [r for r in verschil.split("\n") if re.match(r"[+-](?![+-])", r)]


@pytest.mark.parametrize("soort", FORGES)
def test_van_issue_naar_voorstel_en_weer_als_iemand_het_wijzigt(loop, soort):
    een = loop(soort)
    begin = git(een.kaal, "rev-parse", "main")
    assert een.meld(5, TELEFOON) == 0
    assert gewijzigd(een.tak(5)) == ['-  telefoon: "0999-12 34 56"', '+  telefoon: "0999-65 43 21"']
    assert "https://forge.example/v/7" in een.antwoord(5) and "telefoonnummer" in een.antwoord(5)
    assert len(een.forge.voorstellen) == 1 and "melding #5" in str(een.forge.voorstellen[0])
    # Gewijzigd: dezelfde tak, hetzelfde voorstel, hetzelfde antwoord bijgewerkt.
    assert een.meld(5, TELEFOON.replace("65 43 21", "77 66 55")) == 0
    assert gewijzigd(een.tak(5))[1:] == ['+  telefoon: "0999-77 66 55"'] and len(een.forge.voorstellen) == 1
    assert "0999-77 66 55" in een.antwoord(5) and "0999-65" not in een.antwoord(5)
    # Nu klopt de melding niet meer: het antwoord zegt hoe het wel kan.
    assert een.meld(5, TELEFOON.replace("contact.telefoon", "contact.fax")) == 0
    assert "niet verwerken" in een.antwoord(5) and "blijft staan zoals het was" in een.antwoord(5)
    # Zelfde tekst, zelfde uitkomst: niets nieuws bij de forge.
    aantal = len([g for g in een.forge.gevraagd if g[0] != "GET"])
    assert een.meld(5, TELEFOON.replace("contact.telefoon", "contact.fax")) == 0
    assert len([g for g in een.forge.gevraagd if g[0] != "GET"]) == aantal
    assert git(een.kaal, "rev-parse", "main") == begin


def test_wat_de_redactie_in_de_tak_zet_blijft(loop):
    een = loop("github")
    assert een.meld(5, TELEFOON) == 0
    git(een.werk, "clone", "-q", "-b", "melding-5", str(een.kaal), "redactie")
    (een.werk / "redactie/LEES.md").write_text("van de redactie\n")
    git(een.werk / "redactie", "add", "-A")
    git(een.werk / "redactie", "commit", "-qm", "nagekeken")
    git(een.werk / "redactie", "push", "-q")
    voor = een.tak(5)
    assert een.meld(5, TELEFOON.replace("65 43 21", "77 66 55")) == 0
    assert een.tak(5) == voor and "Een medewerker werkt al aan deze melding" in een.antwoord(5)


def test_zonder_recht_op_een_voorstel_staat_de_tak_er(loop):
    een = loop("github")
    een.forge.fout, een.forge.fout_bij = 403, f"POST /repos/{PROJECT}/pulls"
    assert een.meld(5, TELEFOON) == 0
    assert een.tak(5) and "in de tak `melding-5`" in een.antwoord(5)


def test_lukt_het_opsturen_niet_dan_zegt_het_antwoord_dat(loop):
    een = loop("github")
    (een.kaal / "hooks").mkdir(exist_ok=True)
    (een.kaal / "hooks/pre-receive").write_text("#!/bin/sh\nexit 1\n")
    (een.kaal / "hooks/pre-receive").chmod(0o755)
    assert een.meld(5, TELEFOON) == 1
    assert not een.tak(5) and "nog niet klaarzetten" in een.antwoord(5) and een.forge.voorstellen == []


def test_een_tak_van_een_ander_met_dezelfde_naam_is_niet_ons_voorstel(loop):
    een = loop("github")
    vreemd = {"number": 3, "html_url": "https://forge.example/v/3"}
    een.forge.voorstellen.append(vreemd | {"head": {"ref": "melding-5", "repo": {"full_name": "ander/kaart"}}})
    assert een.meld(5, TELEFOON) == 0
    assert "https://forge.example/v/7" in een.antwoord(5) and len(een.forge.voorstellen) == 2


def test_eigen_woorden_zijn_voor_een_mens(loop):
    een = loop("forgejo")
    assert een.meld(8, "Het loket is dicht. sociale-kaart") == 0
    assert "in eigen woorden" in een.antwoord(8) and not een.tak(8) and een.forge.voorstellen == []


VIJANDIG = [
    blok("soort: wijzigen\nid: ../../.github/workflows/x\nvelden:\n  naam: x"),
    blok(
        "soort: wijzigen\nid: geldloket\nvelden:\n"
        '  samenvatting: "$(touch ../gehackt) `touch gehackt` ${{ github.token }}"'
    ),
    blok("soort: nieuw\nid: workflows\nmap: ../.github\nvelden: {naam: x}"),
    blok('soort: wijzigen\nid: geldloket\nvelden:\n  naam: "::set-env name=PATH::/tmp @iedereen <!-- -->"'),
    blok('soort: wijzigen\nid: geldloket\nvelden:\n  omschrijving: "a\\n```\\n/close\\n::error::x"'),
    "\u202e```sociale-kaart\nsoort: klopt\u0000\nid: geldloket\n```\n",
]


def test_vijandige_issues_raken_alleen_hun_eigen_bestand(loop):
    """Wat er ook in staat: main blijft, er komt hoogstens een bestand in een tak, en geen opdracht wordt uitgevoerd."""
    een = loop("gitlab")
    begin = git(een.kaal, "rev-parse", "main")
    for nummer, tekst in enumerate(VIJANDIG, 1):
        een.forge.issues[nummer] = {"iid": nummer, "state": "opened", "description": tekst}
    assert een.meld(len(VIJANDIG) + 1, TELEFOON) == 0  # in een keer, en de laatste is gewoon
    for nummer in range(1, len(VIJANDIG) + 2):
        paden = re.findall(r"^\+\+\+ b/(.*)$", een.tak(nummer), re.M)
        assert paden in ([], [GELDLOKET])
        antwoord = een.antwoord(nummer)
        buiten = re.sub(r"`[^`\n]*`|(?s:(`{3,})diff\n.*?\n\1)", "", antwoord)
        assert not re.search(r"^\s*(/|::)|@iedereen|<script|\x00|\u202e", buiten, re.M), antwoord
    assert een.tak(len(VIJANDIG) + 1) and git(een.kaal, "rev-parse", "main") == begin
    assert not list(een.werk.rglob("gehackt"))
    assert {t.strip("* ") for t in git(een.kaal, "branch").split("\n")} <= {
        "",
        "main",
        "melding-2",
        "melding-4",
        "melding-5",
        "melding-7",
    }
