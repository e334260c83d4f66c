"""Het issue van een team: wat te laat is, wat binnenkort moet, en wat een bewoner het meest hindert; nooit een muur van tekst."""

from generator.betekenis.eigenaar import ZONDER_TEAM, team_met_naam
from generator.kwaliteit.cijfer import Minpunt, Oordeel, oordelen
from generator.kwaliteit.formule import REDENEN
from generator.kwaliteit.versheid import Regel, regels
from generator.kwaliteit.werk import per_team, taken
from generator.model import Catalogus
from generator.opmaak import gewone_datum

EERSTE = 10
VERSHEID = ("nood_oud", "jaar_oud", "te_laat")
KOPPEN = {
    "te_laat": "Had al nagekeken moeten zijn",
    "binnenkort": "Moet binnen een maand",
    "ronde": "Tijden nalopen voor de vakantie",
}


def weekbrieven(catalogus: Catalogus) -> dict[str, str]:
    """Per team de tekst van haar issue in Markdown; leeg als er niets te doen is. Wat uit een set komt, telt niet mee."""
    eigen = [o for o in oordelen(catalogus) if catalogus.set_naam(o.voorziening.pad) is None]
    vers = [r for r in regels(catalogus) if catalogus.set_naam(_bestand(r, catalogus)) is None]
    teams = per_team(eigen)
    return {team: brief(team, [r for r in vers if r.team == team], deel, catalogus) for team, deel in teams.items()}


def _bestand(regel: Regel, catalogus: Catalogus) -> str:
    """Het bestand van een plek of een organisatie die nagekeken moet worden."""
    soort, _, id_ = regel.id.rpartition("/")
    return (catalogus.organisaties if soort == "organisaties" else catalogus.voorzieningen)[id_].pad


def brief(team: str, vers: list[Regel], eigen: list[Oordeel], catalogus: Catalogus) -> str:
    werk = [(r, o) for r, o in taken(eigen) if r.soort not in VERSHEID and r.punten > 5]
    delen = [_versheid(soort, [r for r in vers if r.soort == soort]) for soort in KOPPEN]
    delen += [_werk(werk)] if werk else []
    delen = list(filter(None, delen))
    if not delen:
        return ""
    return "\n\n".join([_begin(team, catalogus), *delen, _slot(catalogus)]) + "\n"


def _begin(team: str, catalogus: Catalogus) -> str:
    bekend = team_met_naam(team, catalogus.kennis)
    wie = ", ".join(f"@{groep}" for groep in bekend.codeowners) if bekend and bekend.codeowners else team
    zin = "Dit heeft nog geen team; zet het in `sociale_kaart/beheer.yaml`." if team == ZONDER_TEAM else f"Voor {wie}."
    return f"{zin} Stand van {gewone_datum(catalogus.peildatum)}. Dit issue ververst zichzelf, en sluit als alles gedaan is."


def _versheid(soort: str, rijen: list[Regel]) -> str:
    if not rijen:
        return ""
    regels_ = [
        f"- [ ] {'**nummer bij nood** ' if r.nood else ''}**{r.naam}**, stand {gewone_datum(r.op)}: {r.links_markdown}"
        for r in rijen[:EERSTE]
    ]
    return "\n".join([f"### {KOPPEN[soort]}: {len(rijen)}", "", *regels_, *_meer(rijen)])


def _werk(werk: list[tuple[Minpunt, Oordeel]]) -> str:
    regels_ = [
        f"- [ ] **{o.voorziening.naam}**: {REDENEN[r.soort].kort}. {r.zin[0].upper()}{r.zin[1:]}. Doe dit: {r.doen}."
        for r, o in werk[:EERSTE]
    ]
    return "\n".join([f"### Wat een bewoner hindert: {len(werk)}", "", *regels_, *_meer(werk)])


def _meer(rijen: list) -> list[str]:
    return [f"- en nog {len(rijen) - EERSTE}"] if len(rijen) > EERSTE else []


def _slot(catalogus: Catalogus) -> str:
    return f"Alles staat op [{catalogus.instellingen.adres}redactie/kwaliteit/]({catalogus.instellingen.adres}redactie/kwaliteit/)."
