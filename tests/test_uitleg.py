"""Wat uit de tabellen gemaakt wordt: hulp in de editor, velduitleg, sjabloon en de lijst van meldingen."""

import json
import re
from datetime import date

import pytest
import yaml
from conftest import PROJECT
from jsonschema import Draft7Validator

from generator import schema
from generator.codes import CODES
from generator.lezen.velden import lees_groep
from generator.lezen.waarden import NIETS, OMZETTERS, Lezing
from generator.lezen.yaml_lezer import lees_yaml
from generator.meldingen import Verslag
from generator.schema.veld import Veld, alle_velden
from generator.uitleg import codelijst, editors, sjabloon, velduitleg, velduitleg_kennis
from generator.uitleg.soorten import SOORTEN, in_woorden
from generator.uitleg.velden import HOOFDSTUKKEN, HOOFDSTUKKEN_KENNIS, fout_voorbeeld

GROEPEN = [
    schema.VOORZIENING,
    schema.ORGANISATIE,
    schema.FUNCTIE,
    schema.THEMABESTAND,
    schema.GEMEENTE,
    schema.INSTELLINGEN,
]


class Kern(yaml.CSafeLoader):
    """YAML zoals een editor die leest (YAML 1.2): getallen en true/false hebben een type, al het andere is tekst."""


Kern.yaml_implicit_resolvers = {}
Kern.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?\d+$"), list("-+0123456789"))
Kern.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?\d*\.\d+(?:[eE][-+]?\d+)?$"), list("-+.0123456789")
)
Kern.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), list("tf"))
Kern.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"~|null|$"), ["~", "n", ""])
Kern.add_constructor("tag:yaml.org,2002:int", lambda lader, knoop: int(knoop.value))


def bezwaren(waarde, eis) -> list[tuple[str, str]]:
    """Wat een waarde tegen een JSON Schema heeft: (plek, woord uit het schema), ook wat in elke tak van een oneOf niet
    past.
    """

    def uit(fout):
        return [deel for f in fout.context for deel in uit(f)] or [
            ("/".join(map(str, fout.absolute_path)), fout.validator)
        ]

    return [deel for fout in Draft7Validator(eis).iter_errors(waarde) for deel in uit(fout)]


def test_de_bestanden_van_de_editor_zijn_bij():
    """Loopt dit achter, dan helpt `python -m generator.uitleg.editors`."""
    echt = {
        p.relative_to(PROJECT / ".vscode").as_posix(): p.read_text(encoding="utf-8")
        for p in (PROJECT / ".vscode").rglob("*.json")
    }
    assert echt == editors.bestanden()


@pytest.mark.parametrize("naam", editors.SCHEMAS)
def test_een_schema_heeft_precies_de_velden_van_de_tabel(naam):
    def paden(eis, pad=""):
        for veld, deel in eis.get("properties", {}).items():
            if deel is not True:
                een = deel.get("oneOf", [deel])[0]  # een groep die ook als lijst mag staan
                yield pad + veld
                yield from paden(een.get("items", een), pad + veld + ("[]." if "items" in een else "."))

    uit = editors.maak_schema(naam)
    tabel = [pad for pad, _ in alle_velden(editors.SCHEMAS[naam][0])]
    # 'vult_aan' is van elke lijst en elk bestand dat een set mag aanvullen, en staat niet in hun tabel.
    assert [pad for pad in paden(uit) if pad in tabel or not pad.endswith("vult_aan")] == tabel
    Draft7Validator.check_schema(uit)
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
            gevonden += [(bestand.name, *bezwaar) for bezwaar in bezwaren(inhoud, eis)]
    assert gevonden == []


