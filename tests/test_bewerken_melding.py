"""`verwerk-melding`: vier soorten meldingen, het antwoord, en vijandige meldingen die niets anders raken dan hun eigen
velden.
"""

import json
import os
import random
from datetime import date
from pathlib import Path

import pytest
import yaml
from proefmap import maak_goede_map

from generator.bewerken.antwoord import in_woorden
from generator.cli import voer_uit

GELDLOKET = "sociale_kaart/algemene_voorzieningen/geldloket.yaml"


@pytest.fixture
def map_(tmp_path):
    return maak_goede_map(tmp_path / "map")


def melding(**delen) -> str:
    return (
        "Dag,\n\n```sociale-kaart\n"
        + "\n".join(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in delen.items())
        + "\n```\nGroet\n"
    )


def verwerk(map_: Path, tekst: str | bytes, *meer: str) -> int:
    bestand = map_.parent / "melding.md"
    bestand.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode("utf-8", "surrogatepass"))
    return voer_uit(["verwerk-melding", str(bestand), "--map", str(map_), "--peildatum", "2026-11-22", *meer])


def inhoud(map_: Path) -> dict[str, bytes]:
    return {p.relative_to(map_).as_posix(): p.read_bytes() for p in sorted(map_.rglob("*")) if p.is_file()}


def lees(map_: Path, pad: str = GELDLOKET) -> dict:
    return yaml.load((map_ / pad).read_text(encoding="utf-8"), yaml.BaseLoader)


def test_een_ander_telefoonnummer_is_een_regel(map_, capsys):
    voor = (map_ / GELDLOKET).read_text(encoding="utf-8").replace("telefoon: ", "telefoon:   ")  # ruimte die blijft
    (map_ / GELDLOKET).write_text("# niet weghalen\n" + voor, encoding="utf-8")
    voor = (map_ / GELDLOKET).read_text(encoding="utf-8")
    assert verwerk(map_, melding(soort="wijzigen", id="geldloket", velden={"contact.telefoon": "0999-65 43 21"})) == 0
    na = (map_ / GELDLOKET).read_text(encoding="utf-8")
    anders = [(a, b) for a, b in zip(voor.split("\n"), na.split("\n"), strict=True) if a != b]
    assert len(anders) == 1 and "0999-65 43 21" in anders[0][1]
    uit = capsys.readouterr().out
    assert "telefoonnummer" in uit and "`0999-65 43 21`" in uit and "Dank u wel" in uit


def test_proef_toont_het_verschil_en_schrijft_niets(map_, capsys):
    voor = inhoud(map_)
    assert (
        verwerk(
            map_, melding(soort="wijzigen", id="geldloket", velden={"contact.telefoon": "0999-65 43 21"}), "--proef"
        )
        == 0
    )
    assert inhoud(map_) == voor
    uit = capsys.readouterr().out
    assert '+  telefoon: "0999-65 43 21"' in uit and f"--- a/{GELDLOKET}" in uit


def test_klopt_zet_een_datum(map_, capsys):
    voor = lees(map_)
    assert verwerk(map_, melding(soort="klopt", id="geldloket")) == 0
    assert lees(map_) == voor | {"gecontroleerd": voor["gecontroleerd"] | {"op": "2026-11-22"}}
    assert verwerk(map_, melding(soort="klopt", id="geldloket")) == 0
    assert "stond dit al zo" in capsys.readouterr().out


def test_bestaat_niet_meer_met_opvolger(map_):
    voor = lees(map_)
    assert verwerk(map_, melding(soort="bestaat-niet", id="geldloket", opvolger="buurthuis-zuid")) == 0
    assert lees(map_) == voor | {"status": "gesloten", "opvolger": "buurthuis-zuid"}


