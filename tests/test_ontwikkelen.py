"""ONTWIKKELEN.md klopt: wie haar stappen volgt in een kopie van het project, is met die bestanden klaar."""

import json
import re
from pathlib import Path

import pytest
from kopie import draai, lees_alles, maak_kopie, vervang
from proefmap import maak_goede_map

pytestmark = pytest.mark.lang

GIDS = (Path(__file__).resolve().parents[1] / "ONTWIKKELEN.md").read_text(encoding="utf-8")
RECEPTEN = dict(re.findall(r"^\*\*([^*]+)\.\*\* (.*)$", GIDS, re.M))
PROEF = """\
naam: Proefplek
functies: [buurthuis]
samenvatting: Een plek om iets te proberen.
toegang: {hoe: vrij}
werkgebied: [GM9999]
gecontroleerd: {op: 2026-10-01, door: redactie}
"""


class Werk:
    """Een kopie om in te werken, en een kleine inhoudsmap om mee te bouwen."""

    def __init__(self, plek: Path):
        self.kopie = maak_kopie(
            plek / "kopie", "tests", "ONTWIKKELEN.md", ".vscode", "inhoud", "sociale_kaart", "gebieden", "mkdocs.yml"
        )
        self.map = maak_goede_map(plek / "map")
        self.eerst = lees_alles(self.kopie)

    def zet(self, pad: str, oud: str, nieuw: str) -> None:
        vervang(self.kopie / pad, oud, nieuw)

    def schrijf(self, pad: str, tekst: str) -> None:
        (self.kopie / pad).parent.mkdir(parents=True, exist_ok=True)
        (self.kopie / pad).write_text(tekst, encoding="utf-8")

    def met_de_hand(self) -> list[str]:
        """De bestanden die anders zijn dan eerst; .vscode/ schrijft de generator zelf."""
        nu = lees_alles(self.kopie)
        return sorted(
            p
            for p in nu.keys() | self.eerst.keys()
            if nu.get(p) != self.eerst.get(p) and not p.startswith((".vscode", ".mypy"))
        )

    def editors(self) -> None:
        uit = draai(self.kopie, "generator.uitleg.editors")
        assert uit.returncode == 0, uit.stderr

    def toets(self, *argumenten: str) -> None:
        uit = draai(self.kopie, "pytest", "-q", "-x", "-p", "no:cacheprovider", *argumenten)
        assert uit.returncode == 0, uit.stdout[-3000:] + uit.stderr[-1000:]

    def bouw(self) -> Path:
        uit = draai(self.kopie, "generator", "bouw", "--map", str(self.map), "--peildatum", "2026-11-22")
        assert uit.returncode == 0, uit.stdout + uit.stderr
        return self.map / "site"


@pytest.fixture
def werk(tmp_path) -> Werk:
    return Werk(tmp_path)


def noemt(recept: str, *stukken: str) -> None:
    """De gids zegt het zelf: deze stap staat in dit recept."""
    assert [stuk for stuk in stukken if f"`{stuk}`" not in RECEPTEN[recept]] == []


