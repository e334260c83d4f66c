"""`wijzigingen`: wat er in de inhoud veranderde sinds een vastlegging, in woorden voor wie het moet nakijken."""

from pathlib import Path

from generator.meldingen import FORMATEN, Verslag
from generator.voorraad import Voorraad

VORMEN = ("tekst", "markdown", "json", "github", "codequality")


def voeg_toe(deel) -> None:
    parser = deel.add_parser("wijzigingen", help="zeg in woorden wat er veranderde, en waar iemand naar moet kijken")
    parser.add_argument("--sinds", required=True, metavar="REV", help="een tak, label of code van Git, zoals main")
    parser.add_argument(
        "--formaat",
        choices=VORMEN,
        default="tekst",
        help="tekst, markdown of json; github en codequality geven alleen de nieuwe meldingen, bij hun regels",
    )
    parser.add_argument("--uit", type=Path, metavar="MAP", help="schrijf elk formaat in deze map, en druk niets af")
    parser.set_defaults(doe=doe)


def doe(opties) -> int:
    """Status 0, ook als het voorstel fouten heeft: dat zegt het verslag zelf, en `controleer`."""
    from generator.voorstel.standen import lees_standen
    from generator.voorstel.verslag import maak_voorstel

    voorraad = Voorraad(opties.map)
    with lees_standen(opties.map, opties.sinds, opties.peildatum, voorraad) as standen:
        voorstel = maak_voorstel(standen)
    voorraad.bewaar()
    if opties.uit:
        opties.uit.mkdir(parents=True, exist_ok=True)
        for vorm in VORMEN:
            (opties.uit / f"wijzigingen.{vorm}").write_text(f"{in_vorm(voorstel, vorm)}\n", encoding="utf-8")
    else:
        print(in_vorm(voorstel, opties.formaat))
    return 0


def in_vorm(voorstel, vorm: str) -> str:
    from generator.voorstel.verslag import als_json, als_markdown, als_tekst, als_verslag

    maak = {"tekst": als_tekst, "markdown": als_markdown, "json": als_json}.get(vorm)
    if maak:
        return maak(voorstel)
    verslag: Verslag = als_verslag(voorstel)
    return FORMATEN[vorm](verslag)
