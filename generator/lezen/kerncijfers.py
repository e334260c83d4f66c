"""kerncijfers.csv lezen: een rij per gebied, jaar, indicator en categorie, met raad die een volgende keer werkt."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.betekenis.rekenen import ALLES
from generator.lezen.tabellen import WAARDE, eenmalig, lees_tabel, met_code
from generator.lezen.waarden import nette_naam
from generator.meldingen import Verslag
from generator.model import Kerncijfer
from generator.schema.tabellen import KERNCIJFERS

_GEHEIM = re.compile(r"-9999\d(?:\.0+)?", re.ASCII)
# Zo schrijven mensen duizend; bij een aantal is het nooit een getal achter de komma.
_DUIZENDTAL = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
MEESTE_RAAD = 50


def lees_kerncijfers(
    bestand: Path,
    pad: str,
    verslag: Verslag,
    codes: Mapping[str, str],
    indicatoren: Collection[str],
    peildatum: date,
    tellend: Collection[str] = (),
) -> tuple[Kerncijfer, ...]:
    """De cijfers, met bekende codes en indicatoren; `tellend` zijn de indicatoren die een aantal zijn. Een geheim cijfer
    van het CBS (-9999x) wordt leeg: onbekend. Een lege categorie is alles.
    """
    uit = []
    rijen = lees_tabel(bestand, pad, verslag, KERNCIJFERS)
    for rij in rijen:
        rij.cellen["categorie"] = rij["categorie"] or ALLES
    rijen = eenmalig(
        rijen, "indicator", lambda r: (r["gebied"], r["jaar"], r["indicator"], r["categorie"]), "dit cijfer"
    )
    vreemd = [id_ for id_ in dict.fromkeys(r["indicator"] for r in rijen) if id_ not in indicatoren]
    raad = {id_: _raad_bij_indicator(id_, indicatoren, vreemd) for id_ in vreemd[:MEESTE_RAAD]}
    for rij in met_code(rijen, "gebied", codes, "deze gemeente"):
        if not re.fullmatch(r"(?:19|20)\d\d", rij["jaar"], re.ASCII):
            rij.meld("jaar", f"het jaar '{rij['jaar']}'", "schrijf een jaartal van vier cijfers.")
        elif rij["indicator"] not in indicatoren:
            rij.meld(
                "indicator",
                f"de indicator '{rij['indicator']}'",
                raad.get(rij["indicator"], "zet haar in kerncijfers.yaml."),
            )
        elif not WAARDE.fullmatch(rij["waarde"]):
            rij.meld(
                "waarde",
                f"de waarde '{rij['waarde']}'",
                "schrijf een getal met een punt, <5, of niets als het onbekend is.",
            )
        elif rij["indicator"] in tellend and _DUIZENDTAL.fullmatch(rij["waarde"]):
            rij.meld(
                "waarde",
                f"de waarde '{rij['waarde']}'",
                f"een punt is hier een komma; schrijf een aantal zonder punt: {rij['waarde'].replace('.', '')}.",
            )
        elif not _goede_dag(rij["gepubliceerd"], peildatum):
            rij.meld(
                "gepubliceerd", f"de datum '{rij['gepubliceerd']}'", "schrijf de dag als 2026-01-31, niet na vandaag."
            )
        else:
            waarde = "" if _GEHEIM.fullmatch(rij["waarde"]) else rij["waarde"]
            uit.append(Kerncijfer(rij["gebied"], rij["jaar"], rij["indicator"], rij["categorie"], waarde, rij["bron"]))
    return tuple(uit)


def _raad_bij_indicator(id_: str, indicatoren: Collection[str], vreemd: list[str]) -> str:
    """Hoe de indicator wel heet, of welke regel in kerncijfers.yaml haar bekend maakt; is dat er nog niet, dan alle."""
    goed = nette_naam(id_)
    regel = f"{{id: {goed}, naam: {goed}}}"
    noem = f"zet in kerncijfers.yaml onder 'indicatoren:' de regel '  - {regel}'"
    if not indicatoren:
        alle = ", ".join(f"{{id: {i}, naam: {i}}}" for i in dict.fromkeys(map(nette_naam, vreemd[:MEESTE_RAAD])))
        noem = f"maak naast dit bestand kerncijfers.yaml met: indicatoren: [{alle if len(alle) < 240 else regel}]"
    noem += "" if goed == id_ else f", en schrijf hier '{goed}'"
    dichtbij = get_close_matches(id_, sorted(indicatoren), 1, 0.75)
    return f"bedoelde u '{dichtbij[0]}'? Is het een ander cijfer, {noem}." if dichtbij else f"{noem}."


def _goede_dag(tekst: str, peildatum: date) -> bool:
    if not tekst:
        return True
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst, re.ASCII)) and date.fromisoformat(tekst) <= peildatum
    except ValueError:
        return False
