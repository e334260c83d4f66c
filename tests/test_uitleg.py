"""Wat uit de tabellen gemaakt wordt: hulp in de editor, velduitleg, sjabloon en de lijst van meldingen."""

import json
import re
from datetime import date

import pytest
import yaml
from conftest import PROJECT

from generator import schema
from generator.codes import CODES
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, OMZETTERS, Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Verslag
from generator.schema.veld import Veld, alle_velden
from generator.uitleg import codelijst, editors, sjabloon, velduitleg
from generator.uitleg.soorten import SOORTEN, in_woorden
from generator.uitleg.velden import HOOFDSTUKKEN, fout_voorbeeld

GROEPEN = [schema.VOORZIENING, schema.ORGANISATIE, schema.FUNCTIE, schema.THEMABESTAND, schema.GEMEENTE, schema.INSTELLINGEN]


class Kern(yaml.CSafeLoader):
    """YAML zoals een editor die leest (YAML 1.2): getallen en true/false hebben een type, al het andere is tekst."""


Kern.yaml_implicit_resolvers = {}
Kern.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?\d+$"), list("-+0123456789"))
Kern.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?\d*\.\d+(?:[eE][-+]?\d+)?$"), list("-+.0123456789"))
Kern.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))
Kern.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"~|null|$"), ["~", "n", ""])
Kern.add_constructor("tag:yaml.org,2002:int", lambda lader, knoop: int(knoop.value))
TYPEN = {"string": str, "number": (int, float), "integer": int, "object": dict, "array": list}


def bezwaren(waarde, eis, pad=""):
    """Wat een waarde tegen een JSON Schema heeft; alleen de woorden die wij gebruiken."""
    if eis is True:
        return
    soorten = eis.get("type", list(TYPEN))
    if not any(isinstance(waarde, TYPEN[s]) and not isinstance(waarde, bool) for s in ([soorten] if isinstance(soorten, str) else soorten)):
        yield f"{pad}: type {type(waarde).__name__}"
        return
    if "enum" in eis and waarde not in eis["enum"]:
        yield f"{pad}: {waarde!r} niet in de lijst"
    if isinstance(waarde, str):
        if "pattern" in eis and not re.search(eis["pattern"], waarde):
            yield f"{pad}: {waarde!r} past niet op {eis['pattern']}"
        if len(waarde.strip()) > eis.get("maxLength", 10**9):
            yield f"{pad}: te lang"
    elif isinstance(waarde, (int, float)) and not eis.get("minimum", -1e9) <= waarde <= eis.get("maximum", 1e9):
        yield f"{pad}: {waarde} buiten de grenzen"
    elif isinstance(waarde, list):
        if len(waarde) < eis.get("minItems", 0):
            yield f"{pad}: te kort"
        for nummer, deel in enumerate(waarde):
            yield from bezwaren(deel, eis["items"], f"{pad}[{nummer}]")
    elif isinstance(waarde, dict):
        yield from (f"{pad}.{naam} ontbreekt" for naam in eis.get("required", []) if naam not in waarde)
        for naam, deel in waarde.items():
            if naam in eis["properties"]:
                yield from bezwaren(deel, eis["properties"][naam], f"{pad}.{naam}")
            elif not eis.get("additionalProperties", True):
                yield f"{pad}.{naam} bestaat niet"


def test_de_bestanden_van_de_editor_zijn_bij():
    """Loopt dit achter, dan helpt `python -m generator.uitleg.editors`."""
    echt = {p.relative_to(PROJECT / ".vscode").as_posix(): p.read_text(encoding="utf-8") for p in (PROJECT / ".vscode").rglob("*.json")}
    assert echt == editors.bestanden()


