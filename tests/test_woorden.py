"""Elke gesloten lijst staat een keer, in betekenis/woorden.py: geen woord ontbreekt, en een waarde erbij is daar een
regel erbij.
"""

import ast
import json
import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from kopie import PROJECT, draai, maak_kopie
from msgspec import Struct
from proefmap import maak_goede_map

from generator import schema
from generator.betekenis import kalender, woorden
from generator.schema.veld import Veld, alle_velden
from generator.zoeken.bundel import bundel
from generator.zoeken.index import maak_index

GENERATOR = PROJECT / "generator"
LIJSTEN = {naam: lijst for naam, lijst in vars(woorden).items() if naam.isupper() and isinstance(lijst, (dict, tuple))}
# Waar een lege zin betekent dat er niets te zeggen is.
ZONDER_WOORD = {("ROLSTOEL", "onbekend"), ("STATUS", "actief"), ("NOODINGANGEN", "kind")}
# Keuzes die geen woorden van bewoners zijn: instellingen van mkdocs.yml, en soorten taken, die hun naam in taken.yaml
# hebben.
GEEN_WOORDEN = (
    "INSTELLINGEN",
    "BEHEER.teams[].mappen",
    "BRONNEN.bronnen[].vorm",
    "ELDERS.elders[].vult_aan",
    "TAKEN.soorten",
    "TAKEN.taken[].soort",
)
# Waar de dagen zelf vandaan komen: woorden.py en de rest nemen ze daar.
HERKENNING = {
    "bewerken/rekenblad/rijen.py",
    "betekenis/bedoeld.py",
    "geschiedenis/soorten.py",
}  # kiest een sleutel bij de woorden van een ander; een nieuwe hoeft er niet bij
HERKOMST = {"betekenis/woorden.py", "betekenis/kalender.py", "model/voorziening.py", "statisch/gemeen/kalender.js"}


def teksten(woord: object) -> list[str]:
    return (
        [w for veld in woord.__struct_fields__ if isinstance(w := getattr(woord, veld), str)]
        if isinstance(woord, Struct)
        else [str(woord)]
    )


@pytest.mark.parametrize("naam", LIJSTEN)
def test_geen_woord_ontbreekt(naam):
    lijst = LIJSTEN[naam]
    assert len(set(lijst)) == len(lijst) > 1
    for sleutel in lijst:
        assert isinstance(sleutel, str) and re.fullmatch(r"[a-z_0-9]+", sleutel)
        woord = lijst[sleutel] if isinstance(lijst, dict) else sleutel
        assert (naam, sleutel) in ZONDER_WOORD or all(tekst.strip() for tekst in teksten(woord)), f"{naam}: {sleutel}"


def test_elke_keuze_komt_uit_de_woorden():
    """Een veld met keuzes haalt ze uit een lijst van woorden.py, in de volgorde daarvan."""
    bekend = [tuple(lijst) for lijst in LIJSTEN.values()]
    vreemd = set()
    for deel in iter_modules(schema.__path__):
        for naam, tabel in vars(import_module(f"generator.schema.{deel.name}")).items():
            for pad, veld in alle_velden(tabel) if isinstance(tabel, Veld) and not naam.startswith("_") else ():
                if veld.soort == "keuze" and veld.keuzes not in bekend:
                    vreemd.add(f"{naam}.{pad}")
    assert [pad for pad in sorted(vreemd) if not pad.startswith(GEEN_WOORDEN)] == []


def sleutels(knoop: ast.AST) -> set[str]:
    """De teksten die als sleutel (of eerste van een paar) in een dict, lijst of tuple staan."""
    delen = knoop.keys if isinstance(knoop, ast.Dict) else getattr(knoop, "elts", [])
    eerste = [deel.elts[0] if isinstance(deel, (ast.Tuple, ast.List)) and deel.elts else deel for deel in delen]
    return {deel.value for deel in eerste if isinstance(deel, ast.Constant) and isinstance(deel.value, str)}


def tabellen() -> list[tuple[str, int, set[str]]]:
    """(bestand, regel, sleutels) van elke tabel die in Python, JavaScript of een sjabloon staat."""
    uit = []
    for bestand in sorted(GENERATOR.rglob("*.py")):
        uit += [
            (bestand, knoop.lineno, sleutels(knoop))
            for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8")))
            if isinstance(knoop, (ast.Dict, ast.List, ast.Tuple))
        ]
    for bestand in sorted([*GENERATOR.rglob("*.js"), *GENERATOR.rglob("*.html")]):
        tekst = bestand.read_text(encoding="utf-8")
        uit += [
            (bestand, tekst[: haken.start()].count("\n") + 1, set(re.findall(r"""["'](\w+)["']|\b(\w+):""", haken[0])))
            for haken in re.finditer(r"[\[{][^\[\]{}]*[\]}]", tekst)
        ]
    return [
        (
            bestand.relative_to(GENERATOR).as_posix(),
            regel,
            {s if isinstance(s, str) else s[0] or s[1] for s in gevonden},
        )
        for bestand, regel, gevonden in uit
    ]


def test_geen_andere_tabel_met_dezelfde_sleutels():
    """Drie sleutels van een lijst bij elkaar is die lijst nog eens."""
    dubbel = [
        (bestand, regel, naam)
        for bestand, regel, gevonden in tabellen()
        for naam, lijst in LIJSTEN.items()
        if bestand not in HERKOMST | HERKENNING and len(gevonden & set(lijst)) >= 3
    ]
    assert dubbel == []


