"""`dien-in`: van een verwerkte melding een tak en een voorstel maken, met een antwoord bij het issue."""

from pathlib import Path

from generator.meldingen import SocialeKaartFout


def voeg_toe(deel) -> None:
    from generator.forges.instellen import voeg_opties_toe

    parser = deel.add_parser("dien-in", help="maak van een verwerkte melding een voorstel, met antwoord bij het issue")
    parser.add_argument("uit", type=Path, metavar="MAP", help="de map die 'verwerk-melding --uit' schreef")
    parser.add_argument("--tak", default="main", metavar="NAAM", help="de tak waar het voorstel heen gaat")
    voeg_opties_toe(parser, verplicht=True)
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """Status 1 als het voorstel of het antwoord niet lukte."""
    from generator.bewerken.uitslag import lees_uitslag
    from generator.forges.indienen import dien_in
    from generator.forges.instellen import lees_project
    from generator.forges.praten import gemeld
    from generator.forges.tak import Tak

    uitslag, project = lees_uitslag(opties.uit), lees_project(opties)
    if uitslag.nummer < 1:
        raise SocialeKaartFout("deze melding komt niet uit een issue.", "verwerk haar met --gebeurtenis.")
    with gemeld("het antwoord staat niet bij het issue"):
        ingediend = dien_in(uitslag, Tak(opties.map, uitslag.nummer, project), project, opties.tak)
    # Het antwoord zelf staat bij het issue: in een logboek kan een regel van een ander een opdracht zijn.
    print(
        f"Melding {uitslag.nummer}: {uitslag.stand}{'' if ingediend.gelukt else ', maar het voorstel staat nog niet klaar'}."
    )
    return 0 if ingediend.gelukt else 1
