"""`rapport sets`: wat een nieuwere set hier verandert, naast wat in sets.slot is vastgelegd."""

import csv
import io
import json
from datetime import date
from pathlib import Path

from msgspec import to_builtins

from generator.begin.bijwerken import kop
from generator.begin.ophalen import haal_op
from generator.begin.slot import BESTAND, lees_slot, maak_slot
from generator.begin.verschil import Verandering, vergelijk
from generator.cellen import veilige_cel
from generator.lezen.lagen import lees_sets
from generator.meldingen import SocialeKaartFout

KOLOMMEN = ("set", "ding", "naam", "soort", "veld", "oud", "nieuw", "eigen")


def maak_rapport(map_: Path, peildatum: date, formaat: str, ophalen: bool) -> str:
    """Het rapport. Raist SocialeKaartFout als er nog niets is om mee te vergelijken."""
    oud = lees_slot(map_)
    if oud is None:
        raise SocialeKaartFout(
            f"er is nog geen {BESTAND} om mee te vergelijken.",
            "draai een keer 'bijwerken': dat legt vast wat u nu hebt.",
            1,
        )
    with haal_op(map_, lees_sets(map_, peildatum) if ophalen else ()) as opgehaald:
        nu = maak_slot(map_, oud, {set_.naam: set_.map for set_ in opgehaald})
    veranderingen = vergelijk(map_, oud, nu)
    if formaat == "json":
        return json.dumps(
            {"van": oud.versies, "naar": nu.versies, "veranderingen": [to_builtins(v) for v in veranderingen]},
            ensure_ascii=False,
            indent=1,
        )
    if formaat == "csv":
        return als_csv(veranderingen)
    return als_tekst(veranderingen, oud.versies, nu.versies, formaat == "markdown")


def als_tekst(veranderingen: list[Verandering], van: dict[str, str], naar: dict[str, str], markdown: bool) -> str:
    regels = []
    for naam, versie in naar.items():
        eigen = [v for v in veranderingen if v.set == naam]
        tekst = kop(naam, van.get(naam, ""), versie or "zonder versie", eigen)
        regels += [f"## {tekst}", ""] if markdown else [tekst]
        regels += [f"- {_veilig(v.in_woorden()) if markdown else v.in_woorden()}" for v in eigen]
        regels += [""] if markdown and eigen else []
    return "\n".join(regels)


def _veilig(tekst: str) -> str:
    """Tekst uit een set is in Markdown geen opmaak en geen HTML."""
    for teken in "\\`*_[]<>":
        tekst = tekst.replace(teken, f"\\{teken}")
    return tekst


def als_csv(veranderingen: list[Verandering]) -> str:
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, lineterminator="\n")
    schrijver.writerow(KOLOMMEN)
    for verandering in veranderingen:
        cellen = [str(getattr(verandering, kolom)) for kolom in KOLOMMEN]
        schrijver.writerow(map(veilige_cel, cellen))
    return stroom.getvalue().rstrip("\n")
