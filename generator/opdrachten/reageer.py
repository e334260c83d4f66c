"""`reageer`: het verslag van `wijzigingen` bij een voorstel zetten, of de reactie verversen die er al staat."""

from pathlib import Path

from generator.meldingen import SocialeKaartFout

MEESTE_BYTES = 200_000


def voeg_toe(deel) -> None:
    from generator.forges.instellen import voeg_opties_toe

    parser = deel.add_parser("reageer", help="zet een verslag als reactie bij een voorstel, of ververs haar")
    parser.add_argument("bestand", type=Path, metavar="BESTAND", help="het verslag, in Markdown")
    wie = parser.add_mutually_exclusive_group(required=True)
    wie.add_argument("--nummer", type=int, metavar="N", help="het nummer van het voorstel")
    wie.add_argument("--kop", metavar="CODE", help="of de vastlegging waar het voorstel op staat")
    parser.add_argument("--voorproef", default="", metavar="ADRES", help="waar de voorproef van de site staat")
    voeg_opties_toe(parser, verplicht=True)
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    from generator.forges.instellen import lees_project
    from generator.forges.praten import gemeld
    from generator.forges.voorstellen import nummers_van, zet_verslag

    project, tekst = lees_project(opties), lees_verslag(opties.bestand)
    with gemeld("de reactie staat er niet"):
        nummers = [opties.nummer] if opties.nummer else nummers_van(project, opties.kop)
        for nummer in nummers:
            zet_verslag(project, nummer, tekst, opties.voorproef)
    print(f"De reactie staat bij {' en '.join(map(str, nummers))}." if nummers else "Er is geen open voorstel meer.")
    return 0


def lees_verslag(bestand: Path) -> str:
    """De tekst van het verslag. Raist SocialeKaartFout als zij er niet is of veel te groot is."""
    try:
        ruw = bestand.read_bytes()
    except OSError as fout:
        raise SocialeKaartFout(f"'{bestand}' is niet te lezen.", "maak het met 'wijzigingen --uit MAP'.") from fout
    if not ruw.strip() or len(ruw) > MEESTE_BYTES:
        raise SocialeKaartFout(f"'{bestand}' is geen verslag.", "maak het met 'wijzigingen --uit MAP'.")
    return ruw.decode("utf-8", "replace").strip()
