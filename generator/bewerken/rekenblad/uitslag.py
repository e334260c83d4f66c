"""Wat een import doet of deed: als tekst, als JSON en als rekenblad."""

import json
from collections.abc import Callable

from generator.bewerken.rekenblad.koppen import KEUZEBESTAND
from generator.bewerken.rekenblad.schrijven import Tabel, als_xlsx
from generator.bewerken.rekenblad.uitkomst import Uitkomst, Uitslag
from generator.meldingen import toonbaar

WAT = ("nieuw", "gewijzigd", "gelijk", "geweigerd")


def _regel(u: Uitkomst) -> str:
    achter = f": {', '.join(u.velden)}" if u.velden else f": {'; '.join(u.redenen)}" if u.redenen else ""
    return toonbaar(f"rij {u.rij}: {u.wat} {u.id or '-'} ({u.naam}){achter}", 600)


def als_tekst(uitslag: Uitslag, proef: bool) -> str:
    """Een regel per rij die niet gelijk is, de opmerkingen eronder, en de telling als laatste."""
    regels = []
    for u in uitslag.uitkomsten:
        if u.wat != "gelijk":
            regels += [_regel(u), *(f"  let op: {toonbaar(o, 400)}" for o in u.opmerkingen)]
    if uitslag.koppen.ongebruikt:
        namen = ", ".join(f"'{toonbaar(k, 60)}'" for k in uitslag.koppen.ongebruikt)
        veld = "omschrijving" if "samenvatting" in uitslag.koppen.doelen.values() else "samenvatting"
        voorbeeld = f"{json.dumps(uitslag.koppen.ongebruikt[0], ensure_ascii=False)}: {veld}"
        regels.append(
            f"Niet gebruikt: de kolommen {namen}. Zeg in {KEUZEBESTAND}, naast mkdocs.yml, welk veld dat is, "
            f"met een regel als {toonbaar(voorbeeld, 90)}"
        )
    if uitslag.over:
        regels += ["Niet overgenomen, want dat kent de sociale kaart niet of het paste niet:"]
        regels += [f"  {toonbaar(veld, 120)}: {keer} keer" for veld, keer in uitslag.over.items()]
    telling = ", ".join(f"{uitslag.aantal(wat)} {wat}" for wat in WAT)
    return "\n".join(
        [
            *regels,
            f"{len(uitslag.uitkomsten)} rijen: {telling}."
            + (" Dit was een proef: er is niets geschreven." if proef else ""),
        ]
    )


def als_dict(u: Uitkomst) -> dict:
    return {
        "rij": u.rij,
        "wat": u.wat,
        "id": u.id,
        "naam": u.naam,
        "velden": u.velden,
        "redenen": u.redenen,
        "opmerkingen": u.opmerkingen,
    }


def als_json(uitslag: Uitslag, proef: bool) -> str:
    kop = {
        "proef": proef,
        **{wat: uitslag.aantal(wat) for wat in WAT},
        "kolommen": {k: d for k, d in uitslag.koppen.alles if k.strip()},
        "niet_gebruikt": uitslag.koppen.ongebruikt,
        "niet_overgenomen": uitslag.over,
    }
    return json.dumps({**kop, "rijen": [als_dict(u) for u in uitslag.uitkomsten]}, ensure_ascii=False, indent=1)


def als_blad(uitslag: Uitslag) -> bytes:
    rijen = [
        [str(u.rij), u.wat, u.id, u.naam, ", ".join(u.velden), "; ".join(u.redenen), "; ".join(u.opmerkingen)]
        for u in uitslag.uitkomsten
    ]
    return als_xlsx(Tabel(["rij", "wat", "id", "naam", "velden", "waarom niet", "let op"], rijen, naam="Import"))


FORMATEN: dict[str, Callable[[Uitslag, bool], str]] = {"tekst": als_tekst, "json": als_json}
