"""Wat er veranderde als JSON: dezelfde berichten als op de site en in de feeds, het nieuwste eerst."""

from collections.abc import Iterator
from datetime import UTC, datetime

from generator.json_tekst import als_json
from generator.model import Catalogus
from generator.model.geschiedenis import Bericht
from generator.uitvoer.herkomst import over_bestand

BESTAND = "data/wijzigingen.json"
WAT = ("nieuw", "weg", "anders", "nagekeken", "begin")


def maak(catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    if catalogus.geschiedenis is not None:
        lijst = [_als_dict(b, catalogus) for b in catalogus.geschiedenis.berichten]
        inhoud = {"aantal": len(lijst), "wijzigingen": lijst}
        yield BESTAND, als_json({**over_bestand(catalogus, "wijzigingen"), **inhoud}) + "\n"


def _als_dict(b: Bericht, catalogus: Catalogus) -> dict:
    uit: dict[str, object] = {
        "sleutel": b.sleutel,
        "dag": b.dag.isoformat(),
        "moment": datetime.fromtimestamp(b.tijd, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "soort": b.soort,
        "id": b.id,
        "naam": b.naam,
        "wat": b.wat,
        "kop": b.kop,
        "zinnen": list(b.zinnen),
        "gebieden": list(b.gebieden),
    }
    return uit | ({"url": catalogus.instellingen.adres + b.adres} if b.adres else {})