def test_iets_nieuws(map_, capsys):
    velden = {
        "naam": "Huiskamer Noord",
        "functies": ["buurthuis"],
        "samenvatting": "Koffie en spelletjes.",
        "toegang.hoe": "vrij",
        "werkgebied": ["WK999901"],
        "locaties[0].adres.plaats": "Proefstad",
        "locaties[0].openingstijden.ma": "09:00-12:00",
        "contact.telefoon": "0999-11 22 33",
        "gecontroleerd.op": "2020-01-01",
        "gecontroleerd.door": "Piet",
        "id": "iets-anders",
    }
    assert verwerk(map_, melding(soort="nieuw", id="huiskamer-noord", map="wijkfuncties", velden=velden)) == 0
    uit = lees(map_, "sociale_kaart/wijkfuncties/huiskamer-noord.yaml")
    assert uit["gecontroleerd"] == {"op": "2026-11-22", "door": "melding, nog niet nagekeken"}
    assert (
        uit["locaties"] == [{"adres": {"plaats": "Proefstad"}, "openingstijden": {"ma": "09:00-12:00"}}]
        and "id" not in uit
    )
    assert voer_uit(["controleer", "--map", str(map_), "--peildatum", "2026-11-22"]) == 0
    assert verwerk(map_, melding(soort="nieuw", id="huiskamer-noord", map="wijkfuncties", velden=velden)) == 1
    assert "bestaat al" in capsys.readouterr().out


def test_weghalen_met_niets(map_):
    assert verwerk(map_, melding(soort="wijzigen", id="geldloket", velden={"contact.telefoon": None})) == 0
    assert "telefoon" not in lees(map_).get("contact", {})


def test_een_oude_fout_elders_houdt_niets_tegen(map_):
    (map_ / "sociale_kaart/wijkfuncties/buurthuis-zuid.yaml").write_text("naam: kapot\n", encoding="utf-8")
    assert verwerk(map_, melding(soort="wijzigen", id="geldloket", velden={"contact.telefoon": "0999-65 43 21"})) == 0


@pytest.mark.parametrize(
    ("velden", "zegt"),
    [
        ({"contact.telefoon": "bel maar"}, "geen telefoonnummer"),
        ({"werkgebied": ["GM0000"]}, "bestaat niet"),
        ({"naam": None}, "ontbreekt"),
        ({"bestaat_niet": "x"}, "bestaat niet"),
        ({"gecontroleerd.door": "Jan"}, "niet te wijzigen"),
        ({"id": "x"}, "niet te wijzigen"),
        ({"omschrijving": "bel Piet op 06-12345678"}, "persoonsgegeven"),
        ({}, "wat er moet veranderen"),
        ({"naam": "a", "naam.x": "b"}, "SK807"),
        ({"contact": {"email": "a@b.nl"}, "contact.telefoon": "0999-1"}, "hetzelfde"),
        ({"locaties[7].naam": "x"}, "ontbreekt nummer"),
    ],
)
def test_een_weigering_zegt_waarom(map_, capsys, velden, zegt):
    voor = inhoud(map_)
    assert verwerk(map_, melding(soort="wijzigen", id="geldloket", velden=velden)) == 1
    assert inhoud(map_) == voor
    uit = capsys.readouterr().out
    assert zegt in uit and "Zo kan het wel:" in uit and "er is niets veranderd" in uit


