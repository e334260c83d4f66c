"""Een issue per team, bij een nagemaakte forge: het komt, ververst, en gaat vanzelf dicht."""

import json

import pytest
from naforge import PROJECT, SLEUTEL, Naforge
from proefmap import PROEF, PROEFPLEK, leg_neer, maak_goede_map

from generator.cli import voer_uit
from generator.forges.soorten import FORGES

OUD = PROEFPLEK.replace("2026-10-01", "2025-01-01")


@pytest.fixture(params=FORGES)
def forge(request, monkeypatch):
    een = Naforge(request.param).start()
    monkeypatch.setenv("SOCIALE_KAART_TOKEN", SLEUTEL)
    yield een
    een.stop()


def draai(map_, uit, forge=None, dag="2026-11-22") -> int:
    naar = ["--forge", forge.soort, "--project", PROJECT, "--api", forge.api] if forge else []
    return voer_uit(["weekwerk", str(uit), "--map", str(map_), "--peildatum", dag, *naar])


def tekst_van(issue: dict) -> str:
    return issue.get("body") or issue.get("description")


def test_het_issue_van_een_team_komt_ververst_en_gaat_dicht(tmp_path, forge, capsys):
    map_, uit = maak_goede_map(tmp_path / "map"), tmp_path / "uit"
    leg_neer(map_, PROEF, OUD.replace("door: redactie", "door: team proef"))
    forge.issues[1] = {"title": "Vraag", "state": "opened" if forge.soort == "gitlab" else "open"}
    forge.issues[1] |= {"iid": 1, "description": "hoi"} if forge.soort == "gitlab" else {"number": 1, "body": "hoi"}
    assert draai(map_, uit) == 0 and draai(map_, uit, forge) == 0
    titels = {i["title"]: n for n, i in forge.issues.items()}
    nummer = titels["Nakijken: team proef"]
    assert "[klopt nog](" in tekst_van(forge.issues[nummer]) and "Proefplek" in tekst_van(forge.issues[nummer])

    aantal = len(forge.gevraagd)
    assert draai(map_, uit, forge) == 0  # er is niets veranderd: alleen gekeken, niets geschreven
    assert {werkwoord for werkwoord, _ in forge.gevraagd[aantal:]} == {"GET"}

    assert draai(map_, uit, dag="2026-11-29") == 0 and draai(map_, uit, forge) == 0
    assert "29 november 2026" in tekst_van(forge.issues[nummer]) and len(forge.issues) == len(titels)

    leg_neer(map_, PROEF, {"weg": True})
    assert draai(map_, uit) == 0 and draai(map_, uit, forge) == 0
    assert "klaar, gesloten" in capsys.readouterr().out
    assert forge.issues[nummer]["state"] == "closed" and forge.issues[1]["title"] == "Vraag"


def test_zonder_teksten_is_er_niets_te_versturen(tmp_path, forge, capsys):
    assert draai(maak_goede_map(tmp_path / "map"), tmp_path / "niets", forge) == 2
    assert "geen weekwerk" in capsys.readouterr().err


def test_wat_uit_een_set_komt_is_geen_werk_van_een_team(tmp_path):
    map_, uit = maak_goede_map(tmp_path / "map"), tmp_path / "uit"
    assert draai(map_, uit) == 0
    teams = json.loads((uit / "weekwerk.json").read_text(encoding="utf-8"))
    assert "overgenomen uit een bron" not in {t["titel"].removeprefix("Nakijken: ") for t in teams}
    assert all(tekst.count("\n- [ ]") <= 40 for tekst in (t["tekst"] for t in teams))
