"""`rapport actueel`: wat te lang niet is nagekeken, welk nummer te oud is, en wat nog niemand heeft nagezien."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import timedelta

from generator.betekenis.vandaag import nakijken_voor
from generator.cellen import veilige_cel
from generator.model import Catalogus, Voorziening

KOLOMMEN = ("id", "naam", "team", "op", "voor", "reden")
# Een nummer bij nood heeft een termijn van hoogstens drie maanden; een ander mag langer staan.
TERMIJN_NOOD, DAGEN_NOOD, DAGEN_ANDER = 3, 90, 180


def maak_rapport(catalogus: Catalogus, team: str | None, formaat: str) -> str:
    """Elke ingang die aandacht vraagt, wie het langst wacht eerst."""
    rijen = [rij for rij in alle_rijen(catalogus) if team is None or team.casefold() == rij["team"].casefold()]
    rijen.sort(key=lambda rij: (rij["voor"], rij["naam"].casefold()))
    return {"json": als_json, "csv": als_csv, "markdown": als_markdown, "tekst": als_tekst}[formaat](rijen)


def alle_rijen(catalogus: Catalogus) -> Iterator[dict[str, str]]:
    for v in catalogus.voorzieningen.values():
        if v.status == "actief" and (reden := reden_van(v, catalogus)):
            voor = str(nakijken_voor(v.gecontroleerd))
            kort = v.gecontroleerd
            yield dict(zip(KOLOMMEN, (v.id, v.naam, kort.door, str(kort.op), voor, reden), strict=True))


def reden_van(v: Voorziening, catalogus: Catalogus) -> str:
    """Waarom een ingang aandacht vraagt, of leeg."""
    redenen = []
    if not v.gecontroleerd.nagelezen:
        redenen.append("overgenomen uit een bron, nog door niemand nagezien")
        dagen = DAGEN_NOOD if v.gecontroleerd.termijn_maanden <= TERMIJN_NOOD else DAGEN_ANDER
        if v.contact.telefoon and v.gecontroleerd.op + timedelta(dagen) < catalogus.peildatum:
            redenen.append(f"het nummer is langer dan {dagen} dagen geleden gelezen")
    elif nakijken_voor(v.gecontroleerd) < catalogus.peildatum:
        redenen.append("te lang niet nagekeken")
    return "; ".join(redenen)


def als_json(rijen: list[dict[str, str]]) -> str:
    return json.dumps({"aantal": len(rijen), "ingangen": rijen}, ensure_ascii=False, indent=1)


def als_csv(rijen: list[dict[str, str]]) -> str:
    stroom = io.StringIO()
    schrijver = csv.DictWriter(stroom, KOLOMMEN, lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows({kolom: veilige_cel(str(cel)) for kolom, cel in rij.items()} for rij in rijen)
    return stroom.getvalue().rstrip("\n")


def als_markdown(rijen: list[dict[str, str]]) -> str:
    """Een lijst met vakjes, om in een issue te plakken."""
    regels = [f"- [ ] **{r['naam']}** (`{r['id']}`), {r['team']}, stand {r['op']}: {r['reden']}" for r in rijen]
    return "\n".join(regels or ["Alles is op tijd nagekeken."])


def als_tekst(rijen: list[dict[str, str]]) -> str:
    if not rijen:
        return "Alles is op tijd nagekeken."
    kop = "1 ingang vraagt aandacht:" if len(rijen) == 1 else f"{len(rijen)} ingangen vragen aandacht:"
    return "\n".join([kop, *(f"  {r['op']}  {r['id']}: {r['reden']} ({r['team']})" for r in rijen)])
