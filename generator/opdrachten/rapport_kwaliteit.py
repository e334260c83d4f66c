"""`rapport kwaliteit`: een takenlijst per team, gesorteerd op wat een bewoner het meest hindert, en het cijfer per ingang."""

import csv
import io
import json
from pathlib import Path

from generator.kwaliteit.cijfer import Minpunt, Oordeel, oordelen
from generator.kwaliteit.formule import REDENEN, UITLEG
from generator.kwaliteit.werk import gemiddeld, per_team, taken
from generator.model import Catalogus
from generator.opdrachten.kaartbreed import Breed, kaartbreed

EERSTE = 10
KOLOMMEN = ("id", "naam", "team", "cijfer", "punten", "soort", "reden", "doen")


def maak_rapport(catalogus: Catalogus, map_: Path, team: str | None, formaat: str, alles: bool) -> str:
    alle = [o for o in oordelen(catalogus) if team is None or team.casefold() == o.team.casefold()]
    breed = kaartbreed(catalogus) if team is None else []
    if formaat == "json":
        return als_json(alle, breed)
    return als_csv(alle) if formaat == "csv" else als_lijst(alle, breed, alles, formaat == "markdown")


def als_json(alle: list[Oordeel], breed: list[Breed]) -> str:
    uit = {
        "uitleg": UITLEG,
        "formule": {soort: {"punten": r.punten, "reden": r.kort, "doen": r.doen} for soort, r in REDENEN.items()},
        "aantal": len(alle),
        "gemiddeld": gemiddeld(alle),
        "ingangen": [als_dict(o) for o in alle],
        "hele_kaart": [b._asdict() for b in breed],
    }
    return json.dumps(uit, ensure_ascii=False, indent=1)


def als_dict(o: Oordeel) -> dict:
    v = o.voorziening
    redenen = [{"soort": r.soort, "punten": r.punten, "reden": r.zin, "doen": r.doen} for r in o.redenen]
    return {"id": v.id, "naam": v.naam, "team": o.team, "pad": v.pad, "cijfer": o.cijfer, "redenen": redenen}


def als_csv(alle: list[Oordeel]) -> str:
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, lineterminator="\n")
    schrijver.writerow(KOLOMMEN)
    for r, o in taken(alle):
        v = o.voorziening
        schrijver.writerow((v.id, v.naam, o.team, o.cijfer, r.punten, r.soort, r.zin, r.doen))
    return stroom.getvalue().rstrip("\n")


def als_lijst(alle: list[Oordeel], breed: list[Breed], alles: bool, markdown: bool) -> str:
    """Per team eerst de aantallen en dan de eerste tien taken; daarna wat over de hele kaart gaat."""
    kop = "## " if markdown else ""
    regels = [f"{len(alle)} ingangen, gemiddeld cijfer {gemiddeld(alle)} van 100.", UITLEG]
    for team, eigen in per_team(alle).items():
        werk = taken(eigen)
        if werk:
            regels += [
                "",
                f"{kop}{team}: {len(eigen)} ingangen, cijfer {gemiddeld(eigen)}",
                *aantallen(werk, markdown),
            ]
            regels += eerste([_taak(r, o, markdown) for r, o in werk], alles)
    if breed:
        regels += ["", f"{kop}De hele kaart", *eerste([_breed(b, markdown) for b in breed], alles)]
    return "\n".join(regels)


def aantallen(werk: list[tuple[Minpunt, Oordeel]], markdown: bool) -> list[str]:
    telling: dict[str, int] = {}
    for reden, _ in werk:
        telling[reden.soort] = telling.get(reden.soort, 0) + 1
    zin = ", ".join(f"{aantal} keer {REDENEN[soort].kort}" for soort, aantal in telling.items())
    return ["", f"{zin}.", ""] if markdown else [f"  {zin}."]


def eerste(regels: list[str], alles: bool) -> list[str]:
    if alles or len(regels) <= EERSTE:
        return regels
    return [*regels[:EERSTE], f"  en nog {len(regels) - EERSTE}; alles met --alles."]


def _taak(r: Minpunt, o: Oordeel, markdown: bool) -> str:
    v = o.voorziening
    naam = f"- [ ] **{v.naam}** (`{v.id}`)" if markdown else f"  {r.punten:>3}  {v.id}"
    return f"{naam}: {REDENEN[r.soort].kort}. {r.zin[0].upper()}{r.zin[1:]}. Doe dit: {r.doen}."


def _breed(b: Breed, markdown: bool) -> str:
    return f"{'- [ ] ' if markdown else '  '}{b.zin} Doe dit: {b.doen}."
