"""De werkstromen van `begin`: hun vorm, en hun stappen op een eigen kale Git-opslag; geen forge en geen pakketten."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import PROJECT, git
from naforge import PROJECT as NAPROJECT
from naforge import SLEUTEL, Naforge
from test_begin import begin

from generator.begin.gegevens import FORGES
from generator.begin.sjabloneren import werkstromen
from generator.lezen.werkstromen import MAPPEN

pytestmark = pytest.mark.lang

SCHEMA = {"github": "vendor.github-workflows", "forgejo": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}
# Wat actionlint vindt van een runner die zij niet kent, gaat over haar eigen lijst.
KENT_NIET = re.compile(r"label \"(ubuntu-24.04|docker)\" is unknown")


@pytest.mark.parametrize("forge", FORGES)
def test_elke_werkstroom_past_in_het_schema_van_de_forge(forge, tmp_path):
    bestanden = []
    for pad, tekst in werkstromen(forge, "git+https://git.voorbeeld.example/g.git@v1").items():
        bestanden.append(tmp_path / Path(pad).name)
        bestanden[-1].write_text(tekst, encoding="utf-8")
    kapot = tmp_path / "kapot.yml"
    kapot.write_text(bestanden[0].read_text(encoding="utf-8").replace("timeout", "tijdslot"), encoding="utf-8")
    keur = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMA[forge]]
    goed = subprocess.run([*keur, *map(str, bestanden)], capture_output=True, text=True)
    assert goed.returncode == 0, goed.stdout
    assert subprocess.run([*keur, str(kapot)], capture_output=True).returncode == 1


def test_actionlint_heeft_niets_aan_te_merken(tmp_path):
    if not shutil.which("actionlint"):
        pytest.skip("actionlint staat niet op deze computer")
    map_ = tmp_path / "kaart"
    assert begin(map_, "--forge", "github") == 0
    git(map_, "init", "-q")
    uit = subprocess.run(["actionlint", "-oneline"], cwd=map_, capture_output=True, text=True)
    assert [regel for regel in uit.stdout.splitlines() if not KENT_NIET.search(regel)] == []


@pytest.fixture
def werkplek(tmp_path):
    """Een inhoudsmap in een kale opslag, een nagemaakte forge, en een `python3` die in plaats van te installeren onze generator
    klaarzet.
    """
    forges: list[Naforge] = []

    def maak(forge: str) -> tuple[Path, Path, dict[str, str]]:
        map_, kaal, bin_ = tmp_path / "begin", tmp_path / "voorbeeldstad" / "kaart.git", tmp_path / "bin"
        assert begin(map_, "--forge", forge) == 0
        git(map_, "init", "-q")
        git(map_, "add", "-A")
        git(map_, "commit", "-qm", "begin")
        basis = git(map_, "rev-parse", "HEAD").strip()
        over = map_ / "inhoud/over.md"
        over.write_text(f"{over.read_text(encoding='utf-8')}\nEen nieuwe zin.\n", encoding="utf-8")
        git(map_, "commit", "-qam", "een voorstel")
        git(tmp_path, "clone", "-q", "--bare", str(map_), str(kaal))
        git(kaal, "config", "receive.advertisePushOptions", "true")  # zoals een forge
        git(kaal, "update-ref", "refs/pull/1/head", "refs/heads/main")
        git(kaal, "config", "receive.advertisePushOptions", "true")
        git(tmp_path, "clone", "-q", str(kaal), "werk")
        bin_.mkdir()
        nep = f"""#!/bin/sh
