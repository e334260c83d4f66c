"""`controleer-site`: is een site op de schijf nog precies wat de bouw ervan maakte?"""

from pathlib import Path

from generator.bouw.herkomst import vergelijk


def voeg_toe(deel) -> None:
    parser = deel.add_parser("controleer-site", help="vergelijk een gebouwde site met haar manifest")
    parser.add_argument("site", type=Path, nargs="?", metavar="SITE", help="de map met de site (standaard: MAP/site)")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    site = opties.site or opties.map / "site"
    anders = vergelijk(site)
    print(
        "\n".join([*anders, f"{len(anders)} bestanden zijn anders." if anders else f"{site} is zoals zij gebouwd is."])
    )
    return 1 if anders else 0
