"""`rapport actueel`: wat te laat is, wat binnenkort moet, en wat voor een vakantie nagelopen wordt; per team."""

import csv
import io
import json

from generator.betekenis.eigenaar import team_met_naam
from generator.cellen import veilige_cel
from generator.kwaliteit.brief import maak_brief
from generator.kwaliteit.versheid import Regel, regels
from generator.model import Catalogus

KOLOMMEN = ("id", "naam", "team", "op", "voor", "reden", "soort", "nood", "klopt", "wijzigen", "bestaat_niet")
KOPPEN = {
    "te_laat": ("1 ingang vraagt aandacht:", "{} ingangen vragen aandacht:"),
    "binnenkort": ("1 moet binnen een maand:", "{} moeten binnen een maand:"),
    "ronde": ("1 heeft tijden om na te lopen voor de vakantie:", "{} hebben tijden om na te lopen voor de vakantie:"),
}
LEEG = "Alles is op tijd nagekeken."


def maak_rapport(catalogus: Catalogus, team: str | None, formaat: str, toon: str = "eerste") -> str:
    """Elke ingang die aandacht vraagt; een nummer bij nood eerst, dan wie het langst wacht."""
    rijen = [r for r in regels(catalogus) if team is None or team.casefold() == r.team.casefold()]
    if formaat == "mail":
        return als_mails(rijen, catalogus, toon)
    return {"json": als_json, "csv": als_csv, "markdown": als_markdown, "tekst": als_tekst}[formaat](rijen)


def van_soort(rijen: list[Regel], soort: str) -> list[Regel]:
    return [r for r in rijen if r.soort == soort]


def per_team(rijen: list[Regel]) -> dict[str, list[Regel]]:
    """De regels van elk team, op naam van het team."""
    uit: dict[str, list[Regel]] = {}
    for r in sorted(rijen, key=lambda r: r.team.casefold()):
        uit.setdefault(r.team, []).append(r)
    return uit


def als_dict(r: Regel) -> dict:
    return r._asdict() | {"op": str(r.op), "voor": str(r.voor)}


def als_json(rijen: list[Regel]) -> str:
    """`ingangen` is wat nu te laat is; `binnenkort` en `ronde` staan apart."""
    te_laat = van_soort(rijen, "te_laat")
    uit = {"aantal": len(te_laat), "ingangen": [als_dict(r) for r in te_laat]}
    uit |= {soort: [als_dict(r) for r in van_soort(rijen, soort)] for soort in ("binnenkort", "ronde")}
    teams = per_team(rijen)
    uit["teams"] = [
        {"team": team, **{soort: len(van_soort(eigen, soort)) for soort in KOPPEN}} for team, eigen in teams.items()
    ]
    return json.dumps(uit, ensure_ascii=False, indent=1)


def als_csv(rijen: list[Regel]) -> str:
    stroom = io.StringIO()
    schrijver = csv.DictWriter(stroom, KOLOMMEN, lineterminator="\n")
    schrijver.writeheader()
    for r in rijen:
        rij = als_dict(r) | {"nood": "ja" if r.nood else "nee"}
        schrijver.writerow({kolom: veilige_cel(str(cel)) for kolom, cel in rij.items()})
    return stroom.getvalue().rstrip("\n")


def als_markdown(rijen: list[Regel]) -> str:
    """Een lijst met vakjes per soort, om in een issue te plakken."""
    delen = [
        "\n".join([*([f"### {kop(soort, len(eigen))}", ""] if soort != "te_laat" else []), *map(vakje, eigen)])
        for soort in KOPPEN
        if (eigen := van_soort(rijen, soort))
    ]
    return "\n\n".join(delen) or LEEG


def vakje(r: Regel) -> str:
    nood = "**nummer bij nood**, " if r.nood else ""
    return f"- [ ] **{r.naam}** (`{r.id}`), {nood}{r.team}, stand {r.op}: {r.reden}. {r.links_markdown}"


def als_tekst(rijen: list[Regel]) -> str:
    regels_: list[str] = []
    for soort in KOPPEN:
        if eigen := van_soort(rijen, soort):
            regels_ += [kop(soort, len(eigen))]
            for team, deel in per_team(eigen).items():
                regels_ += [f" {team}", *(f"  {r.op}  {r.id}: {r.reden} ({r.team})" for r in deel)]
    return "\n".join(regels_ or [LEEG])


def kop(soort: str, aantal: int) -> str:
    een, meer = KOPPEN[soort]
    return een if aantal == 1 else meer.format(aantal)


def als_mails(rijen: list[Regel], catalogus: Catalogus, toon: str) -> str:
    """Een mail per team, met een streep ertussen."""
    mails = []
    for team, eigen in per_team(rijen).items():
        bekend = team_met_naam(team, catalogus.kennis)
        mails.append(maak_brief(team, bekend.mail if bekend else None, eigen, catalogus, toon))
    return f"\n{'-' * 60}\n".join(mails) or LEEG