VUIL = [
    "../../mkdocs",
    "/etc/passwd",
    "..\\..\\x",
    "con",
    "GELDLOKET",
    "geldloket.yaml",
    "geldloket/../buurthuis-zuid",
    "a" * 300,
    "",
    " ",
    "-",
    "{}",
    "geldloket\nid: buurthuis-zuid",
    "geldloket\x00",
    "geld\u202eloket",
    "${{ github.token }}",
    "$(touch /tmp/x)",
    "`id`",
    "%s",
    "*",
    "~",
    "null",
]
WAARDEN = [
    "<script>alert(1)</script>",
    "<img src=x onerror=a>",
    "![x](https://kwaad.example/x.png)",
    "[x](javascript:alert(1))",
    "a: b\nid: kwaad",
    "x\n\nstatus: gesloten",
    "*anker",
    "&anker x",
    "!!python/object/apply:os.system ['id']",
    "=HYPERLINK(1)",
    "\u202etxt",
    "\x07bel",
    "\ud800",
    "a\u0000b",
    "---\nnaam: x",
    "%YAML 1.1",
    "x" * 70000,
    "${{ secrets.GITHUB_TOKEN }}",
    "$(id)",
    "'; rm -rf /",
    "{% raw %}",
    "{{7*7}}",
    "@iedereen",
    "#1",
    "]]>",
    "\\u0000",
    "\r\nSet-Cookie: x",
    "x # y",
    "\t",
    [],
    {},
    [[["x"]]],
    {"a": {"b": {"c": {"d": {"e": "f"}}}}},
    True,
    1e300,
    [None],
    ["x", "x"],
    "../../../x",
    "file:///etc/passwd",
    "https://1.2.3.4/",
    "http://user:w@x.nl",
    "0900-0113",
    "12:00-09:00",
    "32 mei",
]
VELDEN = [
    "naam",
    "omschrijving",
    "contact.telefoon",
    "contact.website",
    "locaties[0].openingstijden.ma",
    "werkgebied",
    "functies",
    "organisatie",
    "locaties",
    "contact",
    "zoekwoorden",
    "hoort_bij",
    "status",
    "opvolger",
    "tijdelijk",
    "voorbeeld",
    "locaties[0].punt.lengte",
    "talen[0]",
]
PADEN = [
    "__class__.x",
    "naam\nid",
    "../x",
    "gecontroleerd",
    "gecontroleerd.op",
    "gecontroleerd.termijn_maanden",
    "id",
    "pad",
    "soort",
    "<<",
    "locaties[-1]",
    "locaties[999999]",
    "locaties[0]",
    "a" * 5000,
    "naam.naam",
    "naam[0]",
    "contact..telefoon",
    "",
    "locaties[0][0]",
    "$ref",
    "{{x}}",
]
RUW = [
    "soort: &a wijzigen\nid: *a\n",
    "<<: {soort: wijzigen}\nid: geldloket\n",
    "soort: wijzigen\nsoort: klopt\nid: geldloket\n",
    "- soort: klopt\n",
    "soort: !!python/name:os.system klopt\nid: geldloket\n",
    "[" * 5000,
    "{" * 5000,
    "a: " * 2000,
    "soort: klopt\nid: geldloket\n---\nsoort: klopt\n",
    "soort: klopt\nid: geldloket\nextra: 1\n",
    "soort: klopt\nid: geldloket\nvelden: {naam: x}\n",
    "soort: klopt\nid: [geldloket]\n",
    "\x00",
    "",
    "soort: bestaat-niet\nid: geldloket\nvelden: {naam: x}\n",
    "soort: bestaat-niet\nid: geldloket\nopvolger: ../x\n",
    "soort: klopt\n\tid: geldloket\n",
    "soort: nieuw\nid: proef\nmap: ../..\nvelden: {naam: x}\n",
    "soort: nieuw\nid: proef\nmap: functies\nvelden: {naam: x}\n",
    "&a [*a, *a]",
    "soort: nieuw\nid: proef\nmap: wijkfuncties\nvelden: {naam: x}\n",
    "soort: wijzigen\nid: geldloket\nvelden: naam\n",
    "? {a: b}\n: c\n",
]


def vijandig() -> list[str | bytes]:
    """Ruim tweehonderd meldingen die iets anders willen dan hun eigen velden wijzigen."""
    r = random.Random(200)
    uit = [
        melding(soort=s, id=v, map="wijkfuncties", velden={"naam": "X"} if s in ("nieuw", "wijzigen") else None)
        for v in VUIL
        for s in ("wijzigen", "nieuw", "klopt", "bestaat-niet")
    ]
    uit += [
        melding(soort="wijzigen", id="geldloket", velden={r.choice(VELDEN): w, r.choice(VELDEN): r.choice(WAARDEN)})
        for w in WAARDEN * 3
    ]
    uit += [
        melding(soort=s, id="geldloket", map="x", velden={p: w})
        for p in PADEN
        for s, w in (("wijzigen", "x"), ("nieuw", "y"))
    ]
    uit += [f"```sociale-kaart\n{ruw}```\n" for ruw in RUW] + [
        melding(soort=w, id="geldloket", velden={}) for w in VUIL
    ]
    uit += [melding(soort="nieuw", id=f"proef-{i}", map=v, velden={"naam": "x"}) for i, v in enumerate(VUIL)]
    blok = melding(soort="klopt", id="buurthuis-zuid")
    return uit + [
        blok * 2,
        "geen blok",
        "",
        "```sociale-kaart\nsoort: klopt\nid: geldloket\n",
        b"\xff\xfe\x00",
        b"\x80" * 100,
        "x" * 300000,
        blok.encode("utf-16"),
    ]


def mag_anders(map_: Path, voor: dict[str, bytes]) -> list[str]:
    """Wat er veranderde, behalve de eigen velden van geldloket."""
    na = inhoud(map_)
    fout = [pad for pad in voor.keys() | na.keys() if pad != GELDLOKET and voor.get(pad) != na.get(pad)]
    if na.get(GELDLOKET) != voor[GELDLOKET]:
        nieuw = lees(map_)
        oud = yaml.load(voor[GELDLOKET], yaml.BaseLoader)
        fout += ["gecontroleerd"] if oud["gecontroleerd"] != nieuw.get("gecontroleerd") else []
        fout += (
            ["velden"]
            if any(
                oud.get(v) != nieuw.get(v)
                for v in oud.keys() | nieuw.keys()
                if v not in {x.split(".")[0].split("[")[0] for x in VELDEN}
            )
            else []
        )
    return fout


