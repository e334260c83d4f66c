"""`weekwerk`: per team een issue met wat er nagekeken moet worden; eerst de teksten schrijven, dan versturen met een sleutel."""

import json
from pathlib import Path

from generator.meldingen import SocialeKaartFout

BESTAND = "weekwerk.json"


def voeg_toe(deel) -> None:
    from generator.forges.instellen import voeg_opties_toe

    parser = deel.add_parser("weekwerk", help="een issue per team met wat nagekeken moet worden")
    parser.add_argument("uit", type=Path, metavar="MAP", help="waar de teksten komen, of met --forge vandaan komen")
    voeg_opties_toe(parser, verplicht=False)
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    return stuur(opties) if opties.forge else schrijf(opties)


def schrijf(opties) -> int:
    """Zet in MAP een bestand per team, om te lezen, en alles samen voor het versturen."""
    from generator.kwaliteit.weekbrief import weekbrieven
    from generator.lezen.waarden import nette_naam
    from generator.opdrachten.rapport import lees

    opties.uit.mkdir(parents=True, exist_ok=True)
    alle = []
    for team, tekst in weekbrieven(lees(opties)).items():
        sleutel = nette_naam(team)
        alle.append({"sleutel": sleutel, "titel": f"Nakijken: {team}", "tekst": tekst})
        (opties.uit / f"{sleutel}.md").write_text(tekst or "Niets te doen.\n", encoding="utf-8", newline="\n")
    (opties.uit / BESTAND).write_text(json.dumps(alle, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
    print(f"{len(alle)} teams, {sum(bool(deel['tekst']) for deel in alle)} met werk.")
    return 0


def stuur(opties) -> int:
    """Breng de issues bij de forge bij."""
    from generator.forges.instellen import lees_project
    from generator.forges.praten import gemeld
    from generator.forges.teamissues import Teamwerk, zet_teamissues

    try:
        ruw = json.loads((opties.uit / BESTAND).read_text(encoding="utf-8"))
        werk = [Teamwerk(str(deel["sleutel"]), str(deel["titel"]), str(deel["tekst"])) for deel in ruw]
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise SocialeKaartFout(
            f"in '{opties.uit}' staat geen weekwerk.", f"draai eerst: weekwerk {opties.uit}, zonder --forge"
        ) from fout
    with gemeld("de issues zijn niet bijgewerkt"):
        regels = zet_teamissues(lees_project(opties), werk)
    print("\n".join(regels or ["Elk issue was al bij."]))
    return 0