def test_het_schema_ziet_gewone_fouten():
    eis = editors.maak_schema("voorziening")
    fouten = {
        "naam: x": "required",
        "telefon: 1": "additionalProperties",
        "status: open": "enum",
        "contact: {website: www.x.example}": "pattern",
        "functies: huisarts": "type",
        "locaties: [{punt: {lengte: 52.1, breedte: 6.1}}]": "maximum",
        "gecontroleerd: {op: 01-11-2026, door: x}": "pattern",
        "voorbeeld: true": "type",
        "samenvatting: " + "x" * 161: "maxLength",
        "functies: []": "minItems",
        "talen: [nl, nl]": "uniqueItems",
        "contact: {telefoontijden: {ma: 9.00-12.00}}": "type",
        "contact: {telefoontijden: [{ma: 9 uur}]}": "pattern",
        "contact: {telefoontijden: []}": "minItems",
        "locaties: [{openingstijden: {periode: april}}]": "pattern",
        "tijdelijk: {van: 2026-12-01}": "required",
    }
    for tekst, verwacht in fouten.items():
        veld = tekst.partition(":")[0]
        gevonden = [
            woord for plek, woord in bezwaren(yaml.load(tekst, Kern), eis) if plek.startswith(veld) or not plek
        ]
        assert verwacht in gevonden, (tekst, gevonden)


@pytest.mark.parametrize(
    "tijden",
    [
        '{ma: "09:00-12:00, op afspraak 13:00-17:00", di: gesloten}',
        '[{ma: "22:00-02:00", periode: 1 april tot en met 30 september}, {di: op afspraak}]',
        '{ma: "eerste en derde 10:30-12:00", niet_in: [schoolvakanties, feestdagen]}',
        '{do: "even weken op afspraak 13:00-15:00"}',
        '{ma: "09:00-12:00", uitzonderingen: [{op: 2026-12-24, tijden: gesloten}], toelichting: Niet bij storm.}',
    ],
)
def test_het_schema_neemt_aan_wat_de_lezer_aanneemt(tijden):
    tekst = f"locaties: [{{openingstijden: {tijden}}}]"
    assert [b for b in bezwaren(yaml.load(tekst, Kern), editors.maak_schema("voorziening")) if b[0]] == []


def test_elke_soort_is_uitgelegd():
    assert SOORTEN.keys() == OMZETTERS.keys()


@pytest.mark.parametrize("soort", SOORTEN)
def test_het_foute_voorbeeld_is_echt_fout(soort):
    veld = next(v for groep in GROEPEN for _, v in alle_velden(groep) if v.soort == soort)
    regel, melding = fout_voorbeeld(veld)
    assert regel.startswith(f"{veld.naam}: ") and melding.soort == "fout"


@pytest.mark.parametrize(
    ("geef", "hoofdstukken"), [(velduitleg, HOOFDSTUKKEN), (velduitleg_kennis, HOOFDSTUKKEN_KENNIS)]
)
def test_velduitleg_noemt_elk_veld_een_keer(geef, hoofdstukken):
    uitleg = geef()
    koppen = re.findall(r"^#{3,6} `(.+)`$", uitleg, re.M)
    verwacht = [
        pad.replace("[]", "")
        for _, _, groep in hoofdstukken
        for pad, veld in alle_velden(groep)
        if veld.soort != "dagtijd" or veld.naam == "ma"
    ]
    assert koppen == verwacht
    assert not re.search(r"<[a-zA-Z/!]", re.sub(r"^ {4}.*$|`[^`]*`", "", uitleg, flags=re.M))


def test_codelijst_noemt_elke_code_een_keer():
    lijst = codelijst()
    assert re.findall(r"^### (SK\d{3})$", lijst, re.M) == list(CODES)
    assert "{" not in lijst.replace("\\{", "") and not re.search(r"<[a-zA-Z/!]", lijst)
    assert lijst.count("\n## ") == 9 + 1  # en de inhoudslijst


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
    gebruikt = set(re.findall(r"(?:^|[{,])\s*(?:- )?([a-z_0-9]+):", vol, re.M))
    assert {veld.naam for _, veld in alle_velden(groep)} - {"id"} <= gebruikt


def test_in_woorden():
    assert in_woorden(schema.VOORZIENING.per_naam["naam"]) == "Tekst op één regel, hoogstens 120 tekens."
    assert in_woorden(schema.VOORZIENING.per_naam["werkgebied"]).endswith("of: landelijk.")
    assert json.dumps(editors.maak_instellingen())