def test_vijandige_meldingen(map_, capsys):
    alle = vijandig()
    assert len(alle) > 250
    voor, gelukt = inhoud(map_), 0
    for tekst in alle:
        status = verwerk(map_, tekst)
        uit = capsys.readouterr()
        assert status in (0, 1), (status, tekst[:200], uit.err)
        assert mag_anders(map_, voor) == [], tekst[:300]
        assert "Traceback" not in uit.err and not any(
            t in uit.out for t in ("<script", "<img", "\x07", "\u202e", "\x00", "@iedereen ")
        ), tekst[:200]
        if status == 1:
            assert inhoud(map_) == voor, tekst[:200]
        elif inhoud(map_) != voor:
            gelukt += 1
            assert voer_uit(["controleer", "--map", str(map_), "--peildatum", "2026-11-22"]) == 0
            (map_ / GELDLOKET).write_bytes(voor[GELDLOKET])
            capsys.readouterr()
    assert gelukt < 60


@pytest.mark.skipif(os.name == "nt", reason="snelkoppelingen")
def test_een_snelkoppeling_wordt_niet_gevolgd(map_, tmp_path):
    doel = tmp_path / "geheim.yaml"
    doel.write_bytes((map_ / GELDLOKET).read_bytes())
    (map_ / GELDLOKET).unlink()
    (map_ / GELDLOKET).symlink_to(doel)
    voor = doel.read_bytes()
    assert verwerk(map_, melding(soort="klopt", id="geldloket")) == 1
    assert doel.read_bytes() == voor and (map_ / GELDLOKET).is_symlink()


def test_de_dag_is_die_van_de_opdracht(map_):
    verwerk(map_, melding(soort="klopt", id="geldloket"))
    assert date.fromisoformat(lees(map_)["gecontroleerd"]["op"]) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("locaties", "verwacht"),
    [
        ([{"naam": "Plein"}, {"naam": "Kade `x`"}], "plek `Kade 'x'`, naam"),
        ([{"naam": "Plein"}, {}], "plek 2, naam"),
        ([{"naam": "Plein"}], "plek 2, naam"),
    ],
)
def test_een_plek_heet_in_het_antwoord_zoals_zij_heet(locaties, verwacht):
    assert in_woorden(("locaties", 1, "naam"), {"locaties": locaties}) == verwacht
    assert in_woorden(("locaties", 0, "naam"), {"locaties": [{"naam": "Plein"}]}) == "plek, naam"


def test_het_antwoord_zegt_tijden_en_keuzes_zoals_op_de_site(map_, capsys):
    """Geen codes en geen schrijfwijze van het bestand; wat iemand zelf schreef blijft letterlijk."""
    velden = {"locaties[0].openingstijden.di": "eerste en derde 10:00-12:30", "locaties[0].rolstoel": "deels"}
    assert verwerk(map_, melding(soort="wijzigen", id="geldloket", velden=velden)) == 0
    uit = capsys.readouterr().out
    assert "dinsdag: `op afspraak` wordt `10.00 tot 12.30 uur (eerste en derde keer van de maand)`." in uit
    assert "`voor een deel te bereiken met een rolstoel`" in uit and "10:00" not in uit
    velden = {
        "naam": "Eetclub 10:00-12:00",
        "functies": ["buurthuis"],
        "samenvatting": "Samen eten.",
        "toegang.hoe": "vrij",
        "werkgebied": ["WK999901"],
        "talen": ["ar"],
        "kosten.soort": "eigen_bijdrage",
        "locaties[0].openingstijden.vr": "17:00-19:00",
    }
    assert verwerk(map_, melding(soort="nieuw", id="eetclub", map="wijkfuncties", velden=velden)) == 0
    uit = capsys.readouterr().out
    assert all(woord in uit for woord in ("`Noord`", "`Arabisch`", "17.00 tot 19.00 uur", "`Eetclub 10:00-12:00`"))
    assert not any(code in uit for code in ("WK999901", "eigen_bijdrage", "`vrij`", "`buurthuis`", "17:00"))