@pytest.mark.parametrize("naam", editors.SCHEMAS)
def test_een_schema_heeft_precies_de_velden_van_de_tabel(naam):
    def paden(eis, pad=""):
        for veld, deel in eis.get("properties", {}).items():
            if deel is not True:
                yield pad + veld
                yield from paden(deel.get("items", deel), pad + veld + ("[]." if "items" in deel else "."))

    uit = editors.maak_schema(naam)
    assert list(paden(uit)) == [pad for pad, _ in alle_velden(editors.SCHEMAS[naam][0])]
    assert uit["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert all(deel is True or deel["description"] for deel in uit["properties"].values())


@pytest.mark.parametrize("naam", editors.SCHEMAS)
def test_de_inhoud_van_dit_project_past_op_het_schema(naam):
    """Wat de controle goedvindt, streept de editor niet rood aan."""
    eis = editors.maak_schema(naam)
    gevonden = []
    for patroon in editors.SCHEMAS[naam][1]:
        for bestand in sorted(PROJECT.glob(patroon)):
            inhoud = yaml.load(bestand.read_text(encoding="utf-8"), Kern)
            gevonden += [f"{bestand.name}{tekst}" for tekst in bezwaren(inhoud, eis)]
    assert gevonden == []


def test_het_schema_ziet_gewone_fouten():
    eis = editors.maak_schema("voorziening")
    fouten = {
        "naam: x": "ontbreekt", "telefon: 1": "bestaat niet", "status: open": "niet in de lijst",
        "contact: {website: www.x.example}": "past niet",
        "functies: huisarts": "type str", "locaties: [{punt: {lengte: 52.1, breedte: 6.1}}]": "buiten de grenzen",
        "gecontroleerd: {op: 01-11-2026, door: x}": "past niet", "voorbeeld: true": "type bool", "samenvatting: " + "x" * 161: "te lang",
        "functies: []": "te kort",
    }
    for tekst, verwacht in fouten.items():
        assert any(verwacht in b for b in bezwaren(yaml.load(tekst, Kern), eis)), tekst


def test_elke_soort_is_uitgelegd():
    assert SOORTEN.keys() == OMZETTERS.keys()


@pytest.mark.parametrize("soort", SOORTEN)
def test_het_foute_voorbeeld_is_echt_fout(soort):
    veld = next(v for groep in GROEPEN for _, v in alle_velden(groep) if v.soort == soort)
    regel, melding = fout_voorbeeld(veld)
    assert regel.startswith(f"{veld.naam}: ") and melding.soort == "fout"


def test_velduitleg_noemt_elk_veld_een_keer():
    uitleg = velduitleg()
    koppen = re.findall(r"^#{3,6} `(.+)`$", uitleg, re.M)
    verwacht = [pad.replace("[]", "") for _, _, groep in HOOFDSTUKKEN for pad, veld in alle_velden(groep)
                if veld.soort != "dagtijd" or veld.naam == "ma"]
    assert koppen == verwacht
    assert not re.search(r"<[a-zA-Z/!]", re.sub(r"^ {4}.*$|`[^`]*`", "", uitleg, flags=re.M))


def test_codelijst_noemt_elke_code_een_keer():
    lijst = codelijst()
    assert re.findall(r"^### (SK\d{3})$", lijst, re.M) == list(CODES)
    assert "{" not in lijst.replace("\\{", "") and not re.search(r"<[a-zA-Z/!]", lijst)
    assert lijst.count("\n## ") == 9


def lees(groep: Veld, tekst: str) -> tuple[object, Verslag]:
    verslag = Verslag()
    boom = lees_yaml(tekst, "p", verslag)
    boom.waarden.pop("id", None)
    vast = {"id": "p", "pad": "p"} if groep.klasse is not dict else {}
    vast |= {"soort": "wijkfunctie"} if groep is schema.VOORZIENING else {}
    return lees_groep(boom, groep, Lezing(verslag, "p", date(2026, 11, 22), groep), **vast), verslag


@pytest.mark.parametrize("groep", GROEPEN, ids=lambda g: g.naam)
def test_het_sjabloon_is_goed_zoals_het_is_en_met_alles_erin(groep):
    kaal = sjabloon(groep)
    assert lees(groep, kaal)[0] is not NIETS, lees(groep, kaal)[1].als_tekst()
    vol = re.sub(r"^# ", "", kaal, flags=re.M)
    uit, verslag = lees(groep, vol)
    assert uit is not NIETS and verslag.fouten == 0, verslag.als_tekst()
    gebruikt = set(re.findall(r"^\s*(?:- )?([a-z_0-9]+):", vol, re.M))
    assert {veld.naam for _, veld in alle_velden(groep)} - {"id"} <= gebruikt


def test_in_woorden():
    assert in_woorden(schema.VOORZIENING.per_naam["naam"]) == "Tekst op één regel, hoogstens 120 tekens."
    assert in_woorden(schema.VOORZIENING.per_naam["werkgebied"]).endswith("of: landelijk.")
    assert json.dumps(editors.maak_instellingen())