def test_de_browser_heeft_dezelfde_woorden(catalogus):
    """De zoekpagina krijgt de woorden in haar index; de namen van dagen en maanden staan in kalender.js."""
    from py_mini_racer import MiniRacer

    kern, rest = maak_index(catalogus)
    js = MiniRacer()
    js.eval(bundel("zoek/motor.js", "zoek/rest.js", "gemeen/kalender.js"))
    js.eval(
        f"var kern = {json.dumps(kern)}, index = ontvouw(kern); voegRestToe(index, {json.dumps(rest)}, kern.kosten)"
    )

    def waarde(uitdrukking: str):
        return json.loads(str(js.eval(f"JSON.stringify({uitdrukking})")))

    assert waarde("[...index.toegang].map(([k, w]) => [k, w.kort, w.trede, w.vrij])") == [
        [sleutel, weg.kort, weg.trede, weg.open_voor_ieder] for sleutel, weg in woorden.TOEGANG.items()
    ]
    assert waarde("[...index.rest.kostenwoord]") == [list(paar) for paar in woorden.KOSTEN.items()]
    assert waarde("[DAGNAMEN, MAANDEN]") == [list(kalender.DAGNAMEN), list(kalender.MAANDEN)]


# Een regel erbij in woorden.py, per lijst, en de plek in een ingang of functie waar die waarde dan mag staan.
ERBIJ = {
    "TOEGANG": '    "loket": Toegangsweg("langs het loket", "Kom langs het loket.", "vrij", 1),',
    "KOSTEN": '    "ruil": "u brengt iets mee",',
    "ROLSTOEL": '    "hellend": "te bereiken over een helling",',
    "DOELGROEPEN": '    "schippers": "mensen op een schip",',
    "FASEN": '    "naast": Fasewoord("Naast de toegang", "Naast de toegang: voor wie al hulp heeft."),',
    "WETTEN": '    "wgs": "Wet op de schulden",',
    "FUNCTIESOORTEN": '    "regiofunctie": "In de regio",',
}
INGANG = """\
naam: Loket De Ark
functies: [buurthuis, ruilhulp]
samenvatting: Een plek om iets te ruilen.
doelgroepen: [schippers, {doelgroep}]
kosten: {{soort: {kosten}}}
toegang: {{hoe: {toegang}}}
werkgebied: [GM9999]
locaties: [{{naam: De Ark, rolstoel: {rolstoel}}}]
gecontroleerd: {{op: 2026-10-01, door: redactie}}
"""
FUNCTIE = """\
naam: Ruilhulp
naam_in_bron: Ruilhulp
soort: regiofunctie
cluster: Ruil
fase: naast
wetten: [wgs, wmo]
themas: [ontmoeten]
besluit: nee
uitleg: Ruilen met de buren.
zoekwoorden: [ruilbeurs]
bron: Ontvlechting (2020)
"""


def test_een_waarde_erbij_is_een_bestand(tmp_path):
    """Alleen woorden.py verandert; controleren en bouwen nemen elke nieuwe waarde, en elke oude, zonder klacht."""
    kopie, map_ = maak_kopie(tmp_path / "kopie"), maak_goede_map(tmp_path / "map")
    bestand = kopie / "generator/betekenis/woorden.py"
    tekst = bestand.read_text(encoding="utf-8")
    for naam, regel in ERBIJ.items():
        tekst, aantal = re.subn(rf"^{naam} = {{", f"{naam} = {{\n{regel}\n   ", tekst, flags=re.M)
        assert aantal == 1, naam
    bestand.write_text(tekst, encoding="utf-8")
    reeks = {
        "toegang": ["loket", *woorden.TOEGANG],
        "kosten": ["ruil", *woorden.KOSTEN],
        "rolstoel": ["hellend", *woorden.ROLSTOEL],
        "doelgroep": list(woorden.DOELGROEPEN),
    }
    for nummer in range(max(map(len, reeks.values()))):
        keuze = {naam: rij[nummer % len(rij)] for naam, rij in reeks.items()}
        ingang = INGANG.format(**keuze).replace("De Ark\n", f"De Ark {nummer}\n")
        (map_ / f"sociale_kaart/wijkfuncties/ark-{nummer}.yaml").write_text(ingang, encoding="utf-8")
    (map_ / "sociale_kaart/functies/ruilhulp.yaml").write_text(FUNCTIE, encoding="utf-8")
    controle = draai(kopie, "generator", "controleer", "--map", str(map_), "--peildatum", "2026-11-22")
    assert (controle.returncode, controle.stdout.strip()) == (0, "Geen fouten gevonden."), (
        controle.stdout + controle.stderr
    )
    bouw = draai(kopie, "generator", "bouw", "--map", str(map_), "--peildatum", "2026-11-22")
    assert bouw.returncode == 0, bouw.stdout + bouw.stderr
    site = map_ / "site"
    bladzijde = (site / "voorzieningen/ark-0/index.html").read_text(encoding="utf-8")
    for woord in ("Kom langs het loket.", "te bereiken over een helling", "u brengt iets mee", "mensen op een schip"):
        assert woord in bladzijde
    functie = (site / "functies/ruilhulp/index.html").read_text(encoding="utf-8")
    assert "Naast de toegang: voor wie al hulp heeft." in functie and "Wet op de schulden" in functie
    assert "In de regio" in (site / "functies/index.html").read_text(encoding="utf-8")
    data = json.loads((site / "data/voorzieningen.json").read_text(encoding="utf-8"))
    assert {v["toegang"]["hoe"] for v in data["voorzieningen"]} >= {"loket", *woorden.TOEGANG}
    index = json.loads((site / "assets/zoek/kern.json").read_text(encoding="utf-8"))
    assert ["loket", "langs het loket", 1, 0] in index["toegang"]
