"""`voorstellen`: het nummer en de vastlegging van elk open voorstel, voor een forge die bij een voorstel niets veiligs start."""


def voeg_toe(deel) -> None:
    from generator.forges.instellen import voeg_opties_toe

    parser = deel.add_parser("voorstellen", help="toon van elk open voorstel het nummer en de code van de vastlegging")
    voeg_opties_toe(parser, verplicht=True)
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.forges.instellen import lees_project
    from generator.forges.praten import gemeld
    from generator.forges.voorstellen import open_voorstellen

    with gemeld("de voorstellen zijn niet op te halen", "probeer het later opnieuw."):
        gevonden = list(open_voorstellen(lees_project(opties)))
    print("".join(f"{nummer} {kop}\n" for nummer, kop in gevonden), end="")
    return 0