test "$1" = -m && test "$2" = venv || exec "{sys.executable}" "$@"
mkdir -p "$3/bin"
printf '#!/bin/sh\\nexit 0\\n' > "$3/bin/pip"
cat > "$3/bin/sociale-kaart" <<'EINDE'
#!/bin/sh
# Naar buiten gaan doet een test niet: dan is er met geen enkele link iets aan de hand.
test "$1" = links && printf '{{"adressen": {{}}}}\\n' > "${{3:-.}}/links.json" && exit 0
exec "{sys.executable}" -m generator "$@"
EINDE
printf '#!/bin/sh\\nexec "{sys.executable}" -m ghp_import "$@"\\n' > "$3/bin/ghp-import"
chmod +x "$3"/bin/*
"""
        (bin_ / "python3").write_text(nep, encoding="utf-8")
        (bin_ / "python3").chmod(0o755)
        (tmp_path / "tijdelijk").mkdir()
        omgeving = {
            **os.environ,
            "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(PROJECT),
            "GENERATOR": "x",
            "SOURCE_DATE_EPOCH": "1795305600",
            "RUNNER_TEMP": str(tmp_path / "tijdelijk"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "samenvatting.md"),
            "GITHUB_SERVER_URL": f"file://{tmp_path}",
            "GITHUB_REPOSITORY": NAPROJECT,
            "GITHUB_REF": "refs/pull/1/head",
            "SLEUTEL": "geheim",
            "SOCIALE_KAART_TOKEN": SLEUTEL,
            "CI_PROJECT_URL": f"file://{kaal.with_suffix('')}",
            "CI_DEFAULT_BRANCH": "main",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": basis,
            "DOEL": "main~1",
        }
        forges.append(Naforge(forge).start())
        omgeving |= {"GITHUB_API_URL": forges[0].api, "CI_API_V4_URL": forges[0].api, "CI_PROJECT_PATH": NAPROJECT}
        return tmp_path / "werk", kaal, omgeving, forges[0]

    yield maak
    for een in forges:
        een.stop()


def stappen(forge: str, naam: str, generator: str = "x") -> list[str]:
    """De opdrachten van een werkstroom, taak voor taak."""
    boom = yaml.safe_load(werkstromen(forge, generator)[f"{MAPPEN[forge]}/{naam}.yml"])
    if forge == "gitlab":
        return ["\n".join(taak["script"]) for taak in boom.values() if "script" in taak]
    alle = [opdracht(stap) for taak in boom["jobs"].values() for stap in taak["steps"]]
    return [stap for stap in alle if stap and "apt-get" not in stap]


def opdracht(stap: dict) -> str:
    """Wat een stap doet; wat taken aan elkaar geven verhuist, zodat een taak niet vindt wat zij niet ophaalde."""
    if "run" in stap:
        return stap["run"]
    pad = stap.get("with", {}).get("path", "").replace("${{ runner.temp }}", "$RUNNER_TEMP")
    plek = f'"$RUNNER_TEMP/artefacten/{stap.get("with", {}).get("name")}"'
    if "actions/upload-artifact@" in stap["uses"]:
        return f'mkdir -p {plek}; if test -d "{pad}"; then mv "{pad}"/* {plek}; else mv "{pad}" {plek}; fi'
    return f'mkdir -p "{pad}" && mv {plek}/* "{pad}"' if "actions/download-artifact@" in stap["uses"] else ""


def test_wie_in_het_weekwerk_mag_schrijven_draait_niets_van_een_ander():
    """De generator is van buiten gehaald: de taak die haar draait, kan niet bij de inhoud."""
    taken = yaml.safe_load(werkstromen("github", "x")[".github/workflows/onderhoud.yml"])["jobs"]
    schrijvers = {naam: taak for naam, taak in taken.items() if taak["permissions"].get("contents") == "write"}
    assert list(schrijvers) == ["onthoud"] and set(schrijvers["onthoud"]["permissions"]) == {"contents"}
    stappen_ = "\n".join(stap.get("run", "") for stap in schrijvers["onthoud"]["steps"])
    assert "git push" in stappen_ and "pip" not in stappen_ and "bin/sociale-kaart" not in stappen_


@pytest.mark.skipif(os.name == "nt", reason="een runner draait zijn stappen in een schil van Unix")
@pytest.mark.parametrize("forge", FORGES)
def test_de_stappen_doen_wat_zij_zeggen(forge, werkplek, tmp_path):
    """Het voorstel wordt nagekeken en gebouwd, publiceren legt elk adres vast, en onderhoud maakt een verslag."""
    werk, kaal, omgeving, naforge = werkplek(forge)
    for naam in ("controle", "publiceren", "onderhoud"):
        plek = werk
        if forge == "forgejo":  # daar haalt de werkstroom zelf de inhoud op
            plek = tmp_path / naam
            plek.mkdir()
        for stap in stappen(forge, naam):
            stap = stap.replace("/tmp/omgeving", str(tmp_path / "omgeving")).replace(
                "/tmp/weekwerk", str(tmp_path / "weekwerk")
            )
            uit = subprocess.run(["bash", "-e", "-c", stap], cwd=plek, env=omgeving, capture_output=True, text=True)
            assert uit.returncode == 0, f"{naam}: {stap}\n{uit.stdout[-800:]}{uit.stderr[-1500:]}"
    assert "over/" in git(kaal, "show", "main:adressen.yaml")
    assert git(kaal, "show", "main:links.json") and [i["title"][:9] for i in naforge.issues.values()] == ["Nakijken:"]
    sites = {
        "github": tmp_path / "tijdelijk/pagina",
        "gitlab": werk / "public",
        "forgejo": tmp_path / "publiceren/pagina",
    }
    assert "Deventer" in (sites[forge] / "index.html").read_text(encoding="utf-8")
    if forge == "forgejo":
        assert "Deventer" in git(kaal, "show", "pages:index.html")
    if forge == "github":
        assert "er is niets veranderd" in (tmp_path / "samenvatting.md").read_text(encoding="utf-8")
