"""Tweehonderd meldingen van iemand die kwaad wil, elke keer anders: niets verandert behalve de velden die erin staan."""

import json
import random

import pytest
import yaml
from proefmap import GELDLOKET, PEILDATUM, maak_goede_map

from generator.bewerken.paden import bladen, schrijf_pad
from generator.bewerken.uitslag import verwerk_vrij
from generator.forges.gebeurtenis import lees_gebeurtenis
from generator.meldingen import SocialeKaartFout

VELDEN = (
    "naam samenvatting omschrijving voor_wie zoekwoorden contact.telefoon contact.email contact.website kosten.toelichting "
    "locaties[0].openingstijden.ma locaties[0].adres.straat locaties[0].naam locaties[1] toegang.uitleg talen functies "
    "werkgebied hoort_bij tijdelijk status opvolger leeftijd.van"
).split()
ELDERS = "gecontroleerd.op gecontroleerd id pad soort map __class__ ../naam naam.naam locaties[99] <<  a.b.c.d".split()
IDS = "geldloket geldloket geldloket buurthuis-zuid ../geldloket stichting-samen proefstad index con CON geldloket.yaml".split()
STUKKEN = [
    "\n", "\r\n", "\t", "\0", "\x1b[2J", "\u202e", "\u2028", "\ufeff", "\ud83d", "```", "~~~", "---", "...", "<<: *a", "&a ", "*a",
    "!!python/object/apply:os.system ['id']", "!!binary aGk=", "%YAML 1.2", "{{", "}}", "{%", "${{ secrets.X }}", "$(id)", "`id`",
    "; rm -rf /", "../../etc/passwd", "/dev/null", "C:\\x", "file:///etc/passwd", "<script>alert(1)</script>", "<img src=x onerror=y>",
    "![](https://kwaad.example)", "[x](javascript:y)", "@iedereen", "#1", "/close", "::set-output name=x::y", "=1+1", "id: x",
    "status: gesloten",
    ": ", " #", "- ", '"', "'", "\\", "|", ">", "0999-12 34 56", "09:00-12:00", "ja", "null", "~", "1e999", "x" * 3000,
    "\u00e9", "gesloten",
]  # fmt: skip


def bouw(kans: random.Random) -> tuple[str, set[str]]:
    """Een melding en de velden die erin genoemd zijn."""
    velden = {kans.choice(VELDEN if kans.random() < 0.8 else ELDERS): waarde(kans) for _ in range(kans.randint(1, 4))}
    soort = kans.choice(["wijzigen", "wijzigen", "wijzigen", "nieuw", "klopt", "bestaat-niet", "weg"])
    delen = {
        "soort": soort,
        "id": kans.choice(IDS),
        "map": "wijkfuncties",
        "velden": velden,
        "toelichting": waarde(kans),
    }
    if soort in ("klopt", "bestaat-niet"):
        delen.pop("velden")
        velden = {"gecontroleerd": 1, "status": 1}
    regels = [f"{naam}: {json.dumps(deel, ensure_ascii=kans.random() < 0.5)}" for naam, deel in delen.items()]
    if kans.random() < 0.3:
        regels.insert(kans.randrange(len(regels) + 1), "".join(kans.choices(STUKKEN, k=2)))
    return f"{kans.choice(STUKKEN)}\n\n```sociale-kaart\n" + "\n".join(regels) + "\n```\n", set(velden)


def waarde(kans: random.Random) -> object:
    tekst = "".join(kans.choices(STUKKEN, k=kans.randint(1, 3)))
    return kans.choice([tekst, tekst, tekst, [tekst], {"naam": tekst}, [[tekst]], None, 7, True])


def bestanden(map_) -> dict[str, bytes]:
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in map_.rglob("*") if p.is_file()}


def plat(ruw: bytes) -> dict[str, object]:
    return {schrijf_pad(pad): waarde for pad, waarde in bladen(yaml.load(ruw, yaml.BaseLoader))}


@pytest.mark.parametrize("zaad", range(4))
def test_alleen_de_genoemde_velden_van_de_eigen_ingang_veranderen(tmp_path, zaad):
    kans, map_ = random.Random(zaad), maak_goede_map(tmp_path / "map")
    voor, gelukt = bestanden(map_), 0
    for _ in range(50):
        tekst, genoemd = bouw(kans)
        bestand = tmp_path / "gebeurtenis.json"
        bestand.write_text(json.dumps({"issue": {"number": 3, "body": tekst}}), encoding="utf-8")
        uitslag = verwerk_vrij(map_, lees_gebeurtenis(bestand)[1], "melding", PEILDATUM, False)
        na = bestanden(map_)
        anders = [pad for pad in voor.keys() | na.keys() if voor.get(pad) != na.get(pad)]
        assert anders == ([uitslag.pad] if uitslag.stand == "verwerkt" else []), tekst
        for pad in anders:
            gelukt += 1
            oud, nieuw = plat(voor.get(pad, b"{}")), plat(na[pad])
            wat = {p for p in oud.keys() | nieuw.keys() if oud.get(p) != nieuw.get(p)}
            assert pad == GELDLOKET or pad.endswith("/buurthuis-zuid.yaml"), pad
            assert all(any(p == g or p.startswith((f"{g}.", f"{g}[")) for g in genoemd) for p in wat), (wat, genoemd)
            (map_ / pad).write_bytes(voor[pad])
    assert 0 < gelukt < 40


@pytest.mark.parametrize(
    "ruw",
    ["", "[]", "{}", "null", "3", "[" * 100_000, '{"issue": 3}', '{"issue": {"number": "1; id", "body": "x"}}', '{"issue": {"number": -1}}',
     '{"issue": {"number": true, "body": "x"}, "number": 1}', '{"issue": {"number": 1, "pull_request": {"url": "x"}}}',
     '{"object_kind": "note", "object_attributes": {"iid": 3, "description": "x"}}'],
)  # fmt: skip
def test_een_andere_gebeurtenis_wordt_geweigerd(tmp_path, ruw):
    bestand = tmp_path / "g.json"
    bestand.write_text(ruw, encoding="utf-8")
    with pytest.raises(SocialeKaartFout):
        lees_gebeurtenis(bestand)
