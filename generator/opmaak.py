"""Datums, tijden en getallen in gewoon Nederlands."""

import re
from datetime import date

from generator.model import DAGEN, Tijden

MAANDEN = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")
DAGNAMEN = dict(zip(DAGEN, ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), strict=True))


def gewone_datum(dag: date) -> str:
    """2026-11-01 als '1 november 2026'."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def gewone_tijd(minuten: int) -> str:
    """540 als '9.00'; 1440 als '24.00'."""
    return f"{minuten // 60}.{minuten % 60:02}"


def gewone_stand(stand: str) -> str:
    """JJJJ-MM-DD als '1 november 2026', JJJJ-MM als 'november 2026'; iets anders blijft zoals het is."""
    delen = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?", stand)
    if not delen:
        return stand
    dag = f"{int(delen[3])} " if delen[3] else ""
    return f"{dag}{MAANDEN[int(delen[2]) - 1]} {delen[1]}"


def gewoon_getal(waarde: str) -> str:
    """'4207885' als '4.207.885' en '40.82' als '40,82'; een datum voluit, en iets anders zoals het is."""
    delen = re.fullmatch(r"(\d+)(?:\.(\d+))?", waarde)
    if not delen:
        return gewone_stand(waarde)
    heel = f"{int(delen[1]):,}".replace(",", ".") if len(delen[1]) > 4 else delen[1]
    return f"{heel},{delen[2]}" if delen[2] else heel


def tel_link(nummer: str) -> str:
    """Een nummer voor tel: alleen cijfers, met + ervoor waar die stond; de (0) in '+31 (0)570' belt niemand."""
    return ("+" if nummer.strip().startswith("+") else "") + re.sub(r"\D", "", nummer.replace("(0)", ""))


def dagregels(tijden: Tijden | None) -> list[tuple[str, str, str]]:
    """Per dag (code, naam, tekst); een onbekende dag heet 'niet bekend'."""
    uit = []
    for code in DAGEN:
        dag = getattr(tijden, code) if tijden else None
        if dag is None:
            tekst = "niet bekend"
        elif dag.tekst:
            tekst = dag.tekst
        elif [(v.van, v.tot) for v in dag.tijdvakken] == [(0, 1440)]:
            tekst = "dag en nacht"
        else:
            tekst = " en ".join(f"{gewone_tijd(v.van)} tot {gewone_tijd(v.tot)} uur" for v in dag.tijdvakken)
        uit.append((code, DAGNAMEN[code], tekst))
    return uit


def elke_dag_gelijk(regels: list[tuple[str, str, str]]) -> bool:
    """Of alle dagregels dezelfde tekst hebben."""
    return len({tekst for _, _, tekst in regels}) == 1


def tijden_voor_browser(tijden: Tijden | None) -> dict:
    """Tijden voor open.js: [[540, 750]] per dag, [] is gesloten, 'afspraak' op afspraak; een onbekende dag ontbreekt."""
    uit: dict[str, object] = {}
    for code in DAGEN if tijden else ():
        dag = getattr(tijden, code)
        if dag is not None:
            uit[code] = "afspraak" if dag.tekst == "op afspraak" else [[v.van, v.tot] for v in dag.tijdvakken]
    return uit
