"""Een wijk een andere naam geven: alleen die naam verandert in het bestand, en het adres op de site blijft."""

import csv
import io
import json
import re
from pathlib import Path

from generator.gebieden.schrijven import schrijf
from generator.lezen.gemeentemap import adres_van_naam
from generator.meldingen import SocialeKaartFout

LANGST = 80


def noem(map_: Path, code: str, naam: str) -> str:
    """Geef het gebied met deze code een andere naam; zegt wat er gebeurde. Raist SocialeKaartFout als dat niet kan."""
    naam = " ".join(naam.split())
    if not naam or len(naam) > LANGST or not naam.isprintable() or naam[0] in "=+@-":
        raise SocialeKaartFout(
            f"'{naam}' kan geen naam zijn.", f"geef een naam van hoogstens {LANGST} tekens die met een letter begint."
        )
    for bestand in sorted((map_ / "gebieden").glob("*/*")):
        if bestand.name in ("wijken.geojson", "buurten.geojson", "wijken.csv") and not bestand.is_symlink():
            nieuw, oud, adres = _in_tekst(bestand, code, naam)
            if nieuw:
                schrijf(bestand.parent, {bestand.name: nieuw})
                return f"{code} heet nu '{naam}' (was '{oud}'). Het adres op de site blijft '{adres}'."
    raise SocialeKaartFout(
        f"er is geen wijk of buurt met de code {code}.",
        "de codes staan in gebieden/, in wijken.geojson of wijken.csv.",
    )


def _in_tekst(bestand: Path, code: str, naam: str) -> tuple[str, str, str]:
    """De nieuwe tekst, de oude naam en het adres; leeg als het gebied hier niet in staat."""
    with bestand.open(encoding="utf-8", newline="") as stroom:
        tekst = stroom.read()
    return (_in_csv if bestand.suffix == ".csv" else _in_geojson)(tekst, code, naam)


def _in_geojson(tekst: str, code: str, naam: str) -> tuple[str, str, str]:
    """Alleen het groepje eigenschappen van dit gebied wordt opnieuw geschreven; de vorm blijft op de byte gelijk."""
    vondst = re.search(r'\{[^{}]*"code"\s*:\s*"' + re.escape(code) + r'"[^{}]*\}', tekst)
    if not vondst:
        return "", "", ""
    eigen = json.loads(vondst[0])
    oud = eigen["naam"]
    nieuw = _met_naam(eigen, naam)
    ruim = (", ", ": ") if '": ' in vondst[0] else (",", ":")
    regel = json.dumps(nieuw, ensure_ascii=False, separators=ruim)
    return tekst[: vondst.start()] + regel + tekst[vondst.end() :], oud, nieuw.get("adres") or adres_van_naam(naam)


def _in_csv(tekst: str, code: str, naam: str) -> tuple[str, str, str]:
    rijen = list(csv.DictReader(io.StringIO(tekst)))
    rij = next((r for r in rijen if r.get("code") == code), None)
    if rij is None:
        return "", "", ""
    oud, nieuw = rij["naam"], _met_naam({k: v for k, v in rij.items() if v}, naam)
    rij |= {"naam": naam, "adres": nieuw.get("adres", "")}
    kop = list(dict.fromkeys((*rijen[0], "adres")))
    stroom = io.StringIO()
    schrijver = csv.DictWriter(stroom, kop, restval="", lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return stroom.getvalue(), oud, nieuw.get("adres") or adres_van_naam(naam)


def _met_naam(eigen: dict, naam: str) -> dict:
    """De eigenschappen met de nieuwe naam, en een eigen adres als dat anders zou veranderen."""
    adres = eigen.get("adres") or adres_van_naam(eigen["naam"])
    rest = {sleutel: waarde for sleutel, waarde in eigen.items() if sleutel not in ("code", "naam", "adres")}
    houdt = {} if adres == adres_van_naam(naam) else {"adres": adres}
    return {"code": eigen["code"], "naam": naam, **houdt, **rest}
