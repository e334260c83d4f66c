"""`voorstellen`: het nummer en de vastlegging van elk open voorstel, voor een forge die bij een voorstel niets veiligs start."""


def voeg_toe(deel) -> None:
    from generator.forges.instellen import voeg_opties_toe

    parser = deel.add_parser("voorstellen", help="toon van elk open voorstel het nummer en de code van de vastlegging")
    voeg_opties_toe(parser, verplicht=True)
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.forges.instellen import lees_project
    from generator.forges.praten import ForgeFout
    from generator.forges.voorstellen import open_voorstellen
    from generator.meldingen import SocialeKaartFout

    try:
        gevonden = list(open_voorstellen(lees_project(opties)))
    except ForgeFout as fout:
        raise SocialeKaartFout(
            f"de voorstellen zijn niet op te halen: {fout}.", "probeer het later opnieuw.", 1
        ) from fout
    print("".join(f"{nummer} {kop}\n" for nummer, kop in gevonden), end="")
    return 0
