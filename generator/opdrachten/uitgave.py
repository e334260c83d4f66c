"""`uitgave`: WIJZIGINGEN.md aanvullen met wat er sinds de vorige uitgave veranderde."""

from generator.meldingen import SocialeKaartFout


def voeg_toe(deel) -> None:
    parser = deel.add_parser("uitgave", help="schrijf in WIJZIGINGEN.md wat er sinds de vorige uitgave veranderde")
    parser.add_argument("--proef", action="store_true", help="toon de tekst en schrijf niets")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.geschiedenis.git import GitFout
    from generator.opdrachten.rapport import lees
    from generator.voorraad import Voorraad
    from generator.voorstel.uitgave import BESTAND, LABEL, maak_uitgave, schrijf_uitgave

    catalogus = lees(opties)
    voorraad = Voorraad(opties.map)
    try:
        tekst = maak_uitgave(opties.map, catalogus, opties.peildatum, voorraad)
    except GitFout as fout:
        raise SocialeKaartFout(
            f"Git geeft de geschiedenis niet: {fout}.", "draai dit in een map die in Git staat."
        ) from fout
    voorraad.bewaar()
    if opties.proef:
        print(tekst, end="")
        return 0
    schrijf_uitgave(opties.map, tekst, opties.peildatum)
    print(
        f"{BESTAND} is bijgewerkt. Leg haar vast en zet het label erop:\n"
        f'  git add {BESTAND}\n  git commit -m "Uitgave van {opties.peildatum}"\n  git tag {LABEL}{opties.peildatum}'
    )
    return 0
