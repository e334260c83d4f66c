"""`haal-issues`: de open issues met een melding ophalen, voor een forge die bij een issue zelf niets start."""

import json
from pathlib import Path


def voeg_toe(deel) -> None:
    from generator.forges.instellen import voeg_opties_toe

    parser = deel.add_parser("haal-issues", help="haal de open issues met een melding op, elk als een bestand")
    parser.add_argument("uit", type=Path, metavar="MAP", help="de map waar NUMMER.json komt")
    voeg_opties_toe(parser, verplicht=True)
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """Schrijf per issue een bestand voor 'verwerk-melding --gebeurtenis'."""
    from generator.forges.instellen import lees_project
    from generator.forges.praten import gemeld, open_meldingen

    with gemeld("de issues zijn niet op te halen", "probeer het later opnieuw."):
        gevonden = list(open_meldingen(lees_project(opties)))
    opties.uit.mkdir(parents=True, exist_ok=True)
    for nummer, tekst in gevonden:
        inhoud = json.dumps({"number": nummer, "body": tekst}, ensure_ascii=False)
        (opties.uit / f"{nummer}.json").write_text(inhoud, encoding="utf-8", errors="replace")
    print(f"{len(gevonden)} open meldingen.")
    return 0
