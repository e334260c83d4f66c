"""`bijwerken`: neem een nieuwere generator en nieuwere sets over, en zeg in woorden wat er verandert."""


def voeg_toe(deel) -> None:
    parser = deel.add_parser("bijwerken", help="neem nieuwere sets over en zeg wat er verandert")
    parser.add_argument("--generator", metavar="ADRES@VERSIE", help="zet de werkstromen op deze generator")
    parser.add_argument("--proef", action="store_true", help="zeg alleen wat er zou gebeuren")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.begin.bijwerken import werk_bij

    print("\n".join(werk_bij(opties.map, opties.peildatum, opties.generator, opties.proef)))
    return 0
