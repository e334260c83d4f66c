"""Hulp bij het typen: een JSON Schema (draft-07) per soort bestand, voor editors zoals VS Code met de YAML-uitbreiding.

Bijwerken na een verandering in de veldentabel: `python -m generator.uitleg.editors`. Een test vergelijkt.
"""

import json
from pathlib import Path
from typing import Any

from generator import schema
from generator.lezen.instellingen import VAST
from generator.schema.bronlijst import BRONNEN
from generator.schema.kennisbestanden import KENNISBESTANDEN
from generator.schema.regiokaart import REGIOKAART
from generator.schema.sets import SETKAART, SETS, VULT_AAN
from generator.schema.veld import Veld
from generator.uitleg.soorten import SOORTEN, in_woorden

SET = "generator/landelijk"
# De naam van het schema, de tabel, en de bestanden waar het bij hoort.
SCHEMAS: dict[str, tuple[Veld, list[str]]] = {
    "voorziening": (
        schema.VOORZIENING,
        [f"sociale_kaart/{m}/*.yaml" for m in ("algemene_voorzieningen", "ketenpartners", "wijkfuncties")],
    ),
    "organisatie": (schema.ORGANISATIE, ["sociale_kaart/organisaties/*.yaml"]),
    "activiteit": (schema.ACTIVITEIT, ["sociale_kaart/activiteiten/*.yaml"]),
    "functie": (schema.FUNCTIE, ["sociale_kaart/functies/*.yaml"]),
    "themas": (schema.THEMABESTAND, ["sociale_kaart/themas.yaml"]),
    "gemeente": (schema.GEMEENTE, ["gebieden/*/gemeente.yaml"]),
    "indeling": (schema.INDELING, ["gebieden/*/indeling.yaml"]),
    "kerncijfers": (schema.INDICATORBESTAND, ["gebieden/*/kerncijfers.yaml"]),
    "mkdocs": (schema.INSTELLINGEN, ["mkdocs.yml"]),
    **{deel.naam: (deel.tabel, [deel.pad]) for deel in KENNISBESTANDEN},
    "sets": (SETS, ["sets.yaml"]),
    "bronnen": (BRONNEN, ["bronnen.yaml"]),
    "regiokaart": (REGIOKAART, ["regiokaart.yaml"]),
    "set": (SETKAART, [f"{SET}/set.yaml"]),
}
# Een bestand, of een deel van een lijst erin, dat een set mag aanvullen en dan niet alles hoeft te hebben.
INGANGEN, LIJSTEN = ("voorziening", "organisatie", "functie", "activiteit"), ("themas", *(deel.naam for deel in KENNISBESTANDEN))
for _, _paden in SCHEMAS.values():
    _paden += [pad.replace("sociale_kaart", SET) for pad in _paden if pad.startswith("sociale_kaart/")]


def _een(veld: Veld) -> dict:
    """Het schema van een enkele waarde."""
    if veld.soort == "groep":
        return _groep(veld)
    uit = dict(SOORTEN[veld.soort].schema)
    if veld.keuzes:
        uit["enum"] = list(veld.keuzes)
    if veld.soort in ("tekst", "markdown"):
        uit["maxLength"] = veld.grens
    if veld.soort == "aantal":
        uit["maximum"] = veld.grens
    if veld.soort == "gebiedscode" and veld.verwijst:
        uit["pattern"] = uit["pattern"].replace("^(", "^(landelijk|")
    if "pattern" in uit:
        # De YAML-uitbreiding toont deze zin in plaats van de reguliere uitdrukking.
        uit["patternErrorMessage"] = SOORTEN[veld.soort].uitleg.format(grens=veld.grens)
    return uit


def _groep(veld: Veld) -> dict:
    uit = {"type": "object", "additionalProperties": False, "properties": {v.naam: veldschema(v) for v in veld.velden}}
    verplicht = [v.naam for v in veld.velden if v.verplicht]
    return uit | ({"required": verplicht} if verplicht else {})


def _voorbeelden(veld: Veld) -> list:
    if veld.soort == "groep" or veld.voorbeeld == "":
        return []
    waarde = veld.voorbeeld.strip('"') if isinstance(veld.voorbeeld, str) else veld.voorbeeld
    return [[waarde] if veld.lijst else waarde]


def veldschema(veld: Veld) -> dict:
    """Een veld als JSON Schema, met uitleg en voorbeeld voor wie typt."""
    uit: dict[str, Any] = {"description": f"{veld.uitleg} {in_woorden(veld)}"}
    if veld.een_of_meer:
        uit |= {"oneOf": [_een(veld), {"type": "array", "items": _een(veld), "minItems": 1}]}
    elif veld.lijst:
        uit |= {"type": "array", "items": _een(veld)}
        uit |= {"uniqueItems": True} if veld.soort != "groep" else {}
        uit |= {"minItems": 1} if veld.verplicht else {}
    else:
        uit |= _een(veld)
    voorbeelden = _voorbeelden(veld)
    return uit | ({"examples": voorbeelden} if voorbeelden else {})


def _mag_aanvullen(eis: dict) -> None:
    """Laat 'vult_aan' toe; wie een set aanvult, hoeft niet alles te schrijven."""
    eis["properties"].setdefault(VULT_AAN.naam, veldschema(VULT_AAN))
    if verplicht := eis.pop("required", None):
        eis |= {"if": {"not": {"required": [VULT_AAN.naam]}}, "then": {"required": verplicht}}


def maak_schema(naam: str) -> dict:
    """Het hele schema van een soort bestand."""
    tabel, _ = SCHEMAS[naam]
    uit = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": tabel.naam,
        "description": tabel.uitleg,
        **_groep(tabel),
    }
    if naam in INGANGEN:
        _mag_aanvullen(uit)
    if naam in LIJSTEN:
        _mag_aanvullen(uit)
        for deel in uit["properties"].values():
            if "properties" in deel.get("items", {}):
                _mag_aanvullen(deel["items"])
    if naam == "sets":  # het mag ook alleen de rij zijn
        uit |= {"type": ["object", "array"], "items": uit["properties"]["sets"]["items"]}
    if naam == "mkdocs":
        uit["properties"] |= {veld: True for veld in sorted(VAST)}
    return uit


def maak_instellingen() -> dict:
    """De instellingen van VS Code: welk schema bij welk bestand hoort, spaties en UTF-8."""
    return {
        "yaml.schemas": {f"./.vscode/schemas/{naam}.json": paden for naam, (_, paden) in SCHEMAS.items()},
        "yaml.schemaStore.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.wordWrap": "on",
        },
    }


def bestanden() -> dict[str, str]:
    """Alle bestanden onder .vscode/ met hun inhoud."""
    uit = {f"schemas/{naam}.json": maak_schema(naam) for naam in SCHEMAS}
    uit["settings.json"] = maak_instellingen()
    uit["extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    return {pad: json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n" for pad, inhoud in uit.items()}


def schrijf(map_: Path) -> None:
    """Zet alle bestanden in `map_`; schema's die niet meer bestaan gaan weg."""
    for oud in (map_ / "schemas").glob("*.json"):
        oud.unlink()
    for pad, inhoud in bestanden().items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_text(inhoud, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    schrijf(Path(__file__).resolve().parents[2] / ".vscode")