def test_een_veld_erbij(werk):
    noemt(
        "Een veld erbij",
        "schema/ingang.py",
        "model/voorziening.py",
        "uitvoer/voorzieningen_json.py",
        "paginas/plek/voorziening.html",
        ".venv/bin/python -m generator.uitleg.editors",
    )
    werk.zet(
        "generator/schema/ingang.py",
        '    Veld("tolk", "ja_nee",',
        '    tekst("let_op", "Wat iemand vooraf moet weten.", "Neem een vriend mee.", grens=120),\n    Veld("tolk", "ja_nee",',
    )
    werk.zet(
        "generator/model/voorziening.py",
        "    tolk: bool = False\n",
        "    tolk: bool = False\n    let_op: str | None = None\n",
    )
    werk.zet("generator/uitvoer/voorzieningen_json.py", '"tolk": v.tolk,', '"tolk": v.tolk, "let_op": v.let_op,')
    werk.zet(
        "generator/paginas/plek/voorziening.html",
        '<p class="zin" itemprop="description" dir="auto">{{ met_nummers(v.samenvatting) }}</p>',
        '<p class="zin" itemprop="description" dir="auto">{{ met_nummers(v.samenvatting) }}</p>\n'
        "{% if v.let_op %}<p>Let op: {{ v.let_op }}</p>{% endif %}",
    )
    werk.editors()
    (werk.map / "sociale_kaart/wijkfuncties/proef.yaml").write_text(
        f"{PROEF}let_op: Neem een vriend mee.\n", encoding="utf-8"
    )
    site = werk.bouw()
    assert "Let op: Neem een vriend mee." in (site / "voorzieningen/proef/index.html").read_text(encoding="utf-8")
    assert '"let_op": "Neem een vriend mee."' in json.dumps(
        json.loads((site / "data/voorzieningen.json").read_text(encoding="utf-8"))
    )
    assert len(werk.met_de_hand()) <= 5, werk.met_de_hand()
    werk.toets(
        "tests/test_schema.py",
        "tests/test_uitleg.py",
        "-k",
        "let_op or past_op_het_model or editor or sjabloon or velduitleg",
    )


def test_een_regel_erbij(werk):
    noemt("Een regel erbij", "codes.py", "controles/", "controleer_...", "tests/gevallen/", "tests/test_gevallen.py")
    codes = (werk.kopie / "generator/codes.py").read_text(encoding="utf-8")
    laatste = max(re.findall(r'"(SK4\d\d)"', codes))
    code = f"SK{int(laatste[2:]) + 1}"
    regel = re.search(rf'^    "{laatste}".*$', codes, re.M)[0]
    werk.zet(
        "generator/codes.py",
        regel,
        f'{regel}\n    "{code}": _w("de naam van \'{{id}}\' is een en al hoofdletter.", '
        '"schrijf alleen de eerste letter groot."),',
    )
    werk.schrijf(
        "generator/controles/hoofdletters.py",
        f'''"""Wie schreeuwt?"""

from generator.controles.stand import Stand


def controleer_hoofdletters(stand: Stand) -> None:
    """Een naam van alleen hoofdletters is een waarschuwing."""
    for v in stand.gelezen.voorzieningen:
        if len(v.naam) > 12 and v.naam.isupper():
            stand.meld("{code}", v.pad, "naam", id=v.id)
''',
    )
    geval = "".join(f"      {r}\n" for r in PROEF.replace("naam: Proefplek", "naam: PROEFPLEK NOORD").splitlines())
    werk.schrijf(
        "tests/gevallen/D90/geval.yaml",
        "titel: Een naam in hoofdletters\nvarianten:\n- naam: groot\n  bestanden:\n"
        f"    sociale_kaart/wijkfuncties/proef.yaml: |\n{geval}  meldingen:\n"
        f"  - sociale_kaart/wijkfuncties/proef.yaml:1:7 {code}\n",
    )
    assert len(werk.met_de_hand()) <= 3, werk.met_de_hand()
    werk.toets(
        "tests/test_gevallen.py", "tests/test_schema.py", "-k", "D90 or elke_code or tabel_van_codes or goede_map"
    )


def test_een_soort_pagina_erbij(werk):
    noemt(
        "Een soort pagina erbij",
        "x.py",
        "x.html",
        "maak(catalogus, kaartjes)",
        "SOORTEN",
        "paginas/__init__.py",
        "BEZET",
        "lezen/geschreven.py",
    )
    werk.schrijf(
        "generator/paginas/kennis/cijfers.py",
        '''"""Hoeveel er is."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.paginas import Pagina
from generator.paginas.plek.kaartjes import Kaartjes


def maak(catalogus: Catalogus, kaartjes: Kaartjes) -> Iterator[Pagina]:
    yield Pagina("telling/", "kennis/cijfers.html", "Hoeveel er is", "Hoeveel plekken deze site kent.",
                 {"aantal": len(catalogus.voorzieningen)})
''',
    )
    werk.schrijf(
        "generator/paginas/kennis/cijfers.html",
        "<h1>Hoeveel er is</h1>\n<p>Deze site kent {{ aantal }} plekken.</p>\n",
    )
    werk.zet("generator/paginas/__init__.py", '"kennis.bronnen",', '"kennis.bronnen",\n    "kennis.cijfers",')
    werk.zet(
        "generator/lezen/geschreven.py",
        'BEZET = {\n    "voorzieningen",',
        'BEZET = {\n    "telling",\n    "voorzieningen",',
    )
    werk.zet("generator/paginas/kennis/functies.html", "</h1>", '</h1><p><a href="../telling/">Hoeveel er is</a></p>')
    site = werk.bouw()
    assert "Deze site kent 3 plekken." in (site / "telling/index.html").read_text(encoding="utf-8")
    assert "/telling/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert len(werk.met_de_hand()) <= 5, werk.met_de_hand()
    werk.toets("tests/test_huis.py", "-k", "soort_pagina or invoer_wijst")


def test_open_data_erbij(werk):
    noemt(
        "Open data erbij", "uitvoer/x.py", "maak(catalogus)", "UITVOER", "uitvoer/__init__.py", "inhoud/open-data.md"
    )
    werk.schrijf(
        "generator/uitvoer/organisaties_csv.py",
        '''"""De organisaties als CSV."""

from collections.abc import Iterator

from generator.model import Catalogus
from generator.uitvoer.rekenblad import als_csv


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    yield "data/organisaties.csv", als_csv(("id", "naam"), ((o.id, o.naam) for o in catalogus.organisaties.values()))
''',
    )
    werk.zet("generator/uitvoer/__init__.py", '    "oembed",\n', '    "oembed",\n    "organisaties_csv",\n')
    werk.zet(
        "inhoud/open-data.md",
        "| [taken.csv]",
        "| [organisaties.csv](/data/organisaties.csv) | wie achter de plekken zit |\n| [taken.csv]",
    )
    site = werk.bouw()
    assert "stichting-samen" in (site / "data/organisaties.csv").read_text(encoding="utf-8-sig")
    assert len(werk.met_de_hand()) <= 3, werk.met_de_hand()
    werk.toets("tests/test_uitvoer.py", "tests/test_huis.py", "-k", "elke_module_die_iets_maakt or invoer_wijst")


def test_een_waarde_in_een_gesloten_lijst_erbij(werk):
    noemt(
        "Een waarde in een gesloten lijst erbij",
        "betekenis/woorden.py",
        "TOEGANG",
        ".venv/bin/python -m generator.uitleg.editors",
        "tests/test_woorden.py",
    )
    werk.zet(
        "generator/betekenis/woorden.py",
        '"naasten": "naasten",',
        '"naasten": "naasten", "schippers": "mensen op een schip",',
    )
    werk.editors()
    (werk.map / "sociale_kaart/wijkfuncties/proef.yaml").write_text(
        f"{PROEF}doelgroepen: [schippers]\n", encoding="utf-8"
    )
    assert "mensen op een schip" in (werk.bouw() / "voorzieningen/proef/index.html").read_text(encoding="utf-8")
    assert werk.met_de_hand() == ["generator/betekenis/woorden.py"]
    werk.toets("tests/test_woorden.py", "tests/test_uitleg.py", "-k", "not een_waarde_erbij")


def test_elke_kamer_staat_op_de_bladzijde():
    """De tabel met kamers noemt elke map van de generator, en van betekenis/ elke module."""
    generator = Path(__file__).resolve().parents[1] / "generator"
    tabel = GIDS[GIDS.index("## De kamers") : GIDS.index("## Zo doet u dat")]
    mappen = [p.name for p in generator.iterdir() if p.is_dir() and p.name != "__pycache__"]
    assert [m for m in mappen if f"`generator/{m}/" not in tabel] == []
    rij = next(r for r in tabel.splitlines() if r.startswith("| `generator/betekenis/`"))
    gezegd = {"talen": "talen", "kalender": "kalender", "rooster": "roosters"}
    modules = [p.stem for p in (generator / "betekenis").glob("*.py") if p.stem != "__init__"]
    assert [m for m in modules if gezegd.get(m, f"`{m}.py`") not in rij] == []
